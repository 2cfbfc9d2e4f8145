/** How tensors are printed, with PyTorch's defaults. */
export interface PrintOptions {
  /** Digits after the point (4). */
  readonly precision: number
  /** Tensors with more elements than this are summarised (1000). */
  readonly threshold: number
  /** How many elements a summary shows at each end of a dimension (3). */
  readonly edgeitems: number
  /** Characters a line (80). */
  readonly linewidth: number
  /** Whether to print as in `1.0000e+05`; null (the default) lets the values decide. */
  readonly sciMode: boolean | null
}

/** Named sets of options. */
export type PrintProfile = 'default' | 'short' | 'full'

const profiles: Readonly<Record<PrintProfile, Omit<PrintOptions, 'sciMode'>>> = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 3, linewidth: 80 },
}

/** Options to change: those of a profile first, then the ones given by name. */
export interface PrintOptionsChange extends Partial<PrintOptions> {
  readonly profile?: PrintProfile
}

let current: PrintOptions = { ...profiles.default, sciMode: null }

/**
 * Changes how tensors are printed from now on. What is not given stays, except `sciMode`, which goes back to null.
 *
 * @throws RangeError for a value no tensor could be printed with, or a profile that does not exist
 * @example
 * setPrintoptions({ precision: 2 })
 * String(tensor([1.12345])) // 'tensor([1.12])'
 * setPrintoptions({ profile: 'default' })
 * @see torch.set_printoptions
 */
export function setPrintoptions(change: PrintOptionsChange): void {
  const { profile, ...given } = change
  if (profile !== undefined && !Object.hasOwn(profiles, profile)) {
    throw new RangeError(
      `setPrintoptions: no profile is called '${profile}', there are ${Object.keys(profiles).join(', ')}`,
    )
  }
  const next = { ...current, ...(profile && profiles[profile]), sciMode: null, ...given }
  checkInteger('precision', next.precision, 0, 99)
  checkInteger('edgeitems', next.edgeitems, 0, Number.MAX_SAFE_INTEGER)
  checkInteger('linewidth', next.linewidth, 1, Number.MAX_SAFE_INTEGER)
  if (!(next.threshold >= 0)) {
    throw new RangeError(`setPrintoptions: threshold must not be negative, got ${next.threshold}`)
  }
  current = next
}

function checkInteger(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`setPrintoptions: ${name} must be an integer from ${least} to ${most}, got ${value}`)
  }
}

/**
 * How tensors are printed now.
 *
 * @example
 * getPrintoptions().linewidth // 80
 * @see torch.get_printoptions
 */
export function getPrintoptions(): PrintOptions {
  return current
}

/**
 * Prints with other options inside `callback` only.
 *
 * @example
 * printoptions({ precision: 1 }, () => String(tensor([1.12345]))) // 'tensor([1.1])'
 * @see torch.printoptions
 */
export function printoptions<Result>(change: PrintOptionsChange, callback: () => Result): Result {
  const before = current
  setPrintoptions(change)
  try {
    return callback()
  } finally {
    current = before
  }
}
