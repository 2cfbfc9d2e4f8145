#!/usr/bin/env node
import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { Command, Option } from 'commander'
import { ownFixtures } from './fixtures'
import { formatReport } from './report'
import { runAll } from './suites/index'

interface Options {
  fixtures: string
  only: string
  backend: 'js' | 'wasm' | 'both'
}

const program = new Command('conformance')
  .description("Compares this library with PyTorch's answers and exits with 0 only if all of them agree.")
  .option('--fixtures <dir>', 'a directory of answers in the format of packages/testing/fixtures', ownFixtures)
  .option('--only <text>', 'only ops and files whose name contains this', '')
  .addOption(new Option('--backend <name>', 'where to compute').choices(['js', 'wasm', 'both']).default('both'))

const { fixtures, only, backend } = program.parse().opts<Options>()
let failed = false
for (const name of backend === 'both' ? (['js', 'wasm'] as const) : [backend]) {
  if (name === 'wasm') await useWasm()
  else setBackend(jsBackend)
  const results = await runAll(fixtures, only)
  console.log(`backend ${name}\n${formatReport(results)}\n`)
  failed ||= results.some((result) => result.failures.length > 0)
}
process.exitCode = failed ? 1 : 0
