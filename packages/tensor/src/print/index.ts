export { formatTensor, type PrintableTensor } from './format-tensor'
export {
  getPrintoptions,
  type PrintOptions,
  type PrintOptionsChange,
  type PrintProfile,
  printoptions,
  setPrintoptions,
} from './print-options'
