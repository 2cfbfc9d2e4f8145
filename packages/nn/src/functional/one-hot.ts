import { type Args, arange, DTypeError, IndexError, kinds, signature, type Tensor } from '@nn/tensor'

export interface OneHotOptions {
  /** Number of classes; -1 is one more than the largest index. Default -1. */
  numClasses?: number
}

const takesOneHot = signature('oneHot', { input: kinds.tensor }, { numClasses: kinds.integer })

/**
 * Class indices as rows that are 1 at the class and 0 elsewhere.
 *
 * @param input class indices (int64), any shape
 * @returns int64, shape [..., numClasses]
 * @throws DTypeError for another dtype.
 * @throws IndexError for an index that is no class.
 * @throws RangeError where nothing tells the number of classes.
 * @example
 * functional.oneHot(tensor([0, 2])) // tensor([[1, 0, 0], [0, 0, 1]])
 * @see torch.nn.functional.one_hot
 */
export function oneHot(input: Tensor, ...args: Args<OneHotOptions, ['numClasses']>): Tensor {
  const { numClasses = -1 } = takesOneHot([input], args)
  if (input.dtype !== 'int64') throw new DTypeError(`oneHot: class indices must be int64, got ${input.dtype}`)
  if (input.numel() === 0) {
    if (!(numClasses > 0)) throw new RangeError('oneHot: no indices tell the number of classes; give numClasses')
    return input.newZeros([...input.shape, numClasses])
  }
  const least = input.min().item()
  const largest = input.max().item()
  const classes = numClasses === -1 ? largest + 1 : numClasses
  if (least < 0 || largest >= classes) {
    throw new IndexError(`oneHot: index ${least < 0 ? least : largest} is none of ${classes} classes`)
  }
  return input.unsqueeze(-1).eq(arange(classes)).long()
}
