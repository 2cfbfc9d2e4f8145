export { Dropout } from './dropout'
export { Dropout1d } from './dropout1d'
export { Dropout2d } from './dropout2d'
