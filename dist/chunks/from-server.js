import { i as isWithdrawn, O as OsvRecord } from './osv-record.js';
import { U as UserError } from './user-error.js';
import { setTimeout } from 'node:timers/promises';
import { o as object, e as array, a as string, S as prettifyError } from './schemas2.js';

/** Results in the order of the items, with at most `limit` under way at once; the first failure starts no further ones. */
async function inParallel      (
  items              ,
  limit        ,
  work                         ,
)               {
  const results      = [];
  const open = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [i, item] of open) {
      if (failed) return
      try {
        results[i] = await work(item);
      } catch (error) {
        failed = true;
        throw error
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results
}

const TRIES = 4;
/** Seconds for one request and its answer, and the longest wait a server may ask for. */
const TIMEOUT = 30;
const LONGEST_WAIT = 60;
/** Most that one answer may hold, in bytes: twice what the API sends at most. */
const MAX_ANSWER = 64 * 1024 * 1024;

                          
                      
                                                               
                         
                                             
                         
 

/** The JSON an address answers, or undefined for 404; tried again after a rate limit, a fault of the server and a lost connection. */
async function send({ url, body, second }         )                   {
  for (let tried = 1; ; tried += 1) {
    const answer = await attempt(url, body, second);
    if ('json' in answer) return answer.json
    const seconds = answer.again ? (answer.after ?? 2 ** (tried - 1)) : undefined;
    if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES) throw unreachable(url, answer.found)
    await setTimeout(seconds * second);
  }
}

             
                              
                                                                                            

async function attempt(url        , body         , second        )                  {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT * second),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (response.ok) return { json: JSON.parse(await textOf(response)) }
    await response.body?.cancel();
    if (response.status === 404 && body === undefined) return { json: undefined }
    const again = response.status === 429 || response.status >= 500;
    return { found: `HTTP status ${response.status}`, again, after: secondsOf(response.headers.get('retry-after')) }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: true }
    if (error instanceof TooLarge) return { found: error.message, again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { found: timedOut ? `no answer in ${TIMEOUT} seconds` : 'no connection', again: true }
  }
}

class TooLarge extends Error {}

async function textOf(response          )                  {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER) throw new TooLarge(`an answer of more than ${MAX_ANSWER} bytes`)
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode()
}

/** `retry-after` in seconds; its other form, a date, is left to our own waiting. */
const secondsOf = (header               )                     =>
  header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;

const unreachable = (url        , found        ) =>
  new UserError('osv.unreachable', `Expected an answer from ${new URL(url).origin} but found ${found}`, {
    kind: 'environment',
    hint: "Run it again, name a mirror in 'security.osv-url', or give the path of OSV's all.zip as 'security.vulnerabilities'",
  });

/** Queries that one request may hold (google.github.io/osv.dev/post-v1-querybatch). */
const MAX_QUERIES = 1000;
/** Rounds of further pages; one page holds a thousand advisories. */
const MAX_ROUNDS = 100;

const Batch = object({
  results: array(
    object({
      vulns: array(object({ id: string().min(1).max(256) })).nullish(),
      next_page_token: string().nullish(),
    }),
  ),
});

                 
                                     
                     
                             
                         
 

/** Ids of the advisories that affect each package, in the packages' order, all pages of them. */
async function matchesOf(
  packages                           ,
  base        ,
  second        ,
)                      {
  const found = packages.map(() => new Set        ());
  let open          = packages.map((of, at) => ({ at, of }));
  for (let round = 1; open.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw unlike(base, `more than ${MAX_ROUNDS} pages`)
    const further          = [];
    for (let start = 0; start < open.length; start += MAX_QUERIES) {
      const queries = open.slice(start, start + MAX_QUERIES);
      const results = await ask(queries, base, second);
      for (const [i, query] of queries.entries()) {
        const { vulns, next_page_token: token } = results[i] ?? {};
        for (const { id } of vulns ?? []) found[query.at]?.add(id);
        if (token) further.push({ ...query, token });
      }
    }
    open = further;
  }
  return found.map(ids => [...ids].toSorted())
}

async function ask(queries                  , base        , second        ) {
  const body = {
    queries: queries.map(({ of: { ecosystem, name, version }, token }) => ({
      package: { ecosystem, name },
      ...(version === undefined ? {} : { version }),
      ...(token === undefined ? {} : { page_token: token }),
    })),
  };
  const answer = Batch.safeParse(await send({ url: `${base}/v1/querybatch`, body, second }));
  if (!answer.success) throw unlike(base, 'something else')
  const { results } = answer.data;
  if (results.length !== queries.length) throw unlike(base, `${results.length} results for ${queries.length} queries`)
  return results
}

const unlike = (base        , found        ) =>
  new UserError('osv.answer', `Expected the answer of an OSV server from ${base} but found ${found}`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
  });

/** Details asked for at once. */
const PARALLEL = 8;

/** Asks an OSV server which advisories affect the packages, then for each advisory once. */
async function fromServer(
  packages                           ,
  url        ,
  second        ,
)                         {
  const base = url.replace(/\/+$/, '');
  const matches = await matchesOf(packages, base, second);
  const ids = [...new Set(matches.flat())];
  const records = await inParallel(ids, PARALLEL, id => detail(id, base, second));
  const byId = new Map(ids.map((id, i) => [id, records[i] ?? { id }]));
  return matches.map(found => found.map(id => byId.get(id) ?? { id }).filter(record => !isWithdrawn(record)))
}

/** One advisory; a server that names it but has no details of it leaves only its name. */
async function detail(id        , base        , second        )                     {
  const answer = await send({ url: `${base}/v1/vulns/${encodeURIComponent(id)}`, second });
  if (answer === undefined) return { id }
  const found = OsvRecord.safeParse(answer);
  if (found.success && found.data.id === id) return found.data
  throw new UserError('osv.answer', `Expected the advisory ${id} from ${base} but found something else`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
    ...(found.success ? {} : { cause: prettifyError(found.error) }),
  })
}

export { fromServer };
