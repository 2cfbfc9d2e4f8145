import {
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  LBFGS,
  lrScheduler,
  NAdam,
  RAdam,
  RMSprop,
  Rprop,
  SGD,
} from '@nn/optim'
import type { Tensor } from '@nn/tensor'
import type { Names } from '../python/evaluate'
import { pythonClass } from '../python/python-class'

type Class = new (...args: never[]) => unknown

/** Classes with PyTorch's parameters in order. */
type Signatures = Readonly<Record<string, readonly [Class, ...parameters: string[]]>>

const adam = ['lr', 'betas', 'eps', 'weight_decay', 'amsgrad', 'maximize', 'decoupled_weight_decay']

const optimizers: Signatures = {
  Adadelta: [Adadelta, 'lr', 'rho', 'eps', 'weight_decay', 'maximize'],
  Adagrad: [Adagrad, 'lr', 'lr_decay', 'weight_decay', 'initial_accumulator_value', 'eps', 'maximize'],
  Adam: [Adam, ...adam],
  Adamax: [Adamax, 'lr', 'betas', 'eps', 'weight_decay', 'maximize'],
  AdamW: [AdamW, 'lr', 'betas', 'eps', 'weight_decay', 'amsgrad', 'maximize'],
  ASGD: [ASGD, 'lr', 'lambd', 'alpha', 't0', 'weight_decay', 'maximize'],
  LBFGS: [LBFGS, 'lr', 'max_iter', 'max_eval', 'tolerance_grad', 'tolerance_change', 'history_size', 'line_search_fn'],
  NAdam: [NAdam, 'lr', 'betas', 'eps', 'weight_decay', 'momentum_decay', 'decoupled_weight_decay', 'maximize'],
  RAdam: [RAdam, 'lr', 'betas', 'eps', 'weight_decay', 'decoupled_weight_decay', 'maximize'],
  RMSprop: [RMSprop, 'lr', 'alpha', 'eps', 'weight_decay', 'momentum', 'centered', 'maximize'],
  Rprop: [Rprop, 'lr', 'etas', 'step_sizes', 'maximize'],
  SGD: [SGD, 'lr', 'momentum', 'dampening', 'weight_decay', 'nesterov', 'maximize'],
}

const schedulers: Signatures = {
  ConstantLR: [lrScheduler.ConstantLR, 'factor', 'total_iters'],
  CosineAnnealingLR: [lrScheduler.CosineAnnealingLR, 'T_max', 'eta_min'],
  CosineAnnealingWarmRestarts: [lrScheduler.CosineAnnealingWarmRestarts, 'T_0', 'T_mult', 'eta_min'],
  CyclicLR: [
    lrScheduler.CyclicLR,
    'base_lr',
    'max_lr',
    'step_size_up',
    'step_size_down',
    'mode',
    'gamma',
    'scale_fn',
    'scale_mode',
    'cycle_momentum',
    'base_momentum',
    'max_momentum',
  ],
  ExponentialLR: [lrScheduler.ExponentialLR, 'gamma'],
  LambdaLR: [lrScheduler.LambdaLR, 'lr_lambda'],
  LinearLR: [lrScheduler.LinearLR, 'start_factor', 'end_factor', 'total_iters'],
  MultiplicativeLR: [lrScheduler.MultiplicativeLR, 'lr_lambda'],
  MultiStepLR: [lrScheduler.MultiStepLR, 'milestones', 'gamma'],
  OneCycleLR: [
    lrScheduler.OneCycleLR,
    'max_lr',
    'total_steps',
    'epochs',
    'steps_per_epoch',
    'pct_start',
    'anneal_strategy',
    'cycle_momentum',
    'base_momentum',
    'max_momentum',
    'div_factor',
    'final_div_factor',
    'three_phase',
  ],
  PolynomialLR: [lrScheduler.PolynomialLR, 'total_iters', 'power'],
  ReduceLROnPlateau: [
    lrScheduler.ReduceLROnPlateau,
    'mode',
    'factor',
    'patience',
    'threshold',
    'threshold_mode',
    'cooldown',
    'min_lr',
    'eps',
  ],
  SequentialLR: [lrScheduler.SequentialLR, 'schedulers', 'milestones'],
  StepLR: [lrScheduler.StepLR, 'step_size', 'gamma'],
}

/** The classes as functions of their options, as the first argument of all is the same and is left out. */
function withFirst(signatures: Signatures, first: unknown): Names {
  const entries = Object.entries(signatures)
  return Object.fromEntries(entries.map(([name, [Class, ...rest]]) => [name, pythonClass(Class, rest, 0, [first])]))
}

/** What `torch.optim` has, for these parameters. */
export function optimizerNames(params: readonly Tensor[]): Names {
  return withFirst(optimizers, params)
}

/** What `torch.optim.lr_scheduler` has, for this optimizer. */
export function schedulerNames(optimizer: lrScheduler.ScheduledOptimizer): Names {
  return withFirst(schedulers, optimizer)
}
