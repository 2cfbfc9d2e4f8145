import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

/** What the adaptive pools have in common. */
export abstract class AdaptivePoolLayer extends Module {
  readonly outputSize: AdaptiveSize

  constructor(outputSize: AdaptiveSize) {
    super()
    this.outputSize = outputSize
  }

  override extraRepr(): string {
    const { outputSize } = this
    const sizes = typeof outputSize === 'object' && outputSize !== null ? outputSize : [outputSize]
    const printed = sizes.map((size) => size ?? 'None')
    return `output_size=${sizes === outputSize ? pythonTuple(printed) : printed[0]}`
  }
}
