import { useWasm } from '@nn/backend-wasm'

await useWasm()
