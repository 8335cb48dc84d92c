import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'

const Bytes = z
  .base64()
  .max(64 * 1024)
  .transform(text => Buffer.from(text, 'base64'))

const Period = z
  .object({ start: z.iso.datetime({ offset: true }).optional(), end: z.iso.datetime({ offset: true }).optional() })
  .transform(({ start, end }) => ({ start: dateOf(start), end: dateOf(end) }))

const Authority = z
  .object({
    uri: z.string().default(''),
    certChain: z.object({
      certificates: z
        .array(z.object({ rawBytes: Bytes }))
        .min(1)
        .max(8),
    }),
    validFor: Period.optional(),
  })
  .transform(authority => ({ ...authority, subject: undefined, validFor: authority.validFor, operator: '' }))

/** `PublicKeyDetails` by number, as far as it matters how keys are written: PKCS #1 as some old RSA keys are, or (0) SPKI. */
const keyDetails = z
  .string()
  .optional()
  .transform(name => (name === 'PKCS1_RSA_PKCS1V5' ? 1 : 0))

const Log = z
  .object({
    baseUrl: z.string(),
    publicKey: z.object({ rawBytes: Bytes, keyDetails, validFor: Period.optional() }),
    logId: z.object({ keyId: Bytes }),
    checkpointKeyId: z.object({ keyId: Bytes }).optional(),
  })
  .transform(({ baseUrl, publicKey, logId, checkpointKeyId }) => ({
    baseUrl,
    hashAlgorithm: 1,
    publicKey: { ...publicKey, validFor: publicKey.validFor },
    logId,
    checkpointKeyId,
    operator: '',
  }))

/** A `trusted_root.json` (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto), as far as it is used. */
const Root = z.object({
  mediaType: z.string().startsWith('application/vnd.dev.sigstore.trustedroot'),
  certificateAuthorities: z.array(Authority).min(1).max(100),
  tlogs: z.array(Log).max(100).default([]),
  ctlogs: z.array(Log).max(100).default([]),
  timestampAuthorities: z.array(Authority).max(100).default([]),
})

/** Reads a trusted root; a text that is none is the reader's to mend. */
export function readTrustedRoot(text: string): TrustedRoot {
  const read = Root.safeParse(parse(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UserError(
    'signing.trusted-root',
    `Expected a Sigstore trusted root but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { hint: 'Fetch it with `gh attestation trusted-root`, or with `cosign trusted-root create`' },
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
