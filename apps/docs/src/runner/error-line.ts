import { ProgramSyntaxError } from './transform-program'

/** What stack traces call the reader's program. */
export const PROGRAM_FILE = 'your-program.ts'

/** The program's line in which an error came up, from 1; null where its stack names none. */
export function errorLine(error: unknown): number | null {
  if (error instanceof ProgramSyntaxError) return error.line
  const found = error instanceof Error ? /your-program\.ts:(\d+):\d+/.exec(error.stack ?? '') : null
  return found === null ? null : Number(found[1])
}

/** What is shown of an error: its name and message; of anything else that was thrown, its text. */
export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `Uncaught ${String(error)}`
}
