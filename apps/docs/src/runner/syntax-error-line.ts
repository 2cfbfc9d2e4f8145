import { transformProgram } from './transform-program'

/**
 * The line of an error that the engine found in a program which passed as TypeScript, such as a name declared twice. Only
 * the loading of a script tells it, so a worker loads the program, which for its error never runs.
 */
export async function syntaxErrorLine(source: string): Promise<number | null> {
  const script = `(async (require, exports, console) => {${transformProgram(source).body}\n})`
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(address)
  try {
    return await new Promise((resolve) => {
      worker.onerror = (event) => {
        event.preventDefault()
        resolve(event.lineno || null)
      }
      setTimeout(resolve, 1000, null)
    })
  } finally {
    worker.terminate()
    URL.revokeObjectURL(address)
  }
}
