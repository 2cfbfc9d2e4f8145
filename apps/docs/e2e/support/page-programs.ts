import { readFileSync } from 'node:fs'
import { builtPages, docsFolder, siteFolder } from './built-site'

export interface PagePrograms {
  readonly path: string
  readonly programs: readonly Program[]
}

interface Program {
  /** Its file below examples/, without the ending. */
  readonly name: string
  /** What it prints. */
  readonly output: string
}

/**
 * The pages with programs. Where the site was built without Fashion-MNIST, says loudly which programs are left out.
 *
 * @throws Error instead, where the environment variable NN_REQUIRE_BROWSERS is set.
 */
export function pagePrograms(): PagePrograms[] {
  const pages = builtPages().map(({ path, html }) => {
    const names = [...html.matchAll(/data-name="([^"]+)"/g)].map(([, name]) => name as string)
    return { path, names }
  })
  const missing = pages.flatMap(({ names }) => names.filter(missesItsData))
  if (missing.length > 0) leaveOut(missing)
  return pages
    .map(({ path, names }) => ({ path, programs: names.filter((name) => !missing.includes(name)).map(readProgram) }))
    .filter(({ programs }) => programs.length > 0)
}

function readProgram(name: string): Program {
  return { name, output: readFileSync(`${docsFolder}examples/${name}.out`, 'utf8').trimEnd() }
}

function missesItsData(name: string): boolean {
  const data = JSON.parse(readFileSync(`${siteFolder}/data/index.json`, 'utf8')) as { fashionMnist: boolean }
  return !data.fashionMnist && readFileSync(`${docsFolder}examples/${name}.ts`, 'utf8').includes('fashionMnist(')
}

function leaveOut(names: readonly string[]): void {
  const problem = `the site was built without Fashion-MNIST, which is needed by ${names.join(', ')}.`
  const advice = 'Install it (Debian: apt-get install dataset-fashion-mnist) and build the site again.'
  if (process.env.NN_REQUIRE_BROWSERS) throw new Error(`${problem} ${advice}`)
  const line = '═'.repeat(72)
  console.warn(`\n${line}\nLEFT OUT: ${problem}\n${advice}\n${line}\n`)
}
