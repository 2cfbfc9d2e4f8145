import type { Tensor } from '@nn/tensor'

/** Parameters and the hyper-parameters that they are trained with. Both are read at every step and may be changed. */
export type ParamGroup<Options> = Options & {
  params: Tensor[]
  /** The learning rate before any scheduler changed it; there once a scheduler is. */
  initialLr?: number
}

/** A group as it is given to an optimizer: what it does not say is the optimizer's default. */
export type ParamGroupInit<Options> = Partial<Options> & { params: Tensor | Iterable<Tensor> }

/** What an optimizer trains: parameters, or groups of them. */
export type Params<Options> = Iterable<Tensor> | Iterable<ParamGroupInit<Options>>
