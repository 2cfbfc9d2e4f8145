// A module of its own, for programs that draw many numbers: with dropout, or from the normal distribution.

export { bernoulli, normal, uniform, wordsBytes } from './random/fills'
