import { setTimeout } from 'node:timers/promises';
import { t as timeLimit, b as briefly } from './time-limit.js';
import { U as UserError } from './user-error.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { i as isBusy, w as waitFor } from './waits.js';
import { o as openTable } from './open-table.js';

/** A field of a struct that was read, where it is of the kind that is expected. */
const fieldOf = (struct                          , id        )                          => struct?.fields.get(id);

function structIn(struct                          , id        )                           {
  const value = fieldOf(struct, id);
  return typeof value === 'object' && 'fields' in value ? value : undefined
}

function numberIn(struct                          , id        )                     {
  const value = fieldOf(struct, id);
  return typeof value === 'number' ? value : undefined
}

function bytesIn(struct                          , id        )                         {
  const value = fieldOf(struct, id);
  return value instanceof Uint8Array ? value : undefined
}

function textIn(struct                          , id        )                     {
  const bytes = bytesIn(struct, id);
  return bytes && Buffer.from(bytes).toString('utf8')
}

function listIn(struct                          , id        )                                     {
  const value = fieldOf(struct, id);
  return Array.isArray(value) ? value : undefined
}

/** Types of Thrift's binary protocol, by what stands for them: https://github.com/apache/thrift/blob/master/doc/specs/thrift-binary-protocol.md */
const THRIFT_TYPE = {
  stop: 0,
  bool: 2,
  byte: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  binary: 11,
  struct: 12,
  map: 13,
  set: 14,
  list: 15,
};         

/** What was read: of a struct its fields by their ids. Texts are bytes, too. */

const VERSION$1 = 0x8001;
const REPLY = 2;
/** Structs within structs, at most. */
const DEEPEST = 32;

/** Reads what a call of this name has given: the struct it returns. What is no such answer is an error. */
function readReply(bytes            , called        )               {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  try {
    const [version, , kind] = [data.getUint16(0), data.getUint8(2), data.getUint8(3)];
    at = 4;
    const name = text(binary());
    int();
    const body = struct(0);
    if (version !== VERSION$1 || name !== called) throw new Error('another message')
    if (kind !== REPLY) throw new Error(`a refusal: ${text(body.fields.get(1)).slice(0, 300)}`)
    const answer = body.fields.get(0);
    if (at !== bytes.length || !isStruct(answer)) throw new Error('no result')
    return answer
  } catch (cause) {
    const why = cause instanceof RangeError ? 'it is cut off' : cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the server answered with what is no answer to ${called}: ${why}`, { cause })
  }

  function take(length        )         {
    const from = at;
    at += length;
    return from
  }

  function int()         {
    return data.getInt32(take(4))
  }

  function binary()             {
    const length = int();
    if (length < 0 || length > bytes.length - at) throw new RangeError('too long')
    return bytes.subarray(take(length), at)
  }

  /** How many values follow: each has one byte at least. */
  function size()         {
    const count = int();
    if (count < 0 || count > bytes.length - at) throw new RangeError('too many')
    return count
  }

  function struct(depth        )               {
    if (depth > DEEPEST) throw new Error('it is nested too deep')
    const fields = new Map                     ();
    for (;;) {
      const type = data.getUint8(take(1));
      if (type === THRIFT_TYPE.stop) return { fields }
      const id = data.getInt16(take(2));
      fields.set(id, value(type, depth + 1));
    }
  }

  function value(type        , depth        )              {
    if (depth > DEEPEST) throw new Error('it is nested too deep')
    switch (type) {
      case THRIFT_TYPE.bool:
        return data.getUint8(take(1)) !== 0
      case THRIFT_TYPE.byte:
        return data.getInt8(take(1))
      case THRIFT_TYPE.double:
        return data.getFloat64(take(8))
      case THRIFT_TYPE.i16:
        return data.getInt16(take(2))
      case THRIFT_TYPE.i32:
        return int()
      case THRIFT_TYPE.i64:
        return data.getBigInt64(take(8))
      case THRIFT_TYPE.binary:
        return binary()
      case THRIFT_TYPE.struct:
        return struct(depth)
      case THRIFT_TYPE.set:
      case THRIFT_TYPE.list: {
        const of = data.getUint8(take(1));
        return Array.from({ length: size() }, () => value(of, depth + 1))
      }
      case THRIFT_TYPE.map: {
        const [key, of] = [data.getUint8(take(1)), data.getUint8(take(1))];
        return new Map(
          Array.from({ length: size() }, ()                             => [
            value(key, depth + 1),
            value(of, depth + 1),
          ]),
        )
      }
    }
    throw new Error(`it has the unknown type ${type}`)
  }
}

const isStruct = (value                         )                        =>
  typeof value === 'object' && 'fields' in value;

/** Bytes as text; of anything else none. */
const text = (value                         )         =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '';

/** A value that is written already. */
                          
                       
                            
 

const VERSION = 0x80010000;
const CALL = 1;

const int = (bytes       , value        )         => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer
};
const counted = (bytes            )         => Buffer.concat([int(4, bytes.length), bytes]);

/** Values of Thrift's binary protocol. */
const writeBool = (value         )          => ({ type: THRIFT_TYPE.bool, bytes: Buffer.of(1 ) });
const writeInt = (value        )          => ({ type: THRIFT_TYPE.i32, bytes: int(4, value) });
function writeLong(value        )          {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return { type: THRIFT_TYPE.i64, bytes }
}
const writeBytes = (value            )          => ({ type: THRIFT_TYPE.binary, bytes: counted(value) });
const writeText = (value        )          => writeBytes(Buffer.from(value));

/** A map of texts. */
function writeTexts(texts                                  )          {
  const all = Object.entries(texts);
  const parts = all.flat().map(text => counted(Buffer.from(text)));
  const head = [Buffer.of(THRIFT_TYPE.binary, THRIFT_TYPE.binary), int(4, all.length)];
  return { type: THRIFT_TYPE.map, bytes: Buffer.concat([...head, ...parts]) }
}

/** A struct, of its fields by their ids. */
function writeStruct(fields                                   )          {
  const parts = Object.entries(fields).flatMap(([id, { type, bytes }]) => [Buffer.of(type), int(2, Number(id)), bytes]);
  return { type: THRIFT_TYPE.struct, bytes: Buffer.concat([...parts, Buffer.of(THRIFT_TYPE.stop)]) }
}

/** The call of a function that takes one request. */
function writeCall(name        , request         )             {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(VERSION + CALL);
  return Buffer.concat([head, counted(Buffer.from(name)), int(4, 0), writeStruct({ 1: request }).bytes])
}

/** Milliseconds without a byte: a server says within some seconds that it is still at it, but may compile a statement before it says that it has taken it on. */
const IDLE = 120_000;
/** How often a server is asked that is busy. */
const TRIES = 5;
/** Bytes of one answer. */
const ANSWER = 32_000_000;

/** Calls a function of HiveServer2's interface (TCLIService.thrift), by HTTP: the struct that it gives, unless its status says that it has failed. */
async function callService(
  { url, headers, signal }                                                     ,
  name        ,
  request         ,
)                        {
  const body = writeCall(name, request);
  // What is asked for twice must not be begun twice.
  const isSafe = name === 'GetOperationStatus' || name === 'OpenSession';
  for (let tried = 1; ; tried++) {
    const answer = await send({ url, method: 'POST', headers, body, idle: IDLE, signal }).catch(cause => {
      if (signal.aborted) throw new Error('it was cancelled', { cause })
      const { found, hint } = connectionFault(cause);
      if (name !== 'OpenSession') throw new Error(found, { cause })
      throw new UserError(
        'engine.connection',
        `Expected the Thrift server of Spark to answer at ${url.origin} but found ${found}`,
        { kind: 'environment', hint, cause },
      )
    });
    const { bytes, whole } = await bytesOf(answer.body);
    if (answer.status === 200 && whole) return checked(readReply(bytes, name))
    if (answer.status === 401 || answer.status === 403) throw refused(url, answer.status)
    const mayTry = (answer.status === 503 || (isSafe && isBusy(answer.status))) && tried < TRIES;
    if (!mayTry || !(await waitFor(tried, answer.headers['retry-after'], 1000)))
      throw new Error(whole ? `the server answered ${answer.status}` : `it gave more than ${ANSWER} bytes at once`)
  }
}

/** `TStatus` is the first field of every answer: 0 and 1 are well, 2 is under way. */
function checked(answer              )               {
  const status = structIn(answer, 1);
  const code = numberIn(status, 1);
  if (code !== undefined && code <= 2) return answer
  const [more] = listIn(status, 2) ?? [];
  const told = textIn(status, 5) ?? (more instanceof Uint8Array ? Buffer.from(more).toString('utf8') : '');
  throw new Error(faultIn(told))
}

/** What Spark says of a fault: the line that has its class, without the classes of Java around it. */
function faultIn(text        )         {
  const line = /\[[A-Z][A-Z0-9_.]+\][^\n]*/.exec(text)?.[0] ?? text.split('\n').find(line => line.trim() !== '') ?? '';
  return line.slice(0, 500) || 'the server told of a fault, but not of which'
}

async function bytesOf(body                        )                                                 {
  const pieces               = [];
  let length = 0;
  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('Expected a body of bytes')
    pieces.push(piece);
    length += piece.length;
    if (length > ANSWER) return { bytes: new Uint8Array(), whole: false }
  }
  return { bytes: Buffer.concat(pieces), whole: true }
}

const refused = (url     , status        )            =>
  new UserError(
    'engine.permission',
    `Expected the Thrift server of Spark at ${url.origin} to let us in but it answered ${status}`,
    { kind: 'environment', hint: 'Check PROOFMARK_SPARK_USER and PROOFMARK_SPARK_PASSWORD' },
  );

/** `TRowSet.columns`, and of a column its values and which of them are null, a bit each from the lowest. */
const COLUMNS = 3;
const VALUES = 1;
const NULLS = 2;

/** The rows of a set that came by columns, with their cells as texts. */
function readRows(set                          )                      {
  const columns = (listIn(set, COLUMNS) ?? []).map(cellsOf);
  const length = columns[0]?.length ?? 0;
  if (columns.some(cells => cells.length !== length))
    throw new Error('the server answered with columns of other lengths')
  return Array.from({ length }, (_, row) => columns.map(cells => cells[row] ?? null))
}

function cellsOf(column             )                    {
  const [of] = typeof column === 'object' && 'fields' in column ? column.fields.values() : [];
  const struct = typeof of === 'object' && 'fields' in of ? of : undefined;
  const values = listIn(struct, VALUES);
  const nulls = bytesIn(struct, NULLS);
  if (!values || !nulls) throw new Error('the server answered with what is no column')
  return values.map((value, i) => (((nulls[i >> 3] ?? 0) >> (i & 7)) & 1 ? null : written(value)))
}

const written = (value             )         =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);

/** A connection with a session on the server. */
                                                       
                          
 

/** The version of the interface from which on results come by columns. */
const PROTOCOL = 9;

/** What statements mean must not depend on the settings of who asks. */
const SEMANTICS                                   = {
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.caseSensitive': 'false',
  'spark.sql.variable.substitute': 'false',
  'spark.sql.parser.escapedStringLiterals': 'false',
  // Rows that cannot be read are no rows that are not there.
  'spark.sql.files.ignoreCorruptFiles': 'false',
  'spark.sql.files.ignoreMissingFiles': 'false',
};

/** Opens a session with settings of its own. */
async function openSession(
  connection                 ,
  semantics                                   = SEMANTICS,
)                        {
  const settings = Object.entries(semantics).map(([name, value]) => [`set:hiveconf:${name}`, value]);
  const limit = timeLimit(connection.limits.seconds);
  const answer = await callService(
    { ...connection, signal: AbortSignal.any([connection.signal, limit.signal]) },
    'OpenSession',
    writeStruct({ 1: writeInt(PROTOCOL), 2: writeText('proofmark'), 4: writeTexts(Object.fromEntries(settings)) }),
  ).catch(cause => {
    if (connection.signal.aborted || !limit.signal.aborted) throw cause
    throw new UserError(
      'engine.connection',
      `Expected the Thrift server of Spark to answer at ${connection.url.origin} but found no session within ${connection.limits.seconds} s`,
      { kind: 'environment', hint: 'Look at what the server does, and run it again later', cause },
    )
  });
  const handle = structIn(answer, 3);
  if (!handle) throw new Error('the server opened no session')
  return { ...connection, handle: writeStruct({ 1: writeId(structIn(handle, 1)) }) }
}

/** Lets go of a session, and of what is under way in it. */
async function closeSession({ handle, ...connection }              )                {
  await callService({ ...connection, signal: briefly() }, 'CloseSession', writeStruct({ 1: handle })).catch(
    () => undefined,
  );
}

/** `THandleIdentifier`, as it came. */
function writeId(id                          )          {
  const [guid, secret] = [bytesIn(id, 1), bytesIn(id, 2)];
  if (guid?.length !== 16 || !secret) throw new Error('the server gave no handle')
  return writeStruct({ 1: writeBytes(guid), 2: writeBytes(secret) })
}

/** `TOperationState`, by number. */
const STATES = [
  'INITIALIZED',
  'RUNNING',
  'FINISHED',
  'CANCELED',
  'CLOSED',
  'ERROR',
  'UNKNOWN',
  'PENDING',
  'TIMEDOUT',
];         
/** Rows of one answer. */
const PAGE = 10_000;
/** Milliseconds between two questions how far it is; a server may take longer to answer. */
const PAUSE = 250;

/** Sends a statement, and fetches what it gives to the end; cancelled where nobody waits for it any more. */
async function runStatement(
  { signal, ...connection }              ,
  { sql, rows: most }           ,
  hears                                    ,
) {
  const { limits, handle } = connection;
  const limit = timeLimit(limits.seconds);
  const session = { ...connection, signal: AbortSignal.any([signal, limit.signal]) };
  const begun = await callService(
    session,
    'ExecuteStatement',
    writeStruct({ 1: handle, 2: writeText(sql), 4: writeBool(), 5: writeLong(Math.ceil(limits.seconds)) }),
  ).catch(cause => {
    throw signal.aborted ? cause : limit.why(cause)
  });
  const operation = structIn(begun, 2);
  const request = writeOperation(operation);
  try {
    await finished();
    const rows = await fetched();
    return { rows, id: uuidOf(structIn(operation, 1)) }
  } catch (cause) {
    await onItsOwn('CancelOperation');
    throw signal.aborted ? new Error('it was cancelled', { cause }) : limit.why(cause)
  } finally {
    await onItsOwn('CloseOperation');
  }

  async function finished()                {
    for (let pause = 5; ; pause = Math.min(PAUSE, 2 * pause)) {
      const answer = await callService(session, 'GetOperationStatus', writeStruct({ 1: request }));
      const state = STATES[numberIn(answer, 2) ?? 6] ?? 'UNKNOWN';
      hears({ stage: state });
      if (state === 'FINISHED') return
      if (limit.isOver() || state === 'TIMEDOUT') throw new Error(`it took more than ${limits.seconds} s`)
      if (state !== 'INITIALIZED' && state !== 'RUNNING' && state !== 'PENDING')
        throw new Error(state === 'ERROR' ? faultIn(textIn(answer, 5) ?? '') : `the server says that it is ${state}`)
      await setTimeout(pause, undefined, { signal: session.signal });
    }
  }

  async function fetched()                               {
    const rows                      = [];
    let bytes = 0;
    for (;;) {
      const asked = { 1: request, 2: writeInt(0), 3: writeLong(Math.min(PAGE, most + 1 - rows.length)) };
      const page = readRows(structIn(await callService(session, 'FetchResults', writeStruct(asked)), 3));
      // Whether there are more rows the server does not know.
      if (page.length === 0) return rows
      for (const row of page) {
        rows.push(row);
        for (const cell of row) bytes += cell?.length ?? 0;
      }
      if (rows.length > most) throw new Error(`it gave more than ${most} rows`)
      if (bytes > limits.bytes) throw new Error(`it gave more than ${limits.bytes} bytes`)
    }
  }

  /** Whoever waits: the server is told. */
  async function onItsOwn(name                                      )                {
    await callService({ ...session, signal: briefly() }, name, writeStruct({ 1: request })).catch(() => undefined);
  }
}

function writeOperation(operation                          )          {
  const type = numberIn(operation, 2);
  return writeStruct({ 1: writeId(structIn(operation, 1)), 2: writeInt(type ?? 0), 3: writeBool() })
}

/** The id under which Spark shows a statement. */
function uuidOf(id                          )         {
  const hex = Buffer.from(bytesIn(id, 1) ?? []).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Two names of one zone: by the second a session is told from others. */
const ZONE = 'spark.sql.session.timeZone';
const MARK = 'Etc/UTC';

/**
 * Sends a statement in a session of its own. Which files a table has a session looks up once, and then it reads by what it knows, whatever is there. A
 * server may give everybody the same session: there is no looking anew then.
 */
async function askedAnew(known              , statement           , hears                                    ) {
  const session = await openSession(known, { ...SEMANTICS, [ZONE]: MARK });
  try {
    const zone = await runStatement(known, { sql: 'SELECT current_timezone()', rows: 1, purpose: 'session' }, () => {});
    if (zone.rows[0]?.[0] === MARK)
      throw new Error(
        'whether files have changed it cannot tell, as all of its sessions are one: set spark.sql.hive.thriftServer.singleSession to false',
      )
    return await runStatement(session, statement, hears)
  } finally {
    await closeSession(session);
  }
}

/** Where the Thrift server of a Spark is, and as whom it is asked. */
                                  
                   
                                                    
                               
                                                        
                              
             
 

/** Where a Thrift server answers unless told otherwise (hive.server2.thrift.http.path). */
const PATH = '/cliservice';

/** Credentials come from the environment alone, and travel over https alone. */
function sparkConnection(
  address        ,
  {
    PROOFMARK_SPARK_USER: user = 'proofmark',
    PROOFMARK_SPARK_PASSWORD: password,
  }                                              ,
  limits              ,
)                  {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError(
      'engine.url',
      "Expected the address of a Spark's Thrift server, such as https://spark.example:10001/cliservice, but found another",
      { hint: 'Keep credentials out of it: they are read from PROOFMARK_SPARK_USER and PROOFMARK_SPARK_PASSWORD' },
    )
  }
  if (password && url.protocol !== 'https:') {
    throw new UserError(
      'engine.plain-text',
      'Expected an address that begins with https, as there is a password to send',
      { hint: 'Use https, or unset PROOFMARK_SPARK_PASSWORD' },
    )
  }
  if (url.pathname === '/') url.pathname = PATH;
  const ended = new AbortController();
  return {
    url,
    limits,
    signal: ended.signal,
    end: () => ended.abort(),
    headers: {
      'content-type': 'application/x-thrift',
      accept: 'application/x-thrift',
      // Who is asked for no password is asked for a name all the same.
      authorization: `Basic ${Buffer.from(`${user}:${password ?? 'none'}`).toString('base64')}`,
    },
  }
}

/**
 * Spark, by its Thrift server in HTTP mode (HiveServer2's interface, TCLIService.thrift):
 * https://spark.apache.org/docs/latest/sql-distributed-sql-engine.html
 */
function spark(environment                                              , limits              )         {
  return {
    async open(table)                         {
      const connection = sparkConnection(table.url, environment, limits);
      const session = await openSession(connection);
      const close = async () => {
        connection.end();
        await closeSession(session);
      };
      try {
        const ask = (sql        , rows        ) => runStatement(session, { sql, rows, purpose: 'columns' }, () => {});
        return {
          ...(await openTable(ask, 'Spark', table)),
          query: (statement, hears) =>
            statement.anew ? askedAnew(session, statement, hears) : runStatement(session, statement, hears),
          cancel: async () => connection.end(),
          close,
        }
      } catch (cause) {
        await close();
        throw cause
      }
    },
  }
}

export { spark };
