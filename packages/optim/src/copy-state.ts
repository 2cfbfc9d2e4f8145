import { type DType, outsideScopesNow, Tensor } from '@nn/tensor'

/** A copy of a parameter's state to go on with: floating-point tensors get the parameter's dtype. */
export function copyState<State extends object>(state: State, dtype: DType): State {
  return outsideScopesNow(() => copied(state, dtype) as State)
}

function copied(value: unknown, dtype: DType): unknown {
  if (value instanceof Tensor) return (value.isFloatingPoint() ? value.to(dtype) : value).detach().clone()
  if (Array.isArray(value)) return value.map((part) => copied(part, dtype))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part, dtype)]))
}
