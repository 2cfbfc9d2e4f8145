import { activations } from './activations'
import type { Adapters } from './adapter'
import { arithmetic } from './arithmetic'
import { attention } from './attention'
import { convolutions } from './convolution'
import { creation } from './creation'
import { elementwise } from './elementwise'
import { indexing } from './indexing'
import { linearAlgebra } from './linear-algebra'
import { losses } from './losses'
import { normalizations } from './normalization'
import { pooling } from './pooling'
import { random } from './random'
import { reductions } from './reductions'
import { scans } from './scans'
import { shape } from './shape'
import { sorting } from './sorting'
import { statistics } from './statistics'
import { vision } from './vision'

/** PyTorch's name of an op to our call. */
export const adapters: Adapters = {
  ...activations,
  ...arithmetic,
  ...attention,
  ...convolutions,
  ...creation,
  ...elementwise,
  ...indexing,
  ...linearAlgebra,
  ...losses,
  ...normalizations,
  ...pooling,
  ...random,
  ...reductions,
  ...scans,
  ...shape,
  ...sorting,
  ...statistics,
  ...vision,
}
