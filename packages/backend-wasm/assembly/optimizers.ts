import { addScaled } from './binary'
import { loadUpTo4, storeUpTo4 } from './vector/partial'

// One step of an optimizer over one parameter: parameter, gradient and state are read and written once.
// The formulas, and the order in which they round, are PyTorch's (`_single_tensor_sgd`, `_single_tensor_adam`).

/**
 * torch.optim.SGD. `buffer` is 0 without momentum; the first step only copies the gradient into it.
 *
 *     g = ±grad + weightDecay p
 *     buffer = momentum buffer + (1 - dampening) g
 *     p = p - lr buffer, with nesterov p - lr (g + momentum buffer), without momentum p - lr g
 */
export function sgd(
  param: usize, grad: usize, buffer: usize, n: usize,
  lr: f64, momentum: f64, dampening: f64, weightDecay: f64,
  nesterov: bool, maximize: bool, first: bool,
): void {
  if (!buffer && weightDecay == 0) {
    addScaled(param, 0, 1, grad, 0, 1, param, 1, n, <f32>(maximize ? lr : -lr))
    return
  }
  const sign = f32x4.splat(maximize ? -1 : 1)
  const decay = f32x4.splat(<f32>weightDecay)
  const keep = f32x4.splat(<f32>momentum)
  const take = f32x4.splat(<f32>(1 - dampening))
  const step = f32x4.splat(<f32>-lr)
  while (n > 0) {
    const count = min<usize>(n, 4)
    const p = loadUpTo4(param, count)
    let g = f32x4.mul(sign, loadUpTo4(grad, count))
    if (weightDecay != 0) g = f32x4.add(g, f32x4.mul(decay, p))
    if (buffer) {
      let b = g
      if (!first) b = f32x4.add(f32x4.mul(keep, loadUpTo4(buffer, count)), f32x4.mul(take, g))
      storeUpTo4(buffer, b, count)
      g = nesterov ? f32x4.add(g, f32x4.mul(keep, b)) : b
      buffer += 16
    }
    storeUpTo4(param, f32x4.add(p, f32x4.mul(step, g)), count)
    param += 16
    grad += 16
    n -= count
  }
}

/**
 * torch.optim.Adam, and AdamW if `decoupled`. `largest` holds amsgrad's maxima, 0 without; `steps` counts from 1.
 *
 *     g = ±grad, and + weightDecay p for Adam; p = p (1 - lr weightDecay) for AdamW
 *     mean = beta1 mean + (1 - beta1) g;  square = beta2 square + (1 - beta2) g²;  largest = max(largest, square)
 *     p = p - lr / (1 - beta1^steps) mean / (sqrt(square or largest) / sqrt(1 - beta2^steps) + eps)
 */
export function adam(
  param: usize, grad: usize, mean: usize, square: usize, largest: usize, n: usize,
  lr: f64, beta1: f64, beta2: f64, eps: f64, weightDecay: f64,
  decoupled: bool, maximize: bool, steps: f64,
): void {
  const sign = f32x4.splat(maximize ? -1 : 1)
  const decay = f32x4.splat(<f32>weightDecay)
  const shrink = f32x4.splat(<f32>(1 - lr * weightDecay))
  const keepSquare = f32x4.splat(<f32>beta2)
  const takeSquare = f32x4.splat(<f32>(1 - beta2))
  const correction = f32x4.splat(<f32>Math.sqrt(1 - power(beta2, steps)))
  const epsilon = f32x4.splat(<f32>eps)
  const step = f32x4.splat(<f32>(-lr / (1 - power(beta1, steps))))

  // torch.lerp works from the nearer end.
  const fromMean = 1 - beta1 < 0.5
  const weight = f32x4.splat(fromMean ? <f32>(1 - beta1) : <f32>(1 - beta1) - 1)

  while (n > 0) {
    const count = min<usize>(n, 4)
    let p = loadUpTo4(param, count)
    let g = f32x4.mul(sign, loadUpTo4(grad, count))
    if (weightDecay != 0) {
      if (decoupled) p = f32x4.mul(p, shrink)
      else g = f32x4.add(g, f32x4.mul(decay, p))
    }

    const oldMean = loadUpTo4(mean, count)
    const newMean = f32x4.add(fromMean ? oldMean : g, f32x4.mul(weight, f32x4.sub(g, oldMean)))
    storeUpTo4(mean, newMean, count)

    let newSquare = f32x4.mul(loadUpTo4(square, count), keepSquare)
    newSquare = f32x4.add(newSquare, f32x4.mul(f32x4.mul(takeSquare, g), g))
    storeUpTo4(square, newSquare, count)
    if (largest) {
      newSquare = f32x4.max(newSquare, loadUpTo4(largest, count))
      storeUpTo4(largest, newSquare, count)
      largest += 16
    }

    const denominator = f32x4.add(f32x4.div(f32x4.sqrt(newSquare), correction), epsilon)
    p = f32x4.add(p, f32x4.div(f32x4.mul(step, newMean), denominator))
    storeUpTo4(param, p, count)
    param += 16
    grad += 16
    mean += 16
    square += 16
    n -= count
  }
}

/** base^exponent for a whole exponent: multiplications only, so the same bits everywhere. */
function power(base: f64, exponent: f64): f64 {
  let result: f64 = 1
  for (let bits = <u64>exponent; bits > 0; bits >>= 1) {
    if (bits & 1) result *= base
    base *= base
  }
  return result
}
