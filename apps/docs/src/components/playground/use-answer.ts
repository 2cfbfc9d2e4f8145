import { type ShallowRef, shallowRef } from 'vue'

/** What the network takes the drawing for. */
export interface Answer {
  /** The probability of each digit, null while there is no drawing. */
  readonly probabilities: Readonly<ShallowRef<readonly number[] | null>>
  /** Shows the network another drawing. */
  readonly show: (drawing: Uint8Array | null) => void
  /** Asks again, as the network has changed. */
  readonly refresh: () => void
}

/** Asks the network about the drawing, one question at a time: of drawings that come in between, only the last counts. */
export function useAnswer(classify: (pixels: Uint8Array) => Promise<readonly number[] | null>): Answer {
  const probabilities = shallowRef<readonly number[] | null>(null)
  let drawing: Uint8Array | null = null
  let isAsking = false
  let isOutdated = false

  async function refresh(): Promise<void> {
    isOutdated = true
    if (isAsking) return
    isAsking = true
    try {
      while (isOutdated) {
        isOutdated = false
        const answer = drawing === null ? null : await classify(drawing)
        // The drawing may have been wiped meanwhile.
        probabilities.value = drawing === null ? null : answer
      }
    } finally {
      isAsking = false
    }
  }

  function show(changed: Uint8Array | null): void {
    drawing = changed
    void refresh()
  }

  return { probabilities, show, refresh: () => void refresh() }
}
