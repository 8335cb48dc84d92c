import { readRun } from '../ci/read-run.ts'
import { compose, folderIn, type Place } from '../compose.ts'
import type { Log, Ports } from '../ports.ts'

/** The ports of a run that takes place here: in whatever CI it is, or in a shell. */
export async function composeHere({ root }: Place, log: Log): Promise<Ports> {
  const cwd = process.cwd()
  const { context, workspace } = await readRun(process.env, cwd)
  return compose(root, log, { ...context, ...folderIn(workspace ?? cwd, root) })
}
