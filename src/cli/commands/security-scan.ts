import { certifyingCommand } from '../certifying-command.ts'

export const securityScan = certifyingCommand('security-scan', {
  summary: 'Scan model files, secrets and dependencies; what is not known to be harmless does not pass',
  synopsis: 'PATH…',
  examples: ['proofmark security-scan model.joblib requirements.txt'],
})
