import { type Evidence, GATES, type GateName } from '../core/evidence.ts'
import type { Ports } from '../ports.ts'
import { cyclonedx } from '../report/cyclonedx/cyclonedx.ts'
import { modelCardMarkdown } from '../report/model-card/markdown.ts'
import { modelCardOf } from '../report/model-card/model-card.ts'
import { sarif } from '../report/sarif/sarif.ts'

/** The bill of materials, inside the output folder. */
const BOM_FILE = 'bom.cdx.json'

/** The model card, without its ending. */
const CARD_FILE = 'model-card'

const sarifFile = (gate: GateName) => `${gate}.sarif`

/**
 * Writes beside the evidence what other programs and people read: SARIF for each gate, with model-certify the model card that the settings
 * declare, and with security-scan a bill of materials of all of them. Of the gates that were `asked`, what an earlier run left is removed where there is nothing to write now.
 */
export async function writeReports(
  evidence: readonly Evidence[],
  asked: readonly GateName[],
  out: string,
  { files, sha256 }: Pick<Ports, 'files' | 'sha256'>,
): Promise<void> {
  for (const gate of GATES.filter(each => asked.includes(each))) {
    const found = evidence.find(each => each.gate === gate)
    if (found) await files.write(`${out}/${sarifFile(gate)}`, text(sarif(found, sha256)))
    else await files.remove(`${out}/${sarifFile(gate)}`)
  }
  if (asked.includes('model-certify')) await writeCard(evidence, out, files)
  if (!asked.includes('security-scan')) return
  if (evidence.some(({ gate }) => gate === 'security-scan'))
    await files.write(`${out}/${BOM_FILE}`, text(cyclonedx(evidence, sha256)))
  else await files.remove(`${out}/${BOM_FILE}`)
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
