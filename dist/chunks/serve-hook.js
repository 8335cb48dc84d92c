import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { j as judgedObjects } from './certified-commits.js';
import { o as object, a as string } from './schemas2.js';
import { U as UserError } from './user-error.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { s as statementStep, p as policyStep, a as aboutTheLog } from './about-the-log.js';
import { l as loadKeyTrust } from './load-trust.js';
import { P as PLACE_FLAGS, T as TRUST_FLAGS } from './log-flags.js';
import { p as parseFlags } from './parse-flags.js';
import { t as trustedLogOf } from './trusted-log-of.js';
import { T as TRUSTING_FLAGS } from './verify-flags.js';

/** What a certificate that holds says of data in lakeFS. */
                                
                                            
                              
                                                               
                        
                            
                           
                                           
 

function certifiedData(certificate        , { predicate }             )                {
  const { model, validity, data } = predicate[CERTIFICATE_EXTENSION];
  const { notBefore, notAfter } = validity;
  const called = [model.name, model.version].filter(part => part !== undefined).join(' ');
  return { certificate, model: called === '' ? model.id : called, notBefore, notAfter, objects: judgedObjects(data) }
}

/** Whether it holds at a time, both ends included. */
const holdsAt = ({ notBefore, notAfter }               , now      )          =>
  now.getTime() >= Date.parse(notBefore) && now.getTime() <= Date.parse(notAfter);

/** How a certificate is named in an answer. */
const certificateName = ({ certificate, model }               )         =>
  `certificate ${certificate.slice(0, 16)} of ${model}`;

/** Events that a certificate can answer. Before a commit nothing is there yet that could have been certified. */
const ANSWERED_EVENTS = ['pre-merge', 'pre-create-tag'];         

const text = string().max(4096).optional();

/** What lakeFS posts to a webhook (docs, "Actions and hooks"); what it adds later is passed over. */
const HookEvent = object({
  event_type: string().min(1).max(64),
  repository_id: string().regex(/^[a-z0-9][a-z0-9-]{2,62}$/),
  /** Of a merge: the commit that is merged. */
  source_ref: text,
  /** Of a merge: where it goes. */
  branch_id: text,
  /** Of a merge: the commit that would come of it, which can be read already; of a tag: the commit that is tagged. */
  commit_id: text,
  merge_source: text,
  tag_id: text,
});

/** Objects that are named in an answer. */
const SHOWN = 3;

/**
 * Whether every object below some prefixes, at a commit, is one that was certified: stored at the same place, with the same checksum and
 * size, as the object of its path in a commit that a certificate names. Bytes that were uploaded again are another object.
 */
async function uncoveredObjects(
  valid                          ,
  repository        ,
  commit        ,
  prefixes                   ,
  data                           ,
)                                                {
  if (!data)
    throw new UserError(
      'hook.lakefs',
      'Expected to be able to ask lakeFS for the objects below --path but found no access key',
      {
        kind: 'environment',
        hint: 'Set LAKEFS_ENDPOINT, LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY',
      },
    )
  const below = prefixes.map(prefix => `lakefs://${repository}/${commit.slice(0, 12)}/${prefix}`).join(', ');
  const commits = new Map                                    ();
  for (const certificate of valid)
    for (const object of certificate.objects.filter(each => each.repository === repository)) {
      const known = commits.get(object.path) ?? new Map                       ();
      commits.set(object.path, known.set(object.commit, certificate));
    }
  const listed = new Map                                              ();
  const uncovered           = [];
  const by = new Set        ();
  let count = 0;
  for (const prefix of prefixes)
    for (const { path, identity } of await data.objects(repository, commit, prefix)) {
      count++;
      const certificate = await certifying(prefix, path, identity);
      if (certificate) by.add(certificateName(certificate));
      else uncovered.push(path);
    }
  if (count === 0)
    return { covered: false, reason: `Expected objects below ${below} but found none: nothing can be covered` }
  if (uncovered.length === 0)
    return { covered: true, reason: `All ${count} objects below ${below} are covered by ${[...by].join(', ')}` }
  const shown = uncovered.slice(0, SHOWN).join(', ');
  const more = uncovered.length > SHOWN ? ` and ${uncovered.length - SHOWN} more` : '';
  return {
    covered: false,
    reason: `Expected every object below ${below} to be certified but found ${uncovered.length} of ${count} that are not: ${shown}${more}. Run the gate on them and try again`,
  }

  async function certifying(prefix        , path        , identity        )                                     {
    for (const [commit, certificate] of commits.get(path) ?? [])
      if ((await identities(commit, prefix)).get(path) === identity) return certificate
    return undefined
  }

  function identities(commit        , prefix        )                                       {
    const key = `${commit}/${prefix}`;
    const known = listed.get(key) ?? list(commit, prefix);
    listed.set(key, known);
    return known
  }

  async function list(commit        , prefix        ) {
    const objects = (await data?.objects(repository, commit, prefix)) ?? [];
    return new Map(objects.map(({ path, identity }) => [path, identity]))
  }
}

/** What lakeFS is answered: only 200 lets it go on. */
                             
                                  
                      
                         
                                                            
                        
 

/** What an answer rests on. */
                            
                                                                                         
                                                              
             
                                                                                                   
                                   
                                                                                
                                           
 

/** Answers one webhook from the certificates that there are. */
async function answerHook(body         , world           )                      {
  const read = HookEvent.safeParse(body);
  if (!read.success)
    return {
      status: 400,
      reason: `Expected an event of lakeFS's but its ${read.error.issues[0]?.path.join('.') || 'form'} is wrong`,
      about: '?',
    }
  const event = read.data;
  const { event_type: type, repository_id: repository, branch_id, tag_id, merge_source } = event;
  const about = `${type} ${repository} ${type === 'pre-merge' ? `${merge_source ?? event.source_ref ?? '?'} into ${branch_id ?? '?'}` : (tag_id ?? branch_id ?? '?')}`;
  if (!ANSWERED_EVENTS.some(known => known === type))
    return {
      status: 400,
      reason: `Expected one of the events ${ANSWERED_EVENTS.join(', ')} but found ${type.slice(0, 64)}: certificates say nothing of it`,
      about,
    }
  const commit = type === 'pre-merge' ? event.source_ref : (event.commit_id ?? event.source_ref);
  if (commit === undefined || !/^[0-9a-f]{64}$/.test(commit))
    return { status: 400, reason: `Expected the id of a commit in ${type} but found ${commit ?? 'none'}`, about }
  // What would come of the merge counts where objects are looked at: main may hold data that the branch has not.
  const result = /^[0-9a-f]{64}$/.test(event.commit_id ?? '') ? (event.commit_id ?? commit) : commit;
  const first = await judge(await world.certified(false), repository, { commit, result }, world);
  const answer = first.covered ? first : await judge(await world.certified(true), repository, { commit, result }, world);
  return { status: answer.covered ? 200 : 412, reason: answer.reason, about }
}

                  
                           
                         
 

async function judge(
  certified                          ,
  repository        ,
  { commit, result }                                    ,
  { paths, data, now }           ,
)                  {
  const here = certified.filter(({ objects }) => objects.some(object => object.repository === repository));
  const valid = here.filter(each => holdsAt(each, now()));
  if (paths.length > 0) return uncoveredObjects(valid, repository, result, paths, data)
  const covering = await covers(here, repository, commit, data);
  const [holding] = covering.filter(each => valid.includes(each));
  if (holding)
    return { covered: true, reason: `Commit ${commit.slice(0, 12)} is covered by ${certificateName(holding)}` }
  const [ended] = covering;
  const found =
    ended !== undefined
      ? `one that holds from ${ended.notBefore} to ${ended.notAfter}: ${certificateName(ended)}`
      : `none among ${here.length} certificates about data of ${repository}`;
  return {
    covered: false,
    reason: `Expected a certificate that covers commit ${commit} but found ${found}. Run the gate on lakefs://${repository}/${commit.slice(0, 12)}/ and try again`,
  }
}

/** Certificates about a commit: by its id or, where lakeFS can be asked, by its content. */
async function covers(
  certified                          ,
  repository        ,
  commit        ,
  data                           ,
) {
  const about = (wanted                             ) =>
    certified.filter(({ objects }) => objects.some(object => object.repository === repository && wanted(object.commit)));
  const byId = about(id => id === commit);
  if (byId.length > 0 || !data || certified.length === 0) return byId
  const tree = await data.tree(repository, commit);
  const same = new Set        ();
  for (const id of new Set(
    certified.flatMap(({ objects }) => objects.filter(each => each.repository === repository).map(each => each.commit)),
  ))
    if ((await data.tree(repository, id)) === tree) same.add(id);
  return about(id => same.has(id))
}

/**
 * The last reading of the certificates, or a new one where it is too old; `again`: one that begins after it was asked for, which all who
 * wait then share. Where nothing could be read, no certificate counts.
 */
function refreshed(read                         , { every, now, told }         ) {
  let last;                                                         
  let next;                               
  let known                      = new Set();

  return async (again         )                    => {
    if (next) return next
    if (last && !again && now() - last.at < every) return last.standing
    const before = last?.standing;
    next = (async () => {
      await before;
      const standing = attempt();
      last = { at: now(), standing };
      next = undefined;
      return standing
    })();
    return next
  }

  async function attempt()                    {
    const standing = await read().catch((error         )           => {
      if (error instanceof UserError) return { certified: [], problems: [error.message] }
      throw error
    });
    for (const problem of standing.problems) if (!known.has(problem)) told(problem);
    known = new Set(standing.problems);
    return standing
  }
}

/**
 * Reads certificates that are signed by somebody trusted, by a trusted policy, in the log and not revoked, as far as a log is trusted or
 * given. Each is verified once, but for what the log says of it; when it holds is for who asks.
 */
function standingCertificates({ files, trust, log }                , ports       )                          {
  const verified = new Map                           ();

  return async () => {
    const certified = new Map                       ();
    const problems           = [];
    const read = await log?.read(['certificate', 'revocation']);
    const readOnce = log && read && { ...log, read: async () => read };
    const texts = [...(await inFiles()), ...logged(read)];
    for (const [where, text] of texts) {
      const sha256 = ports.sha256(text);
      const known = verified.get(sha256) ?? verifyOne(text, sha256);
      verified.set(sha256, known);
      const found = await known;
      const fault = 'reason' in found ? found.reason : await logFault(found, `${where}`, readOnce);
      if (fault !== undefined) problems.push(`${where}: ${fault}`);
      else if ('data' in found) certified.set(sha256, found.data);
    }
    return { certified: [...certified.values()], problems }
  }

  async function inFiles()                              {
    const paths = files.length === 0 ? [] : await ports.files.list(files);
    const texts                     = [];
    for (const path of paths.filter(each => files.includes(each) || each.endsWith(CERTIFICATE_FILE)))
      texts.push([path, await ports.files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })]);
    return texts
  }

  async function verifyOne(text        , sha256        )                    {
    const logTimeComes = trust.log !== undefined || log !== undefined;
    const signed = await ports.signing.verify(text, trust, { logTimeComes });
    if ('refused' in signed) return { reason: signed.refused }
    const statement = readStatement(signed.payload, signed.payloadType);
    const steps = [statementStep(statement)];
    if (statement.kind !== 'certificate') return { reason: steps[0]?.reason ?? 'Expected a certificate' }
    if (trust.policies) steps.push(policyStep(statement.statement, trust.policies));
    const failed = steps.find(({ status }) => status !== 'passed');
    if (failed) return { reason: failed.reason }
    return {
      data: certifiedData(sha256, statement.statement),
      modelId: statement.statement.subject[0].digest.sha256,
      signed,
      seen: statement.statement.predicate[CERTIFICATE_EXTENSION].log,
    }
  }

  async function logFault({ data, modelId, signed, seen }      , where        , readOnce                       ) {
    const certificate = {
      sha256: data.certificate,
      modelId,
      key: signed.signedBy.kind === 'key' ? signed.signedBy.sha256 : undefined,
      window: signed.window,
      seen,
    };
    const proof = `${where.slice(0, where.lastIndexOf('/') + 1)}certificate.tlog-proof`;
    const steps = await aboutTheLog({ certificate, trusted: trust.log, log: readOnce, proof }, ports);
    return steps.find(({ status }) => status !== 'passed')?.reason
  }
}

                
                              
                          
                         
                                     
 
                                                  

/** The certificates that a log keeps, by the digests of their documents. */
function logged(read                                                    )                     {
  return (read?.leaves ?? []).flatMap(({ type, document })                     => {
    const text = type === 'certificate' ? read?.documents.get(document) : undefined;
    return text === undefined ? [] : [[document, text]]
  })
}

/** Variable that holds what lakeFS must say, and the least length of it: 128 bits in base64. */
const TOKEN = 'PROOFMARK_HOOK_TOKEN';
const LEAST_TOKEN = 22;
const DEFAULT_PORT = 8470;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** Seconds after which certificates are read again, in files and in a log; and at once where none covers what is asked. */
const EVERY = { files: 2, log: 30 };

const flags                      = [
  {
    name: 'certificates',
    kind: 'list',
    description: 'Certificates: files, folders or * globs; read again as they change',
  },
  {
    name: 'path',
    kind: 'list',
    description:
      'Prefixes in lakeFS whose every object must be certified. Default: the commit must hold what a gate has read',
  },
  { name: 'host', kind: 'value', description: 'Address to listen on. Default: 127.0.0.1' },
  { name: 'port', kind: 'value', description: `Port to listen on; 0 for any. Default: ${DEFAULT_PORT}` },
  ...TRUSTING_FLAGS.filter(({ name }) => name !== 'name'),
  ...PLACE_FLAGS,
  ...TRUST_FLAGS,
  { name: 'quiet', kind: 'switch', description: 'Print no line for each answer' },
];

const serveHook             = {
  name: 'serve-hook',
  summary: 'Answer webhooks of lakeFS from existing certificates: merges and tags of data that none covers are refused',
  synopsis: '--certificates PATH… [--key FILE | --policy FILE] [--path PREFIX…]',
  examples: ['proofmark serve-hook --certificates certificates/ --key proofmark.pub --path data/'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const one = (name        ) => parsed.values.get(name)?.at(-1);
    const { env } = process;
    const token = env[TOKEN] ?? '';
    if (token.length < LEAST_TOKEN)
      throw new UserError(
        'hook.token',
        `Expected at least ${LEAST_TOKEN} characters in ${TOKEN} but found ${token.length}`,
        {
          kind: 'environment',
          hint: `Make one with \`openssl rand -base64 24\`; give it to lakeFS as LAKEFSACTION_PROOFMARK_TOKEN`,
        },
      )
    const port = Number(one('port') ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UserError('flags.port', `Expected --port to be between 0 and 65535 but found ${one('port')}`)
    const host = one('host') ?? LOOPBACK[0] ?? '';
    const paths = parsed.values.get('path') ?? [];
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed);
    const files = (parsed.values.get('certificates') ?? []).map(place.rebase);
    if (files.length === 0 && recordLog === undefined)
      throw new UserError(
        'hook.certificates',
        'Expected --certificates or a log to find certificates in but found neither',
        {
          hint: 'proofmark serve-hook --certificates certificates/ --key proofmark.pub',
        },
      )
    const named = env.LAKEFS_ENDPOINT || env.LAKECTL_SERVER_ENDPOINT_URL;
    const data =
      named || paths.length > 0 ? (await import('./versioned-data.js')).versionedData(env) : undefined;
    const loaded = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust;
    const every = (recordLog ? EVERY.log : EVERY.files) * 1000;
    const read = refreshed(standingCertificates({ files, trust: loaded, log: recordLog }, ports), {
      every: 2 * every,
      now: () => performance.now(),
      told: problem => process.stderr.write(`not counted: ${problem}\n`),
    });
    const { certified } = await read(false);
    done();
    const { hookServer } = await import('./hook-server.js');
    const server = await hookServer({
      host,
      port,
      token,
      answer: body =>
        answerHook(body, { certified: async again => (await read(again)).certified, now: ports.now, paths, data }),
      health: async () => ({ status: 'ok', certificates: (await read(false)).certified.length }),
      log: line => (parsed.values.has('quiet') ? undefined : process.stdout.write(`${line}\n`)),
    });
    if (!LOOPBACK.includes(host))
      process.stderr.write(
        `warning: ${host} can be reached from other machines, and what is said is not encrypted: put a proxy with TLS before it\n`,
      );
    process.stdout.write(`listening on ${server.address}, ${certified.length} certificates\n`);
    // Between requests, so that none has to wait for it.
    const reading = setInterval(() => void read(true), every);
    await new Promise      (resolve => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
    clearInterval(reading);
    await server.close();
    return 0
  },
};

export { serveHook };
