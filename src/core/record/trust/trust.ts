import { z } from 'zod'

const pem = (label: string) =>
  z
    .string()
    .max(64 * 1024)
    .regex(new RegExp(`-----BEGIN ${label}-----`), `PEM that begins with -----BEGIN ${label}-----`)

const instant = z.iso.datetime({ error: 'a time in UTC such as 2027-01-31T00:00:00Z' })

/** A key whose signatures count, from one time to another. */
export const TrustedKey = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  key: pem('PUBLIC KEY').meta({ description: 'The public key itself, PEM (SPKI): P-256 or Ed25519' }),
  'not-before': instant.optional().meta({ description: 'Signatures of earlier count for nothing' }),
  'not-after': instant.optional().meta({ description: 'Signatures of later count for nothing' }),
})
export type TrustedKey = z.infer<typeof TrustedKey>

/** A workflow whose signatures count (keyless). Every field is compared as a whole: no pattern, no prefix. */
export const TrustedIdentity = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  issuer: z.url().default('https://token.actions.githubusercontent.com').meta({ description: 'Who vouches for it' }),
  workflow: z
    .string()
    .regex(/^[^\s@*?]+\/[^\s@*?]+\/\.github\/workflows\/[^\s@*?]+$/, 'owner/name/.github/workflows/file.yml')
    .meta({ description: 'The workflow that signs: owner/name/.github/workflows/file.yml' }),
  ref: z
    .string()
    .regex(/^(refs\/(heads|tags)\/[^\s*?]+|[0-9a-f]{40})$/, 'a whole ref such as refs/heads/main, or a commit')
    .meta({
      description: 'The ref the workflow is taken from, e.g. refs/heads/main; the commit, where it is called by one',
    }),
  server: z.url().default('https://github.com').meta({ description: 'The GitHub the workflow is on' }),
  'repository-ids': z.array(z.string().regex(/^\d+$/, 'the number of a repository')).min(1).optional().meta({
    description: 'Numbers of the repositories the workflow may run for',
  }),
  runner: z.enum(['github-hosted', 'self-hosted']).optional().meta({ description: 'Where it must have run' }),
})
export type TrustedIdentity = z.infer<typeof TrustedIdentity>

/** A workflow whose runs give approvals: `proofmark approve`, started by hand by whoever approves. */
export const TrustedApprovalWorkflow = TrustedIdentity.extend({
  keys: z
    .array(z.string().regex(/^[\w-]{43}$/, 'the thumbprint of a key, 43 characters'))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        "Thumbprints (RFC 7638, SHA-256) of the issuer's keys that count; without them those that it shows when the model is certified",
    }),
})
export type TrustedApprovalWorkflow = z.infer<typeof TrustedApprovalWorkflow>

/** A log whose checkpoints count, and who must have co-signed them. */
export const TrustedLog = z.strictObject({
  origin: z.string().min(1).max(255).meta({ description: 'The origin line of its checkpoints' }),
  key: z
    .string()
    .regex(/^[^\s+]+\+[0-9a-f]{8}\+\S+$/, 'a note verifier key')
    .meta({
      description: 'Its verifier key (C2SP signed-note), as `proofmark log init` prints it',
    }),
  witnesses: z.record(z.string().min(1), z.string()).optional().meta({
    description: 'Verifier keys of those who watch it, by name, as `proofmark witness` prints them',
  }),
  quorum: z.int().min(0).default(0).meta({ description: 'How many of them must have co-signed a checkpoint' }),
  'max-checkpoint-age-hours': z.number().positive().optional().meta({
    description: 'How old a checkpoint may be, by its co-signatures: older, and a revocation could be missing',
  }),
})
export type TrustedLog = z.infer<typeof TrustedLog>

/** Whom a verification believes. What is not named is not believed. */
export const Trust = z.strictObject({
  keys: z.array(TrustedKey).max(100).optional().meta({ description: 'Keys of certifiers' }),
  identities: z.array(TrustedIdentity).max(100).optional().meta({ description: 'Workflows that certify (keyless)' }),
  'approval-workflows': z.array(TrustedApprovalWorkflow).max(20).optional().meta({
    description: 'Workflows whose runs give approvals (`proofmark approve`)',
  }),
  'timestamp-authorities': z.array(pem('CERTIFICATE')).max(20).optional().meta({
    description: 'Time-stamp authorities (RFC 3161): their certificates, PEM, leaf first',
  }),
  'trusted-root': z.string().min(1).max(4096).meta({ path: true }).optional().meta({
    description:
      'Path of a Sigstore trusted_root.json: certificate authorities, logs and time-stamp authorities for keyless',
  }),
  policies: z
    .array(z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'))
    .min(1)
    .max(1000)
    .optional()
    .meta({
      description:
        'Digests of the policies whose certificates count, as `proofmark policy explain` prints them; any, unless given',
    }),
  log: TrustedLog.optional().meta({ description: 'The log that a certificate must be in' }),
})
export type Trust = z.infer<typeof Trust>
