import type { X509Certificate } from 'node:crypto'
import type { TrustedTime } from '../../core/record/trust/signed-by.ts'
import { authorityFault, nameOf, sentAlong } from './authority-fault.ts'
import { DerError } from './der.ts'
import { readTimestamp } from './read-timestamp.ts'
import type { Timestamp } from './timestamp.ts'

export type Authority = readonly [X509Certificate, ...X509Certificate[]]

/** The times of a signature's time-stamps, every one of which an authority of these must have given; or why one is refused. */
export function trustedTimes(
  stamps: readonly Uint8Array[],
  signature: Uint8Array,
  authorities: readonly Authority[],
): readonly TrustedTime[] | { readonly refused: string } {
  const times: TrustedTime[] = []
  for (const stamp of stamps) {
    const time = timeOf(stamp, signature, authorities)
    if ('refused' in time) return time
    times.push(time)
  }
  return times
}

function timeOf(stamp: Uint8Array, signature: Uint8Array, authorities: readonly Authority[]) {
  const timestamp = readTimestamp(stamp)
  if ('fault' in timestamp) return refused(timestamp.fault)
  const faults: string[] = []
  for (const authority of authorities) {
    const fault = faultOf(timestamp, signature, authority)
    if (fault === undefined) return { at: timestamp.at, kind: 'time-stamp', by: nameOf(authority[0]) } as const
    faults.push(fault)
  }
  const closest = faults.find(fault => fault !== OTHER) ?? OTHER
  const own = closest === OTHER ? sentAlong(timestamp) : undefined
  return refused(own ? `${closest}, ${nameOf(own)}` : closest)
}

const OTHER = 'one by another authority'

/** A certificate that cannot be taken apart is nobody's. */
function faultOf(timestamp: Timestamp, signature: Uint8Array, authority: Authority): string | undefined {
  try {
    return authorityFault(timestamp, signature, authority)
  } catch (error) {
    if (error instanceof DerError) return OTHER
    throw error
  }
}

const refused = (found: string) => ({ refused: `Expected a time-stamp by a trusted authority but found ${found}` })
