import { exp } from '../../../math/index'

const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI)

/** 1 / (n! (2n + 1)) with alternating signs: the coefficients of erf's power series in x². */
const series: readonly number[] = Array.from({ length: 14 }, (_, n) => {
  let factorial = 1
  for (let k = 2; k <= n; k++) factorial *= k
  return (n % 2 === 0 ? 1 : -1) / (factorial * (2 * n + 1))
})

/**
 * The Chebyshev coefficients of (1 + 2x) exp(x²) erfc(x) for x ≥ 0 in t = (x - 3)/(x + 3), which runs from -1 to 1. The
 * form is that of M. Shepherd and J. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞",
 * Mathematics of Computation 36 (1981); the numbers are its cosine sums at 60 digits.
 */
const chebyshev: readonly number[] = [
  2.35512514839312, 0.005353904539615676, -0.09377550342284209, 0.05436652555744322, -0.018976596707845208,
  0.004453426061462712, -0.0006335531710553147, 1.7661719523171593e-5, 1.2841532864056671e-5, -2.0072285659059913e-6,
  -1.807522790414837e-7, 7.549828343825093e-8, 1.885668523838603e-9, -2.699519049798364e-9, -1.4600791199391048e-11,
  1.036160744596949e-10, 1.475715976623473e-12, -4.277340064396911e-12, -2.07922492859799e-13, 1.8134502003176963e-13,
  1.973425574544739e-14, -7.287943737592673e-15, -1.5169878690228116e-15, 2.3514112258781403e-16,
  1.0006111691821669e-16,
]

/** 2/√π Σ (-1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)), for |x| < 0.5. */
function erfNearZero(x: number): number {
  const square = x * x
  let sum = 0
  for (let n = series.length - 1; n >= 0; n--) sum = sum * square + (series[n] as number)
  return TWO_OVER_ROOT_PI * x * sum
}

/** erfc for x ≥ 0: the Chebyshev series by Clenshaw's recurrence, over (1 + 2x) exp(x²). */
function erfcOfPositive(x: number): number {
  if (x === Infinity) return 0
  const t = (x - 3) / (x + 3)
  let above = 0
  let current = 0
  for (let n = chebyshev.length - 1; n > 0; n--) {
    const next = 2 * t * current - above + (chebyshev[n] as number)
    above = current
    current = next
  }
  return ((t * current - above + (chebyshev[0] as number) / 2) * exp(-x * x)) / (1 + 2 * x)
}

/** The error function, 2/√π ∫₀ˣ exp(-t²) dt. */
export function erf(x: number): number {
  if (Math.abs(x) < 0.5) return erfNearZero(x)
  return x > 0 ? 1 - erfcOfPositive(x) : erfcOfPositive(-x) - 1
}

/** 1 - erf(x), without the cancellation for large x. */
export function erfc(x: number): number {
  if (Math.abs(x) < 0.5) return 1 - erfNearZero(x)
  return x > 0 ? erfcOfPositive(x) : 2 - erfcOfPositive(-x)
}
