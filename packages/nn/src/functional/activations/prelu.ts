import { DTypeError, kinds, nameStep, ShapeError, showShape, signature, type Tensor, where } from '@nn/tensor'

const takesPrelu = signature('prelu', { input: kinds.tensor, weight: kinds.tensor })

/**
 * `leakyRelu` with slopes that are learned: one for all elements, or one for each channel.
 *
 * $$ \text{prelu}(x) = \max(0, x) + w \min(0, x) $$
 *
 * @param input shape [N, C, ...], or any shape for a single slope
 * @param weight the slopes, shape [C], [1] or []
 * @throws ShapeError where there are neither one nor C slopes.
 * @throws DTypeError for integers, and where the dtypes differ.
 * @example
 * functional.prelu(tensor([-0.5, 2]), tensor([0.25])) // tensor([-0.1250,  2.0000])
 * @see torch.nn.functional.prelu
 */
export function prelu(input: Tensor, weight: Tensor, ...none: []): Tensor {
  takesPrelu([input, weight], none)
  if (!input.isFloatingPoint() || input.dtype !== weight.dtype) {
    throw new DTypeError(`prelu: needs two floating-point tensors of one dtype, got ${input.dtype} and ${weight.dtype}`)
  }
  const slopes = slopesFor(input, weight)
  return nameStep('PreluKernelBackward0', where(input.gt(0), input, input.mul(slopes)))
}

/** The weight in a shape that broadcasts along the channels, dimension 1. */
function slopesFor(input: Tensor, weight: Tensor): Tensor {
  if (weight.ndim > 1)
    throw new ShapeError(`prelu: weight must have at most 1 dimension, got ${showShape(weight.shape)}`)
  if (weight.numel() === 1) return weight.reshape([])
  const channels = input.ndim > 1 ? (input.shape[1] as number) : 1
  if (weight.numel() !== channels) {
    throw new ShapeError(`prelu: expects one slope or ${channels}, got ${weight.numel()} for ${showShape(input.shape)}`)
  }
  return weight.reshape([channels, ...new Array<number>(input.ndim - 2).fill(1)])
}
