/** So many batches, of one epoch after another. */
export function* takeBatches<Batch>(trainloader: Iterable<Batch>, steps: number): Generator<Batch> {
  let step = 0
  while (step < steps) {
    for (const batch of trainloader) {
      yield batch
      if (++step === steps) return
    }
  }
}
