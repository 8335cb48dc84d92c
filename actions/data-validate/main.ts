import { runAction } from '../run-action.ts'

await runAction('data-validate')
