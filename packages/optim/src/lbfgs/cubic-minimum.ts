/** A place with the value and the slope that a function has there. */
export interface Sample {
  readonly t: number
  readonly loss: number
  readonly slope: number
}

/**
 * Where the cubic through two samples is smallest, kept between two bounds; the middle of them where it has no minimum.
 *
 * $$ d_1 = f'_1 + f'_2 - 3 \frac{f_1 - f_2}{t_1 - t_2}, \quad d_2 = \sqrt{d_1^2 - f'_1 f'_2}, \quad
 *    t = t_2 - (t_2 - t_1) \frac{f'_2 + d_2 - d_1}{f'_2 - f'_1 + 2 d_2} $$
 *
 * @see Nocedal and Wright, Numerical Optimization, equation 3.59
 */
export function cubicMinimum(a: Sample, b: Sample, from: number, to: number): number {
  const [first, last] = a.t <= b.t ? [a, b] : [b, a]
  const d1 = first.slope + last.slope - (3 * (first.loss - last.loss)) / (first.t - last.t)
  const square = d1 ** 2 - first.slope * last.slope
  if (!(square >= 0)) return (from + to) / 2
  const d2 = Math.sqrt(square)
  const t = last.t - (last.t - first.t) * ((last.slope + d2 - d1) / (last.slope - first.slope + 2 * d2))
  return Math.min(Math.max(t, from), to)
}
