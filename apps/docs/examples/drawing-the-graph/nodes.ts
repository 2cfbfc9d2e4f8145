import '@nn/autograd'
import { autogradGraph, graphSvg, makeDot } from '@nn/autograd/drawing'
import { manualSeed, rand } from '@nn/tensor'

manualSeed(0)
const x = rand([4, 3])
const w = rand([3, 2], { requiresGrad: true })
const b = rand([2], { requiresGrad: true })
const loss = x.matmul(w).add(b).relu().mean()

const { nodes } = autogradGraph(loss, { params: { w, b } })
const functions = nodes.filter((node) => node.kind === 'function').map((node) => node.name)
console.log(functions.sort().join('\n'))

// The same graph as a text for Graphviz, and as a picture that needs no Graphviz.
console.log(makeDot(loss, { params: { w, b } }).startsWith('digraph'))
console.log(graphSvg(loss, { params: { w, b } }).startsWith('<svg'))
