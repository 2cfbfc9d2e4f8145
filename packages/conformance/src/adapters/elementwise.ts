import * as tensor from '@nn/tensor'
import { type Adapters, adaptEach } from './adapter'

/** Functions of a tensor and nothing else, which have the same name in PyTorch. */
const ofOne: ReadonlySet<string> = new Set<keyof typeof tensor>([
  'abs',
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atanh',
  'ceil',
  'cos',
  'cosh',
  'deg2rad',
  'digamma',
  'erf',
  'erfc',
  'erfinv',
  'exp',
  'exp2',
  'expm1',
  'floor',
  'frac',
  'isfinite',
  'isinf',
  'isnan',
  'isneginf',
  'isposinf',
  'lgamma',
  'log',
  'log10',
  'log1p',
  'log2',
  'neg',
  'positive',
  'rad2deg',
  'reciprocal',
  'rsqrt',
  'sgn',
  'sigmoid',
  'sign',
  'signbit',
  'sin',
  'sinc',
  'sinh',
  'sqrt',
  'square',
  'tan',
  'tanh',
  'trunc',
])

const functionsOfOne = Object.fromEntries(Object.entries(tensor).filter(([name]) => ofOne.has(name))) as Record<
  string,
  (x: tensor.Tensor) => tensor.Tensor
>

/** Functions of one tensor, element by element. */
export const elementwise: Adapters = {
  ...adaptEach(functionsOfOne, (f) => (c) => f(c.tensor(0))),
  logical_not: (c) => tensor.logicalNot(c.tensor(0)),
  round: (c) => tensor.round(c.tensor(0), c.options({ decimals: ['decimals', 1] })),
  logit: (c) => tensor.logit(c.tensor(0), c.options({ eps: ['eps', 1] })),
  nan_to_num: (c) =>
    tensor.nanToNum(c.tensor(0), c.options({ nan: ['nan', 1], posinf: ['posinf', 2], neginf: ['neginf', 3] })),
}
