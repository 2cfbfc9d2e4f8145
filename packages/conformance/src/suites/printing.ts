import { manualSeed } from '@nn/tensor'
import { readJson } from '../fixtures'
import { moduleNames } from '../names/modules'
import { float, functionalNames, torchNames } from '../names/torch'
import { evaluate, type Names } from '../python/evaluate'
import type { Result } from '../report'
import { collect } from './collect'

interface PrintingCase {
  readonly expr: string
  readonly str: string
}

const names: Names = { torch: torchNames, nn: moduleNames, F: functionalNames, float }

/** Runs what is in `printing.json`. Its expressions are evaluated after the seed that `modules.json` tells: one run has one. */
export function runPrinting(directory: string): Result[] {
  const [{ seed }] = readJson<[{ seed: number }]>(directory, 'modules.json')
  const check = ({ expr, str }: PrintingCase): string | null => {
    manualSeed(seed)
    const ours = String(evaluate(expr, names))
    return ours === str ? null : `${JSON.stringify(ours)}, expected ${JSON.stringify(str)}`
  }
  return [collect('printing.json', readJson<PrintingCase[]>(directory, 'printing.json'), check, ({ expr }) => expr)]
}
