/** What is used of Node here; elsewhere it is absent. */
interface NodeProcess {
  availableMemory?: () => number
}

/** Bytes that the machine can still give to this process; infinity where nobody says so, in browsers. */
export function availableMemory(): number {
  return (globalThis as { process?: NodeProcess }).process?.availableMemory?.() ?? Infinity
}
