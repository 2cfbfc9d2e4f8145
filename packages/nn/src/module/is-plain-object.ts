/** An object that is no more than its own properties: no array, no `Map`, no promise, no module. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects of another realm have an Object.prototype of their own, which inherits from nothing.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
