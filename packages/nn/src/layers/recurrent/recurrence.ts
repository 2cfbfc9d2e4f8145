import { chunk, type Tensor } from '@nn/tensor'

/** What makes one kind of recurrent network differ from another. */
export interface Recurrence {
  /** How many blocks of `hiddenSize` rows its weights have. */
  readonly blocks: number
  /** How many tensors its state is of. The first one is the output. */
  readonly stateTensors: number
  /**
   * The next state.
   *
   * @param fromInput the input times its weight, with its bias: [N, blocks · hiddenSize]
   * @param fromHidden likewise of the first tensor of the state
   * @param state each [N, hiddenSize]
   */
  readonly next: (fromInput: Tensor, fromHidden: Tensor, state: readonly Tensor[]) => Tensor[]
}

/** h ← tanh(W x + b + U h + c). */
const tanhRecurrence: Recurrence = {
  blocks: 1,
  stateTensors: 1,
  next: (fromInput, fromHidden) => [fromInput.add(fromHidden).tanh()],
}

/** h ← relu(W x + b + U h + c). */
const reluRecurrence: Recurrence = {
  blocks: 1,
  stateTensors: 1,
  next: (fromInput, fromHidden) => [fromInput.add(fromHidden).relu()],
}

/** c ← σ(f) c + σ(i) tanh(g);  h ← σ(o) tanh(c). */
export const lstmRecurrence: Recurrence = {
  blocks: 4,
  stateTensors: 2,
  next(fromInput, fromHidden, [, cell]) {
    const [i, f, g, o] = chunk(fromInput.add(fromHidden), 4, 1) as [Tensor, Tensor, Tensor, Tensor]
    const nextCell = f
      .sigmoid()
      .mul(cell as Tensor)
      .add(i.sigmoid().mul(g.tanh()))
    return [o.sigmoid().mul(nextCell.tanh()), nextCell]
  },
}

/** n = tanh(x_n + σ(x_r + h_r) h_n);  h ← n + σ(x_z + h_z) (h - n). */
export const gruRecurrence: Recurrence = {
  blocks: 3,
  stateTensors: 1,
  next(fromInput, fromHidden, [hidden]) {
    const [xr, xz, xn] = chunk(fromInput, 3, 1) as [Tensor, Tensor, Tensor]
    const [hr, hz, hn] = chunk(fromHidden, 3, 1) as [Tensor, Tensor, Tensor]
    const candidate = xr.add(hr).sigmoid().mul(hn).add(xn).tanh()
    const kept = xz.add(hz).sigmoid()
    return [(hidden as Tensor).sub(candidate).mul(kept).add(candidate)]
  },
}

export type Nonlinearity = 'tanh' | 'relu'

/** @throws RangeError for anything but tanh and relu. */
export function recurrenceOf(name: string, nonlinearity: Nonlinearity): Recurrence {
  if (nonlinearity === 'tanh') return tanhRecurrence
  if (nonlinearity === 'relu') return reluRecurrence
  throw new RangeError(`${name}: nonlinearity must be 'tanh' or 'relu', got '${String(nonlinearity)}'`)
}
