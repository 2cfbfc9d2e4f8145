// Installs and builds what the `nn` command needs, where that has not been done, and runs it:
//
//   node scripts/nn.mjs train mnist --epochs 1

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildCommand } from './build-command.mjs'
import { root, runPnpm } from './run-pnpm.mjs'

// What tests, lints and compares is left out, other versions of Node among it. An installation that has it keeps it.
const everythingIsInstalled = existsSync(join(root, 'node_modules/vitest'))
const selection = everythingIsInstalled ? [] : ['--prod', '--filter', 'nn-monorepo', '--filter-prod', '@nn/cli...']

// Standard output belongs to the command, and so does the terminal: what goes well is not worth a line.
const failed = await runPnpm(
  // How old versions must be was asked when they came into the lockfile; to ask again takes a while.
  ['install', '--frozen-lockfile', '--config.minimum-release-age=0', '--reporter=silent', ...selection],
  ['ignore', process.stderr, process.stderr],
)
if (failed) process.exit(failed)
const program = await buildCommand()

// In this very process, so that the terminal, the signals and the exit code are the command's own.
process.argv[1] = program
await import(pathToFileURL(program).href)
