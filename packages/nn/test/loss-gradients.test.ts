import { gradcheck, gradgradcheck } from '@nn/autograd'
import { functional } from '@nn/nn'
import { manualSeed, rand, type Reduction, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

beforeEach(() => {
  manualSeed(0)
})

/** Elements spread over a range, as a variable of float64. */
function variable(shape: readonly number[], from = -2, to = 2): Tensor {
  return rand(shape, { dtype: 'float64' })
    .mul(to - from)
    .add(from)
    .requiresGrad_()
}

type Loss = (inputs: Tensor[], reduction: Reduction) => Tensor

const signs = tensor([
  [1, -1, 1],
  [-1, -1, 1],
])
const classes = tensor([2, 0])
const labels = tensor([
  [2, -1, 0],
  [1, 0, -1],
])

const pair = (): Tensor[] => [variable([2, 3]), variable([2, 3])]
const triple = (): Tensor[] => [...pair(), variable([2, 3])]
const scores = (): Tensor[] => [variable([2, 3])]

/** Each loss with all inputs that it differentiates by. */
const losses: readonly (readonly [name: string, loss: Loss, inputs: () => Tensor[]])[] = [
  ['l1Loss', ([x, t], reduction) => functional.l1Loss(x!, t!, { reduction }), pair],
  ['smoothL1Loss', ([x, t], reduction) => functional.smoothL1Loss(x!, t!, { beta: 0.7, reduction }), pair],
]
