import { plotLines } from '@nn/docs/display'
import { Adam, SGD } from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'

// A long valley: 50 times as steep in the second direction as in the first.
const steepness = tensor([1, 50])
const lossAt = (p: Tensor) => p.square().mul(steepness).sum()

function descend(makeOptimizer: (p: Tensor) => Adam | SGD): number[] {
  const p = tensor([4.5, 1], { requiresGrad: true })
  const optimizer = makeOptimizer(p)
  const losses = []
  for (let step = 0; step < 60; step++) {
    optimizer.zeroGrad()
    const loss = lossAt(p)
    loss.backward()
    optimizer.step()
    losses.push(loss.item())
  }
  return losses
}

const series = {
  SGD: descend((p) => new SGD([p], { lr: 0.015 })),
  momentum: descend((p) => new SGD([p], { lr: 0.015, momentum: 0.8 })),
  Adam: descend((p) => new Adam([p], { lr: 0.3 })),
}
plotLines({ title: 'loss by step', xLabel: 'step', yLabel: 'loss', series })
for (const [name, losses] of Object.entries(series)) console.log(`${name}: ${losses.at(-1)?.toFixed(4)}`)
