export { difference, gradientTolerance, type Tolerance, valueTolerance } from './difference'
export {
  decode,
  decodeElement,
  type Encoded,
  type EncodedTensor,
  encodedTensors,
  isEncodedTensor,
  laidOut,
} from './encoded'
export { listFixtures, readFixture, readFixtureLines } from './read-fixture'
export { type Call, decodeArguments, type Library, type OpCase, runCase } from './run-case'
export type { TensorLike } from './tensor-like'
