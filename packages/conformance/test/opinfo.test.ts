import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { listOps, ownFixtures } from '../src/fixtures'
import { runOp } from '../src/suites/ops'

const backends = { js: async () => setBackend(jsBackend), wasm: useWasm }

describe.each(Object.entries(backends))('on the %s backend', (_, use) => {
  beforeAll(async () => {
    await use()
  })

  test.each(listOps(ownFixtures))('%s gives what PyTorch gives, gradients included', (op) => {
    expect(runOp(ownFixtures, op).failures).toEqual([])
  })
})
