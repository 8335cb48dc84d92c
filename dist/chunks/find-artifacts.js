import { U as UserError } from './user-error.js';

/** Most files below one folder, and most levels of folders. */
const MOST = 10_000;
const DEEPEST = 50;

/** The files that a path names: one, or all below a folder, by path; none where there is nothing of that name. */
async function findArtifacts(folder                , path        )                                    {
  if (path === '') return below(folder, '')
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const entry = (await folder.list(parent)).find(one => one.path === path);
  if (entry === undefined) return []
  return entry.folder ? below(folder, path) : [entry]
}

async function below(folder                , path        )                           {
  const files                  = [];
  const open = [{ path, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of await folder.list(next.path)) {
      refuseOdd(entry, folder);
      if (entry.folder) open.push({ path: entry.path, depth: next.depth + 1 });
      else files.push(entry);
    }
    if (files.length > MOST || next.depth > DEEPEST)
      throw new UserError('mlflow.too-many', `Expected at most ${MOST} files below ${folder.address} but found more`, {
        hint: 'Name the folder or the files that are meant',
      })
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** A name that would lead elsewhere when it is put into an address or a path. */
function refuseOdd({ path }               , { address }                )       {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) return
  throw new UserError('mlflow.path', `Expected names of files below ${address} but found ${JSON.stringify(path)}`, {
    hint: 'Find out who wrote it there, and remove it',
  })
}

export { findArtifacts as f };
