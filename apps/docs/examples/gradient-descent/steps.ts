import { tensor } from '@nn/tensor'

const x = tensor([0, 1, 2, 3])
const y = tensor([0.1, 1.9, 4.2, 5.8])
const lr = 0.1

let w = 0
for (let step = 0; step < 8; step++) {
  const errors = x.mul(w).sub(y)
  const loss = errors.square().mean().item()
  const slope = errors.mul(x).mul(2).mean().item()
  console.log(`step ${step}: w = ${w.toFixed(4)}, loss = ${loss.toFixed(4)}, slope = ${slope.toFixed(4)}`)
  w -= lr * slope
}
