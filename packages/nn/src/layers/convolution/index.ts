export type { ConvArgs, ConvOptions } from './conv-layer'
export type {
  ConvTransposeArgs,
  ConvTransposeForwardArgs,
  ConvTransposeForwardOptions,
  ConvTransposeOptions,
} from './conv-transpose-layer'
export { ConvTranspose1d } from './conv-transpose1d'
export { ConvTranspose2d } from './conv-transpose2d'
export { ConvTranspose3d } from './conv-transpose3d'
export { Conv1d } from './conv1d'
export { Conv2d } from './conv2d'
export { Conv3d } from './conv3d'
export { ConvolutionLayer, type ConvolutionLayerOptions } from './convolution-layer'
