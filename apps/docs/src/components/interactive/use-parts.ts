import { onMounted, type Ref, ref, type ShallowRef, shallowRef } from 'vue'

export interface Parts<Loaded> {
  /** The modules; null until they are there. */
  readonly parts: ShallowRef<Loaded | null>
  /** What to say in the meantime. */
  readonly waiting: Readonly<Ref<string>>
}

/** Loads the modules that a figure computes with, and the library behind them, once the figure is on the page. */
export function useParts<Loaded>(load: () => Promise<Loaded>, ready: () => void = () => {}): Parts<Loaded> {
  const parts: ShallowRef<Loaded | null> = shallowRef(null)
  const waiting = ref('Loading …')
  onMounted(async () => {
    try {
      parts.value = await load()
    } catch {
      waiting.value = 'This figure could not be loaded.'
      return
    }
    ready()
  })
  return { parts, waiting }
}
