import { U as UserError } from './user-error.js';

/** The token of a service account, from the environment. */
function grafanaToken({ GRAFANA_TOKEN: token }                                              )         {
  if (token) return token
  throw new UserError('grafana.token', 'Expected the environment variable GRAFANA_TOKEN to be set but found nothing', {
    kind: 'environment',
    hint: `Give the step the token of a service account: env: { GRAFANA_TOKEN: \${{ secrets.GRAFANA_TOKEN }} }`,
  })
}

export { grafanaToken };
