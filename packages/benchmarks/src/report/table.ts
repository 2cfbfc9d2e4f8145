/**
 * A table for the terminal: the first column to the left, the others, numbers mostly, to the right. A row shorter than
 * the header ends in a remark of any length.
 *
 * @example
 * formatTable(['kernel', 'calls'], [['matmul', '8']])
 */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const complete = [header, ...rows.filter((row) => row.length === header.length)]
  const widths = header.map((_, column) => Math.max(...complete.map((row) => row[column]!.length)))
  widths[0] = Math.max(...[header, ...rows].map((row) => row[0]!.length))
  const line = (row: readonly string[]): string => {
    if (row.length < header.length) return `${row[0]!.padEnd(widths[0]!)}  ${row.slice(1).join('  ')}`
    return row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  }
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  return [line(header), rule, ...rows.map(line)].join('\n')
}
