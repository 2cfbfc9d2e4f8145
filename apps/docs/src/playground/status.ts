import type { EpochResult, History } from './session/history'

/** Where the network on the page is. */
export type Phase = 'untrained' | 'loading' | 'training' | 'paused' | 'finished' | 'opened' | 'diverged'

/** The state of the network in a sentence or two. It changes with phases and epochs, not with every step. */
export function describeStatus(phase: Phase, { trained, epochs }: History, planned: number): string {
  const done = Math.floor(trained)
  switch (phase) {
    case 'untrained':
      return 'This network has not been trained; its answers are guesses.'
    case 'loading':
      return 'Loading the images of MNIST.'
    case 'training':
      return `Training, epoch ${Math.min(done + 1, planned)} of ${planned}. ${lastEpoch(epochs)}`.trim()
    case 'paused':
      return `Paused after ${epochsText(trained)} of ${planned}. ${lastEpoch(epochs)}`.trim()
    case 'finished':
      return `Trained for ${epochsText(trained)}. ${verdict(epochs)}`.trim()
    case 'opened':
      return `This network comes from a file. ${verdict(epochs)}`.trim()
    case 'diverged':
      return 'This network has diverged: its answers mean nothing.'
  }
}

function epochsText(trained: number): string {
  const text = Number.isInteger(trained) ? String(trained) : trained.toFixed(1)
  return `${text} epoch${trained === 1 ? '' : 's'}`
}

function verdict(epochs: History['epochs']): string {
  const last = epochs.at(-1)
  if (last === undefined) return ''
  return `It recognises ${percent(last)} of the test images.`
}

function lastEpoch(epochs: History['epochs']): string {
  const last = epochs.at(-1)
  if (last === undefined || last.epoch === 0) return ''
  return `After epoch ${last.epoch} it recognised ${percent(last)} of the test images.`
}

function percent({ validation }: EpochResult): string {
  return `${(validation.accuracy * 100).toFixed(2)} %`
}
