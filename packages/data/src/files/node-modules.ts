/** What Node offers for files. */
export interface NodeModules {
  readonly crypto: typeof import('node:crypto')
  readonly fs: typeof import('node:fs/promises')
  readonly module: typeof import('node:module')
  readonly os: typeof import('node:os')
  readonly path: typeof import('node:path')
}

/** Node's modules, null in browsers. They are asked of the process, not imported, so that no bundler looks for them. */
export function nodeModules(): NodeModules | null {
  const { process } = globalThis as { process?: NodeJS.Process }
  if (process?.getBuiltinModule === undefined) return null
  return {
    crypto: process.getBuiltinModule('node:crypto'),
    fs: process.getBuiltinModule('node:fs/promises'),
    module: process.getBuiltinModule('node:module'),
    os: process.getBuiltinModule('node:os'),
    path: process.getBuiltinModule('node:path'),
  }
}
