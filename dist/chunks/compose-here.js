import { readFile } from 'node:fs/promises';
import { c as ciKinds } from './index14.js';
import { c as compose, f as folderIn } from './compose.js';

/** The run as the CI that it is in tells it, or as git does of a folder where it is in none. */
async function readRun(env             , cwd        )                 {
  const kind = ciKinds.find(({ recognises }) => recognises(env));
  return kind === undefined ? { context: {} } : kind.run({ env, cwd, readFile: path => readFile(path, 'utf8') })
}

/** The ports of a run that takes place here: in whatever CI it is, or in a shell. */
async function composeHere({ root }       , log     )                 {
  const cwd = process.cwd();
  const { context, workspace } = await readRun(process.env, cwd);
  return compose(root, log, { ...context, ...folderIn(workspace ?? cwd, root) })
}

export { composeHere as c };
