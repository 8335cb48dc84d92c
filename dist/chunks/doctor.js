import { U as UserError } from './user-error.js';
import { b as localFiles, l as locate$1, c as compose } from './compose.js';
import { r as readSettings } from './read-settings.js';
import { e as environmentContext } from './context.js';
import { access, constants, statfs, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { s as systemCode } from './file-error.js';
import { c as cacheFolder } from './cache-folder.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { V as VERSION } from './version.js';
import { i as isAddress, l as locate } from './regular-file.js';
import { i as isModelAddress } from './model-address.js';
import { constants as constants$1 } from 'node:fs';
import { K as KEYLESS, i as isKeyReference } from './key-reference.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** What one connection answered. */
                           
                       
                                       
 

/** Everything that was asked, in the order of the probes. */
                            
                                    
                                        
 

                                
                                                                                             
                                                                                                  
                                                                       
                         
 

const LIMIT = 30_000;

/** Asks every connection that the settings and the environment configure whether it works, all at once, each for a limited time. */
async function doctor$1({ settings, limit = LIMIT }               , probes        )                     {
  const file = await readOnce(settings);
  const opened = await probes.open(file.settings);
  const asked = await Promise.all(opened.map(probe => askWithin(probe, limit)));
  const examined = [file.examined, ...asked];
  return { status: worst(examined.flatMap(({ findings }) => findings)), examined }
}

async function readOnce(
  given                           ,
)                                                                  {
  if (given === undefined) {
    const found = 'there is none here: only what the environment configures is asked';
    const finding          = {
      asked: 'settings',
      status: 'warn',
      found,
      remedy: 'Make one with proofmark init, or name it with --config',
    };
    return { settings: undefined, examined: { name: 'proofmark.yml', findings: [finding] } }
  }
  try {
    const settings = await given.read();
    return { settings, examined: { name: given.name, findings: [{ asked: 'settings', status: 'ok', found: 'read' }] } }
  } catch (error) {
    return { settings: undefined, examined: { name: given.name, findings: [failed('settings', error)] } }
  }
}

async function askWithin(probe       , limit        )                    {
  let timer;                                           
  const late = new Promise                    (resolve => {
    const finding          = {
      asked: 'answer',
      status: 'fail',
      found: `none in ${Math.round(limit / 1000)} seconds`,
      remedy: 'Check the address, the network between, and how busy the server is',
    };
    timer = setTimeout(() => resolve([finding]), limit);
  });
  try {
    const findings = await Promise.race([probe.ask(), late]);
    return { name: probe.name, findings: findings.length > 0 ? findings : [nothing] }
  } catch (error) {
    return { name: probe.name, findings: [failed('connection', error)] }
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing that was asked is nothing that works. */
const nothing          = { asked: 'connection', status: 'warn', found: 'nothing could be asked of it' };

function failed(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

const worst = (findings                    )                    =>
  (['fail', 'warn']         ).find(status => findings.some(finding => finding.status === status)) ?? 'ok';

const GB = 1_000_000_000;
/** Bytes that should be free, and that must be. */
const ENOUGH$1 = 5 * GB;
const LEAST = 0.1 * GB;

/** Where fetched files are kept. */
const cacheProbe            = {
  async open({ environment }) {
    const folder = cacheFolder(environment);
    return [{ name: `Cache ${folder}`, ask: () => findings$8(folder) }]
  },
};

async function findings$8(folder        )                              {
  const there = await nearest(folder);
  const remedy = 'Name another folder in PROOFMARK_CACHE';
  try {
    await access(there, constants.W_OK);
  } catch (cause) {
    return [{ asked: 'may write', status: 'fail', found: `no (${systemCode(cause) ?? 'refused'})`, remedy }]
  }
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const status = free < LEAST ? 'fail' : free < ENOUGH$1 ? 'warn' : 'ok';
  const space          = { asked: 'space', status, found: `${(free / GB).toFixed(1)} GB free` };
  return [
    { asked: 'may write', status: 'ok', found: 'yes' },
    status === 'ok' ? space : { ...space, remedy: `Free some space, or name another folder in PROOFMARK_CACHE` },
  ]
}

/** The folder, or the nearest above it that is there: the rest is made when it is needed. */
async function nearest(folder        )                  {
  try {
    await access(folder);
    return folder
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : nearest(above)
  }
}

const IDLE = 15_000;
const MAX_BYTES = 1024 * 1024;

                           
                   
                                           
                                                     
              
                        
                                
                       
                                                                   
                                  
 

/** One question over HTTP, asked once: a doctor tells of a fault, it does not wait for it to pass. */
async function ask({ url, method = 'GET', headers = {}, body, what, ca }          ) {
  try {
    const answer = await send({
      url,
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : new TextEncoder().encode(body),
      idle: IDLE,
      ca,
    });
    const { text } = await textOf(answer, MAX_BYTES);
    const told                                                                 = { ...answer, text };
    return told
  } catch (cause) {
    const { found, hint } = connectionFault(cause);
    throw new UserError('doctor.unreachable', `Expected ${what} at ${url.host} to answer but found ${found}`, {
      hint,
      kind: 'environment',
      cause,
    })
  }
}

/** Seconds by which two clocks may differ; S3 refuses requests at 15 minutes, and time stamps are believed by the minute. */
const HARMLESS = 60;
const HARMFUL = 300;

/** This machine's clock beside that of a server, by the Date of its answer, which has whole seconds. None where it sent no date. */
function clock(date                    , now = new Date())                     {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return []
  const off = Math.trunc((now.getTime() - theirs) / 1000);
  const size = Math.abs(off);
  if (size <= HARMLESS) return [{ asked: 'clock', status: 'ok', found: `within ${HARMLESS} seconds of ours` }]
  const found = `ours is ${size} seconds ${off > 0 ? 'ahead' : 'behind'}`;
  const remedy = 'Set the clock of this machine, e.g. by NTP: signatures and requests carry its time';
  return [{ asked: 'clock', status: size <= HARMFUL ? 'warn' : 'fail', found, remedy }]
}

/** A server's clock beside ours, asked for without credentials; none where it is not HTTP, does not answer or sends no date: others ask whether it answers. */
async function clockOf(address                    , ca         )                              {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return []
  url.username = '';
  url.password = '';
  const answer = await ask({ url, method: 'HEAD', what: 'the server', ca }).catch(() => undefined);
  return clock(answer?.headers.date)
}

/** What was thrown where something was asked, as what was found; a bug of ours stays one. */
function failure(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

/** Remotes that are asked. */
const MOST$1 = 20;
/** Looked for in a store that tracks nothing yet: no file has it. */
const NOWHERE = { key: `files/md5/00/${'0'.repeat(30)}` };

/** Every remote of the DVC repository around: whether what the pointers name could be read there. */
const dvcProbe            = {
  async open(world) {
    const { findRoot, openRepository } = await import('./repository.js').then(function (n) { return n.d; });
    const root = findRoot(world.root);
    if (root === undefined) return world.settings?.data.dvc === undefined ? [] : [missing]
    const repository = openRepository(root);
    const config = await repository.config();
    const { remoteConfig } = await import('./remote-config.js');
    const named = [...config.keys()].flatMap(section => /^remote "(.*)"$/.exec(section)?.[1] ?? []);
    const asked = world.settings?.data.dvc?.remote;
    const standard = config.get('core')?.get('remote');
    const names = [...new Set([...named, ...(asked === undefined || asked === 'default' ? [] : [asked])])];
    return names.slice(0, MOST$1).map(
      (name)        => ({
        name: `DVC remote ${name}`,
        async ask() {
          const remote = remoteConfig(config, name);
          if (remote === undefined) return []
          const found = await findings$7(remote, root, world);
          // One that nobody reads from may be out of reach, such as a colleague's disk.
          return name === asked || name === standard ? found : found.map(lessened)
        },
      }),
    )
  },
};

const lessened = (finding         )          => (finding.status === 'fail' ? { ...finding, status: 'warn' } : finding);

const missing        = {
  name: 'DVC',
  ask: async () => [
    {
      asked: 'repository',
      status: 'fail',
      found: 'no folder .dvc, here or above',
      remedy: 'Run it where dvc init was run, with .dvc/config checked out',
    },
  ],
};

async function findings$7(remote              , root        , { environment }            )                              {
  const asked = 'may read';
  try {
    const { openRemote } = await import('./open-remote.js');
    const opened = await openRemote(remote, root, environment);
    // Of a store that lists nothing to us, only an object that is there tells a missing permission from a missing object.
    await opened.sizes([NOWHERE], () => {});
    return [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(clockAddress(remote, environment)))]
  } catch (error) {
    return [failure(asked, error)]
  }
}

function clockAddress({ url, settings }              , environment                           )                     {
  if (!url.startsWith('s3:')) return url
  return settings.get('endpointurl') ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL
}

const MAX_KEYS_BYTES = 64 * 1024;
/** What is encrypted to see that it can be, and thrown away. */
const SAMPLE$2 = new TextEncoder().encode('proofmark doctor');

/** Everyone whom `record.encrypt.recipients` names: whether something can be encrypted to them. */
const encryptionProbe            = {
  async open(world) {
    const recipients = world.settings?.record.encrypt?.recipients ?? [];
    return recipients.map(
      (recipient)        => ({
        name: `Recipient ${recipient.startsWith('age1') ? `${recipient.slice(0, 12)}…` : recipient}`,
        ask: () => findings$6(recipient, world),
      }),
    )
  },
};

async function findings$6(recipient        , { root, environment }            )                              {
  const asked = 'can encrypt';
  const { ageFiles } = await import('./compose.js').then(function (n) { return n.e; });
  const { keyServices } = await import('./key-services.js');
  const encryption = ageFiles(async () => keyServices(environment));
  try {
    const isOne = /^age1[^/]*$/.test(recipient) || encryption.isKeyService(recipient);
    const named = isOne
      ? [recipient]
      : linesOf(await localFiles(root).readText(recipient, { maxBytes: MAX_KEYS_BYTES }));
    await encryption.encrypt(SAMPLE$2, named, 'proofmark doctor');
    return [{ asked, status: 'ok', found: named.length === 1 ? 'yes' : `yes, to ${named.length} keys` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

const linesOf = (text        ) =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));

/** Requests that should be left of the hour's. */
const ENOUGH = 100;

/** What Proofmark reads there, by the permission that a job has to give: reading shows that, writing shows only when it is done. */
const READS = [
  ['contents', 'releases?per_page=1'],
  ['pull-requests', 'pulls?per_page=1'],
  ['issues', 'issues?per_page=1'],
];         

/** The repository of the run on GitHub, with the token of the environment. */
const githubProbe            = {
  async open(world) {
    const { repository } = world.context;
    if (repository === undefined) return []
    return [{ name: `GitHub ${repository}`, ask: () => findings$5(repository, world) }]
  },
};

async function findings$5(repository        , { environment, context }            )                              {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN;
  if (!token)
    return [
      {
        asked: 'token',
        status: 'warn',
        found: 'none: nothing is published on GitHub',
        remedy: 'Give the step the token of the job as the variable GITHUB_TOKEN',
      },
    ]
  const base = `${(environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')}/repos/${repository}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'user-agent': `proofmark/${VERSION}`,
    accept: 'application/vnd.github+json',
  };
  const read = (path        ) => ask({ url: new URL(`${base}${path}`), headers, what: 'GitHub' });
  const first = await read('');
  const timed = clock(first.headers.date);
  if (first.status !== 200) return [{ asked: 'token', status: 'fail', ...refusal(first.status, repository) }, ...timed]
  const checks =
    context.commit === undefined ? [] : ([['checks', `commits/${context.commit}/check-runs?per_page=1`]]         );
  const reads = await Promise.all(
    [...READS, ...checks].map(async ([permission, path])                   => {
      const { status } = await read(`/${path}`);
      if (status === 200)
        return { asked: permission, status: 'ok', found: 'can be read; writing shows when it is done' }
      return {
        asked: permission,
        status: 'warn',
        found: `HTTP status ${status}`,
        remedy: `Give the job permissions: { ${permission}: write } where it publishes there`,
      }
    }),
  );
  return [
    { asked: 'token', status: 'ok', found: scopes(first.headers['x-oauth-scopes']) },
    ...reads,
    ...left(first.headers),
    ...timed,
  ]
}

/** Classic tokens name their scopes; what a job's or a fine-grained token may do, GitHub does not say. */
const scopes = (header                               ) =>
  typeof header === 'string' && header !== '' ? `accepted, with the scopes ${header}` : 'accepted';

function refusal(status        , repository        )                                    {
  const found = `HTTP status ${status}`;
  if (status === 401) return { found, remedy: 'The token is wrong or has expired: set it anew' }
  if (status === 404) return { found, remedy: `Check the name ${repository}, and that the token may read it` }
  if (status === 403 || status === 429)
    return { found, remedy: 'Wait for the hour to pass, or give the token access to the repository' }
  return { found, remedy: 'See githubstatus.com, and GITHUB_API_URL' }
}

function left(headers                                   )                     {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  if (Number.isNaN(remaining)) return []
  const found = `${remaining} requests left this hour`;
  return remaining >= ENOUGH
    ? [{ asked: 'rate limit', status: 'ok', found }]
    : [{ asked: 'rate limit', status: 'warn', found, remedy: 'Wait for the hour to pass, or use another token' }]
}

/** Every address of a file that stands anywhere in the settings, each once, in their order. */
function addressesIn(value         )                    {
  const found = new Set        ();
  const look = (part         )       => {
    if (typeof part === 'string') {
      if (isAddress(part)) found.add(part);
    } else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return [...found]
}

/** Every file by https that the settings name: whether it is there, not what is in it. */
const httpsProbe            = {
  async open({ settings, root, environment }) {
    const addresses = addressesIn(settings?.data)
      .concat(addressesIn(settings?.certify), addressesIn(settings?.drift), addressesIn(settings?.model))
      .filter(address => /^https?:/.test(address) && address.includes('#'));
    return [...new Set(addresses)].map(address => ({
      name: address.replace(/#.*$/, ''),
      async ask() {
        const { httpsSource } = await import('./https-source.js');
        const [file] = (await httpsSource({ root, environment, progress: () => {} }).find(address)) ?? [];
        const opened = await file?.read(0);
        for await (const _ of opened?.bytes ?? []) break
        return [{ asked: 'file', status: 'ok', found: 'it is sent' }, ...(await clockOf(address))]
      },
    }))
  },
};

/** A probe that looks at the clock of the server it asks as well, where that answers. */
const withClock = (probe       , address                    )        => ({
  ...probe,
  async ask() {
    const [findings, clocks] = await Promise.all([probe.ask(), clockOf(address)]);
    return [...findings, ...clocks]
  },
});

/** lakeFS, where the settings or the environment name it. */
const lakefs            = {
  async open({ root, environment, settings }) {
    const { lakefs } = settings?.connections ?? {};
    const named = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL;
    if (lakefs === undefined && !named) return []
    const { lakefsProbe } = await import('./lakefs-probe.js');
    return [withClock(lakefsProbe(lakefs, { root, environment }), named)]
  },
};

/** The branch that keeps the log, where the settings name one. */
const logProbe            = {
  async open(world) {
    const log = world.settings?.record.log;
    if (log === undefined) return []
    const place = log.remote ?? log.repository ?? world.context.repository;
    return [{ name: `Log ${place === undefined ? '' : `${place}@`}${log.branch}`, ask: () => findings$4(world) }]
  },
};

async function findings$4(world            )                              {
  const written = await key$1(world);
  try {
    const branch = await openBranch(world);
    if (branch === undefined)
      return [
        {
          asked: 'branch',
          status: 'fail',
          found: 'nobody says where it is kept',
          remedy: 'Name record.log.repository or record.log.remote; on a runner GITHUB_REPOSITORY does',
        },
      ]
    const head = await branch.head();
    if (head !== undefined) return [{ asked: 'branch', status: 'ok', found: `at ${head.slice(0, 12)}` }, ...written]
    const remedy = 'Begin it with proofmark log init; or the token may not read it';
    return [{ asked: 'branch', status: 'fail', found: 'there is none', remedy }, ...written]
  } catch (error) {
    return [failure('branch', error), ...written]
  }
}

async function openBranch({ settings, root, environment, context }            )                                 {
  const log = settings?.record.log;
  if (log?.remote !== undefined) {
    const { gitLogBranch } = await import('./compose.js').then(function (n) { return n.h; });
    return gitLogBranch({ remote: log.remote, branch: log.branch }, { root, env: environment })
  }
  const repository = log?.repository ?? context.repository;
  if (log === undefined || repository === undefined) return undefined
  const [{ githubLogBranch }, { logConnection }] = await Promise.all([
    import('./compose.js').then(function (n) { return n.i; }),
    import('./compose.js').then(function (n) { return n.j; }),
  ]);
  return githubLogBranch(logConnection(environment, repository), log.branch)
}

/** Only who writes to the log needs its key. */
async function key$1({ settings, environment, root }            )                              {
  if (environment.PROOFMARK_LOG_KEY) return [{ asked: 'key', status: 'ok', found: 'in PROOFMARK_LOG_KEY' }]
  const path = settings?.record.log?.key;
  const { localFiles } = await import('./compose.js').then(function (n) { return n.g; });
  if (path !== undefined && (await localFiles(root).exists(path)))
    return [{ asked: 'key', status: 'ok', found: `in ${path}` }]
  const remedy = 'Set the secret PROOFMARK_LOG_KEY in jobs that write to the log';
  return [{ asked: 'key', status: 'warn', found: 'none: the log can only be read', remedy }]
}

/** Asks MLflow where the environment, the settings' connections or the model's files name it. */
const mlflow            = {
  async open({ environment, settings }) {
    const files = (settings?.model.files ?? []).filter(isModelAddress);
    const connection = settings?.connections.mlflow;
    if (!environment.MLFLOW_TRACKING_URI && connection === undefined && files.length === 0) return []
    const { mlflowProbe } = await import('./mlflow-probe.js');
    return [withClock(mlflowProbe({ connection, files }, environment), environment.MLFLOW_TRACKING_URI)]
  },
};

/** Whoever takes metrics and marks: Pushgateway, textfile collector, remote write, Grafana. Nothing is pushed. */
const monitoringProbe            = {
  async open(world) {
    const { pushgateway, textfile, 'remote-write': written, grafana } = world.settings?.connections ?? {};
    const probes                        = [
      pushgateway && { name: `Pushgateway ${pushgateway.url}`, ask: () => pushgatewayFindings(pushgateway, world) },
      textfile && { name: `Textfile collector ${textfile.folder}`, ask: () => textfileFindings(textfile, world) },
      written && { name: `Remote write ${written.url}`, ask: () => remoteWriteFindings(written, world) },
      grafana && { name: `Grafana ${grafana.url}`, ask: () => grafanaFindings(grafana, world) },
    ];
    return probes.filter(probe => probe !== undefined)
  },
};

async function pushgatewayFindings(settings                           , { environment }            ) {
  const { credentials } = await import('./credentials.js');
  const url = new URL(`${settings.url.replace(/\/+$/, '')}/api/v1/status`);
  return answered(url, credentials(settings, environment), 'the Pushgateway', {
    refused: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    other: 'Check connections.pushgateway.url: the address without /metrics',
  })
}

async function grafanaFindings({ url }                       , { environment }            ) {
  const { grafanaToken } = await import('./grafana-token.js');
  const headers = { authorization: `Bearer ${grafanaToken(environment)}` };
  // Reading is asked: a mark that was set to see whether one may would stay.
  return answered(new URL(`${url.replace(/\/+$/, '')}/api/annotations?limit=1`), headers, 'Grafana', {
    refused:
      'Give GRAFANA_TOKEN the token of a service account with the permissions annotations:read and annotations:create',
    other: 'Check connections.grafana.url: the address without /api',
  })
}

async function textfileFindings({ folder }                        , { root }            )                              {
  const asked = 'may write';
  return access(resolve(root, folder), constants$1.W_OK | constants$1.X_OK).then(
    ()            => [{ asked, status: 'ok', found: 'yes' }],
    ()            => [
      { asked, status: 'fail', found: 'no', remedy: 'Make the folder, and let the user of this run write into it' },
    ],
  )
}

async function remoteWriteFindings(settings                            , { environment }            ) {
  const { remoteWrite } = await import('./remote-write.js');
  const asked = 'may write';
  // A request without series writes nothing, and is refused as any other is.
  return remoteWrite(settings, environment)
    .write([], new Date())
    .then(
      async ()                     => [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(settings.url))],
      (error         )            => [failure(asked, error)],
    )
}

async function answered(
  url     ,
  headers                                  ,
  what        ,
  remedies                                    ,
)                              {
  const answer = await ask({ url, headers, what });
  const { status } = answer;
  if (status === 200 && /^\s*[[{]/.test(answer.text))
    return [{ asked: 'credentials', status: 'ok', found: 'accepted' }, ...clock(answer.headers.date)]
  if (status === 401 || status === 403)
    return [{ asked: 'credentials', status: 'fail', found: `HTTP status ${status}`, remedy: remedies.refused }]
  const { location } = answer.headers;
  const found =
    status === 200
      ? 'no JSON'
      : status >= 300 && status < 400
        ? `a redirect to ${location !== undefined && URL.canParse(location, url.href) ? new URL(location, url).host : 'elsewhere'}`
        : `HTTP status ${status}`;
  throw new UserError('doctor.answer', `Expected an answer of ${what} but found ${found}`, {
    kind: 'environment',
    hint:
      status >= 500 || status === 429
        ? 'It is overloaded, starting or broken: see its log, then run again'
        : remedies.other,
  })
}

const OLDEST = 24;

const nodeProbe            = {
  async open() {
    const { node } = process.versions;
    const isNew = Number(node.split('.')[0]) >= OLDEST;
    return [
      {
        name: `Node ${node}`,
        ask: async () => [
          isNew
            ? { asked: 'version', status: 'ok', found: `${OLDEST} or newer` }
            : { asked: 'version', status: 'fail', found: `older than ${OLDEST}`, remedy: `Install Node ${OLDEST}` },
        ],
      },
    ]
  },
};

const DAY = 24 * 3600 * 1000;
/** Days after which an archive of advisories says little of what was found since. */
const OLD = 7;

/** Where known vulnerabilities are looked up. */
const osvProbe            = {
  async open({ settings, root }) {
    const { vulnerabilities = 'off', 'osv-url': url = '' } = settings?.security ?? {};
    if (vulnerabilities === 'off') return []
    if (vulnerabilities === 'api') return [{ name: `OSV ${url}`, ask: () => server(url) }]
    return [{ name: `OSV ${vulnerabilities}`, ask: () => archive(root, vulnerabilities) }]
  },
};

async function server(url        )                              {
  const query = JSON.stringify({ package: { name: 'pip', ecosystem: 'PyPI' }, version: '9999' });
  const to = new URL(`${url.replace(/\/+$/, '')}/v1/query`);
  const { status, headers, text } = await ask({ url: to, method: 'POST', body: query, what: 'OSV' });
  if (status === 200 && text.trimStart().startsWith('{'))
    return [{ asked: 'answer', status: 'ok', found: 'yes' }, ...clock(headers.date)]
  const found = status === 200 ? 'no JSON' : `HTTP status ${status}`;
  return [{ asked: 'answer', status: 'fail', found, remedy: "Check 'security.osv-url', or give the path of all.zip" }]
}

async function archive(root        , path        )                              {
  const stats = await stat(locate(root, path).absolute).catch((cause         ) => {
    throw new UserError('doctor.osv', `Expected ${path} but there is none`, {
      hint: "Download OSV's all.zip there first",
      cause,
    })
  });
  const days = Math.floor((Date.now() - stats.mtimeMs) / DAY);
  if (days <= OLD) return [{ asked: 'age', status: 'ok', found: `${days} days` }]
  return [{ asked: 'age', status: 'warn', found: `${days} days`, remedy: 'Download it again' }]
}

/** The repository that `policy.from` names: whether the token of the environment reads the file there. */
const policyProbe            = {
  async open(world) {
    const { repository, path, ref } = world.settings?.policy.from ?? {};
    if (repository === undefined || path === undefined || ref === undefined) return []
    return [{ name: `Policy ${repository}/${path}`, ask: () => findings$3({ repository, path, ref }, world) }]
  },
};

async function findings$3(
  { repository, path, ref }                                                   ,
  { environment }            ,
)                              {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN;
  const api = (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
  const file = path.split('/').map(encodeURIComponent).join('/');
  const { status } = await ask({
    url: new URL(`${api}/repos/${repository}/contents/${file}?ref=${encodeURIComponent(ref)}`),
    headers: {
      'user-agent': `proofmark/${VERSION}`,
      accept: 'application/vnd.github+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    what: 'GitHub',
  });
  if (status === 200) return [{ asked: 'may read', status: 'ok', found: `yes, at ${ref}` }]
  const remedy = `Check the path and the ref, and give the job a token with contents: read on ${repository}`;
  return [{ asked: 'may read', status: 'fail', found: `HTTP status ${status} at ${ref}`, remedy }]
}

const HOUR = 3_600_000;

/** Every Prometheus query of `drift.series`. */
const prometheusProbe            = {
  async open(world) {
    const series = world.settings?.drift.series ?? [];
    return series.flatMap(({ name, prometheus })          =>
      prometheus === undefined
        ? []
        : [{ name: `Prometheus ${prometheus.url} (${name})`, ask: () => findings$2(prometheus, world) }],
    )
  },
};

async function findings$2(source                  , { environment, root }            )                              {
  const [{ prometheus }, { localFiles }] = await Promise.all([
    import('./compose.js').then(function (n) { return n.k; }),
    import('./compose.js').then(function (n) { return n.g; }),
  ]);
  const { range } = prometheus({ environment, readText: path => localFiles(root).readText(path) });
  const end = source.until === undefined ? Date.now() : Date.parse(source.until);
  const series = await range(source, source.query, { start: end - HOUR, end, step: HOUR / 60 });
  const ca = source.ca === undefined ? undefined : await localFiles(root).readText(source.ca);
  const timed = await clockOf(source.url, ca);
  if (series.length > 0)
    return [{ asked: 'query', status: 'ok', found: `${series.length} series in its last hour` }, ...timed]
  const remedy = 'Try the query in the page of the server; nothing would be judged';
  return [{ asked: 'query', status: 'warn', found: 'no series in its last hour', remedy }, ...timed]
}

/** Addresses of a bucket that are asked for. */
const MOST = 20;

/** Every bucket that an address of the settings is in. */
const s3Probe            = {
  async open(world) {
    const addresses = addressesIn(world.settings).filter(address => address.startsWith('s3:'));
    const bucketOf = (address        ) => /^s3:\/\/([^/?#]*)/.exec(address)?.[1] ?? '';
    return [...new Set(addresses.map(bucketOf))].map((name)        => {
      const own = addresses.filter(address => bucketOf(address) === name).slice(0, MOST);
      return { name: `S3 ${name}`, ask: () => findings$1(name, own, world) }
    })
  },
};

async function findings$1(
  name        ,
  addresses                   ,
  { environment, root }            ,
)                              {
  const [{ bucket }, { s3Source }] = await Promise.all([
    import('./bucket.js'),
    import('./s3-source.js'),
  ]);
  const source = s3Source({ environment, root, progress: () => {}, tries: 2 });
  const found            = [];
  try {
    const store = bucket(name, environment, { tries: 2 });
    const query = { 'list-type': '2', 'max-keys': '1' };
    const { headers, body } = await store.send({ method: 'GET', query, doing: 'list it' });
    body.destroy();
    found.push(...clock(headers.date));
    found.push(
      headers['content-type']?.includes('html')
        ? { asked: 'answer', status: 'fail', found: 'a page of HTML', remedy: 'Check AWS_ENDPOINT_URL' }
        : {
            asked: 'credentials',
            status: 'ok',
            found: environment.AWS_NO_SIGN_REQUEST ? 'none are needed' : 'accepted',
          },
    );
  } catch (error) {
    // Who may not list may yet read what the settings name: each of that is asked for below.
    if (!(error instanceof UserError && error.code === 's3.denied')) return [failure('credentials', error)]
  }
  for (const address of addresses) {
    try {
      const files = (await source.find(address)) ?? [];
      const pinned = files.every(file => file.origin.pinned !== undefined);
      const many = files.length === 1 ? 'it is there' : `${files.length} objects`;
      found.push(
        pinned
          ? { asked: address, status: 'ok', found: many }
          : {
              asked: address,
              status: 'warn',
              found: `${many}, but the bucket keeps no versions`,
              remedy: 'Turn versioning on: then evidence names the very version',
            },
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      found.push(failure(address, error));
    }
  }
  return found
}

const MAX_KEY_BYTES = 64 * 1024;
/** What is signed to see that it can be: no statement of any kind. */
const SAMPLE$1 = new TextEncoder().encode('proofmark doctor: nothing is stated');

/** What signs certificates: PROOFMARK_KEY, or what `record.key` names. */
const signingProbe            = {
  async open(world) {
    const text = world.environment.PROOFMARK_KEY?.trim();
    const reference = text || world.settings?.record.key;
    if (reference === undefined) return []
    const name = text ? 'Signing key in PROOFMARK_KEY' : `Signing key ${reference}`;
    return [{ name, ask: () => (reference === KEYLESS ? keyless(world) : key(reference, world)) }]
  },
};

/** A signature by a workflow would be published: only whether it could be had is looked at. */
async function keyless({ environment, settings }            )                              {
  const { 'fulcio-url': fulcio, 'rekor-url': rekor } = settings?.record.keyless ?? {};
  const own = await Promise.all([
    fulcio === undefined ? undefined : answers('certificate authority', fulcio, '/api/v2/configuration'),
    rekor === undefined ? undefined : answers('transparency log', rekor, '/api/v1/log'),
  ]);
  const remedy = 'Sign in a job with the permission id-token: write';
  return [
    environment.ACTIONS_ID_TOKEN_REQUEST_URL
      ? { asked: 'identity', status: 'ok', found: 'this job may ask for a token' }
      : { asked: 'identity', status: 'fail', found: 'this job may not ask for a token', remedy },
    ...own.flatMap(findings => findings ?? []),
  ]
}

/** Whether an authority, or a log, that the settings name answers what it answers to anybody. A log of version 2 has no such question. */
async function answers(asked        , url        , path        )                              {
  try {
    const { status, headers } = await ask({ url: new URL(`${url.replace(/\/+$/, '')}${path}`), what: `the ${asked}` });
    if (status < 500) return [{ asked, status: 'ok', found: `${url} answers` }, ...clock(headers.date)]
    return [{ asked, status: 'fail', found: `HTTP status ${status}`, remedy: `See what ${url} says, then run again` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

async function key(reference        , { root, environment }            )                              {
  const isFile = !isKeyReference(reference);
  const { sigstoreSigning } = await import('./compose.js').then(function (n) { return n.s; });
  try {
    const text = isFile ? await localFiles(root).readText(reference, { maxBytes: MAX_KEY_BYTES }) : reference;
    const tokens = { token: () => Promise.reject(new Error('No token is asked for')) };
    const signing = sigstoreSigning(tokens, environment);
    const signer = await signing.open(text);
    await signer.sign(SAMPLE$1);
  } catch (error) {
    return [failure('can sign', error)]
  }
  return [{ asked: 'can sign', status: 'ok', found: 'yes' }, ...(isFile ? await permissions(root, reference) : [])]
}

async function permissions(root        , path        )                              {
  if (process.platform === 'win32') return []
  const { mode } = await stat(locate(root, path).absolute);
  if ((mode & 0o077) === 0) return [{ asked: 'permissions', status: 'ok', found: 'only its owner can read it' }]
  return [
    { asked: 'permissions', status: 'warn', found: 'others on this machine can read it', remedy: `chmod 600 ${path}` },
  ]
}

/** What is stamped to see that it can be: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark doctor: nothing is stated');

/** The time-stamp authority of `record.timestamp-authority`. */
const timestampProbe            = {
  async open({ settings }) {
    const url = settings?.record['timestamp-authority'];
    return url === undefined ? [] : [{ name: `Time-stamp authority ${url}`, ask: () => findings(url) }]
  },
};

async function findings(url        )                              {
  const asked = 'time-stamp';
  const [{ requestTimestamp }, { readTimestamp }] = await Promise.all([
    import('./request-timestamp.js'),
    import('./read-timestamp.js').then(function (n) { return n.c; }),
  ]);
  try {
    const timestamp = readTimestamp(await requestTimestamp(url, SAMPLE));
    const timed = 'at' in timestamp ? clock(timestamp.at.toUTCString()) : [];
    return [{ asked, status: 'ok', found: 'given' }, ...timed]
  } catch (error) {
    return [failure(asked, error)]
  }
}

/** Every kind of probe; each is loaded where the settings or the environment configure what it asks. */
const PROBES                       = [
  nodeProbe,
  cacheProbe,
  signingProbe,
  timestampProbe,
  encryptionProbe,
  githubProbe,
  policyProbe,
  logProbe,
  s3Probe,
  httpsProbe,
  dvcProbe,
  prometheusProbe,
  monitoringProbe,
  osvProbe,
  lakefs,
  mlflow,
];

/** Opens the probes of whatever the settings and the environment configure, in the order of their list. */
const allProbes = (world                              )         => ({
  open: async settings => (await Promise.all(PROBES.map(({ open }) => open({ ...world, settings })))).flat(),
});

const TONE = { ok: 'pass', warn: 'warn', fail: 'fail' };         

/** One line for each thing that was asked, and one that sums them up. */
function doctorLines({ examined }      )         {
  const findings = examined.flatMap(({ name, findings }) => findings.map(finding => ({ name, ...finding })));
  const width = Math.max(...findings.map(({ name }) => visible(name).length));
  const count = (status                        ) => findings.filter(finding => finding.status === status).length;
  return [
    ...findings.map(({ name, asked, status, found, remedy }) => ({
      tone: TONE[status],
      text: visible(
        `${status.padEnd(4)}  ${name.padEnd(width)}  ${asked}: ${found}${remedy === undefined ? '' : ` → ${remedy}`}`,
      ),
    })),
    { tone: 'strong'         , text: `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} not working` },
  ]
}

const flags                      = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what was found as JSON' },
];

const doctor             = {
  name: 'doctor',
  summary: 'Check every configured connection, permission and clock, and say what to do. Nothing is changed',
  synopsis: '[--json]',
  examples: ['proofmark doctor', 'proofmark doctor --json'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags);
    const place = locate$1(process.cwd(), values.get('config')?.at(-1));
    const context = environmentContext(process.env);
    const { files } = compose(place.root, terminalLog(process.stderr, { quiet: true }), context);
    const { config: name } = place;
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
    const settings =
      name === undefined
        ? undefined
        : { name, read: async () => readSettings({ ...source, file: { name, text: await files.readText(name) } }) };
    const found = await doctor$1({ settings }, allProbes({ root: place.root, environment: process.env, context }));
    if (values.has('json')) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else printLines(process.stdout, doctorLines(found));
    return found.status === 'fail' ? 4 : 0
  },
};

export { doctor };
