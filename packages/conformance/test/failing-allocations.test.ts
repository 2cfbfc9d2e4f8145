import { useWasm } from '@nn/backend-wasm'
import { BatchNorm1d, CrossEntropyLoss, Dropout, Linear, ReLU, Sequential } from '@nn/nn'
import { Adam, SGD } from '@nn/optim'
import {
  type Backend,
  getBackend,
  jsBackend,
  manualSeed,
  randint,
  randn,
  setBackend,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { afterAll, expect, test } from 'vitest'

afterAll(() => setBackend(jsBackend))

/** A backend whose n-th allocation fails, and no other; it counts them. */
function failing(backend: Backend, n: number): Backend & { count: number } {
  return {
    ...backend,
    count: 0,
    allocate(dtype, length) {
      this.count++
      if (this.count === n) throw new RangeError('there is no more')
      return backend.allocate(dtype, length)
    },
  }
}

interface Program {
  readonly model: Sequential
  readonly optimizer: SGD | Adam
  readonly x: Tensor
  readonly target: Tensor
}

function newProgram(optimizer: 'SGD' | 'Adam'): Program {
  manualSeed(0)
  const model = new Sequential(
    ...[new Linear(20, 40), new BatchNorm1d(40), new ReLU(), new Dropout(0.5), new Linear(40, 7)],
  )
  const options = { lr: 0.01, weightDecay: 0.1 }
  const made = optimizer === 'SGD' ? new SGD(model.parameters(), { ...options, momentum: 0.9 }) : null
  return {
    model,
    optimizer: made ?? new Adam(model.parameters(), options),
    x: randn([16, 20]),
    target: randint(0, 7, [16]),
  }
}

function trainStep({ model, optimizer, x, target }: Program): number {
  optimizer.zeroGrad()
  const loss = new CrossEntropyLoss().forward(model.forward(x), target)
  loss.backward()
  optimizer.step()
  return loss.item()
}

/** The loss and the gradients of a step from the weights of another program, with the same draws. */
function gradients({ model, x, target }: Program): unknown[] {
  manualSeed(1)
  model.zeroGrad()
  const loss = new CrossEntropyLoss().forward(model.forward(x), target)
  loss.backward()
  return [loss.item(), ...Array.from(model.parameters(), (parameter) => parameter.grad?.toArray())]
}

/** Bytes of the kernels' memory. */
const memorySize = (): number => zeros([1000]).storage.data.buffer.byteLength

test.each(['SGD', 'Adam'] as const)(
  'whichever allocation of a step with %s fails, it says so, and the next is right',
  async (name) => {
    await useWasm({ threads: 1, poolSize: 1 })
    const backend = getBackend()
    const first = failing(backend, 0)
    setBackend(first)
    const program = newProgram(name)
    first.count = 0
    trainStep(program)
    const allocations = first.count
    expect(allocations).toBeGreaterThan(30)
    const before = memorySize()

    for (let n = 1; n <= allocations; n++) {
      setBackend(backend)
      const suffering = newProgram(name)
      setBackend(failing(backend, n))
      const message = /^\w+: no memory for an? \w+ tensor \[[\d, ]*\] of .* \(there is no more\)$/
      expect(() => trainStep(suffering)).toThrow(message)

      setBackend(backend)
      const undisturbed = newProgram(name)
      undisturbed.model.loadStateDict(suffering.model.stateDict())
      expect(gradients(suffering)).toEqual(gradients(undisturbed))
      expect(Number.isFinite(trainStep(suffering))).toBe(true)
    }
    // What is dropped is found: the pool has never needed more than its megabyte.
    expect(memorySize()).toBe(before)
  },
)
