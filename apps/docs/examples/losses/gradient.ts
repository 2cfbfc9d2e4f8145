import '@nn/autograd'
import { CrossEntropyLoss } from '@nn/nn'
import { softmax, tensor } from '@nn/tensor'

const logits = tensor([[1, 2, 0.5]], { requiresGrad: true })
const target = tensor([1], { dtype: 'int64' })

new CrossEntropyLoss().forward(logits, target).backward()
console.log(logits.grad)

const oneHot = tensor([[0, 1, 0]])
console.log(softmax(logits.detach(), 1).sub(oneHot))
