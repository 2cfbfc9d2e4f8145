import { functional } from '@nn/nn'
import { manualSeed } from '@nn/tensor'
import type { Adapters } from './adapter'

/** What networks on sequences are made of: lookups, products of two inputs, attention. */
export const attention: Adapters = {
  // PyTorch's samples have the weight first.
  'nn.functional.embedding': (c) =>
    functional.embedding(
      c.tensor(1),
      c.tensor(0),
      c.options({
        paddingIdx: ['padding_idx', 2],
        maxNorm: ['max_norm', 3],
        normType: ['norm_type', 4],
        scaleGradByFreq: ['scale_grad_by_freq', 5],
      }),
    ),
  'nn.functional.one_hot': (c) => functional.oneHot(c.tensor(0), c.number(1, 'num_classes', -1)),
  'nn.functional.bilinear': (c) =>
    functional.bilinear(c.tensor(0), c.tensor(1), c.tensor(2, 'weight'), c.tensorOrNull(3, 'bias')),
  'nn.functional.scaled_dot_product_attention': (c) => {
    // The seed that PyTorch sets before each sample of a random function.
    manualSeed(42)
    return functional.scaledDotProductAttention(
      c.tensor(0),
      c.tensor(1, 'key'),
      c.tensor(2, 'value'),
      c.options({
        attnMask: ['attn_mask', 3],
        dropoutP: ['dropout_p', 4],
        isCausal: ['is_causal', 5],
        scale: ['scale', 6],
        enableGqa: ['enable_gqa', 7],
      }),
    )
  },
}
