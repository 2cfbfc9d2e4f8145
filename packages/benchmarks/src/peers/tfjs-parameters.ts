import * as tf from '@tensorflow/tfjs'
import { layerSizes } from '../workload/tutorial'

export interface TfjsLayer {
  /** [inputs, outputs] */
  readonly weight: tf.Variable<tf.Rank.R2>
  readonly bias: tf.Variable<tf.Rank.R1>
}

/** The linear layers' parameters, drawn as PyTorch draws them: uniform within ±1/√inputs. */
export function tfjsParameters(): TfjsLayer[] {
  return layerSizes.slice(1).map((outputs, i) => {
    const inputs = layerSizes[i]!
    const bound = 1 / Math.sqrt(inputs)
    return {
      weight: tf.variable(tf.randomUniform<tf.Rank.R2>([inputs, outputs], -bound, bound)),
      bias: tf.variable(tf.randomUniform<tf.Rank.R1>([outputs], -bound, bound)),
    }
  })
}
