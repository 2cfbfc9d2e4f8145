import { type DType, type Kind, kinds, type Shape, signature, type Tensor } from '@nn/tensor'
import { Parameter } from '../module/parameter'
import { entriesOf, type Keyed, KeyedParts, keyedKind } from './keyed-parts'

const takesPart = signature('ParameterDict', { key: kinds.text, parameter: kinds.tensor })
const tensorsKind: Kind<Tensor> = { ...kinds.tensor, name: 'tensors' }
const takesParameters = signature('ParameterDict', { parameters: keyedKind })

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
  constructor(parameters?: Keyed<Readonly<Record<Key, Tensor>>>, ...none: []) {
    super()
    if (parameters !== undefined) this.update(parameters as Keyed<Readonly<Partial<Record<Key, Tensor>>>>, ...none)
  }

  /**
   * Puts a parameter under a key, in place of the one that is there.
   *
   * @throws RangeError for a key with a dot, and for one that modules use themselves.
   */
  set(key: Key, value: Tensor, ...none: []): this {
    takesPart([key, value], none)
    const parameter = value instanceof Parameter ? value : new Parameter(value)
    if (this.has(key)) Reflect.set(this, key, parameter)
    else this.registerParameter(key, parameter)
    return this
  }

  /** Puts parameters under their keys; those of an object in alphabetical order, as PyTorch has it, others in their own. */
  update(parameters: Keyed<Readonly<Partial<Record<Key, Tensor>>>>, ...none: []): this {
    takesParameters([parameters], none)
    for (const [key, value] of entriesOf('ParameterDict: parameters', parameters, tensorsKind, true)) {
      this.set(key as Key, value)
    }
    return this
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
