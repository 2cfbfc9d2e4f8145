import { type Args, kinds, signature } from '@nn/tensor'
import { Module } from '../../module/module'

export interface InplaceLayerOptions {
  /** Change the input itself. Default false. */
  inplace?: boolean
}

const takesInplace = signature('InplaceLayer', {}, { inplace: kinds.boolean })

/** The base of activations that can change their input itself. */
export abstract class InplaceLayer extends Module {
  readonly inplace: boolean

  constructor(...args: Args<InplaceLayerOptions, ['inplace']>) {
    super()
    this.inplace = takesInplace([], args, this.getName()).inplace ?? false
  }

  /** What a subclass says of its settings; `inplace` follows them where it is set. */
  protected settings(): string[] {
    return []
  }

  override extraRepr(): string {
    return [...this.settings(), ...(this.inplace ? ['inplace=True'] : [])].join(', ')
  }
}
