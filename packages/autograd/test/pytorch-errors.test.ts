import { AutogradError, DTypeError, IndexError, ShapeError, type Tensor } from '@nn/tensor'
import { decodeArguments, isEncodedTensor, type OpCase, readFixtureLines } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { makeTensor } from './support/make-tensor'
import { pytorchCalls } from './support/pytorch-calls'

const classes = [ShapeError, DTypeError, IndexError, AutogradError, RangeError, TypeError]

/** Ops that are methods here: a plain number has none, so that the type checker refuses the call. */
const hasReceiver = ({ op, args }: OpCase): boolean =>
  args[0] !== undefined && (typeof args[0] !== 'number' || ['arange', 'linspace', 'eye'].includes(op))

/** Floats and integers are one in JavaScript. */
const isRefusedForBeingFloat = ({ op, args }: OpCase): boolean => op === 'linspace' && args[2] === 1

const cases = readFixtureLines<OpCase>('opinfo-errors.jsonl.gz').filter(
  (testCase) => testCase.op in pytorchCalls && hasReceiver(testCase) && !isRefusedForBeingFloat(testCase),
)

const describeArgument = (arg: unknown): string =>
  isEncodedTensor(arg as never)
    ? `${(arg as { dtype: string }).dtype}[${(arg as { shape: number[] }).shape}]`
    : JSON.stringify(arg)

describe('refuses what PyTorch refuses, with an error of ours that names the op:', () => {
  it.each(
    cases.map(
      (testCase) => [`${testCase.op}(${testCase.args.map(describeArgument)})`.slice(0, 100), testCase] as const,
    ),
  )('%s', (_, testCase) => {
    const { args } = decodeArguments(testCase, makeTensor)
    const call = pytorchCalls[testCase.op] as unknown as (...args: unknown[]) => Tensor
    let thrown: unknown = null
    try {
      call(...args)
    } catch (error) {
      thrown = error
    }
    expect(classes.some((type) => thrown instanceof type)).toBe(true)
    expect((thrown as Error).message).toMatch(/^\w+: /)
  })
})
