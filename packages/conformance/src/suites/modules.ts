import { Module } from '@nn/nn'
import { manualSeed, randn, type Tensor } from '@nn/tensor'
import type { EncodedTensor } from '@nn/testing'
import { bitDifference, forGradients, forValues, tensorDifference } from '../compare'
import { decodeTensor } from '../decode'
import { readJson } from '../fixtures'
import { moduleNames } from '../names/modules'
import { evaluate } from '../python/evaluate'
import type { Result } from '../report'
import { collect } from './collect'

/** A module made from a seed, what it gave for an input, and the gradients for a cotangent. */
interface ModuleCase {
  readonly module: string
  readonly seed: number
  readonly train: boolean
  readonly state_dict: Tensors
  readonly x: EncodedTensor
  readonly y: EncodedTensor
  readonly cotangent: EncodedTensor
  /** Null for indices, which have no gradient. */
  readonly x_grad: EncodedTensor | null
  readonly param_grads: Tensors
  readonly state_dict_after: Tensors
  readonly repr: string
}

type Tensors = Readonly<Record<string, EncodedTensor>>

/** A module that makes one tensor from one. */
type Unary = Module & { forward(x: Tensor): Tensor }

/** The script's module around a recurrent network: its first output. */
class LastOut extends Module {
  m: Module & { forward(x: Tensor): [Tensor, unknown] }

  constructor(m: LastOut['m']) {
    super()
    this.m = m
  }

  forward(x: Tensor): Tensor {
    return this.m.forward(x)[0]
  }
}

/** The script's module around an attention: what all elements get from all. */
class Self extends Module {
  m: Module & { forward(q: Tensor, k: Tensor, v: Tensor, options: { needWeights: boolean }): [Tensor, unknown] }

  constructor(m: Self['m']) {
    super()
    this.m = m
  }

  forward(x: Tensor): Tensor {
    return this.m.forward(x, x, x, { needWeights: false })[0]
  }
}

/** What the words before a module's expression say is made of it. */
const wrappers: Readonly<Record<string, (module: never) => Unary>> = {
  'output of ': (module) => new LastOut(module),
  'self-attention of ': (module) => new Self(module),
}

/** Runs what is in `modules.json`. */
export function runModules(directory: string): Result[] {
  const cases = readJson<ModuleCase[]>(directory, 'modules.json')
  const title = ({ module, train }: ModuleCase): string => `${module} ${train ? 'in training' : 'in use'}`
  return [collect('modules.json', cases, checkModule, title)]
}

function make(source: string): Unary {
  const [prefix = '', wrap = null] = Object.entries(wrappers).find(([words]) => source.startsWith(words)) ?? []
  const module = evaluate(source.slice(prefix.length), moduleNames) as Unary
  return wrap === null ? module : wrap(module as never)
}

function checkModule(testCase: ModuleCase): string | null {
  manualSeed(testCase.seed)
  const module = make(testCase.module)
  module.train(testCase.train)
  const difference =
    within('printed form', textDifference(String(module), testCase.repr)) ??
    within('initial state', differenceOfEach(module.stateDict(), testCase.state_dict, bitDifference))
  if (difference !== null) return difference

  const x = inputOf(testCase)
  const y = module.forward(x)
  y.mul(decodeTensor(testCase.cotangent)).sum().backward()
  return (
    within('input', bitDifference(x, testCase.x)) ??
    within('output', tensorDifference(y, testCase.y, forValues)) ??
    within('gradient of the input', gradientDifference(x, testCase.x_grad)) ??
    within('gradient', differenceOfEach(gradientsOf(module), testCase.param_grads, ofGradients)) ??
    within('state after', differenceOfEach(module.stateDict(), testCase.state_dict_after, ofValues))
  )
}

/** The input is drawn where the script drew it, so that dropout draws what it drew; indices are taken as they are. */
function inputOf({ x, x_grad: gradient }: ModuleCase): Tensor {
  return gradient === null ? decodeTensor(x) : randn(x.shape, { requiresGrad: true })
}

function gradientDifference(x: Tensor, theirs: EncodedTensor | null): string | null {
  return theirs === null ? null : tensorDifference(x.grad as Tensor, theirs, forGradients)
}

/** The gradients of the parameters that have one, by name. */
function gradientsOf(module: Module): Record<string, Tensor> {
  const gradients = module.namedParameters().map(([name, { grad }]) => [name, grad] as const)
  return Object.fromEntries(gradients.filter((entry): entry is [string, Tensor] => entry[1] !== null))
}

type Compare = (ours: Tensor, theirs: EncodedTensor) => string | null

const ofGradients: Compare = (ours, theirs) => tensorDifference(ours, theirs, forGradients)
const ofValues: Compare = (ours, theirs) => tensorDifference(ours, theirs, forValues)

/** The names must be the same, in the same order. */
function differenceOfEach(ours: Readonly<Record<string, Tensor>>, theirs: Tensors, compare: Compare): string | null {
  const names = [ours, theirs].map((tensors) => Object.keys(tensors).join(', '))
  if (names[0] !== names[1]) return `names ${names[0]}, expected ${names[1]}`
  for (const [name, expected] of Object.entries(theirs)) {
    const difference = within(name, compare(ours[name] as Tensor, expected))
    if (difference !== null) return difference
  }
  return null
}

function textDifference(ours: string, theirs: string): string | null {
  return ours === theirs ? null : `${JSON.stringify(ours)}, expected ${JSON.stringify(theirs)}`
}

const within = (where: string, difference: string | null): string | null =>
  difference === null ? null : `${where}: ${difference}`
