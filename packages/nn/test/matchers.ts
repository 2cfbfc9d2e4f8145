import type { Tensor } from '@nn/tensor'
import { difference, type EncodedTensor, gradientTolerance, type TensorLike, valueTolerance } from '@nn/testing'
import { expect } from 'vitest'

/** Values in PyTorch's shape and dtype, up to the order of sums. */
export function expectValues(got: TensorLike, expected: EncodedTensor): void {
  expect(difference(got, expected, valueTolerance)).toBeNull()
}

/** A gradient in PyTorch's shape and dtype, up to the order of long sums. */
export function expectGradient(got: TensorLike, expected: EncodedTensor): void {
  expect(difference(got, expected, gradientTolerance)).toBeNull()
}

/** Bit for bit what PyTorch has; its file has nine digits of each float32. */
export function expectBits(got: TensorLike, { shape, dtype, data }: EncodedTensor): void {
  expect(got.shape).toEqual(shape)
  expect(got.dtype).toBe(dtype)
  expect(Array.from(got.toTypedArray())).toEqual(dtype === 'float32' ? data.map((x) => Math.fround(Number(x))) : data)
}

/** The numbers that PyTorch printed, whatever the shape. */
export function expectClose(x: Tensor, expected: readonly number[], digits = 5): void {
  expect(x.numel()).toBe(expected.length)
  const got = x.detach().reshape(-1)
  for (const [i, value] of expected.entries()) {
    expect(got.at(i).item()).toBeCloseTo(value, digits)
  }
}
