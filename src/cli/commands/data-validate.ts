import { certifyingCommand } from '../certifying-command.ts'

export const dataValidate = certifyingCommand('data-validate', {
  summary: 'Check tables against an ODCS data contract',
  synopsis: '--data FILE… --contract FILE',
  examples: ['proofmark data-validate --data applications.csv --contract contract.odcs.yaml'],
})
