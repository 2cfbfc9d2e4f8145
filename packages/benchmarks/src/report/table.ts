/** What a benchmark found, for the terminal, the README and the docs alike. */
export interface Table {
  /** For the README's markers and the docs. */
  readonly name: string
  readonly head: readonly string[]
  /** A row shorter than the head ends in a remark. */
  readonly rows: readonly (readonly string[])[]
  /** Sentences below the table. */
  readonly notes: readonly string[]
}
