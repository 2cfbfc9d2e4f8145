import { TaskProcess } from '../processes/task-process'
import type { Contender } from './contender'
import type { TimedAnswer, TimedRequest } from './timed-task'

export interface RoundsOptions {
  /** Timed rounds of each contender, after one to warm up. */
  readonly rounds: number
  /** Steps in every round. */
  readonly steps: number
  /** Told what is going on. */
  readonly onProgress: (line: string) => void
}

/** What one contender did. */
export interface RoundsRun {
  readonly contender: Contender
  about: Readonly<Record<string, string>>
  /** Mean loss of the first round, which starts from fresh weights: it shows that training works. */
  firstLoss: number | null
  /** Steps in a round. */
  readonly stepsPerRound: number
  /** Seconds of each round, scaled to `options.steps` where it was shorter. */
  readonly seconds: number[]
  /** Why it could not start or go on. */
  failure: string | null
}

/**
 * Times every contender, each in a process of its own, in alternating rounds: what slows the machine down for a while
 * slows all of them down. One that fails is left out of the rounds that follow.
 */
export async function runRounds(contenders: readonly Contender[], options: RoundsOptions): Promise<RoundsRun[]> {
  const started = []
  for (const contender of contenders) started.push(await start(contender, options))
  try {
    for (let round = 0; round <= options.rounds; round++) {
      for (const { run, process } of started) {
        if (process !== null && run.failure === null) await runRound(run, process, round, options)
      }
    }
  } finally {
    for (const { process } of started) process?.stop()
  }
  return started.map(({ run }) => run)
}

async function start(
  contender: Contender,
  options: RoundsOptions,
): Promise<{ run: RoundsRun; process: TaskProcess | null }> {
  const stepsPerRound = Math.min(options.steps, contender.stepsPerRound ?? options.steps)
  const run: RoundsRun = { contender, about: {}, firstLoss: null, stepsPerRound, seconds: [], failure: null }
  try {
    const process = await TaskProcess.start(contender.command)
    run.about = process.about
    return { run, process }
  } catch (error) {
    fail(run, error, options)
    return { run, process: null }
  }
}

async function runRound(run: RoundsRun, process: TaskProcess, round: number, options: RoundsOptions): Promise<void> {
  const isWarmUp = round === 0
  const steps = run.stepsPerRound
  try {
    const answer = await process.request<TimedAnswer>({ steps } satisfies TimedRequest)
    // JSON has null for what is not finite.
    if (!Number.isFinite(answer.loss)) throw new Error('the loss is no finite number')
    const seconds = (answer.seconds * options.steps) / steps
    if (isWarmUp) run.firstLoss = answer.loss
    else run.seconds.push(seconds)
    const name = isWarmUp ? 'warm-up' : `round ${round} of ${options.rounds}`
    options.onProgress(`${name}: ${run.contender.title}, ${seconds.toPrecision(3)} s`)
  } catch (error) {
    fail(run, error, options)
  }
}

function fail(run: RoundsRun, error: unknown, options: RoundsOptions): void {
  run.failure = error instanceof Error ? error.message : String(error)
  options.onProgress(`${run.contender.title}: ${run.failure}`)
}
