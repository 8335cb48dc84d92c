import { c as certifyingCommand } from './certifying-command.js';

const modelCertify = certifyingCommand('model-certify', {
  summary: "Recompute a model's metrics from its predictions and decide its claims by confidence intervals",
  synopsis: '--predictions FILE --label NAME --positive VALUE --score NAME [--champion FILE] --claim CLAIM…',
  examples: [
    'proofmark model-certify --predictions new.csv --champion old.csv --label status --positive bad --score p_bad --claim "auc >= 0.80" --claim "auc no worse than champion by 0.01"',
  ],
});

export { modelCertify };
