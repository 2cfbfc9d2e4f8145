import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const docsFolder = fileURLToPath(new URL('..', import.meta.url))

export const examplesFolder: string = `${docsFolder}examples`

/** Folders of pages that are written by hand; others lie at the top. */
const PAGE_FOLDERS = ['learn', 'guides', 'contributing']

/** The programs as pages name them: `chapter/name`. */
export function exampleNames(): string[] {
  return filesBelow(examplesFolder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.slice(0, -'.ts'.length))
    .sort()
}

/** The programs that are on some page, as a runnable block or, on the home page, as a text. */
export function runnablesOnPages(): string[] {
  const below = PAGE_FOLDERS.filter((folder) => existsSync(`${docsFolder}${folder}`)).flatMap((folder) =>
    filesBelow(`${docsFolder}${folder}`).map((path) => `${folder}/${path}`),
  )
  const pages = [...readdirSync(docsFolder), ...below].filter((path) => path.endsWith('.md') && path !== 'README.md')
  const names = pages.flatMap((page) => {
    const text = readFileSync(`${docsFolder}${page}`, 'utf8')
    return [...text.matchAll(/^(?:::: runnable |<<< @\/examples\/)(\S+?)(?:\.ts)?$/gm)].map(
      (match) => match[1] as string,
    )
  })
  return [...new Set(names)].sort()
}

function filesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true }) as string[]
  return paths.map((path) => path.replaceAll('\\', '/'))
}
