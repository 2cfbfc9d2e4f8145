/** What is used of Node here; elsewhere it is absent. */
interface NodeProcess {
  getBuiltinModule?: (name: string) => unknown
}

interface VmModule {
  createContext(sandbox: object, options: { microtaskMode: 'afterEvaluate' }): object
  runInContext(code: string, context: object): unknown
  runInNewContext(code: string): unknown
}

interface V8Module {
  setFlagsFromString(flags: string): void
}

/**
 * A function that collects garbage now, so that `WeakRef`s tell what is dead, or null where the engine offers none: in
 * browsers.
 *
 * In Node a `WeakRef` keeps its target until the running job ends, which a synchronous loop never does. Running a script
 * in a context with a microtask queue of its own ends the job as far as `WeakRef`s go.
 */
export function findCollector(): (() => void) | null {
  const { getBuiltinModule } = (globalThis as { process?: NodeProcess }).process ?? {}
  if (getBuiltinModule === undefined) return null
  const vm = getBuiltinModule('node:vm') as VmModule
  const v8 = getBuiltinModule('node:v8') as V8Module
  try {
    v8.setFlagsFromString('--expose-gc')
    const gc = vm.runInNewContext('gc') as () => void
    const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' })
    return () => {
      vm.runInContext('0', context)
      gc()
    }
  } catch {
    // Not V8, or flags are locked: the pool does without.
    return null
  }
}
