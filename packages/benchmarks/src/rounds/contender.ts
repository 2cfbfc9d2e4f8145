import type { Command } from '../processes/task-process'

/** One way of doing the work that a benchmark times, in a process of its own. */
export interface Contender {
  /** For `--only` and the JSON. */
  readonly name: string
  /** As the table shows it. */
  readonly title: string
  readonly isOurs: boolean
  /** Whether it may be missing without the benchmark failing: peers, and what needs a newer Node. */
  readonly isOptional: boolean
  readonly command: Command
  /** The names of those that its time is divided by: of several the fastest. */
  readonly references: readonly string[]
  /** Steps in a round, where all of them would take too long: the time is scaled. */
  readonly stepsPerRound?: number
}
