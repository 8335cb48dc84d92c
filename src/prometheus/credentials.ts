import type { PrometheusSource } from '../core/drift/series/settings.ts'
import { UserError } from '../core/user-error.ts'

/** Headers that say who asks: from environment variables that the settings name, never from the settings. */
export function credentials(
  source: Pick<PrometheusSource, 'token-env' | 'username-env' | 'password-env'> & {
    readonly tenant?: string | undefined
  },
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const { 'token-env': token, 'username-env': username, 'password-env': password, tenant } = source
  const read = (name: string): string => {
    const value = environment[name]
    if (value !== undefined && value !== '') return value
    throw new UserError(
      'prometheus.credentials',
      `Expected the environment variable ${name} to be set but found nothing`,
      {
        kind: 'environment',
        hint: `Give the step the secret: env: { ${name}: \${{ secrets.${name} }} }`,
      },
    )
  }
  return {
    ...(tenant === undefined ? {} : { 'x-scope-orgid': tenant }),
    ...(token === undefined ? {} : { authorization: `Bearer ${read(token)}` }),
    ...(username === undefined || password === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${read(username)}:${read(password)}`).toString('base64')}` }),
  }
}
