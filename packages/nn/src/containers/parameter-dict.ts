import type { DType, Shape, Tensor } from '@nn/tensor'
import { Parameter } from '../module/parameter'
import { KeyedParts } from './keyed-parts'

/**
 * Parameters by key, for a module that chooses among them. (A plain object would hide them from `parameters`.) Tensors
 * that are no parameters become parameters.
 *
 * A key must not be the name of a method or property of modules, such as `keys` or `training`.
 *
 * @example
 * class Net extends Module {
 *   scales = new ParameterDict({ left: ones([1]), right: zeros([1]) })
 *   forward(x: Tensor, side: 'left' | 'right'): Tensor {
 *     return x.mul(this.scales.get(side))
 *   }
 * }
 * new Net().namedParameters().map(([name]) => name) // ['scales.left', 'scales.right']
 * @see torch.nn.ParameterDict
 */
export class ParameterDict<Key extends string = string> extends KeyedParts<Readonly<Record<Key, Parameter>>> {
  /** @throws RangeError for a key with a dot, and for one that modules use themselves. */
  constructor(parameters?: Readonly<Record<Key, Tensor>>) {
    super()
    if (parameters !== undefined) this.update(parameters)
  }

  /**
   * Puts a parameter under a key, in place of the one that is there.
   *
   * @throws RangeError for a key with a dot, and for one that modules use themselves.
   */
  set(key: Key, value: Tensor): this {
    const parameter = value instanceof Parameter ? value : new Parameter(value)
    if (this.has(key)) Reflect.set(this, key, parameter)
    else this.registerParameter(key, parameter)
    return this
  }

  /** Puts parameters under their keys, the keys in alphabetical order as PyTorch has it. */
  update(parameters: Readonly<Partial<Record<Key, Tensor>>>): this {
    for (const key of (Object.keys(parameters) as Key[]).sort()) this.set(key, parameters[key] as Tensor)
    return this
  }

  protected isPart(value: unknown): value is Parameter {
    return value instanceof Parameter
  }

  override extraRepr(): string {
    return this.entries()
      .map(
        ([key, { dtype, shape }]) => `  (${key}): Parameter containing: [${typeName(dtype)} of size ${sizes(shape)}]`,
      )
      .join('\n')
  }
}

const typeNames: Readonly<Record<DType, string>> = {
  float32: 'Float',
  float64: 'Double',
  int64: 'Long',
  int32: 'Int',
  uint8: 'Byte',
  bool: 'Bool',
}

const typeName = (dtype: DType): string => `torch.${typeNames[dtype]}Tensor`
const sizes = (shape: Shape): string => shape.join('x')
