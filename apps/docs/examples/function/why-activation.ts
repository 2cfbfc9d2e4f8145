import { noGrad } from '@nn/autograd'
import { Linear } from '@nn/nn'
import { manualSeed, randn } from '@nn/tensor'

manualSeed(0)
const first = new Linear(4, 8, { bias: false })
const second = new Linear(8, 3, { bias: false })
const x = randn([2, 4])

noGrad(() => {
  const twoLayers = second.forward(first.forward(x))
  const oneMatrix = second.weight.matmul(first.weight)
  console.log(twoLayers)
  console.log(x.matmul(oneMatrix.t()))
})
