// What the published modules weigh, checked by `pnpm size` after a build.

/**
 * Leaves out what a module imports only when it is needed: files that Node alone reads, the library that checks downloads in
 * browsers, kernels of layers that the program does not have, threads and relaxed SIMD.
 */
const withoutLazyParts = {
  name: 'without-lazy-parts',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    )
  },
}

export default [
  {
    name: 'A page that trains the MLP on MNIST, with its kernels',
    path: ['packages/benchmarks/src/size/train-mnist.ts', 'packages/backend-wasm/dist/strict-module-*.js'],
    modifyEsbuildConfig: (config) => ({
      ...config,
      format: 'esm',
      platform: 'browser',
      plugins: [withoutLazyParts],
    }),
    gzip: true,
    limit: '76 KiB',
  },
  {
    name: 'All WebAssembly modules',
    path: 'packages/backend-wasm/src/generated/*.wasm',
    modifyEsbuildConfig: (config) => ({ ...config, loader: { '.wasm': 'copy' } }),
    brotli: false,
    limit: '120 KiB',
  },
]
