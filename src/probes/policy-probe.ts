import { VERSION } from '../core/version.ts'
import type { Finding } from '../ports/probe.ts'
import { ask } from './ask.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** The repository that `policy.from` names: whether the token of the environment reads the file there. */
export const policyProbe: ProbeKind = {
  async open(world) {
    const { repository, path, ref } = world.settings?.policy.from ?? {}
    if (repository === undefined || path === undefined || ref === undefined) return []
    return [{ name: `Policy ${repository}/${path}`, ask: () => findings({ repository, path, ref }, world) }]
  },
}

async function findings(
  { repository, path, ref }: { repository: string; path: string; ref: string },
  { environment }: ProbeWorld,
): Promise<readonly Finding[]> {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN
  const api = (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  const file = path.split('/').map(encodeURIComponent).join('/')
  const { status } = await ask({
    url: new URL(`${api}/repos/${repository}/contents/${file}?ref=${encodeURIComponent(ref)}`),
    headers: {
      'user-agent': `proofmark/${VERSION}`,
      accept: 'application/vnd.github+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    what: 'GitHub',
  })
  if (status === 200) return [{ asked: 'may read', status: 'ok', found: `yes, at ${ref}` }]
  const remedy = `Check the path and the ref, and give the job a token with contents: read on ${repository}`
  return [{ asked: 'may read', status: 'fail', found: `HTTP status ${status} at ${ref}`, remedy }]
}
