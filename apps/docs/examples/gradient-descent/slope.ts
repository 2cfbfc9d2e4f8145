import { MSELoss } from '@nn/nn'
import { tensor } from '@nn/tensor'

const x = tensor([0, 1, 2, 3], { dtype: 'float64' })
const y = tensor([0.1, 1.9, 4.2, 5.8], { dtype: 'float64' })
const criterion = new MSELoss()
const loss = (w: number) => criterion.forward(x.mul(w), y).item()

// The slope at w = 1: how much the loss changes for a small change of w.
const h = 0.001
console.log('measured:', ((loss(1 + h) - loss(1 - h)) / (2 * h)).toFixed(6))

// The derivative of the mean of (w·x - y)² is the mean of 2·(w·x - y)·x.
console.log('derived: ', x.sub(y).mul(x).mul(2).mean().item().toFixed(6))
