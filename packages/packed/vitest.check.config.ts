import { project } from '../../vitest.config.base.ts'

/** What is run by `pnpm check:packages` only: it installs other people's tools from the registry. */
export default project('packed in other tools', { include: ['check/**/*.check.ts'] })
