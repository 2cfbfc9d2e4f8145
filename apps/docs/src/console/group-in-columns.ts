/** A character is so much higher than it is wide. */
const HEIGHT_OF_A_CHARACTER = 2.5
const SEPARATOR = ', '.length
const MAX_COLUMNS = 12

/**
 * Lays out the entries of a long array in columns of equal width, as Node does: what it gives is the lines. Few entries,
 * and long ones, stay as they are.
 */
export function groupInColumns(
  entries: readonly string[],
  array: object,
  indentation: number,
  lineWidth: number,
): readonly string[] {
  if (entries.length <= 6) return entries
  const { length } = array as ArrayLike<unknown>
  const note = entries.length < length || entries.at(-1)?.startsWith('... ') ? entries.slice(-1) : []
  const cells = entries.slice(0, entries.length - note.length)
  const widths = cells.map((cell) => cell.length)
  const total = widths.reduce((sum, width) => sum + width + SEPARATOR, 0)
  const widest = Math.max(...widths)
  const cell = widest + SEPARATOR
  if (cell * 3 + indentation >= lineWidth || !(total / cell > 5 || widest <= 6)) return entries

  const biased = Math.max(cell - 3 - Math.sqrt(cell - total / entries.length), 1)
  const columns = Math.min(
    Math.round(Math.sqrt(HEIGHT_OF_A_CHARACTER * biased * cells.length) / biased),
    Math.floor((lineWidth - indentation) / cell),
    MAX_COLUMNS,
  )
  if (columns <= 1) return entries
  const columnWidths = Array.from(
    { length: columns },
    (_, column) => Math.max(...widths.filter((_, i) => i % columns === column)) + SEPARATOR,
  )
  const isNumeric = Array.from(array as ArrayLike<unknown>).every((x) => typeof x === 'number' || typeof x === 'bigint')
  const lines: string[] = []
  for (let start = 0; start < cells.length; start += columns) {
    lines.push(rowOf(cells.slice(start, start + columns), columnWidths, isNumeric))
  }
  return [...lines, ...note]
}

function rowOf(cells: readonly string[], widths: readonly number[], alignRight: boolean): string {
  return cells
    .map((cell, column) => {
      const isLast = column === cells.length - 1
      const width = widths[column] as number
      if (alignRight) return isLast ? cell.padStart(width - SEPARATOR) : `${cell}, `.padStart(width)
      return isLast ? cell : `${cell}, `.padEnd(width)
    })
    .join('')
}
