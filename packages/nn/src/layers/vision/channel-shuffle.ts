import { kinds, signature, type Tensor } from '@nn/tensor'
import { channelShuffle, checkGroups } from '../../functional/vision/channel-shuffle'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'

const takesChannelShuffle = signature('ChannelShuffle', { groups: kinds.integer })

/**
 * Deals the channels of groups out like cards: first the first of every group, then the second ones.
 *
 * @param groups their number
 * @throws RangeError for a number of groups that is no positive integer.
 * @throws ShapeError in `forward`, for channels that cannot be split into so many groups.
 * @example
 * new ChannelShuffle(2).forward(tensor([[[1], [2], [3], [4]]])) // tensor([[[1], [3], [2], [4]]])
 * @see torch.nn.ChannelShuffle
 */
export class ChannelShuffle extends Module {
  readonly groups: number

  constructor(groups: number, ...none: []) {
    super()
    takesChannelShuffle([groups], none, this.getName())
    checkGroups('ChannelShuffle', groups)
    this.groups = groups
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return channelShuffle(input, this.groups)
  }

  override extraRepr(): string {
    return `groups=${this.groups}`
  }
}
