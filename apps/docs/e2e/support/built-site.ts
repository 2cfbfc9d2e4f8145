import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const docsFolder: string = fileURLToPath(new URL('../..', import.meta.url))

/** Where the build puts the site. */
export const siteFolder: string = `${docsFolder}.vitepress/dist`

/** A page of the built site. */
export interface BuiltPage {
  /** As an address has it: `/`, `/learn/loss`, `/api/`. */
  readonly path: string
  readonly html: string
}

/** All pages, without the one for addresses that do not exist. */
export function builtPages(): BuiltPage[] {
  const files = readdirSync(siteFolder, { recursive: true }) as string[]
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .sort()
    .map((file) => ({
      path: `/${file.replace(/(?:^|(?<=\/))index\.html$|\.html$/, '')}`,
      html: readFileSync(`${siteFolder}/${file}`, 'utf8'),
    }))
}

/** The pages that are written by hand, and of the API reference, which a program writes, the index and a sample. */
export function pagesToVisit(): string[] {
  const paths = builtPages().map(({ path }) => path)
  const reference = paths.filter((path) => path.startsWith('/api/'))
  const sample = reference.filter((path, i) => path === '/api/' || i % Math.ceil(reference.length / 6) === 0)
  return [...paths.filter((path) => !reference.includes(path)), ...sample, largestReferencePage()]
}

export function largestReferencePage(): string {
  const reference = builtPages().filter(({ path }) => path.startsWith('/api/'))
  return reference.sort((a, b) => b.html.length - a.html.length)[0]?.path ?? '/api/'
}
