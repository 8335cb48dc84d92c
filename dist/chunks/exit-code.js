import { randomBytes, randomUUID, createHash, sign, createPublicKey, verify, hash, createPrivateKey, generateKeyPair, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, existsSync, mkdirSync, realpathSync, readFileSync, createReadStream } from 'node:fs';
import { join, dirname, posix, isAbsolute, sep, resolve, relative, basename } from 'node:path';
import { setTimeout as setTimeout$1 } from 'node:timers/promises';
import { U as UserError } from './user-error.js';
import { w as withoutPin, i as isAddress } from './address.js';
import { i as isEngineAddress, s as startJob } from './table-job.js';
import { stat, realpath, readdir, unlink, mkdir, open, rename, rm, readFile, lstat, utimes, writeFile as writeFile$1 } from 'node:fs/promises';
import { s as systemCode, f as fileError } from './file-error.js';
import { l as locate$1, m as missingFile, r as refuseLinkOutside, a as leaves, f as findFile, b as regularFile } from './regular-file.js';
import { h as hashFile } from './hash-file.js';
import { g as globPattern } from './glob-pattern.js';
import { isUtf8, isAscii } from 'node:buffer';
import { r as runGit, f as firstWords, o as otherFailure, a as permanentFailure, w as withoutSecrets, b as remoteAddress, e as endWithProgram, p as prune, c as cacheFolder } from './cache-folder.js';
import { tmpdir, availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { c as connect, i as isAbsent, f as failureOf, p as pause, s as sendOnce } from './send-once.js';
import { g as looseObject, a as string, _ as _enum, o as object, e as array, s as strictObject, l as literal, b as boolean, n as number, h as url, u as union, p as prettifyError, t as tuple, r as record, i as int, f as unknown } from './schemas2.js';
import { N as NAMESPACE } from './identifiers2.js';
import { r as readJson } from './read-json.js';
import { createRequire } from 'node:module';
import { e as isWithdrawn, O as OsvRecord, i as inconclusive, u as unpackFault, f as unpackDependencies, g as unpackContent } from './sent-content.js';
import { fork, spawnSync } from 'node:child_process';
import { credentials } from './credentials.js';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { promisify } from 'node:util';
import { k as keyId } from './key-id.js';
import { r as requireSigningKey, d as digestOf$1 } from './require-signing-key.js';
import { c as connectionFault$1 } from './connection-fault.js';
import { L as LAKEFS_FORM } from './lakefs-address.js';
import { A as ADDRESS_FORM, i as isModelAddress } from './model-address.js';
import { S as Sha256 } from './evidence.js';
import { a as overflowFolder, o as overflowFile, r as readStored } from './overflow-files.js';
import { B as BEYOND, g as grammarOf, c as cellText, s as startKernel, a as segmentMeasurer, b as scanRows, u as undouble, d as scanLine, N as NO_OBJECT, e as BLANK, k as keyOf, n as noPairs } from './measure-segment.js';
import { s as startThread } from './thread.js';
import { createZstdDecompress, createGunzip } from 'node:zlib';
import { Transform } from 'stream';
import { t as textBatch } from './text-batch.js';
import { o as openParquet, g as groupMeasurer, i as isParquet } from './measure-group.js';

/** Largest receipt that is read, in bytes: GitHub's token has about 2,000, its keys about 15,000. */
const MAX_RECEIPT_BYTES = 128 * 1024;

/** Longest token that is read, in characters. */
const MAX_TOKEN_LENGTH = 16 * 1024;

/** A public key (RFC 7517) that can sign a token: its kind, and nothing secret. Members that say nothing of the key are kept as they are. */
const PublicJwk = looseObject({ kty: _enum(['RSA', 'EC']), kid: string().min(1).max(1024) })
  .refine(key => !['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some(name => name in key), 'a public key, not a private one');

/** The keys that an issuer of tokens shows (RFC 7517, JWK Set). */
const JsonWebKeys = object({ keys: array(PublicJwk).min(1).max(32) });
                                                     

/**
 * What is kept of an approval that was given by an identity token: the token, which is of no use once it has expired, and the issuer's
 * keys as they were. The role is what the approver asked to count for; whether they have it, the policy says.
 */
const Receipt = strictObject({
  schema: literal(`${NAMESPACE}receipt/v1`),
  role: string().min(1).max(200),
  token: string()
    .max(MAX_TOKEN_LENGTH)
    .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/, 'a signed token in three parts'),
  keys: JsonWebKeys,
});
                                             

/** Reads a receipt strictly, or says why it is none. */
function readReceipt(bytes            )                                         {
  if (bytes.length > MAX_RECEIPT_BYTES)
    return { refused: `it has ${bytes.length} bytes, more than ${MAX_RECEIPT_BYTES}` }
  const value = readJson(bytes);
  if (value === undefined) return { refused: 'it is no JSON' }
  const read = Receipt.safeParse(value);
  if (read.success) return read.data
  const [issue] = read.error.issues;
  return { refused: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
}

/** The repository of the run as GitHub knows it; undefined where it is kept elsewhere. */
const githubRepository = ({ repository, elsewhere }            )                     =>
  elsewhere ? undefined : repository;

/**
 * Why a log is not believed. `corrupt`: its files contradict each other. `fork`: it does not continue what was seen of it. `rollback`: it
 * has lost what was seen of it. `unsigned`: its checkpoint is not by the key we trust. `unwitnessed`: too few witnesses have cosigned.
 * `stale`: they did so too long ago. `unproven`: a proof does not prove what it should.
 */
                           
                                                                                                     
                                           
                          
                       
 

const HINTS                                    = {
  corrupt: 'Find the last good commit of the branch and restore it with `proofmark log repair --to COMMIT`',
  fork: 'Keep this checkpoint and the one that was seen: together they prove that the log was rewritten. Restore the commits that were lost',
  rollback: 'Restore the commits that were lost: a clone, or the repository of a witness, has them',
  unsigned: 'Give the verifier key that `proofmark log init` printed for this log',
  unwitnessed: 'Run `proofmark witness` where the witnesses are kept, then try again',
  stale: 'Run `proofmark witness` where the witnesses are kept; where it fails, somebody keeps the log from them',
  unproven: 'Make the proof again with `proofmark log prove`',
};

const logFault = (fault                   , what        )           => ({
  fault,
  message: `${fault.toUpperCase()}: ${what}`,
  hint: HINTS[fault],
});

/** Whether it is a fault rather than what was asked for. */
const isFault =                   (value              )                    => 'fault' in value;

/** Whether somebody did something to the log, or one cannot tell for want of witnesses. */
const faultVerdict = (fault                   )                            =>
  fault === 'unwitnessed' || fault === 'stale' ? 'inconclusive' : 'failed';

/** A log that is not believed, for whoever cannot go on: `log.corrupt`, `log.fork` and so on. */
class LogFaultError extends UserError {
           fault          

  constructor(fault          ) {
    super(`log.${fault.fault}`, fault.message, { hint: fault.hint });
    this.fault = fault;
  }
}

const faultError$1 = (fault          )                => new LogFaultError(fault);

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
  trino: async () => (await import('./trino.js')).trino(environment, USUAL_ENGINE),
});

/** Tables on engines by their address, loaded when one is met; all others as before. */
function engineTables(local        , world             )         {
  let known;                             
  const there = () => {
    known ??= import('./tables-there.js').then(({ tablesThere }) => tablesThere(world));
    return known
  };
  const of = async (path        ) => (isEngineAddress(path) ? there() : local);
  return {
    open: async (path, dialect) => (await of(path)).open(path, dialect),
    measure: async (path, job, options) => (await of(path)).measure(path, job, options),
    find: (path, header, dialect) => async places => (await of(path)).find(path, header, dialect)(places),
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

const SIGNATURES                                                             = [
  { name: 'UTF-32', binary: false, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', binary: false, bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'UTF-16', binary: false, bytes: [0xff, 0xfe] },
  { name: 'UTF-16', binary: false, bytes: [0xfe, 0xff] },
  { name: 'a gzip archive', binary: true, bytes: [0x1f, 0x8b] },
  { name: 'a zip archive (or a workbook of Excel)', binary: true, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a Parquet file', binary: true, bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'a Zstandard archive', binary: true, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** How many bytes are looked at for the zeros of UTF-16. */
const SAMPLE = 512;

/** What a file is by its first bytes, where that is not UTF-8. */
function encodingOf(head            )                    {
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (signed) return { name: signed.name, binary: signed.binary }
  return looksLikeUtf16(head.subarray(0, SAMPLE)) ? { name: 'UTF-16', binary: false } : undefined
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes            )          {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return bytes.length >= 4 && Math.max(even, odd) > bytes.length * 0.4 && Math.min(even, odd) < bytes.length * 0.05
}

const NEWLINE$3 = 0x0a;
const RESAVE = 'Save it as UTF-8';
const GIT_LFS = 'version https://git-lfs.github.com/spec/';

/** Watches bytes go by. */
                            
                                                                                      
                                     
             
 

/** Watches a file's bytes go by and throws a `UserError` with byte offset and line at the first that is no UTF-8 text. */
function textGuard(name        )            {
  let offset = 0;
  let line = 1;
  let carry             = new Uint8Array();
  let first = true;
  return { next, end }

  function next(chunk            )             {
    if (first && chunk.length > 0) {
      first = false;
      refuseKnown(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        offset = 3;
        return next(chunk.subarray(3))
      }
    }
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    inspect(bytes.subarray(0, whole));
    carry = bytes.slice(whole);
    offset += whole;
    return chunk
  }

  function end()       {
    if (carry.length > 0) refuse('file.encoding', `a character cut off at byte ${offset}`, RESAVE, line);
  }

  function inspect(bytes            )       {
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes);
    if (nul >= 0 && (invalid < 0 || nul < invalid)) {
      const found = `a NUL byte at byte ${offset + nul}`;
      refuse('file.nul', found, 'Is it text at all? Write it again without NUL bytes', line + newlines(bytes, nul));
    }
    if (invalid >= 0) {
      const found = `0x${bytes[invalid]?.toString(16)} at byte ${offset + invalid}`;
      const hint = `It looks like Windows-1252 or Latin-1. ${RESAVE}`;
      refuse('file.encoding', found, hint, line + newlines(bytes, invalid));
    }
    line += newlines(bytes, bytes.length);
  }

  function refuseKnown(head            )       {
    if (Buffer.from(head.subarray(0, GIT_LFS.length)).toString('latin1') === GIT_LFS) {
      refuse('file.git-lfs', 'a Git LFS pointer', 'Run git lfs pull first; with actions/checkout, set lfs: true', 1);
    }
    const known = encodingOf(head);
    if (known?.binary) refuse('file.binary', known.name, 'Unpack or export it to text first', 1);
    if (known) refuse('file.encoding', known.name, RESAVE, 1);
  }

  function refuse(code           , found        , hint        , at        )        {
    const message = `Expected ${name} to be UTF-8 text but found ${found} (${name}:${at})`;
    throw new UserError(code, message, { file: name, line: at, hint })
  }
}

/** Bytes at the end that may be a character's beginning. */
function unfinished(bytes            )         {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Where the first byte stands that belongs to no UTF-8 character. Only asked of bytes that hold one. */
function firstInvalid(bytes            )         {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cut = middle - unfinished(bytes.subarray(low, middle));
    if (cut <= low) break
    if (isUtf8(bytes.subarray(low, cut))) low = cut;
    else high = middle;
  }
  for (let at = low; at < high; ) {
    const size = [1, 2, 3, 4].find(length => isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length);
    if (size === undefined) return at
    at += size;
  }
  return low
}

function newlines(bytes            , before        )         {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE$3); at >= 0 && at < before; at = bytes.indexOf(NEWLINE$3, at + 1)) count++;
  return count
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
  const digests = new Map                                                    ();

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

  async function hash(
    located         ,
    progress                                       ,
  )                                             {
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
const TRIES$5 = 3;

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
      if (tried === TRIES$5) throw otherFailure(doing, end)
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

const TASK$1 = (team        ) => ({
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
      const answer = asked.get(key) ?? connection.attempt(TASK$1(team), octokit => isMember(octokit, team, login));
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

const TRIES$4 = 3;
/** Seconds for one request. */
const TIMEOUT$3 = 20;
/** Most that an answer may hold, in characters: a token of GitHub's has about two thousand. */
const MAX_ANSWER$3 = 64 * 1024;

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
        const answer = await ask$1(url, bearer, second);
        if ('token' in answer) {
          hide?.(answer.token);
          return answer.token
        }
        if (!answer.again || tried === TRIES$4) throw unanswered(url, answer.found)
        await setTimeout$1(2 ** (tried - 1) * second);
      }
    },
  }
}

async function ask$1(
  url     ,
  bearer        ,
  second        ,
)                                                                                            {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT$3 * second),
      headers: { accept: 'application/json', authorization: `Bearer ${bearer}` },
    });
    const text = await response.text();
    if (!response.ok)
      return { found: `HTTP status ${response.status}`, again: response.status === 429 || response.status >= 500 }
    const read = text.length > MAX_ANSWER$3 ? undefined : Answer$2.safeParse(JSON.parse(text)).data;
    return read ? { token: read.value } : { found: 'an answer without a token', again: false }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT$3} seconds` : 'no connection', again: true }
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

const TRIES$3 = 3;

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
      if (seconds === undefined || tried === TRIES$3) throw error
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
const TIMEOUT$2 = 20;
/** Most that an answer may hold, in characters. */
const MAX_ANSWER$2 = 64 * 1024;

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
      signal: AbortSignal.timeout(TIMEOUT$2 * 1000),
      headers: { accept: 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw unusable(issuer, `HTTP status ${response.status}`)
    if (text.length > MAX_ANSWER$2) throw unusable(issuer, `an answer of more than ${MAX_ANSWER$2} characters`)
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

/** Results in the order of the items, with at most `limit` under way at once; the first failure starts no further ones. */
async function inParallel      (
  items              ,
  limit        ,
  work                         ,
)               {
  const results      = [];
  const open = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [i, item] of open) {
      if (failed) return
      try {
        results[i] = await work(item);
      } catch (error) {
        failed = true;
        throw error
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results
}

const TRIES$2 = 4;
/** Seconds for one request and its answer, and the longest wait a server may ask for. */
const TIMEOUT$1 = 30;
const LONGEST_WAIT$1 = 60;
/** Most that one answer may hold, in bytes: twice what the API sends at most. */
const MAX_ANSWER$1 = 64 * 1024 * 1024;

                          
                      
                                                               
                         
                                             
                         
 

/** The JSON an address answers, or undefined for 404; tried again after a rate limit, a fault of the server and a lost connection. */
async function send({ url, body, second }         )                   {
  for (let tried = 1; ; tried += 1) {
    const answer = await attempt(url, body, second);
    if ('json' in answer) return answer.json
    const seconds = answer.again ? (answer.after ?? 2 ** (tried - 1)) : undefined;
    if (seconds === undefined || seconds > LONGEST_WAIT$1 || tried === TRIES$2) throw unreachable(url, answer.found)
    await setTimeout$1(seconds * second);
  }
}

             
                              
                                                                                            

async function attempt(url        , body         , second        )                  {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT$1 * second),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (response.ok) return { json: JSON.parse(await textOf(response)) }
    await response.body?.cancel();
    if (response.status === 404 && body === undefined) return { json: undefined }
    const again = response.status === 429 || response.status >= 500;
    return { found: `HTTP status ${response.status}`, again, after: secondsOf(response.headers.get('retry-after')) }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: true }
    if (error instanceof TooLarge) return { found: error.message, again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT$1} seconds` : 'no connection', again: true }
  }
}

class TooLarge extends Error {}

async function textOf(response          )                  {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER$1) throw new TooLarge(`an answer of more than ${MAX_ANSWER$1} bytes`)
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode()
}

/** `retry-after` in seconds; its other form, a date, is left to our own waiting. */
const secondsOf = (header               )                     =>
  header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;

const unreachable = (url        , found        ) =>
  new UserError('osv.unreachable', `Expected an answer from ${new URL(url).origin} but found ${found}`, {
    kind: 'environment',
    hint: "Run it again, name a mirror in 'security.osv-url', or give the path of OSV's all.zip as 'security.vulnerabilities'",
  });

/** Queries that one request may hold (google.github.io/osv.dev/post-v1-querybatch). */
const MAX_QUERIES = 1000;
/** Rounds of further pages; one page holds a thousand advisories. */
const MAX_ROUNDS = 100;

const Batch = object({
  results: array(
    object({
      vulns: array(object({ id: string().min(1).max(256) })).nullish(),
      next_page_token: string().nullish(),
    }),
  ),
});

                 
                                     
                     
                             
                         
 

/** Ids of the advisories that affect each package, in the packages' order, all pages of them. */
async function matchesOf(
  packages                           ,
  base        ,
  second        ,
)                      {
  const found = packages.map(() => new Set        ());
  let open          = packages.map((of, at) => ({ at, of }));
  for (let round = 1; open.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw unlike(base, `more than ${MAX_ROUNDS} pages`)
    const further          = [];
    for (let start = 0; start < open.length; start += MAX_QUERIES) {
      const queries = open.slice(start, start + MAX_QUERIES);
      const results = await ask(queries, base, second);
      for (const [i, query] of queries.entries()) {
        const { vulns, next_page_token: token } = results[i] ?? {};
        for (const { id } of vulns ?? []) found[query.at]?.add(id);
        if (token) further.push({ ...query, token });
      }
    }
    open = further;
  }
  return found.map(ids => [...ids].toSorted())
}

async function ask(queries                  , base        , second        ) {
  const body = {
    queries: queries.map(({ of: { ecosystem, name, version }, token }) => ({
      package: { ecosystem, name },
      ...(version === undefined ? {} : { version }),
      ...(token === undefined ? {} : { page_token: token }),
    })),
  };
  const answer = Batch.safeParse(await send({ url: `${base}/v1/querybatch`, body, second }));
  if (!answer.success) throw unlike(base, 'something else')
  const { results } = answer.data;
  if (results.length !== queries.length) throw unlike(base, `${results.length} results for ${queries.length} queries`)
  return results
}

const unlike = (base        , found        ) =>
  new UserError('osv.answer', `Expected the answer of an OSV server from ${base} but found ${found}`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
  });

/** Details asked for at once. */
const PARALLEL = 8;

/** Asks an OSV server which advisories affect the packages, then for each advisory once. */
async function fromServer(
  packages                           ,
  url        ,
  second        ,
)                         {
  const base = url.replace(/\/+$/, '');
  const matches = await matchesOf(packages, base, second);
  const ids = [...new Set(matches.flat())];
  const records = await inParallel(ids, PARALLEL, id => detail(id, base, second));
  const byId = new Map(ids.map((id, i) => [id, records[i] ?? { id }]));
  return matches.map(found => found.map(id => byId.get(id) ?? { id }).filter(record => !isWithdrawn(record)))
}

/** One advisory; a server that names it but has no details of it leaves only its name. */
async function detail(id        , base        , second        )                     {
  const answer = await send({ url: `${base}/v1/vulns/${encodeURIComponent(id)}`, second });
  if (answer === undefined) return { id }
  const found = OsvRecord.safeParse(answer);
  if (found.success && found.data.id === id) return found.data
  throw new UserError('osv.answer', `Expected the advisory ${id} from ${base} but found something else`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
    ...(found.success ? {} : { cause: prettifyError(found.error) }),
  })
}

/** Advisories of OSV, by its API (google.github.io/osv.dev/api). */
function osvAdvisories({ second = 1000 }          = {})             {
  return {
    find: (packages, { url }) => fromServer(packages, url, second),
  }
}

/** Of the environment every program is told this much: where programs, the user's files and temporary files are, and the language. */
const USUAL = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE', 'SystemRoot', 'ComSpec', 'PATHEXT'];

/** The runner's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$3 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../program-worker.js', import.meta.url);

/**
 * Runs programs of the user's on this machine, in folders relative to `root`. Each is started by a process that leads a group
 * of its own, so that what the program has started ends with it when its time is over.
 */
const localPrograms = (root        )           => ({
  run: (program, hears) =>
    new Promise(resolve => {
      const runner = fork(FILE$3, [], {
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

const fault$1 = (source                  , found        , hint        , cause          ) =>
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
      fault: fault$1(source, error.message, "Ask for one series, by sum(…), a longer 'every', or a shorter 'range'"),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return {
      again: true,
      fault: fault$1(
        source,
        `none in ${timeout} seconds`,
        "Make the query cheaper, by a recording rule or a shorter 'range'",
        error,
      ),
    }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault$1(
        source,
        `a certificate that is not trusted (${code})`,
        "Name the file of its certificate authority as 'ca'",
        error,
      ),
    }
  return {
    again: true,
    fault: fault$1(
      source,
      `no connection${code === '' ? '' : ` (${code})`}`,
      "Check 'url', that the server runs, and that the runner can reach it",
      error,
    ),
  }
}

/** A status that is no success, with what the server says of it. */
function refused$1(source                  , { status, text, headers }        )            {
  const said = saidIn(text);
  const found = `HTTP status ${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 400 || status === 422)
    return fault$1(source, found, "Try the query in the server's own page; mend it in the settings")
  if (status === 401 || status === 403)
    return fault$1(
      source,
      found,
      "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    )
  if (status >= 300 && status < 400)
    return fault$1(
      source,
      `a redirect to ${String(headers.location ?? 'elsewhere').slice(0, LONGEST)}`,
      "Give that address as 'url': no redirect is followed",
    )
  if (status === 404)
    return fault$1(source, found, "Check 'url': the address without /api/v1, with the prefix that the server has")
  return fault$1(source, found, 'The server is overloaded or starting: run it again, or ask for less')
}

const unreadable = (source                  , found        , cause         ) =>
  fault$1(source, found, "Check that 'url' is the address of Prometheus's HTTP API, without /api/v1", cause);

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
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES$1) throw refused$1(source, answer)
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

const KEEP_OUT = 'keep the file out of the scanned paths';

/** Why the reading of a file was ended, and what to do; `memory` in MiB, `it` as the sentence calls the file. */
function stopReason(stop      , memory        , it = 'it')                                   {
  switch (stop.limit) {
    case 'time':
      return {
        reason: `Expected to read ${it} within ${stop.seconds} seconds but that was not enough, so reading was stopped`,
        hint: `Raise security.max-seconds, or ${KEEP_OUT}`,
      }
    case 'memory':
      return {
        reason: `Expected to read ${it} within ${memory} MiB of memory but it takes more, so reading was stopped`,
        hint: `Raise security.max-memory, or ${KEEP_OUT}`,
      }
    case 'change':
      return {
        reason: `Expected ${it} to stay as it is while it is read but it changed`,
        hint: 'Scan it after the last step that writes it',
      }
    case 'crash':
      return {
        reason: `Expected to read ${it} to its end but the process that read it ${stop.how}`,
        hint: `Report it as a fault of Proofmark, and ${KEEP_OUT} until it is mended`,
      }
  }
}

/** The fault of a file that more than the scan needs, and whose reading was stopped. */
function stoppedReading(path        , stop      , { memory }                            )            {
  const { reason, hint } = stopReason(stop, memory, path);
  return new UserError('scan.stopped', reason, { file: path, hint })
}

/** What is known of a file whose scan was stopped: that one cannot tell. */
function stoppedScan(stop      , { memory }                            )                {
  const { reason, hint } = stopReason(stop, memory);
  return { format: 'unread', title: 'not read', inspection: { ...inconclusive(reason, hint), limit: stop.limit } }
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
                      
                     
                              
                          
                                                                    
 

/** What became of a job; `again` where the process ended before it came to it. */
                                                              

/** A process that reads files one after another, until one of them is the end of it. */
                                 
                                       
                   
                   
                                  
             
 

                    
                   
                                 
                            
 

/** Milliseconds between two looks at the memory of a process. */
const WATCH = 50;

/** The process's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$2 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../scan-worker.js', import.meta.url);

/**
 * Starts a process that may read files and do nothing else: it can write none, start no other, and is told nothing of the
 * environment, where tokens are. A process and no thread, for a thread that runs out of memory can take the program with it.
 */
function scannerProcess(limits            , file = FILE$2)                 {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${limits.memory}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const questions             = [];
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
    } else if ('sizeBeside' in message) {
      const answer = (size                    ) => send({ size });
      const found = questions[0]?.job.sizeBeside?.(message.sizeBeside) ?? Promise.resolve(undefined);
      found.then(answer, () => answer(undefined));
    } else if ('threw' in message) {
      // It may be in any state by now.
      end(stopOfError(message.threw));
    } else {
      questions.shift()?.resolve(message);
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
    if (hasStarted && why) current?.resolve({ stop: why });
    else current?.reject(notStarted(how));
    for (const { resolve } of others) resolve('again');
  }

  return {
    waiting: () => questions.length,
    isOver: () => state === 'over' || stop !== undefined,
    end,
    scan: job =>
      new Promise((resolve, reject) => {
        questions.push({ job, resolve, reject });
        if (questions.length === 1) begin();
        send({ ...job.task, limits });
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
const WAITING$1 = 2;
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
          return outcome.sha256 === undefined ? content : { ...content, sha256: outcome.sha256 }
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
      if (least && least.waiting() < WAITING$1) give(least);
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

/** Where a key can be besides a file, as the start of the address that names it. */
const KEY_SCHEMES = ['pkcs11:', 'awskms://', 'gcpkms://', 'azurekms://', 'hashivault://'];         
                                                    

/** Stands for a key of the moment, which a certificate authority binds to the running workflow. */
const KEYLESS = 'keyless';

/** The scheme of a key's address; undefined of anything else. */
const schemeOf = (reference        )                        =>
  KEY_SCHEMES.find(scheme => reference.startsWith(scheme));

/** Whether this names something that signs, rather than the path of a file: PEM text, an address, or `keyless`. */
const isKeyReference = (text        )          =>
  text.includes('-----BEGIN') || schemeOf(text) !== undefined || text === KEYLESS;

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
  return requireSigningKey(parse$1(pem), HINT)
}

function parse$1(pem        )            {
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
    sign: async data => ({ signature: sign(digestOf$1(key), data, key), key: { kind: 'public-key', pem: spki } }),
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

const PIECE$5 = 1024 * 1024;

/** SHA-256 and MD5 of a file, in one pass. */
async function digestsOf(path        )                   {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE$5 })) {
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

/** Opens a table that is read from something. Its batches close that; where there is no table, this does. */
async function openWith                                           (
  opened        ,
  open                                    ,
)                 {
  try {
    return await open(opened)
  } catch (cause) {
    await opened.close();
    throw cause
  }
}

/** One part of a run that several machines share: the `index`-th (from 1) of `count`. */
                        
                        
                        
 

/** Reads `2/4`. */
function readShard(text        )        {
  const [index = 0, count = 0] = text.split('/').map(Number);
  return { index, count }
}

/** Whether a part of a file, by its number from 0, is this shard's to measure. */
const isOwn = (part        , shard                   )          =>
  shard === undefined || part % shard.count === shard.index - 1;

/** Rows of a part of a file, and the blank lines that end it: a fault where rows follow. */
const MeasuredPart = strictObject({
  part: int().nonnegative(),
  rows: int().nonnegative(),
  blank: int().nonnegative().optional(),
});
                                                       

/** Which version of the document below it is. */
const SHARD_SCHEMA = `${NAMESPACE}shard/v1`;

/** What a shard has measured, as it is written. Bytes are those of the whole file, which every shard reads; rows are its own. */
const ShardFile = strictObject({
  schema: literal(SHARD_SCHEMA),
  tool: string(),
  shard: strictObject({ index: int().positive(), count: int().positive() }),
  contract: strictObject({ name: string(), sha256: Sha256 }),
  files: array(
    strictObject({
      file: string(),
      sha256: Sha256,
      bytes: int().nonnegative(),
      header: array(string()),
      parts: array(MeasuredPart),
      /** States by the keys of their measures, see `encodeState`. */
      state: record(string(), unknown()),
    }),
  ),
});
                                                 

/** Where a shard's file is written, inside the output folder. */
const shardFile = ({ index, count }       )         => `shards/shard-${index}-of-${count}.json`;

/** Threads that measure segments beside this one. */
                                   
                                                                                               
                                                                 
                                                          
                                      
                       
 

/** Segments that wait for a worker: it must not stand idle while this thread measures one itself. */
const WAITING = 3;
/** Megabytes of a worker's short-lived objects, of which it makes few: V8 would let them take up four times as much. */
const YOUNG$1 = 8;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$1 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../table-worker.js', import.meta.url);

/** Starts as many workers, each with a run of its own. Segments must be in the memory they begin with. */
function measuringWorkers(count        , start             )                   {
  const threads = Array.from({ length: count }, () => startThread                      (FILE$1, start, YOUNG$1));
  return {
    measure({ bytes, ...segment }) {
      const [least] = threads.toSorted((a, b) => a.waiting() - b.waiting());
      if (!least || least.waiting() >= WAITING) return undefined
      return least.ask({ ...segment, address: bytes.byteOffset }).then(measuredBy)
    },
    async finish(run) {
      const answers = await Promise.all(threads.map(each => each.ask('finish')));
      for (const answer of answers) if ('state' in answer) run.merge(answer.state);
    },
    async stop() {
      await Promise.all(threads.map(each => each.stop()));
    },
  }
}

function measuredBy(answer            )                  {
  if ('measured' in answer) return answer.measured
  throw new Error('A worker answered with its state before it was asked')
}

const QUOTE = 0x22;

/**
 * Whether the bytes from `start` to `end` hold an odd number of quotes. A word of four bytes at a time: where a byte is a
 * quote, a bit of its own is zero, and the parity of all bits is that of the words' exclusive or. Four words a turn, as one
 * would wait for the other.
 */
function oddQuotes(bytes            , start        , end        )          {
  let odd = 0;
  let at = start;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] === QUOTE) odd ^= 1;
  if (at === end) return odd === 1
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, ((end - at) >> 4) << 2);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < words.length; i += 4) {
    a ^= notQuotes(words[i]          );
    b ^= notQuotes(words[i + 1]          );
    c ^= notQuotes(words[i + 2]          );
    d ^= notQuotes(words[i + 3]          );
  }
  // Of a multiple of four words, the complements cancel out.
  for (let bits = a ^ b ^ c ^ d; bits !== 0; bits &= bits - 1) odd ^= 1;
  for (at += words.length * 4; at < end; at++) if (bytes[at] === QUOTE) odd ^= 1;
  return odd === 1
}

/** All bits set but the highest of each byte that is a quote. */
function notQuotes(word        )         {
  const zero = word ^ 0x22222222;
  return ((zero & 0x7f7f7f7f) + 0x7f7f7f7f) | 0 | zero | 0x7f7f7f7f
}

/** Memory that segments are read into. */
                       
                                                                                                                             
                                     
                           
                                                               
                                                               
 

/**
 * At most so many pieces of a kernel's memory at a time: who asks for one more waits until one is given back. The memory of a
 * piece is a power of two, and of too many unused ones the largest are kept, for what a kernel has taken it never gives back.
 */
function kernelRoom(kernel        , pieces        )       {
  /** By address. */
  const capacities = new Map                ();
  const unused           = [];
  const waiting                 = [];
  let taken = 0;
  const capacityOf = (address        ) => capacities.get(address) ?? 0;
  return {
    async take(size) {
      while (taken === pieces) await new Promise      (resolve => waiting.push(resolve));
      taken += 1;
      const address = fitting(size) ?? another(size);
      return Buffer.from(kernel.bufferTo(address, size), address, size)
    },
    give({ byteOffset }) {
      taken -= 1;
      unused.push(byteOffset);
      unused.sort((a, b) => capacityOf(a) - capacityOf(b));
      if (unused.length > pieces) unused.shift();
      waiting.shift()?.();
    },
    oddQuotes(piece, start, end) {
      const address = kernel.addressOf(piece) ?? 0;
      return kernel.oddQuotes(address + start, address + end) !== 0
    },
  }

  /** The smallest unused one that is large enough. */
  function fitting(size        )                     {
    const at = unused.findIndex(address => capacityOf(address) >= size);
    return at === -1 ? undefined : unused.splice(at, 1)[0]
  }

  function another(size        )         {
    const capacity = 2 ** Math.ceil(Math.log2(size));
    const address = kernel.take(capacity + BEYOND);
    capacities.set(address, capacity);
    return address
  }
}

/** Memory of this thread alone, taken anew each time. */
const ownRoom       = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
  oddQuotes,
};

const NEWLINE$2 = 0x0a;

/** Line breaks among the bytes from `start` to `end`. */
function countNewlines(bytes        , start        , end        )         {
  let count = 0;
  const part = bytes.subarray(start, end);
  for (let at = part.indexOf(NEWLINE$2); at >= 0; at = part.indexOf(NEWLINE$2, at + 1)) count += 1;
  return count
}

const AN_OBJECT_A_LINE = 'Write an object on a line of its own for every row';

/** What faults say to the reader; the place is the line on which the row or the cell begins. */
const MEANINGS                                              = {
  'open-quote': {
    code: 'table.open-quote',
    message: (_, __, place) => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: () => 'Close the quote, or double it where it belongs to the text: ""',
  },
  'quote-after': {
    code: 'table.stray-quote',
    message: (_, __, place) =>
      `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: () => 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  'quote-inside': {
    code: 'table.stray-quote',
    message: (_, __, place) => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: () => 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  'long-row': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: () => 'Probably a quote that opens here is never closed',
  },
  ragged: {
    code: 'table.ragged-row',
    message: ({ cells }, width, place) => `Expected ${width} cells as in the header but found ${cells} (${place})`,
    hint: ({ cells }, width) =>
      cells > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
  },
  blank: {
    code: 'table.ragged-row',
    message: (_, width, place) => `Expected ${width} cells as in the header but the line is blank (${place})`,
    hint: () => 'Complete the row or remove it',
  },
  'long-line': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected lines of at most 16 MiB but found a longer one (${place})`,
    hint: () => `Is it one JSON document? ${AN_OBJECT_A_LINE}`,
  },
  'no-object': {
    code: 'table.json',
    message: (_, __, place) => `Expected a JSON object but found something else (${place})`,
    hint: () => AN_OBJECT_A_LINE,
  },
  'unknown-key': {
    code: 'table.unknown-key',
    message: (_, __, place) => `Expected the keys of the first 1000 lines but found another (${place})`,
    hint: () => 'Write every key on every line, null where there is no value',
  },
  'repeated-key': {
    code: 'table.repeated-key',
    message: (_, __, place) => `Expected every key of an object once but found one twice (${place})`,
    hint: () => 'Drop one of the two: readers differ in which they take',
  },
};

/** A fault of a file, on its line, as an error; it never quotes a cell. */
function faultError(name        , fault          , width        , line        )            {
  const { code, message, hint } = MEANINGS[fault.kind];
  return new UserError(code, message(fault, width, `${name}:${line}`), { file: name, line, hint: hint(fault, width) })
}

/** Rows found in bytes: where each of their cells begins and ends. */
                              
                        
                              
                       
              
                                                                                    
                             
                                                                                                                            
                           
                                
                             
                                                                                      
               
 

/** Room for rows of this width. */
const roomFor = (width        , room        )              => ({
  width,
  room,
  rows: 0,
  starts: new Int32Array(width * room),
  ends: new Int32Array(width * room),
  begins: new Int32Array(room),
  blank: -1,
});

/** What is wrong at a byte, as an error of the file. */
                           
                
                  
                    
                   
              
             
                
                 
                 
                   
                    
                                              
                     
                     
                        
 

/**
 * Finds the cells of whole rows from `at` until there is no more room or byte; gives the byte to go on from, or a fault. The
 * byte at `end - 1` or the one at `end` must be a line break: the end is not looked for.
 */

const NEWLINE$1 = 0x0a;

/** Bytes that one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
const MAX_ROW$1 = 16 * 1024 * 1024;

/** Whole rows of a file, in one piece of memory. */
                                               
                                                              
                        
                      
 

/** A row longer than `MAX_ROW`, by its first byte's place. */
                          
                          
 

/**
 * The file in segments of about `size` bytes, cut where a row ends. Each goes into a piece of memory of its own.
 */
async function* segments(
  reader            ,
  { lastRowEnd }                             ,
  room      ,
  size        ,
)                                    {
  let carry         = Buffer.alloc(0);
  let base = 0;
  for (;;) {
    let bytes = await room.take(Math.max(size, 2 * carry.length));
    carry.copy(bytes);
    let length = carry.length;
    let end = 0;
    let done = false;
    for (;;) {
      const read = await fill(reader, bytes.subarray(length));
      length += read;
      done = length < bytes.length;
      end = lastRowEnd(bytes, length, room);
      if (length - end > MAX_ROW$1) {
        if (end > 0) yield segment(bytes, base, end);
        yield { tooLong: base + end };
        return
      }
      if (done) {
        end = length;
        // Of a last row without a line break, the end is one all the same.
        bytes[length] = NEWLINE$1;
      }
      if (end > 0 || done) break
      const larger = await room.take(2 * bytes.length);
      bytes.copy(larger);
      room.give(bytes);
      bytes = larger;
    }
    if (end > 0) yield segment(bytes, base, end);
    if (done) return
    carry = Buffer.from(bytes.subarray(end, length));
    base += end;
  }
}

const segment = (bytes        , base        , end        )          => ({
  bytes,
  base,
  start: 0,
  end,
  ascii: isAscii(bytes.subarray(0, end)),
});

/** Reads until the target is full or the file ends. */
async function fill(reader            , target            )                  {
  let length = 0;
  while (length < target.length) {
    const read = await reader.read(target.subarray(length));
    if (read === 0) break
    length += read;
  }
  return length
}

/** A table as text in UTF-8, its lines ended by LF or CRLF. */
                           
                       
                             
                     
                                                                   
                                                              
 

                            
                                    
                                
                                            
 

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes by which other kinds of file are told. */
const HEAD$1 = 4096;
const PIECE$4 = 1024 * 1024;

/** A file's rows in segments, its byte order mark left out; every segment is known to be text. Faults are `UserError`s with their line. */
async function* textSegments(
  file          ,
  reader            ,
  room      ,
  size        ,
)                          {
  const grammar = grammarOf(file.form);
  let first = true;
  for await (const segment of segments(reader, grammar, room, size)) {
    if ('tooLong' in segment) throw await faultOf(file, { kind: grammar.tooLong, at: segment.tooLong, cells: 0 }, 0)
    await refuseOtherText(file, segment, first);
    const marked = first && BYTE_ORDER_MARK.equals(segment.bytes.subarray(0, 3));
    first = false;
    yield marked ? { ...segment, start: BYTE_ORDER_MARK.length } : segment;
  }
}

/** Throws what the guard says of the whole file, once a segment is seen not to be text. */
async function refuseOtherText(
  { name, source }          ,
  { bytes, end, ascii }         ,
  first         ,
)                {
  if (first) textGuard(name).next(bytes.subarray(0, Math.min(end, HEAD$1)));
  const text = bytes.subarray(0, end);
  if ((ascii || isUtf8(text)) && !text.includes(0)) return
  const guard = textGuard(name);
  const reader = await source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$4);
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      guard.next(piece.subarray(0, read));
    }
    guard.end();
  } finally {
    await reader.close();
  }
}

/** A fault as an error: its line is counted only now. */
async function faultOf(file          , fault          , width        )                 {
  const [line = 1] = await linesAt(file, [fault.at]);
  return faultError(file.name, fault, width, line)
}

/** The lines of the places, ascending: the file is read again, as far as the last of them. */
async function linesAt(file          , places                   )                    {
  if (places.length === 0) return []
  const reader = await file.source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$4);
    const lines           = [];
    let line = 1;
    let at = 0;
    for (const place of places) {
      while (at < place) {
        const read = await reader.read(piece.subarray(0, Math.min(PIECE$4, place - at)));
        if (read === 0) break
        line += countNewlines(piece, 0, read);
        at += read;
      }
      lines.push(line);
    }
    return lines
  } finally {
    await reader.close();
  }
}

/** The rows that begin at the places, ascending, with their lines: the file is read again. */
async function findRows$1(
  file          ,
  places                   ,
  columns                   ,
)                      {
  const found             = [];
  const grammar = grammarOf(file.form);
  const reader = await file.source.open(0);
  try {
    const row = roomFor(columns.length, 1);
    const scan = grammar.scanRows(columns);
    let line = 1;
    for await (const segment of segments(reader, grammar, ownRoom, PIECE$4)) {
      if ('tooLong' in segment) break
      const { bytes, base, end } = segment;
      let counted = 0;
      for (const place of places.slice(found.length)) {
        const at = place - base;
        if (at >= end) break
        line += countNewlines(bytes, counted, at);
        counted = at;
        scan(bytes, at, end, row);
        const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, grammar.textOf));
        found.push({ line, cells });
      }
      if (found.length === places.length) break
      line += countNewlines(bytes, counted, end);
    }
  } finally {
    await reader.close();
  }
  return found
}

/** How a file is measured; nothing of it changes what is found. */
                         
                                                    
                          
                            
                          
 

/** Measures all rows of a file in one pass, its digest with them. */
async function measureText(
  file          ,
  reader              ,
  job          ,
  effort        ,
  { progress, shard }                                            ,
)                         {
  const kernel = startKernel();
  const room = kernelRoom(kernel, (WAITING + 1) * effort.workers + 2);
  let workers;                              
  try {
    const { header, segments } = await file.begin(textSegments(file, reader, room, effort.segment));
    const run = startJob(job, header);
    if (effort.workers > 0)
      workers = measuringWorkers(effort.workers, {
        job,
        header,
        form: file.form,
        memory: kernel.memory,
        overflow: shard ? undefined : overflowFolder(),
      });
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const alone = segmentMeasurer(kernel, run, header, grammarOf(file.form), own);
    const measure = (segment         ) => workers?.measure(segment) ?? Promise.resolve(alone(segment));

    const tasks                                            = [];
    let parts = 0;
    let rows = 0;
    let faulty = false;
    let refused;                     
    for await (const segment of oneAhead(segments)) {
      if ('refused' in segment) {
        refused = segment;
        break
      }
      if (faulty) break
      const part = parts++;
      if (!isOwn(part, shard)) {
        room.give(segment.bytes);
        continue
      }
      const task = measure(segment).then(measured => {
        room.give(segment.bytes);
        rows += measured.rows;
        faulty ||= measured.fault !== undefined;
        progress(rows);
        return { ...measured, part }
      });
      task.catch(() => {
        faulty = true;
      });
      tasks.push(task);
      await settled(workers ? undefined : task);
    }
    const measured = await Promise.all(tasks);
    const fault = firstFault(measured);
    if (fault) throw await faultOf(file, fault, header.length)
    // It comes later in the file than all that was measured, whenever it was met.
    if (refused) throw refused.refused
    await workers?.finish(run);
    const { sha256, bytes } = reader.digest();
    return {
      header,
      run,
      find: places => findRows$1(file, places, header),
      lines: places => linesAt(file, places),
      read: readStored,
      parts: measured.map(({ fault: _, ...rest }) => rest),
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes, rows }),
    }
  } finally {
    await Promise.all([workers?.stop(), reader.close()]);
  }
}

/** Why there is no next segment. */
                   
                           
 

/** What comes next is read while the last one is used. */
async function* oneAhead(segments                         )                                    {
  const read = () => segments.next().catch((refused         )          => ({ refused }));
  for (let next = read(); ; ) {
    const found = await next;
    if ('refused' in found) {
      yield found;
      return
    }
    if (found.done) return
    next = read();
    yield found.value;
  }
}

/** Lets messages of workers come in, which they only do between one segment of this thread's and the next. */
const settled = async (task                              )                => {
  await task;
  await new Promise(resolve => setImmediate(resolve));
};

/** The first fault in the file, whoever met it first. Blank lines are one where a row follows in a later segment. */
function firstFault(measured                            )                       {
  let blank;                    
  for (const segment of measured) {
    if (blank !== undefined && (segment.rows > 0 || segment.fault)) return { kind: 'blank', at: blank, cells: 1 }
    if (segment.fault) return segment.fault
    blank ??= segment.blank;
  }
  return undefined
}

/**
 * Bytes read at once. Small, because V8 lets its young generation grow with what survives a piece: a table of a few hundred
 * kilobytes takes a quarter less memory than in pieces of 64 KiB, and no more time.
 */
const PIECE$3 = 16 * 1024;
const BATCH$2 = 1024;

/** A file to be read row by row. */
async function openText(file          , reader              )                 {
  const { header, segments } = await file.begin(textSegments(file, reader, ownRoom, PIECE$3));
  const { scanRows, textOf } = grammarOf(file.form);
  const scan = scanRows(header);
  const width = header.length;
  const scanned = roomFor(width, BATCH$2);
  let digest;                                                
  let rows = 0;
  return { header, batches: batches(), close: () => reader.close(), material }

  async function* batches()                                 {
    const ends                    = [];
    let line = 1;
    try {
      for await (const segment of segments) {
        // The header's own lines, in the first segment.
        if (line === 1) line += countNewlines(segment.bytes, 0, segment.start);
        const { batch, end, next } = rowsOf(segment, line);
        line = next;
        ends.push(end);
        const fault = firstFault(ends);
        rows += batch.length;
        if (batch.length > 0 && !fault) yield batch;
        if (fault) throw await faultOf(file, fault, width)
        ends.splice(0, ends.length, ...ends.filter(({ blank }) => blank !== undefined).slice(0, 1));
      }
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  /** The segment's rows, whose first line is `line`, and the line after them. */
  function rowsOf(segment         , line        )                                                       {
    const batch        = [];
    let [at, counted, next] = [segment.start, segment.start, line];
    let end                  = { rows: 0 };
    while (at < segment.end) {
      const found = scan(segment.bytes, at, segment.end, scanned);
      for (let row = 0; row < scanned.rows; row++) {
        const begin = scanned.begins[row] ?? 0;
        next += countNewlines(segment.bytes, counted, begin);
        counted = begin;
        const cells           = [];
        for (let cell = row * width; cell < (row + 1) * width; cell++) {
          cells.push(cellText(segment, scanned.starts[cell] ?? 0, scanned.ends[cell] ?? 0, textOf));
        }
        batch.push({ line: next, cells });
      }
      end = { rows: batch.length, ...(scanned.blank === -1 ? {} : { blank: segment.base + scanned.blank }) };
      if (typeof found !== 'number')
        return { batch, end: { ...end, fault: { ...found, at: segment.base + found.at } }, next }
      at = found;
    }
    return { batch, end, next: next + countNewlines(segment.bytes, counted, segment.end) }
  }

  function material(role                                  ) {
    if (digest === undefined) throw new Error(`${file.name} has not been read to its end`)
    return { name: file.name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** Text that can be read again from any byte. */
                             
                                         
 

/** Bytes in order. */
                             
                                                                            
                                           
                        
 

/** A file as it stands on disk; what the system refuses is a `UserError` that names it. */
const fileSource = ({ name, absolute }         )             => ({
  async open(from) {
    const file = await open(absolute).catch(refused);
    let at = from;
    return {
      async read(target) {
        const { bytesRead } = await file.read(target, 0, target.length, at).catch(refused);
        at += bytesRead;
        return bytesRead
      },
      close: () => file.close(),
    }

    function refused(cause         )        {
      throw fileError(name, 'read', cause)
    }
  },
});

/** A reader that takes the digest of what it reads. */
                                                  
                                                                                               
                                                               
 

/** Takes the SHA-256 of everything that is read. */
function hashedReader(reader            )               {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async read(target) {
      const read = await reader.read(target);
      hash.update(target.subarray(0, read));
      bytes += read;
      return read
    },
    close: () => reader.close(),
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}

/** Bytes that may come of one compressed byte, once many have: more is a bomb, not a table. */
const MAX_RATIO = 2000;
const FREE = 256 * 1024 * 1024;

const DECOMPRESS = {
  gzip: createGunzip,
  zstd: createZstdDecompress,
};         
                                          

/** The text of a file, decompressed where it is compressed; its digest is that of the file as it stands on disk. */
function textSource(file           )   
                             
                              
                                 
  {
  const compression = compressionOf(file.head);
  if (!compression) {
    const source = fileSource(file);
    return { source, compressed: false, reader: async () => hashedReader(await source.open(0)) }
  }
  return {
    source: { open: async from => skip(decompressing(file, compression), from) },
    compressed: true,
    reader: async () => decompressing(file, compression),
  }
}

function compressionOf(head            )                          {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : undefined
}

function decompressing({ name, absolute }           , compression             )               {
  const hash = createHash('sha256');
  const raw = createReadStream(absolute);
  const stream = DECOMPRESS[compression]();
  let [before, after] = [0, 0];
  raw.on('data', chunk => {
    hash.update(chunk);
    before += chunk.length;
  });
  raw.on('error', cause => stream.destroy(cause));
  const pieces                        = raw.pipe(stream)[Symbol.asyncIterator]();
  let piece         = Buffer.alloc(0);
  return {
    async read(target) {
      if (piece.length === 0) piece = await nextPiece();
      const size = Math.min(piece.length, target.length);
      target.set(piece.subarray(0, size));
      piece = piece.subarray(size);
      return size
    },
    async close() {
      raw.destroy();
      stream.destroy();
    },
    digest: () => ({ sha256: hash.digest('hex'), bytes: before }),
  }

  async function nextPiece()                  {
    try {
      const { value, done } = await pieces.next();
      if (done) return Buffer.alloc(0)
      after += value.length;
      if (after > FREE && after > MAX_RATIO * before) throw bomb(name)
      return value
    } catch (cause) {
      throw cause instanceof UserError ? cause : refused(name, compression, cause)
    }
  }
}

async function skip(reader            , bytes        )                      {
  const piece = new Uint8Array(Math.min(1024 * 1024, bytes));
  for (let left = bytes; left > 0; ) {
    const read = await reader.read(piece.subarray(0, Math.min(left, piece.length)));
    if (read === 0) break
    left -= read;
  }
  return reader
}

const bomb = (name        ) =>
  new UserError('table.ratio', `Expected ${name} to hold at most ${MAX_RATIO} times its size but found more`, {
    file: name,
    hint: 'Decompress it first, if it is meant to be so large',
  });

function refused(name        , compression             , cause         )          {
  const code = systemCode(cause);
  if (code === undefined || /^(E[A-Z]+)$/.test(code)) return code === undefined ? cause : fileError(name, 'read', cause)
  const cut = /unexpected end|buf_error|src_size|srcSize/i.test(
    `${code} ${cause instanceof Error ? cause.message : ''}`,
  );
  const found = cut ? 'its end is missing' : 'it is damaged';
  return new UserError('table.compression', `Expected ${name} to be whole ${compression} data but ${found}`, {
    file: name,
    hint: 'Write or download it again',
    cause,
  })
}

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL$1 = 8 * 1024 * 1024;
/** Bytes of a segment, with workers and without. */
const SEGMENT = 2 * 1024 * 1024;
const PIECE$2 = 1024 * 1024;

/** A kind of text that holds a table. */
                                                                           
                                                                                         
                                       
                                                         
 

/** Reads a kind of text, compressed or not. */
const textTable = ({
  id,
  recognise,
  workers = Math.max(1, availableParallelism() - 1),
  textFile,
}            )              => ({
  id,
  recognise,
  async open(file) {
    const { source, reader } = textSource(file);
    return openWith(await reader(), reader => openText(textFile(file, source), reader))
  },
  find: (file, header) => places => findRows$1(textFile(file, textSource(file).source), places, header),
  async measure(file, job, options) {
    const { source, reader, compressed } = textSource(file);
    const small = file.size < SMALL$1 && !compressed;
    const effort = small ? { workers: 0, segment: Math.min(PIECE$2, file.size + 1) } : { workers, segment: SEGMENT };
    return measureText(textFile(file, source), await reader(), job, effort, options)
  },
});

const SEPARATORS                              = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars (|)'],
  [',', 'commas'],
]);

/** Refuses a header that names no columns one can speak of: none, a blank one, one twice, or one that holds another separator. */
function refuseHeader(
  name        ,
  separator        ,
  header                               ,
)                                      {
  if (!header || (header.length === 1 && header[0] === '')) throw empty(name, header !== undefined)
  refuseSeparator(name, separator, header);
  if (header.some(cell => cell.includes('\r'))) {
    throw fault('table.line-ends', `Expected lines to end in LF or CRLF but found CR alone (${name}:1)`, name, {
      hint: 'Save it with LF (Unix) or CRLF (Windows) line ends',
    })
  }
  const blank = header.findIndex(cell => cell.trim() === '');
  if (blank >= 0) {
    throw fault('table.blank-header', `Expected a name for column ${blank + 1} but found none (${name}:1)`, name, {
      hint:
        blank === 0
          ? 'Name the column; from pandas, write with index=False'
          : 'Name the column, or drop the separator that makes it',
    })
  }
  const first = new Map                ();
  for (const [i, column] of header.entries()) {
    const earlier = first.get(column);
    first.set(column, i);
    if (earlier === undefined) continue
    const places = `columns ${earlier + 1} and ${i + 1}`;
    // The name stays out of the message: without a header it would be somebody's data.
    throw fault(
      'table.duplicate-header',
      `Expected a name of its own for every column but ${places} share one (${name}:1)`,
      name,
      {
        hint: looksLikeValues(header)
          ? 'The first line looks like values: is the header missing?'
          : 'Rename or drop one of the two',
      },
    )
  }
}

/** A name of a column is seldom a number; a first row of values nearly always has one. */
const looksLikeValues = (header                   ) => header.some(cell => cell !== '' && Number.isFinite(Number(cell)));

function refuseSeparator(name        , separator        , header                   )       {
  const [only = ''] = header;
  if (header.length > 1) return
  const counts = [...SEPARATORS].map(([mark, words]) => ({ words, count: only.split(mark).length - 1 }));
  const likely = counts.toSorted((a, b) => b.count - a.count)[0];
  if (!likely || likely.count === 0) return
  throw fault(
    'table.separator',
    `Expected cells separated by ${SEPARATORS.get(separator)} but the header looks separated by ${likely.words} (${name}:1)`,
    name,
    { hint: 'Save it with commas as .csv, or with tabs as .tsv' },
  )
}

const empty = (name        , blankLine         ) =>
  blankLine
    ? fault('table.empty', `Expected a header but the first line is blank (${name}:1)`, name, {
        hint: 'Start the file with the names of its columns',
      })
    : fault('table.empty', `Expected a header and rows but ${name} is empty`, name, {
        hint: 'Check the step that writes it',
      });

const fault = (code                   , message        , file        , details                  ) =>
  new UserError(code, message, { file, line: 1, ...details });

/** The cells of the first row, and the byte after it; or what is wrong with it. */
function headerRow(
  segment         ,
  separator        ,
)                                                                 {
  const one = roomFor(1, 1);
  const first = scanRows(segment.bytes, segment.start, segment.end, separator, one);
  if (typeof first !== 'number' && first.kind !== 'ragged') return first
  const width = typeof first === 'number' ? 1 : first.cells;
  const row = roomFor(width, 1);
  const next = scanRows(segment.bytes, segment.start, segment.end, separator, row);
  if (typeof next !== 'number') return next
  const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, undouble));
  return { cells, next }
}

/** Takes the header off a file's first segment. */
async function takeHeader(
  file          ,
  separator        ,
  segments                         ,
)                     {
  const first = await segments.next();
  if (first.done || first.value.start === first.value.end) return { header: refused(undefined), segments }
  const row = headerRow(first.value, separator);
  if ('kind' in row) throw await faultOf(file, row, 0)
  const header = refused(row.cells);
  return { header, segments: rest({ ...first.value, start: row.next }) }

  function refused(header                               )                    {
    refuseHeader(file.name, String.fromCharCode(separator), header);
    return header
  }

  async function* rest(begun         )                          {
    yield begun;
    yield* segments;
  }
}

/** CSV: RFC 4180 in UTF-8; `.tsv` and `.tab` separated by tabs. */
const csv = (workers         )              =>
  textTable({
    id: 'csv',
    recognise: () => true,
    workers,
    textFile({ name, plainName }, source) {
      const separator = (/\.(tsv|tab)$/i.test(plainName) ? '\t' : ',').charCodeAt(0);
      return {
        name,
        source,
        form: { is: 'csv', separator },
        begin(segments) {
          return takeHeader(this, separator, segments)
        },
      }
    },
  });

const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}

const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};

class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

const init_state = function (options) {
   
   
   
   
   
   
   
   
  const timchars = [
     
    0x0020,  
    0x0009,  
    0x000a,  
    0x000d,  
    0x000c,  
    0x000b,  
     
    0x00a0,  
     
    0x1680,  
     
    0x2000,  
    0x2001,  
    0x2002,  
    0x2003,  
    0x2004,  
    0x2005,  
    0x2006,  
    0x2007,  
    0x2008,  
    0x2009,  
    0x200a,  
    0x2028,  
    0x2029,  
    0x202f,  
    0x205f,  
    0x3000,  
    0xfeff,  
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
   
   
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
     
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
     
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
       
      options.comment !== null ? options.comment.length : 0,
       
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
       
      options.delimiter_auto ? 1 : 0,
       
      options.quote !== null ? options.quote.length : 0,
       
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};

const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};

const normalize_options = function (opts) {
  const options = {};
   
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
   
   
   
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
   
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
   
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
   
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
   
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
     
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
   
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
   
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
   
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
   
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
   
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
   
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
   
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
   
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
   
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
   
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
   
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) ; else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
   
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) ; else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
     
  } else if (typeof options.objname === "number") ; else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
       
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
   
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
   
   
   
   
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
   
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
   
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
   
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
   
  if (typeof options.relax_column_count === "boolean") ; else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") ; else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") ; else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
   
  if (typeof options.relax_quotes === "boolean") ; else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
   
  if (typeof options.skip_empty_lines === "boolean") ; else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
   
  if (typeof options.skip_records_with_empty_values === "boolean") ; else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
   
  if (typeof options.skip_records_with_error === "boolean") ; else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
   
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
   
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
   
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
   
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
   
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
   
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};

const delimiter_discover = function (records, options) {
   
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
   
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
   
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
   
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
   
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
       
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
   
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
   
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};

const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13;  
const nl = 10;  

const boms = {
   
   
   
   
  utf8: Buffer.from([239, 187, 191]),
   
   
   
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
         
         
         
         
         
         
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
         
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
         
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
     
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
       
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
         
        nextBuf = undefined;
         
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
       
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
           
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
       
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
           
          if (end === false) {
             
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
               
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
               
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
               
              for (const key in options) {
                this.options[key] = options[key];
              }
               
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
         
         
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
         
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
         
         
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
           
           
           
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
           
           
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
               
               
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                 
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
               
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                 
              } else {
                 
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                 
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
         
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
         
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
           
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
       
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`,  
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
           
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
         
        if (columns !== false) {
          const obj = {};
           
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
             
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
           
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
           
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
       
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
       
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
     
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
       
       
       
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
     
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
       
       
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0;  
    },
     
     
     
     
     
     
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
       
       
       
      const rds = [
         
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
         
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
       
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};

class Parser extends Transform {
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = transform({
      on_skip: (err, chunk) => {
        this.emit("skip", err, chunk);
      },
      ...opts,
    });
     
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
   
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.end();
         
         
         
         
         
         
         
         
         
        this.on("end", this.destroy);
      },
    );
    if (err !== undefined) {
      this.state.stop = true;
    }
    callback(err);
  }
   
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      undefined,
      true,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      },
    );
    callback(err);
  }
}

const parse = function () {
  let data, options, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (
      data === undefined &&
      (typeof argument === "string" || Buffer.isBuffer(argument))
    ) {
      data = argument;
    } else if (options === undefined && is_object(argument)) {
      options = argument;
    } else if (callback === undefined && type === "function") {
      callback = argument;
    } else {
      throw new CsvError(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options || {},
      );
    }
  }
  const parser = new Parser(options);
  if (callback) {
    const records =
      options === undefined || options.objname === undefined
        ? []
        : Object.create(null);
    parser.on("readable", function () {
      let record;
      while ((record = this.read()) !== null) {
        if (options === undefined || options.objname === undefined) {
          records.push(record);
        } else {
          Object.assign(records, {
            [record[0]]: record[1],
             
             
             
          });
        }
      }
    });
    parser.on("error", function (err) {
      callback(err, undefined, parser.api.__infoDataSet());
    });
    parser.on("end", function () {
      callback(undefined, records, parser.api.__infoDataSet());
    });
  }
  if (data !== undefined) {
    const writer = function () {
      parser.write(data);
      parser.end();
    };
     
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
};

/** Cells as the standard dialect would have them: null tokens empty, numbers with a point and without separators of thousands. */
function cellReader({ nulls, decimal, thousands }         )                           {
  const empty = new Set(nulls);
  if (decimal === '.' && thousands === undefined) return cell => (empty.has(cell) ? '' : cell)
  const group = thousands === undefined ? '' : `(?:${escaped(thousands)}\\d{3})*`;
  const number = new RegExp(`^[+-]?\\d+${group}(?:${escaped(decimal)}\\d+)?(?:[eE][+-]?\\d+)?$`);
  return cell => {
    if (empty.has(cell)) return ''
    if (!number.test(cell)) return cell
    const plain = thousands === undefined ? cell : cell.replaceAll(thousands, '');
    return plain.replace(decimal, '.')
  }
}

const escaped = (mark        )         => mark.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const PIECE$1 = 64 * 1024;
const BATCH$1 = 1000;
const MAX_ROW = 16 * 1024 * 1024;

/** A table in a dialect that somebody has declared, its cells as a file of the standard dialect would have them. */
async function dialectTable(file           , dialect         )                 {
  return openWith(await textSource(file).reader(), reader => openDialect(file, reader, dialect))
}

async function openDialect(file           , reader              , dialect         )                 {
  const { name } = file;
  const records = recordsOf(file, reader, dialect);
  const first = dialect.header === false ? undefined : await records.next();
  const ahead = dialect.header === false ? await records.next() : undefined;
  const header =
    dialect.columns ??
    (first
      ? first.done
        ? undefined
        : first.value.cells
      : ahead?.value?.cells.map((_        , i        ) => `column${i + 1}`));
  refuseHeader(name, dialect.delimiter, header);
  const cell = cellReader(dialect);
  let rows = 0;
  let digest;                                                
  return { header, batches: batches(header.length), close, material }

  async function close() {
    await records.return(undefined);
    await reader.close();
  }

  async function* batches(width        )                                 {
    try {
      let batch        = [];
      for (let next = ahead ?? (await records.next()); !next.done; next = await records.next()) {
        const { line, cells } = next.value;
        if (cells.length !== width) throw ragged(name, line, width, cells.length)
        batch.push({ line, cells: cells.map(cell) });
        rows += 1;
        if (batch.length < BATCH$1) continue
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  function material(role                                  ) {
    if (!digest) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** csv-parse's records, with the lines on which they start. */
async function* recordsOf({ name }           , reader              , dialect         )                      {
  const { delimiter, quote, comment } = dialect;
  const escapedBy = dialect.escape ?? (quote === '' ? undefined : quote);
  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    ...(escapedBy === undefined ? {} : { escape: escapedBy }),
    ...(comment === undefined ? {} : { comment }),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: MAX_ROW,
    bom: true,
  });
  const feeding = feed(name, reader, dialect, parser);
  feeding.catch(cause => parser.destroy(cause instanceof Error ? cause : new Error(String(cause))));
  let line = 1;
  try {
    for await (const { record, info } of parser                                                                ) {
      const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      line = Math.max(1, info.lines - inside);
      yield { line, cells: record };
    }
    await feeding;
  } catch (cause) {
    throw isCsvError(cause) ? broken(name, line, cause) : cause
  }
}

async function feed(name        , reader              , { encoding }         , parser                          ) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const piece = new Uint8Array(PIECE$1);
  const write = (text        ) =>
    new Promise      ((resolve, reject) => parser.write(text, error => (error ? reject(error) : resolve())));
  try {
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      await write(decoder.decode(piece.subarray(0, read), { stream: true }));
    }
    await write(decoder.decode());
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new UserError('file.encoding', `Expected ${name} to be ${encoding} text but found bytes that are none`, {
      file: name,
      hint: 'Name the encoding it is written in under data.dialects',
      cause,
    })
  }
  parser.end();
}

const isCsvError = (cause         )                    =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_');

/** The parser's own error quotes the cell, so it is no cause of this one. */
const broken = (name        , line        , { code }          ) =>
  new UserError(
    'table.dialect',
    `Expected a row of the dialect declared but found ${code} after line ${line} (${name})`,
    {
      file: name,
      line,
      hint: 'Check delimiter, quote and escape under data.dialects',
    },
  );

const ragged = (name        , line        , width        , found        ) =>
  new UserError('table.ragged-row', `Expected ${width} cells as in the header but found ${found} (${name}:${line})`, {
    file: name,
    line,
    hint: 'Complete the row, or mend the dialect under data.dialects',
  });

/** Objects whose keys are the columns: those of all would take a pass of their own. */
const LOOKED_AT = 1000;
const PIECE = 64 * 1024;

/** The keys of a file's first objects, in the order in which they come first. */
async function keysOf(file          )                    {
  const keys = new Set        ();
  const pairs = noPairs();
  let objects = 0;
  const reader = await file.source.open(0);
  try {
    for await (const { bytes, base, start, end } of textSegments(file, reader, ownRoom, PIECE)) {
      for (let at = start; at < end && objects < LOOKED_AT; ) {
        const next = scanLine(bytes, at, pairs);
        if (next === NO_OBJECT) throw await fault({ kind: 'no-object', at: base + at, cells: 0 })
        if (next === BLANK) {
          at = bytes.indexOf(NEWLINE, at) + 1;
          continue
        }
        objects += 1;
        for (let pair = 0; pair < pairs.count; pair++) keys.add(keyOf(bytes, pairs, pair));
        at = next;
      }
      if (objects === LOOKED_AT) break
    }
  } finally {
    await reader.close();
  }
  if (keys.size > 0) return [...keys]
  throw new UserError('table.empty', `Expected an object on every line but ${file.name} has none`, {
    file: file.name,
    hint: 'Check the step that writes it',
  })

  function fault(fault          )                 {
    return faultOf(file, fault, 0)
  }
}

const NEWLINE = 0x0a;

/** JSON Lines: an object on every line, its keys the columns. */
const jsonLines = (workers         )              =>
  textTable({
    id: 'json-lines',
    recognise: ({ plainName }) => /\.(jsonl|ndjson)$/i.test(plainName),
    workers,
    textFile: ({ name }, source) => ({
      name,
      source,
      form: { is: 'json-lines' },
      async begin(segments) {
        return { header: await keysOf(this), segments }
      },
    }),
  });

/** Measures a table row by row, on this thread; a row's place is its line. */
async function measureRows(
  open                      ,
  job          ,
  { progress, shard }                ,
)                         {
  const table = await open();
  const run = startJob(job, table.header);
  const parts                 = [];
  let rows = 0;
  let part = 0;
  for await (const batch of table.batches) {
    rows += batch.length;
    if (isOwn(part, shard)) {
      run.add(textBatch(batch));
      parts.push({ part, rows: batch.length });
    }
    part += 1;
    progress(rows);
  }
  return { header: table.header, run, find: findByLine(open), parts, material: role => table.material(role) }
}

/** Finds rows again by their lines. */
const findByLine =
  (open                      )           =>
  async lines => {
    const wanted = new Set(lines);
    const found             = [];
    const table = await open();
    for await (const batch of table.batches) {
      found.push(...batch.filter(row => wanted.has(row.line)));
      if (found.length === wanted.size) break
    }
    return found
  };

/** SHA-256 of a file, lower-case hexadecimal. */
async function digestOf({ name, absolute }         )                  {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(absolute)) hash.update(chunk);
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}

/** Rows from one number on, counted from 0, to before another; a row's line is its number, from 1. */
async function readRows({ columns, read }             , start        , end        )                 {
  const values = await read(columns, start, end);
  return Array.from({ length: end - start }, (_, row) => ({
    line: start + row + 1,
    cells: columns.map(({ text }, column) => text(values[column]?.[row])),
  }))
}

/** Finds rows by their lines: those of a group of rows are decoded at once. */
const findRows =
  (file                                     )           =>
  async lines => {
    const found             = [];
    const opened = await openParquet(file);
    try {
      for (const { first, rows } of opened.groups) {
        const own = lines.filter(line => line > first && line <= first + rows);
        const [least, greatest] = [own[0], own.at(-1)];
        if (least === undefined || greatest === undefined) continue
        const between = await readRows(opened, least - 1, greatest);
        found.push(...own.flatMap(line => between[line - least] ?? []));
      }
    } finally {
      await opened.close();
    }
    return found
  };

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 4 * 1024 * 1024;

/** Megabytes of a worker's short-lived objects: every text of a group is one. */
const YOUNG = 16;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../parquet-worker.js', import.meta.url);

/** Measures the columns of a Parquet file that the job asks for, a group of rows at a time, several at once. */
async function measureParquet(
  file           ,
  job          ,
  workers        ,
  { progress, shard }                                            ,
)                         {
  const opened = await openParquet(file);
  const threads                                 = [];
  try {
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const { run, measure } = groupMeasurer(opened, job, own);
    const header = opened.columns.map(({ name }) => name);
    const parts = opened.groups.flatMap(({ rows }, part) => (isOwn(part, shard) ? [{ part, rows }] : []));
    const digest = digestOf(file);
    // Waited for at the end; until then another error may come first.
    digest.catch(() => {});
    const count = file.size < SMALL ? 0 : Math.min(workers, parts.length);
    if (count > 1) {
      const overflow = shard ? undefined : overflowFolder();
      const start              = { file: { ...file }, job, overflow };
      for (let i = 0; i < count; i++) threads.push(startThread                      (FILE, start, YOUNG));
    }
    let rows = 0;
    const groups = parts.values();
    const work = async (measure                                     ) => {
      for (const { part, rows: measured } of groups) {
        await measure(part);
        rows += measured;
        progress(rows);
      }
    };
    if (threads.length === 0) await work(measure);
    await Promise.all(threads.map(thread => work(async group => answered(await thread.ask({ group })))));
    for (const answer of await Promise.all(threads.map(thread => thread.ask('finish')))) {
      const { state } = answered(answer);
      if (state) run.merge(state);
    }
    const sha256 = await digest;
    return {
      header,
      run,
      find: findRows(file),
      read: readStored,
      parts,
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes: file.size, rows }),
    }
  } finally {
    await Promise.all([...threads.map(thread => thread.stop()), opened.close()]);
  }

  function answered(answer            )                                                                        {
    if (answer === 'measured') return {}
    if ('state' in answer) return answer
    const { code, message, hint, kind } = answer.refused;
    throw new UserError(code, message, { file: file.name, kind, ...(hint === undefined ? {} : { hint }) })
  }
}

/** Rows of a batch. */
const BATCH = 8192;

/** Apache Parquet, by groups of rows; a row's line is its number. */
const parquet = (workers         = availableParallelism())              => ({
  id: 'parquet',
  recognise: ({ head, plainName }) => isParquet(head) || /\.(parquet|pq)$/i.test(plainName),
  open: async file => openWith(await openParquet(file), async opened => rowsOf(file, opened)),
  measure: (file, job, options) => measureParquet(file, job, workers, options),
  find: findRows,
});

/** Every row, one after the other. */
function rowsOf(file           , opened             )        {
  let rows = 0;
  let sha256;                    
  return {
    header: opened.columns.map(({ name }) => name),
    batches: batches(),
    close: () => opened.close(),
    material(role) {
      if (sha256 === undefined) throw new Error(`${file.name} has not been read to its end`)
      return { name: file.name, role, digest: { sha256 }, bytes: file.size, rows }
    },
  }

  async function* batches()                                 {
    try {
      for (const group of opened.groups) {
        const all = await readRows(opened, group.first, group.first + group.rows);
        rows += all.length;
        for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
      }
      sha256 = await digestOf(file);
    } finally {
      await opened.close();
    }
  }
}

/** Kinds of file, the first that recognises one counts. */
const formats = (workers                    )                         => [
  parquet(workers),
  jsonLines(workers),
  csv(workers),
];

/** Bytes by which a kind of file is told. */
const HEAD = 64;

/** Tables of this machine, by path relative to `root`, or by address where there are sources: CSV and JSON Lines, compressed or not, and Parquet. */
function localTables(root        , workers         , sources                         )         {
  const here              = { root, sources };
  const all = formats(workers);
  return {
    async open(path, dialect) {
      const file = await tableFile(here, path);
      return dialect ? dialectTable(file, dialect) : formatOf(file).open(file)
    },
    async measure(path, job, options) {
      const file = await tableFile(here, path);
      const { dialect } = options;
      if (dialect) return measureRows(() => dialectTable(file, dialect), job, options)
      const format = formatOf(file);
      return format.measure?.(file, job, options) ?? measureRows(() => format.open(file), job, options)
    },
    find: (path, header, dialect) => async places => {
      const file = await tableFile(here, path);
      if (dialect) return findByLine(() => dialectTable(file, dialect))(places)
      const format = formatOf(file);
      return (format.find?.(file, header) ?? findByLine(() => format.open(file)))(places)
    },
  }

  function formatOf(file           )              {
    const format = all.find(format => format.recognise(file));
    if (!format) throw new Error(`${file.name} is of no kind of file`)
    return format
  }
}

async function tableFile(here             , path        )                     {
  const located = await findFile(here, path);
  const { size } = await regularFile(here.root, located);
  const head = await readHead(located.absolute).catch(cause => {
    throw fileError(located.name, 'read', cause)
  });
  return { ...located, size, head, plainName: withoutPin(located.name).replace(/\.(gz|zst|zstd)$/i, '') }
}

async function readHead(path        )                      {
  const file = await open(path);
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead)
  } finally {
    await file.close();
  }
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
  const identityTokens = githubIdentityTokens({ environment: process.env, hide: masked });
  return {
    files,
    sources,
    recipients: allRecipients({ root, environment, context }),
    tables: engineTables(localTables(root, undefined, sources), {
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

/** What we read of an event's payload; GitHub sends far more. */
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = object({ full_name: string() });

const PullRequestEvent = object({
  pull_request: object({
    number: int().positive(),
    /** `repo` is null once the fork is deleted. */
    head: object({ sha, repo: repository.nullable() }),
    base: object({ sha, repo: repository }),
  }),
});

const MergeGroupEvent = object({ merge_group: object({ head_sha: sha, base_sha: sha }) });

const WorkflowRunEvent = object({
  workflow_run: object({
    head_sha: sha,
    head_branch: string().nullable(),
    head_repository: object({ owner: object({ login: string() }) }).nullable(),
    /** Empty for a run of a fork's pull request. */
    pull_requests: array(object({ number: int().positive(), head: object({ sha }), base: object({ sha }) })),
  }),
});

const TASK = { doing: 'read the pull request', permission: 'pull-requests: write' };         

/** Head commit of a pull request as it stands now. */
async function headOf(connection            , pull_number        )                  {
  const { owner, repo } = connection;
  const { data } = await connection.attempt(TASK, octokit => octokit.rest.pulls.get({ owner, repo, pull_number }));
  return data.head.sha
}

/**
 * The newest open pull request from a branch, fork or not, whose head is still `commit`; undefined where it has moved on.
 * The commit decides, and it comes from the event: nothing that the fork's run wrote is asked.
 */
async function pullRequestOf(
  connection            ,
  commit        ,
  origin        ,
)                                     {
  const { owner, repo } = connection;
  const open = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: 'open',
      head: `${origin.owner}:${origin.branch}`,
      per_page: 100,
    }),
  );
  const found = open.find(({ head }) => head.sha === commit);
  if (found === undefined) return undefined
  const { number, head, base } = found;
  return { number, head: head.sha, base: base.sha, fork: head.repo?.full_name !== base.repo.full_name }
}

/** Where the commit of a finished run came from: the owner of the repository, often a fork, and its branch. */
                         
                        
                         
 

/** What a runner's environment says of the run. */
                                                   
                                                                                         
                          
 

                                                               

/** What the variables alone tell, for the program: nothing of the event, and empty outside GitHub Actions. */
const environmentContext = (env             )             => ({
  ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  ...(env.GITHUB_REPOSITORY_ID && { repositoryId: env.GITHUB_REPOSITORY_ID }),
  ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
  ...(env.GITHUB_REF && { ref: env.GITHUB_REF }),
  ...runUrl(env),
  ...startedBy(env),
});

/**
 * Reads the `GITHUB_*` variables and the event's payload; empty outside GitHub Actions. `commit` is the one this run answers:
 * what was checked out, but for a workflow_run the commit that the first run was about.
 */
async function readContext(
  env             ,
  readFile                                   ,
)                         {
  const run = environmentContext(env);
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const { number, head, base } = (await payload(PullRequestEvent)).pull_request;
      const fork = head.repo?.full_name !== base.repo.full_name;
      return { ...run, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork } }
    }
    case 'merge_group':
      return { ...run, base: (await payload(MergeGroupEvent)).merge_group.base_sha }
    case 'workflow_run':
      return { ...withoutRef(run), ...finishedRun((await payload(WorkflowRunEvent)).workflow_run) }
    default:
      return run
  }

  async function payload                          (schema        )                            {
    const path = env.GITHUB_EVENT_PATH;
    try {
      return schema.parse(JSON.parse(await readFile(path ?? '')))
    } catch (cause) {
      throw new UserError(
        'github.event',
        `Expected the payload of ${env.GITHUB_EVENT_NAME} in ${path} but found none`,
        {
          hint: 'GITHUB_EVENT_PATH must name the file the runner wrote; leave the variable as it is',
          kind: 'environment',
          cause,
        },
      )
    }
  }
}

/** The context with the pull request of a finished run filled in, which its event does not name where it came from a fork. */
async function completeContext(context               , options                   )                         {
  const { origin, commit } = context;
  if (context.pullRequest !== undefined || origin === undefined || commit === undefined) return context
  const pullRequest = await pullRequestOf(connect(options), commit, origin);
  if (pullRequest === undefined) return context
  return { ...context, ...(pullRequest.base !== undefined && { base: pullRequest.base }), pullRequest }
}

function finishedRun(run                                                   )                {
  const { head_sha: commit, head_branch: branch, head_repository, pull_requests } = run;
  const named = pull_requests.find(({ head }) => head.sha === commit);
  if (named !== undefined) {
    const { number, head, base } = named;
    return { commit, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork: false } }
  }
  const owner = head_repository?.owner.login;
  return owner === undefined || branch === null ? { commit } : { commit, origin: { owner, branch } }
}

/** GITHUB_REF of a workflow_run is the default branch, which the commit it answers need not be on. */
function withoutRef                              ({ ref: _, ...run }     ) {
  return run
}

/** `actor` started the run's first attempt, `triggering_actor` this one. Of a review's run both are the reviewer, who has only reviewed. */
function startedBy(env             )                               {
  const { GITHUB_ACTOR: actor, GITHUB_ACTOR_ID: id, GITHUB_TRIGGERING_ACTOR: again, GITHUB_EVENT_NAME: event } = env;
  if (!actor || (event === 'pull_request_review' && (again === undefined || again === actor))) return {}
  const first = { login: actor, ...(id && { id }) };
  const later = again && again !== actor ? [{ login: again }] : [];
  return { triggers: event === 'pull_request_review' ? later : [first, ...later] }
}

function runUrl(env             )                              {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  } = env;
  if (!server || !repository || !id) return undefined
  const again = attempt === undefined || attempt === '1' ? '' : `/attempts/${attempt}`;
  return { url: `${server}/${repository}/actions/runs/${id}${again}` }
}

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
                                        

const OF_VERDICT                            = { passed: 0, failed: 1, inconclusive: 2 };

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
function exitCode(verdict         , errors                    )           {
  const known = errors.filter(error => error instanceof UserError);
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/** Of what stopped a command before it could decide. A log that is not believed is no fault of the settings: it is an answer. */
function exitCodeOf(error         )           {
  if (error instanceof LogFaultError) return OF_VERDICT[faultVerdict(error.fault.fault)]
  return exitCode('inconclusive', [error])
}

export { localFiles$1 as A, gitLogBranch$1 as B, githubLogBranch$1 as C, logConnection$1 as D, prometheus$1 as E, sigstoreSigning$1 as F, KEYLESS as K, LogFaultError as L, MAX_RECEIPT_BYTES as M, SHARD_SCHEMA as S, composeTargets as a, exitCode as b, compose as c, exitCodeOf as d, environmentContext as e, folderIn as f, completeContext as g, headOf as h, readReceipt as i, isFault as j, faultError$1 as k, locate as l, githubRepository as m, logFault as n, isKeyReference as o, ShardFile as p, readShard as q, readContext as r, shardFile as s, stoppedScan as t, faultVerdict as u, runInClone as v, localFiles as w, checkedOutBranch as x, pushResult as y, ageFiles$1 as z };
