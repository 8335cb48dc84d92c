import type { RunContext } from '../ports.ts'
import type { Environment } from './ci-kind.ts'

/**
 * What evidence calls the repository behind an address of git's: `owner/name` on GitHub, `host/path` elsewhere, never with the
 * credentials that an address may hold; nothing of a folder. `GITHUB_SERVER_URL` names a GitHub Enterprise Server.
 */
export function repositoryAt(
  address: string | undefined,
  env: Environment,
): Pick<RunContext, 'repository' | 'elsewhere'> {
  const [host, path] = partsOf(address ?? '')
  if (host === undefined || path === undefined || path === '') return {}
  if (githubHosts(env).includes(host) && /^[\w.-]+\/[\w.-]+$/.test(path)) return { repository: path }
  return { repository: `${host}/${path}`, elsewhere: true }
}

function partsOf(address: string): readonly [host?: string, path?: string] {
  const [, server, place] = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/)(\S+)$/.exec(address) ?? []
  if (server !== undefined && place !== undefined) return [server.toLowerCase(), trimmed(place)]
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//.test(address) || !URL.canParse(address)) return []
  const { host, hostname, protocol, pathname } = new URL(address)
  return [protocol.startsWith('http') ? host : hostname, trimmed(pathname)]
}

const trimmed = (path: string) => path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')

function githubHosts({ GITHUB_SERVER_URL: server }: Environment): readonly string[] {
  return server && URL.canParse(server) ? ['github.com', new URL(server).host] : ['github.com']
}
