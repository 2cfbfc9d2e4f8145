import type { RoundsRun } from '../../src/rounds/run-rounds'

/** A run with made-up figures. */
export function roundsRun(
  name: string,
  seconds: number[],
  references: readonly string[] = [],
  failure: string | null = null,
): RoundsRun {
  const kind = { isOurs: false, isOptional: true, references, command: ['true'] as const }
  const contender = { name, title: `Title of ${name}`, ...kind }
  return { contender, about: { version: '1.2.3' }, firstLoss: 1.9424, stepsPerRound: 938, seconds, failure }
}
