export const activationNames = ['relu', 'gelu', 'tanh', 'sigmoid'] as const

/** What can stand between the linear layers. */
export type ActivationName = (typeof activationNames)[number]

/** What tells one of our networks from another. */
export interface Architecture {
  /** Sizes of the hidden layers, none for a single linear layer. */
  readonly hidden: readonly number[]
  /** What comes after each hidden layer. */
  readonly activation: ActivationName
  /** Probability of a hidden unit to be left out of a training step. */
  readonly dropout: number
}

/** Pixels of an image. */
export const INPUTS: number = 28 * 28

/** Digits to tell apart. */
export const CLASSES: number = 10
