import type { Tensor } from '@nn/tensor'

/** The sharpness of the cubic kernel. */
const A = -0.75

/** The cubic kernel at distances up to 1. */
export function nearWeight(distance: Tensor): Tensor {
  return distance
    .mul(A + 2)
    .sub(A + 3)
    .mul(distance)
    .mul(distance)
    .add(1)
}

/** The cubic kernel at distances from 1 to 2. */
export function farWeight(distance: Tensor): Tensor {
  return distance
    .mul(A)
    .sub(5 * A)
    .mul(distance)
    .add(8 * A)
    .mul(distance)
    .sub(4 * A)
}
