import { Tensor } from '@nn/tensor'
import { isEncodedTensor } from '@nn/testing'
import type { Encoded } from './encoded'

/** The ops whose results are views of their inputs. */
const viewOps: ReadonlySet<string> = new Set([
  'atleast_1d',
  'atleast_2d',
  'atleast_3d',
  'broadcast_tensors',
  'broadcast_to',
  'chunk',
  'diagonal',
  'expand',
  'expand_as',
  'meshgrid',
  'movedim',
  'narrow',
  'permute',
  'select',
  'slice',
  'split',
  'split_with_sizes',
  'squeeze',
  't',
  'tensor_split',
  'transpose',
  'unbind',
  'unflatten',
  'unfold',
  'unsqueeze',
  'view',
  'view_as',
])

/** What keeps a result from being the view that PyTorch gives: other strides, or a storage of its own. */
export function viewDifference(
  op: string,
  ours: unknown,
  theirs: Encoded | undefined,
  inputs: readonly Tensor[],
): string | null {
  if (!viewOps.has(op)) return null
  if (Array.isArray(ours)) {
    const differences = ours.map((part, i) => viewDifference(op, part, (theirs as readonly Encoded[])[i], inputs))
    return differences.find((difference) => difference !== null) ?? null
  }
  if (!(ours instanceof Tensor) || theirs === undefined || !isEncodedTensor(theirs)) return null
  if (!inputs.some((input) => input.storage === ours.storage)) return 'has a storage of its own, expected a view'
  // Strides are not written down where they are contiguous, and do not matter for a size of 1.
  const { strides } = theirs
  const isSame =
    strides?.every((stride, d) => theirs.shape[d] === 1 || stride === ours.strides[d]) ?? ours.isContiguous()
  return isSame ? null : `strides [${ours.strides.join(', ')}], expected ${strides?.join(', ') ?? 'contiguous ones'}`
}
