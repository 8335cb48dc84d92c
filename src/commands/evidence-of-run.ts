import { type Evidence, evidenceFile, GATES } from '../core/evidence.ts'
import { isReadable, MAX_EVIDENCE_BYTES, readEvidence } from '../core/record/decision/evidence-document.ts'
import type { Ports } from '../ports.ts'

/**
 * What earlier steps of the same run of a CI have written to a folder, in the order of the gates, and the evidence that was just produced
 * among it: together they are what the page shows. Where no run is known, files may be of any age, and none is taken.
 */
export async function evidenceOfRun(
  produced: readonly Evidence[],
  out: string,
  { files, sha256, context }: Pick<Ports, 'files' | 'sha256' | 'context'>,
): Promise<readonly Evidence[]> {
  if (context.url === undefined) return produced
  const all: Evidence[] = []
  for (const gate of GATES) {
    const own = produced.find(one => one.gate === gate)
    const path = `${out}/${evidenceFile(gate)}`
    if (own) all.push(own)
    else if (await files.exists(path)) {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
      const document = readEvidence(gate, content, sha256(content))
      if (isReadable(document) && document.evidence.run.url === context.url) all.push(document.evidence)
    }
  }
  return all
}
