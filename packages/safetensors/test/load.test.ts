import { DTypeError } from '@nn/tensor'
import { expect, test } from 'vitest'
import { parseSafetensors } from '../src/format/parse-safetensors'
import { serializeSafetensors } from '../src/format/serialize-safetensors'
import { load } from '../src/load'

function fileWith(dtype: string, bytes: number[]): Uint8Array {
  return serializeSafetensors({
    metadata: {},
    tensors: new Map([['x', { dtype, shape: [1], bytes: new Uint8Array(bytes) }]]),
  })
}

test('load makes of dtypes that are not there here one that holds their values', () => {
  // safetensors.torch.save of tensors of these dtypes, and their values by `double().tolist()`.
  const file = Buffer.from(
    'kAEAAAAAAAB7InU2NCI6eyJkdHlwZSI6IlU2NCIsInNoYXBlIjpbMV0sImRhdGFfb2Zmc2V0cyI6WzAsOF19LCJ1MzIiOnsiZHR5cGUiOiJVMzIiLCJz' +
      'aGFwZSI6WzFdLCJkYXRhX29mZnNldHMiOls4LDEyXX0sImJmMTYiOnsiZHR5cGUiOiJCRjE2Iiwic2hhcGUiOlszXSwiZGF0YV9vZmZzZXRzIjpbMTIs' +
      'MThdfSwiZjE2Ijp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOls2XSwiZGF0YV9vZmZzZXRzIjpbMTgsMzBdfSwidTE2Ijp7ImR0eXBlIjoiVTE2Iiwic2hh' +
      'cGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMzAsMzRdfSwiaTE2Ijp7ImR0eXBlIjoiSTE2Iiwic2hhcGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMzQsMzhd' +
      'fSwiaTgiOnsiZHR5cGUiOiJJOCIsInNoYXBlIjpbMl0sImRhdGFfb2Zmc2V0cyI6WzM4LDQwXX19ICAg////////HwD/////wD9i/wEAAD4AgP97AQAA' +
      'fAB+AAD//wCA/3+Afw==',
    'base64',
  )
  const { tensors } = load(file)
  const values = Object.entries(tensors).map(([name, x]) => [name, [x.dtype, x.toArray()]])
  expect(Object.fromEntries(values)).toEqual({
    f16: ['float32', [1.5, -0, 65504, 2 ** -24, Number.POSITIVE_INFINITY, Number.NaN]],
    bf16: ['float32', [1.5, -3.00405527047391e38, 9.183549615799121e-41]],
    i8: ['int32', [-128, 127]],
    i16: ['int32', [-32768, 32767]],
    u16: ['int32', [0, 65535]],
    u32: ['int64', [4294967295]],
    u64: ['int64', [9007199254740991]],
  })
})

test('load refuses dtypes that no tensor here holds', () => {
  expect(() => load(fileWith('F8_E4M3', [0x80]))).toThrow(DTypeError)
  expect(() => load(fileWith('F8_E4M3', [0x80]))).toThrow(
    /'x' has dtype F8_E4M3, and BOOL, U8, .* can be loaded; parseSaf/,
  )
  expect(parseSafetensors(fileWith('F8_E4M3', [0x80])).tensors.get('x')?.dtype).toBe('F8_E4M3')
})

test('load refuses integers that an int64 tensor does not hold exactly', () => {
  expect(() => load(fileWith('I64', [1, 0, 0, 0, 0, 0, 0x20, 0]))).toThrow(DTypeError)
  expect(() => load(fileWith('U64', new Array(8).fill(0xff)))).toThrow(/'x' has an element near 18446744073709552000/)
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
