/** The tutorials' training of MNIST, which every contender does: 784-128-64-10 with ReLU, log-softmax and SGD. */
export const tutorial = {
  images: 60000,
  pixels: 784,
  hidden: [128, 64],
  classes: 10,
  lr: 0.003,
  batchSize: 64,
  /** Batches in an epoch, the last one of 32 images. */
  steps: 938,
} as const

/** The sizes between which the linear layers lie. */
export const layerSizes: readonly number[] = [tutorial.pixels, ...tutorial.hidden, tutorial.classes]
