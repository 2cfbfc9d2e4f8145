import * as tensors from '@nn/tensor'
import { Tensor } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { expect, test } from 'vitest'
import { plain } from '../src/arguments/public-calls'

const ofPytorch = new Set(Object.keys(readFixture<{ Tensor: object }>('signatures.json').Tensor).map(plain))

const descriptor = (name: string): PropertyDescriptor | undefined =>
  Object.getOwnPropertyDescriptor(Tensor.prototype, name)

test('what PyTorch has as a method of tensors and this library as a function only, tensors say so', () => {
  const silent = Object.entries(tensors)
    .filter(([name, value]) => typeof value === 'function' && ofPytorch.has(plain(name)))
    .map(([name]) => name)
    .filter((name) => /^[a-z]/.test(name) && descriptor(name) === undefined)
  expect(silent).toEqual([])
})
