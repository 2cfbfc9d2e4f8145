/** What was warned about. */
const warned = new Set<string>()

/** Warns, but not twice of the same. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return
  warned.add(message)
  console.warn(message)
}
