import type { Table } from './table'

/** A table in Markdown, its columns aligned in the source, with its notes below. */
export function markdownTable({ head, rows, notes }: Table): string {
  const complete = [head, ...rows].map((row) => head.map((_, column) => row[column] ?? ''))
  const widths = head.map((_, column) => Math.max(3, ...complete.map((row) => row[column]!.length)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [first, ...others] = complete
  const table = [line(first!), line(rule), ...others.map(line)].join('\n')
  return notes.length > 0 ? `${table}\n\n${notes.join(' ')}` : table
}
