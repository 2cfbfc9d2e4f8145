/** Byte addresses, sizes and strides in elements are plain numbers here. */
type Kernel = (...args: number[]) => void

type UnaryKernel = (x: number, out: number, n: number) => void

/** out[i, j] = f(a[i, j], b[i, j]) for [m, n]; a stride of 0 repeats an operand. */
export type BinaryKernel = (
  a: number,
  aRow: number,
  aCol: number,
  b: number,
  bRow: number,
  bCol: number,
  out: number,
  m: number,
  n: number,
) => void

/** The functions of the compiled module; assembly/README.md says what they do. */
export interface WasmExports {
  readonly abs: UnaryKernel
  readonly ceil: UnaryKernel
  readonly exp: UnaryKernel
  readonly floor: UnaryKernel
  readonly log: UnaryKernel
  readonly neg: UnaryKernel
  readonly reciprocal: UnaryKernel
  readonly relu: UnaryKernel
  readonly round: UnaryKernel
  readonly sigmoid: UnaryKernel
  readonly sqrt: UnaryKernel
  readonly square: UnaryKernel
  readonly tanh: UnaryKernel
  readonly trunc: UnaryKernel
  readonly add: BinaryKernel
  readonly sub: BinaryKernel
  readonly mul: BinaryKernel
  readonly div: BinaryKernel
  readonly maximum: BinaryKernel
  readonly minimum: BinaryKernel
  readonly addScaled: Kernel
  readonly reluBackward: Kernel
  readonly sigmoidBackward: Kernel
  readonly tanhBackward: Kernel
  readonly copy2d: Kernel
  readonly fill: Kernel
  readonly gatherBytes: Kernel
  readonly gatherRows: Kernel
  readonly sum: Kernel
  readonly sumDim0: Kernel
  readonly sumDim1: Kernel
  readonly maxDim1: Kernel
  readonly argmaxDim1: Kernel
  readonly softmax: Kernel
  readonly softmaxBackward: Kernel
  readonly logSoftmax: Kernel
  readonly logSoftmaxBackward: Kernel
  readonly matmul: Kernel
  readonly matmulScratchBytes: () => number
  readonly sgd: Kernel
  readonly adam: Kernel
}
