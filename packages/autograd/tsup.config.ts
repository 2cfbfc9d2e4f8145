import { libraryOf } from '../../tsup.config.base.ts'

export default libraryOf({ index: 'src/index.ts', drawing: 'src/drawing/index.ts' })
