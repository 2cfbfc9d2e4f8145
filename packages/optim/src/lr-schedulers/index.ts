export { ChainedScheduler, type ChainedSchedulerOptions } from './chained-scheduler'
export { ConstantLR, type ConstantLROptions } from './constant-lr'
export { CosineAnnealingLR, type CosineAnnealingLROptions } from './cosine-annealing-lr'
export {
  CosineAnnealingWarmRestarts,
  type CosineAnnealingWarmRestartsOptions,
} from './cosine-annealing-warm-restarts'
export { CyclicLR, type CyclicLROptions, type CyclicMode } from './cyclic-lr'
export { ExponentialLR, type ExponentialLROptions } from './exponential-lr'
export { LambdaLR, type LambdaLROptions, type LRLambda } from './lambda-lr'
export { LinearLR, type LinearLROptions } from './linear-lr'
export { LRScheduler, type LRSchedulerOptions, type LRSchedulerStateDict } from './lr-scheduler'
export { MultiStepLR, type MultiStepLROptions } from './multi-step-lr'
export { MultiplicativeLR } from './multiplicative-lr'
export { OneCycleLR, type OneCycleLROptions } from './one-cycle-lr'
export { PolynomialLR, type PolynomialLROptions } from './polynomial-lr'
export {
  ReduceLROnPlateau,
  type ReduceLROnPlateauOptions,
  type ReduceLROnPlateauState,
} from './reduce-lr-on-plateau'
export type { ScheduledOptimizer, ScheduledOptions } from './scheduled'
export { SequentialLR, type SequentialLROptions } from './sequential-lr'
export { StepLR, type StepLROptions } from './step-lr'
