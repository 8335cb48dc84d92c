import { runAction } from '../run-action.ts'

await runAction('security-scan')
