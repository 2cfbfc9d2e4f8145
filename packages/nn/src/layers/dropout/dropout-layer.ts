import { type Args, kinds, signature } from '@nn/tensor'
import { checkDropoutProbability } from '../../functional/dropout'
import { Module } from '../../module/module'
import { pythonBool, pythonFloat } from '../../module/python-literal'

export interface DropoutLayerOptions {
  /** The probability to be dropped, from 0 to 1. Default 0.5. */
  p?: number
  /** Change the input itself. Default false. */
  inplace?: boolean
}

const takesDropout = signature('DropoutLayer', {}, { p: kinds.number, inplace: kinds.boolean })

/** What the dropout layers have in common. */
export abstract class DropoutLayer extends Module {
  readonly p: number
  readonly inplace: boolean

  constructor(...args: Args<DropoutLayerOptions, ['p', 'inplace']>) {
    super()
    const { p = 0.5, inplace = false } = takesDropout([], args, this.getName())
    checkDropoutProbability(this.getName(), p)
    this.p = p
    this.inplace = inplace
  }

  override extraRepr(): string {
    return `p=${pythonFloat(this.p)}, inplace=${pythonBool(this.inplace)}`
  }
}
