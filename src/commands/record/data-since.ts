import type { Evidence, GateName } from '../../core/evidence.ts'
import { type DataMove, dataMoves } from '../../core/record/decision/data-moves.ts'
import type { DataSince } from '../../core/record/decision/data-since.ts'
import type { Certificate } from '../../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

/** Moves that are looked into. */
const MOST = 20

/**
 * What lakeFS says has changed between the commits that the certificate before is about and those that gates read now. It is told, and
 * decides nothing: where lakeFS does not answer, that is told. Of confidential gates nothing is.
 */
export async function dataSince(
  { predicate }: Certificate,
  evidence: readonly Evidence[],
  confidential: ReadonlySet<GateName>,
  { dataHistory }: Pick<Ports, 'dataHistory'>,
): Promise<DataSince[]> {
  if (!dataHistory || evidence.some(({ gate }) => confidential.has(gate))) return []
  const moves = dataMoves(
    predicate[CERTIFICATE_EXTENSION].data,
    evidence.flatMap(({ materials }) => materials),
  )
  const told: DataSince[] = []
  for (const move of moves.slice(0, MOST)) told.push(await tellMove(move, dataHistory))
  return told
}

async function tellMove(
  { repository, before, now, read }: DataMove,
  dataHistory: NonNullable<Ports['dataHistory']>,
): Promise<DataSince> {
  const about = { repository, before, now }
  try {
    const changes = await (await dataHistory()).changes(repository, before, now)
    const seen = changes.filter(({ path }) => read.has(path))
    const of = (kind: (typeof changes)[number]['kind']) => seen.flatMap(each => (each.kind === kind ? [each.path] : []))
    return {
      ...about,
      changed: of('changed'),
      added: of('added'),
      removed: of('removed'),
      unread: changes.length - seen.length,
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...about, unknown: error.message }
  }
}
