import { init } from '@nn/nn'
import type { Tensor } from '@nn/tensor'
import { camelCase } from '../python/camel-case'
import { type Names, type PythonFunction, plain } from '../python/evaluate'

type Initialiser = (tensor: Tensor, options: object) => Tensor

/** An initialiser whose settings PyTorch takes by name. */
const byName =
  (initialise: Initialiser): PythonFunction =>
  ([tensor], keywords) => {
    const options = Object.entries(keywords).map(([name, value]) => [camelCase(name), plain(value)])
    return initialise(tensor as Tensor, Object.fromEntries(options))
  }

/** What `torch.nn.init` has. */
export const initNames: Names = {
  kaiming_normal_: byName(init.kaimingNormal_),
  kaiming_uniform_: byName(init.kaimingUniform_),
  trunc_normal_: byName((tensor) => init.truncNormal_(tensor)),
  xavier_normal_: byName(init.xavierNormal_),
  xavier_uniform_: byName(init.xavierUniform_),
}
