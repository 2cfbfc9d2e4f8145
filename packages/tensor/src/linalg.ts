// What PyTorch has in `torch.linalg`.
export { multiDot } from './ops/multi-dot'
export { vectorNorm } from './ops/vector-norm'
