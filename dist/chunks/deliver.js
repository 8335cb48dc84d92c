import { setTimeout } from 'node:timers/promises';
import { U as UserError } from './user-error.js';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';

/** Most that is read of an answer, in bytes: it says "accepted", or why not. */
const MAX_ANSWER = 64 * 1024;

                       
                                                    
                   
                                                    
                           
                                                     
                          
 

                           
                         
                                                                                    
                                     
                       
 

/** Sends one request, within a time, and reads the beginning of the answer. No redirect is followed: it would take the credentials along. */
function send({ method, url, headers, body, timeout }      )                    {
  return new Promise((resolve, reject) => {
    const request$2 = (url.protocol === 'https:' ? request : request$1)(
      url,
      {
        method,
        agent: false,
        signal: AbortSignal.timeout(timeout),
        headers: { 'user-agent': 'proofmark', 'content-length': body.length, ...headers },
      },
      response => {
        const chunks           = [];
        let bytes = 0;
        const done = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString(),
          });
        response.on('data', (chunk        ) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > MAX_ANSWER) {
            done();
            response.destroy();
          }
        });
        response.on('error', reject);
        response.on('end', done);
      },
    );
    request$2.on('error', reject);
    request$2.end(body);
  })
}

const TRIES = 4;
/** Seconds for one request and its answer, and the longest wait that a server may ask for. */
const TIMEOUT = 20;
const LONGEST_WAIT = 30;
/** Characters of a server's own words that are told. */
const LONGEST = 200;

/** Whom something is delivered to, for messages and remedies. */
                           
                                                    
                       
                                                
                              
                                                          
                          
                                             
                          
 

/**
 * Delivers one request and gives the answer, if it is a success. Tried again where the server is busy or the connection was lost:
 * everything that is delivered here may arrive twice.
 */
async function deliver(receiver          , sent                       )                    {
  const { second = 1000 } = receiver;
  for (let tried = 1; ; tried++) {
    const answer = await send({ ...sent, timeout: TIMEOUT * second }).catch((error         ) => ({ error }));
    if ('error' in answer) {
      const { fault, again } = lost(receiver, answer.error);
      if (!again || tried === TRIES) throw fault
      await setTimeout(2 ** (tried - 1) * second);
      continue
    }
    if (answer.status >= 200 && answer.status < 300) {
      if (!isPage(answer)) return answer
      throw fault(receiver, 'a page', `${receiver.address}. A login or a proxy may stand before it`)
    }
    const seconds = [408, 429, 500, 502, 503, 504].includes(answer.status)
      ? (retryAfter(answer) ?? 2 ** (tried - 1))
      : undefined;
    if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES)
      throw refused(receiver, answer, sent.headers)
    await setTimeout(seconds * second);
  }
}

const fault = ({ name }          , found        , hint        , cause          ) =>
  new UserError('metrics.delivery', `Expected ${name} to take what was sent but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  });

function lost(receiver          , error         ) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'TimeoutError')
    return { again: true, fault: fault(receiver, `no answer in ${TIMEOUT} seconds`, 'See what it is busy with', error) }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        receiver,
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in the environment variable NODE_EXTRA_CA_CERTS',
        error,
      ),
    }
  return {
    again: true,
    fault: fault(
      receiver,
      `no connection${code === '' ? '' : ` (${code})`}`,
      'Check its address, that it runs, and that the runner can reach it',
      error,
    ),
  }
}

function refused(receiver          , { status, headers, text }          , sent                 )            {
  if (status >= 300 && status < 400)
    return fault(
      receiver,
      `a redirect to ${told(String(headers.location ?? 'elsewhere'), sent)}`,
      'Give that address in the settings: no redirect is followed',
    )
  const said = isPage({ text }) ? '' : told(text, sent);
  const found = `HTTP status ${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 401 || status === 403) return fault(receiver, found, receiver.credentials)
  if (status === 404 || status === 405) return fault(receiver, found, receiver.address)
  if (status === 429) return fault(receiver, found, 'It limits how often it may be asked: run it again later')
  return fault(receiver, found, status >= 500 ? 'Run it again, or see its log' : 'See what it says of the request')
}

/** Nothing that is sent to is answered by one. */
const isPage = ({ text }                        ) => /^\s*</.test(text);

/** The beginning of a server's own words. One that repeats what it was sent gives no credential away. */
function told(text        , { authorization = '' }                 )         {
  const secret = authorization.replace(/^\w+ /, '');
  const words = secret === '' ? text : text.replaceAll(secret, '***');
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST)
}

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }          )                     {
  const header = headers['retry-after'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

export { deliver as d };
