import { o as openArtifacts, b as searchModelVersions, t as tagModelVersion, p as tagLoggedModel, q as getRun, r as logBatch, u as getLoggedModel, w as findVersion, m as mlflowClient, n as connectionFrom, B as BATCH } from './find-model.js';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { U as UserError } from './user-error.js';
import { C as CERTIFICATE_FILE, R as REFUSAL_FILE } from './record-files.js';
import { m as modelAddress, i as isModelAddress } from './model-address.js';

/**
 * Keeps the files of a decision on a run, in a folder of the decision's own: `proofmark/<sha256 of the certificate or refusal>`. What is
 * there already is left as it is. Gives the folder's path; undefined where there is nothing to keep.
 */
async function keepRecord(
  client        ,
  run     ,
  record                             ,
  environment             ,
)                              {
  const [first] = record;
  if (first === undefined) return undefined
  const folder = `proofmark/${createHash('sha256').update(first.content).digest('hex')}`;
  const of = `the run ${run.id}`;
  const artifacts = await openArtifacts(client, run.artifacts, { environment, of, experiment: run.experiment });
  const there = new Map((await artifacts.list(folder)).map(({ path, bytes }) => [path, bytes]));
  for (const { name, content } of record) {
    const path = `${folder}/${name}`;
    if (!there.has(path))
      await artifacts.write(path, {
        bytes: content.length,
        open: () => Readable.from([content], { objectMode: false }),
      });
    else if (there.get(path) !== undefined && there.get(path) !== content.length)
      throw new UserError('mlflow.taken', `Expected ${path} of ${of} to be free, or ours, but it has other bytes`, {
        kind: 'environment',
        hint: 'Find out who wrote it: nothing there is overwritten',
      })
  }
  return folder
}

/** Most that are logged of one decision, and the longest key that MLflow takes. */
const MOST$1 = 5000;
const LONGEST$1 = 250;
const STATUSES = ['pass', 'warn', 'fail', 'inconclusive'];         

/**
 * What gates found, as metrics of a run: `proofmark.<gate>.passed` is 1 or 0, `proofmark.<gate>.checks.<status>` counts checks, and
 * `proofmark.<gate>.<check>` is what a check measured, where that is a number.
 */
function metricsOf(evidence                     , at      )           {
  const found = new Map                ();
  for (const { gate, verdict, checks } of evidence) {
    found.set(keyOf(gate, 'passed'), verdict === 'passed' ? 1 : 0);
    for (const status of STATUSES)
      found.set(keyOf(gate, `checks.${status}`), checks.filter(check => check.status === status).length);
    for (const { id, measured } of checks) {
      const key = keyOf(gate, id);
      // Of two ids that MLflow cannot tell apart, the first; what is no finite number, its databases cannot hold.
      if (typeof measured?.value === 'number' && Number.isFinite(measured.value) && !found.has(key))
        found.set(key, measured.value);
    }
  }
  return [...found].slice(0, MOST$1).map(([key, value]) => ({ key, value, timestamp: at.getTime(), step: 0 }))
}

/** Letters, digits, `_`, `-`, `.`, blanks and colons are what every MLflow takes in a key; a slash it may read as a folder. */
const keyOf = (gate        , what        ) =>
  `proofmark.${gate}.${what}`.replaceAll(/[^\p{L}\p{N}_.\- :]/gu, '_').slice(0, LONGEST$1);

/** Versions of one digest that are tagged, the newest. */
const MOST = 20;

/** The versions that a certification has tagged as holding a model, under whatever name they are registered. Tags are no proof: this is for showing. */
const markedVersions = (client        , modelId        )                          =>
  searchModelVersions(client, { filter: `tags.\`proofmark.digest\` = 'sha256:${modelId}'`, most: MOST });

/** Longest value of a tag that every MLflow takes, in characters. */
const LONGEST = 4999;

/** What a tag says where there is nothing to say any more: to remove one takes a permission that a recorder need not have. */
const NOTHING = '-';

/**
 * Tags that show what was decided, for people and dashboards; nothing may rely on them, since whoever registers a model may set them.
 * None where nothing was signed: what an earlier certificate says is still so.
 */
function tagsOf(
  told                   ,
  { address, commit }                                                             ,
)                                   {
  const { record, model, policy, notAfter } = told;
  const signed = record.find(({ name }) => name === CERTIFICATE_FILE || name === REFUSAL_FILE);
  if (signed === undefined) return {}
  const values = {
    digest: model.id === undefined ? undefined : `sha256:${model.id}`,
    certificate: address === undefined ? undefined : `${address}/${signed.name}`,
    policy: policy === undefined ? undefined : `sha256:${policy}`,
    commit,
    expires: signed.name === CERTIFICATE_FILE ? notAfter : undefined,
    revoked: undefined,
    status: signed.name === CERTIFICATE_FILE ? 'certified' : 'refused',
  };
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`proofmark.${key}`, (value ?? NOTHING).slice(0, LONGEST)]),
  )
}

/** Longest key of a tag that every MLflow takes, in characters. */
const LONGEST_KEY = 250;

/**
 * Says on the versions of a model since when production points at it, and on those of the model before until when, one tag for each
 * target. Gives what was written; undefined where no version was ever tagged as one of these models.
 */
async function recordMove(
  client        ,
  { target, to, from, at, by, reason }         ,
)                              {
  const key = `proofmark.production.${target.replaceAll(/[^\w.\- :/]/g, '_')}`.slice(0, LONGEST_KEY);
  const why = `${by === undefined ? '' : `, by ${by}`}${reason === undefined ? '' : `: ${reason}`}`;
  const tagged           = [];
  const say = async (id        , value        ) => {
    for (const version of await markedVersions(client, id)) {
      await tagModelVersion(client, version, key, value.toWellFormed().slice(0, LONGEST));
      tagged.push(`version ${version.version} of ${version.name}`);
    }
  };
  // What is no longer so is said first.
  if (from !== null && from.id !== to?.id) await say(from.id, `until ${at}${why}`);
  if (to !== null) await say(to.id, `since ${at}${why}`);
  return tagged.length === 0 ? undefined : `${key} on ${tagged.join(', ')}`
}

/**
 * Takes `certified` from whatever is tagged with a certificate that is revoked: versions, their logged models and their runs. What names
 * another certificate meanwhile stays as it is. Gives what was written; undefined where nothing is tagged so.
 */
async function recordRevocation(
  client        ,
  { certificates, revocation }                ,
)                              {
  const tags = {
    'proofmark.status': 'revoked',
    'proofmark.revoked': `${revocation.at}: ${revocation.reason}`.toWellFormed().slice(0, LONGEST),
  };
  const tagged           = [];
  for (const certificate of certificates.slice(-100))
    for (const version of await markedVersions(client, certificate.model.id))
      if (bears(version.tags, certificate)) await take(version, certificate);
  return tagged.length === 0 ? undefined : `revoked on ${tagged.join(', ')}`

  async function take(version              , certificate                    )                {
    for (const [key, value] of Object.entries(tags)) await tagModelVersion(client, version, key, value);
    tagged.push(`version ${version.version} of ${version.name}`);
    if (version.loggedModel !== undefined) {
      await tagLoggedModel(client, version.loggedModel, tags);
      tagged.push(`the logged model ${version.loggedModel}`);
    }
    const run = version.run === undefined ? undefined : await getRun(client, version.run);
    if (run === undefined || !bears(run.tags, certificate)) return
    await logBatch(client, run, [], tags);
    tagged.push(`the run ${run.id}`);
  }
}

/** Whether tags say that this certificate holds: its record lies in a folder named for it; where none was kept, the model's last one is meant. */
function bears(tags                             , { sha256, model, last }                    )          {
  if (tags.get('proofmark.status') !== 'certified' || tags.get('proofmark.digest') !== `sha256:${model.id}`)
    return false
  const address = tags.get('proofmark.certificate') ?? NOTHING;
  return address === NOTHING ? last : address.includes(`/proofmark/${sha256}/`)
}

/** What a decision is recorded on, as far as there is any of it. */
                             
                               
                                            
                                
                                          
 

/** Finds what a decision is about: what the settings name, else where the model's files came from. */
async function recordedOn(
  client        ,
  settings                  ,
  { evidence }                                     ,
  environment             ,
)                      {
  const addresses = settings.model === undefined ? originsOf(evidence) : [modelAddress(settings.model)];
  const version = await versionOf(client, addresses);
  const loggedModel = version?.loggedModel ?? addresses.find(each => each.of === 'logged-model')?.id;
  const maker = version?.run ?? (loggedModel && (await getLoggedModel(client, loggedModel)).run);
  const origin = addresses.find(each => each.of === 'run')?.id;
  const id = settings.run ?? maker ?? origin ?? (environment.MLFLOW_RUN_ID || undefined);
  const run = id === undefined ? undefined : await getRun(client, id);
  if (run || version || loggedModel) return { run, version, loggedModel }
  throw new UserError(
    'mlflow.nothing-named',
    'Expected a run or a version of MLflow to record the decision on but found none',
    {
      hint: "Give 'model.files' as models:/NAME@ALIAS, or name 'connections.mlflow.model' or 'connections.mlflow.run', or set MLFLOW_RUN_ID",
    },
  )
}

async function versionOf(client        , addresses                         )                                    {
  for (const address of addresses)
    if (address.of === 'version' || address.of === 'alias') return findVersion(client, address)
  return undefined
}

/** Where the files came from that were judged. A model of more than one version is none that a decision could be recorded on. */
function originsOf(evidence                               )                 {
  const pinned = evidence.flatMap(({ subject }) => subject.flatMap(({ origin }) => origin?.pinned ?? []));
  const models = new Map                      ();
  for (const address of pinned.filter(isModelAddress).map(modelAddress))
    if (address.of !== 'store') models.set(JSON.stringify({ ...address, path: '' }), address);
  if (models.size > 1)
    throw new UserError(
      'mlflow.many-models',
      `Expected the model's files to be of one version but they are of ${models.size}`,
      { hint: "Name the one to record the decision on as 'connections.mlflow.model'" },
    )
  return [...models.values()]
}

/**
 * Records every certification where the model is registered: files, metrics and tags on the run, tags on the version and on the logged
 * model. What is promoted, demoted and revoked is said on the versions that were tagged so.
 */
async function mlflowRecipient(
  settings                  ,
  environment             ,
  { commit }            ,
)                     {
  const client = mlflowClient(await connectionFrom(environment));
  return {
    name: `MLflow ${client.server}`,
    async tell(told) {
      if (told.kind === 'certification') return record(told)
      if (told.kind === 'promotion') return recordMove(client, told.pointer)
      return told.kind === 'revocation' ? recordRevocation(client, told) : undefined
    },
  }

  async function record(told                   )                  {
    const { run, version, loggedModel } = await recordedOn(client, settings, told, environment);
    const folder = run && (await keepRecord(client, run, told.record, environment));
    const tags = tagsOf(told, { address: folder && `runs:/${run.id}/${folder}`, commit });
    if (run) {
      const metrics = metricsOf(told.evidence, told.at);
      for (let i = 0; i === 0 || i < metrics.length; i += BATCH.metrics)
        await logBatch(client, run, metrics.slice(i, i + BATCH.metrics), i === 0 ? changed(tags, run.tags) : {});
    }
    const decided = Object.keys(tags).length > 0;
    if (loggedModel !== undefined && decided) await tagLoggedModel(client, loggedModel, tags);
    if (version) {
      // What is no certificate is said first, and a certificate last: an interrupted run leaves no "certified" that is not so.
      const inOrder = Object.entries(changed(tags, version.tags)).toSorted(
        ([a], [b]) => Number(isStatus(a)) - Number(isStatus(b)),
      );
      if (tags['proofmark.status'] !== 'certified') inOrder.reverse();
      for (const [key, value] of inOrder) await tagModelVersion(client, version, key, value);
    }
    return [
      ...(run ? [`${folder === undefined ? 'metrics' : folder} on the run ${run.id}`] : []),
      ...(version && decided ? [`tags on version ${version.version} of ${version.name}`] : []),
      ...(loggedModel !== undefined && decided ? [`tags on the logged model ${loggedModel}`] : []),
      ...(run ? [] : ["no files and metrics, since no run is named ('connections.mlflow.run')"]),
    ].join(', ')
  }
}

/** Tags that are not yet as they shall be; one that says nothing need not be set where there is none. */
const changed = (tags                                  , now                             ) =>
  Object.fromEntries(Object.entries(tags).filter(([key, value]) => (now.get(key) ?? NOTHING) !== value));

const isStatus = (key        ) => key === 'proofmark.status';

export { mlflowRecipient };
