/**
 * The path of a group of a Pushgateway: every value in base64url, since it may hold a slash, or be empty (`=`).
 * https://github.com/prometheus/pushgateway#url
 */
export const groupPath = (job: string, key: Readonly<Record<string, string>>): string =>
  `/metrics/${[['job', job] as const, ...Object.entries(key)].map(([name, value]) => `${name}@base64/${encoded(value)}`).join('/')}`

const encoded = (value: string): string => Buffer.from(value.toWellFormed()).toString('base64url') || '='
