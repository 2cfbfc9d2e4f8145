import { showGraph } from '@nn/docs/display'
import { Linear, MSELoss, ReLU, Sequential } from '@nn/nn'
import { manualSeed, ones } from '@nn/tensor'

manualSeed(0)
const model = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 1))
const loss = new MSELoss().forward(model.forward(ones([2, 3])), ones([2, 1]))
console.log(loss.gradFn?.name)
showGraph(loss, { params: model.namedParameters() })
