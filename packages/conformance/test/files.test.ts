import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownFixtures } from '../src/fixtures'
import { files } from '../src/suites/index'

const backends = { js: async () => setBackend(jsBackend), wasm: useWasm }

/** Minutes of training, which `pnpm conformance` takes on the plain backend too. */
const onlyOnWasm = ['training.json', 'full_run.json']

describe.each(Object.entries(backends))('on the %s backend', (backend, use) => {
  beforeAll(async () => {
    await use()
  })

  const chosen = Object.entries(files).filter(([file]) => backend === 'wasm' || !onlyOnWasm.includes(file))

  test.each(chosen)('everything in %s is as PyTorch has it', { timeout: 240_000 }, async (_, run) => {
    const results = await run(ownFixtures)
    expect(results.flatMap(({ name, failures }) => failures.map((line) => `${name}: ${line}`))).toEqual([])
    for (const { cases } of results) expect(cases).toBeGreaterThan(0)
  })
})
