import type { Backend } from '@nn/tensor'
import type { Family } from './families/family'
import { loadFamilies } from './families/load-families'
import type { WasmExports } from './kernels/wasm-exports'
import { wasmKernels } from './kernels/wasm-kernels'
import { loadModule, loadRelaxed, loadStrict } from './load-module'
import { Arena } from './memory/arena'
import { Pool } from './memory/pool'
import { mergeExports } from './merge-exports'
import { Parallel } from './threads/parallel'
import { newSharedMemory } from './threads/shared-memory'
import type { Team } from './threads/team'
import { warnOnce } from './warn-once'

export interface WasmSettings {
  /** In megabytes. */
  readonly poolSize: number
  readonly threads: number
  /** With fused multiply-adds. */
  readonly relaxed: boolean
}

const MEGABYTE = 2 ** 20
const PAGE = 65536
/** 4 MB. */
const INITIAL_PAGES = 64
/** One page less than 4 GiB: kernels compute the address behind an operand's end, which must not wrap to 0. */
const MAX_PAGES = 65535

export interface WasmBackend extends Backend {
  /** Ends its threads; they start again when it is used again. */
  rest(): void
}

/** Memory, the kernels on it and the threads that run them. Null where the engine has no WebAssembly SIMD. */
export async function createBackend({ poolSize, threads, relaxed }: WasmSettings): Promise<WasmBackend | null> {
  if (typeof WebAssembly === 'undefined') return null
  const shared = threads > 1 ? newSharedMemory(INITIAL_PAGES, MAX_PAGES) : null
  const memory = shared ?? new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAX_PAGES })
  const families = loadFamilies()
  const modules = await loadModules(shared !== null, relaxed, families)
  if (modules === null) return null
  const instances = await Promise.all(modules.map((module) => WebAssembly.instantiate(module, { env: { memory } })))
  const wasm = mergeExports(instances) as unknown as WasmExports

  // First in memory is the working memory of each thread, then come the tensors.
  const scratchBytes = Arena.sizeFor(wasm.scratchBytes())
  const scratchOf = (thread: number): number => Pool.FIRST_ADDRESS + thread * scratchBytes
  let team: Team | null = null
  if (shared !== null) {
    // Apart, so that programs without threads need not load it.
    const { newTeam } = await import('./threads/new-team')
    team = newTeam(threads, (thread) => ({ modules, memory, scratch: scratchOf(thread) }))
  } else if (threads > 1) {
    warnOnce('useWasm: no shared memory here (a page has to be cross-origin isolated); computing on one thread')
  }
  const parallel = new Parallel(wasm, scratchOf(0), team)
  const pool = new Pool(memory, scratchOf(parallel.threads), poolSize * MEGABYTE, MAX_PAGES * PAGE)
  return {
    name: 'wasm',
    kernels: wasmKernels(parallel, pool, await families),
    allocate: (dtype, length) => pool.allocate(dtype, length),
    rest: () => team?.rest(),
  }
}

/** The modules of which later ones replace functions of earlier ones. */
async function loadModules(
  isShared: boolean,
  relaxed: boolean,
  families: Promise<readonly Family[]>,
): Promise<WebAssembly.Module[] | null> {
  const [strict, fused, others] = await Promise.all([
    loadStrict(isShared),
    relaxed ? loadRelaxed(isShared) : null,
    families.then((list) => Promise.all(list.map(({ module }) => loadModule(module, isShared)))),
  ])
  if (strict === null) return null
  if (relaxed && fused === null) warnOnce('useWasm: this engine has no relaxed SIMD; computing without it')
  return [strict, ...others, fused].filter((module) => module !== null)
}
