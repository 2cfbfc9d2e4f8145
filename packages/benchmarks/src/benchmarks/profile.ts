import { profileTables } from '../profile/profile-tables'
import type { ProfileAnswer } from '../profile/profile-task'
import { runProfile } from '../profile/run-profile'
import { tutorial } from '../workload/tutorial'
import type { Benchmark } from './benchmark'

interface ProfileResults extends ProfileAnswer {
  readonly steps: number
}

export const profile: Benchmark<ProfileResults> = {
  description: 'where the time of a training step goes, by line of the loop and by kernel',
  async run(options) {
    const steps = options.steps ?? tutorial.steps
    return { steps, ...(await runProfile(steps)) }
  },
  tables: (results) => profileTables(results, results.steps),
}
