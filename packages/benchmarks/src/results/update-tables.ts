import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import { fillMarkers } from '../report/fill-markers'
import { markdownTable } from '../report/markdown-table'
import { readTables } from './results-files'

/** The texts of the files that show tables, by path, as the results say they have to be. */
export function filesWithTables(): Record<string, string> {
  const tables = readTables()
  const texts = Object.fromEntries(tables.map((table) => [table.name, markdownTable(table)]))
  const readme = join(packageFolder, '..', '..', 'README.md')
  return {
    [readme]: fillMarkers(readFileSync(readme, 'utf8'), texts),
    // For the documentation site.
    [join(packageFolder, 'results', 'tables.json')]: `${JSON.stringify(tables, null, 2)}\n`,
  }
}

export function updateTables(): void {
  for (const [file, text] of Object.entries(filesWithTables())) writeFileSync(file, text)
}
