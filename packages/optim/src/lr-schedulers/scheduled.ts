import { type Kind, kinds } from '@nn/tensor'
import { Optimizer } from '../optimizer'

/** What a scheduler may change of an optimizer's hyper-parameters. */
export interface ScheduledOptions {
  lr: number
  momentum?: number
  betas?: readonly [number, number]
}

/** An optimizer whose learning rate can be changed: any of this package. */
export type ScheduledOptimizer = Optimizer<ScheduledOptions>

export const optimizer: Kind<ScheduledOptimizer> = kinds.kind('an optimizer', (value) => value instanceof Optimizer)

/** A number for all groups, or one each. */
export const numbersPerGroup: Kind<number | readonly number[]> = kinds.either(kinds.number, kinds.numbers)

/** The learning rate of each group as it is now. */
export function currentLrs(optimizer: ScheduledOptimizer): number[] {
  return optimizer.paramGroups.map(({ lr }) => lr)
}

/** @throws RangeError where there are not as many as groups, one of which may have come later. */
export function setLrs(scheduler: string, optimizer: ScheduledOptimizer, lrs: readonly number[]): void {
  const groups = optimizer.paramGroups
  if (lrs.length !== groups.length) {
    throw new RangeError(`${scheduler}: there are ${lrs.length} learning rates for ${groups.length} groups`)
  }
  for (const [i, group] of groups.entries()) group.lr = lrs[i] as number
}

/**
 * A value for each group, of one for all or one each.
 *
 * @throws RangeError where there are not as many values as groups.
 */
export function perGroup<T>(
  scheduler: string,
  name: string,
  optimizer: ScheduledOptimizer,
  value: T | readonly T[],
): readonly T[] {
  const groups = optimizer.paramGroups.length
  if (!isList(value)) return new Array<T>(groups).fill(value)
  if (value.length !== groups) {
    throw new RangeError(`${scheduler}: ${name} has ${value.length} values, the optimizer has ${groups} groups`)
  }
  return [...value]
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}
