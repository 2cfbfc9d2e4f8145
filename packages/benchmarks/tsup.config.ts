import { program } from '../../tsup.config.base.ts'

export default program({ main: 'src/main.ts', task: 'src/task.ts' })
