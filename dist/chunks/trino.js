import { U as UserError } from './user-error.js';
import { q as quoted, a as quotedTable, l as lineOf, t as textLiteral } from './line-of.js';
import { t as trino$1 } from './trino2.js';
import { o as object, e as array, u as union, n as number, l as literal, a as string, b as boolean, E as _null } from './schemas2.js';
import { r as readableInHalves, w as whyDenied } from './why-denied.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { i as isBusy, w as waitFor } from './waits.js';
import { t as timeLimit, b as briefly } from './time-limit.js';

/** A number that may be unknown. */
const Estimated = union([number(), literal('NaN'), literal('Infinity')]);

/** What Trino expects to read, as far as it is looked at: https://trino.io/docs/current/sql/explain.html */
const IoPlan = object({
  inputTableColumnInfos: array(object({ estimate: object({ outputRowCount: Estimated, outputSizeInBytes: Estimated }) }))
    .max(1000),
});

/** What one reading of the columns is estimated to cost, of the statistics that Trino has; undefined where it has none. */
async function estimateReading(
  ask     ,
  from        ,
  columns                   ,
)                                      {
  const items = columns.map(name => quoted(trino$1, name)).join(', ');
  const { rows } = await ask(`EXPLAIN (TYPE IO, FORMAT JSON) SELECT ${items || '1'} FROM ${from}`, 1);
  const plan = IoPlan.safeParse(parsed$1(rows[0]?.[0] ?? ''));
  if (!plan.success) return undefined
  const sum = (key                                        )                     => {
    const all = plan.data.inputTableColumnInfos.map(({ estimate }) => estimate[key]);
    if (all.length === 0) return undefined
    const total = all.reduce        ((so, one) => so + (typeof one === 'number' ? one : Number.NaN), 0);
    return total >= 0 && Number.isFinite(total) ? Math.round(total) : undefined
  };
  const [count, bytes] = [sum('outputRowCount'), sum('outputSizeInBytes')];
  if (count === undefined && bytes === undefined) return undefined
  return { ...(count === undefined ? {} : { rows: count }), ...(bytes === undefined ? {} : { bytes }) }
}

function parsed$1(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks one statement, of which so many rows may come. */
                                                                                   

/** The state that a table is measured in. */
                                                                                                           

/** What a format knows of its states: the table about the table, and what its columns are called. */
                  
                          
                     
                     
                                                      
                        
 

/** Iceberg and Delta Lake: https://trino.io/docs/current/connector/iceberg.html#metadata-tables, and the same of delta-lake. */
const ICEBERG         = { history: '$history', id: 'snapshot_id', at: 'made_current_at', refs: '$refs' };
const DELTA         = { history: '$history', id: 'version', at: 'timestamp' };

/**
 * Pins a table to one of its states, so that all statements see the same rows: the one that is named, else the current one. A table
 * without states is read as it is, and its files are looked at instead, where its rows say which they are of.
 */
async function pinTable(ask     , { table, snapshot, asOf, partition }             )                  {
  const from = quotedTable(trino$1, table);
  const wanted = snapshot ?? asOf;
  // A number is the engine's own name of a state.
  if (snapshot !== undefined && /^\d{1,19}$/.test(snapshot)) return pinnedTo(snapshot)
  const tried           = [];
  for (const format of [ICEBERG, DELTA]) {
    const found = await tell(stateIn(format)).catch(lineOf);
    if (typeof found === 'string') {
      tried.push(found);
      continue
    }
    const [[id, at] = []] = found;
    if (typeof id === 'string') return pinnedTo(id, at ?? undefined)
    if (wanted !== undefined)
      throw noState(`none of it is ${snapshot === undefined ? 'as old as' : 'called'} ${wanted}`)
    return { from, isPinned: false, unpinned: 'The table has no snapshot yet' }
  }
  const denied = tried.find(reason => !/^(TABLE|COLUMN|SCHEMA|CATALOG)_NOT_FOUND/.test(reason));
  if (wanted !== undefined) throw noState(denied ?? 'it keeps none')
  const fileColumns = await hidden(['$path', '$file_modified_time', '$file_size']);
  const unpinned =
    denied === undefined ? 'The table keeps no snapshots' : `Its snapshots cannot be read: ${denied}`.slice(0, 1000);
  return { from, isPinned: false, ...(fileColumns ? { fileColumns } : {}), unpinned }

  async function hidden(columns                   )                                         {
    const items = columns.map(name => quoted(trino$1, name)).join(', ');
    return tell(`SELECT ${items} FROM ${from} LIMIT 0`).then(
      () => columns,
      () => undefined,
    )
  }

  async function tell(sql        )                  {
    return (await ask(sql, 1)).rows
  }

  function stateIn({ history, id, at, refs }        )         {
    const time = `to_iso8601(${at} AT TIME ZONE 'UTC')`;
    const about = (suffix        ) => quotedTable(trino$1, table, suffix);
    if (asOf !== undefined)
      return `SELECT CAST(${id} AS VARCHAR), ${time} FROM ${about(history)} WHERE ${at} <= from_iso8601_timestamp(${textLiteral(trino$1, asOf)}) ORDER BY ${at} DESC LIMIT 1`
    if (refs === undefined)
      return `SELECT CAST(${id} AS VARCHAR), ${time} FROM ${about(history)} WHERE ${snapshot === undefined ? 'true' : 'false'} ORDER BY ${id} DESC LIMIT 1`
    return `SELECT CAST(r.${id} AS VARCHAR), (SELECT max(${time}) FROM ${about(history)} h WHERE h.${id} = r.${id}) FROM ${about(refs)} r WHERE r.name = ${textLiteral(trino$1, snapshot ?? 'main')}`
  }

  async function pinnedTo(id        , at         )                  {
    const schema = partition === undefined ? undefined : await schemaOf(id);
    return {
      from: `${from} FOR VERSION AS OF BIGINT '${id}'`,
      isPinned: true,
      ...(schema === undefined ? {} : { schema, fileColumns: ['$path', '$file_modified_time'] }),
      snapshot: { id, ...(at === undefined ? {} : { at }) },
    }
  }

  /** Of Iceberg, by which of its schemas a snapshot is read: the same file holds other cells by another. */
  async function schemaOf(id        )                              {
    const entries = quotedTable(trino$1, table, '$metadata_log_entries');
    const latest = `SELECT CAST(latest_schema_id AS VARCHAR) FROM ${entries} WHERE latest_snapshot_id = ${id} ORDER BY timestamp DESC LIMIT 1`;
    const found = await tell(latest).catch(lineOf);
    return typeof found === 'string' ? undefined : (found[0]?.[0] ?? undefined)
  }

  function noState(found        )            {
    return new UserError('engine.snapshot', `Expected snapshots of ${table} but found: ${found}`, {
      hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
    })
  }
}

/** Asks one statement, of which so many rows may come. */
            
              
               
                                                                                                   

/** Columns of a table; of those that may not be read, why. */
                                  
                           
                                                                                
                             
 

/** More are looked at neither one by one nor in halves. */
const MOST = 5000;

/** What may be read of a table: everything, or, where that is refused, what is left when columns are asked for in halves. */
async function readableColumns(ask     , from        , table        )                           {
  const all = await ask(`SELECT * FROM ${from} LIMIT 0`, 0).catch(cause => {
    if (isDenied(cause)) return undefined
    throw cause
  });
  if (all) return { columns: all.columns, isPartial: false }
  const { rows } = await ask(`SHOW COLUMNS FROM ${quotedTable(trino$1, table)}`, MOST);
  const columns = await readableInHalves(
    rows.map(([name]) => name ?? ''),
    names => look(ask, from, names),
    // A column of another state of the table than the one that is read is none of it.
    (name, why) => (isDenied(why) ? [{ name, type: 'unknown', denied: why }] : []),
  );
  if (columns.some(({ denied }) => denied === undefined)) return { columns, isPartial: true }
  throw new Error(columns[0]?.denied ?? 'none of its columns may be read')
}

/** Some columns with their types, or why they cannot be read. */
const look = (ask     , from        , names                   )                            =>
  ask(`SELECT ${names.map(name => quoted(trino$1, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    ({ columns }) => columns,
    cause => {
      if (cause instanceof UserError) throw cause
      return lineOf(cause)
    },
  );

/** Why columns that are named by nobody who lists them may not be read, of those that are there. */
const deniedAmong = (ask     , from        , names                   )                   =>
  whyDenied(names, async name => {
    const why = await look(ask, from, [name]);
    return isDenied(why) ? String(why) : undefined
  });

const isDenied = (cause         )          =>
  (typeof cause === 'string' ? cause : lineOf(cause)).startsWith('PERMISSION_DENIED');

const Cell = union([string(), number(), boolean(), _null()]);

/** One answer of Trino's statement protocol, as far as it is read. */
const StatementPage = object({
  id: string().min(1).max(200),
  nextUri: string().max(4096).optional(),
  columns: array(object({ name: string(), type: string() })).optional(),
  data: array(array(Cell)).optional(),
  stats: object({
    state: string().max(100),
    completedSplits: number().optional(),
    totalSplits: number().optional(),
    processedRows: number().optional(),
    processedBytes: number().optional(),
    physicalInputBytes: number().optional(),
    progressPercentage: number().optional(),
  }),
  error: object({ message: string().default(''), errorName: string().default(''), errorType: string().default('') })
    .optional(),
});

/** Milliseconds without a byte: Trino answers within a second or so, that it is still at it. */
const IDLE = 60_000;
/** How often a page is asked for where the server is busy. */
const TRIES = 5;
/** Bytes of one page. */
const PAGE = 32_000_000;

/** Sends a statement, and follows its pages to the end; cancelled where nobody waits for them any more. */
async function runStatement(
  { url, headers, limits, signal }                 ,
  { sql, rows: most }           ,
  hears                                    ,
) {
  const limit = timeLimit(limits.seconds);
  const rows                      = [];
  let columns                                                              = [];
  let bytes = 0;
  let page = await ask(new URL('/v1/statement', url), 'POST', Buffer.from(sql)).catch(cause => {
    throw limit.why(cause)
  });
  try {
    for (;;) {
      const { nextUri, stats } = page;
      if (page.error) throw failed(page.error)
      columns = page.columns ?? columns;
      for (const row of page.data ?? []) rows.push(row.map(cell => (cell === null ? null : String(cell))));
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      hears({
        stage: stageOf(stats),
        ...(stats.processedRows === undefined ? {} : { rows: stats.processedRows }),
        ...(stats.processedBytes === undefined ? {} : { bytes: stats.processedBytes }),
        ...(stats.progressPercentage === undefined ? {} : { share: stats.progressPercentage / 100 }),
      });
      if (nextUri === undefined) return { rows, columns, id: page.id, bytes }
      if (signal.aborted) throw new Error('it was cancelled')
      if (limit.isOver()) throw new Error(`it took more than ${limits.seconds} s`)
      page = await ask(sameHost(nextUri), 'GET');
    }
  } catch (cause) {
    await cancel(page.nextUri);
    throw limit.why(cause)
  }

  /** The next page, or why there is none. */
  async function ask(to     , method                , body             )                         {
    for (let tried = 1; ; tried++) {
      const answer = await send({ url: to, method, headers, body, idle: IDLE, signal: limit.signal }).catch(cause => {
        const { found, hint } = connectionFault(cause);
        if (method === 'GET') throw new Error(found, { cause })
        throw new UserError('engine.connection', `Expected Trino to answer at ${url.origin} but found ${found}`, {
          kind: 'environment',
          hint,
          cause,
        })
      });
      const { text, whole } = await textOf(answer, PAGE);
      if (answer.status === 200 && whole) {
        const read = readPage(text);
        if (read.data) bytes += text.length;
        if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
        return read
      }
      if (answer.status === 401 || answer.status === 403) throw refused(answer.status)
      // A statement that was taken on must not be sent twice.
      const mayTry = isBusy(answer.status) && (method === 'GET' || answer.status === 503) && tried < TRIES;
      const { 'retry-after': after } = answer.headers;
      if (!mayTry || !(await waitFor(tried, after, 1000))) {
        throw new Error(whole ? `the server answered ${answer.status}` : `it gave more than ${PAGE} bytes at once`)
      }
    }
  }

  /** Credentials go to the host of the settings alone, whatever an answer says. */
  function sameHost(text        )      {
    const next = URL.parse(text);
    if (next && next.origin === url.origin) return next
    throw new Error(`the server pointed to another address (${next?.origin ?? 'none'})`)
  }

  async function cancel(next                    )                {
    if (next === undefined || URL.parse(next)?.origin !== url.origin) return
    const answer = await send({
      url: new URL(next),
      method: 'DELETE',
      headers,
      idle: IDLE,
      signal: briefly(),
    }).catch(() => undefined);
    answer?.body.destroy();
  }

  function refused(status        )            {
    return new UserError(
      'engine.permission',
      `Expected Trino at ${url.origin} to let us in but it answered ${status}`,
      {
        kind: 'environment',
        hint: 'Check PROOFMARK_TRINO_USER and PROOFMARK_TRINO_PASSWORD, or PROOFMARK_TRINO_TOKEN',
      },
    )
  }
}

/** `RUNNING, 12 of 40 splits`: splits are the parts that Trino cuts the reading into. */
const stageOf = ({ state, completedSplits, totalSplits }                        )         =>
  totalSplits ? `${state}, ${completedSplits ?? 0} of ${totalSplits} splits` : state;

function readPage(text        )                {
  const page = StatementPage.safeParse(parsed(text));
  if (page.success) return page.data
  throw new Error('the server answered with what is no page of its protocol')
}

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failed({ message, errorName }                                     )        {
  return new Error(`${errorName}: ${message}`.slice(0, 500))
}

/** Where a Trino is, and as whom it is asked. */
                                  
                   
                                                    
                               
                                                        
                              
               
 

/** Credentials come from the environment alone, and travel over https alone. */
function trinoConnection(
  address        ,
  {
    PROOFMARK_TRINO_USER: user = 'proofmark',
    PROOFMARK_TRINO_PASSWORD: password,
    PROOFMARK_TRINO_TOKEN: token,
  }                                              ,
  limits              ,
)                  {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      `Expected the address of a Trino, such as https://trino.example:8443, but found another`,
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_TRINO_USER, PROOFMARK_TRINO_PASSWORD or PROOFMARK_TRINO_TOKEN',
      },
    )
  }
  const secret = token
    ? `Bearer ${token}`
    : password
      ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
      : undefined;
  if (secret && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password or token to send',
      {
        hint: 'Use https, or unset PROOFMARK_TRINO_PASSWORD and PROOFMARK_TRINO_TOKEN',
      },
    )
  }
  const ended = new AbortController();
  return {
    url,
    limits,
    signal: ended.signal,
    close: () => ended.abort(),
    headers: {
      'x-trino-user': user,
      'x-trino-source': 'proofmark',
      'x-trino-time-zone': 'UTC',
      'x-trino-session': [
        `query_max_run_time=${limits.seconds}s`,
        `query_max_execution_time=${limits.seconds}s`,
        ...(limits.scannedBytes === undefined ? [] : [`query_max_scan_physical_bytes=${limits.scannedBytes}B`]),
      ].join(','),
      ...(secret ? { authorization: secret } : {}),
    },
  }
}

/** Trino, by its statement protocol: https://trino.io/docs/current/develop/client-protocol.html */
function trino(environment                                              , limits              )         {
  return {
    async open(table)                         {
      const connection = trinoConnection(table.url, environment, limits);
      const ask = (sql        , rows        ) => runStatement(connection, { sql, rows}, () => {});
      const version = await ask('SELECT node_version FROM system.runtime.nodes WHERE coordinator', 1);
      const pinned = await pinTable(ask, table);
      const { columns, isPartial } = await readableColumns(ask, pinned.from, table.table).catch(cause => {
        if (cause instanceof UserError) throw cause
        if (table.snapshot !== undefined || table.asOf !== undefined)
          throw new UserError(
            'engine.snapshot',
            `Expected ${table.table} to have the snapshot ${pinned.snapshot?.id} but found: ${lineOf(cause)}`,
            {
              hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
              cause,
            },
          )
        throw new UserError(
          'engine.table',
          `Expected ${table.table} to be a table that Trino lets us read but found: ${lineOf(cause)}`,
          {
            hint: 'Write catalog.schema.table, and grant SELECT on all its columns',
            cause,
          },
        )
      });
      return {
        version: `trino ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        ...pinned,
        isPlain: false,
        columns,
        ...(isPartial ? { denied: names => deniedAmong(ask, pinned.from, names) } : {}),
        estimate: (from, names) => estimateReading(ask, from, names),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}

export { trino };
