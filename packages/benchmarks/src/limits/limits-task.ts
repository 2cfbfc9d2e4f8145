import { useWasm } from '@nn/backend-wasm'
import { Linear, MSELoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed, ones, randn, type Tensor, zeros } from '@nn/tensor'
import { Watch } from '../memory/watch'
import type { Task } from '../processes/serve'

/** What is done to memory. */
export type LimitsRequest =
  | { readonly what: 'rounds'; readonly aliveBytes: number; readonly rounds: number }
  | { readonly what: 'exhaustion'; readonly most: number; readonly times: number }
  | { readonly what: 'tiny'; readonly steps: number }

export interface LimitsAnswer {
  /** What was done so often. */
  readonly count: number
  /** Milliseconds of one. */
  readonly milliseconds: number
  /** Resident memory in bytes: before the first, at its highest. */
  readonly start: number
  readonly max: number
}

/** Elements of a tensor of 16 MB. */
const SIXTEEN_MB = 2 ** 22

/** Brings memory to its limits, and tells what that took. @throws Error where a value is lost. */
export async function limitsTask(): Promise<Task<LimitsRequest, LimitsAnswer>> {
  await useWasm({ threads: 1 })
  manualSeed(0)
  return {
    about: { node: process.version },
    run(request) {
      if (request.what === 'rounds') return garbageBeside(request.aliveBytes, request.rounds)
      if (request.what === 'exhaustion') return exhaust(request.most, request.times)
      return trainTiny(request.steps)
    },
  }
}

/** Rounds of 16 MB of garbage beside tensors that stay alive. */
function garbageBeside(aliveBytes: number, rounds: number): LimitsAnswer {
  const alive = Array.from({ length: Math.ceil(aliveBytes / (4 * SIXTEEN_MB)) }, (_, i) => ones([SIXTEEN_MB]).mul_(i))
  const x = ones([SIXTEEN_MB])
  const answer = watched(rounds, () => void x.mul(2))
  for (const [i, kept] of alive.entries()) check(kept, i)
  return answer
}

/** Tensors of 64 MB until there is no memory, or so many bytes, all let go of, then one of 256 MB. */
function exhaust(most: number, times: number): LimitsAnswer {
  return watched(times, (i) => {
    fill(most)
    check(zeros([4 * 4 * SIXTEEN_MB]).add_(i), i)
  })
}

function fill(most: number): void {
  const kept: Tensor[] = []
  try {
    while (kept.length * 16 * SIXTEEN_MB < most) kept.push(ones([4 * SIXTEEN_MB]))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
}

/** Steps of a network of 4, 8 and 1 units. */
function trainTiny(steps: number): LimitsAnswer {
  const model = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 1))
  const optimizer = new SGD(model.parameters(), { lr: 1e-3 })
  const criterion = new MSELoss()
  const [x, y] = [randn([16, 4]), randn([16, 1])]
  return watched(steps, () => {
    optimizer.zeroGrad()
    criterion.forward(model.forward(x), y).backward()
    optimizer.step()
  })
}

function watched(count: number, step: (i: number) => void): LimitsAnswer {
  const watch = new Watch(count)
  const began = performance.now()
  for (let i = 0; i < count; i++) {
    step(i)
    watch.step()
  }
  const { start, max } = watch.result()
  return { count, milliseconds: (performance.now() - began) / count, start, max }
}

function check(x: Tensor, value: number): void {
  const [least, most] = [x.min().item(), x.max().item()]
  if (least !== value || most !== value) throw new Error(`a tensor of ${value} holds ${least} to ${most}`)
}
