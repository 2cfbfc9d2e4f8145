import { asStrided, type Index, scatterAdd, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe } from 'vitest'
import { itHasRightGradients } from './support/gradient-cases'

const mask = tensor([
  [true, false, true],
  [false, false, true],
])
const index = tensor([
  [0, 2, 1],
  [0, 0, 1],
])
/** No place twice. */
const places = tensor([
  [0, 2],
  [1, 0],
])

/** Writes into a part of what was computed, which keeps the gradient of the rest. */
const written =
  (...indices: Index[]) =>
  (x: Tensor, value: Tensor): Tensor =>
    x.mul(1).setAt_(indices, value)

describe('what shares or overwrites memory has the gradients that finite differences give:', () => {
  itHasRightGradients([
    ['scatterAdd of a part', (x, src) => scatterAdd(x, 1, index, src), [2, 3], [3, 4]],
    ['asStrided', (x) => asStrided(x, { shape: [2, 2], strides: [2, 1], offset: 1 }), [6]],
    ['asStrided with places that overlap', (x) => asStrided(x, { shape: [3, 2], strides: [1, 1], offset: 0 }), [4]],
    ['x[0] = v', written(0), [2, 3], [3]],
    ['x[:, 1] = v', written(':', 1), [2, 3], [2]],
    ['x[[1, 0]] = v', written([1, 0]), [2, 3], [3]],
    ['x[:, [0, 2]] = v', written(':', [0, 2]), [2, 3], [2, 2]],
    ['x[mask] = v', written(mask), [2, 3], [3]],
    ['clone', (x) => x.clone(), [2, 2]],
    ['to and back', (x) => x.mul(2).to('float64'), [2]],
    ['copy_', (x, y) => x.mul(2).copy_(y), [2, 2], [2]],
    [
      'copy_ into a view',
      (x, y) => {
        const z = x.mul(2)
        z.t().at(0).copy_(y)
        return z
      },
      [2, 2],
      [2],
    ],
    [
      'mul_ of a view',
      (x, y) => {
        const z = x.mul(2)
        z.at(0).mul_(y)
        return z.mul(z)
      },
      [2, 2],
      [2],
    ],
    ['scatter_', (x, src) => x.mul(2).scatter_(1, places, src), [2, 3], [2, 2]],
    ['scatter_ of a number', (x) => x.mul(2).scatter_(1, places, 7), [2, 3]],
    ['scatterAdd_', (x, src) => x.mul(2).scatterAdd_(1, index, src), [2, 3], [3, 4]],
    [
      'scatter_ into a view',
      (x, src) => {
        const z = x.mul(2)
        z.t().scatter_(0, places.t(), src)
        return z
      },
      [2, 3],
      [2, 2],
    ],
    ['exp_', (x) => x.mul(2).exp_(), [2]],
    ['sigmoid_', (x) => x.mul(2).sigmoid_(), [2]],
    ['what is written into a plain tensor', (x) => zeros([2, 2], { dtype: 'float64' }).setAt_([0], x), [2]],
  ])
})
