export { WholeFile } from './whole-file'
