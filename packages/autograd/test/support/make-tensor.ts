import { asStrided, type DType, type Tensor, tensor } from '@nn/tensor'
import '../../src/index'
import { decodeElement, type EncodedTensor, laidOut } from '@nn/testing'

/** Places in front of the first element, so that strided tensors have an offset too. */
const LEAD = 3

/** A tensor of the fixtures, in the memory order that it had in PyTorch. */
export function makeTensor(encoded: EncodedTensor): Tensor {
  const { shape, strides, requires_grad: requiresGrad = false } = encoded
  const dtype = encoded.dtype as DType
  const x =
    strides === undefined
      ? tensor(encoded.data.map(decodeElement), { dtype }).view(shape).detach()
      : asStrided(tensor(laidOut(encoded, LEAD), { dtype }), { shape, strides, offset: LEAD }).detach()
  return x.requiresGrad_(requiresGrad)
}
