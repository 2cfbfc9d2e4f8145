import { describe, expect, it } from 'vitest'
import { type DType, DTypeError, ones, ShapeError, type Tensor, type TensorData, tensor } from '../../src/index'

describe('tensor of a typed array', () => {
  it.each<[string, TensorData, DType, number[]]>([
    ['BigInt64Array', new BigInt64Array([16777217n, -1n]), 'int64', [16777217, -1]],
    ['BigUint64Array', new BigUint64Array([16777217n]), 'int64', [16777217]],
    ['Uint32Array', new Uint32Array([4294967295]), 'int64', [4294967295]],
    ['Int32Array', new Int32Array([16777217]), 'int32', [16777217]],
    ['Int16Array', new Int16Array([-32768]), 'int32', [-32768]],
    ['Uint16Array', new Uint16Array([65535]), 'int32', [65535]],
    ['Int8Array', new Int8Array([-128]), 'int32', [-128]],
    ['Uint8Array', new Uint8Array([255]), 'uint8', [255]],
    ['Uint8ClampedArray', new Uint8ClampedArray([300]), 'uint8', [255]],
    ['Buffer', Buffer.from([1, 2]), 'uint8', [1, 2]],
    ['Float64Array', new Float64Array([0.1]), 'float64', [0.1]],
    ['Float32Array', new Float32Array([0.5]), 'float32', [0.5]],
  ])('%s holds all of its values', (_, data, dtype, values) => {
    const x = tensor(data)
    expect([x.dtype, x.toArray()]).toEqual([dtype, values])
    const nested = tensor([data] as TensorData)
    expect([nested.dtype, nested.toArray()]).toEqual([dtype, [values]])
  })

  it('takes a Float16Array where there is one', () => {
    const type = (globalThis as { Float16Array?: new (values: number[]) => Float32Array }).Float16Array
    if (type !== undefined) expect(tensor(new type([0.5])).dtype).toBe('float32')
  })

  it('refuses 64-bit integers that are not exact here', () => {
    expect(() => tensor(new BigInt64Array([2n ** 53n + 1n]))).toThrow(DTypeError)
    expect(() => tensor(2n ** 60n)).toThrow('tensor: 1152921504606847000 is not exact in int64')
  })

  it('takes the dtype that is asked for', () => {
    expect(tensor(new BigInt64Array([3n]), { dtype: 'float32' }).dtype).toBe('float32')
    expect(tensor(new Float32Array([1.5, -1.5]), { dtype: 'int64' }).toArray()).toEqual([1, -1])
  })
})

describe('tensor of tensors', () => {
  // PyTorch's dtypes.
  it.each<[TensorData, DType, unknown]>([
    [[tensor(1.5), tensor(2.5)], 'float32', [1.5, 2.5]],
    [[tensor(1), 2.5], 'float32', [1, 2.5]],
    [[tensor(1.5, { dtype: 'float64' }), 2.5], 'float64', [1.5, 2.5]],
    [[tensor(1, { dtype: 'int32' }), tensor(2, { dtype: 'int32' })], 'int32', [1, 2]],
    [[tensor(1, { dtype: 'uint8' }), 2], 'int64', [1, 2]],
    [[tensor([1.5]), tensor([[2.5]])], 'float32', [1.5, 2.5]],
    [[[tensor(1.5)], [2]], 'float32', [[1.5], [2]]],
    [tensor([1.5, 2.5]), 'float32', [1.5, 2.5]],
    [[1n, 2], 'int64', [1, 2]],
  ])('%#: takes their values', (data, dtype, values) => {
    const x = tensor(data)
    expect([x.dtype, x.toArray()]).toEqual([dtype, values])
  })

  it('copies the elements of a tensor, in another dtype too', () => {
    const x = tensor([1.5, 2.5])
    const copy = tensor(x)
    x.fill_(0)
    expect(copy.toArray()).toEqual([1.5, 2.5])
    expect(tensor(copy, { dtype: 'int64' }).toArray()).toEqual([1, 2])
  })

  it('refuses tensors of several elements in a list', () => {
    expect(() => tensor([ones(2), ones(2)])).toThrow(
      'tensor: element [0] is a float32 tensor [2], and a list can have tensors of one element; stack joins others',
    )
  })
})

describe('tensor refuses', () => {
  it.each<[string, unknown, string]>([
    ['a list among numbers', [1, [2, 3]], 'tensor: element [1] is a list of 2, element [0] is a number'],
    ['a number among lists', [[1, 2], 3], 'tensor: element [1] is a number, element [0] is a list of 2'],
    ['a shorter list', [[1, 2], [3]], 'tensor: element [1] is a list of 1, element [0] is a list of 2'],
    [
      'a shorter list far inside',
      [
        [
          [1, 2],
          [1, 2],
        ],
        [[1, 2], [3]],
      ],
      'tensor: element [1][1] is a list of 1, element [0][0] is a list of 2',
    ],
  ])('%s, and says where', (_, data, message) => {
    expect(() => tensor(data as TensorData)).toThrow(new ShapeError(message))
  })

  it.each<[string, unknown, string]>([
    ['text', [1, '2'], "element [1] must be a number, a boolean or a tensor of one element, got '2'"],
    ['null', [null], 'element [0] must be a number, a boolean or a tensor of one element, got null'],
    ['a hole', new Array(2), 'element [0] must be a number, a boolean or a tensor of one element, got undefined'],
    ['an object', [[{}]], 'element [0][0] must be a number, a boolean or a tensor of one element, got {}'],
  ])('%s in a list', (_, data, message) => {
    expect(() => tensor(data as TensorData)).toThrow(message)
  })

  it.each<[unknown, string]>([
    ['1', "got '1'"],
    [null, 'got null'],
    [{}, 'got {}'],
    [new Map(), 'got a Map'],
    [new Set([1]), 'got a Set'],
    [new ArrayBuffer(8), 'got an ArrayBuffer'],
    [new DataView(new ArrayBuffer(8)), 'got a DataView'],
    [Promise.resolve(1), 'got a promise (is an await missing?)'],
    [() => 1, 'got a function'],
  ])('%o', (data, message) => {
    expect(() => tensor(data as TensorData)).toThrow(
      `tensor: data must be a number, a boolean, a list of them, a typed array or a tensor, ${message}`,
    )
    expect(() => tensor(data as TensorData)).toThrow(TypeError)
  })

  it('nothing at all, a dtype by position, and an option that it does not have', () => {
    const loose = tensor as (...args: unknown[]) => Tensor
    expect(() => loose()).toThrow('tensor: data is missing; it takes (data, { dtype, requiresGrad })')
    expect(() => loose([1], 'float32')).toThrow("write { dtype: 'float32' }")
    expect(() => loose([1], { requires_grad: true })).toThrow('write requiresGrad')
  })

  it('NaN and infinities in an integer dtype', () => {
    expect(() => tensor([Number.NaN], { dtype: 'int64' })).toThrow('tensor: NaN is not exact in int64')
    expect(() => tensor([Infinity], { dtype: 'int32' })).toThrow('tensor: int32 cannot hold Infinity')
    expect(tensor([Number.NaN], { dtype: 'bool' }).toArray()).toEqual([true])
  })

  it('a list that contains itself', () => {
    const list: unknown[] = []
    list.push(list)
    expect(() => tensor(list as TensorData)).toThrow('tensor: lists are nested more than 64 deep')
  })
})
