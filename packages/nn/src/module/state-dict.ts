import { noGrad } from '@nn/autograd'
import { type Kind, kinds, sameShape, show, showShape, Tensor } from '@nn/tensor'
import { isPlainObject } from './is-plain-object'
import { StateDictError } from './state-dict-error'

/** Parameters and buffers by name, `'0.weight'` for the weight of a `Sequential`'s first layer. */
export type StateDict = Readonly<Record<string, Tensor>>

/** Where only some are no tensors, the module that loads it says which. */
export const stateKind: Kind<StateDict> = kinds.kind('an object of tensors, as stateDict() gives it', (value) => {
  const values = isPlainObject(value) ? Object.values(value) : null
  return values !== null && (values.length === 0 || values.some((part) => part instanceof Tensor))
})

/** The names that a state and a module do not share. */
export interface IncompatibleKeys {
  /** In the module, not in the state. */
  readonly missingKeys: readonly string[]
  /** In the state, not in the module. */
  readonly unexpectedKeys: readonly string[]
}

/**
 * Copies a state's values into the tensors of those names: all of them, or none where something does not fit.
 *
 * @param optional names that the state may lack
 */
export function copyState(
  moduleName: string,
  targets: ReadonlyMap<string, Tensor>,
  optional: ReadonlySet<string>,
  state: StateDict,
  strict: boolean,
): IncompatibleKeys {
  const missingKeys = [...targets.keys()].filter((key) => !Object.hasOwn(state, key) && !optional.has(key))
  const unexpectedKeys = Object.keys(state).filter((key) => !targets.has(key))
  const common = [...targets].filter(([key]) => Object.hasOwn(state, key))
  const misfits = common.flatMap(([key, target]) => misfit(key, target, state[key]) ?? [])
  if (misfits.length > 0 || (strict && missingKeys.length + unexpectedKeys.length > 0)) {
    throw new StateDictError(moduleName, {
      missingKeys: strict ? missingKeys : [],
      unexpectedKeys: strict ? unexpectedKeys : [],
      misfits,
    })
  }
  noGrad(() => {
    for (const [key, target] of common) target.copy_(state[key] as Tensor)
  })
  return { missingKeys, unexpectedKeys }
}

/** Says why a value cannot become that of `target`, or null where it can. */
function misfit(key: string, target: Tensor, value: unknown): string | null {
  if (!(value instanceof Tensor)) return `${key} must be a tensor, got ${show(value)}`
  if (sameShape(value.shape, target.shape)) return null
  return `${key} is ${showShape(value.shape)} in the state, ${showShape(target.shape)} in the module`
}
