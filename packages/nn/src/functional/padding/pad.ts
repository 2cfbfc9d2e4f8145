import { type Args, type Kind, kinds, nameStep, show, signature, type Tensor, tensor } from '@nn/tensor'
import { numberOrNull, word } from '../kinds'
import { constantPad } from './constant-pad'
import { type FillMode, paddedIndices } from './padded-indices'
import { paddingOf } from './padding-sizes'

export type PadMode = 'constant' | FillMode

export interface PadOptions {
  /**
   * What is added: one value, a mirror image without the edge itself, the nearest edge, or the other end, as if the
   * input went around. Default `'constant'`.
   */
  mode?: PadMode
  /** The value of `'constant'`. Default 0. */
  value?: number | null
}

const padding: Kind<readonly number[]> = {
  ...kinds.integers,
  name: 'a list of pairs [before, after] of integers, beginning with the last dimension, as [1, 1]',
}

const takesPad = signature('pad', { input: kinds.tensor, pad: padding }, { mode: word<PadMode>(), value: numberOrNull })

/**
 * Adds elements at the ends of the last dimensions; negative numbers take elements away.
 *
 * @param pad pairs [before, after], beginning with the last dimension: [left, right, top, bottom] for images
 * @throws RangeError for a list that is no list of pairs of integers, and for a mode that is not there.
 * @throws ShapeError where the padding does not fit the input.
 * @example
 * functional.pad(tensor([[1, 2, 3]]), [1, 2]) // tensor([[0, 1, 2, 3, 0, 0]])
 * functional.pad(tensor([[1, 2, 3]]), [1, 2], { mode: 'reflect' }) // tensor([[2, 1, 2, 3, 2, 1]])
 * @see torch.nn.functional.pad
 */
export function pad(input: Tensor, pad: readonly number[], ...args: Args<PadOptions, ['mode', 'value']>): Tensor {
  const { mode = 'constant', value = null } = takesPad([input, pad], args)
  const sizes = paddingOf(input, pad)
  if (mode === 'constant') return constantPad(input, sizes, value ?? 0)
  if (mode !== 'reflect' && mode !== 'replicate' && mode !== 'circular') {
    throw new RangeError(`pad: mode must be 'constant', 'reflect', 'replicate' or 'circular', got ${show(mode)}`)
  }
  const moved = sizes.reduce((x, size) => {
    if (size.before === 0 && size.after === 0) return x
    const indices = paddedIndices(mode, input.shape[size.dim] as number, size)
    return x.indexSelect(size.dim, tensor(indices, { dtype: 'int64' }))
  }, input)
  // Also where nothing is added, the result is a tensor of its own.
  const padded = moved === input ? input.clone() : moved
  if (mode === 'circular') return padded
  return nameStep(`${mode === 'reflect' ? 'Reflection' : 'Replication'}Pad${sizes.length}DBackward0`, padded)
}
