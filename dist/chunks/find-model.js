import { Readable } from 'node:stream';
import { U as UserError } from './user-error.js';
import { setTimeout } from 'node:timers/promises';
import { o as object, a as string, e as array, u as union, n as number, i as int, _ as _enum } from './schemas2.js';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { readFile } from 'node:fs/promises';
import { n as number$1 } from './coerce.js';

/** What the server said when it refused, for callers to whom a refusal is an answer. */
                          
                         
                                                                                                    
                                   
                          
 

/** What was asked, for messages. */
                        
                         
                                                  
                        
                                                                  
                                     
 

/** Characters of a server's own words that are told. */
const LONGEST = 300;

const fault = ({ server, doing }       , code        , found        , hint        , cause          ) =>
  new UserError(`mlflow.${code}`, `Expected to ${doing} but found ${found} (MLflow at ${server})`, {
    kind: 'environment',
    hint,
    cause,
  });

/** A connection that failed, and whether another may not. */
function connectionFault(asked       , error         )                                                         {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        asked,
        'tls',
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in MLFLOW_TRACKING_SERVER_CERT_PATH',
        error,
      ),
    }
  const slow = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return {
    again: true,
    fault: slow
      ? fault(asked, 'slow', 'no answer in time', 'See whether the server is overloaded, then run again', error)
      : fault(
          asked,
          'unreachable',
          `no connection${code === '' ? '' : ` (${code})`}`,
          'Check MLFLOW_TRACKING_URI, that the server runs, and that this machine can reach it',
          error,
        ),
  }
}

/** A status that is no success, with what the server says of it. */
function refused(asked       , { status, code, message }         , location         )            {
  const said = message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`;
  const found = `HTTP status ${status}${said}`;
  if (status === 403 && /invalid host header/i.test(message))
    return fault(
      asked,
      'host-header',
      found,
      `Let its operator add this address to 'mlflow server --allowed-hosts', as it is in MLFLOW_TRACKING_URI, with the port`,
    )
  if (status === 401)
    return fault(
      asked,
      'credentials',
      found,
      'Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, to what this server knows',
    )
  if (status === 403)
    return fault(
      asked,
      'permission',
      found,
      asked.needs === undefined ? 'Give the user the permission' : `Give the user ${asked.needs}`,
    )
  if (status >= 300 && status < 400)
    return fault(
      asked,
      'redirect',
      `a redirect to ${(location ?? 'elsewhere').slice(0, LONGEST)}`,
      'Give that address as MLFLOW_TRACKING_URI: no redirect is followed, it would take the credentials along',
    )
  if (status === 404 && code === undefined)
    return fault(asked, 'address', found, 'Check MLFLOW_TRACKING_URI: the address without /api, with the prefix it has')
  if (status === 404 || code === 'RESOURCE_DOES_NOT_EXIST')
    return fault(asked, 'missing', found, 'Check its name, and that this is the right server')
  if (status === 413) return fault(asked, 'too-large', found, 'Raise the limit of the proxy before the server')
  if (status >= 500 || status === 429)
    return fault(asked, 'busy', found, 'The server is overloaded, starting or broken: see its log, then run again')
  return fault(asked, 'refused', found, 'See what the server says, then run again')
}

/** An answer that is none of MLflow's. */
const unreadable = (asked       , found        , cause          ) =>
  fault(
    asked,
    'answer',
    found,
    'Check that MLFLOW_TRACKING_URI is the address of MLflow itself: it may be a login page that answers',
    cause,
  );

/** An artifact that cannot be had: MLflow answers 500 where there is none. */
const missingArtifact = (asked       , { message }         ) =>
  fault(
    asked,
    'missing',
    `HTTP status 500${message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`}`,
    'MLflow answers so where there is no such artifact, or its store is broken: see whether it is shown in its page',
  );

/** Most that one answer in JSON may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024;

/** The text of an answer; undefined where it is larger than is read. */
async function readBody(message                 )                              {
  const chunks           = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER) return undefined
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString()
}

const ErrorAnswer = object({ error_code: string().optional(), message: string().optional() });

/** What a refusal says: MLflow's JSON, or the plain text that its access control and its host check answer with; of a page, nothing. */
function refusalIn(status        , text        )          {
  let json;         
  try {
    json = JSON.parse(text);
  } catch {
    return { status, code: undefined, message: /^\s*</.test(text) ? '' : text.trim() }
  }
  const read = ErrorAnswer.safeParse(json);
  return { status, code: read.data?.error_code, message: read.data?.message ?? '' }
}

/** Sends one request; the answer's body is yet to be read. No redirect is followed: it would take the credentials along. */
function send({ method, url, headers, body, ca, idle, deadline }      )                           {
  return new Promise((resolve, reject) => {
    const request$2 = (url.protocol === 'https:' ? request : request$1)(
      url,
      {
        method,
        headers: { accept: 'application/json', ...headers, ...(body ? { 'content-length': body.bytes } : {}) },
        ...(ca === undefined ? {} : { ca }),
        ...(deadline === undefined ? {} : { signal: AbortSignal.timeout(deadline) }),
      },
      resolve,
    );
    request$2.setTimeout(idle, () => request$2.destroy(new NoAnswer()));
    request$2.on('error', reject);
    if (body) pipeline(body.open(), request$2).catch(reject);
    else request$2.end();
  })
}

/** Nothing was heard for too long. */
class NoAnswer extends Error {
                    name = 'TimeoutError'
}

/** Times a request is sent before it is given up. */
const TRIES = 4;
/** Seconds without a byte, and the longest that a server may ask to wait. */
const IDLE = 60;
const LONGEST_WAIT = 60;

/** What a server has answered: a refusal, or the text of a success; a body that is streamed is left to be read. */
                                                                                                                 

/** Sends a request until it is answered. */
                         
               
                
                                  
                                            
                 

/** Sends requests to a tracking server, within limits: what is busy or broken is asked again. */
function sentAgain({ ca }                        , second        )            {
  return async (asked, tries, sent, { streamed = false } = {}) => {
    for (let n = 1; ; n++) {
      const got = await answerTo(asked, sent, streamed);
      if (!('fault' in got) && !('refusal' in got && isBusy(got.refusal))) return got
      const seconds = 'wait' in got ? (got.wait ?? 2 ** (n - 1)) : 2 ** (n - 1);
      if (n >= tries || seconds > LONGEST_WAIT || ('fault' in got && !got.again)) {
        if ('fault' in got) throw got.fault
        return got
      }
      await setTimeout(seconds * second);
    }
  }

  async function answerTo(
    asked       ,
    sent                           ,
    streamed         ,
  )                                                                                        {
    try {
      const message = await send({ ...sent, ca, idle: IDLE * second });
      const { statusCode: status = 0, headers: heard } = message;
      if (streamed && (status === 200 || status === 206)) return { text: '', message }
      const text = await readBody(message);
      if (text === undefined) return { again: false, fault: unreadable(asked, 'an answer that is too large') }
      if (status >= 200 && status < 300) return { text, message }
      return { refusal: refusalIn(status, text), location: heard.location, wait: retryAfter(heard['retry-after']) }
    } catch (error) {
      return connectionFault(asked, error)
    }
  }
}

const isBusy = ({ status }         ) => status === 429 || status >= 500;

/** Seconds that the server asks to wait; a date is left to our own waiting. */
const retryAfter = (header                    )                     =>
  header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;

/** One call of MLflow's REST interface. */
                                                             
                                                      
                                              
                       
                                            
                              
                                                                        
                      
                         
                                    
                                                                                 
                                                                    
                                                                 
                         
 

/** Bytes that come from a server. */
                           
                                                                             
                       
                                           
 

/** Bytes that go to a server; `open` gives them from the beginning each time it is tried. */
                         
                        
                  
 

/** A tracking server, and how to speak to it. */
                         
                                          
                         
                                                  
                                                                                                            
                                        
                                                   
                                                                                       
                                                                                    
 

/** Seconds for a whole answer in JSON. */
const DEADLINE = 60;

                                
                                             
                          
 

/** Speaks to a tracking server: what is busy or broken is asked again, what is refused is said in a sentence. */
function mlflowClient({ server, headers, ca }            , { second = 1000 }                = {})         {
  const tried = sentAgain({ ca }, second);
  const urlOf = (path        , api = '2.0') => new URL(`${server}/api/${api}/${path}`);

  return {
    server,

    async ask({ method, path, api, query = {}, body, answer, refusal, once, ...about }) {
      const asked = { server, ...about };
      const url = urlOf(path, api);
      for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, `${value}`);
      const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const response = await tried(asked, once ? 1 : TRIES, {
        method,
        url,
        headers: { ...headers, ...(content ? { 'content-type': 'application/json' } : {}) },
        ...(content ? { body: { bytes: content.length, open: () => Readable.from([content]) } } : {}),
        deadline: DEADLINE * second,
      });
      if ('refusal' in response) {
        const meant = refusal?.(response.refusal);
        if (meant) return meant.means
        throw refused(asked, response.refusal, response.location)
      }
      return parsed(asked, response.text, answer)
    },

    async version() {
      const asked = { server, doing: 'read its version' };
      const sent = { method: 'GET', url: new URL(`${server}/version`), headers, deadline: DEADLINE * second };         
      const response = await tried(asked, TRIES, sent);
      if (!('refusal' in response)) return /^\d+\.\d+[\w.+-]*$/.exec(response.text.trim())?.[0]
      if (response.refusal.status === 404) return undefined
      throw refused(asked, response.refusal, response.location)
    },

    async download(path, from, about) {
      const asked = { server, ...about };
      const range                         = from > 0 ? { range: `bytes=${from}-` } : {};
      const sent = { method: 'GET', url: urlOf(path), headers: { ...headers, ...range } };         
      const response = await tried(asked, TRIES, sent, { streamed: true });
      if ('refusal' in response)
        throw response.refusal.status === 500
          ? missingArtifact(asked, response.refusal)
          : refused(asked, response.refusal, response.location)
      const { message } = response;
      return { from: message.statusCode === 206 ? from : 0, bytes: whole(asked, message) }
    },

    async upload(path, body, about) {
      const asked = { server, ...about };
      const sent = {
        method: 'PUT',
        url: urlOf(path),
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body,
      };         
      const response = await tried(asked, TRIES, sent);
      if ('refusal' in response) throw refused(asked, response.refusal, response.location)
    },
  }
}

/** The bytes of an answer; one that breaks off is said in a sentence. */
async function* whole(asked       , message                 )                             {
  try {
    yield* message;
  } catch (error) {
    throw connectionFault(asked, error).fault
  }
}

function parsed        (asked       , text        , schema                   )         {
  let json;         
  try {
    json = JSON.parse(text === '' ? '{}' : text);
  } catch (cause) {
    throw unreadable(asked, /^\s*</.test(text) ? 'an HTML page' : 'an answer that is no JSON', cause)
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data
  const [issue] = read.error.issues;
  throw unreadable(asked, `an answer whose ${issue?.path.join('.') || 'form'} is wrong`, read.error)
}

/** Where a tracking server is, and what is said to it with every request. */
                             
                                                                                                                 
                         
                                                    
                                                                          
                                 
 

/** A tracking server by MLflow's own environment variables: none but they say where it is, so that no settings file can send the credentials elsewhere. */
async function connectionFrom(environment             )                      {
  const { MLFLOW_TRACKING_URI: address, MLFLOW_TRACKING_SERVER_CERT_PATH: certificates } = environment;
  const url = addressOf(address);
  const headers = credentials(url, environment);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return {
    server: url.toString().replace(/\/+$/, ''),
    headers,
    ca: certificates ? await read(certificates) : undefined,
  }
}

function addressOf(address                    )      {
  if (!address)
    throw new UserError('mlflow.address', 'Expected the address of MLflow in MLFLOW_TRACKING_URI but found none', {
      kind: 'environment',
      hint: 'Set it as for MLflow itself, e.g. MLFLOW_TRACKING_URI=https://mlflow.example.com',
    })
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  throw new UserError(
    'mlflow.address',
    `Expected MLFLOW_TRACKING_URI to begin with https:// or http:// but it ${url ? `begins with ${url.protocol}` : 'is no address'}`,
    {
      kind: 'environment',
      hint: 'Give the address of a tracking server: folders, databases and Databricks are not read',
    },
  )
}

/** Who asks: a token, or a name and password, from the variables or from the address itself. */
function credentials(url     , environment             )                         {
  const { MLFLOW_TRACKING_TOKEN: token, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD } = environment;
  const username = MLFLOW_TRACKING_USERNAME || decodeURIComponent(url.username);
  const password = MLFLOW_TRACKING_PASSWORD || decodeURIComponent(url.password);
  if (username && password)
    return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
  if (token) return { authorization: `Bearer ${headerValue(token)}` }
  if (!username && !password) return {}
  throw new UserError(
    'mlflow.credentials',
    `Expected MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD but found only the ${username ? 'name' : 'password'}`,
    { kind: 'environment', hint: 'Set both, or MLFLOW_TRACKING_TOKEN where the server takes tokens' },
  )
}

function headerValue(token        )         {
  if (/^[\x21-\x7e]+$/.test(token.trim())) return token.trim()
  throw new UserError('mlflow.credentials', 'Expected a token in MLFLOW_TRACKING_TOKEN but found text that is none', {
    kind: 'environment',
    hint: 'Take blanks and line breaks out of it',
  })
}

async function read(path        )                  {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UserError(
      'mlflow.ca',
      `Expected the file ${path} of MLFLOW_TRACKING_SERVER_CERT_PATH but it cannot be read`,
      {
        kind: 'environment',
        hint: 'Name the PEM file of the certificate authority that signed the server’s certificate',
        cause,
      },
    )
  }
}

/** Tags as MLflow lists them, by key. A text of MLflow's may be missing where it is empty. */
const Tags = array(object({ key: string(), value: string().default('') }))
  .default([])
  .transform((tags)                              => new Map(tags.map(({ key, value }) => [key, value])));

/** Tags as MLflow takes them. */
const tagList = (tags                                  ) =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

/** A model as MLflow 3 logs it, whether it is registered or not. */
const LoggedModel = object({
    model: object({
      info: object({
        model_id: string(),
        experiment_id: string(),
        name: string().default(''),
        artifact_uri: string(),
        source_run_id: string().nullish(),
        status: union([string(), number()]).optional(),
        tags: Tags,
      }),
    }),
  })
  .transform(({ model: { info } }) => ({
    id: info.model_id,
    experiment: info.experiment_id,
    name: info.name,
    /** Address of the folder that its files lie in. */
    artifacts: info.artifact_uri,
    run: info.source_run_id || undefined,
    tags: info.tags,
  }));
                                                     

const Nothing$4 = object({}).transform(() => undefined);

const getLoggedModel = (client        , id        )                       =>
  client.ask({
    method: 'GET',
    path: `mlflow/logged-models/${encodeURIComponent(id)}`,
    answer: LoggedModel,
    doing: `read the logged model ${id}`,
    needs: 'READ on its experiment',
  });

const tagLoggedModel = (
  client        ,
  id        ,
  tags                                  ,
)                     =>
  client.ask({
    method: 'PATCH',
    path: `mlflow/logged-models/${encodeURIComponent(id)}/tags`,
    body: { tags: tagList(tags) },
    answer: Nothing$4,
    doing: `tag the logged model ${id}`,
    needs: 'EDIT on its experiment',
  });

/** Most that is asked for at once. */
const PAGE = 1000;

/** What comes page by page, until there is no more or there are `most` of them. A page that is empty ends it, whatever token it bears. */
async function inPages      (
  most        ,
  page                                                                                                            ,
  largest = PAGE,
)                  {
  const all         = [];
  let token;                    
  do {
    const { items, next } = await page(Math.min(most - all.length, largest), token);
    all.push(...items);
    token = items.length === 0 || next === token ? undefined : next || undefined;
  } while (token !== undefined && all.length < most)
  return all
}

/** Versions come as texts of decimal numbers; some look-alikes give numbers. */
const Version = union([string().regex(/^\d{1,18}$/), int().nonnegative()]).transform(String);

/** A name that versions are registered under. */
const RegisteredModel = object({
    name: string(),
    tags: Tags,
    aliases: array(object({ alias: string(), version: Version })).default([]),
  })
  .transform(({ name, tags, aliases }) => ({
    name,
    tags,
    /** Versions by alias; one whose version was deleted is still listed. */
    aliases: new Map(aliases.map(({ alias, version }) => [alias, version]))                               ,
  }));
                                                             

const One$1 = object({ registered_model: RegisteredModel })
  .transform((answer)                              => answer.registered_model);
const Many$1 = object({
  registered_models: array(RegisteredModel).default([]),
  next_page_token: string().optional(),
});
const Nothing$3 = object({}).transform(() => undefined);

/** Undefined where there is no such model. */
const getRegisteredModel = (client        , name        )                                       =>
  client.ask({
    method: 'GET',
    path: 'mlflow/registered-models/get',
    query: { name },
    answer: One$1,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `read the registered model ${name}`,
    needs: `READ on the registered model ${name}`,
  });

/** Registered models that the user may see, at most `most`. */
const searchRegisteredModels = (client        , most        )                             =>
  inPages(
    most,
    async (size, token) => {
      const page = await client.ask({
        method: 'GET',
        path: 'mlflow/registered-models/search',
        query: { max_results: size, page_token: token },
        answer: Many$1,
        doing: 'list the registered models',
      });
      return { items: page.registered_models, next: page.next_page_token }
    },
    100,
  );

const tagRegisteredModel = (client        , name        , key        , value        )                     =>
  client.ask({
    method: 'POST',
    path: 'mlflow/registered-models/set-tag',
    body: { name, key, value },
    answer: Nothing$3,
    doing: `tag the registered model ${name}`,
    needs: `EDIT on the registered model ${name}`,
  });

/** A version of a registered model. */
const ModelVersion = object({
    name: string(),
    version: Version,
    run_id: string().default(''),
    /** MLflow 3 has it. */
    model_id: string().nullish(),
    source: string().default(''),
    status: string().default('READY'),
    tags: Tags,
  })
  .transform(({ name, version, run_id, model_id, source, status, tags }) => ({
    name,
    /** A decimal number, as text. */
    version,
    /** The run that made it; undefined where none is named. */
    run: run_id || undefined,
    /** The logged model that it is a version of: `m-3f2a…`. */
    loggedModel: model_id || /^models:\/(m-[^/]+)$/.exec(source)?.[1],
    source,
    status,
    tags,
  }));
                                                       

const One = object({ model_version: ModelVersion }).transform((answer)               => answer.model_version);
const Maybe = One.transform((version)                           => version);
const Many = object({ model_versions: array(ModelVersion).default([]), next_page_token: string().optional() });
const Folder = object({ artifact_uri: string() }).transform(answer => answer.artifact_uri);
const Nothing$2 = object({}).transform(() => undefined);

/** Undefined where there is no such version. */
const getModelVersion = (client        , name        , version        )                                    =>
  client.ask({
    method: 'GET',
    path: 'mlflow/model-versions/get',
    query: { name, version },
    answer: Maybe,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `read version ${version} of ${name}`,
    needs: `READ on the registered model ${name}`,
  });

/** Versions of a model, or of all of them, the newest first, at most `most`; `filter` is one of MLflow's further conditions. */
const searchModelVersions = (
  client        ,
  { name, filter, most }                                                              ,
)                          =>
  inPages(most, async (size, token) => {
    const page = await client.ask({
      method: 'GET',
      path: 'mlflow/model-versions/search',
      query: {
        filter: [
          ...(name === undefined ? [] : [`name = '${name.replaceAll("'", "''")}'`]),
          ...(filter === undefined ? [] : [filter]),
        ].join(' AND '),
        order_by: 'version_number DESC',
        max_results: size,
        page_token: token,
      },
      answer: Many,
      doing: `list the versions of ${name ?? 'all registered models'}`,
      needs: `READ on ${name === undefined ? 'registered models' : `the registered model ${name}`}`,
    });
    return { items: page.model_versions, next: page.next_page_token }
  });

/** Address of the folder that a version's files lie in. */
const versionFolder = (client        , name        , version        )                  =>
  client.ask({
    method: 'GET',
    path: 'mlflow/model-versions/get-download-uri',
    query: { name, version },
    answer: Folder,
    doing: `find the files of version ${version} of ${name}`,
    needs: `READ on the registered model ${name}`,
  });

/** Makes a version of a folder of artifacts. */
const createModelVersion = (
  client        ,
  made   
                         
                           
                                     
                                 
                                                    
   ,
)                        =>
  client.ask({
    method: 'POST',
    path: 'mlflow/model-versions/create',
    body: {
      name: made.name,
      source: made.source,
      ...(made.run === undefined ? {} : { run_id: made.run }),
      ...(made.description === undefined ? {} : { description: made.description }),
      tags: tagList(made.tags ?? {}),
    },
    answer: One,
    once: true,
    doing: `make a version of ${made.name}`,
    needs: `EDIT on the registered model ${made.name}`,
  });

const tagModelVersion = (
  client        ,
  { name, version }                                        ,
  key        ,
  value        ,
)                     =>
  client.ask({
    method: 'POST',
    path: 'mlflow/model-versions/set-tag',
    body: { name, version, key, value },
    answer: Nothing$2,
    doing: `tag version ${version} of ${name}`,
    needs: `EDIT on the registered model ${name}`,
  });

/** MLflow's databases hold no infinity: this is how they keep one. */
const INFINITE = 1.7976931348623157e308;

/** A metric's value: NaN comes as a text, an infinity as the largest number there is. */
const MetricValue = union([number(), _enum(['NaN', 'Infinity', '-Infinity'])])
  .transform(value => (typeof value === 'string' ? Number(value) : Math.abs(value) >= INFINITE ? value * 2 : value));

const Metric = object({
  key: string(),
  value: MetricValue,
  /** Milliseconds since 1970. */
  timestamp: number$1().default(0),
  step: number$1().default(0),
});
                                           

object({ metrics: array(Metric).default([]), next_page_token: string().optional() });

/** A run of MLflow's: an execution that logged metrics and files. */
const Run = object({
    info: object({
      run_id: string(),
      run_name: string().default(''),
      experiment_id: string(),
      status: string().default(''),
      artifact_uri: string(),
    }),
    data: object({ metrics: array(Metric).default([]), params: Tags, tags: Tags }).prefault({}),
  })
  .transform(({ info, data }) => ({
    id: info.run_id,
    name: info.run_name,
    experiment: info.experiment_id,
    status: info.status,
    /** Address of the folder that its artifacts lie in: `mlflow-artifacts:/1/3f2a/artifacts`. */
    artifacts: info.artifact_uri,
    /** The last value of each metric, by key. */
    metrics: new Map(data.metrics.map(({ key, value }) => [key, value]))                               ,
    params: data.params,
    tags: data.tags,
  }));
                                     

const OneRun = object({ run: Run }).transform(({ run }) => run);
const Runs = object({ runs: array(Run).default([]), next_page_token: string().optional() });
const Nothing$1 = object({}).transform(() => undefined);

const getRun = (client        , id        )               =>
  client.ask({
    method: 'GET',
    path: 'mlflow/runs/get',
    query: { run_id: id },
    answer: OneRun,
    doing: `read the run ${id}`,
    needs: 'READ on its experiment',
  });

/** Runs of some experiments by MLflow's filter, the newest first, at most `most`. */
const searchRuns = (
  client        ,
  { experiments, filter, most }                                                                  ,
)                 =>
  inPages(most, async (size, token) => {
    const page = await client.ask({
      method: 'POST',
      path: 'mlflow/runs/search',
      body: {
        experiment_ids: experiments,
        filter,
        max_results: size,
        order_by: ['attributes.start_time DESC'],
        ...(token === undefined ? {} : { page_token: token }),
      },
      answer: Runs,
      doing: 'search for runs',
      needs: 'READ on the experiment',
    });
    return { items: page.runs, next: page.next_page_token }
  });

/** Makes a run that has begun at `at`, in milliseconds since 1970. */
const createRun = (
  client        ,
  {
    experiment,
    name,
    tags,
    at,
  }                                                                                          ,
)               =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/create',
    body: { experiment_id: experiment, run_name: name, start_time: at, tags: tagList(tags) },
    answer: OneRun,
    once: true,
    doing: `make a run in the experiment ${experiment}`,
    needs: `EDIT on the experiment ${experiment}`,
  });

/** Ends a run. */
const endRun = (client        , id        , status                       , at        )                     =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/update',
    body: { run_id: id, status, end_time: at },
    answer: Nothing$1,
    doing: `end the run ${id}`,
    needs: 'EDIT on its experiment',
  });

/** Most metrics and most tags that the server takes at once. */
const BATCH = { metrics: 1000};         

/** Logs metrics and tags of a run in one call: at most `BATCH` of them, and 1 MB in all. */
const logBatch = (
  client        ,
  run                                ,
  metrics                   ,
  tags                                  ,
)                     =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/log-batch',
    body: { run_id: run.id, metrics, tags: tagList(tags) },
    answer: Nothing$1,
    doing: `log metrics and tags of the run ${run.id}`,
    needs: `EDIT on the experiment ${run.experiment}`,
  });

/** Opens a folder of artifacts by the address that MLflow gives for it, wherever it keeps them. */
async function openArtifacts(client        , address        , world               )                          {
  const proxied = /^mlflow-artifacts:(?:\/\/([^/]*))?\/(.*)$/.exec(address);
  if (proxied) {
    const [, host = '', path = ''] = proxied;
    if (host !== '' && host !== new URL(client.server).host)
      throw new UserError(
        'mlflow.other-host',
        `Expected the files of ${world.of} at ${new URL(client.server).host} but MLflow names ${host}`,
        {
          kind: 'environment',
          hint: 'Set MLFLOW_TRACKING_URI to the server that keeps them: credentials are sent to no other',
        },
      )
    return (await import('./proxied-artifacts.js')).proxiedArtifacts(client, address, path, world)
  }
  const s3 = /^s3a?:\/\/([^/]+)\/?(.*)$/.exec(address);
  if (s3) return (await import('./s3-artifacts.js')).s3Artifacts(address, s3[1] ?? '', s3[2] ?? '', world)
  if (address.startsWith('/') || address.startsWith('file:'))
    return (await import('./local-artifacts.js')).localArtifacts(address, world)
  throw new UserError(
    'mlflow.store',
    `Expected the files of ${world.of} in MLflow itself, in S3 or in a folder here but they are at ${address}`,
    { kind: 'environment', hint: 'Let the server hand artifacts on: mlflow server --serve-artifacts' },
  )
}

/** Where an alias points: a version; nothing; or at one that was deleted. */
                                                        

const Pointed = object({ model_version: ModelVersion }).transform((answer)          => answer.model_version);
const Nothing = object({}).transform(() => undefined);

/** Where an alias points now. A server tells an alias that is not set by a status 400 and this text, one whose version was deleted by 404. */
const getAlias = (client        , name        , alias        )                   =>
  client.ask({
    method: 'GET',
    path: 'mlflow/registered-models/alias',
    query: { name, alias },
    answer: Pointed,
    refusal: ({ status, code, message }) =>
      status === 400 && /alias .* not found/i.test(message)
        ? { means: 'unset' }
        : code === 'RESOURCE_DOES_NOT_EXIST' && /version/i.test(message)
          ? { means: 'deleted' }
          : undefined,
    doing: `read the alias ${alias} of ${name}`,
    needs: `READ on the registered model ${name}`,
  });

/** Points an alias at a version, whatever it pointed at: MLflow has no compare-and-swap. */
const setAlias = (client        , name        , alias        , version        )                     =>
  client.ask({
    method: 'POST',
    path: 'mlflow/registered-models/alias',
    body: { name, alias, version },
    answer: Nothing,
    doing: `point the alias ${alias} of ${name} at version ${version}`,
    needs: `EDIT on the registered model ${name}`,
  });

const deleteAlias = (client        , name        , alias        )                     =>
  client.ask({
    method: 'DELETE',
    path: 'mlflow/registered-models/alias',
    body: { name, alias },
    answer: Nothing,
    doing: `take the alias ${alias} from ${name}`,
    needs: `MANAGE on the registered model ${name}`,
  });

/** Files of MLflow's, found by an address. */
                             
                                                                                                                
                         
                                 
                                                                                                                 
                                  
 

/** Finds the folder that an address names, without the path in it. */
async function findModel(client        , address              , environment             )                      {
  const open = (uri        , of        , experiment         ) =>
    openArtifacts(client, uri, { environment, of, experiment });
  if (address.of === 'store')
    return {
      pinned: 'mlflow-artifacts:',
      folder: await open('mlflow-artifacts:/', 'the artifact store'),
      run: undefined,
    }
  if (address.of === 'run') {
    const run = await getRun(client, address.id);
    const folder = await open(run.artifacts, `the run ${run.id}`, run.experiment);
    return { pinned: `runs:/${run.id}`, folder, run: undefined }
  }
  if (address.of === 'logged-model') {
    const model = await getLoggedModel(client, address.id);
    const folder = await open(model.artifacts, `the logged model ${model.id}`, model.experiment);
    return { pinned: `models:/${model.id}`, folder, run: model.run }
  }
  const { name, version, run } = await findVersion(client, address);
  const uri = await versionFolder(client, name, version);
  const folder = await open(uri, `version ${version} of ${name}`);
  return { pinned: `models:/${name}/${version}`, folder, run }
}

/** The version that an address names, or that an alias points at now. */
async function findVersion(
  client        ,
  address                                                    ,
)                        {
  const { name } = address;
  if (address.of === 'version') {
    const version = await getModelVersion(client, name, address.version);
    if (version) return version
    throw missing(client, `version ${address.version} of the registered model ${name}`, 'none of that number')
  }
  const version = await getAlias(client, name, address.alias);
  if (typeof version !== 'string') return version
  throw missing(
    client,
    `the alias ${address.alias} of the registered model ${name} to point at a version`,
    version === 'unset' ? 'no such alias' : 'that its version was deleted',
  )
}

const missing = ({ server }        , expected        , found        ) =>
  new UserError('mlflow.missing', `Expected ${expected} but found ${found} (MLflow at ${server})`, {
    hint: 'Check the name, which tells capitals from small letters, and that this is the right server',
  });

export { BATCH as B, createRun as a, searchModelVersions as b, createModelVersion as c, deleteAlias as d, endRun as e, findModel as f, getModelVersion as g, setAlias as h, getAlias as i, tagRegisteredModel as j, getRegisteredModel as k, searchRegisteredModels as l, mlflowClient as m, connectionFrom as n, openArtifacts as o, tagLoggedModel as p, getRun as q, logBatch as r, searchRuns as s, tagModelVersion as t, getLoggedModel as u, versionFolder as v, findVersion as w };
