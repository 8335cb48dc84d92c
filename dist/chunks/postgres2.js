import { p as postgres$1 } from './postgres3.js';
import { t as textLiteral, a as quotedTable, l as lineOf, q as quoted } from './line-of.js';
import { U as UserError } from './user-error.js';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { P as Postgres } from './postgres.js';
import { once, EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { connect as connect$1 } from 'node:tls';
import { c as connectionFault } from './connection-fault.js';
import { t as tuple, o as object, e as array, a as string, n as number } from './schemas2.js';

/** Asks one statement, of which so many rows may come. */
                                                                                                 

/** A table, as it is asked for. */
                            
                       
                                            
 

/** PostgreSQL's own limit. */
const MAX_COLUMNS = 1600;

/** What stands in a table: types of domains are those below them. Of a column that may not be read, why. */
async function describeTable(ask     , table        )                     {
  const [found = []] = await ask(
    `SELECT CAST(c.oid AS text), n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = pg_catalog.to_regclass(${textLiteral(postgres$1, quotedTable(postgres$1, table))}) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    1,
  ).catch(cause => {
    throw /^[0-9A-Z]{5}: /.test(lineOf(cause)) ? unreadable(table, lineOf(cause), cause) : cause
  });
  const [oid, schema, name] = found;
  if (oid == null || schema == null || name == null) throw unreadable(table, 'none of that name')
  const rows = await ask(
    `WITH RECURSIVE typed AS (
      SELECT attnum, attname, atttypid AS type, atttypmod AS modifier FROM pg_attribute WHERE attrelid = ${oid} AND attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT d.attnum, d.attname, t.typbasetype, t.typtypmod FROM typed d JOIN pg_type t ON t.oid = d.type WHERE t.typtype = 'd'
    )
    SELECT CAST(attname AS text), CASE t.typtype WHEN 'e' THEN 'enum ' ELSE '' END || format_type(type, modifier), CAST(has_column_privilege(${oid}, attnum, 'SELECT') AS text)
    FROM typed JOIN pg_type t ON t.oid = type WHERE t.typtype <> 'd' ORDER BY attnum`,
    MAX_COLUMNS,
  );
  const columns = rows.map(([column, type, isReadable]) => ({
    name: column ?? '',
    type: type ?? '',
    ...(isReadable === 'true' ? {} : { denied: `42501: no SELECT is granted on it` }),
  }));
  if (columns.length > 0 && columns.every(({ denied }) => denied !== undefined))
    throw unreadable(table, `42501: no SELECT is granted on any of its columns`)
  return { from: `${quoted(postgres$1, schema)}.${quoted(postgres$1, name)}`, columns }
}

/** A table that is not there, or may not be read. */
const unreadable = (table        , found        , cause          )            =>
  new UserError('engine.table', `Expected ${table} to be a table that PostgreSQL lets us read but found: ${found}`, {
    hint: 'Write schema.table, and grant USAGE on the schema and SELECT on the table',
    cause,
  });

/** Of as many combinations as PostgreSQL expects it would put all rows in order, or hand them to one process. */
const MEANWHILE = { enable_sort: 'off', parallel_tuple_cost: '0' };

/** Runs a statement that counts combinations in a way that is fast where they are few, and leaves the settings as they were. */
async function hashing        (
  ask                                                                                 ,
  run                       ,
)                  {
  const names = Object.keys(MEANWHILE);
  const [before = []] = await ask(`SELECT ${names.map(name => `current_setting('${name}')`).join(', ')}`, 1);
  await ask(`SELECT ${set(Object.entries(MEANWHILE))}`, 1);
  const result = await run();
  await ask(`SELECT ${set(names.map((name, i) => [name, before[i] ?? '']))}`, 1);
  return result
}

const set = (settings                                                     )         =>
  settings.map(([name, value]) => `set_config('${name}', ${textLiteral(postgres$1, value)}, true)`).join(', ');

/** Where a PostgreSQL is, as whom it is asked, and how the way there is kept. */
                                  
                                                         
                       
                       
                           
                       
                                       
                                              
                                             
 

                                                               

/** Ways that libpq knows and that are not taken: they go on in plain text, in silence, where the server likes it better. */
const MODES = ['disable', 'require', 'verify-ca', 'verify-full'];         
const PORT = 5432;

/** `postgres://host:5432/database`. Credentials come from the environment alone. To other machines the way is encrypted, and the server's certificate looked at, unless told otherwise. */
function postgresAddress(address        , environment             )                  {
  const {
    PROOFMARK_POSTGRES_USER: user = 'proofmark',
    PROOFMARK_POSTGRES_PASSWORD: password,
    PROOFMARK_POSTGRES_SSLMODE: asked,
  } = environment;
  const url = URL.parse(address);
  const database = decoded(url?.pathname.slice(1) ?? '');
  if (
    !url ||
    !/^postgres(ql)?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.hostname === '' ||
    database === '' ||
    database.includes('/')
  ) {
    throw new UserError(
      'engine.url',
      'Expected the address of a PostgreSQL, such as postgres://postgres.example:5432/database, but found another',
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_POSTGRES_USER and PROOFMARK_POSTGRES_PASSWORD',
      },
    )
  }
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, '$1');
  const isHere = host.startsWith('/') || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  const mode = MODES.find(each => each === (asked || (isHere ? 'disable' : 'verify-full')));
  if (!mode)
    throw new UserError('engine.tls', `Expected PROOFMARK_POSTGRES_SSLMODE to be one of ${MODES.join(', ')}`, {
      hint: 'Leave it out: other machines are asked by verify-full then',
    })
  if (password && mode === 'disable' && !isHere)
    throw new UserError('engine.plain-text', 'Expected an encrypted connection, as there is a password to send', {
      hint: 'Leave PROOFMARK_POSTGRES_SSLMODE out, or unset PROOFMARK_POSTGRES_PASSWORD',
    })
  return {
    host,
    port: url.port === '' ? PORT : Number(url.port),
    database,
    user,
    password: password || undefined,
    tls: mode === 'disable' ? undefined : tlsFor(mode, host, environment),
  }
}

/** As libpq has them: `require` looks at no certificate, `verify-ca` at who has signed it, `verify-full` at the name as well. */
function tlsFor(
  mode                                         ,
  host        ,
  {
    PROOFMARK_POSTGRES_SSLROOTCERT: root,
    PROOFMARK_POSTGRES_SSLCERT: cert,
    PROOFMARK_POSTGRES_SSLKEY: key,
  }             ,
)                    {
  return {
    // An address is no name that a server could be asked for by.
    ...(/^[\d.]+$|:/.test(host) ? { host } : { servername: host }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: mode !== 'require',
    ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    ...(root ? { ca: read(root, 'PROOFMARK_POSTGRES_SSLROOTCERT') } : {}),
    ...(cert ? { cert: read(cert, 'PROOFMARK_POSTGRES_SSLCERT') } : {}),
    ...(key ? { key: read(key, 'PROOFMARK_POSTGRES_SSLKEY') } : {}),
  }
}

function read(path        , name        )         {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new UserError('engine.tls', `Expected ${name} to name a file that can be read but found none`, {
      kind: 'environment',
      hint: 'Name the file with its certificate or key, in PEM',
      cause,
    })
  }
}

function decoded(text        )         {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Asks whether TLS is spoken: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
/** The answer `S`. */
const YES = 83;

/** A way to a server, encrypted where it has to be: never anything else in its place. Whoever is not patient any more lets go of it by the signal. */
async function openSocket({ host, port, tls }                 , signal             )                  {
  signal.throwIfAborted();
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  // What goes wrong after it was given up nobody waits for.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect', { signal });
    if (!tls) return socket
    socket.write(SSL_REQUEST);
    const [answer] = await once(socket, 'data', { signal: AbortSignal.any([signal, closing(socket)]) });
    // What follows before the way is encrypted could come from anybody.
    if (!Buffer.isBuffer(answer) || answer.length !== 1 || answer[0] !== YES) throw noTls(host, port)
    socket.pause();
    const secured = connect$1({ ...tls, socket });
    secured.on('error', () => {});
    await once(secured, 'secureConnect', { signal });
    return secured
  } catch (cause) {
    socket.destroy();
    throw signal.aborted ? signal.reason : cause instanceof Error && cause.name === 'AbortError' ? cause.cause : cause
  }
}

/** Aborted when the other side closes: nothing more comes then. */
function closing(socket        )              {
  const closed = new AbortController();
  socket.once('close', () => closed.abort(new Error('the connection was lost')));
  return closed.signal
}

const noTls = (host        , port        )            =>
  new UserError('engine.tls', `Expected PostgreSQL at ${host}:${port} to speak TLS but it does not`, {
    kind: 'environment',
    hint: 'Have it speak TLS, or set PROOFMARK_POSTGRES_SSLMODE to disable where the network is one to trust, and no password is sent',
  });

/** Asks to cancel what a connection is at: by another connection, which needs no password and gets no answer. https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS */
async function cancelStatement(
  address                 ,
  { process, secret }            ,
  signal             ,
)                {
  const socket = await openSocket(address, signal);
  try {
    const request = Buffer.from([0, 0, 0, 16, 4, 210, 22, 46, 0, 0, 0, 0, 0, 0, 0, 0]);
    request.writeUInt32BE(process, 8);
    request.writeUInt32BE(secret, 12);
    // Closed by the server when it has done so.
    const closed = once(socket, 'close', { signal });
    socket.resume().write(request);
    await closed;
  } finally {
    socket.destroy();
  }
}

/**
 * A socket, as the library uses one, that gives on only messages which the library can read: of others it throws where nobody catches, or never
 * comes back. After the first that is not well nothing more is read.
 */
function guardedSocket(socket        , server            )               {
  const guarded = Object.assign(new EventEmitter(), {
    write(chunk        , written             )          {
      server.sent(chunk);
      return socket.write(chunk, written)
    },
    end: (chunk        ) => socket.end(chunk),
    destroy: (cause        ) => socket.destroy(cause),
  });
  Object.defineProperty(guarded, 'readyState', { get: () => socket.readyState });
  let isOver = false;
  let fault;                   
  socket.on('data', chunk => {
    if (isOver) return
    try {
      for (const message of server.heard(chunk)) guarded.emit('data', message);
    } catch (cause) {
      isOver = true;
      socket.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    }
  });
  socket.on('drain', () => guarded.emit('drain'));
  // Told when it is closed: of a statement that is begun between the fault and that the library would never say anything.
  socket.on('error', cause => {
    fault = cause;
  });
  socket.on('close', () => {
    if (fault && guarded.listenerCount('error') > 0) guarded.emit('error', fault);
    guarded.emit('close', false);
  });
  return guarded
}

const CODE = 'PROTOCOL_FAULT';

/** A server that does not do what PostgreSQL's protocol says; for a sentence, after "found". */
const protocolFault = (found        )        => Object.assign(new Error(found), { code: CODE });

/** Whether an error is one, or was caused by one. */
const isProtocolFault = (error         )          =>
  error instanceof Error && (('code' in error && error.code === CODE) || isProtocolFault(error.cause));

/** Where a message begins, after its kind and its length. */
const BODY$1 = 5;
/** Of a column, after its name: which it is of a table, and its type. */
const ABOUT = 18;

/** How many columns a RowDescription tells of: each has a name that ends. */
function columnsIn(message        )         {
  const count = message.length < BODY$1 + 2 ? -1 : message.readUInt16BE(BODY$1);
  let at = BODY$1 + 2;
  for (let column = 0; column < count; column++) {
    const end = message.indexOf(0, at);
    if (end < 0) throw malformed()
    at = end + 1 + ABOUT;
  }
  if (count < 0 || at !== message.length) throw malformed()
  return count
}

/** Holds a DataRow to the columns that were told: each cell has the length that it says, and nothing is left. */
function checkRow(message        , columns                    )       {
  let at = BODY$1 + 2;
  if (message.length < at || message.readUInt16BE(BODY$1) !== columns) throw malformed()
  for (let column = 0; column < columns; column++) {
    const length = at + 4 > message.length ? -2 : message.readInt32BE(at);
    if (length < -1) throw malformed()
    at += 4 + Math.max(0, length);
  }
  if (at !== message.length) throw malformed()
}

const malformed = ()        => protocolFault('rows that are not as they were told to be');

/** Rounds of a password's hash at most: more would keep this process from doing anything else. PostgreSQL has 4096 unless told otherwise. */
const MOST_ROUNDS = 1_000_000;
const BODY = 9;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What a server asks for before it lets in, by the number of the message: AuthenticationOk, …CleartextPassword, …MD5Password, …SASL and what follows. */
const OK = 0;
const PASSWORD = 3;
const MD5 = 5;
const SASL = 10;
const CHALLENGE = 11;
const PROOF = 12;

/** Holds a server's side of a login to the order and the form of RFC 5802, with whatever proof it owes. */
function holdLogin() {
  let before;                    
  let nonce;                    
  return {
    isIn: () => before === OK,
    /** Hears what was sent to the server in its course. */
    sent(message        )       {
      nonce ??= /,r=([^,]+)$/.exec(message.toString('latin1'))?.[1];
    },
    heard(message        )       {
      if (message.length < BODY) throw protocolFault('a login that cannot be read')
      const asked = message.readUInt32BE(BODY - 4);
      const body = message.toString('latin1', BODY);
      const isInOrder =
        asked === CHALLENGE
          ? before === SASL
          : asked === PROOF
            ? before === CHALLENGE
            : asked === OK
              ? // Who has not shown that it knows the password, too, may be anybody.
                before !== SASL && before !== CHALLENGE && before !== OK
              : before === undefined;
      if (!isInOrder) throw protocolFault('a login that is out of order')
      if (asked === SASL && !body.split('\0').includes('SCRAM-SHA-256'))
        throw protocolFault(`a login that is not known: ${printed(body)}`)
      if (asked === CHALLENGE) checkChallenge(body, nonce);
      if ((asked === MD5 && body.length !== 4) || (asked === PROOF && !/^v=./.test(body)))
        throw protocolFault('a login that cannot be read')
      if (![OK, PASSWORD, MD5, SASL, CHALLENGE, PROOF].includes(asked))
        throw protocolFault(`a login that is not known: number ${asked}`)
      before = asked;
    },
  }
}

/** `r=nonce,s=salt,i=rounds`: https://www.rfc-editor.org/rfc/rfc5802#section-5.1 */
function checkChallenge(body        , nonce                    )       {
  const [, whole = '', salt = '', rounds = ''] = /^r=([!-+\--~]{1,200}),s=([^,]{1,1000}),i=(\d{1,10})$/.exec(body) ?? [];
  if (nonce === undefined || whole.length <= nonce.length || !whole.startsWith(nonce) || !BASE64.test(salt))
    throw protocolFault('a SCRAM challenge that is none')
  if (!(Number(rounds) >= 1 && Number(rounds) <= MOST_ROUNDS))
    throw protocolFault(`a SCRAM challenge of ${rounds} rounds, where ${MOST_ROUNDS} are the most`)
}

const printed = (text        )         =>
  text
    .replace(/[^ -~]+/g, ' ')
    .trim()
    .slice(0, 100);

/** A byte that says what a message is, and four of its length without that byte: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const HEAD = 5;

/** Puts together messages of a server from what comes of them, each of which may come at the length that it says. */
function splitMessages(mayCome                                        )                                       {
  let kept           = [];
  let length = 0;
  let wanted = HEAD;
  return function* (chunk) {
    kept.push(chunk);
    length += chunk.length;
    if (length < wanted) return
    let left = kept.length === 1 ? chunk : Buffer.concat(kept);
    while (left.length >= HEAD) {
      const type = String.fromCharCode(left[0] ?? 0);
      wanted = 1 + left.readUInt32BE(1);
      mayCome(type, wanted);
      if (left.length < wanted) break
      yield left.subarray(0, wanted);
      left = left.subarray(wanted);
      wanted = HEAD;
    }
    kept = left.length > 0 ? [left] : [];
    length = left.length;
  }
}

/** By which a server knows a connection when it is asked to cancel its statement. */
                             
                          
                         
 

/** What goes to a server, and what comes from it. */
                             
                             
                           
                                                                                        
                                         
                                                                      
                               
 

/** Bytes of a message that is no row. */
const MOST = 16_000_000;
/** Bytes around the cells of a row. */
const AROUND = 16_384;
/** Messages that a client need not hear, and others that may come. */
const UNHEARD                      = new Set('NASK');
const KNOWN                      = new Set('NASKRZETDCt12nI');

/**
 * Holds a server to the protocol, so that what reads its messages meets none that it has not asked for, that is cut off, or that says what is not
 * so. Statements alone are expected, without parameters: copies, cursors and notifications are never asked for.
 */
function holdServer(bytes        )             {
  const login = holdLogin();
  const split = splitMessages(mayCome);
  let isStarted = false;
  let isIn = false;
  /** Answers that are owed, each of which ends by ReadyForQuery. */
  let owed = 0;
  let columns;                    
  let key;                        

  return {
    key: () => key,
    sent(chunk) {
      let left = chunk;
      if (!isStarted) {
        isStarted = true;
        owed = 1;
        left = left.subarray(left.readUInt32BE(0));
      }
      for (; left.length > 4; left = left.subarray(1 + left.readUInt32BE(1))) {
        const type = String.fromCharCode(left[0] ?? 0);
        if (type === 'S' || type === 'Q') owed += 1;
        if (type === 'p') login.sent(left.subarray(0, 1 + left.readUInt32BE(1)));
      }
    },
    *heard(chunk) {
      for (const message of split(chunk)) {
        const type = String.fromCharCode(message[0] ?? 0);
        check(type, message);
        if (!UNHEARD.has(type)) yield message;
      }
    },
  }

  function mayCome(type        , length        )       {
    if (length < 5 || !KNOWN.has(type)) throw protocolFault('an answer that is no message of PostgreSQL')
    if (type === 'D' ? length > 2 * bytes + AROUND : length > MOST)
      throw type === 'D' ? new Error(`it gave more than ${bytes} bytes`) : protocolFault(`a message of ${length} bytes`)
  }

  function check(type        , message        )       {
    if (type === 'N' || type === 'A' || type === 'S') return
    if (type === 'E') {
      needs(message.at(-1) === 0);
      return
    }
    if (owed === 0) throw protocolFault('an answer that nobody has asked for')
    if (!isIn) checkLogin(type, message);
    else if (type === 'T') columns = columnsIn(message);
    else if (type === 'D') checkRow(message, columns);
    else if (type === 'C') {
      needs(message.at(-1) === 0);
      columns = undefined;
    } else if (type === 'Z') {
      needs(message.length === 6);
      owed -= 1;
      columns = undefined;
    } else if (type === 'R' || type === 'K') throw outOfOrder()
    else needs(message.length === (type === 't' ? 7 : 5));
  }

  function checkLogin(type        , message        )       {
    if (type === 'R') login.heard(message);
    else if (type === 'K') {
      needs(message.length === 13);
      key = { process: message.readUInt32BE(5), secret: message.readUInt32BE(9) };
    } else if (type === 'Z' && login.isIn()) {
      needs(message.length === 6);
      isIn = true;
      owed -= 1;
    } else throw outOfOrder()
  }
}

function needs(isWell         )       {
  if (!isWell) throw protocolFault('an answer that is cut off')
}

const outOfOrder = ()        => protocolFault('an answer that is out of order');

/** Codes of the way to a server, not of the server. */
const LOST = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE)$/;

/** What PostgreSQL says of a fault, in one line, with the code that the SQL standard gives it. */
function faultOf(cause         )                                                               {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  const message = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.slice(0, 300) ?? '';
  if (isLost(code)) return { code, said: 'the connection was lost' }
  if (code === 'SASL_SIGNATURE_MISMATCH')
    return { code, said: 'a server that has not shown that it knows the password' }
  return { code, said: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? `${code}: ${message}` : message }
}

/** Whether a code says that there was a way to the server, and is none any more. */
const isLost = (code                    )          => code !== undefined && LOST.test(code);

/** A server that lets nobody in, or does not answer as PostgreSQL does. */
function refused({ host, port }                 , cause         )            {
  if (cause instanceof UserError) return cause
  const where = `${host}:${port}`;
  const { code, said } = faultOf(cause);
  // Classes 28 and 3D: who asks is unknown, or may not; the database is.
  if (code !== undefined && /^(28|3D|42501)/.test(code))
    return new UserError('engine.permission', `Expected PostgreSQL at ${where} to let us in but found: ${said}`, {
      kind: 'environment',
      hint: 'Check PROOFMARK_POSTGRES_USER, PROOFMARK_POSTGRES_PASSWORD and the database in the address',
      cause,
    })
  const { found, hint } = connectionFault(cause);
  return new UserError(
    'engine.connection',
    `Expected PostgreSQL to answer at ${where} but found ${isToldOf(code) ? said : found}`,
    { kind: 'environment', hint: hintFor(cause, code, found) ?? hint, cause },
  )
}

/** What to look at first, where PostgreSQL has more to say of it than of any server. */
function hintFor(cause         , code                    , found        )                     {
  if (isProtocolFault(cause))
    return 'Check that the address is that of a PostgreSQL, and look at what stands between: no other protocol is spoken'
  if (code === 'SASL_SIGNATURE_MISMATCH')
    return 'Check the address, and that PROOFMARK_POSTGRES_PASSWORD is the password there: it may be another server'
  return /^a certificate/.test(found)
    ? 'Name the file of its certificate authority in PROOFMARK_POSTGRES_SSLROOTCERT'
    : undefined
}

/** Whether what is said of it is more than its code. */
const isToldOf = (code                    )          =>
  code === undefined ||
  isLost(code) ||
  /^(SASL_SIGNATURE_MISMATCH|PROTOCOL_FAULT)$/.test(code) ||
  /^[0-9A-Z]{5}$/.test(code);

/** One connection, in one transaction that only reads. */
                                     
                                                                      
                       
                               
                                    
                            
                                     
                    
                                                                          
                         
                                                              
                             
                        
 

/** Sent by the protocol that takes one statement at a time; the library's types do not know of it. */
const AS_ONE = { prepare: false, simple: false };
/** Seconds that a server may take until it has let us in. */
const CONNECT = 30;
/** Seconds that it may take to hear that a statement is to be cancelled. */
const CANCEL = 10;
/** Seconds that it is given to hear of the end. */
const FAREWELL = 2;

/** Opens a connection. It is never opened again: another would see other rows. */
async function postgresConnection(address                 , limits              )                              {
  const { host, port, database, user, password } = address;
  const name = `proofmark-${randomUUID()}`;
  const server = holdServer(limits.bytes);
  const ended = new AbortController();
  const seconds = Math.min(CONNECT, limits.seconds);
  let socket;                    
  let isOpened = false;
  /** What the library opens its connections by; its types do not know of it. */
  const own = {
    async socket() {
      if (isOpened) throw new Error('the connection was lost')
      isOpened = true;
      socket = await openSocket(address, ended.signal);
      return guardedSocket(socket, server)
    },
  };
  const sql = Postgres({
    host,
    port,
    database,
    user,
    // A function, as else the library would look for one in the environment; what it throws nobody would catch.
    password: () => password ?? '',
    // It is encrypted already.
    ssl: false,
    max: 1,
    fetch_types: false,
    prepare: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 2 * CONNECT,
    connection: { application_name: name },
    onnotice: () => {},
    ...own,
  });
  const connection                     = {
    name,
    limits,
    // As one statement: where there is more than one, it fails.
    unsafe: text => sql.unsafe(text, [], AS_ONE),
    received: () => socket?.bytesRead ?? 0,
    async cancel() {
      const key = server.key();
      if (!key) throw new Error('the server has not said how it is cancelled')
      await cancelStatement(address, key, AbortSignal.any([ended.signal, AbortSignal.timeout(CANCEL * 1000)]));
    },
    destroy(cause) {
      ended.abort(cause);
      socket?.destroy(cause);
    },
    async close() {
      // Of what was under way when a connection was lost the library would wait for the end.
      const isThere = socket !== undefined && !socket.destroyed;
      await sql.end({ timeout: isThere ? FAREWELL : 0 }).catch(() => {});
      connection.destroy(new Error('the connection was lost'));
    },
  };
  const late = setTimeout(() => connection.destroy(new Error(`no answer within ${seconds} s`)), seconds * 1000);
  try {
    await sql.unsafe('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } catch (cause) {
    await connection.close();
    throw refused(address, cause)
  } finally {
    clearTimeout(late);
  }
  return connection
}

/** A step of a plan, as far as it is looked at. */
const Step = object({
  'Node Type': string(),
  'Plan Rows': number().nonnegative(),
  Schema: string().optional(),
  'Relation Name': string().optional(),
  get Plans() {
    return array(Step).optional()
  },
});
                                
const Plan = tuple([object({ Plan: Step })]);

/** What a plan reads from. */
                           
                                   
                                                                             
                                     
 

/** Steps that read nothing that is kept, and those whose rows are not of the transaction's snapshot. */
const NOTHING = /^(Result|Values Scan|CTE Scan|WorkTable Scan|Subquery Scan|Append)$/;
const ELSEWHERE = /^(Foreign Scan|Custom Scan|Function Scan|Table Function Scan)$/;
/** Bytes of a plan. */
const MAX_PLAN = 16_000_000;

/** Rows and bytes that a query is expected to read: its plan's rows, and the sizes of the tables that it reads whole. */
async function readPlan(ask     , from        , names                   )                                {
  const items = names.map(name => quoted(postgres$1, name)).join(', ');
  const lines = await ask(`EXPLAIN (FORMAT JSON, VERBOSE) SELECT ${items || '1'} FROM ${from}`, 1);
  const text = lines[0]?.[0] ?? '';
  const plan = text.length > MAX_PLAN ? undefined : Plan.safeParse(parsed(text));
  if (!plan?.success) return undefined
  const leaves = leavesOf(plan.data[0].Plan);
  const foreign = leaves.filter(({ 'Node Type': type }) => ELSEWHERE.test(type)).map(({ 'Node Type': type }) => type);
  const rows = leaves.reduce((sum, { 'Plan Rows': each }) => sum + each, 0);
  const tables = new Set(
    leaves.flatMap(({ Schema: schema, 'Relation Name': name }) =>
      schema === undefined || name === undefined ? [] : [`${quoted(postgres$1, schema)}.${quoted(postgres$1, name)}`],
    ),
  );
  const isKnown = leaves.every(step => NOTHING.test(step['Node Type']) || step['Relation Name'] !== undefined);
  return {
    foreign,
    estimate: { rows, ...(isKnown && foreign.length === 0 ? { bytes: await sizeOf(ask, [...tables]) } : {}) },
  }
}

async function sizeOf(ask     , tables                   )                  {
  if (tables.length === 0) return 0
  const each = tables.map(name => `pg_table_size(CAST(${textLiteral(postgres$1, name)} AS regclass))`);
  const [found = []] = await ask(`SELECT CAST(${each.join(' + ')} AS text)`, 1);
  return Number(found[0] ?? 0)
}

const leavesOf = (step      )         => (step.Plans?.length ? step.Plans.flatMap(leavesOf) : [step]);

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Milliseconds between two looks at how much has come. */
const LOOK = 100;
/** Seconds beyond the limit of a statement that its answer may be waited for, but no more than the limit itself. */
const GRACE = 10;

/** Cells as the server has written them. */
                                     

/** What may be done with a statement that is under way. */
                          
                         
 

/**
 * Sends a statement, and counts its rows as they come: one that gives more than it may is cancelled. Not by a cursor, as what is fetched piece by
 * piece PostgreSQL does with one process alone.
 */
async function runStatement(
  connection                    ,
  { sql, rows: most }                                 ,
  begins                             = () => {},
)                 {
  const { limits } = connection;
  const query = connection.unsafe(sql);
  let why;                    
  const end = async (reason        )                => {
    why ??= reason;
    await connection.cancel().catch(() => connection.destroy(new Error(reason)));
  };
  const before = connection.received();
  const watch = setInterval(() => {
    if (connection.received() - before <= 2 * limits.bytes) return
    why ??= `it gave more than ${limits.bytes} bytes`;
    connection.destroy(new Error(why));
  }, LOOK);
  const late = setTimeout(() => end(`it took more than ${limits.seconds} s`), limits.seconds * 1000);
  const lost = setTimeout(
    () => connection.destroy(new Error('the server did not end it')),
    (limits.seconds + Math.min(GRACE, limits.seconds)) * 1000,
  );
  begins({ cancel: () => end('it was cancelled') });
  const rows        = [];
  let bytes = 0;
  const stop = (reason        )       => {
    if (why === undefined) void end(reason);
  };
  try {
    query.raw();
    // One by one: of an answer that is too large no more is kept than was asked for.
    await query.forEach(row => {
      if (why !== undefined) return
      const cells = cellsOf(row);
      for (const cell of cells) bytes += cell?.length ?? 0;
      if (rows.push(cells) > most) stop(`it gave more than ${most} rows`);
      else if (bytes > limits.bytes) stop(`it gave more than ${limits.bytes} bytes`);
    });
  } catch (cause) {
    const { said } = faultOf(cause);
    // The server has the same limit, and may be the first to see it.
    const isLate = /^57014: .* statement timeout/.test(said);
    throw new Error(why ?? (isLate ? `it took more than ${limits.seconds} s` : said), { cause })
  } finally {
    clearInterval(watch);
    clearTimeout(late);
    clearTimeout(lost);
  }
  if (why !== undefined) throw new Error(why)
  return rows
}

/** As the server has written them: the library's own readings of types are passed by. */
function cellsOf(row         )      {
  if (!Array.isArray(row)) throw new Error('the server answered with what is no row')
  return row.map(cell => (Buffer.isBuffer(cell) ? cell.toString('utf8') : null))
}

/** The oldest that has all functions that are asked for. */
const OLDEST = 14;

/** PostgreSQL, by its own protocol: https://www.postgresql.org/docs/current/protocol.html */
function postgres(environment                                              , limits              )         {
  return {
    async open({ url, table, snapshot: former, asOf })                         {
      if (former !== undefined || asOf !== undefined)
        throw new UserError('engine.snapshot', `Expected no snapshot of ${table}: PostgreSQL keeps no former states`, {
          hint: 'Leave snapshot and as-of out: all statements are asked of one snapshot of now',
        })
      const address = postgresAddress(url, environment);
      const connection = await postgresConnection(address, limits);
      let running;                     
      const ask = (sql        , rows        ) => runStatement(connection, { sql, rows });
      try {
        // First, as others know nothing of what is set then.
        const [[version = ''] = []] = await ask(`SELECT current_setting('server_version')`, 1);
        if (!(Number.parseInt(version ?? '', 10) >= OLDEST)) throw tooOld(version)
        const [[process = '', id = '', at = '', names = ''] = []] = await ask(settings(limits), 1);
        if (names === 'SQL_ASCII') throw noEncoding(url)
        const { from, columns } = await describeTable(ask, table);
        // What follows names nothing but tables by their schema, and what PostgreSQL itself brings.
        await ask(`SELECT set_config('search_path', 'pg_catalog', true)`, 1);
        const readable = columns.filter(({ denied }) => denied === undefined).map(({ name }) => name);
        const plan = await readPlan(ask, from, readable).catch(cause => {
          throw /^42501\b/.test(lineOf(cause)) ? unreadable(table, lineOf(cause), cause) : cause
        });
        const foreign = [...new Set(plan?.foreign ?? ['nobody knows where, as its plan cannot be read'])].join(', ');
        let count = 0;
        return {
          version: `postgres ${/^[\w.+-]{1,40}/.exec(version ?? '')?.[0] ?? ''}`,
          from,
          isPlain: false,
          isPinned: foreign === '',
          ...(foreign === ''
            ? { snapshot: { id: shortened(id ?? ''), at: at ?? '', isGone: true } }
            : { unpinned: `It is read from elsewhere than the snapshot: ${foreign}` }),
          columns,
          estimate: async (of, asked) => (await readPlan(ask, of, asked))?.estimate,
          async query(statement) {
            const own = `${connection.name}-${++count}`;
            const sql = `/* ${own} */ ${statement.sql}`;
            const run = () =>
              runStatement(connection, { ...statement, sql }, each => {
                running = each;
              });
            const rows = await (statement.ofCombinations ? hashing(ask, run) : run());
            return { rows, id: `${own} of process ${/^\d{1,10}$/.test(process ?? '') ? process : 'unknown'}` }
          },
          cancel: async () => running?.cancel(),
          close: connection.close,
        }
      } catch (cause) {
        await connection.close();
        throw refused(address, cause)
      }
    },
  }
}

/** What statements mean must not depend on the settings of who asks, or of the database. Beside it what is told of the server, and of the snapshot. */
function settings({ seconds }              )         {
  const each = Object.entries({
    statement_timeout: String(seconds * 1000),
    idle_in_transaction_session_timeout: String(seconds * 1000),
    lock_timeout: '60s',
    // A server looks whether there is still somebody who waits.
    client_connection_check_interval: '5s',
    standard_conforming_strings: 'on',
    extra_float_digits: '1',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
    // Rows that may not be seen are no rows that are not there: that fails.
    row_security: 'off',
    // To compile a statement of many columns takes longer than to look at a few million rows.
    jit_above_cost: '500000',
  }).map(([name, value]) => `set_config(${textLiteral(postgres$1, name)}, ${textLiteral(postgres$1, value)}, true)`);
  const told = [
    'CAST(pg_backend_pid() AS text)',
    'CAST(pg_current_snapshot() AS text)',
    `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    `current_setting('server_encoding')`,
  ];
  return `SELECT ${[...told, ...each].join(', ')}`
}

/** Characters of an id of a snapshot: it names every transaction that was under way. */
const MAX_ID = 200;

function shortened(id        )         {
  if (id.length <= MAX_ID) return id
  const [low = '', high = '', open = ''] = id.split(':');
  return `${low}:${high}:(${open.split(',').length} under way)`
}

const tooOld = (version               )            =>
  new UserError('engine.version', `Expected PostgreSQL ${OLDEST} or later but found ${version}`, {
    kind: 'environment',
    hint: 'Measure a copy of the table on a later version, or a file of it',
  });

const noEncoding = (url        )            =>
  new UserError(
    'engine.encoding',
    `Expected a database that knows how its texts are written but found SQL_ASCII (${url})`,
    {
      hint: 'Measure a copy of the table in a database of UTF8',
    },
  );

export { postgres };
