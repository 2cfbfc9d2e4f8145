import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../fixtures/', import.meta.url)

/** A file of `fixtures/` as JSON; one that ends in `.gz` is unpacked. */
export function readFixture<T>(name: string): T {
  return JSON.parse(readText(name)) as T
}

/** A file of `fixtures/` with a JSON value a line. */
export function readFixtureLines<T>(name: string): T[] {
  return readText(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

function readText(name: string): string {
  const bytes = readFileSync(new URL(name, folder))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
