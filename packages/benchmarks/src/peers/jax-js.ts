import { defaultDevice, init, jit, nn, numpy as np, random, tree, valueAndGrad } from '@jax-js/jax'
import { type TimedTask, timedTask } from '../rounds/timed-task'
import { MnistArrays } from '../workload/mnist-arrays'
import { peerVersions } from '../workload/peer-versions'
import { layerSizes, tutorial } from '../workload/tutorial'

type Layer = { weight: np.Array; bias: np.Array }

/** Drawn as PyTorch draws them: uniform within ±1/√inputs. */
function initialLayers(): Layer[] {
  return layerSizes.slice(1).map((outputs, i) => {
    const inputs = layerSizes[i]!
    const bound = 1 / Math.sqrt(inputs)
    const range = { minval: -bound, maxval: bound }
    return {
      weight: random.uniform(random.key(2 * i), [inputs, outputs], range),
      bias: random.uniform(random.key(2 * i + 1), [outputs], range),
    }
  })
}

function logProbabilities(layers: Layer[], images: np.Array): np.Array {
  const logits = layers.reduce((x, { weight, bias }, i) => {
    const y = np.dot(x, weight).add(bias)
    return i < layers.length - 1 ? nn.relu(y) : y
  }, images)
  return nn.logSoftmax(logits)
}

function nllLoss(layers: Layer[], images: np.Array, labels: np.Array): np.Array {
  const size = labels.shape[0]!
  return logProbabilities(layers, images)
    .mul(nn.oneHot(labels, tutorial.classes))
    .sum()
    .mul(-1 / size)
}

/** A whole training step, compiled: loss, gradients and SGD's update. */
const trainStep = jit((layers: Layer[], images: np.Array, labels: np.Array): [np.Array, Layer[]] => {
  const [loss, gradients] = valueAndGrad(nllLoss)(tree.ref(layers), images, labels)
  const updated = tree.map((x: np.Array, g: np.Array) => x.sub(g.mul(tutorial.lr)), layers, gradients)
  return [loss, updated as Layer[]]
})

/**
 * jax-js as its own examples write it: one jit-compiled step, on its WebAssembly device. In Node it uses one thread. Its
 * operations wait until a value is asked for, so the loss is read at every step, as everybody here does.
 */
export async function jaxJs(): Promise<TimedTask> {
  await init('wasm')
  defaultDevice('wasm')
  const data = new MnistArrays()
  let layers = initialLayers()
  return timedTask({ ...peerVersions('@jax-js/jax'), device: defaultDevice() }, (steps) => {
    let runningLoss = 0
    for (const batch of data.batches(steps)) {
      const images = np.array(batch.images, { shape: [batch.size, tutorial.pixels] })
      const labels = np.array(batch.labels)
      const [loss, updated] = trainStep(layers, images, labels)
      layers = updated
      runningLoss += loss.item()
    }
    return runningLoss
  })
}
