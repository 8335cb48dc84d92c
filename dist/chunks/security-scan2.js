import { c as certifyingCommand } from './certifying-command.js';

const securityScan = certifyingCommand('security-scan', {
  summary: 'Scan model files, secrets and dependencies; what is not known to be harmless does not pass',
  synopsis: 'PATH…',
  examples: ['proofmark security-scan model.joblib requirements.txt'],
});

export { securityScan };
