import { checkDropoutProbability } from '../../functional/dropout'
import { Module } from '../../module/module'
import { pythonBool, pythonFloat } from '../../module/python-literal'

/** What the dropout layers have in common. */
export abstract class DropoutLayer extends Module {
  readonly p: number
  readonly inplace: boolean

  constructor(p = 0.5, { inplace = false }: { inplace?: boolean } = {}) {
    super()
    checkDropoutProbability(this.getName(), p)
    this.p = p
    this.inplace = inplace
  }

  override extraRepr(): string {
    return `p=${pythonFloat(this.p)}, inplace=${pythonBool(this.inplace)}`
  }
}
