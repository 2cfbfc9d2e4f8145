import { grad } from '@nn/autograd'
import { AutogradError, DTypeError, IndexError, ShapeError, Tensor } from '@nn/tensor'
import { adapters } from './adapters/index'
import { Call } from './call'
import { firstDifference, forGradients, forValues, tensorDifference } from './compare'
import { decode, decodeTensor } from './decode'
import type { ErrorCase, OpCase } from './encoded'
import { viewDifference } from './views'

/** Calls our function as the case says. */
function run(op: string, testCase: Pick<OpCase, 'args' | 'kwargs'>): { output: unknown; inputs: Tensor[] } {
  const adapter = adapters[op]
  if (adapter === undefined) throw new Error('not in the adapter table')
  const tensors: Tensor[] = []
  const args = testCase.args.map((arg) => decode(arg, tensors))
  const kwargs = Object.fromEntries(Object.entries(testCase.kwargs).map(([name, arg]) => [name, decode(arg, tensors)]))
  return { output: adapter(new Call(ourName(op), args, kwargs)), inputs: tensors }
}

/** All tensors of a result, in order. */
function flatten(output: unknown): Tensor[] {
  if (output instanceof Tensor) return [output]
  return Array.isArray(output) ? output.flatMap(flatten) : []
}

/** Runs a case, gradients included. Null where everything agrees with PyTorch, else what does not. */
export function checkOpCase(testCase: OpCase): string | null {
  try {
    const { output, inputs } = run(testCase.op, testCase)
    return (
      firstDifference(output, testCase.out, forValues) ??
      viewDifference(testCase.op, output, testCase.out, inputs) ??
      gradientDifference(testCase, flatten(output), inputs)
    )
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

function gradientDifference({ cotangents, grads }: OpCase, outputs: Tensor[], tensors: Tensor[]): string | null {
  if (cotangents === undefined || grads === undefined) return null
  const [roots, inputs] = [outputs, tensors].map((list) => list.filter((x) => x.requiresGrad)) as [Tensor[], Tensor[]]
  if (roots.length !== cotangents.length) return `${roots.length} outputs require grad, expected ${cotangents.length}`
  const gradients = grad(roots, inputs, { gradOutputs: cotangents.map(decodeTensor), allowUnused: true })
  for (const [i, theirs] of grads.entries()) {
    const ours = gradients[i] ?? null
    if (theirs === null || ours === null) {
      if (theirs === null && ours === null) continue
      return `gradient ${i}: ${ours === null ? 'null' : 'there is one'}, expected ${theirs === null ? 'null' : 'one'}`
    }
    const difference = tensorDifference(ours, theirs, forGradients)
    if (difference !== null) return `gradient ${i}: ${difference}`
  }
  return null
}

const errorClasses = [ShapeError, DTypeError, IndexError, AutogradError, RangeError, TypeError]

/** Null where the call is refused with one of our errors and a message that names the op, else what happened. */
export function checkErrorCase(testCase: ErrorCase): string | null {
  try {
    run(testCase.op, testCase)
  } catch (error) {
    if (!(error instanceof Error) || !errorClasses.some((known) => error instanceof known))
      return `threw ${String(error)}`
    return error.message.toLowerCase().includes(ourName(testCase.op)) ? null : `does not name the op: ${error.message}`
  }
  return 'was not refused'
}

/** Python's operators as the functions behind them. */
const operators: Readonly<Record<string, string>> = {
  __radd__: 'add',
  __rmul__: 'mul',
  __rdiv__: 'div',
  __rsub__: 'sub',
  __rpow__: 'pow',
  rsub: 'sub',
}

/** `nn.functional.max_pool1d` as our messages have it, in lower case: `maxpool1d`. */
function ourName(op: string): string {
  return (operators[op] ?? op.split('.').at(-1) ?? op).replaceAll('_', '').toLowerCase()
}
