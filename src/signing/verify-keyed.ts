import { type KeyObject, verify } from 'node:crypto'
import type { KeyedBundle } from '../core/record/statement/bundle.ts'
import { outsideWindow } from '../core/record/trust/key-window.ts'
import type { SignatureVerdict, TrustedTime } from '../core/record/trust/signed-by.ts'
import type { VerifyOptions } from '../ports/signing.ts'
import { digestOf } from './digest-of.ts'
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts'
import { type Authority, trustedTimes } from './timestamps/trusted-times.ts'
import type { KnownKey } from './trusted-keys.ts'

/**
 * Verifies a bundle against the keys that are trusted. Time-stamps count by the authorities that are trusted, and where any is, a
 * signature needs one: a key whose window nobody could check would count for ever. Where none is named, time-stamps say nothing.
 */
export async function verifyKeyed(
  bundle: KeyedBundle,
  keys: readonly KnownKey[],
  authorities: readonly Authority[] | undefined,
  { logTimeComes = false }: VerifyOptions,
): Promise<SignatureVerdict> {
  const [{ sig }] = bundle.dsseEnvelope.signatures
  const { publicKey, timestampVerificationData } = bundle.verificationMaterial
  const { hint } = publicKey
  if (keys.length === 0)
    return { refused: `Expected a trusted key but found none named, and a signature by key ${short(hint)}` }
  const known = keys.filter(({ id }) => id === hint)
  const [first] = known
  if (!first) return { refused: `Expected a signature by ${namesOf(keys)} but found one by key ${short(hint)}` }

  const signature = Buffer.from(sig, 'base64')
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64')
  const { payloadType } = bundle.dsseEnvelope
  if (!(await holds(preAuthenticationEncoding(payloadType, payload), first.key, signature)))
    return {
      refused: `Expected a signature by key ${short(hint)} over this payload but signature verification failed`,
    }

  const stamps = timestampVerificationData?.rfc3161Timestamps ?? []
  const times = trustedTimes(
    authorities === undefined ? [] : stamps.map(({ signedTimestamp }) => Buffer.from(signedTimestamp, 'base64')),
    signature,
    authorities ?? [],
  )
  if ('refused' in times) return times
  if (times.length === 0 && authorities !== undefined && !logTimeComes)
    return { refused: 'Expected a time-stamp by a trusted authority but found none' }

  const faults = known.map(({ name, window }) => windowFault(name, window, times, logTimeComes))
  const fitting = faults.indexOf(undefined)
  const key = known[fitting]
  if (!key) return { refused: faults[0] ?? '' }
  const signedAt = times.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
  return {
    payload,
    payloadType,
    signedBy: { kind: 'key', name: key.name, sha256: key.id },
    ...(signedAt ? { signedAt } : {}),
    ...(key.window && !signedAt ? { window: key.window } : {}),
  }
}

/** Apart from the main thread: who verifies very many has several of them checked at once. What cannot even be checked does not hold. */
const holds = (data: Buffer, key: KeyObject, signature: Buffer): Promise<boolean> =>
  new Promise(resolve =>
    verify(digestOf(key), data, key, signature, (error, result) => resolve(error === null && result)),
  )

function windowFault(
  name: string,
  window: KnownKey['window'],
  times: readonly TrustedTime[],
  logTimeComes: boolean,
): string | undefined {
  if (window === undefined) return undefined
  if (times.length === 0)
    return logTimeComes
      ? undefined
      : `Expected a trusted time, because key ${name} counts for some time only, but found no time-stamp that can be checked`
  const fault = times.map(({ at }) => outsideWindow(window, at)).find(found => found !== undefined)
  return fault === undefined ? undefined : `${fault} (key ${name})`
}

const namesOf = (keys: readonly KnownKey[]) => keys.map(({ id }) => `key ${short(id)}`).join(' or ')
const short = (id: string) => `${id.slice(0, 12)}…`
