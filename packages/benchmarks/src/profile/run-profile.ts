import { nodeTask } from '../processes/node-task'
import { TaskProcess } from '../processes/task-process'
import type { ProfileAnswer, ProfileRequest } from './profile-task'

/** Profiles the training step in a process of its own. @throws Error when it fails. */
export async function runProfile(steps: number): Promise<ProfileAnswer> {
  const process = await TaskProcess.start(nodeTask('profile'))
  try {
    return await process.request<ProfileAnswer>({ steps } satisfies ProfileRequest)
  } finally {
    process.stop()
  }
}
