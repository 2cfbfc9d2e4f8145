import { noGrad } from '@nn/autograd'
import { ShapeError, showShape, type Tensor } from '@nn/tensor'

/**
 * Makes the weight of a convolution one that lets its inputs pass, as many channels of each group as there are on both sides.
 *
 * @param tensor shape [outChannels, inChannels / groups, ...kernel] with 1 to 3 spatial dimensions
 * @param groups number of groups of the convolution
 * @returns the tensor
 * @throws ShapeError for another number of dimensions, and for output channels that cannot be split into the groups.
 * @example
 * init.dirac_(empty([2, 2, 3])) // tensor([[[0., 1., 0.], [0., 0., 0.]], [[0., 0., 0.], [0., 1., 0.]]])
 * @see torch.nn.init.dirac_
 */
export function dirac_<T extends Tensor>(tensor: T, groups = 1): T {
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
