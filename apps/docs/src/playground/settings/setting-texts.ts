import { activationNames, optimizerNames } from '@nn/trainer'
import type { Settings } from './settings'

/** How one setting is written as text, in form fields and addresses, and read again. */
interface SettingText<Value> {
  /** As the form calls it. */
  readonly label: string
  /** As addresses call it. */
  readonly key: string
  readonly write: (value: Value) => string
  /** @throws RangeError saying what it must be. */
  readonly read: (text: string) => Value
}

const MAX_LAYERS = 4
const MAX_UNITS = 1024

export const settingTexts: { readonly [Name in keyof Settings]: SettingText<Settings[Name]> } = {
  hidden: { label: 'Hidden layers', key: 'hidden', write: (sizes) => sizes.join(','), read: readSizes },
  activation: { label: 'Activation', key: 'activation', ...oneOf(activationNames) },
  dropout: { label: 'Dropout', key: 'dropout', ...number({ min: 0, max: 0.95 }) },
  optimizer: { label: 'Optimizer', key: 'optimizer', ...oneOf(optimizerNames) },
  lr: { label: 'Learning rate', key: 'lr', ...number({ min: 0, max: 1e6 }) },
  momentum: { label: 'Momentum', key: 'momentum', ...number({ min: 0, max: 1 }) },
  weightDecay: { label: 'Weight decay', key: 'decay', ...number({ min: 0, max: 1e3 }) },
  batchSize: { label: 'Batch size', key: 'batch', ...wholeNumber({ min: 1, max: 10_000 }) },
  epochs: { label: 'Epochs', key: 'epochs', ...wholeNumber({ min: 1, max: 100 }) },
  seed: { label: 'Seed', key: 'seed', ...wholeNumber({ min: 0, max: 2 ** 32 - 1 }) },
}

interface Range {
  readonly min: number
  readonly max: number
}

function readSizes(text: string): number[] {
  if (text.trim() === '') return []
  const sizes = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const isSize = (size: number): boolean => Number.isInteger(size) && size >= 1 && size <= MAX_UNITS
  if (sizes.length > MAX_LAYERS || !sizes.every(isSize)) {
    throw new RangeError(
      `must be up to ${MAX_LAYERS} sizes from 1 to ${MAX_UNITS} with commas between them, as in 128,64, or empty`,
    )
  }
  return sizes
}

function oneOf<Name extends string>(names: readonly Name[]): Omit<SettingText<Name>, 'label' | 'key'> {
  return {
    write: (name) => name,
    read: (text) => {
      const name = names.find((known) => known === text)
      if (name === undefined) throw new RangeError(`must be one of ${names.join(', ')}`)
      return name
    },
  }
}

function number(range: Range): Omit<SettingText<number>, 'label' | 'key'> {
  return { write: String, read: (text) => readNumber(text, 'a number', Number.isFinite, range) }
}

function wholeNumber(range: Range): Omit<SettingText<number>, 'label' | 'key'> {
  return { write: String, read: (text) => readNumber(text, 'a whole number', Number.isInteger, range) }
}

function readNumber(text: string, kind: string, isKind: (value: number) => boolean, { min, max }: Range): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!isKind(value) || value < min || value > max) throw new RangeError(`must be ${kind} from ${min} to ${max}`)
  return value
}
