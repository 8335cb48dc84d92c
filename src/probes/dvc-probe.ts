import type { RemoteConfig } from '../core/dvc/remote-config.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { clockOf } from './clock-of.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** Remotes that are asked. */
const MOST = 20
/** Looked for in a store that tracks nothing yet: no file has it. */
const NOWHERE = { key: `files/md5/00/${'0'.repeat(30)}` }

/** Every remote of the DVC repository around: whether what the pointers name could be read there. */
export const dvcProbe: ProbeKind = {
  async open(world) {
    const { findRoot, openRepository } = await import('../dvc/repository.ts')
    const root = findRoot(world.root)
    if (root === undefined) return world.settings?.data.dvc === undefined ? [] : [missing]
    const repository = openRepository(root)
    const config = await repository.config()
    const { remoteConfig } = await import('../core/dvc/remote-config.ts')
    const named = [...config.keys()].flatMap(section => /^remote "(.*)"$/.exec(section)?.[1] ?? [])
    const asked = world.settings?.data.dvc?.remote
    const standard = config.get('core')?.get('remote')
    const names = [...new Set([...named, ...(asked === undefined || asked === 'default' ? [] : [asked])])]
    return names.slice(0, MOST).map(
      (name): Probe => ({
        name: `DVC remote ${name}`,
        async ask() {
          const remote = remoteConfig(config, name)
          if (remote === undefined) return []
          const found = await findings(remote, root, world)
          // One that nobody reads from may be out of reach, such as a colleague's disk.
          return name === asked || name === standard ? found : found.map(lessened)
        },
      }),
    )
  },
}

const lessened = (finding: Finding): Finding => (finding.status === 'fail' ? { ...finding, status: 'warn' } : finding)

const missing: Probe = {
  name: 'DVC',
  ask: async () => [
    {
      asked: 'repository',
      status: 'fail',
      found: 'no folder .dvc, here or above',
      remedy: 'Run it where dvc init was run, with .dvc/config checked out',
    },
  ],
}

async function findings(remote: RemoteConfig, root: string, { environment }: ProbeWorld): Promise<readonly Finding[]> {
  const asked = 'may read'
  try {
    const { openRemote } = await import('../dvc/remotes/open-remote.ts')
    const opened = await openRemote(remote, root, environment)
    // Of a store that lists nothing to us, only an object that is there tells a missing permission from a missing object.
    await opened.sizes([NOWHERE], () => {})
    return [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(clockAddress(remote, environment)))]
  } catch (error) {
    return [failure(asked, error)]
  }
}

function clockAddress({ url, settings }: RemoteConfig, environment: ProbeWorld['environment']): string | undefined {
  if (!url.startsWith('s3:')) return url
  return settings.get('endpointurl') ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL
}
