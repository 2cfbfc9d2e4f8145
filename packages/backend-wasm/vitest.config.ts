import { project } from '../../vitest.config.base.ts'

export default project('backend-wasm', { isolate: false })
