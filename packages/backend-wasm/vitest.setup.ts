import { useWasm } from '@nn/backend-wasm'

// Vitest keeps all cores busy with processes of its own.
await useWasm({ threads: 1 })
