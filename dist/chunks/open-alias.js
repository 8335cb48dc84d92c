import { s as searchRuns, c as createModelVersion, a as createRun, e as endRun, o as openArtifacts, v as versionFolder, f as findModel, t as tagModelVersion, b as searchModelVersions, g as getModelVersion, d as deleteAlias, h as setAlias, i as getAlias, j as tagRegisteredModel, k as getRegisteredModel, l as searchRegisteredModels, m as mlflowClient, n as connectionFrom } from './find-model.js';
import { m as modelId } from './model-id.js';
import { r as readPointer, p as pointerText } from './pointer.js';
import { U as UserError } from './user-error.js';
import { createHash } from 'node:crypto';
import { r as readSha256Sums } from './sha256-sums.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE, S as SUMS_FILE } from './record-files.js';
import { resolve } from 'node:path';
import { m as matchNames, c as commonFolder } from './match-names.js';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { f as findExperiment, c as createExperiment } from './experiments.js';
import { f as findArtifacts } from './find-artifacts.js';
import { i as isModelAddress, m as modelAddress } from './model-address.js';

/** A name for the lock of something, fit for a git ref and a file: what can be read of it, and a digest of all of it. */
function lockName(locked        )         {
  const readable = locked
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${readable}-${createHash('sha256').update(locked).digest('hex').slice(0, 12)}`
}

/**
 * The lock of a target, outside of it: a ref on GitHub where there is a token for the repository of the run, and a commit of it for the ref to name; else a ref of the git
 * remote `origin`, else (or where `file` is asked for, as under a lock that the pipeline holds) a file on this machine. `locked`
 * names what is locked: the target, and the server it is on.
 */
async function openLock(
  target        ,
  locked        ,
  kind                    ,
  world             ,
)                         {
  const name = lockName(locked);
  if (kind === undefined && world.github?.commit !== undefined)
    return (await import('./github-lock.js')).githubLock(target, name, world)
  const git = kind === undefined ? await (await import('./git-lock.js')).gitLock(name, world) : undefined;
  return git ?? (await import('./file-lock.js')).fileLock(name)
}

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. */
const sha256Of = (text        )         => createHash('sha256').update(text).digest('hex');

/** Tags that a promotion writes. None of them is ever proof: the pointer is held against the log, all else against the certificate. */
const TAGS = {
  /** On a version, the pointer at it; on the registered model, a pointer at nothing. */
  pointer: (alias        ) => `proofmark.pointer.${alias}`,
  /** Number of the version that the alias pointed at before. */
  previous: (alias        ) => `proofmark.previous.${alias}`,
  promotedBy: 'proofmark.promoted_by',
  modelId: 'proofmark.model_id',
  /** SHA-256 of the certificate's bytes. */
  certificate: 'proofmark.certificate_sha256',
};         

/** Databricks takes no longer value; MLflow 2's database neither. In bytes. */
const MAX_TAG_BYTES = 5000;

/** Experiment whose runs keep the records of promotions, and the models that were uploaded. */
const EXPERIMENT = 'proofmark';

/** Folder of a run that keeps a model, and of one that keeps its record. */
const MODEL_FOLDER = 'model';
const RECORD_FOLDER = 'proofmark';

const MAX_SUMS_BYTES = 64 * 1024 * 1024;

/** The certificate with these bytes, from the runs that say they keep it. */
async function keptCertificate(sha256        , registry          )                              {
  const tag = { key: TAGS.certificate, value: sha256 };
  const texts = await registry.kept(tag, `${RECORD_FOLDER}/${CERTIFICATE_FILE}`, MAX_BUNDLE_BYTES);
  return texts.find(text => sha256Of(text) === sha256)
}

/** Names of the files of a certified model: the `SHA256SUMS` whose digest is the model id. None where it is not kept. */
async function keptNames(modelId        , registry          )                             {
  const tag = { key: TAGS.modelId, value: modelId };
  const texts = await registry.kept(tag, `${RECORD_FOLDER}/${SUMS_FILE}`, MAX_SUMS_BYTES);
  const sums = texts.find(text => sha256Of(text) === modelId);
  return sums === undefined ? [] : (readSha256Sums(sums) ?? []).map(({ name }) => name)
}

/**
 * SHA-256 of every file of a version, read from its store now, under the names that a certificate has for them: the folder of the version
 * stands for the folder that all certified names share. A file that no name stands for keeps its own.
 */
async function versionFiles(
  version        ,
  certified                   ,
  registry          ,
)                                       {
  const paths = (await registry.files(version)).map(({ path }) => path);
  const { pairs, extra } = matchNames(certified, paths);
  const files = new Map                ();
  for (const [name, path] of [...pairs, ...extra.map(path => [path, path]         )])
    files.set(name, await registry.digest(version, path));
  return files
}

/** Versions that are looked at for the names and sizes of their files, the newest. */
const LOOKED_AT = 10;

/** A version, and the SHA-256 of its files by certified name, as they were read this moment. */
                                
                          
                                             
 

/**
 * The version that holds exactly the bytes of a certified model: one that a promotion tagged so, one that the certificate's files are
 * named for (`models:/credit/7/…`), or one of the newest whose files have the same names and sizes. What is found is hashed; a tag
 * alone counts for nothing. Undefined where none does.
 */
async function findVersion(
  model             ,
  { model: name }           ,
  registry          ,
)                                     {
  const seen = new Set        ();
  const tagged = await registry.versions(LOOKED_AT, { key: TAGS.modelId, value: model.id });
  for (const one of tagged) {
    const found = await holding(one);
    if (found) return found
  }
  const named = namedVersion(model, name);
  const one = named === undefined ? undefined : await registry.version(named);
  const certified = one && (await holding(one));
  if (certified) return certified
  for (const one of await registry.versions(LOOKED_AT)) {
    const found = seen.has(one.version) ? undefined : await holding(one);
    if (found) return found
  }
  return undefined

  async function holding({ version }                 )                                     {
    seen.add(version);
    const listed = await registry.files(version);
    const { pairs, extra, missing } = matchNames(
      model.files.map(file => file.name),
      listed.map(({ path }) => path),
    );
    if (extra.length + missing.length > 0) return undefined
    const sizes = new Map(listed.map(({ path, bytes }) => [path, bytes]));
    const sized = model.files.every(file => {
      const bytes = sizes.get(pairs.get(file.name) ?? '');
      return bytes === undefined || bytes === file.bytes
    });
    if (!sized) return undefined
    const files = await versionFiles(
      version,
      model.files.map(file => file.name),
      registry,
    );
    return model.files.every(file => files.get(file.name) === file.sha256) ? { version, files } : undefined
  }
}

/** The version of this registered model that a certificate names its files for. */
function namedVersion({ files }             , name        )                     {
  const versions = new Set(
    files.map(file => /^models:\/([^/@]+)\/([1-9]\d*)(?:\/|$)/.exec(file.name)?.slice(1).join('/')),
  );
  const [only] = versions;
  return versions.size === 1 && only?.startsWith(`${name}/`) ? only.slice(name.length + 1) : undefined
}

/** A version; with its files, where they were hashed this moment. */
                                                                            

/**
 * The version that an alias is to point at: the one that was asked for, one that holds the certified bytes already, or a new one with the
 * files uploaded. Its record, the certificate and the `SHA256SUMS`, is kept in a run of the experiment `proofmark`.
 */
async function placeVersion(
  model             ,
  place           ,
  registry          ,
  root        ,
)                  {
  const there                     =
    place.version === undefined ? await findVersion(model, place, registry) : await asked(place, registry);
  const odd = there ? undefined : model.files.find(({ name }) => name.includes('%'));
  if (odd)
    throw new UserError('mlflow.file-name', `Expected names without % to upload to MLflow but found ${odd.name}`, {
      hint: 'Rename the file and certify the model again: MLflow reads %20 in a name as a blank',
    })
  const shared = commonFolder(model.files.map(file => file.name)).length;
  const uploads = there
    ? []
    : model.files.map(({ name, path }) => ({
        path: `${MODEL_FOLDER}/${name.slice(shared)}`,
        file: resolve(root, path),
      }));
  const recorded = (await keptCertificate(model.certificate, registry)) !== undefined;
  const run = {
    name: `${model.name} for ${place.name}`.slice(0, 250),
    tags: { [TAGS.modelId]: model.id, [TAGS.certificate]: model.certificate },
  };
  const record = model.record.map(({ name, content }) => ({ path: `${RECORD_FOLDER}/${name}`, content }));
  const kept = there && recorded ? undefined : await registry.keep({ ...run, files: [...uploads, ...record] });
  const version = there ?? (kept && (await registry.addVersion(kept, MODEL_FOLDER, model.name)));
  if (!version) throw new Error('Expected a version that was found or made')
  return version
}

async function asked({ model, version = '' }           , registry          )                           {
  const found = await registry.version(version);
  if (found) return found
  throw new UserError('mlflow.no-version', `Expected version ${version} of ${model} but ${registry.server} has none`, {
    hint: 'Name a version that is there, or leave ?version= out to have it found by its bytes',
  })
}

/** Where an alias stands, with the version it points at. */
                                                 
                                                                                       
                                      
 

/**
 * What an alias says: the pointer that lies on its version, or, where it is not set, the pointer at nothing that lies on the registered
 * model. A version without one was put there by somebody else.
 */
async function standingOf({ model, alias }           , registry          )                         {
  const key = TAGS.pointer(alias);
  const at = await registry.alias(alias);
  if (typeof at === 'object') {
    const pointer = at.tags.get(key);
    const known = { pointer, version: at.version, address: `models:/${model}/${at.version}` };
    if (pointer !== undefined) return { ...known, mark: `${at.version} ${sha256Of(pointer)}` }
    const words = `version ${at.version}, which Proofmark did not put there`;
    return { ...known, mark: at.version, foreign: { words, name: at.version } }
  }
  const tags = await registry.modelTags();
  if (tags === undefined)
    throw new UserError('mlflow.no-model', `Expected the registered model ${model} but ${registry.server} has none`, {
      hint: 'Register it, correct its name, or let the user of MLflow that promotes read it',
    })
  if (at === 'deleted')
    return { pointer: undefined, version: undefined, mark: at, foreign: { words: 'a version that was deleted' } }
  const pointer = tags.get(key);
  const nothing = pointer !== undefined && pointsAtNothing(pointer) ? pointer : undefined;
  return { pointer: nothing, version: undefined, mark: nothing === undefined ? at : `${at} ${sha256Of(nothing)}` }
}

/** A pointer at a model is kept with its version only: on the registered model it would outlive it. */
function pointsAtNothing(text        )          {
  const read = readPointer(text);
  return 'pointer' in read && read.pointer.to === null
}

/**
 * Points an alias at a version, or at nothing, if it stands as it did. The tags are written first, so that nobody sees the alias without
 * its pointer; then the alias is moved, and read back. Has to be called under the lock: MLflow itself compares nothing.
 */
async function pointAlias(
  pointer         ,
  mark        ,
  version                    ,
  place           ,
  registry          ,
)                               {
  const { alias, name } = place;
  const text = pointerText(pointer);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_TAG_BYTES)
    throw new UserError(
      'mlflow.pointer-size',
      `Expected a pointer of at most ${MAX_TAG_BYTES} bytes for ${name} but it has ${bytes}: MLflow keeps it in a tag`,
      { hint: 'Give a shorter reason' },
    )
  const before = await standingOf(place, registry);
  if (before.mark !== mark) return 'conflict'
  if (version === undefined || pointer.to === null) {
    await registry.tagModel(TAGS.pointer(alias), text);
    if (before.version !== undefined) await registry.dropAlias(alias);
  } else {
    const tags = {
      ...(before.version === version ? {} : { [TAGS.previous(alias)]: before.version ?? 'none' }),
      ...(pointer.by === undefined ? {} : { [TAGS.promotedBy]: pointer.by }),
      [TAGS.modelId]: pointer.to.id,
      [TAGS.certificate]: pointer.to.certificate,
      [TAGS.pointer(alias)]: text,
    };
    for (const [key, value] of Object.entries(tags)) await registry.tagVersion(version, key, value);
    if (before.version !== version) await registry.pointAlias(alias, version);
  }
  const after = await standingOf(place, registry);
  return after.version === version && after.pointer === text ? 'done' : 'conflict'
}

/** A target in a registry of MLflow's, as `--to` names it. */
                            
                                                          
                       
                        
                        
                                                                                                   
                                      
                                   
 

/** MLflow's own rule for aliases (`mlflow/utils/validation.py`), and the names it keeps for itself. */
const ALIAS = /^[\w-]{1,255}$/;
const RESERVED = /^(?:latest|v\d+)$/i;

/** Reads `mlflow:credit@champion`, `mlflow:credit@champion?version=7&lock=file`. */
function aliasName(target        , place        )            {
  const [, model = '', alias = '', query = ''] = /^([^/:?]+)@([^@?]*)(?:\?(.*))?$/s.exec(place) ?? [];
  if (model === '' || model.length > 256 || /[\x00-\x1f]/.test(model)) throw malformed(target)
  if (RESERVED.test(alias))
    throw new UserError(
      'mlflow.reserved-alias',
      `Expected an alias that can be set but found '${alias}', which MLflow keeps for itself: models:/${model}@${alias} reads as a version`,
      { hint: 'Use a name such as champion or production' },
    )
  if (!ALIAS.test(alias))
    throw new UserError('mlflow.alias', `Expected an alias of letters, digits, - and _ but found '${alias}'`, {
      hint: 'Write it like mlflow:credit@champion',
    })
  const options = new URLSearchParams(query);
  const [version, lock] = [options.get('version') ?? undefined, options.get('lock') ?? undefined];
  const known = [...options.keys()].every(key => key === 'version' || key === 'lock');
  if (!known || (version !== undefined && !/^[1-9]\d{0,9}$/.test(version)) || (lock !== undefined && lock !== 'file'))
    throw malformed(target)
  return { name: `mlflow:${model}@${alias}`, model, alias, version, lock }
}

const malformed = (target        ) =>
  new UserError('mlflow.target', `Expected a target such as mlflow:credit@champion but found '${target}'`, {
    hint: 'Name a registered model and an alias; ?version=7 names the version that is meant, ?lock=file locks on this machine only',
  });

/** Versions that are tagged for one model and looked at, the newest. */
const TAGGED = 5;

/**
 * An alias of a registered model. MLflow moves it without comparing, keeps no history of it, and lets artifacts be overwritten: so it is
 * moved under a lock outside of MLflow, the pointer lies in a tag of the version and its digest in the log, and the bytes of the
 * version are downloaded and hashed, before and after.
 */
async function mlflow(
  target        ,
  place        ,
  world             ,
  open                                      ,
)                           {
  const asked = aliasName(target, place);
  const { name, model, alias } = asked;
  const registry = await open(model);
  const lock = await openLock(name, `${registry.server} ${model}@${alias}`, asked.lock, world);
  /** By model id: the version that this run found or made; with its files, until they were asked for once. */
  const placed = new Map                ();

  return {
    name,
    limits: `MLflow moves an alias without comparing: only who ${lock.among} is kept out meanwhile, and \`proofmark watch\` finds what others do`,
    current: () => standingOf(asked, registry),
    async place(certified) {
      placed.set(certified.id, await placeVersion(certified, asked, registry, world.root));
    },
    stored: async id => (await storedIn(id)).files,
    certificate: sha256 => keptCertificate(sha256, registry),
    async point(text, { mark }) {
      const read = readPointer(text);
      if ('reason' in read) throw new Error(`Expected a pointer but found ${read.reason}`)
      const { to } = read.pointer;
      const version = to === null ? undefined : (placed.get(to.id) ?? (await storedIn(to.id))).version;
      if (to !== null && version === undefined)
        throw new UserError(
          'mlflow.no-version',
          `Expected a version of ${model} that holds ${to.name} but found none`,
          {
            hint: 'Promote it by its certificate and its files',
          },
        )
      return lock.hold(() => pointAlias(read.pointer, mark, version, asked, registry))
    },
  }

  /**
   * The version that holds a model, hashed now: the one that the alias points at, if that is what it says to hold, for that is the one that
   * is served; else the one that was placed; else the first of those tagged so that does hold it.
   */
  async function storedIn(id        )                                                                    {
    let first;                                                                     
    const versions = await versionsFor(id);
    const found = placed.get(id);
    if (found?.files && versions[0] === found.version) {
      // It was hashed to be found; whoever asks again wants to know what is there by then.
      placed.set(id, { version: found.version });
      return { version: found.version, files: found.files }
    }
    const names = await keptNames(id, registry);
    for (const version of versions) {
      const files = await versionFiles(version, names, registry);
      const listed = [...files].map(([file, sha256]) => ({ name: file, digest: { sha256 } }));
      if (files.size > 0 && modelId(listed, sha256Of) === id) {
        placed.set(id, { version });
        return { version, files }
      }
      first ??= { version, files };
    }
    return first ?? { files: new Map() }
  }

  async function versionsFor(id        )                             {
    const { pointer, version } = await standingOf(asked, registry);
    const read = readPointer(pointer ?? '');
    const [says, known] = ['pointer' in read ? read.pointer.to?.id : undefined, placed.get(id)?.version];
    if (says === id && version !== undefined) return [version]
    if (known !== undefined) return [known]
    return (await registry.versions(TAGGED, { key: TAGS.modelId, value: id })).map(one => one.version)
  }
}

/** Runs of one tag whose files are read, the newest. */
const READ = 5;

/** The runs of the experiment `proofmark`, in which promotions keep their records and the models they upload. */
function keptRuns(
  client        ,
  name        ,
  environment             ,
)                                                 {
  const open = ({ id, artifacts }     ) =>
    openArtifacts(client, artifacts, { environment, of: `the run ${id}`, experiment: EXPERIMENT });

  return {
    async keep({ files, ...made }) {
      const experiment = (await findExperiment(client, EXPERIMENT)) ?? (await makeExperiment(client));
      const run = await createRun(client, { ...made, experiment, at: Date.now() });
      const folder = await open(run);
      for (const file of files) await folder.write(file.path, await contentOf(file));
      await endRun(client, run.id, 'FINISHED', Date.now());
      return { id: run.id, artifacts: run.artifacts }
    },

    addVersion: ({ id, artifacts }, folder, description) =>
      createModelVersion(client, { name, source: `${artifacts}/${folder}`, run: id, description }),

    async kept({ key, value }, path, maxBytes) {
      const experiment = await findExperiment(client, EXPERIMENT);
      if (experiment === undefined) return []
      const filter = `tags.\`${key}\` = '${value}'`;
      const texts           = [];
      for (const run of await searchRuns(client, { experiments: [experiment], filter, most: READ })) {
        const text = await textOf(await open(run), path, maxBytes);
        if (text !== undefined) texts.push(text);
      }
      return texts
    },
  }
}

/** A file as text; undefined where there is none, or none that small. */
async function textOf(folder                , path        , maxBytes        )                              {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (!(await folder.list(parent)).some(entry => entry.path === path && (entry.bytes ?? 0) <= maxBytes))
    return undefined
  const pieces               = [];
  let length = 0;
  for await (const piece of (await folder.read(path, 0)).bytes) {
    length += piece.length;
    if (length > maxBytes) return undefined
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Somebody else may be making it this moment. */
async function makeExperiment(client        )                  {
  try {
    return await createExperiment(client, EXPERIMENT)
  } catch (error) {
    const made = error instanceof UserError ? await findExperiment(client, EXPERIMENT) : undefined;
    if (made === undefined) throw error
    return made
  }
}

async function contentOf(file          )                  {
  if ('content' in file) return { bytes: file.content.length, open: () => Readable.from([file.content]) }
  const { size } = await stat(file.file);
  return { bytes: size, open: () => createReadStream(file.file) }
}

/** A folder of artifacts, and the path in it at which a version's files lie: `''` or with a slash at the end. */
                 
                                 
                        
 

/** The files of the versions of a registered model, wherever MLflow keeps them: read anew each time they are asked for. */
function versionStore(
  client        ,
  name        ,
  environment             ,
)                                     {
  const places = new Map                        ();
  const placeOf = (version        ) => {
    const place = places.get(version) ?? locate(version);
    places.set(version, place);
    return place
  };

  return {
    async files(version) {
      const { folder, below } = await placeOf(version);
      const found = await findArtifacts(folder, below.replace(/\/$/, ''));
      return found.map(({ path, bytes }) => ({ path: path.slice(below.length), bytes }))
    },

    async digest(version, path) {
      const { folder, below } = await placeOf(version);
      const { bytes } = await folder.read(`${below}${path}`, 0);
      const sha256 = createHash('sha256');
      for await (const piece of bytes) sha256.update(piece);
      return sha256.digest('hex')
    },
  }

  /** A version may be made of a run's files or of a logged model, and then names these. */
  async function locate(version        )                 {
    const uri = await versionFolder(client, name, version);
    if (!isModelAddress(uri) || uri.startsWith('mlflow-artifacts:'))
      return {
        folder: await openArtifacts(client, uri, { environment, of: `version ${version} of ${name}` }),
        below: '',
      }
    const address = modelAddress(uri);
    const { folder } = await findModel(client, address, environment);
    return { folder, below: address.path === '' ? '' : `${address.path}/` }
  }
}

/** A registered model of a tracking server. */
function registryOf(client        , name        , environment             )           {
  return {
    server: client.server,
    modelTags: async () => (await getRegisteredModel(client, name))?.tags,
    tagModel: (key, value) => tagRegisteredModel(client, name, key, value),
    async alias(alias) {
      try {
        return await getAlias(client, name, alias)
      } catch (error) {
        // MLflow 3 says so of an alias whose registered model there is not; what there is of it is asked next.
        if (error instanceof UserError && error.code === 'mlflow.missing') return 'unset'
        throw error
      }
    },
    pointAlias: (alias, version) => setAlias(client, name, alias, version),
    dropAlias: alias => deleteAlias(client, name, alias),
    version: version => getModelVersion(client, name, version),
    versions: (most, tag) =>
      searchModelVersions(client, {
        name,
        most,
        ...(tag === undefined ? {} : { filter: `tags.\`${tag.key}\` = '${tag.value}'` }),
      }),
    tagVersion: (version, key, value) => tagModelVersion(client, { name, version }, key, value),
    ...versionStore(client, name, environment),
    ...keptRuns(client, name, environment),
  }
}

/** Registered models whose aliases are listed. */
const MOST = 100_000;

/** Opens an alias of the registry that MLFLOW_TRACKING_URI names. */
const openAlias = (name        , place        , world             )                           =>
  mlflow(name, place, world, async model =>
    registryOf(mlflowClient(await connectionFrom(world.environment)), model, world.environment),
  );

/** Every alias of the registry, as `MODEL@ALIAS`. */
async function everyAlias({ environment }             )                             {
  const models = await searchRegisteredModels(mlflowClient(await connectionFrom(environment)), MOST);
  return models.flatMap(({ name, aliases }) => [...aliases.keys()].map(alias => `${name}@${alias}`))
}

export { everyAlias, openAlias };
