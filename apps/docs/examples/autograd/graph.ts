import '@nn/autograd'
import { showGraph } from '@nn/docs/display'
import { type GraphNode, tensor } from '@nn/tensor'

const w = tensor([2, -1], { dtype: 'float32', requiresGrad: true })
const b = tensor(0.5, { dtype: 'float32', requiresGrad: true })
const loss = w.mul(3).add(b).square().mean()

let node: GraphNode | null = loss.gradFn
while (node) {
  console.log(node.name)
  node = node.nextFunctions[0] ?? null
}

showGraph(loss, { params: { w, b } })
