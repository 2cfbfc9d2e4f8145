import { plotLines } from '@nn/docs/display'
import { linspace } from '@nn/tensor'

const x = linspace(-3, 3, 61)
plotLines({
  title: 'activation functions',
  xLabel: 'x',
  x: x.toArray() as number[],
  series: {
    relu: x.relu().toArray() as number[],
    sigmoid: x.sigmoid().toArray() as number[],
    tanh: x.tanh().toArray() as number[],
  },
})
