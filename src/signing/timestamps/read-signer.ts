import { type Der, DerError, inside } from './der.ts'
import { digestNamed, expect, hex, required } from './der-parts.ts'
import { OID, SIGNATURES } from './object-identifiers.ts'
import type { TimestampSigner } from './timestamp.ts'

/** A SignerInfo (RFC 5652 §5.3) that names its certificate by issuer and serial number, with the attributes that RFC 3161 wants. */
export function readSigner(info: Der): TimestampSigner {
  const [, sid, digestAlgorithm, attributes, signatureAlgorithm, signature] = inside(info)
  const [issuer, serial] = inside(expect(sid, 0x30))
  const signed = expect(attributes, 0xa0)
  const digest = digestNamed(digestAlgorithm)
  const attribute = attributesOf(signed)
  if (hex(expect(attribute(OID.contentType), 0x06).content) !== OID.timestampInfo)
    throw new DerError('a signature over content of another type')
  return {
    issuer: required(issuer).raw,
    serial: expect(serial, 0x02).content,
    digest,
    // Signed as a SET, written as [0] (RFC 5652 §5.4).
    attributes: Buffer.concat([Uint8Array.of(0x31), signed.raw.subarray(1)]),
    infoDigest: expect(attribute(OID.messageDigest), 0x04).content,
    certificate: certificateNamed(attribute),
    signatureDigest: signatureDigest(signatureAlgorithm) ?? digest,
    signature: expect(signature, 0x04).content,
  }
}

/** Finds an attribute's one value; one that stands there twice is none. */
function attributesOf(signed: Der): (oid: string) => Der | undefined {
  const found = inside(signed).map(inside)
  return oid => {
    const [first, ...more] = found.filter(([type]) => hex(expect(type, 0x06).content) === oid)
    if (first === undefined) return undefined
    const [value, ...others] = inside(expect(first[1], 0x31))
    if (more.length > 0 || others.length > 0) throw new DerError('an attribute with several values')
    return value
  }
}

/** SigningCertificateV2 (RFC 5035 §4), or its older form: the first certificate named there is the signer's. */
function certificateNamed(attribute: (oid: string) => Der | undefined): TimestampSigner['certificate'] {
  const newer = attribute(OID.signingCertificateV2)
  const [list] = inside(required(newer ?? attribute(OID.signingCertificate)))
  const [first] = inside(required(list))
  const [algorithm, ...rest] = inside(required(first))
  if (newer === undefined) return { algorithm: 'sha1', digest: expect(algorithm, 0x04).content }
  // Left out, the algorithm is SHA-256.
  if (algorithm?.tag === 0x04) return { algorithm: 'sha256', digest: algorithm.content }
  return { algorithm: digestNamed(algorithm), digest: expect(rest[0], 0x04).content }
}

function signatureDigest(algorithm: Der | undefined): string | undefined {
  const [oid] = inside(required(algorithm))
  const name = hex(required(oid).content)
  if (!SIGNATURES.has(name)) throw new DerError('a signature that is neither ECDSA nor RSA (PKCS #1 v1.5)')
  return SIGNATURES.get(name)
}
