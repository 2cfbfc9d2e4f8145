import { plotLines } from '@nn/docs/display'
import { tensor } from '@nn/tensor'

const x = tensor([0, 1, 2, 3])
const y = tensor([0.1, 1.9, 4.2, 5.8])

function descend(lr: number): number[] {
  const losses = []
  let w = 0
  for (let step = 0; step < 12; step++) {
    const errors = x.mul(w).sub(y)
    losses.push(errors.square().mean().item())
    w -= lr * errors.mul(x).mul(2).mean().item()
  }
  return losses
}

const series = { 'lr 0.01': descend(0.01), 'lr 0.1': descend(0.1), 'lr 0.3': descend(0.3) }
plotLines({ title: 'loss by step', xLabel: 'step', yLabel: 'loss', series })
for (const [name, losses] of Object.entries(series)) console.log(`${name}: ${losses.at(-1)?.toFixed(4)} after 11 steps`)
