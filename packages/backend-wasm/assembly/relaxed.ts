// The kernels that gain from fused multiply-adds. Compiled with relaxed SIMD, they take the place of those in index.ts.

export { convolution } from './convolution/convolution'
export { convolutionWeight } from './convolution/weight'
export { matmulBatch } from './matmul/batch'
export { matmul } from './matmul/matmul'
