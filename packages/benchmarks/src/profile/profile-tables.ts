import { number, percent } from '../report/numbers'
import type { Table } from '../report/table'
import type { KernelTime } from './kernel-timer'
import type { PhaseTime } from './phase-timer'
import type { ProfileAnswer } from './profile-task'

/** Kernels with less of the time share a row. */
const SMALLEST_SHARE = 0.001

/** The profile as two tables, by line of the loop and by kernel, in microseconds a step. */
export function profileTables({ phases, kernels }: ProfileAnswer, steps: number): Table[] {
  const all: PhaseTime = { name: 'together', milliseconds: sum(phases), inKernels: sum(kernels) }
  const perStep = (milliseconds: number): string => number((1000 * milliseconds) / steps, 1)
  const share = (milliseconds: number): string => percent(milliseconds / all.milliseconds)

  const phaseRows = [...phases, all].map(({ name, milliseconds, inKernels }) => [
    name,
    perStep(milliseconds),
    share(milliseconds),
    perStep(inKernels),
    perStep(milliseconds - inKernels),
  ])
  const kernelRows = joinSmall(kernels, SMALLEST_SHARE * all.milliseconds).map(({ name, calls, milliseconds }) => [
    name,
    number(calls / steps, 1),
    perStep(milliseconds),
    share(milliseconds),
  ])
  const outside = all.milliseconds - all.inKernels
  kernelRows.push(['outside of kernels', '', perStep(outside), share(outside)])

  return [
    {
      name: 'profile-lines',
      head: ['line of the training step', 'µs', 'share', 'in kernels', 'outside'],
      rows: phaseRows,
      notes: [],
    },
    { name: 'profile', head: ['kernel', 'calls', 'µs', 'share'], rows: kernelRows, notes: [] },
  ]
}

/** The kernels of at least so many milliseconds, and one row for all the others. */
function joinSmall(kernels: readonly KernelTime[], smallest: number): KernelTime[] {
  const large = kernels.filter(({ milliseconds }) => milliseconds >= smallest)
  const small = kernels.filter(({ milliseconds }) => milliseconds < smallest)
  if (small.length === 0) return large
  const calls = small.reduce((total, kernel) => total + kernel.calls, 0)
  return [...large, { name: `${small.length} others`, calls, milliseconds: sum(small) }]
}

function sum(times: readonly { readonly milliseconds: number }[]): number {
  return times.reduce((total, { milliseconds }) => total + milliseconds, 0)
}
