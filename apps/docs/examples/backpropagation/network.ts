import { Linear, MSELoss, Sequential, Sigmoid } from '@nn/nn'
import { tensor } from '@nn/tensor'

const model = new Sequential(new Linear(1, 2), new Sigmoid(), new Linear(2, 1))
model.loadStateDict({
  '0.weight': tensor([[1], [2]], { dtype: 'float32' }),
  '0.bias': tensor([1, -1], { dtype: 'float32' }),
  '2.weight': tensor([[1, 2]], { dtype: 'float32' }),
  '2.bias': tensor([-1], { dtype: 'float32' }),
})

const x = tensor([[1]], { dtype: 'float32' })
const y = tensor([[3]], { dtype: 'float32' })
const loss = new MSELoss().forward(model.forward(x), y)
console.log(loss)

loss.backward()
for (const [name, parameter] of model.namedParameters()) console.log(name, parameter.grad)
