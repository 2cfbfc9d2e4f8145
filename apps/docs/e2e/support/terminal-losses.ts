import { run } from '@nn/cli'
import { vi } from 'vitest'

/**
 * Trains in this process as a command does.
 *
 * @param command as the playground shows it: `nn train mnist --epochs 2`
 * @returns of each epoch the training loss and the test loss, as texts
 */
export async function terminalLosses(command: string): Promise<string[][]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const code = await run(command.split(' ').slice(1))
    if (code !== 0) throw new Error(`${command}: ended with ${code}`)
    const lines = log.mock.calls.flatMap(([text]) => String(text).split('\n'))
    const rows = lines.map((line) => line.trim().split(/\s+/)).filter(([epoch]) => /^\d+\/\d+$/.test(epoch ?? ''))
    return rows.map((cells) => cells.slice(1, 3))
  } finally {
    log.mockRestore()
  }
}
