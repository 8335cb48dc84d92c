import { c as certifyingCommand } from './certifying-command.js';

const gate = certifyingCommand('gate', {
  summary: 'Run everything that proofmark.yml names, decide by the policy, and sign the certificate',
  synopsis: '[--config FILE] [--key FILE]',
  examples: ['proofmark gate', 'proofmark gate --config models/credit/proofmark.yml --key certifier.key'],
});

export { gate };
