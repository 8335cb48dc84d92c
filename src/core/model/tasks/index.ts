export { binary } from './binary.ts'
