import { o as object, a as string, e as array, i as int, b as boolean, r as record, _ as _enum } from './schemas2.js';
import { U as UserError } from './user-error.js';
import { setTimeout } from 'node:timers/promises';

/** A commit; `meta_range_id` names its content: two commits with the same one hold the same objects. */
const Commit = object({
  id: string().regex(/^[0-9a-f]{64}$/),
  meta_range_id: string().max(256),
  parents: array(string().max(256)).max(100).default([]),
  metadata: record(string(), string()).nullish(),
});
                                           

/** A branch or a tag, and the commit that it names. */
const Ref = object({ id: string().max(1024), commit_id: string().max(256) });

/** An object; `checksum` is the store's ETag, no digest of the content. */
const StoredObject = object({
  path: string().max(4096),
  path_type: string().max(32).default('object'),
  checksum: string().max(256),
  size_bytes: int().nonnegative().default(0),
  physical_address: string().max(8192).default(''),
});
                                                       

/** A page of a listing. */
const pageOf =       (item                 ) =>
  object({
    pagination: object({ has_more: boolean(), next_offset: string().max(8192) }),
    results: array(item).max(1000),
  });

const Difference = object({
  path: string().max(4096),
  type: _enum(['added', 'removed', 'changed', 'conflict', 'prefix_changed']),
});
                                                   

const BranchProtection = array(object({ pattern: string().max(1024) })).max(1000);

const User = object({ user: object({ id: string().max(1024) }) });

const ServerVersion = object({ version: string().max(256).default('unknown') });

/** What a refusal says. */
const Refusal = object({ message: string() });

/** What was asked, for messages. */
                        
                         
                                                                  
                        
 

/** Characters of a server's own words that are told. */
const LONGEST = 500;

const fault$1 = ({ server, doing }       , code        , found        , hint        , cause          ) =>
  new UserError(`lakefs.${code}`, `Expected to ${doing} but found ${found} (lakeFS at ${server})`, {
    kind: 'environment',
    hint,
    cause,
  });

/** A connection that failed, and whether another may not. */
function connectionFault(asked       , error         )                                                         {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault$1(
        asked,
        'tls',
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in NODE_EXTRA_CA_CERTS',
        error,
      ),
    }
  const slow = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return {
    again: true,
    fault: slow
      ? fault$1(asked, 'slow', 'no answer in time', 'See whether the server is overloaded, then run again', error)
      : fault$1(
          asked,
          'unreachable',
          `no connection${code === '' ? '' : ` (${code})`}`,
          'Check LAKEFS_ENDPOINT, that the server runs, and that this machine can reach it',
          error,
        ),
  }
}

/** A status that is no success, with what the server says of it. */
function refused(asked       , status        , message        , location                )            {
  const said = message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`;
  const found = `HTTP status ${status}${said}`;
  if (status === 401)
    return fault$1(
      asked,
      'credentials',
      found,
      'Set LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY to a key that this server knows',
    )
  if (status === 403) return fault$1(asked, 'permission', found, 'Give the owner of the key the permission that is named')
  if (status >= 300 && status < 400)
    return fault$1(
      asked,
      'redirect',
      `a redirect to ${(location ?? 'elsewhere').slice(0, LONGEST)}`,
      'Give that address as LAKEFS_ENDPOINT: no redirect is followed, it would take the credentials along',
    )
  if (status === 404)
    return fault$1(asked, 'missing', found, 'Check repository, ref and path, and that this is the right server')
  if (status === 412)
    return fault$1(asked, 'refused', found, 'A hook or a condition refused it: see the run of the action in lakeFS')
  if (status >= 500 || status === 429)
    return fault$1(asked, 'busy', found, 'The server is overloaded, starting or broken: see its log, then run again')
  return fault$1(asked, 'refused', found, 'See what the server says, then run again')
}

/** An answer that is none of lakeFS's. */
const unreadable = (asked       , found        , cause          ) =>
  fault$1(
    asked,
    'answer',
    found,
    'Check that LAKEFS_ENDPOINT is the address of lakeFS itself: it may be a login page that answers',
    cause,
  );

/** An answer that its request takes no refusal for. */
function wanted       (value                   )        {
  if (value === undefined) throw new Error('an answer that was not asked for')
  return value
}

/** Objects that are listed below one prefix. */
const MOST_OBJECTS = 100_000;

/** Objects at a ref. */
function objects({ server, send, json }        ) {
  const at = (repository        , ref        , path        ) => `lakefs://${repository}/${ref}/${path}`;
  const below = (repository        , ref        ) => ['repositories', repository, 'refs', ref];

  return {
    /** An object by its path; undefined where there is none. */
    stat: (repository        , ref        , path        )                                      =>
      json(StoredObject, {
        path: [...below(repository, ref), 'objects', 'stat'],
        query: { path, user_metadata: 'false' },
        doing: `find ${at(repository, ref, path)}`,
        accepts: [404],
      }),

    /** Every object below a prefix, in the order of their paths. */
    list: async (repository        , ref        , prefix        )                            =>
      (
        await all(StoredObject, {
          path: [...below(repository, ref), 'objects', 'ls'],
          query: { prefix, user_metadata: 'false' },
          doing: `list ${at(repository, ref, prefix)}`,
        })
      ).filter(({ path_type }) => path_type === 'object'),

    /** What differs between two refs. */
    diff: (repository        , left        , right        )                          =>
      all(Difference, {
        path: [...below(repository, left), 'diff', right],
        query: { type: 'two_dot' },
        doing: `compare ${left} and ${right} of ${repository}`,
      }),

    /** The bytes of an object from one on. */
    async read(repository        , ref        , path        , from = 0) {
      const doing = `read ${at(repository, ref, path)}`;
      const response = await send({
        path: [...below(repository, ref), 'objects'],
        query: { path },
        headers: from === 0 ? {} : { range: `bytes=${from}-` },
        doing,
        long: true,
      });
      const [, begin] = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '') ?? [];
      return { from: response.status === 206 ? Number(begin ?? 0) : 0, bytes: bytesOf(response, doing) }
    },
  }

  /** Every page of a listing. */
  async function all      (item                 , sent      )                  {
    const found         = [];
    for (let after = ''; ; ) {
      const query = { ...sent.query, amount: '1000', ...(after === '' ? {} : { after }) };
      const { results, pagination } = wanted(await json(pageOf(item), { ...sent, query }));
      found.push(...results);
      if (!pagination.has_more) return found
      if (found.length >= MOST_OBJECTS)
        throw new UserError('lakefs.too-many', `Expected at most ${MOST_OBJECTS} to ${sent.doing} but found more`, {
          hint: 'Name a folder that holds less',
        })
      if (pagination.next_offset === after)
        throw new UserError(
          'lakefs.answer',
          `Expected the next page to ${sent.doing} but lakeFS gives the same again`,
          {
            kind: 'environment',
            hint: 'See the log of lakeFS, then run again',
          },
        )
      after = pagination.next_offset;
    }
  }

  async function* bytesOf(response          , doing        )                             {
    try {
      if (response.body) yield* response.body;
    } catch (error) {
      throw connectionFault({ server, doing }, error).fault
    }
  }
}

/** Commits, and the branches and tags that name them. */
const refs = ({ json }        ) => ({
  /** The commit that any ref names: a branch, a tag, an id, `main~1`. */
  commit: async (repository        , ref        )                    =>
    wanted(
      await json(Commit, {
        path: ['repositories', repository, 'commits', ref],
        doing: `find lakefs://${repository}/${ref}`,
      }),
    ),

  /** The commit at the head of a branch; undefined where there is no such branch. */
  branch: async (repository        , name        ) =>
    (
      await json(Ref, {
        path: ['repositories', repository, 'branches', name],
        doing: `find the branch ${name} of ${repository}`,
        accepts: [400, 404],
      })
    )?.commit_id,

  /** The commit that a tag names; undefined where there is no such tag. */
  tag: async (repository        , id        ) =>
    (
      await json(Ref, {
        path: ['repositories', repository, 'tags', id],
        doing: `find the tag ${id} of ${repository}`,
        accepts: [404],
      })
    )?.commit_id,

  /** Sets a tag that is not there yet: whether it was set. It can't be moved. */
  createTag: async (repository        , id        , ref        )                   =>
    (await json(Ref, {
      method: 'POST',
      path: ['repositories', repository, 'tags'],
      body: { id, ref },
      doing: `set the tag ${id} of ${repository}`,
      accepts: [409],
    })) !== undefined,

  /** Adds a commit without changes; only its metadata says something. */
  emptyCommit: async (
    repository        ,
    branch        ,
    message        ,
    metadata                                  ,
  )                    =>
    wanted(
      await json(Commit, {
        method: 'POST',
        path: ['repositories', repository, 'branches', branch, 'commits'],
        body: { message, metadata, allow_empty: true },
        doing: `add a commit to lakefs://${repository}/${branch}`,
        once: true,
      }),
    ),
});

const TRIES = 4;
/** Most that one answer in JSON may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024;
/** Seconds for an answer, for the bytes of an object, and the longest wait that a server may ask for. */
const TIMEOUT = 60;
const READ_TIMEOUT = 15 * 60;
const LONGEST_WAIT = 60;

                       
                                  
                                                  
                                  
                                                   
                                                     
                        
                             
                        
                                                             
                                      
                                                                              
                         
                                                           
                         
 

                                              

/** Sends requests to one server; `second` is how many milliseconds count as one. */
function sender({ server, authorization }            , second = 1000) {
  return { server, send, json }

  /** An answer that is one, its body unread. No redirect is followed: it would take the credentials along. */
  async function send(sent      )                    {
    const {
      method = 'GET',
      path,
      query = {},
      headers = {},
      body,
      doing,
      accepts = [],
      once = false,
      long = false,
    } = sent;
    const asked = { server, doing };
    const url = new URL(`${server}/api/v1/${path.map(encodeURIComponent).join('/')}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    for (let tried = 1; ; tried++) {
      let response;          
      try {
        response = await fetch(url, {
          method,
          redirect: 'manual',
          headers: {
            authorization,
            accept: '*/*',
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...headers,
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
          signal: AbortSignal.timeout((long ? READ_TIMEOUT : TIMEOUT) * second),
        });
      } catch (error) {
        const { again, fault } = connectionFault(asked, error);
        if (!again || once || tried === TRIES) throw fault
        await setTimeout(2 ** (tried - 1) * second);
        continue
      }
      const { status } = response;
      if (status === 200 || status === 201 || status === 206 || accepts.includes(status)) return response
      const seconds = isBusy(status) && !once ? (retryAfter(response) ?? 2 ** (tried - 1)) : undefined;
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES)
        throw refused(asked, status, await saidIn(response), response.headers.get('location'))
      await response.body?.cancel();
      await setTimeout(seconds * second);
    }
  }

  /** The answer as what it should be; undefined where its status is one of those that are accepted besides. */
  async function json                          (schema        , sent      )                                       {
    const asked = { server, doing: sent.doing };
    const response = await send(sent);
    if (sent.accepts?.includes(response.status)) {
      await response.body?.cancel();
      return undefined
    }
    const text = await textOf(response).catch((cause         ) => {
      throw connectionFault(asked, cause).fault
    });
    if (text === undefined) throw unreadable(asked, `an answer of more than ${MAX_ANSWER} bytes`)
    let value;         
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw unreadable(asked, /^\s*</.test(text) ? 'a page instead of an answer' : 'an answer that is no JSON', cause)
    }
    const read = schema.safeParse(value);
    if (read.success) return read.data
    const [issue] = read.error.issues;
    throw unreadable(asked, `an answer whose ${issue?.path.join('.') || 'form'} is not lakeFS’s`, read.error)
  }
}

const isBusy = (status        ) => status === 429 || status === 502 || status === 503 || status === 504;

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }          )                     {
  const header = headers.get('retry-after')?.trim() ?? '';
  return /^\d{1,9}$/.test(header) ? Number(header) : undefined
}

async function saidIn(response          )                  {
  try {
    const text = (await textOf(response)) ?? '';
    if (/^\s*</.test(text)) return ''
    return Refusal.safeParse(JSON.parse(text)).data?.message ?? ''
  } catch {
    return ''
  }
}

async function textOf(response          )                              {
  const pieces               = [];
  let bytes = 0;
  if (response.body)
    for await (const piece of response.body) {
      bytes += piece.length;
      if (bytes > MAX_ANSWER) return undefined
      pieces.push(piece);
    }
  return Buffer.concat(pieces).toString()
}

/** The calls of lakeFS's API that are needed (swagger 1.84). Every failure is a `UserError`. */
                                                          

/** Speaks to one server; `second` is how many milliseconds count as one while it waits. */
function lakefsClient(connection            , second         ) {
  const sending = sender(connection, second);
  const { server, json } = sending;
  return {
    server,
    ...refs(sending),
    ...objects(sending),

    /** Patterns of the branches that nobody can write to directly. */
    protectedBranches: async (repository        )                             =>
      wanted(
        await json(BranchProtection, {
          path: ['repositories', repository, 'settings', 'branch_protection'],
          doing: `read which branches of ${repository} are protected`,
        }),
      ).map(({ pattern }) => pattern),

    /** Whose key it is. */
    user: async () => wanted(await json(User, { path: ['user'], doing: 'ask whose key it is' })).user.id,

    version: async () =>
      wanted(await json(ServerVersion, { path: ['config', 'version'], doing: 'ask for its version' })).version,
  }
}

/** Where lakeFS is, and what is said to it with every request. */
                             
                                                                                             
                         
                                
 

/** lakeFS by the environment, under our names or lakectl's: none but it says where, so that no settings file can send the credentials elsewhere. */
function connectionFrom(environment             )             {
  const address = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL;
  const id = environment.LAKEFS_ACCESS_KEY_ID || environment.LAKECTL_CREDENTIALS_ACCESS_KEY_ID;
  const secret = environment.LAKEFS_SECRET_ACCESS_KEY || environment.LAKECTL_CREDENTIALS_SECRET_ACCESS_KEY;
  if (!address)
    throw fault('address', 'Expected the address of lakeFS in LAKEFS_ENDPOINT but found none', {
      hint: 'Set it, e.g. LAKEFS_ENDPOINT=https://lakefs.example.com, or lakectl’s LAKECTL_SERVER_ENDPOINT_URL',
    })
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    throw fault('address', 'Expected LAKEFS_ENDPOINT to be an http or https address without credentials', {
      hint: 'e.g. LAKEFS_ENDPOINT=https://lakefs.example.com',
    })
  if (!id || !secret)
    throw fault(
      'credentials',
      `Expected an access key for lakeFS but found ${id || secret ? 'one half of it' : 'none'}`,
      {
        hint: 'Set LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY, or lakectl’s LAKECTL_CREDENTIALS_ACCESS_KEY_ID and LAKECTL_CREDENTIALS_SECRET_ACCESS_KEY',
      },
    )
  return {
    server: `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}`,
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  }
}

const fault = (code        , message        , { hint }                  ) =>
  new UserError(`lakefs.${code}`, message, { kind: 'environment', hint });

export { connectionFrom as c, lakefsClient as l };
