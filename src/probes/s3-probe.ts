import { UserError } from '../core/user-error.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { addressesIn } from './addresses-in.ts'
import { clock } from './clock.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** Addresses of a bucket that are asked for. */
const MOST = 20

/** Every bucket that an address of the settings is in. */
export const s3Probe: ProbeKind = {
  async open(world) {
    const addresses = addressesIn(world.settings).filter(address => address.startsWith('s3:'))
    const bucketOf = (address: string) => /^s3:\/\/([^/?#]*)/.exec(address)?.[1] ?? ''
    return [...new Set(addresses.map(bucketOf))].map((name): Probe => {
      const own = addresses.filter(address => bucketOf(address) === name).slice(0, MOST)
      return { name: `S3 ${name}`, ask: () => findings(name, own, world) }
    })
  },
}

async function findings(
  name: string,
  addresses: readonly string[],
  { environment, root }: ProbeWorld,
): Promise<readonly Finding[]> {
  const [{ bucket }, { s3Source }] = await Promise.all([
    import('../s3/bucket.ts'),
    import('../sources/s3/s3-source.ts'),
  ])
  const source = s3Source({ environment, root, progress: () => {}, tries: 2 })
  const found: Finding[] = []
  try {
    const store = bucket(name, environment, { tries: 2 })
    const query = { 'list-type': '2', 'max-keys': '1' }
    const { headers, body } = await store.send({ method: 'GET', query, doing: 'list it' })
    body.destroy()
    found.push(...clock(headers.date))
    found.push(
      headers['content-type']?.includes('html')
        ? { asked: 'answer', status: 'fail', found: 'a page of HTML', remedy: 'Check AWS_ENDPOINT_URL' }
        : {
            asked: 'credentials',
            status: 'ok',
            found: environment.AWS_NO_SIGN_REQUEST ? 'none are needed' : 'accepted',
          },
    )
  } catch (error) {
    // Who may not list may yet read what the settings name: each of that is asked for below.
    if (!(error instanceof UserError && error.code === 's3.denied')) return [failure('credentials', error)]
  }
  for (const address of addresses) {
    try {
      const files = (await source.find(address)) ?? []
      const pinned = files.every(file => file.origin.pinned !== undefined)
      const many = files.length === 1 ? 'it is there' : `${files.length} objects`
      found.push(
        pinned
          ? { asked: address, status: 'ok', found: many }
          : {
              asked: address,
              status: 'warn',
              found: `${many}, but the bucket keeps no versions`,
              remedy: 'Turn versioning on: then evidence names the very version',
            },
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      found.push(failure(address, error))
    }
  }
  return found
}
