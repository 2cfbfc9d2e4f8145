import { withBase } from 'vitepress'
import { type ComputedRef, computed, onBeforeUnmount, onMounted, type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import { forgetNetwork, type KeptNetwork, keepNetwork, keptNetwork } from '../../playground/kept-network'
import type { DataProgress } from '../../playground/session/digits'
import type { FirstLayer } from '../../playground/session/first-layer'
import { emptyHistory, type History, wholeEpochs, withEpoch, withPoints } from '../../playground/session/history'
import type { Insight } from '../../playground/session/insight'
import type { Outcome } from '../../playground/session/training-session'
import { explainDivergence } from '../../playground/settings/explain-divergence'
import { explainStandstill } from '../../playground/settings/explain-standstill'
import type { Settings } from '../../playground/settings/settings'
import { writeQuery } from '../../playground/settings/settings-query'
import { describeStatus, type Phase } from '../../playground/status'
import type { Engine, PlaygroundEvent, TestImage } from '../../playground/worker/api'
import { type Connection, connect } from '../../playground/worker/connect'
import { type Answer, useAnswer } from './use-answer'
import { type SettingsInAddress, useSettings } from './use-settings'

/** Whether the network stays in this browser: it does, the browser does not let it, or there is nothing to keep. */
export type Keeping = 'kept' | 'refused' | null

/** All that the page shows, and what its buttons do. */
export interface Playground {
  readonly settings: SettingsInAddress['settings']
  readonly problems: SettingsInAddress['problems']
  readonly phase: Readonly<Ref<Phase>>
  /** Whether a pause was asked for that has not begun yet. */
  readonly isPausing: Readonly<Ref<boolean>>
  readonly status: ComputedRef<string>
  /** What went wrong, empty where nothing did. */
  readonly failure: Readonly<Ref<string>>
  readonly keeping: Readonly<Ref<Keeping>>
  readonly history: Readonly<ShallowRef<History>>
  /** Epochs that the training is to have in the end. */
  readonly planned: Readonly<Ref<number>>
  readonly imagesPerSecond: Readonly<Ref<number | null>>
  readonly data: Readonly<ShallowRef<DataProgress | null>>
  readonly engine: Readonly<ShallowRef<Engine | null>>
  readonly firstLayer: Readonly<ShallowRef<FirstLayer | null>>
  readonly insight: Readonly<ShallowRef<Insight | null>>
  /** A network of the last visit whose settings are not those of the address. */
  readonly offer: Readonly<ShallowRef<KeptNetwork | null>>
  readonly probabilities: Answer['probabilities']
  readonly changeSettings: (settings: Settings) => void
  readonly start: () => Promise<void>
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  readonly reset: () => Promise<void>
  readonly showDrawing: Answer['show']
  readonly pickTestImage: () => Promise<TestImage | null>
  readonly saveFile: () => Promise<Uint8Array<ArrayBuffer>>
  readonly openFile: (file: File) => Promise<void>
  readonly takeOffer: () => Promise<void>
}

export function usePlayground(): Playground {
  const { settings, problems, cameWithSettings, change } = useSettings()
  const phase = ref<Phase>('untrained')
  const isPausing = ref(false)
  const failure = ref('')
  const history = shallowRef(emptyHistory)
  const planned = ref(0)
  const imagesPerSecond = ref<number | null>(null)
  const data = shallowRef<DataProgress | null>(null)
  const engine = shallowRef<Engine | null>(null)
  const firstLayer = shallowRef<FirstLayer | null>(null)
  const insight = shallowRef<Insight | null>(null)
  const offer = shallowRef<KeptNetwork | null>(null)
  const keeping = ref<Keeping>(null)
  const status = computed(() => describeStatus(phase.value, history.value, planned.value))
  const { probabilities, show, refresh } = useAnswer((pixels) => network().classify(pixels).catch(report))

  let connection: Connection | null = null
  /** Grows with each new network, so that what concerns an earlier one can be told apart. */
  let generation = 0
  /** Whether the worker has the newest network; until then, what it tells is about an earlier one. */
  let isCurrent = false
  let isTraining = false

  onMounted(restore)
  onBeforeUnmount(() => connection?.close())

  /** The worker, started when it is first needed, and with it the fresh network of the settings. */
  function network(): Connection {
    if (connection === null) {
      connection = connect(new URL(withBase('/data/'), window.location.href).href, receive)
      void create(connection)
    }
    return connection
  }

  function report(error: Error): null {
    failure.value = `The network cannot be computed: ${error.message}.`
    return null
  }

  async function create(worker: Connection): Promise<void> {
    await replace(() => worker.create(settings.value)).catch(report)
  }

  /**
   * Puts another network in place of the one there is.
   *
   * @param ask has the worker do it
   */
  async function replace(ask: () => Promise<FirstLayer>): Promise<void> {
    const mine = ++generation
    isCurrent = false
    isTraining = false
    isPausing.value = false
    const layer = await ask()
    if (mine !== generation) return
    isCurrent = true
    firstLayer.value = layer
    refresh()
  }

  function receive(event: PlaygroundEvent): void {
    if (event.type === 'engine') engine.value = event.engine
    else if (event.type === 'data') data.value = event.progress
    else if (isCurrent) receiveFromNetwork(event)
  }

  function receiveFromNetwork(event: Exclude<PlaygroundEvent, { type: 'engine' | 'data' }>): void {
    if (event.type === 'progress') {
      const { epoch, step, steps, points } = event.progress
      phase.value = 'training'
      history.value = withPoints(history.value, epoch - 1 + step / steps, points)
      imagesPerSecond.value = event.progress.imagesPerSecond
      firstLayer.value = event.firstLayer
      refresh()
      return
    }
    if (event.type === 'epoch') {
      history.value = withEpoch(history.value, event.result)
      insight.value = event.insight
      refresh()
      if (isTraining) phase.value = 'training'
      // A network that has just begun is nothing to keep.
      if (isTraining && event.result.epoch === 0) return
    } else {
      phase.value = 'paused'
      isPausing.value = false
    }
    void keep(event.file)
  }

  /** Trains until `planned` epochs are done. */
  async function train(): Promise<void> {
    const worker = network()
    const mine = generation
    const before = phase.value
    isTraining = true
    failure.value = ''
    phase.value = 'loading'
    try {
      const outcome = await worker.train(planned.value - history.value.trained)
      if (mine === generation) end(outcome)
    } catch (error) {
      if (mine !== generation) return
      phase.value = before
      failure.value = `Training could not begin: ${(error as Error).message}.`
    }
    isTraining = false
    isPausing.value = false
  }

  function end(outcome: Outcome): void {
    if (outcome.kind === 'finished') {
      phase.value = 'finished'
      failure.value = explainStandstill(history.value.epochs.at(-1)?.validation.accuracy ?? 1, settings.value)
    }
    if (outcome.kind === 'diverged') {
      phase.value = 'diverged'
      failure.value = explainDivergence(outcome, settings.value)
    }
  }

  async function start(): Promise<void> {
    planned.value = history.value.trained + settings.value.epochs
    await train()
  }

  async function pause(): Promise<void> {
    isPausing.value = true
    await network().pause()
  }

  /** Goes on where the pause was; a network of an earlier visit begins its epoch anew. */
  async function resume(): Promise<void> {
    if (isTraining) {
      phase.value = 'training'
      await network().resume()
    } else {
      history.value = wholeEpochs(history.value)
      await train()
    }
  }

  async function reset(): Promise<void> {
    forgetWhatIsShown()
    if (connection !== null) await create(connection)
    await forgetNetwork().catch(() => {})
  }

  function forgetWhatIsShown(): void {
    phase.value = 'untrained'
    failure.value = ''
    history.value = emptyHistory
    imagesPerSecond.value = null
    insight.value = null
    firstLayer.value = null
    offer.value = null
    keeping.value = null
  }

  function changeSettings(changed: Settings): void {
    change(changed)
    if (phase.value === 'untrained' && connection !== null) void create(connection)
  }

  async function pickTestImage(): Promise<TestImage | null> {
    try {
      return await network().pickTestImage()
    } catch (error) {
      failure.value = `There is no test image to show: ${(error as Error).message}.`
      return null
    }
  }

  async function openFile(file: File): Promise<void> {
    const worker = network()
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const described = await worker.inspect(bytes)
      forgetWhatIsShown()
      change({ ...settings.value, ...described })
      phase.value = 'loading'
      await replace(() => worker.open(bytes, settings.value, 0))
      await worker.test()
      phase.value = 'opened'
    } catch (error) {
      failure.value = `${file.name} cannot be opened: ${(error as Error).message}.`
    }
  }

  async function keep(file: Uint8Array): Promise<void> {
    const network = {
      settings: settings.value,
      history: history.value,
      planned: planned.value,
      insight: insight.value,
      file,
    }
    try {
      await keepNetwork(network)
      keeping.value = 'kept'
    } catch {
      keeping.value = 'refused'
    }
  }

  /** Brings the network of the last visit back, unless the address asks for other settings: then it is offered. */
  async function restore(): Promise<void> {
    const kept = await keptNetwork().catch(() => null)
    if (kept === null || connection !== null) return
    if (cameWithSettings() && writeQuery(kept.settings) !== writeQuery(settings.value)) offer.value = kept
    else await take(kept)
  }

  /** Has the network of the last visit take the place of the one there is. */
  async function take(kept: KeptNetwork): Promise<void> {
    const worker = network()
    forgetWhatIsShown()
    change(kept.settings)
    history.value = kept.history
    planned.value = kept.planned
    insight.value = kept.insight
    keeping.value = 'kept'
    try {
      await replace(() => worker.open(kept.file, kept.settings, Math.floor(kept.history.trained)))
      phase.value = phaseOf(kept)
    } catch (error) {
      await reset()
      report(error as Error)
    }
  }

  return {
    settings,
    problems,
    phase,
    isPausing,
    status,
    failure,
    keeping,
    history,
    planned,
    imagesPerSecond,
    data,
    engine,
    firstLayer,
    insight,
    offer,
    probabilities,
    changeSettings,
    start,
    pause,
    resume,
    reset,
    showDrawing: show,
    pickTestImage,
    saveFile: () => network().save(),
    openFile,
    takeOffer: async () => {
      if (offer.value !== null) await take(offer.value)
    },
  }
}

function phaseOf({ history: { trained }, planned }: KeptNetwork): Phase {
  if (trained === 0) return 'opened'
  return trained < planned ? 'paused' : 'finished'
}
