import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

function expectClose(got: Float32Array, expected: number[]): void {
  expect(got.length).toBe(expected.length)
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-6)
  }
}

describe('sgd', () => {
  const settings = { lr: 0.1, momentum: 0, dampening: 0, weightDecay: 0, nesterov: false, maximize: false }
  test.each([
    ['plain', {}],
    ['maximizing', { maximize: true }],
    ['with weight decay', { weightDecay: 0.3 }],
    ['with momentum', { momentum: 0.9 }],
    ['with dampening', { momentum: 0.9, dampening: 0.4 }],
    ['with nesterov momentum', { momentum: 0.9, nesterov: true }],
    ['with everything', { momentum: 0.8, dampening: 0.1, weightDecay: 0.2, maximize: true }],
  ])('%s, takes three steps by the formula for every length', (_, changes) => {
    const { lr, momentum, dampening, weightDecay, nesterov, maximize } = { ...settings, ...changes }
    for (const n of lengths) {
      let [param, buffer] = [sample(n, 1), new Float32Array(n)]
      const expected = { param: [...param], buffer: Array<number>(n).fill(0) }
      for (let step = 0; step < 3; step++) {
        const grad = sample(n, 2 + step)
        ;[param, , buffer] = runFenced([param, grad, buffer], (p, g, b) =>
          wasm.sgd?.(
            p!,
            g!,
            momentum ? b! : 0,
            n,
            lr,
            momentum,
            dampening,
            weightDecay,
            +nesterov,
            +maximize,
            +(step === 0),
          ),
        )
        for (let i = 0; i < n; i++) {
          let g = (maximize ? -grad[i]! : grad[i]!) + weightDecay * expected.param[i]!
          if (momentum) {
            expected.buffer[i] = step === 0 ? g : momentum * expected.buffer[i]! + (1 - dampening) * g
            g = nesterov ? g + momentum * expected.buffer[i]! : expected.buffer[i]!
          }
          expected.param[i]! -= lr * g
        }
      }
      expectClose(param, expected.param)
      expectClose(buffer, expected.buffer)
    }
  })
})

describe('adam', () => {
  const settings = { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0 }
  test.each([
    ['plain', {}],
    ['maximizing', { maximize: true }],
    ['with weight decay', { weightDecay: 0.3 }],
    ['with decoupled weight decay', { weightDecay: 0.3, decoupled: true }],
    ['with amsgrad', { amsgrad: true, beta2: 0.5 }],
    ['with a small beta1', { beta1: 0.2 }],
    ['with everything', { weightDecay: 0.1, decoupled: true, amsgrad: true, maximize: true, eps: 0.1 }],
  ])('%s, takes three steps by the formula for every length', (_, changes) => {
    const options = { decoupled: false, amsgrad: false, maximize: false, ...settings, ...changes }
    const { lr, beta1, beta2, eps, weightDecay, decoupled, amsgrad, maximize } = options
    for (const n of lengths) {
      let [param, mean, square, largest] = [sample(n, 1), ...Array.from({ length: 3 }, () => new Float32Array(n))] as [
        Float32Array<ArrayBuffer>,
        Float32Array<ArrayBuffer>,
        Float32Array<ArrayBuffer>,
        Float32Array<ArrayBuffer>,
      ]
      const expected = { param: [...param], mean: [...mean], square: [...square], largest: [...largest] }
      for (let step = 1; step <= 3; step++) {
        const grad = sample(n, 2 + step)
        ;[param, , mean, square, largest] = runFenced([param, grad, mean, square, largest], (p, g, m, s, l) =>
          wasm.adam?.(
            p!,
            g!,
            m!,
            s!,
            amsgrad ? l! : 0,
            n,
            lr,
            beta1,
            beta2,
            eps,
            weightDecay,
            +decoupled,
            +maximize,
            step,
          ),
        )
        for (let i = 0; i < n; i++) {
          let g = maximize ? -grad[i]! : grad[i]!
          if (decoupled) expected.param[i]! *= 1 - lr * weightDecay
          else g += weightDecay * expected.param[i]!
          expected.mean[i] = beta1 * expected.mean[i]! + (1 - beta1) * g
          expected.square[i] = beta2 * expected.square[i]! + (1 - beta2) * g * g
          if (amsgrad) expected.largest[i] = Math.max(expected.largest[i]!, expected.square[i]!)
          const variance = (amsgrad ? expected.largest[i]! : expected.square[i]!) / (1 - beta2 ** step)
          expected.param[i]! -= ((lr / (1 - beta1 ** step)) * expected.mean[i]!) / (Math.sqrt(variance) + eps)
        }
      }
      expectClose(param, expected.param)
      expectClose(mean, expected.mean)
      expectClose(square, expected.square)
      expectClose(largest, expected.largest)
    }
  })
})
