// A service worker that says what computes there; what a bundler splits off it may not load.

import { useWasm } from '@nn/backend-wasm'
import { getBackend, ones } from '@nn/tensor'

globalThis.addEventListener('message', async ({ source }) => {
  await useWasm()
  const sum = ones([3]).sum().item()
  source.postMessage(JSON.stringify({ backend: getBackend().name, sum }))
})
