import { GELU, type Layer, ReLU, Sigmoid, Tanh } from '@nn/nn'
import type { ActivationName } from './architecture'

interface Activation {
  /** As PyTorch calls the layer. */
  readonly title: string
  readonly create: () => Layer
}

export const activations: Readonly<Record<ActivationName, Activation>> = {
  relu: { title: 'ReLU', create: () => new ReLU() },
  gelu: { title: 'GELU', create: () => new GELU() },
  tanh: { title: 'Tanh', create: () => new Tanh() },
  sigmoid: { title: 'Sigmoid', create: () => new Sigmoid() },
}
