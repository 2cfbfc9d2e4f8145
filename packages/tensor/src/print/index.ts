export { formatTensor, type PrintableTensor } from './format-tensor'
export {
  getPrintoptions,
  type PrintOptions,
  type PrintOptionsChange,
  printoptions,
  setPrintoptions,
} from './print-options'
