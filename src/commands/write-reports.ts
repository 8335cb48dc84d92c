import { type Evidence, GATES, type GateName } from '../core/evidence.ts'
import type { Ports } from '../ports.ts'
import { cyclonedx } from '../report/cyclonedx/cyclonedx.ts'
import { codeQuality } from '../report/gitlab/code-quality.ts'
import { jenkinsIssues } from '../report/jenkins/issues.ts'
import { junit } from '../report/junit/junit.ts'
import { modelCardMarkdown } from '../report/model-card/markdown.ts'
import { modelCardOf } from '../report/model-card/model-card.ts'
import { sarif } from '../report/sarif/sarif.ts'

type Sha256 = Ports['sha256']

/** The bill of materials, inside the output folder. */
export const BOM_FILE = 'bom.cdx.json'

/** The model card, without its ending. */
export const CARD_FILE = 'model-card'

/** What GitLab reads of all gates at once, under the name that its own job gives it. */
const CODE_QUALITY_FILE = 'gl-code-quality-report.json'

/** What is written of each gate, by the ending of `<gate>.…`. */
const OF_GATE: readonly (readonly [ending: string, write: (evidence: Evidence, sha256: Sha256) => string])[] = [
  ['sarif', (evidence, sha256) => text(sarif(evidence, sha256))],
  ['junit.xml', junit],
  ['issues.json', (evidence, sha256) => text(jenkinsIssues(evidence, sha256))],
]

/**
 * Writes beside the evidence what other programs and people read: SARIF, JUnit and Jenkins' issues for each gate, GitLab's code quality
 * report of all of them, with model-certify the model card that the settings declare, and with security-scan a bill of materials. Of the
 * gates that were `asked`, what an earlier run left is removed where there is nothing to write now.
 */
export async function writeReports(
  evidence: readonly Evidence[],
  asked: readonly GateName[],
  out: string,
  { files, sha256 }: Pick<Ports, 'files' | 'sha256'>,
): Promise<void> {
  const put = (path: string, content: string | undefined) =>
    content === undefined ? files.remove(path) : files.write(path, content)
  for (const gate of GATES.filter(each => asked.includes(each))) {
    const found = evidence.find(each => each.gate === gate)
    for (const [ending, write] of OF_GATE) await put(`${out}/${gate}.${ending}`, found && write(found, sha256))
  }
  if (asked.length > 0)
    await put(`${out}/${CODE_QUALITY_FILE}`, evidence.length > 0 ? text(codeQuality(evidence, sha256)) : undefined)
  if (asked.includes('model-certify')) await writeCard(evidence, out, files)
  if (!asked.includes('security-scan')) return
  const scanned = evidence.some(({ gate }) => gate === 'security-scan')
  await put(`${out}/${BOM_FILE}`, scanned ? text(cyclonedx(evidence, sha256)) : undefined)
}

/** The model card, where one is declared. */
async function writeCard(evidence: readonly Evidence[], out: string, files: Ports['files']): Promise<void> {
  const certified = evidence.find(each => each.gate === 'model-certify')
  const card = certified?.gate === 'model-certify' ? modelCardOf(certified) : undefined
  for (const [name, write] of [
    [`${CARD_FILE}.json`, text],
    [`${CARD_FILE}.md`, modelCardMarkdown],
  ] as const) {
    if (card) await files.write(`${out}/${name}`, write(card))
    else await files.remove(`${out}/${name}`)
  }
}

const text = (value: object) => `${JSON.stringify(value, null, 2)}\n`
