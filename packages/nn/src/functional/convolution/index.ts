export { convTranspose1d } from './conv-transpose1d'
export { convTranspose2d } from './conv-transpose2d'
export { convTranspose3d } from './conv-transpose3d'
export { conv1d } from './conv1d'
export { conv2d } from './conv2d'
export { conv3d } from './conv3d'
export type {
  Bias,
  ConvolutionArgs,
  ConvolutionOptions,
  TransposedConvolutionArgs,
  TransposedConvolutionOptions,
} from './convolve'
