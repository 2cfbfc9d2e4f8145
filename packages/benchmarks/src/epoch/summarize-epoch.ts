import { median } from '../report/statistics'
import { tutorial } from '../workload/tutorial'
import { references } from './contenders'
import type { EpochRun } from './run-epoch'

/** A contender's time divided by another's: above 1 it is slower. */
interface Ratio {
  readonly ofMedians: number
  readonly ofMinima: number
}

/** A contender's figures, as the table and the JSON have them. */
export interface EpochSummary {
  readonly name: string
  readonly title: string
  readonly about: Readonly<Record<string, string>>
  /** Why there are no figures, or null. */
  readonly failure: string | null
  readonly firstLoss: number | null
  readonly stepsPerRound: number
  /** Of an epoch, a round each. */
  readonly seconds: readonly number[]
  readonly minimum: number | null
  readonly median: number | null
  readonly stepsPerSecond: number | null
  readonly toPytorch: Ratio | null
  readonly toOurs: Ratio | null
}

export function summarizeEpoch(runs: readonly EpochRun[]): EpochSummary[] {
  const pytorch = runs.find((run) => run.contender.name === references.pytorch)
  const ours = runs.find((run) => run.contender.name === references.ours)
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
      stepsPerSecond: isTimed ? tutorial.steps / median(seconds) : null,
      toPytorch: ratio(run, pytorch),
      toOurs: ratio(run, ours),
    }
  })
}

function wasTimed(run: EpochRun): boolean {
  return run.failure === null && run.seconds.length > 0
}

function ratio(run: EpochRun, reference: EpochRun | undefined): Ratio | null {
  if (reference === undefined || !wasTimed(run) || !wasTimed(reference)) return null
  return {
    ofMedians: median(run.seconds) / median(reference.seconds),
    ofMinima: Math.min(...run.seconds) / Math.min(...reference.seconds),
  }
}
