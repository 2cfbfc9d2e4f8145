import { wasmBase64 } from './generated/wasm-bytes'
import type { WasmExports } from './kernels/wasm-exports'

/** The bytes are part of the package's JavaScript, so no bundler needs to know of a .wasm file. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(wasmBase64), (char) => char.charCodeAt(0))
}

/** The module's functions, working on `memory`. Null where the engine has no WebAssembly or no SIMD. */
export async function loadModule(memory: WebAssembly.Memory): Promise<WasmExports | null> {
  const bytes = moduleBytes()
  if (!WebAssembly.validate(bytes)) return null
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } })
  return instance.exports as unknown as WasmExports
}
