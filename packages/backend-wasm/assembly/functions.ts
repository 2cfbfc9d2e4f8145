// Functions of one element that fewer programs need: a module of its own.

export {
  elu, eluBackward, gelu, geluBackward, geluTanh, geluTanhBackward, hardtanh, hardtanhBackward, leakyRelu,
  leakyReluBackward, mish, mishBackward, silu, siluBackward, softplus, softplusBackward,
} from './activations'
export { cos, erf, expm1, log1p, sin } from './unary'
