import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { plotLines } from '@nn/docs/display'
import { Dropout, Linear, MSELoss, Sequential, Tanh } from '@nn/nn'
import { Adam } from '@nn/optim'
import { linspace, manualSeed, rand, randn, sin } from '@nn/tensor'

await useWasm()

// 24 noisy points of a sine to learn from, and the sine itself to validate with.
manualSeed(1)
const x = rand([24, 1]).mul(6).sub(3)
const y = sin(x).add(randn([24, 1]).mul(0.3))
const validationX = linspace(-3, 3, 61).view(-1, 1)
const validationY = sin(validationX)

function train({ dropout = 0, weightDecay = 0 }) {
  manualSeed(0)
  const model = new Sequential(
    new Linear(1, 64),
    new Tanh(),
    new Linear(64, 64),
    new Tanh(),
    new Dropout(dropout),
    new Linear(64, 1),
  )
  const criterion = new MSELoss()
  const optimizer = new Adam(model.parameters(), { lr: 0.01, weightDecay })
  const losses = { train: [] as number[], validation: [] as number[] }
  for (let step = 0; step < 600; step++) {
    model.train()
    optimizer.zeroGrad()
    const loss = criterion.forward(model.forward(x), y)
    loss.backward()
    optimizer.step()
    model.eval()
    const validationLoss = noGrad(() => criterion.forward(model.forward(validationX), validationY))
    losses.train.push(loss.item())
    losses.validation.push(validationLoss.item())
  }
  return losses
}

const plain = train({})
const withDropout = train({ dropout: 0.3 })
const withDecay = train({ weightDecay: 0.01 })

plotLines({
  title: 'validation loss by step',
  xLabel: 'step',
  yLabel: 'loss',
  series: { plain: plain.validation, dropout: withDropout.validation, 'weight decay': withDecay.validation },
})
for (const [name, losses] of Object.entries({ plain, dropout: withDropout, 'weight decay': withDecay })) {
  const best = Math.min(...losses.validation)
  const last = losses.validation.at(-1) as number
  console.log(
    `${name}: best validation loss ${best.toFixed(2)}, ${last > 4 * best ? 'then much worse' : 'and stays near it'}`,
  )
}
