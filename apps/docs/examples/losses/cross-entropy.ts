import { CrossEntropyLoss, NLLLoss } from '@nn/nn'
import { logSoftmax, softmax, tensor } from '@nn/tensor'

// Two samples, three classes. The right classes are 1 and 2.
const logits = tensor([
  [1, 2, 0.5],
  [0.1, 0.2, 3],
])
const targets = tensor([1, 2], { dtype: 'int64' })

console.log(softmax(logits, 1))

const logProbabilities = logSoftmax(logits, 1)
console.log(logProbabilities)

// The negative log-likelihood picks each sample's right class, turns the sign and takes the mean.
console.log(new NLLLoss().forward(logProbabilities, targets))

// Both steps in one:
console.log(new CrossEntropyLoss().forward(logits, targets))
