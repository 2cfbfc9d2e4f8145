import { grad } from '@nn/autograd'
import { functional } from '@nn/nn'
import type { Reduction, Tensor } from '@nn/tensor'
import { type Call, type OpCase, readFixtureLines, runCase } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'

/** The keyword arguments of PyTorch's losses. */
interface LossKeywords {
  readonly weight?: Tensor
  readonly ignore_index?: number
  readonly reduction?: Reduction
  readonly label_smoothing?: number
}

function ourOptions({
  weight,
  ignore_index,
  reduction,
  label_smoothing,
}: LossKeywords): functional.CrossEntropyOptions {
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(ignore_index === undefined ? {} : { ignoreIndex: ignore_index }),
    ...(reduction === undefined ? {} : { reduction }),
    ...(label_smoothing === undefined ? {} : { labelSmoothing: label_smoothing }),
  }
}

type Loss = (input: Tensor, target: Tensor, options: functional.CrossEntropyOptions) => Tensor

const lossCall =
  (loss: Loss): Call<Tensor> =>
  (input: Tensor, target: Tensor, keywords: LossKeywords = {}) =>
    loss(input, target, ourOptions(keywords))

const calls: Readonly<Record<string, Call<Tensor>>> = {
  'nn.functional.cross_entropy': lossCall(functional.crossEntropy),
  'nn.functional.nll_loss': lossCall(functional.nllLoss),
  'nn.functional.mse_loss': lossCall(functional.mseLoss),
  'nn.functional.linear': functional.linear,
  'nn.functional.relu': (input: Tensor) => functional.relu(input),
}

const library = {
  calls,
  makeTensor: (encoded: Parameters<typeof fromEncoded>[0]) => {
    const x = fromEncoded(encoded)
    return encoded.requires_grad === true ? x.requiresGrad_() : x
  },
  gradients: (outputs: readonly Tensor[], inputs: readonly Tensor[], gradOutputs: readonly Tensor[]) =>
    grad(outputs, inputs, { gradOutputs, allowUnused: true }),
}

describe.each(Object.keys(calls))('%s', (op) => {
  const cases = readFixtureLines<OpCase>(`opinfo/${op}.jsonl.gz`).map((testCase, number) => ({ number, testCase }))

  it.each(cases)('gives what PyTorch gives for its own sample $number, and the same gradients', ({ testCase }) => {
    expect(runCase(testCase, library)).toBeNull()
  })
})
