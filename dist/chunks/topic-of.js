/** Files of rows that model-certify reads: what a check of theirs begins with. */
const ROLE =
  /^(?:predictions|champion|anchor|history|attributes|train|repeat|reference-predictions|current-predictions|perturbed-\d+)\.(.+)$/;

/** Questions of a claim that stand after its metric: `auc.floor`. */
const ON_METRIC = /^[^.]+\.(floor|ceiling|no-worse-than-champion|better-than-champion|no-worse-than-anchor)(?:[.-]|$)/;

/** Questions in pull requests on the settings themselves, of any gate. */
const ON_SETTINGS = /^(?:policy|judging|waivers|claims|[a-z.-]+)\.(?:changed|introduced|differs|broken)$/;

/** What tools whose results are taken over call their checks by. */
const IMPORTED = /^(great-expectations|dbt|deequ|evidently)\./;

/**
 * What a check is about, within its gate: the part of its id that is no name of the user's. `orders.amount.enum` of data-validate is
 * about `enum`, `artefact.models/credit.joblib` of security-scan about `artefact`, `auc.floor` of model-certify about `floor`.
 */
function topicOf(gate          , id        )         {
  const bare = id.replace(/-\d+(?:\.\d+)?$/, '');
  if (gate !== 'data-validate' && ON_SETTINGS.test(bare) && !bare.startsWith('champion.')) return bare
  if (gate === 'security-scan') return scanTopic(id)
  if (gate === 'model-certify') return modelTopic(bare)
  const imported = IMPORTED.exec(bare)?.[1];
  if (imported !== undefined) return `results-of-${imported}`
  const last = bare.slice(bare.lastIndexOf('.') + 1);
  return gate === 'drift-compare' && last.startsWith('every-') ? 'every-group' : last
}

function scanTopic(id        )         {
  const [kind = id, rule = ''] = id.split('.', 2);
  if (kind === 'workflow' && rule !== '') return /^[a-z]+[a-z/-]*$/.test(rule) ? `workflow.${rule}` : 'workflow'
  return kind
}

function modelTopic(id        )         {
  const claim = ON_METRIC.exec(id)?.[1];
  if (claim !== undefined) return claim
  const role = ROLE.exec(id)?.[1];
  if (role !== undefined) return `predictions.${role}`
  return /^(?:model-card|claims|holdout|settings)\./.test(id) ? id : (id.split('.', 1)[0] ?? id)
}

export { topicOf as t };
