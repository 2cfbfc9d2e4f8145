import { AutogradError, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { setGradEnabled } from '../src/index'

type Operand = string | number | readonly number[]

interface Values {
  readonly shape: readonly number[]
  readonly data: readonly number[]
  readonly requiresGrad: boolean
}

/** A program with views and in-place operations, and what PyTorch makes of it: `generate/in_place_programs.py` tells. */
interface Program {
  readonly leaves: Readonly<Record<string, Values>>
  readonly statements: readonly (readonly [to: string, op: string, ...operands: Operand[]])[]
  /** The statements that run without recording. */
  readonly noGrad: readonly number[]
  /** The statement that is refused. */
  readonly refused?: number
  readonly variables?: Readonly<
    Record<string, { readonly data: readonly number[]; requiresGrad: boolean; gradFn: string | null }>
  >
  readonly backwardRefused?: true
  readonly grads?: Readonly<Record<string, readonly number[] | null>>
}

const select = (x: Tensor, dim: number, index: number): Tensor => x.at(...Array<string>(dim).fill(':'), index)

function call(op: string, x: Tensor, operands: readonly (Tensor | number | readonly number[])[]): Tensor {
  if (op === 'select') return select(x, ...(operands as [number, number]))
  return (x[op as keyof Tensor] as unknown as (...args: unknown[]) => Tensor).call(x, ...operands)
}

/** Runs the statements; the number of the one that is refused, or null. */
function runStatements({ statements, noGrad }: Program, variables: Map<string, Tensor>): number | null {
  for (const [i, [to, op, first, ...operands]] of statements.entries()) {
    const x = variables.get(first as string) as Tensor
    const others = operands.map((o) => (typeof o === 'string' ? (variables.get(o) as Tensor) : o))
    setGradEnabled(!noGrad.includes(i))
    try {
      variables.set(to, call(op, x, others))
    } catch (error) {
      expect(error instanceof AutogradError || error instanceof ShapeError, String(error)).toBe(true)
      return i
    } finally {
      setGradEnabled(true)
    }
  }
  return null
}

/** Σ over the variables that require grad of Σ xᵢ times the variable's number. */
function lossOf(variables: Map<string, Tensor>): Tensor | null {
  const terms = [...variables.values()].map((x, i) => (x.requiresGrad ? x.mul(i + 1).sum() : null))
  return terms.reduce((total, term) => (term === null || total === null ? (term ?? total) : total.add(term)), null)
}

const rounded = (values: ArrayLike<number>): number[] => Array.from(values, (x) => Number(x.toPrecision(9)))

function check(program: Program): void {
  const variables = new Map(
    Object.entries(program.leaves).map(([name, { shape, data, requiresGrad }]) => {
      return [name, tensor(data, { dtype: 'float64' }).view(shape).detach().requiresGrad_(requiresGrad)]
    }),
  )
  const leaves = new Map(variables)
  expect(runStatements(program, variables)).toBe(program.refused ?? null)
  for (const [name, expected] of Object.entries(program.variables ?? {})) {
    const x = variables.get(name) as Tensor
    expect([name, x.requiresGrad, x.gradFn?.name ?? null]).toEqual([name, expected.requiresGrad, expected.gradFn])
    expect([name, rounded(x.toTypedArray())]).toEqual([name, rounded(expected.data)])
  }
  const loss = program.refused === undefined ? lossOf(variables) : null
  if (program.backwardRefused === true) expect(() => loss?.backward()).toThrow(/version/)
  if (program.grads === undefined) return
  loss?.backward()
  for (const [name, expected] of Object.entries(program.grads)) {
    const grad = leaves.get(name)?.grad ?? null
    expect([name, grad && rounded(grad.toTypedArray())]).toEqual([name, expected && rounded(expected)])
  }
}

/** How a program differs, or null where it does not. */
function failure(program: Program): string | null {
  try {
    check(program)
    return null
  } catch (error) {
    const { leaves, statements, noGrad } = program
    return `${JSON.stringify({ leaves: Object.keys(leaves), statements, noGrad })}: ${(error as Error).message}`
  }
}

describe('views and in-place operations do what they do in PyTorch', () => {
  const programs = readFixture<Program[]>('in_place_programs.json.gz')
  for (let start = 0; start < programs.length; start += 100) {
    it(`programs ${start} to ${start + 99}`, () => {
      const failures = programs
        .slice(start, start + 100)
        .map(failure)
        .filter((found) => found !== null)
      expect(failures, failures.join('\n')).toEqual([])
    })
  }
})
