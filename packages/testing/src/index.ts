export { difference, gradientTolerance, type Tolerance, valueTolerance } from './difference'
export { decodeElement, type EncodedTensor, isEncodedTensor } from './encoded'
export { readFixture } from './read-fixture'
export type { TensorLike } from './tensor-like'
