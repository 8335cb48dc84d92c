import { appJson } from '../apps.ts'
import { answer, type Behaviour, type Call, invalid, mended, type World } from '../world.ts'

interface RunJson {
  id: number
  name: string
  url: string
  output: object
}

/** A check run as GitHub shows it: with its app, and counting every annotation it was ever sent. */
const shown = (world: World) => (run: RunJson) => {
  const app = world.creatorOfRun.get(run.id)?.app
  return {
    ...run,
    app: app === undefined ? null : appJson(app, world.url),
    output: {
      ...run.output,
      annotations_count: annotationsOf(world, run.id).length,
      annotations_url: `${run.url}/annotations`,
    },
  }
}

const annotationsOf = (world: World, id: number) => world.annotationsOfRun.get(id) ?? []

const sentAnnotations = (call: Call): readonly unknown[] =>
  JSON.parse(Buffer.from(call.raw).toString()).output?.annotations ?? []

/** Refuses a commit that the repository does not have, and keeps the annotations. */
export const createCheckRun: Behaviour = async (call, world, forward) => {
  const { head_sha: sha }: { head_sha: string } = JSON.parse(Buffer.from(call.raw).toString())
  const commit = { method: 'GET', path: `${world.repositoryPath}/git/commits/${sha}` }
  const token = await world.upstream.tokenOf(call.caller.app)
  if ((await world.upstream.send({ ...commit, token })).status !== 200)
    return invalid(`No commit found for SHA: ${sha}`)
  return mended<RunJson>(await forward(), run => {
    world.creatorOfRun.set(run.id, call.caller)
    world.annotationsOfRun.set(run.id, sentAnnotations(call))
    return shown(world)(run)
  })
}

/** Appends annotations where the emulator replaces them. */
export const updateCheckRun: Behaviour = async (call, world, forward) =>
  mended<RunJson>(await forward(), run => {
    world.annotationsOfRun.set(run.id, [...annotationsOf(world, run.id), ...sentAnnotations(call)])
    return shown(world)(run)
  })

export const getCheckRun: Behaviour = async (_, world, forward) => mended<RunJson>(await forward(), shown(world))

/** Pages, which the emulator does not, and tells suites apart: the latest of a name is so within one suite. */
export const listCheckRuns: Behaviour = async (call, world, forward) => {
  const everything = await forward({ path: `${call.path}?filter=all` })
  if (everything.status !== 200) return everything
  const { check_runs }: { check_runs: RunJson[] } = JSON.parse(everything.text)
  const key = ({ id, name }: RunJson) => `${world.creatorOfRun.get(id)?.suite}\n${name}`
  const newestFirst = check_runs.toSorted((a, b) => b.id - a.id)
  const name = call.query.get('check_name')
  const runs = newestFirst
    .filter(
      (run, index) =>
        call.query.get('filter') === 'all' || newestFirst.findIndex(other => key(other) === key(run)) === index,
    )
    .filter(run => name === null || run.name === name)
  return page(call, world, runs, part => ({ total_count: runs.length, check_runs: part.map(shown(world)) }))
}

export const listAnnotations: Behaviour = async (call, world) => {
  const id = Number(call.values.check_run_id)
  const defaults = { start_column: null, end_column: null, title: null, raw_details: null }
  const all = annotationsOf(world, id).map(annotation => Object.assign({ blob_href: world.url }, defaults, annotation))
  return page(call, world, all, part => part)
}

function page<T>(call: Call, world: World, items: readonly T[], body: (part: readonly T[]) => unknown) {
  const size = Number(call.query.get('per_page') ?? 30)
  const number = Number(call.query.get('page') ?? 1)
  const next = new URLSearchParams([...call.query].filter(([name]) => name !== 'page'))
  next.set('page', String(number + 1))
  const link: Record<string, string> =
    number * size < items.length ? { link: `<${world.url}${call.path}?${next}>; rel="next"` } : {}
  return answer(200, body(items.slice((number - 1) * size, number * size)), link)
}
