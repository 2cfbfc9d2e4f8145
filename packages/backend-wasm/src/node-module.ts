/** What is used of Node here; elsewhere it is absent. */
interface NodeProcess {
  getBuiltinModule?: (name: string) => unknown
}

/** A module of Node, for code that loads in browsers too, where it is null. */
export function nodeModule<T>(name: `node:${string}`): T | null {
  const { getBuiltinModule } = (globalThis as { process?: NodeProcess }).process ?? {}
  return getBuiltinModule === undefined ? null : (getBuiltinModule(name) as T)
}
