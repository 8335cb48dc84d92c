import { setTimeout } from 'node:timers/promises';
import { U as UserError } from './user-error.js';
import require$$2, { request as request$2 } from 'node:http';
import { request as request$1 } from 'node:https';
import { o as object, a as string, u as union } from './schemas2.js';

/** Characters of a service's own words that are told. */
const LONGEST = 300;

/** A service's own words for a message: one line, not too long, and none of the secrets in them. */
function redacted(words        , secrets                   )         {
  const hidden = secrets.filter(secret => secret.length >= 4).sort((a, b) => b.length - a.length);
  return hidden
    .reduce((text, secret) => text.replaceAll(secret, '***'), words)
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, LONGEST)
}

/** Most that one answer may hold, in bytes: keys and signatures are small. */
const MAX_ANSWER = 1024 * 1024;

/** One request to a service. */
                       
                                         
                   
                                                    
                        
                                                                  
                      
                                                     
                           
                                                                             
                                             
 

                         
                         
                                                                                    
                       
 

/** Milliseconds that are waited for an answer. */
const TIMEOUT = 20_000;

/** An answer larger than is read. */
class AnswerTooLarge extends Error {}

/** Sends one request and reads the whole answer, within limits of time and size. No redirect is followed: it would take the credentials along. */
function request({ method, url, headers, body, ca, timeout = TIMEOUT }      )                  {
  throughProxy();
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request$1 : request$2;
    const sent = send(
      url,
      {
        method,
        signal: AbortSignal.timeout(timeout),
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        ...(ca === undefined ? {} : { ca }),
      },
      response => {
        const chunks           = [];
        let bytes = 0;
        response.on('data', (chunk        ) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER) response.destroy(new AnswerTooLarge());
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  })
}

let asked = false;

/** Behind a proxy a runner names it in HTTPS_PROXY and NO_PROXY; Node looks there only when told to. Node 24.14 and later can. */
function throughProxy()       {
  if (!asked) require$$2.setGlobalProxyFromEnv?.();
  asked = true;
}

const fault = ({ name }         , { url }      , found        , hint        , cause          ) =>
  new UserError('kms.answer', `Expected an answer from ${name} at ${url.host} but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  });

/** A request that got no answer, and whether to try again. */
function noAnswer(service         , call      , error         )                                       {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AnswerTooLarge)
    return {
      again: false,
      error: fault(
        service,
        call,
        `more than ${MAX_ANSWER} bytes`,
        'Check that the address is that of the key service, and that no proxy answers in its place',
      ),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return { again: false, error: fault(service, call, 'none in time', 'Check that the runner can reach it', error) }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      error: fault(
        service,
        call,
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in VAULT_CACERT or NODE_EXTRA_CA_CERTS',
        error,
      ),
    }
  return {
    again: true,
    error: fault(
      service,
      call,
      `no connection${code === '' ? '' : ` (${code})`}`,
      'Check the address, that the service runs, and that the runner can reach it',
      error,
    ),
  }
}

/** Where an answer sends the caller elsewhere. */
function redirected(service         , call      , { headers }        )            {
  const location = typeof headers.location === 'string' ? headers.location : '';
  const to = URL.canParse(location, call.url.href) ? new URL(location, call.url).host : 'elsewhere';
  return fault(service, call, `a redirect to ${to}`, 'Give the address that answers itself: no redirect is followed')
}

/** An answer that says success and cannot be read. */
const unreadable = (service         , call      , found        , cause          )            =>
  fault(
    service,
    call,
    found,
    'Check that the address is that of the key service, and that no proxy answers in its place',
    cause,
  );

const TELL                                                                                                     = {
  credentials: { expected: ({ name }) => `Expected ${name} to accept the credentials`, kind: 'environment' },
  denied: { expected: ({ subject }) => `Expected permission to use ${subject}`, kind: 'environment' },
  missing: { expected: ({ name, subject }) => `Expected ${name} to know ${subject}`, kind: 'input' },
  disabled: { expected: ({ subject }) => `Expected ${subject} to be enabled`, kind: 'environment' },
  throttled: { expected: ({ name }) => `Expected ${name} to take one more request`, kind: 'environment' },
  unavailable: { expected: ({ name }) => `Expected ${name} to be up`, kind: 'environment' },
  refused: { expected: ({ name, subject }) => `Expected ${name} to take a request for ${subject}`, kind: 'input' },
};

/** An answer that is no success, told with the service's own words. */
function refused(service         , { status }        , judged                                )            {
  const said = redacted(judged.said, service.secrets);
  const { expected, kind } = TELL[judged.fault];
  const message = `${expected(service)} but found HTTP status ${status}${said === '' ? '' : `: ${said}`}`;
  return new UserError(`kms.${judged.fault}`, message, { kind, hint: hintOf(service, judged.fault) })
}

function hintOf({ hints }         , fault       )         {
  switch (fault) {
    case 'throttled':
      return 'Run it again later, or ask for a higher quota: it was tried three times'
    case 'unavailable':
      return "Run it again later; look at the service's status: it was tried three times"
    case 'refused':
      return 'Check the reference of the key, and what kind of key it is'
    default:
      return hints[fault]
  }
}

/** Times a request is made at most, where the service is busy. */
const TRIES = 3;
/** Longest that a service may have us wait, in seconds. */
const LONGEST_WAIT = 10;

/** Asks a service, again where it is busy, and reads its JSON. Every failure is a `UserError`. */
async function ask   (
  service         ,
  call      ,
  schema              ,
  { second = 1000, timeout }             = {},
)             {
  for (let tried = 1; ; tried++) {
    const outcome = await tryOnce(service, { ...call, ...(timeout === undefined ? {} : { timeout }) }, schema);
    if ('value' in outcome) return outcome.value
    if (!outcome.again || tried === TRIES) throw outcome.error
    await setTimeout(Math.min(outcome.seconds ?? 2 ** (tried - 1), LONGEST_WAIT) * second);
  }
}

                                                                                               

async function tryOnce   (service         , call      , schema              )                      {
  const answer = await request(call).catch((error         ) => ({ error }));
  if ('error' in answer) return noAnswer(service, call, answer.error)
  const { status, text } = answer;
  if (status >= 300 && status < 400) return { again: false, error: redirected(service, call, answer) }
  const body = decoded(text, call.decode ?? JSON.parse);
  if (status < 200 || status >= 300) {
    const judged = service.judge(status, body);
    const again = judged.fault === 'throttled' || judged.fault === 'unavailable';
    return { again, error: refused(service, answer, judged), seconds: retryAfter(answer) }
  }
  if (body === undefined) return { again: false, error: unreadable(service, call, 'an answer that cannot be read') }
  const read = schema.safeParse(body);
  if (read.success) return { value: read.data }
  return { again: false, error: unreadable(service, call, 'an answer of another form', read.error) }
}

function decoded(text        , decode                           )          {
  try {
    return decode(text)
  } catch {
    return undefined
  }
}

/** Seconds that the service asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }        )                     {
  const header = headers['retry-after'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

/** Whether a host is this machine, which needs no TLS. */
const isLoopback = (host        )          => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

/** An address that credentials may be sent to: https, or this machine, and no user name in it. @param name the setting, for messages */
function secureUrl(text        , name        )      {
  const wrong = (found        , hint        ) =>
    new UserError('kms.address', `Expected ${name} to be an https address but found ${found}`, {
      kind: 'environment',
      hint,
    });
  if (!URL.canParse(text)) throw wrong('something else', 'Write it as https://host:port')
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw wrong('one with a user name', 'Take the user name out of it')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw wrong(`${url.protocol}//${url.host}`, 'Use https: credentials are not sent in the clear')
}

/**
 * What an answer that is no success means: the `credentials` are wrong or expired, they do not permit it (`denied`), there is no such key
 * (`missing`), the key may not be used now (`disabled`), too many asked (`throttled`), the service is down (`unavailable`), or it does not
 * take what was sent (`refused`).
 */
                                                                                                               

/** A service that is asked, as far as its answers are judged and told. */
                          
                                        
                       
                                                                                                       
                          
                                                                  
                                     
                                                                                                           
                                                                                        
                                                             
                                                                                             
 

/** The fault that a status of HTTP says by itself. */
function faultOfStatus(status        )        {
  if (status === 401) return 'credentials'
  if (status === 403) return 'denied'
  if (status === 404) return 'missing'
  if (status === 429) return 'throttled'
  return status >= 500 ? 'unavailable' : 'refused'
}

const Refusal = object({
  error: union([string(), object({ message: string().optional() })]).optional(),
  error_description: string().optional(),
});

/** A service that gives access tokens (OAuth 2.0, RFC 6749 §5.2): whatever it refuses is about the credentials. */
const tokenService = (name        , secrets                   , hint        )          => ({
  name,
  subject: name,
  secrets,
  judge(status, body) {
    const fault = faultOfStatus(status);
    const read = Refusal.safeParse(body);
    const { error, error_description: description } = read.success ? read.data : {};
    const said = description ?? (typeof error === 'string' ? error : error?.message) ?? '';
    return { fault: fault === 'throttled' || fault === 'unavailable' ? fault : 'credentials', said }
  },
  hints: { credentials: hint, denied: hint, missing: hint, disabled: hint },
});

export { ask as a, faultOfStatus as f, isLoopback as i, request as r, secureUrl as s, tokenService as t };
