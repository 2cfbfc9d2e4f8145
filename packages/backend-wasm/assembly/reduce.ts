import { addToTotals, sumOfTotals } from './vector/totals'
import { loadPartial } from './vector/partial'

// Sums are kept in double precision and rounded once, always in the same order. x is a contiguous [m, n].

/** out[0] = sum of x[i] for i < n. */
export function sum(x: usize, out: usize, n: usize): void {
  store<f32>(out, <f32>sumRow(x, n))
}

/** out[i] = sum over j of x[i, j]. */
export function sumDim1(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    store<f32>(out, <f32>sumRow(x, n))
    x += n * 4
    out += 4
  }
}
