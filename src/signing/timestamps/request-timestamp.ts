import { randomBytes } from 'node:crypto'
import { send, unanswered } from '../send.ts'
import { sentAlong } from './authority-fault.ts'
import { DerError } from './der.ts'
import { readTimestamp } from './read-timestamp.ts'
import { signatureFault } from './signature-fault.ts'
import { timestampQuery } from './timestamp-query.ts'

/**
 * A time-stamp over these bytes (RFC 3161 §3.4, by HTTP); the authority sees their SHA-256. It is checked before it is kept: a
 * time-stamp over something else, of an earlier question, or whose signature does not hold is no answer.
 */
export async function requestTimestamp(url: string, data: Uint8Array, second?: number): Promise<Uint8Array> {
  // Positive and without a leading zero, whatever the rest: DER spells a number in one way only.
  const nonce = Buffer.concat([Uint8Array.of(0x40 | ((randomBytes(1)[0] ?? 0) % 0x40)), randomBytes(15)])
  const whom = 'the time-stamp authority'
  const answer = await send({
    whom,
    url,
    type: 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    body: timestampQuery(data, nonce),
    ...(second === undefined ? {} : { second }),
  })
  const fault = faultOf(answer, data, nonce)
  if (fault !== undefined) throw unanswered({ whom, url }, fault)
  return answer
}

function faultOf(answer: Uint8Array, data: Uint8Array, nonce: Uint8Array): string | undefined {
  const timestamp = readTimestamp(answer)
  if ('fault' in timestamp) return timestamp.fault
  if (Buffer.compare(timestamp.nonce ?? new Uint8Array(), nonce) !== 0) return 'a time-stamp for another question'
  try {
    const own = sentAlong(timestamp)
    if (own === undefined) return 'a time-stamp without the certificate of its authority'
    const fault = signatureFault(timestamp, data, own)
    return fault === undefined ? undefined : `a time-stamp, but ${fault}`
  } catch (error) {
    if (error instanceof DerError) return 'a time-stamp whose certificate cannot be read'
    throw error
  }
}
