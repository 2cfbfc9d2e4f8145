import { type Kind, kinds, signature } from '@nn/tensor'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

const adaptiveSize: Kind<AdaptiveSize> = kinds.kind('an integer, null or a list of them', (value) =>
  [value].flat().every((size) => size === null || Number.isInteger(size)),
)

const takesOutputSize = signature('AdaptivePoolLayer', { outputSize: adaptiveSize })

/** What the adaptive pools have in common. */
export abstract class AdaptivePoolLayer extends Module {
  readonly outputSize: AdaptiveSize

  constructor(outputSize: AdaptiveSize, ...none: []) {
    super()
    takesOutputSize([outputSize], none, this.getName())
    this.outputSize = outputSize
  }

  override extraRepr(): string {
    const { outputSize } = this
    const sizes = typeof outputSize === 'object' && outputSize !== null ? outputSize : [outputSize]
    const printed = sizes.map((size) => size ?? 'None')
    return `output_size=${sizes === outputSize ? pythonTuple(printed) : printed[0]}`
  }
}
