import { describe, expect, it } from 'vitest'
import { errorLine, errorText } from '../../src/runner/error-line'
import { libraryModules } from '../../src/runner/module-table'
import { runProgram } from '../../src/runner/run-program'

async function run(source: string): Promise<string[]> {
  const printed: string[] = []
  await runProgram(source, libraryModules, (text, level) => printed.push(`${level}: ${text}`))
  return printed
}

/** What is shown of the error of a program. */
async function failure(source: string): Promise<[line: number | null, text: string]> {
  try {
    await run(source)
  } catch (error) {
    return [errorLine(error), errorText(error)]
  }
  throw new Error('The program did not fail')
}

describe('runProgram', () => {
  it('runs TypeScript modules with imports and top-level await', async () => {
    const source = `
      import { tensor, type Tensor } from '@nn/tensor'
      const x: Tensor = await Promise.resolve(tensor([1, 2]))
      console.log('x', x, { n: x.shape })
      export const y = x satisfies Tensor`
    expect(await run(source)).toEqual(['log: x tensor([1, 2]) { n: [ 2 ] }'])
  })

  it('imports whole modules and imports later', async () => {
    const source = `
      import * as t from '@nn/tensor'
      const { Linear } = await import('@nn/nn')
      console.log(t.tensor(1), new Linear(1, 2, { bias: false }))`
    expect(await run(source)).toEqual(['log: tensor(1) Linear(in_features=1, out_features=2, bias=False)'])
  })

  it('tells which of the functions of the console printed', async () => {
    expect(await run(`console.warn('a', 1); console.error('b'); console.info()`)).toEqual([
      'warn: a 1',
      'error: b',
      'log: ',
    ])
  })

  it('gives a program nothing of the one before', async () => {
    await run('var left = 1; globalThis.kept = undefined')
    expect(await run('console.log(typeof left)')).toEqual(['log: undefined'])
  })
})

describe('the errors of programs', () => {
  it('tell the line of the program', async () => {
    const source = `import { ones } from '@nn/tensor'

const x = ones([2, 3])
console.log(
  x.matmul(x),
)`
    const [line, text] = await failure(source)
    expect(line).toBe(5)
    expect(text).toMatch(/^ShapeError: matmul: inner dimensions differ/)
  })

  it('tell the line behind an await and in a function', async () => {
    const source = `async function fail(): Promise<never> {
  await null
  throw new TypeError('no')
}
await fail()`
    expect(await failure(source)).toEqual([3, 'TypeError: no'])
  })

  it('tell the line of a mistake in the syntax', async () => {
    const [line, text] = await failure('const a = 1\nconst b = ;\n')
    expect(line).toBe(2)
    expect(text).toBe('SyntaxError: Unexpected token')
  })

  it('leave open the line of a mistake that only the engine sees', async () => {
    expect(await failure('const a = 1\nconst a = 2')).toEqual([
      null,
      "SyntaxError: Identifier 'a' has already been declared",
    ])
  })

  it('name what programs can import', async () => {
    const [line, text] = await failure(`const a = 1\nimport { x } from 'elsewhere'\nconsole.log(x)`)
    expect(line).toBe(2)
    expect(text).toMatch(/Cannot find module 'elsewhere'; programs here can import @nn\/tensor, /)
  })

  it('are shown also where something else was thrown', async () => {
    expect(await failure(`throw 'tea'`)).toEqual([null, 'Uncaught tea'])
  })
})
