import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// These packages' tests run twice: on the default kernels and again on the WebAssembly ones.
const onBothBackends = ['tensor', 'autograd', 'nn', 'optim']
const useWasm = fileURLToPath(new URL('packages/backend-wasm/vitest.setup.ts', import.meta.url))

const onWasm = onBothBackends.map((name) => ({
  extends: `packages/${name}/vitest.config.ts`,
  root: `packages/${name}`,
  // Drawing computes no tensors.
  test: { name: `${name} on wasm`, setupFiles: [useWasm], exclude: ['test/drawing/**'] },
}))

export default defineConfig({
  test: {
    // Vitest would leave one core idle.
    maxWorkers: '100%',
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts', 'apps/docs/e2e/vitest.config.ts', ...onWasm],
  },
})
