export { binary } from './binary.ts'
export { multiclass } from './multiclass.ts'
