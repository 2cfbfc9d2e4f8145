import { logSoftmax, softmax, tensor } from '@nn/tensor'

const logits = tensor([4, -100, 0.5])
console.log(softmax(logits, 0))
console.log(softmax(logits, 0).log())
console.log(logSoftmax(logits, 0))
