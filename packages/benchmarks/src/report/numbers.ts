/** A number for a table, or a dash where there is none. */
export function number(value: number | null | undefined, digits: number): string {
  return value == null ? '–' : value.toFixed(digits)
}

/** A share of 1 as a percentage. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
