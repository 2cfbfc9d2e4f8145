import { cos, log1p, sin } from '../math/index'
import type { Generator } from './generator'

/**
 * A number from the standard normal distribution, in double precision. Box and Muller's method makes two from two uniform
 * numbers; the second waits for the next call.
 */
export function randomNormal(generator: Generator): number {
  const spare = generator.spareNormal
  if (spare !== null) {
    generator.spareNormal = null
    return spare
  }
  const angle = 2 * Math.PI * generator.randomDouble()
  const radius = Math.sqrt(-2 * log1p(-generator.randomDouble()))
  generator.spareNormal = radius * sin(angle)
  return radius * cos(angle)
}
