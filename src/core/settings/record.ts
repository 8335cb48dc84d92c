import { z } from 'zod'
import { GATES } from '../evidence.ts'
import { path } from './path.ts'
import { RecordLog } from './record-log.ts'

const url = (description: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .meta({ description })

/** How a running workflow signs without a key of its own. */
export const KeylessSettings = z.strictObject({
  instance: z.enum(['github', 'public']).default('github').meta({
    description:
      "github: GitHub's own certificate authority, which publishes nothing. public: Sigstore's, which publishes repository, workflow and ref for good",
  }),
  'fulcio-url': url("Another certificate authority (Fulcio) than the instance's").optional(),
  'rekor-url': url("Another transparency log (Rekor) than the instance's; github has none").optional(),
  'rekor-api': z.literal([1, 2]).default(1).meta({ description: 'Version of its API: 1 or 2' }),
  audience: z.string().min(1).max(255).default('sigstore').meta({ description: 'Whom the identity token is for' }),
  'may-publish': z.boolean().default(false).meta({
    description: "true: the name of a private repository may appear in Sigstore's public logs",
  }),
})
export type KeylessSettings = z.infer<typeof KeylessSettings>

/** What is encrypted of a certification, and who can read it. */
const Encrypt = z.strictObject({
  recipients: z.array(z.string().min(1).max(4096)).min(1).max(20).meta({
    description: 'At least two who can each read it: age1…, the path of a file of such lines, the URI of a key service',
  }),
  evidence: z
    .union([z.literal('confidential'), z.array(z.enum(GATES)).min(1)], {
      error: `Expected to be confidential, or a list of ${GATES.join(', ')}`,
    })
    .default('confidential')
    .meta({
      description:
        'Whose evidence: confidential: of the gates that name a column which the contract classifies; or a list of gates',
    }),
})

/** How a certificate is signed and kept. */
export const Record = z.strictObject({
  key: z.string().min(1).max(4096).optional().meta({
    description:
      'What signs: the path of a private key (P-256 or Ed25519, PEM; make one with `proofmark keygen`), the address of a key such as awskms:///alias/proofmark, or keyless',
  }),
  'timestamp-authority': url(
    'A time-stamp authority (RFC 3161) that says when it was signed; it sees a hash of the signature, nothing else',
  ).optional(),
  keyless: KeylessSettings.prefault({}).meta({ description: 'Where a certificate comes from when key is keyless' }),
  release: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
  supersedes: path('Certificate of this model that the new one replaces').optional(),
  encrypt: Encrypt.optional().meta({
    description: 'Evidence that is published encrypted only (age v1), as evidence.tar.age',
  }),
  attestations: z.boolean().default(false).meta({
    description:
      "true: put certificates in GitHub's attestation store too; private repositories need Enterprise Cloud for that",
  }),
  receipts: z
    .array(z.string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Receipts of approvals (`proofmark approve`): files, folders or * globs' }),
  log: RecordLog.optional().meta({ description: 'The log of certificates and of what happens to them' }),
})
export type RecordSettings = z.infer<typeof Record>
