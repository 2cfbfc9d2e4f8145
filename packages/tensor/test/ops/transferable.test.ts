import { MessageChannel, Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { arange, fromTransferable, ShapeError, type TensorMessage, tensor, toTransferable } from '../../src/index'

const lists = [
  [1.5, -2],
  [3, 4],
]

describe('toTransferable', () => {
  it.each(['float32', 'float64', 'int64', 'int32', 'uint8', 'bool'] as const)('sends %s tensors', (dtype) => {
    const x = tensor([[1, 0, 1]], { dtype })
    const { message, transfer } = toTransferable(x)
    const received = fromTransferable(structuredClone(message, { transfer }))
    expect(received.dtype).toBe(dtype)
    expect(received.toArray()).toEqual(x.toArray())
    expect(x.numel()).toBe(3)
  })

  it('copies, unless told otherwise, and moves the copy', () => {
    const x = tensor(lists)
    const { message, transfer } = toTransferable(x)
    x.zero_()
    const received = structuredClone(message, { transfer })
    expect(message.data.length).toBe(0)
    expect(fromTransferable(received).toArray()).toEqual(lists)
  })

  it('sends the elements of views in their order', () => {
    const x = tensor(lists)
    expect(fromTransferable(toTransferable(x.t()).message).toArray()).toEqual(x.t().toArray())
    expect(fromTransferable(toTransferable(x.at(1)).message).toArray()).toEqual([3, 4])
    expect(fromTransferable(toTransferable(tensor(7)).message).toArray()).toBe(7)
    expect(fromTransferable(toTransferable(arange(0)).message).shape).toEqual([0])
  })

  it('gives the elements away with copy: false, and the tensor throws when it is read', () => {
    const x = tensor(lists)
    const view = x.at(0)
    const { message, transfer } = toTransferable(x, { copy: false })
    expect(fromTransferable(structuredClone(message, { transfer })).toArray()).toEqual(lists)
    expect(() => x.toArray()).toThrow('sent away')
    expect(() => view.add(1)).toThrow('sent away')
  })

  it('gives away whole storages only', () => {
    const x = tensor(lists)
    expect(() => toTransferable(x.at(0), { copy: false })).toThrow(ShapeError)
    expect(() => toTransferable(x.t(), { copy: false })).toThrow(ShapeError)
    expect(x.toArray()).toEqual(lists)
  })

  it('goes through a MessageChannel', async () => {
    const { port1, port2 } = new MessageChannel()
    const { message, transfer } = toTransferable(tensor(lists))
    const received = new Promise<TensorMessage>((resolve) => port2.once('message', resolve))
    port1.postMessage(message, transfer)
    expect(fromTransferable(await received).toArray()).toEqual(lists)
    port1.close()
  })

  it('goes to a worker and back', async () => {
    const echo =
      "const { parentPort } = require('worker_threads'); parentPort.once('message', (m) => { m.data[0] = 9; parentPort.postMessage(m, [m.data.buffer]) })"
    const worker = new Worker(echo, { eval: true })
    const received = new Promise<TensorMessage>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    const { message, transfer } = toTransferable(tensor(lists), { copy: false })
    worker.postMessage(message, transfer)
    expect(fromTransferable(await received).toArray()).toEqual([
      [9, -2],
      [3, 4],
    ])
    await worker.terminate()
  })
})

describe('fromTransferable', () => {
  it('takes the elements without a copy', () => {
    const data = new Float32Array([1, 2])
    const x = fromTransferable({ dtype: 'float32', shape: [2], data })
    data[0] = 5
    expect(x.add(1).toArray()).toEqual([6, 3])
  })

  it('refuses anything but a message, and one whose elements have moved', () => {
    const { message, transfer } = toTransferable(tensor(lists))
    structuredClone(message, { transfer })
    expect(() => fromTransferable(message)).toThrow(
      'fromTransferable: 0 elements are no tensor [2, 2]; were they moved',
    )
    expect(() => fromTransferable(tensor(lists) as unknown as TensorMessage)).toThrow(TypeError)
    expect(() => fromTransferable({ dtype: 'int32', shape: [1], data: new Float32Array(1) })).toThrow(TypeError)
  })
})
