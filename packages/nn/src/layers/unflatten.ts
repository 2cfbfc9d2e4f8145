import { kinds, type Shape, signature, type Tensor } from '@nn/tensor'
import { Module } from '../module/module'
import { pythonTuple } from '../module/python-literal'
import { checkInput } from './check-input'

const takesUnflatten = signature('Unflatten', { dim: kinds.integer, unflattenedSize: kinds.integers })

/**
 * Cuts a dimension into several: the opposite of `Flatten`.
 *
 * @param dim the dimension to cut
 * @param unflattenedSize the sizes it is cut into; one may be -1 and is found from the others
 * @throws ShapeError in `forward`, where the sizes do not fit.
 * @example
 * new Unflatten(1, [2, 5, -1]).forward(randn([2, 50])).shape // [2, 2, 5, 5]
 * @see torch.nn.Unflatten
 */
export class Unflatten extends Module {
  readonly dim: number
  readonly unflattenedSize: Shape

  constructor(dim: number, unflattenedSize: Shape, ...none: []) {
    super()
    takesUnflatten([dim, unflattenedSize], none, this.getName())
    this.dim = dim
    this.unflattenedSize = unflattenedSize
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.unflatten(this.dim, this.unflattenedSize)
  }

  override extraRepr(): string {
    return `dim=${this.dim}, unflattened_size=${pythonTuple(this.unflattenedSize)}`
  }
}
