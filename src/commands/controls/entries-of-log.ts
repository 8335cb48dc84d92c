import type { RecordEntry } from '../../core/controls/record-entry.ts'
import type { EntryKind } from '../../core/controls/support.ts'
import type { Leaf, LeafType } from '../../core/record/log/leaf.ts'
import { certificateLife } from '../../core/record/promotion/certificate-life.ts'
import type { RecordLog } from '../../ports/record-log.ts'

/** Kinds of entries of the log, as controls ask for them. */
const KINDS: Partial<Record<LeafType, readonly EntryKind[]>> = {
  certificate: ['decision', 'certificate'],
  refusal: ['decision'],
  approval: ['approval'],
  waiver: ['waiver'],
  promotion: ['promotion'],
  demotion: ['promotion'],
  review: ['review'],
}

/** What the log says for controls, of one model where its id is given; and the log itself. */
export async function entriesOfLog(log: RecordLog, model: string | undefined, now: Date): Promise<RecordEntry[]> {
  const { leaves, documents } = await log.read(['certificate', 'revocation'])
  const last = leaves.at(-1)
  if (last === undefined) return []
  const own = leaves.filter(({ id }) => model === undefined || id === `sha256:${model}`)
  const itself: RecordEntry = {
    kind: 'log',
    text: `${leaves.length} ${leaves.length === 1 ? 'entry' : 'entries'} in ${log.name}`,
    at: last.at,
    counts: true,
    ...placeOf(last),
  }
  return [
    itself,
    ...own.flatMap(leaf => {
      const state =
        leaf.type === 'certificate' ? certificateLife(leaf, leaves, documents, now).state : ('valid' as const)
      return (KINDS[leaf.type] ?? []).map(
        (kind): RecordEntry => ({
          kind,
          text: `${leaf.type} of ${leaf.model ?? 'a model'}${state === 'valid' ? '' : ` (${state})`}`,
          at: leaf.at,
          counts: state === 'valid',
          ...placeOf(leaf),
        }),
      )
    }),
  ]
}

const placeOf = ({ document }: Leaf) => ({ file: `log:${document}`, sha256: document.slice('sha256:'.length) })
