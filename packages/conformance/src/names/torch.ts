import { type DType, dtypes, type NestedArray, tensor } from '@nn/tensor'
import { adapters } from '../adapters/index'
import { WholeFloat } from '../decode'
import { callOp, type Names, type PythonFunction, plain } from '../python/evaluate'

const FUNCTIONAL = 'nn.functional.'

/** The adapters whose names begin with a prefix, without it, as functions. */
function functionsOf(prefix: string): Names {
  const ops = Object.keys(adapters).filter((op) => op.startsWith(prefix))
  const asFunction =
    (op: string): PythonFunction =>
    (args, keywords) =>
      callOp(op, args, keywords)
  return Object.fromEntries(ops.map((op) => [op.slice(prefix.length), asFunction(op)]))
}

const hasFloat = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(hasFloat) : value instanceof WholeFloat

/** `torch.tensor`, for which 1.0 is no integer. */
const makeTensor: PythonFunction = ([data], { dtype, requires_grad: requiresGrad = false }) =>
  tensor(plain(data) as NestedArray, {
    ...(dtype !== undefined ? { dtype: dtype as DType } : hasFloat(data) ? { dtype: 'float32' } : {}),
    requiresGrad: requiresGrad as boolean,
  })

/** What `torch` has. */
export const torchNames: Names = {
  ...functionsOf(''),
  ...Object.fromEntries(Object.keys(dtypes).map((dtype) => [dtype, dtype])),
  tensor: makeTensor,
}

/** What `torch.nn.functional` has; some of it goes by its name in `torch` in the adapter table. */
export const functionalNames: Names = { ...functionsOf(''), ...functionsOf(FUNCTIONAL) }

/** Python's `float`, for what no literal can say. */
export const float: PythonFunction = ([text]) => {
  if (text === 'inf' || text === '-inf') return text === 'inf' ? Infinity : -Infinity
  return Number(text)
}
