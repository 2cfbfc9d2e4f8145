export { difference, gradientTolerance, type Tolerance, valueTolerance } from './difference'
export {
  decodeElement,
  type Encoded,
  type EncodedTensor,
  isEncodedTensor,
  laidOut,
} from './encoded'
export { readFixture, readFixtureLines } from './read-fixture'
export { type Call, decodeArguments, type Library, type OpCase, runCase } from './run-case'
export type { TensorLike } from './tensor-like'
