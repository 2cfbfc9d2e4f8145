#!/usr/bin/env node
import { run } from './run'
import { endOnSignals } from './terminal/end-on-signals'

// A reader that has seen enough, such as `head`, closes the pipe; a terminal may go away.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (error.code === 'EIO') process.exit(1)
    throw error
  })
}
endOnSignals()

process.exitCode = await run(process.argv.slice(2))
