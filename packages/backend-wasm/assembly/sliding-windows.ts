// Convolutions and pools: a module of its own, for programs that have such layers.

export { convolution } from './convolution/convolution'
export { convolutionWeight } from './convolution/weight'
export { poolArgmax } from './pooling/argmax'
export { poolSpread, poolSum } from './pooling/sum'
