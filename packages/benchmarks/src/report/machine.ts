import { availableParallelism, cpus } from 'node:os'

/** Where and when something was measured. */
export interface Machine {
  readonly date: string
  readonly cpu: string
  readonly cores: number
  readonly platform: string
  readonly node: string
}

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  }
}

/** As a line: `AMD EPYC, 2 cores, linux x64, Node v20.20.2, 2025-11-21`. */
export function showMachine({ date, cpu, cores, platform, node }: Machine): string {
  return `${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, ${platform}, Node ${node}, ${date}`
}
