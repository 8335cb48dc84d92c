export { array } from './array.ts'
export { dtype } from './dtype.ts'
export { joblibArray } from './joblib-array.ts'
export { tree } from './tree.ts'
