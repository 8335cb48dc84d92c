import { c as clickhouse$1 } from './clickhouse2.js';
import { a as quotedTable, t as textLiteral, l as lineOf, q as quoted } from './line-of.js';
import { U as UserError } from './user-error.js';
import { r as readableInHalves, w as whyDenied } from './why-denied.js';
import { randomUUID } from 'node:crypto';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { o as object, a as string, n as number, i as int, e as array, u as union, b as boolean, E as _null } from './schemas2.js';

/** Where a ClickHouse is, and as whom it is asked. */
                                       
                   
                                                    
                               
                                     
                                                     
                                                        
                              
               
 

/** What statements mean must not depend on the profile of who asks. */
const SEMANTICS                                   = {
  // A name of the table comes before one that a statement gives.
  prefer_column_name_to_alias: '1',
  // The least of no rows is none, and not 0.
  aggregate_functions_null_for_empty: '1',
  count_distinct_implementation: 'uniqExact',
  // Plans of many columns are long.
  max_query_size: '20000000',
  max_ast_elements: '10000000',
  max_expanded_ast_elements: '10000000',
};

/** Nothing may be left out in silence. */
const WHOLE                                   = Object.fromEntries([
  ...['read', 'group_by', 'sort', 'result', 'timeout', 'distinct', 'set', 'join'].map(what => [
    `${what}_overflow_mode`,
    'throw',
  ]),
  ['skip_unavailable_shards', '0'],
  ['limit', '0'],
  ['offset', '0'],
]);

/** Credentials come from the environment alone, and travel over https alone. */
function clickhouseConnection(
  address        ,
  {
    PROOFMARK_CLICKHOUSE_USER: user,
    PROOFMARK_CLICKHOUSE_PASSWORD: password,
  }                                              ,
  limits              ,
  semantics                                   = SEMANTICS,
)                       {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      'Expected the address of a ClickHouse, such as https://clickhouse.example:8443, but found another',
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_CLICKHOUSE_USER and PROOFMARK_CLICKHOUSE_PASSWORD',
      },
    )
  }
  if (password && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password to send',
      { hint: 'Use https, or unset PROOFMARK_CLICKHOUSE_PASSWORD' },
    )
  }
  const ended = new AbortController();
  return {
    url,
    limits,
    signal: ended.signal,
    close: () => ended.abort(),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(user ? { 'x-clickhouse-user': user } : {}),
      ...(password ? { 'x-clickhouse-key': password } : {}),
    },
    settings: {
      // Statements may read, and set how they do.
      readonly: '2',
      max_execution_time: String(limits.seconds),
      max_result_bytes: String(limits.bytes),
      ...(limits.scannedBytes === undefined ? {} : { max_bytes_to_read: String(limits.scannedBytes) }),
      cancel_http_readonly_queries_on_client_close: '1',
      ...WHOLE,
      ...semantics,
    },
  }
}

/** Asks one statement, of which so many rows may come. */
                                                                                                             

/**
 * Rows of a table, and the bytes of some of its columns before they are compressed, as ClickHouse counts what a statement has read. Nothing
 * is known of a view, of a part of a table, or of an engine that does not count bytes.
 */
async function estimateReading(
  ask     ,
  table        ,
  from        ,
  names                   ,
)                                      {
  if (from !== quotedTable(clickhouse$1, table)) return undefined
  const where = tableIn(from);
  const items = ['sum(data_uncompressed_bytes)', 'count()'].map(item => `toString(${item})`);
  const [sizes = []] = (
    await ask(
      `SELECT ${items.join(', ')} FROM system.columns WHERE ${where} AND name IN (${names.map(text).join(', ') || "''"})`,
      1,
    )
  ).rows;
  const [rows = []] = (
    await ask(
      `SELECT toString(total_rows), toString(total_bytes_uncompressed) FROM system.tables WHERE ${where.replace('table =', 'name =')}`,
      1,
    )
  ).rows;
  // Of small parts only the sizes of all columns together are kept: no less than what is asked for.
  const each = Number(sizes[1]) === names.length ? Number(sizes[0]) : 0;
  const bytes = each > 0 ? each : Number(rows[1] ?? 0);
  return {
    ...(rows[0] == null ? {} : { rows: Number(rows[0]) }),
    ...(bytes > 0 ? { bytes } : {}),
  }
}

const text = (value        )         => textLiteral(clickhouse$1, value);

/** Which rows of `system.columns` are of a table. */
function tableIn(from        )         {
  const parts = [...from.matchAll(/"((?:[^"\\]|""|\\.)*)"/g)].map(([, part = '']) =>
    part.replaceAll('""', '"').replaceAll('\\\\', '\\'),
  );
  const [database, name] = parts.length > 1 ? parts : [undefined, parts[0]];
  return `database = ${database === undefined ? 'currentDatabase()' : text(database)} AND table = ${text(name ?? '')}`
}

/** Asks one statement, of which so many rows may come. */
                                                                                                             

/** Columns of a table; of those that may not be read, why. */
                                  
                           
                                                                                                           
                             
 

/** Columns that a table may have. */
const MAX_COLUMNS = 10_000;

/** What may be read of a table: where not all columns may be seen those that may, and of those that may be seen the ones that may be read. */
async function readableColumns(ask     , from        )                           {
  const described = await ask(`DESCRIBE TABLE ${from}`, MAX_COLUMNS).catch(cause => {
    if (isDenied(lineOf(cause))) return undefined
    throw cause
  });
  const { rows } =
    described ??
    (await ask(`SELECT name, type FROM system.columns WHERE ${tableIn(from)} ORDER BY position`, MAX_COLUMNS));
  const columns = await readableInHalves(
    rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' })),
    async some => {
      const why = await whyNot(ask, from, some);
      if (why !== undefined && !isDenied(why)) throw new Error(why)
      return why ?? some
    },
    (column, denied) => [{ ...column, denied }],
  );
  if (columns.every(({ denied }) => denied !== undefined))
    throw new Error(columns[0]?.denied ?? 'none of its columns may be read')
  return { columns, isPartial: described === undefined }
}

/** Why columns that are not listed may not be read, of those that are there. */
const deniedAmong = (ask     , from        , names                   )                   =>
  whyDenied(names, async name => {
    const why = await whyNot(ask, from, [{ name }]);
    return why !== undefined && isDenied(why) ? why : undefined
  });

const whyNot = (ask     , from        , columns                                      )                              =>
  ask(`SELECT ${columns.map(({ name }) => quoted(clickhouse$1, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    () => undefined,
    lineOf,
  );

const isDenied = (fault        )          => /^Code: 497\b/.test(fault);

/** The whole answer to a statement, FORMAT JSONCompact; `exception` where it failed after it had begun. */
const StatementAnswer = object({
  meta: array(object({ name: string(), type: string() })),
  data: array(array(union([string(), number(), boolean(), _null()]))),
  rows: int().nonnegative(),
  statistics: object({ rows_read: number().optional(), bytes_read: number().optional() }).optional(),
  exception: string().optional(),
});

/** Milliseconds beyond the limit of a statement that its answer may be waited for. */
const GRACE = 10_000;

/** Sends a statement, and reads its answer to the end: one that breaks off is none. Cancelled where nobody waits for it any more. */
async function runStatement(
  { url, headers, settings, limits, signal }                      ,
  { sql, rows: most }           ,
  hears                                    ,
) {
  const id = `proofmark-${randomUUID()}`;
  const whole = { ...settings, max_result_rows: String(most), wait_end_of_query: '1', query_id: id };
  const idle = limits.seconds * 1000 + GRACE;
  const ended = new AbortController();
  const late = setTimeout(() => ended.abort(new Error(`it took more than ${limits.seconds} s`)), idle);
  const left = () => ended.abort(new Error('it was cancelled'));
  signal.addEventListener('abort', left, { once: true });
  try {
    const { status, text, isWhole } = await Promise.race([asked(), aborted(ended.signal)]);
    if (status === 401 || status === 403 || /^Code: 516\b/.test(text)) throw refused()
    if (!isWhole) throw new Error(`it gave more than ${limits.bytes} bytes`)
    if (status !== 200) throw new Error(faultIn(text) ?? `the server answered ${status}`)
    const { data, meta, statistics } = readAnswer(text);
    if (data.length > most) throw new Error(`it gave more than ${most} rows`)
    const { rows_read: rows, bytes_read: bytes } = statistics ?? {};
    hears({ ...(rows === undefined ? {} : { rows }), ...(bytes === undefined ? {} : { bytes }), share: 1 });
    return { rows: data.map(row => row.map(cell => (cell === null ? null : String(cell)))), columns: meta, id }
  } catch (cause) {
    if (ended.signal.aborted) await cancel();
    throw cause
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', left);
  }

  async function asked() {
    const answer = await send({
      url: at(whole),
      method: 'POST',
      headers,
      body: Buffer.from(`${sql}\nFORMAT JSONCompact`),
      idle,
      signal: ended.signal,
    }).catch(cause => {
      throw new Error(connectionFault(cause).found, { cause })
    });
    ended.signal.addEventListener('abort', () => answer.body.destroy(), { once: true });
    const { text, whole: isWhole } = await textOf(answer, limits.bytes);
    return { status: answer.status, text, isWhole }
  }

  function at(query                                  )      {
    const to = new URL(url);
    to.search = new URLSearchParams(query).toString();
    return to
  }

  /** Who may ask may end what they have asked. */
  async function cancel()                {
    const body = Buffer.from(`KILL QUERY WHERE query_id = '${id}' ASYNC`);
    const answer = await send({ url: at({}), method: 'POST', headers, body, idle: GRACE }).catch(() => undefined);
    answer?.body.destroy();
  }

  function refused()            {
    return new UserError('engine.permission', `Expected ClickHouse at ${url.origin} to let us in but it did not`, {
      kind: 'environment',
      hint: 'Check PROOFMARK_CLICKHOUSE_USER and PROOFMARK_CLICKHOUSE_PASSWORD',
    })
  }
}

const aborted = (signal             )                 =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** An answer that has begun with 200 may still end in a fault: then it is no whole document, or says so. */
function readAnswer(text        )                  {
  const read = StatementAnswer.safeParse(parsed(text));
  if (!read.success) throw new Error(faultIn(text) ?? 'the server answered with what is no whole answer')
  const { exception, data, rows } = read.data;
  if (exception !== undefined) throw new Error(faultIn(exception) ?? 'the server broke off')
  if (data.length !== rows) throw new Error('the server answered with fewer rows than it says')
  return read.data
}

/** What ClickHouse says of a fault, without what follows of its version. */
function faultIn(text        )                     {
  const found = /Code: \d+\. DB::Exception: [^\n]{1,400}/.exec(text)?.[0];
  return found?.replace(/ \(version .*$/, '')
}

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** ClickHouse, by its HTTP interface: https://clickhouse.com/docs/interfaces/http */
function clickhouse(environment                                              , limits              )         {
  return {
    async open({ url, table, maxBytes })                         {
      const within = maxBytes === undefined ? limits : { ...limits, scannedBytes: maxBytes };
      const connection = clickhouseConnection(url, environment, within);
      const from = quotedTable(clickhouse$1, table);
      const ask = (sql        , rows        ) => runStatement(connection, { sql, rows}, () => {});
      const version = await ask('SELECT version()', 1).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.connection',
          `Expected ClickHouse to answer at ${connection.url.origin} but found: ${lineOf(cause)}`,
          {
            kind: 'environment',
            hint: 'Check the address, and that who asks may change settings (readonly = 2)',
            cause,
          },
        )
      });
      const { columns, isPartial } = await readableColumns(ask, from).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.table',
          `Expected ${table} to be a table that ClickHouse lets us read but found: ${lineOf(cause)}`,
          { hint: 'Write database.table, and grant SELECT on all its columns', cause },
        )
      });
      return {
        version: `clickhouse ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        from,
        isPlain: false,
        isPinned: false,
        columns,
        ...(isPartial ? { denied: names => deniedAmong(ask, from, names) } : {}),
        estimate: (of, names) => estimateReading(ask, table, of, names),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}

export { clickhouse };
