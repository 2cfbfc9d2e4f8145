export { type PadMode, type PadOptions, pad } from './pad'
