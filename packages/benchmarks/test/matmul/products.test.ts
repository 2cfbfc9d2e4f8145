import { expect, test } from 'vitest'
import { flopsOf, products } from '../../src/matmul/products'

test('the products of the layers are those of a training step', () => {
  const ofLayers = products.filter(({ name }) => name.includes('→'))
  // Forward and two gradients for 784·128 + 128·64 + 64·10 weights and 64 images, but no gradient of the images.
  const flops = ofLayers.reduce((total, product) => total + flopsOf(product), 0)
  expect(flops).toBe(2 * 64 * (3 * (784 * 128 + 128 * 64 + 64 * 10) - 784 * 128))
})
