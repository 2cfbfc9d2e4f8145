import type { Task } from '../processes/serve'
import { plainSettings, setUpTutorial } from '../training/tutorial-program'
import { takeBatches } from '../workload/take-batches'
import { type KernelTime, KernelTimer } from './kernel-timer'
import { type PhaseTime, PhaseTimer } from './phase-timer'

export interface ProfileRequest {
  readonly steps: number
}

export interface ProfileAnswer {
  readonly phases: readonly PhaseTime[]
  readonly kernels: readonly KernelTime[]
}

const WARM_UP_STEPS = 300

/** Trains and tells where the time goes: in which line of the loop, in which kernel, and outside of kernels. */
export async function profileTask(): Promise<Task<ProfileRequest, ProfileAnswer>> {
  const { about, trainloader, model, criterion, optimizer } = await setUpTutorial(plainSettings)
  const kernels = new KernelTimer()
  kernels.install()

  function train(steps: number): PhaseTime[] {
    const phases = new PhaseTimer(kernels)
    for (const [images, labels] of takeBatches(trainloader, steps)) {
      phases.end('next batch of the loader')
      optimizer.zeroGrad()
      phases.end('optimizer.zeroGrad()')
      const output = model.forward(images.view(images.shape[0]!, -1))
      phases.end('model.forward(images)')
      const loss = criterion.forward(output, labels)
      phases.end('criterion.forward(output, labels)')
      loss.backward()
      phases.end('loss.backward()')
      optimizer.step()
      phases.end('optimizer.step()')
      loss.item()
      phases.end('loss.item()')
    }
    return phases.result()
  }

  return {
    about,
    run({ steps }) {
      train(WARM_UP_STEPS)
      kernels.reset()
      const phases = train(steps)
      return { phases, kernels: kernels.result() }
    },
  }
}
