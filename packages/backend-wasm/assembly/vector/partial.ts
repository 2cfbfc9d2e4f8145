// The end of an array whose length is no multiple of 4: never a byte read or written past it.

/** A vector of `count` (1 to 3) elements from `p`, and `fill` in the other lanes. */
@inline
export function loadPartial(p: usize, count: usize, fill: f32): v128 {
  let v = v128.load_lane<f32>(p, f32x4.splat(fill), 0)
  if (count > 1) v = v128.load_lane<f32>(p, v, 1, 4)
  if (count > 2) v = v128.load_lane<f32>(p, v, 2, 8)
  return v
}

/** Stores the first `count` (1 to 3) lanes at `p`. */
@inline
export function storePartial(p: usize, v: v128, count: usize): void {
  v128.store_lane<f32>(p, v, 0)
  if (count > 1) v128.store_lane<f32>(p, v, 1, 4)
  if (count > 2) v128.store_lane<f32>(p, v, 2, 8)
}

/** A vector of `count` (1 to 4) elements from `p`, and 1 in the other lanes. */
@inline
export function loadUpTo4(p: usize, count: usize): v128 {
  return count == 4 ? v128.load(p) : loadPartial(p, count, 1)
}

/** Stores the first `count` (1 to 4) lanes at `p`. */
@inline
export function storeUpTo4(p: usize, v: v128, count: usize): void {
  if (count == 4) v128.store(p, v)
  else storePartial(p, v, count)
}
