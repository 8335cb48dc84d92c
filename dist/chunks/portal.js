import { a as loadTrust, l as loadKeyTrust } from './load-trust.js';
import { e as encodeBase64, W as LEAF_TYPES, o as openLog, V as readVerifierKey, K as logTrust, r as rememberSeen } from './read-log.js';
import { l as lifeOf } from './life-of.js';
import { i as instant } from './instant.js';
import { r as readCertificate } from './read-certificate.js';
import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { h as looseObject, i as int, e as array, a as string, _ as _enum } from './schemas2.js';
import { d as duesOf } from './dues-of.js';
import { a as readBundle, p as payloadOf } from './bundle.js';
import { U as UserError } from './user-error.js';
import { a as exitCodeOf } from './exit-code.js';
import { G as GATES, E as Evidence, e as evidenceFile } from './evidence.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { r as readEvidenceLines, E as EvidenceStatement, M as MAX_EVIDENCE_LINES_BYTES } from './evidence-statement.js';
import { r as readJson } from './read-json.js';
import { m as modelId } from './model-id.js';
import { V as Verdict } from './verdict.js';
import { d as datetime } from './iso.js';
import { M as MAX_EVIDENCE_BYTES } from './evidence-document.js';
import { E as EVIDENCE_FILE } from './record-files.js';
import { m as messageOf } from './message-of.js';
import { o as outsideWindow } from './key-window.js';
import { w as whomToTrust } from './whom-to-trust.js';
import { d as checkedOutBranch, l as locate, c as compose } from './compose.js';
import { e as environmentContext } from './context.js';
import { c as count } from './numbers.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';
import { existsSync, statSync, readFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { r as recordLog } from './record-log.js';
import { r as readSettings, R as RecordLog } from './read-settings.js';
import { p as policyInForce } from './policy-in-force.js';

/** What pages tell of a certificate: its text is many times as long. */
                                 
               
              
                                                                                                                       
     
                                   
                                      
                       
                    
                        
                           
                                       
                          
                                                   
                                     
   
                                        
                                     
                                                                     
                                      
 

function certificateFacts({ predicate }             )                   {
  const {
    serial,
    supersedes,
    model,
    source,
    gates,
    data,
    claims,
    holdout,
    rules,
    waivers,
    approvals,
    validity,
    policy,
  } = predicate[CERTIFICATE_EXTENSION];
  return {
    serial,
    supersedes,
    source,
    gates,
    data,
    claims,
    ...(holdout === undefined ? {} : { holdout }),
    waivers,
    approvals,
    validity,
    name: model.name,
    version: model.version,
    tool: Object.entries(predicate.verifier.version)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    policy: {
      uri: predicate.policy.uri,
      sha256: predicate.policy.digest.sha256,
      commit: predicate.policy.digest.gitCommit,
      rules: rules.length,
      roles: (policy.approvals ?? []).map(({ role }) => role),
    },
    waived: rules.filter(({ status }) => status === 'waived'),
    attested: predicate.inputAttestations.map(({ digest }) => digest.sha256),
  }
}

/** What a log says that is about no model: policies that came into force, periodic reviews, incidents, revoked keys. */
                            
                                                                                                                  
                                          
                                                                                             
 

                              
                     
                                  
                                                                                     
                 
       
                                     
                                
                                         
                                          
       
               
 

const Review = looseObject({
  certificates: int().nonnegative(),
  waivers: int().nonnegative(),
  ended: array(string()),
  ending: array(string()),
});
const PolicyDocument = looseObject({ uri: string() });
const Incident = looseObject({ reason: string() });

/** The newest first. */
function logEvents(leaves                 , documents                             )            {
  const of = (type              ) => leaves.filter(leaf => leaf.type === type).toReversed();
  const said =    (schema              , { document }      )                => {
    try {
      return schema.safeParse(JSON.parse(documents.get(document) ?? '')).data
    } catch {
      return undefined
    }
  };
  return {
    policies: of('policy').map(leaf => ({
      at: leaf.at,
      sha256: (leaf.policy ?? leaf.document).slice('sha256:'.length),
      uri: said(PolicyDocument, leaf)?.uri,
    })),
    reviews: of('review').map(leaf => {
      const found = said(Review, leaf);
      return {
        at: leaf.at,
        run: leaf.run,
        found: found && {
          certificates: found.certificates,
          waivers: found.waivers,
          ended: found.ended,
          ending: found.ending,
        },
      }
    }),
    incidents: of('incident').map(leaf => ({ at: leaf.at, reason: said(Incident, leaf)?.reason })),
  }
}

/** Why a model was refused. */
                               
                                   
                                      
                                                   
                                     
                                               
                                  
 

/** The refusal that a signed text holds, its signature not looked at; undefined where it is none. */
function refusalFacts(text        )                           {
  const read = readBundle(text);
  if ('reason' in read) return undefined
  const { dsseEnvelope } = read.bundle;
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType);
  if (statement.kind !== 'refusal') return undefined
  const { verdict, rules, model, source } = statement.statement.predicate;
  return {
    name: model.name,
    version: model.version,
    verdict,
    rules: rules.filter(({ status }) => status !== 'passed' && status !== 'waived'),
    run: source.run,
  }
}

/** The models of a log: all versions of one name together, each with the evidence about its files. */
function modelsOf(known       )                {
  const { log, life, documents, factsOf, signatureOf, evidence, proofs } = known;
  const textOf = (sha256        ) => documents.get(`sha256:${sha256}`) ?? '';
  const refused = Map.groupBy(refusalsOf(known), ({ id }) => id);
  const versions = life.models.map(model => {
    const said = [
      ...model.certificates.map(({ sha256 }) => factsOf(textOf(sha256))),
      ...(refused.get(model.id) ?? []).map(({ facts }) => facts),
    ].findLast(facts => facts?.name !== undefined);
    return { model, ...named(model, said) }
  });
  const found = Map.groupBy(evidence, ({ model }) => model ?? '');
  const certified = new Map(
    life.models.flatMap(({ certificates }) =>
      certificates.flatMap(({ sha256 }) =>
        (factsOf(textOf(sha256))?.attested ?? []).map(digest => [digest, sha256]         ),
      ),
    ),
  );
  return [...Map.groupBy(versions, ({ name }) => name)].map(([name, group]) => portalModel(name, group))

  function portalModel(name        , group                    )              {
    const ids = new Set(group.map(({ model }) => model.id));
    const places = new Set(group.flatMap(({ model }) => model.stays.map(({ target }) => target)));
    const targets = life.targets.filter(({ to, target }) => ids.has(to?.id ?? '') || places.has(target));
    const own       = {
      ...life,
      models: group.map(({ model }) => model),
      targets: targets.filter(({ to }) => ids.has(to?.id ?? '')),
    };
    const certificates = group
      .flatMap(({ model, version }) =>
        model.certificates.map(certificate => {
          const facts = factsOf(textOf(certificate.sha256));
          const signature = signatureOf(`sha256:${certificate.sha256}`, facts?.policy.sha256);
          return { ...certificate, id: model.id, version, facts, signature }
        }),
      )
      .toSorted(newestFirst);
    return {
      name,
      slug: '',
      log,
      repository: certificates.find(({ facts }) => facts?.source.repository !== undefined)?.facts?.source.repository,
      life: own,
      versions: own.models,
      certificates,
      refusals: group
        .flatMap(({ model, version }) => (refused.get(model.id) ?? []).map(refusal => ({ ...refusal, version })))
        .toSorted(newestFirst),
      events: group
        .flatMap(({ model, version }) => model.events.map(event => ({ ...event, version })))
        .toSorted(newestFirst),
      evidence: group
        .flatMap(({ model, version }) => (found.get(model.id) ?? []).map(one => proven(one, version)))
        .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt)),
      targets,
      dues: duesOf(own),
    }
  }

  function proven(summary                 , version        )                 {
    const statement = proofs.get(summary.sha256);
    return { ...summary, version, certificate: statement === undefined ? undefined : certified.get(statement) }
  }
}

const newestFirst = (a                         , b                         ) => Date.parse(b.at) - Date.parse(a.at);

function refusalsOf({ leaves, documents, signatureOf }       ) {
  return leaves.flatMap(({ type, id, at, document }) => {
    if (type !== 'refusal' || id === undefined) return []
    const facts                           = refusalFacts(documents.get(document) ?? '');
    return [{ at, id: id.slice('sha256:'.length), facts, signature: signatureOf(document) }]
  })
}

/** What a model is called, and its version: by what was signed, else by the log's entry, whose last word is the version where it has one. */
function named(
  { name, id }           ,
  said                                                                                         ,
)                                    {
  if (said?.name !== undefined) return { name: said.name, version: said.version ?? id.slice(0, 12) }
  const cut = name.lastIndexOf(' ');
  return cut > 0 ? { name: name.slice(0, cut), version: name.slice(cut + 1) } : { name, version: id.slice(0, 12) }
}

/** Whether somebody trusted signed a document of the log; `not asked`: nobody is named whose signature counts. */
                            
                                                                                                     
                                                          
                                   

const NOT_ASKED                 = { state: 'not asked' };

/** The word of a verification, and what is to be held against the time of the log. */
const signatureFound = (verdict                  )                 =>
  'refused' in verdict
    ? { state: 'refused', reason: verdict.refused }
    : { state: 'verified', by: verdict.signedBy.name };

/** The same for a certificate that was decided by a policy: where policies are named, by one of those. */
function byTrustedPolicy(
  found                ,
  policy                    ,
  trusted                               ,
)                 {
  if (found.state !== 'verified' || trusted === undefined || policy === undefined || trusted.includes(policy))
    return found
  return { state: 'refused', reason: `Expected a policy that is trusted here but found ${policy}` }
}

const LONGEST = 60;
const DIGITS = 8;

/** Names of pages, one for each key: letters and digits of the name, and part of the key's digest where that alone is not clear. */
function slugs(
  models                                                            ,
  sha256                          ,
)           {
  const plain = models.map(({ name }) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST),
  );
  const times = new Map                ();
  for (const slug of plain) times.set(slug, (times.get(slug) ?? 0) + 1);
  return models.map(({ name, log }, i) => {
    const slug = plain[i] ?? '';
    if (times.get(slug) === 1 && /^[a-z0-9-]+$/i.test(name)) return slug
    return `${slug === '' ? 'model' : slug}-${sha256(JSON.stringify([log, name])).slice(0, DIGITS)}`
  })
}

/** A log as it was read, or why it is not believed. */
                               
                       
                                                                                          
 

/** Evidence that was found, whichever models it is about. */
                                
                                                
                                   
                                                                                      
                                              
 

                   
                                  
                                                 
                                                                                                                              
                                                                       
                                                                             
                                                   
                       
                         
                        
                                         
                                                                             
   
 

                              
                    
                                              
 

/** Everything that the pages show, from logs that were verified and evidence that was found. A log that is not believed shows nothing. */
function portalOf(sources                         , evidence               , world             )         {
  const read = sources.map(source => portalLog(source, evidence, world));
  const models = read
    .flatMap(({ models }) => models)
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.log, b.log));
  const known = new Set(models.flatMap(({ versions }) => versions.map(({ id }) => id)));
  const names = slugs(models, world.sha256);
  return {
    now: instant(world.now),
    logs: read.map(({ log }) => log),
    models: models.map((model, i) => ({ ...model, slug: names[i] ?? '' })),
    unread: evidence.unread,
    strangers: evidence.summaries.filter(({ model }) => model === undefined || !known.has(model)),
  }
}

const compare = (a        , b        ) => (a < b ? -1 : a > b ? 1 : 0);

function portalLog(
  { name, log }              ,
  { summaries, proofs }               ,
  { now }             ,
)                                                     {
  if ('message' in log)
    return { log: { ...NOTHING, name, fault: { message: log.message, hint: log.hint } }, models: [] }
  const { leaves, documents, witnessed, signatures, policies } = log;
  const facts = new Map                                      ();
  const factsOf = (text        ) => {
    if (!facts.has(text)) {
      const certificate = readCertificate(text);
      facts.set(text, certificate && certificateFacts(certificate));
    }
    return facts.get(text)
  };
  const signatureOf = (document        , policy         ) =>
    byTrustedPolicy(signatures?.get(document) ?? NOT_ASKED, policy, policies);
  const life = lifeOf(leaves, documents, now, text => factsOf(text)?.validity);
  return {
    log: {
      name,
      asksSignatures: signatures !== undefined,
      entries: leaves.length,
      size: witnessed.size,
      root: encodeBase64(witnessed.checkpoint.root),
      witnesses: witnessed.witnesses,
      ...(witnessed.asOf === undefined ? {} : { asOf: instant(witnessed.asOf) }),
      gaps: leaves
        .filter(({ document }) => !documents.has(document))
        .map(({ type, at, model, document }) => ({ type, at, model, document })),
      events: logEvents(leaves, documents),
    },
    models: modelsOf({ log: name, life, leaves, documents, factsOf, signatureOf, evidence: summaries, proofs }),
  }
}

const NOTHING = {
  asksSignatures: false,
  entries: 0,
  size: 0,
  root: '',
  witnesses: [],
  gaps: [],
  events: { policies: [], reviews: [], incidents: [] },
};

/**
 * From the digest of an evidence file to that of the signed statement about it, as an `evidence.intoto.jsonl` has them. What a certificate
 * names is the statement: so its digests lead to the bytes of the file. Undefined for a text that holds no statements.
 */
function evidenceProofs(
  text        ,
  sha256                                          ,
)                                          {
  const envelopes = readEvidenceLines(text);
  if ('reason' in envelopes) return undefined
  return new Map(
    envelopes.flatMap(envelope => {
      const payload = payloadOf(envelope);
      const digest = EvidenceStatement.safeParse(readJson(payload)).data?.predicate[EVIDENCE_SCHEMA].digest;
      return digest === undefined ? [] : [[digest.sha256, sha256(payload)]         ]
    }),
  )
}

/** Checks that did not pass that are told of one gate; the evidence has them all. */
const TOLD = 20;

/** What pages tell of an evidence file. */
                                  
                       
                              
                         
                         
                           
                             
                       
                                                                  
                                    
                                         
                                  
                                                                                                   
                         
                                                                                                 
                                         
                                                   
                         
                                                                                      
                                         
                                          
                                          
                                                    
 

                               
                       
                       
                          
                                                           
                                       
 

                              
                         
                         
                                     
                         
                                                          
                                    
 

                                    
                        
                        
                                                          
                    
 

/** What every version has written at least. */
const Head = looseObject({
  schema: string().startsWith(EVIDENCE_SCHEMA.replace(/v\d+$/, '')),
  gate: _enum(GATES),
  verdict: Verdict,
  subject: array(looseObject({ name: string(), digest: looseObject({ sha256: string() }) })).catch([]),
  tool: looseObject({ name: string(), version: string() }).catch({ name: 'proofmark', version: 'unknown' }),
  run: looseObject({ finishedAt: datetime() }),
});

/** A file as evidence: whole, or by its head where another version wrote it; a sentence where it is neither. */
function evidenceSummary(
  path        ,
  bytes            ,
  sha256                                          ,
)                           {
  const value = readJson(bytes);
  const read = Evidence.safeParse(value);
  const digest = sha256(bytes);
  if (read.success) return summaryOf(path, digest, read.data, sha256)
  const head = Head.safeParse(value);
  const [issue] = read.error.issues;
  const why = value === undefined ? 'it is no JSON' : `${issue?.path.join('.') || 'its form'}: ${issue?.message}`;
  if (!head.success) return why
  const { gate, verdict, subject, tool, run } = head.data;
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    older: why,
  }
}

const EMPTY = {
  document: undefined,
  repository: undefined,
  run: undefined,
  counts: { pass: 0, warn: 0, inconclusive: 0, fail: 0 },
  open: [],
  materials: [],
  tables: [],
  columns: [],
  comparisons: [],
};

const ORDER                    = ['fail', 'inconclusive', 'warn', 'pass'];

function summaryOf(
  path        ,
  digest        ,
  evidence          ,
  sha256                          ,
)                  {
  const { gate, verdict, subject, materials, checks, tool, run } = evidence;
  const of = (wanted        ) => checks.filter(({ status }) => status === wanted).length;
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    repository: run.repository,
    run: run.url,
    document: {
      ...evidence,
      materials: [],
      checks: checks.map(({ id, title, status, reason }) => ({ id, title, status, reason })),
      result: null,
    },
    counts: { pass: of('pass'), warn: of('warn'), inconclusive: of('inconclusive'), fail: of('fail') },
    open: checks
      .filter(({ status }) => status !== 'pass')
      .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
      .slice(0, TOLD)
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
    materials,
    ...resultsOf(evidence),
  }
}

function resultsOf(evidence          )                                                                       {
  if (evidence.result === null) return {}
  switch (evidence.gate) {
    case 'data-validate':
      return {
        tables: evidence.result.files.map(({ file, rows, columns }) => ({
          file,
          rows,
          columns: columns.length,
          sensitive: columns.filter(({ sensitive }) => sensitive).map(({ column }) => column),
        })),
      }
    case 'drift-compare':
      return {
        columns: evidence.result.columns.flatMap(({ column, status, method, effect, interval, limit }) =>
          effect === undefined ? [] : [{ column, status, method, effect, interval, limit }],
        ),
      }
    case 'model-certify':
      return {
        comparisons: evidence.result.comparisons.flatMap(({ title, value, interval, n }) =>
          value === null ? [] : [{ title, value, interval, n }],
        ),
      }
    case 'security-scan':
      return {}
  }
}

const NAMES                      = new Set(GATES.map(evidenceFile));
const nameOf = (path        ) => path.slice(path.lastIndexOf('/') + 1);

/**
 * Every evidence file in folders and below them, each content once, and the signed statements beside them that lead from a certificate
 * to a file. What cannot be read is said and passed over.
 */
async function findEvidence(
  paths                   ,
  { files, sha256, log }                                         ,
)                         {
  const summaries = new Map                         ();
  const proofs = new Map                ();
  const unread                                     = [];
  for (const [n, path] of (await listed()).entries()) {
    log.progress(`Reading evidence: ${n + 1}`);
    await attempt(path, () => readOne(path));
  }
  return { summaries: [...summaries.values()], proofs, unread }

  async function listed()                    {
    const found = new Set        ();
    for (const path of paths)
      await attempt(path, async () => {
        for (const file of await files.list([path]))
          if (NAMES.has(nameOf(file)) || nameOf(file) === EVIDENCE_FILE) found.add(file);
      });
    return [...found]
  }

  async function readOne(path        )                {
    if (nameOf(path) === EVIDENCE_FILE) {
      const read = evidenceProofs(await files.readText(path, { maxBytes: MAX_EVIDENCE_LINES_BYTES }), sha256);
      if (read === undefined) unread.push({ path, reason: 'it holds no signed statements' });
      for (const [file, statement] of read ?? []) proofs.set(file, statement);
      return
    }
    const summary = evidenceSummary(path, await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES }), sha256);
    if (typeof summary === 'string') unread.push({ path, reason: summary });
    else if (!summaries.has(summary.sha256)) summaries.set(summary.sha256, summary);
  }

  async function attempt(path        , act                     )                {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unread.push({ path, reason: messageOf(error) });
    }
  }
}

/** Signatures that are checked at once. */
const AT_ONCE = 64;

/**
 * Whether somebody trusted signed each certificate and refusal of a log, by the digest of its document; nothing of those that the log does
 * not keep. As `proofmark verify` asks it, but for the model's files, which are not here: a key with a window must have counted when the
 * log took the entry in.
 */
async function verifySignatures(
  { leaves, documents }                                          ,
  trust             ,
  { signing, log }                                ,
)                                       {
  const found = new Map                        ();
  const asked = logged(leaves, documents);
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    log.progress(`Verifying signatures: ${from + 1} of ${asked.length}`);
    const some = asked.slice(from, from + AT_ONCE);
    const verdicts = await Promise.all(some.map(({ text }) => signing.verify(text, trust, { logTimeComes: true })));
    for (const [n, { document, at }] of some.entries()) {
      const verdict = verdicts[n];
      if (!verdict) continue
      const late = 'refused' in verdict || verdict.window === undefined ? undefined : outsideWindow(verdict.window, at);
      found.set(document, late === undefined ? signatureFound(verdict) : { state: 'refused', reason: late });
    }
  }
  return found
}

/** Certificates and refusals whose text is kept, with the time at which the log took them in. */
function logged(leaves                 , documents                             ) {
  const texts = new Map                                                      ();
  let latest = 0;
  for (const { type, document, at } of leaves) {
    // Never before an entry that was there already, whatever time the entry names.
    latest = Math.max(latest, Date.parse(at));
    if (type !== 'certificate' && type !== 'refusal') continue
    const text = documents.get(document);
    if (text !== undefined && !texts.has(document)) texts.set(document, { document, text, at: new Date(latest) });
  }
  return [...texts.values()]
}

/** What the site holds, for programs, and so that a later build takes away what it no longer has. */
const MANIFEST = 'portal.json';
const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

const Manifest = looseObject({ files: array(string().regex(/^(models\/)?[a-z0-9-]+\.(html|xml|css|js)$/)) });

/** Writes the site into a folder; pages of an earlier build that are no more are taken away, nothing else there is touched. Returns the number of pages. */
async function writeSite(
  portal        ,
  { out, title, url }                                                                                     ,
  { files, sha256 }                                 ,
)                  {
  const { manifest, pages } = await import('./site.js');
  const before = await earlier(`${out}/${MANIFEST}`, files);
  const written = new Set        ();
  for (const [path, content] of pages(portal, { title, url, sha256 })) {
    await files.write(`${out}/${path}`, content);
    written.add(path);
  }
  for (const path of before) if (!written.has(path)) await files.remove(`${out}/${path}`);
  await files.write(`${out}/${MANIFEST}`, `${JSON.stringify({ ...manifest(portal), files: [...written] }, null, 2)}\n`);
  return [...written].filter(path => path.endsWith('.html')).length
}

async function earlier(path        , files                )                             {
  try {
    if (!(await files.exists(path))) return []
    const text = await files.readText(path, { maxBytes: MAX_MANIFEST_BYTES });
    return Manifest.safeParse(JSON.parse(text)).data?.files ?? []
  } catch (error) {
    if (error instanceof UserError || error instanceof SyntaxError) return []
    throw error
  }
}

/** A log, and whose signatures in it count: nobody's where nobody is named. */
                            
                               
                                          
 

/** What was built. */
                              
                         
                               
                           
                        
                                                                   
                                                                                
                       
                                                            
                                                                                                         
                             
 

/**
 * Builds the site from logs, each read whole and verified, and from evidence. A log that is not believed is stated on it, and ends the run
 * so. A certificate whose signature is refused is stated, too, and counts for nothing on any page.
 */
async function portal$1(
  options               ,
  logs                      ,
  ports                                                             ,
)                       {
  const { sources, exitCode } = await readLogs(logs, ports);
  const evidence                = await findEvidence(options.evidence, ports);
  const built = portalOf(sources, evidence, { now: ports.now(), sha256: ports.sha256 });
  const pages = await writeSite(built, options, ports);
  const states = built.models.flatMap(({ certificates }) => certificates.map(({ signature }) => signature.state));
  const counted = (state                         ) => states.filter(each => each === state).length;
  return {
    models: built.models.length,
    certificates: states.length,
    evidence: evidence.summaries.length,
    pages,
    faults: built.logs.flatMap(({ name, fault }) => (fault ? [{ log: name, message: fault.message }] : [])),
    gaps: built.logs.reduce((sum, { gaps }) => sum + gaps.length, 0),
    signatures: { verified: counted('verified'), refused: counted('refused'), notAsked: counted('not asked') },
    exitCode,
  }
}

async function readLogs(
  logs                      ,
  ports                                ,
)                                                           {
  const sources                 = [];
  let exitCode           = 0;
  for (const { recordLog: log, trust } of logs) {
    ports.log.progress(`Reading ${log.name}`);
    try {
      const read = await log.read(LEAF_TYPES);
      const signatures = trust && (await verifySignatures(read, trust, ports));
      sources.push({ name: log.name, log: { ...read, signatures, policies: trust?.policies } });
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      sources.push({ name: log.name, log: { message: messageOf(error), hint: error.hint } });
      if (exitCode === 0) exitCode = exitCodeOf(error);
    }
  }
  return { sources, exitCode }
}

/** Whose signatures count by the policy of a settings file; undefined where there is none, or it names nobody. */
async function trustHere(config        , ports       )                                   {
  if (!(await ports.files.exists(config))) return undefined
  const { trust } = (await policyInForce(config, ports)).policy;
  return trust?.keys === undefined && trust?.identities === undefined ? undefined : loadTrust(trust, ports.files)
}

/** Settings file that a clone is known by. */
const CONFIG = 'proofmark.yml';

                                  
                                                                          
                        
                                     
                                                        
                                  
                   
 

/** The log of one repository to be read, and the folder in which its evidence lies, where it has one. */
                                 
                               
                                                    
                                          
                                       
 

/**
 * Opens the log of a repository, whichever way it is at hand: a folder in which the log's branch is checked out, a clone whose settings name
 * its log, a clone that has the branch, `owner/name` on GitHub, or the address of a git remote.
 */
async function repositoryLog(repository                 )                          {
  const { asked, keys } = repository;
  const folder = resolve(asked);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (isFolder && existsSync(join(folder, 'checkpoint')) && existsSync(join(folder, 'tile')))
    return checkedOut(folder, repository)
  if (isFolder && existsSync(join(folder, CONFIG))) return clone(folder, repository)
  const address = /^[a-z][a-z0-9+.-]*:\/\/|^[^/\s]+@[^/\s]+:/i.test(asked);
  if (!isFolder && !address && !/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(asked))
    throw new UserError(
      'portal.repository',
      `Expected a folder, owner/name or the address of a git repository but found '${asked}'`,
      {
        hint: 'Name a clone, or a folder in which the branch of the log is checked out',
      },
    )
  const ports = portsAt(process.cwd(), repository.log);
  const place = isFolder || address ? { remote: isFolder ? folder : asked } : { repository: asked };
  const settings = settingsOf({ ...place, branch: repository.branch, 'verifier-key': onlyKey(keys, asked) });
  const opened = await openLog(settings, {}, ports);
  return { recordLog: recordLog({ ...opened, seen: [] }, ports), evidence: isFolder ? folder : undefined }
}

function portsAt(root        , log     )        {
  return compose(root, log, environmentContext(process.env))
}

async function checkedOut(folder        , { asked, keys, log }                 )                          {
  const ports = portsAt(folder, log);
  const [origin = ''] = readFileSync(join(folder, 'checkpoint'), 'utf8').slice(0, 1024).split('\n');
  const key = keys.find(text => readVerifierKey(text, 1, ports.noteKeys.hash)?.name === origin);
  if (key === undefined)
    throw new UserError('log.verifier-key', `Expected the verifier key of ${origin.slice(0, 200)} but found none`, {
      hint: `Give --verifier-key the line that \`proofmark log init\` printed for it`,
    })
  const trust = logTrust({ origin, key, quorum: 0 }, ports.noteKeys.hash);
  return { recordLog: recordLog({ branch: checkedOutBranch(folder, asked), trust }, ports), evidence: undefined }
}

/** The log that a clone's settings name, by whom its policy believes; what is seen of it is remembered there. */
async function clone(folder        , { asked, keys, branch, log }                 )                          {
  const ports = portsAt(folder, log);
  const file = { name: CONFIG, text: await ports.files.readText(CONFIG) };
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: (path        ) => path };         
  const { record, policy } = readSettings({ ...source, file });
  const trusted                         = policy?.trust?.log;
  const kept = record.log?.remote ?? record.log?.repository;
  const key = trusted?.key ?? record.log?.['verifier-key'] ?? onlyKey(keys, asked);
  const settings = settingsOf({
    ...record.log,
    ...(kept === undefined && ports.context.repository === undefined ? { remote: folder } : {}),
    ...(branch === undefined ? {} : { branch }),
    'verifier-key': key,
    key: undefined,
  });
  const opened = await openLog(settings, { trusted }, ports);
  const remember = (note        ) => rememberSeen(settings, note, ports);
  const out = locate(folder, CONFIG).out(undefined);
  return {
    recordLog: recordLog({ ...opened, remember }, ports),
    trust: await trustHere(CONFIG, ports),
    evidence: existsSync(join(folder, out)) ? join(folder, out) : undefined,
  }
}

function onlyKey(keys                   , asked        )         {
  const [key, ...others] = keys;
  if (key !== undefined && others.length === 0) return key
  throw new UserError(
    'log.verifier-key',
    `Expected one verifier key for the log of ${asked} but found ${keys.length === 0 ? 'none' : keys.length}`,
    {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key of its proofmark.yml, or give it as --verifier-key',
    },
  )
}

function settingsOf(given                                              )              {
  const read = RecordLog.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (read.success) return read.data
  const [issue] = read.error.issues;
  throw new UserError('flags.log', `Expected ${String(issue?.path[0])} of the log to be ${issue?.message}`)
}

const flags                      = [
  { name: 'out', kind: 'value', description: 'Folder to write the site into' },
  { name: 'evidence', kind: 'list', description: 'Folders to look for evidence in, beside .proofmark of each clone' },
  { name: 'title', kind: 'value', description: 'What the site is called. Default: Models and certificates' },
  { name: 'url', kind: 'value', description: 'Where the site will be read, for the links of its feed' },
  {
    name: 'verifier-key',
    kind: 'list',
    description: 'Public keys of logs whose repository has no proofmark.yml that names it',
  },
  {
    name: 'branch',
    kind: 'value',
    description: 'Branch of the logs. Default: what proofmark.yml says, else proofmark-log',
  },
  {
    name: 'key',
    kind: 'value',
    description:
      'Public key of the certifier: nobody else’s signature counts. Default: what policy.trust of each clone says, or of the folder you are in',
  },
  { name: 'policy', kind: 'value', description: 'A policy whose trust says whose signatures count, for every log' },
  { name: 'json', kind: 'switch', description: 'Print what was built as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const portal             = {
  name: 'portal',
  summary:
    'Build a static site of every model’s life from logs and evidence: for data owners, ML engineers and compliance officers',
  synopsis: '[REPOSITORY…] --out DIR [--evidence DIR…]',
  examples: [
    'proofmark portal --out site',
    'proofmark portal acme/governance --verifier-key "$LOG" --key proofmark.pub --out site',
    'proofmark portal credit fraud --out site --evidence evidence --url https://acme.github.io/models/',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const last = (flag        ) => values.get(flag)?.at(-1);
    const out = last('out');
    if (out === undefined)
      throw new UserError('flags.incomplete', 'Expected --out and a folder but found none', {
        hint: 'proofmark portal [REPOSITORY…] --out DIR',
      })
    const url = last('url');
    if (url !== undefined && !/^https?:\/\/[^\s"<>]+$/i.test(url))
      throw new UserError('flags.url', `Expected --url to be an address of the web but found '${url}'`, {
        hint: 'For example https://acme.github.io/models/',
      })
    const log = terminalLog(process.stderr, { quiet: values.has('json') || values.has('quiet') });
    const repositories = positionals.length === 0 ? ['.'] : positionals;
    const keys = values.get('verifier-key') ?? [];
    const opened = [];
    for (const asked of repositories) opened.push(await repositoryLog({ asked, branch: last('branch'), keys, log }));
    const ports = compose(process.cwd(), log, environmentContext(process.env));
    const [key, policy] = [last('key'), last('policy')];
    const trust = key === undefined && policy === undefined ? undefined : await whomToTrust({ key, policy }, ports);
    const named = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust;
    const here = named ? undefined : await trustHere('proofmark.yml', ports);
    const evidence = [...opened.flatMap(({ evidence: folder }) => folder ?? []), ...(values.get('evidence') ?? [])];
    const built = await portal$1(
      { out, title: last('title') ?? 'Models and certificates', url, evidence },
      opened.map(({ recordLog, trust: own }) => ({ recordLog, trust: named ?? own ?? here })),
      ports,
    );
    log.done();
    if (values.has('json')) process.stdout.write(`${JSON.stringify(built, null, 2)}\n`);
    else {
      const { models, certificates, pages, faults, gaps, signatures } = built;
      for (const fault of faults) process.stdout.write(`✘ ${fault.log}: ${fault.message}\n`);
      const found = [count(models, 'model'), count(certificates, 'certificate'), count(built.evidence, 'evidence file')];
      const unsure = [
        ...(signatures.refused > 0 ? [`${signatures.refused} not verified`] : []),
        ...(signatures.notAsked > 0 ? [`${signatures.notAsked} not asked: name the certifier's key with --key`] : []),
      ];
      if (unsure.length > 0) process.stdout.write(`Signatures of certificates: ${unsure.join(', ')}\n`);
      const stated = gaps > 0 ? `; ${count(gaps, 'gap')} in the logs: see there` : '';
      process.stdout.write(`${found.join(', ')}: ${count(pages, 'page')} in ${out}${stated}\n`);
    }
    return built.exitCode
  },
};

export { portal };
