import { S as Sha256 } from './evidence.js';
import { a as string, s as strictObject, t as tuple, o as object, f as unknown, e as array, l as literal } from './schemas2.js';

/** Whether a text is base64 as RFC 4648 §4 has it, in its one spelling: padded, no white space, no stray bits. */
function isCanonicalBase64(text        )          {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}

/** Bytes of canonical base64. By a loop: a text that is walked by its iterator takes fifty times as long. */
function decodeBase64(text        )             {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes
}

/** Base64 in its one canonical spelling, so that no two documents differ in a byte and mean the same. */
const Base64 = string().min(1).refine(isCanonicalBase64, { error: 'Expected canonical base64' });

/** A DSSE envelope (secure-systems-lab/dsse v1.0.2) with exactly one signature. */
const Envelope = strictObject({
  payload: Base64,
  payloadType: string().min(1),
  signatures: tuple([strictObject({ sig: Base64, keyid: string().default('') })]),
});
                                               

/** The bytes that an envelope's signature is about. */
const payloadOf = ({ payload }                           )             => decodeBase64(payload);

/** The envelope that a Sigstore bundle of any kind holds, or that a document is; undefined where there is none. */
function readEnvelope(value         )                       {
  const inBundle = object({ dsseEnvelope: Envelope }).safeParse(value);
  return inBundle.success ? inBundle.data.dsseEnvelope : Envelope.safeParse(value).data
}

/** Largest certificate that is read, in bytes: 1023 files with the longest names fit. */
const MAX_BUNDLE_BYTES = 8 * 1024 * 1024;

/** Largest payload that is signed beside a certificate, in bytes: its base64 fits into a bundle, with what verifies it. */
const MAX_PAYLOAD_BYTES = 5.5 * 1024 * 1024;

/** Most time-stamps and log entries that are read of one bundle: one of each is common. */
const MOST_WITNESSES = 4;

/** Most of a message about a bundle that is shown: it may quote what the bundle calls its fields. */
const LONGEST = 300;

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

const Digits = string().regex(/^(0|[1-9]\d{0,18})$/, 'Expected a whole number as text');

/**
 * A DSSE envelope with exactly one signature. It has no key id: verifiers in Go, cosign among them, pass over a signature whose id is not
 * the fingerprint that they compute themselves, and nothing signs it.
 */
const dsseEnvelope = strictObject({
  payload: Base64,
  payloadType: string().min(1).max(255),
  signatures: tuple([strictObject({ sig: Base64, keyid: literal('').optional() })]),
});

/** RFC 3161 responses over the signature. */
const timestampVerificationData = strictObject({
    rfc3161Timestamps: array(strictObject({ signedTimestamp: Base64 }))
      .max(MOST_WITNESSES)
      .optional(),
  })
  .optional();

/** An entry of a Rekor log, as `TransparencyLogEntry` of Sigstore's protobuf specifications is written in JSON. */
const LogEntry = strictObject({
  logIndex: Digits,
  logId: strictObject({ keyId: Base64 }),
  kindVersion: strictObject({ kind: string().max(64), version: string().max(64) }),
  integratedTime: Digits.optional(),
  inclusionPromise: strictObject({ signedEntryTimestamp: Base64 }).optional(),
  inclusionProof: strictObject({
    logIndex: Digits,
    rootHash: Base64,
    treeSize: Digits,
    hashes: array(Base64).max(64),
    checkpoint: strictObject({
      envelope: string()
        .min(1)
        .max(16 * 1024),
    }),
  }),
  canonicalizedBody: Base64,
});
                                               

/**
 * A Sigstore bundle v0.3 signed by a bare public key: one DSSE envelope with exactly one signature, and time-stamps. Strict, and
 * without log entries: what we could not check must not be there.
 */
const KeyedBundle = strictObject({
  mediaType: literal(MEDIA_TYPE),
  verificationMaterial: strictObject({
    /** SHA-256 of the public key's DER (SPKI). */
    publicKey: strictObject({ hint: Sha256 }),
    tlogEntries: tuple([]).optional(),
    timestampVerificationData,
  }),
  dsseEnvelope,
});
                                                     

/** A Sigstore bundle v0.3 signed by a key that a certificate authority has bound to a workflow. */
const CertifiedBundle = strictObject({
  mediaType: literal(MEDIA_TYPE),
  verificationMaterial: strictObject({
    certificate: strictObject({ rawBytes: Base64 }),
    tlogEntries: array(LogEntry).max(MOST_WITNESSES).optional(),
    timestampVerificationData,
  }),
  dsseEnvelope,
});
                                                             

                                                  

const isCertified = (bundle        )                            => 'certificate' in bundle.verificationMaterial;

const Certified = object({ verificationMaterial: object({ certificate: unknown() }) });

/** The text as a bundle, or why it is none. */
function readBundle(text        )                                                            {
  if (text.length > MAX_BUNDLE_BYTES)
    return { reason: `Expected a Sigstore bundle of at most ${MAX_BUNDLE_BYTES} bytes but found a larger one` }
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: `Expected a Sigstore bundle but found ${text.trim() === '' ? 'an empty file' : 'no JSON'}` }
  }
  const certified = Certified.safeParse(value).data?.verificationMaterial.certificate !== undefined;
  const read = certified ? CertifiedBundle.safeParse(value) : KeyedBundle.safeParse(value);
  if (read.success) return { bundle: read.data }
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the document';
  return {
    reason: `Expected a Sigstore bundle v0.3 as Proofmark signs it but ${where} is wrong: ${issue?.message.slice(0, LONGEST)}`,
  }
}

export { LogEntry as L, MAX_BUNDLE_BYTES as M, readBundle as a, MAX_PAYLOAD_BYTES as b, isCertified as i, payloadOf as p, readEnvelope as r };
