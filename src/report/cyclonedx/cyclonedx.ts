import type { Evidence } from '../../core/evidence.ts'
import { canonicalJson } from '../../core/record/statement/canonical-json.ts'
import { describeWaiver } from '../../core/security/waivers/waivers-check.ts'
import type { Bom, Component, Property } from './bom.ts'
import { fileComponents, fileRef, modelComponent } from './file-components.ts'
import { libraries, vulnerabilitiesOf } from './libraries.ts'
import { modelCard } from './model-card.ts'
import { serialNumber } from './serial-number.ts'

/**
 * The evidence of a run as a CycloneDX 1.6 bill of materials: the model with its card, the data, the other files that were read,
 * and the libraries that the scan names. Its serial number is a function of everything in it but the time.
 */
export function cyclonedx(evidence: readonly Evidence[], sha256: (text: string) => string): Bom {
  const subject = evidence.find(each => each.subject.length > 0)?.subject ?? []
  const certified = evidence.find(each => each.gate === 'model-certify')
  const scanned = evidence.find(each => each.gate === 'security-scan')?.result
  const card = certified?.gate === 'model-certify' ? modelCard(certified, fileRef) : undefined
  const model = modelComponent(subject, sha256, card)
  const known = scanned ? vulnerabilitiesOf(scanned) : []
  const components: Component[] = [
    ...fileComponents(evidence, new Set(subject.map(({ name }) => name))),
    ...(scanned ? libraries(scanned) : []),
  ]
  const content = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'proofmark', version: evidence[0]?.tool.version ?? '' }] },
      ...(model && { component: model }),
      properties: [
        ...evidence.map(({ gate, verdict }) => ({ name: `proofmark:verdict:${gate}`, value: verdict })),
        ...waived(evidence),
      ],
    },
    components,
    // What no gate has read, the evidence cannot name.
    compositions: [{ aggregate: 'unknown', assemblies: (model ? [model] : components).map(each => each['bom-ref']) }],
    ...(known.length > 0 && { vulnerabilities: known }),
  } as const
  const timestamp =
    evidence
      .map(({ run }) => run.finishedAt)
      .toSorted()
      .at(-1) ?? new Date(0).toISOString()
  const { $schema, bomFormat, specVersion, metadata, ...rest } = content
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: serialNumber(sha256(canonicalJson(content))),
    metadata: { timestamp, ...metadata },
    ...rest,
  }
}

/** The waivers that were applied, each once: what is said of a file or a credential has no other place in a bill of materials. */
function waived(evidence: readonly Evidence[]): Property[] {
  const applied = evidence.flatMap(({ checks }) => checks.flatMap(({ waivers }) => waivers ?? []))
  const told = applied.map(
    waiver => `${describeWaiver(waiver)} until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason}`,
  )
  return [...new Set(told)].map(value => ({ name: 'proofmark:waiver', value }))
}
