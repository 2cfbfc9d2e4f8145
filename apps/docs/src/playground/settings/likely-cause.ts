import { type Settings, usualRates } from './settings'

/** A learning rate so many times the usual one is the first thing to suspect. */
const SUSPICIOUS = 30

/** Which setting most likely makes steps too large, and what to do about it. */
export function likelyCause({ optimizer, lr, momentum, weightDecay }: Settings): string {
  const usual = usualRates[optimizer].lr
  if (lr * weightDecay >= 1) {
    return `The likely cause is the weight decay: each step takes learning rate × weight decay = ${short(lr * weightDecay)} times a weight away from it, and from 1 on weights do not shrink but flip. Make one of the two smaller.`
  }
  const pull = optimizer === 'sgd' ? 1 / (1 - momentum) : 1
  if (pull >= 5 && lr <= SUSPICIOUS * usual) {
    return `The likely cause is the momentum: with ${momentum}, steps add up to ${Number.isFinite(pull) ? `${short(pull)} times` : 'ever more than'} the learning rate. Make the momentum or the learning rate smaller.`
  }
  return `The likely cause is the learning rate: ${lr} is ${short(lr / usual)} times what ${optimizer} is usually begun with, ${usual}. Make it smaller.`
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)))
}
