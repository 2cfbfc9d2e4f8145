import type { Tensor } from '@nn/tensor'
import { checkDropoutProbability, dropout } from '../functional/dropout'
import { Module } from '../module/module'
import { pythonBool, pythonFloat } from '../module/python-literal'

/**
 * While it trains, sets elements to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays;
 * after `eval()` everything passes.
 *
 * @param p the probability of an element to become 0
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new Dropout(0.2)
 * layer.eval().forward(ones([2])) // tensor([1., 1.])
 * @see torch.nn.Dropout
 */
export class Dropout extends Module {
  readonly p: number
  readonly inplace: boolean

  constructor(p = 0.5, { inplace = false }: { inplace?: boolean } = {}) {
    super()
    checkDropoutProbability('Dropout', p)
    this.p = p
    this.inplace = inplace
  }

  forward(input: Tensor): Tensor {
    return dropout(input, { p: this.p, training: this.training, inplace: this.inplace })
  }

  override extraRepr(): string {
    return `p=${pythonFloat(this.p)}, inplace=${pythonBool(this.inplace)}`
  }
}
