import { withBase } from 'vitepress'
import { computed, onBeforeUnmount, type Ref, ref, shallowRef } from 'vue'
import {
  BATCH_SIZE,
  type Digit,
  EPOCHS,
  type Measurement,
  STEPS_PER_EPOCH,
  type TrainingMessage,
} from '../../site/home-training/messages'

type Phase = 'waiting' | 'loading' | 'training' | 'done' | 'stopped' | 'failed'

export interface Training {
  readonly phase: Ref<Phase>
  /** What of the data has arrived, from 0 to 1. */
  readonly loaded: Ref<number>
  readonly digits: Ref<readonly Digit[]>
  readonly measurements: Ref<readonly Measurement[]>
  /** What the program has printed. */
  readonly lines: Ref<readonly string[]>
  /** Where it is, in words. */
  readonly summary: Ref<string>
  start(): Promise<void>
  stop(): void
}

export const STEPS: number = EPOCHS * STEPS_PER_EPOCH

/** The training of the home page as a component's state. */
export function useTraining(): Training {
  const phase = ref<Phase>('waiting')
  const loaded = ref(0)
  const digits = shallowRef<readonly Digit[]>([])
  const measurements = shallowRef<readonly Measurement[]>([])
  const lines = shallowRef<readonly string[]>([])
  const failure = ref('')
  let terminate = (): void => {}

  function onMessage(message: TrainingMessage): void {
    switch (message.type) {
      case 'loading':
        loaded.value = Math.min(1, message.loaded / message.total)
        break
      case 'digits':
        digits.value = message.digits
        break
      case 'measurement':
        phase.value = 'training'
        measurements.value = [...measurements.value, message]
        break
      case 'print':
        lines.value = [...lines.value, message.text]
        break
      case 'done':
        phase.value = 'done'
        break
      case 'error':
        phase.value = 'failed'
        failure.value = message.message
    }
  }

  const summary = computed(() => {
    const last = measurements.value.at(-1)
    switch (phase.value) {
      case 'waiting':
        return 'The program has not been started.'
      case 'loading':
        return `Loading 70,000 digits, ${Math.round(loaded.value * 100)} % of 11 MB`
      case 'failed':
        return failure.value
      default:
        return last === undefined ? '' : describe(measurements.value.slice(-SPEED_WINDOW))
    }
  })

  async function start(): Promise<void> {
    terminate()
    measurements.value = []
    lines.value = []
    loaded.value = 0
    phase.value = 'loading'
    const { startTraining } = await import('../../site/home-training/start-training')
    terminate = startTraining(new URL(withBase('/data/mnist/'), location.href).href, onMessage)
  }

  function stop(): void {
    terminate()
    phase.value = 'stopped'
  }

  onBeforeUnmount(() => terminate())
  return { phase, loaded, digits, measurements, lines, summary, start, stop }
}

/** Over the last measurements, so that the start, when the engine still compiles, is soon forgotten. */
const SPEED_WINDOW = 25

function describe(recent: readonly Measurement[]): string {
  const [first, last] = [recent[0] as Measurement, recent.at(-1) as Measurement]
  const epoch = Math.min(EPOCHS, Math.floor(last.step / STEPS_PER_EPOCH) + 1)
  const parts = [`Epoch ${epoch} of ${EPOCHS}`, `${(last.accuracy * 100).toFixed(1)} % of test digits right`]
  if (last.seconds > first.seconds) {
    const speed = ((last.step - first.step) * BATCH_SIZE) / (last.seconds - first.seconds)
    parts.push(`${(Math.round(speed / 100) * 100).toLocaleString('en')} images a second`)
  }
  return parts.join(' · ')
}
