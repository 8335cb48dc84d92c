import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { fulcioHandler, initializeCA, initializeCTLog, initializeTLog } from '@sigstore/mock'
import { type Answer, listen } from './listen.ts'
import { timestampAuthority } from './timestamp-authority.ts'

/** What GitHub's token says of a job, and the subject that Fulcio makes of it. */
export const claims = (changes: Record<string, string> = {}) => {
  const all = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:acme/model:ref:refs/heads/main',
    repository: 'acme/model',
    repository_id: '812345',
    repository_visibility: 'private',
    ref: 'refs/heads/main',
    sha: '3f2a00000000000000000000000000000000beef',
    event_name: 'push',
    job_workflow_ref: 'acme/model/.github/workflows/certify.yml@refs/heads/main',
    runner_environment: 'github-hosted',
    run_id: '42',
    run_attempt: '1',
    ...changes,
  }
  return { san: `https://github.com/${all.job_workflow_ref}`, ...all, ...changes }
}

/** A token with these claims; the mock does not verify who signed it. */
export const token = (of: object) => `e30.${Buffer.from(JSON.stringify(of)).toString('base64url')}.c2ln`

/**
 * A whole Sigstore on loopback: certificate authority with its log of certificates, a Rekor of the first and of the second kind, and
 * a time-stamp authority. The mock's Rekor echoes what was proposed; a real one keeps digests, as here.
 */
export async function sigstoreInstance() {
  const keys = { ca: keyPair(), ct: keyPair(), log: keyPair() }
  const stamps = await timestampAuthority()
  const ctlog = await initializeCTLog(keys.ct)
  const ca = await initializeCA(keys.ca, ctlog)
  const fulcio = fulcioHandler(ca, { subjectClaim: 'san' })
  const asked: string[] = []
  const server = await listen(async (path, body): Promise<Answer> => {
    asked.push(path)
    if (path === fulcio.path) {
      const { statusCode, response } = await fulcio.fn(body.toString())
      return { status: statusCode, body: typeof response === 'string' ? response : bytes(response) }
    }
    const log = await tlog
    if (path === '/api/v1/log/entries') return { status: 201, body: JSON.stringify(await log.log(firstBody(body))) }
    if (path === '/api/v2/log/entries')
      return { status: 201, body: JSON.stringify(secondEntry(await log.logV2(secondBody(body)))) }
    return { status: 404, body: '' }
  })
  const tlog = initializeTLog(server.url, keys.log)
  const period = { start: '2020-01-01T00:00:00Z' }
  const log = (publicKey: Buffer, baseUrl: string) => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: publicKey.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: period },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  })
  const der = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '')
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: server.url,
        certChain: { certificates: [{ rawBytes: bytes(ca.rootCertificate).toString('base64') }] },
        validFor: period,
      },
    ],
    tlogs: [log((await tlog).publicKey, server.url)],
    ctlogs: [log(ctlog.publicKey, `${server.url}/ct`)],
    timestampAuthorities: [
      {
        subject: { organization: 'proofmark test', commonName: 'tsa' },
        uri: stamps.url,
        certChain: { certificates: [{ rawBytes: der(stamps.own) }, { rawBytes: der(stamps.root) }] },
        validFor: period,
      },
    ],
  }
  return {
    url: server.url,
    timestampUrl: stamps.url,
    stamps,
    /** What it was asked, by path. */
    asked,
    /** Its `trusted_root.json`, as an object. */
    root,
    stop: () => {
      server.stop()
      stamps.stop()
    },
  }
}

const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>) =>
  Buffer.from(buffer, byteOffset, byteLength)
const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes)

interface Envelope {
  readonly payload: string
  readonly signatures: readonly [{ readonly sig: string }]
}

/** The body of a `dsse` entry, version 0.0.1. */
function firstBody(request: Buffer) {
  const { proposedContent } = JSON.parse(request.toString()).spec
  const envelope: Envelope = JSON.parse(proposedContent.envelope)
  return {
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: { algorithm: 'sha256', value: sha256(Buffer.from(proposedContent.envelope)).digest('hex') },
      payloadHash: { algorithm: 'sha256', value: sha256(Buffer.from(envelope.payload, 'base64')).digest('hex') },
      signatures: [{ signature: envelope.signatures[0].sig, verifier: canonical(proposedContent.verifiers[0]) }],
    },
  }
}

/** A certificate's PEM (base64 of it) in lines of 64, as Rekor keeps it whatever was sent. */
const canonical = (pem: string) =>
  Buffer.from(new X509Certificate(Buffer.from(pem, 'base64')).toString()).toString('base64')

/** The body of a `hashedrekord` entry, version 0.0.2. */
function secondBody(request: Buffer): never {
  const { digest, signature } = JSON.parse(request.toString()).hashedRekordRequestV002
  return {
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: { hashedRekordV002: { data: { algorithm: 'SHA2_256', digest }, signature } },
  } as never
}

/** As a Rekor of the second kind writes it: no time of its own. */
function secondEntry(entry: Awaited<ReturnType<Awaited<ReturnType<typeof initializeTLog>>['logV2']>>) {
  const proof = entry.inclusionProof
  const base64 = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64')
  return {
    logIndex: entry.logIndex,
    logId: { keyId: base64(entry.logId?.keyId) },
    kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
    inclusionProof: {
      // The mock's tree has this one entry, wherever it says that it stands.
      logIndex: '0',
      // The mock takes a hexadecimal hash for base64; the checkpoint has it right.
      rootHash: proof?.checkpoint?.envelope.split('\n')[2],
      treeSize: proof?.treeSize,
      hashes: proof?.hashes.map(base64),
      checkpoint: proof?.checkpoint,
    },
    canonicalizedBody: base64(entry.canonicalizedBody),
  }
}
