import type { Finding } from '../ports/probe.ts'
import { clock } from './clock.ts'
import { failure } from './failure.ts'
import type { ProbeKind } from './probe-kind.ts'

/** What is stamped to see that it can be: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark doctor: nothing is stated')

/** The time-stamp authority of `record.timestamp-authority`. */
export const timestampProbe: ProbeKind = {
  async open({ settings }) {
    const url = settings?.record['timestamp-authority']
    return url === undefined ? [] : [{ name: `Time-stamp authority ${url}`, ask: () => findings(url) }]
  },
}

async function findings(url: string): Promise<readonly Finding[]> {
  const asked = 'time-stamp'
  const [{ requestTimestamp }, { readTimestamp }] = await Promise.all([
    import('../signing/timestamps/request-timestamp.ts'),
    import('../signing/timestamps/read-timestamp.ts'),
  ])
  try {
    const timestamp = readTimestamp(await requestTimestamp(url, SAMPLE))
    const timed = 'at' in timestamp ? clock(timestamp.at.toUTCString()) : []
    return [{ asked, status: 'ok', found: 'given' }, ...timed]
  } catch (error) {
    return [failure(asked, error)]
  }
}
