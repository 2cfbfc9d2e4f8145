import { type DType, getDefaultDtype, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { inMemoryOrder, resultStrides } from '../core/layout'
import type { Op } from '../core/op'
import { allocate } from '../core/operand'
import type { UnaryFunction } from '../kernels/elementwise-function'
import type { Kernels } from '../kernels/kernels'
import type { Tensor } from '../tensor'

/** How a unary function differentiates, and which dtypes it takes and gives. */
export interface UnaryRule {
  /** `float`: integers become the default dtype. `number`: bool becomes int64. `same`: the input's. `bool`: true or false. */
  readonly result: 'float' | 'number' | 'same' | 'bool'
  /** What it says nothing of, as PyTorch's: true and false, or all that is no floating-point number. */
  readonly refuses?: 'bool' | 'integers'
  /** What the derivative is written in; `nothing` where it is 0 everywhere. */
  readonly saves: 'input' | 'output' | 'nothing'
  /** As PyTorch names the node, where it is not the name itself. */
  readonly node?: string
  /** grad · f'(x), in terms of what is saved: the input x or the output y. */
  readonly gradient: (grad: Tensor, saved: Tensor) => Tensor
}

/**
 * The ops of a family of functions, by name.
 *
 * @param kernel computes any of them, on the backend that computes now
 */
export function unaryOps<Name extends string>(
  functions: Readonly<Record<Name, UnaryFunction['of']>>,
  rules: Readonly<Record<Name, UnaryRule>>,
  kernel: () => Kernels['unary'],
): Readonly<Record<Name, Op<[Tensor]>>> {
  const names = Object.keys(functions) as Name[]
  const ops = names.map((name) => [name, unaryOp({ name, of: functions[name] }, rules[name], kernel)])
  return Object.fromEntries(ops) as Record<Name, Op<[Tensor]>>
}

function unaryOp(f: UnaryFunction, rule: UnaryRule, kernel: () => Kernels['unary']): Op<[Tensor]> {
  const { name } = f
  return {
    name,
    ...(rule.node === undefined ? {} : { node: rule.node }),
    forward(context, [x]) {
      if (x.dtype === 'bool' && rule.refuses === 'bool') {
        throw new DTypeError(`${name}: not defined for bool tensors; convert with to('int64') first`)
      }
      if (!isFloatingPoint(x.dtype) && rule.refuses === 'integers') {
        throw new DTypeError(`${name}: needs a floating-point tensor, got ${x.dtype}`)
      }
      const out = allocate(x.shape, resultDtype(rule, x.dtype), resultStrides(x.shape, x))
      const [to, from] = inMemoryOrder(out, x)
      kernel()(f, from, to)
      if (rule.saves === 'input') context.save(x)
      if (rule.saves === 'output') context.save(out)
      return out
    },
    backward(context, grad) {
      return [rule.gradient(grad, context.saved[0] ?? grad)]
    },
  }
}

function resultDtype(rule: UnaryRule, dtype: DType): DType {
  if (rule.result === 'bool') return 'bool'
  if (rule.result === 'number') return dtype === 'bool' ? 'int64' : dtype
  return rule.result === 'same' || isFloatingPoint(dtype) ? dtype : getDefaultDtype()
}
