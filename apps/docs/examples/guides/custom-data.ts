import { DataLoader, type Dataset } from '@nn/data'
import { manualSeed, type Tensor, tensor } from '@nn/tensor'

// Points on a spiral: anything with a length and a get is a data set.
class Spiral implements Dataset<[Tensor, number]> {
  constructor(readonly length: number) {}

  get(index: number): [Tensor, number] {
    const arm = index % 2
    const angle = (index / this.length) * 6
    const side = arm === 0 ? 1 : -1
    return [tensor([side * angle * Math.cos(angle), side * angle * Math.sin(angle)], { dtype: 'float32' }), arm]
  }
}

manualSeed(0)
const loader = new DataLoader(new Spiral(6), { batchSize: 4, shuffle: true })
for (const [points, arms] of loader) {
  console.log(points)
  console.log(arms)
}
