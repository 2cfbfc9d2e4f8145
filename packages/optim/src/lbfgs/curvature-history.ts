import type { Tensor } from '@nn/tensor'

/** Pairs of steps and the changes of the gradient over them, the oldest first. */
export interface CurvatureHistory {
  /** Changes of the gradient, y. */
  oldDirs: Tensor[]
  /** The steps that they come from, s. */
  oldStps: Tensor[]
  /** 1 / (y · s) of each. */
  ro: number[]
  /** The scale of the inverse Hessian before any correction. */
  hDiag: number
}

/** Below this a change of the gradient says nothing of the curvature. */
const SMALLEST_CURVATURE = 1e-10

/** The inner product of two vectors. */
export function dot(a: Tensor, b: Tensor): number {
  return a.matmul(b).item()
}

/** Adds a step and the change of the gradient over it, and forgets the oldest pair where there are `size`. */
export function remember(history: CurvatureHistory, step: Tensor, change: Tensor, size: number): void {
  const curvature = dot(change, step)
  if (!(curvature > SMALLEST_CURVATURE)) return
  const { oldDirs, oldStps, ro } = history
  for (const list of [oldDirs, oldStps, ro]) if (list.length === size) list.shift()
  oldDirs.push(change)
  oldStps.push(step)
  ro.push(1 / curvature)
  history.hDiag = curvature / dot(change, change)
}

/** -H g by the two loops over the history that make H unnecessary. */
export function bentDirection({ oldDirs, oldStps, ro, hDiag }: CurvatureHistory, gradient: Tensor): Tensor {
  const direction = gradient.neg()
  const pairs = ro.map((rho, i) => ({ y: oldDirs[i] as Tensor, s: oldStps[i] as Tensor, rho, alpha: 0 }))
  for (const pair of [...pairs].reverse()) {
    pair.alpha = pair.rho * dot(pair.s, direction)
    direction.sub_(pair.y, { alpha: pair.alpha })
  }
  direction.mul_(hDiag)
  for (const { y, s, rho, alpha } of pairs) direction.add_(s, { alpha: alpha - rho * dot(y, direction) })
  return direction
}
