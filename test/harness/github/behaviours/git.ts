import { gitStore } from '../git-store.ts'
import { type Behaviour, type Call, invalid, mended } from '../world.ts'

import { encoded, type RefJson } from './refs.ts'

const bodyOf = (call: Call) => JSON.parse(Buffer.from(call.raw).toString())

/** Says of a branch that is taken, or of what is no object, what GitHub says; one request at a time. */
export const createRef: Behaviour = (_, world, forward) =>
  world.oneAtATime(async () => {
    const given = await forward()
    if (given.status !== 422) return mended<RefJson>(given, encoded)
    return invalid(/exists/.test(given.text) ? 'Reference already exists' : 'Object does not exist')
  })

/** Moves a branch forward only, unless forced; one request at a time. */
export const updateRef: Behaviour = (_, world, forward) =>
  world.oneAtATime(async () => {
    const given = await forward()
    if (given.status === 404) return invalid('Reference does not exist')
    if (given.status !== 422) return given
    return invalid(/fast-forward/.test(given.text) ? 'Update is not a fast forward' : 'Object does not exist')
  })

/** Refuses to take away what is not there, and lists the folder itself, not what is below. */
export const createTree: Behaviour = async (call, world, forward) => {
  const { base_tree: base, tree }: { base_tree?: string; tree: { path: string; sha?: string | null }[] } = bodyOf(call)
  const removed = tree.filter(({ sha }) => sha === null)
  if (removed.length > 0) {
    const before = base === undefined ? [] : await gitStore(world).entries(base)
    const paths = new Set(before.map(({ path }) => path))
    if (removed.some(({ path }) => !paths.has(path))) return invalid('GitRPC::BadObjectState')
  }
  return mended<{ tree: { path: string }[] }>(await forward(), made => ({
    ...made,
    tree: made.tree.filter(({ path }) => !path.includes('/')),
  }))
}

/** Cuts a list short where a fault says so. */
export const getTree: Behaviour = async (call, _, forward) =>
  mended<{ tree: unknown[] }>(await forward(), found =>
    call.fault?.truncated ? { ...found, tree: found.tree.slice(0, 1), truncated: true } : found,
  )
