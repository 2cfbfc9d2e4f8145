import { type Ref, ref } from 'vue'

const MILLISECONDS_SHOWN = 2000

/** Copies text and says so for a moment. */
export function useCopied(): { copied: Ref<boolean>; copy(text: string): Promise<void> } {
  const copied = ref(false)
  return {
    copied,
    async copy(text) {
      await navigator.clipboard.writeText(text)
      copied.value = true
      setTimeout(() => {
        copied.value = false
      }, MILLISECONDS_SHOWN)
    },
  }
}
