import type { Table } from './table'

/**
 * A table for the terminal: the first column to the left, the others, numbers mostly, to the right. A remark at the end of
 * a short row may be of any length.
 *
 * @example
 * formatTable({ name: 'kernels', head: ['kernel', 'calls'], rows: [['matmul', '8']], notes: [] })
 */
export function formatTable({ head, rows, notes }: Table): string {
  const complete = [head, ...rows.filter((row) => row.length === head.length)]
  const widths = head.map((_, column) => Math.max(...complete.map((row) => row[column]!.length)))
  widths[0] = Math.max(...[head, ...rows].map((row) => row[0]!.length))
  const line = (row: readonly string[]): string => {
    if (row.length < head.length) return `${row[0]!.padEnd(widths[0]!)}  ${row.slice(1).join('  ')}`
    return row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  }
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  return [line(head), rule, ...rows.map(line), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}
