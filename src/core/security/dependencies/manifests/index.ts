export { environment } from './environment.ts'
export { pyproject } from './pyproject.ts'
export { requirements } from './requirements.ts'
