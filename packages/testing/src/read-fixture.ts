import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../fixtures/', import.meta.url)

/** A file of `fixtures/` as JSON; one that ends in `.gz` is unpacked. */
export function readFixture<T>(name: string): T {
  const bytes = readFileSync(new URL(name, folder))
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as T
}
