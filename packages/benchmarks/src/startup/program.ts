// What a cold process has to do before it has trained anything: node dist/startup.js. It prints how long each part took.

const began = performance.now()
const [{ useWasm }, { Linear, LogSoftmax, NLLLoss, ReLU, Sequential }, { SGD }, { manualSeed, randint, randn }] =
  await Promise.all([import('@nn/backend-wasm'), import('@nn/nn'), import('@nn/optim'), import('@nn/tensor')])
const imported = performance.now()

await useWasm()
const started = performance.now()

manualSeed(0)
const model = new Sequential(
  new Linear(784, 128),
  new ReLU(),
  new Linear(128, 64),
  new ReLU(),
  new Linear(64, 10),
  new LogSoftmax({ dim: 1 }),
)
const optimizer = new SGD(model.parameters(), { lr: 0.003 })
optimizer.zeroGrad()
const loss = new NLLLoss().forward(model.forward(randn([64, 784])), randint(0, 10, [64]))
loss.backward()
optimizer.step()
if (!Number.isFinite(loss.item())) throw new Error('the loss is no finite number')
const trained = performance.now()

console.log(JSON.stringify({ import: imported - began, wasm: started - imported, step: trained - started }))

export {}
