// Node's modules are asked of the process, not imported, so that no bundler for browsers looks for them.

export function fs(): typeof import('node:fs/promises') {
  return process.getBuiltinModule('node:fs/promises')
}

export function syncFs(): typeof import('node:fs') {
  return process.getBuiltinModule('node:fs')
}

export function paths(): typeof import('node:path') {
  return process.getBuiltinModule('node:path')
}

export const onWindows = (): boolean => process.platform === 'win32'
