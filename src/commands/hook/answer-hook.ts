import { type CertifiedData, certificateName, holdsAt } from '../../core/record/hook/certified-data.ts'
import { ANSWERED_EVENTS, HookEvent } from '../../core/record/hook/hook-event.ts'
import type { VersionedData } from '../../ports/versioned-data.ts'
import { uncoveredObjects } from './uncovered-objects.ts'

/** What lakeFS is answered: only 200 lets it go on. */
export interface HookAnswer {
  readonly status: 200 | 400 | 412
  /** One sentence. */
  readonly reason: string
  /** For the line in the log; names as lakeFS sent them. */
  readonly about: string
}

/** What an answer rests on. */
export interface HookWorld {
  /** Certificates that hold but for their dates; `again`: those that came since, too. */
  certified(again: boolean): Promise<readonly CertifiedData[]>
  now(): Date
  /** Prefixes whose every object must be certified; none: the commit must hold what was judged. */
  readonly paths: readonly string[]
  /** lakeFS itself; wanted for `paths`, and to know a commit by its content. */
  readonly data?: VersionedData | undefined
}

/** Answers one webhook from the certificates that there are. */
export async function answerHook(body: unknown, world: HookWorld): Promise<HookAnswer> {
  const read = HookEvent.safeParse(body)
  if (!read.success)
    return {
      status: 400,
      reason: `Expected an event of lakeFS's but its ${read.error.issues[0]?.path.join('.') || 'form'} is wrong`,
      about: '?',
    }
  const event = read.data
  const { event_type: type, repository_id: repository, branch_id, tag_id, merge_source } = event
  const about = `${type} ${repository} ${type === 'pre-merge' ? `${merge_source ?? event.source_ref ?? '?'} into ${branch_id ?? '?'}` : (tag_id ?? branch_id ?? '?')}`
  if (!ANSWERED_EVENTS.some(known => known === type))
    return {
      status: 400,
      reason: `Expected one of the events ${ANSWERED_EVENTS.join(', ')} but found ${type.slice(0, 64)}: certificates say nothing of it`,
      about,
    }
  const commit = type === 'pre-merge' ? event.source_ref : (event.commit_id ?? event.source_ref)
  if (commit === undefined || !/^[0-9a-f]{64}$/.test(commit))
    return { status: 400, reason: `Expected the id of a commit in ${type} but found ${commit ?? 'none'}`, about }
  // What would come of the merge counts where objects are looked at: main may hold data that the branch has not.
  const result = /^[0-9a-f]{64}$/.test(event.commit_id ?? '') ? (event.commit_id ?? commit) : commit
  const first = await judge(await world.certified(false), repository, { commit, result }, world)
  const answer = first.covered ? first : await judge(await world.certified(true), repository, { commit, result }, world)
  return { status: answer.covered ? 200 : 412, reason: answer.reason, about }
}

interface Judged {
  readonly covered: boolean
  readonly reason: string
}

async function judge(
  certified: readonly CertifiedData[],
  repository: string,
  { commit, result }: { commit: string; result: string },
  { paths, data, now }: HookWorld,
): Promise<Judged> {
  const here = certified.filter(({ objects }) => objects.some(object => object.repository === repository))
  const valid = here.filter(each => holdsAt(each, now()))
  if (paths.length > 0) return uncoveredObjects(valid, repository, result, paths, data)
  const covering = await covers(here, repository, commit, data)
  const [holding] = covering.filter(each => valid.includes(each))
  if (holding)
    return { covered: true, reason: `Commit ${commit.slice(0, 12)} is covered by ${certificateName(holding)}` }
  const [ended] = covering
  const found =
    ended !== undefined
      ? `one that holds from ${ended.notBefore} to ${ended.notAfter}: ${certificateName(ended)}`
      : `none among ${here.length} certificates about data of ${repository}`
  return {
    covered: false,
    reason: `Expected a certificate that covers commit ${commit} but found ${found}. Run the gate on lakefs://${repository}/${commit.slice(0, 12)}/ and try again`,
  }
}

/** Certificates about a commit: by its id or, where lakeFS can be asked, by its content. */
async function covers(
  certified: readonly CertifiedData[],
  repository: string,
  commit: string,
  data: VersionedData | undefined,
) {
  const about = (wanted: (commit: string) => boolean) =>
    certified.filter(({ objects }) => objects.some(object => object.repository === repository && wanted(object.commit)))
  const byId = about(id => id === commit)
  if (byId.length > 0 || !data || certified.length === 0) return byId
  const tree = await data.tree(repository, commit)
  const same = new Set<string>()
  for (const id of new Set(
    certified.flatMap(({ objects }) => objects.filter(each => each.repository === repository).map(each => each.commit)),
  ))
    if ((await data.tree(repository, id)) === tree) same.add(id)
  return about(id => same.has(id))
}
