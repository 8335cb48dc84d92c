import { X509Certificate } from 'node:crypto';
import { d as distExports, a as distExports$1 } from './sigstore.js';
import { U as UserError } from './user-error.js';
import { t as trustedTimes } from './verify-bundle.js';
import { o as object, e as array, a as string, R as base64 } from './schemas2.js';
import { d as datetime } from './iso.js';
import { a as readDer, D as DerError } from './read-timestamp.js';

/**
 * What makes a signer another than the trusted one; undefined where it is that one. Every value is compared as a whole: a pattern
 * or a prefix would let `acme/models` pass for `acme/model`. Without numbers of repositories, the workflow must have run for its own:
 * whoever may call a reusable workflow can make it sign.
 */
function identityFault(trusted                 , found                  )                     {
  const { issuer, server, workflow, ref, runner, 'repository-ids': ids } = trusted;
  const subject = `${server.replace(/\/+$/, '')}/${workflow}@${ref}`;
  if (found.subject !== subject) return differs('workflow', subject, found.subject)
  if (found.issuer !== issuer) return differs('issuer', issuer, found.issuer)
  if (found.buildSigner !== subject) return differs('build signer', subject, found.buildSigner)
  if (ids === undefined) {
    const own = subject.slice(0, subject.indexOf('/.github/workflows/'));
    if (found.repository !== own) return differs('repository', own, found.repository)
  } else if (found.repositoryId === undefined || !ids.includes(found.repositoryId))
    return differs('repository number', ids.join(' or '), found.repositoryId)
  if (runner !== undefined && found.runner !== runner) return differs('runner', runner, found.runner)
  return undefined
}

const differs = (what        , expected        , found                    ) =>
  `Expected the ${what} ${expected} but found ${found ?? 'none'}`;

const Bytes = base64()
  .max(64 * 1024)
  .transform(text => Buffer.from(text, 'base64'));

const Period = object({ start: datetime({ offset: true }).optional(), end: datetime({ offset: true }).optional() })
  .transform(({ start, end }) => ({ start: dateOf(start), end: dateOf(end) }));

const Authority = object({
    uri: string().default(''),
    certChain: object({
      certificates: array(object({ rawBytes: Bytes }))
        .min(1)
        .max(8),
    }),
    validFor: Period.optional(),
  })
  .transform(authority => ({ ...authority, subject: undefined, validFor: authority.validFor, operator: '' }));

/** `PublicKeyDetails` by number, as far as it matters how keys are written: PKCS #1 as some old RSA keys are, or (0) SPKI. */
const keyDetails = string()
  .optional()
  .transform(name => (name === 'PKCS1_RSA_PKCS1V5' ? 1 : 0));

const Log = object({
    baseUrl: string(),
    publicKey: object({ rawBytes: Bytes, keyDetails, validFor: Period.optional() }),
    logId: object({ keyId: Bytes }),
    checkpointKeyId: object({ keyId: Bytes }).optional(),
  })
  .transform(({ baseUrl, publicKey, logId, checkpointKeyId }) => ({
    baseUrl,
    hashAlgorithm: 1,
    publicKey: { ...publicKey, validFor: publicKey.validFor },
    logId,
    checkpointKeyId,
    operator: '',
  }));

/** A `trusted_root.json` (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto), as far as it is used. */
const Root = object({
  mediaType: string().startsWith('application/vnd.dev.sigstore.trustedroot'),
  certificateAuthorities: array(Authority).min(1).max(100),
  tlogs: array(Log).max(100).default([]),
  ctlogs: array(Log).max(100).default([]),
  timestampAuthorities: array(Authority).max(100).default([]),
});

/** Reads a trusted root; a text that is none is the reader's to mend. */
function readTrustedRoot(text        )              {
  const read = Root.safeParse(parse(text));
  if (read.success) return read.data
  const [issue] = read.error.issues;
  throw new UserError(
    'signing.trusted-root',
    `Expected a Sigstore trusted root but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { hint: 'Fetch it with `gh attestation trusted-root`, or with `cosign trusted-root create`' },
  )
}

function parse(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const dateOf = (text                    ) => (text === undefined ? undefined : new Date(text));

/** An extension of a certificate, as @sigstore/verify gives them. */
                     
                                                               
                            
 

const FULCIO = '1.3.6.1.4.1.57264.1.';

/** What a certificate of Fulcio says of the workflow it was given to. */
function workflowIdentity(subject        , extensions                      )                   {
  const value = (field                        , number        ) => {
    const text = textOf(extensions, `${FULCIO}${number}`);
    return text === undefined ? {} : { [field]: text }
  };
  return {
    subject,
    ...value('issuer', 8),
    ...value('buildSigner', 9),
    ...value('runner', 11),
    ...value('repository', 12),
    ...value('commit', 13),
    ...value('ref', 14),
    ...value('repositoryId', 15),
    ...value('trigger', 20),
    ...value('run', 21),
  }
}

/** From .8 on values are a UTF8String in DER, not the bare bytes that the older extensions hold; one that stands there twice is none. */
function textOf(extensions                      , oid        )                     {
  const [found, ...more] = extensions.filter(({ oid: its }) => its?.id.join('.') === oid);
  if (found === undefined || more.length > 0) return undefined
  try {
    const { tag, content } = readDer(found.value);
    return tag === 0x0c ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) : undefined
  } catch (error) {
    if (error instanceof DerError || error instanceof TypeError) return undefined
    throw error
  }
}

/** The use that a certificate for signing must have. */
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

/**
 * Verifies a bundle signed by a workflow: its certificate by an authority of the trusted root, at a time that somebody else vouches for;
 * every kind of log that the root names must have testified; and the workflow must be one that is trusted, compared as a whole.
 */
function verifyCertified(
  bundle                 ,
  trust             ,
  authorities                      ,
)                   {
  const { identities = [], trustedRoot } = trust;
  if (identities.length === 0) return refused('a trusted workflow but found none named, and a signature by a workflow')
  if (trustedRoot === undefined)
    return refused('a trusted root to verify the certificate of a workflow by but found none named')
  const root = withAuthorities(readTrustedRoot(trustedRoot), authorities);
  const material = materialOf(root);
  const signature = Buffer.from(bundle.dsseEnvelope.signatures[0].sig, 'base64');
  const { timestampVerificationData: { rfc3161Timestamps: stamps = [] } = {}, tlogEntries = [] } =
    bundle.verificationMaterial;
  const times = trustedTimes(
    stamps.map(({ signedTimestamp }) => Buffer.from(signedTimestamp, 'base64')),
    signature,
    root.timestampAuthorities.map(chainOf),
  );
  if ('refused' in times) return times
  const signer = verifiedSigner(bundle, root, material);
  if ('refused' in signer) return signer
  const identity = workflowIdentity(signer.identity?.subjectAlternativeName ?? '', signer.identity?.oids ?? []);
  const trusted = chosen(identities, identity);
  if ('refused' in trusted) return trusted
  const promised = tlogEntries.flatMap(({ inclusionPromise, integratedTime, logId })                =>
    inclusionPromise && integratedTime
      ? [{ at: new Date(Number(integratedTime) * 1000), kind: 'log', by: `the log ${logId.keyId}` }]
      : [],
  );
  const [signedAt] = [...times, ...promised].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return {
    payload: Buffer.from(bundle.dsseEnvelope.payload, 'base64'),
    payloadType: bundle.dsseEnvelope.payloadType,
    signedBy: { kind: 'identity', name: trusted.name, ...identity },
    ...(signedAt ? { signedAt } : {}),
  }
}

/** Never all thresholds zero: a certificate is valid for ten minutes, so without a time it would be valid for ever or never. */
function verifiedSigner(
  bundle                 ,
  root      ,
  material          ,
)                                        {
  const thresholds = {
    timestampThreshold: 1,
    tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
  };
  try {
    const certificate = new X509Certificate(Buffer.from(bundle.verificationMaterial.certificate.rawBytes, 'base64'));
    if (!certificate.keyUsage?.includes(CODE_SIGNING))
      return refused('a certificate for signing but found one for another use')
    return new distExports.Verifier(material, thresholds).verify(distExports.toSignedEntity(distExports$1.bundleFromJSON(bundle)))
  } catch (error) {
    return refused(`a signature by a workflow but ${error instanceof Error ? error.message : String(error)}`)
  }
}

function materialOf(root      )           {
  try {
    return distExports.toTrustMaterial(root, () => {
      throw new Error('a bare public key')
    })
  } catch (cause) {
    throw new UserError(
      'signing.trusted-root',
      'Expected a Sigstore trusted root but its certificates or keys cannot be read',
      {
        hint: 'Fetch it again with `gh attestation trusted-root`, or with `cosign trusted-root create`',
        cause,
      },
    )
  }
}

/** The first of the trusted workflows that this one is; else why it is not the one it comes closest to. */
function chosen(
  identities                            ,
  found                  ,
)                                                 {
  const faults = identities.map(trusted => identityFault(trusted, found));
  const trusted = identities[faults.indexOf(undefined)];
  if (trusted) return trusted
  const close = faults.find(fault => !fault?.startsWith('Expected the workflow'));
  return { refused: close ?? faults[0] ?? '' }
}

function withAuthorities(root      , authorities                      )       {
  const named = authorities.map(chain => ({
    subject: undefined,
    uri: '',
    certChain: { certificates: chain.map(({ raw }) => ({ rawBytes: raw })) },
    validFor: undefined,
    operator: '',
  }));
  return { ...root, timestampAuthorities: [...root.timestampAuthorities, ...named] }
}

function chainOf({ certChain }                                      )            {
  const [first, ...more] = (certChain?.certificates ?? []).map(({ rawBytes }) => new X509Certificate(rawBytes));
  if (!first)
    throw new UserError('signing.trusted-root', 'Expected a time-stamp authority with a certificate but found none')
  return [first, ...more]
}

const refused = (text        ) => ({ refused: `Expected ${text}` });

export { verifyCertified };
