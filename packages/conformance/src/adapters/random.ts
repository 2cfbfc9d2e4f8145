import { functional } from '@nn/nn'
import { bernoulli, bernoulli_, empty, multinomial, normal, normal_, rand, randint, randn, randperm } from '@nn/tensor'
import type { Adapters } from './adapter'
import { tensorOptions } from './creation'

/** Random numbers, for which there are streams from seeds. */
export const random: Adapters = {
  empty: (c) => empty(c.sizes(0), tensorOptions(c)),
  rand: (c) => rand(c.sizes(0), tensorOptions(c)),
  randn: (c) => randn(c.sizes(0), tensorOptions(c)),
  normal: (c) => normal(c.number(0, 'mean'), c.number(1, 'std'), c.sizes(2, 'size'), tensorOptions(c)),
  randint: (c) => randint(c.number(0, 'low'), c.number(1, 'high'), c.sizes(2, 'size'), tensorOptions(c)),
  randperm: (c) => randperm(c.number(0, 'n'), tensorOptions(c)),
  bernoulli: (c) => bernoulli(c.tensor(0)),
  multinomial: (c) => multinomial(c.tensor(0), c.number(1, 'num_samples'), { replacement: c.flag(2, 'replacement') }),
  uniform_: (c) => c.tensor(0).uniform_(c.number(1, 'from', 0), c.number(2, 'to', 1)),
  normal_: (c) => normal_(c.tensor(0), c.number(1, 'mean', 0), c.number(2, 'std', 1)),
  'nn.functional.dropout': (c) =>
    functional.dropout(c.tensor(0), { p: c.number(1, 'p', 0.5), training: c.flag(2, 'training', true) }),
  bernoulli_: (c) => bernoulli_(c.tensor(0), c.number(1, 'p', 0.5)),
}
