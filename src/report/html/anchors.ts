import type { ControlStatus, EvidenceLink } from '../../core/controls/control-status.ts'
import { type Evidence, evidenceFile, type GateName } from '../../core/evidence.ts'
import { listedChecks } from './listed-checks.ts'

/** Where on the page, or beside it, what supports the controls is to be seen. */
export interface Anchors {
  /** The name of a check's line, by the check's place in its evidence; none where nothing leads there. */
  idOf(gate: GateName, index: number): string | undefined
  /** The line of a check, else its gate's section, else the file beside the page; none of an entry of the log. */
  hrefOf(link: EvidenceLink): string | undefined
}

export function anchorsOf(evidence: readonly Evidence[], controls: readonly ControlStatus[] = []): Anchors {
  const wanted = new Set(controls.flatMap(({ support }) => support.flatMap(({ links }) => links.map(nameOf))))
  const gates = new Map<string, GateName>(evidence.map(({ gate }) => [evidenceFile(gate), gate]))
  const ids = new Map(
    evidence.flatMap(({ gate, checks }) =>
      listedChecks(checks).flatMap(({ index }) => {
        const name = nameOf({ file: evidenceFile(gate), pointer: `/checks/${index}` })
        return wanted.has(name) ? [[name, `${gate}-checks-${index}`] as const] : []
      }),
    ),
  )
  return {
    idOf: (gate, index) => ids.get(nameOf({ file: evidenceFile(gate), pointer: `/checks/${index}` })),
    hrefOf(link) {
      if (link.file.startsWith('log:')) return undefined
      const gate = gates.get(link.file)
      return gate === undefined ? encodeURI(link.file) : `#${ids.get(nameOf(link)) ?? gate}`
    },
  }
}

const nameOf = ({ file, pointer }: Pick<EvidenceLink, 'file' | 'pointer'>) => `${file}#${pointer}`
