import { reduceAngle } from './reduce-angle'

// After k_sin.c and k_cos.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied, modified and
// distributed as long as this notice is preserved.

const S1 = -0.16666666666666632
const S2 = 0.00833333333332249
const S3 = -0.0001984126982985795
const S4 = 2.7557313707070068e-6
const S5 = -2.5050760253406863e-8
const S6 = 1.58969099521155e-10

/** sin(x + low) for |x| ≤ π/4. */
function sinNearZero(x: number, low: number): number {
  const z = x * x
  const cube = z * x
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))
  return x - (z * (0.5 * low - cube * r) - low - cube * S1)
}

const C1 = 0.0416666666666666
const C2 = -0.001388888888887411
const C3 = 2.480158728947673e-5
const C4 = -2.7557314351390663e-7
const C5 = 2.087572321298175e-9
const C6 = -1.1359647557788195e-11

/** cos(x + low) for |x| ≤ π/4. */
function cosNearZero(x: number, low: number): number {
  const z = x * x
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
  const half = 0.5 * z
  const main = 1 - half
  return main + (1 - main - half + (z * r - x * low))
}

/** sin of an angle `quarters` quarters of the circle further on. */
function sinFurtherOn(x: number, quarters: number): number {
  if (!Number.isFinite(x)) return Number.NaN
  const { quarter, high, low } = reduceAngle(x)
  const place = (quarter + quarters) & 3
  const magnitude = place & 1 ? cosNearZero(high, low) : sinNearZero(high, low)
  return place & 2 ? -magnitude : magnitude
}

export function sin(x: number): number {
  // 0 keeps its sign.
  return x === 0 ? x : sinFurtherOn(x, 0)
}

export function cos(x: number): number {
  return sinFurtherOn(x, 1)
}

/** sin x / cos x. */
export function tan(x: number): number {
  return sin(x) / cos(x)
}
