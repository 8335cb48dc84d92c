import { randomBytes, randomUUID, createHash, sign, createPublicKey, verify, hash, createPrivateKey, generateKeyPair, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, existsSync, mkdirSync, realpathSync, readFileSync, createReadStream } from 'node:fs';
import { join, dirname, posix, isAbsolute, sep, resolve, relative, basename } from 'node:path';
import { setTimeout as setTimeout$1 } from 'node:timers/promises';
import { U as UserError } from './user-error.js';
import { J as JsonWebKeys, M as MAX_TOKEN_LENGTH, s as schemeOf, K as KEYLESS, g as githubRepository } from './key-reference.js';
import { l as locate$1, m as missingFile, a as refuseLinkOutside, b as leaves, f as findFile, r as regularFile, w as withoutPin, i as isAddress } from './regular-file.js';
import { i as isEngineAddress } from './engine-table.js';
import { stat, realpath, readdir, unlink, mkdir, open, rename, rm, readFile, lstat, utimes, writeFile as writeFile$1 } from 'node:fs/promises';
import { s as systemCode, f as fileError } from './file-error.js';
import { h as hashFile } from './hash-file.js';
import { g as globPattern } from './glob-pattern.js';
import { t as textGuard } from './text-guard.js';
import { r as runGit, f as firstWords, o as otherFailure, a as permanentFailure, w as withoutSecrets, b as remoteAddress, e as endWithProgram, p as prune, c as cacheFolder } from './cache-folder.js';
import { tmpdir, availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { c as connect, i as isAbsent, f as failureOf, p as pause, s as sendOnce } from './send-once.js';
import { o as object, a as string, h as looseObject, b as boolean, n as number, j as url, e as array, u as union, t as tuple, r as record, l as literal } from './schemas2.js';
import { r as readJson } from './read-json.js';
import { createRequire } from 'node:module';
import { fork, spawnSync } from 'node:child_process';
import { credentials } from './credentials.js';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { s as stopReason, a as stoppedScan } from './stopped-scan.js';
import { u as unpackFault, c as unpackDependencies, d as unpackContent } from './sent-content.js';
import { promisify } from 'node:util';
import { k as keyId } from './key-id.js';
import { r as requireSigningKey, d as digestOf } from './require-signing-key.js';
import { c as connectionFault$1 } from './connection-fault.js';
import { L as LAKEFS_FORM } from './lakefs-address.js';
import { A as ADDRESS_FORM, i as isModelAddress } from './model-address.js';

/** Encrypts with typage, which is loaded with the first file; so are the key services, with the first key of one. */
function ageFiles(keyServices                                       = async () => [])             {
  async function serviceOf(uri        )                      {
    const services = await keyServices();
    const service = services.find(({ scheme }) => uri.startsWith(scheme));
    if (service) return service
    throw new UserError('encryption.scheme', `Expected a key that can encrypt but found ${shortened(uri)}`, {
      hint: `Give one that begins with ${services.map(({ scheme }) => scheme).join(', ')}, or age1…`,
    })
  }
  return {
    isKeyService,

    async encrypt(content, recipients, context) {
      const { Encrypter } = await import('./index3.js');
      const encrypter = new Encrypter();
      for (const name of recipients) {
        if (isKeyService(name)) encrypter.addRecipient(await (await serviceOf(name)).recipient(name, context));
        else add(() => encrypter.addRecipient(name), `a recipient such as age1… but found ${shortened(name)}`);
      }
      return encrypter.encrypt(content)
    },

    async decrypt(file, identities, context) {
      const { Decrypter } = await import('./index3.js');
      const decrypter = new Decrypter();
      for (const name of identities) {
        if (isKeyService(name)) decrypter.addIdentity(await (await serviceOf(name)).identity(name, context));
        // An identity is a secret: no message repeats it.
        else add(() => decrypter.addIdentity(name), 'an identity such as AGE-SECRET-KEY-1… but found another line');
      }
      try {
        return await decrypter.decrypt(file)
      } catch (cause) {
        if (cause instanceof UserError) throw cause
        throw unreadable$3(cause)
      }
    },

    random: bytes => new Uint8Array(randomBytes(bytes)),
  }
}

function add(to            , expected        )       {
  try {
    to();
  } catch (cause) {
    throw new UserError('encryption.key', `Expected ${expected}`, {
      hint: 'age-keygen makes a pair: an identity to keep, a recipient to give away',
      cause,
    })
  }
}

function unreadable$3(cause         )            {
  const why = cause instanceof Error ? cause.message : String(cause);
  return /no identity matched/.test(why)
    ? new UserError('encryption.not-for-us', 'Expected a file encrypted to this identity but found one for others', {
        hint: 'Give the identity of one of the recipients that the settings named when it was made',
        cause,
      })
    : new UserError('encryption.damaged', `Expected an age file as it was written but ${why}`, {
        hint: 'Fetch it again: it was cut off, changed, or is no age file',
        cause,
      })
}

/** Keys in services are named by URIs; nothing else of ours has a scheme. */
const isKeyService = (name        ) => /^[a-z][a-z0-9]*:\/\//.test(name);

const shortened = (name        ) => (name.length > 24 ? `${name.slice(0, 21)}…` : name);

var ageFiles$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  ageFiles: ageFiles
});

/** How much an engine may be asked to do. */
                               
                                             
                          
                                        
                        
                                                                                            
                                
                                                           
                         
 

const USUAL_ENGINE               = { seconds: 900, bytes: 64_000_000, memory: '4GB' };

/** Every engine, loaded when a table of its own is met. */
const allEngines = (
  here             ,
  environment                                              ,
)                                                      => ({
  duckdb: async () => (await import('./duckdb.js')).duckdb(here, USUAL_ENGINE, environment),
  clickhouse: async () => (await import('./clickhouse.js')).clickhouse(environment, USUAL_ENGINE),
  postgres: async () => (await import('./postgres2.js')).postgres(environment, USUAL_ENGINE),
  spark: async () => (await import('./spark.js')).spark(environment, USUAL_ENGINE),
  databricks: async () => (await import('./databricks.js')).databricks(environment, USUAL_ENGINE),
  trino: async () => (await import('./trino.js')).trino(environment, USUAL_ENGINE),
});

/** Tables whose code is loaded when the first one is met. */
function tablesLater(load                       )         {
  let loaded;                             
  const tables = () => {
    loaded ??= load();
    return loaded
  };
  return {
    open: async (path, dialect) => (await tables()).open(path, dialect),
    measure: async (path, job, options) => (await tables()).measure(path, job, options),
    find: (path, header, dialect) => async places => (await tables()).find(path, header, dialect)(places),
  }
}

/** Tables on engines by their address; all others as before. */
function engineTables(local        , world             )         {
  const there = tablesLater(async () => (await import('./tables-there.js')).tablesThere(world));
  const of = (path        ) => (isEngineAddress(path) ? there : local);
  return {
    open: (path, dialect) => of(path).open(path, dialect),
    measure: (path, job, options) => of(path).measure(path, job, options),
    find: (path, header, dialect) => of(path).find(path, header, dialect),
  }
}

/** Left out of every folder: not the user's work. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/** Hears what is left out below a folder, and why. */
                                                            

/** The files that paths, folders and globs name, as names relative to the root; sorted by UTF-8 bytes, each once; `leftOut` hears what is passed over below them. */
async function listFiles(
  { root, sources }             ,
  paths                   ,
  leftOut          = () => {},
)                    {
  const names = new Set        ();
  for (const path of paths)
    for (const name of isEngineAddress(path)
      ? [path]
      : ((await sources?.list(path)) ?? (await named(root, path, leftOut))))
      names.add(name);
  return [...names].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

async function named(root        , path        , leftOut         )                    {
  const located = locate$1(root, path);
  const found = await kindOf(located);
  if (found === undefined && !path.includes('*')) throw await missingFile(located)
  const files = found === undefined ? await matches(root, located) : await below(root, located, found, leftOut);
  if (files.length > 0) return files
  throw new UserError('file.no-match', `Expected ${path} to name at least one file but it names none`, {
    file: located.name,
    hint: 'Check the spelling, and that an earlier step made the files',
  })
}

function below(root        , located         , kind                   , leftOut         )                    {
  return kind === 'file' ? refuseLinkOutside(root, located).then(() => [located.name]) : walk(root, located, leftOut)
}

async function matches(root        , glob         )                    {
  const { folder, pattern } = globPattern(glob.name);
  const base = locate$1(root, folder);
  const kind = await kindOf(base);
  if (kind === undefined) throw await missingFile(base)
  const files = kind === 'folder' ? await walk(root, base, () => {}) : [];
  return files.filter(name => pattern.test(name))
}

/** Every file below a folder. A link is followed where it stays inside the root (outside it: inside the folder), else refused. */
async function walk(
  root        ,
  folder         ,
  leftOut         ,
  boundary = leaves(folder.name) ? folder.absolute : root,
)                    {
  const files           = [];
  await visit(folder.absolute, new Set());
  return files

  async function visit(absolute        , above                     )                {
    const here = locate$1(root, absolute);
    const real = await realpath(absolute);
    if (above.has(real)) return
    for (const entry of await entriesOf(here)) {
      const child = locate$1(root, join(absolute, entry.name));
      if (LEFT_OUT.has(entry.name)) {
        leftOut(child.name, 'left out of every folder');
        continue
      }
      if (entry.isSymbolicLink()) await refuseDanglingOrOutside(child);
      const kind = entry.isSymbolicLink() ? await kindOf(child) : kindOfEntry(entry);
      if (kind === 'file') files.push(child.name);
      if (kind === undefined) leftOut(child.name, 'neither a file nor a folder');
      if (kind === 'folder') await visit(child.absolute, new Set([...above, real]));
    }
  }

  async function refuseDanglingOrOutside(link         )                {
    if ((await kindOf(link)) === undefined) throw await missingFile(link)
    await refuseLinkOutside(boundary, { ...locate$1(boundary, link.absolute), name: link.name });
  }
}

async function entriesOf(folder         )                    {
  try {
    return await readdir(folder.absolute, { withFileTypes: true })
  } catch (cause) {
    throw fileError(folder.name, 'read', cause)
  }
}

const kindOfEntry = (entry        )                                =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;

async function kindOf({ name, absolute }         )                                         {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}

/** Deletes the file, or the link of that name but never its target; one that is not there is no fault. */
async function removeFile(root        , target         )                {
  try {
    await refuseLinkOutside(root, locate$1(root, dirname(target.absolute)));
    await unlink(target.absolute);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw fileError(target.name, 'delete', cause)
  }
}

/** Writes the whole file or nothing: a reader sees the old content or the new, never a part. */
async function writeFile(
  root        ,
  target         ,
  content                     ,
  secret         ,
)                {
  const folder = dirname(target.absolute);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await refuseLinkOutside(root, locate$1(root, await existing(folder)));
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx', secret ? 0o600 : 0o666);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target.absolute);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw fileError(target.name, 'write', cause)
  }
}

/** The folder itself or the nearest above it that is there. */
async function existing(folder        )                  {
  try {
    await realpath(folder);
    return folder
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : existing(above)
  }
}

const NOT_THERE                                  = new Set(['ENOENT', 'ENOTDIR']);

/** The files of this machine, by path relative to `root`, the absolute path of the settings' folder; and those kept elsewhere, by address. */
function localFiles(root        , sources                         )        {
  const here              = { root, sources };
  const digests = new Map                             ();

  return {
    read: async (path, options) => read(await findFile(here, path), options?.maxBytes),

    async readText(path, options) {
      const located = await findFile(here, path);
      const guard = textGuard(located.name);
      const text = guard.next(await read(located, options?.maxBytes));
      guard.end();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },

    async exists(path) {
      const elsewhere = await sources?.list(path);
      if (elsewhere) return elsewhere.length > 0
      const { name, absolute } = locate$1(root, path);
      try {
        await stat(absolute);
        return true
      } catch (cause) {
        if (NOT_THERE.has(systemCode(cause))) return false
        throw fileError(name, 'read', cause)
      }
    },

    list: (paths, options) => listFiles(here, paths, options?.leftOut),

    async digest(path, options) {
      const located = await findFile(here, path);
      const known = digests.get(located.absolute);
      if (known) return known
      const digest = hash(located, options?.progress);
      digests.set(located.absolute, digest);
      return digest
    },

    async write(path, content, options) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await writeFile(root, located, content, options?.secret === true);
    },

    async remove(path) {
      const located = locate$1(root, path);
      digests.delete(located.absolute);
      await removeFile(root, located);
    },
  }

  async function read(located         , maxBytes = Number.POSITIVE_INFINITY)                      {
    refuseLarger(located, (await regularFile(root, located)).size, maxBytes);
    try {
      const content = await readFile(located.absolute);
      refuseLarger(located, content.length, maxBytes);
      return content
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }

  async function hash(located         , progress                                       )                      {
    const { size } = await regularFile(root, located);
    try {
      return await hashFile(located.absolute, size, progress)
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }
}

function refuseLarger({ name }         , bytes        , maxBytes        )       {
  if (bytes <= maxBytes) return
  throw new UserError('file.too-large', `Expected ${name} to have at most ${maxBytes} bytes but it has ${bytes}`, {
    file: name,
    hint: 'Is it the right file?',
  })
}

var localFiles$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  localFiles: localFiles
});

/** Largest file of a log that is read, in bytes: a document has at most one million, a bundle of entries less. */
const MAX_BYTES$4 = 32 * 1024 * 1024;

/**
 * A log's branch as it is checked out in a folder, to be read: plain files, no git. Links and whatever else is no file of its own are
 * passed over, so that nothing outside of the folder is ever read.
 */
function checkedOutLog(folder        , name        )            {
  return {
    name,
    head: async () => (await regular(join(folder, 'checkpoint'))) && 'checked-out',
    async read(_, path) {
      const file = join(folder, path);
      return (await regular(file)) ? readFile(file) : undefined
    },
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter(entry => entry.isFile())
        .map(entry =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter(path => path !== '.git' && !path.startsWith('.git/'))
    },
    async commit() {
      throw new UserError('log.checked-out', `Expected a branch to write to but ${name} is a checked-out folder`, {
        hint: 'Name the repository of the log',
      })
    },
  }
}

async function regular(file        )                            {
  try {
    const found = await lstat(file);
    return found.isFile() && found.size <= MAX_BYTES$4 ? true : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/** Variables by which git would look at another repository, or at other objects, than those of the folder. */
const ELSEWHERE =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|PREFIX|CONFIG|CONFIG_PARAMETERS)$/;

/** Seconds for one look into the clone. */
const SECONDS = 60;

/**
 * Runs git in a folder of the user's clone, with the user's and the system's settings (`safe.directory` is there), but without hooks,
 * prompts, replaced objects or fetching: it only looks.
 */
function runInClone(
  folder        ,
  env                                              ,
  words                   ,
)                  {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || ELSEWHERE.test(name) ? [] : [[name, value]         ],
  );
  const variables = {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
  return runGit(words, variables, { folder, seconds: SECONDS })
}

/** What a CI tells of where a change is to be merged. */
                              
                                                                   
                                    
                             
                                            
 

/**
 * The commit of a clone that a change is to be merged into: the branch as the clone last saw it, unless that is older than the commit
 * which the CI names, and else that commit. Nothing is fetched; a clone that has neither is a `UserError` that says what to fetch.
 */
async function baseCommit(
  folder        ,
  env                                              ,
  { base, targetBranch }             ,
)                  {
  const ask = (...words          ) => runInClone(folder, env, words);
  const commitOf = async (name        ) => {
    const { code, output } = await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    return code === 0 ? output.toString().trim() : undefined
  };
  const inside = await ask('rev-parse', '--git-dir');
  if (inside.code !== 0) throw unreadable$2(`found no clone of git here: ${firstWords(inside.said)}`)
  const named = base !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(base) ? await commitOf(base) : undefined;
  const branch = targetBranch ? await commitOf(`refs/remotes/origin/${targetBranch}`) : undefined;
  if (branch !== undefined && (base === undefined || branch === named)) return branch
  if (branch !== undefined && named !== undefined) {
    const { code } = await ask('merge-base', '--is-ancestor', named, branch);
    return code === 0 ? branch : named
  }
  if (named !== undefined) return named
  throw missing(base, targetBranch)
}

function missing(base                    , targetBranch                    )            {
  if (base === undefined && !targetBranch)
    return unreadable$2('the CI names no branch that the change is to be merged into')
  const what = base === undefined ? `refs/remotes/origin/${targetBranch}` : `the commit ${base}`;
  const fetch = targetBranch
    ? `git fetch --no-tags origin "+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}"`
    : `git fetch --no-tags origin ${base}`;
  return unreadable$2(
    `this clone lacks ${what}`,
    `Fetch it before the gate${base === undefined ? '' : ', and clone with more depth'}: ${fetch}`,
  )
}

const unreadable$2 = (found        , hint = 'Run in a clone of the repository, in a job that knows the target branch') =>
  new UserError('git.no-base', `The bar is that of the branch this change is to be merged into, but ${found}`, {
    hint,
    kind: 'environment',
  });

/** Largest file that is read, in bytes: longer than any lock file. */
const MAX_BYTES$3 = 32 * 1024 * 1024;

/**
 * The target of a change as a local clone has it, for CIs without a forge that is asked. Paths are seen from the folder, as the program
 * sees them. The commit is looked for when the first file is, so that it is a gate's refusal that says where it is missing.
 */
function gitBase(
  folder        ,
  env                                              ,
  target             ,
)                 {
  let found;                                                         
  const open = () => {
    found ??= opened();
    return found
  };

  async function ask(doing        , words                   )                  {
    const end = await runInClone(folder, env, words);
    if (end.code !== 0) throw otherFailure(doing, end)
    return end.output
  }

  async function opened() {
    const commit = await baseCommit(folder, env, target);
    const prefix = await ask('find the folder in the repository', ['rev-parse', '--show-prefix']);
    return { commit, prefix: prefix.toString().replace(/\n$/, '') }
  }

  return {
    async readBase(path) {
      const { commit, prefix } = await open();
      const whole = posix.normalize(`${prefix}${path}`);
      if (whole.startsWith('../') || posix.isAbsolute(whole)) throw unreadable$1(path, 'a file of this repository')
      const doing = `look up ${path} at ${commit.slice(0, 12)}`;
      const listed = (await ask(doing, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', whole])).toString();
      if (listed === '') return undefined
      const [, name, size] = /^100\d+ blob (\w+) +(\d+)\t/.exec(listed) ?? [];
      if (name === undefined || Number(size) > MAX_BYTES$3)
        throw unreadable$1(path, `a plain file of at most ${MAX_BYTES$3 / 1024 / 1024} MiB`)
      return decoded(path, await ask(`read ${path} at ${commit.slice(0, 12)}`, ['cat-file', 'blob', name]))
    },
    async listBase() {
      const { commit, prefix } = await open();
      const doing = `list the files at ${commit.slice(0, 12)}`;
      const listed = (await ask(doing, ['ls-tree', '-r', '-z', '--full-tree', commit])).toString();
      return listed
        .split('\0')
        .flatMap(line => /^100\d+ blob \w+\t(.*)$/s.exec(line)?.[1] ?? [])
        .filter(path => path.startsWith(prefix))
        .map(path => path.slice(prefix.length))
    },
  }
}

function decoded(path        , bytes            )         {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable$1(path, 'UTF-8 text')
  }
}

const unreadable$1 = (file        , expected        ) =>
  new UserError('git.base-file', `Expected ${file} on the target branch to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file there; it is read from there so that a change cannot change its own rules',
  });

/** Makes one question of all that are asked in one turn: `answer` gets them together and gives one answer to each, in their order. */
function gather                  (
  answer                                                                ,
)                                          {
  let asked                                                                                                 = [];

  async function send() {
    const batch = asked;
    asked = [];
    try {
      const answers = await answer(batch.map(({ question }) => question));
      if (answers.length !== batch.length)
        throw new Error(`Expected ${batch.length} answers but found ${answers.length}`)
      for (const [index, given] of answers.entries()) batch[index]?.resolve(given);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return question =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) queueMicrotask(() => void send());
      asked.push({ question, resolve, reject });
    })
}

/** Longest path, in UTF-8 bytes; git itself has no limit, file systems do. */
const LONGEST$1 = 1024;

/**
 * Refuses a change to a log's branch that a forge or a checkout could understand in another way: a path that leads outside, into
 * `.git`, or that is there twice.
 */
function checkChange(change   
                                                          
                                       
 )       {
  const seen = new Set        ();
  for (const path of [...change.additions.map(addition => addition.path), ...change.deletions]) {
    if (!isPlain(path)) {
      throw new UserError(
        'log.path',
        `Expected a plain relative path in the log's branch but found ${JSON.stringify(path)}`,
      )
    }
    if (seen.has(path)) {
      throw new UserError('log.path', `Expected each path once in a change of the log's branch but found ${path} twice`)
    }
    seen.add(path);
  }
}

function isPlain(path        )          {
  const parts = path.split('/');
  return (
    path.isWellFormed() &&
    new TextEncoder().encode(path).length <= LONGEST$1 &&
    !/[\x00-\x1f\x7f\\:]/.test(path) &&
    parts.every(part => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
  )
}

/** Whether a branch may be called so: a strict part of what `git check-ref-format --branch` allows, safe in an address and on a command line. */
const isBranchName = (name        )          =>
  name.length <= 200 &&
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(name) &&
  !/\.\.|\.lock(?:\/|$)|\.(?:\/|$)/.test(name);

/** Who all commits of a log are by. */
const AUTHOR = 'Proofmark <noreply@proofmark.dev>';

/** What `git fast-import` reads to make one commit, then to tell its name: it touches only the folders on the way to what changes. */
function importStream(
  ref        ,
  parent                    ,
  { message, additions, deletions }              ,
  now      ,
)             {
  const parts               = [];
  const line = (text        ) => parts.push(Buffer.from(`${text}\n`));
  const data = (content            ) => {
    line(`data ${content.byteLength}`);
    parts.push(content, Buffer.from('\n'));
  };
  line(`commit ${ref}`);
  line('mark :1');
  line(`committer ${AUTHOR} ${Math.floor(now.getTime() / 1000)} +0000`);
  data(Buffer.from(message));
  if (parent !== undefined) line(`from ${parent}`);
  for (const path of deletions) line(`D ${quoted(path)}`);
  for (const { path, content } of additions) {
    line(`M 100644 inline ${quoted(path)}`);
    data(content);
  }
  line('get-mark :1');
  line('done');
  return Buffer.concat(parts)
}

/** Paths hold no control characters and no backslash (`checkChange`), so a quote is all that needs care. */
const quoted = (path        ) => `"${path.replaceAll('"', '\\"')}"`;

/** Variables of git's that say how a server is reached, which is the user's to say. Everything else of git's is left out. */
const KEPT$2 =
  /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|PROXY_SSL_\w+|SSL_\w+|HTTP_USER_AGENT|CONFIG_COUNT|CONFIG_KEY_\d+|CONFIG_VALUE_\d+)$/;

/**
 * The environment that git runs in: the user's own, without a prompt, without the system's settings, and without what would point
 * it at another repository. `configuration` is read in place of the user's, which it includes.
 */
function gitEnvironment(
  env                                              ,
  repository        ,
  configuration        ,
)                         {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || (/^(?:GIT_|SSH_ASKPASS|LC_|LANGUAGE)/.test(name) && !KEPT$2.test(name)) ? [] : [[name, value]],
  );
  return {
    ...Object.fromEntries(kept),
    GIT_DIR: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: configuration,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    // `ext::` runs a command, and git:// proves nothing.
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  }
}

const made           = [];

/** A new folder for its owner only, which goes when this program ends. */
function temporaryFolder()         {
  if (made.length === 0) process.once('exit', removeAll);
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-log-'));
  made.push(folder);
  return folder
}

function removeAll()       {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/** Runs git in a bare repository of our own, whose one remote is `origin`. */
                        
                                                                             
                                                                                         
                          
 

/** Makes the repository in a temporary folder, which goes when this program ends: nothing that it holds is ever taken on trust later. */
async function openCache({ address, env, seconds, format }              )                 {
  const folder = temporaryFolder();
  const configuration = join(folder, 'config-of-user');
  writeFileSync(configuration, configurationOf(env));
  const repository = join(folder, 'log.git');
  const run = (words                   , input                      ) =>
    runGit(words, gitEnvironment(env, repository, configuration), {
      folder,
      seconds,
      ...(input === undefined ? {} : { input }),
    });
  for (const words of [
    ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`],
    ['config', 'remote.origin.url', address],
  ]) {
    const end = await run(words);
    if (end.code !== 0) throw otherFailure('make a temporary git repository', end)
  }
  const objects = [join(address, 'objects'), join(address, '.git', 'objects')].find(
    path => isAbsolute(path) && existsSync(path),
  );
  // A path with a line break or a quote would be read as something else (gitrepository-layout(5), "objects/info/alternates").
  const shares = objects !== undefined && !/[\n"#]/.test(objects);
  if (shares) {
    const alternates = join(repository, 'objects/info/alternates');
    mkdirSync(dirname(alternates), { recursive: true });
    writeFileSync(alternates, `${objects}\n`);
  }
  return { run, shares }
}

/** The user's own settings, then that a remote on this machine may hand out single files. */
function configurationOf(env                     )         {
  const own = env.GIT_CONFIG_GLOBAL
    ? [env.GIT_CONFIG_GLOBAL]
    : [env.XDG_CONFIG_HOME ? `${env.XDG_CONFIG_HOME}/git/config` : '~/.config/git/config', '~/.gitconfig'];
  const paths = own.map(path => `\tpath = "${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`);
  return `[include]\n${paths.join('')}[uploadpack]\n\tallowFilter = true\n`
}

/** Largest file that is read, in bytes: twice the largest a log has. */
const MAX_BYTES$2 = 32 * 1024 * 1024;
/** Bytes of files that are kept at hand. */
const KEPT$1 = 64 * 1024 * 1024;
/** Paths on one command line. */
const PATHS = 200;

               
                                                                
                                                                                               
                                                                                
 

                
                       
                                   
 

/** Reads plain files by path as of a commit that is at hand, those that are there; symbolic links are none. What it has read it keeps. */
function fileReader(git     )                                                                                 {
  const kept = new Map                    ();
  let bytes = 0;

  async function load(blobs                 , commit        )                {
    const names = [...new Set(blobs.map(({ name }) => name))].filter(name => !kept.has(name));
    if (names.length === 0) return
    const input = `${names.join('\n')}\n`;
    let sizes = blobs.map(({ size }) => size ?? 0);
    if (git.fetchFiles !== undefined) {
      await git.fetchFiles(names);
      const told = await git.ask(['cat-file', '--batch-check=%(objectsize)'], input);
      sizes = told.toString().trim().split('\n').map(Number);
    }
    if (sizes.some(size => !(size <= MAX_BYTES$2))) throw tooLarge$2(commit)
    for (const [name, content] of split(await git.ask(['cat-file', '--batch'], input), names)) {
      kept.set(name, content);
      bytes += content.byteLength;
    }
  }

  return async (commit, paths) => {
    const blobs = await findBlobs(git, commit, paths);
    if (bytes > KEPT$1) {
      kept.clear();
      bytes = 0;
    }
    await load([...blobs.values()], commit);
    return new Map(
      [...blobs].flatMap(([path, { name }]) => {
        const content = kept.get(name);
        return content === undefined ? [] : [[path, content]]
      }),
    )
  }
}

/** Names of the blobs at paths; their sizes too where that costs nothing. */
async function findBlobs(git     , commit        , paths                   )                             {
  const long = git.fetchFiles === undefined ? ['-l'] : [];
  const blobs = new Map              ();
  for (let start = 0; start < paths.length; start += PATHS) {
    const part = paths.slice(start, start + PATHS);
    const listed = await git.ask(['ls-tree', '-z', '--full-tree', ...long, commit, '--', ...part]);
    for (const line of listed.toString().split('\0')) {
      const [, name, size, path] = /^100\d+ blob (\w+)(?: +(\d+))?\t(.*)$/s.exec(line) ?? [];
      if (name !== undefined && path !== undefined) {
        blobs.set(path, { name, size: size === undefined ? undefined : Number(size) });
      }
    }
  }
  return blobs
}

/** Reads `<name> blob <size>\n<content>\n` for each of the names. */
function split(output        , names                   )                          {
  const contents = new Map                    ();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf(10, at);
    const [found, type, size] = output.subarray(at, end).toString().split(' ');
    if (found !== name || type !== 'blob') throw new Error(`Expected git to give ${name} but found ${found} ${type}`)
    const start = end + 1;
    contents.set(name, new Uint8Array(output.subarray(start, start + Number(size))));
    at = start + Number(size) + 1;
  }
  return contents
}

const tooLarge$2 = (commit        ) =>
  new UserError(
    'git.too-large',
    `Expected files of at most ${MAX_BYTES$2 / 1024 / 1024} MiB in the log's branch but found a larger one`,
    { hint: `Somebody else has written there: look at commit ${commit}`, kind: 'environment' },
  );

/** How often something that only reads is tried where the network fails. */
const TRIES$4 = 3;

const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];

                                                            
                                                
                      
                               
                       
                         
 

/** A bare repository of our own that holds as much of the remote as was asked for. */
                                
                                                                    
                                                                                            
                                                                               
                                                              
                                     
                                     
                            
                                                                                   
 

async function openLogRepository(options                      )                         {
  const { ref, name, second } = options;
  const { run, shares } = await openCache(options);
  const known = new Map                       ();
  /** Whether the server hands out single files, until it says no; else everything comes at once. */
  let filters = true;
  const filter = () => (filters ? ['--filter=blob:none'] : ['--no-filter']);

  async function ask(doing        , words                   , input         )                  {
    for (let tried = 1; ; tried += 1) {
      const end = await run(words, input);
      if (/filtering not recognized by server/.test(end.said)) filters = false;
      if (end.code === 0) return end.output
      if (GONE.test(end.said)) throw gone(doing, end.said)
      const permanent = permanentFailure(doing, end.said);
      if (permanent !== undefined) throw permanent
      if (tried === TRIES$4) throw otherFailure(doing, end)
      await setTimeout$1(2 ** (tried - 1) * second);
    }
  }

  async function fetchCommit(commit        )                {
    const one = [...FETCH, '--depth=1', ...filter(), 'origin', `+${commit}:refs/proofmark/${commit}`];
    const doing = `fetch ${commit.slice(0, 12)} of ${name}`;
    try {
      await ask(doing, one);
    } catch (error) {
      // A server of before protocol 2 gives only what its branches show.
      if (!isGone(error)) throw error
      await ask(`fetch ${name}`, [...FETCH, ...filter(), 'origin', `+${ref}:refs/proofmark/branch`]);
      if ((await run(['cat-file', '-e', `${commit}^{commit}`])).code !== 0) throw error
    }
  }

  async function fetchFiles(blobs                   )                {
    if (!filters) return
    // Without negotiation, as git itself fetches what a partial clone lacks.
    const words = ['-c', 'fetch.negotiationAlgorithm=noop', ...FETCH, ...filter(), '--stdin', 'origin'];
    try {
      await ask(`fetch files of ${name}`, words, `${blobs.join('\n')}\n`);
    } catch (error) {
      if (!isGone(error)) throw error
      filters = false;
      await ask(`fetch ${name}`, [...FETCH, '--refetch', ...filter(), 'origin', `+${ref}:refs/proofmark/branch`]);
    }
  }

  const read = fileReader({
    ask: (words, input) => ask(`read files of ${name}`, words, input),
    fetchFiles: shares ? undefined : fetchFiles,
  });

  function have(commit        )                {
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error(`Expected a commit but found '${commit}'`)
    if (shares) return Promise.resolve()
    const fetched = known.get(commit) ?? fetchCommit(commit);
    known.set(commit, fetched);
    fetched.catch(() => known.delete(commit));
    return fetched
  }

  return {
    run,
    ask,
    have,
    made: commit => void known.set(commit, Promise.resolve()),
    files: async (commit, paths) => {
      await have(commit);
      return read(commit, paths)
    },
  }
}

/** What a server says of a commit that it has not, and git of one that is not at hand. */
const GONE =
  /not our ref|unadvertised object|couldn't find remote ref|Not a valid (?:object|commit) name|not a tree object|bad object/;

const isGone = (error         ) => error instanceof UserError && error.code === 'git.commit-gone';

const gone = (doing        , said        ) =>
  new UserError('git.commit-gone', `Expected to ${doing} but the server has no such commit any more`, {
    hint: 'The branch may have been rewritten: compare it with a clone or a certificate that saw it before',
    kind: 'environment',
    cause: said,
  });

/** Reasons of a refusal that mean: the branch is not where we thought, or another writer holds it this moment. */
const MOVED =
  /stale info|fetch first|non-fast-forward|needs force|failed to update ref|cannot lock ref|failed to lock|incorrect old value|reference already exists|already exists/i;

/** How a push of one branch by `git push --porcelain` ended (git-push(1), "Output"): moved, `conflict`, `lost`, or a `UserError`. */
function pushResult(doing        , end        )                                {
  const line = /^([ +*!=])\t\S+\t(.*)$/m.exec(end.output.toString());
  const [, flag, summary = ''] = line ?? [];
  if (flag === ' ' || flag === '*') return 'moved'
  // Somebody else's commit, the same to the byte, was there first.
  if (flag === '=') return 'conflict'
  if (flag === '!' && !/remote failure|remote failed to report/.test(summary)) {
    if (MOVED.test(summary)) return 'conflict'
    throw new UserError('git.refused', `Expected to ${doing} but the server refused it: ${reason(summary, end.said)}`, {
      hint: 'A rule or a hook of the server stands against it: let the branch be fast-forwarded by who writes the log',
      kind: 'environment',
    })
  }
  const permanent = permanentFailure(doing, end.said);
  if (permanent !== undefined) throw permanent
  if (flag === '+') throw otherFailure(doing, end)
  return 'lost'
}

/** `pre-receive hook declined: no way` */
function reason(summary        , said        )         {
  const declined = /\((.*)\)/.exec(summary)?.[1] ?? summary;
  const remote = said.split('\n').flatMap(line => /^remote: (.*\S)/.exec(line)?.[1] ?? []);
  return withoutSecrets([declined, ...remote].join(': ').slice(0, 300))
}

/**
 * Refuses a repository among the files that are being checked: whoever wrote those could have put it there, and git runs the hooks of a
 * folder that is pushed to. The checkout's own repository is none of its files.
 */
function refuseInCheckout(
  address        ,
  root        ,
  env                                              ,
)       {
  const folder = isAbsolute(address) ? address : /^file:/i.test(address) ? fileURLToPath(address) : undefined;
  if (folder === undefined) return
  const path = real(folder);
  const checkouts = [checkoutOf(root), env.GITHUB_WORKSPACE].flatMap(found => (found ? [real(found)] : []));
  if (!checkouts.some(checkout => path.startsWith(checkout + sep))) return
  throw new UserError(
    'git.in-checkout',
    `Expected the log's repository outside of what is checked out but found ${folder} in it`,
    { hint: 'Keep the log in a folder beside the checkout, or behind an address: git runs the hooks of a folder' },
  )
}

/** The nearest folder, from one upwards, that is a checkout. */
function checkoutOf(folder        )                     {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(resolve(folder));
  return above === resolve(folder) ? undefined : checkoutOf(above)
}

/** As the disk has it, symbolic links followed; a path that is not there as it is written. */
function real(path        )         {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/**
 * A log's branch behind the address of any git remote, by the program git. Only the newest commit is fetched, and of its files those
 * that are read, where the server can (partial clone); of a folder on this machine nothing is copied.
 */
function gitLogBranch(
  { remote, branch }                                                      ,
  { root, env = process.env, now = () => new Date(), seconds = 120, second = 1000 }               ,
)            {
  if (!isBranchName(branch)) {
    throw new UserError('git.branch', `Expected the name of a branch but found '${branch}'`, {
      hint: 'Name it like proofmark-log',
    })
  }
  const address = remoteAddress(root, remote);
  refuseInCheckout(address, root, env);
  const name = `${withoutSecrets(remote)}@${branch}`;
  const ref = `refs/heads/${branch}`;
  const repositories = new Map                                ();
  /** The repository for commits named like this one: by SHA-1, or by SHA-256. */
  function repositoryFor(commit = '')                         {
    const format = commit.length === 64 ? 'sha256' : 'sha1';
    const opened = repositories.get(format) ?? openLogRepository({ address, env, seconds, format, ref, name, second });
    repositories.set(format, opened);
    return opened
  }
  let made = 0;

  const readOne = gather                                                          (async questions => {
    const found = new Map                                          ();
    for (const { commit } of questions) {
      const paths = questions.filter(question => question.commit === commit).map(({ path }) => path);
      found.set(commit, found.get(commit) ?? repositoryFor(commit).then(({ files }) => files(commit, paths)));
    }
    return Promise.all(questions.map(async ({ commit, path }) => (await found.get(commit))?.get(path)))
  });

  return {
    name,
    async head() {
      const { ask } = await repositoryFor();
      const output = (await ask(`look at ${name}`, ['ls-remote', 'origin', ref])).toString();
      return output
        .split('\n')
        .map(line => line.split('\t'))
        .find(([, found]) => found === ref)?.[0]
    },
    read: (commit, path) => readOne({ commit, path }),
    async list(commit) {
      const { have, ask } = await repositoryFor(commit);
      await have(commit);
      const output = await ask(`list the files of ${name}`, ['ls-tree', '-r', '-z', '--full-tree', commit]);
      return output
        .toString()
        .split('\0')
        .flatMap(line => /^\d+ blob \w+\t(.*)$/s.exec(line)?.[1] ?? [])
    },
    async commit(parent, change) {
      checkChange(change);
      const repository = await repositoryFor(parent);
      if (parent !== undefined) await repository.have(parent);
      made += 1;
      const stream = importStream(`refs/proofmark/made-${made}`, parent, change, now());
      const imported = await repository.run(['fast-import', '--quiet', '--done'], stream);
      const commit = imported.output.toString().trim();
      if (imported.code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) throw otherFailure('make a commit', imported)
      repository.made(commit);
      const lease = `--force-with-lease=${ref}:${parent ?? ''}`;
      // Not thin: a difference from a file that is not at hand would have that file fetched first.
      const push = ['push', '--porcelain', '--no-verify', '--no-thin', lease, 'origin', `${commit}:${ref}`];
      const pushed = await repository.run(push);
      const result = pushResult(`write to ${name}`, pushed);
      return result === 'moved' ? { commit } : result
    },
  }
}

var gitLogBranch$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  gitLogBranch: gitLogBranch
});

const TASK = (team        ) => ({
  doing: `read who is in the team ${team}`,
  permission: 'organisation members: read'         ,
  remedy:
    "Put a token of an app or a person that may read the organisation's members into PROOFMARK_TEAM_TOKEN: a job's own token cannot. Or list the accounts: `roles: { compliance: { users: [carol] } }`",
});

/** The teams of GitHub's organisations, read by a token of their own. */
function githubTeams(options                   )        {
  const connection = connect(options);
  const asked = new Map                          ();
  return {
    isMember(team, login) {
      const key = `${team}\n${login}`;
      const answer = asked.get(key) ?? connection.attempt(TASK(team), octokit => isMember(octokit, team, login));
      asked.set(key, answer);
      return answer
    },
  }
}

/** GitHub answers 404 both of somebody who is no member and of a team that the token may not see: then the team itself is asked for. */
async function isMember(octokit         , name        , username        )                   {
  const [org = '', team_slug = ''] = name.split('/');
  try {
    const { data } = await octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug, username });
    return data.state === 'active'
  } catch (error) {
    if (!isAbsent(error)) throw error
    await octokit.rest.teams.getByName({ org, team_slug });
    return false
  }
}

const TRIES$3 = 3;
/** Seconds for one request. */
const TIMEOUT$2 = 20;
/** Most that an answer may hold, in characters: a token of GitHub's has about two thousand. */
const MAX_ANSWER$2 = 64 * 1024;

const Answer$2 = object({ value: string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/) });

                                       
                                                                                                             
                                                                    
                                                                               
                                         
                                                                            
                          
 

/**
 * Tokens of GitHub Actions for the running job. Not `@actions/core`'s `getIDToken`: that masks by printing the token to standard
 * output, which `--json` and a pipe would keep.
 */
function githubIdentityTokens({ environment, hide, second = 1000 }                      )                 {
  return {
    async token(audience) {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
      if (!address || !URL.canParse(address) || !bearer) throw notAllowed()
      // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
      const { default: http } = await import('node:http');
      http.setGlobalProxyFromEnv?.();
      const url = new URL(address);
      url.searchParams.set('audience', audience);
      for (let tried = 1; ; tried += 1) {
        const answer = await ask(url, bearer, second);
        if ('token' in answer) {
          hide?.(answer.token);
          return answer.token
        }
        if (!answer.again || tried === TRIES$3) throw unanswered(url, answer.found)
        await setTimeout$1(2 ** (tried - 1) * second);
      }
    },
  }
}

async function ask(
  url     ,
  bearer        ,
  second        ,
)                                                                                            {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT$2 * second),
      headers: { accept: 'application/json', authorization: `Bearer ${bearer}` },
    });
    const text = await response.text();
    if (!response.ok)
      return { found: `HTTP status ${response.status}`, again: response.status === 429 || response.status >= 500 }
    const read = text.length > MAX_ANSWER$2 ? undefined : Answer$2.safeParse(JSON.parse(text)).data;
    return read ? { token: read.value } : { found: 'an answer without a token', again: false }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT$2} seconds` : 'no connection', again: true }
  }
}

const notAllowed = () =>
  new UserError('github.no-identity', 'Expected a job that may ask GitHub for an identity token but found none', {
    kind: 'environment',
    hint: "Run in GitHub Actions with `id-token: write` in the job's permissions; a pull request from a fork gets no token",
  });

const unanswered = (url     , found        ) =>
  new UserError('github.identity-token', `Expected an identity token from ${url.host} but found ${found}`, {
    kind: 'environment',
    hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
  });

const TRIES$2 = 3;

/** What GraphQL has against a request, which it answers with status 200. */
                     
                        
                          
                                                  
 

                                 
                                       
                                                      
 

/** By shape: importing octokit's class here would load octokit at start-up. */
const isRefused = (error         )                   => error instanceof Error && error.name === 'GraphqlResponseError';

/**
 * Asks GitHub's GraphQL API. Its complaints become errors like those of the REST API (see `failureOf`), which keep the complaint's
 * type. It waits where it is asked to; a lost answer is asked for again only where `repeat` says that nothing is written.
 */
async function askGraphql(
  octokit         ,
  second        ,
  query        ,
  variables                         ,
  { repeat }                              ,
)                   {
  for (let tried = 1; ; tried += 1) {
    try {
      return await octokit.graphql(query, variables)
    } catch (given) {
      const error = isRefused(given) ? asHttpError(given) : given;
      const failure = failureOf(error);
      const inBody = failure?.kind === 'limited' && isRefused(given);
      const seconds = inBody || (failure?.kind === 'lost' && repeat) ? pause(failure, tried) : undefined;
      if (seconds === undefined || tried === TRIES$2) throw error
      await setTimeout$1(seconds * second);
    }
  }
}

/** The type of the complaint, `STALE_DATA`, or its code, `undefinedField`; undefined for any other error. */
const complaintOf = (error         )                     =>
  error instanceof Error && 'complaint' in error && typeof error.complaint === 'string' ? error.complaint : undefined;

/** Whether this server's GraphQL cannot do what was asked: there is none, or it is older than what was asked for. */
function isUnknownToServer(error         )          {
  const failure = failureOf(error);
  const complaint = complaintOf(error);
  if (complaint !== undefined) return /^(?:undefined|argument|unknown|variable)/.test(complaint)
  return failure?.kind === 'refused' && (failure.status === 404 || failure.status === 401 || failure.status === 405)
}

function asHttpError({ errors, headers }         )        {
  const [first] = errors;
  const message = errors.map(error => error.message).join(': ');
  const complaint = first?.type ?? first?.extensions?.code ?? '';
  const shape = { name: 'HttpError', status: statusOf(complaint, message), complaint };
  return Object.assign(new Error(message), shape, { response: { headers, data: { message } } })
}

function statusOf(complaint        , message        )         {
  if (complaint === 'RATE_LIMITED' || /rate limit/i.test(message)) return 403
  if (complaint === 'FORBIDDEN' || complaint === 'INSUFFICIENT_SCOPES') return 403
  if (complaint === 'NOT_FOUND') return 404
  if (/something went wrong|timed? ?out|internal/i.test(complaint === '' ? message : complaint)) return 502
  return 422
}

/** The name that git gives to a file's bytes (SHA-1, as GitHub's repositories have it): what comes under it has not been altered on the way. */
const blobName = (content            )         =>
  createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex');

/** Largest file that is read, in bytes: twice the largest a log has. */
const MAX_BYTES$1 = 32 * 1024 * 1024;
/** Bytes that are kept at hand. */
const KEPT = 64 * 1024 * 1024;

/** Contents by the name git gives them, which cannot change. */
                        
                                   
                                           
 

function blobs()        {
  const contents = new Map                    ();
  let bytes = 0;
  return {
    keep(content) {
      const name = blobName(content);
      if (contents.has(name)) return name
      if (bytes + content.byteLength > KEPT) {
        contents.clear();
        bytes = 0;
      }
      contents.set(name, content);
      bytes += content.byteLength;
      return name
    },
    get: name => contents.get(name),
  }
}

/** Fetches a blob; refuses bytes that are not what its name says. */
async function fetchBlob(octokit         , { owner, repo }            , name        )                      {
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: name });
  if ((data.size ?? 0) > MAX_BYTES$1) throw tooLarge$1(`${owner}/${repo}`, name)
  const content = new Uint8Array(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
  if (blobName(content) !== name) {
    throw new UserError('github.blob', `Expected the bytes of ${name} from ${owner}/${repo} but found others`, {
      hint: 'Something between this machine and GitHub alters what it sends: look at the proxy',
      kind: 'environment',
    })
  }
  return content
}

const tooLarge$1 = (repository        , where        ) =>
  new UserError(
    'github.too-large',
    `Expected files of at most ${MAX_BYTES$1 / 1024 / 1024} MiB in the log of ${repository} but found a larger one (${where})`,
    { hint: 'Somebody else has written there: look at the last commits of the branch', kind: 'environment' },
  );

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const Answer$1 = object({ createCommitOnBranch: object({ commit: object({ oid: string() }) }) });

/** Moves a branch from one commit to a new one in one request, which GitHub carries out only if it still points there, and signs. */
async function commitByGraphql(
  octokit         ,
  { owner, repo, second }            ,
  branch        ,
  parent        ,
  { message, additions, deletions }              ,
)                                                    {
  const [headline = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
    expectedHeadOid: parent,
    message: { headline, ...(body === '' ? {} : { body }) },
    fileChanges: {
      additions: additions.map(({ path, content }) => ({ path, contents: Buffer.from(content).toString('base64') })),
      deletions: deletions.map(path => ({ path })),
    },
  };
  try {
    const answer = await askGraphql(octokit, second, MUTATION, { input }, { repeat: false });
    const { data } = Answer$1.safeParse(answer);
    // Neither a commit nor a complaint: whoever looks will see.
    return data === undefined ? 'lost' : { commit: data.createCommitOnBranch.commit.oid }
  } catch (error) {
    if (failureOf(error)?.kind === 'lost') return 'lost'
    if (isStale(error)) return 'conflict'
    throw error
  }
}

const isStale = (error         ) =>
  error instanceof Error &&
  (/^STALE_/.test(complaintOf(error) ?? '') ||
    /expected branch to point to|is at \w+ but expected/i.test(error.message));

/** Largest text that goes along in the request for a tree, in bytes. */
const INLINE = 100_000;

/**
 * Moves a branch by the parts of git: blobs, a tree, a commit, then the branch itself, which GitHub moves forward only (`force:
 * false`). Without a parent it makes the branch, whose first commit has none. Only the last request changes what others see; those
 * before may be sent twice.
 */
async function commitByRest(
  octokit         ,
  connection            ,
  branch        ,
  parent                    ,
  change              ,
)                                                    {
  const { owner, repo, second } = connection;
  const send =    (request                            )             =>
    sendOnce(
      second,
      async () => (await request()).data,
      async () => undefined,
    );
  try {
    const tree                                                                                          = [];
    for (const { path, content } of change.additions) {
      const text = content.byteLength <= INLINE ? asText(content) : undefined;
      const entry = { path, mode: '100644', type: 'blob' };         
      if (text !== undefined) tree.push({ ...entry, content: text });
      else {
        const base64 = Buffer.from(content).toString('base64');
        const { sha } = await send(() =>
          octokit.rest.git.createBlob({ owner, repo, content: base64, encoding: 'base64' }),
        );
        tree.push({ ...entry, sha });
      }
    }
    for (const path of change.deletions) tree.push({ path, mode: '100644', type: 'blob', sha: null });
    const base =
      parent === undefined
        ? {}
        : { base_tree: (await octokit.rest.git.getCommit({ owner, repo, commit_sha: parent })).data.tree.sha };
    const { sha: root } = await send(() => octokit.rest.git.createTree({ owner, repo, tree, ...base }));
    const parents = parent === undefined ? [] : [parent];
    const { sha: commit } = await send(() =>
      octokit.rest.git.createCommit({ owner, repo, message: change.message, tree: root, parents }),
    );
    return await point(commit)
  } catch (error) {
    throw isEmptyRepository(error) ? emptyRepository(`${owner}/${repo}`) : error
  }

  async function point(sha        )                                                    {
    const request = { once: true };
    try {
      if (parent === undefined)
        await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha, request });
      else await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false, request });
      return { commit: sha }
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'lost') return 'lost'
      if (failure?.kind === 'refused' && isMoved(failure)) return 'conflict'
      throw error
    }
  }
}

/** The branch is elsewhere, is there already, is there no more, or another request holds it. */
const isMoved = ({ status, reason }                                    ) =>
  (status === 409 && !/empty/i.test(reason)) ||
  (status === 422 &&
    /fast.?forward|reference already exists|reference does not exist|but expected|cannot lock ref|reference update failed/i.test(
      reason,
    ));

/** The text, where its UTF-8 is these bytes again. */
function asText(content            )                     {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** GitHub's git database takes nothing before the first commit of a repository (docs.github.com, "Git database"). */
function isEmptyRepository(error         )          {
  const failure = failureOf(error);
  return failure?.kind === 'refused' && failure.status === 409 && /empty/i.test(failure.reason)
}

const emptyRepository = (repository        ) =>
  new UserError('github.empty-repository', `Expected ${repository} to have a first commit but it is empty`, {
    hint: 'Add a README to the repository, then run it again',
    kind: 'environment',
  });

/** The error for a commit that the repository does not have: the branch showed it before. */
const commitGone = (repository        , commit        ) =>
  new UserError('github.commit-gone', `Expected ${repository} to have the commit ${commit} but found none`, {
    hint: 'The branch may have been rewritten: compare it with a clone or a certificate that saw it before',
    kind: 'environment',
  });

/** Files asked for in one question. */
const FILES = 100;

/** A blob, or another object, which shows nothing of what a blob would. */
const Found = object({ oid: string(), byteSize: number(), isTruncated: boolean(), text: string().nullable() })
  .partial()
  .nullable();
const Answer = object({
  repository: looseObject({ commit: object({ oid: string() }).partial().nullable() }),
});

/**
 * The names of the blobs at paths as of a commit, all in one question; undefined where there is no file. GraphQL also gives their
 * texts: those that are what the name says go to `blobs`. Bytes that are no text cannot be had from it.
 */
async function findByGraphql(
  octokit         ,
  { owner, repo, second }            ,
  commit        ,
  paths                   ,
  blobs       ,
)                                  {
  const found                         = [];
  for (let start = 0; start < paths.length; start += FILES) {
    const part = paths.slice(start, start + FILES);
    const declared = part.map((_, i) => `, $e${i}: String!`).join('');
    const asked = part
      .map((path, i) => `f${i}: object(expression: $e${i}) { ...${isBytes(path) ? 'bytes' : 'text'} }`)
      .join('\n');
    const query = `query ($owner: String!, $repo: String!, $commit: GitObjectID!${declared}) {
      repository(owner: $owner, name: $repo) {
        commit: object(oid: $commit) { ... on Commit { oid } }
        ${asked}
      }
    }
    ${fragments(part)}`;
    const expressions = Object.fromEntries(part.map((path, i) => [`e${i}`, `${commit}:${path}`]));
    const answer = await askGraphql(octokit, second, query, { owner, repo, commit, ...expressions }, { repeat: true });
    const repository = Answer.safeParse(answer).data?.repository;
    if (repository?.commit?.oid !== commit) throw commitGone(`${owner}/${repo}`, commit)
    for (const [i, path] of part.entries()) {
      const file = Found.parse(repository[`f${i}`]);
      if ((file?.byteSize ?? 0) > MAX_BYTES$1) throw tooLarge$1(`${owner}/${repo}`, path)
      if (typeof file?.text === 'string' && file.isTruncated === false)
        blobs.keep(new Uint8Array(Buffer.from(file.text)));
      found.push(file?.oid);
    }
  }
  return found
}

/** Tiles hold bytes, of which GraphQL has only what they would be as a text: useless, and long. */
const isBytes = (path        ) => path.startsWith('tile/');

/** A fragment that is not used is an error. */
const fragments = (paths                   ) =>
  (paths.some(isBytes) ? 'fragment bytes on Blob { oid byteSize } ' : '') +
  (paths.every(isBytes) ? '' : 'fragment text on Blob { oid byteSize isTruncated text }');

/** The name of the blob at a path as of a commit, one request each; undefined where there is no file. A small one's bytes go to `blobs`. */
async function findByRest(
  octokit         ,
  { owner, repo }            ,
  commit        ,
  path        ,
  blobs       ,
)                              {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
    if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data)) return undefined
    if (data.size > MAX_BYTES$1) throw tooLarge$1(`${owner}/${repo}`, path)
    // Of a file larger than 1 MB the answer holds no content.
    if (data.encoding === 'base64') blobs.keep(new Uint8Array(Buffer.from(data.content, 'base64')));
    return data.sha
  } catch (error) {
    if (!isAbsent(error)) throw error
    await requireCommit(octokit, owner, repo, commit);
    return undefined
  }
}

/** GitHub also answers 404 where the token may not read, and of a commit that is not there. */
async function requireCommit(octokit         , owner        , repo        , commit_sha        )                {
  try {
    await octokit.rest.git.getCommit({ owner, repo, commit_sha });
  } catch (error) {
    if (!isAbsent(error)) throw error
    // Of a repository that may not be read this fails too, and names the permission.
    await octokit.rest.git.listMatchingRefs({ owner, repo, ref: 'heads/' });
    throw commitGone(`${owner}/${repo}`, commit_sha)
  }
}

/** Paths of all files below a tree; where there are too many for one answer (100 000 entries or 7 MB), folder by folder. */
async function listTree(
  octokit         ,
  connection            ,
  tree_sha        ,
  folder = '',
)                    {
  const { owner, repo } = connection;
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha, recursive: '1' });
  if (!data.truncated) return data.tree.filter(({ type }) => type === 'blob').map(({ path }) => folder + path)
  const { data: one } = await octokit.rest.git.getTree({ owner, repo, tree_sha });
  if (one.truncated) throw tooMany(`${owner}/${repo}`)
  const paths           = [];
  for (const { type, path, sha } of one.tree) {
    if (type === 'blob') paths.push(folder + path);
    if (type === 'tree' && sha !== null) paths.push(...(await listTree(octokit, connection, sha, `${folder}${path}/`)));
  }
  return paths
}

const tooMany = (repository        ) =>
  new UserError(
    'github.too-many-files',
    `Expected GitHub to list the files of the log of ${repository} but one folder has too many`,
    { hint: 'Somebody else has written there: look at the branch in a clone', kind: 'environment' },
  );

/** Largest change that goes into one request of GraphQL, in bytes. */
const MAX_CHANGE = 16 * 1024 * 1024;

/**
 * A log's branch in a repository on GitHub, or on a GitHub Enterprise Server. It reads and writes by GraphQL, one request for
 * all files and one for a commit; where GraphQL is missing, too old or refused, by REST. What it has read or written once it does
 * not ask for again: contents are known by their digest.
 */
function githubLogBranch(options                   , branch        )            {
  if (!isBranchName(branch)) {
    throw new UserError('github.branch', `Expected the name of a branch but found '${branch}'`, {
      hint: 'Name it like proofmark-log',
    })
  }
  const connection = connect(options);
  const { owner, repo } = connection;
  const name = `${owner}/${repo}@${branch}`;
  const instead = 'keep the log behind a git remote';
  const reading       = { doing: `read the log ${name}`, permission: 'contents: read', caveat: ANOTHER, instead };
  const writing       = { doing: `write the log ${name}`, permission: 'contents: write', caveat: ANOTHER, instead };

  /** GraphQL takes no request without a token. */
  let graphql = options.token !== '';
  const contents = blobs();
  /** By commit and path the blob there, as far as it is known. */
  const known = new Map                                                 ();

  const readOne = gather                                                          (questions =>
    connection.attempt(reading, async octokit => {
      for (const commit of new Set(questions.map(question => question.commit))) {
        const paths = questions.filter(question => question.commit === commit).map(({ path }) => path);
        await find(octokit, commit, [...new Set(paths)]);
      }
      return inOrder(questions, async ({ commit, path }) => {
        const blob = known.get(commit)?.get(path);
        if (blob === undefined) return undefined
        const content = contents.get(blob) ?? (await fetchBlob(octokit, connection, blob));
        contents.keep(content);
        return content
      })
    }),
  );

  /** Learns which blobs are at these paths. */
  async function find(octokit         , commit        , paths                   )                {
    const had = known.get(commit) ?? new Map();
    const wanted = paths.filter(path => !had.has(path));
    if (wanted.length === 0) return
    const found = await findAll(octokit, commit, wanted);
    known.set(commit, new Map([...(known.get(commit) ?? []), ...wanted.map((path, i) => [path, found[i]]         )]));
  }

  async function findAll(octokit         , commit        , paths                   )                                  {
    if (graphql) {
      try {
        return await findByGraphql(octokit, connection, commit, paths, contents)
      } catch (error) {
        if (!isUnknownToServer(error) && complaintOf(error) !== 'FORBIDDEN') throw error
        if (isUnknownToServer(error)) graphql = false;
      }
    }
    return inOrder(paths, path => findByRest(octokit, connection, commit, path, contents))
  }

  async function head(octokit         )                              {
    try {
      // Of a branch that is not there it has nothing, of a repository that may not be read it fails: `GET /git/ref` is 404 for both.
      const { data } = await octokit.rest.git.listMatchingRefs({ owner, repo, ref: `heads/${branch}` });
      return data.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'refused' && failure.status === 409) return undefined
      throw error
    }
  }

  async function write(octokit         , parent                    , change              ) {
    const bytes = change.additions.reduce((sum, { content }) => sum + content.byteLength, 0);
    if (graphql && parent !== undefined && bytes <= MAX_CHANGE) {
      try {
        return await commitByGraphql(octokit, connection, branch, parent, change)
      } catch (error) {
        if (complaintOf(error) === 'NOT_FOUND' && (await head(octokit)) !== parent) return 'conflict'
        if (!isUnknownToServer(error) && complaintOf(error) !== 'FORBIDDEN') throw error
        if (isUnknownToServer(error)) graphql = false;
      }
    }
    return commitByRest(octokit, connection, branch, parent, change)
  }

  return {
    name,
    head: () => connection.attempt(reading, head),
    read: (commit, path) => readOne({ commit, path }),
    list: commit => connection.attempt(reading, octokit => listTree(octokit, connection, commit)),
    async commit(parent, change) {
      checkChange(change);
      const result = await connection.attempt(writing, octokit => write(octokit, parent, change));
      if (typeof result !== 'string') {
        const before = parent === undefined ? [] : (known.get(parent) ?? []);
        const after = new Map([...before, ...change.deletions.map(path => [path, undefined]         )]);
        for (const { path, content } of change.additions) after.set(path, contents.keep(content));
        known.set(result.commit, after);
      }
      return result
    },
  }
}

const ANOTHER =
  'For a log in another repository than the run, put a token that may write there into the variable PROOFMARK_LOG_TOKEN';

/** Requests that only read, under way at once: far from the hundred that GitHub takes. */
const AHEAD$1 = 8;

async function inOrder      (items              , act                         )               {
  const results      = [];
  for (let start = 0; start < items.length; start += AHEAD$1) {
    results.push(...(await Promise.all(items.slice(start, start + AHEAD$1).map(act))));
  }
  return results
}

var githubLogBranch$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  githubLogBranch: githubLogBranch
});

/** How a log's repository is reached: by the token that is meant for it, else by the run's own, else without any. */
const logConnection = (
  env                                              ,
  repository        ,
)                    => ({
  // `||`: a secret that is not set arrives empty.
  token: env.PROOFMARK_LOG_TOKEN || env.INPUT_TOKEN || env.GITHUB_TOKEN || env.GH_TOKEN || '',
  apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
  repository,
});

var logConnection$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  logConnection: logConnection
});

/** Seconds for one request and its answer. */
const TIMEOUT$1 = 20;
/** Most that an answer may hold, in characters. */
const MAX_ANSWER$1 = 64 * 1024;

/** What is read of an issuer's description of itself (OpenID Connect Discovery 1.0, §4). */
const Description = object({ issuer: string(), jwks_uri: url() });

/** The keys that an issuer shows now, from where its own description says, which must be on the same host. */
async function issuerKeys(issuer        )                       {
  const base = issuer.replace(/\/+$/, '');
  if (!isSafe(base)) throw unusable(issuer, 'an address that is not https')
  const described = Description.safeParse(await read(`${base}/.well-known/openid-configuration`, issuer)).data;
  if (described === undefined) throw unusable(issuer, 'no description of itself')
  if (described.issuer !== issuer) throw unusable(issuer, `the description of ${described.issuer}`)
  if (new URL(described.jwks_uri).origin !== new URL(base).origin)
    throw unusable(issuer, `keys at another host (${new URL(described.jwks_uri).host})`)
  const keys = JsonWebKeys.safeParse(await read(described.jwks_uri, issuer)).data;
  if (keys === undefined) throw unusable(issuer, 'no public keys')
  return keys
}

/** Encrypted all the way; or on this machine itself. */
const isSafe = (address        ) => URL.canParse(address) && /^(https:|http:\/\/127\.0\.0\.1(:|\/|$))/.test(address);

async function read(address        , issuer        )                   {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to.
  const { default: http } = await import('node:http');
  http.setGlobalProxyFromEnv?.();
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT$1 * 1000),
      headers: { accept: 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw unusable(issuer, `HTTP status ${response.status}`)
    if (text.length > MAX_ANSWER$1) throw unusable(issuer, `an answer of more than ${MAX_ANSWER$1} characters`)
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw unusable(issuer, error instanceof SyntaxError ? 'an answer that is no JSON' : 'no connection', error)
  }
}

const unusable = (issuer        , found        , cause          ) =>
  new UserError('oidc.issuer-keys', `Expected the keys of ${issuer} but found ${found}`, {
    kind: 'environment',
    hint: 'Check that the issuer is the one your GitHub names, and that the runner reaches it; then run the job again',
    ...(cause === undefined ? {} : { cause }),
  });

/** The thumbprint of a public key (RFC 7638, SHA-256): of what makes it this key, whatever else is said of it. */
async function thumbprint(key                             )                  {
  const { calculateJwkThumbprint } = await import('./index4.js');
  try {
    return await calculateJwkThumbprint(key, 'sha256')
  } catch {
    // A key that is none has no thumbprint, and so never is one that counts.
    return ''
  }
}

/** What an issuer may sign with: GitHub does with RS256. Never the algorithm that a token names alone, never a shared secret. */
const ALGORITHMS = ['RS256', 'ES256'];         
const KIND = { RS256: 'RSA', ES256: 'EC' };         

                                                                                                 

/**
 * Verifies a token's signature (RFC 7515) by the one key among `keys` that its header names, and says what it claims. Its time and its
 * claims are for the caller: a token that has expired still was signed.
 */
async function verifyToken(token        , { keys }             )                    {
  if (token.length > MAX_TOKEN_LENGTH)
    return { refused: `it has ${token.length} characters, more than ${MAX_TOKEN_LENGTH}` }
  const { compactVerify, decodeProtectedHeader, importJWK } = await import('./index4.js');
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const algorithm = ALGORITHMS.find(known => known === alg);
    if (algorithm === undefined)
      return { refused: `it is signed with ${String(alg)}, not with ${ALGORITHMS.join(' or ')}` }
    const named = keys.filter(key => key.kid === kid);
    const [key] = named;
    if (key === undefined || named.length > 1)
      return {
        refused: `${named.length === 0 ? 'no key' : 'more than one key'} kept with it has the name it gives (${String(kid)})`,
      }
    if (key.kty !== KIND[algorithm] || (key.alg !== undefined && key.alg !== algorithm))
      return { refused: `the key it names is not for ${algorithm}` }
    const { payload } = await compactVerify(token, await importJWK(key, algorithm), { algorithms: [algorithm] });
    const claims = readJson(payload);
    if (claims === undefined) return { refused: 'what it says is no JSON' }
    return { claims, key: await thumbprint(key) }
  } catch (error) {
    return { refused: `its signature does not hold (${error instanceof Error ? error.message : 'unknown'})` }
  }
}

/** Issuers as OpenID Connect has them. Loads the library when something is first verified. */
const oidcIssuers = ()               => ({
  keys: issuerKeys,
  verify: verifyToken,
  thumbprints: ({ keys }) => Promise.all(keys.map(thumbprint)),
});

/** Packages that run ONNX models, the faster one first; too heavy to come with Proofmark. */
const PACKAGES = ['onnxruntime-node', 'onnxruntime-web'];

/** What both packages declare, as far as it is used. */
                   
                                                                       
                                                                                                
 

                   
                                 
                                  
                                                                                                  
                          
 

                  
                       
                                  
                             
 

/** A side of any length is a name, which may be empty. */
const Metadata = array(
  object({
    name: string(),
    type: string().optional(),
    shape: array(union([number(), string()])).default([]),
  }),
);

/** Loads models, by path relative to `root`, into the runtime in the `node_modules` there. */
const onnxModels = (root        , sources                         )             => ({
  async open(path) {
    const located = await findFile({ root, sources }, path);
    const runtime = load(root);
    await refuseLinkOutside(root, located).catch(cause => {
      throw cause instanceof UserError ? cause : fileError(located.name, 'read', cause)
    });
    try {
      return modelOf(runtime, await runtime.InferenceSession.create(located.absolute))
    } catch (cause) {
      throw new UserError(
        'onnx.unreadable',
        `Expected ${path} to be an ONNX model but it cannot be loaded: ${messageOf(cause)}`,
        {
          file: path,
          hint: 'Check that the export ended well, and that the installed runtime knows its operators',
          cause,
        },
      )
    }
  },
});

function load(root        )          {
  const require = createRequire(join(root, 'proofmark.js'));
  for (const name of PACKAGES) {
    const found = resolved(require, name);
    if (found !== undefined) return require(found)
  }
  throw new UserError('onnx.no-runtime', `Expected ${PACKAGES.join(' or ')} to be installed but found neither`, {
    kind: 'environment',
    hint: `Run npm install --no-save ${PACKAGES[0]} beside the settings in a step before`,
  })
}

function resolved(require                , name        )                     {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

function modelOf(runtime         , session         )            {
  return {
    inputs: infoOf(session.inputMetadata),
    outputs: infoOf(session.outputMetadata),
    async run(feeds, outputs) {
      const tensors = [...feeds].map(([name, { type, values, shape }]) => [
        name,
        new runtime.Tensor(type, values, shape),
      ]);
      const answers = await session.run(Object.fromEntries(tensors), outputs);
      return outputs.flatMap(name => (answers[name] ? [tensorOf(answers[name])] : []))
    },
    close: () => session.release(),
  }
}

const tensorOf = ({ type, dims, data }        )         => ({ type, shape: dims, values: data });

const infoOf = (metadata         )               =>
  Metadata.parse(metadata).map(({ name, type, shape }) => ({
    name,
    type,
    // A side of any length is no number, or the -1 of ONNX, which one runtime reads without its sign.
    shape: shape.map(side => (typeof side === 'number' && side > 0 && side < 2 ** 31 ? side : null)),
  }));

const messageOf = (cause         )         =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

/** Advisories of OSV, by its API (google.github.io/osv.dev/api); what asks it is loaded when there is something to ask. */
function osvAdvisories({ second = 1000 }          = {})             {
  return {
    find: async (packages, { url }) => (await import('./from-server.js')).fromServer(packages, url, second),
  }
}

/** Of the environment every program is told this much: where programs, the user's files and temporary files are, and the language. */
const USUAL = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE', 'SystemRoot', 'ComSpec', 'PATHEXT'];

/** The runner's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$1 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../program-worker.js', import.meta.url);

/**
 * Runs programs of the user's on this machine, in folders relative to `root`. Each is started by a process that leads a group
 * of its own, so that what the program has started ends with it when its time is over.
 */
const localPrograms = (root        )           => ({
  run: (program, hears) =>
    new Promise(resolve => {
      const runner = fork(FILE$1, [], {
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      endWithProgram(runner);
      let output = '';
      let end;                        
      const stop = setTimeout(() => {
        end = { stopped: program.seconds, output };
        endGroup(runner);
      }, program.seconds * 1000);
      const hear = (said        ) => {
        output = (output + said).slice(-1e6);
        hears?.(said);
      };
      runner.stderr?.setEncoding('utf8').on('data', hear);
      runner.on('message', (message            ) => {
        if ('said' in message) hear(message.said);
        else if ('exitCode' in message) end ??= { exitCode: message.exitCode, output };
        else end ??= { cannotStart: message.cannotStart, output };
      });
      const over = (how        ) => {
        clearTimeout(stop);
        // What the program left running goes with it.
        endGroup(runner);
        resolve(end ? { ...end, output } : { cannotStart: how, output });
      };
      runner.on('error', error => over(error.message));
      runner.on('close', (code, signal) => over(`its runner ended with code ${code}, ${signal ?? 'no signal'}`));
      const job           = {
        command: program.command,
        folder: locate$1(root, program.folder).absolute,
        environment: environmentOf(program),
      };
      runner.send(job);
    }),
});

function environmentOf({ environment }         )                         {
  const names = [...USUAL, ...environment];
  return Object.fromEntries(names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function endGroup({ pid }              )       {
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Nothing of it runs any more.
    }
  }
}

/** What the HTTP API answers to a range query. Values are texts: "NaN" and "+Inf" are among them. */
const RangeAnswer = object({
  status: literal('success'),
  data: object({
    resultType: literal('matrix'),
    result: array(
        object({
          metric: record(string(), string()),
          values: array(tuple([number(), string()])).default([]),
        }),
      )
      .max(10_000),
  }),
});

/** What it answers where it can't. */
const ErrorAnswer = object({ status: literal('error'), error: string(), errorType: string().optional() });

/** Most that one answer may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024;

                       
                   
                                                    
                                
                                    
                                  
                                                     
                          
 

                         
                         
                                                                                    
                       
 

/** Sends a form by POST and reads the whole answer, within limits of time and size. No redirect is followed: it would take the credentials along. */
function post({ url, headers, form, ca, timeout }      )                  {
  const body = form.toString();
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : request$1;
    const request$2 = send(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(timeout),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
      },
      response => {
        const chunks           = [];
        let bytes = 0;
        response.on('data', (chunk        ) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER) response.destroy(new AnswerTooLarge());
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request$2.on('error', reject);
    request$2.end(body);
  })
}

/** An answer larger than is read. */
class AnswerTooLarge extends Error {
  constructor() {
    super(`an answer of more than ${MAX_ANSWER} bytes`);
  }
}

/** Characters of a server's own words that are told. */
const LONGEST = 300;

const fault = (source                  , found        , hint        , cause          ) =>
  new UserError('prometheus.answer', `Expected an answer from Prometheus at ${source.url} but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  });

/** A connection that failed, and whether another may not. */
function connectionFault(source                  , error         , timeout        ) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AnswerTooLarge)
    return {
      again: false,
      fault: fault(source, error.message, "Ask for one series, by sum(…), a longer 'every', or a shorter 'range'"),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return {
      again: true,
      fault: fault(
        source,
        `none in ${timeout} seconds`,
        "Make the query cheaper, by a recording rule or a shorter 'range'",
        error,
      ),
    }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        source,
        `a certificate that is not trusted (${code})`,
        "Name the file of its certificate authority as 'ca'",
        error,
      ),
    }
  return {
    again: true,
    fault: fault(
      source,
      `no connection${code === '' ? '' : ` (${code})`}`,
      "Check 'url', that the server runs, and that the runner can reach it",
      error,
    ),
  }
}

/** A status that is no success, with what the server says of it. */
function refused(source                  , { status, text, headers }        )            {
  const said = saidIn(text);
  const found = `HTTP status ${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 400 || status === 422)
    return fault(source, found, "Try the query in the server's own page; mend it in the settings")
  if (status === 401 || status === 403)
    return fault(
      source,
      found,
      "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    )
  if (status >= 300 && status < 400)
    return fault(
      source,
      `a redirect to ${String(headers.location ?? 'elsewhere').slice(0, LONGEST)}`,
      "Give that address as 'url': no redirect is followed",
    )
  if (status === 404)
    return fault(source, found, "Check 'url': the address without /api/v1, with the prefix that the server has")
  return fault(source, found, 'The server is overloaded or starting: run it again, or ask for less')
}

const unreadable = (source                  , found        , cause         ) =>
  fault(source, found, "Check that 'url' is the address of Prometheus's HTTP API, without /api/v1", cause);

function saidIn(text        )         {
  try {
    const answer = ErrorAnswer.safeParse(JSON.parse(text));
    return answer.success ? answer.data.error.replaceAll(/\s+/g, ' ').slice(0, LONGEST) : ''
  } catch {
    return ''
  }
}

const TRIES$1 = 4;
/** Seconds for one request and its answer, and the longest wait that a server may ask for. */
const TIMEOUT = 30;
const LONGEST_WAIT = 60;
/** Points of a series that are asked for at once; the server refuses more than 11 000. */
const POINTS = 10_000;

                                    
                                             
                          
                                                                    
                                              
                                         
 

/** Range queries by the HTTP API of Prometheus, or of what speaks it: Thanos, Mimir, VictoriaMetrics. */
function prometheus({ second = 1000, environment, readText }                   )          {
  return {
    async range(source, query, { start, end, step }) {
      const headers = credentials(source, environment);
      const ca = source.ca === undefined ? undefined : await readText(source.ca);
      const found = new Map                                                                  ();
      for (let from = start; from <= end; from += POINTS * step) {
        const until = Math.min(end, from + (POINTS - 1) * step);
        const form = new URLSearchParams({
          query,
          start: `${from / 1000}`,
          end: `${until / 1000}`,
          step: `${step / 1000}`,
        });
        const text = await ask(source, { headers, form, ca });
        for (const { metric, values } of parsed(source, text)) {
          const key = JSON.stringify(Object.entries(metric).sort(([a], [b]) => (a < b ? -1 : 1)));
          const series = found.get(key) ?? { labels: metric, points: [] };
          for (const [time, value] of values) series.points.push([Math.round(time * 1000), numberOf(value)]);
          found.set(key, series);
        }
      }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series)
    },
  }

  /** The text of an answer; tried again where the server is busy, or the connection was lost. */
  async function ask(
    source                  ,
    sent                                                                                    ,
  )                  {
    const url = new URL(`${source.url.replace(/\/+$/, '')}/api/v1/query_range`);
    for (let tried = 1; ; tried++) {
      const answer = await post({ url, ...sent, timeout: TIMEOUT * second }).catch((error         ) => ({ error }));
      if ('error' in answer) {
        const { fault, again } = connectionFault(source, answer.error, TIMEOUT);
        if (!again || tried === TRIES$1) throw fault
        await setTimeout$1(2 ** (tried - 1) * second);
        continue
      }
      if (answer.status === 200) return answer.text
      const seconds = isBusy(answer) ? (retryAfter(answer) ?? 2 ** (tried - 1)) : undefined;
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES$1) throw refused(source, answer)
      await setTimeout$1(seconds * second);
    }
  }
}

const isBusy = ({ status }        ) => status === 429 || status === 502 || status === 503 || status === 504;

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }        )                     {
  const header = headers['retry-after'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

function parsed(source                  , text        ) {
  let json;         
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(source, 'an answer that is no JSON', cause)
  }
  const answer = RangeAnswer.safeParse(json);
  if (!answer.success) throw unreadable(source, 'an answer that is no matrix', answer.error)
  return answer.data.data.result
}

const numberOf = (text        )         =>
  text === '+Inf'
    ? Number.POSITIVE_INFINITY
    : text === '-Inf'
      ? Number.NEGATIVE_INFINITY
      : Number(text === '' ? 'NaN' : text);

var prometheus$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  prometheus: prometheus
});

/** Marks of promotions and revocations in Grafana. */
const grafana                           = {
  key: 'grafana',
  open: async (settings, { environment }) =>
    (await import('./grafana-recipient.js')).grafanaRecipient(settings, environment),
};

/** Marks certified data in lakeFS. */
const lakefs$1                          = {
  key: 'lakefs',
  open: async (settings, { root, environment }) =>
    (await import('./lakefs-recipient.js')).lakefsRecipient(settings, { root, environment }),
};

/** Records decisions on the run, the version and the logged model in MLflow. */
const mlflow$1                          = {
  key: 'mlflow',
  open: async (settings, { environment, context }) =>
    (await import('./mlflow-recipient.js')).mlflowRecipient(settings, environment, context),
};

/** Metrics of decisions, by way of pushgateway. */
const pushgateway                               = {
  key: 'pushgateway',
  open: async (settings, { environment, context }) =>
    (await import('./pushgateway-recipient.js')).pushgatewayRecipient(
      settings,
      environment,
      context,
    ),
};

/** Metrics of decisions, by way of remote-write. */
const remoteWrite                                = {
  key: 'remote-write',
  open: async (settings, { environment, context }) =>
    (await import('./remote-write-recipient.js')).remoteWriteRecipient(
      settings,
      environment,
      context,
    ),
};

/** Metrics of decisions, by way of textfile. */
const textfile                            = {
  key: 'textfile',
  open: async (settings, { root, context }) =>
    (await import('./textfile-recipient.js')).textfileRecipient(settings, root, context),
};

/** Every kind of recipient; each is loaded when the settings name it. */
const RECIPIENTS                           = [pushgateway, textfile, remoteWrite, grafana, lakefs$1, mlflow$1];

/** Opens the recipients that the settings name, in the order of their list. */
function allRecipients(world                )             {
  return {
    open: connections =>
      Promise.all(
        RECIPIENTS.flatMap(({ key, open }) => {
          const settings = connections[key];
          return settings === undefined ? [] : [open(settings, world).catch(error => unopened(key, error))]
        }),
      ),
  }
}

/** Keeps nobody else from being told. */
function unopened(key        , error         )            {
  if (!(error instanceof UserError)) throw error
  return { name: `connections.${key}`, tell: () => Promise.reject(error) }
}

/** The fault of a file that more than the scan needs, and whose reading was stopped. */
function stoppedReading(path        , stop      , { memory }                            )            {
  const { reason, hint } = stopReason(stop, memory, path);
  return new UserError('scan.stopped', reason, { file: path, hint })
}

/** Memory that a process holds, in MiB; undefined where the system does not say (elsewhere than on Linux), or it has ended. */
function residentMemory(pid                    )                     {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** How V8 and Node say that memory has run out. */
const OUT_OF_MEMORY =
  /out of memory|heap limit|allocation failed|failed to allocate|invalid (string|typed array|array buffer) length/i;

/** Why a process ended that was to read on: by its exit and by the last it has said. */
function stopOf(code               , signal                       , said        )       {
  if (OUT_OF_MEMORY.test(said)) return { limit: 'memory' }
  return { limit: 'crash', how: signal ? `was ended by ${signal}` : `ended with code ${code}` }
}

/** Why a file was not read to its end, by what the reading threw. */
function stopOfError(message        )       {
  return OUT_OF_MEMORY.test(message) ? { limit: 'memory' } : { limit: 'crash', how: `failed with ${message}` }
}

/** A file that a process is to read, and for what. */
                      
                     
                              
                          
                                                                    
 

/** What became of a job; `again` where the process ended before it came to it, or of what may have been left of those before. */
                                                              

/** A process that reads files one after another, until one of them is the end of it. */
                                 
                                       
                   
                   
                                  
             
 

                    
                                                
                         
                   
                                 
                            
 

/** Milliseconds between two looks at the memory of a process. */
const WATCH = 50;

/** The process's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../scan-worker.js', import.meta.url);

/**
 * Starts a process that may read files and do nothing else: it can write none, start no other, and is told nothing of the
 * environment, where tokens are. A process and no thread, for a thread that runs out of memory can take the program with it.
 */
function scannerProcess(limits            , file = FILE)                 {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${limits.memory}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const questions             = [];
  let asked = 0;
  let answered = 0;
  let state                                = 'starting';
  let stop;                  
  let said = '';
  let deadline;                            
  const watch = setInterval(() => {
    if (questions.length > 0 && (residentMemory(child.pid) ?? 0) > limits.memory) end({ limit: 'memory' });
  }, WATCH);
  watch.unref();
  endWithProgram(child);

  function end(reason       )       {
    stop ??= reason;
    child.kill('SIGKILL');
  }

  /** The first of the jobs is being done from now on. */
  function begin()       {
    clearTimeout(deadline);
    const seconds = questions[0]?.job.seconds;
    if (seconds === undefined || state !== 'ready') return
    deadline = setTimeout(() => end({ limit: 'time', seconds }), seconds * 1000);
  }

  const send = (message           ) => child.connected && child.send(message, () => {});

  child.stderr?.setEncoding('utf8').on('data', (text        ) => {
    said = `${said}${text}`.slice(-8192);
  });
  child.on('message', (message             ) => {
    if (message === 'ready') {
      state = 'ready';
      begin();
      return
    }
    // Once its end is decided, nothing that it says counts any more.
    if (stop !== undefined) return
    const [current] = questions;
    const { job: number, told } = message;
    if (number !== current?.number) end({ limit: 'crash', how: 'spoke of another file' });
    else if ('sizeBeside' in told) {
      const answer = (size                    ) => send({ job: number, size });
      const found = current.job.sizeBeside?.(told.sizeBeside) ?? Promise.resolve(undefined);
      found.then(answer, () => answer(undefined));
    } else if ('threw' in told) {
      // It may be in any state by now.
      end(stopOfError(told.threw));
    } else {
      questions.shift();
      answered++;
      current.resolve(told);
      begin();
    }
  });
  child.on('error', error => over(error.message));
  child.on('close', (code, signal) =>
    over(`code ${code}, ${signal ?? 'no signal'}: ${said}`, stopOf(code, signal, said)),
  );

  function over(how        , reason       )       {
    const hasStarted = state === 'ready';
    state = 'over';
    clearTimeout(deadline);
    clearInterval(watch);
    const [current, ...others] = questions.splice(0);
    const why = stop ?? reason;
    // What a file comes to is of itself alone: memory that others held, or a state that they left, is none of its doing.
    if (hasStarted && why) current?.resolve(answered > 0 && why.limit !== 'time' ? 'again' : { stop: why });
    else current?.reject(notStarted(how));
    for (const { resolve } of others) resolve('again');
  }

  return {
    waiting: () => questions.length,
    isOver: () => state === 'over' || stop !== undefined,
    end,
    scan: job =>
      new Promise((resolve, reject) => {
        const number = asked++;
        questions.push({ number, job, resolve, reject });
        if (questions.length === 1) begin();
        send({ job: number, task: job.task, limits });
      }),
  }
}

const notStarted = (how        ) =>
  new UserError(
    'scan.no-process',
    `Expected to start a process that reads untrusted files but it did not start (${how})`,
    {
      kind: 'environment',
      hint: 'Give the machine more memory or processes, and check that the files of Proofmark are whole',
    },
  );

/** Jobs that a process has at once: it must not stand idle while this one is busy. */
const WAITING = 2;
/** What must be left to do for a further process to be worth its start. */
const MANY = 24;
const MUCH = 8 * 1024 * 1024;
/** Processes at once unless told otherwise: each may take the memory that is set. */
const MOST = 8;
/** Bytes of a file for which it has a second more. */
const BYTES_PER_SECOND = 10_000_000;

                                
                                
                           
                    
                                                         
                                           
 

/** Scans the files of this machine, by path relative to `root`, in processes that end with whatever file is too much for them. */
function scanProcesses(
  root        ,
  { workers = Math.min(availableParallelism(), MOST), start = scannerProcess, sources }                = {},
)          {
  const here              = { root, sources };
  return {
    open(limits)            {
      const pool = processPool(() => start(limits), workers);
      const secondsFor = (bytes        ) => limits.seconds + Math.floor(bytes / BYTES_PER_SECOND);
      return {
        close: pool.close,
        async scan(path, sizeBeside) {
          const located = await findFile(here, path);
          const size = await sizeOf(located);
          const task = { what: 'scan', path: withoutPin(path), absolute: located.absolute };         
          const outcome = await pool.run({ task, seconds: secondsFor(size), sizeBeside }, size);
          if ('stop' in outcome) return { inspected: stoppedScan(outcome.stop, limits) }
          if (!('scanned' in outcome)) throw unfit(path)
          const content = unpackContent(outcome.scanned);
          if (outcome.changed) return { inspected: stoppedScan({ limit: 'change' }, limits) }
          return { ...content, state: outcome.state, ...(outcome.sha256 !== undefined && { sha256: outcome.sha256 }) }
        },
        async readDependencies(path, text, as) {
          const task = { what: 'dependencies', path, text, as };         
          const outcome = await pool.run({ task, seconds: secondsFor(text.length) }, text.length);
          if ('stop' in outcome) return { path, fault: stoppedReading(path, outcome.stop, limits) }
          if (!('dependencies' in outcome)) throw unfit(path)
          return outcome.dependencies && unpackDependencies(outcome.dependencies)
        },
        async matchAdvisories(path, packages) {
          const located = await findFile(here, path);
          const size = await sizeOf(located);
          const task = { what: 'advisories', path, absolute: located.absolute, packages };         
          const outcome = await pool.run({ task, seconds: secondsFor(size) }, size);
          if ('stop' in outcome) throw stoppedReading(path, outcome.stop, limits)
          if ('refused' in outcome) throw unpackFault(outcome.refused)
          if (!('advisories' in outcome)) throw unfit(path)
          return { ...outcome.advisories, sha256: outcome.sha256 }
        },
      }
    },
  }
}

const unfit = (path        ) => new Error(`A process that was to read ${path} answered something else`);

async function sizeOf({ name, absolute }         )                  {
  try {
    return (await stat(absolute)).size
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
}

                   
                   
                        
                                                   
                              
 

/** Gives jobs to processes in the order in which they come, and starts as many processes as there is work for. */
function processPool(start                      , most        ) {
  let processes = [start()];
  const tasks            = [];

  function feed()       {
    processes = processes.filter(each => !each.isOver());
    while (tasks.length > 0) {
      const [least] = processes.toSorted((a, b) => a.waiting() - b.waiting());
      if (least && least.waiting() < WAITING) give(least);
      else if (processes.length === 0 || (processes.length < most && isMuch())) processes.push(start());
      else return
    }
  }

  const isMuch = () => tasks.length > MANY || tasks.reduce((sum, { bytes }) => sum + bytes, 0) > MUCH;

  function give(to                )       {
    const task = tasks.shift();
    if (!task) return
    to.scan(task.job)
      .then(outcome => {
        if (outcome === 'again') tasks.unshift(task);
        else task.resolve(outcome);
      }, task.reject)
      .finally(feed);
  }

  return {
    run: (job     , bytes        ) =>
      new Promise                           ((resolve, reject) => {
        tasks.push({ job, bytes, resolve, reject });
        feed();
      }),
    close() {
      tasks.length = 0;
      for (const each of processes) each.end();
    },
  }
}

/** What stands before the 32 bytes in the DER of an Ed25519 key (RFC 8410): PKCS#8, and SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (seed            )            =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** Keys of notes by Node's own cryptography. */
const noteKeys           = {
  hash: bytes => hash('sha256', bytes, 'buffer'),
  verify(publicKey, message, signature) {
    try {
      const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
      return signature.length === 64 && verify(null, message, key, signature)
    } catch {
      return false
    }
  },
  generate: () => randomBytes(32),
  publicKey: seed => createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length),
  sign: (seed, message) => sign(null, message, privateKey(seed)),
};

const HINT = 'Make a key pair with `proofmark keygen`';

/** An unencrypted P-256 or Ed25519 private key from PEM (PKCS#8, or SEC1 as `openssl ecparam -genkey` writes it). Messages never quote it. */
function privateKeyFrom(pem        )            {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw new UserError('signing.key-encrypted', 'Expected an unencrypted private key but found an encrypted one', {
      hint: 'Decrypt it with `openssl pkcs8 -in encrypted.key -out proofmark.key` and keep it as a secret',
    })
  if (!/-----BEGIN (EC |RSA )?PRIVATE KEY-----/.test(pem)) {
    const found = /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem) ? 'a public key' : 'none';
    throw new UserError('signing.key-not-private', `Expected a private key in PEM but found ${found}`, { hint: HINT })
  }
  return requireSigningKey(parse(pem), HINT)
}

function parse(pem        )            {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a private key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}

/** Signs with an unencrypted private key from PEM text. */
function pemSigner(pem        )         {
  const key = privateKeyFrom(pem);
  const publicKey = createPublicKey(key);
  const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    name: `the key ${keyId(publicKey).slice(0, 12)}…`,
    sign: async data => ({ signature: sign(digestOf(key), data, key), key: { kind: 'public-key', pem: spki } }),
  }
}

const generate = promisify(generateKeyPair);

/**
 * Signs into Sigstore bundles v0.3 that `openssl`, cosign and every Sigstore library can verify. A bundle names a bare key by
 * `publicKey.hint`, the SHA-256 of its DER (SPKI) in hexadecimal. Envelope and bundle are built here rather than by
 * @sigstore/sign: its time-stamp client speaks to Sigstore's own authority only, and none of its clients limits an answer.
 */
function sigstoreSigning(tokens                , environment              = {})          {
  return {
    async generate(kind) {
      const { privateKey, publicKey } =
        kind === 'ed25519' ? await generate('ed25519', {}) : await generate('ec', { namedCurve: 'P-256' });
      return {
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      }
    },

    async open(reference, { keyless } = {}) {
      const scheme = schemeOf(reference);
      if (scheme !== undefined) return (await import('./signers.js')).openAddress(scheme, reference, environment)
      if (reference !== KEYLESS) return pemSigner(reference)
      if (keyless) return (await import('./keyless-signer.js')).keylessSigner(keyless, tokens)
      throw new UserError('signing.keyless', 'Expected settings to sign without a key but found none', {
        hint: "Name a key under 'record.key', or set 'record.keyless'",
      })
    },

    async seal(payload, payloadType, signer, options = {}) {
      const { sealBundle } = await import('./seal-bundle.js');
      return sealBundle(payload, payloadType, signer, options)
    },

    async verify(bundle, trust, options = {}) {
      const { verifyBundle } = await import('./verify-bundle.js').then(function (n) { return n.v; });
      return verifyBundle(bundle, trust, options)
    },

    async signatory(key) {
      if (key.kind === 'public-key') return { kind: 'key', sha256: keyId(createPublicKey(key.pem)) }
      const [leaf = ''] = key.chain;
      const subject = new X509Certificate(leaf).subjectAltName ?? '';
      return { kind: 'workflow', name: subject.replace(/^URI:/, '') }
    },

    async publicKey(privateKey) {
      const key = createPublicKey(privateKeyFrom(privateKey));
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), sha256: keyId(key) }
    },
  }
}

var sigstoreSigning$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  sigstoreSigning: sigstoreSigning
});

const PIECE = 1024 * 1024;

/** SHA-256 and MD5 of a file, in one pass. */
async function digestsOf(path        )                   {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    sha256.update(piece);
    md5.update(piece);
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') }
}

/** Whether there is a regular file, no link to one. */
async function isFile(path        )                   {
  try {
    return (await lstat(path)).isFile()
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return false
    throw cause
  }
}

/** What bytes are known by, lower-case hexadecimal. */
                          
                         
                      
 

/** Fetched files by their SHA-256, for several processes at once: a file appears in its place whole, and never changes there. */
                        
                                                                       
                                                      
                                                                                               
                                                                                             
                                             
                          
                                                            
                                                                                        
 

const Known = object({ sha256: string().regex(/^[0-9a-f]{64}$/) });

function cache(folder        )        {
  const placeOf = (sha256        ) => join(folder, 'sha256', sha256.slice(0, 2), sha256);
  const noteOf = (identity        ) => join(folder, 'known', createHash('sha256').update(identity).digest('hex'));

  return {
    async known(identity) {
      try {
        return Known.parse(JSON.parse(await readFile(noteOf(identity), 'utf8'))).sha256
      } catch {
        // A note that is not there, or is none, is one that nobody has written: the file is fetched.
        return undefined
      }
    },

    async find(expected) {
      const path = placeOf(expected.sha256);
      if (!(await isFile(path))) return undefined
      const { sha256, md5 } = await digestsOf(path);
      if (sha256 === expected.sha256) {
        if (expected.md5 !== undefined && expected.md5 !== md5) return undefined
        await touch(path);
        return path
      }
      await rm(path, { force: true });
      return undefined
    },

    space: () =>
      writing(async () => {
        const path = join(folder, 'fetching', randomUUID());
        await mkdir(dirname(path), { recursive: true });
        return path
      }),

    keep: (fetched, { sha256 }, identity) =>
      writing(async () => {
        const path = placeOf(sha256);
        await mkdir(dirname(path), { recursive: true });
        await rename(fetched, path);
        if (identity !== undefined) {
          const note = `${fetched}.known`;
          await mkdir(join(folder, 'known'), { recursive: true });
          await writeFile$1(note, JSON.stringify({ sha256 }), { flag: 'wx' });
          await rename(note, noteOf(identity));
        }
        await prune(folder, path);
        return path
      }),
  }

  async function writing       (work                      )                 {
    try {
      return await work()
    } catch (cause) {
      throw cacheFault(folder, cause)
    }
  }
}

/** A file that was used is kept longer; a cache that may only be read is used all the same. */
async function touch(path        )                {
  const now = new Date();
  await utimes(path, now, now).catch((cause         ) => {
    if (systemCode(cause) === undefined) throw cause
  });
}

/** The cache cannot be written, for the reader who never heard of it. */
function cacheFault(folder        , cause         )          {
  const code = systemCode(cause);
  if (cause instanceof UserError || code === undefined) return cause
  const error = fileError(folder, 'write', cause);
  return new UserError(
    'cache.unwritable',
    error instanceof UserError ? error.message : `Expected to write ${folder} but the system said ${code}`,
    {
      kind: 'environment',
      hint: 'It keeps files that are fetched: name another folder, with room, in PROOFMARK_CACHE',
      cause,
    },
  )
}

/** Milliseconds after which a download is spoken of, and between what is said of it. */
const EVERY = 2000;
const MB = 1_000_000;

/** Tells now and then how far a download is, and how fast. */
function downloadProgress(
  { name, bytes }            ,
  { progress }             ,
  now = () => performance.now(),
) {
  const start = now();
  let said = start;
  return (written        )       => {
    const time = now();
    if (time - said < EVERY) return
    said = time;
    const of = bytes === undefined ? '' : ` of ${megabytes(bytes)}`;
    progress(`Fetching ${name}: ${megabytes(written)}${of} MB, ${megabytes(written / ((time - start) / 1000))} MB/s`);
  }
}

const megabytes = (bytes        ) => (bytes / MB).toFixed(bytes < 100 * MB ? 1 : 0);

/** Connections lost one after the other without a byte gained. */
const TRIES = 5;
/** No file is larger: a stream without an end must not fill the disk. */
const MAX_BYTES = 256 * 1024 ** 3;

/** Writes a file's bytes to a new file, going on where a connection broke off; gives their digests. */
async function download(file            , path        , world             )                   {
  const second = world.second ?? 1000;
  const tell = downloadProgress(file, world);
  const target = await open(path, 'wx').catch((cause         ) => {
    throw cacheFault(dirname(path), cause)
  });
  let hashes = freshHashes();
  let written = 0;
  let lost = 0;
  try {
    for (;;) {
      const before = written;
      const broken = await part();
      if (broken === undefined) return { sha256: hashes.sha256.digest('hex'), md5: hashes.md5.digest('hex') }
      lost = written > before ? 1 : lost + 1;
      if (lost >= TRIES) throw interrupted(file, written, broken)
      await setTimeout$1(Math.random() * 0.5 * 2 ** lost * second);
    }
  } finally {
    await target.close();
  }

  /** Reads on to the end; gives what broke it off. */
  async function part()                             {
    const { from, bytes } = await file.read(written);
    if (from > written) throw new Error(`${file.name} was to be read from ${written}, not from ${from}`)
    let skip = written - from;
    if (from === 0 && skip > 0) {
      await target.truncate(0);
      hashes = freshHashes();
      written = 0;
      skip = 0;
    }
    try {
      for await (const piece of bytes) {
        const rest = piece.subarray(Math.min(skip, piece.length));
        skip -= piece.length - rest.length;
        await put(rest);
      }
    } catch (error) {
      if (error instanceof UserError || !(error instanceof Error)) throw error
      return error
    }
    return file.bytes === undefined || written >= file.bytes ? undefined : ENDED_EARLY
  }

  async function put(piece            )                {
    hashes.sha256.update(piece);
    hashes.md5.update(piece);
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await target.write(piece, done, piece.length - done, written).catch((cause         ) => {
        throw cacheFault(dirname(path), cause)
      });
      done += bytesWritten;
      written += bytesWritten;
    }
    if (written > Math.min(file.bytes ?? MAX_BYTES, MAX_BYTES)) throw tooLarge(file)
    tell(written);
  }
}

const freshHashes = () => ({ sha256: createHash('sha256'), md5: createHash('md5') });

/** Nobody hung up, and yet there was no more: most likely there is none. */
const ENDED_EARLY = new Error('the answer ended early');

function interrupted({ name, bytes }            , written        , cause       )            {
  const after = `after ${written}${bytes === undefined ? '' : ` of ${bytes}`} bytes`;
  const [found, then] =
    cause === ENDED_EARLY
      ? ['that was all', 'if that is all again, what is kept there is not whole: put it there anew']
      : [`found ${connectionFault$1(cause).found}`, 'if it breaks off again, ask whoever runs the server or the network'];
  return new UserError('source.interrupted', `Expected ${name} to be sent to its end but ${after} ${found}`, {
    file: name,
    kind: 'environment',
    hint: `Run it again; ${then}`,
    cause,
  })
}

const tooLarge = ({ name, bytes }            ) =>
  new UserError('source.too-large', `Expected at most ${bytes ?? MAX_BYTES} bytes of ${name} but more were sent`, {
    file: name,
    kind: 'environment',
    hint: 'Is it the right address, and the right file that is kept there? Run it again once nobody writes there',
  });

/**
 * Where a file lies on this machine, absolute: where it was, in the cache, or fetched into it. Other bytes than those that were promised
 * are refused, wherever they lie.
 */
async function fetchFile(file            , world             )                  {
  if (file.here !== undefined) {
    if (file.digest !== undefined) refuseOther(file, await digestsOf(file.here));
    return file.here
  }
  const kept = cache(cacheFolder(world.environment));
  return (await inCache(file, kept)) ?? (await fetched(file, kept, world))
}

async function inCache({ digest, identity }            , kept       )                              {
  const sha256 = digest?.sha256 ?? (identity === undefined ? undefined : await kept.known(identity));
  return sha256 === undefined ? undefined : kept.find({ ...digest, sha256 })
}

async function fetched(file            , kept       , world             )                  {
  const space = await kept.space();
  try {
    const digests = await download(file, space, world);
    refuseOther(file, digests);
    return await kept.keep(space, digests, file.identity)
  } catch (error) {
    await rm(space, { force: true });
    throw error
  }
}

function refuseOther({ name, digest }            , actual         )       {
  for (const kind of ['sha256', 'md5']         ) {
    const expected = digest?.[kind];
    if (expected === undefined || expected === actual[kind]) continue
    throw new UserError(
      'source.digest',
      `Expected ${name} to have the ${kind} ${expected} but it has ${actual[kind]}`,
      {
        file: name,
        hint: 'Find out who changed it; to accept the new bytes, name their digest',
      },
    )
  }
}

/** Paths of a workspace in which DVC keeps track of data. */
const dvc             = {
  kind: 'dvc',
  recognises: (path, { root }) =>
    !isAddress(path) && !path.includes('*') && path !== '' && !path.includes('\0') && hasDvc(root),
  open: async world => (await import('./dvc-source.js')).dvcSource(world),
};

/** Whether a folder is in a DVC repository: the file `.dvc/config`, here or above. */
function hasDvc(folder        )          {
  if (existsSync(join(folder, '.dvc', 'config'))) return true
  return dirname(folder) !== folder && hasDvc(dirname(folder))
}

const httpsKind             = {
  kind: 'https',
  form: 'https://host/file#sha256=…',
  recognises: path => /^https?:/.test(path),
  open: async world => (await import('./https-source.js')).httpsSource(world),
};

/** Objects of lakeFS's, at the commit that a ref names. */
const lakefs             = {
  kind: 'lakefs',
  form: LAKEFS_FORM,
  recognises: path => path.startsWith('lakefs:'),
  open: async ({ environment }) => (await import('./lakefs-source.js')).lakefsSource(environment),
};

/** Files of versions, logged models and runs of MLflow's. */
const mlflow             = {
  kind: 'mlflow',
  form: ADDRESS_FORM,
  recognises: path => isModelAddress(path),
  open: async ({ environment }) => (await import('./mlflow-source.js')).mlflowSource(environment),
};

const s3Kind             = {
  kind: 's3',
  form: 's3://bucket/key, s3://bucket/prefix/',
  recognises: path => path.startsWith('s3:'),
  open: async world => (await import('./s3-source.js')).s3Source(world),
};

/** Every kind of source, the first that recognises a path counts; each is loaded when a path of its own is met. */
const SOURCES                        = [s3Kind, httpsKind, lakefs, mlflow, dvc];

/** Files of a folder that are fetched beside one of them: they are asked for next. */
const AHEAD = 3;

/** Finds and fetches what is kept elsewhere, each address and each file once a run. */
function allSources(world             , kinds                        = SOURCES)          {
  const opened = new Map                             ();
  const found = new Map                                                    ();
  const files = new Map                    ();
  const fetched = new Map                         ();
  const following = new Map                               ();

  return {
    async list(path) {
      return (await find(path))?.map(({ name }) => name).toSorted()
    },

    async fetch(path) {
      const file = await theFile(path);
      if (!file) return undefined
      const here = brought(file);
      // What fails of these fails again for who asks for it.
      for (const next of following.get(file.name) ?? []) brought(next).catch(() => undefined);
      return here
    },

    async origin(name) {
      return (await theFile(name))?.origin
    },
  }

  function brought(file            )                  {
    return once(fetched, file.name, () => fetchFile(file, world))
  }

  async function theFile(path        )                                  {
    const known = files.get(path);
    if (known) return known
    const all = await find(path);
    const [one, ...others] = all ?? [];
    if (all && (!one || others.length > 0))
      throw new UserError('source.not-one', `Expected ${path} to be one file but it is ${all.length || 'none'}`, {
        file: path,
        hint: 'Give the address of the file itself',
      })
    return one
  }

  function find(path        )                                             {
    return once(found, path, async () => {
      for (const kind of kinds.filter(each => each.recognises(path, world))) {
        const source = await once(opened, kind, () => kind.open(world));
        const all = await source.find(path);
        for (const file of all ?? []) files.set(file.name, file);
        const sorted = (all ?? []).toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
        for (const [i, { name }] of sorted.entries()) following.set(name, sorted.slice(i + 1, i + 1 + AHEAD));
        if (all) return all
      }
      if (!isAddress(path)) return undefined
      throw new UserError('source.unknown', `Expected a path or an address that is read but found '${path}'`, {
        file: path,
        hint: `Copy it here first, or into one of these: ${kinds.flatMap(({ form = [] }) => form).join(', ')}`,
      })
    })
  }
}

function once            (known                          , key     , make                      )                 {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value
}

/** Every kind of target; each is loaded when one is opened. */
const TARGETS                        = [
  {
    scheme: 'folder',
    form: 'folder:PATH',
    open: async (name, place, world) => (await import('./folder.js')).folder(name, place, world),
  },
  {
    scheme: 's3',
    form: 's3://BUCKET/PREFIX',
    open: async (name, place, world) => (await import('./s3.js')).s3(name, place, world),
  },
  {
    scheme: 'release',
    form: 'release:TAG',
    open: async (name, place, world) => (await import('./release.js')).release(name, place, world),
  },
  {
    scheme: 'deployment',
    form: 'deployment:ENVIRONMENT',
    open: async (name, place, world) => (await import('./deployment.js')).deployment(name, place, world),
  },
  {
    scheme: 'tag',
    form: 'tag:ARTIFACT#STAGE',
    open: async (name, place, world) => (await import('./tag.js')).tag(name, place, world),
  },
  {
    scheme: 'mlflow',
    form: 'mlflow:MODEL@ALIAS',
    open: async (name, place, world) => (await import('./open-alias.js')).openAlias(name, place, world),
    list: async (patterns, world) => (await import('./list-aliases.js')).listAliases(patterns, world),
  },
];

/** Opens the targets that `proofmark promote --to` takes. */
function promotionTargets(world             )                   {
  return {
    async open(name) {
      const [, scheme, place = ''] = /^([a-z0-9]+):(.*)$/s.exec(name) ?? [];
      const kind = TARGETS.find(one => one.scheme === scheme);
      if (!kind || place === '' || name.length > 1024)
        throw new UserError('promotion.target', `Expected a target but found '${name}'`, {
          hint: `Targets are ${TARGETS.map(({ form }) => form).join(', ')}`,
        })
      return kind.open(name, place, world)
    },
    async list(scheme, patterns) {
      const kind = TARGETS.find(one => one.scheme === scheme);
      if (!kind?.list)
        throw new UserError('promotion.unlisted', `Expected targets that can be listed but found '${scheme}'`, {
          hint: `Those of ${TARGETS.flatMap(one => (one.list ? one.scheme : [])).join(', ')} can be`,
        })
      return kind.list(patterns, world)
    },
  }
}

/** The settings file that is looked for, and the output folder beside it that is used, where none is named. */
const DEFAULT_CONFIG = 'proofmark.yml';
const DEFAULT_OUT = '.proofmark';

                        
                                                               
                       
                                                                                               
                                     
                                                           
                                         
                                                                                      
                              
                                                                           
                                        
 

/** Where a run takes place: the folder of its settings file, or the working directory. */
function locate(cwd        , config                    )        {
  const path = config ?? (existsSync(resolve(cwd, DEFAULT_CONFIG)) ? DEFAULT_CONFIG : undefined);
  const root = path === undefined ? cwd : dirname(resolve(cwd, path));
  const rebase = (name        ) =>
    isAddress(name) || isEngineAddress(name) ? name : slashed(relative(root, resolve(cwd, name))) || '.';
  const slashed = (name        ) => name.split(sep).join('/');
  return {
    root,
    config: path === undefined ? undefined : basename(path),
    configPath: path === undefined ? undefined : slashed(relative(cwd, resolve(cwd, path))),
    rebase,
    out: asked => (asked === undefined ? DEFAULT_OUT : rebase(asked)),
  }
}

/** Where a folder is in the repository that holds it: nothing of its root, and of one outside. */
function folderIn(repository        , root        )                      {
  const folder = relative(repository, root).split(sep).join('/');
  return folder === '' || folder === '..' || folder.startsWith('../') ? {} : { folder }
}

/** The targets of promotions, as seen from a folder; those on GitHub where there is a token for the repository of the run. */
function composeTargets(root        , context            , token                    )                   {
  const apiUrl = process.env.GITHUB_API_URL || 'https://api.github.com';
  const repository = githubRepository(context);
  const github = token && repository ? { token, apiUrl, repository, commit: context.commit } : undefined;
  return promotionTargets({ root, environment: process.env, github })
}

/** A log whose branch is checked out in a folder, to be read. */
const checkedOutBranch = (folder        , name        )            => checkedOutLog(folder, name);

/** Hands the adapters to the ports: the one place that knows them all. */
function compose(root        , log     , context            , forge        )        {
  const { env: environment } = process;
  const sources = allSources({ root, environment, progress: log.progress });
  const files = localFiles(root, sources);
  const local = tablesLater(async () =>
    (await import('./local-tables.js')).localTables(root, undefined, sources),
  );
  const identityTokens = githubIdentityTokens({ environment: process.env, hide: masked });
  return {
    files,
    sources,
    recipients: allRecipients({ root, environment, context }),
    tables: engineTables(local, {
      engines: allEngines({ root, sources }, environment),
      files,
      progress: log.progress,
    }),
    advisories: osvAdvisories(),
    metrics: prometheus({ environment: process.env, readText: path => files.readText(path) }),
    scanner: scanProcesses(root, { sources }),
    programs: localPrograms(root),
    onnx: onnxModels(root, sources),
    logs: {
      open: place =>
        'remote' in place
          ? gitLogBranch(place, { root })
          : githubLogBranch(logConnection(process.env, place.repository), place.branch),
    },
    dvc: async () => (await import('./dvc-data.js')).dvcData({ root, environment, progress: log.progress }),
    hookFiles: async () => (await import('./hook-files.js')).hookFiles(environment),
    dataHistory: async () => (await import('./data-history.js')).dataHistory(environment),
    noteKeys,
    signing: sigstoreSigning(identityTokens, process.env),
    identityTokens,
    encryption: ageFiles(async () => (await import('./key-services.js')).keyServices(process.env)),
    log,
    context,
    ...(forge === undefined ? targetOf(context) : { forge }),
    now: () => new Date(),
    pause: atMost => setTimeout$1(Math.random() * atMost),
    issuers: oidcIssuers(),
    ...teamsOf(context),
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
}

/** Where there is no forge to ask, a clone says what a change is to be merged into. */
function targetOf(context            )                                {
  const { base, targetBranch, pullRequest } = context;
  if (base === undefined && targetBranch === undefined && pullRequest === undefined) return {}
  return { baseRepository: gitBase(process.cwd(), process.env, context) }
}

/** Asks the runner to mask it; on standard error, which it reads as well, so that standard output stays the user's. */
function masked(secret        )       {
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(`::add-mask::${secret}\n`);
}

/** Teams are read by a token of their own, which no job has by itself. */
function teamsOf(context            )                       {
  const repository = githubRepository(context);
  const { PROOFMARK_TEAM_TOKEN: token, GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env;
  return token && repository !== undefined ? { teams: githubTeams({ token, apiUrl, repository }) } : {}
}

export { composeTargets as a, localFiles as b, compose as c, checkedOutBranch as d, ageFiles$1 as e, folderIn as f, localFiles$1 as g, gitLogBranch$1 as h, githubLogBranch$1 as i, logConnection$1 as j, prometheus$1 as k, locate as l, pushResult as p, runInClone as r, sigstoreSigning$1 as s };
