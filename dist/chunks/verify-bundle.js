import { a as readBundle, i as isCertified } from './bundle.js';
import { X509Certificate, createPublicKey, verify } from 'node:crypto';
import { U as UserError } from './user-error.js';
import { w as windowOf, o as outsideWindow } from './key-window.js';
import { k as keyId } from './key-id.js';
import { r as requireSigningKey, d as digestOf } from './require-signing-key.js';
import { p as preAuthenticationEncoding } from './pre-authentication-encoding.js';
import { n as nameOf, s as sentAlong, a as authorityFault } from './authority-fault.js';
import { r as readTimestamp, D as DerError } from './read-timestamp.js';

/** The certificates in a PEM text, in its order. */
function certificatesIn(pem        )                                          {
  const [first, ...more] = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (first !== undefined)
    try {
      return [new X509Certificate(first), ...more.map(text => new X509Certificate(text))]
    } catch {
      // Said below, as for a text without one.
    }
  throw new UserError(
    'signing.certificate-unreadable',
    'Expected the certificates of a time-stamp authority in PEM but found none that can be read',
    { hint: "Give the authority's own certificate first, then those above it, each from its BEGIN to its END line" },
  )
}

const HINT = 'Give the proofmark.pub that belongs to the key the certificate was signed with';

/** A P-256 or Ed25519 public key from PEM (SPKI). A private key is refused: whoever verifies has no business with one. */
function publicKeyFrom(pem        )            {
  if (!/-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem) || pem.includes('PRIVATE KEY-----')) {
    const found = pem.includes('PRIVATE KEY-----') ? 'a private key' : 'none';
    throw new UserError('signing.key-not-public', `Expected a public key in PEM but found ${found}`, { hint: HINT })
  }
  return requireSigningKey(parse(pem), HINT)
}

function parse(pem        )            {
  try {
    return createPublicKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a public key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

/** A key that is trusted, read. */
                           
                       
                     
                         
                                        
 

const trustedKeys = (keys                       )             =>
  keys.map(trusted => {
    const key = publicKeyFrom(trusted.key);
    return { name: trusted.name, id: keyId(key), key, window: windowOf(trusted) }
  });

/** The times of a signature's time-stamps, every one of which an authority of these must have given; or why one is refused. */
function trustedTimes(
  stamps                       ,
  signature            ,
  authorities                      ,
)                                                        {
  const times                = [];
  for (const stamp of stamps) {
    const time = timeOf(stamp, signature, authorities);
    if ('refused' in time) return time
    times.push(time);
  }
  return times
}

function timeOf(stamp            , signature            , authorities                      ) {
  const timestamp = readTimestamp(stamp);
  if ('fault' in timestamp) return refused(timestamp.fault)
  const faults           = [];
  for (const authority of authorities) {
    const fault = faultOf(timestamp, signature, authority);
    if (fault === undefined) return { at: timestamp.at, kind: 'time-stamp', by: nameOf(authority[0]) }         
    faults.push(fault);
  }
  const closest = faults.find(fault => fault !== OTHER) ?? OTHER;
  const own = closest === OTHER ? sentAlong(timestamp) : undefined;
  return refused(own ? `${closest}, ${nameOf(own)}` : closest)
}

const OTHER = 'one by another authority';

/** A certificate that cannot be taken apart is nobody's. */
function faultOf(timestamp           , signature            , authority           )                     {
  try {
    return authorityFault(timestamp, signature, authority)
  } catch (error) {
    if (error instanceof DerError) return OTHER
    throw error
  }
}

const refused = (found        ) => ({ refused: `Expected a time-stamp by a trusted authority but found ${found}` });

/**
 * Verifies a bundle against the keys that are trusted. Time-stamps count by the authorities that are trusted, and where any is, a
 * signature needs one: a key whose window nobody could check would count for ever. Where none is named, time-stamps say nothing.
 */
async function verifyKeyed(
  bundle             ,
  keys                     ,
  authorities                                  ,
  { logTimeComes = false }               ,
)                            {
  const [{ sig }] = bundle.dsseEnvelope.signatures;
  const { publicKey, timestampVerificationData } = bundle.verificationMaterial;
  const { hint } = publicKey;
  if (keys.length === 0)
    return { refused: `Expected a trusted key but found none named, and a signature by key ${short(hint)}` }
  const known = keys.filter(({ id }) => id === hint);
  const [first] = known;
  if (!first) return { refused: `Expected a signature by ${namesOf(keys)} but found one by key ${short(hint)}` }

  const signature = Buffer.from(sig, 'base64');
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64');
  const { payloadType } = bundle.dsseEnvelope;
  if (!(await holds(preAuthenticationEncoding(payloadType, payload), first.key, signature)))
    return {
      refused: `Expected a signature by key ${short(hint)} over this payload but signature verification failed`,
    }

  const stamps = timestampVerificationData?.rfc3161Timestamps ?? [];
  const times = trustedTimes(
    authorities === undefined ? [] : stamps.map(({ signedTimestamp }) => Buffer.from(signedTimestamp, 'base64')),
    signature,
    authorities ?? [],
  );
  if ('refused' in times) return times
  if (times.length === 0 && authorities !== undefined && !logTimeComes)
    return { refused: 'Expected a time-stamp by a trusted authority but found none' }

  const faults = known.map(({ name, window }) => windowFault(name, window, times, logTimeComes));
  const fitting = faults.indexOf(undefined);
  const key = known[fitting];
  if (!key) return { refused: faults[0] ?? '' }
  const signedAt = times.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  return {
    payload,
    payloadType,
    signedBy: { kind: 'key', name: key.name, sha256: key.id },
    ...(signedAt ? { signedAt } : {}),
    ...(key.window && !signedAt ? { window: key.window } : {}),
  }
}

/** Apart from the main thread: who verifies very many has several of them checked at once. What cannot even be checked does not hold. */
const holds = (data        , key           , signature        )                   =>
  new Promise(resolve =>
    verify(digestOf(key), data, key, signature, (error, result) => resolve(error === null && result)),
  );

function windowFault(
  name        ,
  window                    ,
  times                        ,
  logTimeComes         ,
)                     {
  if (window === undefined) return undefined
  if (times.length === 0)
    return logTimeComes
      ? undefined
      : `Expected a trusted time, because key ${name} counts for some time only, but found no time-stamp that can be checked`
  const fault = times.map(({ at }) => outsideWindow(window, at)).find(found => found !== undefined);
  return fault === undefined ? undefined : `${fault} (key ${name})`
}

const namesOf = (keys                     ) => keys.map(({ id }) => `key ${short(id)}`).join(' or ');
const short = (id        ) => `${id.slice(0, 12)}…`;

const NONE                        = [];
const read = new WeakMap                                            ();

/** Who verifies very many signatures names the same keys each time. */
function readOnce(keys                       )                      {
  const known = read.get(keys) ?? trustedKeys(keys);
  read.set(keys, known);
  return known
}

/**
 * The payload of a bundle that somebody trusted has signed, or why it is refused. Trust is read first: what cannot be read of it is
 * the reader's to mend, whatever the bundle.
 */
async function verifyBundle(
  text        ,
  trust             ,
  options               ,
)                            {
  const keys = readOnce(trust.keys ?? NONE);
  const authorities = trust['timestamp-authorities']?.map(certificatesIn);
  const found = readBundle(text);
  if ('reason' in found) return { refused: found.reason }
  if (!isCertified(found.bundle)) return verifyKeyed(found.bundle, keys, authorities, options)
  const { verifyCertified } = await import('./verify-certified.js');
  return verifyCertified(found.bundle, trust, authorities ?? [])
}

var verifyBundle$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  verifyBundle: verifyBundle
});

export { trustedTimes as t, verifyBundle$1 as v };
