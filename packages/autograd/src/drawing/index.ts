export {
  type AutogradGraph,
  type AutogradGraphEdge,
  type AutogradGraphNode,
  type AutogradGraphOptions,
  autogradGraph,
  type FunctionNode,
  type TensorNode,
} from './autograd-graph'
export { arrowHead, edgePath } from './edge-path'
export { type GraphSvgOptions, graphSvg } from './graph-svg'
export { type GraphLayout, layoutGraph, type PlacedEdge, type PlacedNode, type Point } from './layout-graph'
export { makeDot } from './make-dot'
