import type { MNIST } from '@nn/data'
import type { Layer } from '@nn/nn'
import type { Evaluation } from '@nn/trainer'
import { countConfusions } from './confusion'
import { findMistakes, type Mistake } from './mistakes'

/** What a network does with the test images, beyond its loss. */
export interface Insight {
  /** How many images of each digit (row) got each answer (column). */
  readonly confusion: readonly (readonly number[])[]
  /** Number of all mistakes. */
  readonly mistakes: number
  /** The mistakes with the highest losses, the worst first. */
  readonly worst: readonly (Mistake & { readonly pixels: Uint8Array })[]
}

const WORST = 12

/** Looks closer at an evaluation: which digits were taken for which, and which images the network is furthest off with. */
export function gainInsight(model: Layer, testset: MNIST, evaluation: Evaluation): Insight {
  const mistakes = findMistakes(model, testset, evaluation.mistakes)
  const worst = [...mistakes].sort((a, b) => b.loss - a.loss).slice(0, WORST)
  return {
    confusion: countConfusions(testset.targets.toTypedArray(), mistakes),
    mistakes: mistakes.length,
    worst: worst.map((mistake) => ({ ...mistake, pixels: pixelsOf(testset, mistake.index) })),
  }
}

/** The untransformed bytes of an image. */
export function pixelsOf({ images }: MNIST, index: number): Uint8Array {
  return Uint8Array.from(images.at(index).toTypedArray())
}
