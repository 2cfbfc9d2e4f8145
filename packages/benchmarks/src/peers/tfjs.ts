import * as tf from '@tensorflow/tfjs'
import { type TimedTask, timedTask } from '../rounds/timed-task'
import { MnistArrays } from '../workload/mnist-arrays'
import { tutorial } from '../workload/tutorial'
import { startTfjs } from './start-tfjs'
import { tfjsParameters } from './tfjs-parameters'

/** TensorFlow.js as its users write it: an optimizer that minimizes a loss, inside `tf.tidy`. */
export async function tfjs(): Promise<TimedTask> {
  const about = await startTfjs()
  const data = new MnistArrays()
  const layers = tfjsParameters()
  const optimizer = tf.train.sgd(tutorial.lr)

  function logits(images: tf.Tensor2D): tf.Tensor2D {
    return layers.reduce<tf.Tensor2D>((x, { weight, bias }, i) => {
      const y = tf.add<tf.Tensor2D>(tf.matMul(x, weight), bias)
      return i < layers.length - 1 ? tf.relu(y) : y
    }, images)
  }

  return timedTask(about, (steps) => {
    let runningLoss = 0
    for (const batch of data.batches(steps)) {
      runningLoss += tf.tidy(() => {
        const images = tf.tensor2d(batch.images, [batch.size, tutorial.pixels])
        const labels = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), tutorial.classes)
        const loss = () => tf.losses.softmaxCrossEntropy(labels, logits(images)).asScalar()
        return optimizer.minimize(loss, true)!.dataSync()[0]!
      })
    }
    return runningLoss
  })
}
