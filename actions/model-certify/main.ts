import { runAction } from '../run-action.ts'

await runAction('model-certify')
