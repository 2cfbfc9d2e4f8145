// pnpm on a machine that may have only Node and npm: node scripts/pnpm.mjs install

import { runPnpm } from './run-pnpm.mjs'

process.exit(await runPnpm(process.argv.slice(2)))
