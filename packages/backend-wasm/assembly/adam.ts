// A module of its own, for programs that train with Adam.

export { adam } from './optimizers'
