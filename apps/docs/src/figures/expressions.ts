/** An expression to look at, and why. */
export interface Expression {
  readonly name: string
  readonly text: string
}

/** What a reader may begin with, over the tensors of `graphVariables`. */
export const expressions: readonly Expression[] = [
  { name: 'A product and a sum', text: 'a.mul(b).add(c)' },
  { name: 'One tensor used twice', text: 'a.mul(a).add(a)' },
  { name: 'A shared value', text: 'h = a.mul(b)\nh.tanh().mul(h.exp())' },
  { name: 'A linear layer', text: 'x.matmul(w).add(v)' },
  { name: 'A layer and its loss', text: 'x.matmul(w).add(v).sigmoid().square().mean()' },
  { name: 'Class probabilities', text: 'x.matmul(w).add(v).logSoftmax(1).neg().mean()' },
  { name: 'A penalty on the weights', text: 'x.matmul(w).square().mean().add(w.square().sum().mul(0.01))' },
  { name: 'A view', text: 'w.mul(2).t()' },
  { name: 'No gradient beyond detach', text: 'a.mul(b.exp().detach()).add(b)' },
]
