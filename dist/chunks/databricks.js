import { o as openTable } from './open-table.js';
import { U as UserError } from './user-error.js';
import { setTimeout } from 'node:timers/promises';
import { t as timeLimit, b as briefly } from './time-limit.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { i as isBusy, w as waitFor } from './waits.js';
import { o as object, b as boolean, a as string, _ as _enum, e as array, i as int, f as unknown } from './schemas2.js';

/** A warehouse of a Databricks workspace, and as whom it is asked. */
                                       
                   
                            
                                                    
                               
                                                        
                              
             
 

/** What a workspace shows as the HTTP path of a warehouse. */
const PATH = /^\/sql\/(?:1\.0|protocolv1)\/(?:warehouses|endpoints)\/([0-9A-Za-z_-]{1,100})\/?$/;

/** The token comes from the environment alone, and travels over https and to the host of the settings alone. */
function databricksConnection(
  address        ,
  { DATABRICKS_TOKEN: token }                                              ,
  limits              ,
)                       {
  const url = URL.parse(address);
  const warehouse = PATH.exec(url?.pathname ?? '')?.[1];
  if (!url || !warehouse || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UserError(
      'engine.url',
      'Expected the address of a warehouse of Databricks, such as https://adb-123.4.azuredatabricks.net/sql/1.0/warehouses/0123456789abcdef, but found another',
      {
        hint: "Write https://, the warehouse's server hostname and its HTTP path. Keep the token out of it: it is read from DATABRICKS_TOKEN",
      },
    )
  }
  if (token && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a token to send',
      {
        hint: 'Use https, or unset DATABRICKS_TOKEN',
      },
    )
  }
  const ended = new AbortController();
  return {
    url,
    warehouse,
    limits,
    signal: ended.signal,
    end: () => ended.abort(),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'proofmark',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  }
}

const Count = int().nonnegative();

/** Some rows of what a statement has given. What lies elsewhere is not asked for, and not followed. */
const StatementChunk = object({
  chunk_index: Count.default(0),
  row_offset: Count.default(0),
  next_chunk_index: Count.nullish(),
  data_array: array(array(string().nullable())).nullish(),
});
                                                           

/** How a statement is, as far as it is read: https://docs.databricks.com/api/workspace/statementexecution */
const StatementAnswer = object({
  // It becomes a part of a path.
  statement_id: string().regex(/^[0-9A-Za-z_-]{1,100}$/),
  status: object({
    state: _enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED', 'CLOSED']),
    error: object({ error_code: string().nullish(), message: string().nullish() }).nullish(),
  }),
  manifest: object({ total_row_count: Count.nullish(), truncated: boolean().nullish() }).nullish(),
  result: StatementChunk.nullish(),
});
                                                             

/** What is said of a request that was not taken. */
const StatementFault = object({ error_code: string().nullish(), message: string().nullish() });

/** Milliseconds without a byte: it says after some seconds that it is still at it. */
const IDLE = 60_000;
/** How often it is asked where it is busy. */
const TRIES = 6;
/** Bytes of one answer: those that come in one piece have 25 MiB of cells at most. */
const ANSWER = 64_000_000;

/** What is asked of the statement API. */
                                                  
                                         
                       
                        
                         
                                                         
                              
 

/** One answer of the SQL statement API, asked for again where the warehouse is busy. */
async function askDatabricks                          (
  { url, headers }                                               ,
  { path, body, schema, signal }               ,
)                           {
  const to = new URL(`/api/2.0/sql/statements${path}`, url);
  const method = body === undefined ? 'GET' : 'POST';
  const bytes = body && Buffer.from(JSON.stringify(body));
  for (let tried = 1; ; tried++) {
    const answer = await send({ url: to, method, headers, body: bytes, idle: IDLE, signal }).catch(cause => {
      const { found, hint } = connectionFault(cause);
      if (path !== '') throw new Error(found, { cause })
      throw new UserError('engine.connection', `Expected Databricks to answer at ${url.origin} but found ${found}`, {
        kind: 'environment',
        hint,
        cause,
      })
    });
    const { status, headers: told } = answer;
    const { text, whole } = await textOf(answer, ANSWER);
    if (status === 200 && whole) {
      const read = schema.safeParse(parsed(text));
      if (read.success) return read.data
      throw new Error('the server answered with what is no answer of the statement API')
    }
    if (!whole) throw new Error(`it gave more than ${ANSWER} bytes at once`)
    // What was turned away was not begun; of other faults of a server nobody knows.
    const mayTry = (method === 'GET' ? isBusy(status) : status === 429 || status === 503) && tried < TRIES;
    if (mayTry && (await waitFor(tried, told['retry-after'], 1000))) continue
    const fault = StatementFault.safeParse(parsed(text)).data;
    const said = [fault?.error_code, fault?.message].filter(part => part).join(': ');
    if (status === 401 || status === 403) throw refused(url, said || String(status))
    throw new Error(said ? said.slice(0, 500) : `the server answered ${status}`)
  }
}

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refused = (url     , said        )            =>
  new UserError(
    'engine.permission',
    `Expected Databricks at ${url.origin} to let us in but found: ${said}`.slice(0, 500),
    { kind: 'environment', hint: 'Check DATABRICKS_TOKEN, and grant CAN USE on the warehouse to whom it belongs' },
  );

/** How long a statement is waited for before it is said that it goes on: not for longer, as nothing can be cancelled before. */
const WAIT = '5s';
/** Milliseconds between two questions how far it is, at most. */
const PAUSE = 2000;
/** Bytes of cells that may come in one piece: more than 25 MiB are refused. */
const INLINE = 25 * 1024 * 1024;

/** Sends a statement, and fetches what it gives to the end, piece by piece; cancelled where nobody waits for it any more. */
async function runStatement(
  connection                      ,
  { sql, rows: most }           ,
  hears                                    ,
) {
  const { limits, warehouse, signal } = connection;
  const limit = timeLimit(limits.seconds);
  const { signal: late } = limit;
  if (signal.aborted) throw new Error('it was cancelled')
  let answer = await askDatabricks(connection, {
    path: '',
    signal: late,
    schema: StatementAnswer,
    body: {
      warehouse_id: warehouse,
      statement: sql,
      wait_timeout: WAIT,
      on_wait_timeout: 'CONTINUE',
      disposition: 'INLINE',
      format: 'JSON_ARRAY',
      row_limit: most + 1,
      byte_limit: Math.min(limits.bytes, INLINE),
    },
  }).catch(cause => {
    throw limit.why(cause)
  });
  const { statement_id: id } = answer;
  try {
    for (let pause = 100; ; pause = Math.min(PAUSE, 2 * pause)) {
      if (signal.aborted) throw new Error('it was cancelled')
      const { state, error } = answer.status;
      hears({ stage: state });
      if (state === 'SUCCEEDED') return { rows: await fetched(), id }
      if (state !== 'PENDING' && state !== 'RUNNING') {
        const said = [error?.error_code, error?.message?.split('\n')[0]].filter(part => part).join(': ');
        throw new Error(`the statement is ${state}${said ? `: ${said}` : ''}`.slice(0, 500))
      }
      if (limit.isOver()) throw new Error(`it took more than ${limits.seconds} s`)
      await setTimeout(pause, undefined, { signal });
      answer = await askDatabricks(connection, { path: `/${id}`, schema: StatementAnswer, signal: late });
      if (answer.statement_id !== id) throw new Error('the server answered for another statement')
    }
  } catch (cause) {
    await cancel();
    throw signal.aborted ? new Error('it was cancelled', { cause }) : limit.why(cause)
  }

  async function fetched()                               {
    const { manifest } = answer;
    if (manifest?.truncated)
      throw new Error(`it gave more than ${most} rows or ${Math.min(limits.bytes, INLINE)} bytes`)
    const rows                      = [];
    let bytes = 0;
    let chunk = answer.result ?? undefined;
    for (let index = 0; chunk; index++) {
      if (chunk.chunk_index !== index || chunk.row_offset !== rows.length)
        throw new Error('the server answered with another piece than was asked for')
      for (const row of chunk.data_array ?? []) {
        rows.push(row);
        for (const cell of row) bytes += cell?.length ?? 0;
      }
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
      if (signal.aborted) throw new Error('it was cancelled')
      if (chunk.next_chunk_index == null) break
      if (chunk.next_chunk_index !== index + 1) throw new Error('the server left out a piece')
      chunk = await askDatabricks(connection, {
        path: `/${id}/result/chunks/${index + 1}`,
        schema: StatementChunk,
        signal: late,
      });
    }
    if (manifest?.total_row_count !== rows.length)
      throw new Error(`it said that it has ${manifest?.total_row_count ?? 'no'} rows but gave ${rows.length}`)
    return rows
  }

  /** What has ended stays as it is. */
  async function cancel()                {
    if (answer.status.state !== 'PENDING' && answer.status.state !== 'RUNNING') return
    await askDatabricks(connection, {
      path: `/${id}/cancel`,
      body: {},
      schema: unknown(),
      signal: briefly(),
    }).catch(() => undefined);
  }
}

/** Databricks, by its SQL statement API: https://docs.databricks.com/api/workspace/statementexecution */
function databricks(environment                                              , limits              )         {
  return {
    async open(table)                         {
      const connection = databricksConnection(table.url, environment, limits);
      const ask = (sql        , rows        ) => runStatement(connection, { sql, rows}, () => {});
      const unnamed = (column        ) => (column.includes(VARIABLE) ? REPLACED : undefined);
      return {
        ...(await openTable(ask, 'Databricks', table, unnamed)),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.end(),
      }
    },
  }
}

/** Substitution of variables cannot be turned off there. */
const VARIABLE = '${';
const REPLACED = `its name holds '${VARIABLE}', in place of which Databricks may read something else`;

export { databricks };
