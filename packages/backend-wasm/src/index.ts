export { useWasm, type WasmOptions } from './use-wasm'
