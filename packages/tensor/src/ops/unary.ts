import { isTensor } from '../core/is-tensor'
import { apply, applyInPlace } from '../core/op'
import { type UnaryName, unaryFunctions } from '../kernels/js/unary-functions'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zerosLike } from './creation'
import { nothingMore, takesInput } from './takes'
import { reluBackward, sigmoidBackward, tanhBackward } from './unary-backward'
import { type UnaryRule, unaryOps } from './unary-op'

/** How the functions that tensors have as methods differentiate, a line each. */
const rules: Readonly<Record<UnaryName, UnaryRule>> = {
  neg: { result: 'same', refuses: 'bool', saves: 'nothing', gradient: (g) => g.neg() },
  abs: { result: 'same', refuses: 'bool', saves: 'input', gradient: (g, x) => g.mul(x.sign()) },
  sign: { result: 'same', saves: 'nothing', gradient: (g) => zerosLike(g) },
  exp: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y) },
  log: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x) },
  log2: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN2)) },
  log10: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN10)) },
  sqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.div(y.mul(2)) },
  rsqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.pow(3)).mul(-0.5) },
  reciprocal: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y).mul(y).neg() },
  square: { result: 'number', node: 'PowBackward0', saves: 'input', gradient: (g, x) => g.mul(x).mul(2) },
  tanh: { result: 'float', saves: 'output', gradient: tanhBackward },
  sigmoid: { result: 'float', saves: 'output', gradient: sigmoidBackward },
  relu: { result: 'same', refuses: 'bool', saves: 'output', gradient: reluBackward },
  floor: { result: 'same', refuses: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  ceil: { result: 'same', refuses: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  trunc: { result: 'same', refuses: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  frac: { result: 'same', refuses: 'integers', saves: 'nothing', gradient: (g) => g },
  round: { result: 'same', refuses: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  logicalNot: { result: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  isnan: { result: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  isinf: { result: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  isfinite: { result: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
}

const ops = unaryOps(unaryFunctions, rules, () => getBackend().kernels.unary)

/**
 * f(x) for the unary function of that name.
 *
 * @param none what was given after x, which is refused
 */
export function unary(name: UnaryName, x: Tensor, none: readonly unknown[] = nothingMore): Tensor {
  if (none.length > 0 || !isTensor(x)) takesInput([x], none, name)
  return apply(ops[name], [x], undefined)
}

/** x becomes f(x). */
export function unaryInPlace(name: UnaryName, x: Tensor, none: readonly unknown[] = nothingMore): Tensor {
  if (none.length > 0) takesInput([x], none, `${name}_`)
  return applyInPlace(ops[name], [x], undefined)
}
