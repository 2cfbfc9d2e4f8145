import { onMounted, type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import { defaultSettings, type Settings } from '../../playground/settings/settings'
import { hasSettings, readQuery, writeQuery } from '../../playground/settings/settings-query'

/** The settings, which the page's address tells. */
export interface SettingsInAddress {
  readonly settings: Readonly<ShallowRef<Settings>>
  /** What is wrong with the address, a sentence each. */
  readonly problems: Readonly<Ref<readonly string[]>>
  /** Whether the page was opened with settings in its address. */
  readonly cameWithSettings: () => boolean
  readonly change: (settings: Settings) => void
}

export function useSettings(): SettingsInAddress {
  const settings = shallowRef(defaultSettings)
  const problems = ref<readonly string[]>([])
  let cameWithSettings = false

  onMounted(() => {
    const { search } = window.location
    const read = readQuery(search)
    cameWithSettings = hasSettings(search)
    settings.value = read.settings
    problems.value = read.problems
  })

  function change(changed: Settings): void {
    settings.value = changed
    problems.value = []
    const { pathname, hash } = window.location
    window.history.replaceState(window.history.state, '', `${pathname}?${writeQuery(changed)}${hash}`)
  }

  return { settings, problems, cameWithSettings: () => cameWithSettings, change }
}
