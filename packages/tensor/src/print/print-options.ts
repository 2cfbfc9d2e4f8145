import * as kinds from '../core/kinds'
import { Mode, takesFunction } from '../core/mode'
import { type Args, signature } from '../core/signature'

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

const printing: Mode<PrintOptions> = new Mode<PrintOptions>({ ...profiles.default, sciMode: null })

const printKinds = {
  precision: kinds.number,
  threshold: kinds.number,
  edgeitems: kinds.number,
  linewidth: kinds.number,
  profile: kinds.text as kinds.Kind<PrintProfile>,
  sciMode: kinds.orNull(kinds.boolean),
}
const takesChange = signature('setPrintoptions', {}, printKinds)
const takesChangeByName = signature('printoptions', {}, {}, printKinds)

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
export function setPrintoptions(
  ...args: Args<PrintOptionsChange, ['precision', 'threshold', 'edgeitems', 'linewidth', 'profile', 'sciMode']>
): void {
  printing.set(changed('setPrintoptions', takesChange([], args)))
}

function changed(op: string, { profile, ...given }: PrintOptionsChange): PrintOptions {
  if (profile !== undefined && !Object.hasOwn(profiles, profile)) {
    throw new RangeError(`${op}: no profile is called '${profile}', there are ${Object.keys(profiles).join(', ')}`)
  }
  const next = { ...printing.get(), ...(profile && profiles[profile]), sciMode: null, ...given }
  checkInteger(op, 'precision', next.precision, 0, 99)
  checkInteger(op, 'edgeitems', next.edgeitems, 0, Number.MAX_SAFE_INTEGER)
  checkInteger(op, 'linewidth', next.linewidth, 1, Number.MAX_SAFE_INTEGER)
  if (!(next.threshold >= 0)) throw new RangeError(`${op}: threshold must not be negative, got ${next.threshold}`)
  return next
}

function checkInteger(op: string, name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${op}: ${name} must be an integer from ${least} to ${most}, got ${value}`)
  }
}

/**
 * How tensors are printed now.
 *
 * @example
 * getPrintoptions().linewidth // 80
 * @see torch.get_printoptions
 */
export function getPrintoptions(...none: []): PrintOptions {
  takesNothing([], none)
  return printing.get()
}

const takesNothing = signature('getPrintoptions', {})
const takesCallback = takesFunction('printoptions')

/**
 * Prints with other options inside `callback` only, in an asynchronous one until its promise is settled.
 *
 * @example
 * printoptions({ precision: 1 }, () => String(tensor([1.12345]))) // 'tensor([1.1])'
 * @see torch.printoptions
 */
export function printoptions<Result>(change: PrintOptionsChange, callback: () => Result, ...none: []): Result {
  const options = changed('printoptions', takesChangeByName([], [change]))
  takesCallback([callback], none)
  return printing.use(options, callback)
}
