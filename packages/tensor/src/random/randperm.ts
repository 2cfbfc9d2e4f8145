import type { TypedArray } from '../core/dtype'
import type { Generator } from './generator'

/**
 * Fills `out` with the integers from 0 to `out.length` - 1 in a random order (Fisher and Yates's shuffle).
 *
 * @see torch.randperm
 */
export function randperm(out: TypedArray, generator: Generator): void {
  const n = out.length
  for (let i = 0; i < n; i++) out[i] = i
  for (let i = 0; i < n - 1; i++) {
    const j = i + (generator.random32() % (n - i))
    const value = out[i]!
    out[i] = out[j]!
    out[j] = value
  }
}
