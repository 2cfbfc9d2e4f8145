import type { Sequential } from '@nn/nn'

/** The weights of the first layer's units, as many as are worth showing. */
export interface FirstLayer {
  /** 784 of each unit, one unit after the other. */
  readonly weights: Float32Array
  /** Units shown. */
  readonly shown: number
  /** Units there are. */
  readonly units: number
}

const MOST_SHOWN = 64

/** The weights with which the first layer looks at an image: of each unit, one for each pixel. */
export function firstLayerOf(model: Sequential): FirstLayer {
  const [weight] = model.parameters()
  if (weight === undefined) throw new TypeError('firstLayerOf: the network has no parameters')
  const [units, inputs] = weight.shape as [number, number]
  const shown = Math.min(units, MOST_SHOWN)
  const weights = Float32Array.from(
    weight
      .detach()
      .toTypedArray()
      .subarray(0, shown * inputs),
  )
  return { weights, shown, units }
}
