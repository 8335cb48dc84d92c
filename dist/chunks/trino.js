import { t as trino$1 } from './trino2.js';
import { q as quotedTable, l as lineOf } from './line-of.js';
import { U as UserError } from './user-error.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { i as isBusy, w as waitFor } from './waits.js';
import { o as object, a as string, n as number, e as array, u as union, b as boolean, m as _null } from './schemas2.js';

const Cell = union([string(), number(), boolean(), _null()]);

/** One answer of Trino's statement protocol, as far as it is read. */
const StatementPage = object({
  id: string().min(1).max(200),
  nextUri: string().max(4096).optional(),
  columns: array(object({ name: string(), type: string() })).optional(),
  data: array(array(Cell)).optional(),
  stats: object({
    state: string(),
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
  const until = performance.now() + limits.seconds * 1000;
  const rows                      = [];
  let columns                                                              = [];
  let bytes = 0;
  let page = await ask(new URL('/v1/statement', url), 'POST', Buffer.from(sql));
  try {
    for (;;) {
      const { nextUri, stats } = page;
      if (page.error) throw failed(page.error)
      columns = page.columns ?? columns;
      for (const row of page.data ?? []) rows.push(row.map(cell => (cell === null ? null : String(cell))));
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      hears({
        ...(stats.processedRows === undefined ? {} : { rows: stats.processedRows }),
        ...(stats.processedBytes === undefined ? {} : { bytes: stats.processedBytes }),
        ...(stats.progressPercentage === undefined ? {} : { share: stats.progressPercentage / 100 }),
      });
      if (nextUri === undefined) return { rows, columns, id: page.id, bytes }
      if (signal.aborted) throw new Error('it was cancelled')
      if (performance.now() > until) throw new Error(`it took more than ${limits.seconds} s`)
      page = await ask(sameHost(nextUri), 'GET');
    }
  } catch (cause) {
    await cancel(page.nextUri);
    throw cause
  }

  /** The next page, or why there is none. */
  async function ask(to     , method                , body             )                         {
    for (let tried = 1; ; tried++) {
      const answer = await send({ url: to, method, headers, body, idle: IDLE }).catch(cause => {
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
    const answer = await send({ url: new URL(next), method: 'DELETE', headers, idle: IDLE }).catch(() => undefined);
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
    async open({ url, table })                         {
      const connection = trinoConnection(url, environment, limits);
      const from = quotedTable(trino$1, table);
      const ask = (sql        , rows        ) => runStatement(connection, { sql, rows}, () => {});
      const version = await ask('SELECT node_version FROM system.runtime.nodes WHERE coordinator', 1);
      const { columns } = await ask(`SELECT * FROM ${from} LIMIT 0`, 0).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.table',
          `Expected ${table} to be a table that Trino lets us read but found: ${lineOf(cause)}`,
          {
            hint: 'Write catalog.schema.table, and grant SELECT on all its columns',
            cause,
          },
        )
      });
      return {
        version: `trino ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        from,
        isPlain: false,
        isPinned: false,
        columns,
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}

export { trino };
