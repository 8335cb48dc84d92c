import { evidenceFile } from '../core/evidence.ts'
import { isReadable, MAX_EVIDENCE_BYTES, readEvidence } from '../core/record/decision/evidence-document.ts'
import { writeBaseline } from '../core/security/credentials/baseline.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

export interface WrittenBaseline {
  readonly path: string
  readonly secrets: number
}

/** Writes every credential that the last security-scan found into a baseline, by place and fingerprint. */
export async function secretsBaseline(
  { evidence, baseline }: { readonly evidence: string; readonly baseline: string },
  { files, sha256 }: Pick<Ports, 'files' | 'sha256'>,
): Promise<WrittenBaseline> {
  const path = `${evidence}/${evidenceFile('security-scan')}`
  const hint = 'Run `proofmark security-scan` first'
  if (!(await files.exists(path)))
    throw new UserError('secrets-baseline.evidence', `Expected ${path} but found none`, { file: path, hint })
  const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
  const document = readEvidence('security-scan', content, sha256(content))
  const why = isReadable(document) ? undefined : document.unreadable
  if (!isReadable(document) || document.evidence.gate !== 'security-scan' || document.evidence.result === null)
    throw new UserError(
      'secrets-baseline.evidence',
      `Expected ${path} to be evidence of a scan but ${why ?? 'the scan could not run'}`,
      { file: path, hint },
    )
  const { secrets } = document.evidence.result
  await files.write(baseline, writeBaseline(secrets))
  return { path: baseline, secrets: secrets.length }
}
