import { defineFunction, gradcheck } from '@nn/autograd'
import { manualSeed, randn, type Tensor, tensor } from '@nn/tensor'

// x·sigmoid(x), with the derivative written out: s + x·s·(1 - s).
const swish = defineFunction<[Tensor], undefined>({
  name: 'Swish',
  forward(context, [x]) {
    context.save(x)
    return x.mul(x.sigmoid())
  },
  backward(context, grad) {
    const [x] = context.saved as [Tensor]
    const s = x.sigmoid()
    return [grad.mul(s.add(x.mul(s).mul(s.neg().add(1))))]
  },
})

const x = tensor([-1, 0.5, 2], { requiresGrad: true })
const y = swish([x], undefined)
console.log(y)
y.sum().backward()
console.log(x.grad)

// Compares the derivative with differences of the function's values.
manualSeed(0)
const input = randn([4], { dtype: 'float64', requiresGrad: true })
console.log(gradcheck((z) => swish([z], undefined), [input]))
