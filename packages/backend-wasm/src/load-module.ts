import { unpackBytes } from './unpack-bytes'

/** A module as text, part of the package's JavaScript, so no bundler needs to know of a .wasm file. */
export interface EmbeddedModule {
  /** The bytes, packed. */
  readonly base64: string
  /** The place of the byte that says what kind of memory the module wants. */
  readonly memoryFlagsAt: number
}

/** For that byte: memory that threads share. */
const SHARED_MEMORY = 3

/** The kernels. Null where the engine has no WebAssembly SIMD. */
export async function loadStrict(isShared: boolean): Promise<WebAssembly.Module | null> {
  const { strictModule } = await import('./generated/strict-module')
  return loadModule(strictModule, isShared)
}

/** The kernels that there are with fused multiply-adds. Null where the engine has no relaxed SIMD. */
export async function loadRelaxed(isShared: boolean): Promise<WebAssembly.Module | null> {
  const { relaxedModule } = await import('./generated/relaxed-module')
  return loadModule(relaxedModule, isShared)
}

/** A module for memory of its own or for shared memory. Null where the engine does not know its instructions. */
export async function loadModule(
  { base64, memoryFlagsAt }: EmbeddedModule,
  isShared: boolean,
): Promise<WebAssembly.Module | null> {
  const bytes = await unpackBytes(base64)
  if (isShared) bytes[memoryFlagsAt] = SHARED_MEMORY
  return WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : null
}
