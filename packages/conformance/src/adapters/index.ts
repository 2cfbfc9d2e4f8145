import type { Adapters } from './adapter'
import { arithmetic } from './arithmetic'

/** PyTorch's name of an op to our call. */
export const adapters: Adapters = { ...arithmetic }
