// Installs and builds what the `nn` command needs, where that has not been done, and runs it:
//
//   node scripts/nn.mjs train mnist --epochs 1

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runPnpm } from './run-pnpm.mjs'

// Of the root's tools, `--prod` leaves out those that test, lint and compare. An installation that has them keeps them.
const everythingIsInstalled = existsSync(join(root, 'node_modules/vitest'))
const selection = everythingIsInstalled ? [] : ['--prod', '--filter', 'nn-monorepo', '--filter', '@nn/cli...']
const steps = [
  ['install', '--frozen-lockfile', ...selection],
  ['exec', 'turbo', 'run', 'build', '--filter=@nn/cli', '--output-logs=errors-only'],
]

for (const step of steps) {
  // Standard output belongs to the command.
  const failed = await runPnpm(step, ['ignore', process.stderr, process.stderr])
  if (failed) process.exit(failed)
}

// In this very process, so that the terminal, the signals and the exit code are the command's own.
const program = join(root, 'apps/cli/dist/main.js')
process.argv[1] = program
await import(pathToFileURL(program).href)
