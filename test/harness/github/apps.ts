import { generateKeyPairSync, sign } from 'node:crypto'

/** A GitHub App; its check runs carry it, its comments are by `slug[bot]`. */
export interface App {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** The app behind every GITHUB_TOKEN, as on github.com. */
export const GITHUB_ACTIONS: App = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' }
/** Somebody else's. */
export const OTHER_CI: App = { id: 4242, slug: 'other-ci', name: 'Other CI' }
export const APPS: readonly App[] = [GITHUB_ACTIONS, OTHER_CI]

let key: string | undefined
/** One private key for all apps of this process: making one takes longer than everything else. */
export function privateKey(): string {
  key ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey
  return key
}

/** The JSON web token by which an app asks for an installation token. */
export function webToken(app: App): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const content = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: app.id, iat: now - 60, exp: now + 540 })}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey()).toString('base64url')}`
}

/** As the API shows it in a check run. */
export const appJson = (app: App, url: string) => ({
  id: app.id,
  slug: app.slug,
  node_id: `A_${app.id}`,
  owner: {
    login: 'github',
    id: 9919,
    node_id: 'O_9919',
    avatar_url: `${url}/avatars/o/github`,
    gravatar_id: '',
    url: `${url}/users/github`,
    html_url: `${url}/github`,
    followers_url: `${url}/users/github/followers`,
    following_url: `${url}/users/github/following`,
    gists_url: `${url}/users/github/gists`,
    starred_url: `${url}/users/github/starred`,
    subscriptions_url: `${url}/users/github/subscriptions`,
    organizations_url: `${url}/users/github/orgs`,
    repos_url: `${url}/users/github/repos`,
    events_url: `${url}/users/github/events`,
    received_events_url: `${url}/users/github/received_events`,
    type: 'Organization',
    site_admin: false,
  },
  name: app.name,
  description: null,
  external_url: 'https://help.github.com/en/actions',
  html_url: `https://github.com/apps/${app.slug}`,
  created_at: '2018-07-30T09:30:17Z',
  updated_at: '2024-04-10T20:33:16Z',
  permissions: { checks: 'write', contents: 'write', pull_requests: 'write' },
  events: [],
})
