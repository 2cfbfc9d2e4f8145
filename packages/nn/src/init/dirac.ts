import { noGrad } from '@nn/autograd'
import { type Args, kinds, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'

export interface DiracOptions {
  /** Number of groups of the convolution. Default 1. */
  groups?: number
}

const takesDirac = signature('dirac_', { tensor: kinds.tensor }, { groups: kinds.integer })

/**
 * Makes the weight of a convolution one that lets its inputs pass, as many channels of each group as there are on both sides.
 *
 * @param tensor shape [outChannels, inChannels / groups, ...kernel] with 1 to 3 spatial dimensions
 * @returns the tensor
 * @throws ShapeError for another number of dimensions, and for output channels that cannot be split into the groups.
 * @throws RangeError for groups that are no positive integer.
 * @example
 * init.dirac_(empty([2, 2, 3])) // tensor([[[0., 1., 0.], [0., 0., 0.]], [[0., 0., 0.], [0., 1., 0.]]])
 * @see torch.nn.init.dirac_
 */
export function dirac_<T extends Tensor>(tensor: T, ...args: Args<DiracOptions, ['groups']>): T {
  const { groups = 1 } = takesDirac([tensor], args)
  if (groups < 1) throw new RangeError(`dirac_: groups must be a positive integer, got ${groups}`)
  if (tensor.ndim < 3 || tensor.ndim > 5) {
    throw new ShapeError(`dirac_: needs a tensor of 3 to 5 dimensions, got ${showShape(tensor.shape)}`)
  }
  const [outputs, inputs, ...kernel] = tensor.shape as [number, number, ...number[]]
  if (outputs % groups !== 0) {
    throw new ShapeError(`dirac_: ${outputs} output channels cannot be split into ${groups} groups`)
  }
  const perGroup = outputs / groups
  const centre = kernel.map((size) => Math.floor(size / 2))
  return noGrad(() => {
    tensor.zero_()
    for (let output = 0; output < outputs; output++) {
      const input = output % perGroup
      if (input < inputs) tensor.setAt_([output, input, ...centre], 1)
    }
    return tensor
  })
}
