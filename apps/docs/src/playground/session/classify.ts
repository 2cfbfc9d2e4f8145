import { noGrad } from '@nn/autograd'
import type { Module } from '@nn/nn'
import { scope } from '@nn/tensor'
import { type Checkpoint, pixelTransform } from '@nn/trainer'
import { SIDE } from '../drawing/centre-digit'

/**
 * Asks a network which digit an image shows. A network in training goes on as if nobody had asked.
 *
 * @param pixels of 28 × 28 bytes, row by row
 * @returns the probability of each digit
 */
export function classify({ model, normalization }: Checkpoint, pixels: Uint8Array): number[] {
  return inEvaluation(model, () =>
    scope(() => {
      const image = pixelTransform(normalization)({ data: pixels, width: SIDE, height: SIDE })
      const logProbabilities = noGrad(() => model.forward(image.flatten().unsqueeze(0)))
      return [...logProbabilities.exp().toTypedArray()]
    }),
  )
}

function inEvaluation<Result>(model: Module, use: () => Result): Result {
  const { training } = model
  model.eval()
  try {
    return use()
  } finally {
    model.train(training)
  }
}
