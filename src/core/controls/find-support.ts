import type { Check } from '../evidence.ts'
import { topicOf } from '../explain/topic-of.ts'
import { documentName, type EvidenceDocument, isReadable } from '../record/decision/evidence-document.ts'
import { verdictOf } from '../verdict.ts'
import type { EvidenceLink, SupportFound } from './control-status.ts'
import type { RecordEntry } from './record-entry.ts'
import { isByGate, type Support } from './support.ts'

/** Links that one support carries; more are counted. */
const LINKS = 5

/** What was found of one support, and when what it rests on was made. */
export interface Found extends SupportFound {
  readonly at: readonly string[]
}

/** What evidence and record hold of one support. */
export function findSupport(
  support: Support,
  documents: readonly EvidenceDocument[],
  entries: readonly RecordEntry[],
): Found {
  return isByGate(support) ? inEvidence(support, documents) : inRecord(support, entries)
}

type ByGate = Extract<Support, { gate: unknown }>
type ByEntry = Extract<Support, { entry: unknown }>

function inEvidence({ gate, checks: topics, shows }: ByGate, documents: readonly EvidenceDocument[]): Found {
  const nothing = (told: string): Found => ({ shows, from: gate, found: 'absent', told, links: [], count: 0, at: [] })
  const document = documents.find(one => one.gate === gate)
  if (!document) return nothing('no evidence was found')
  if (!isReadable(document)) return nothing(`${documentName(document)} cannot be read: ${document.unreadable}`)
  const { evidence, sha256 } = document
  const asked = evidence.checks.flatMap((check, index) =>
    topics === undefined || topics.includes(topicOf(gate, check.id)) ? [{ check, index }] : [],
  )
  if (asked.length === 0) return nothing(`asked nothing about ${topics?.join(', ') ?? 'it'}`)
  const statuses = asked.map(({ check }) => check.status)
  const found = FOUND[verdictOf(statuses)]
  const links = asked
    .toSorted((a, b) => RANK[a.check.status] - RANK[b.check.status])
    .slice(0, LINKS)
    .map(
      ({ check, index }): EvidenceLink => ({
        file: documentName(document),
        pointer: `/checks/${index}`,
        name: check.id,
        status: check.status,
        sha256,
      }),
    )
  const at = [evidence.run.finishedAt]
  return { shows, from: gate, found, told: tallied(statuses), links, count: asked.length, at }
}

function inRecord({ entry, shows }: ByEntry, entries: readonly RecordEntry[]): Found {
  const own = entries.filter(({ kind }) => kind === entry)
  const counting = own.filter(({ counts }) => counts)
  const shown = counting.length > 0 ? counting : own
  const links = shown
    .slice(-LINKS)
    .toReversed()
    .map(
      ({ file, text, counts, sha256 }): EvidenceLink => ({
        file,
        pointer: '',
        name: text,
        status: counts ? 'counts' : 'no longer counts',
        ...(sha256 === undefined ? {} : { sha256 }),
      }),
    )
  const found = counting.length > 0 ? 'holds' : own.length > 0 ? 'fails' : 'absent'
  const told = {
    holds: counted(counting.length, entry),
    fails: `${counted(own.length, entry)}, none of which still counts`,
    absent: `no ${NAME[entry]} was found`,
  }[found]
  // The newest is what counts: older ones are history.
  const newest = shown
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return { shows, from: entry, found, told, links, count: own.length, at: newest === undefined ? [] : [newest] }
}

const FOUND = { passed: 'holds', failed: 'fails', inconclusive: 'undecided' } as const

const RANK: Record<Check['status'], number> = { fail: 0, inconclusive: 1, warn: 2, pass: 3 }

const NAME: Record<RecordEntry['kind'], string> = {
  decision: 'certificate or refusal',
  certificate: 'certificate',
  approval: 'approval',
  waiver: 'waiver',
  promotion: 'promotion',
  review: 'review',
  log: 'log',
  'model-card': 'model card',
  'bill-of-materials': 'bill of materials',
}

const PLURAL: Partial<typeof NAME> = {
  decision: 'certificates or refusals',
  'bill-of-materials': 'bills of materials',
}

const counted = (n: number, entry: RecordEntry['kind']) =>
  `${n} ${n === 1 ? NAME[entry] : (PLURAL[entry] ?? `${NAME[entry]}s`)}`

function tallied(statuses: readonly Check['status'][]): string {
  const tally = (['fail', 'inconclusive', 'warn', 'pass'] as const)
    .map(status => ({ status, n: statuses.filter(each => each === status).length }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${n} ${status}`)
  return `${statuses.length} ${statuses.length === 1 ? 'check' : 'checks'}: ${tally.join(', ')}`
}
