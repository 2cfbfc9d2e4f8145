import { DTypeError } from '@nn/tensor'
import { expect, test } from 'vitest'
import { serializeSafetensors } from '../src/format/serialize-safetensors'
import { load } from '../src/load'

function fileWith(dtype: string, bytes: number[]): Uint8Array {
  return serializeSafetensors({
    metadata: {},
    tensors: new Map([['x', { dtype, shape: [1], bytes: new Uint8Array(bytes) }]]),
  })
}

test('load refuses dtypes that no tensor has', () => {
  expect(() => load(fileWith('BF16', [0x80, 0x3f]))).toThrow(DTypeError)
  expect(() => load(fileWith('BF16', [0x80, 0x3f]))).toThrow(
    "load: tensor 'x' has dtype BF16; there are tensors of BOOL",
  )
})

test('load refuses integers that an int64 tensor does not hold exactly', () => {
  expect(() => load(fileWith('I64', [1, 0, 0, 0, 0, 0, 0x20, 0]))).toThrow(DTypeError)
})

test('load refuses a file that is cut short', () => {
  expect(() => load(fileWith('F32', [0, 0, 0, 0]).subarray(0, -1))).toThrow('cut short')
})

test('load refuses what is no Uint8Array, and says what to write', () => {
  const loose = load as (...args: unknown[]) => unknown
  const expected =
    'load: file must be the bytes of a file in a Uint8Array (of an ArrayBuffer, new Uint8Array(buffer)), got'
  expect(() => loose(new ArrayBuffer(8))).toThrow(new TypeError(`${expected} an ArrayBuffer`))
  expect(() => loose('model.safetensors')).toThrow(new TypeError(`${expected} 'model.safetensors'`))
  expect(() => loose(Promise.resolve())).toThrow(new TypeError(`${expected} a promise (is an await missing?)`))
  expect(() => loose()).toThrow('load: file is missing')
})
