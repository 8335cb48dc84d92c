import { UserError } from '../core/user-error.ts'

/** The token of a service account, from the environment. */
export function grafanaToken({ GRAFANA_TOKEN: token }: Readonly<Record<string, string | undefined>>): string {
  if (token) return token
  throw new UserError('grafana.token', 'Expected the environment variable GRAFANA_TOKEN to be set but found nothing', {
    kind: 'environment',
    hint: `Give the step the token of a service account: env: { GRAFANA_TOKEN: \${{ secrets.GRAFANA_TOKEN }} }`,
  })
}
