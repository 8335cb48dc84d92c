export { binary } from './binary.ts'
export { multiclass } from './multiclass.ts'
export { regression } from './regression.ts'
