import { type Der, DerError, inside, readDer } from './der.ts'
import { digestNamed, expect, hex, required } from './der-parts.ts'
import { OID } from './object-identifiers.ts'
import { readSigner } from './read-signer.ts'
import { readTime } from './read-time.ts'
import type { Timestamp } from './timestamp.ts'

/** A TimeStampResp (RFC 3161 §2.4.2) taken apart, or why it is none that grants a time-stamp. */
export function readTimestamp(response: Uint8Array): Timestamp | { readonly fault: string } {
  try {
    const [status, token] = inside(readDer(response))
    const [code] = inside(required(status))
    const granted = required(code).content
    if (granted.length !== 1 || (granted[0] ?? 2) > 1) return { fault: `the answer '${refusal(granted)}'` }
    return fromToken(required(token))
  } catch (error) {
    if (error instanceof DerError) return { fault: `something else: ${error.message}` }
    throw error
  }
}

function fromToken(token: Der): Timestamp {
  const [type, content] = inside(token)
  requireOid(type, OID.signedData)
  const [data] = inside(expect(content, 0xa0))
  const [, , encapsulated, ...others] = inside(required(data))
  const [infoType, infoContent] = inside(required(encapsulated))
  requireOid(infoType, OID.timestampInfo)
  const [octets] = inside(expect(infoContent, 0xa0))
  const info = expect(octets, 0x04).content
  const certificates = others.filter(({ tag }) => tag === 0xa0).flatMap(inside)
  const signers = inside(expect(others.at(-1), 0x31))
  if (signers.length !== 1) throw new DerError(`${signers.length} signers`)
  return { ...readInfo(info), info, signer: readSigner(required(signers[0])), certificates: certificates.map(rawOf) }
}

function readInfo(bytes: Uint8Array): Pick<Timestamp, 'at' | 'imprint' | 'nonce'> {
  const [version, , imprint, , time, ...others] = inside(readDer(bytes))
  if (Buffer.compare(expect(version, 0x02).content, Uint8Array.of(1)) !== 0) throw new DerError('another version')
  const [algorithm, digest] = inside(required(imprint))
  return {
    at: readTime(expect(time, 0x18).content),
    imprint: { algorithm: digestNamed(algorithm), digest: expect(digest, 0x04).content },
    nonce: others.find(({ tag }) => tag === 0x02)?.content,
  }
}

function requireOid(value: Der | undefined, oid: string): void {
  if (hex(expect(value, 0x06).content) !== oid) throw new DerError('content of another type')
}

const rawOf = ({ raw }: Der) => raw

const refusal = ([code]: Uint8Array) =>
  ({ 2: 'rejected', 3: 'waiting', 4: 'revocation warning', 5: 'revocation notification' })[code ?? -1] ?? 'unknown'
