import type { Evidence } from '../core/evidence.ts'
import { evidenceFile } from '../core/evidence.ts'
import { policyDigest } from '../core/record/policy/policy-digest.ts'
import { CERTIFICATE_FILE, DECISION_FILE, REFUSAL_FILE, SUMS_FILE } from '../core/record/statement/record-files.ts'
import type { CommandName } from '../core/settings/inputs.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Ports, ToldCertification } from '../ports.ts'
import type { Certification } from './audit-record.ts'
import { HTML_REPORT_FILE } from './write-html-report.ts'

interface Ended {
  readonly command: CommandName
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly certification: Certification | undefined
  readonly settings: Settings
  readonly out: string
}

/** What there is to tell of a run that has ended, with the files it has written. */
export async function toldCertification(ended: Ended, ports: Ports): Promise<ToldCertification> {
  const { command, verdict, evidence, certification, settings, out } = ended
  const { name, version } = settings.model
  const names = [
    ...(certification?.path === undefined ? [] : [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE, DECISION_FILE]),
    ...evidence.map(({ gate }) => evidenceFile(gate)),
    HTML_REPORT_FILE,
  ]
  const record: { name: string; content: Uint8Array }[] = []
  for (const file of names)
    if (await ports.files.exists(`${out}/${file}`))
      record.push({ name: file, content: await ports.files.read(`${out}/${file}`) })
  const certificate = record.find(file => file.name === CERTIFICATE_FILE)
  return {
    kind: 'certification',
    command,
    verdict,
    evidence,
    model: { name, version, id: certification?.model.id },
    record,
    certificate: certificate && ports.sha256(certificate.content),
    notAfter: certification?.notAfter,
    policy: certification && policyDigest(settings.policy, ports.sha256),
    at: ports.now(),
  }
}
