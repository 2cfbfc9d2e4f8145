import { activations } from './activations'
import type { Adapters } from './adapter'
import { arithmetic } from './arithmetic'
import { creation } from './creation'
import { elementwise } from './elementwise'
import { indexing } from './indexing'
import { linearAlgebra } from './linear-algebra'
import { reductions } from './reductions'
import { scans } from './scans'
import { shape } from './shape'
import { sorting } from './sorting'
import { statistics } from './statistics'

/** PyTorch's name of an op to our call. */
export const adapters: Adapters = {
  ...activations,
  ...arithmetic,
  ...creation,
  ...elementwise,
  ...indexing,
  ...linearAlgebra,
  ...reductions,
  ...scans,
  ...shape,
  ...sorting,
  ...statistics,
}
