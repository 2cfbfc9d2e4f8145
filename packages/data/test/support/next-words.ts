import { type Generator, randint } from '@nn/tensor'

/** The next words of a stream as the fixtures have them: a draw too many or too few shows. */
export function nextWords(generator: Generator): unknown {
  return randint(0, 1_000_000, [3], { generator }).toArray()
}
