/** Byte addresses, sizes and strides in elements are plain numbers here. */
type Kernel = (...args: number[]) => void

type UnaryKernel = (x: number, out: number, n: number) => void

/** out[i, j] = f(a[i, j], b[i, j]) for [m, n]; a stride of 0 repeats an operand. */
type BinaryKernel = (
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
  readonly cos: UnaryKernel
  readonly erf: UnaryKernel
  readonly exp: UnaryKernel
  readonly expm1: UnaryKernel
  readonly floor: UnaryKernel
  readonly log: UnaryKernel
  readonly log1p: UnaryKernel
  readonly neg: UnaryKernel
  readonly reciprocal: UnaryKernel
  readonly relu: UnaryKernel
  readonly round: UnaryKernel
  readonly rsqrt: UnaryKernel
  readonly sigmoid: UnaryKernel
  readonly sin: UnaryKernel
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
  readonly equal: Kernel
  readonly less: Kernel
  readonly lessOrEqual: Kernel
  readonly where: Kernel
  readonly reluBackward: Kernel
  readonly sigmoidBackward: Kernel
  readonly tanhBackward: Kernel
  readonly elu: Kernel
  readonly eluBackward: Kernel
  readonly gelu: Kernel
  readonly geluBackward: Kernel
  readonly geluTanh: Kernel
  readonly geluTanhBackward: Kernel
  readonly hardtanh: Kernel
  readonly hardtanhBackward: Kernel
  readonly leakyRelu: Kernel
  readonly leakyReluBackward: Kernel
  readonly mish: Kernel
  readonly mishBackward: Kernel
  readonly silu: Kernel
  readonly siluBackward: Kernel
  readonly softplus: Kernel
  readonly softplusBackward: Kernel
  readonly convolution: Kernel
  readonly convolutionWeight: Kernel
  readonly copy2d: Kernel
  readonly fill: Kernel
  readonly gatherAlong: Kernel
  readonly gatherBytes: Kernel
  readonly gatherRows: Kernel
  readonly addRows: Kernel
  readonly poolArgmax: Kernel
  readonly poolSpread: Kernel
  readonly poolSum: Kernel
  readonly scatterAddAlong: Kernel
  readonly sumAround: Kernel
  readonly sumMiddle: Kernel
  readonly maxDim1: Kernel
  readonly argmaxDim1: Kernel
  readonly softmax: Kernel
  readonly softmaxBackward: Kernel
  readonly logSoftmax: Kernel
  readonly logSoftmaxBackward: Kernel
  readonly matmul: Kernel
  readonly matmulBatch: Kernel
  readonly scratchBytes: () => number
  readonly nllLoss: Kernel
  readonly nllLossBackward: Kernel
  readonly sgd: Kernel
  readonly adam: Kernel
  readonly uniform: Kernel
  readonly normal: Kernel
  readonly bernoulli: Kernel
  readonly wordsBytes: () => number
}
