#!/usr/bin/env node
import { writeFileSync } from 'node:fs'
import { useWasm } from '@nn/backend-wasm'
import { jsBackend, setBackend } from '@nn/tensor'
import { Command, Option } from 'commander'
import { ownFixtures } from './fixtures'
import { formatReport, type Result } from './report'
import { formatResults } from './results-file'
import { runAll } from './suites/index'

interface Options {
  fixtures: string
  only: string
  backend: 'js' | 'wasm' | 'both'
  json?: string
}

const program = new Command('conformance')
  .description("Compares this library with PyTorch's answers and exits with 0 only if all of them agree.")
  .option('--fixtures <dir>', 'a directory of answers in the format of packages/testing/fixtures', ownFixtures)
  .option('--only <text>', 'only ops and files whose name contains this', '')
  .addOption(new Option('--backend <name>', 'where to compute').choices(['js', 'wasm', 'both']).default('both'))
  .option('--json <file>', 'where to write the results, as JSON')

const { fixtures, only, backend, json } = program.parse().opts<Options>()
const byBackend: Record<string, Result[]> = {}
for (const name of backend === 'both' ? (['js', 'wasm'] as const) : [backend]) {
  if (name === 'wasm') await useWasm()
  else setBackend(jsBackend)
  const results = await runAll(fixtures, only)
  console.log(`backend ${name}\n${formatReport(results)}\n`)
  byBackend[name] = results
}
if (json !== undefined) writeFileSync(json, formatResults(byBackend))
const failed = Object.values(byBackend).some((results) => results.some(({ failures }) => failures.length > 0))
process.exitCode = failed ? 1 : 0
