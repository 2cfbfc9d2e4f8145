/** All that does not fit between a state and a module. */
export interface StateDictProblems {
  /** Names that only the module has. */
  readonly missingKeys: readonly string[]
  /** Names that only the state has. */
  readonly unexpectedKeys: readonly string[]
  /** What is wrong with the values under names that both have, a sentence each. */
  readonly misfits: readonly string[]
}

/** A state that does not fit the module that shall load it. */
export class StateDictError extends Error implements StateDictProblems {
  override readonly name: string = 'StateDictError'
  readonly missingKeys: readonly string[]
  readonly unexpectedKeys: readonly string[]
  readonly misfits: readonly string[]

  constructor(moduleName: string, { missingKeys, unexpectedKeys, misfits }: StateDictProblems) {
    const lines = [`loadStateDict: the state does not fit ${moduleName}`]
    if (missingKeys.length > 0) lines.push(`  missing: ${missingKeys.join(', ')}`)
    if (unexpectedKeys.length > 0) lines.push(`  unexpected: ${unexpectedKeys.join(', ')}`)
    for (const sentence of misfits) lines.push(`  ${sentence}`)
    super(lines.join('\n'))
    this.missingKeys = missingKeys
    this.unexpectedKeys = unexpectedKeys
    this.misfits = misfits
  }
}
