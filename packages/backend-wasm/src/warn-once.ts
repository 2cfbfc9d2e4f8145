const given = new Set<string>()

/** A warning on the console, the first time that it is given. */
export function warnOnce(message: string): void {
  if (given.has(message)) return
  given.add(message)
  console.warn(message)
}
