import { U as UserError } from './user-error.js';
import { stat, readFile, readdir } from 'node:fs/promises';
import { join, resolve, dirname, isAbsolute } from 'node:path';
import { s as systemCode, f as fileError } from './file-error.js';
import { existsSync } from 'node:fs';
import { r as readYaml, v as validate } from './validate.js';
import { c as array, o as object, a as string, d as union, l as literal, r as record, _ as _enum, u as unknown } from './schemas2.js';
import { m as md5Of, h as hashPaths } from './hash-paths.js';
import { availableParallelism } from 'node:os';
import { s as startThread } from './thread.js';

/** Where a cache or a remote keeps an object: since DVC 3 below `files/md5`, before without it. */
function objectKey(hash         , md5        , folder         )         {
  const key = `${md5.slice(0, 2)}/${md5.slice(2)}${folder ? '.dir' : ''}`;
  return hash === 'md5' ? `files/md5/${key}` : key
}

/** A remote as DVC's settings have it. */
                               
                       
                      
                                                
                                                                  
                            
 

/** The remote of this name, or the default one; undefined where none is named and there is no default. */
function remoteConfig(config           , asked         )                           {
  const name = (asked ?? config.get('core')?.get('remote'))?.toLowerCase();
  if (name === undefined) return undefined
  const names = [...config.keys()].flatMap(section => /^remote "(.*)"$/.exec(section)?.[1] ?? []);
  const known = names.find(candidate => candidate.toLowerCase() === name);
  const settings = known === undefined ? undefined : config.get(`remote "${known}"`);
  const url = settings?.get('url');
  if (known === undefined || settings === undefined || url === undefined)
    throw new UserError(
      'dvc.no-remote',
      `Expected a DVC remote '${asked ?? name}' with a url but found ${names.length === 0 ? 'no remote' : names.join(', ')}`,
      {
        file: '.dvc/config',
        hint: 'Name one of these, or add it with dvc remote add',
      },
    )
  const parent = /^remote:\/\/([^/]+)(\/.*)?$/.exec(url);
  const isOn = (key        ) => /^(true|yes|on|1)$/i.test(settings.get(key) ?? '');
  const own = { name: known, url, settings, versions: isOn('worktree') || isOn('version_aware') };
  if (!parent) return own
  const base = parent[1]?.toLowerCase() === name ? undefined : remoteConfig(config, parent[1]);
  if (base === undefined)
    throw new UserError('dvc.no-remote', `Expected the remote '${known}' to build on another but found ${url}`, {
      file: '.dvc/config',
      hint: 'Give it a url of its own',
    })
  return {
    ...own,
    url: `${base.url.replace(/\/+$/, '')}${parent[2] ?? ''}`,
    settings: new Map([...base.settings, ...settings]),
  }
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

/** Whether a name listed in a folder's object stays below that folder: such lists come from remotes. */
const safeRelpath = (path        )          =>
  path.length <= 4096 &&
  !path.includes('\0') &&
  !/^([A-Za-z]:)?[\\/]/.test(path) &&
  path.split('/').every(step => step !== '' && step !== '.' && step !== '..');

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

/** Opens a remote by its url's scheme; each kind is loaded when it is met. */
async function openRemote(remote              , root        , environment             )                     {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(remote.url)?.[1]?.toLowerCase() ?? 'file';
  if (scheme === 'file') return (await import('./folder-remote.js')).folderRemote(remote, root)
  if (scheme === 's3') return (await import('./s3-remote.js')).s3Remote(remote, environment)
  if (scheme === 'http' || scheme === 'https')
    return (await import('./http-remote.js')).httpRemote(remote, { ca: await authorityOf(remote, root) })
  throw new UserError(
    'dvc.remote-kind',
    `Expected the DVC remote ${remote.name} to be a folder, http(s) or S3 but found ${scheme}`,
    {
      file: '.dvc/config',
      hint: 'Fetch the data with dvc pull first, or keep a copy in one of these: dvc push --remote',
    },
  )
}

/** Certificate authorities that `ssl_verify` names a file of. That it may be off is not taken up: the bytes would be anybody's. */
async function authorityOf({ settings }              , root        )                              {
  const path = settings.get('ssl_verify');
  if (path === undefined || /^(true|false|yes|no|on|off|0|1)$/i.test(path)) return undefined
  return readFile(resolve(root, '.dvc', path), 'utf8').catch((cause         ) => {
    throw fileError(path, 'read', cause)
  })
}

/** The settings of DVC: of each section its keys. A remote's section is `remote "name"`. */
                                                                        

/** Reads `.dvc/config`, an INI file as Python's ConfigObj writes it: sections in quotes, values perhaps in quotes, `#` before a comment. */
function readDvcConfig(name        , text        )            {
  const sections = new Map                             ();
  let section = new Map                ();
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    const heading = /^\[(.+)\]\s*(?:#.*)?$/.exec(line)?.[1];
    if (heading !== undefined) {
      const title = unquoted(heading.trim());
      section = sections.get(title) ?? new Map();
      sections.set(title, section);
      continue
    }
    const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || sections.size === 0)
      throw new UserError(
        'dvc.config',
        `Expected 'key = value' below a [section] but found '${line.slice(0, 40).replace(/=.*/, '= …')}' (${name}:${i + 1})`,
        {
          file: name,
          line: i + 1,
          hint: 'Mend it with dvc config or dvc remote modify',
        },
      )
    section.set(unquoted(key).toLowerCase(), readValue(value));
  }
  return sections
}

/** Later files add to earlier ones, key by key: `config`, then `config.local`. */
function mergeDvcConfigs(configs                      )            {
  const merged = new Map                             ();
  for (const config of configs)
    for (const [name, section] of config) merged.set(name, new Map([...(merged.get(name) ?? []), ...section]));
  return merged
}

const unquoted = (text        ) => /^(['"])(.*)\1$/.exec(text)?.[2] ?? text;

function readValue(text        )         {
  const quoted = /^(['"])(.*?)\1\s*(?:#.*)?$/.exec(text)?.[2];
  return quoted ?? text.replace(/\s+#.*$/, '').trim()
}

/** One line of a `.dvcignore`, made ready. */
                
                          
                           
                               
 

/** Folders that DVC never looks into. */
const NEVER = new Set(['.git', '.hg', '.dvc']);

/** Whether a path from the root of the repository is left out. */
                                                                  

/** What `.dvcignore` files leave out, by gitignore's grammar (gitignore(5)); of several rules the last one counts. */
function readIgnores(files                                                               )          {
  const rules = files.flatMap(({ folder, text }) => text.split(/\r?\n/).flatMap(line => ruleOf(line, folder)));
  return (path, isFolder) => {
    if (isFolder && NEVER.has(path.slice(path.lastIndexOf('/') + 1))) return true
    let ignored = false;
    for (const { pattern, negated, foldersOnly } of rules)
      if ((isFolder || !foldersOnly) && pattern.test(path)) ignored = !negated;
    return ignored
  }
}

function ruleOf(raw        , folder        )         {
  const line = raw.replace(/(?<!\\)\s+$/, '');
  if (line === '' || line.startsWith('#')) return []
  const negated = line.startsWith('!');
  const body = line.slice(negated ? 1 : 0).replace(/^\\(?=[#!])/, '');
  const foldersOnly = body.endsWith('/');
  const glob = body.replace(/\/$/, '');
  const below = folder === '' ? '' : `${escaped(folder)}/`;
  const anywhere = !glob.includes('/');
  const pattern = new RegExp(`^${below}${anywhere ? '(?:.*/)?' : ''}${regexOf(glob.replace(/^\//, ''))}$`, 's');
  return [{ pattern, negated, foldersOnly }]
}

const regexOf = (glob        ) =>
  glob.replace(/\\(.)|\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]*\]|[^\\]/gs, (token, literal         ) => {
    if (literal !== undefined) return escaped(literal)
    if (token === '**/') return '(?:.*/)?'
    if (token === '/**') return '/.*'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.length > 2 && token.startsWith('['))
      return `[${token
        .slice(1, -1)
        .replace(/^!/, '^')
        .replace(/[\\[\]]/g, '\\$&')}]`
    return escaped(token)
  });

const escaped = (text        ) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A path of a pointer's, from the root of the repository; undefined where it leads out of it, or is an address. */
function joinPath(folder        , path        )                     {
  if (path === '' || path.includes('\0') || path.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path))
    return undefined
  const steps           = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

/** The folder that a path is in; empty for the root. */
const folderOf = (path        )         => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** An output as its pointer has it. */
function outputOf(
  out                               ,
  { document, at, folder, stage, importedFrom }       ,
)            {
  const place = document.place(at);
  const fault = (found        , hint        ) =>
    new UserError('dvc.pointer', `Expected an output of ${document.name} to ${found} (${place.text})`, {
      file: document.name,
      ...(place.line === undefined ? {} : { line: place.line }),
      hint,
    });
  const path = joinPath(folder, out.path);
  if (path === undefined)
    throw fault(
      `lie in the repository but found '${out.path}'`,
      'Track data inside the repository: what lies outside of it is not verified',
    )
  if (out.hash !== undefined && out.hash !== 'md5' && out.hash !== 'md5-dos2unix')
    throw fault(`be hashed by md5 but found '${out.hash}'`, 'Run dvc commit with DVC 3, whose hash is md5')
  const hash          = out.hash ?? 'md5-dos2unix';
  const entries = out.files?.map((file, i)           => {
    if (!safeRelpath(file.relpath))
      throw fault(`list files below it but found '${file.relpath}' (file ${i + 1})`, 'Find out who wrote this pointer')
    return { relpath: file.relpath, ...hashed(file), cloud: cloudOf(file) }
  });
  return {
    path,
    pointer: document.name,
    line: place.line ?? 1,
    ...(stage === undefined ? {} : { stage }),
    hash,
    ...hashed(out),
    folder: entries !== undefined || (out.md5?.endsWith('.dir') ?? false),
    ...(out.nfiles === undefined ? {} : { nfiles: out.nfiles }),
    ...(entries === undefined ? {} : { entries }),
    cloud: cloudOf(out),
    cached: out.cache ?? true,
    pushed: out.push ?? true,
    ...(out.remote === undefined ? {} : { remote: out.remote }),
    ...(importedFrom === undefined ? {} : { importedFrom }),
  }
}

const hashed = ({ md5, size }                                                         ) => ({
  ...(md5 === undefined ? {} : { md5: md5.slice(0, 32) }),
  ...(size === undefined ? {} : { size }),
});

function cloudOf({
  cloud = {},
  remote,
  version_id,
  etag,
}                                        )                            {
  const versions = new Map(Object.entries(cloud).map(([name, version]) => [name, versionOf(version)]));
  if (remote !== undefined && version_id !== undefined && !versions.has(remote))
    versions.set(remote, versionOf({ version_id, etag }));
  return versions
}

const versionOf = ({
  version_id,
  etag,
}   
                                 
                           
 )               => ({
  ...(version_id === undefined ? {} : { versionId: version_id }),
  ...(etag === undefined ? {} : { etag }),
});

/** Everything is a text here: the files are read without YAML's types. An empty value is an empty text. */
const Text = string();
const Count = string()
  .regex(/^\d{1,16}$/)
  .transform(Number);
const Truth = _enum(['true', 'false', 'True', 'False']).transform(text => text.toLowerCase() === 'true');
const listOf =                         (item      ) =>
  union([literal('').transform(()                   => []), array(item)]).default([]);

const Cloud = record(string(), object({ etag: Text.optional(), version_id: Text.optional() })).optional();

const Hashed = {
  md5: string()
    .regex(/^[0-9a-f]{32}(\.dir)?$/, 'an md5, .dir after it for a folder')
    .optional(),
  hash: Text.optional(),
  etag: Text.optional(),
  checksum: Text.optional(),
  version_id: Text.optional(),
  size: Count.optional(),
  nfiles: Count.optional(),
  cloud: Cloud,
};

const Listed = object({ ...Hashed, relpath: string().min(1).max(4096) });

/** An output as `.dvc` files and `dvc.lock` have it; what is not needed here is passed over (dvc/schema.py, dvc/output.py). */
const OutputSchema = object({
  ...Hashed,
  path: string().min(1).max(4096),
  files: array(Listed).max(1_000_000).optional(),
  cache: Truth.optional(),
  push: Truth.optional(),
  remote: Text.optional(),
});

const Dependency = object({
  path: Text.optional(),
  repo: object({ url: Text.optional(), rev_lock: Text.optional() }).optional(),
  db: unknown().optional(),
});

/** A `.dvc` file. */
const PointerSchema = object({
  wdir: Text.optional(),
  outs: listOf(OutputSchema),
  deps: listOf(Dependency),
});

/** A `dvc.lock` file. */
const LockSchema = object({
  schema: literal('2.0'),
  stages: union([literal('').transform(() => ({})), record(string(), object({ outs: listOf(OutputSchema) }))])
    .default({}),
});

/** What the stages of a `dvc.lock` have made; `pipeline` is the `dvc.yaml` beside it, which alone says what is kept where. */
function readLock(name        , text        , pipeline          )              {
  const document = readYaml(name, text, { texts: true });
  const { stages } = validate(LockSchema, document, 'dvc.lock');
  const here = folderOf(name);
  return Object.entries(stages).flatMap(([stage, { outs }]) => {
    const said = pipeline.stage(stage);
    const folder = said?.wdir === undefined ? here : (joinPath(here, said.wdir) ?? here);
    return outs.map((out, i) => {
      const output = outputOf(out, { document, at: ['stages', stage, 'outs', i], folder, stage });
      return { ...output, ...said?.kept(out.path) }
    })
  })
}

/** How an output is kept, as far as `dvc.yaml` says. */
                       
                           
                           
                          
 

                                
                        
                          
 

/** What a `dvc.yaml` says of its stages' outputs. */
                           
                                                                                                              
                                                
                                                           
                                     
 

const Flags = object({ cache: string().optional(), push: string().optional(), remote: string().optional() });
const Out = union([
  string(),
  record(string(), union([Flags, literal('').transform(() => ({})), array(Flags)])),
]);
const Outs = union([array(Out), literal('').transform(()                         => [])]).default([]);
const Definition = object({ wdir: string().optional(), outs: Outs, metrics: Outs, plots: Outs });
const Stage = union([object({ do: Definition }).transform(stage => stage.do), Definition]);
const PipelineSchema = object({
  stages: union([literal('').transform(() => ({})), record(string(), Stage)]).default({}),
  metrics: union([literal('').transform(()           => []), array(string())]).default([]),
});

/** A repository without `dvc.yaml`. */
const NO_PIPELINE           = { stage: () => undefined, metrics: [] };

/** Reads a `dvc.yaml`. A path with `${…}` stands for all that it may become. */
function readPipeline(name        , text        )           {
  const { stages, metrics } = validate(PipelineSchema, readYaml(name, text, { texts: true }), 'dvc.pipeline');
  const folder = folderOf(name);
  const named = new Map(Object.entries(stages));
  const resolved = (paths                   , wdir = '') =>
    paths.flatMap(path => (path.includes('${') ? [] : (joinPath(folder, `${wdir}/${path}`.replace(/^\/+/, '')) ?? [])));
  return {
    stage(asked) {
      const found = named.get(asked) ?? named.get(asked.split('@')[0] ?? asked);
      if (found === undefined) return undefined
      const outs = [...found.outs, ...found.metrics, ...found.plots].flatMap(flagsOf);
      const wdir = found.wdir?.includes('${') ? undefined : found.wdir;
      return {
        ...(wdir === undefined ? {} : { wdir }),
        kept: path => Object.assign({}, ...outs.filter(out => matches(out.path, path)).map(out => out.kept)),
      }
    },
    metrics: [
      ...resolved(metrics),
      ...[...named.values()].flatMap(stage =>
        resolved(
          stage.metrics.flatMap(flagsOf).map(({ path }) => path),
          stage.wdir,
        ),
      ),
    ].filter((path, i, all) => all.indexOf(path) === i),
  }
}

function flagsOf(out                      )                                 {
  if (typeof out === 'string') return [{ path: out, kept: {} }]
  return Object.entries(out).map(([path, flags]) => ({ path, kept: Array.isArray(flags) ? {} : keptOf(flags) }))
}

const keptOf = ({ cache, push, remote }                        )       => ({
  ...(cache === undefined ? {} : { cached: cache.toLowerCase() !== 'false' }),
  ...(push === undefined ? {} : { pushed: push.toLowerCase() !== 'false' }),
  ...(remote === undefined ? {} : { remote }),
});

function matches(template        , path        )          {
  if (!template.includes('${')) return template === path
  const parts = template.split(/\$\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path)
}

/** What a `.dvc` file tracks. Digests are read as texts: `1e10` and `0123` are none of YAML's numbers here. */
function readPointer(name        , text        )              {
  const document = readYaml(name, text, { texts: true });
  const { outs, deps, wdir } = validate(PointerSchema, document, 'dvc.pointer');
  const folder = wdir === undefined ? folderOf(name) : (joinPath(folderOf(name), wdir) ?? '');
  const repo = deps.find(dep => dep.repo !== undefined)?.repo;
  const importedFrom = repo && `${repo.url ?? 'another repository'}${repo.rev_lock ? `@${repo.rev_lock}` : ''}`;
  return outs.map((out, i) => outputOf(out, { document, at: ['outs', i], folder, importedFrom }))
}

/** A pointer file that cannot be read: what it tracks is not known. */
                               
                          
                       
                         
 

/** A folder with DVC in it. */
                                
                  
                       
                              
                                       
                          
                                                                                       
                                                                                                          
                             
 

/** Bytes of a pointer: one of a remote with versions lists every file. */
const MAX_POINTER_BYTES = 256 * 1024 * 1024;
const SKIPPED = new Set(['.git', '.hg', '.dvc', 'node_modules', '.venv', '__pycache__']);

/** The root of the DVC repository that a folder is in: the nearest one with `.dvc/config`; undefined where there is none. */
function findRoot(folder        )                     {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.dvc', 'config'))) return at
    if (dirname(at) === at) return undefined
  }
}

/** Opens a repository by its root. Nothing is read before it is asked for. */
function openRepository(root        )                {
  let config;                                
  let found;                            
  let outputs;                                                  
  const walked = () => {
    found ??= walk(root);
    return found
  };
  return {
    root,
    config() {
      config ??= readConfig(root);
      return config
    },
    async cache() {
      config ??= readConfig(root);
      const dir = (await config).get('cache')?.get('dir');
      if (dir === undefined) return join(root, '.dvc', 'cache')
      return isAbsolute(dir) ? dir : resolve(root, '.dvc', dir)
    },
    outputs() {
      outputs ??= walked().then(({ pointers }) => readAll(root, pointers));
      return outputs
    },
    ignored: async () => readIgnores((await walked()).ignores),
  }
}

async function readConfig(root        )                     {
  const configs              = [];
  for (const name of ['.dvc/config', '.dvc/config.local']) {
    const text = await textOf(root, name);
    if (text !== undefined) configs.push(readDvcConfig(name, text));
  }
  return mergeDvcConfigs(configs)
}

                 
                                      
                                                               
 

/** Finds pointers in folders that are not themselves tracked data, nor another repository. */
async function walk(root        )                 {
  const pointers           = [];
  const ignores                                     = [];
  await visit('');
  return { pointers: pointers.toSorted(), ignores }

  async function visit(folder        )                {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    const at = (name        ) => (folder === '' ? name : `${folder}/${name}`);
    if (names.has('.dvcignore')) ignores.push({ folder, text: (await textOf(root, at('.dvcignore'))) ?? '' });
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isDirectory()) {
        const tracked = names.has(`${name}.dvc`);
        const another = existsSync(join(root, at(name), '.dvc', 'config'));
        if (!SKIPPED.has(name) && !tracked && !another) await visit(at(name));
      } else if (name === 'dvc.lock' || (name.endsWith('.dvc') && name !== '.dvc')) pointers.push(at(name));
    }
  }
}

async function readAll(root        , pointers                   ) {
  const outputs              = [];
  const faults                 = [];
  for (const pointer of pointers) {
    let text = '';
    try {
      text = (await textOf(root, pointer)) ?? '';
      outputs.push(...(await readOne(root, pointer, text)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push({ pointer, text, error });
    }
  }
  return { outputs, faults }
}

async function readOne(root        , pointer        , text        )                       {
  if (!pointer.endsWith('dvc.lock')) return readPointer(pointer, text)
  const folder = folderOf(pointer);
  const name = folder === '' ? 'dvc.yaml' : `${folder}/dvc.yaml`;
  const pipeline = await textOf(root, name);
  return readLock(pointer, text, pipeline === undefined ? NO_PIPELINE : readPipeline(name, pipeline))
}

async function textOf(root        , name        )                              {
  const path = join(root, name);
  try {
    if ((await stat(path)).size > MAX_POINTER_BYTES)
      throw new UserError('dvc.too-large', `Expected ${name} to have at most ${MAX_POINTER_BYTES} bytes`, {
        file: name,
        hint: 'Is it a file of DVC’s?',
      })
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}

/** Files below a folder as DVC sees them: what `.dvcignore` names is left out, links to files are followed, links to folders are not. */
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
      else if (!entry.isSymbolicLink() || (await isFile(join(root, folder, name)))) files.push(name);
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

/** Holds the files of the workspace against their pointers: every byte is read. */
async function verifyWorkspace(
  repository               ,
  outputs                      ,
  progress           = () => {},
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
  const hashed = await hashMany(files, (done, bytes) =>
    progress(`DVC data in the workspace: ${done} of ${files.length} files, ${Math.round(bytes / 1e6)} MB`),
  );
  let next = 0;
  for (const { output, names } of places) {
    const answers = hashed.slice(next, next + names.length);
    next += names.length;
    const found = new Map(names.map((name, i) => [name, answers[i] ?? { code: 'ENOENT' }]));
    if (isListed(output, found)) {
      right += names.length;
      continue
    }
    const entries = await entriesOf(output, [{ cache: await repository.cache() }]);
    const faults = entries === undefined ? [unlisted(output)] : differences(output, entries, found);
    right += Math.max(0, (entries?.length ?? 0) - faults.filter(({ status }) => status !== 'untracked').length);
    findings.push(...faults);
  }
  return { place: 'the workspace', outputs: outputs.length, files: right, content: true, findings, passedOver: [] }
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

const unlisted = (output           )             => ({
  ...at(output, output.path),
  status: 'changed',
  reason: `Expected the files of ${output.path} to be those its pointer names but they are not; which ones differ, only the list in the cache could say: dvc fetch`,
});

export { NO_PIPELINE as N, readPointer as a, remoteObject as b, readPipeline as c, remoteConfig as d, entriesOf as e, openRemote as f, findRoot as g, hashMany as h, openRepository as i, readDvcConfig as j, listFolder$1 as l, objectKey as o, pathOf as p, readLock as r, verifyWorkspace as v };
