import { atan2 } from './atan'

/** The angle whose sine is x; √(1 - x²) as a product, which is exact near ±1 too. */
export function asin(x: number): number {
  return atan2(x, Math.sqrt((1 - x) * (1 + x)))
}

/** The angle whose cosine is x. */
export function acos(x: number): number {
  return 2 * atan2(Math.sqrt(1 - x), Math.sqrt(1 + x))
}
