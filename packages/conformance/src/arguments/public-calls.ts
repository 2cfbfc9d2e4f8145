import * as autograd from '@nn/autograd'
import * as data from '@nn/data'
import * as nn from '@nn/nn'
import * as optim from '@nn/optim'
import * as tensors from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { internal } from './internal'
import type { Overload, PublicCall } from './public-call'

type AnyFunction = (...args: readonly unknown[]) => unknown
type AnyClass = new (...args: readonly unknown[]) => unknown

const pytorch = readFixture<Readonly<Record<string, Readonly<Record<string, readonly Overload[]>>>>>('signatures.json')

/** Every function, method and constructor of the published packages that PyTorch's users know. */
export function publicCalls(): PublicCall[] {
  return [
    ...callsOf('', tensors, ['torch', 'functional', 'init']),
    ...callsOf('linalg.', tensors.linalg, ['linalg']),
    ...methodsOf('x', () => tensors.ones([2, 2]), tensors.Tensor.prototype, 'Tensor'),
    ...callsOf('', autograd, ['torch', 'autograd']),
    ...callsOf('', nn, ['nn', 'utils']),
    ...callsOf('functional.', nn.functional, ['functional', 'torch']),
    ...callsOf('init.', nn.init, ['init']),
    ...methodsOf('module', () => new nn.Linear(2, 2), nn.Module.prototype, 'Module'),
    ...callsOf('', optim, ['optim']),
    ...callsOf('lrScheduler.', optim.lrScheduler, ['lr_scheduler']),
    ...callsOf('', data, ['data']),
    ...callsOf('transforms.', data.transforms, []),
  ].filter(({ name }) => !internal.has(name))
}

/** @param groups where PyTorch has what is called the same; the first that has it counts */
function callsOf(prefix: string, namespace: object, groups: readonly string[]): PublicCall[] {
  const calls: PublicCall[] = []
  for (const [name, value] of Object.entries(namespace)) {
    if (typeof value !== 'function') continue
    const overloads = find(groups, name)
    if (isClass(value)) {
      const build: AnyFunction = (...args) => Reflect.construct(value as AnyClass, args as unknown[])
      calls.push({ name: `new ${prefix}${name}`, pytorch: overloads, isMethod: false, call: build })
    } else {
      calls.push({ name: prefix + name, pytorch: overloads, isMethod: false, call: value as AnyFunction })
    }
  }
  return calls
}

/** @param make an object to call the method of, a new one each time: many methods change it */
function methodsOf(prefix: string, make: () => object, prototype: object, group: string): PublicCall[] {
  const names = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor' && !name.startsWith('_'))
    .map(([name]) => name)
  return names.map((name) => ({
    name: `${prefix}.${name}`,
    pytorch:
      find([group], name)?.map(([positional, keyword]) => [positional.slice(isSelf(positional[0])), keyword]) ?? null,
    isMethod: true,
    call: (...args) => (make() as Record<string, AnyFunction>)[name]?.(...args),
  }))
}

const isSelf = (name: string | undefined): number => (name === 'self' || name === 'input' ? 1 : 0)

function find(groups: readonly string[], name: string): readonly Overload[] | null {
  for (const group of groups) {
    for (const [known, overloads] of Object.entries(pytorch[group] ?? {}))
      if (plain(known) === plain(name)) return overloads
  }
  return null
}

/** Both spellings alike: `max_pool2d` and `maxPool2d`. */
export const plain = (name: string): string => name.replace(/_+(?=.)/g, '').toLowerCase()

function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false
}
