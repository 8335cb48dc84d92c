import { open, mkdir, writeFile, rename, rm, stat, readFile } from 'node:fs/promises';
import { dirname, join, resolve, relative, sep } from 'node:path';
import { r as readLock, N as NO_PIPELINE, a as readPointer, b as readPipeline, f as findRoot, o as openRepository } from './repository.js';
import { remoteConfig } from './remote-config.js';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { o as otherFailure, f as firstWords, r as runGit, p as prune, c as cacheFolder } from './cache-folder.js';
import { e as entriesOf, p as pathOf$1, o as objectKey, h as hashMany, r as remoteObject, v as verifyWorkspace } from './verify-workspace.js';
import { openRemote } from './open-remote.js';
import { randomUUID, createHash } from 'node:crypto';
import { i as isSettled, s as sameStamp, a as stampAt, m as md5Of } from './hash-paths.js';
import { constants } from 'node:fs';
import { s as strictObject, l as literal, a as string } from './schemas2.js';
import { i as inParallel } from './in-parallel.js';

const SECONDS = 60;
const NAME = /^[^\0-\x1f~^:?*[\\ -][^\0-\x1f:?*[\\ ]{0,249}$/;

/** Reads files of the git repository that a folder is in, as they were. */
                           
                                          
                                           
                                              
                                         
                                                                        
                                                                               
                                                                       
                                                          
 

function gitTexts(folder        , environment                                              )           {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]         ])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ]);
  const git = (words                   , input = '') => runGit(words, env, { folder, seconds: SECONDS, input });

  async function commit(revision        )                  {
    if (!NAME.test(revision))
      throw new UserError('dvc.revision', `Expected a revision of git's but found '${revision}'`, {
        hint: 'Name a branch, a tag or a commit',
      })
    const end = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    if (end.code === 0) return end.output.toString().trim()
    throw new UserError(
      'dvc.revision',
      `Expected the revision '${revision}' in this git repository but found none${end.said === '' ? '' : ` (${firstWords(end.said)})`}`,
      {
        hint: 'Fetch it first; with actions/checkout set fetch-depth: 0',
      },
    )
  }

  return {
    commit,
    async base(revision) {
      const end = await git(['merge-base', await commit(revision), 'HEAD']);
      if (end.code === 0) return end.output.toString().trim()
      throw new UserError(
        'dvc.no-base',
        `Expected a commit that this branch and '${revision}' have in common but found none`,
        {
          hint: 'The clone may be shallow: with actions/checkout set fetch-depth: 0',
          kind: 'environment',
        },
      )
    },
    async texts(at, paths) {
      const asked = paths.filter(path => !/[\n\r]/.test(path));
      const end = await git(['cat-file', '--batch'], asked.map(path => `${at}:./${path}\n`).join(''));
      if (end.code !== 0) throw otherFailure('read earlier pointers', end)
      return batch(end.output, asked)
    },
    async named(at, ending) {
      const end = await git(['ls-tree', '-r', '-z', '--name-only', at]);
      if (end.code !== 0) throw otherFailure('list the files of a commit', end)
      return end.output
        .toString()
        .split('\0')
        .filter(name => name.endsWith(ending))
    },
  }
}

/** Reads `<name> blob <size>\n<content>\n` or `<name> missing\n` for each path. */
function batch(output        , paths                   )                      {
  const texts = new Map                ();
  let at = 0;
  for (const path of paths) {
    const end = output.indexOf(10, at);
    const size = / blob (\d+)$/.exec(output.subarray(at, end).toString())?.[1];
    const other = / (?:tree|commit|tag) (\d+)$/.exec(output.subarray(at, end).toString())?.[1];
    at = end + 1;
    const length = Number(size ?? other ?? Number.NaN);
    if (Number.isNaN(length)) continue
    if (size !== undefined) texts.set(path, output.subarray(at, at + length).toString('utf8'));
    at += length + 1;
  }
  return texts
}

/** Characters of one file: about a million entries. */
const MAX_TIMES = 128 * 1024 * 1024;
const DAY = 24 * 3600 * 1000;
/** All of them together; those of folders that nobody has asked about for a month go first. */
const LIMITS = { bytes: 1024 ** 3, age: 30 * DAY, rest: DAY };

/**
 * The text of a file that this user alone can have written; undefined where it is not there, too large, a link, or somebody else's: whoever
 * may write to it could have changed data called right.
 */
async function readOwn(path        )                              {
  return attempted(async () => {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return await ownText(file)
    } finally {
      await file.close();
    }
  })
}

async function ownText(file            )                              {
  const found = await file.stat();
  const others = process.getuid !== undefined && (found.uid !== process.getuid() || (found.mode & 0o022) !== 0);
  if (!found.isFile() || others || found.size > MAX_TIMES * 2) return undefined
  const text = await file.readFile('utf8');
  // What is used is kept longer.
  const now = new Date();
  if (now.getTime() - found.mtimeMs > DAY) await attempted(() => file.utimes(now, now));
  return text
}

/** Puts a text in its place whole, whoever else writes there; where the disk does not let it, nothing is kept. */
async function writeOwn(path        , text        )                {
  const folder = dirname(path);
  const unfinished = `${path}.${randomUUID()}`;
  await attempted(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await writeFile(unfinished, text, { flag: 'wx', mode: 0o600 });
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    await prune(folder, path, LIMITS);
  });
}

/** Times are kept for speed alone: what the system refuses is done without. */
async function attempted       (work                      )                             {
  try {
    return await work()
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return undefined
  }
}

/** A file as it was when its bytes were read. */
                            
                      
                       
 

const FORMAT = 'proofmark dvc times';
/** Another version's file is none. */
const VERSION = 1;

const Head = strictObject({
  format: literal(FORMAT),
  version: literal(VERSION),
  folder: string(),
  sha256: string(),
});

/** Files by `timesKey`, in the order in which they are to be kept. */
                                                       

const LINE = /^([0-9a-f]{32}) (\d{1,20}) (-?\d{1,20}) (-?\d{1,20}) (\d{1,20}) (.+)$/s;

/** What a file says of the folder that it must be about: a head in JSON, then one entry each, ended by a NUL. Undefined for anything else. */
function readTimes(text        , folder        )                         {
  const end = text.indexOf('\n');
  const head = end < 0 ? undefined : Head.safeParse(parsed(text.slice(0, end))).data;
  if (head === undefined || head.folder !== folder) return undefined
  const body = text.slice(end + 1);
  if (sha256(body) !== head.sha256) return undefined
  const known = new Map                   ();
  for (const line of body.split('\0').slice(0, -1)) {
    const [, md5, size, mtime, ctime, inode, key] = LINE.exec(line) ?? [];
    if (!md5 || !size || !mtime || !ctime || !inode || !key) return undefined
    known.set(key, {
      md5,
      stamp: { size: BigInt(size), mtime: BigInt(mtime), ctime: BigInt(ctime), inode: BigInt(inode) },
    });
  }
  return known
}

/** The same as text: as many entries, from the first on, as so many characters hold. */
function writeTimes(known            , folder        , most        )         {
  let body = '';
  for (const [key, { md5, stamp }] of known) {
    const line = `${md5} ${stamp.size} ${stamp.mtime} ${stamp.ctime} ${stamp.inode} ${key}\0`;
    if (body.length + line.length > most) break
    body += line;
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, folder, sha256: sha256(body) })}\n${body}`
}

const sha256 = (text        ) => createHash('sha256').update(text).digest('hex');

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is known of a folder's files by their times, as of the last run that read them; of one folder, in one file. */
                        
                                                                       
                                                      
                                                                                                                                                                                     
                                                            
                                                                                                                                             
                       
 

/**
 * Opens what is kept in `place` about `folder`, both absolute. A file that is damaged, another version's or somebody else's is none. Without
 * `trust` no file is known, so that all are learnt anew.
 */
async function openTimes(place        , folder        , trust = true)                 {
  const path = join(place, `${createHash('sha256').update(folder).digest('hex').slice(0, 32)}.times`);
  const read = async () => readTimes((await readOwn(path)) ?? '', folder);
  const known = (await read()) ?? new Map                   ();
  const asked = new Map                               ();
  let learnt = false;

  return {
    find(file, stamp) {
      const key = keyOf$1(file);
      const entry = known.get(key);
      const same = trust && entry !== undefined && sameStamp(entry.stamp, stamp);
      asked.set(key, same ? entry : undefined);
      return same ? entry.md5 : undefined
    },

    learn(file, entry, began) {
      const key = keyOf$1(file);
      const settled = isSettled(entry.stamp, began);
      asked.set(key, settled ? entry : undefined);
      learnt ||= settled || known.has(key);
    },

    async save() {
      const isThorough = [...known.keys()].filter(key => !asked.has(key)).length <= asked.size;
      const isGone = (key        , { stamp }           ) => {
        const now = isThorough ? stampAt(pathOf(key)) : stamp;
        return now === undefined || !sameStamp(now, stamp)
      };
      if (!learnt && ![...known].some(([key, entry]) => !asked.has(key) && isGone(key, entry))) return
      const kept = new Map                   ();
      for (const [key, entry] of asked) if (entry !== undefined) kept.set(key, entry);
      // Read again: another process may have learnt of other files meanwhile.
      for (const [key, entry] of (await read()) ?? known)
        if (!asked.has(key) && !isGone(key, entry)) kept.set(key, entry);
      await writeOwn(path, writeTimes(kept, folder, MAX_TIMES));
    },
  }
}

const SIGN                                    = { md5: 'b', 'md5-dos2unix': 't' };

/** A file as bytes and as text have two hashes. */
const keyOf$1 = ({ path, hash }        ) => `${SIGN[hash]}${path}`;
const pathOf = (key        ) => key.slice(1);

/** What a pointer named once; nothing where it could not be read then. */
function trackedAt(pointer        , text        )              {
  try {
    return pointer.endsWith('dvc.lock') ? readLock(pointer, text, NO_PIPELINE) : readPointer(pointer, text)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

/** Holds the objects of the cache against the pointers: every byte is read, for a cache can be written to. */
async function verifyCache(
  repository               ,
  outputs                      ,
  progress           = () => {},
)                      {
  const cache = await repository.cache();
  const findings               = [];
  const passedOver                                       = [];
  const wanted                                                                                                      = [];
  for (const output of outputs) {
    const { pointer, line, path } = output;
    if (!output.cached) {
      passedOver.push({ output, why: 'without a cache' });
      continue
    }
    const entries = await entriesOf(output, [{ cache }]).catch((error         ) => {
      if (!(error instanceof UserError) || error.kind === 'environment') throw error
      findings.push({ path, pointer, line, status: 'changed', reason: error.message });
      return []
    });
    if (entries === undefined)
      findings.push({
        path,
        pointer,
        line,
        status: 'missing',
        reason: `Expected the list of ${path} in the cache but it is not there`,
      });
    for (const entry of entries ?? []) {
      const at = { path: pathOf$1(output, entry), pointer, line };
      if (entry.md5 === undefined)
        findings.push({
          ...at,
          status: 'unknown',
          reason: `Expected an md5 of ${at.path} in ${pointer} but found none`,
        });
      else
        wanted.push({
          at,
          md5: entry.md5,
          hash: output.hash,
          path: join(cache, objectKey(output.hash, entry.md5, false)),
        });
    }
  }
  const hashed = await hashMany(wanted, (done, bytes) =>
    progress(`DVC cache: ${done} of ${wanted.length} files, ${Math.round(bytes / 1e6)} MB`),
  );
  let files = 0;
  for (const [i, { at, md5 }] of wanted.entries()) {
    const answer = hashed[i];
    if (answer === undefined || 'code' in answer) {
      const gone = answer === undefined || answer.code === 'ENOENT';
      const reason = `Expected ${at.path} (${md5}) in the cache but ${gone ? 'it is not there' : `the system said ${answer.code}`}`;
      findings.push({ ...at, status: gone ? 'missing' : 'unknown', reason });
    } else if (answer.md5 === md5) files += 1;
    else
      findings.push({
        ...at,
        status: 'changed',
        reason: `Expected ${at.path} in the cache to have the md5 ${md5} but it has ${answer.md5}`,
      });
  }
  return { place: 'the cache', outputs: outputs.length - passedOver.length, files, content: true, findings, passedOver }
}

const AT_ONCE = 8;

                  
                                                                                         
                               
                                  
                          
 

/** Looks for everything that pointers name in a remote: that it is there, with the size where that is known; with `content`, every byte. */
async function verifyRemote(
  repository               ,
  outputs                      ,
  remote           ,
  { content, progress = () => {} }                                                             ,
)                      {
  const findings               = [];
  const passedOver                                       = [];
  const wanted           = [];
  for (const output of outputs) {
    const why = elsewhere(output, remote.name);
    if (why === undefined) await want(output);
    else passedOver.push({ output, why });
  }
  const told = (done        ) => progress(`DVC remote ${remote.name}: ${done} of ${wanted.length} files`);
  // The same content twice is one object.
  const objects = [...new Map(wanted.map(each => [`${each.object.versionId ?? ''} ${each.object.key}`, each])).values()];
  const sizes = await remote.sizes(
    objects.map(({ object }) => object),
    told,
  );
  const sizeOf = new Map(objects.map(({ object }, i) => [`${object.versionId ?? ''} ${object.key}`, sizes[i]]));
  const present = wanted.filter(({ at, object, entry }) => {
    const size = sizeOf.get(`${object.versionId ?? ''} ${object.key}`);
    if (size === undefined) {
      findings.push({
        ...at,
        status: 'missing',
        reason: `Expected ${at.path} (${object.key}) in the remote ${remote.name} but it is not there`,
      });
      return false
    }
    if (size === null || entry.size === undefined || size === entry.size || exempt(entry)) return true
    findings.push({
      ...at,
      status: 'changed',
      reason: `Expected ${at.path} to have ${entry.size} bytes in the remote ${remote.name} but it has ${size}`,
    });
    return false
  });
  let files = present.length;
  if (content)
    await inParallel(
      present,
      AT_ONCE,
      async ({ at, object, hash, entry }) => {
        const fault = await contentFault(remote, object, hash, entry, at.path);
        if (fault === undefined) return
        files -= 1;
        findings.push({ ...at, ...fault });
      },
      done => progress(`DVC remote ${remote.name}: content of ${done} of ${present.length} files`),
    );
  const order = (a            , b            ) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return {
    place: `the remote ${remote.name}`,
    outputs: outputs.length - passedOver.length,
    files,
    content,
    findings: findings.toSorted(order),
    passedOver,
  }

  /** Adds the files of an output; a folder's list must itself be in the remote, else nobody could pull it. */
  async function want(output           )                {
    const { path, pointer, line, hash } = output;
    const at = { path, pointer, line };
    if (output.md5 === undefined && output.entries === undefined) {
      findings.push({
        ...at,
        status: 'unknown',
        reason: `Expected an md5 of ${path} in ${pointer} but found none: run dvc commit`,
      });
      return
    }
    let entries;                                 
    try {
      entries = await entriesOf(output, [remote]);
      if (entries === undefined) {
        const key = objectKey(hash, output.md5 ?? '', true);
        findings.push({
          ...at,
          status: 'missing',
          reason: `Expected the list of ${path} (${key}) in the remote ${remote.name} but it is not there`,
        });
        entries = await entriesOf(output, [{ cache: await repository.cache() }]);
      }
    } catch (error) {
      if (!(error instanceof UserError) || error.kind === 'environment') throw error
      findings.push({ ...at, status: 'changed', reason: error.message });
    }
    for (const entry of entries ?? []) {
      const object = remoteObject(output, entry, remote);
      const own = { ...at, path: pathOf$1(output, entry) };
      if (object) wanted.push({ at: own, object, hash, entry });
      else
        findings.push({
          ...own,
          status: 'missing',
          reason: `Expected ${pointer} to say where ${own.path} is in the remote ${remote.name} but it does not: it was not pushed there`,
        });
    }
  }
}

/** A size in a pointer of DVC 2 counts bytes as hashed on some systems; of these only the hash tells. */
const exempt = ({ md5 }          ) => md5 === undefined;

function elsewhere({ cached, pushed, remote, importedFrom }           , name        )                     {
  if (importedFrom !== undefined) return `imported from ${importedFrom}`
  if (!cached) return 'without a cache'
  if (!pushed) return 'push: false'
  return remote !== undefined && remote !== name ? `kept in the remote ${remote}` : undefined
}

async function contentFault(
  remote           ,
  object              ,
  hash                   ,
  { md5 }          ,
  path        ,
)                                                             {
  if (md5 === undefined)
    return { status: 'unknown', reason: `Expected an md5 of ${path} in its pointer but found none` }
  for (let tried = 1; ; tried++) {
    try {
      const answer = await remote.read(object, 0);
      if (!answer)
        return { status: 'missing', reason: `Expected ${path} in the remote ${remote.name} but it is not there` }
      const sum = md5Of(hash);
      for await (const piece of answer.bytes) sum.update(piece);
      const found = sum.digest();
      if (found === md5) return undefined
      return {
        status: 'changed',
        reason: `Expected ${path} in the remote ${remote.name} to have the md5 ${md5} but it has ${found}`,
      }
    } catch (error) {
      if (error instanceof UserError) throw error
      if (tried === 3)
        throw new UserError(
          'dvc.broken-off',
          `Expected to read ${path} from the remote ${remote.name} but the connection broke off`,
          {
            hint: 'Run it again',
            kind: 'environment',
            cause: error,
          },
        )
    }
  }
}

const MAX_METRICS_BYTES = 16 * 1024 * 1024;

/** DVC's data around a folder. */
function dvcData({ root, environment, progress }                )          {
  let opened;                           
  const repository = () => {
    const home = findRoot(root);
    if (home === undefined)
      throw new UserError(
        'dvc.no-repository',
        'Expected a DVC repository (a folder .dvc, here or above) but found none',
        {
          hint: 'Run it where dvc init was run',
        },
      )
    opened ??= openRepository(home);
    return opened
  };
  const git = () => gitTexts(root, environment);
  const fromRoot = (path        ) => relative(root, join(repository().root, path)).split(sep).join('/');
  const fromHome = (path        ) => relative(repository().root, resolve(root, path)).split(sep).join('/');
  /** Names what is told from the settings' folder. */
  const seen = (checked            )             => ({
    ...checked,
    findings: checked.findings.map(finding => ({
      ...finding,
      path: fromRoot(finding.path),
      pointer: fromRoot(finding.pointer),
    })),
  });

  return {
    async outputs(paths) {
      const { outputs, faults } = await repository().outputs();
      const [fault] = faults;
      if (fault) throw fault.error
      if (paths.length === 0) return outputs
      const asked = paths.map(path => ({ path, inside: fromHome(path).replace(/\.dvc$/, '') }));
      const isAt = (output           , inside        ) =>
        inside === '' ||
        [output.path, output.pointer].some(name => name === inside || name.startsWith(`${inside}/`)) ||
        inside.startsWith(`${output.path}/`);
      for (const { path, inside } of asked)
        if (!outputs.some(output => isAt(output, inside)))
          throw new UserError('dvc.untracked', `Expected ${path} to be tracked by DVC but no pointer names it`, {
            file: path,
            hint: `Run dvc add ${path}, or name something that DVC tracks`,
          })
      return outputs.filter(output => asked.some(({ inside }) => isAt(output, inside)))
    },

    pointerOf: ({ pointer }) => fromRoot(pointer),

    async changed(outputs, earlier) {
      const pointers = [...new Set(outputs.map(({ pointer }) => pointer))];
      const texts = await earlier(pointers.map(fromRoot));
      const before = new Map                ();
      for (const pointer of pointers) {
        const text = texts.get(fromRoot(pointer));
        for (const output of text === undefined ? [] : trackedAt(pointer, text))
          before.set(keyOf(output), contentOf(output));
      }
      return outputs.filter(output => before.get(keyOf(output)) !== contentOf(output))
    },

    since(revision) {
      return async paths => git().texts(await git().base(revision), paths)
    },

    async verify(outputs, place) {
      return seen(await verifyAt(repository(), outputs, place))
    },

    async readAt(revision, path) {
      if (revision === undefined) return textOf(resolve(root, path), path)
      const commit = await git().commit(revision);
      const text = (await git().texts(commit, [path])).get(path);
      return text ?? fromPointer(commit, path)
    },

    async metricsFiles(revision) {
      const names = revision === undefined ? ['dvc.yaml'] : await git().named(await git().commit(revision), 'dvc.yaml');
      const texts = new Map                ();
      if (revision === undefined) {
        const text = await textOf(resolve(root, 'dvc.yaml'), 'dvc.yaml');
        if (text !== undefined) texts.set('dvc.yaml', text);
      } else for (const [name, text] of await git().texts(await git().commit(revision), names)) texts.set(name, text);
      return [...texts].flatMap(([name, text]) => readPipeline(name, text).metrics)
    },
  }

  async function verifyAt(home               , outputs                      , place          )                      {
    if (place.kind === 'workspace') {
      const times =
        place.times && (await openTimes(join(cacheFolder(environment), 'times'), home.root, place.times === 'trust'));
      return verifyWorkspace(home, outputs, progress, times)
    }
    if (place.kind === 'cache') return verifyCache(home, outputs, progress)
    const remote = remoteConfig(await home.config(), place.name);
    if (remote === undefined)
      throw new UserError('dvc.no-remote', 'Expected a default DVC remote but found none', {
        file: '.dvc/config',
        hint: 'Name one with --remote, or set it: dvc remote default NAME',
      })
    const open = await openRemote(remote, home.root, environment);
    return verifyRemote(home, outputs, open, { content: place.content, progress })
  }

  /** A file of an earlier commit that DVC kept, by the pointer of that commit: from the cache or a remote. */
  async function fromPointer(commit        , path        )                              {
    if (findRoot(root) === undefined) return undefined
    const names = [...(await git().named(commit, 'dvc.lock')), `${path}.dvc`];
    const texts = await git().texts(commit, names);
    const inside = fromHome(path);
    for (const [name, text] of texts) {
      const output = trackedAt(fromHome(name), text).find(one => !one.folder && pathOf$1(one, { relpath: '' }) === inside);
      if (output?.md5 !== undefined)
        return (await import('./read-object.js')).readObject(repository(), output, environment, MAX_METRICS_BYTES)
    }
    return undefined
  }
}

const keyOf = ({ pointer, path, stage = '' }           ) => [pointer, stage, path].join('\n');

const contentOf = ({ md5, hash, entries }           ) =>
  JSON.stringify([hash, md5, entries?.map(entry => [entry.relpath, entry.md5, [...entry.cloud]])]);

async function textOf(absolute        , name        )                              {
  try {
    if ((await stat(absolute)).size > MAX_METRICS_BYTES)
      throw new UserError('dvc.too-large', `Expected ${name} to have at most ${MAX_METRICS_BYTES} bytes`, {
        file: name,
        hint: 'Is it a file of metrics?',
      })
    return await readFile(absolute, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}

export { dvcData };
