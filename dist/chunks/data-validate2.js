import { c as certifyingCommand } from './certifying-command.js';

const dataValidate = certifyingCommand('data-validate', {
  summary: 'Check tables against an ODCS data contract',
  synopsis: '--data FILE… --contract FILE',
  examples: ['proofmark data-validate --data applications.csv --contract contract.odcs.yaml'],
});

export { dataValidate };
