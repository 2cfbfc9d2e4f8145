import { settingTexts } from './setting-texts'
import { defaultSettings, type Settings } from './settings'

/** What an address said. */
export interface ReadSettings {
  /** The settings, where the address has none or bad ones the usual ones. */
  readonly settings: Settings
  /** What was wrong, a sentence each. */
  readonly problems: readonly string[]
}

const names = Object.keys(settingTexts) as (keyof Settings)[]

/** All settings as the query of an address: `hidden=128,64&activation=relu&…`. */
export function writeQuery(settings: Settings): string {
  return names.map((name) => `${settingTexts[name].key}=${encode(textOf(settings, name))}`).join('&')
}

/** Reads what `writeQuery` wrote, or someone by hand. Names that are no setting are left to others. */
export function readQuery(query: string): ReadSettings {
  const parameters = new URLSearchParams(query)
  const problems: string[] = []
  const read = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const { label, key, read } = settingTexts[name]
    const text = parameters.get(key)
    if (text === null) return defaultSettings[name]
    try {
      return read(text)
    } catch (error) {
      problems.push(`${label} in the address is “${text}”; it ${(error as Error).message}. The usual value is used.`)
      return defaultSettings[name]
    }
  }
  const settings = {
    hidden: read('hidden'),
    activation: read('activation'),
    dropout: read('dropout'),
    optimizer: read('optimizer'),
    lr: read('lr'),
    momentum: read('momentum'),
    weightDecay: read('weightDecay'),
    batchSize: read('batchSize'),
    epochs: read('epochs'),
    seed: read('seed'),
  }
  return { settings, problems }
}

/** Whether an address says anything about the settings. */
export function hasSettings(query: string): boolean {
  const parameters = new URLSearchParams(query)
  return names.some((name) => parameters.has(settingTexts[name].key))
}

function textOf<Name extends keyof Settings>(settings: Settings, name: Name): string {
  return settingTexts[name].write(settings[name])
}

/** Commas stay as they are: they need no escape in a query, and `128,64` is easier to read. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',')
}
