import type { Evidence } from '../../evidence.ts'
import { NAMESPACE } from '../../identifiers.ts'
import { modelId } from '../model/model-id.ts'
import { statementHead } from '../statement/statement-head.ts'

/** Predicate type of what a scanner knows of vulnerabilities: in-toto Vulnerabilities v0.2 (spec/predicates/vulns_02.md). */
export const VULNS = 'https://in-toto.io/attestation/vulns/v0.2'

/**
 * The known vulnerabilities of the packages that a model's scan names, as in-toto has them. An empty list says there that none is
 * known, so there is no statement where not every package could be looked up.
 */
export function vulnsStatement(evidence: Evidence, sha256: (text: string) => string): object | undefined {
  if (evidence.gate !== 'security-scan' || evidence.subject.length === 0) return undefined
  const { subject, result, run, tool } = evidence
  if (!result?.advisories) return undefined
  const { updatedAt } = result.advisories
  return {
    ...statementHead({ modelId: modelId(subject, sha256), subject }),
    predicateType: VULNS,
    predicate: {
      scanner: {
        uri: `${NAMESPACE}security-scan`,
        version: tool.version,
        // A server is asked as it stands: its advisories are as new as the question.
        db: { uri: 'https://osv.dev', lastUpdate: updatedAt ?? run.startedAt },
        result: result.vulnerabilities.flatMap(({ ecosystem, name, version, source, vulnerabilities }) =>
          vulnerabilities.map(({ ids: [id = 'unknown', ...aliases], severity, fixed, waiver }) => ({
            id,
            severity: [{ method: source, score: severity }],
            annotations: [
              { package: `${ecosystem} ${name} ${version}` },
              ...(aliases.length === 0 ? [] : [{ aliases: aliases.join(' ') }]),
              ...(fixed === undefined ? [] : [{ fixed }]),
              ...(waiver === undefined ? [] : [{ waived: `until ${waiver.expires} by ${waiver.owner}` }]),
            ],
          })),
        ),
      },
      metadata: { scanStartedOn: run.startedAt, scanFinishedOn: run.finishedAt },
    },
  }
}
