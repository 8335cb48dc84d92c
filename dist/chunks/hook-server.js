import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { U as UserError } from './user-error.js';

/** Most that one event may hold, in bytes: a commit's metadata is in it. */
const MAX_BODY = 256 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const MOST_CONNECTIONS = 200;

                                    
                       
                       
                                                      
                        
                                                                                                              
                             
                                                              
                                        
                         
 

                             
                                
                          
                                                                         
                        
 

/** Answers webhooks by HTTP. Everything but a known event with the token is refused, which to lakeFS means: do not go on. */
async function hookServer(options                   )                      {
  const { host, port, token, answer, health, log } = options;
  const expected = hash(token);
  const sockets = new Set        ();
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: 1000 },
    (request, response) => {
      const start = performance.now();
      handle(request)
        .catch((error         ) => ({
          status: 500,
          reason: error instanceof UserError ? error.message : 'Expected to answer but failed: see the log',
          about: `error ${error instanceof Error ? error.message : ''}`,
        }))
        .then(answered => {
          const { status, reason, about } = answered;
          reply(response, status, 'health' in answered ? answered.health : { reason });
          if (about !== '')
            log(
              `${new Date().toISOString()} ${status} ${(performance.now() - start).toFixed(1)} ms ${plain(about)}: ${plain(reason)}`,
            );
        });
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise      ((resolve, reject) => {
    server.once('error', cause =>
      reject(
        new UserError(
          'hook.listen',
          `Expected to listen on ${host}:${port} but found ${'code' in cause ? cause.code : cause.message}`,
          {
            kind: 'environment',
            hint: 'Give another --port or --host',
            cause,
          },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  const number = typeof bound === 'object' && bound !== null ? bound.port : port;

  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${number}`,
    async close() {
      const closed = new Promise      (resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, REQUEST_TIMEOUT_MS);
      await closed;
      clearTimeout(late);
    },
  }

  async function handle(request                 ) {
    const path = (request.url ?? '/').split('?')[0];
    if (request.method === 'GET' && path === '/health')
      return { status: 200, reason: '', about: '', health: await health() }
    const about = `${request.method} ${(path ?? '').slice(0, 100)}`;
    if (!isAllowed(request.headers.authorization))
      return { status: 401, reason: 'Expected the token in Authorization: Bearer … but found none or another', about }
    if (request.method !== 'POST') return { status: 405, reason: `Expected POST but found ${request.method}`, about }
    const text = await bodyOf(request);
    if (text === undefined) return { status: 413, reason: `Expected at most ${MAX_BODY} bytes but found more`, about }
    let body;         
    try {
      body = JSON.parse(text);
    } catch {
      return { status: 400, reason: 'Expected JSON but found another text', about }
    }
    return answer(body)
  }

  function isAllowed(header                    )          {
    const [, given = ''] = /^Bearer (.+)$/i.exec(header ?? '') ?? [];
    return timingSafeEqual(hash(given), expected)
  }
}

async function bodyOf(request                 )                              {
  const pieces           = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > MAX_BODY) return undefined
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString()
}

function reply(response                , status        , body        )       {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 413 ? { connection: 'close' } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  response.end(`${JSON.stringify(body)}\n`);
}

/** One line, whatever a name holds. */
const plain = (text        )         => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·').slice(0, 1000);

/** Of one length whatever is hashed, so that they are compared in constant time. */
const hash = (text        ) => createHash('sha256').update(text).digest();

export { hookServer };
