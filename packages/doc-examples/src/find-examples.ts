import { readdirSync, readFileSync } from 'node:fs'

/** An `@example` of a doc comment. */
export interface Example {
  /** The file and line where it starts, from the folder `packages`. */
  readonly place: string
  readonly code: string
}

const packages = new URL('../../', import.meta.url)

/** The examples in the doc comments of a package's sources, by the folder of the package. */
export function findExamples(folder: string): Example[] {
  const source = new URL(`${folder}/src/`, packages)
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => examplesOf(`${folder}/src/${file}`, readFileSync(new URL(file, source), 'utf8')))
}

function examplesOf(file: string, source: string): Example[] {
  const examples: Example[] = []
  for (const { 0: comment, index } of source.matchAll(/\/\*\*.*?\*\//gs)) {
    const firstLine = source.slice(0, index).split('\n').length
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\*( |\/$|$)/, ''))
    for (const [i, line] of lines.entries()) {
      if (line !== '@example') continue
      const rest = lines.slice(i + 1)
      const end = rest.findIndex((next) => next.startsWith('@'))
      const code = rest.slice(0, end < 0 ? undefined : end).join('\n')
      examples.push({ place: `${file}:${firstLine + i}`, code })
    }
  }
  return examples
}
