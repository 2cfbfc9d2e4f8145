import { ShapeError, showShape, type Tensor, tensor } from '@nn/tensor'
import type { Collated } from '../collate/collated'
import type { Dataset } from './dataset'

/**
 * Tensors side by side: sample i is the tuple of their rows i.
 *
 * @example
 * const points = new TensorDataset(tensor([[1, 2], [3, 4], [5, 6]]), tensor([0, 1, 0]))
 * points.get(1) // [tensor([3, 4]), tensor(1)]
 * @see torch.utils.data.TensorDataset
 */
export class TensorDataset<Tensors extends Tensor[]> implements Dataset<Tensors> {
  readonly tensors: Tensors
  readonly length: number

  /**
   * @param tensors each of shape [n, ...]
   * @throws ShapeError when there are none, or their first sizes differ.
   */
  constructor(...tensors: Tensors) {
    const length = tensors[0]?.shape[0]
    if (length === undefined || tensors.some((x) => x.shape[0] !== length)) {
      const shapes = tensors.map((x) => showShape(x.shape)).join(' and ')
      throw new ShapeError(`TensorDataset: expects tensors with one first size, got ${shapes || 'none'}`)
    }
    this.tensors = tensors
    this.length = length
  }

  get(index: number): Tensors {
    return this.tensors.map((x) => x.at(index)) as Tensors
  }

  getBatch(indices: readonly number[]): Collated<Tensors> {
    const rows = tensor(indices, { dtype: 'int64' })
    return this.tensors.map((x) => x.at(rows)) as Collated<Tensors>
  }
}
