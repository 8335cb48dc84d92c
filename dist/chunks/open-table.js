import { U as UserError } from './user-error.js';
import { q as quoted, a as quotedTable, l as lineOf, t as textLiteral } from './line-of.js';
import { s as spark } from './spark2.js';
import { r as readableInHalves, w as whyDenied } from './why-denied.js';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
/** `Statistics(sizeInBytes=64.4 MiB, rowCount=2.00E+6)`: https://spark.apache.org/docs/latest/sql-ref-syntax-qry-explain.html */
const STATISTICS = /Statistics\(sizeInBytes=([\d.E+]+) ([KMGTPE]?i?B)(?:, rowCount=([\d.E+]+))?/;

/** What one reading of some columns is estimated to cost: the sizes of the files, and the rows where the table was analyzed. */
async function estimateReading(
  ask     ,
  from        ,
  columns                   ,
)                                      {
  const items = columns.map(name => quoted(spark, name)).join(', ');
  const { rows } = await ask(`EXPLAIN COST SELECT ${items || '1'} FROM ${from}`, 1);
  const found = STATISTICS.exec(rows[0]?.[0] ?? '');
  if (!found) return undefined
  const [, size, unit = '', count] = found;
  // What it does not know is said to be exabytes.
  const power = UNITS.indexOf(unit);
  const bytes = power < 0 ? Number.NaN : Math.round(Number(size) * 1024 ** power);
  const known = { ...(count === undefined ? {} : { rows: Math.round(Number(count)) }), ...(bytes > 0 ? { bytes } : {}) };
  return Object.keys(known).length > 0 ? known : undefined
}

/** Asks one statement, of which so many rows may come. */
                                                                                   

/** The state that a table is measured in. */
                                                                                                

                 
                     
                                 
                     
 

/** Versions of a Delta table that are looked through for one of a time: the newest. */
const HISTORY = 10_000;
/** What a row of a file says of it: https://spark.apache.org/docs/latest/sql-data-sources-generic-options.html */
const FILE_COLUMNS = ['_metadata.file_path', '_metadata.file_modification_time', '_metadata.file_size'];
const DENIED = /permission|privilege|not authorized|access/i;

/**
 * Pins a table to one of its states, so that all statements see the same rows: the one that is named, else the current one. A table
 * without states is read as it is, and its files are looked at instead, where its rows say which they are of. Whether the session's zone is UTC says what times without one mean.
 */
async function pinTable(ask     , { table, snapshot, asOf }             , isUtc         )                  {
  const from = quotedTable(spark, table);
  // A number is the engine's own name of a state.
  if (snapshot !== undefined && /^\d{1,19}$/.test(snapshot)) return pinnedTo({ id: snapshot, at: Number.NaN })
  const tried           = [];
  for (const states of [ofIceberg, ofDelta]) {
    const found = await states().catch(lineOf);
    if (typeof found === 'string') {
      tried.push(found);
      continue
    }
    if (found) return pinnedTo(found)
    if (snapshot !== undefined || asOf !== undefined)
      throw noState(`none of it is ${snapshot === undefined ? 'as old as' : 'called'} ${snapshot ?? asOf}`)
    return { from, isPinned: false, unpinned: 'The table has no snapshot yet' }
  }
  const denied = tried.find(reason => DENIED.test(reason));
  if (snapshot !== undefined || asOf !== undefined) throw noState(denied ?? 'it keeps none')
  const knowsFiles = await ask(`SELECT ${FILE_COLUMNS.join(', ')} FROM ${from} LIMIT 0`, 1).then(
    () => true,
    () => false,
  );
  const unpinned =
    denied === undefined ? 'The table keeps no snapshots' : `Its snapshots cannot be read: ${denied}`.slice(0, 1000);
  return { from, isPinned: false, ...(knowsFiles ? { fileColumns: FILE_COLUMNS } : {}), unpinned }

  /** Branches, tags and times of Iceberg: https://iceberg.apache.org/docs/latest/spark-queries/#inspecting-tables */
  async function ofIceberg()                             {
    const about = (name        ) => `${from}.${name}`;
    const at = 'CAST(unix_millis(made_current_at) AS STRING)';
    const ofRef = `snapshot_id IN (SELECT snapshot_id FROM ${about('refs')} WHERE name = ${textLiteral(spark, snapshot ?? 'main')})`;
    const ofTime = asOf === undefined ? ofRef : `made_current_at <= CAST(${textLiteral(spark, asOf)} AS TIMESTAMP)`;
    const found = await ask(
      `SELECT CAST(snapshot_id AS STRING), ${at} FROM ${about('history')} WHERE ${ofTime} ORDER BY made_current_at DESC LIMIT 1`,
      1,
    );
    return stateIn(found.rows[0])
  }

  /** Versions and times of Delta Lake: https://docs.delta.io/latest/delta-utility.html#retrieve-delta-table-history */
  async function ofDelta()                             {
    const most = asOf === undefined ? 1 : HISTORY;
    const { rows } = await ask(`DESCRIBE HISTORY ${from} LIMIT ${most}`, most);
    if (snapshot !== undefined) return undefined
    const until = asOf === undefined ? Number.POSITIVE_INFINITY : Date.parse(asOf);
    const states = rows.map(([id, at]) => stateIn([id ?? null, String(timeOf(at ?? '', isUtc))]));
    if (asOf !== undefined && states.some(state => Number.isNaN(state?.at)))
      throw new Error('its history has times without a zone: name the version in snapshot')
    return states.find(state => asOf === undefined || (state !== undefined && state.at <= until))
  }

  function pinnedTo({ id, at }       )         {
    return {
      from: `${from} VERSION AS OF ${id}`,
      isPinned: true,
      snapshot: { id, ...(Number.isNaN(at) ? {} : { at: new Date(at).toISOString() }) },
    }
  }

  function noState(found        )            {
    return new UserError('engine.snapshot', `Expected snapshots of ${table} but found: ${found}`, {
      hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
    })
  }
}

const stateIn = (row                            )                    =>
  row?.[0] != null && /^\d{1,19}$/.test(row[0]) ? { id: row[0], at: Number(row[1] ?? Number.NaN) } : undefined;

/** A time of a history; NaN where it has no zone, and the session another than UTC. */
const timeOf = (text        , isUtc         )         =>
  /(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : isUtc ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN;

/** Columns of a table; of those that may not be read, why. */
                                  
                           
                                                                                
                             
 

/** A table as it is asked for, and as it is read in one of its states. */
                 
                        
                       
                                                                            
                                           
 

/** Columns that a table may have. */
const MAX_COLUMNS = 10_000;

/**
 * What may be read of a table. Spark itself lets everybody read everything; what stands in front of it, or Databricks, refuses a statement that names
 * a column which may not be read, and has no list of those that may. So statements that read nothing are sent.
 */
async function readableColumns(ask     , { table, from, unnamed }       )                           {
  const known = await listed(ask, `DESCRIBE QUERY SELECT * FROM ${from}`).catch(cause => {
    if (cause instanceof UserError || !isDenied(lineOf(cause))) throw cause
    return undefined
  });
  const all = known ?? untilEnd(await listed(ask, `DESCRIBE TABLE ${quotedTable(spark, table)}`));
  // A column of another state of the table than the one that is read is none of it.
  const isKnown = (why        ) => isDenied(why) || (known === undefined && MISSING.test(why));
  const found = await readableInHalves(
    all.filter(({ name }) => unnamed(name) === undefined),
    async some => {
      const why = await whyNot(ask, from, some);
      if (why !== undefined && !isKnown(why)) throw new Error(why)
      return why ?? some
    },
    (column, why) => (isDenied(why) ? [{ ...column, denied: why }] : []),
  );
  const byName = new Map(found.map(column => [column.name, column]));
  const columns = all.flatMap(column => {
    const denied = unnamed(column.name);
    return denied === undefined ? (byName.get(column.name) ?? []) : [{ ...column, denied }]
  });
  const isPartial = found.some(({ denied }) => denied !== undefined);
  if (isPartial && columns.every(({ denied }) => denied !== undefined))
    throw new Error(found[0]?.denied ?? 'none of its columns may be read')
  return { columns, isPartial }
}

/** Why columns that are not listed may not be read, of those that are there. */
const deniedAmong = (ask     , from        , names                   )                   =>
  whyDenied(names, async name => {
    const why = await whyNot(ask, from, [{ name }]);
    return why !== undefined && isDenied(why) ? why : undefined
  });

/** Columns by name and type, as they are described. */
async function listed(ask     , sql        )                   {
  const { rows } = await ask(sql, MAX_COLUMNS);
  return rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' }))
}

/** What is told of partitions, or of the table, comes after a line of nothing, or a title. */
function untilEnd(columns         )          {
  const end = columns.findIndex(({ type }) => type === '');
  return end < 0 ? columns : columns.slice(0, end)
}

const MISSING = /\[UNRESOLVED_COLUMN/;

const whyNot = (ask     , from        , columns                                      )                              =>
  ask(`SELECT ${columns.map(({ name }) => quoted(spark, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    () => undefined,
    cause => {
      if (cause instanceof UserError) throw cause
      return lineOf(cause)
    },
  );

/** Databricks' classes of errors, and what Ranger, Kyuubi, Lake Formation and the like say. */
const isDenied = (fault        )          =>
  !/\[(UNRESOLVED|TABLE_OR_VIEW_NOT_FOUND|PARSE_)/.test(fault) &&
  /INSUFFICIENT_PERMISSIONS|PERMISSION_DENIED|AccessControlException|AccessDenied|permission denied|access (is )?denied|does not have .{0,100}(permission|privilege)|insufficient (permission|privilege)|not authorized|\b42501\b/i.test(
    fault,
  );

/** What is known of a table before it is measured, however its Spark is reached; and why a column must not be named, where that is so. */
async function openTable(
  ask     ,
  name        ,
  table             ,
  unnamed                                         = () => undefined,
)                                                             {
  // A quote, a backslash and a dollar sign, as our texts have them.
  const probe = await ask("SELECT version(), concat('\\'\\\\', '\\u0024{', 'a'), current_timezone()", 1);
  const [version, read, zone = ''] = probe.rows[0] ?? [];
  if (read !== "'\\${a")
    throw new UserError('engine.settings', `Expected ${name} to read escapes in texts but it does not`, {
      kind: 'environment',
      hint: 'Set spark.sql.parser.escapedStringLiterals to false',
    })
  const pinned = await pinTable(ask, table, /^(Etc\/)?UTC$/.test(zone ?? ''));
  const { from } = pinned;
  const { columns, isPartial } = await readableColumns(ask, { table: table.table, from, unnamed }).catch(cause => {
    if (cause instanceof UserError) throw cause
    if (table.snapshot !== undefined || table.asOf !== undefined)
      throw new UserError(
        'engine.snapshot',
        `Expected ${table.table} to have the snapshot ${pinned.snapshot?.id} but found: ${lineOf(cause)}`,
        { hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out', cause },
      )
    throw new UserError(
      'engine.table',
      `Expected ${table.table} to be a table that ${name} lets us read but found: ${lineOf(cause)}`,
      { hint: 'Write catalog.schema.table, and grant SELECT on it', cause },
    )
  });
  return {
    version: `${name.toLowerCase()} ${version?.split(' ')[0] ?? 'of an unknown version'}`,
    ...pinned,
    isPlain: false,
    columns,
    ...(isPartial ? { denied: names => deniedAmong(ask, from, names) } : {}),
    estimate: (of, names) => estimateReading(ask, of, names),
  }
}

export { openTable as o };
