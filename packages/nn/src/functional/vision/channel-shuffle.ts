import { type Args, kinds, nameStep, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'

export interface ChannelShuffleOptions {
  /** Into how many groups the channels are split. */
  groups: number
}

const takesChannelShuffle = signature(
  'channelShuffle',
  { input: kinds.tensor },
  { groups: kinds.required(kinds.integer) },
)

/**
 * Deals the channels of groups out like cards: first the first of every group, then the second ones.
 *
 * @param input shape [N, C, ...]
 * @returns the same shape
 * @throws ShapeError for fewer than 3 dimensions, and for channels that cannot be split into so many groups.
 * @throws RangeError for a number of groups that is no positive integer.
 * @example
 * functional.channelShuffle(tensor([[[1], [2], [3], [4]]]), 2) // tensor([[[1], [3], [2], [4]]])
 * @see torch.nn.functional.channel_shuffle
 */
export function channelShuffle(input: Tensor, ...args: Args<ChannelShuffleOptions, ['groups']>): Tensor {
  const { groups } = takesChannelShuffle([input], args)
  checkGroups('channelShuffle', groups)
  if (input.ndim < 3) {
    throw new ShapeError(`channelShuffle: the input must have at least 3 dimensions, got ${showShape(input.shape)}`)
  }
  const [samples, channels, ...spatial] = input.shape as [number, number, ...number[]]
  if (channels % groups !== 0) {
    throw new ShapeError(`channelShuffle: ${channels} channels cannot be split into ${groups} groups`)
  }
  const grouped = input.reshape([samples, groups, channels / groups, ...spatial])
  const dealt = grouped.transpose(1, 2).clone({ memoryFormat: 'contiguous' })
  return nameStep('ChannelShuffleBackward0', dealt.view(input.shape))
}

export function checkGroups(op: string, groups: number): void {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`${op}: groups must be a positive integer, got ${groups}`)
  }
}
