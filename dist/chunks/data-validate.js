import { b as bindTables, t as tableForFile, p as planCross, n as notMeasured } from './table-run.js';
import { B as shown, I as Implementation, k as argumentsOf } from './index8.js';
import { a as prepareChecks } from './prepare-checks.js';
import { s as shardFile, S as SHARD_SCHEMA, a as ShardFile, r as readShard } from './shard.js';
import { s as showRows } from './shown-rows.js';
import { U as UserError } from './user-error.js';
import { g as grouped } from './grouped.js';
import { r as readContract } from './read-contract.js';
import { v as verifyDvc } from './verify-dvc.js';
import { h as headerOf } from './header-of.js';
import { j as judgedObjects } from './certified-commits.js';
import { w as withOrigins } from './with-origins.js';
import { o as openContract } from './open-contract.js';
import { v as validate$1 } from './validate.js';
import { e as encodeState, d as decodeState } from './state-text.js';
import { s as startJob } from './table-job.js';
import { V as VERSION } from './version.js';
import { t as takeResults } from './take-results.js';

/** A file, the table of the contract it is, and what was found of it. */
                              
                       
                               
                                   
 

/** Room that evidence leaves for an id. */
const MAX_ID = 1000;
/** What names of columns and files may hold and an id should not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The checks of all files as one list: ids begin with the table (and the file, where it has several) and are unique; titles begin with the file, where there are several. */
function composeChecks(files                        )          {
  const taken = new Set        ();
  return files.flatMap(({ file, table, checks }) => {
    const { name } = table.object;
    const prefix = files.filter(other => other.table === table).length > 1 ? `${name}@${file}` : name;
    return checks.map(check => ({
      ...check,
      id: unique(`${prefix}.${check.id}`.replace(INVISIBLE, '_').slice(0, MAX_ID)),
      title: files.length > 1 ? `${file}: ${check.title}` : check.title,
    }))
  })

  function unique(id        )         {
    let free = id;
    for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
    taken.add(free);
    return free
  }
}

/** A warning for each table of the contract that no file was given for. */
function unfiledTables(
  contract                                                                      ,
  files                        ,
)          {
  return contract.tables
    .filter(table => !files.some(file => file.table === table))
    .map(table => ({
      id: `${table.object.name}.file`,
      title: `A file was given for ${shown(table.object.name)}`,
      status: 'warn'         ,
      reason: `No file was given for the table ${shown(table.object.name)} of the contract, and its rules were not evaluated`,
      hint: 'Add it to data.files, or move the table to a contract of its own',
      locations: [{ file: contract.name, line: table.lineOf(), note: 'the table' }],
    }))
}

/** Whether a table of the contract has a rule that holds it against another. */
const speaksOfOthers = ({ relationships, quality, properties }              )          =>
  (relationships ?? []).length > 0 ||
  (quality ?? []).some(ofOther) ||
  (properties ?? []).some(
    property => (property.relationships ?? []).length > 0 || (property.quality ?? []).some(ofOther),
  );

function ofOther({ engine, implementation }             )          {
  const read = engine === 'proofmark' ? Implementation.safeParse(implementation) : undefined;
  return read?.success === true && argumentsOf(read.data).other_table !== undefined
}

/** Parts that are named; the rest are counted. */
const NAMED = 8;

/**
 * What a pull request changes about the contract that its data is held against. The contract comes with the data, so the change takes
 * effect at once; nobody shall have to find it in the diff. Nothing where no change is to be merged, or the base branch has no such file.
 */
async function contractChanges(
  { name, tables }              ,
  text        ,
  { base }                     ,
)                   {
  const before = await base?.readText(name);
  if (before === undefined || before === text) return []
  const parts = partsChanged(name, before, tables);
  const told = parts.length === 0 ? 'its words, but no table' : listed(parts);
  return [
    {
      id: 'contract.differs',
      title: 'The contract is another than on the base branch',
      status: 'warn',
      reason: `This pull request changes ${name}: ${told}; this run was decided by it`,
      hint: 'See that the change belongs to the data, and does not let through what was refused before',
      locations: [{ file: name }],
    },
  ]
}

const listed = (parts                   ) =>
  `${parts.slice(0, NAMED).join(', ')}${parts.length > NAMED ? ` and ${parts.length - NAMED} more` : ''}`;

/** Tables and columns that were, are, or say something else. */
function partsChanged(name        , before        , now                        )           {
  try {
    const [was, is] = [partsOf(readContract(name, before).tables), partsOf(now)];
    return [...new Set([...was.keys(), ...is.keys()])].filter(part => was.get(part) !== is.get(part))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return ['what could not be read on the base branch']
  }
}

/** Every column of a contract, and every table without its columns, as text. */
function partsOf(tables                        )                      {
  return new Map(
    tables.flatMap(({ object: { properties, ...table }, serviceLevels }) => [
      [`'${table.name}'`, JSON.stringify([table, serviceLevels.map(({ line: _, ...level }) => level)])]         ,
      ...(properties ?? []).map(column => [`'${column.name}' of '${table.name}'`, JSON.stringify(column)]         ),
    ]),
  )
}

/** The checks of data.dvc, and the pointers they rest on. In a pull request they are of what it changes, by the base branch. */
async function dvcFindings(
  { remote, content, workspace, all }     ,
  { dvc, base, files }       ,
)                                                      {
  const places             = [
    ...(workspace ? [{ kind: 'workspace' }         ] : []),
    ...(remote === undefined
      ? []
      : [{ kind: 'remote', name: remote === 'default' ? undefined : remote, content }         ]),
  ];
  if (places.length === 0 || !dvc)
    throw new UserError(
      'settings.missing',
      "Expected 'data.dvc' to name a remote, or workspace: true, but found neither",
      {
        hint: 'Name where the data must be: data: { dvc: { remote: default } }',
      },
    )
  const data = await dvc();
  const since = base === undefined || all ? undefined : { texts: textsOf(base), told: 'the base branch' };
  const checks = await verifyDvc({ paths: [], since, places }, data);
  const pointers = [...new Set((await data.outputs([])).map(({ pointer }) => pointer))].filter(
    name => !name.startsWith('../'),
  );
  const materials             = [];
  for (const name of pointers) {
    const { sha256, bytes } = await files.digest(name);
    materials.push({ name, role: 'input', digest: { sha256 }, bytes });
  }
  return { checks, materials }
}

const textsOf =
  (base           )               =>
  async paths => {
    const texts = new Map                ();
    for (const path of paths) {
      const text = path.startsWith('../') ? undefined : await base.readText(path);
      if (text !== undefined) texts.set(path, text);
    }
    return texts
  };

const HINT = 'Find out who changed it, put the file back, then run again';

/**
 * Whether the hooks of lakeFS are in place on the branch that data is merged to, and in the commits it was read at: lakeFS reads them from
 * the source of a merge, so that whoever may write to a branch can take them off. In a pull request the base branch's file is the known one.
 */
async function hookFindings(
  hooks                       ,
  read                     ,
  ports                                                                    ,
)                                                      {
  if (hooks.length === 0 || !ports.hookFiles) return { checks: [], materials: [] }
  const objects = judgedObjects(await withOrigins(read, ports));
  const checks          = [];
  const materials             = [];
  for (const [i, hook] of hooks.entries()) {
    const { repository, branch, path, file } = hook;
    const about = {
      id: `lakefs.hooks.${repository}${hooks.slice(0, i).some(each => each.repository === repository) ? `.${i + 1}` : ''}`,
      title: `${path} of ${repository} in lakeFS is as known here, on ${branch} and where data was read`,
      ...(file === undefined ? {} : { locations: [{ file }] }),
    };
    try {
      const known = await knownDigest(hook, ports);
      if (known.material) materials.push(known.material);
      const commits = objects.filter(object => object.repository === repository);
      const refs = [branch, ...new Set(commits.map(({ commit }) => commit))];
      const lakefs = await ports.hookFiles();
      const faults           = [];
      for (const ref of refs) {
        const fault = await lakefs.fault(hook, ref, known.sha256);
        if (fault !== undefined) faults.push(fault);
      }
      checks.push(
        faults.length === 0
          ? { ...about, status: 'pass', reason: `It has the sha256 ${known.sha256} at ${refs.join(', ')}` }
          : { ...about, status: 'fail', reason: faults.join('; '), hint: HINT },
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push({
        ...about,
        status: 'inconclusive',
        reason: error.message,
        ...(error.hint ? { hint: error.hint } : {}),
      });
    }
  }
  return { checks, materials }
}

async function knownDigest(
  { file, sha256 }            ,
  { files, base, sha256: sha256Of }                                          ,
)                                                   {
  if (file === undefined) return { sha256: sha256 ?? '' }
  const before = await base?.readText(file);
  if (before !== undefined) return { sha256: sha256Of(before) }
  const { sha256: digest, bytes } = await files.digest(file);
  return { sha256: digest, material: { name: file, role: 'input', digest: { sha256: digest }, bytes } }
}

/** A file of the run, measured. */
                                                     
                       
 

                                     

/** Bytes of one shard's file. */
const MAX_SHARD = 512 * 1024 * 1024;

/** Writes what a shard has measured; its own verdict is open, as nobody has seen all rows. */
async function writeShard(
  shard       ,
  measured                         ,
  contract          ,
  files       ,
  out        ,
)                                                   {
  const content            = {
    schema: SHARD_SCHEMA,
    tool: VERSION,
    shard: { ...shard },
    contract,
    files: measured.map(({ file, header, parts, run, material }) => {
      const { digest, bytes } = material('data');
      const state = Object.fromEntries([...run.state].map(([key, value]) => [key, encodeState(value)]));
      return { file, sha256: digest.sha256, bytes, header: [...header], parts: [...parts], state }
    }),
  };
  await files.write(`${out}/${shardFile(shard)}`, `${JSON.stringify(content)}\n`);
  const { index, count } = shard;
  const check        = {
    id: 'shard',
    title: 'All rows were measured',
    status: 'inconclusive',
    reason: `This is shard ${index} of ${count}: it has measured its part of the rows, and judged none`,
    hint: `Join the shards: proofmark merge ${out}/shards/*.json`,
  };
  return { checks: [check], result: { files: [] } }
}

                
                       
                             
 

/** Joins what all shards have measured, as if one had measured it all; refuses shards that do not belong together. */
async function mergeShards(
  paths                   ,
  jobs                        ,
  contract          ,
  { files, tables }       ,
)                          {
  const shards         = [];
  for (const path of paths) shards.push({ path, content: await readShardFile(path, files) });
  refuseMixed(shards, contract);
  return jobs.map(job => {
    const own = shards.map(({ path, content }) => ({ path, ...fileIn(path, content, job.file) }));
    const { sha256 = '', bytes = 0, header = [] } = own[0] ?? {};
    const run = startJob(job, header);
    for (const { path, ...found } of own) {
      if (found.sha256 !== sha256 || JSON.stringify(found.header) !== JSON.stringify(header)) {
        throw mixed(path, `it has measured another ${job.file}`)
      }
      join(path, found.state, run);
    }
    const parts = own.flatMap(found => found.parts).toSorted((a, b) => a.part - b.part);
    refuseBlank(job.file, parts);
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    return {
      file: job.file,
      header,
      run,
      parts,
      find: tables.find(job.file, header),
      material: role => ({ name: job.file, role, digest: { sha256 }, bytes, rows }),
    }
  })
}

async function readShardFile(path        , files       )                     {
  const text = await files.readText(path, { maxBytes: MAX_SHARD });
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    throw mixed(path, 'it is no JSON')
  }
  return validate$1(ShardFile, { name: path, value, place: () => ({ text: path, file: path }) }, 'shard.invalid')
}

function fileIn(path        , { files }           , name        )                             {
  const found = files.find(({ file }) => file === name);
  if (!found) throw mixed(path, `it has not measured ${name}`)
  return found
}

function refuseMixed(shards                 , { sha256 }          )       {
  const count = shards[0]?.content.shard.count ?? 0;
  const seen = new Map                ();
  for (const { path, content } of shards) {
    const { index } = content.shard;
    const twin = seen.get(index);
    if (content.tool !== VERSION) throw mixed(path, `it is of Proofmark ${content.tool}, and this is ${VERSION}`)
    if (content.contract.sha256 !== sha256) throw mixed(path, 'it was measured for another contract')
    if (content.shard.count !== count) throw mixed(path, `it is one of ${content.shard.count} shards, not of ${count}`)
    if (twin !== undefined) throw mixed(path, `it is shard ${index}, as ${twin} is`)
    seen.set(index, path);
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(index => !seen.has(index));
  if (missing.length > 0) throw mixed(shards[0]?.path ?? '', `shard ${missing.join(', ')} of ${count} is missing`)
}

function join(path        , state                                     , run          )       {
  try {
    run.merge(new Map(Object.entries(state).map(([key, value]) => [key, decodeState(value)])));
  } catch (cause) {
    throw mixed(path, 'what it has measured cannot be read', cause)
  }
}

/** Blank lines that end one part are a fault where rows follow in another. */
function refuseBlank(file        , parts                         )       {
  const blank = parts.findIndex(part => part.blank !== undefined);
  if (blank === -1 || parts.slice(blank + 1).every(({ rows }) => rows === 0)) return
  throw new UserError('table.ragged-row', `Expected rows to the end of ${file} but a blank line stands between them`, {
    file,
    hint: 'Complete the row or remove it',
  })
}

const mixed = (path        , found        , cause          ) =>
  new UserError('shard.mixed', `Expected shards of one run but of ${path || 'them'} found that ${found}`, {
    ...(path ? { file: path } : {}),
    hint: 'Give the files that all shards of one run have written, and no others',
    ...(cause === undefined ? {} : { cause }),
  });

/** Holds tables against their data contract, and takes over what another tool has found of them. */
const dataValidate = {
  gate: 'data-validate',
  async find(settings, ports, out) {
    const { results, files, contract, dvc, 'result-thresholds': thresholds } = settings.data;
    const besides = [
      ...(dvc === undefined ? [] : [await dvcFindings(dvc, ports)]),
      ...(results ? [await takeResults(results, thresholds, 'data-validate', ports.files)] : []),
    ];
    const only = besides.length > 0 && files === undefined && contract === undefined;
    const validated = only
      ? { materials: [], checks: [], result: { files: [] } }
      : await validate(settings.data, ports, out);
    const hooks = await hookFindings(settings.connections.lakefs?.hooks ?? [], validated.materials, ports);
    const others = [...besides, hooks];
    return {
      ...validated,
      materials: [...validated.materials, ...others.flatMap(({ materials }) => materials)],
      checks: [...validated.checks, ...others.flatMap(({ checks }) => checks)],
    }
  },
};                                       

/** Each table in one pass; no row is kept. */
async function validate(data                  , ports       , out        )                                     {
  const paths = required(data.files, 'files', 'the tables to validate', 'data');
  const contractPath = required(data.contract, 'contract', 'what they must look like', 'contract');
  const { contract, written, text, material, schemas } = await openContract(contractPath, ports.files);
  await prepareChecks(text);
  const files = await ports.files.list(paths);
  const asOf = ports.now().getTime();
  const headers = await headersOf(contract, files, ports.tables);
  const jobs = files.map(file => ({
    file,
    contract: { name: contract.name, text },
    asOf,
    others: headers.filter(other => other.file !== file),
  }));
  const shard = data.shard === undefined ? undefined : readShard(data.shard);
  const digests = [material, ...schemas].map(({ digest }) => digest.sha256);
  // Of the contract alone, unless it names what else it consists of.
  const [sha256 = ''] = digests.length > 1 ? [ports.sha256(digests.join('\n'))] : digests;
  const shared = { name: contract.name, sha256 };
  const measured = data.merge
    ? await mergeShards(await ports.files.list(data.merge), jobs, shared, ports)
    : await measureAll(jobs, shard, ports);
  const materials = [material, ...schemas, ...measured.map(({ material: read }) => read('data'))];
  if (shard) return { materials, ...(await writeShard(shard, measured, shared, ports.files, out)) }

  const tables = bindTables(contract, measured, asOf);
  const crossed = await crossChecks(tables, measured, ports);
  const checked                = [];
  const profiles                      = [];
  for (const [i, { file, run, find, read, material: materialOf }] of measured.entries()) {
    const table = tableForFile(contract, file);
    const { checks, columns } = await showRows(run.answer, { find, read, sha256: ports.sha256 });
    checked.push({ file, table, checks: [...checks, ...(crossed[i] ?? [])] });
    profiles.push({ file, table: table.object.name, rows: materialOf('data').rows ?? 0, columns });
  }
  const changes = await contractChanges(contract, written, ports);
  const checks = [...composeChecks(checked), ...unfiledTables(contract, checked), ...changes];
  return { materials, checks, result: { files: profiles } }
}

/** Headers of all files, where the contract has rules over two tables; they are read twice then. */
async function headersOf(
  { tables: all }              ,
  files                   ,
  tables        ,
)                        {
  if (files.length < 2 || !all.some(({ object }) => speaksOfOthers(object))) return []
  const headers               = [];
  for (const file of files) {
    headers.push({ file, header: await headerOf(tables, file) });
  }
  return headers
}

async function measureAll(jobs                        , shard                   , { tables, log }       ) {
  const measured                 = [];
  for (const job of jobs) {
    const { file } = job;
    const progress = (rows        ) => log.progress(`${file}: ${grouped(rows)} rows`);
    measured.push({ file, ...(await tables.measure(file, job, { progress, shard })) });
  }
  return measured
}

/** The answers to rules over two tables, by the file they are rules of. */
async function crossChecks(
  tables                       ,
  measured                         ,
  { sha256 }       ,
)                     {
  const found            = tables.map(() => []);
  for (const { rule, measures, measuresOfOther, finish } of planCross(tables)) {
    const own = tables.indexOf(rule.table);
    const [left, right] = [measured[own], measured[tables.indexOf(rule.other)]];
    if (!left || !right) continue
    const open = openReason(left, measures) ?? openReason(right, measuresOfOther);
    if (open !== undefined) {
      found[own]?.push(notMeasured(rule, open));
      continue
    }
    const compose = (rows           ) =>
      finish(
        key => left.run.state.get(key),
        key => right.run.state.get(key),
        rows,
      );
    found[own]?.push(await showRows(compose, { find: left.find, sha256, read: left.read ?? right.read }));
  }
  return found
}

/** Why measures of a table cannot be held against those of another: they were not taken, or on an engine, which counts keys and keeps none. */
function openReason({ file, run }              , measures                             )                     {
  const reason = measures.flatMap(({ key }) => run.untaken.get(key) ?? [])[0];
  if (reason !== undefined) return reason
  const counted = measures.some(({ key, asks }) => asks?.is === 'keys' && hasCounted(run.state.get(key)));
  return counted
    ? `The keys of ${file} were counted where it is, and cannot be held against those of another table`
    : undefined
}

const hasCounted = (state         )          => {
  const keys = typeof state === 'object' && state !== null && 'keys' in state ? state.keys : undefined;
  return typeof keys === 'object' && keys !== null && 'counted' in keys && keys.counted !== undefined
};

function required       (value                   , key        , what        , input        )        {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}

export { dataValidate };
