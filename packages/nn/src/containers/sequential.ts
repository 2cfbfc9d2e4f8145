import { show, type Tensor } from '@nn/tensor'
import { isPlainObject } from '../module/is-plain-object'
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
 * @param layers in order, or one object of layers by name, or a `Map`, which keeps the order also of names that are numbers
 * @throws TypeError for what is no module.
 * @example
 * const model = new Sequential(new Linear(784, 10), new LogSoftmax({ dim: 1 }))
 * model(zeros([64, 784])).shape // [64, 10]
 * model.at(0).weight.shape // [10, 784]
 * new Sequential({ output: new Linear(784, 10), logits: new LogSoftmax({ dim: 1 }) })
 * @see torch.nn.Sequential
 */
export class Sequential<Layers extends readonly Layer[] = readonly Layer[]> extends IndexedModules<Layer> {
  constructor(...layers: Layers)
  constructor(layers: Readonly<Record<string, Layer>> | ReadonlyMap<string, Layer>)
  constructor(...layers: readonly unknown[]) {
    super()
    const named = layers.length === 1 ? entriesOf(layers[0]) : null
    for (const [name, layer] of named ?? layers.map((layer, i): [string, unknown] => [String(i), layer])) {
      this.registerModule(name, checked(name, layer))
    }
  }

  /**
   * The layer at a place, counted from either end, in the type that it was given with.
   *
   * @throws IndexError where there is none.
   */
  override at<const Index extends number>(index: Index, ...none: []): LayerAt<Layers, Index> {
    return super.at(index, ...none) as LayerAt<Layers, Index>
  }

  forward(input: Tensor): Tensor {
    let x = input
    for (const layer of this) x = layer.forward(x)
    return x
  }
}

/** Layers by name, or null where the value is something else. */
function entriesOf(value: unknown): Iterable<[string, unknown]> | null {
  if (value instanceof Map) return value as Map<string, unknown>
  return isPlainObject(value) ? Object.entries(value) : null
}

function checked(name: string, layer: unknown): Layer {
  if (!(layer instanceof Module)) {
    const hint = Array.isArray(layer) ? '; spread the list, as new Sequential(...layers)' : ''
    throw new TypeError(`Sequential: layer '${name}' must be a module, got ${show(layer)}${hint}`)
  }
  return layer as Layer
}
