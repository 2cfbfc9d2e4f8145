import { median } from '../report/statistics'
import type { RoundsRun } from './run-rounds'

/** A contender's time divided by another's: above 1 it is slower. */
interface Ratio {
  /** The name of the other one. */
  readonly to: string
  readonly ofMedians: number
  readonly ofMinima: number
}

/** A contender's figures, as the tables and the JSON have them. */
export interface Summary {
  readonly name: string
  readonly title: string
  readonly about: Readonly<Record<string, string>>
  /** Why there are no figures, or null. */
  readonly failure: string | null
  readonly firstLoss: number | null
  readonly stepsPerRound: number
  /** A round each. */
  readonly seconds: readonly number[]
  readonly minimum: number | null
  readonly median: number | null
  readonly ratio: Ratio | null
}

export function summarize(runs: readonly RoundsRun[]): Summary[] {
  return runs.map((run) => {
    const { contender, about, failure, firstLoss, stepsPerRound, seconds } = run
    const isTimed = wasTimed(run)
    return {
      name: contender.name,
      title: contender.title,
      about,
      failure,
      firstLoss,
      stepsPerRound,
      seconds,
      minimum: isTimed ? Math.min(...seconds) : null,
      median: isTimed ? median(seconds) : null,
      ratio: ratio(run, fastest(runs, contender.references)),
    }
  })
}

function wasTimed(run: RoundsRun): boolean {
  return run.failure === null && run.seconds.length > 0
}

function fastest(runs: readonly RoundsRun[], names: readonly string[]): RoundsRun | undefined {
  const timed = runs.filter((run) => names.includes(run.contender.name) && wasTimed(run))
  return timed.sort((a, b) => median(a.seconds) - median(b.seconds))[0]
}

function ratio(run: RoundsRun, reference: RoundsRun | undefined): Ratio | null {
  if (reference === undefined || !wasTimed(run)) return null
  return {
    to: reference.contender.name,
    ofMedians: median(run.seconds) / median(reference.seconds),
    ofMinima: Math.min(...run.seconds) / Math.min(...reference.seconds),
  }
}
