import type { EpochRun } from '../../src/epoch/run-epoch'

/** A run with made-up figures. */
export function epochRun(name: string, seconds: number[], failure: string | null = null): EpochRun {
  const contender = { name, title: `Title of ${name}`, isOurs: false, command: ['true'] as const }
  return { contender, about: { version: '1.2.3' }, firstLoss: 1.9424, stepsPerRound: 938, seconds, failure }
}
