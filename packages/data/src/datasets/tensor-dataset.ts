import { kinds, ShapeError, showShape, signature, Tensor, tensor } from '@nn/tensor'
import type { Collated } from '../collate/collated'
import { counted, showInNode } from '../show-in-node'
import type { Dataset } from './dataset'
import { checkIndices } from './sample-index'

const takes = signature('TensorDataset', {
  tensors: { ...kinds.tensor, name: 'tensors one after another, as (images, labels) or (...list)' },
})

/**
 * Tensors side by side: sample i is the tuple of their rows i.
 *
 * @example
 * const points = new TensorDataset(tensor([[1, 2], [3, 4], [5, 6]]), tensor([0, 1, 0]))
 * points.get(1) // [tensor([3, 4]), tensor(1)]
 * @see torch.utils.data.TensorDataset
 */
export class TensorDataset<Tensors extends Tensor[]> implements Dataset<Tensors> {
  static {
    showInNode(TensorDataset.prototype)
  }

  readonly tensors: Tensors
  readonly length: number

  /**
   * @param tensors each of shape [n, ...]
   * @throws ShapeError when there are none, or their first sizes differ.
   */
  constructor(...tensors: Tensors) {
    checkTensors(tensors)
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
    checkIndices('getBatch', indices)
    const rows = tensor(indices, { dtype: 'int64' })
    return this.tensors.map((x) => x.at(rows)) as Collated<Tensors>
  }

  toString(): string {
    const rows = this.tensors.map(({ dtype, shape }) => `${dtype} ${showShape(shape.slice(1))}`)
    return `TensorDataset(${counted(this.length, 'sample')} of ${rows.join(', ')})`
  }
}

function checkTensors(values: readonly unknown[]): void {
  for (const [i, value] of values.entries()) {
    // What comes after a tensor may be taken for options.
    if (i === 0) takes([value], [])
    else if (!(value instanceof Tensor)) takes([values[0]], [value])
  }
}
