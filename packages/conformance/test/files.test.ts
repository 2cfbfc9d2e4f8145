import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownFixtures } from '../src/fixtures'
import { files } from '../src/suites/index'

const backends = { js: async () => setBackend(jsBackend), wasm: useWasm }

describe.each(Object.entries(backends))('on the %s backend', (_, use) => {
  beforeAll(async () => {
    await use()
  })

  test.each(Object.entries(files))('everything in %s is as PyTorch has it', (_, run) => {
    const results = run(ownFixtures)
    expect(results.flatMap(({ name, failures }) => failures.map((line) => `${name}: ${line}`))).toEqual([])
    for (const { cases } of results) expect(cases).toBeGreaterThan(0)
  })
})
