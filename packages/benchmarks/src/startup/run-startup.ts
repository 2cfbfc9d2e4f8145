import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageFolder } from '../package-folder'

/** Milliseconds of one cold start. */
export interface ColdStart {
  /** From starting the process to its end. */
  readonly process: number
  /** The same of a process that runs an empty program. */
  readonly bareNode: number
  /** The parts of the first, as it tells them itself. */
  readonly import: number
  readonly wasm: number
  readonly step: number
}

/** Starts cold processes in turns with bare ones, after one of each to warm up the disk's cache. */
export async function runStartup(rounds: number, onProgress: (line: string) => void): Promise<ColdStart[]> {
  const starts: ColdStart[] = []
  for (let round = 0; round <= rounds; round++) {
    const bare = await timeProcess(['--eval', ''])
    const cold = await timeProcess([join(packageFolder, 'dist', 'startup.js')])
    onProgress(`cold start: ${cold.milliseconds.toFixed(0)} ms, bare Node: ${bare.milliseconds.toFixed(0)} ms`)
    const parts = JSON.parse(cold.output) as Pick<ColdStart, 'import' | 'wasm' | 'step'>
    if (round > 0) starts.push({ process: cold.milliseconds, bareNode: bare.milliseconds, ...parts })
  }
  return starts
}

async function timeProcess(args: readonly string[]): Promise<{ milliseconds: number; output: string }> {
  const began = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return { milliseconds: performance.now() - began, output: stdout }
}
