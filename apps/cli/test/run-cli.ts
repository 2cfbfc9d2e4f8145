import { vi } from 'vitest'
import { run } from '../src/run'

/** What a run of the program left behind. */
export interface Finished {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `nn` with these arguments in this process. */
export async function runCli(...args: string[]): Promise<Finished> {
  const written = { stdout: '', stderr: '' }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => {
      written.stdout += `${line}\n`
    }),
    vi.spyOn(console, 'error').mockImplementation((line) => {
      written.stderr += `${line instanceof Error ? line.stack : line}\n`
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.stdout += text
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.stderr += text
      return true
    }),
  ]
  try {
    return { code: await run(args), ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
