import { Linear, Module, Parameter } from '@nn/nn'
import { full, manualSeed, ones, type Tensor } from '@nn/tensor'

// A linear layer whose outputs have a learned scale each.
class ScaledLinear extends Module {
  linear: Linear
  scale: Parameter

  constructor(inFeatures: number, outFeatures: number) {
    super()
    this.linear = new Linear(inFeatures, outFeatures)
    this.scale = new Parameter(full([outFeatures], 0.5))
  }

  forward(x: Tensor): Tensor {
    return this.linear.forward(x).mul(this.scale)
  }
}

manualSeed(0)
const layer = new ScaledLinear(3, 2)
console.log(String(layer))
console.log(layer.forward(ones([1, 3])))
for (const [name, parameter] of layer.namedParameters()) console.log(name, parameter.shape)
