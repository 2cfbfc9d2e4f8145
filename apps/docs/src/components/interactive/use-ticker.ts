import { onBeforeUnmount, type Ref, ref } from 'vue'

export interface Ticker {
  readonly isRunning: Readonly<Ref<boolean>>
  start(): void
  stop(): void
}

/** Calls a function at intervals, once it is started and until it is stopped or the component is gone. */
export function useTicker(tick: () => void, milliseconds: number): Ticker {
  const isRunning = ref(false)
  let timer: number | undefined

  function stop(): void {
    window.clearInterval(timer)
    isRunning.value = false
  }

  function start(): void {
    stop()
    timer = window.setInterval(tick, milliseconds)
    isRunning.value = true
  }

  onBeforeUnmount(() => {
    if (isRunning.value) stop()
  })
  return { isRunning, start, stop }
}
