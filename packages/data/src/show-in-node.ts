/** Makes `console.log` in Node show the objects of a class by their `toString`, in place of all that they hold. */
export function showInNode(prototype: object): void {
  Object.defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(this: object): string {
      return String(this)
    },
  })
}

/** `1 sample`, `2 samples`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : what.endsWith('ch') ? 'es' : 's'}`
}
