import type { AutogradGraphNode } from './autograd-graph'

/** How far apart lines are, in pixels. */
export const lineHeight = 16

/** The lines written on a node: a function's name; a tensor's name, where it has one, and its shape. */
export function nodeLabel({ kind, name, shape }: AutogradGraphNode): readonly string[] {
  if (kind === 'function') return [name]
  const size = `(${shape.join(', ')})`
  return name === '' ? [size] : [name, size]
}
