import { createHash } from 'node:crypto';
import { L as LogEntry } from './bundle.js';
import { p as preAuthenticationEncoding } from './pre-authentication-encoding.js';
import { s as send, u as unanswered } from './send2.js';
import { T as ZodError, r as record, o as object, a as string, e as array, i as int, R as base64$1 } from './schemas2.js';

const hex = string().regex(/^([0-9a-f]{2})+$/);

/** What Rekor's first API answers: one entry under its identifier (https://github.com/sigstore/rekor/blob/main/openapi.yaml). */
const Answer = record(
  string(),
  object({
    body: base64$1(),
    integratedTime: int(),
    logID: hex,
    logIndex: int(),
    verification: object({
      signedEntryTimestamp: base64$1(),
      inclusionProof: object({
        logIndex: int(),
        treeSize: int(),
        rootHash: hex,
        hashes: array(hex),
        checkpoint: string(),
      }),
    }),
  }),
);

const Body = object({ kind: string(), apiVersion: string() });

/** Enters a signature in a Rekor log, with the certificate (PEM) that it is to be verified by; the entry as bundles hold it. */
async function rekorEntry(
  { url, version }                                                   ,
  envelope          ,
  certificate        ,
)                    {
  const whom = 'the transparency log';
  const answer = await send({
    whom,
    url: `${url.replace(/\/+$/, '')}/api/v${version}/log/entries`,
    type: 'application/json',
    accept: 'application/json',
    body: JSON.stringify(version === 1 ? proposed(envelope, certificate) : requested(envelope, certificate)),
  });
  const entry = entryIn(answer, version);
  if (entry === undefined) throw unanswered({ whom, url }, 'no entry')
  return entry
}

/** `dsse` 0.0.1 (https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/README.md). */
const proposed = (envelope          , certificate        ) => ({
  apiVersion: '0.0.1',
  kind: 'dsse',
  spec: {
    proposedContent: {
      envelope: JSON.stringify(envelope),
      verifiers: [Buffer.from(certificate).toString('base64')],
    },
  },
});

/**
 * `CreateEntryRequest` of the second API, which knows `hashedrekord` only: of an envelope it keeps the digest of what was signed
 * (https://github.com/sigstore/architecture-docs/blob/main/rekor-v2-spec.md, 6.1.4).
 */
const requested = ({ payload, payloadType, signatures: [{ sig }] }          , certificate        ) => ({
  hashedRekordRequestV002: {
    digest: createHash('sha256')
      .update(preAuthenticationEncoding(payloadType, Buffer.from(payload, 'base64')))
      .digest('base64'),
    signature: {
      content: sig,
      verifier: {
        x509Certificate: { rawBytes: certificate.replace(/-----[^-]+-----|\s/g, '') },
        keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      },
    },
  },
});

function entryIn(answer            , version       )                       {
  try {
    const value          = JSON.parse(Buffer.from(answer).toString());
    return LogEntry.parse(version === 1 ? fromFirst(value) : value)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ZodError) return undefined
    throw error
  }
}

function fromFirst(value         )          {
  const [entry, ...more] = Object.values(Answer.parse(value));
  if (entry === undefined || more.length > 0) return undefined
  const { inclusionProof, signedEntryTimestamp } = entry.verification;
  const { kind, apiVersion } = Body.parse(JSON.parse(Buffer.from(entry.body, 'base64').toString()));
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: base64(entry.logID) },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(inclusionProof.logIndex),
      rootHash: base64(inclusionProof.rootHash),
      treeSize: String(inclusionProof.treeSize),
      hashes: inclusionProof.hashes.map(base64),
      checkpoint: { envelope: inclusionProof.checkpoint },
    },
    canonicalizedBody: entry.body,
  }
}

const base64 = (text        ) => Buffer.from(text, 'hex').toString('base64');

export { rekorEntry };
