import { transform } from 'sucrase'

/** A program that cannot be read, and where. */
export class ProgramSyntaxError extends SyntaxError {
  override readonly name = 'SyntaxError'

  constructor(
    message: string,
    /** From 1; null where it is not known. */
    readonly line: number | null,
  ) {
    super(message)
  }
}

/** A program as the body of an async function of `require`, `exports` and `console`; lines stay what they were. */
export interface TransformedProgram {
  readonly body: string
  /** The modules it asks for. */
  readonly imports: readonly string[]
}

/**
 * Takes the types out of a TypeScript module and turns its imports into calls of `require`.
 *
 * @throws ProgramSyntaxError where it is no TypeScript.
 */
export function transformProgram(source: string): TransformedProgram {
  const body = withoutTypes(source)
  const imports = [...body.matchAll(/\brequire\((['"])(.+?)\1\)/g)].map((match) => match[2] as string)
  return { body, imports: [...new Set(imports)] }
}

function withoutTypes(source: string): string {
  try {
    return transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true }).code
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } }
    throw new ProgramSyntaxError(message.replace(/ \(\d+:\d+\)$/, ''), loc?.line ?? null)
  }
}
