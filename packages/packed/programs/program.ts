// A program as users write it, in types and at run time: it uses something of every library.

import { noGrad } from '@nn/autograd'
import { autogradGraph } from '@nn/autograd/drawing'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader, TensorDataset } from '@nn/data'
import { Linear, LSTM, MSELoss, type Parameter, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { load, save } from '@nn/safetensors'
import { getBackend, manualSeed, rand } from '@nn/tensor'
import * as trainer from '@nn/trainer'

await useWasm({ threads: 1 })
manualSeed(0)

const lstm = new LSTM(3, 4)
const weight: Parameter = lstm.weightIhL0
const [output, [hidden, cell]] = lstm(rand([5, 2, 3]))
const shapes: readonly (readonly number[])[] = [weight.shape, output.shape, hidden.shape, cell.shape]

const model = new Sequential(new Linear(3, 8), new ReLU(), new Linear(8, 1))
const criterion = new MSELoss()
const optimizer = new SGD(model.parameters(), { lr: 0.1 })
const inputs = rand([32, 3])
const loader = new DataLoader(new TensorDataset(inputs, inputs.sum(1, true)), { batchSize: 8, shuffle: true })
const losses: number[] = []
for (let epoch = 0; epoch < 20; epoch++) {
  for (const [x, y] of loader) {
    optimizer.zeroGrad()
    const loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    losses.push(loss.item())
  }
}
const graph = autogradGraph(criterion(model(inputs), inputs.sum(1, true)))
const again = load(save(model.stateDict()))
const prediction = noGrad(() => model(inputs))

console.log(
  JSON.stringify({
    shapes,
    hasLearnt: losses.at(-1)! < losses[0]! / 10,
    graph: graph.nodes.length > 3,
    saved: Object.keys(again.tensors),
    recorded: prediction.requiresGrad,
    trainer: Object.keys(trainer).length > 0,
    backend: getBackend().name,
  }),
)
