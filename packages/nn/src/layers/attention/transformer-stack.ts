import { type Kind, kinds } from '@nn/tensor'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'

/** Settings of `TransformerEncoder` and `TransformerDecoder`. */
export interface TransformerStackOptions {
  /** What comes after the last layer; null for nothing. Default null. */
  norm?: Layer | null
}

export const normKind: Kind<Layer | null> = kinds.orNull(kinds.instanceOf(Module) as Kind<Layer>)

/** Any module: layers of one's own need not be a `TransformerEncoderLayer`. */
export const layerKind: Kind<Module> = kinds.instanceOf(Module)
