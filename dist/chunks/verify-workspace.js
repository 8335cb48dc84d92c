import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { U as UserError } from './user-error.js';
import { s as safeRelpath } from './repository.js';
import { e as array, o as object, a as string } from './schemas2.js';
import { stat, readFile, readdir } from 'node:fs/promises';
import { s as systemCode, f as fileError } from './file-error.js';
import { m as md5Of, h as hashPaths, a as stampAt, s as sameStamp } from './hash-paths.js';
import { availableParallelism } from 'node:os';
import { s as startThread } from './thread.js';

/** Where a cache or a remote keeps an object: since DVC 3 below `files/md5`, before without it. */
function objectKey(hash         , md5        , folder         )         {
  const key = `${md5.slice(0, 2)}/${md5.slice(2)}${folder ? '.dir' : ''}`;
  return hash === 'md5' ? `files/md5/${key}` : key
}

/** Where a remote keeps a file of an output; undefined where the pointer does not say that it does. */
function remoteObject(
  output           ,
  { relpath, md5, cloud }          ,
  remote                                                       ,
)                                                  {
  if (!remote.versions) return md5 === undefined ? undefined : { key: objectKey(output.hash, md5, false) }
  const version = cloud.get(remote.name);
  const key = relpath === '' ? output.path : `${output.path}/${relpath}`;
  if (version === undefined) return undefined
  return version.versionId === undefined ? { key } : { key, versionId: version.versionId }
}

const MAX_FILES = 5_000_000;
const Entries = array(object({ md5: string().regex(/^[0-9a-f]{32}$/), relpath: string().min(1) }))
  .max(MAX_FILES);

/** The list of a folder's files as DVC stores it, whose md5 names the folder. */
function readDirObject(name        , text        )             {
  const entries = Entries.safeParse(parsed(text));
  if (!entries.success)
    throw new UserError('dvc.dir-object', `Expected ${name} to list the files of a folder but found something else`, {
      file: name,
      hint: 'Push the folder again from where its data is: dvc push',
    })
  const unsafe = entries.data.find(({ relpath }) => !safeRelpath(relpath));
  if (unsafe)
    throw new UserError(
      'dvc.dir-object',
      `Expected ${name} to list files below the folder but found '${unsafe.relpath}'`,
      {
        file: name,
        hint: 'Find out who wrote it: such a path leads out of the folder',
      },
    )
  return entries.data
}

/**
 * The same list in the very bytes that DVC hashes: Python's `json.dumps(list, sort_keys=True)`, the files in the order of their code
 * points, everything but ASCII escaped, a space after each separator, no line end.
 */
function writeDirObject(entries                     )         {
  const lines = entries
    .toSorted((a, b) => byCodePoint(a.relpath, b.relpath))
    .map(({ md5, relpath }) => `{"md5": ${inPython(md5)}, "relpath": ${inPython(relpath)}}`);
  return `[${lines.join(', ')}]`
}

/** As Python compares texts: surrogates, which stand for the highest code points, after everything else. */
function byCodePoint(a        , b        )         {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit        ) => unit >= 0xd800 && unit <= 0xdfff;

const inPython = (text        ) =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Bytes of a list: about two million files. */
const MAX_BYTES = 256 * 1024 * 1024;

/** The files of a folder, by the object that its pointer names; undefined where it is not there. Other bytes than those the pointer names are refused. */
async function folderObject(
  output           ,
  from                               ,
)                                  {
  const { md5 = '', hash } = output;
  const key = objectKey(hash, md5, true);
  const where = 'cache' in from ? `the DVC cache (${key})` : `the DVC remote ${from.name} (${key})`;
  const bytes = 'cache' in from ? await fromCache(join(from.cache, key)) : await fromRemote(from, key, where);
  if (bytes === undefined) return undefined
  const text = bytes.toString('utf8');
  const sum = md5Of(hash);
  sum.update(bytes);
  if (sum.digest() !== md5)
    throw new UserError(
      'dvc.damaged',
      `Expected the list of ${output.path} in ${where} to have the md5 ${md5} but it has another`,
      {
        file: output.pointer,
        line: output.line,
        hint: 'Delete that object, then push it again from where the data is: dvc push',
      },
    )
  return readDirObject(`the list of ${output.path} in ${where}`, text)
}

async function fromCache(path        )                              {
  try {
    if ((await stat(path)).size > MAX_BYTES) throw tooLarge(path)
    return await readFile(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
    throw fileError(path, 'read', cause)
  }
}

async function fromRemote(remote           , key        , where        )                              {
  const answer = await remote.read({ key }, 0);
  if (!answer) return undefined
  const pieces               = [];
  let bytes = 0;
  try {
    for await (const piece of answer.bytes) {
      bytes += piece.length;
      if (bytes > MAX_BYTES) throw tooLarge(where)
      pieces.push(piece);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError('dvc.broken-off', `Expected to read ${where} but the connection broke off`, {
      hint: 'Run it again',
      kind: 'environment',
      cause,
    })
  }
  return Buffer.concat(pieces)
}

const tooLarge = (where        ) =>
  new UserError('dvc.too-large', `Expected ${where} to have at most ${MAX_BYTES} bytes but found more`, {
    hint: 'Track the folder in parts',
  });

/** The files of an output; undefined where the list of a folder is in none of the places that were given. */
async function entriesOf(
  output           ,
  places                                            ,
)                                           {
  const { md5, size, cloud, entries } = output;
  if (entries !== undefined) return entries
  if (!output.folder)
    return [{ relpath: '', ...(md5 === undefined ? {} : { md5 }), ...(size === undefined ? {} : { size }), cloud }]
  for (const place of places) {
    const listed = await folderObject(output, place);
    if (listed) return listed.map(({ relpath, md5: own }) => ({ relpath, md5: own, cloud: new Map() }))
  }
  return undefined
}

/** Where a file of an output stands, from the root of the repository. */
const pathOf = ({ path }           , { relpath }                           )         =>
  relpath === '' ? path : `${path}/${relpath}`;

/** Files that a thread is given at once, and those that are not worth a thread. */
const LOT = 32;
const FEW = 64;
const MOST_THREADS = 8;
/** Megabytes of a thread's short-lived objects. */
const YOUNG = 4;

/** The thread's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../dvc-worker.js', import.meta.url);

/** Hashes files, many on several threads at once; the answers stand in the files' order. `progress` hears files and bytes done. */
async function hashMany(
  files                   ,
  progress                                         = () => {},
)                    {
  if (files.length <= FEW) {
    let bytes = 0;
    return files.flatMap((file, i) =>
      hashPaths([file], read => {
        bytes += read;
        progress(i, bytes);
      }),
    )
  }
  const answers           = [];
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () =>
    startThread                             (FILE, undefined, YOUNG),
  );
  let next = 0;
  let done = 0;
  let bytes = 0;
  try {
    await Promise.all(
      threads.map(async thread => {
        while (next < files.length) {
          const start = next;
          next += LOT;
          for (const [i, answer] of (await thread.ask(files.slice(start, start + LOT))).entries()) {
            answers[start + i] = answer;
            done += 1;
            bytes += 'bytes' in answer ? answer.bytes : 0;
          }
          progress(done, bytes);
        }
      }),
    );
  } finally {
    await Promise.all(threads.map(thread => thread.stop()));
  }
  return answers
}

/** Files below a folder as DVC sees them: what `.dvcignore` names is left out, links to files are followed, links to folders are not. Pipes and devices are no files. */
async function listFolder(root        , folder        , ignored         )                    {
  const files           = [];
  await visit('');
  return files

  async function visit(below        )                {
    const here = below === '' ? folder : `${folder}/${below}`;
    const entries = await readdir(join(root, here), { withFileTypes: true }).catch((cause         ) => {
      throw fileError(here, 'read', cause)
    });
    for (const entry of entries) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (ignored(`${folder}/${name}`, isFolder)) continue
      if (isFolder) await visit(name);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(root, folder, name))))) files.push(name);
    }
  }
}

const isFile = (path        ) =>
  stat(path).then(
    found => found.isFile(),
    // A link to nothing is listed, and then found missing.
    () => true,
  );

var listFolder$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  listFolder: listFolder
});

/** Hashes what has changed by its times; of the rest, what was read before. */
async function hashByTimes(
  files                   ,
  times       ,
  progress                                        ,
)                         {
  const began = Date.now();
  const hashed           = [];
  const open                                                                                               = [];
  for (const [at, file] of files.entries()) {
    const stamp = stampAt(file.path);
    const md5 = stamp && times.find(file, stamp);
    if (stamp === undefined || md5 === undefined) open.push({ at, file, stamp });
    else hashed[at] = { md5, bytes: Number(stamp.size), stamp };
  }
  const trusted = files.length - open.length;
  const read = await hashMany(
    open.map(({ file }) => file),
    (done, bytes) => progress(trusted + done, bytes),
  );
  for (const [i, { at, file, stamp }] of open.entries()) {
    const answer = read[i] ?? { code: 'ENOENT' };
    hashed[at] = answer;
    // The same before it was opened and after its end was read: nobody wrote meanwhile, nor put another file there.
    if ('md5' in answer && stamp !== undefined && sameStamp(stamp, answer.stamp)) times.learn(file, answer, began);
  }
  await times.save();
  return { hashed, trusted }
}

/** Holds the files of the workspace against their pointers: every byte is read, but of files whose times are known. */
async function verifyWorkspace(
  repository               ,
  outputs                      ,
  progress           = () => {},
  times        ,
)                      {
  const { root } = repository;
  const ignored = await repository.ignored();
  const places                                                    = [];
  const findings               = [];
  let right = 0;
  for (const output of outputs) {
    if (output.md5 === undefined && output.entries === undefined) findings.push(uncommitted(output));
    else if (!existsSync(join(root, output.path))) findings.push(missing(output, output.path));
    else places.push({ output, names: output.folder ? await listFolder(root, output.path, ignored) : [''] });
  }
  const files = places.flatMap(({ output, names }) =>
    names.map(relpath => ({ path: join(root, pathOf(output, { relpath })), hash: output.hash })),
  );
  const heard = (done        , bytes        ) =>
    progress(`DVC data in the workspace: ${done} of ${files.length} files, ${Math.round(bytes / 1e6)} MB`);
  const { hashed, trusted } =
    times === undefined
      ? { hashed: await hashMany(files, heard), trusted: undefined }
      : await hashByTimes(files, times, heard);
  let next = 0;
  for (const { output, names } of places) {
    const answers = hashed.slice(next, next + names.length);
    next += names.length;
    const found = new Map(names.map((name, i) => [name, answers[i] ?? { code: 'ENOENT' }]));
    if (isListed(output, found)) {
      right += names.length;
      continue
    }
    const entries = await listIn(await repository.cache(), output);
    const faults = 'why' in entries ? [unlisted(output, entries.why)] : differences(output, entries, found);
    const wrong = faults.filter(({ status }) => status !== 'untracked').length;
    right += Math.max(0, ('why' in entries ? 0 : entries.length) - wrong);
    findings.push(...faults);
  }
  return {
    place: 'the workspace',
    outputs: outputs.length,
    files: right,
    content: true,
    ...(trusted === undefined ? {} : { reading: { trusted, read: files.length - trusted } }),
    findings,
    passedOver: [],
  }
}

/** The files of an output, by the cache where they are a folder's; why not, where it has no list, or one that is damaged. */
async function listIn(cache        , output           )                                                          {
  try {
    return (
      (await entriesOf(output, [{ cache }])) ?? {
        why: 'which ones differ, only the list in the cache could say: dvc fetch',
      }
    )
  } catch (error) {
    if (!(error instanceof UserError) || error.kind === 'environment') throw error
    return { why: `which ones differ, the list in the cache does not say. ${error.message}` }
  }
}

/** A folder is what its pointer names where the list of its files has that md5: nobody need have the list. */
function isListed(output           , found                             )          {
  if (!output.folder || output.entries !== undefined) return false
  const entries = [...found].flatMap(([relpath, answer]) => ('md5' in answer ? [{ relpath, md5: answer.md5 }] : []));
  if (entries.length < found.size) return false
  const sum = md5Of(output.hash);
  sum.update(Buffer.from(writeDirObject(entries)));
  return sum.digest() === output.md5
}

function differences(
  output           ,
  entries                     ,
  found                             ,
)               {
  const known = new Set(entries.map(({ relpath }) => relpath));
  const expected = entries.flatMap((entry)               => {
    const path = pathOf(output, entry);
    const answer = found.get(entry.relpath) ?? { code: 'ENOENT' };
    if ('code' in answer) {
      if (answer.code === 'ENOENT') return [missing(output, path)]
      const reason = `Expected to read ${path} but the system said ${answer.code}`;
      return [{ ...at(output, path), status: 'unknown', reason }]
    }
    if (entry.md5 === undefined)
      return [
        { ...at(output, path), status: 'unknown', reason: `Expected an md5 of ${path} in its pointer but found none` },
      ]
    if (answer.md5 === entry.md5) return []
    const reason = `Expected ${path} to have the md5 ${entry.md5} but it has ${answer.md5}`;
    return [{ ...at(output, path), status: 'changed', reason }]
  });
  const untracked = [...found.keys()].filter(name => !known.has(name));
  return [
    ...expected,
    ...untracked.map((relpath)             => {
      const path = pathOf(output, { relpath });
      return {
        ...at(output, path),
        status: 'untracked',
        reason: `Expected no file ${path} in ${output.path} but found one`,
      }
    }),
  ]
}

const at = ({ pointer, line }           , path        ) => ({ path, pointer, line });

const missing = (output           , path        )             => ({
  ...at(output, path),
  status: 'missing',
  reason: `Expected ${path} in the workspace but it is not there`,
});

const uncommitted = (output           )             => ({
  ...at(output, output.path),
  status: 'unknown',
  reason: `Expected an md5 of ${output.path} in ${output.pointer} but found none: run dvc commit`,
});

const unlisted = (output           , why        )             => ({
  ...at(output, output.path),
  status: 'changed',
  reason: `Expected the files of ${output.path} to be those its pointer names but they are not; ${why}`,
});

export { entriesOf as e, hashMany as h, listFolder$1 as l, objectKey as o, pathOf as p, remoteObject as r, verifyWorkspace as v };
