/** The file that `pnpm conformance --json` writes. */
export interface ConformanceResults {
  readonly backends: readonly string[]
  readonly rows: readonly Row[]
}

interface Row {
  /** An op, an op followed by `refuses`, or a file of answers. */
  readonly name: string
  readonly cases: number
  readonly passed: Readonly<Record<string, number>>
}

/** Cases, and how many of them pass on every backend. */
export interface Count {
  readonly cases: number
  readonly passed: number
}

interface OpCounts {
  readonly name: string
  /** Samples: values, and gradients where there are any. */
  readonly samples: Count
  /** Calls that must be refused; null where PyTorch lists none. */
  readonly refusals: Count | null
}

export interface Conformance {
  readonly ops: readonly OpCounts[]
  readonly samples: Count
  readonly refusals: Count
  /** What is no op: modules, optimizers, random streams, printed forms, training runs. */
  readonly others: readonly (Count & { readonly title: string })[]
}

const REFUSES = ' refuses'

const titles: Readonly<Record<string, string>> = {
  modules: 'Modules: state from a seed, output, gradients, state after, printed form',
  optim: 'Optimizers and schedulers: every step; clipped gradients',
  random: 'Random streams, shuffled batches, splits: the same bits from the same seed',
  printing: 'Printed tensors, modules and losses: the same text',
  training: 'Training runs on MNIST: the loss of every step',
  full_run: 'The tutorials’ program on all of MNIST: loss and accuracy by epoch',
}

/** The rows in the groups in which the page shows them. */
export function summarize({ rows }: ConformanceResults): Conformance {
  const isOther = ({ name }: Row): boolean => name.includes('.json')
  const refusing = new Map(
    rows.flatMap((row) => (row.name.endsWith(REFUSES) ? [[row.name.slice(0, -REFUSES.length), countOf([row])]] : [])),
  )
  const ops = rows.filter((row) => !isOther(row) && !row.name.endsWith(REFUSES))
  return {
    ops: ops.map((row) => ({ name: row.name, samples: countOf([row]), refusals: refusing.get(row.name) ?? null })),
    samples: countOf(ops),
    refusals: countOf(rows.filter(({ name }) => name.endsWith(REFUSES))),
    others: Object.entries(titles).map(([file, title]) => ({
      title,
      ...countOf(rows.filter(({ name }) => name.startsWith(`${file}.json`))),
    })),
  }
}

function countOf(rows: readonly Row[]): Count {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return {
    cases: sum(rows.map(({ cases }) => cases)),
    passed: sum(rows.map(({ passed }) => Math.min(...Object.values(passed)))),
  }
}
