import { IndexError, kinds, signature, type Tensor } from '@nn/tensor'
import { partsOf } from '../module/callable'
import { listKind } from '../module/list-kind'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'

const takesIndex = signature('ParameterList.at', { index: kinds.number })
const takesValue = signature('ParameterList', { parameter: kinds.tensor })
const takesValues = signature('ParameterList', { parameters: listKind })

/**
 * Parameters in a list, for a module that uses them in its own way. (A plain array would hide them from `parameters`.)
 * Tensors that are no parameters become parameters.
 *
 * @example
 * class Net extends Module {
 *   weights = new ParameterList([ones([2, 2]), ones([2, 2])])
 *   forward(x: Tensor): Tensor {
 *     for (const weight of this.weights) x = x.matmul(weight)
 *     return x
 *   }
 * }
 * new Net().forward(ones([1, 2])) // tensor([[4., 4.]], grad_fn=<MmBackward0>)
 * new Net().namedParameters().map(([name]) => name) // ['weights.0', 'weights.1']
 * @see torch.nn.ParameterList
 */
export class ParameterList extends Module {
  /** The parameter at a place from 0. Assigning replaces it. */
  [index: number]: Parameter

  constructor(parameters: Iterable<Tensor> = [], ...none: []) {
    super()
    this.extend(parameters, ...none)
  }

  /** Number of parameters. */
  override get length(): number {
    return [...this].length
  }

  /**
   * The parameter at a place, counted from either end.
   *
   * @throws IndexError where there is none.
   */
  at(index: number, ...none: []): Parameter {
    takesIndex([index], none)
    const parameters = [...this]
    const parameter = Number.isInteger(index) ? parameters.at(index) : undefined
    if (parameter === undefined) {
      throw new IndexError(`ParameterList: no parameter at ${index}, there are ${parameters.length}`)
    }
    return parameter
  }

  /** Adds a parameter at the end. */
  append(value: Tensor, ...none: []): this {
    takesValue([value], none)
    const parameter = value instanceof Parameter ? value : new Parameter(value)
    this.registerParameter(String(this.length), parameter)
    return this
  }

  /** Adds parameters at the end. */
  extend(values: Iterable<Tensor>, ...none: []): this {
    takesValues([values], none)
    for (const value of values) this.append(value)
    return this
  }

  /** The parameters in order; one that stands at several places comes several times. */
  [Symbol.iterator](): IterableIterator<Parameter> {
    const parameters: Parameter[] = []
    for (const { kind, value } of partsOf(this).values()) {
      if (kind === 'parameter' && value) parameters.push(value as Parameter)
    }
    return parameters.values()
  }

  /** @throws TypeError always: the module that has the list uses what is in it. */
  forward(): never {
    throw new TypeError('ParameterList: a list has no forward; use the parameters in it')
  }

  override extraRepr(): string {
    return [...this]
      .map(({ dtype, shape }, i) => `  (${i}): Parameter containing: [torch.${dtype} of size ${shape.join('x')}]`)
      .join('\n')
  }
}
