import { getBackend, jsBackend, ones, setBackend, tensor } from '@nn/tensor'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { WasmBackend } from '../src/create-backend'
import { useWasm } from '../src/index'
import * as modules from '../src/load-module'
import * as node from '../src/node-module'
import * as sharedMemory from '../src/threads/shared-memory'
import { defaultThreads } from '../src/threads/thread-count'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('useWasm', () => {
  test.each([0, -1, 1.5, NaN, Infinity, 65])('refuses %d threads', async (threads) => {
    await expect(useWasm({ threads })).rejects.toThrow(
      new RangeError(`useWasm: threads must be a whole number from 1 to 64, got ${threads}`),
    )
  })

  test.each([0, -1, NaN])('refuses a pool of %d megabytes', async (poolSize) => {
    await expect(useWasm({ poolSize })).rejects.toThrow(RangeError)
  })

  test('gives the same backend for the same options, and keeps those that are left out', async () => {
    const one = await useWasm({ threads: 1 })
    const two = await useWasm({ threads: 2, poolSize: 8 })
    expect(two).not.toBe(one)
    expect(await useWasm()).toBe(two)
    expect(await useWasm({ threads: 1 })).not.toBe(one)
    expect(await useWasm({ poolSize: 128 })).toBe(one)
    expect(getBackend()).toBe(one)
  })

  test('tries again after it has failed', async () => {
    vi.spyOn(modules, 'loadStrict').mockRejectedValueOnce(new Error('no network for that part of the program'))
    await expect(useWasm({ threads: 1, poolSize: 11 })).rejects.toThrow(/no network/)
    expect((await useWasm({ poolSize: 11 })).name).toBe('wasm')
  })

  test('ends the threads of a backend that is no longer in use', async () => {
    const before = await useWasm({ threads: 2, poolSize: 12 })
    const rest = vi.spyOn(before as WasmBackend, 'rest')
    await useWasm({ poolSize: 13 })
    expect(rest).toHaveBeenCalledOnce()
    await useWasm({ poolSize: 12 })
    expect(getBackend()).toBe(before)
  })

  test('lets tensors of other backends go on working', async () => {
    await useWasm({ threads: 1 })
    const x = tensor([1, 2, 3])
    await useWasm({ threads: 2 })
    const y = x.add(1)
    await useWasm({ threads: 1 })
    expect(x.mul(y).toArray()).toEqual([2, 6, 12])
  })

  test('computes on one thread where memory cannot be shared, and says so once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(sharedMemory, 'newSharedMemory').mockReturnValue(null)
    await useWasm({ threads: 2, poolSize: 9 })
    await useWasm({ threads: 3 })
    expect(
      ones([64, 64])
        .matmul(ones([64, 64]))
        .at(5, 7)
        .item(),
    ).toBe(64)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^useWasm: no shared memory .* one thread$/)]])
  })

  test('computes without relaxed SIMD where the engine has none, and says so once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(modules, 'loadRelaxed').mockResolvedValue(null)
    await useWasm({ threads: 1, relaxed: true })
    await useWasm({ poolSize: 10 })
    expect(
      ones([64, 64])
        .matmul(ones([64, 64]))
        .at(5, 7)
        .item(),
    ).toBe(64)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^useWasm: this engine has no relaxed SIMD/)]])
  })

  test('refuses options that it does not have', async () => {
    await expect(useWasm({ thread: 2 } as never)).rejects.toThrow(/^useWasm: there is no option 'thread'/)
  })

  test.each([
    [14, new WebAssembly.CompileError('Refused to compile WebAssembly module')],
    [17, new EvalError('Refused to create a WebAssembly object')],
  ])('goes on in JavaScript where a policy forbids WebAssembly, and says so once (%#)', async (poolSize, refusal) => {
    setBackend(jsBackend)
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(refusal)
    expect(await useWasm({ threads: 1, poolSize })).toBe(jsBackend)
    expect(await useWasm()).toBe(jsBackend)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/is forbidden here: Refused.*goes on in JavaScript/)]])
    vi.restoreAllMocks()
    expect((await useWasm()).name).toBe('wasm')
  })

  test('goes on in JavaScript in a service worker, which loads no parts of a program later, and says so', async () => {
    setBackend(jsBackend)
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.stubGlobal('ServiceWorkerGlobalScope', class {})
    vi.spyOn(modules, 'loadStrict').mockRejectedValue(new TypeError('import() is disallowed'))
    expect(await useWasm({ threads: 1, poolSize: 15 })).toBe(jsBackend)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/is forbidden here: import\(\) is disallowed/)]])
  })
})

describe('the default number of threads', () => {
  test('is one where pages share no memory, without a warning', async () => {
    const warn = vi.spyOn(console, 'warn')
    vi.spyOn(node, 'nodeModule').mockReturnValue(null)
    vi.stubGlobal('crossOriginIsolated', false)
    expect(defaultThreads()).toBe(1)
    await useWasm({ threads: defaultThreads(), poolSize: 16 })
    expect(warn).not.toHaveBeenCalled()
  })

  test('is one where SharedArrayBuffer was deleted', () => {
    vi.stubGlobal('SharedArrayBuffer', undefined)
    expect(defaultThreads()).toBe(1)
    expect(sharedMemory.newSharedMemory(1, 2)).toBeNull()
  })
})
