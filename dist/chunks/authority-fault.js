import { createHash, verify, X509Certificate } from 'node:crypto';
import { i as inside, a as readDer, b as required, e as expect } from './read-timestamp.js';

/** Whether a time-stamp names this certificate as its signer's: the same issuer and serial number, byte by byte. */
function isSigner({ issuer, serial }                 , certificate                 )          {
  const [body] = inside(readDer(certificate.raw));
  const fields = inside(required(body));
  // A version, [0], stands first in all but the oldest certificates (RFC 5280 §4.1).
  const [itsSerial, , itsIssuer] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  return (
    Buffer.compare(expect(itsSerial, 0x02).content, serial) === 0 &&
    Buffer.compare(required(itsIssuer).raw, issuer) === 0
  )
}

/** Why this is no time-stamp over `data` by the holder of the certificate; undefined where it is. Whether to trust the holder is another matter. */
function signatureFault(
  timestamp           ,
  data            ,
  certificate                 ,
)                     {
  const { imprint, info, signer } = timestamp;
  if (!same(imprint.digest, digest(imprint.algorithm, data))) return 'one over something else'
  if (!same(signer.infoDigest, digest(signer.digest, info))) return 'one whose content was changed'
  if (!same(signer.certificate.digest, digest(signer.certificate.algorithm, certificate.raw)))
    return 'one that names another certificate'
  if (!holds(signer, certificate)) return 'one whose signature does not hold'
  return undefined
}

/** A key of another kind than the signature makes OpenSSL throw: no signature of that key. */
function holds(
  { signatureDigest, attributes, signature }                     ,
  { publicKey }                 ,
)          {
  try {
    return verify(signatureDigest, attributes, publicKey, signature)
  } catch {
    return false
  }
}

const digest = (algorithm        , bytes            ) => createHash(algorithm).update(bytes).digest();
const same = (a            , b            ) => Buffer.compare(a, b) === 0;

/** The one use that the certificate of a time-stamp authority must have (RFC 3161 §2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Why a time-stamp is none of this authority's, over this data; undefined where it is one. The authority is its own certificate, then
 * those above it; or only those above it, and its own is the one that came with the time-stamp.
 */
function authorityFault(
  timestamp           ,
  data            ,
  authority                                                  ,
)                     {
  const [first] = authority;
  const own = first.ca ? sentAlong(timestamp) : first;
  if (own === undefined || !isSigner(timestamp.signer, own)) return 'one by another authority'
  if (own.keyUsage?.length !== 1 || own.keyUsage[0] !== TIME_STAMPING)
    return 'one by a certificate that is not for time-stamping alone'
  return chainFault(first.ca ? [own, ...authority] : authority, timestamp.at) ?? signatureFault(timestamp, data, own)
}

/** Every certificate is issued by the next, an authority's, and valid at the time; the last is trusted because it was given. */
function chainFault(chain                            , at      )                     {
  for (const [i, certificate] of chain.entries()) {
    if (at < certificate.validFromDate || at > certificate.validToDate)
      return `one of ${at.toISOString()}, when the certificate ${nameOf(certificate)} was not valid`
    const issuer = chain[i + 1];
    if (issuer && !(issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)))
      return `one whose certificate ${nameOf(certificate)} was not issued by ${nameOf(issuer)}`
  }
  return undefined
}

/** The certificate of the signer, among those that came along. */
function sentAlong({ certificates, signer }           )                              {
  for (const raw of certificates) {
    const certificate = readable(raw);
    if (certificate && isSigner(signer, certificate)) return certificate
  }
  return undefined
}

function readable(raw            )                              {
  try {
    return new X509Certificate(raw)
  } catch {
    return undefined
  }
}

/** What a certificate calls its holder, in one line that is not too long: one that came along can say anything. */
const nameOf = ({ subject }                 )         => subject.replaceAll('\n', ', ').slice(0, 200);

export { authorityFault as a, signatureFault as b, nameOf as n, sentAlong as s };
