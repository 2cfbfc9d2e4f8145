import { getBackend, scope } from '@nn/tensor'
import { takeBatches } from '../../workload/take-batches'
import { setUpTutorial } from '../../workload/tutorial-program'
import { type EpochTask, epochTask } from '../epoch-task'

/** This library's training loop as the tutorials write it. */
export async function ours(backend: 'wasm' | 'js'): Promise<EpochTask> {
  const { trainloader, model, criterion, optimizer } = await setUpTutorial(backend)
  return epochTask({ backend: getBackend().name }, (steps) => {
    let runningLoss = 0
    for (const [images, labels] of takeBatches(trainloader, steps)) {
      optimizer.zeroGrad()
      const output = model.forward(images.view(images.shape[0]!, -1))
      const loss = criterion.forward(output, labels)
      loss.backward()
      optimizer.step()
      runningLoss += loss.item()
    }
    return runningLoss
  })
}

/** The same with each step in a scope, which frees its tensors at once. */
export async function oursScoped(): Promise<EpochTask> {
  const { trainloader, model, criterion, optimizer } = await setUpTutorial('wasm')
  return epochTask({ backend: getBackend().name }, (steps) => {
    let runningLoss = 0
    for (const [images, labels] of takeBatches(trainloader, steps)) {
      runningLoss += scope(() => {
        optimizer.zeroGrad()
        const output = model.forward(images.view(images.shape[0]!, -1))
        const loss = criterion.forward(output, labels)
        loss.backward()
        optimizer.step()
        return loss.item()
      })
    }
    return runningLoss
  })
}
