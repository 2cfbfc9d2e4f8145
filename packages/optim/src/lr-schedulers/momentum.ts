import type { ParamGroup } from '../param-group'
import type { ScheduledOptimizer, ScheduledOptions } from './scheduled'

/** @throws TypeError for an optimizer that has neither a momentum nor betas. */
export function checkHasMomentum(scheduler: string, optimizer: ScheduledOptimizer): void {
  if (!('momentum' in optimizer.defaults) && !('betas' in optimizer.defaults)) {
    throw new TypeError(`${scheduler}: cycleMomentum needs an optimizer with a momentum or betas`)
  }
}

/** Sets a group's momentum; in the family of Adam that is the first of the betas. */
export function setMomentum(group: ParamGroup<ScheduledOptions>, momentum: number): void {
  if (group.betas === undefined) group.momentum = momentum
  else group.betas = [momentum, group.betas[1]]
}
