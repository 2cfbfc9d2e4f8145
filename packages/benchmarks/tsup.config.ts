import { program } from '../../tsup.config.base.ts'

const entries = { main: 'src/main.ts', task: 'src/task.ts', startup: 'src/startup/program.ts' }

// @nn/testing is sources alone, without a build.
export default program(entries, { noExternal: ['@nn/testing'] })
