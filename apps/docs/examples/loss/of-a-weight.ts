import { plotLines } from '@nn/docs/display'
import { MSELoss } from '@nn/nn'
import { linspace, tensor } from '@nn/tensor'

// Four points near the line y = 2x.
const x = tensor([0, 1, 2, 3])
const y = tensor([0.1, 1.9, 4.2, 5.8])
const criterion = new MSELoss()

const weights = linspace(0, 4, 41).toArray() as number[]
const losses = weights.map((w) => criterion.forward(x.mul(w), y).item())
plotLines({ title: 'loss of y = w·x', xLabel: 'w', yLabel: 'loss', x: weights, series: { loss: losses } })

console.log('w = 1:', criterion.forward(x, y))
console.log('w = 2:', criterion.forward(x.mul(2), y))
console.log('w = 3:', criterion.forward(x.mul(3), y))
