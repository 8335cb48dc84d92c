import { assessControls } from '../controls/assess-controls.ts'
import { CATALOGUE } from '../controls/catalogue/index.ts'
import type { ControlStatus } from '../controls/control-status.ts'
import type { RecordEntry } from '../controls/record-entry.ts'
import type { EntryKind } from '../controls/support.ts'
import { GATES } from '../evidence.ts'
import type { PortalModel } from './portal.ts'

/** How far a model's newest evidence and its entries of the log go for each control of the built-in catalogue. */
export function controlsOfModel(model: PortalModel, now: string): ControlStatus[] {
  const documents = GATES.flatMap(gate => {
    const found = model.evidence.find(one => one.gate === gate)
    if (!found) return []
    const { sha256, document, older } = found
    return [document ? { gate, sha256, evidence: document } : { gate, sha256, unreadable: older ?? 'it is older' }]
  })
  return assessControls(CATALOGUE, { documents, entries: entriesOf(model, now), at: new Date(now) })
}

/** The oldest first, as a log has them. */
function entriesOf({ name, log, certificates, refusals, events, versions }: PortalModel, now: string): RecordEntry[] {
  const entry = (kind: EntryKind, text: string, at: string, counts = true, sha256?: string): RecordEntry => ({
    kind,
    text,
    at,
    counts,
    file: sha256 === undefined ? `log:${log}` : `log:sha256:${sha256}`,
    ...(sha256 === undefined ? {} : { sha256 }),
  })
  const newest = certificates[0]?.at ?? refusals[0]?.at
  return [
    ...(newest === undefined ? [] : [entry('log', `entries in ${log}`, newest)]),
    ...certificates.flatMap(({ sha256, at, state, facts, signature }) => [
      ...(['decision', 'certificate'] as const).map(kind =>
        entry(
          kind,
          `certificate of ${name}, ${at.slice(0, 10)} (${state})`,
          at,
          state === 'valid' && signature.state !== 'refused',
          sha256,
        ),
      ),
      ...(facts?.approvals ?? []).map(({ role, actor, at: given }) =>
        entry('approval', `an approval as ${role}, by ${actor}`, given, true, sha256),
      ),
      ...(facts?.waivers ?? []).map(({ name: excepted, owner, expires }) =>
        entry('waiver', `a waiver of ${excepted}, by ${owner}`, at, Date.parse(expires) > Date.parse(now), sha256),
      ),
    ]),
    ...refusals.map(({ at, signature }) =>
      entry('decision', `refusal of ${name} on ${at.slice(0, 10)}`, at, signature.state !== 'refused'),
    ),
    ...events.filter(({ type }) => type === 'review').map(({ at }) => entry('review', 'a review', at)),
    ...versions.flatMap(({ stays }) =>
      stays.map(({ target, from, kind }) => entry('promotion', `${kind} at ${target}`, from)),
    ),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
