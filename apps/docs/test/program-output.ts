import { vi } from 'vitest'
import { describeFigure } from '../src/display/figure'
import { libraryModules } from '../src/runner/module-table'
import { type Print, runProgram } from '../src/runner/run-program'

/** What a program prints in Node, with a line for each figure; the library is loaded afresh, as in a new worker. */
export async function programOutput(source: string): Promise<string> {
  vi.resetModules()
  const lines: string[] = []
  const print: Print = (text, level) => {
    if (level === 'log') lines.push(text)
  }
  const { createDisplay } = await import('../src/display/create-display')
  const display = createDisplay((figure) => print(describeFigure(figure), 'log'))
  await runProgram(
    source,
    {
      ...libraryModules,
      '@nn/docs/display': async () => display,
      '@nn/docs/mnist': () => import('../src/mnist/index'),
    },
    print,
  )
  return lines.join('\n')
}
