import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { UsageError } from './commands/usage-error'
import { createProgram } from './program'
import { printable } from './terminal/printable'

const OK = 0
const FAILURE = 1
const USAGE = 2

/**
 * Runs the program.
 *
 * @param args the words after `nn`
 * @returns the exit code: 0, 2 for a command line that makes no sense, 1 for everything else that went wrong
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
    return OK
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : USAGE
    console.error(process.env.NN_DEBUG ? stackOf(error) : `error: ${oneLine(error)}`)
    return error instanceof UsageError ? USAGE : FAILURE
  }
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return printable(text.replace(/\s*\n\s*/g, ' '))
}

function stackOf(error: unknown): string {
  return inspect(error).split('\n').map(printable).join('\n')
}
