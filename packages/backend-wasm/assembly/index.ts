export { reluBackward, sigmoidBackward, tanhBackward } from './backward'
export { add, addScaled, div, maximum, minimum, mul, sub } from './binary'
export { copy2d, fill } from './copy'
export { gatherBytes, gatherRows } from './data'
export { matmul, matmulScratchBytes } from './matmul/matmul'
export { adam, sgd } from './optimizers'
export { argmaxDim1, maxDim1, sum, sumDim0, sumDim1 } from './reduce'
export { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from './softmax'
export {
  abs, ceil, exp, floor, log, neg, reciprocal, relu, round, sigmoid, sqrt, square, tanh, trunc,
} from './unary'
