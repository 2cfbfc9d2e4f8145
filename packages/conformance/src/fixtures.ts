import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** The project's own copy of PyTorch's answers. */
export const ownFixtures: string = fileURLToPath(new URL('../../testing/fixtures', import.meta.url))

/** Whether a directory has a file, compressed or not. */
export function hasFixture(directory: string, name: string): boolean {
  return ['', '.gz'].some((ending) => existsSync(join(directory, name + ending)))
}

/** The text of a fixture file, which may be compressed. */
function readText(path: string): string {
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
  return bytes.toString('utf8')
}

/** Reads a JSON file, compressed or not. */
export function readJson<T>(directory: string, name: string): T {
  return JSON.parse(readText(join(directory, name))) as T
}

/** Reads a file of JSON lines, compressed or not. */
export function readLines<T>(directory: string, name: string, parse: (line: string) => unknown = JSON.parse): T[] {
  const lines = readText(join(directory, name)).split('\n')
  return lines.filter((line) => line !== '').map((line) => parse(line) as T)
}

/** `JSON.parse` takes Python's 1.0 and 1 for the same; this one reads 1.0 outside of tensors as `{ float: 1 }`. */
export function parseTellingFloats(line: string): unknown {
  const marked = line.replace(
    /("data":\[[^\]]*\])|(?<=[[,:])(-?\d+)\.0(?=[,\]}])/g,
    (_, data: string | undefined, whole: string) => data ?? `{"float":${whole}}`,
  )
  return JSON.parse(marked)
}

/** The ops that a directory holds cases of. */
export function listOps(directory: string): string[] {
  const names = readdirSync(join(directory, 'opinfo')).map((file) => file.replace(/\.jsonl(\.gz)?$/, ''))
  return [...new Set(names)].sort()
}
