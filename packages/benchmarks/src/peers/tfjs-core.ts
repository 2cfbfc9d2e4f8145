import * as tf from '@tensorflow/tfjs'
import { type TimedTask, timedTask } from '../rounds/timed-task'
import { type ArrayBatch, MnistArrays } from '../workload/mnist-arrays'
import { tutorial } from '../workload/tutorial'
import { startTfjs } from './start-tfjs'
import { type TfjsLayer, tfjsParameters } from './tfjs-parameters'

/**
 * TensorFlow.js tuned by hand: forward, gradients and updates as a fixed sequence of its core operations, without its
 * automatic differentiation. Its WebAssembly matmul is slow with `transposeA` and `transposeB`, so operands are
 * transposed beforehand.
 */
export async function tfjsCore(): Promise<TimedTask> {
  const about = await startTfjs()
  const data = new MnistArrays()
  const [first, second, last] = tfjsParameters() as [TfjsLayer, TfjsLayer, TfjsLayer]
  const lr = tf.scalar(tutorial.lr)

  function update(parameter: tf.Variable, gradient: tf.Tensor): void {
    parameter.assign(tf.sub(parameter, tf.mul(gradient, lr)))
  }

  function step({ size, images, labels }: ArrayBatch): number {
    const x = tf.tensor2d(images, [size, tutorial.pixels])
    const target = tf.oneHot(tf.tensor1d(labels, 'int32'), tutorial.classes)
    const h1 = tf.fused.matMul({ a: x, b: first.weight, bias: first.bias, activation: 'relu' })
    const h2 = tf.fused.matMul({ a: h1, b: second.weight, bias: second.bias, activation: 'relu' })
    const probabilities = tf.softmax(tf.fused.matMul({ a: h2, b: last.weight, bias: last.bias }))
    const loss = tf.neg(tf.mean(tf.log(tf.sum(tf.mul(probabilities, target), 1))))

    // The gradients of the loss by the outputs of the three layers, before their ReLU.
    const d3 = tf.div(tf.sub(probabilities, target), size)
    const d2 = tf.mul(tf.matMul(d3, tf.transpose(last.weight)), tf.step(h2))
    const d1 = tf.mul(tf.matMul(d2, tf.transpose(second.weight)), tf.step(h1))

    update(last.weight, tf.matMul(tf.transpose(h2), d3))
    update(last.bias, tf.sum(d3, 0))
    update(second.weight, tf.matMul(tf.transpose(h1), d2))
    update(second.bias, tf.sum(d2, 0))
    update(first.weight, tf.matMul(tf.transpose(x), d1))
    update(first.bias, tf.sum(d1, 0))
    return loss.dataSync()[0]!
  }

  return timedTask(about, (steps) => {
    let runningLoss = 0
    for (const batch of data.batches(steps)) runningLoss += tf.tidy(() => step(batch))
    return runningLoss
  })
}
