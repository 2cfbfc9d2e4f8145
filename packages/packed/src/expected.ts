/** What `programs/program.ts` prints wherever it runs. */
export const expected: Readonly<Record<string, unknown>> = {
  shapes: [
    [16, 3],
    [5, 2, 4],
    [1, 2, 4],
    [1, 2, 4],
  ],
  hasLearnt: true,
  graph: true,
  saved: ['0.weight', '0.bias', '2.weight', '2.bias'],
  recorded: false,
  trainer: true,
  backend: 'wasm',
}
