import { setTimeout } from 'node:timers/promises';
import { U as UserError } from './user-error.js';

const TRIES = 3;
/** Seconds for one request and its answer. */
const TIMEOUT = 30;
/** Most that an answer may hold, in bytes. */
const MAX_ANSWER = 1024 * 1024;

                           
                                                  
                       
                      
                       
                         
                                    
                                                                    
                          
 

/** The bytes that a server answers to a POST; tried again after a rate limit, a fault of the server and a lost connection. */
async function send(question          )                      {
  const { second = 1000 } = question;
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
  const { default: http } = await import('node:http');
  http.setGlobalProxyFromEnv?.();
  for (let tried = 1; ; tried += 1) {
    const answer = await attempt(question, second);
    if ('bytes' in answer) return answer.bytes
    if (!answer.again || tried === TRIES) throw unanswered(question, answer.found)
    await setTimeout(2 ** (tried - 1) * second);
  }
}

                                                                                                  

async function attempt({ url, type, accept, body }          , second        )                  {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT * second),
      headers: { 'content-type': type, accept },
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
    const bytes = await bytesOf(response);
    if (bytes === undefined) return { found: `an answer of more than ${MAX_ANSWER} bytes`, again: false }
    if (response.ok) return { bytes }
    return {
      found: `HTTP status ${response.status}`,
      again: response.status === 429 || response.status === 408 || response.status >= 500,
    }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT} seconds` : 'no connection', again: true }
  }
}

async function bytesOf(response          )                                  {
  const chunks               = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER) return undefined
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
}

/** What is said where a server's answer is not what was asked for. */
const unanswered = ({ whom, url }                                , found        ) =>
  new UserError('signing.no-answer', `Expected an answer from ${whom} at ${new URL(url).origin} but found ${found}`, {
    kind: 'environment',
    hint: `See whether ${new URL(url).host} can be reached from here, then run it again; nothing was signed`,
  });

export { send as s, unanswered as u };
