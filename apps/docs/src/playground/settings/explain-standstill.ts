import { likelyCause } from './likely-cause'
import { type Settings, usualRates } from './settings'

/** Share of the images that guessing gets right, with some room above it. */
const GUESSING = 0.2

/** Says why a network may still be guessing after training; empty where it is not. */
export function explainStandstill(accuracy: number, settings: Settings): string {
  if (accuracy > GUESSING) return ''
  const guesses = 'After training, this network still guesses.'
  return settings.lr > usualRates[settings.optimizer].lr
    ? `${guesses} Steps that are too large can leave units that never answer again. ${likelyCause(settings)}`
    : `${guesses} It may need more epochs, or a larger learning rate.`
}
