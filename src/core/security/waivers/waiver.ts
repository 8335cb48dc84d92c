import { z } from 'zod'

/** Why a vulnerability does no harm where it is (CycloneDX 1.6, `impactAnalysisJustification`). */
const JUSTIFICATIONS = [
  'code_not_present',
  'code_not_reachable',
  'requires_configuration',
  'requires_dependency',
  'requires_environment',
  'protected_by_compiler',
  'protected_at_runtime',
  'protected_at_perimeter',
  'protected_by_mitigating_control',
] as const

const accountable = {
  reason: z.string().min(1).max(1000).meta({ description: 'Why it may stand' }),
  owner: z.string().min(1).max(200).meta({ description: 'Who answers for it' }),
  'requested-by': z.string().min(1).max(200).optional().meta({ description: 'Login of who asked for it' }),
  expires: z.iso
    .date({ error: 'a day such as 2027-01-31' })
    .meta({ description: 'Last day on which it holds, in UTC, e.g. 2027-01-31' }),
}

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the file, 64 lower-case hexadecimal digits')
  .meta({ description: 'SHA-256 of the file it was found in: another content needs another waiver' })

const OfFile = z.strictObject({
  rule: z.literal('artefact'),
  name: z.string().min(1).max(1024).meta({
    description:
      'What was found, as the check names it, e.g. fraud.features.Encoder; the format, where a file cannot be judged',
  }),
  sha256,
  ...accountable,
})

const OfSecret = z.strictObject({
  rule: z.literal('secrets'),
  name: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'the fingerprint that the evidence has, 16 hexadecimal digits')
    .meta({ description: 'Fingerprint of what looks like a credential, as the evidence has it' }),
  sha256,
  ...accountable,
})

const OfDependency = z.strictObject({
  rule: z.literal('dependencies'),
  name: z.string().min(1).max(200).meta({ description: 'The dependency that has no exact version, e.g. numpy' }),
  sha256,
  ...accountable,
})

const OfWorkflow = z.strictObject({
  rule: z.literal('workflow'),
  name: z.string().min(1).max(200).meta({
    description: 'The rule that the workflow breaks, as the check names it, e.g. gate-skippable or zizmor/artipacked',
  }),
  sha256,
  ...accountable,
})

const OfVulnerability = z.strictObject({
  rule: z.literal('vulnerabilities'),
  name: z.string().min(1).max(200).meta({ description: 'Id of the vulnerability, e.g. CVE-2025-32434' }),
  package: z
    .string()
    .regex(/^.+@[^@]+$/, 'a package with its version, such as torch@2.5.1')
    .meta({ description: 'The package and its version, e.g. torch@2.5.1: another version needs another waiver' }),
  state: z.enum(['exploitable', 'not_affected', 'false_positive']).default('exploitable').meta({
    description: 'What the VEX statement says of it (CycloneDX): exploitable is a risk that is taken',
  }),
  justification: z
    .enum(JUSTIFICATIONS)
    .optional()
    .meta({ description: 'Why it is not_affected, for the VEX statement' }),
  ...accountable,
})

/** An exception of the policy's to one finding in one content, for which somebody answers until a day. */
export const Waiver = z
  .discriminatedUnion('rule', [OfFile, OfDependency, OfSecret, OfVulnerability, OfWorkflow], {
    error: 'one of artefact, dependencies, secrets, vulnerabilities, workflow',
  })
  .meta({ id: 'Waiver' })
export type Waiver = z.infer<typeof Waiver>
