import type { Tensor } from '@nn/tensor'
import { type Library, type OpCase, readFixtureLines, runCase } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { grad } from '../src/index'
import { makeTensor } from './support/make-tensor'
import { pytorchCalls } from './support/pytorch-calls'

const library: Library<Tensor> = {
  makeTensor,
  calls: pytorchCalls,
  gradients: (outputs, inputs, gradOutputs) => grad(outputs, inputs, { gradOutputs, allowUnused: true }),
}

/** Runs a case; what it throws counts as a difference. */
function failure(testCase: OpCase): string | null {
  try {
    return runCase(testCase, library)
  } catch (error) {
    return String(error)
  }
}

describe('gives what PyTorch gives, values and gradients:', () => {
  for (const op of Object.keys(pytorchCalls)) {
    const cases = readFixtureLines<OpCase>(`opinfo/${op}.jsonl.gz`)
    it(`${op}, ${cases.length} cases`, () => {
      const failures = cases.flatMap((testCase, i) => {
        const found = failure(testCase)
        return found === null ? [] : [`case ${i}: ${found}`]
      })
      expect(failures, failures.join('\n')).toEqual([])
    })
  }
})
