export { evidently } from './evidently.ts'
export { nannyml } from './nannyml.ts'
export { tfdv } from './tfdv.ts'
