import { likelyCause } from './likely-cause'
import type { Settings } from './settings'

/** Where the loss ran away. */
export interface Divergence {
  readonly loss: number
  readonly epoch: number
  /** The step of that epoch, from 1. */
  readonly step: number
}

/** Says that the loss ran away, and which setting is the likely cause. */
export function explainDivergence({ loss, epoch, step }: Divergence, settings: Settings): string {
  const happened = Number.isFinite(loss) ? `grew to ${loss.toExponential(1)}` : `became ${loss}`
  return `Training stopped: the loss ${happened} in epoch ${epoch}, step ${step}. ${likelyCause(settings)}`
}
