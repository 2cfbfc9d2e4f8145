import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// By the package's name, so that it is found from a program that this module was bundled into, too.
const thisPackage = createRequire(createRequire(import.meta.url).resolve('@nn/testing/package.json'))

/**
 * The path of another version of Node, which comes as an optional dependency of this package. Null where it was not
 * installed: on other systems than Linux on x64.
 */
export function findNode(major: 22 | 24): string | null {
  try {
    const program = join(dirname(thisPackage.resolve(`node-${major}/package.json`)), 'bin', 'node')
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}
