import { Module } from '@nn/nn'
import { Tensor } from '@nn/tensor'
import { adapters } from '../adapters/index'
import { Call } from '../call'
import { type Value, WholeFloat } from '../decode'
import { camelCase } from './camel-case'
import type { Expression, Operator } from './expression'
import { parse } from './parse'

/** A function as Python calls it. */
export type PythonFunction = (args: readonly unknown[], keywords: Readonly<Record<string, unknown>>) => unknown

/** What names stand for: values, functions, or more names after a dot. */
export interface Names {
  readonly [name: string]: unknown
}

const constants: Names = { True: true, False: false, None: null }

/**
 * The value of a Python expression.
 *
 * @throws SyntaxError where it is none, ReferenceError for a name that stands for nothing.
 */
export function evaluate(source: string, names: Names): unknown {
  return valueIn(parse(source), { ...constants, ...names })
}

function valueIn(expression: Expression, names: Names): unknown {
  switch (expression.kind) {
    case 'number':
      return expression.isFloat && Number.isInteger(expression.value)
        ? new WholeFloat(expression.value)
        : expression.value
    case 'text':
      return expression.value
    case 'name':
      return found(names[expression.name], expression.name)
    case 'list':
      return expression.items.map((item) => valueIn(item, names))
    case 'lambda':
      return (argument: unknown) => plain(valueIn(expression.body, { ...names, [expression.parameter]: argument }))
    case 'negative':
      return negative(valueIn(expression.of, names))
    case 'binary':
      return binary(expression.operator, valueIn(expression.left, names), valueIn(expression.right, names))
    case 'attribute':
      return attribute(valueIn(expression.of, names), expression.name)
    case 'index':
      return callOp('__getitem__', [valueIn(expression.of, names), valueIn(expression.index, names)], {})
    case 'call': {
      const args = expression.args.map((arg) => valueIn(arg, names))
      const keywords = expression.keywords.map(([name, value]) => [name, valueIn(value, names)] as const)
      return call(valueIn(expression.callee, names), args, Object.fromEntries(keywords))
    }
  }
}

/** A value without the distinction between 1.0 and 1. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return value instanceof WholeFloat ? value.value : value
}

function found(value: unknown, name: string): unknown {
  if (value === undefined) throw new ReferenceError(`'${name}' stands for nothing here`)
  return value
}

function negative(value: unknown): unknown {
  if (value instanceof WholeFloat) return new WholeFloat(-value.value)
  return typeof value === 'number' ? -value : callOp('neg', [value], {})
}

const arithmetic: Readonly<Record<Operator, { op: string; ofNumbers: (a: number, b: number) => number }>> = {
  '+': { op: 'add', ofNumbers: (a, b) => a + b },
  '-': { op: 'sub', ofNumbers: (a, b) => a - b },
  '*': { op: 'mul', ofNumbers: (a, b) => a * b },
  '/': { op: 'div', ofNumbers: (a, b) => a / b },
  '**': { op: 'pow', ofNumbers: (a, b) => a ** b },
}

function binary(operator: Operator, left: unknown, right: unknown): unknown {
  const { op, ofNumbers } = arithmetic[operator]
  const [a, b] = [plain(left), plain(right)]
  return typeof a === 'number' && typeof b === 'number' ? ofNumbers(a, b) : callOp(op, [left, right], {})
}

/** Methods of tensors, properties of modules, and names inside of others. */
function attribute(of: unknown, name: string): unknown {
  if (of instanceof Tensor) {
    const method: PythonFunction = (args, keywords) => callOp(name, [of, ...args], keywords)
    return method
  }
  if (of instanceof Module) return found(Reflect.get(of, camelCase(name)), name)
  return found((of as Names)[name], name)
}

function call(callee: unknown, args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
  if (callee instanceof Module) return (callee as Module & { forward: PythonForward }).forward(...args)
  return (callee as PythonFunction)(args, keywords)
}

type PythonForward = (...inputs: readonly unknown[]) => unknown

/** Calls one of the ops that the adapter table has. */
export function callOp(op: string, args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown {
  const adapter = adapters[op]
  if (adapter === undefined) throw new ReferenceError(`'${op}' is not in the adapter table`)
  return adapter(new Call(op, args as readonly Value[], keywords as Readonly<Record<string, Value>>))
}
