import { createRequire } from 'node:module';
import { join, basename } from 'node:path';
import { U as UserError } from './user-error.js';
import { d as duckdb$1 } from './duckdb2.js';
import { t as textLiteral, q as quoted, a as quotedTable, l as lineOf } from './line-of.js';
import { e as array, o as object, h as looseObject, a as string } from './schemas2.js';
import { readdir, readFile, open, stat } from 'node:fs/promises';
import { f as findFile, a as refuseLinkOutside, r as regularFile } from './regular-file.js';

/** A step of DuckDB's plan, as far as it is looked at. */
const Step = object({
  name: string(),
  get children() {
    return array(Step)
  },
  extra_info: looseObject({ 'Estimated Cardinality': string().optional() }),
});
                                

/**
 * What one reading of the columns costs: of a Parquet file, named, what its footer says of them; of a table the rows that the plan expects
 * of it. DuckDB does not say beforehand how many bytes a table has.
 */
async function estimateReading(
  connection                  ,
  from        ,
  columns                   ,
  file                    ,
)                                      {
  if (file !== undefined) {
    const names = columns.map(name => textLiteral(duckdb$1, name)).join(', ');
    const path = textLiteral(duckdb$1, file);
    const read = await connection.runAndReadAll(
      `SELECT (SELECT sum(num_rows) FROM parquet_file_metadata(${path}))::VARCHAR, (SELECT sum(total_compressed_size) FROM parquet_metadata(${path}) WHERE split_part(path_in_schema, ', ', 1) IN (${names || "''"}))::VARCHAR`,
    );
    const [[rows, bytes] = []] = read.getRowsJson();
    return { rows: Number(rows ?? 0), bytes: Number(bytes ?? 0) }
  }
  const items = columns.map(name => quoted(duckdb$1, name)).join(', ');
  const plan = await connection.runAndReadAll(`EXPLAIN (FORMAT JSON) SELECT ${items || '1'} FROM ${from}`);
  const steps = array(Step).safeParse(parsed(String(plan.getRowsJson()[0]?.[1] ?? '')));
  const rows = steps.success ? scanned(steps.data) : undefined;
  return rows === undefined ? undefined : { rows }
}

/** Rows that the scans of a plan expect, where all of them say so. */
function scanned(steps                 )                     {
  const leaves = steps.flatMap(leavesOf).map(({ extra_info: { 'Estimated Cardinality': rows } }) => Number(rows));
  const sum = leaves.reduce((all, rows) => all + rows, 0);
  return leaves.length > 0 && Number.isFinite(sum) ? sum : undefined
}

const leavesOf = (step      )         => (step.children.length === 0 ? [step] : step.children.flatMap(leavesOf));

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A table that is a folder, in one of its states. */
                            
                                                                                  
                                        
                       
                                                                  
 

                                                            

/** Bytes of a file that tells of a table. */
const MAX_METADATA = 64 * 1024 * 1024;

/** The table that a folder holds, Delta Lake's or Iceberg's, in the state that is asked for, else in its last one; undefined of any other folder. */
async function lakeFolder(folder        , wanted        )                                 {
  const names = new Set(await readdir(folder));
  if (names.has('_delta_log')) return delta(folder, wanted)
  return names.has('metadata') ? iceberg(folder, wanted) : undefined
}

/** https://github.com/delta-io/delta/blob/master/PROTOCOL.md: a version is a file of the log, named by its number. */
async function delta(folder        , { url, snapshot, asOf }        )                     {
  if (asOf !== undefined)
    throw noSnapshot(url, `as-of, which DuckDB does not know of Delta Lake`, 'Name a version as snapshot')
  const log = await readdir(join(folder, '_delta_log'));
  const versions = log.flatMap(name => (/^\d{20}\.json$/.test(name) ? [Number(name.slice(0, 20))] : []));
  const last = Math.max(-1, ...versions);
  const version = snapshot === undefined ? last : /^\d{1,15}$/.test(snapshot) ? Number(snapshot) : -1;
  if (version < 0 || version > last)
    throw noSnapshot(url, `${snapshot ?? 'none'} of ${last + 1}`, `Name a version from 0 to ${last}`)
  return {
    extensions: ['delta'],
    from: `delta_scan(${textLiteral(duckdb$1, folder)}, version := ${version})`,
    snapshot: { id: String(version) },
  }
}

/** https://iceberg.apache.org/spec/: the last file of metadata, by its hint or its number, tells the current snapshot and those before. */
async function iceberg(folder        , { url, snapshot, asOf }        )                     {
  const metadata = join(folder, 'metadata');
  const files = (await readdir(metadata)).filter(name => /^v?\d+(-[0-9a-f-]+)?\.metadata\.json$/.test(name));
  const hint = await readFile(join(metadata, 'version-hint.text'), 'utf8').then(
    text => text.trim(),
    () => undefined,
  );
  const numberOf = (name        ) => Number(/\d+/.exec(name)?.[0]);
  const hinted = files.find(name => name === `v${hint}.metadata.json`);
  const file = hinted ?? files.toSorted((a, b) => numberOf(b) - numberOf(a))[0];
  if (file === undefined) throw noSnapshot(url, 'no file of metadata', 'Look at its folder metadata')
  const text = await small(join(metadata, file));
  const log = [...text.matchAll(/\{[^{}]*"timestamp-ms"\s*:\s*(\d+)[^{}]*\}/g)].flatMap(([entry, at]) => {
    const id = /"snapshot-id"\s*:\s*(\d+)/.exec(entry)?.[1];
    return id === undefined ? [] : [{ id, at: Number(at) }]
  });
  // As text: a number of JSON would lose digits.
  const current = /"current-snapshot-id"\s*:\s*(\d+)/.exec(text)?.[1];
  const before = log.filter(({ at }) => asOf !== undefined && at <= Date.parse(asOf)).toSorted((a, b) => b.at - a.at)[0];
  const id = snapshot ?? (asOf === undefined ? current : before?.id);
  if (id === undefined || !/^\d{1,19}$/.test(id))
    throw noSnapshot(
      url,
      asOf === undefined ? (snapshot ?? 'none') : `none as old as ${asOf}`,
      'Name the id of a snapshot',
    )
  const at = log.find(entry => entry.id === id)?.at;
  const version = basename(file, '.metadata.json').replace(/^v/, '');
  return {
    extensions: ['avro', 'iceberg'],
    from: `iceberg_scan(${textLiteral(duckdb$1, folder)}, version := ${textLiteral(duckdb$1, version)}, allow_moved_paths := true, snapshot_from_id := ${id}::UBIGINT)`,
    snapshot: { id, ...(at === undefined ? {} : { at: new Date(at).toISOString() }) },
  }
}

async function small(path        )                  {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MAX_METADATA) throw new Error(`${basename(path)} has ${size} bytes`)
    return await file.readFile('utf8')
  } finally {
    await file.close();
  }
}

const noSnapshot = (url        , found        , hint        )            =>
  new UserError('engine.snapshot', `Expected a snapshot of ${url} but found ${found}`, { hint });

/** What a table of DuckDB is: in a database, a file, or a folder of a lake. */
                            
                                   
                                       
                       
                                                                   
                                     
                           
                                                                            
                          
                                                                     
                                
 

/** A table that is a file: `train.parquet`, of which DuckDB reads what it knows. */
const FILE = /\.(parquet|csv)$/i;

/** Opens where a table is: it may read that, and nothing else, and no setting may be changed after. */
async function openPlace(
  api                                   ,
  here             ,
  table             ,
  { memory, extensions }                                                                      ,
)                     {
  const { url } = table;
  const located = await findFile(here, url);
  const isFolder = await stat(located.absolute).then(
    found => found.isDirectory(),
    () => false,
  );
  if (isFolder) await refuseLinkOutside(here.root, located);
  else await regularFile(here.root, located);
  const lake = isFolder ? await lakeFolder(located.absolute, table) : undefined;
  if (isFolder && !lake)
    throw new UserError(
      'engine.table',
      `Expected ${url} to be a table of Delta Lake or Iceberg but found neither _delta_log nor metadata in it`,
      {
        hint: 'Name the folder of the table, or a file',
      },
    )
  if (!lake && (table.snapshot !== undefined || table.asOf !== undefined))
    throw new UserError('engine.snapshot', `Expected snapshots of ${url} but found a table that keeps none`, {
      hint: 'Leave snapshot and as-of out',
    })
  const isFile = FILE.test(url);
  const isKept = !isFile && !lake;
  const instance = await api.DuckDBInstance.create(isKept ? located.absolute : ':memory:', {
    ...(isKept ? { access_mode: 'READ_ONLY' } : {}),
    memory_limit: memory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(extensions === undefined ? {} : { extension_directory: extensions }),
  }).catch(cause => {
    throw unreadable(url, cause)
  });
  const connection = await instance.connect();
  try {
    for (const name of lake?.extensions ?? [])
      await connection.run(`LOAD ${name}`).catch(cause => {
        throw noExtension(name, cause)
      });
    if (lake) await connection.run(`SET allowed_directories = [${textLiteral(duckdb$1, located.absolute)}]`);
    // A moment is shown in the zone of the machine else.
    await connection.run("SET TimeZone = 'UTC'");
    if (!isFile) await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    // One snapshot for all statements.
    await connection.run('BEGIN TRANSACTION READ ONLY');
  } catch (cause) {
    connection.closeSync();
    instance.closeSync();
    throw cause
  }
  const identity = async () => {
    if (!isFile) return ''
    const { size, mtimeMs, ino } = await stat(located.absolute);
    return [size, mtimeMs, ino].join(' ')
  };
  const before = await identity();
  return {
    instance,
    connection,
    from:
      lake?.from ??
      (isFile ? `read_parquet(${textLiteral(duckdb$1, located.absolute)})` : quotedTable(duckdb$1, table.table)),
    ...(lake ? { snapshot: lake.snapshot } : {}),
    ...(/\.parquet$/i.test(url) ? { parquet: located.absolute } : {}),
    isKept,
    hasChanged: async () => (await identity()) !== before,
  }
}

/** What cannot be read as a table. */
const unreadable = (name        , cause         )            =>
  new UserError('engine.table', `Expected ${name} to be a table that DuckDB can read but found: ${lineOf(cause)}`, {
    hint: 'Look at the path and the name of the table',
    cause,
  });

const noExtension = (name        , cause         )            =>
  new UserError('engine.duckdb', `Expected DuckDB to have its extension ${name} but found: ${lineOf(cause)}`, {
    kind: 'environment',
    hint: `Run 'INSTALL ${name}' in a DuckDB of the same version before, or name the folder that holds it in PROOFMARK_DUCKDB_EXTENSIONS`,
    cause,
  });

/** DuckDB, in this process, from the user's own `@duckdb/node-api`: a database, a file, or a table of a lake, opened for reading only. */
function duckdb(
  here             ,
  limits              ,
  { PROOFMARK_DUCKDB_EXTENSIONS: extensions }                                               = {},
)         {
  return {
    async open(table) {
      const { url } = table;
      const place = await openPlace(await load(here.root), here, table, {
        memory: limits.memory,
        extensions: extensions || undefined,
      });
      const { connection, instance, from, snapshot, parquet, isKept } = place;
      const close = async () => {
        connection.interrupt();
        connection.closeSync();
        instance.closeSync();
      };
      try {
        const version = await connection.runAndReadAll('SELECT version()');
        const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`).catch(cause => {
          throw unreadable(`${url} (${table.table})`, cause)
        });
        const isPlain =
          isKept &&
          (await connection.run(`SELECT rowid FROM ${from} LIMIT 0`).then(
            () => true,
            () => false,
          ));
        return {
          version: `duckdb ${String(version.getRowsJson()[0]?.[0])}`,
          from,
          isPlain,
          isPinned: true,
          ...(snapshot === undefined ? {} : { snapshot }),
          columns: described.getRowsJson().map(([name, type]) => ({ name: String(name), type: String(type) })),
          estimate: (from, names) => estimateReading(connection, from, names, parquet),
          async query({ sql, rows }, hears) {
            let late = false;
            const timer = setTimeout(() => {
              late = true;
              connection.interrupt();
            }, limits.seconds * 1000);
            const watch = setInterval(() => hears({ share: Math.max(0, connection.progress.percentage) / 100 }), 1000);
            try {
              const found = await connection.streamAndReadUntil(sql, rows);
              if (!found.done && found.currentRowCount > rows) throw new Error(`more than ${rows} rows`)
              if (await place.hasChanged()) throw changed(url)
              return { rows: found.getRowsJson().map(row => row.map(cell => (cell === null ? null : String(cell)))) }
            } catch (cause) {
              throw late ? new Error(`it took more than ${limits.seconds} s`, { cause }) : cause
            } finally {
              clearTimeout(timer);
              clearInterval(watch);
            }
          },
          cancel: async () => connection.interrupt(),
          close,
        }
      } catch (cause) {
        await close();
        throw cause
      }
    },
  }
}

const NAME = '@duckdb/node-api';

/** From the folder of the settings, else from where Proofmark itself stands. */
async function load(root        )                                             {
  for (const place of [join(root, 'package.json'), import.meta.url]) {
    const path = resolved(createRequire(place));
    if (path !== undefined) return createRequire(place)(path)
  }
  throw new UserError('engine.duckdb', `Expected the package ${NAME} to be installed but found none`, {
    kind: 'environment',
    hint: `Run 'npm install --no-save ${NAME}@1.5' in the folder of the settings before`,
  })
}

function resolved(require                )                     {
  try {
    return require.resolve(NAME)
  } catch {
    return undefined
  }
}

const changed = (url        )            =>
  new UserError(
    'engine.changed',
    `Expected ${url} to stay as it is while it is measured but found another file later`,
    {
      kind: 'environment',
      hint: 'Measure it when nobody writes',
    },
  );

export { duckdb };
