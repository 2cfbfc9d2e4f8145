import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { quoteForCmd } from './quote-for-cmd.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

// npx and pnpm are .cmd files on Windows, which only a shell starts. It is given one line, of arguments in its quotes.
const onWindows = process.platform === 'win32'

function start(run, command, args, options) {
  return onWindows
    ? run([command, ...args.map(quoteForCmd)].join(' '), { ...options, shell: true })
    : run(command, args, options)
}

/**
 * Runs the pnpm that package.json pins in the root folder and resolves to its exit code. Where it is not installed, npx
 * downloads it once and puts it on PATH, where turbo looks for it.
 */
export function runPnpm(args, stdio = 'inherit') {
  const [command, ...prefix] = isInstalled() ? ['pnpm'] : ['npx', '--yes', '-p', packageManager, '--', 'pnpm']
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
  return exitCode(start(spawn, command, [...prefix, ...args], { cwd: root, env, stdio }))
}

function isInstalled() {
  const { stdout } = start(spawnSync, 'pnpm', ['--version'], { cwd: root, encoding: 'utf8' })
  return `pnpm@${stdout?.trim()}` === packageManager
}

/** Waits for a child, to which signals go meanwhile, and gives its exit code as a shell would. */
async function exitCode(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const forward = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (...result) => resolve(result))
    })
    return code ?? 128 + constants.signals[signal]
  } finally {
    for (const signal of signals) process.off(signal, forward)
  }
}
