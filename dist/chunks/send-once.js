import { U as UserError } from './user-error.js';
import { V as VERSION } from './version.js';
import { setTimeout } from 'node:timers/promises';

/** What an answer, or the want of one, means for the request: may it be sent again, and what shall the reader be told? */
                     
                                            
                                                          
                                        
                                                             
                                                                                            
                                                                                            
                                
                                                                                  

/** GitHub asks to wait a minute where it refuses for a secondary limit and names no time. */
const UNNAMED_WAIT = 60;

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

                                   
                         
                                                                                                      
 

/** By shape: importing octokit's class here would load octokit at start-up. */
const isHttpError = (error         )                     => error instanceof Error && error.name === 'HttpError';

/** Reads an error of octokit's; undefined for one that is not about a request. */
function failureOf(error         , now = Date.now())                      {
  if (!isHttpError(error)) return undefined
  const { status, response } = error;
  if (response === undefined) return unanswered(error)

  const reason = messageOf(response.data) ?? error.message;
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = response.headers;
  const asked = retryAfter === undefined ? undefined : Number(retryAfter);

  if (status === 429 || (status === 403 && (asked !== undefined || remaining === '0' || /rate limit/i.test(reason)))) {
    const untilReset = remaining === '0' && reset !== undefined ? Math.ceil(Number(reset) - now / 1000) + 1 : undefined;
    return { kind: 'limited', seconds: Math.max(0, asked ?? untilReset ?? UNNAMED_WAIT) }
  }
  if (status >= 500) return { kind: 'lost', reason: `${status} ${reason}`, seconds: asked }
  return { kind: 'refused', status, reason }
}

/** Whether GitHub says that there is no such thing; it says so, too, of what the token may not see. */
function isAbsent(error         )          {
  const failure = failureOf(error);
  return failure?.kind === 'refused' && failure.status === 404
}

function unanswered(error           )          {
  const code = codeOf(error.cause);
  const reason = code === undefined || error.message.includes(code) ? error.message : `${error.message} (${code})`;
  // Fetch's own TypeError without a code is about the address: a forbidden port, an unknown scheme.
  const notSent = code === undefined ? error.cause instanceof TypeError : NOT_CONNECTED.has(code);
  return notSent ? { kind: 'unreachable', reason } : { kind: 'lost', reason, seconds: undefined }
}

/** The system's code, which fetch hides one or two causes deep. */
function codeOf(cause         )                     {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return codeOf(cause.cause)
}

function messageOf(data         )                     {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : [];
  return [data.message, ...errors].join(': ').replace(/\s+/g, ' ').slice(0, 300)
}

function detailOf(error         )         {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  return 'field' in error && 'code' in error ? `${error.field} ${error.code}` : JSON.stringify(error)
}

/** The error a reader can act on, for whatever went wrong while `task` was being done; what is not about a request stays as it is. */
function explain(error         , task      , apiUrl        , now = Date.now())          {
  const failure = failureOf(error, now);
  if (failure === undefined) return error
  const { code, message, hint } = explanation(failure, task, new URL(apiUrl).host, now);
  return new UserError(code, message, { hint, kind: 'environment', cause: error })
}

                                                                              

function explanation(failure         , task      , host        , now        )              {
  const { doing, permission, caveat, remedy, instead = 'set `publish: false`, or run the program `proofmark`' } = task;
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 'github.unreachable',
        message: `Expected to reach ${host} to ${doing} but found no connection: ${failure.reason}`,
        hint: `Check the runner's network and proxy; without a way to GitHub ${instead}`,
      }
    case 'limited':
      return {
        code: 'github.rate-limit',
        message: `Expected to ${doing} but the rate limit of this token is used up until ${time(now, failure.seconds)}`,
        hint: 'Run the job again after that time',
      }
    case 'lost':
      return {
        code: 'github.no-answer',
        message: `Expected ${host} to ${doing} but it did not answer, several times: ${failure.reason}`,
        hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
      }
    case 'refused':
      return refusal(failure.status, failure.reason)
  }

  function refusal(status        , reason        )              {
    if (status === 401) {
      return {
        code: 'github.token',
        message: `Expected a valid token to ${doing} but ${host} answered 401 (${reason})`,
        hint: 'Leave the input `token` at its default, or give it a token that has not expired',
      }
    }
    if (status === 403 || status === 404) {
      const forks = permission.endsWith('write')
        ? '; in a pull request from a fork the token can only read: publish there from a workflow_run workflow'
        : '';
      return {
        code: 'github.permission',
        message: `Expected the permission '${permission}' to ${doing} but GitHub answered ${status} (${reason})`,
        hint: `${remedy ?? `Add \`${permission}\` to the job's permissions${forks}`}${caveat === undefined ? '' : `. ${caveat}`}`,
      }
    }
    return {
      code: 'github.rejected',
      message: `Expected GitHub to ${doing} but it answered ${status} (${reason})`,
      hint: /too long|too large|maximum|longer than|more than/i.test(reason)
        ? 'The report is larger than GitHub takes: report this to the authors of Proofmark'
        : 'Check that the commit is in this repository and that nothing else writes there at the same time',
    }
  }
}

const time = (now        , seconds        ) =>
  new Date(now + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');

/** Seconds. A runner is paid by the minute: a longer wait is left to whoever runs the job again. */
const LONGEST = 90;

/**
 * Seconds to wait before a request goes out again: as long as GitHub asks, else 1, 2, 4 after each lost answer; undefined where
 * there is no use in it.
 */
function pause(failure                     , tried        )                     {
  const seconds =
    failure?.kind === 'limited'
      ? failure.seconds
      : failure?.kind === 'lost'
        ? (failure.seconds ?? 2 ** (tried - 1))
        : undefined;
  return seconds === undefined || seconds > LONGEST ? undefined : seconds
}

const TRIES$1 = 4;
/** Milliseconds for one request and its answer. */
const TIMEOUT = 60_000;

/**
 * Makes requests wait and go out again, after a rate limit and after a lost answer. A POST, or a request marked `once`, is not
 * repeated after a lost answer: it may have been carried out, and who sent it must look (see `sendOnce`).
 *
 * Octokit's own plug-ins do not serve: they repeat a POST blindly, wait fourteen seconds for a host that does not exist, wait out
 * a rate limit of an hour, and read `retry-after: 0` as a minute.
 */
function bePatient(octokit         , second        )       {
  octokit.hook.wrap('request', async (request, options) => {
    for (let tried = 1; ; tried += 1) {
      options.request.signal = AbortSignal.timeout(TIMEOUT);
      try {
        const answer = await request(options);
        if (isTorn(answer)) throw torn(answer.status)
        return answer
      } catch (error) {
        const failure = failureOf(error);
        const mayRepeat = failure?.kind !== 'lost' || (options.method !== 'POST' && options.request.once !== true);
        const seconds = mayRepeat ? pause(failure, tried) : undefined;
        if (seconds === undefined || tried === TRIES$1) throw error
        await setTimeout(seconds * second);
      }
    }
  });
}

/** JSON cut short on the way: octokit hands on the text as if it were the answer. A file's own text is none. */
const isTorn = (answer                                                                         ) =>
  answer.status !== 204 &&
  /^(?!.*\braw\b).*json/.test(answer.headers['content-type'] ?? '') &&
  typeof answer.data === 'string';

const torn = (status        ) => Object.assign(new Error('Answer cut short'), { name: 'HttpError', status });

/** A way to one repository's API. Nothing is loaded or sent before it is used. */
                             
                        
                       
                         
                                                                                                  
                                                                           
 

function connect({ token, apiUrl, repository, second = 1000 }                   )             {
  const [owner = '', repo = '', ...rest] = repository.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UserError('github.repository', `Expected a repository as 'owner/name' but found '${repository}'`, {
      hint: 'On a runner GITHUB_REPOSITORY holds it',
      kind: 'environment',
    })
  }
  if (!URL.canParse(apiUrl)) {
    throw new UserError('github.api-url', `Expected the address of GitHub's API but found '${apiUrl}'`, {
      hint: 'On a runner GITHUB_API_URL holds it',
      kind: 'environment',
    })
  }
  let octokit;                              

  return {
    owner,
    repo,
    second,
    async attempt(task, act) {
      octokit ??= load(token, apiUrl.replace(/\/+$/, ''), second);
      try {
        return await act(await octokit)
      } catch (error) {
        throw explain(error, task, apiUrl)
      }
    },
  }
}

async function load(token        , baseUrl        , second        )                   {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
  const { default: http } = await import('node:http');
  http.setGlobalProxyFromEnv?.();
  const { Octokit } = await import('./octokit.js');
  const octokit = new Octokit({
    ...(token === '' ? {} : { auth: token }),
    baseUrl,
    userAgent: `proofmark/${VERSION}`,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  bePatient(octokit, second);
  return octokit
}

const TRIES = 3;

/** Sends a write that must not be carried out twice: where its answer is lost, `look` tells whether it was, before it is sent again. */
async function sendOnce   (
  second        ,
  send                  ,
  look                              ,
)             {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send()
    } catch (error) {
      const failure = failureOf(error);
      const seconds = failure?.kind === 'lost' ? pause(failure, tried) : undefined;
      if (seconds === undefined) throw error
      await setTimeout(seconds * second);
      const found = await look();
      if (found !== undefined) return found
      if (tried === TRIES) throw error
    }
  }
}

export { connect as c, failureOf as f, isAbsent as i, pause as p, sendOnce as s };
