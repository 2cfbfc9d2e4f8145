import { formatTable } from '../report/table'
import { tutorial } from '../workload/tutorial'
import type { EpochSummary } from './summarize-epoch'

const header = [
  'one epoch of MNIST',
  'min s',
  'median s',
  'steps/s',
  '÷ PyTorch',
  '(of min)',
  '÷ @nn wasm',
  '(of min)',
  'first loss',
]

/** The table of the epoch benchmark and the remarks that belong to it. */
export function showEpoch(summaries: readonly EpochSummary[]): string {
  const remarks = summaries
    .filter(({ failure, stepsPerRound }) => failure === null && stepsPerRound < tutorial.steps)
    .map(({ title, stepsPerRound }) => `${title}: ${stepsPerRound} steps a round, scaled to ${tutorial.steps}.`)
  const versions = summaries
    .filter(({ failure }) => failure === null)
    .map(
      ({ title, about }) =>
        `${title}: ${Object.entries(about)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')}.`,
    )
  return [formatTable(header, summaries.map(row)), '', ...remarks, ...versions].join('\n')
}

function row(summary: EpochSummary): string[] {
  const { title, failure, minimum, median, stepsPerSecond, toPytorch, toOurs, firstLoss } = summary
  if (failure !== null) return [title, `not measured: ${failure}`]
  return [
    title,
    number(minimum, 3),
    number(median, 3),
    number(stepsPerSecond, 0),
    number(toPytorch?.ofMedians, 2),
    number(toPytorch?.ofMinima, 2),
    number(toOurs?.ofMedians, 2),
    number(toOurs?.ofMinima, 2),
    number(firstLoss, 4),
  ]
}

function number(value: number | null | undefined, digits: number): string {
  return value == null ? '–' : value.toFixed(digits)
}
