import { program } from '../../tsup.config.base.ts'

// @nn/testing is never built: what is used of it goes into the program.
export default program({ main: 'src/main.ts' }, { noExternal: ['@nn/testing'] })
