import type { Benchmark } from './benchmark'
import { conv } from './conv'
import { epoch } from './epoch'
import { latency } from './latency'
import { limits } from './limits'
import { matmul } from './matmul'
import { memory } from './memory'
import { peers } from './peers'
import { profile } from './profile'
import { scaling } from './scaling'
import { startup } from './startup'
import { step } from './step'

export const benchmarkNames = [
  'matmul',
  'epoch',
  'step',
  'conv',
  'latency',
  'memory',
  'limits',
  'startup',
  'peers',
  'profile',
  'scaling',
] as const

export type BenchmarkName = (typeof benchmarkNames)[number]

/** All of them; each one's results are for its own tables only. */
// biome-ignore lint/suspicious/noExplicitAny: the type of the results differs.
export const benchmarks: Readonly<Record<BenchmarkName, Benchmark<any>>> = {
  matmul,
  epoch,
  step,
  conv,
  latency,
  memory,
  limits,
  startup,
  peers,
  profile,
  scaling,
}
