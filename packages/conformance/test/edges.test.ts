import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCase, OpCase } from '../src/encoded'
import { ownFixtures, readLines } from '../src/fixtures'
import { checkErrorCase, checkOpCase } from '../src/op-case'

type Case = OpCase | ErrorCase

const backends = { js: async () => setBackend(jsBackend), wasm: useWasm }

/** What differs from PyTorch. How errors name the op is not asked here. */
function difference(one: Case): string | null {
  if (!('error' in one)) return checkOpCase(one)
  const fault = checkErrorCase(one)
  return fault?.startsWith('does not name') === true ? null : fault
}

function differences(cases: readonly Case[]): string[] {
  return cases.flatMap((one) => {
    const found = difference(one)
    return found === null ? [] : [`${JSON.stringify([one.args, one.kwargs]).slice(0, 300)}: ${found}`]
  })
}

describe.each([
  ['empty.jsonl', 'tensors without elements'],
  ['extremes.jsonl', 'infinities, NaN, zeros, the largest and the smallest numbers'],
])('%s', (file, what) => {
  const cases = readLines<Case>(ownFixtures, file)
  const ops = [...new Set(cases.map(({ op }) => op))]

  describe.each(Object.entries(backends))('on the %s backend', (_, use) => {
    beforeAll(async () => {
      await use()
    })

    test.each(ops)(`%s of ${what} gives what PyTorch gives, or refuses what it refuses`, (op) => {
      expect(differences(cases.filter((one) => one.op === op))).toEqual([])
    })
  })
})
