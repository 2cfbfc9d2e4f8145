import { signature } from '@nn/tensor'
import { Module } from '../../module/module'

const takesNothing = signature('PlainLayer', {})

/** The base of activations without settings. */
export abstract class PlainLayer extends Module {
  constructor(...none: []) {
    super()
    takesNothing([], none, this.getName())
  }
}
