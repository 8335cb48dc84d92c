import { existsSync } from 'node:fs';
import { readdir, stat, readFile } from 'node:fs/promises';
import { resolve, dirname, join, isAbsolute } from 'node:path';
import { U as UserError } from './user-error.js';
import { r as readYaml } from './read-yaml.js';
import { v as validate } from './validate.js';
import { o as object, u as union, l as literal, r as record, a as string, e as array, _ as _enum, f as unknown } from './schemas2.js';
import { s as systemCode, f as fileError } from './file-error.js';

/** Whether a name listed in a folder's object stays below that folder: such lists come from remotes. */
const safeRelpath = (path        )          =>
  path.length <= 4096 &&
  !path.includes('\0') &&
  !/^([A-Za-z]:)?[\\/]/.test(path) &&
  path.split('/').every(step => step !== '' && step !== '.' && step !== '..');

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

var repository = /*#__PURE__*/Object.freeze({
  __proto__: null,
  findRoot: findRoot,
  openRepository: openRepository
});

export { NO_PIPELINE as N, readPointer as a, readPipeline as b, readDvcConfig as c, repository as d, findRoot as f, openRepository as o, readLock as r, safeRelpath as s };
