import type { Tensor } from '@nn/tensor'
import type { Layer } from '../module/layer'
import { Module } from '../module/module'
import { IndexedModules } from './indexed-modules'

/** The type of the layer at a place: its own where the place is known, that of any layer otherwise. */
export type LayerAt<Layers extends readonly Layer[], Index extends number> = `${Index}` extends keyof Layers
  ? Layers[Index]
  : Layers[number]

/**
 * Layers one after another: each gets what the one before it made.
 *
 * @param layers in order, or one object of layers by name
 * @example
 * const model = new Sequential(new Linear(784, 10), new LogSoftmax({ dim: 1 }))
 * model.at(0).weight.shape // [10, 784]
 * new Sequential({ output: new Linear(784, 10), logits: new LogSoftmax({ dim: 1 }) })
 * @see torch.nn.Sequential
 */
export class Sequential<Layers extends readonly Layer[] = readonly Layer[]> extends IndexedModules<Layer> {
  constructor(...layers: Layers)
  constructor(layers: Readonly<Record<string, Layer>>)
  constructor(...layers: readonly (Layer | Readonly<Record<string, Layer>>)[]) {
    super()
    const [first] = layers
    const isNamed = layers.length === 1 && typeof first === 'object' && first !== null && !(first instanceof Module)
    for (const [name, layer] of Object.entries(isNamed ? first : layers)) {
      this.registerModule(name, checked(name, layer))
    }
  }

  /**
   * The layer at a place, counted from either end, in the type that it was given with.
   *
   * @throws IndexError where there is none.
   */
  override at<const Index extends number>(index: Index): LayerAt<Layers, Index> {
    return super.at(index) as LayerAt<Layers, Index>
  }

  forward(input: Tensor): Tensor {
    let x = input
    for (const layer of this) x = layer.forward(x)
    return x
  }
}

function checked(name: string, layer: unknown): Layer {
  if (!(layer instanceof Module)) {
    throw new TypeError(`Sequential: layer '${name}' must be a module, got ${layer === null ? 'null' : typeof layer}`)
  }
  return layer as Layer
}
