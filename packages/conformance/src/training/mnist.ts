import { MNIST, transforms } from '@nn/data'

/** The images of MNIST as the training programs take them: bytes divided by 255, less 0.5, divided by 0.5. */
export function loadMnist(train: boolean): Promise<MNIST> {
  const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
  return MNIST.load({ train, transform })
}
