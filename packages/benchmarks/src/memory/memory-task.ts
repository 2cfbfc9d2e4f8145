import { getBackend, scope, type Tensor } from '@nn/tensor'
import type { Task } from '../processes/serve'
import { takeBatches } from '../workload/take-batches'
import { setUpTutorial } from '../workload/tutorial-program'
import type { MemoryRequest } from './memory-request'
import { Watch, type Watched } from './watch'

/** Trains for many steps in one loop and tells what memory that took. */
export async function memoryTask(): Promise<Task<MemoryRequest, Watched>> {
  const { trainloader, model, criterion, optimizer } = await setUpTutorial('wasm')

  function trainStep([images, labels]: readonly [Tensor, Tensor]): number {
    optimizer.zeroGrad()
    const output = model.forward(images.view(images.shape[0]!, -1))
    const loss = criterion.forward(output, labels)
    loss.backward()
    optimizer.step()
    return loss.item()
  }

  return {
    about: { backend: getBackend().name },
    async run({ loop, steps }) {
      const batches = takeBatches(trainloader, steps)
      const watch = new Watch(steps)
      if (loop === 'plain') {
        for (const batch of batches) {
          trainStep(batch)
          watch.step()
        }
      } else if (loop === 'for await') {
        for await (const batch of batches) {
          trainStep(batch)
          watch.step()
        }
      } else {
        for (const batch of batches) {
          scope(() => trainStep(batch))
          watch.step()
        }
      }
      return watch.result()
    },
  }
}
