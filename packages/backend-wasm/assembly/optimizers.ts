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
  for (; n >= 4; n -= 4) {
    sgdVector(param, grad, buffer, 4, sign, decay, keep, take, step, nesterov, first)
    param += 16
    grad += 16
    if (buffer) buffer += 16
  }
  if (n > 0) sgdVector(param, grad, buffer, n, sign, decay, keep, take, step, nesterov, first)
}

@inline
function sgdVector(
  param: usize, grad: usize, buffer: usize, count: usize,
  sign: v128, decay: v128, keep: v128, take: v128, step: v128,
  nesterov: bool, first: bool,
): void {
  const p = loadUpTo4(param, count)
  let g = f32x4.add(f32x4.mul(sign, loadUpTo4(grad, count)), f32x4.mul(decay, p))
  if (buffer) {
    let b = g
    if (!first) b = f32x4.add(f32x4.mul(keep, loadUpTo4(buffer, count)), f32x4.mul(take, g))
    storeUpTo4(buffer, b, count)
    g = nesterov ? f32x4.add(g, f32x4.mul(keep, b)) : b
  }
  storeUpTo4(param, f32x4.add(p, f32x4.mul(step, g)), count)
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
  const decay = f32x4.splat(decoupled ? 0 : <f32>weightDecay)
  const shrink = f32x4.splat(decoupled ? <f32>(1 - lr * weightDecay) : 1)
  const takeMean = f32x4.splat(<f32>(1 - beta1))
  const keepSquare = f32x4.splat(<f32>beta2)
  const takeSquare = f32x4.splat(<f32>(1 - beta2))
  const correction = f32x4.splat(<f32>Math.sqrt(1 - power(beta2, steps)))
  const epsilon = f32x4.splat(<f32>eps)
  const step = f32x4.splat(<f32>(-lr / (1 - power(beta1, steps))))
  for (; n >= 4; n -= 4) {
    adamVector(
      param, grad, mean, square, largest, 4,
      sign, decay, shrink, takeMean, keepSquare, takeSquare, correction, epsilon, step)
    param += 16
    grad += 16
    mean += 16
    square += 16
    if (largest) largest += 16
  }
  if (n > 0) {
    adamVector(
      param, grad, mean, square, largest, n,
      sign, decay, shrink, takeMean, keepSquare, takeSquare, correction, epsilon, step)
  }
}

@inline
function adamVector(
  param: usize, grad: usize, mean: usize, square: usize, largest: usize, count: usize,
  sign: v128, decay: v128, shrink: v128, takeMean: v128, keepSquare: v128, takeSquare: v128,
  correction: v128, epsilon: v128, step: v128,
): void {
  let p = loadUpTo4(param, count)
  const g = f32x4.add(f32x4.mul(sign, loadUpTo4(grad, count)), f32x4.mul(decay, p))
  p = f32x4.mul(p, shrink)

  let m = loadUpTo4(mean, count)
  m = f32x4.add(m, f32x4.mul(takeMean, f32x4.sub(g, m)))
  storeUpTo4(mean, m, count)

  let s = f32x4.mul(loadUpTo4(square, count), keepSquare)
  s = f32x4.add(s, f32x4.mul(f32x4.mul(takeSquare, g), g))
  storeUpTo4(square, s, count)
  if (largest) {
    s = f32x4.max(s, loadUpTo4(largest, count))
    storeUpTo4(largest, s, count)
  }

  const denominator = f32x4.add(f32x4.div(f32x4.sqrt(s), correction), epsilon)
  storeUpTo4(param, f32x4.add(p, f32x4.div(f32x4.mul(step, m), denominator)), count)
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
