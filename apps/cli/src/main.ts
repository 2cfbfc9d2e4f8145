#!/usr/bin/env node
import { run } from './run'
import { endOnSignals } from './terminal/end-on-signals'

/** As of a program that the signal for a closed pipe ends: what it had to do is not done. */
const BROKEN_PIPE = 141

// A reader that has seen enough, such as `head`, closes the pipe; a terminal may go away.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(BROKEN_PIPE)
    if (error.code === 'EIO') process.exit(1)
    throw error
  })
}
endOnSignals()

process.exitCode = await run(process.argv.slice(2))
