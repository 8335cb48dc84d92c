import { c as certifyingCommand } from './certifying-command.js';

const auditRecord = certifyingCommand('audit-record', {
  summary: 'Decide by the policy from the evidence there is, and sign a certificate or a refusal',
  synopsis: '--model FILE… --key FILE [--evidence DIR]',
  examples: ['proofmark audit-record --model model.joblib --model-name credit --key proofmark.key'],
});

export { auditRecord };
