// After s_atan.c and e_atan2.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied, modified
// and distributed as long as this notice is preserved.

/** Up to a size, atan x = atan(place) + atan((x - place) / (1 + x place)); the angle in two parts. */
const places = [
  { upTo: 0.6875, place: 0.5, high: 0.4636476090008061, low: 2.2698777452961687e-17 },
  { upTo: 1.1875, place: 1, high: 0.7853981633974483, low: 3.061616997868383e-17 },
  { upTo: 2.4375, place: 1.5, high: 0.982793723247329, low: 1.3903311031230998e-17 },
  { upTo: Infinity, place: Infinity, high: 1.5707963267948966, low: 6.123233995736766e-17 },
] as const

const A: readonly number[] = [
  0.3333333333333293, -0.19999999999876483, 0.14285714272503466, -0.11111110405462356, 0.09090887133436507,
  -0.0769187620504483, 0.06661073137387531, -0.058335701337905735, 0.049768779946159324, -0.036531572744216916,
  0.016285820115365782,
]

/** x - atan x for |x| < 7/16, as a product with x. */
function lostTimes(x: number): number {
  const z = x * x
  let sum = 0
  for (let i = A.length - 1; i >= 0; i--) sum = sum * z + (A[i] as number)
  return x * z * sum
}

export function atan(x: number): number {
  const size = Math.abs(x)
  // 0 keeps its sign.
  if (x === 0) return x
  if (!(size >= 0.4375)) return x - lostTimes(x)
  const { place, high, low } = places.find(({ upTo }) => size < upTo) ?? places[3]
  const t = place === Infinity ? -1 / size : (size - place) / (1 + size * place)
  const angle = high - (lostTimes(t) - low - t)
  return x < 0 ? -angle : angle
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0)

/** The angle of the point (x, y), from -π to π. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (x === 0 && y !== 0) return (Math.sign(y) * Math.PI) / 2
  const behind = isNegative(x)
  const angle = angleOf(Math.abs(y), Math.abs(x))
  // π to more digits than a double has.
  const turned = behind ? Math.PI - (angle - 1.2246467991473532e-16) : angle
  return isNegative(y) ? -turned : turned
}

/** The angle of a point in the first quarter of the circle. */
function angleOf(y: number, x: number): number {
  if (y === 0) return 0
  if (y === Infinity && x === Infinity) return Math.PI / 4
  return atan(y / x)
}
