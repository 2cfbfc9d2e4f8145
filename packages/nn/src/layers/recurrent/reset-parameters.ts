import { uniform_ } from '../../init/uniform'
import type { Module } from '../../module/module'

/** Draws all parameters of a recurrent module anew, uniform between -1/√hiddenSize and 1/√hiddenSize. */
export function resetRecurrentParameters(module: Module, hiddenSize: number): void {
  const bound = hiddenSize === 0 ? 0 : 1 / Math.sqrt(hiddenSize)
  for (const parameter of module.parameters()) uniform_(parameter, -bound, bound)
}
