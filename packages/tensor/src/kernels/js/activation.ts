import { exp, expm1, log1p, tanh } from '../../math/index'
import type { Strided } from '../strided'
import { forEachRun } from './runs'
import { erfc } from './special/erf'

/** The activations with kernels of their own. */
export type ActivationName = 'gelu' | 'geluTanh' | 'silu' | 'mish' | 'softplus' | 'elu' | 'leakyRelu' | 'hardtanh'

/** Up to three numbers that an activation depends on. */
export type ActivationSettings = readonly number[]

/** A function of x and its settings, and its derivative times the gradient g. */
interface Activation {
  readonly value: (x: number, a: number, b: number, c: number) => number
  readonly gradient: (g: number, x: number, a: number, b: number, c: number) => number
}

const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)))
const softplus = (x: number): number => log1p(exp(-Math.abs(x))) + Math.max(x, 0)
/** The normal distribution, Φ(x), and its density. */
const normalCdf = (x: number): number => 0.5 * erfc(-x * Math.SQRT1_2)
const normalDensity = (x: number): number => exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)

const ROOT = Math.sqrt(2 / Math.PI)
const CUBIC = 0.044715
const twiceCurve = (x: number): number => 2 * ROOT * (x + CUBIC * x * x * x)

/** The activations: an entry each. */
const activations: Readonly<Record<ActivationName, Activation>> = {
  // x Φ(x)
  gelu: {
    value: (x) => x * normalCdf(x),
    gradient: (g, x) => g * (normalCdf(x) + x * normalDensity(x)),
  },
  // ½ x (1 + tanh u) = x σ(2u) with u = √(2/π) (x + 0.044715 x³)
  geluTanh: {
    value: (x) => x * sigmoid(twiceCurve(x)),
    gradient: (g, x) => {
      const s = sigmoid(twiceCurve(x))
      return g * (s + x * s * (1 - s) * 2 * ROOT * (1 + 3 * CUBIC * x * x))
    },
  },
  // x σ(x)
  silu: {
    value: (x) => x * sigmoid(x),
    gradient: (g, x) => g * sigmoid(x) * (1 + x * (1 - sigmoid(x))),
  },
  // x t with t = tanh(ln(1 + eˣ))
  mish: {
    value: (x) => x * tanh(softplus(x)),
    gradient: (g, x) => {
      const t = tanh(softplus(x))
      return g * (t + x * sigmoid(x) * (1 - t * t))
    },
  },
  // ln(1 + eᶻ) / β with z = βx; above the threshold x itself
  softplus: {
    value: (x, beta, threshold) => (x * beta > threshold ? x : softplus(x * beta) / beta),
    gradient: (g, x, beta, threshold) => (x * beta > threshold ? g : g * sigmoid(x * beta)),
  },
  // scale x above 0, scale α (e^(inputScale x) - 1) below
  elu: {
    value: (x, alpha, scale, inputScale) => (x > 0 ? scale * x : scale * alpha * expm1(x * inputScale)),
    gradient: (g, x, alpha, scale, inputScale) =>
      g * (x <= 0 ? scale * alpha * inputScale * exp(x * inputScale) : scale),
  },
  // x above 0, slope x below
  leakyRelu: {
    value: (x, slope) => (x > 0 ? x : x * slope),
    gradient: (g, x, slope) => (x > 0 ? g : g * slope),
  },
  // min(max(x, low), high), with no gradient at the bounds and beyond
  hardtanh: {
    value: (x, low, high) => Math.min(Math.max(x, low), high),
    gradient: (g, x, low, high) => (x <= low || x >= high ? 0 : g),
  },
}

export function activation(name: ActivationName, x: Strided, settings: ActivationSettings, out: Strided): void {
  const { value } = activations[name]
  const [a = 0, b = 0, c = 0] = settings
  const from = x.storage.data
  const to = out.storage.data
  forEachRun(out.shape, [x, out], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) to[o] = value(from[i] as number, a, b, c)
  })
}

export function activationBackward(
  name: ActivationName,
  grad: Strided,
  x: Strided,
  settings: ActivationSettings,
  out: Strided,
): void {
  const { gradient } = activations[name]
  const [a = 0, b = 0, c = 0] = settings
  const g = grad.storage.data
  const from = x.storage.data
  const to = out.storage.data
  forEachRun(out.shape, [grad, x, out], (at, length, step) => {
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) {
      to[o] = gradient(g[i] as number, from[j] as number, a, b, c)
    }
  })
}
