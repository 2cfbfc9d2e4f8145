import { describe, expect, test, vi } from 'vitest'
import { loadStrict } from '../../src/load-module'
import { type Desk, newDesk, putOut, waitUntilDone } from '../../src/threads/desk'
import { newSharedMemory } from '../../src/threads/shared-memory'
import { startWorker } from '../../src/threads/start-worker'

const PAGE = 65536
const memory = newSharedMemory(1, 65535)!
const module = (await loadStrict(true))!
const fill = WebAssembly.Module.exports(module).findIndex(({ name }) => name === 'fill')

/** A desk with one worker at it. Jobs have two parts at least: for the caller, which does none here, one is counted. */
const desk = newDesk()
startWorker({ modules: [module], memory, desk, scratch: 64 })

const numbersAt = (address: number, length: number): number[] => [...new Float32Array(memory.buffer, address, length)]

describe('a worker', () => {
  test('does all parts of a job that is put out', () => {
    putOut(desk, fill, [
      [1024, 7, 3],
      [2048, 8, 2],
      [3072, 9, 1],
    ])
    expect(waitUntilDone(desk)).toBe(true)
    expect(numbersAt(1024, 4)).toEqual([7, 7, 7, 0])
    expect(numbersAt(2048, 3)).toEqual([8, 8, 0])
    expect(numbersAt(3072, 2)).toEqual([9, 0])
  })

  test('tells when a kernel failed, and goes on to work', () => {
    putOut(desk, fill, [
      [1024, 1, 2],
      [PAGE, 5, 4],
    ])
    expect(waitUntilDone(desk)).toBe(false)
    putOut(desk, fill, [
      [1024, 2, 1],
      [1028, 2, 1],
    ])
    expect(waitUntilDone(desk)).toBe(true)
    expect(numbersAt(1024, 2)).toEqual([2, 2])
  })

  test('wakes up after a while without work', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    putOut(desk, fill, [
      [1024, 3, 1],
      [1028, 3, 1],
    ])
    expect(waitUntilDone(desk)).toBe(true)
    expect(numbersAt(1024, 2)).toEqual([3, 3])
  })

  test('sees memory that was added since', () => {
    memory.grow(8)
    putOut(desk, fill, [
      [8 * PAGE, 4, 1],
      [8 * PAGE + 4, 4, 1],
    ])
    expect(waitUntilDone(desk)).toBe(true)
    expect(numbersAt(8 * PAGE, 2)).toEqual([4, 4])
  })

  test('says so when it cannot start', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    startWorker({ modules: [module], memory, desk: null as unknown as Desk, scratch: 64 })
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^useWasm: a thread did not start, .*counters/))
  })
})
