import { existsSync } from 'node:fs';
import { relative, resolve, sep, join } from 'node:path';
import { p as pathOf, e as entriesOf, h as hashMany, v as verifyWorkspace, o as objectKey, r as remoteObject } from './verify-workspace.js';
import { remoteConfig } from './remote-config.js';
import { U as UserError } from './user-error.js';
import { openRemote } from './open-remote.js';
import { f as findRoot, o as openRepository } from './repository.js';
import { m as md5Of } from './hash-paths.js';

/** What lies in the workspace is not what its pointer names. */
const changed = ({ pointer, line, path }           , message        ) =>
  new UserError('dvc.changed', message, {
    file: pointer,
    line,
    hint: `For the committed data run dvc checkout ${path}; to accept what is there run dvc add ${path} (of a stage: dvc commit) and commit ${pointer}`,
  });

/** A file below a tracked folder that the pointer does not name. */
const untracked = ({ pointer, line, path }           , inside        ) =>
  new UserError(
    'dvc.untracked',
    `Expected ${inside} to be among the files of ${path} that ${pointer} names but it is not`,
    {
      file: pointer,
      line,
      hint: `Run dvc add ${path} and commit ${pointer}, or name another file`,
    },
  );

/** What a pointer names is nowhere to be had. */
function notFound(
  { pointer, line, importedFrom }           ,
  what        ,
  remote                       ,
)            {
  const where = remote === undefined ? 'and no remote is configured' : `nor in the remote ${remote.name}`;
  return new UserError(
    'dvc.missing',
    `Expected ${what} but it is neither in the workspace nor in the DVC cache ${where}`,
    {
      file: pointer,
      line,
      hint:
        importedFrom !== undefined
          ? `It is imported from ${importedFrom}: run dvc pull first`
          : remote === undefined
            ? 'Name a default remote: dvc remote default NAME'
            : 'Push it from where the data is: dvc push',
    },
  )
}

/** The same bytes, refused at their end where DVC's hash of them is not what was expected. */
async function* streamedAs(
  bytes                           ,
  hash         ,
  md5        ,
  path        ,
)                             {
  const sum = md5Of(hash);
  for await (const piece of bytes) {
    sum.update(piece);
    yield piece;
  }
  const found = sum.digest();
  if (found === md5) return
  throw new UserError('dvc.damaged', `Expected ${path} to have the ${hash} ${md5} but it has ${found}`, {
    file: path,
    hint: 'Delete that object of the remote, then push it again from where the data is: dvc push',
  })
}

/**
 * Paths that DVC tracks. What lies in the workspace is read there, once it has been held against its pointer; what does not comes from
 * DVC's cache, or from the remote.
 */
function dvcSource({ root, environment, progress }                )         {
  const home = findRoot(root);
  if (home === undefined) return { find: async () => undefined }
  const repository = openRepository(home);
  const remotes = new Map                                                    ();

  return {
    async find(path) {
      const inside = relative(home, resolve(root, path)).split(sep).join('/');
      if (inside === '' || inside.startsWith('..')) return undefined
      const output = await outputFor(inside);
      if (!output) return undefined
      if (output.md5 === undefined && output.entries === undefined)
        throw new UserError(
          'dvc.uncommitted',
          `Expected ${output.pointer} to name the content of ${path} but it does not yet`,
          {
            file: output.pointer,
            line: output.line,
            hint: 'Run dvc commit (or dvc repro), then commit the pointer',
          },
        )
      const name = (entry          ) =>
        inside === pathOf(output, entry)
          ? path
          : relative(root, join(home, pathOf(output, entry)))
              .split(sep)
              .join('/');
      if (existsSync(join(home, output.path)) && (!output.folder || existsSync(join(home, inside)))) {
        return inWorkspace(output, inside, name)
      }
      const entries = await listed(output);
      const asked = entries.filter(entry => isBelow(pathOf(output, entry), inside));
      if (asked.length === 0) return undefined
      return Promise.all(asked.map(entry => fromElsewhere(output, entry, name(entry))))
    },
  }

  async function outputFor(inside        )                                 {
    const { outputs, faults } = await repository.outputs();
    const found = outputs.find(({ path }) => isBelow(inside, path));
    if (found) return found
    // A pointer that cannot be read may be this path's: then nothing is known of it.
    const steps = inside.split('/');
    const above = steps.map((_, i) => `${steps.slice(0, i + 1).join('/')}.dvc`);
    const fault = faults.find(
      ({ pointer, text }) =>
        above.includes(pointer) || (pointer.endsWith('dvc.lock') && text.includes(`path: ${steps.at(-1)}`)),
    );
    if (fault) throw fault.error
    return undefined
  }

  async function inWorkspace(
    output           ,
    inside        ,
    name                             ,
  )                        {
    const entries = await present(output, inside);
    return entries.map(entry => ({
      name: name(entry),
      origin: originOf(output, entry, undefined),
      bytes: entry.size,
      here: join(repository.root, pathOf(output, entry)),
      read: () => Promise.reject(new Error('It lies here')),
    }))
  }

  /** The files at or below a path, each verified; one that is not what its pointer names is an error. */
  async function present(output           , inside        )                               {
    const entries = output.folder
      ? await entriesOf(output, [{ cache: await repository.cache() }])
      : await entriesOf(output, []);
    const asked = entries?.filter(entry => isBelow(pathOf(output, entry), inside));
    if (asked !== undefined && inside !== output.path && asked.length === 0) throw untracked(output, inside)
    if (asked !== undefined && (inside !== output.path || !output.folder)) {
      const paths = asked.map(entry => ({ path: join(repository.root, pathOf(output, entry)), hash: output.hash }));
      for (const [i, answer] of (await hashMany(paths)).entries()) {
        const entry = asked[i];
        if (entry === undefined || ('md5' in answer && answer.md5 === entry.md5)) continue
        const found = 'md5' in answer ? `it has ${answer.md5}` : `the system said ${answer.code}`;
        throw changed(
          output,
          `Expected ${pathOf(output, entry)} to have the md5 ${entry.md5} of ${output.pointer} but ${found}`,
        )
      }
      return asked
    }
    const { findings } = await verifyWorkspace(repository, [output], progress);
    const [first] = findings;
    if (first) throw changed(output, `${first.reason} (${output.pointer}:${output.line})`)
    const all = entries ?? (await workspaceEntries(output));
    return all.filter(entry => isBelow(pathOf(output, entry), inside))
  }

  /** The files of a folder that is what its pointer names, where nobody has its list. */
  async function workspaceEntries(output           )                               {
    const { listFolder } = await import('./verify-workspace.js').then(function (n) { return n.l; });
    const names = await listFolder(repository.root, output.path, await repository.ignored());
    const paths = names.map(relpath => ({
      path: join(repository.root, pathOf(output, { relpath })),
      hash: output.hash,
    }));
    const hashed = await hashMany(paths);
    return names.map((relpath, i) => {
      const answer = hashed[i];
      return {
        relpath,
        ...(answer && 'md5' in answer ? { md5: answer.md5, size: answer.bytes } : {}),
        cloud: new Map(),
      }
    })
  }

  async function listed(output           )                               {
    const cache = { cache: await repository.cache() };
    const known = await entriesOf(output, [cache]);
    if (known) return known
    const remote = await remoteFor(output);
    const entries = remote === undefined ? undefined : await entriesOf(output, [remote]);
    if (entries) return entries
    throw notFound(output, `the list of ${output.path}`, remote)
  }

  async function fromElsewhere(output           , entry          , name        )                      {
    const path = pathOf(output, entry);
    if (entry.md5 !== undefined) {
      const object = join(await repository.cache(), objectKey(output.hash, entry.md5, false));
      const [answer] = existsSync(object) ? await hashMany([{ path: object, hash: output.hash }]) : [];
      if (answer && 'md5' in answer && answer.md5 !== entry.md5)
        throw new UserError(
          'dvc.damaged',
          `Expected ${path} in the DVC cache to have the md5 ${entry.md5} but it has ${answer.md5}`,
          {
            file: output.pointer,
            line: output.line,
            hint: `Delete ${object}, then dvc fetch`,
          },
        )
      if (answer && 'md5' in answer)
        return {
          name,
          origin: originOf(output, entry, undefined),
          bytes: answer.bytes,
          here: object,
          read: () => Promise.reject(new Error('It lies here')),
        }
    }
    const remote = await remoteFor(output);
    const object = remote === undefined ? undefined : remoteObject(output, entry, remote);
    if (remote === undefined || object === undefined) throw notFound(output, path, remote)
    const { md5 } = entry;
    if (md5 === undefined) throw notFound(output, `an md5 of ${path} in ${output.pointer}`, remote)
    return {
      name,
      origin: originOf(output, entry, remote.pinned(object)),
      bytes: output.hash === 'md5' ? entry.size : undefined,
      ...(output.hash === 'md5' ? { digest: { md5 } } : {}),
      identity: `dvc ${output.hash} ${md5}`,
      async read(from) {
        // What DVC 2 hashed is verified while it is read, so from the start.
        const answer = await remote.read(object, output.hash === 'md5' ? from : 0);
        if (!answer) throw notFound(output, `${path} (${object.key})`, remote)
        return output.hash === 'md5' ? answer : { from: 0, bytes: streamedAs(answer.bytes, output.hash, md5, path) }
      },
    }
  }

  async function remoteFor({ remote: asked }           )                                 {
    const known = remotes.get(asked);
    if (known) return known
    const opened = repository.config().then(config => {
      const found = remoteConfig(config, asked);
      return found && openRemote(found, repository.root, environment)
    });
    remotes.set(asked, opened);
    return opened
  }
}

const isBelow = (path        , folder        ) => path === folder || path.startsWith(`${folder}/`);

const originOf = ({ pointer }           , { md5 }          , pinned                    ) => ({
  kind: 'dvc',
  pointer,
  ...(md5 === undefined ? {} : { md5 }),
  ...(pinned === undefined ? {} : { pinned }),
});

export { dvcSource };
