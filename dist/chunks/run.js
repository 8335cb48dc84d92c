import { u as VERSION, w as worstVerdict, v as verdictOf, e as evidenceFile, G as GATES, x as shardFile, y as SHARD_SCHEMA, z as ShardFile, A as readShard, B as kindOf, D as categoriesOf, R as ROWS_PER_CATEGORY, M as MAX_CATEGORIES, N as NAMESPACE, E as MAX_PACKAGES$1, F as defineKind, H as Sha256, I as stoppedScan, J as Evidence, K as EVIDENCE_SCHEMA, a as visible, S as STATUS_ORDER, d as escapeText } from './context.js';
import { Z as ZodArray, m as ZodType, p as ZodNumber, q as ZodBoolean, w as ZodUnion, x as ZodEnum, h as readYaml, v as validate, c as schemaAt, U as UserError, d as array, t as tuple, z as base64$1, u as unknown, j as closestMatch, A as leven, s as strictObject, a as string, l as literal, i as int, _ as _enum, f as union, n as number, k as looseObject, b as boolean } from './validate.js';
import { S as Settings, V as VERIFIER_ID, i as instant, M as MAX_LISTED_FILES, a as SUMS_FILE, b as STATEMENT_TYPE, C as Certificate, c as VERIFICATION_SUMMARY, d as CERTIFICATE_EXTENSION, v as validityOf, f as compareUtf8, R as Refusal, g as REFUSAL, h as CERTIFICATE_FILE, j as REFUSAL_FILE, s as sha256Sums, k as STATEMENT_PAYLOAD, l as dialectFor, m as modelId, e as exitCode } from './print-lines.js';
import { w as waiverEnd, e as contentOf, p as parseJson, m as matchWaiver, s as secretsCheck, n as noSecretsCheck, a as printable, c as checkId, f as byRank, g as readIncluded, d as readDependencyFile, h as mergeAliases, i as waiveFindings, j as artefactCheck, r as rules } from './index.js';
import { x as documentName, i as isReadable, M as MAX_EVIDENCE_BYTES, r as readEvidence, L as LIMITS, c as count$2, y as keyText, s as inRepository, m as isRow, z as cellTexts } from './terminal-report.js';
import { k as shown$3, I as Implementation, b as argumentsOf, r as readContract$1, s as startJob, l as bindTables, t as tableForFile, m as planCross, n as requirePositive, q as probability, u as notNan, v as inverseUpper, w as incompleteBetaAtOdds, x as lgamma, f as requireSuccesses, y as binomial, z as smallestWhole, A as chiSquared, B as logBinomialTerm, C as count$1, D as sorted, F as kolmogorov, G as newcombe, j as isSensitive, H as normal, g as clopperPearson, J as luhn } from './hash-bytes.js';
import { b as publicVersion, c as packageName, v as versionsOf, e as partsAbout, w as worstSeverity } from './sent-content.js';

/** What an input's text means under the schema it is for: a number, true or false, a list by lines, a word or else a path, or the text itself. What it can't be read as stays text, for the schema to refuse. */
function fromText(
  schema                       ,
  texts                   ,
  rebase                          ,
)          {
  if (schema instanceof ZodArray) {
    const items = texts
      .flatMap(text => text.split('\n'))
      .map(line => line.trim())
      .filter(line => line !== '');
    return items.map(item => fromText(schema.element instanceof ZodType ? schema.element : undefined, [item], rebase))
  }
  const text = texts.at(-1) ?? '';
  if (schema instanceof ZodNumber)
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
  if (schema instanceof ZodBoolean) return { true: true, false: false }[text.trim().toLowerCase()] ?? text
  if (schema instanceof ZodUnion) {
    const [words, path] = schema.options;
    return words instanceof ZodEnum && words.safeParse(text.trim()).success
      ? text.trim()
      : fromText(path instanceof ZodType ? path : undefined, [text], rebase)
  }
  if (schema?.meta()?.path === true) return rebase(text)
  return text
}

/** An input of an action, and the flag of the same name: where in the settings its value goes. */
                        
                       
                               
                                                                                 
                        
                                             
                               
 

const model        = { name: 'model', setting: 'model.files' };

/** The settings each command takes as inputs; an action works by these alone, without a proofmark.yml. */
const INPUTS = {
  'data-validate': [
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'shard', setting: 'data.shard' },
    { name: 'merge', setting: 'data.merge' },
    model,
  ],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    model,
  ],
  'security-scan': [
    { name: 'paths', setting: 'security.paths', positional: true },
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'sensitive-data', setting: 'security.sensitive-data' },
    { name: 'quasi-identifiers', setting: 'security.quasi-identifiers' },
    { name: 'min-k', setting: 'security.min-k' },
    { name: 'min-l', setting: 'security.min-l' },
    { name: 'vulnerabilities', setting: 'security.vulnerabilities' },
    { name: 'osv-url', setting: 'security.osv-url' },
    { name: 'secrets-baseline', setting: 'security.secrets.baseline' },
    { name: 'known-vulnerabilities', setting: 'policy.known-vulnerabilities' },
    { name: 'max-seconds', setting: 'security.max-seconds' },
    { name: 'max-memory', setting: 'security.max-memory' },
    { name: 'max-depth', setting: 'security.max-depth' },
    { name: 'max-ratio', setting: 'security.max-ratio' },
    model,
  ],
  'drift-compare': [
    { name: 'reference', setting: 'drift.reference' },
    { name: 'current', setting: 'drift.current' },
    { name: 'columns', setting: 'drift.columns' },
    { name: 'ignore', setting: 'drift.ignore' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    model,
  ],
  'audit-record': [
    model,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
};                                                    

                                             

const inputsOf = (command             )                   => INPUTS[command];

/** The settings of one run: the file's, with the command's inputs laid over them. */
function readSettings(source                )           {
  const file = source.file && readYaml(source.file.name, source.file.text);
  return validate(
    Settings,
    file
      ? overlay(file, source)
      : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source),
    'settings.invalid',
  )
}

function overlay(file          , source                )           {
  const given = inputsOf(source.command).filter(input =>
    source.inputs.get(input.name)?.some(text => text.trim() !== ''),
  );
  if (given.length === 0) return { ...file, value: file.value ?? {} }
  let value          = file.value;
  for (const input of given) {
    const path = input.setting.split('.');
    const said = fromText(schemaAt(Settings, path), source.inputs.get(input.name) ?? [], source.rebase);
    value = withValue(value, path, said);
  }
  const origin = new Map(given.map(input => [input.setting          , { text: source.nameInput(input) }]));
  const placeOf = (path                        ) =>
    [2, 3].map(length => origin.get(path.slice(0, length).join('.'))).find(place => place !== undefined);
  return { name: file.name, value, place: path => placeOf(path) ?? file.place(path) }
}

/** The value with another one at a path of keys, what is no map on the way replaced. */
function withValue(value         , [key, ...rest]                   , said         )          {
  if (key === undefined) return said
  const before = isMap(value) ? value : {};
  return { ...before, [key]: withValue(before[key], rest, said) }
}

const isMap = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with sorted keys and no spaces, as RFC 8785 has it: the same value is always the same text. */
function canonicalJson(value         )         {
  return JSON.stringify(value, (_, part         ) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Everything that certificate and refusal are made of. */
                                 
                          
                                                                                               
                                      
                                                 
                         
                            
                    
                                            
                                        
                                     
                                     
   
                   
                                           
 

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
function statementHead({ modelId, subject }                ) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject;
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
function predicateHead(input                ) {
  const { model, modelId, documents, policy, policyUri, at, sha256 } = input;
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant(at),
    resourceUri: resourceUri(model, modelId),
    policy: { uri: policyUri, digest: { sha256: sha256(canonicalJson(policy)) } },
    inputAttestations: documents.flatMap(document =>
      document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }],
    ),
  }
}

/** A package URL (ECMA-427) of type generic where the model has a name, else its id. */
function resourceUri({ name, version }                         , id        )         {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}

/** Every waiver that the evidence applied is one of this policy's and still holds; none where no waiver was applied. */
function waiversRule(
  documents                             ,
  policy                               ,
  at      ,
)                          {
  const applied = appliedWaivers(documents);
  if (applied.length === 0) return undefined
  const known = new Set((policy ?? []).map(canonicalJson));
  const faults = applied.flatMap(waiver => {
    if (!known.has(canonicalJson(waiver))) return [`${waiver.name} was waived and the policy has no such waiver`]
    return at.getTime() < waiverEnd(waiver).getTime()
      ? []
      : [`the waiver of ${waiver.name} expired on ${waiver.expires}`]
  });
  const title = 'Every waiver that was applied is in the policy and in force';
  if (faults.length > 0)
    return {
      rule: 'waivers',
      title,
      status: 'failed',
      reason: `Expected waivers of this policy, in force, but ${[...new Set(faults)].join('; ')}`,
      hint: 'Run the gate again with the policy as it is',
    }
  const names = applied.map(({ name, owner, expires }) => `${name} until ${expires} (by ${owner})`);
  return { rule: 'waivers', title, status: 'passed', reason: `Waived: ${names.join(', ')}` }
}

/** The waivers that the evidence applied, each once. */
function appliedWaivers(documents                             )           {
  const found = documents
    .filter(isReadable)
    .flatMap(({ evidence }) => evidence.checks.flatMap(each => each.waivers ?? []));
  return [...new Map(found.map(waiver => [canonicalJson(waiver), waiver])).values()]
}

/** What a passed gate adds to the verification summary's levels. */
const LEVELS$1                           = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
};

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
function certificateOf(input                )              {
  const { documents, model, modelId, source, policy, at } = input;
  const evidence = documents.filter(isReadable).map(document => document.evidence);
  return Certificate.parse({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: ['PROOFMARK_CERTIFIED', ...evidence.map(({ gate }) => LEVELS$1[gate])],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        model: { ...model, id: modelId },
        source,
        gates: evidence.map(({ gate, verdict, checks, tool, run }) => ({
          gate,
          verdict,
          checks: checks.length,
          warnings: checks.filter(check => check.status === 'warn').length,
          tool,
          finishedAt: run.finishedAt,
        })),
        data: distinct(evidence.flatMap(({ materials }) => materials.filter(({ role }) => role !== 'artefact'))),
        claims: evidence.flatMap(({ gate, checks }) => (gate === 'model-certify' ? checks.flatMap(claimOf) : [])),
        policy,
        validity: validityOf(at, policy['validity-days'], appliedWaivers(documents).map(waiverEnd)),
      },
    },
  })
}

function claimOf({ id, title, measured, required, status }       ) {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured;
  const { comparator, value: threshold } = required;
  return [{ metric: id, title, comparator, threshold, value, interval, level, method, sampleSize: n, status }]
}

const distinct =    (values              )      => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
function subjectDifference(judged                       , model                       )                     {
  const before = digests(judged);
  const now = digests(model);
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short(was)} and has ${short(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files                       ) => new Map(files.map(file => [file.name, file.digest.sha256]));
const short = (sha256        ) => `${sha256.slice(0, 12)}…`;

/** One gate's rule: its evidence is there, says what its own checks say, is about exactly these model files, and passed. */
function gateRule(
  gate          ,
  document                              ,
  subject                    ,
)              {
  const title = `${gate} passed on this model`;
  const faults = faultsOf(gate, document, subject);
  if (faults.length > 0)
    return {
      rule: gate,
      title,
      status: worstVerdict(faults.map(fault => fault.status)),
      reason: faults.map(fault => fault.reason).join('; '),
      hint: [...new Set(faults.map(fault => fault.hint))].join('. '),
    }
  const checks = document && isReadable(document) ? document.evidence.checks : [];
  const warned = checks.filter(check => check.status === 'warn').length;
  const reason = `${count(checks.length)} met the requirements${warned > 0 ? `, ${warned} of them with a warning` : ''}`;
  return { rule: gate, title, status: 'passed', reason }
}

function faultsOf(gate          , document                              , subject                    )          {
  const file = evidenceFile(gate);
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`;
  if (!document)
    return [
      { status: 'inconclusive', reason: `Expected ${file}, which the policy requires, but found none`, hint: rerun },
    ]
  if (!isReadable(document))
    return [
      {
        status: 'inconclusive',
        reason: `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`,
        hint: rerun,
      },
    ]
  const { verdict, checks, subject: judged } = document.evidence;
  const faults          = [];
  const recomputed = verdictOf(checks.map(check => check.status));
  if (recomputed !== verdict)
    faults.push({
      status: 'failed',
      reason: `Expected the verdict of ${file} to follow from its checks, which make it ${recomputed}, but found ${verdict}`,
      hint: `Find out who changed the file after ${gate} wrote it`,
    });
  if (judged.length === 0)
    faults.push({
      status: 'inconclusive',
      reason: `Expected ${file} to be about the model but it names no model file`,
      hint: `Give ${gate} the same 'model' as audit-record`,
    });
  else {
    const difference = subjectDifference(judged, subject);
    if (difference !== undefined)
      faults.push({
        status: 'failed',
        reason: `Expected ${file} to be about the model's files as they are, but ${difference}`,
        hint: rerun,
      });
  }
  if (recomputed !== 'passed')
    faults.push({
      status: recomputed,
      reason: `Expected ${gate} to have passed but it ${recomputed === 'failed' ? 'failed' : 'was inconclusive'}: ${because(checks, recomputed)}`,
      hint: `See the checks in ${file}`,
    });
  return faults
}

function because(checks                  , verdict         )         {
  const status = verdict === 'failed' ? 'fail' : 'inconclusive';
  const ids = checks.filter(check => check.status === status).map(check => check.id);
  if (ids.length === 0) return 'nothing was checked'
  const shown = ids.slice(0, 3).join(', ');
  return `${ids.length} of ${count(checks.length)} (${shown}${ids.length > 3 ? ', …' : ''})`
}

const count = (checks        ) => (checks === 1 ? '1 check' : `${checks} checks`);

/** No file had different bytes for two gates, or for a gate and the model as it is now: else they judged different things under one name. */
function materialsRule(documents                             , subject                    )              {
  const title = 'Every gate read the same files';
  const seen = new Map(subject.map(file => [file.name, { sha256: file.digest.sha256, by: 'the model' }]));
  const conflicts           = [];
  for (const { gate, evidence } of documents.filter(isReadable))
    for (const { name, digest } of evidence.materials) {
      const before = seen.get(name);
      if (!before) seen.set(name, { sha256: digest.sha256, by: gate });
      else if (before.sha256 !== digest.sha256)
        conflicts.push(`${name} had other bytes for ${gate} than for ${before.by}`);
    }
  if (conflicts.length > 0)
    return {
      rule: 'materials',
      title,
      status: 'failed',
      reason: `Expected one content per file but found ${conflicts.join('; ')}`,
      hint: `Run ${GATES.join(', ')} on one checkout, then audit-record`,
    }
  return {
    rule: 'materials',
    title,
    status: 'passed',
    reason: `${seen.size === 1 ? '1 file' : `${seen.size} files`}, each with one digest`,
  }
}

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files. A gate that ran though
 * the policy does not ask for it counts just the same: a known failure is never left out.
 */
function decide$1(input   
                                                 
                         
                                      
                          
                                      
                   
 )           {
  const { documents, policy, subject } = input;
  const found = (gate          ) => documents.find(document => document.gate === gate);
  const rules = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject),
  );
  if (documents.some(isReadable)) rules.push(materialsRule(documents, subject));
  const waivers = waiversRule(documents, policy.waivers, input.at);
  if (waivers) rules.push(waivers);
  return { verdict: worstVerdict(rules.map(rule => rule.status)), rules, notes: notesOf$1(input) }
}

function notesOf$1({ documents, version, commit }                              )           {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}

/** The refusal of a certification that was decided `failed` or `inconclusive`. */
function refusalOf(input                , decision          )          {
  return Refusal.parse({
    ...statementHead(input),
    predicateType: REFUSAL,
    predicate: {
      ...predicateHead(input),
      verdict: decision.verdict,
      rules: decision.rules,
      model: { ...input.model, id: input.modelId },
      source: input.source,
    },
  })
}

/** The model's files by digest, in `SHA256SUMS` order; none where no model is named. The output folder `out` may not be among them: what we write is no part of a model. */
async function modelSubject(settings          , files       , out        )                     {
  const names = settings.model.files ? await files.list(settings.model.files) : [];
  const ours = names.find(name => name.startsWith(`${out}/`));
  if (ours !== undefined) {
    throw new UserError(
      'model.covers-output',
      `Expected 'model.files' to name the model only but it covers the output folder: ${ours}`,
      {
        hint: "Name the model's own folder or files, or set another output folder with 'out'",
      },
    )
  }
  const subjects            = [];
  for (const name of names) {
    const { sha256, bytes } = await files.digest(name);
    subjects.push({ name, digest: { sha256 }, bytes });
  }
  return subjects
}

const MAX_KEY_BYTES = 64 * 1024;

                                     
                                         
                      
                                                    
                                        
                                                                     
                                          
                                   
                                         
                                                                                          
                                               
 

/** What came of a certification, ready to be reported. */
                                                 
                                                                                         
                           
                                                                                                             
                                          
                                         
                          
 

/**
 * Decides by the policy whether the model as it is now is certified, and signs that: a certificate, or a refusal. What an
 * earlier run left is removed first, so that no old certificate outlives a run that did not renew it. Never throws.
 */
async function auditRecord(
  settings          ,
  options                    ,
  ports       ,
)                         {
  const { name, version } = settings.model;
  let model                    = { name, version };
  let decision           = { verdict: 'inconclusive', rules: [], notes: notesOf(options) };
  try {
    await removeRecord(options.out, ports);
    const subject = await existingModel(settings, options.out, ports);
    const sums = sha256Sums(subject);
    model = { name, version, id: ports.sha256(sums) };
    const found = await findEvidence(options.evidence ?? options.out, ports);
    const documents = found.map(({ document }) => document);
    const at = ports.now();
    const { commit } = ports.context;
    decision = decide$1({ documents, policy: settings.policy, subject, version: VERSION, commit, at });
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] };
    await ports.files.write(`${options.out}/${SUMS_FILE}`, sums);

    const key = await privateKey(settings, options, ports);
    const statement = {
      modelId: ports.sha256(sums),
      model: { name, version },
      subject,
      documents,
      policy: settings.policy,
      policyUri: options.policyUri ?? 'proofmark.yml#policy',
      source: sourceOf(ports),
      at,
      sha256: ports.sha256,
    };
    if (decision.verdict !== 'passed') {
      const path = `${options.out}/${REFUSAL_FILE}`;
      await ports.files.write(path, await sign(refusalOf(statement, decision), key, ports));
      return { verdict: decision.verdict, decision, model, path, assets: [] }
    }
    const certificate = certificateOf(statement);
    const bundle = await sign(certificate, key, ports);
    const path = `${options.out}/${CERTIFICATE_FILE}`;
    await ports.files.write(path, bundle);
    const { notAfter } = certificate.predicate[CERTIFICATE_EXTENSION].validity;
    const assets = [
      asset(SUMS_FILE, sums),
      asset(CERTIFICATE_FILE, bundle),
      ...found.flatMap(({ asset }) => asset ?? []),
    ];
    return { verdict: 'passed', decision, model, path, notAfter, assets }
  } catch (error) {
    return { verdict: unsigned(decision.verdict), decision, model, problem: problemOf(error), assets: [], error }
  }
}

/** Removes what an earlier run recorded. */
async function removeRecord(out        , { files }       )                {
  for (const file of [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE]) await files.remove(`${out}/${file}`);
}

async function existingModel(settings          , out        , { files }       )                     {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out);
  if (subject.length === 0)
    throw new UserError(
      'record.no-model',
      `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
      { hint: 'Build or fetch the model before audit-record' },
    )
  return subject
}

                 
                                     
                               
 

async function findEvidence(folder        , { files, sha256 }       )                   {
  const found          = [];
  for (const gate of GATES) {
    const name = evidenceFile(gate);
    const path = `${folder}/${name}`;
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
      found.push({ document: readEvidence(gate, content, sha256(content)), asset: { name, content } });
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` } });
    }
  }
  return found
}

async function privateKey(settings          , options                    , { files }       )                  {
  if (options.privateKey !== undefined && options.privateKey.trim() !== '') return options.privateKey
  if (settings.record.key !== undefined) return files.readText(settings.record.key, { maxBytes: MAX_KEY_BYTES })
  throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
    hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
  })
}

/** The statement's bytes are made once: what is signed is what is stored. */
async function sign(statement        , key        , { signing }       )                  {
  return signing.sign(new TextEncoder().encode(JSON.stringify(statement)), STATEMENT_PAYLOAD, key)
}

function sourceOf({ context: { repository, commit, ref, url } }       )                           {
  return { repository, commit, ref, run: url }
}

const notesOf = ({ notes = [] }                    ) => notes.map(note => note.reason);
const asset = (name        , text        )               => ({ name, content: new TextEncoder().encode(text) });
const unsigned = (decided         )          => (decided === 'passed' ? 'inconclusive' : decided);

const problemOf = (error         )                      =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) };

/** Files of the base branch by paths from the settings' folder; none where nothing is to be merged. `configPath`: the settings file seen from the repository's root. */
function baseFiles(
  configPath                    ,
  { forge, context }                                  ,
)                        {
  if (!forge || context.base === undefined) return undefined
  const folder = configPath?.split('/').slice(0, -1) ?? [];
  return {
    async readText(path) {
      const inRepository = resolved([...folder, ...path.split('/')]);
      return inRepository === undefined ? undefined : forge.readBase(inRepository)
    },
  }
}

/** Without `.` and `..`; undefined where it leads out of the repository. */
function resolved(parts                   )                     {
  const found           = [];
  for (const part of parts) {
    if (part === '..' && found.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') found.push(part);
  }
  return found.join('/')
}

/** A file, the table of the contract it is, and what was found of it. */
                              
                       
                               
                                   
 

/** Room that evidence leaves for an id. */
const MAX_ID = 1000;
/** What names of columns and files may hold and an id should not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The checks of all files as one list: ids begin with the table (and the file, where it has several) and are unique; titles begin with the file, where there are several. */
function composeChecks(files                        )          {
  const taken = new Set        ();
  return files.flatMap(({ file, table, checks }) => {
    const { name } = table.object;
    const prefix = files.filter(other => other.table === table).length > 1 ? `${name}@${file}` : name;
    return checks.map(check => ({
      ...check,
      id: unique(`${prefix}.${check.id}`.replace(INVISIBLE, '_').slice(0, MAX_ID)),
      title: files.length > 1 ? `${file}: ${check.title}` : check.title,
    }))
  })

  function unique(id        )         {
    let free = id;
    for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
    taken.add(free);
    return free
  }
}

/** A warning for each table of the contract that no file was given for. */
function unfiledTables(
  contract                                                                      ,
  files                        ,
)          {
  return contract.tables
    .filter(table => !files.some(file => file.table === table))
    .map(table => ({
      id: `${table.object.name}.file`,
      title: `A file was given for ${shown$3(table.object.name)}`,
      status: 'warn'         ,
      reason: `No file was given for the table ${shown$3(table.object.name)} of the contract, and its rules were not evaluated`,
      hint: 'Add it to data.files, or move the table to a contract of its own',
      locations: [{ file: contract.name, line: table.lineOf(), note: 'the table' }],
    }))
}

/** Whether a table of the contract has a rule that holds it against another. */
const speaksOfOthers = ({ relationships, quality, properties }              )          =>
  (relationships ?? []).length > 0 ||
  (quality ?? []).some(ofOther) ||
  (properties ?? []).some(
    property => (property.relationships ?? []).length > 0 || (property.quality ?? []).some(ofOther),
  );

function ofOther({ engine, implementation }             )          {
  const read = engine === 'proofmark' ? Implementation.safeParse(implementation) : undefined;
  return read?.success === true && argumentsOf(read.data).other_table !== undefined
}

/** A row that an answer shows: the line it starts on (or its number, in a file without lines) and its cells. */
                           
                       
                                   
 

/** The rows that an answer shows, by place. */
                            
                             
                                   
                              
                                                    
                                        
 

/** Finds the rows again that stand at the places, ascending. */
                                                                                  

/** Where shown rows come from. */
                                                          
                         
 

const UNKNOWN           = { line: 1, cells: [] };

/**
 * An answer whose rows are looked up as it asks for them: it is composed until it asks for none that is not known yet.
 * So states keep places alone, and only rows that are shown are read a second time.
 */
async function showRows        (
  compose                             ,
  { find, sha256, read }           ,
)                  {
  const known = new Map                  ();
  for (;;) {
    const asked = new Set        ();
    const answer = compose({
      read,
      sha256,
      at(place) {
        const row = known.get(place);
        if (row === undefined) asked.add(place);
        return row ?? UNKNOWN
      },
    });
    if (asked.size === 0) return answer
    const places = [...asked].sort((a, b) => a - b);
    const rows = await find(places);
    for (const [i, place] of places.entries()) known.set(place, rows[i] ?? UNKNOWN);
  }
}

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024;

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
async function openContract(
  path        ,
  files       ,
)                                                                        {
  const [name = path, ...others] = await files.list([path]);
  if (others.length > 0) {
    throw new UserError(
      'settings.contract',
      `Expected 'data.contract' to be one file but ${path} names ${others.length + 1}`,
      {
        hint: 'Name the contract itself',
      },
    )
  }
  const text = await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES });
  const contract = readContract$1(name, text);
  const { sha256, bytes } = await files.digest(name);
  return { contract, text, material: { name, role: 'contract', digest: { sha256 }, bytes } }
}

/** Kinds of typed array that states are made of. */
const ARRAYS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array };         
                                    

const NUMBERS                                   = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * A state as plain JSON: maps, sets, typed arrays and the numbers that JSON lacks as lists that begin with their kind. Only
 * data comes of reading it, whatever it says.
 */
function encodeState(state         )          {
  if (typeof state === 'number') return plainNumber(state)
  if (state === undefined) return ['undefined']
  if (typeof state !== 'object' || state === null) return state
  if (Array.isArray(state)) return ['list', ...state.map(encodeState)]
  if (state instanceof Map) return ['map', ...[...state].map(([key, value]) => [encodeState(key), encodeState(value)])]
  if (state instanceof Set) return ['set', ...[...state].map(encodeState)]
  for (const kind of kinds$1) if (state instanceof ARRAYS[kind]) return [kind, base64(state)]
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, encodeState(value)]))
}

/** What was encoded; throws where the text is none that `encodeState` makes. */
function decodeState(text         )          {
  if (typeof text !== 'object' || text === null) return text
  if (!Array.isArray(text))
    return Object.fromEntries(Object.entries(text).map(([key, value]) => [key, decodeState(value)]))
  const [kind, ...parts] = text;
  if (kind === 'undefined') return undefined
  if (kind === 'number') return NUMBERS[String(parts[0])]
  if (kind === 'list') return parts.map(decodeState)
  if (kind === 'set') return new Set(parts.map(decodeState))
  if (kind === 'map')
    return new Map(
      array(tuple([unknown(), unknown()]))
        .parse(parts)
        .map(([key, value]) => [decodeState(key), decodeState(value)]),
    )
  const array$1 = kinds$1.find(known => known === kind);
  if (!array$1) throw new Error('a part of an unknown kind')
  return arrayOf(array$1, base64$1().parse(parts[0]))
}

const kinds$1                       = ['u8', 'i32', 'u32', 'f64'];

function plainNumber(value        )          {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return ['number', Number.isNaN(value) ? 'nan' : value === 0 ? '-0' : value > 0 ? 'inf' : '-inf']
}

/** Characters that are made at once: more would be too many arguments. */
const PIECE = 0x8000;

function base64({ buffer, byteOffset, byteLength }                                                      )         {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text)
}

function arrayOf(kind           , text        )          {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const { BYTES_PER_ELEMENT: size } = ARRAYS[kind];
  if (bytes.length % size !== 0) throw new Error('a list cut off')
  return new ARRAYS[kind](bytes.buffer)
}

/** A file of the run, measured. */
                                                     
                       
 

                                     

/** Bytes of one shard's file. */
const MAX_SHARD = 512 * 1024 * 1024;

/** Writes what a shard has measured; its own verdict is open, as nobody has seen all rows. */
async function writeShard(
  shard       ,
  measured                         ,
  contract          ,
  files       ,
  out        ,
)                                                   {
  const content            = {
    schema: SHARD_SCHEMA,
    tool: VERSION,
    shard: { ...shard },
    contract,
    files: measured.map(({ file, header, parts, run, material }) => {
      const { digest, bytes } = material('data');
      const state = Object.fromEntries([...run.state].map(([key, value]) => [key, encodeState(value)]));
      return { file, sha256: digest.sha256, bytes, header: [...header], parts: [...parts], state }
    }),
  };
  await files.write(`${out}/${shardFile(shard)}`, `${JSON.stringify(content)}\n`);
  const { index, count } = shard;
  const check        = {
    id: 'shard',
    title: 'All rows were measured',
    status: 'inconclusive',
    reason: `This is shard ${index} of ${count}: it has measured its part of the rows, and judged none`,
    hint: `Join the shards: proofmark merge ${out}/shards/*.json`,
  };
  return { checks: [check], result: { files: [] } }
}

                
                       
                             
 

/** Joins what all shards have measured, as if one had measured it all; refuses shards that do not belong together. */
async function mergeShards(
  paths                   ,
  jobs                     ,
  contract          ,
  { files, tables }       ,
)                          {
  const shards         = [];
  for (const path of paths) shards.push({ path, content: await readShardFile(path, files) });
  refuseMixed(shards, contract);
  return jobs.map(job => {
    const own = shards.map(({ path, content }) => ({ path, ...fileIn(path, content, job.file) }));
    const { sha256 = '', bytes = 0, header = [] } = own[0] ?? {};
    const run = startJob(job, header);
    for (const { path, ...found } of own) {
      if (found.sha256 !== sha256 || JSON.stringify(found.header) !== JSON.stringify(header)) {
        throw mixed(path, `it has measured another ${job.file}`)
      }
      join(path, found.state, run);
    }
    const parts = own.flatMap(found => found.parts).toSorted((a, b) => a.part - b.part);
    refuseBlank(job.file, parts);
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    return {
      file: job.file,
      header,
      run,
      parts,
      find: tables.find(job.file, header),
      material: role => ({ name: job.file, role, digest: { sha256 }, bytes, rows }),
    }
  })
}

async function readShardFile(path        , files       )                     {
  const text = await files.readText(path, { maxBytes: MAX_SHARD });
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    throw mixed(path, 'it is no JSON')
  }
  return validate(ShardFile, { name: path, value, place: () => ({ text: path, file: path }) }, 'shard.invalid')
}

function fileIn(path        , { files }           , name        )                             {
  const found = files.find(({ file }) => file === name);
  if (!found) throw mixed(path, `it has not measured ${name}`)
  return found
}

function refuseMixed(shards                 , { sha256 }          )       {
  const count = shards[0]?.content.shard.count ?? 0;
  const seen = new Map                ();
  for (const { path, content } of shards) {
    const { index } = content.shard;
    const twin = seen.get(index);
    if (content.tool !== VERSION) throw mixed(path, `it is of Proofmark ${content.tool}, and this is ${VERSION}`)
    if (content.contract.sha256 !== sha256) throw mixed(path, 'it was measured for another contract')
    if (content.shard.count !== count) throw mixed(path, `it is one of ${content.shard.count} shards, not of ${count}`)
    if (twin !== undefined) throw mixed(path, `it is shard ${index}, as ${twin} is`)
    seen.set(index, path);
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(index => !seen.has(index));
  if (missing.length > 0) throw mixed(shards[0]?.path ?? '', `shard ${missing.join(', ')} of ${count} is missing`)
}

function join(path        , state                                     , run          )       {
  try {
    run.merge(new Map(Object.entries(state).map(([key, value]) => [key, decodeState(value)])));
  } catch (cause) {
    throw mixed(path, 'what it has measured cannot be read', cause)
  }
}

/** Blank lines that end one part are a fault where rows follow in another. */
function refuseBlank(file        , parts                         )       {
  const blank = parts.findIndex(part => part.blank !== undefined);
  if (blank === -1 || parts.slice(blank + 1).every(({ rows }) => rows === 0)) return
  throw new UserError('table.ragged-row', `Expected rows to the end of ${file} but a blank line stands between them`, {
    file,
    hint: 'Complete the row or remove it',
  })
}

const mixed = (path        , found        , cause          ) =>
  new UserError('shard.mixed', `Expected shards of one run but of ${path || 'them'} found that ${found}`, {
    ...(path ? { file: path } : {}),
    hint: 'Give the files that all shards of one run have written, and no others',
    ...(cause === undefined ? {} : { cause }),
  });

/** Holds tables against their data contract, each in one pass; no row is kept. */
const dataValidate = {
  gate: 'data-validate',
  isConfigured: ({ data }) => data.files !== undefined || data.contract !== undefined,
  async find({ data }, ports, out) {
    const paths = required$1(data.files, 'files', 'the tables to validate', 'data');
    const contractPath = required$1(data.contract, 'contract', 'what they must look like', 'contract');
    const { contract, text, material } = await openContract(contractPath, ports.files);
    const files = await ports.files.list(paths);
    const asOf = ports.now().getTime();
    const headers = await headersOf(contract, files, ports.tables);
    const jobs = files.map(file => ({
      file,
      contract: { name: contract.name, text },
      asOf,
      others: headers.filter(other => other.file !== file),
    }));
    const shard = data.shard === undefined ? undefined : readShard(data.shard);
    const shared = { name: contract.name, sha256: material.digest.sha256 };
    const measured = data.merge
      ? await mergeShards(await ports.files.list(data.merge), jobs, shared, ports)
      : await measureAll(jobs, shard, ports);
    const materials = [material, ...measured.map(({ material: read }) => read('data'))];
    if (shard) return { materials, ...(await writeShard(shard, measured, shared, ports.files, out)) }

    const tables = bindTables(contract, measured, asOf);
    const crossed = await crossChecks(tables, measured, ports);
    const checked                = [];
    const profiles                      = [];
    for (const [i, { file, run, find, read, material: materialOf }] of measured.entries()) {
      const table = tableForFile(contract, file);
      const { checks, columns } = await showRows(run.answer, { find, read, sha256: ports.sha256 });
      checked.push({ file, table, checks: [...checks, ...(crossed[i] ?? [])] });
      profiles.push({ file, table: table.object.name, rows: materialOf('data').rows ?? 0, columns });
    }
    const checks = [...composeChecks(checked), ...unfiledTables(contract, checked)];
    return { materials, checks, result: { files: profiles } }
  },
};                                       

/** Headers of all files, where the contract has rules over two tables; they are read twice then. */
async function headersOf(
  { tables: all }              ,
  files                   ,
  tables        ,
)                        {
  if (files.length < 2 || !all.some(({ object }) => speaksOfOthers(object))) return []
  const headers               = [];
  for (const file of files) {
    const { header, batches } = await tables.open(file);
    for await (const _ of batches) break
    headers.push({ file, header });
  }
  return headers
}

async function measureAll(jobs                     , shard                   , { tables, log }       ) {
  const measured                 = [];
  for (const job of jobs) {
    const { file } = job;
    const progress = (rows        ) => log.progress(`${file}: ${rows} rows`);
    measured.push({ file, ...(await tables.measure(file, job, { progress, shard })) });
  }
  return measured
}

/** The answers to rules over two tables, by the file they are rules of. */
async function crossChecks(
  tables                       ,
  measured                         ,
  { sha256 }       ,
)                     {
  const found            = tables.map(() => []);
  for (const { rule, finish } of planCross(tables)) {
    const own = tables.indexOf(rule.table);
    const [left, right] = [measured[own], measured[tables.indexOf(rule.other)]];
    if (!left || !right) continue
    const compose = (rows           ) =>
      finish(
        key => left.run.state.get(key),
        key => right.run.state.get(key),
        rows,
      );
    found[own]?.push(await showRows(compose, { find: left.find, sha256, read: left.read ?? right.read }));
  }
  return found
}

function required$1       (value                   , key        , what        , input        )        {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}

/** One side of a comparison, as the methods see it: `rows` = missing + values compared + `others`. */
                       
                       
                          
                                                                       
                                
                                                                   
                                                 
                                                                                                    
                         
 

/** A column that both tables have. */
                         
                       
                           
                                                                                
                             
                          
                        
                                       
                                                                                    
 

function columnOf(name        , reference             , current             , sensitive = false)         {
  const kind = kindOf(reference);
  const baseline = side(kind, reference);
  return {
    name,
    kind,
    sensitive,
    reference: baseline,
    current: side(kind, current, baseline.categories),
    cells: { reference, current },
  }
}

function side(kind            , cells             , known                             )       {
  const { rows, missing } = cells;
  if (kind === 'categorical') {
    const { categories, uncounted } = categoriesOf(cells, known);
    return { rows, missing, numbers: new Float64Array(), categories, others: uncounted }
  }
  const numbers = kind === 'numeric' ? cells.numbers : new Float64Array();
  return { rows, missing, numbers, categories: new Map(), others: rows - missing - numbers.length }
}

/** The finite number a cell holds: decimal, an exponent allowed; undefined for anything else, blank cells included. */
function finiteNumber(cell        )                     {
  const value = Number(cell);
  if (!Number.isFinite(value)) return undefined
  if (value === 0 && isBlank(cell)) return undefined
  return NOT_DECIMAL.test(cell) ? undefined : value
}

/** A missing value: a cell without a visible character. */
const isBlank = (cell        )          => cell.length === 0 || cell.trim() === '';

/** NaN, ±Inf, or a number too large for a double: a number that no arithmetic survives. */
function isNonFinite(cell        )          {
  const text = cell.trim();
  return NON_FINITE.test(text) || Math.abs(Number(text)) === Number.POSITIVE_INFINITY
}

/** What `Number` reads besides decimals. */
const NOT_DECIMAL = /^\s*0[xob]/i;
const NON_FINITE = /^[+-]?(nan(\(\w*\))?|inf(inity)?)$/i;

/** Numbers gathered one by one, eight bytes each. */
                              
                           
                                                            
                        
 

function numberStore()              {
  let buffer = new Float64Array(256);
  let length = 0;
  return {
    push(value) {
      if (length === buffer.length) {
        const larger = new Float64Array(2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = value;
    },
    sorted: () => buffer.subarray(0, length).sort(),
  }
}

/** Cells of one sort: how many, and the 1-based line of the first. */
                        
               
               
 

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
                              
                       
                          
                                   
                                
                                                               
                      
                                                            
                           
                                                                                       
                                                 
                                                          
                            
 

/** Gathers a column while its table streams by; keeps numbers and counts, no rows. */
                               
                                       
                       
 

/** Reads a column, telling apart up to `limit` texts besides those `known` from the other side. */
function columnReader(limit        , known                   = [])               {
  const numbers              = numberStore();
  const text        = { count: 0 };
  const nonFinite        = { count: 0 };
  const categories = new Map               ();
  for (const name of known) categories.set(name, { count: 0 });
  const room = categories.size + limit;
  let rows = 0;
  let missing = 0;
  let uncounted = 0;
  return {
    add(cell, line) {
      rows++;
      const category = categories.size > 0 ? categories.get(cell) : undefined;
      if (category) return tally(category, line)
      const value = finiteNumber(cell);
      if (value !== undefined) return numbers.push(value)
      if (isBlank(cell)) {
        missing++;
      } else if (categories.size < room) {
        categories.set(cell, { count: 1, line });
      } else {
        uncounted++;
        tally(isNonFinite(cell) ? nonFinite : text, line);
      }
    },
    finish() {
      for (const [name, category] of categories) {
        if (category.count === 0) categories.delete(name);
        else merge(isNonFinite(name) ? nonFinite : text, category);
      }
      return { rows, missing, numbers: numbers.sorted(), text, nonFinite, categories, uncounted }
    },
  }
}

function merge(cells       , more       ) {
  cells.count += more.count;
  if (more.line !== undefined) cells.line = Math.min(cells.line ?? more.line, more.line);
}

function tally(cells       , line        ) {
  cells.count++;
  cells.line ??= line;
}

/** A column's name as ids and titles carry it, shortened where it is very long. */
const columnLabel = (name        )         => (name.length > 200 ? `${name.slice(0, 199)}…` : name);

/** Names of the two tables' files. */
                        
                            
                          
 

/** A place in a table: a column, and a line where there is one to look at. */
const at = (file        , column        , line         )           => ({
  file,
  column: column.slice(0, 1024),
  ...(line === undefined ? {} : { line }),
});

/** Longest value shown in a sentence. */
const LONGEST$2 = 40;

/** A cell's text inside a sentence, shortened where it is long. */
const quoted = (value        )         =>
  `'${value.length > LONGEST$2 ? `${value.slice(0, LONGEST$2 - 1)}…` : value}'`;

/** A column of both tables and where it stands in each, from 0. */
                               
                       
                            
                          
 

                       
                                 
                                                      
                          
 

                                                           
                                                                    

/** Which columns to compare: those asked for, or all but the ignored, in the reference's order. A table names every column once. */
function columnsToCompare(headers         , { columns, ignore = [] }        , files       )       {
  const all = new Set([...headers.reference, ...headers.current]);
  for (const name of [...(columns ?? []), ...ignore]) if (!all.has(name)) throw unknownColumn(name, all, files)
  const wanted = [...all].filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name));
  const shared                 = [];
  const checks          = [];
  for (const name of wanted) {
    const reference = headers.reference.indexOf(name);
    const current = headers.current.indexOf(name);
    if (reference < 0) checks.push(absent$1(name, files, 'reference', columns === undefined ? 'warn' : 'inconclusive'));
    else if (current < 0) checks.push(absent$1(name, files, 'current', 'fail'));
    else shared.push({ name, reference, current });
  }
  if (shared.length === 0) throw noSharedColumn(wanted.length, files)
  return { shared, checks }
}

function absent$1(name        , files       , side             , status                 )        {
  const label = columnLabel(name);
  const missing = side === 'current';
  return {
    id: `${label}.present`,
    title: `${label}: in both tables`,
    status,
    measured: { value: `only in the ${missing ? 'reference' : 'current table'}` },
    required: { comparator: 'is', value: 'in both tables' },
    reason: missing
      ? 'Expected the column of the reference in the current table but found none'
      : 'Expected every column in the reference but found one that it does not have, and nothing to compare it with',
    hint: missing
      ? "Restore the column, or name it under 'ignore' if the model does not use it"
      : "Name the column under 'ignore', or compare with a reference that has it",
    locations: [at(files[side], name, 1)],
  }
}

function unknownColumn(name        , all                     , files       )            {
  const meant = closestMatch(name, [...all], { maxDistance: Math.ceil(name.length / 3) });
  return new UserError(
    'drift.unknown-column',
    `Expected a column of ${files.reference} or ${files.current} but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: "Name columns under 'columns' and 'ignore' as the header of the tables writes them" },
  )
}

function noSharedColumn(wanted        , files       )            {
  return new UserError(
    'drift.no-shared-column',
    wanted === 0
      ? "Expected a column to compare but 'columns' and 'ignore' leave none"
      : `Expected ${files.reference} and ${files.current} to share a column but found none`,
    { hint: "Compare tables with the same header, and check 'columns' and 'ignore'" },
  )
}

/** The nine inner deciles of ascending values, equal ones merged; quantiles of type 7, as NumPy's default. */
function decileEdges(ascending              )           {
  const edges = Array.from({ length: 9 }, (_, i) => quantile(ascending, (i + 1) / 10));
  return edges.filter((edge, i) => edge !== edges[i - 1])
}

/** How many ascending values fall into each bin: up to and including the first edge, from there up to the second, …, beyond the last. */
function countByEdges(ascending              , edges                   )           {
  const below = [0, ...edges.map(edge => countUpTo(ascending, edge)), ascending.length];
  return below.slice(1).map((count, i) => count - (below[i] ?? 0))
}

function quantile(ascending              , q        )         {
  const position = (ascending.length - 1) * q;
  const below = Math.floor(position);
  const [a, b] = [ascending[below] ?? 0, ascending[below + 1] ?? ascending[below] ?? 0];
  const t = position - below;
  if (!Number.isFinite(b - a)) return a * (1 - t) + b * t
  // Interpolated from the nearer end, as NumPy does: the same bits, so the same ties with the data.
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}

/** How many ascending values are at most `edge`. */
function countUpTo(ascending              , edge        )         {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low
}

/** The values of a numeric column by the reference's deciles; undefined where a side has no value. */
function histogramOf(reference      , current      )                        {
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers);
  const shares = ({ numbers }      ) => countByEdges(numbers, edges).map(count => count / numbers.length);
  return { edges, reference: shares(reference), current: shares(current) }
}

/** Calls `visit` once per distinct value of two sorted samples, in order, with how often each of them holds it. */
function forEachPooledValue(
  x              ,
  y              ,
  visit                                                   ,
)       {
  const n = x.length;
  const m = y.length;
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    const fromX = i;
    const fromY = j;
    while (i < n && x[i] === value) i++;
    while (j < m && y[j] === value) j++;
    visit(value, i - fromX, j - fromY);
  }
}

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100;

/** Student's t distribution with `df` degrees of freedom. */
function studentT(df        )               {
  requirePositive({ df });
  const scale = Math.sqrt(df);
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds        ) => incompleteBetaAtOdds(0.5, df / 2, odds);
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  const tail = (t        ) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2;
  const sf = (t        ) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const upperRatio = (q        ) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt));
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  };
  const isf = (q        )         => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  };
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}

/**
 * Adjusts p-values in order of size: `factor(rank, m)` multiplies the rank-th smallest (from 1) of m, then the running
 * maximum from the smallest up (`down`) or the running minimum from the largest down (`up`) keeps the order; capped at 1.
 */
function stepAdjusted(
  p                   ,
  direction               ,
  factor                                     ,
)           {
  const values = Array.from(p, probability);
  const m = values.length;
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const adjusted = values.map(() => 1);
  let running = 0;
  for (let step = 0; step < m; step++) {
    const rank = step + 1;
    const index = order[rank - 1] ?? 0;
    const scaled = Math.min(1, (values[index] ?? 1) * factor(rank, m));
    running = Math.max(running, scaled);
    adjusted[index] = running;
  }
  return adjusted
}

/** p-values adjusted to control the family-wise error rate under any dependence (Holm 1979). */
function holm(p                   )           {
  return stepAdjusted(p, 'down', (rank, m) => m - rank + 1)
}

/** Outcomes this close to the observed one's probability count as equally likely, as in R and SciPy. */
const TIE$1 = 1 + 1e-7;

/**
 * The exact binomial test of k successes in n trials against probability p; the statistic is k / n.
 *
 * Two-sided: the total probability of all outcomes no more likely than the observed one.
 */
function binomTest(k        , n        , p = 0.5, alternative              = 'two-sided')             {
  requireSuccesses(k, n);
  probability(p);
  const { cdf, sf, pmf } = binomial(n, p);
  const limit = pmf(k) * TIE$1;
  const twoSided = () => {
    if (k === p * n) return 1
    if (limit === 0) return 0
    if (k < p * n) {
      const from = Math.ceil(p * n);
      return cdf(k) + sf(from + smallestWhole(n - from + 1, i => pmf(from + i) <= limit) - 1)
    }
    const from = Math.floor(p * n);
    return sf(k - 1) + cdf(from - smallestWhole(from + 1, i => pmf(from - i) <= limit))
  };
  const pValue = alternative === 'less' ? cdf(k) : alternative === 'greater' ? sf(k - 1) : twoSided();
  return { statistic: k / n, pValue: Math.min(1, pValue) }
}

/** A table of counts with its margins. */
                                                                          

/** The margins of a table; throws unless every row has the same number of columns and every count is finite and ≥ 0. */
function margins(table                              )          {
  const width = table[0]?.length ?? 0;
  if (width === 0) throw new RangeError('Expected a table with at least one row and one column but found an empty one')
  const rows = table.map(() => 0);
  const columns = Array.from({ length: width }, () => 0);
  table.forEach((row, i) => {
    if (row.length !== width) throw new RangeError(`Expected ${width} columns in row ${i + 1} but found ${row.length}`)
    for (let j = 0; j < width; j++) {
      const value = row[j] ?? Number.NaN;
      if (!(value >= 0 && value < Infinity)) {
        throw new RangeError(`Expected a count of at least 0 in row ${i + 1}, column ${j + 1} but found ${value}`)
      }
      rows[i] = (rows[i] ?? 0) + value;
      columns[j] = (columns[j] ?? 0) + value;
    }
  });
  return { rows, columns, total: rows.reduce((sum, value) => sum + value, 0) }
}

/** The counts of each cell if rows and columns were independent; throws when a row or a column holds nothing. */
function expectedCounts(table                              )             {
  const { rows, columns, total } = margins(table);
  const emptyRow = rows.indexOf(0);
  if (emptyRow >= 0) throw new RangeError(`Expected a count above 0 in every row but row ${emptyRow + 1} holds none`)
  const emptyColumn = columns.indexOf(0);
  if (emptyColumn >= 0) {
    throw new RangeError(`Expected a count above 0 in every column but column ${emptyColumn + 1} holds none`)
  }
  return rows.map(row => columns.map(column => row * (column / total)))
}

/** A test of independence in a table: its degrees of freedom and the counts expected under independence. */
                                                                                 

/**
 * A test of independence whose statistic, a sum of one `term` per cell, is asymptotically χ².
 *
 * With `correction` and one degree of freedom each count first moves by up to one half towards the expected one (Yates).
 */
function independenceTest(
  table                              ,
  correction         ,
  term                                                ,
)                    {
  const expected = expectedCounts(table);
  const df = (expected.length - 1) * ((expected[0]?.length ?? 1) - 1);
  if (df === 0) return { statistic: 0, pValue: 1, df, expected }
  let statistic = 0;
  expected.forEach((row, i) => {
    row.forEach((e, j) => {
      const o = table[i]?.[j] ?? 0;
      statistic += term(correction && df === 1 ? o + Math.sign(e - o) * Math.min(0.5, Math.abs(e - o)) : o, e);
    });
  });
  return { statistic, pValue: chiSquared(df).sf(statistic), df, expected }
}

/**
 * Pearson's χ² test of independence in a table of counts (rows × columns); throws when a row or a column holds none.
 *
 * `correction: true` applies Yates' continuity correction when there is one degree of freedom.
 */
function chi2Contingency(
  table                              ,
  { correction = false }                           = {},
)                    {
  return independenceTest(table, correction, (observed, expected) => (observed - expected) ** 2 / expected)
}

/** The sum of a sequence with Neumaier's compensation, so that its error does not grow with the number of terms. */
function sum$1(values                  )         {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

/** The hypergeometric distribution: of `drawn` things out of `good` + `bad`, how many are good. */
                              
              
                                                 
                 
                            
                 
                               
                 
                                
 

/** The distribution of good things among `drawn` out of `good` + `bad`, both tails to full relative precision. */
function hypergeometric(good        , bad        , drawn        )                 {
  const total = good + bad;
  const lowest = Math.max(0, drawn - bad);
  const highest = Math.min(good, drawn);
  const mode = Math.floor(((good + 1) * (drawn + 1)) / (total + 2));
  const p = drawn / total;
  const q = (total - drawn) / total;
  const all = logBinomialTerm(drawn, total - drawn, p, q);
  const pmf = (k        ) => {
    if (k < lowest || k > highest) return 0
    return Math.exp(logBinomialTerm(k, good - k, p, q) + logBinomialTerm(drawn - k, bad - drawn + k, p, q) - all)
  };
  // sums run from k away from the mode, so terms only shrink
  const downwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i > lowest && term > sum * 1e-18; i--) {
      term *= (i / (good - i + 1)) * ((bad - drawn + i) / (drawn - i + 1));
      sum += term;
    }
    return sum
  };
  const upwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i < highest && term > sum * 1e-18; i++) {
      term *= ((good - i) / (i + 1)) * ((drawn - i) / (bad - drawn + i + 1));
      sum += term;
    }
    return sum
  };
  return {
    mode,
    highest,
    pmf,
    atMost: k => (k <= mode ? downwards(k) : 1 - upwards(k + 1)),
    atLeast: k => (k >= mode ? upwards(k) : 1 - downwards(k - 1)),
  }
}

/** Tables this close to the observed one's probability count as equally likely, as in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table; the statistic is the sample odds ratio ad / bc (NaN when a margin is zero).
 *
 * Two-sided: the total probability of all tables with these margins that are no more likely than the observed one.
 */
function fisherExact(table                              , alternative              = 'two-sided')             {
  if (table.length !== 2 || table.some(row => row.length !== 2)) {
    throw new RangeError('Expected a table of 2 rows and 2 columns')
  }
  const cell = (i        , j        ) =>
    count$1(table[i]?.[j] ?? Number.NaN, `the count in row ${i + 1}, column ${j + 1}`);
  const [a, b, c, d] = [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)];
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return { statistic: Number.NaN, pValue: 1 }
  const statistic = b * c === 0 ? Infinity : (a * d) / (b * c);
  const { mode, highest, pmf, atMost, atLeast } = hypergeometric(a + b, c + d, a + c);
  const limit = pmf(a) * TIE;
  const twoSided = () => {
    if (pmf(mode) <= limit) return 1
    if (limit === 0) return 0
    if (a < mode) return atMost(a) + atLeast(mode + smallestWhole(highest - mode + 1, i => pmf(mode + i) <= limit))
    return atLeast(a) + atMost(mode - smallestWhole(mode + 1, i => pmf(mode - i) <= limit))
  };
  const pValue = alternative === 'less' ? atMost(a) : alternative === 'greater' ? atLeast(a) : twoSided();
  return { statistic, pValue: Math.min(1, pValue) }
}

/** e to minus this is 0 in doubles. */
const UNDERFLOW = 747;

/**
 * P(D ≥ d) for the two-sample Kolmogorov–Smirnov statistic of sizes n and m without ties, where `gap` is d · n · m.
 *
 * Source: J. L. Hodges, The significance probability of the Smirnov two-sample test (1958), as arranged by SciPy so that
 * nothing is subtracted and small tails keep their digits.
 */
function exactSmirnov(n        , m        , gap        )         {
  if (gap === 0) return 1
  if (exponent(n, m, gap) > UNDERFLOW) return 0
  return Math.min(1, n === m ? equalSizes(n, gap / n) : outsideBand(Math.max(n, m), Math.min(n, m), gap))
}

/** 2 d² nm / (n + m): P(D ≥ d) is at most 2.17 times e to minus this (Wei and Dudley 2012). */
function exponent(n        , m        , gap        )         {
  return (2 * gap * (gap / n / m)) / (n + m)
}

/** Reflection principle for n = m and D = h / n: 2 A₀ (1 − A₁ (1 − A₂ (…))), each A a ratio of binomial coefficients. */
function equalSizes(n        , h        )         {
  let p = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1);
    p = ratio * (1 - p);
  }
  return 2 * p
}

/**
 * The probability that a random lattice path from (0, 0) to (m, n) leaves the band |n i − m j| < gap, m ≥ n.
 *
 * Column by column: the share of paths to (i, j) that have left is i and j times the shares of its two predecessors over
 * i + j, and 1 outside the band. One column is kept, indexed by j.
 */
function outsideBand(m        , n        , gap        )         {
  const left = new Float64Array(n + 1).fill(1);
  left.fill(0, 0, Math.min(Math.ceil(gap / m), n + 1));
  const inverse = Float64Array.from({ length: m + n + 1 }, (_, k) => 1 / k);
  for (let i = 1; i <= m; i++) {
    const lowest = Math.max(Math.floor((n * i - gap) / m) + 1, 0);
    const beyond = Math.min(Math.ceil((n * i + gap) / m), n + 1);
    if (beyond <= lowest) return 1
    let share = lowest === 0 ? 0 : 1;
    for (let j = lowest; j < beyond; j++) {
      const weight = inverse[i + j] ?? 0;
      share = (left[j] ?? 1) * (i * weight) + share * (j * weight);
      left[j] = share;
    }
  }
  return left[n] ?? 1
}

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 10_000;

/**
 * The two-sided two-sample Kolmogorov–Smirnov test; the statistic is the largest distance between the two empirical
 * distribution functions, tied values taken together.
 *
 * `auto` is exact while neither sample exceeds 10 000 values, and `asymptotic` beyond: the one-sample distribution at the
 * effective size nm / (n + m). With ties the exact p-value is conservative.
 */
function ks2samp(
  x                   ,
  y                   ,
  { method = 'auto' }                                               = {},
)             {
  const first = sorted(x, 'x');
  const second = sorted(y, 'y');
  const n = first.length;
  const m = second.length;
  const gap = largestGap(first, second);
  const statistic = gap / (n * m);
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT : method === 'exact';
  const pValue = exact ? exactSmirnov(n, m, gap) : kolmogorov(halfEven((n * m) / (n + m))).sf(statistic);
  return { statistic, pValue }
}

/** max |i m − j n| over the pooled values, where i values of x and j of y lie at or below one: the distance × nm. */
function largestGap(x              , y              )         {
  let gap = 0;
  let below = 0;
  forEachPooledValue(x, y, (_, inX, inY) => {
    below += inX * y.length - inY * x.length;
    gap = Math.max(gap, Math.abs(below));
  });
  return gap
}

/** Rounds to the nearest whole number, ties to the even one, as NumPy does; at least 1. */
function halfEven(value        )         {
  const below = Math.floor(value);
  const up = value - below > 0.5 || (value - below === 0.5 && below % 2 === 1);
  return Math.max(1, up ? below + 1 : below)
}

/** The settings that bound an effect. */
                                                                         

                     
                                                     
                     
                        
                                                                                                    
                          
                                         
 

/** A method that answers a question about a column: its measurement becomes a check. */
                                                   
                                                                   
                           
                                                        
                        
                                                                   
                           
                           
                                                                      
                         
                                                       
                                                                 
 

/** A method whose number people know and want to see, but which decides nothing. */
                                                    
                                            
 

                                                     

                              
                                        
                         
                                  
                    
                                                                       
                          
                                                                                   
                          
                                              
                        
                                                                                                 
                                
 

/** What the rows say about the populations they were drawn from. */
                            
                                                                                                                                                
                                              
                                                    
                         
                                                                                                                 
                            
                                                                                             
                                                                         
                                                                                                                             
                                                                       
 

/** A method as its file declares it. */
const defineMethod$1 =                   (method   )    => method;

const isDeciding = (method        )                           => 'measure' in method;

/**
 * How far an estimated distance of two distributions can fall short of the true one, but for a chance of `alpha`, for any
 * two distributions and any numbers of independent rows.
 *
 * Both distances used here are the largest difference P(A) − Q(A) over a family of events A: half-lines for the
 * Kolmogorov–Smirnov distance, all sets for total variation. The estimate is the largest difference of observed shares, so
 * it is at least the difference at the one event A* where the true distance is attained. That difference is a sum of n
 * independent terms of width 1/n and m of width 1/m, so by Hoeffding (1963, theorem 2) it falls ε below its mean with
 * probability at most exp(−2 ε² / (1/n + 1/m)). No supremum has to be bounded: this is why the bound is tighter than that of
 * Dvoretzky, Kiefer and Wolfowitz. (McDiarmid's inequality and E d̂ ≥ d by convexity give the same ε.)
 */
const shortfall = (alpha        , n        , m        )         =>
  Math.sqrt((Math.log(1 / alpha) / 2) * (1 / n + 1 / m));

/** What rows say about a distance between 0 and 1 whose estimate is at least the difference at any one event. */
function distanceInference({ effect, pValue, testable, rows, alpha, excess }          )            {
  const upper = (distance        , n        , m        ) => Math.min(1, distance + shortfall(alpha, n, m));
  const found = 1 / rows.reference + 1 / rows.current;
  return {
    interval: [Math.max(0, effect - excess), upper(effect, rows.reference, rows.current)],
    pValue,
    testable,
    rows,
    upperAt(n, m, drifted) {
      // A distance that is only chance shrinks like the standard error of a share.
      return upper(drifted ? effect : effect * Math.sqrt((1 / n + 1 / m) / found), n, m)
    },
  }
}

/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent$1 = (share        )         => `${figure(share * 100)} %`;

/** A count inside a sentence, thousands apart. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds. */
const kolmogorovSmirnov = defineMethod$1({
  id: 'kolmogorov-smirnov',
  title: 'Kolmogorov–Smirnov distance',
  variant:
    'D = max |F(x) − G(x)| of the two empirical distribution functions over finite values, missing left out, ties processed together. ' +
    "Two-sided p as scipy's ks_2samp (method auto: exact to 10 000 rows a side, then Simard and L'Ecuyer), conservative under ties. " +
    'Upper bound D + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the point where the true distance is attained); ' +
    'lower bound D − sqrt(ln(4/α)/(2n)) − sqrt(ln(4/α)/(2m)) (Dvoretzky, Kiefer, Wolfowitz with the constant of Massart 1990, once per side)',
  accepts: ['numeric'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a KS distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]];
    if (firstX === undefined || firstY === undefined) return undefined
    const { statistic, pValue } = ks2samp(x, y);
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY;
    return {
      effect: statistic,
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${figure(median(x))} → ${figure(median(y))}`,
      inference: distanceInference({
        effect: statistic,
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        alpha,
        excess: deviation(alpha / 2, x.length) + deviation(alpha / 2, y.length),
      }),
    }
  },
});

/** How far an empirical distribution function strays from the true one, but for a chance of `alpha` (Massart 1990). */
const deviation = (alpha        , n        ) => Math.sqrt(Math.log(2 / alpha) / (2 * n));

function median(ascending              )         {
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)] ?? 0) / 2 + (ascending[Math.ceil(middle)] ?? 0) / 2
}

/** Change of the share of missing values, either way, with test and confidence bounds. */
const missingShare = defineMethod$1({
  id: 'missing-share',
  title: 'Change of the missing share',
  variant:
    '|q − p| of the shares of blank cells among all rows. Interval of the difference: hybrid score without continuity correction ' +
    "(Newcombe 1998, method 10), folded at zero. Two-sided p of Fisher's exact test",
  accepts: ['numeric', 'categorical', 'text', 'mixed', 'empty'],
  question: 'missing-share',
  claim: 'same share of missing values',
  quantity: 'a change of the missing share',
  limit: 'max-missing-change',
  remedy: 'Find out why values went missing, or came back: a model takes what is filled in for them as fact',
  measure({ reference, current }, alpha) {
    const [k, n, l, m] = [reference.missing, reference.rows, current.missing, current.rows];
    if (n === 0 || m === 0) return undefined
    const level = 1 - 2 * alpha;
    return {
      effect: Math.abs(l / m - k / n),
      n: n + m,
      detail: `${percent$1(k / n)} → ${percent$1(l / m)}`,
      inference: {
        interval: folded(newcombe(l, m, k, n, level)),
        pValue: fisherExact([
          [l, m - l],
          [k, n - k],
        ]).pValue,
        testable: k + l > 0 && k + l < n + m,
        rows: { reference: n, current: m },
        upperAt(futureN, futureM, drifted) {
          const p = drifted ? k / n : (k + l) / (n + m);
          const q = drifted ? l / m : p;
          return folded(newcombe(Math.round(q * futureM), futureM, Math.round(p * futureN), futureN, level))[1]
        },
      },
    }
  },
});

/** The bounds of the absolute value of what lies between two bounds. */
function folded({ lower, upper }                                  )                   {
  return [Math.max(0, lower, -upper), Math.max(-lower, upper)]
}

/** Rows of one category on both sides. */
                               
                                                                                
                                   
                            
                          
 

/** Every category of either side, those of the reference first. */
function categoryPairs({ reference, current }        )                 {
  const names = new Set([...reference.categories.keys(), ...current.categories.keys()]);
  const pairs                 = [...names].map(name => ({
    name,
    reference: reference.categories.get(name)?.count ?? 0,
    current: current.categories.get(name)?.count ?? 0,
  }));
  if (reference.others + current.others === 0) return pairs
  return [...pairs, { name: undefined, reference: reference.others, current: current.others }]
}

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4;

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
const psi = defineMethod$1({
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, over shares of all rows, each floored at 0.0001 and not renormalised. ' +
    'Numbers: bins between the deciles of the reference (type 7), closed above, equal deciles merged. Categories: one bin each. ' +
    'Missing values, and cells that are neither number nor counted category, are bins of their own. ' +
    'Reported, not decided on: 0.1 and 0.25 are customary marks, but its size depends on the number of rows',
  accepts: ['numeric', 'categorical'],
  report(column) {
    const { reference, current } = column;
    const values = reference.numbers.length + reference.categories.size;
    if (values === 0 || current.rows === 0) return undefined
    const bins = [...valueBins(column), [reference.missing, current.missing]].filter(([a = 0, b = 0]) => a + b > 0);
    return bins.reduce((sum, [a = 0, b = 0]) => {
      const p = Math.max(FLOOR, a / reference.rows);
      const q = Math.max(FLOOR, b / current.rows);
      return sum + (q - p) * Math.log(q / p)
    }, 0)
  },
});

/** Rows of each bin of values, reference and current. */
function valueBins(column        )             {
  const { kind, reference, current } = column;
  if (kind === 'categorical') return categoryPairs(column).map(pair => [pair.reference, pair.current])
  const edges = decileEdges(reference.numbers);
  const counts = countByEdges(current.numbers, edges);
  const bins = countByEdges(reference.numbers, edges).map((count, i) => [count, counts[i] ?? 0]);
  return [...bins, [reference.others, current.others]]
}

/** Rows of one category on both sides. */
                       
                            
                          
 

/** Smallest expected count that the χ² distribution is trusted with (Cochran 1954). */
const THIN = 5;

/**
 * Whether the categories have the same shares on both sides: Pearson's χ² on the contingency table of two rows, without
 * continuity correction.
 *
 * Categories expected fewer than five times on a side are merged, the rarest first, until none is left or only two
 * categories remain; if one of the two is still thin, the test is Fisher's exact one. Merging looks only at totals over both
 * sides, which the test conditions on, so it costs no validity. `testable` is false where there is one category only.
 */
function homogeneityTest(cells                 )                                        {
  const merged = mergeThin(cells);
  if (merged.length < 2) return { pValue: 1, testable: false }
  const table = [merged.map(cell => cell.reference), merged.map(cell => cell.current)];
  const thin = merged.some(isThin(merged));
  return { pValue: (thin ? fisherExact(table) : chi2Contingency(table)).pValue, testable: true }
}

/** The cells with the thin ones merged into one that is not thin, as long as another is left to compare it with. */
function mergeThin(cells                 )         {
  const ascending = cells.filter(cell => total(cell) > 0).toSorted((a, b) => total(a) - total(b));
  const thin = isThin(ascending);
  let taken = Math.min(ascending.filter(thin).length, ascending.length - 1);
  if (taken < 1) return ascending
  while (taken < ascending.length - 1 && thin(sum(ascending.slice(0, taken)))) taken++;
  return [sum(ascending.slice(0, taken)), ...ascending.slice(taken)]
}

const total = (cell      ) => cell.reference + cell.current;

const sum = (cells                 )       => ({
  reference: cells.reduce((rows, cell) => rows + cell.reference, 0),
  current: cells.reduce((rows, cell) => rows + cell.current, 0),
});

/** Whether a cell is expected too rarely on the smaller side, where both sides have the same shares. */
function isThin(cells                 )                          {
  const all = sum(cells);
  const smallerSide = Math.min(all.reference, all.current) / total(all);
  return cell => total(cell) * smallerSide < THIN
}

/** Total variation distance of the shares of categories, with test and confidence bounds. */
const totalVariation = defineMethod$1({
  id: 'total-variation',
  title: 'Total variation distance',
  variant:
    'TV = ½ Σ |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity (contingency table, no continuity correction), categories expected fewer than 5 times merged ' +
    "(Cochran 1954), Fisher's exact test where only two are left and one is thin. " +
    'Upper bound TV + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the set where the true distance is attained); ' +
    'lower bound TV − ½ sqrt((k − 1)(1/n + 1/m)) − sqrt(ln(1/α)/2 · (1/n + 1/m)) for k categories, taken as all there are, the first term bounding the bias',
  accepts: ['categorical'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a total variation distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure(column, alpha) {
    const pairs = categoryPairs(column);
    const n = column.reference.rows - column.reference.missing;
    const m = column.current.rows - column.current.missing;
    if (n === 0 || m === 0) return undefined
    const change = (pair              ) => Math.abs(pair.reference / n - pair.current / m);
    const effect = pairs.reduce((sum, pair) => sum + change(pair), 0) / 2;
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0);
    return {
      effect,
      n: n + m,
      ...(most?.name === undefined || effect === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent$1(most.reference / n)} → ${percent$1(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: bias(pairs.length, n, m) + shortfall(alpha, n, m),
      }),
    }
  },
});

/**
 * How far the estimate exceeds the true distance on average, at most: ½ Σ E|error of p − q| ≤ ½ Σ sqrt(variance), which by
 * Cauchy and Schwarz over k categories is at most ½ sqrt(k · (1 − 1/k)(1/n + 1/m)).
 */
const bias = (k        , n        , m        ) => Math.sqrt((k - 1) * (1 / n + 1 / m)) / 2;

/** Up to this many unseen values are named; more are no longer categories, and may be personal. */
const NAMED = 10;

                         
                                                             
                       
                                                                     
                            
                                                                  
                        
 

/** The current rows of a categorical column that hold what no reference row holds. */
function unseenOf({ reference, current }        )         {
  const unseen = [...current.categories]
    .filter(([name]) => !reference.categories.has(name))
    .toSorted(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1));
  const rows = current.others + unseen.reduce((sum, [, { count }]) => sum + count, 0);
  const lines = unseen.flatMap(([, { line }]) => (line === undefined ? [] : [line]));
  return {
    rows,
    ...(current.others === 0 && unseen.length <= NAMED ? { values: unseen.map(([name]) => name) } : {}),
    ...(lines.length > 0 ? { line: Math.min(...lines) } : {}),
  }
}

/** Share of current rows whose category the reference never had; what a one-hot encoder ignores or fails on. */
const unseenCategories = defineMethod$1({
  id: 'unseen-categories',
  title: 'Rows of categories the reference never had',
  variant:
    'Share of all current rows whose value is in no row of the reference, text compared exactly, numbers by value. ' +
    'Counted, not estimated: nothing is inferred beyond these rows',
  accepts: ['categorical'],
  question: 'unseen-categories',
  claim: 'only known categories',
  quantity: 'a share of rows in unseen categories',
  limit: 'max-unseen-share',
  remedy: 'Map the values to categories the model knows, or train it on rows that have them',
  measure(column) {
    const { rows, values, line } = unseenOf(column);
    const { rows: n } = column.current;
    if (n === 0) return undefined
    return {
      effect: rows / n,
      n,
      ...(rows === 0
        ? {}
        : {
            detail: `${grouped(rows)} of ${grouped(n)} rows`,
            ...(values ? { values: values.map(quoted).join(', ') } : {}),
          }),
      ...(line === undefined ? {} : { line }),
    }
  },
});

var methods$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  kolmogorovSmirnov: kolmogorovSmirnov,
  missingShare: missingShare,
  psi: psi,
  totalVariation: totalVariation,
  unseenCategories: unseenCategories
});

/** A question asked of a column and what was measured. */
                           
                         
                                 
                                   
                                                                               
                                  
 

const METHODS                    = Object.values(methods$1);

/**
 * Every column measured by every method that decides on its kind.
 *
 * p-values are adjusted by Holm (1979) over all tests of the run together, whatever their dependence. Tests that could not
 * have been significant, given totals over both sides, are left out of the family (Tarone 1990) and keep a p-value of 1.
 */
function measureColumns(columns                   , alpha        )                                          {
  const deciding = METHODS.filter(isDeciding);
  const found = columns.flatMap(column =>
    deciding.flatMap(method => {
      const measurement = method.accepts.includes(column.kind) ? method.measure(column, alpha) : undefined;
      return measurement ? [{ column, method, measurement }] : []
    }),
  );
  const family = found.filter(({ measurement }) => measurement.inference?.testable);
  const adjusted = holm(family.map(({ measurement }) => measurement.inference?.pValue ?? 1));
  const byMeasurement = new Map(family.map(({ measurement }, i) => [measurement, adjusted[i] ?? 1]));
  const measured = found.map(one =>
    one.measurement.inference ? { ...one, adjustedPValue: byMeasurement.get(one.measurement) ?? 1 } : one,
  );
  return { measured, tests: family.length }
}

/**
 * The one rule by which a measured change becomes a status.
 *
 * | status | when | what it rests on |
 * |---|---|---|
 * | `fail` | the effect exceeds the limit and is significant | the chance that any column fails though none has changed is at most alpha (Holm) |
 * | `inconclusive` | otherwise, if the effect's upper bound exceeds the limit | the change may be harmful, the rows are too few to tell |
 * | `warn` | otherwise, if the effect is significant | the columns differ, but harmlessly: the bound is within the limit |
 * | `pass` | otherwise | |
 *
 * So `pass` and `warn` both say: the true effect is at most the limit, with confidence 1 − alpha. A gate passes only where
 * every column does, so a harmful change in any column gets through with chance alpha at most; no adjustment is needed for
 * that (an intersection–union test, Berger 1982). A measurement without inference is the whole truth about the rows at hand,
 * and only its size decides.
 */
function decide({ effect, inference }             , { limit, alpha, adjustedPValue }     )         {
  if (!inference) return effect > limit ? 'fail' : 'pass'
  const significant = adjustedPValue !== undefined && adjustedPValue <= alpha;
  if (effect > limit && significant) return 'fail'
  if (!(inference.interval[1] <= limit)) return 'inconclusive'
  return significant ? 'warn' : 'pass'
}

/** Whether both sides of a numeric column hold whole numbers that are all different, as row ids are. */
const looksLikeId = ({ reference, current }        )          => allDifferent(reference) && allDifferent(current);

const allDifferent = ({ numbers }      )          =>
  numbers.length > 1 && numbers.every((value, i) => Number.isInteger(value) && value !== numbers[i - 1]);

/** More rows than anyone compares. */
const MOST$2 = 1e9;

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
function rowsNeeded$1({ rows, upperAt }           , limit        , drifted         )                         {
  const current = smallest(rows.current, m => upperAt(rows.reference, m, drifted) <= limit);
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallest(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit);
  return each === undefined ? undefined : { side: 'each', rows: each }
}

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up. */
function smallest(from        , holds                        )                     {
  if (!holds(MOST$2)) return undefined
  let [low, high] = [from, MOST$2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1);
  return Math.ceil(high / unit) * unit
}

/** What to do about a column that did not pass. */
function hintFor$1(status        , { column, method, measurement }          , bar     )                     {
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') return measurement.inference && moreRows(measurement.inference, bar)
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.limit}'`
}

function moreRows(inference           , { limit, alpha, adjustedPValue = 1 }     )         {
  const drifted = adjustedPValue <= alpha;
  const needed = rowsNeeded$1(inference, limit, drifted);
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const { reference, current } = inference.rows;
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted';
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(reference)} and ${grouped(current)}`
}

/** One sentence: what was expected, what was found, and how sure that is. */
function reasonFor(status        , { column, method, measurement, adjustedPValue }          , bar     )         {
  const { effect, detail, values, inference } = measurement;
  const told = [detail, column.sensitive ? undefined : values].filter(part => part !== undefined).join(': ');
  const expected = `Expected ${method.quantity} of at most ${figure(bar.limit)}`;
  const found = `found ${figure(effect)}${told === '' ? '' : ` (${told})`}`;
  if (!inference) return `${expected} ${status === 'fail' ? 'but' : 'and'} ${found}`
  const upper = `${figure(inference.interval[1])} with ${percent$1(1 - bar.alpha)} confidence`;
  const p = `adjusted p = ${figure(adjustedPValue ?? 1)}`;
  const sentences                         = {
    fail: `${expected} but ${found}, ${p}`,
    inconclusive: `${expected} but ${found}, ${p}, and it may be up to ${upper}`,
    warn: `${expected} and ${found}, significant with ${p}, but no more than ${upper}`,
    pass: `${expected} and ${found}, no more than ${upper}`,
  };
  return sentences[status]
}

/** What was measured of a column, held against its limit. */
function measuredCheck(measured          , settings                   , files       )        {
  const { column, method, measurement, adjustedPValue } = measured;
  const { effect, n, line, inference } = measurement;
  const { alpha } = settings;
  const bar = { limit: settings[method.limit], alpha, adjustedPValue };
  const status = decide(measurement, bar);
  const hint = hintFor$1(status, measured, bar);
  return {
    id: `${columnLabel(column.name)}.${method.question}`,
    title: `${columnLabel(column.name)}: ${method.claim}`,
    status,
    measured: {
      value: effect,
      ...(inference ? { interval: [...inference.interval], level: 1 - 2 * alpha, pValue: inference.pValue } : {}),
      ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
      method: method.id,
      n,
    },
    required: { comparator: '<=', value: bar.limit },
    reason: reasonFor(status, measured, bar),
    ...(hint === undefined ? {} : { hint }),
    ...(status === 'pass' ? {} : { locations: [at(files.current, column.name, line)] }),
  }
}

/** A column of numbers that now holds text, or of text that now holds numbers only, none of them a known category. */
const changedType           = (column, files) => {
  const { name, kind, cells } = column;
  const { text, rows, missing } = cells.current;
  const found = rows - missing;
  if (kind === 'numeric' && text.count > 0) {
    return {
      ...check(column),
      measured: { value: text.count, unit: 'rows', share: text.count / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only numbers, as in the reference, but found ${grouped(text.count)} of ${grouped(found)} cells that are none`,
      hint: 'Write numbers as plain decimals, and missing values as empty cells',
      locations: [at(files.current, name, text.line)],
    }
  }
  if ((kind === 'categorical' || kind === 'text') && found > 0 && text.count === 0 && !isKnown(column)) {
    return {
      ...check(column),
      measured: { value: 'numbers', n: found },
      required: { comparator: 'is', value: 'text' },
      reason: 'Expected text, as in the reference, but found only numbers',
      hint: 'Check that the column holds what it did when the reference was written',
      locations: [at(files.current, name)],
    }
  }
  return undefined
};

const check = ({ name }        )                                         => ({
  id: `${columnLabel(name)}.type`,
  title: `${columnLabel(name)}: same type of values`,
  status: 'fail',
});

/** Codes such as 1, 2, unknown: a current table without the one text is no change of type. */
const isKnown = ({ kind, reference, current }        )          =>
  kind === 'categorical' && [...current.categories.keys()].some(category => reference.categories.has(category));

/** A reference column of numbers with text among them, too varied to be categories: it is neither, so nothing can be said. */
const mixedValues           = ({ name, kind, cells: { reference } }, files) => {
  if (kind !== 'mixed') return undefined
  const found = reference.rows - reference.missing;
  const { count, line } = reference.text;
  return {
    id: `${columnLabel(name)}.type`,
    title: `${columnLabel(name)}: numbers or categories`,
    status: 'inconclusive',
    measured: { value: count, unit: 'rows', share: count / found, n: found },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected numbers or categories but found text in ${grouped(count)} of ${grouped(found)} cells of the reference, among numbers`,
    hint: "Leave cells without a number empty in both tables, or name the column under 'ignore'",
    locations: [at(files.reference, name, line)],
  }
};

/** A side without a value: what is missing is told by the missing share, but whether the rest has drifted nobody knows. */
const noValues           = ({ name, kind, reference, current }, files) => {
  if (kind === 'text' || kind === 'mixed') return undefined
  const sides = [
    ...(isEmpty(kind, reference) ? ['the reference'] : []),
    ...(isEmpty(kind, current) ? ['the current table'] : []),
  ];
  if (sides.length === 0) return undefined
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: same distribution`,
    status: 'inconclusive',
    measured: { value: null },
    reason: `Expected ${kind === 'numeric' ? 'finite numbers' : 'values'} to compare but found none in ${sides.join(' and ')}`,
    hint: "Fill the column, or name it under 'ignore' if the model does not use it",
    locations: [at(isEmpty(kind, current) ? files.current : files.reference, name)],
  }
};

const isEmpty = (kind                , { numbers, categories, others }      )          =>
  kind === 'numeric' ? numbers.length === 0 : categories.size + others === 0;

/** NaN, ±Inf or a number too large for a double in a column of numbers; the finite ones are compared without it. */
const nonFinite           = ({ name, kind, cells }, files) => {
  const side = cells.current.nonFinite.count > 0 ? 'current' : 'reference';
  const { nonFinite: found, rows } = cells[side];
  if (kind !== 'numeric' || found.count === 0) return undefined
  return {
    id: `${columnLabel(name)}.finite`,
    title: `${columnLabel(name)}: finite numbers`,
    status: side === 'current' ? 'fail' : 'inconclusive',
    measured: { value: found.count, unit: 'rows', share: found.count / rows, n: rows },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected finite numbers but found NaN or an infinity in ${grouped(found.count)} of ${grouped(rows)} rows of the ${side} table`,
    hint: 'Mend the computation that makes them, or write an empty cell where a value is missing',
    locations: [at(files[side], name, found.line)],
  }
};

/** Ids, dates, free text: values that do not repeat have no distribution to compare. */
const notComparable           = ({ name, kind }, files) => {
  if (kind !== 'text') return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: values repeat`,
    status: 'warn',
    measured: { value: 'ids or free text' },
    required: { comparator: 'is', value: 'numbers or categories' },
    reason: `Expected at most ${grouped(MAX_CATEGORIES)} categories, each in ${ROWS_PER_CATEGORY} rows of the reference on average, but found more: the distribution is not compared`,
    hint: "Name the column under 'ignore' if it is an id or free text",
    locations: [at(files.reference, name)],
  }
};

var obstacles = /*#__PURE__*/Object.freeze({
  __proto__: null,
  changedType: changedType,
  mixedValues: mixedValues,
  noValues: noValues,
  nonFinite: nonFinite,
  notComparable: notComparable
});

const OBSTACLES                      = Object.values(obstacles);

                             
                          
                                            
 

/** Holds the columns of the current table against those of the reference: checks in the columns' order, and the table of numbers. */
function compareColumns(columns                   , settings                   , files       )             {
  const { measured, tests } = measureColumns(columns, settings.alpha);
  const compared = columns.map(column => {
    const own = measured.filter(one => one.column === column);
    const checks = [
      ...OBSTACLES.flatMap(obstacle => obstacle(column, files) ?? []),
      ...own.map(one => measuredCheck(one, settings, files)),
    ];
    return { checks, row: rowOf(column, own, worst(checks)) }
  });
  const used = METHODS.filter(method => columns.some(column => method.accepts.includes(column.kind)));
  return {
    checks: compared.flatMap(({ checks }) => checks),
    result: {
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests,
      methods: used.map(({ id, title, variant }) => ({ id, title, variant })),
      columns: compared.map(({ row }) => row).toSorted(byStatusAndEffect),
    },
  }
}

function rowOf(column        , measured                     , status        )           {
  const { name, kind, reference, current } = column;
  const distribution = measured.find(({ method }) => method.question === 'distribution');
  const missing = measured.find(({ method }) => method.question === 'missing-share');
  const unseen = kind === 'categorical' ? unseenOf(column) : undefined;
  const histogram = histogramOf(reference, current);
  return {
    column: columnLabel(name),
    kind,
    status,
    ...(distribution ? { method: distribution.method.id, ...numbersOf(distribution) } : {}),
    reported: Object.fromEntries(
      METHODS.flatMap(method => {
        const value = !isDeciding(method) && method.accepts.includes(kind) ? method.report(column) : undefined;
        return value === undefined ? [] : [[method.id, value]]
      }),
    ),
    missing: {
      reference: reference.missing / reference.rows,
      current: current.missing / current.rows,
      ...(missing ? numbersOf(missing) : {}),
    },
    ...(unseen
      ? {
          unseen: {
            rows: unseen.rows,
            share: unseen.rows / current.rows,
            ...(unseen.values && !column.sensitive ? { values: unseen.values } : {}),
          },
        }
      : {}),
    ...(histogram ? { histogram: column.sensitive ? { ...histogram, edges: [] } : histogram } : {}),
  }
}

function numbersOf({ measurement: { effect, inference }, adjustedPValue }          )         {
  return {
    effect,
    ...(inference ? { interval: [...inference.interval], pValue: inference.pValue } : {}),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
  }
}

const WORST_FIRST                    = ['fail', 'inconclusive', 'warn', 'pass'];

const worst = (checks                  )         =>
  WORST_FIRST.find(status => checks.some(check => check.status === status)) ?? 'inconclusive';

const byStatusAndEffect = (a          , b          ) =>
  WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) || (b.effect ?? 0) - (a.effect ?? 0);

/** Compares two tables that have been read; a table without rows says so once, not column by column. */
function compareTables(tables        , settings                   )                                           {
  const { reference, current, columns } = tables;
  const [first] = columns;
  const rows = { reference: first?.reference.rows ?? 0, current: first?.current.rows ?? 0 };
  const empty = (['reference', 'current']         ).filter(side => rows[side] === 0);
  const files = { reference: reference.name, current: current.name };
  const { checks, result } = compareColumns(empty.length > 0 ? [] : columns, settings, files);
  const compared = result.columns.some(({ method }) => method !== undefined);
  return {
    checks: [
      ...empty.map(side => noRows$1(side, files[side])),
      ...(reference.digest.sha256 === current.digest.sha256 ? [sameBytes(files.current)] : []),
      ...checks,
      ...(compared || empty.length > 0 ? [] : [nothingCompared]),
    ],
    result: { rows, ...result },
  }
}

const noRows$1 = (side                         , file        )        => ({
  id: `${side}.rows`,
  title: `The ${side} table has rows`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>=', value: 1, unit: 'rows' },
  reason: `Expected rows in the ${side} table but found none`,
  hint: 'Check the step that writes the table',
  locations: [{ file }],
});

const sameBytes = (file        )        => ({
  id: 'tables.differ',
  title: 'The two tables are different files',
  status: 'warn',
  measured: { value: 'the same bytes' },
  required: { comparator: 'is', value: 'different bytes' },
  reason: 'Expected two different tables but found the same bytes twice, which cannot have drifted',
  hint: "Check the paths 'drift.reference' and 'drift.current'",
  locations: [{ file }],
});

/** A run that compared no distribution has checked nothing, whatever else it saw. */
const nothingCompared        = {
  id: 'columns.compared',
  title: 'At least one distribution is compared',
  status: 'inconclusive',
  measured: { value: 0, unit: 'columns' },
  required: { comparator: '>=', value: 1, unit: 'columns' },
  reason: 'Expected a column whose distribution can be compared but found none',
  hint: 'Compare tables that share columns of numbers or of categories',
};

/** Names of the columns that any table of the contract classifies as sensitive, as a file's header may have them. */
function sensitiveColumns({ tables }              )                      {
  const properties = tables.flatMap(({ object }) => object.properties ?? []).filter(isSensitive);
  return new Set(
    properties.flatMap(({ name, physicalName }) => [name, ...(physicalName === undefined ? [] : [physicalName])]),
  )
}

/** Compares a current table with its reference, column by column. Each is read once, the reference first; no row is kept. */
const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) => drift.current !== undefined,
  async find({ drift, data }, { tables, files: disk, log }) {
    const opened = data.contract === undefined ? undefined : await openContract(data.contract, disk);
    const sensitive = opened ? sensitiveColumns(opened.contract) : new Set        ();
    const files = {
      reference: required(drift, 'reference', 'the table the model was built on'),
      current: required(drift, 'current', 'the table to compare with it'),
    };
    const reference = await tables.open(files.reference);
    const current = await tables.open(files.current);
    const plan = columnsToCompare({ reference: reference.header, current: current.header }, drift, files);
    const before = await read$1(
      reference,
      plan.shared.map(column => ({ index: column.reference, reader: columnReader(MAX_CATEGORIES) })),
      rows => log.progress(`${files.reference}: ${rows} rows`),
    );
    const after = await read$1(
      current,
      plan.shared.map((column, i) => ({
        index: column.current,
        reader: columnReader(MAX_CATEGORIES, before[i]?.categories.keys()),
      })),
      rows => log.progress(`${files.current}: ${rows} rows`),
    );
    const materials = { reference: reference.material('reference'), current: current.material('current') };
    const columns = plan.shared.flatMap(({ name }, i) => {
      const [old, now] = [before[i], after[i]];
      return old && now ? [columnOf(name, old, now, sensitive.has(name))] : []
    });
    const { checks, result } = compareTables({ ...materials, columns }, drift);
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...plan.checks, ...checks],
      result,
    }
  },
};                                       

                  
                                                     
                        
                               
 

/** Rows between two reports of progress. */
const REPORT$1 = 100_000;

async function read$1(
  table       ,
  sources                   ,
  progress                        ,
)                         {
  let rows = 0;
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const { index, reader } of sources) reader.add(cells[index] ?? '', line);
      if (++rows % REPORT$1 === 0) progress(rows);
    }
  }
  return sources.map(({ reader }) => reader.finish())
}

function required(drift                   , key                         , what        )         {
  const path = drift[key];
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}

/** A number for a sentence: four significant digits, or as many more as tell it from `other`. */
function formatNumber(value        , other = value)         {
  for (let digits = 4; digits < 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (value === other || short !== Number(other.toPrecision(digits))) return String(short)
  }
  return String(value)
}

/** A count for a sentence: `2 100`. */
const formatCount = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** A count and what it counts: `1 row`, `2 100 rows`. */
const counted = (count        , noun        )         => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`; of a long list its first `most` and how many more. */
function listed$1(items                   , most = 8)         {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'nothing')
}

/** Whether a quantity meets a threshold: its interval decides, so that what holds at one end only is inconclusive. */
function judge(interval                           , comparator             , threshold        )         {
  const [lower, upper] = interval;
  if (comparator === '>=') {
    if (lower >= threshold) return 'pass'
    return upper < threshold ? 'fail' : 'inconclusive'
  }
  if (upper <= threshold) return 'pass'
  return lower > threshold ? 'fail' : 'inconclusive'
}

/** A number that says how good a model is. */
                         
                     
                        
                                                                           
                                      
                                     
                                        
                                                            
                                                                                       
                                                      
                                                                                                                             
                                                                                              
 

/** A metric by which two models can be compared. */
                                                                         

const defineMetric =                   (metric   )    => metric;

const isComparable = (metric        )                             => metric.compare !== undefined;

/** Damage that a claim without a margin of its own allows: 0.01, or for a loss 2 % of the champion's. */
const defaultMargin = (metric        , champion        )         =>
  metric.better === 'higher' ? 0.01 : 0.02 * champion;

/** A claim as a comparison of an estimate with a threshold; without grounds there is no estimate. */
                           
                        
                                  
                                                            
                             
                              
                                                                                  
                          
                              
 

const questionOf = (claim       , grounds                     )           =>
  claim.kind === 'no-worse-than-champion' ? comparisonQuestion(claim, grounds) : boundQuestion(claim, grounds);

function boundQuestion({ kind, metric, value }       , grounds                     )           {
  const estimate = grounds?.challenger.get(metric.id);
  return {
    title: `${metric.title} ${kind === 'floor' ? 'at least' : 'at most'} ${value}`,
    comparator: kind === 'floor' ? '>=' : '<=',
    threshold: value,
    ...(estimate ? { estimate } : {}),
    subject: 'The interval',
    requirement: `${value}`,
  }
}

function comparisonQuestion({ metric, margin: given }                     , grounds                     )           {
  const estimate = grounds?.gains.get(metric.id);
  const its = grounds?.champion?.get(metric.id)?.value;
  const margin = given ?? defaultMargin(metric, its ?? Number.NaN);
  const known = !Number.isNaN(margin);
  const shown = known ? formatNumber(margin) : "2 % of the champion's";
  return {
    title: `${metric.title} no worse than champion (margin ${shown})`,
    comparator: '>=',
    ...(known ? { threshold: 0 - margin } : {}),
    ...(estimate ? { estimate } : {}),
    subject: `The interval of the difference${metric.better === 'lower' ? ' (champion less challenger)' : ''}`,
    requirement: known ? `the margin ${formatNumber(0 - margin)}` : 'the margin',
  }
}

/** More rows than this many times those there are is no advice. */
const MOST_TIMES = 100;

/**
 * How many more labelled rows would move the threshold out of the interval, if the estimate stayed and the interval
 * narrowed with the square root of the rows.
 */
function rowsNeeded(
  value        ,
  [lower, upper]                           ,
  threshold        ,
  rows        ,
)         {
  const reach = value >= threshold ? value - lower : upper - value;
  const more = rows * ((reach / (value - threshold)) ** 2 - 1);
  if (!(more <= MOST_TIMES * rows))
    return 'The estimate lies so close to what is required that more rows cannot be expected to settle it'
  return `About ${counted(roundUp(more), 'more labelled row')} would settle it`
}

/** Up, to two significant digits. */
function roundUp(count        )         {
  const whole = Math.max(1, Math.ceil(count));
  const step = 10 ** Math.max(0, String(whole).length - 2);
  return Math.ceil(whole / step) * step
}

/** Rows, and rows of each class, below which no claim is decided. */
const LEAST_ROWS = 50;
const LEAST_OF_CLASS = 10;

/** The answer to a claim: decided by the interval, and inconclusive whenever there is none or too little to go by. */
function checkClaim(claim       , grounds                     )                    {
  const question = questionOf(claim, grounds);
  const { title, comparator, threshold, estimate } = question;
  return {
    title,
    ...(grounds && estimate ? { measured: measuredOf(estimate, grounds.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    ...answer(question, grounds),
  }
}

                                                       

function answer(
  { comparator, threshold, estimate, subject, requirement }          ,
  grounds                     ,
)         {
  if (!grounds || !estimate || threshold === undefined)
    return {
      status: 'inconclusive',
      reason: 'Not put to the test, because the predictions it needs cannot be used',
      hint: 'Mend the faults that the other checks name',
    }
  const { positives, negatives } = grounds;
  const rows = positives + negatives;
  if (rows < LEAST_ROWS || Math.min(positives, negatives) < LEAST_OF_CLASS)
    return {
      status: 'inconclusive',
      reason: `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each class but found ${counted(rows, 'row')}, ${positives} positive and ${negatives} negative`,
      hint: 'Add labelled rows to the hold-out',
    }
  if (!estimate.interval || estimate.value === null)
    return {
      status: 'inconclusive',
      reason: `There is no interval to hold against ${requirement}: ${estimate.gap}`,
      hint: 'Change the threshold, or choose a metric that is defined on these rows',
    }
  const status = judge(estimate.interval, comparator, threshold);
  const [lower, upper] = estimate.interval.map(end => formatNumber(end, threshold));
  const beyond = comparator === '>=' ? 'below' : 'above';
  const within = comparator === '>=' ? 'at or above' : 'at or below';
  const where = { pass: `lies ${within}`, fail: `lies ${beyond}`, inconclusive: 'contains', warn: 'contains' }[status];
  return {
    status,
    reason: `${subject} [${lower}, ${upper}] ${where} ${requirement}`,
    ...(status === 'pass'
      ? {}
      : { hint: status === 'fail' ? FAILED : rowsNeeded(estimate.value, estimate.interval, threshold, rows) }),
  }
}

const FAILED = 'More rows are unlikely to change this: improve the model, or give a reason for a weaker claim';

const measuredOf = ({ value, n, interval, method }          , level        )           => ({
  value,
  ...(interval ? { interval: [...interval], level } : {}),
  ...(method === undefined ? {} : { method }),
  n,
});

/** A claim as it was written, and the id of the check that answers it. */
                                
                        
                        
 

/** A check per claim, `auc.floor`, a second one on the same metric `auc.floor-2`; of no claims one that says so. */
function checkClaims(
  claims                  ,
  grounds                     ,
)                                                 {
  if (claims.length === 0) return { checks: [NOTHING_REQUIRED], answered: [] }
  const seen = new Map                ();
  const checks = claims.map(claim => {
    const name = `${claim.metric.id}.${claim.kind}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { id: count === 1 ? name : `${name}-${count}`, ...checkClaim(claim, grounds) }
  });
  return { checks, answered: claims.map(({ text }, index) => ({ claim: text, check: checks[index]?.id ?? '' })) }
}

const NOTHING_REQUIRED        = {
  id: 'claims.none',
  title: 'Claims on the model',
  status: 'inconclusive',
  reason: 'Nothing was required of the model: there is no claim',
  hint: 'Add a claim to certify.claims, e.g. "auc >= 0.80"',
};

/** Rows by predicted and true class. */
                            
                     
                     
                     
                     
 

/** Counts with a row predicted positive where its score is at least the threshold. */
function confusionOf({ positives, negatives }        , threshold        )            {
  const tp = atLeast(positives, threshold);
  const fp = atLeast(negatives, threshold);
  return { tp, fp, fn: positives.length - tp, tn: negatives.length - fp }
}

function atLeast(scores              , threshold        )         {
  let count = 0;
  for (const score of scores) if (score >= threshold) count++;
  return count
}

/** How many of the ascending values are less than `bound`. */
const countBelow = (sorted              , bound        )         => bisect$1(sorted, value => value < bound);

/** How many of the ascending values are at most `bound`. */
const countAtMost = (sorted              , bound        )         => bisect$1(sorted, value => value <= bound);

function bisect$1(sorted              , belongs                            )         {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (belongs(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low
}

/**
 * Twice the number of rows of the other class that a row is ordered rightly against, a tie counting half: whole
 * numbers, so that sums and equalities are exact. Divided by 2n (positives) and 2m (negatives) they are the placement
 * values of DeLong, DeLong & Clarke-Pearson (1988), for m positives and n negatives.
 */
                             
                                  
                                  
 

/** Placements in O((m + n) log(m + n)): each row's midrank among the other class, by bisection in its sorted scores. */
function placementsOf({ positives, negatives }        )             {
  const sortedPositives = positives.toSorted();
  const sortedNegatives = negatives.toSorted();
  return {
    positives: positives.map(score => countBelow(sortedNegatives, score) + countAtMost(sortedNegatives, score)),
    negatives: negatives.map(
      score => 2 * positives.length - countBelow(sortedPositives, score) - countAtMost(sortedPositives, score),
    ),
  }
}

/** A model on the hold-out: its scores and what every metric is computed from. */
                                            
                                                                             
                            
                               
                                 
 

const evaluate = (scores        , threshold        )             => ({
  ...scores,
  threshold,
  confusion: confusionOf(scores, threshold),
  placements: placementsOf(scores),
});

/** The point between `inside`, where the condition holds, and `outside`, where it does not, up to the last bit; the last point inside. */
function bisect(inside        , outside        , holds                            )         {
  let low = inside;
  let high = outside;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) return low
    if (holds(middle)) low = middle;
    else high = middle;
  }
}

/**
 * Score interval for the difference of two paired proportions, (gained − lost) / n, where `gained` pairs are right only
 * with the first and `lost` only with the second (Tango, Statistics in Medicine 17, 1998). Keeps its width when no pair
 * differs: then it is ±z²/(n + z²).
 */
function tango(gained        , lost        , n        , level        )                   {
  const estimate = (gained - lost) / n;
  const z = normal.isf((1 - level) / 2);
  const plausible = (difference        ) => Math.abs(score(gained, lost, n, difference)) <= z;
  return [bisect(estimate, -1, plausible), bisect(estimate, 1, plausible)]
}

/** Score statistic against the true difference `delta`, with the second discordant proportion's constrained maximum-likelihood estimate. */
function score(gained        , lost        , n        , delta        )         {
  const distance = gained - lost - n * delta;
  if (distance === 0) return 0
  const a = 2 * n;
  const b = (2 * n - gained + lost) * delta - gained - lost;
  const c = -lost * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // One root, in the form that does not cancel.
  const q = b <= 0 ? (root - b) / (2 * a) : (-2 * c) / (root + b);
  return distance / Math.sqrt(n * (2 * q + delta * (1 - delta)))
}

/** Rows in all, rows that only the challenger has right, and rows that only the champion has right. */
                             
                    
                         
                       
 

/** Rows where one model's scores reach the threshold and the other's do not; `right` says which side is the right one. */
function pairedHits(
  challenger              ,
  champion              ,
  threshold        ,
  right                   ,
)             {
  let onlyChallenger = 0;
  let onlyChampion = 0;
  challenger.forEach((score, row) => {
    const above = score >= threshold;
    const championAbove = (champion[row] ?? Number.NaN) >= threshold;
    if (above && !championAbove) onlyChallenger++;
    if (!above && championAbove) onlyChampion++;
  });
  return right === 'above'
    ? { n: challenger.length, gained: onlyChallenger, lost: onlyChampion }
    : { n: challenger.length, gained: onlyChampion, lost: onlyChallenger }
}

/** Difference of two proportions on the same rows, challenger − champion. */
const pairedProportion = ({ n, gained, lost }            , level        )           => ({
  value: (gained - lost) / n,
  n,
  interval: tango(gained, lost, n, level),
  method: 'tango',
});

/** `hits` of `n` rows with the exact interval of Clopper & Pearson (1934). Needs at least one row. */
function proportion(hits        , n        , level        , method = 'clopper-pearson')           {
  const { lower, upper } = clopperPearson(hits, n, level);
  return { value: hits / n, n, interval: [lower, upper], method }
}

/** Share of rows whose class was predicted. */
const accuracy = defineMetric({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fp, fn, tn } }, level) => proportion(tp + tn, tp + fp + fn + tn, level),
  compare(challenger, champion, level) {
    const positives = pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above');
    const negatives = pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below');
    return pairedProportion(
      {
        n: positives.n + negatives.n,
        gained: positives.gained + negatives.gained,
        lost: positives.lost + negatives.lost,
      },
      level,
    )
  },
});

/** Row by row, the first less the second. */
function differences(minuends              , subtrahends              )               {
  if (minuends.length !== subtrahends.length) throw new Error('Rows are not paired')
  return minuends.map((value, row) => value - (subtrahends[row] ?? Number.NaN))
}

/**
 * Interval for a mean of values between 0 and 1 that rests on nothing but their bounds: the means θ with
 * n·KL(mean, θ) ≤ ln(2/α) (Hoeffding, JASA 58, 1963, theorem 1). A two-sample U-statistic, such as the area under the ROC
 * curve, takes n = min(m, n) (ibid., section 5). At a mean of 0 or 1 the inner ends are Clopper and Pearson's.
 */
function chernoffHoeffding(mean        , n        , level        )                   {
  const alpha = 1 - level;
  const reach = Math.log(2 / alpha) / n;
  if (mean <= 0) return [0, -Math.expm1(-reach)]
  if (mean >= 1) return [Math.exp(-reach), 1]
  const plausible = (theta        ) => divergence(mean, theta) <= reach;
  return [bisect(mean, 0, plausible), bisect(mean, 1, plausible)]
}

/** Kullback–Leibler divergence of two Bernoulli distributions, in nats. */
const divergence = (p        , q        ) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));

/** Rows that a variance must at least rest on; with fewer, exact bounds take the place of the normal approximation. */
const ENOUGH = 10;

/** Whether at least ten values differ from the most frequent one. */
const isSpread = (values              )          =>
  // A value that all but nine share is among the first ten.
  values.length >= ENOUGH && values.subarray(0, ENOUGH).every(candidate => enoughDiffer(values, candidate));

function enoughDiffer(values              , candidate        )          {
  let others = 0;
  for (const value of values) if (value !== candidate && ++others === ENOUGH) return true
  return false
}

/** Mean, by a sum whose error does not grow with the number of values. */
const mean = (values              )         => sum$1(values) / values.length;

/** Unbiased sample variance; NaN for fewer than two values. */
function variance(values              )         {
  if (values.length < 2) return Number.NaN
  const centre = mean(values);
  return sum$1(values.map(value => (value - centre) ** 2)) / (values.length - 1)
}

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
function delong({ positives, negatives }            )                                           {
  const m = positives.length;
  const n = negatives.length;
  return {
    value: sum$1(positives) / (2 * m * n),
    standardError: Math.sqrt(variance(positives) / m / (2 * n) ** 2 + variance(negatives) / n / (2 * m) ** 2),
  }
}

/**
 * Pairs of a positive and a negative row that the challenger orders worse than the champion, as a share of all pairs: a
 * pair turned round counts 1, one that became or was a tie counts ½. Swap the models for the pairs ordered better. A
 * sweep over the champion's scores with a Fenwick tree over the challenger's, O((m + n) log(m + n)).
 */
function shareOrderedWorse(challenger        , champion        )         {
  const sorted = challenger.negatives.toSorted();
  const positives = ascending(champion.positives);
  const negatives = ascending(champion.negatives);
  const tree = new Float64Array(sorted.length + 1);
  let inserted = 0;
  let halves = 0;
  // A pair's cost in halves: [champion below, challenger at least] + [champion at most, challenger above].
  count((candidate, bound) => candidate < bound, countBelow);
  tree.fill(0);
  inserted = 0;
  count((candidate, bound) => candidate <= bound, countAtMost);
  return halves / (2 * positives.length * negatives.length)

  function count(belongs                                               , skip                   )       {
    for (const positive of positives) {
      const bound = champion.positives[positive] ?? Number.NaN;
      for (let row = negatives[inserted]; row !== undefined; row = negatives[++inserted]) {
        if (!belongs(champion.negatives[row] ?? Number.NaN, bound)) break
        insert(countBelow(sorted, challenger.negatives[row] ?? Number.NaN));
      }
      halves += inserted - insertedBelow(skip(sorted, challenger.positives[positive] ?? Number.NaN));
    }
  }

  function insert(rank        )       {
    for (let node = rank + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1;
  }

  function insertedBelow(rank        )         {
    let total = 0;
    for (let node = rank; node > 0; node -= node & -node) total += tree[node] ?? 0;
    return total
  }
}

/** Row numbers in the order of their scores. */
const ascending = (scores              )              =>
  Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));

/**
 * Area under the ROC curve with DeLong's normal interval, not clipped. Where fewer than ten rows of a class are placed
 * otherwise than the rest (perfect separation, a constant score), DeLong's variance says nothing, and the interval rests
 * on min(m, n) independent pairs alone: it never has zero width.
 */
function areaUnderCurve({ placements }            , level        )           {
  const area = normalInterval(placements, level);
  if (restsOnEnoughRows(placements)) return { ...area, method: 'delong' }
  return {
    value: area.value,
    n: area.n,
    interval: chernoffHoeffding(area.value, smallerClass(placements), level),
    method: 'chernoff-hoeffding on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

/**
 * Difference of two areas on the same rows, challenger − champion, with DeLong's paired normal interval. Where the models
 * order almost all rows alike, the interval bounds the pairs ordered worse and the pairs ordered better apart, so that an
 * identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
function pairedAreaUnderCurve(challenger            , champion            , level        )           {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  };
  const gain = normalInterval(gains, level);
  if (restsOnEnoughRows(gains)) return { ...gain, method: 'delong-paired' }
  const pairs = smallerClass(gains);
  const alike = [...Object.values(gains)].every(values => values.every(value => value === 0));
  const worse = alike ? 0 : shareOrderedWorse(challenger, champion);
  const better = alike ? 0 : shareOrderedWorse(champion, challenger);
  return {
    value: gain.value,
    n: gain.n,
    interval: [-chernoffHoeffding(worse, pairs, level)[1], chernoffHoeffding(better, pairs, level)[1]],
    method: 'chernoff-hoeffding-paired on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

function normalInterval(placements            , level        ) {
  const { value, standardError } = delong(placements);
  const reach = normal.isf((1 - level) / 2) * standardError;
  const n = placements.positives.length + placements.negatives.length;
  return { value, n, standardError, interval: [value - reach, value + reach]          }
}

const restsOnEnoughRows = ({ positives, negatives }            ) => isSpread(positives) && isSpread(negatives);

const smallerClass = ({ positives, negatives }            ) => Math.min(positives.length, negatives.length);

/** Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half. */
const auc = defineMetric({
  id: 'auc',
  title: 'AUC',
  aliases: ['roc-auc', 'auroc', 'roc-auc-score', 'auc-roc'],
  better: 'higher',
  range: [0, 1],
  estimate: areaUnderCurve,
  compare: pairedAreaUnderCurve,
});

/** Mean of recall and specificity. */
const balancedAccuracy = defineMetric({
  id: 'balanced-accuracy',
  title: 'Balanced accuracy',
  aliases: ['balanced-acc', 'bacc', 'balanced-accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn, tn } }, level) {
    // Recall and specificity rest on different rows, so they are independent: each end of both holds with √(1 − α/2).
    const each = 2 * Math.sqrt((1 + level) / 2) - 1;
    const recall = proportion(tp, tp + fn, each);
    const specificity = proportion(tn, tn + fp, each);
    const half = (a = 0, b = 0) => (a + b) / 2;
    return {
      value: half(tp / (tp + fn), tn / (tn + fp)),
      n: tp + fp + fn + tn,
      interval: [
        half(recall.interval?.[0], specificity.interval?.[0]),
        half(recall.interval?.[1], specificity.interval?.[1]),
      ],
      method: 'clopper-pearson of recall and specificity (Šidák)',
    }
  },
});

/**
 * Mean of row losses between 0 and `greatest`, with Student's interval; where fewer than ten rows differ from the rest the
 * variance says nothing, and the interval rests on the bounds alone.
 */
function meanLoss(losses              , greatest        , level        )           {
  const n = losses.length;
  const value = mean(losses);
  if (isSpread(losses)) return { value, n, ...student(losses, value, level), method: 'student-t' }
  const [lower, upper] = chernoffHoeffding(value / greatest, n, level);
  return {
    value,
    n,
    interval: [lower * greatest, upper * greatest],
    method: 'chernoff-hoeffding (fewer than 10 rows differ from the rest)',
  }
}

/** How much lower the challenger's mean loss is than the champion's, row by row; the fallback bounds gains and losses apart. */
function pairedMeanLoss(
  challenger              ,
  champion              ,
  greatest        ,
  level        ,
)           {
  const gains = differences(champion, challenger);
  const n = gains.length;
  const value = mean(gains);
  if (isSpread(gains)) return { value, n, ...student(gains, value, level), method: 'student-t-paired' }
  const gained = mean(gains.map(gain => Math.max(gain, 0))) / greatest;
  const lost = mean(gains.map(gain => Math.max(-gain, 0))) / greatest;
  return {
    value,
    n,
    interval: [-greatest * chernoffHoeffding(lost, n, level)[1], greatest * chernoffHoeffding(gained, n, level)[1]],
    method: 'chernoff-hoeffding-paired (fewer than 10 rows differ from the rest)',
  }
}

function student(values              , centre        , level        ) {
  const standardError = Math.sqrt(variance(values) / values.length);
  const reach = studentT(values.length - 1).isf((1 - level) / 2) * standardError;
  return { standardError, interval: [centre - reach, centre + reach]          }
}

/** The loss of every row: the positives', then the negatives'. */
function rowLosses(
  { positives, negatives }        ,
  ofPositive                           ,
  ofNegative                           ,
)               {
  const losses = new Float64Array(positives.length + negatives.length);
  losses.set(positives.map(ofPositive));
  losses.set(negatives.map(ofNegative), positives.length);
  return losses
}

/** Mean squared distance between the score and the true class, 0 or 1 (Brier 1950). */
const brier = defineMetric({
  id: 'brier',
  title: 'Brier score',
  aliases: ['brier-score', 'brier-score-loss', 'brier-loss'],
  better: 'lower',
  range: [0, 1],
  estimate: (model, level) => meanLoss(losses$1(model), 1, level),
  compare: (challenger, champion, level) => pairedMeanLoss(losses$1(challenger), losses$1(champion), 1, level),
});

const losses$1 = (model            ) =>
  rowLosses(
    model,
    score => (1 - score) ** 2,
    score => score ** 2,
  );

/** F1 as a function of J = TP / (TP + FP + FN), the share of true positives among all rows but true negatives. */
const ofJaccard = (j        ) => (2 * j) / (1 + j);

/** Harmonic mean of precision and recall. */
const f1 = defineMetric({
  id: 'f1',
  title: 'F1',
  aliases: ['f1-score', 'f-1', 'f-score', 'f-measure'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn } }, level) {
    const n = tp + fp + fn;
    const { lower, upper } = clopperPearson(tp, n, level);
    return {
      value: ofJaccard(tp / n),
      n,
      interval: [ofJaccard(lower), ofJaccard(upper)],
      method: 'clopper-pearson on J = TP/(TP+FP+FN) (given TP+FP+FN), as F1 = 2J/(1+J)',
    }
  },
});

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON);

/** Mean of −ln of the probability given to the true class, in nats. */
const logLoss = defineMetric({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  estimate: (model, level) => meanLoss(losses(model), GREATEST, level),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), GREATEST, level),
});

const losses = (model            ) => rowLosses(model, surprise, score => surprise(1 - score));

const surprise = (probability        ) => -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));

/** Share of the rows predicted positive that are positive. */
const precision = defineMetric({
  id: 'precision',
  title: 'Precision',
  aliases: ['ppv', 'positive-predictive-value', 'precision-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp } }, level) {
    if (tp + fp === 0) return { value: null, n: 0, gap: 'no row was predicted positive' }
    return proportion(tp, tp + fp, level, 'clopper-pearson (given the number of rows predicted positive)')
  },
});

/** Share of the positive rows that were predicted positive. */
const recall = defineMetric({
  id: 'recall',
  title: 'Recall',
  aliases: ['sensitivity', 'tpr', 'true-positive-rate', 'recall-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(tp, tp + fn, level),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
});

/** Share of the negative rows that were predicted negative. */
const specificity = defineMetric({
  id: 'specificity',
  title: 'Specificity',
  aliases: ['tnr', 'true-negative-rate'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(tn, tn + fp, level),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
});

var metrics = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy,
  auc: auc,
  balancedAccuracy: balancedAccuracy,
  brier: brier,
  f1: f1,
  logLoss: logLoss,
  precision: precision,
  recall: recall,
  specificity: specificity
});

const METRICS$2                    = Object.values(metrics);

/** Every metric of the model, of the champion on the same rows where there is one, and the differences. */
function groundsOf$1(model            , champion                        , level        )          {
  const estimates = (of            ) => new Map(METRICS$2.map(metric => [metric.id, metric.estimate(of, level)]));
  const comparable = METRICS$2.filter(isComparable);
  return {
    positives: model.positives.length,
    negatives: model.negatives.length,
    level,
    challenger: estimates(model),
    ...(champion ? { champion: estimates(champion) } : {}),
    gains: new Map(champion ? comparable.map(metric => [metric.id, metric.compare(model, champion, level)]) : []),
  }
}

/** Faults shown with their place; the others are only counted. */
const MOST_LOCATIONS = 5;

/** Faults of one kind: all of them counted by what is wrong, the first with their places. */
                         
                                                          
                                              
                                         
                                              
 

function collectFaults()         {
  const counts = new Map                ();
  const locations             = [];
  return {
    counts,
    locations,
    add(wrong, location) {
      counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
      if (locations.length < MOST_LOCATIONS) locations.push(location);
    },
  }
}

/** An inconclusive check for the faults, none where there are none; `expected` is what should hold, as a clause. */
function faultCheck(
  faults                                      ,
  rows        ,
  { id, title, expected, hint }                                                               ,
)          {
  const found = faults.counts.values().reduce((sum, count) => sum + count, 0);
  if (found === 0) return []
  const kinds = [...faults.counts].map(([wrong, count]) => `${formatCount(count)} ${wrong}`);
  return [
    {
      id,
      title,
      status: 'inconclusive',
      measured: { value: found, unit: 'rows', n: rows },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected ${expected} but found ${listed$1(kinds)}`,
      hint,
      locations: [...faults.locations],
    },
  ]
}

/** The champion's scores in the challenger's row order where both files hold the same rows; the checks say where not. */
                          
                                   
                                
 

/** Matches rows by id, whatever their order: both files must have every row, with the same label. */
function pairPredictions(challenger             , champion             )          {
  const { ids, labels, source } = challenger;
  const its = champion.source;
  const scores = new Float64Array(ids.length);
  const missing = collectFaults();
  const relabelled = collectFaults();
  for (const [row, id] of ids.entries()) {
    const twin = champion.rowOf.get(id);
    if (twin === undefined) {
      missing.add(`missing from ${its.file}`, place(challenger, row, 'id'));
      continue
    }
    scores[row] = champion.scores[twin] ?? Number.NaN;
    if (!sameClass(labels[row], champion.labels[twin], challenger.negative === champion.negative))
      relabelled.add(
        'labelled otherwise',
        place(challenger, row, 'label', `line ${champion.lines[twin]} of ${its.file}`),
      );
  }
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), ids.length, {
      id: 'champion.ids',
      title: "Challenger's and champion's rows are the same",
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(relabelled, ids.length, {
      id: 'champion.labels',
      title: "Challenger's and champion's labels are the same",
      expected: `every row to have the same class in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
  ];
  return checks.length > 0 ? { checks } : { checks: [paired(challenger, champion, scores)], scores }
}

const sameClass = (mine                    , its                    , sameNegative         ) =>
  mine === its && (mine === 1 || sameNegative);

function onlyInChampion(challenger             , champion             )         {
  const extra = collectFaults();
  for (const [row, id] of champion.ids.entries())
    if (!challenger.rowOf.has(id)) extra.add(`only in ${champion.source.file}`, place(champion, row, 'id'));
  return extra
}

const both = (a        , b        ) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locations: [...a.locations, ...b.locations],
});

/** A row by its line and id; an id is no secret. */
const place = ({ source, lines, ids }             , row        , column                , note         )           => ({
  file: source.file,
  line: lines[row] ?? 1,
  column: source[column],
  note: [`id ${ids[row]?.slice(0, 80)}`, ...(note === undefined ? [] : [note])].join(', '),
});

/** Scores that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired({ ids, scores, source }             , { source: its }             , matched              )        {
  const same = scores.every((score, row) => score === matched[row]);
  const check = {
    id: 'champion.rows-match',
    title: "Challenger's and champion's rows are the same",
    measured: { value: ids.length, unit: 'rows', n: ids.length },
    required: { comparator: '='         , value: ids.length, unit: 'rows' },
  };
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every score of ${source.file} equals the champion's: the model was compared with itself`,
        hint: `Check that 'predictions' and 'champion' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted(ids.length, 'row')} with the same ids and labels in ${source.file} and ${its.file}`,
      }
}

const METRICS$1                    = Object.values(metrics);

                    
                       
                            
                                                 
                                        
                                       
                                             
 

/** The gate's tables. */
function resultOf({ rows, threshold, model, grounds, answered }          )              {
  return {
    task: 'binary',
    n: rows,
    positives: model?.positives.length ?? null,
    threshold,
    confusion: model?.confusion ?? null,
    metrics: METRICS$1.flatMap(({ id, title, better }) => {
      const estimate = grounds?.challenger.get(id);
      const its = grounds?.champion?.get(id);
      if (!grounds || !estimate) return []
      return [{ id, title, better, ...shown$2(estimate, grounds.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: METRICS$1.flatMap(({ id, title }) => {
      const gain = grounds?.gains.get(id);
      return grounds && gain ? [{ id, title, ...shown$2(gain, grounds.level) }] : []
    }),
    claims: [...answered],
  }
}

const shown$2 = ({ value, n, interval, method, standardError }          , level        ) => ({
  value,
  n,
  ...(interval ? { interval: [...interval]                           , level } : {}),
  ...(method === undefined ? {} : { method }),
  ...(standardError === undefined ? {} : { standardError }),
});

/** Scores by true class, each in row order, so that two models on the same rows stand side by side. */
                         
                                  
                                  
 

/** Scores of the rows labelled 1 and of those labelled 0. */
const byClass = (labels            , scores              )         => ({
  positives: scores.filter((_, row) => labels[row] === 1),
  negatives: scores.filter((_, row) => labels[row] === 0),
});

/** What is asked of the predictions. */
                          
                            
                                           
                        
                                   
 

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
function certify$1(
  challenger                      ,
  champion                                  ,
  { threshold, level, claims }         ,
)                                               {
  const own = challenger.predictions;
  const pairing = own && champion?.predictions ? pairPredictions(own, champion.predictions) : undefined;
  const model = own && evaluate(byClass(own.labels, own.scores), threshold);
  const rival = own && pairing?.scores && evaluate(byClass(own.labels, pairing.scores), threshold);
  const grounds = model && groundsOf$1(model, rival, level);
  const { checks, answered } = checkClaims(claims, grounds);
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(champion ? unused(champion, claims) : []),
      ...checks,
    ],
    result: resultOf({ rows: challenger.rows, threshold, model, grounds, answered }),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }                      , claims                  )          {
  if (claims.some(claim => claim.kind === 'no-worse-than-champion')) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}

/** A piece of a claim. */
                        
                                                                   
                       
                                  
                         
 

const KINDS$1 = ['word', 'comparator', 'number', 'other'];                                            

const TOKEN$1 =
  /(?<word>[a-z][a-z0-9]*)|(?<comparator>[<>=!≤≥]+)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.]))|(?<other>[^\s<>=!≤≥]+)/giu;

/** The pieces of a claim, an `end` last; hyphens and underscores before a letter part words, as spaces do. */
function tokens(claim        )          {
  const found = [...claim.replace(/[-_](?=[a-z])/giu, ' ').matchAll(TOKEN$1)].map(({ 0: text, index, groups = {} }) => {
    const kind = KINDS$1.find(name => groups[name] !== undefined) ?? 'other';
    return { kind, text, column: index + 1 }
  });
  return [...found, { kind: 'end', text: '', column: claim.trimEnd().length + 1 }]
}

const EXAMPLES = 'Write a claim like "auc >= 0.80" or "auc no worse than champion by 0.01"';

/** A claim being read from left to right. */
                              
                                                                      
                             
               
                                      
                            
                                   
                          
                                   
                                                        
                                           
             
                                    
                                                         
                                                                                         
 

                             
                                    
                       
                                 
                                     
                        
 

function readClaim(claim        )              {
  const all = tokens(claim);
  const end        = { kind: 'end', text: '', column: claim.length + 1 };
  let position = 0;

  const peek = (ahead = 0) => all[position + ahead] ?? end;
  const take = () => {
    const token = peek();
    position++;
    return token
  };
  const has = (word        ) => {
    const found = peek().text.toLowerCase() === word;
    if (found) position++;
    return found
  };
  const error                       = (code, message, { token, meant, hint = EXAMPLES }) => {
    const place = `(claim "${claim}", column ${token.column})`;
    return new UserError(code, `${message} ${place}${meant === undefined ? '' : `: did you mean '${meant}'?`}`, {
      hint,
    })
  };
  const unexpected                            = (expected, meant) => {
    const token = peek();
    const found = token.kind === 'end' ? 'nothing' : `'${token.text}'`;
    const hint = HINTS[token.text.charAt(0)];
    return error('claims.syntax', `Expected ${expected} but found ${found}`, {
      token,
      meant,
      ...(hint ? { hint } : {}),
    })
  };
  return {
    peek,
    take,
    has,
    error,
    unexpected,
    word(word) {
      if (has(word)) return
      const close = peek().kind === 'word' && leven(peek().text.toLowerCase(), word) <= word.length / 2;
      throw unexpected(`'${word}'`, close ? word : undefined)
    },
    number(after) {
      if (peek().kind !== 'number') throw unexpected(`a number after '${after}'`)
      const token = take();
      return { value: Number(token.text), token }
    },
    end() {
      if (peek().kind !== 'end') throw unexpected('the claim to end')
    },
  }
}

const HINTS                         = {
  ',': 'Write decimals with a point, e.g. 0.80',
  '%': 'Give a proportion, e.g. 0.80 for 80 %',
};

const LONGEST$1 = 4;
const METRICS                    = Object.values(metrics);
const BY_NAME = new Map(METRICS.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])));

/** Takes the longest run of words that names a metric by its id or an alias. */
function metricName(reader             )                                      {
  const first = reader.peek();
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  const runs = wordRuns(reader);
  const run = runs.toReversed().find(words => BY_NAME.has(nameOf(words)));
  const metric = run && BY_NAME.get(nameOf(run));
  if (run && metric) {
    for (const _ of run) reader.take();
    return { metric, written: run.join(' ') }
  }
  const meant = runs
    .toReversed()
    .map(closestName)
    .find(name => name !== undefined);
  throw reader.error('claims.unknown-metric', `Unknown metric '${first.text}'`, {
    token: first,
    meant,
    hint: `Metrics: ${METRICS.map(({ id }) => id)
      .toSorted()
      .join(', ')}`,
  })
}

/** The next words: one, two, … at most `LONGEST` of them. */
function wordRuns(reader             )             {
  const runs             = [];
  while (runs.length < LONGEST$1 && reader.peek(runs.length).kind === 'word')
    runs.push([...(runs.at(-1) ?? []), reader.peek(runs.length).text]);
  return runs
}

const nameOf = (words                   ) => words.join('-').toLowerCase();

function closestName(words                   )                     {
  const name = nameOf(words);
  return closestMatch(name, [...BY_NAME.keys()], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })
}

const BOUNDS = new Map                       ([
  ['>=', 'floor'],
  ['≥', 'floor'],
  ['<=', 'ceiling'],
  ['≤', 'ceiling'],
]);

const MEANT = new Map([
  ['>', '>='],
  ['=>', '>='],
  ['<', '<='],
  ['=<', '<='],
  ['not', 'no'],
]);

/**
 * Reads one claim, in upper or lower case, words parted by spaces, hyphens or underscores:
 * `METRIC >= NUMBER`, `METRIC <= NUMBER`, `METRIC no worse than champion [by NUMBER]`.
 */
function parseClaim(text        )        {
  const reader = readClaim(text);
  const start = reader.peek();
  const { metric, written } = metricName(reader);
  const next = reader.peek().text;
  const kind = BOUNDS.get(next);
  if (kind) return bound(reader, text, metric, kind)
  if (reader.has('no')) return comparison(reader, text, metric, start)
  throw reader.unexpected(`'>=', '<=' or 'no worse than champion' after '${written}'`, MEANT.get(next.toLowerCase()))
}

function bound(reader             , text        , metric        , kind               )        {
  const { value, token } = reader.number(reader.take().text);
  reader.end();
  const [least, greatest] = metric.range;
  // A floor at the least value, or a ceiling at the greatest, holds for every model: it requires nothing.
  const possible = kind === 'floor' ? value > least && value <= greatest : value >= least && value < greatest;
  if (!possible) {
    const [from, to] = kind === 'floor' ? ['above', 'at most'] : ['at least', 'below'];
    throw outOfRange(reader, token, `a ${kind} ${from} ${least} and ${to} ${formatNumber(greatest)}`, value / 100)
  }
  return { kind, metric, value, text }
}

function comparison(reader             , text        , metric        , start       )                      {
  for (const word of ['worse', 'than', 'champion']) reader.word(word);
  const margin = reader.has('by') ? reader.number('by') : undefined;
  reader.end();
  if (!isComparable(metric))
    throw reader.error('claims.unsupported', `'${metric.id}' has no paired method to compare it with the champion's`, {
      token: start,
      hint: `These can be compared: ${COMPARABLE.join(', ')}`,
    })
  const kind = 'no-worse-than-champion';
  if (!margin) return { kind, metric, text }
  const greatest = metric.range[1];
  if (!(margin.value >= 0 && margin.value < greatest))
    throw outOfRange(
      reader,
      margin.token,
      `a margin of at least 0 and below ${formatNumber(greatest)}`,
      margin.value / 100,
    )
  return { kind, metric, margin: margin.value, text }
}

const COMPARABLE = Object.values(metrics)
  .filter(isComparable)
  .map(({ id }) => id)
  .toSorted();

const outOfRange = (reader             , token       , expected        , proportion        ) =>
  reader.error('claims.out-of-range', `Expected ${expected} but found ${token.text}`, {
    token,
    ...(proportion > 0.01 && proportion < 1 ? { hint: `Give a proportion, e.g. ${formatNumber(proportion)}` } : {}),
  });

/** Code of a cell without a class. */
const NO_CLASS = 255;

/** Classes that are told apart; those beyond count as one. A label column has two. */
const MOST_CLASSES = 255;

/** Class names as numbers below 256, in the order in which they first occurred. */
                             
                                   
                              
 

function classNames()             {
  const codes = new Map                ();
  const names           = [];
  return {
    names,
    codeOf(name) {
      const known = codes.get(name);
      if (known !== undefined) return known
      if (names.length === MOST_CLASSES) return MOST_CLASSES - 1
      codes.set(name, names.length);
      return names.push(name) - 1
    },
  }
}

/** More names than these are no classes: none is shown. */
const MOST_SHOWN = 10;

/** An inconclusive check unless the label column has two classes, the positive one among them. */
function classChecks(
  source                  ,
  rows                                                             ,
  names                   ,
)          {
  const { file, role, label, positive } = source;
  if (names.length === 0 || (names.length === 2 && names.includes(positive))) return []
  const check = {
    id: `${role}.classes`,
    title: `Two classes in ${file}`,
    status: 'inconclusive'         ,
    measured: { value: names.length, unit: 'classes', n: rows.codes.length },
    required: { comparator: '='         , value: 2, unit: 'classes' },
  };
  if (!names.includes(positive)) {
    const meant = closestMatch(positive, [...names], { maxDistance: positive.length / 2 });
    return [
      {
        ...check,
        reason: `Expected the positive class '${positive}' to occur in '${label}' but found ${shown$1(names)}`,
        hint: `Set 'positive' to the class that the score is the probability of${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
        locations: [{ file, column: label }],
      },
    ]
  }
  if (names.length === 1)
    return [
      {
        ...check,
        reason: `Expected two classes in '${label}' but every row is '${positive}'`,
        hint: 'Add labelled rows of the other class to the hold-out',
        locations: [{ file, column: label }],
      },
    ]
  return [
    {
      ...check,
      reason: `Expected two classes in '${label}' but found ${formatCount(names.length)}: ${shown$1(names)}`,
      hint: 'Correct the labels, or leave rows of no class out of the hold-out',
      locations: strangers(source, rows, names.indexOf(positive)),
    },
  ]
}

const shown$1 = (names                   ) =>
  names.length > MOST_SHOWN ? 'too many names to be classes' : listed$1(names.map(name => `'${name.slice(0, 40)}'`));

/** The first rows that are neither the positive class nor the most frequent of the others. */
function strangers(
  { file, label }                  ,
  { codes, lines }                                                             ,
  positive        ,
)             {
  const counts = new Uint32Array(256);
  for (const code of codes) if (code !== positive && code !== NO_CLASS) counts[code] = (counts[code] ?? 0) + 1;
  const negative = counts.indexOf(Math.max(...counts));
  const locations             = [];
  for (const [row, code] of codes.entries()) {
    if (code === positive || code === negative || code === NO_CLASS) continue
    locations.push({ file, line: lines[row] ?? 1, column: label, note: 'neither class' });
    if (locations.length === MOST_LOCATIONS) break
  }
  return locations
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;

/** The probability a cell holds, or what is wrong with it. */
function parseScore(cell        )                  {
  const text = cell.trim();
  if (text === '') return 'empty'
  if (NOT_FINITE.test(text)) return 'not finite'
  if (!DECIMAL.test(text)) return 'not a number'
  const score = Number(text);
  return score >= 0 && score <= 1 ? score : 'outside 0 to 1'
}

const ROLES = ['id', 'label', 'score'];         
                                  

/** Position of each column in the header. */
                                                    

/** Finds the three columns, or says which columns there are. */
function predictionColumns(source                  , header                   )                    {
  const missing         = [];
  for (const role of ROLES) {
    requireOwnColumn(source, role);
    const found = header.filter(name => name === source[role]).length;
    if (found > 1) throw ambiguous(source, role, found)
    if (found === 0) missing.push(role);
  }
  if (missing.length > 0) throw absent(source, missing, header)
  return { id: header.indexOf(source.id), label: header.indexOf(source.label), score: header.indexOf(source.score) }
}

/** A label that were the score too would make any model perfect. */
function requireOwnColumn(source                  , role      )       {
  const twin = ROLES.find(other => other !== role && source[other] === source[role]);
  if (twin)
    throw new UserError(
      'predictions.same-column',
      `Expected '${role}' and '${twin}' to be different columns but both are '${source[role]}'`,
      { hint: 'Name the columns that hold the id, the true class and the score' },
    )
}

const ambiguous = (source                  , role      , found        ) =>
  new UserError(
    'predictions.ambiguous-column',
    `Expected one column '${source[role]}' but found ${found} (${source.file}:1)`,
    { file: source.file, line: 1, hint: 'Give every column a name of its own' },
  );

function absent(source                  , missing                 , header                   )            {
  const names = missing.map(role => `'${source[role]}'`);
  const meant = missing
    .map(role => closestMatch(source[role], [...header], { maxDistance: Math.max(1, source[role].length / 3) }))
    .filter(name => name !== undefined);
  return new UserError(
    'predictions.missing-column',
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed$1(names)} but found ${listed$1(header)} (${source.file}:1)${
      meant.length > 0 ? `: did you mean ${listed$1(meant.map(name => `'${name}'`))}?` : ''
    }`,
    {
      file: source.file,
      line: 1,
      hint: `Set ${listed$1(missing.map(role => `'${role}' to the column that holds ${HOLDS[role]}`))}`,
    },
  )
}

const HOLDS                       = {
  id: "the row's id",
  label: 'the true class',
  score: 'the probability of the positive class',
};

/** What was wrong in each column. */
                                                                          

/** One inconclusive check per column with faults. */
function rowChecks(
  { file, role, id, label, score }                  ,
  rows        ,
  faults           ,
)          {
  return [
    ...faultCheck(faults.id, rows, {
      id: `${role}.id`,
      title: `Ids of ${file}`,
      expected: `every '${id}' to be there and to be unique`,
      hint: 'Give every row of the hold-out an id of its own',
    }),
    ...faultCheck(faults.label, rows, {
      id: `${role}.label`,
      title: `Labels of ${file}`,
      expected: `every '${label}' to be a class`,
      hint: 'Label these rows, or leave them out of the hold-out',
    }),
    ...faultCheck(faults.score, rows, {
      id: `${role}.score`,
      title: `Scores of ${file}`,
      expected: `every '${score}' to be a probability from 0 to 1`,
      hint: 'Write the probability of the positive class for every row, with a decimal point',
    }),
  ]
}

/** The check of a file without rows. */
const noRows = ({ file, role }                  )        => ({
  id: `${role}.rows`,
  title: `Rows of ${file}`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `Expected rows in ${file} but found none`,
  hint: 'Score the hold-out and write a row for each of its rows',
  locations: [{ file }],
});

/** The check of a file without faults. */
function sound({ source, ids, labels }             )        {
  const rows = ids.length;
  let positives = 0;
  for (const label of labels) positives += label;
  return {
    id: `${source.role}.rows`,
    title: `Rows of ${source.file}`,
    status: 'pass',
    measured: { value: rows, unit: 'rows' },
    required: { comparator: '>', value: 0, unit: 'rows' },
    reason: `${counted(rows, 'row')} with an id of their own, a class and a probability; ${counted(positives, 'row')} of class '${source.positive}'`,
  }
}

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
                                       
                                   
                       
                                   
                                    
 

/** Takes rows in file order, in batches, and keeps them by column. */
                                      
                                           
                                
 

/** Begins to read a file of predictions; throws a `UserError` where a column is missing. Faults of rows become checks. */
function collectPredictions(source                  , header                   )                      {
  const columns = predictionColumns(source, header);
  const { file } = source;
  const faulty = { id: collectFaults(), label: collectFaults(), score: collectFaults() };
  const classes = classNames();
  const rowOf = new Map                ();
  const ids           = [];
  let codes = new Uint8Array(1024);
  let lines = new Uint32Array(1024);
  let scores = new Float64Array(1024);

  return { add, finish }

  function add(rows                          )       {
    makeRoom(ids.length + rows.length);
    for (const { line, cells } of rows) {
      const row = ids.length;
      lines[row] = line;
      addId(cells[columns.id] ?? '', row, line);
      addLabel(cells[columns.label] ?? '', row, line);
      addScore(cells[columns.score] ?? '', row, line);
    }
  }

  function addId(id        , row        , line        )       {
    const before = rowOf.get(id);
    if (id.trim() === '') faulty.id.add('empty', { file, line, column: source.id, note: 'empty' });
    else if (before === undefined) rowOf.set(id, row);
    else faulty.id.add('repeated', { file, line, column: source.id, note: `the id of line ${lines[before]} again` });
    ids.push(id);
  }

  function addLabel(label        , row        , line        )       {
    const empty = label.trim() === '';
    if (empty) faulty.label.add('empty', { file, line, column: source.label, note: 'empty' });
    codes[row] = empty ? NO_CLASS : classes.codeOf(label);
  }

  function addScore(cell        , row        , line        )       {
    const score = parseScore(cell);
    if (typeof score === 'number') scores[row] = score;
    else faulty.score.add(score, { file, line, column: source.score, note: score });
  }

  function makeRoom(rows        )       {
    if (rows <= codes.length) return
    const size = Math.max(rows, 2 * codes.length);
    codes = new Uint8Array(codes.buffer.transfer(size));
    lines = new Uint32Array(lines.buffer.transfer(4 * size));
    scores = new Float64Array(scores.buffer.transfer(8 * size));
  }

  function finish()                       {
    const rows = ids.length;
    const kept = { codes: codes.subarray(0, rows), lines: lines.slice(0, rows), scores: scores.slice(0, rows) };
    const checks =
      rows === 0 ? [noRows(source)] : [...rowChecks(source, rows, faulty), ...classChecks(source, kept, classes.names)];
    if (checks.length > 0) return { source, rows, checks }
    const positive = classes.names.indexOf(source.positive);
    const labels = Uint8Array.from(kept.codes, code => (code === positive ? 1 : 0));
    const negative = classes.names.find(name => name !== source.positive) ?? '';
    const predictions = { source, ids, rowOf, labels, negative, scores: kept.scores, lines: kept.lines };
    return { source, rows, checks: [sound(predictions)], predictions }
  }
}

/** Decides by row-level predictions whether the model meets what is claimed of it. */
const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find({ certify: settings }, ports) {
    const { predictions, champion, threshold, level } = settings;
    if (predictions === undefined)
      throw new UserError(
        'settings.missing',
        "Expected 'certify.predictions' to be set (input predictions) but found nothing",
        {
          hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row",
        },
      )
    const claims = (settings.claims ?? []).map(parseClaim);
    const comparison = claims.find(claim => claim.kind === 'no-worse-than-champion');
    if (comparison && champion === undefined)
      throw new UserError(
        'settings.missing',
        `Expected 'certify.champion' to be set (input champion) for the claim "${comparison.text}" but found nothing`,
        {
          hint: 'Set it to the predictions of the model in production on the same rows, or drop the claim',
        },
      )
    const own = await read(ports, { ...columnsOf(settings), file: predictions, role: 'predictions' });
    const its =
      champion === undefined
        ? undefined
        : await read(ports, { ...columnsOf(settings), file: champion, role: 'champion' });
    return {
      materials: [own, its].flatMap(file => (file ? [file.material] : [])),
      ...certify$1(own.collected, its?.collected, { threshold, level, claims }),
    }
  },
};                                       

const columnsOf = ({ id, label, score, positive }                     ) => ({ id, label, score, positive });

/** Rows between two reports of progress. */
const REPORT = 100_000;

async function read({ tables, log }       , source                  ) {
  const table = await tables.open(source.file);
  const collector = collectPredictions(source, table.header);
  let rows = 0;
  for await (const batch of table.batches) {
    collector.add(batch);
    if (Math.floor(rows / REPORT) < Math.floor((rows + batch.length) / REPORT))
      log.progress(`${source.file}: ${rows + batch.length} rows`);
    rows += batch.length;
  }
  return { collected: collector.finish(), material: table.material(source.role) }
}

/** Waivers that the check lists. */
const SHOWN$5 = 10;

/** The check that stands for the policy's waivers: it warns of those that except nothing of what was found; none where there are none. */
function waiversCheck({ list, now }         , checks                  )          {
  if (list.length === 0) return []
  const applied = new Set(checks.flatMap(({ waivers }) => waivers ?? []));
  const idle = list.filter(waiver => !applied.has(waiver));
  const told = idle.slice(0, SHOWN$5).map(waiver => `${describeWaiver(waiver)} ${whyIdle(waiver, now)}`);
  const more = idle.length > SHOWN$5 ? ` and ${idle.length - SHOWN$5} more` : '';
  return [
    {
      id: 'waivers',
      title: 'Every waiver of the policy is needed and in force',
      status: idle.length > 0 ? 'warn' : 'pass',
      measured: { value: idle.length, unit: 'waivers', n: list.length },
      required: { comparator: '=', value: 0 },
      reason:
        idle.length > 0
          ? `Expected every waiver to except something but ${told.join('; ')}${more}`
          : `${list.length} ${list.length === 1 ? 'waiver' : 'waivers'}, each in force and applied`,
      ...(idle.length > 0 && {
        hint: 'Take it out of the policy, or have its owner renew it for what the file is now',
      }),
    },
  ]
}

/** `os.getcwd in 6f2c01ab34ef`, `CVE-2025-32434 in torch@2.5.1`. */
const describeWaiver = (waiver        )         =>
  `${waiver.name} in ${waiver.rule === 'vulnerabilities' ? waiver.package : contentOf(waiver).slice(0, 12)}`;

const whyIdle = (waiver        , now      ) =>
  now.getTime() >= waiverEnd(waiver).getTime() ? `expired on ${waiver.expires}` : 'matches nothing that was found';

/** What `work` makes of each item, in their order; as many as `ahead` are under way at once. */
async function* inOrder              (
  items                 ,
  ahead        ,
  work                                 ,
)                         {
  const open                    = [];
  let next = 0;
  while (next < items.length || open.length > 0) {
    for (const item of items.slice(next, next + ahead - open.length)) {
      next++;
      const result = work(item);
      // Whoever takes it hears of it; until then it is no unheard failure.
      result.catch(() => {});
      open.push(result);
    }
    const first = open.shift();
    if (first) yield await first;
  }
}

const Entry = strictObject({
  path: string().min(1).max(4096),
  rule: string().min(1),
  fingerprint: string().regex(/^[0-9a-f]{16}$/),
});

/** Credentials that were in a repository when it began to be scanned: to be mended still, but no reason to fail. */
const Baseline = strictObject({ schema: literal(`${NAMESPACE}secrets-baseline/v1`), secrets: array(Entry) });
                                               

/** Reads a baseline; throws a `UserError` for anything else. */
function readBaseline(path        , text        )           {
  const found = Baseline.safeParse(parseJson(text));
  if (found.success) return found.data
  const [issue] = found.error.issues;
  throw new UserError(
    'secrets.baseline',
    `Expected ${path} to be a baseline of credentials but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { file: path, hint: 'Write it again with `proofmark secrets-baseline`' },
  )
}

/** A baseline of all credentials that were found, as text: each once, sorted, so that a change of it is easily reviewed. */
function writeBaseline(secrets                        )         {
  const entries = new Map(
    secrets.map(({ path, rule, fingerprint }) => [`${path}\0${rule}\0${fingerprint}`, { path, rule, fingerprint }]),
  );
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ schema: `${NAMESPACE}secrets-baseline/v1`, secrets: sorted }                   , null, 2)}\n`
}

/** Whether the baseline has this credential in this file: the same one in another file is a new leak. */
const isInBaseline = (
  baseline          ,
  { path, fingerprint }                                           ,
)          => baseline.secrets.some(each => each.path === path && each.fingerprint === fingerprint);

/** What a pull request would change about the baseline once merged; none where nothing. */
function baselineChanges(path        , base                      , head                      )          {
  const added = (head?.secrets ?? []).filter(each => !base || !isInBaseline(base, each));
  if (added.length === 0) return []
  const places = [...new Set(added.map(each => each.path))].slice(0, 5).join(', ');
  return [
    {
      id: 'secrets-baseline.changed',
      title: 'The baseline of credentials would grow',
      status: 'warn',
      reason: `This pull request adds ${added.length} to ${path} (in ${places}); this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: see that each of them was there before, and is being revoked',
      locations: [{ file: path }],
    },
  ]
}

/** The check of a baseline that the settings name and that is not there. */
const missingBaseline = (path        )        => ({
  id: 'secrets-baseline',
  title: 'The baseline of credentials is there',
  status: 'inconclusive',
  reason: `Expected ${path}, which security.secrets.baseline names, but found none`,
  hint: 'Write it with `proofmark secrets-baseline`, from what this scan has found',
});

/** Holds baseline and waivers against what was found; what another tool has found in a line where we have too is told once. */
function judgeSecrets(
  found                        ,
  baseline                      ,
  waivers         ,
  digestOf                                      ,
)                 {
  const own = new Set(found.filter(({ tool }) => tool === undefined).map(placeOf));
  return found
    .filter(secret => secret.tool === undefined || secret.line === undefined || !own.has(placeOf(secret)))
    .map(secret => {
      const known = baseline && isInBaseline(baseline, secret) ? { known: true          } : {};
      const of = digestOf(secret.path);
      const match = of === undefined ? {} : matchWaiver(waivers, { rule: 'secrets', names: [secret.fingerprint], of });
      return 'waiver' in match
        ? { secret: { ...secret, ...known, waiver: match.waiver } }
        : { secret: { ...secret, ...known }, ...match }
    })
}

const placeOf = ({ path, line }             ) => `${path}\0${line}`;

/** Longest baseline that is read, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024;

/** What has been searched for credentials so far. */
                             
                               
                             
 

const startSecretScan = ()             => ({ found: [], searched: { texts: 0, models: 0 } });

/** Judges all that was found by baseline and waivers: one check per file, or one that stands for all. */
async function judgeSecretScan(
  scan            ,
  materials                     ,
  settings          ,
  ports       ,
  waivers         ,
)                                                                                                         {
  const baseline = await baselineOf(settings.security.secrets.baseline, ports);
  const digests = new Map(materials.map(({ name, digest }) => [name, digest.sha256]));
  const judged = judgeSecrets(scan.found, baseline.counts, waivers, path => digests.get(path));
  const checks = [...Map.groupBy(judged, ({ secret }) => secret.path)].map(([path, group]) => secretsCheck(path, group));
  const { texts, models } = scan.searched;
  if (judged.length === 0 && texts + models > 0) checks.push(noSecretsCheck(scan.searched));
  return {
    materials: baseline.materials,
    checks: [...checks, ...baseline.changes],
    secrets: judged.map(({ secret }) => secret),
  }
}

/** The baseline that counts: in a pull request the base branch's, as the policy does. */
async function baselineOf(
  path                    ,
  { files, base }       ,
)                                                                                     {
  if (path === undefined) return { counts: undefined, changes: [], materials: [] }
  if (!base && !(await files.exists(path)))
    return { counts: undefined, changes: [missingBaseline(path)], materials: [] }
  if (!base) {
    const counts = readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT }));
    const { sha256, bytes } = await files.digest(path);
    return { counts, changes: [], materials: [{ name: path, role: 'settings', digest: { sha256 }, bytes }] }
  }
  const text = await base.readText(path);
  const counts = text === undefined ? undefined : readBaseline(path, text);
  const exists = await files.exists(path);
  const head = exists ? readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT })) : undefined;
  return { counts, changes: baselineChanges(path, counts, head), materials: [] }
}

/** PyPI's names of packages that conda channels call otherwise, where they matter to models. */
const CONDA_NAMES                                   = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'py-xgboost': 'xgboost',
  'py-xgboost-cpu': 'xgboost',
  'py-xgboost-gpu': 'xgboost',
  'py-opencv': 'opencv-python',
  opencv: 'opencv-python',
  'matplotlib-base': 'matplotlib',
  'msgpack-python': 'msgpack',
  'ray-core': 'ray',
  'dask-core': 'dask',
  importlib_metadata: 'importlib-metadata',
};

/** What is asked of advisories about a requirement: its version, or any where it allows a range; undefined where no advisories are kept. */
function lookedUp({ ecosystem, name, version, range }             )                             {
  if (version === undefined && range === undefined) return undefined
  switch (ecosystem) {
    case 'PyPI':
      return { ecosystem, name, ...(version === undefined ? {} : { version: publicVersion(version) }) }
    case 'npm':
      return { ecosystem, name, ...(version === undefined ? {} : { version }) }
    case 'conda':
      return version === undefined
        ? undefined
        : { ecosystem: 'PyPI', name: CONDA_NAMES[name] ?? packageName(name), version: publicVersion(version) }
    default:
      return undefined
  }
}

/** One text per package and version. */
const keyOf$1 = ({ ecosystem, name, version = '' }                )         => `${ecosystem} ${name} ${version}`;

/** A fault in how a library loads files of some formats: dangerous where the artefact and the loader meet. */
                                 
                                 
                                    
                         
                                         
                        
                                                 
                                     
                                                   
                                                          
                       
                         
 

const TORCH = ['torch', 'torch-legacy', 'torchscript'];

/** Faults of loaders by the formats they concern; `fail` where loading the file itself can run code or read any file. */
const LOADER_ADVISORIES                            = [
  {
    ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6'],
    loader: 'torch',
    fixed: '2.6.0',
    formats: TORCH,
    status: 'fail',
    what: 'runs code from a checkpoint even with weights_only=True',
    source: 'https://github.com/pytorch/pytorch/security/advisories/GHSA-53q9-r3pm-6pq6',
  },
  {
    ids: ['CVE-2026-24747'],
    loader: 'torch',
    fixed: '2.10.0',
    formats: TORCH,
    status: 'fail',
    what: 'lets a checkpoint corrupt memory even with weights_only=True',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-24747',
  },
  {
    ids: ['CVE-2026-1462', 'GHSA-4f3f-g24h-fr8m'],
    loader: 'keras',
    fixed: '3.13.2',
    formats: ['keras'],
    status: 'fail',
    what: 'loads a foreign SavedModel that the file names, even in safe mode',
    source: 'https://github.com/advisories/GHSA-4f3f-g24h-fr8m',
  },
  {
    ids: ['CVE-2026-27489', 'CVE-2026-34446', 'CVE-2026-34447'],
    loader: 'onnx',
    fixed: '1.21.0',
    formats: ['onnx'],
    status: 'fail',
    what: 'reads files outside the folder of the model as external data',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-27489',
  },
  {
    // The way in is config.json beside the weights, not the weights: so it warns.
    ids: ['CVE-2026-4372'],
    loader: 'transformers',
    fixed: '5.3.0',
    formats: ['safetensors', 'gguf', ...TORCH],
    status: 'warn',
    what: 'runs code that the config.json beside the weights names, without trust_remote_code',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-4372',
  },
  {
    ids: ['CVE-2025-54412', 'CVE-2025-54413'],
    loader: 'skops',
    fixed: '0.12.0',
    formats: ['skops'],
    status: 'fail',
    what: 'calls methods and operators that it shows as another, trusted type',
    source: 'https://skops.readthedocs.io/en/stable/changes.html',
  },
];

/** A scanned file, and the ids of the formats it is, divided by `+`. */
                           
                       
                         
 

/** Files that a check lists. */
const SHOWN$4 = 10;

/** The check of a pinned loader that has a known fault in loading a file of the scan; none where the two do not meet. */
function loaderCheck(file        , requirement             , artefacts                     )                    {
  const loader = lookedUp(requirement);
  const { version } = loader ?? {};
  if (loader?.ecosystem !== 'PyPI' || version === undefined) return undefined
  const found = LOADER_ADVISORIES.filter(
    each => each.loader === loader.name && versionsOf.PyPI.compare(version, each.fixed) < 0,
  ).filter(({ formats }) => artefacts.some(artefact => isOneOf(artefact, formats)));
  const update = found
    .map(({ fixed }) => fixed)
    .toSorted(versionsOf.PyPI.compare)
    .at(-1);
  if (update === undefined) return undefined
  const met = artefacts.filter(artefact => found.some(({ formats }) => isOneOf(artefact, formats)));
  const faults = found.map(({ ids, what, fixed }) => `${what} (${ids.join(', ')}, fixed in ${fixed})`);
  const more = met.length > 1 ? ` and ${met.length - 1} more` : '';
  return {
    id: checkId('loader', `${file}:${loader.name}@${version}`),
    title: `${loader.name} ${printable(version)} in ${file} loads the scanned files safely`,
    status: found.some(({ status }) => status === 'fail') ? 'fail' : 'warn',
    measured: { value: printable(version), method: 'loader-advisories' },
    required: { comparator: '>=', value: update },
    reason:
      `Expected ${loader.name} ${update} or later to load ${met[0]?.path}${more} but ${file}:${requirement.line} pins ` +
      `${printable(version)}, which ${faults.join('; and ')}`,
    hint: `Update ${loader.name} to ${update} or later`,
    locations: [
      { file, line: requirement.line, note: printable(requirement.requirement) },
      ...met.slice(0, SHOWN$4).map(({ path }) => ({ file: path })),
    ],
  }
}

const isOneOf = ({ format }          , formats                   )          =>
  format.split('+').some(id => formats.includes(id));

/**
 * Whether a range allows a version that the advisory says is affected: one it lists, or a bound of its ranges. A range is no
 * version, so this is for information; advisories of PyPI list every release, those of npm give bounds only.
 */
function allowsAffected(record           , of                , range        )          {
  const { allows } = versionsOf[of.ecosystem];
  return partsAbout(record, of).some(({ versions: listed, ranges }) => {
    const bounds = (ranges ?? [])
      .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
      .flatMap(({ events }) => events.flatMap(({ introduced, last_affected: last }) => [introduced, last]));
    return [...(listed ?? []), ...bounds].some(version => version !== undefined && allows(range, version) === true)
  })
}

/** Whether it is no fault of a package but the package itself: OSV's ids of malicious packages begin with MAL-. */
const isMalicious = ({ ids }                            )          => ids.some(id => id.startsWith('MAL-'));

/** Whether it may stand for now: it is waived, or the base branch has it; a malicious package may not. */
const isExcused = (vulnerability                     )          =>
  !isMalicious(vulnerability) && (vulnerability.waiver !== undefined || vulnerability.onBase === true);

/** Holds the policy's waivers, and what stands on the base branch, against the vulnerabilities of one version of a package; a malicious package is critical whoever says otherwise. */
function judgeVulnerabilities(
  vulnerabilities                          ,
  { name, version }                                                     ,
  policy         ,
  isOnBase                                            = () => false,
)                        {
  return vulnerabilities
    .map((known)                      => {
      const each = { ...known, ...(isOnBase(known) && { onBase: true          }) };
      const match = matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of: `${name}@${version}` });
      if (!isMalicious(each)) return { ...each, ...match }
      const refused = 'waiver' in match ? { missed: 'no waiver holds for a malicious package' } : match;
      return { ...each, severity: 'critical', ...refused }
    })
    .toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)) || byRank(a, b))
}

/** What stands by the dependency files of the base, and by what is known of the versions they name. */
function standing(
  files                           ,
  knownOf                                                        ,
)           {
  const ids = new Set        ();
  const versions = new Set        ();
  for (const file of files) {
    if ('reported' in file) for (const each of file.reported) note(file.path, each, each.vulnerabilities);
    if (!('declared' in file)) continue
    for (const requirement of file.declared.requirements) {
      const { ecosystem, name, version } = requirement;
      if (ecosystem === undefined || version === undefined) continue
      versions.add(`${keyOf({ ecosystem, name })}@${version}`);
      note(file.path, { ecosystem, name }, knownOf(requirement));
    }
  }
  return {
    has: (file, found, vulnerability, isReported) =>
      vulnerability.ids.some(id => ids.has(`${file}\0${keyOf(found)}\0${id}`)) ||
      (isReported && versions.has(`${keyOf(found)}@${found.version}`)),
  }

  function note(file        , of                          , vulnerabilities                          )       {
    for (const id of vulnerabilities.flatMap(each => each.ids)) ids.add(`${file}\0${keyOf(of)}\0${id}`);
  }
}

const keyOf = ({ ecosystem, name }                          ) =>
  `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`;

/** The first version in which all vulnerabilities are mended; undefined where one has no fix, or the ecosystem's order is not known. */
function updateOf(ecosystem        , vulnerabilities                          )                     {
  const fixes = vulnerabilities.map(({ fixed }) => fixed);
  const known = fixes.filter(fixed => fixed !== undefined);
  if (known.length < fixes.length || (ecosystem !== 'PyPI' && ecosystem !== 'npm')) return undefined
  return known.toSorted(versionsOf[ecosystem].compare).at(-1)
}

/** Dependencies that a check lists; the result has them all. */
const SHOWN$3 = 10;

/**
 * The check of one file that declares dependencies: each should name exactly one version. `vulnerable` has, by the name of a
 * dependency without one, the known vulnerabilities of versions it allows.
 */
function dependenciesCheck(
  path        ,
  { requirements, includes }          ,
  vulnerable                                         = new Map(),
)        {
  const open = requirements.filter(({ pinned }) => !pinned);
  const named = includes.filter(({ constraint }) => !constraint).map(include => printable(include.path));
  const further = named.length > 0 ? `; what ${named.join(', ')} declares is judged by its own check` : '';
  const names = [...new Set(open.map(({ name }) => printable(name)))];
  const allowed = [...vulnerable]
    .filter(([name]) => open.some(each => each.name === name))
    .map(([name, ids]) => `${printable(name)} (${printable(ids.slice(0, 3).join(', '))}${ids.length > 3 ? ', …' : ''})`);
  const known = allowed.length > 0 ? `; vulnerable versions are allowed of ${listed(allowed)}` : '';
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: open.length > 0 ? 'warn' : 'pass',
    measured: { value: open.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason:
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed(names)}${known}${further}`
        : `All ${requirements.length} dependencies have an exact version${further}`,
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      open.length > 0
        ? open.slice(0, SHOWN$3).map(({ line, requirement }) => ({ file: path, line, note: requirement }))
        : [{ file: path }],
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
function unreadDependenciesCheck(path        , { message, hint, line, file = path }           )        {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

const listed = (names                   ) =>
  names.length > SHOWN$3 ? `${names.slice(0, SHOWN$3).join(', ')} and ${names.length - SHOWN$3} more` : names.join(', ');

/** Vulnerabilities that a check lists; the result has them all. */
const SHOWN$2 = 5;

/** The check of one version of a package that has known vulnerabilities: it fails where one is critical or high. */
function vulnerablePackageCheck(found                   )        {
  const { file, line, source, vulnerabilities, byConda } = found;
  const [name, version] = [printable(found.name), printable(found.version)];
  const worst = worstSeverity(vulnerabilities.map(({ severity }) => severity));
  const waivers = vulnerabilities.flatMap(({ waiver }) => waiver ?? []);
  const missed = [...new Set(vulnerabilities.flatMap(each => each.missed ?? []))];
  const listed = vulnerabilities.slice(0, SHOWN$2).map(described).join('; ');
  const more = vulnerabilities.length > SHOWN$2 ? ` and ${vulnerabilities.length - SHOWN$2} more` : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return {
    id: checkId('vulnerabilities', `${file}:${found.ecosystem}:${name}@${version}`),
    title: `${name} ${version} in ${file} has no known vulnerability`,
    status: statusOf(found),
    measured: { value: vulnerabilities.length, unit: 'vulnerabilities', method: source },
    required: { comparator: '=', value: 0 },
    reason:
      `Expected no known vulnerability of ${name} ${version} but found ${vulnerabilities.length}, ` +
      `${worst === 'unknown' ? 'of unknown severity' : `the worst ${worst}`}: ${listed}${more} (${place}, told by ${source})` +
      (byConda ? '; matched by the name that PyPI gives it, which conda need not share' : '') +
      missed.map(why => `; ${why}`).join(''),
    hint: hintFor(found, name),
    locations: locationsOf(found),
    ...(waivers.length > 0 && { waivers: [...new Set(waivers)] }),
  }
}

function described({ ids, severity, fixed, waiver, onBase }                     )         {
  const facts = [
    severity === 'unknown' ? 'severity unknown' : severity,
    fixed === undefined ? 'no fixed version known' : `fixed in ${printable(fixed)}`,
    ...(onBase ? ['on the base branch already'] : []),
    ...(waiver ? [`waived until ${waiver.expires} by ${waiver.owner}`] : []),
  ];
  return `${printable(ids.slice(0, 3).join(', '))} (${facts.join(', ')})`
}

/** The requirement, for all that nothing excepts; and for each that a waiver does. */
function locationsOf({ file, line, requirement, vulnerabilities }                   )             {
  const place = { file, ...(line === undefined ? {} : { line }) };
  const waivers = [...new Set(vulnerabilities.flatMap(({ waiver }) => waiver ?? []))];
  const isOpen = vulnerabilities.some(({ waiver }) => !waiver);
  return [
    ...(isOpen ? [{ ...place, note: printable(requirement) }] : []),
    ...waivers.map((each, waiver) => ({ ...place, note: printable(`${each.name} of ${requirement}`), waiver })),
  ]
}

/** A match by conda's name may be another package, so it only warns. */
function statusOf({ vulnerabilities, byConda }                   )         {
  const fails = vulnerabilities.some(
    each => !isExcused(each) && (each.severity === 'critical' || each.severity === 'high'),
  );
  return fails && !byConda ? 'fail' : 'warn'
}

function hintFor({ vulnerabilities, update }                   , name        )         {
  if (vulnerabilities.some(isMalicious))
    return `Remove ${name} at once, and treat what installed it, and the secrets it could read, as disclosed`
  if (update !== undefined) return `Update ${name} to ${printable(update)} or later`
  return `Replace ${name}, or waive it with a reason until it is mended`
}

/** The check that stands for all packages of which no vulnerability is known. */
function noVulnerabilitiesCheck(packages        , source        )        {
  return {
    id: 'vulnerabilities',
    title: 'The dependencies have no known vulnerability',
    ...noneKnown(packages, source, 'Expected dependencies with an exact version to look up but found none'),
    ...(packages === 0
      ? { hint: "Add a lock file to the scanned paths, or set 'security.vulnerabilities' to off" }
      : {}),
  }
}

/** The check of another tool's report that tells of no vulnerability; one that names no package may have looked at none. */
function cleanReportCheck(path        , tool        , packages        )        {
  return {
    id: checkId('vulnerabilities', path),
    title: `${path} reports no known vulnerability`,
    ...noneKnown(packages, tool, `Expected ${path} to name the packages that ${tool} has looked at but it names none`),
    ...(packages === 0 ? { hint: 'Let it list every package (osv-scanner --all-packages), or remove the report' } : {}),
    locations: [{ file: path }],
  }
}

const noneKnown = (packages        , source        , otherwise        )                              => ({
  status: packages === 0 ? 'inconclusive' : 'pass',
  measured: { value: 0, unit: 'vulnerabilities', method: source, n: packages },
  required: { comparator: '=', value: 0 },
  reason:
    packages === 0
      ? otherwise
      : `No vulnerability known of ${packages} ${packages === 1 ? 'package' : 'packages'} (${source})`,
});

/** The check that stands for packages that nobody could be asked about. */
function unaskedCheck(id        , reason        , hint                    )        {
  return {
    id: checkId('vulnerabilities', id),
    title: 'The dependencies have no known vulnerability',
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The check that says that nobody could tell what the base branch has, so that everything counts as new. */
const unreadBaseCheck = (reason        , hint                    )        => ({
  id: 'vulnerabilities.base',
  title: 'What the base branch has is known',
  status: 'warn',
  reason: `${reason}; so every vulnerability counts as new`,
  ...(hint === undefined ? {} : { hint }),
});

/** Requirements with the versions that pip's constraint files settle: those without an exact version of their own. */
function constrain(requirements                        , constraints                        )                {
  const settled = new Map                ();
  for (const { ecosystem, name, version, pinned } of constraints)
    if (ecosystem === 'PyPI' && pinned && version !== undefined) settled.set(name, version);
  return requirements.map(requirement => {
    const { ecosystem, name, pinned, range, ...rest } = requirement;
    const version = pinned || ecosystem !== 'PyPI' || range === undefined ? undefined : settled.get(name);
    return version === undefined ? requirement : { ...rest, ecosystem: 'PyPI', name, version, pinned: true }
  })
}

/** A path that a file names, seen from the root: `reqs/base.txt` for `base.txt` in `reqs/all.txt`; undefined where it is no path inside the root. */
function resolveInclude(from        , path        )                     {
  if (/^[a-z][\w+.-]*:\/\/|^[/\\]|^[A-Za-z]:[/\\]|[$\0]/.test(path)) return undefined
  const steps = from.split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

/** Longest included file that is read, in bytes, and how many of them. */
const MAX_TEXT = 5 * 1024 * 1024;
const MAX_FILES = 200;

                           
                                                               
                                  
                                                    
                                
 

/** Reads what requirements files include (`-r`) and applies the versions that constraint files (`-c`) settle. */
async function followIncludes(
  scanned                           ,
  files                                    ,
)                    {
  const found = new Map                        (scanned.map(file => [file.path, file]));
  const texts = new Map                        ();
  const inherited = new Map                                ();
  const materials             = [];
  for (const [path, file] of found) {
    if (!('declared' in file)) continue
    const { requirements, includes } = file.declared;
    const settled = [...(inherited.get(path) ?? []), ...(await constraintsOf(path, includes))];
    found.set(path, { path, declared: { requirements: constrain(requirements, settled), includes } });
    for (const include of includes.filter(({ constraint }) => !constraint)) {
      const included = await read(path, include);
      if (found.has(included.path)) continue
      found.set(included.path, included);
      inherited.set(included.path, settled);
    }
  }
  return { files: [...found.values()], materials }

  /** What a file's constraints settle, and theirs. One that cannot be read is told of, and settles nothing. */
  async function constraintsOf(path        , includes                    )                         {
    const settled                = [];
    const open = includes.filter(({ constraint }) => constraint).map(include => ({ from: path, include }));
    const seen = new Set        ();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { from, include } = next;
      const file = await read(from, include);
      if (seen.has(file.path)) continue
      seen.add(file.path);
      if ('fault' in file) found.set(file.path, file);
      if (!('declared' in file)) continue
      settled.push(...file.declared.requirements);
      open.push(...file.declared.includes.map(each => ({ from: file.path, include: each })));
    }
    return settled
  }

  async function read(from        , include         )                          {
    const path = resolveInclude(from, include.path);
    if (path === undefined) return { path: include.path, fault: elsewhere(from, include) }
    const known = found.get(path) ?? texts.get(path);
    if (known) return known
    if (texts.size >= MAX_FILES) return { path, fault: tooMany(from, include) }
    const file = await readFile(path, from, include);
    texts.set(path, file);
    return file
  }

  async function readFile(path        , from        , { line }         )                          {
    try {
      const text = await files.readText(path, { maxBytes: MAX_TEXT });
      const { sha256, bytes } = await files.digest(path);
      materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
      return readIncluded(path, text)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { code, message, hint, kind } = error;
      const details = { file: from, line, kind, ...(hint === undefined ? {} : { hint }) };
      return { path, fault: new UserError(code, `${message} (included by ${from}:${line})`, details) }
    }
  }
}

const elsewhere = (from        , { path, line }         ) =>
  new UserError('dependencies.include', `Expected a file of the repository but ${from}:${line} includes ${path}`, {
    file: from,
    line,
    hint: 'Keep a copy of it in the repository, and include that',
  });

const tooMany = (from        , { path, line }         ) =>
  new UserError(
    'dependencies.include',
    `Expected at most ${MAX_FILES} included files but ${from}:${line} includes ${path} too`,
    {
      file: from,
      line,
      hint: 'Install from one lock file',
    },
  );

/** Largest archive that is read, in bytes: what fits in one piece of memory. */
const MAX_ARCHIVE = 2 ** 31 - 1;
/** Packages that are looked up: several times what the largest project installs. */
const MAX_PACKAGES = 50_000;

                           
                                             
                         
                                 
                                
                                                                                                           
                                                                
                                                            
 

/** Asks once for every package that any of the requirements names, where the settings say. Throws a `UserError` where nobody answers. */
async function lookUpVulnerabilities(
  requirements                        ,
  { security }          ,
  { files, advisories: port }                                     ,
)                    {
  const asked = new Map                        ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (of) asked.set(keyOf$1(of), of);
  }
  const packages = [...asked.values()];
  if (packages.length > MAX_PACKAGES)
    throw new UserError(
      'osv.too-many',
      `Expected at most ${MAX_PACKAGES} packages to look up but found ${packages.length}`,
      {
        hint: 'Scan the lock files of one project at a time',
      },
    )
  const materials             = [];
  const archives               = [];
  if (security.vulnerabilities !== 'api') {
    for (const path of await archivesAt(security.vulnerabilities)) {
      archives.push(await files.read(path, { maxBytes: MAX_ARCHIVE }));
      const { sha256, bytes } = await files.digest(path);
      materials.push({ name: path, role: 'settings', digest: { sha256 }, bytes });
    }
  }
  const source = security.vulnerabilities === 'api' ? { url: security['osv-url'] } : { archives };
  const found = packages.length === 0 ? [] : await port.find(packages, source);
  const advisories = new Map                              ();
  const missing = new Set                             ();
  for (const [i, of] of packages.entries()) {
    const records = found[i];
    if (records) advisories.set(keyOf$1(of), records);
    else missing.add(of.ecosystem);
  }
  return { source: 'url' in source ? 'OSV' : 'OSV archive', materials, advisories, missing }

  async function archivesAt(path        )                    {
    const paths = (await files.list([path])).filter(each => each === path || each.endsWith('.zip'));
    if (paths.length > 0) return paths
    throw new UserError('osv.archive', `Expected OSV's all.zip under ${path} but found none`, {
      hint: 'Download the all.zip of each ecosystem from OSV, PyPI and npm for instance, or look up with: api',
    })
  }
}

/** The same files as they stand on the base branch, and what they include; those that it does not have are left out. */
async function readBaseDependencies(
  files                           ,
  base           ,
)                            {
  const found                   = [];
  for (const { path } of files) {
    const text = await base.readText(path);
    const file = text === undefined ? undefined : readDependencyFile(path, text);
    if (file) found.push(file);
  }
  return (await followIncludes(found, { readText, digest })).files

  async function readText(path        )                  {
    const text = await base.readText(path);
    if (text !== undefined) return text
    throw new UserError('file.missing', `Expected ${path} on the base branch but found none`, { file: path })
  }
}

/** What is read of the base is no material: the evidence is about the files as they are. */
const digest = async () => ({ sha256: '', bytes: 0 });

/** Names of vulnerabilities that the result keeps of one range. */
const SHOWN$1 = 10;

/** Judges the files that say something about dependencies: exact versions, known vulnerabilities, loaders unfit for the scanned files. */
async function scanDependencies(
  scanned                           ,
  artefacts                     ,
  settings          ,
  ports                                                      ,
  waivers         ,
)                   {
  const { files, materials } = await followIncludes(scanned, ports.files);
  const declared = files.filter(file => 'declared' in file);
  const scan          = {
    materials,
    checks: [],
    result: { dependencies: [], ...packagesIn(files), vulnerabilities: [] },
  };
  const requirements = requirementsOf(declared);
  const base = await baseOf(scanned, scan, settings, ports);
  const known = await lookUp(requirements, requirementsOf(base), scan, settings, ports);
  const stands = standing(base, each => vulnerabilitiesOf$1(each, known));

  for (const file of files) {
    if ('fault' in file) scan.checks.push(unreadDependenciesCheck(file.path, file.fault));
    if ('reported' in file) judgeReport(file, scan, waivers, stands);
    if (!('declared' in file)) continue
    const allowed = allowedIn(file.declared.requirements, known);
    scan.checks.push(dependenciesCheck(file.path, file.declared, allowed));
    for (const each of file.declared.requirements) {
      const { name, line, requirement, pinned } = each;
      const allows = allowed.get(name)?.slice(0, SHOWN$1);
      if (!pinned)
        scan.result.dependencies.push({ file: file.path, name, line, requirement, ...(allows ? { allows } : {}) });
      const loader = loaderCheck(file.path, each, artefacts);
      if (loader && isNew(loader, scan)) scan.checks.push(loader);
      const vulnerable = vulnerableAs(file.path, each, known, waivers, stands);
      if (vulnerable) tell(vulnerable, scan);
    }
  }
  return scan
}

/** Every version of a package that is named, once. */
function packagesIn(files                           )                                   {
  const packages = new Map                                                         ();
  for (const file of files)
    for (const { ecosystem, name, version, line } of 'declared' in file ? file.declared.requirements : []) {
      const key = `${ecosystem} ${name}@${version}`;
      if (ecosystem === undefined || version === undefined || packages.has(key)) continue
      packages.set(key, { file: file.path, line, ecosystem, name, version });
    }
  return packages.size === 0 ? {} : { packages: [...packages.values()].slice(0, MAX_PACKAGES$1) }
}

const requirementsOf = (files                           )                =>
  files.flatMap(file => ('declared' in file ? file.declared.requirements : []));

/** The dependency files of the base branch, in so far as it matters what is known of them there. */
async function baseOf(
  scanned                           ,
  scan         ,
  { policy, security }          ,
  { base }                     ,
)                            {
  const isAsked = security.vulnerabilities !== 'off' || scanned.some(file => 'reported' in file);
  if (!base || !isAsked || policy['known-vulnerabilities'] === 'all') return []
  try {
    return await readBaseDependencies(scanned, base)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadBaseCheck(error.message, error.hint));
    return []
  }
}

async function lookUp(
  requirements                        ,
  ofBase                        ,
  scan         ,
  settings          ,
  ports                                             ,
)                                {
  if (settings.security.vulnerabilities === 'off') return undefined
  ports.log.progress('Looking up known vulnerabilities');
  try {
    const known = await lookUpVulnerabilities([...requirements, ...ofBase], settings, ports);
    scan.materials.push(...known.materials);
    const asked = new Set(requirements.flatMap(each => lookedUp(each)?.ecosystem ?? []));
    const missing = [...known.missing].filter(ecosystem => asked.has(ecosystem));
    for (const ecosystem of missing)
      scan.checks.push(
        unaskedCheck(
          ecosystem,
          `Expected advisories of ${ecosystem} in ${settings.security.vulnerabilities} but found none of that ecosystem`,
          `Add the all.zip of ${ecosystem} from OSV`,
        ),
      );
    const versions = requirements.filter(({ version }) => version !== undefined);
    const looked = new Set(versions.flatMap(each => lookedUp(each) ?? []).map(keyOf$1));
    const answered = [...looked].filter(key => known.advisories.has(key));
    if (looked.size === 0 || (missing.length === 0 && answered.every(key => known.advisories.get(key)?.length === 0)))
      scan.checks.push(noVulnerabilitiesCheck(looked.size, known.source));
    return known
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unaskedCheck('lookup', error.message, error.hint));
    return undefined
  }
}

function vulnerableAs(
  file        ,
  requirement             ,
  known                      ,
  waivers         ,
  stands          ,
)                                {
  const of = lookedUp(requirement);
  const { ecosystem, version, name, line } = requirement;
  if (!known || !of || version === undefined || ecosystem === undefined) return undefined
  const vulnerabilities = vulnerabilitiesOf$1(requirement, known);
  if (vulnerabilities.length === 0) return undefined
  const update = updateOf(of.ecosystem, vulnerabilities);
  return {
    file,
    line,
    requirement: requirement.requirement,
    ecosystem,
    name,
    version,
    source: known.source,
    byConda: ecosystem === 'conda',
    vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
      stands.has(file, { ecosystem, name, version }, each, false),
    ),
    ...(update === undefined ? {} : { update }),
  }
}

function vulnerabilitiesOf$1(requirement             , known                      )                  {
  const of = lookedUp(requirement);
  return known && of ? mergeAliases(known.advisories.get(keyOf$1(of)) ?? [], of) : []
}

/** By name, the vulnerabilities of versions that a range allows. */
function allowedIn(requirements                        , known                      )                        {
  const allowed = new Map                  ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (!known || !of || of.version !== undefined || each.range === undefined) continue
    const { range } = each;
    const records = (known.advisories.get(keyOf$1(of)) ?? []).filter(record => allowsAffected(record, of, range));
    if (records.length > 0)
      allowed.set(
        each.name,
        mergeAliases(records, of).flatMap(({ ids }) => ids.slice(0, 1)),
      );
  }
  return allowed
}

function judgeReport(
  { path, tool, reported }                                           ,
  scan         ,
  waivers         ,
  stands          ,
)       {
  const vulnerable = reported.filter(({ vulnerabilities }) => vulnerabilities.length > 0);
  if (vulnerable.length === 0) scan.checks.push(cleanReportCheck(path, tool, reported.length));
  for (const { ecosystem, name, version, vulnerabilities } of vulnerable) {
    const update = updateOf(ecosystem, vulnerabilities);
    const requirement = `${name} ${version}`;
    const found = {
      file: path,
      requirement,
      ecosystem,
      name,
      version,
      source: tool,
      byConda: ecosystem === 'conda',
      vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
        stands.has(path, { ecosystem, name, version }, each, true),
      ),
    };
    tell(update === undefined ? found : { ...found, update }, scan);
  }
}

function tell(found                   , scan         )       {
  const check = vulnerablePackageCheck(found);
  if (!isNew(check, scan)) return
  const { byConda, requirement, vulnerabilities, ...place } = found;
  scan.checks.push(check);
  scan.result.vulnerabilities.push({
    ...place,
    vulnerabilities: vulnerabilities.map(({ ids, missed: _, ...rest }) => ({ ids: [...ids], ...rest })),
  });
}

/** One version may stand in a file twice, under different markers. */
const isNew = ({ id }       , { checks }         )          => checks.every(check => check.id !== id);

/** What one file may take, by the settings. */
const scanLimits = ({ security }          )             => ({
  seconds: security['max-seconds'],
  memory: security['max-memory'],
  depth: security['max-depth'],
  ratio: security['max-ratio'],
});

/** What the contract says of a file's columns, by their name in it: the table the file is named after, else every table of the contract together. */
function contractColumns(contract                          , file        )                                {
  const tables = contract?.tables ?? [];
  const full = file.split('/').at(-1) ?? file;
  const stem = full.replace(/\.[^.]+$/, '');
  const own = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  );
  const columns = new Map                  ();
  for (const { object } of own.length === 1 ? own : tables)
    for (const property of object.properties ?? [])
      for (const name of [property.name, property.physicalName])
        if (name !== undefined && prefer(property, columns.get(name))) columns.set(name, property);
  return columns
}

/** Of two tables' columns of one name, the one that is classified. */
const prefer = (property          , known                      )          =>
  known === undefined || (isSensitive(property) && !isSensitive(known));

/** Rows of raw values that a check places. */
const SHOWN = 10;

                             
                                 
                                                                   
                                                    
 

/** Whether a column that the contract declares pseudonymised holds what its method makes, and no raw value. `index` is its place in a row, undefined where the table does not have it. */
function tallyTokens(file        , column        , method             , index                    )             {
  let cells = 0;
  let raw = 0;
  const lines           = [];
  return {
    add(rows) {
      if (index === undefined || !method.holds) return
      for (const { line, cells: row } of rows) {
        const cell = row[index] ?? '';
        if (cell === '') continue
        cells++;
        if (method.holds(cell)) continue
        raw++;
        if (lines.length < SHOWN) lines.push(line);
      }
    },
    finish(manifest) {
      const said = manifest?.columns.some(({ name, method: id }) => name === column && id === method.id);
      const verdict = judge(said ?? false);
      return {
        id: checkId('tokens', `${file}.${column}`),
        title: `${column} of ${file} is pseudonymised (${method.id})`,
        ...verdict,
        measured: { value: raw, unit: 'cells', method: method.id, n: cells },
        locations: lines.length > 0 ? lines.map(line => ({ file, line, column })) : [{ file, column }],
      }
    },
  }

  function judge(said         )                                            {
    const hint = 'Write the table with proofmark tokenize, by this contract';
    if (method.id === 'drop')
      return index === undefined
        ? { status: 'pass', reason: `${column} is left out, as the contract has it` }
        : { status: 'fail', reason: `Expected ${file} to leave out ${column} but found it`, hint }
    if (!method.holds)
      return said
        ? {
            status: 'warn',
            reason: `Nothing tells the values of ${column} from raw ones; the manifest beside this very table says that ${method.id} made them`,
          }
        : {
            status: 'inconclusive',
            reason: `Expected a manifest beside ${file} that says it was made by ${method.id}, as nothing in the values of ${column} does, but found none for this table`,
            hint,
          }
    if (raw > 0)
      return {
        status: 'fail',
        reason: `Expected ${column} to hold what ${method.id} makes but ${formatCount(raw)} of ${counted(cells, 'cell')} hold something else (${file}:${lines[0]})`,
        hint,
      }
    if (cells === 0)
      return { status: 'inconclusive', reason: `Expected values in ${column} but all of its cells are empty`, hint }
    return { status: 'pass', reason: `All ${counted(cells, 'cell')} of ${column} hold what ${method.id} makes` }
  }
}

/** What is asked of a table that people could be told apart in. */
                                
                                              
                                               
                       
                                                                                                      
                                   
 

/** k-anonymity and distinct l-diversity of a table that was grouped by its quasi-identifiers. */
function anonymity(
  file        ,
  grouping          ,
  sensitive                   ,
  { quasiIdentifiers, minK, minL }               ,
)                                          {
  const groups = grouping.finish();
  const by = listed$1(quasiIdentifiers);
  const title = `At least ${minK} rows of ${file} share each combination of ${by}`;
  const id = checkId('k-anonymity', file);
  const required = { comparator: '>=', value: minK };         
  if (!groups || groups.length === 0) {
    const reason = groups
      ? `Expected rows in ${file} but found none`
      : `Expected at most 1 000 000 combinations of ${by} in ${file} but found more`;
    const hint = groups
      ? 'Check the step that writes it'
      : 'Generalise the quasi-identifiers, or leave identifiers out of them';
    return { checks: [{ id, title, status: 'inconclusive', required, reason, hint, locations: [{ file }] }] }
  }
  const below = groups.filter(({ size }) => size < minK);
  const rowsBelow = below.reduce((sum, { size }) => sum + size, 0);
  const rows = groups.reduce((sum, { size }) => sum + size, 0);
  const k = groups.reduce((least, { size }) => Math.min(least, size), rows);
  const diversity = sensitive.map((column, i) => ({
    column,
    l: groups.reduce((least, { values }) => Math.min(least, values[i]?.size ?? 0), rows),
  }));
  const met = below.length === 0;
  const check        = {
    id,
    title,
    status: met ? 'pass' : 'fail',
    measured: { value: k, unit: 'rows', method: 'k-anonymity', n: rows },
    required,
    reason: met
      ? `The smallest of ${counted(groups.length, 'group')} has ${counted(k, 'row')}`
      : `Expected at least ${minK} rows in every group but ${counted(below.length, 'group')} of ${groups.length} have fewer, ${counted(rowsBelow, 'row')} in all; the smallest has ${k}`,
    ...(met ? {} : { hint: `Generalise ${by} (proofmark tokenize: generalise), or suppress the rare rows` }),
    locations: [{ file }],
  };
  const result = {
    quasiIdentifiers: [...quasiIdentifiers],
    k,
    groups: groups.length,
    groupsBelow: below.length,
    rowsBelow,
    diversity,
  };
  return { checks: [check, ...diversityChecks(file, rows, diversity, minL)], result }
}

/** One check per sensitive column; where diversity is required but no column is classified, that nothing was measured. */
function diversityChecks(
  file        ,
  rows        ,
  diversity                        ,
  minL                    ,
)          {
  if (minL === undefined) return []
  const required = { comparator: '>=', value: minL };         
  if (diversity.length === 0)
    return [
      {
        id: checkId('l-diversity', file),
        title: `Every group of ${file} has at least ${minL} values of each sensitive column`,
        status: 'inconclusive',
        required,
        reason: `Expected a column of ${file} besides the quasi-identifiers to be classified as sensitive but found none`,
        hint: 'Classify the columns whose values must not be inferred, in the contract',
        locations: [{ file }],
      },
    ]
  return diversity.map(({ column, l }) => ({
    id: checkId('l-diversity', `${file}.${column}`),
    title: `Every group of ${file} has at least ${minL} values of ${column}`,
    status: l >= minL ? ('pass'         ) : ('fail'         ),
    measured: { value: l, unit: 'values', method: 'distinct-l-diversity', n: rows },
    required,
    reason: `Expected at least ${minL} distinct values of ${column} in every group ${l >= minL ? 'and' : 'but'} found ${l >= minL ? '' : 'only '}${l} in the least diverse`,
    ...(l >= minL ? {} : { hint: 'Generalise the quasi-identifiers until groups are larger' }),
    locations: [{ file, column }],
  }))
}

/** The words of a name, lower case and without accents: `p_bad`, `pBad` and `P-Bad` are all `p`, `bad`; `champion2` is `champion`, `2`. */
const nameWords = (name        )           =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/** The words of a file's name, its extension left out. */
const fileWords = (path        )           =>
  nameWords((path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, ''));

/** The words of the folder that a file lies in. */
const folderWords = (path        )           => nameWords(path.split('/').at(-2) ?? '');

/** Which of these words a file is named for, earlier ones first; where its own name has none, its folder's counts. Infinity: none. */
function rankByName(path        , words                   )         {
  const rank = (found                   ) => {
    const at = words.findIndex(word => found.includes(word));
    return at < 0 ? Number.POSITIVE_INFINITY : at
  };
  return Math.min(rank(fileWords(path)), rank(folderWords(path)) + words.length)
}

/** After or before a name they say that the column counts, measures or codes the thing, and does not hold it. */
const HARMLESS_AFTER = new Set(
  `count counts flag year month day code len length size num number n cnt total sum avg mean ratio rate pct percent share
  score rank index idx valid verified validated confirmed missing present changed change opened clicks sent domain type
  status format hash hashed token tokenized masked anzahl nombre numero liczba aantal`.split(/\s+/),
);
const HARMLESS_BEFORE = new Set('is has had num number n cnt count no nb total valid missing'.split(' '));

/** Names come again with every column, and columns with every kind and table: each is taken apart once. */
const TAKEN_APART = new Map                  ();
const MOST$1 = 20_000;

function wordsOf(name        )                    {
  const known = TAKEN_APART.get(name);
  if (known) return known
  if (TAKEN_APART.size >= MOST$1) TAKEN_APART.clear();
  const words = nameWords(name);
  TAKEN_APART.set(name, words);
  return words
}

/**
 * How many characters of a column's name the best of the kind's names covers; 0 where none is there or another word makes
 * it harmless. A name is words in a row (`first name`, also met as `firstname`); `=name` is the whole of the column's
 * name, `*adresse` the end of a word, `religi*` its start.
 */
function nameMatch(kind      , column        )         {
  const words = wordsOf(column);
  if (words.some(word => kind.unless?.includes(word))) return 0
  const despite = new Set(kind.despite);
  let best = 0;
  for (const name of kind.names) {
    const found = find(name, words);
    if (!found) continue
    const before = words.slice(0, found.start).some(word => HARMLESS_BEFORE.has(word) && !despite.has(word));
    const after = words.slice(found.end).some(word => HARMLESS_AFTER.has(word) && !despite.has(word));
    if (!before && !after) best = Math.max(best, words.slice(found.start, found.end).join('').length);
  }
  return best
}

function find(name        , words                   )                                             {
  const parts = wordsOf(name);
  const joined = parts.join('');
  if (name.startsWith('=')) return words.join('') === joined ? { start: 0, end: words.length } : undefined
  for (const start of words.keys()) {
    const word = words[start] ?? '';
    const one = name.startsWith('*')
      ? word.endsWith(joined)
      : name.endsWith('*')
        ? word.startsWith(joined)
        : word === joined;
    if (one) return { start, end: start + 1 }
    if (parts.every((part, i) => words[start + i] === part)) return { start, end: start + parts.length }
  }
  return undefined
}

/** So improbable must the passing values be by chance. */
const ALPHA = 1e-9;
/** So large a share of the cells that say anything must pass. */
const MOST = 0.6;

/** What speaks for a kind. Shares are of distinct values looked at, `rate` of the cells that say anything. */
                          
                                            
                        
                                                                   
                                 
                                                                     
                                  
                                                                          
                              
                                   
                    
                                                                                 
                                
 

/** A kind that a column seems to hold. */
                            
                     
                           
                                                           
                             
                                                                     
                        
 

/** What a column holds by its name and values, the likeliest kind; undefined where nothing speaks for one. */
function judgeColumn(
  sample              ,
  kinds                 ,
  validators            ,
)                        {
  const [best] = kinds.flatMap(kind => suspect(kind, sample, validators) ?? []).toSorted(likelier);
  return best
}

/** Whether it is worth loading the kind's library: the column is named for it, or enough of its cells look like it. */
const worthAsking = (kind      , sample              )          =>
  nameMatch(kind, sample.name) > 0 || (kind.values?.chance !== undefined && mostPass(sample, looks(kind)));

function suspect(kind      , sample              , validators            )                        {
  const match = nameMatch(kind, sample.name);
  const { values } = kind;
  const name = match > 0;
  if (!name && values?.chance === undefined) return undefined
  // Neither named nor alike: its library may not even be loaded.
  if (!name && !mostPass(sample, looks(kind))) return undefined
  const looked = shares(sample, looks(kind));
  if (!values) {
    const believed = sample.cells === 0 || kind.plausible === undefined || shares(sample, kind.plausible).rate >= MOST;
    const grounds = { name, pattern: null, checksum: null, rate: null, n: looked.n, pValue: null };
    return believed ? { kind, grounds, confirmed: false, match } : undefined
  }
  const { pattern, checksum, chance } = values;
  const passed = checksum ? shares(sample, value => pattern.test(value) && checksum.passes(value, validators)) : looked;
  const pValue = chance && looked.n > 0 ? binomTest(passed.k, passed.n, chance.rate, 'greater').pValue : null;
  const beyondChance = pValue !== null && pValue < ALPHA;
  const confirmed = name ? passed.rate >= MOST || beyondChance : beyondChance && passed.rate >= MOST;
  const byName = name && (sample.cells === 0 || looked.rate >= MOST);
  if (!confirmed && !byName) return undefined
  const grounds          = {
    name,
    pattern: looked.share,
    checksum: checksum ? passed.share : null,
    rate: passed.rate,
    n: looked.n,
    pValue,
  };
  return { kind, grounds, confirmed, match }
}

const looks =
  ({ values }      ) =>
  (value        ) =>
    values?.pattern.test(value) ?? false;

/** Whether most cells pass: asked of every kind for every column, so it ends as soon as the answer is settled. */
function mostPass({ values }              , passes                            )          {
  let left = 0;
  for (const count of values.values()) left += count;
  let needed = MOST * left;
  if (left === 0) return false
  for (const [value, count] of values) {
    if (passes(value)) needed -= count;
    left -= count;
    if (needed <= 0) return true
    if (left < needed) return false
  }
  return false
}

function shares({ values }              , passes                            ) {
  let k = 0;
  let cells = 0;
  let passing = 0;
  for (const [value, count] of values) {
    cells += count;
    if (!passes(value)) continue
    k++;
    passing += count;
  }
  const n = values.size;
  return { k, n, share: n === 0 ? 0 : k / n, rate: cells === 0 ? 0 : passing / cells }
}

/** Confirmed before suspected, named before unnamed and by the longer name, then what passes oftener and is harder to pass. */
function likelier(a           , b           )         {
  const chance = ({ kind }           ) => kind.values?.chance?.rate ?? 1;
  return (
    Number(b.confirmed) - Number(a.confirmed) ||
    b.match - a.match ||
    (b.grounds.rate ?? 0) - (a.grounds.rate ?? 0) ||
    chance(a) - chance(b) ||
    (a.kind.id < b.kind.id ? -1 : 1)
  )
}

/** The check of one column that seems to hold sensitive data: does the contract classify it so? No value is in it. */
function columnCheck(
  file        ,
  column        ,
  { kind, grounds, confirmed }           ,
  property                      ,
)        {
  const classified = property !== undefined && isSensitive(property);
  const said = classification(property);
  const status = classified ? 'pass' : confirmed && kind.personal === 'always' ? 'fail' : 'warn';
  const found = `${kind.title}: ${groundsOf(grounds)}`;
  const { rate, n, pValue } = grounds;
  return {
    id: checkId('sensitive', `${file}.${column}`),
    title: `The contract classifies ${column} of ${file}, which seems to hold ${kind.title}`,
    status,
    measured: {
      value: kind.id,
      n,
      ...(rate === null ? {} : { share: rate }),
      ...(pValue === null ? {} : { pValue, method: 'binomial-beyond-chance' }),
    },
    required: { comparator: 'is', value: 'classified' },
    reason: classified
      ? `The contract classifies ${column} as ${said}; it seems to hold ${found}`
      : `Expected ${column} to be classified as sensitive but ${said === null ? (property ? 'it has no classification' : 'no contract describes it') : `it is ${said}`}; it seems to hold ${found}`,
    ...(classified
      ? {}
      : {
          hint: 'Set its classification in the contract, e.g. restricted; or drop or pseudonymise the column (proofmark tokenize)',
        }),
    locations: [{ file, column, note: kind.id }],
  }
}

/** The contract's own word for a column; null where it says none. */
const classification = (property                      )                =>
  property?.classification === undefined || property.classification === null ? null : String(property.classification);

function groundsOf({ name, pattern, checksum, rate, n, pValue }                      )         {
  const parts = [
    ...(name ? ['the name says so'] : []),
    ...(rate === null || n === 0
      ? []
      : [
          `${percent(rate)} of its cells pass (${formatCount(n)} distinct looked at, ${percent(pattern ?? 0)} by look${checksum === null ? '' : `, ${percent(checksum)} by checksum`})`,
        ]),
    ...(pValue !== null && pValue < ALPHA ? ['far more than chance would (p < 1e-9)'] : []),
  ];
  return parts.join(', ')
}

const percent = (share        ) => `${formatNumber(Math.round(share * 1000) / 10)} %`;

/** Distinct values that are looked at per column. */
const KEPT = 1000;
/** Longer cells are no identifier of any kind; only their start is kept. */
const MAX_CELL = 512;
const NOTHING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'nil', '-', '?']);

/** What is kept of a column: how many cells say something, and a sample of the distinct ones with how often each occurs. */
                               
                       
                        
                                              
 

/**
 * Takes a column's cells in one pass and keeps the distinct values whose hashes are smallest (Bar-Yossef et al. 2002,
 * bottom-k): a uniform sample of the distinct values, the same in any order of rows, with the exact count of each.
 */
function sampleColumn(name        )                                                      {
  let cells = 0;
  let kept = new Map                                         ();
  let limit = Number.POSITIVE_INFINITY;
  return {
    add(whole) {
      const cell = whole.length > MAX_CELL ? whole.slice(0, MAX_CELL) : whole;
      const known = kept.get(cell);
      if (known) {
        known.count++;
        cells++;
        return
      }
      const value = cell.trim();
      if (NOTHING.has(value.length > 4 ? 'x' : value.toLowerCase())) return
      cells++;
      const hash = hashOf(cell);
      if (hash > limit) return
      kept.set(cell, { count: 1, hash });
      if (kept.size >= 2 * KEPT) prune();
    },
    finish() {
      if (kept.size > KEPT) prune();
      return { name, cells, values: trimmed(kept) }
    },
  }

  function prune() {
    const ordered = [...kept].toSorted(([a, { hash: x }], [b, { hash: y }]) => x - y || (a < b ? -1 : 1)).slice(0, KEPT);
    limit = ordered.at(-1)?.[1].hash ?? limit;
    kept = new Map(ordered);
  }
}

function trimmed(kept                                        )                      {
  const values = new Map                ();
  for (const [cell, { count }] of kept) {
    // A column of whole numbers with gaps leaves pandas as floats: 79927398713.0.
    const value = cell.trim().replace(/^(\d{4,})\.0$/, '$1');
    values.set(value, (values.get(value) ?? 0) + count);
  }
  return values
}

/** FNV-1a over UTF-16 units, then a finaliser that spreads neighbours apart. */
function hashOf(text        )         {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Groups that are told apart; beyond them memory, and not the table, would decide. */
const MAX_GROUPS = 1_000_000;

/** One group of rows alike in every quasi-identifier: its size, and the distinct values of each sensitive column. */
                 
              
                                         
 

                           
                                 
                                                                            
                                        
 

/** Groups the rows of a table by some columns (their places in a row); an empty cell is a value like any other. */
function groupRows(by                   , sensitive                   )           {
  const groups = new Map               ();
  let overflowed = false;
  return {
    add(rows) {
      if (overflowed) return
      for (const { cells } of rows) {
        const key = JSON.stringify(by.map(at => cells[at] ?? ''));
        let group = groups.get(key);
        if (!group) {
          group = { size: 0, values: sensitive.map(() => new Set()) };
          groups.set(key, group);
          if (groups.size > MAX_GROUPS) {
            overflowed = true;
            groups.clear();
            return
          }
        }
        group.size++;
        for (const [i, at] of sensitive.entries()) group.values[i]?.add(cells[at] ?? '');
      }
    },
    finish: () => (overflowed ? undefined : [...groups.values()]),
  }
}

/** Age in years, by the column’s name; the cells must be numbers a person can be old. */
const age = defineKind({
  id: 'age',
  title: 'an age',
  category: 'person',
  personal: 'sometimes',
  names: [
    '=age',
    'customer age',
    'applicant age',
    'patient age',
    'client age',
    'person age',
    'age years',
    'age at',
    '=alter',
    '=edad',
    '=eta',
    '=leeftijd',
    '=idade',
    '=wiek',
  ],
  values: {
    pattern: /^\d{1,3}(?:\.\d+)?$/,
    checksum: { passes: value => Number(value) <= 125 },
  },
});

/** Austria’s Versicherungsnummer: serial with check digit, birth date. */
const atVnr = defineKind({
  id: 'at-vnr',
  title: 'an Austrian social security number',
  category: 'national-id',
  personal: 'always',
  names: ['versicherungsnummer', 'sozialversicherungsnummer', 'svnr', 'vsnr', 'sv nummer'],
  values: {
    pattern: /^\d{4} ?\d{6}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('AT', 'vnr', value) },
    chance: { of: '##########', rate: 0.005 },
  },
});

/** Belgium’s national number: birth date, serial, and 97 minus the rest modulo 97. */
const beNn = defineKind({
  id: 'be-nn',
  title: 'a Belgian national number',
  category: 'national-id',
  personal: 'always',
  names: [
    'rijksregisternummer',
    'numero national',
    'numero de registre national',
    'registre national',
    'niss',
    'insz',
    'nrn',
  ],
  values: {
    pattern: /^\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('BE', 'nn', value) },
    chance: { of: '###########', rate: 0.002 },
  },
});

/** Biometric data (Art. 9 GDPR), by the column’s name. */
const biometrics = defineKind({
  id: 'biometrics',
  title: 'biometric data',
  category: 'special',
  personal: 'always',
  names: [
    'biometr*',
    'fingerprint',
    'fingerprints',
    'faceprint',
    'face embedding',
    'face encoding',
    'face id',
    'faceid',
    'iris scan',
    'retina scan',
    'voiceprint',
    'palm print',
    'fingerabdruck',
    'gesichtserkennung',
    'empreinte digitale',
    'empreinte',
    'huella dactilar',
    'huella',
    'impronta digitale',
    'impressao digital',
    'vingerafdruk',
    'odcisk palca',
  ],
  unless: ['device', 'browser', 'tls', 'ja3', 'key', 'ssh', 'cert', 'certificate', 'file', 'sha256'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Date, month or year of birth, by the column’s name; the cells must be dates. */
const birthDate = defineKind({
  id: 'birth-date',
  title: 'a date of birth',
  category: 'person',
  personal: 'always',
  names: [
    'birth date',
    'birthdate',
    'birth day',
    'birthday',
    'birth year',
    'year of birth',
    'date of birth',
    'dateofbirth',
    'dob',
    'yob',
    'born',
    'geburtsdatum',
    'geburtstag',
    'geburtsjahr',
    'geboren',
    '*geburtsdatum',
    'date naissance',
    'date de naissance',
    'naissance',
    'fecha nacimiento',
    'fecha de nacimiento',
    'nacimiento',
    'data nascita',
    'data di nascita',
    'nascita',
    'anno nascita',
    'anno di nascita',
    'data nascimento',
    'data de nascimento',
    'nascimento',
    'geboortedatum',
    'geboortejaar',
    'data urodzenia',
    'urodzenia',
    'rok urodzenia',
  ],
  unless: ['place', 'country', 'city', 'lieu', 'lugar', 'luogo', 'ort', 'weight'],
  despite: ['year', 'month', 'day', 'date', 'domain'],
  values: {
    pattern:
      /^\d{4}[-/.]?(?:0\d|1[0-2])(?:[-/.]?[0-3]\d(?:[T ].{4,20})?)?$|^[0-3]?\d[-/. ][01]?\d[-/. ](?:\d{2}|\d{4})$|^(?:18|19|20)\d{2}$/,
  },
});

/** Switzerland’s AHV number: 756 and an EAN-13 check digit. */
const chAhv = defineKind({
  id: 'ch-ahv',
  title: 'a Swiss social security number (AHV)',
  category: 'national-id',
  personal: 'always',
  names: ['ahv', 'ahv nummer', 'ahv nr', 'avs', 'numero avs', 'sozialversicherungsnummer', 'navs13', 'ahvn13'],
  values: {
    pattern: /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('CH', 'ssn', value) },
    chance: { of: '756##########', rate: 0.11 },
  },
});

/** Latitude or longitude in degrees, to four decimals (about ten metres) or more, or both with a comma. */
const coordinates = defineKind({
  id: 'coordinates',
  title: 'a place in coordinates',
  category: 'location',
  personal: 'sometimes',
  names: [
    'lat',
    'latitude',
    'lon',
    'lng',
    'long',
    'longitude',
    'gps',
    'geo',
    'geolocation',
    'coordinates',
    'coords',
    'latitud',
    'longitud',
    'latitudine',
    'longitudine',
    'breitengrad',
    'langengrad',
    'breedtegraad',
    'lengtegraad',
    'szerokosc geograficzna',
    'dlugosc geograficzna',
    'coordenadas',
    'coordonnees',
    'coordinate',
  ],
  values: {
    pattern: /^-?\d{1,3}\.\d{4,}(?:[,; ]{1,2}-?\d{1,3}\.\d{4,})?$/,
    checksum: { passes: value => value.split(/[,; ]+/).every(part => Math.abs(Number(part)) <= 180) },
  },
});

/** A payment card number (ISO/IEC 7812): an issuer’s range, its length, and the Luhn digit. */
const creditCard = defineKind({
  id: 'credit-card',
  title: 'a payment card number',
  category: 'payment',
  personal: 'always',
  names: [
    'card number',
    'credit card',
    'creditcard',
    'cc number',
    'ccn',
    'pan',
    'debit card',
    'kreditkarte',
    'kreditkartennummer',
    'kartennummer',
    'carte bancaire',
    'carte de credit',
    'numero carte',
    'tarjeta',
    'tarjeta de credito',
    'carta di credito',
    'numero carta',
    'cartao',
    'cartao de credito',
    'creditcardnummer',
    'kaartnummer',
    'karta',
    'numer karty',
  ],
  unless: ['type', 'brand', 'limit', 'score'],
  values: {
    pattern: /^\d{4}(?:[ -]?\d{4,6}){2}(?:[ -]?\d{1,5})?$/,
    checksum: { passes: value => isIssued(value.replace(/\D/g, '')) && luhn(value) },
    chance: { of: '################', rate: 0.03 },
  },
});

/** Visa, Mastercard, American Express, Diners Club, Discover, JCB, Maestro, UnionPay, Mir: first digits and length. */
const isIssued = (digits        )          =>
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|62\d{14,17}|220[0-4]\d{12})$/.test(
    digits,
  );

/** Criminal convictions and offences (Art. 10 GDPR), by the column’s name. */
const criminalRecord = defineKind({
  id: 'criminal-record',
  title: 'criminal convictions or offences',
  category: 'offence',
  personal: 'always',
  names: [
    'criminal',
    'criminal record',
    'criminal history',
    'conviction',
    'convictions',
    'convicted',
    'offence',
    'offences',
    'offense',
    'offenses',
    'felony',
    'misdemeanor',
    'arrest',
    'arrests',
    'arrested',
    'prison',
    'recidiv*',
    'vorstrafe',
    'vorstrafen',
    'vorbestraft',
    'straftat',
    'strafregister',
    'casier judiciaire',
    'condamnation',
    'infraction penale',
    'antecedentes penales',
    'condena',
    'delito',
    'precedenti penali',
    'condanna',
    'casellario',
    'reato',
    'antecedentes criminais',
    'condenacao',
    'strafblad',
    'veroordeling',
    'strafbaar feit',
    'karalnosc',
    'wyrok',
    'skazany',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Germany’s Steuer-IdNr: eleven digits, one of the first ten repeated, ISO 7064 mod 11,10 (§ 139b AO). */
const deIdnr = defineKind({
  id: 'de-idnr',
  title: 'a German tax number (Steuer-IdNr)',
  category: 'national-id',
  personal: 'always',
  names: [
    'steuer id',
    'steueridnr',
    'steueridentifikationsnummer',
    'identifikationsnummer',
    'steuernummer',
    'idnr',
    'tin',
  ],
  values: {
    pattern: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'idnr', value) },
    chance: { of: '###########', rate: 0.012 },
  },
});

/** Germany’s Versicherungsnummer: office, birth date, initial, serial and check digit (VKVV § 2). */
const deSvnr = defineKind({
  id: 'de-svnr',
  title: 'a German social security number',
  category: 'national-id',
  personal: 'always',
  names: ['sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'svnr', 'rvnr', 'sv nummer'],
  values: {
    pattern: /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'svnr', value) },
    chance: { of: '########A###', rate: 0.012 },
  },
});

/** Denmark’s CPR number: birth date and serial, without a check digit since 2007: a time in seconds can pass, so the name must say so. */
const dkCpr = defineKind({
  id: 'dk-cpr',
  title: 'a Danish personal number (CPR)',
  category: 'national-id',
  personal: 'always',
  names: ['cpr', 'cpr nummer', 'cprnummer', 'cpr nr', 'personnummer'],
  values: {
    pattern: /^\d{6}-?\d{4}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DK', 'cpr', value) },
  },
});

/** An address of RFC 5321, without quoted local parts. */
const email = defineKind({
  id: 'email',
  title: 'an e-mail address',
  category: 'contact',
  personal: 'always',
  names: [
    'email',
    'e mail',
    'mail',
    'emailaddress',
    'courriel',
    'correo',
    'correo electronico',
    'posta elettronica',
    '*mailadresse',
  ],
  values: {
    pattern: /^[^\s@",;<>]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u,
    chance: { of: '********************', rate: 1e-6 },
  },
});

/** Spain’s DNI and NIE: the letter is the number modulo 23 (R.D. 1553/2005). */
const esDni = defineKind({
  id: 'es-dni',
  title: 'a Spanish identity number (DNI, NIE)',
  category: 'national-id',
  personal: 'always',
  names: [
    'dni',
    'nie',
    'nif',
    'numero de identidad',
    'documento nacional',
    'documento de identidad',
    'documento identidad',
  ],
  values: {
    pattern: /^(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z]$/i,
    checksum: {
      library: 'stdnum',
      passes: (value, { stdnum }) => stdnum('ES', 'dni', value) || stdnum('ES', 'nie', value),
    },
    chance: { of: '########A', rate: 0.042 },
  },
});

/** Spain’s social security number: twelve digits, the last two modulo 97. */
const esNss = defineKind({
  id: 'es-nss',
  title: 'a Spanish social security number',
  category: 'national-id',
  personal: 'always',
  names: ['nss', 'numero seguridad social', 'numero de seguridad social', 'seguridad social', 'naf'],
  values: {
    pattern: /^\d{2}[ /-]?\d{8}[ /-]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('ES', 'nss', value) },
    chance: { of: '############', rate: 0.012 },
  },
});

/** Racial or ethnic origin (Art. 9 GDPR), by the column’s name. */
const ethnicity = defineKind({
  id: 'ethnicity',
  title: 'ethnic origin',
  category: 'special',
  personal: 'always',
  names: [
    'ethni*',
    'race',
    'racial',
    'skin color',
    'skin colour',
    'ancestry',
    'rasse',
    'hautfarbe',
    'herkunft',
    'ethnie',
    'origine ethnique',
    'raza',
    'etnia',
    'etnico',
    'etnicidad',
    'razza',
    'origine etnica',
    'raca',
    'etnicidade',
    'ras',
    'etniciteit',
    'afkomst',
    'rasa',
    'pochodzenie etniczne',
  ],
  unless: ['condition', 'time', 'car', 'track', 'position'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** A VAT number with its country’s prefix; a company’s, unless it is a sole trader’s. */
const euVat = defineKind({
  id: 'eu-vat',
  title: 'an EU VAT number',
  category: 'national-id',
  personal: 'sometimes',
  names: [
    'vat',
    'vat number',
    'vat id',
    'vatin',
    'ust id',
    'ustidnr',
    'umsatzsteuer id',
    'numero tva',
    'tva',
    'btw nummer',
    'btw',
    'numer vat',
  ],
  unless: ['rate', 'amount', 'percent'],
  values: {
    pattern:
      /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?[\dA-Z+*][\dA-Z+*. -]{6,13}$/i,
    checksum: { library: 'stdnum', passes: (value, { vat }) => vat(value) },
    chance: { of: 'DE#########', rate: 0.12 },
  },
});

/** Finland’s henkilötunnus: birth date, century, serial, modulo 31. */
const fiHetu = defineKind({
  id: 'fi-hetu',
  title: 'a Finnish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['hetu', 'henkilotunnus', 'personbeteckning'],
  values: {
    pattern: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FI', 'hetu', value) },
    chance: { of: '######-####', rate: 0.01 },
  },
});

/** France’s tax number (SPI): thirteen digits starting with 0 to 3, the last three modulo 511. */
const frNif = defineKind({
  id: 'fr-nif',
  title: 'a French tax number (SPI)',
  category: 'national-id',
  personal: 'always',
  names: ['spi', 'nif', 'numero fiscal', 'numero spi', 'reference fiscale'],
  values: {
    pattern: /^[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nif', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** France’s NIR: sex, year, month, place of birth, serial, and 97 minus the rest modulo 97. */
const frNir = defineKind({
  id: 'fr-nir',
  title: 'a French social security number (NIR)',
  category: 'national-id',
  personal: 'always',
  names: [
    'nir',
    'numero securite sociale',
    'numero de securite sociale',
    'securite sociale',
    'secu',
    'insee',
    'num secu',
  ],
  unless: ['commune'],
  values: {
    pattern: /^[12478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nir', value) },
    chance: { of: '1##############', rate: 0.013 },
  },
});

/** Genetic data (Art. 9 GDPR), by the column’s name. */
const geneticData = defineKind({
  id: 'genetic-data',
  title: 'genetic data',
  category: 'special',
  personal: 'always',
  names: [
    'genetic',
    'genetics',
    'genome',
    'genomic',
    'genotype',
    'dna',
    'snp',
    'allele',
    'brca',
    'genetisch',
    'genetik',
    'genetique',
    'genetica',
    'genetico',
    'genetyka',
    'dane genetyczne',
  ],
  unless: ['algorithm'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Data concerning health (Art. 9 GDPR), by the column’s name. */
const health = defineKind({
  id: 'health',
  title: 'data about health',
  category: 'special',
  personal: 'always',
  names: [
    'health',
    'medical',
    'medical history',
    'disease',
    'illness',
    'diagnos*',
    'symptom*',
    'disability',
    'disabled',
    'handicap',
    'allergy',
    'allergies',
    'pregnan*',
    'smoker',
    'diabet*',
    'hiv',
    'cancer',
    'blood type',
    'blood group',
    'blood pressure',
    'medication',
    'prescription',
    'treatment plan',
    'bmi',
    'krankheit*',
    'gesundheit*',
    'behinderung',
    'schwerbehindert',
    'diagnose',
    'schwanger',
    'sante',
    'maladie',
    'malade',
    'handicape',
    'grossesse',
    'salud',
    'enfermedad',
    'discapacidad',
    'embarazo',
    'embarazada',
    'salute',
    'malattia',
    'disabilita',
    'gravidanza',
    'incinta',
    'saude',
    'doenca',
    'deficiencia',
    'gravidez',
    'gezondheid',
    'ziekte',
    'zwanger',
    'zdrowie',
    'choroba',
    'niepelnosprawnosc',
    'ciaza',
  ],
  unless: ['system', 'service', 'check', 'server', 'score', 'probe'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** An international bank account number (ISO 13616): the country’s length and mod 97. */
const iban = defineKind({
  id: 'iban',
  title: 'a bank account number (IBAN)',
  category: 'payment',
  personal: 'always',
  names: [
    'iban',
    'bank account',
    'account number',
    'kontonummer',
    'bankverbindung',
    'compte bancaire',
    'numero de compte',
    'rib',
    'cuenta bancaria',
    'numero de cuenta',
    'conto corrente',
    'conta bancaria',
    'nib',
    'rekeningnummer',
    'rekening',
    'numer konta',
    'rachunek',
  ],
  values: {
    pattern: /^[a-z]{2}\d{2}[a-z\d ]{10,36}$/i,
    checksum: { library: 'ibantools', passes: (value, { iban }) => iban(value) },
    chance: { of: 'DE####################', rate: 0.012 },
  },
});

/** A diagnosis by its ICD-10 code; article numbers look alike, so the name must say so. */
const icd10 = defineKind({
  id: 'icd-10',
  title: 'a diagnosis (ICD-10)',
  category: 'special',
  personal: 'always',
  names: [
    'icd',
    'icd10',
    'icd 10',
    'icd code',
    'diagnosis code',
    'diagnosis',
    'diagnose',
    'diagnosecode',
    'diagnosi',
    'diagnostico',
    'diagnostic',
    'cie10',
    'cim10',
    'dx',
    'dx code',
    'rozpoznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
  values: {
    pattern: /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i,
  },
});

/** Ireland’s PPS number: seven digits and a letter modulo 23. */
const iePps = defineKind({
  id: 'ie-pps',
  title: 'an Irish PPS number',
  category: 'national-id',
  personal: 'always',
  names: ['pps', 'ppsn', 'pps number', 'ppsno'],
  values: {
    pattern: /^\d{7}[A-W][A-IW]?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IE', 'pps', value) },
    chance: { of: '#######A', rate: 0.045 },
  },
});

/** A mobile device’s number (3GPP TS 23.003): fifteen digits, the last a Luhn digit. */
const imei = defineKind({
  id: 'imei',
  title: 'a mobile device number (IMEI)',
  category: 'device',
  personal: 'always',
  names: ['imei', 'device imei'],
  values: {
    pattern: /^\d{2}-?\d{6}-?\d{6}-?\d$/,
    checksum: { passes: value => luhn(value) },
    chance: { of: '###############', rate: 0.11 },
  },
});

/** An address of the internet protocol, version 4 or 6 (RFC 4291). */
const ipAddress = defineKind({
  id: 'ip-address',
  title: 'an IP address',
  category: 'device',
  personal: 'always',
  names: [
    'ip',
    'ip address',
    'ipaddress',
    'ipv4',
    'ipv6',
    'client ip',
    'remote addr',
    'adresse ip',
    'direccion ip',
    'indirizzo ip',
    'endereco ip',
    'ip adresse',
    'ip adres',
  ],
  values: {
    pattern: /^[\da-f:.]{3,45}$/i,
    checksum: { passes: isIpAddress },
    chance: { of: '###.###.###.###', rate: 0.01 },
  },
});

function isIpAddress(value        )          {
  if (!value.includes(':')) return isVersion4(value)
  const halves = value.split('::');
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const embedded = tail.includes('.');
  const hex = embedded ? groups.slice(0, -1) : groups;
  const width = hex.length + (embedded ? 2 : 0);
  const complete = halves.length === 2 ? width < 8 : width === 8;
  return complete && (!embedded || isVersion4(tail)) && hex.every(group => /^[\da-f]{1,4}$/i.test(group))
}

const isVersion4 = (value        )          => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value);

/** Italy’s codice fiscale of a person: the last letter is a check over the other fifteen (D.M. 12 March 1974). */
const itCodiceFiscale = defineKind({
  id: 'it-codice-fiscale',
  title: 'an Italian tax code (codice fiscale)',
  category: 'national-id',
  personal: 'always',
  names: ['codice fiscale', 'cod fiscale', 'cod fisc', 'codfisc', 'cf', 'fiscal code', 'tax code'],
  values: {
    pattern: /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'codicefiscale', value) },
    chance: { of: 'AAAAAA##A##A###A', rate: 0.04 },
  },
});

/** Italy’s VAT number, held by the self-employed too: eleven digits, the last a Luhn digit, the office before it. */
const itPartitaIva = defineKind({
  id: 'it-partita-iva',
  title: 'an Italian VAT number (partita IVA)',
  category: 'national-id',
  personal: 'always',
  names: ['partita iva', 'p iva', 'piva', 'codice iva'],
  values: {
    pattern: /^(?:IT ?)?\d{11}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'iva', value.replace(/^IT ?/i, '')) },
    chance: { of: '###########', rate: 0.013 },
  },
});

/** A JSON Web Token (RFC 7519): whoever has it is let in. */
const jwt = defineKind({
  id: 'jwt',
  title: 'a JSON Web Token',
  category: 'credential',
  personal: 'always',
  names: ['jwt', 'id token', 'bearer', 'bearer token'],
  values: {
    pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/,
    chance: { of: '**********.**********.**********', rate: 1e-6 },
  },
});

/** A hardware address of a network card (IEEE 802), in pairs or in Cisco’s threes. */
const macAddress = defineKind({
  id: 'mac-address',
  title: 'a MAC address',
  category: 'device',
  personal: 'always',
  names: ['mac', 'mac address', 'macaddress', 'hardware address', 'bssid', 'wifi mac', 'bluetooth address'],
  values: {
    pattern: /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$|^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$/i,
    chance: { of: '**:**:**:**:**:**', rate: 0.01 },
  },
});

/** What columns of telephone numbers are called, however the numbers are written. */
const PHONE_NAMES = [
  'phone',
  'telephone',
  'mobile',
  'mobile number',
  'cell',
  'cellphone',
  'tel',
  'fax',
  'msisdn',
  'telefon',
  'handy',
  'mobil',
  'telefono',
  'telefone',
  'telemovel',
  'telemovil',
  'movil',
  'cellulare',
  'portable',
  'telefoon',
  'mobiel',
  'telefonu',
  'komorka',
  '*telefon',
  '*phone',
  '*telefonnummer',
  '*rufnummer',
];

/** Words beside those that make it a column about the device. */
const PHONE_UNLESS = ['model', 'brand', 'type', 'os', 'plan'];

/** A number as dialled inside a country: any run of 7 to 13 digits could be one, so the name must say so. */
const nationalPhone = defineKind({
  id: 'national-phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\(?0?\d(?:[\s()./-]{0,2}\d){6,12}$/,
  },
});

/** The Netherlands’ burgerservicenummer: nine digits that pass the eleven test. */
const nlBsn = defineKind({
  id: 'nl-bsn',
  title: 'a Dutch citizen number (BSN)',
  category: 'national-id',
  personal: 'always',
  names: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi nummer'],
  values: {
    pattern: /^\d{9}$|^\d{4}[. ]\d{2}[. ]\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('NL', 'bsn', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** The name of a person, by the column’s name only: nothing in a word says that it is one. */
const personName = defineKind({
  id: 'person-name',
  title: 'the name of a person',
  category: 'person',
  personal: 'always',
  names: [
    'first name',
    'firstname',
    'given name',
    'last name',
    'lastname',
    'family name',
    'surname',
    'middle name',
    'maiden name',
    'full name',
    'fullname',
    'customer name',
    'client name',
    'patient name',
    'employee name',
    'person name',
    'contact name',
    'applicant name',
    'holder name',
    '=name',
    'nome',
    'cognome',
    'nome cognome',
    'nominativo',
    'nombre',
    'nombre completo',
    'apellido',
    'apellidos',
    'prenom',
    'nom de famille',
    'nom complet',
    '=nom',
    'vorname',
    'nachname',
    'familienname',
    'kundenname',
    '*vorname',
    '*nachname',
    'voornaam',
    'achternaam',
    '=naam',
    'nazwisko',
    'imie',
    'imie nazwisko',
    'sobrenome',
    'apelido',
    'nome completo',
    'nome proprio',
  ],
  unless: ['file', 'host', 'product', 'company', 'brand', 'domain', 'column', 'table', 'user agent'],
  plausible: value => /\p{L}{2}/u.test(value) && !/\d{2}|@/.test(value),
});

/** A number written internationally (E.164): with `+` and the country, valid by that country’s numbering plan. */
const phone = defineKind({
  id: 'phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\+\d[\d\s()./-]{6,20}\d$/,
    checksum: { library: 'libphonenumber', passes: (value, { phone }) => phone(value) },
    chance: { of: '+############', rate: 0.09 },
  },
});

/** Poland’s PESEL: birth date, serial, sex and a weighted check digit. */
const plPesel = defineKind({
  id: 'pl-pesel',
  title: 'a Polish identity number (PESEL)',
  category: 'national-id',
  personal: 'always',
  names: ['pesel', 'numer pesel'],
  values: {
    pattern: /^\d{11}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PL', 'pesel', value) },
    chance: { of: '###########', rate: 0.01 },
  },
});

/** Political opinions (Art. 9 GDPR), by the column’s name. */
const politicalOpinion = defineKind({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'special',
  personal: 'always',
  names: [
    'political',
    'political party',
    'political opinion',
    'politics',
    'party affiliation',
    'vote intention',
    'voting intention',
    'politische meinung',
    'parteizugehorigkeit',
    'opinion politique',
    'parti politique',
    'opinion politica',
    'partido politico',
    'orientamento politico',
    'opinione politica',
    'partito politico',
    'opiniao politica',
    'politieke voorkeur',
    'politieke partij',
    'poglady polityczne',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Street and house number, by the column’s name only. */
const postalAddress = defineKind({
  id: 'postal-address',
  title: 'a postal address',
  category: 'location',
  personal: 'always',
  names: [
    'address',
    'street',
    'street address',
    'home address',
    'billing address',
    'shipping address',
    'address line',
    'adresse',
    '*adresse',
    '*anschrift',
    '*strasse',
    'hausnummer',
    'rue',
    'adresse postale',
    'direccion',
    'calle',
    'domicilio',
    'indirizzo',
    'residenza',
    'via',
    'endereco',
    'morada',
    'rua',
    'adres',
    '*adres',
    'straat',
    'straatnaam',
    'ulica',
    'adres zamieszkania',
  ],
  unless: [
    'ip',
    'mac',
    'email',
    'mail',
    'e',
    'web',
    'url',
    'wallet',
    'memory',
    'bitcoin',
    'hardware',
    'bluetooth',
    'remote',
  ],
  plausible: value => /\p{L}{3}/u.test(value) && !value.includes('@'),
});

/** A postal code, by the column’s name; the cells must look like one of Europe’s or a ZIP code. */
const postcode = defineKind({
  id: 'postcode',
  title: 'a postcode',
  category: 'location',
  personal: 'sometimes',
  names: [
    'postcode',
    'post code',
    'postal code',
    'postalcode',
    'zip',
    'zip code',
    'zipcode',
    'plz',
    'postleitzahl',
    'code postal',
    'codigo postal',
    '=cap',
    'codice postale',
    'codice avviamento postale',
    'cep',
    'kod pocztowy',
    'kodpocztowy',
  ],
  values: {
    pattern:
      /^(?:[A-Z]{1,2}-?)?\d{4,5}(?:-\d{3,4})?$|^\d{2}-\d{3}$|^\d{3} \d{2}$|^\d{4} ?[A-Z]{2}$|^[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?$|^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  },
});

/** Portugal’s NIF: nine digits, a kind first, modulo 11. */
const ptNif = defineKind({
  id: 'pt-nif',
  title: 'a Portuguese tax number (NIF)',
  category: 'national-id',
  personal: 'always',
  names: ['nif', 'contribuinte', 'numero contribuinte', 'numero de contribuinte', 'numero fiscal'],
  values: {
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PT', 'nif', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** Religious or philosophical belief (Art. 9 GDPR), by the column’s name. */
const religion = defineKind({
  id: 'religion',
  title: 'religion or belief',
  category: 'special',
  personal: 'always',
  names: [
    'religi*',
    'faith',
    'denomination',
    'belief',
    'confession',
    'konfession',
    'glaube',
    'kirchensteuer',
    'kirche',
    'croyance',
    'culto',
    'fede',
    'fe religiosa',
    'creencia',
    'crenca',
    'geloof',
    'geloofsovertuiging',
    'wyznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Romania’s CNP: sex and century, birth date, county, serial, and a weighted check digit. */
const roCnp = defineKind({
  id: 'ro-cnp',
  title: 'a Romanian personal number (CNP)',
  category: 'national-id',
  personal: 'always',
  names: ['cnp', 'cod numeric personal'],
  values: {
    pattern: /^[1-9]\d{12}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('RO', 'cnp', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** Sweden’s personnummer: birth date, serial, Luhn digit (SFS 1991:481). */
const sePersonnummer = defineKind({
  id: 'se-personnummer',
  title: 'a Swedish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['personnummer', 'person nummer', 'personal number', 'pnr'],
  values: {
    pattern: /^(?:\d{2})?\d{6}[-+]?\d{4}$/,
    checksum: {
      library: 'stdnum', // stdnum wants the mark between date and serial.
      passes: (value, { stdnum }) => stdnum('SE', 'personnummer', value.replace(/^(\d{6,8})(\d{4})$/, '$1-$2')),
    },
    chance: { of: '##########', rate: 0.006 },
  },
});

/** Sex or gender, by the column’s name; the cells must be its words or codes (ISO/IEC 5218). */
const sex = defineKind({
  id: 'sex',
  title: 'sex or gender',
  category: 'person',
  personal: 'always',
  names: [
    'sex',
    'gender',
    'geschlecht',
    'sexe',
    'genre',
    'sexo',
    'genero',
    'sesso',
    'genere',
    'geslacht',
    'plec',
    'płeć',
  ],
  unless: ['music', 'film', 'book', 'movie', 'game'],
  despite: ['code', 'flag'],
  values: {
    pattern:
      /^(?:[mfwhvkdxou]|[0129]|male|female|man|woman|men|women|other|unknown|nonbinary|non-binary|diverse?|divers|mann|frau|mannlich|männlich|weiblich|homme|femme|masculin|feminin|féminin|hombre|mujer|masculino|feminino|femenino|maschio|femmina|uomo|donna|homem|mulher|vrouw|mannelijk|vrouwelijk|kobieta|mezczyzna|mężczyzna)$/i,
  },
});

/** Sex life or sexual orientation (Art. 9 GDPR), by the column’s name. */
const sexualOrientation = defineKind({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'special',
  personal: 'always',
  names: [
    'sexual orientation',
    'orientation sexuelle',
    'orientacion sexual',
    'orientamento sessuale',
    'orientacao sexual',
    'sexuelle orientierung',
    'sexuelle ausrichtung',
    'seksuele geaardheid',
    'seksuele orientatie',
    'geaardheid',
    'orientacja seksualna',
    'sexuality',
    'sexualitat',
    'lgbt',
    'sex life',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Trade union membership (Art. 9 GDPR), by the column’s name. */
const tradeUnion = defineKind({
  id: 'trade-union',
  title: 'trade union membership',
  category: 'special',
  personal: 'always',
  names: [
    'trade union',
    'labor union',
    'labour union',
    'union member',
    'union membership',
    'unionmember',
    'gewerkschaft*',
    'syndicat',
    'syndique',
    'sindicato',
    'sindicado',
    'afiliacion sindical',
    'sindacato',
    'iscrizione sindacale',
    'sindical',
    'vakbond',
    'vakbondslidmaatschap',
    'zwiazek zawodowy',
    'zwiazki zawodowe',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Whether ten digits are an NHS number: 11 minus the sum weighted 10 to 2, modulo 11; 11 stands for 0, 10 for none (NHS Data Dictionary). */
function nhs(value        )          {
  const digits = value.replace(/\D/g, '');
  if (digits.length !== 10) return false
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits[9])
}

/** England’s NHS number: ten digits modulo 11 (NHS Data Dictionary). */
const ukNhs = defineKind({
  id: 'uk-nhs',
  title: 'an NHS number',
  category: 'national-id',
  personal: 'always',
  names: ['nhs', 'nhs number', 'nhs no', 'nhsnumber'],
  unless: ['trust'],
  values: {
    pattern: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/,
    checksum: { passes: value => nhs(value) },
    chance: { of: '##########', rate: 0.1 },
  },
});

/** The United Kingdom’s National Insurance number: two letters of which many pairs are not used, six digits, A to D; no check digit. */
const ukNino = defineKind({
  id: 'uk-nino',
  title: 'a UK National Insurance number',
  category: 'national-id',
  personal: 'always',
  names: ['nino', 'ni number', 'ni no', 'national insurance', 'national insurance number', 'nationalinsurance'],
  values: {
    pattern: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
    chance: { of: 'AA######A', rate: 0.1 },
  },
});

/** The United Kingdom’s Unique Taxpayer Reference: ten digits, the first modulo 11 over the others. */
const ukUtr = defineKind({
  id: 'uk-utr',
  title: 'a UK taxpayer reference (UTR)',
  category: 'national-id',
  personal: 'always',
  names: ['utr', 'unique taxpayer reference', 'taxpayer reference', 'tax reference'],
  values: {
    pattern: /^\d{5} ?\d{5}K?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('GB', 'utr', value) },
    chance: { of: '##########', rate: 0.11 },
  },
});

/** The United States’ employer number: most nine digits are one, so the name must say so. */
const usEin = defineKind({
  id: 'us-ein',
  title: 'a US employer number (EIN)',
  category: 'national-id',
  personal: 'sometimes',
  names: ['ein', 'fein', 'employer identification', 'employer identification number', 'employer id'],
  values: {
    pattern: /^\d{2}-?\d{7}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ein', value) },
  },
});

/** The United States’ social security number: nearly any nine digits are one, so the name must say so. */
const usSsn = defineKind({
  id: 'us-ssn',
  title: 'a US social security number',
  category: 'national-id',
  personal: 'always',
  names: ['ssn', 'social security', 'social security number', 'socialsecurity', 'ss number'],
  values: {
    pattern: /^\d{3}-\d{2}-\d{4}$|^\d{9}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ssn', value) },
  },
});

/** A universally unique identifier (RFC 9562): a person’s, a device’s, or only a row’s. */
const uuid = defineKind({
  id: 'uuid',
  title: 'a UUID',
  category: 'device',
  personal: 'sometimes',
  names: [
    'uuid',
    'guid',
    'idfa',
    'gaid',
    'advertising id',
    'device id',
    'user id',
    'visitor id',
    'cookie id',
    'session id',
    'client id',
    'installation id',
  ],
  values: {
    pattern: /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
    chance: { of: '********-****-****-****-************', rate: 1e-6 },
  },
});

var kinds = /*#__PURE__*/Object.freeze({
  __proto__: null,
  age: age,
  atVnr: atVnr,
  beNn: beNn,
  biometrics: biometrics,
  birthDate: birthDate,
  chAhv: chAhv,
  coordinates: coordinates,
  creditCard: creditCard,
  criminalRecord: criminalRecord,
  deIdnr: deIdnr,
  deSvnr: deSvnr,
  dkCpr: dkCpr,
  email: email,
  esDni: esDni,
  esNss: esNss,
  ethnicity: ethnicity,
  euVat: euVat,
  fiHetu: fiHetu,
  frNif: frNif,
  frNir: frNir,
  geneticData: geneticData,
  health: health,
  iban: iban,
  icd10: icd10,
  iePps: iePps,
  imei: imei,
  ipAddress: ipAddress,
  itCodiceFiscale: itCodiceFiscale,
  itPartitaIva: itPartitaIva,
  jwt: jwt,
  macAddress: macAddress,
  nationalPhone: nationalPhone,
  nlBsn: nlBsn,
  personName: personName,
  phone: phone,
  plPesel: plPesel,
  politicalOpinion: politicalOpinion,
  postalAddress: postalAddress,
  postcode: postcode,
  ptNif: ptNif,
  religion: religion,
  roCnp: roCnp,
  sePersonnummer: sePersonnummer,
  sex: sex,
  sexualOrientation: sexualOrientation,
  tradeUnion: tradeUnion,
  ukNhs: ukNhs,
  ukNino: ukNino,
  ukUtr: ukUtr,
  usEin: usEin,
  usSsn: usSsn,
  uuid: uuid
});

/** No library is asked for a header: its look has to do. */
const unasked             = { stdnum: () => true, vat: () => true, iban: () => true, phone: () => true };

/** The kind that a column's name is itself a value of, as in a table without a header; undefined where it is a name. */
const headerValue = (name        )                   =>
  /[\d@]/.test(name)
    ? Object.values      (kinds).find(
        ({ personal, values }) =>
          personal === 'always' &&
          values?.chance !== undefined &&
          values.pattern.test(name) &&
          (values.checksum?.passes(name, unasked) ?? true),
      )
    : undefined;

/** The check that stands for a table of which no column seems to hold sensitive data, or that has nothing to look at. */
function tableCheck(file        , rows        , columns        , empty        )        {
  const enough = rows > 0;
  return {
    id: checkId('sensitive', file),
    title: `${file} holds no sensitive data that the contract does not classify`,
    status: enough ? 'pass' : 'inconclusive',
    measured: { value: 0, unit: 'columns', method: 'names-patterns-checksums', n: columns },
    reason: enough
      ? `Nothing in ${counted(columns, 'column')} of ${counted(rows, 'row')} looks like sensitive data${empty > 0 ? `; ${counted(empty, 'column')} had no values` : ''}`
      : `Expected rows in ${file} but found none`,
    ...(enough ? {} : { hint: 'Check the step that writes it' }),
    locations: [{ file }],
  }
}

/** The check of a table, or of the contract of all, that cannot be read. */
function unreadTableCheck(file        , { message, hint, line }           )        {
  return {
    id: checkId('sensitive', file),
    title: `${file} can be read, to look for sensitive data`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

/** The check of a table whose first line holds values: its columns have no names, and what stands there is in no message. */
function headerCheck(file        , places                                          )        {
  const [first] = places;
  return {
    id: checkId('sensitive-header', file),
    title: `The first line of ${file} names its columns`,
    status: 'inconclusive',
    measured: { value: places.length, unit: 'columns' },
    reason: `Expected a name for column ${(first?.at ?? 0) + 1} but found what looks like ${first?.title} (${file}:1)`,
    hint: 'Put a line with the names of the columns before the first row',
    locations: [{ file, line: 1 }],
  }
}

/** What a table is held against. */
                                   
                                                          
                                                    
                                                                   
                                                    
                                                            
                                          
 

                                  
                                 
                                                                                                     
         
                                                                   
                                        
                                                        
 

/** Looks at a table once, front to back: what each column seems to hold, whether what should be tokens is, and how alike its rows are. */
function inspectTable(
  file        ,
  header                   ,
  { properties, methods, rule }                  ,
)                  {
  const values = header.flatMap((name, at) => {
    const kind = headerValue(name);
    return kind ? [{ at, title: kind.title }] : []
  });
  // Somebody's data, where a name should be, is shown by its place.
  const columns = header.map((name, at) =>
    sampleColumn(values.some(each => each.at === at) ? `column ${at + 1}` : name),
  );
  const tallies = [...methods].map(([name, method]) => {
    const index = header.indexOf(name);
    return { name, tally: tallyTokens(file, name, method, index < 0 ? undefined : index) }
  });
  const sensitive = header.filter(name => {
    const property = properties.get(name);
    return property && isSensitive(property) && !rule?.quasiIdentifiers.includes(name)
  });
  const places = (names                   ) => names.map(name => header.indexOf(name));
  const grouping = rule && groupRows(places(rule.quasiIdentifiers), places(sensitive));
  let rows = 0;

  return {
    add(batch) {
      rows += batch.length;
      for (const [i, column] of columns.entries()) for (const { cells } of batch) column.add(cells[i] ?? '');
      for (const { tally } of tallies) tally.add(batch);
      grouping?.add(batch);
    },
    async finish(load, manifest) {
      const samples = columns.map(column => column.finish());
      const all = Object.values(kinds);
      const libraries = samples.flatMap(sample =>
        all.flatMap(kind => {
          const library = kind.values?.checksum?.library;
          return library && worthAsking(kind, sample) ? library : []
        }),
      );
      const validators = await load(new Set(libraries));
      const tokens = tallies.map(({ name, tally }) => ({ name, check: tally.finish(manifest) }));
      const told = new Set(tokens.filter(({ check }) => check.status === 'pass').map(({ name }) => name));
      const found = samples.flatMap(sample => {
        const suspicion = judgeColumn(sample, all, validators);
        // What holds nothing but tokens is still named for what they stand for.
        return suspicion && (suspicion.confirmed || !told.has(sample.name)) ? { name: sample.name, suspicion } : []
      });
      const checks = found.map(({ name, suspicion }) => columnCheck(file, name, suspicion, properties.get(name)));
      const empty = samples.filter(({ cells }) => cells === 0).length;
      if (checks.length === 0 || rows === 0) checks.push(tableCheck(file, rows, header.length, empty));
      if (values.length > 0) checks.push(headerCheck(file, values));
      const alike = grouping && rule ? anonymity(file, grouping, sensitive, rule) : undefined;
      return {
        checks: [...checks, ...tokens.map(({ check }) => check), ...(alike?.checks ?? [])],
        table: {
          file,
          rows,
          columns: header.length,
          sensitive: found.map(({ name, suspicion: { kind, grounds, confirmed } }) => ({
            name,
            kind: kind.id,
            category: kind.category,
            classification: classification(properties.get(name)),
            confirmed,
            evidence: grounds,
          })),
          ...(alike?.result && { anonymity: alike.result }),
        },
      }
    },
  }
}

const unloaded = (library         ) => ()        => {
  throw new Error(`${library} was asked but not loaded`)
};

/** The validators of these libraries, of which no other is loaded. */
async function loadValidators(libraries                      )                      {
  const [numbers, ibans, phones] = await Promise.all([
    libraries.has('stdnum') ? import('./identifiers.js') : undefined,
    libraries.has('ibantools') ? import('./accounts.js') : undefined,
    libraries.has('libphonenumber') ? import('./phones.js') : undefined,
  ]);
  return {
    stdnum: numbers
      ? (country, number, value) => numbers.stdnum[country]?.[number]?.validate(value).isValid ?? false
      : unloaded('stdnum'),
    vat: numbers
      ? value => {
          const compact = value.replace(/[\s.-]/g, '').toUpperCase();
          const country = compact.slice(0, 2) === 'EL' ? 'GR' : compact.slice(0, 2);
          // An Italian or Dutch validator takes the number without its prefix only.
          return (numbers.euVat[country] ?? []).some(
            each => each.validate(compact).isValid || each.validate(compact.slice(2)).isValid,
          )
        }
      : unloaded('stdnum'),
    iban: ibans ? value => ibans.isValidIBAN(value.replace(/\s/g, '').toUpperCase()) : unloaded('ibantools'),
    phone: phones ? value => phones.isValidPhoneNumber(value) : unloaded('libphonenumber'),
  }
}

/** The check of a table of data that lacks quasi-identifiers: how alike its rows are cannot be told. */
function missingColumnsCheck(file        , missing                   , minK        )        {
  return {
    id: checkId('k-anonymity', file),
    title: `At least ${minK} rows of ${file} share each combination of the quasi-identifiers`,
    status: 'inconclusive',
    required: { comparator: '>=', value: minK },
    reason: `Expected the quasi-identifiers to be columns of ${file} but it has no ${listed$1(missing)}`,
    hint: "Correct 'security.quasi-identifiers', or keep the table out of 'data.files'",
    locations: [{ file }],
  }
}

/** The check that stands for quasi-identifiers that no table has. */
function noTableCheck(quasiIdentifiers                   )        {
  return {
    id: 'k-anonymity',
    title: 'Rows can be grouped by the quasi-identifiers',
    status: 'inconclusive',
    reason: `Expected a table with the columns ${listed$1(quasiIdentifiers)} but found none`,
    hint: "Name the table under 'data.files', or correct 'security.quasi-identifiers'",
  }
}

/** What a method works with, for one column of one table. */
                               
                         
                                        
                       
                          
                           
                                                                                     
                                                            
 

/** A column's cells made into tokens; no cell is empty. A `UserError` names file and line, never the value. */
                            
                                       
                                                           
                                                        
 

                               
                     
                        
                                      
                                                     
                              
                                             
                                                                             
                                                                                               
                                                              
                                                        
                                                 
 

/** A method with the options of one column. */
                              
                     
                              
                                      
                                                                        
                                                         
 

/** A way to pseudonymise a column. */
                         
                     
                        
                              
                                                                   
                                                                              
 

/** A way to pseudonymise a column, as its file states it. */
function defineMethod         (definition                     )         {
  const { id, title, reversible, options: schema, tokenizer, holds, subject } = definition;
  return {
    id,
    title,
    reversible,
    bind(given) {
      const read = schema.safeParse(given);
      if (!read.success) return { faults: read.error.issues.map(issue => faultOf(issue)) }
      const options = read.data;
      return {
        id,
        reversible,
        subject: subject?.(options),
        tokenizer: tokenizer && (context => tokenizer(options, context)),
        holds: holds && (cell => holds(cell, options)),
      }
    },
  }
}

const faultOf = (issue                  )         =>
  issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;

/** Name that a column's key is derived by: columns of one domain, in whatever table, have equal tokens for equal values. */
const Domain = string().min(1).max(200).optional();

/** What a token is made by: `h` HMAC, `s` AES-SIV. */
                                 

const TOKEN = /^pmt1\.([hs])\.([\da-f]{8})\.([\w-]{22,})$/;

/** A token as text, `pmt1.KIND.KEY-ID.BODY`: safe in a CSV cell, in a URL, and in a spreadsheet. */
const writeToken = (kind           , keyId        , body            )         =>
  `pmt1.${kind}.${keyId}.${base64Url(body)}`;

/** A token's parts; undefined where the text is none. */
function readToken(text        )                                                                   {
  const [, kind, keyId, body] = TOKEN.exec(text) ?? [];
  if ((kind !== 'h' && kind !== 's') || keyId === undefined || body === undefined || body.length % 4 === 1)
    return undefined
  return { kind, keyId, body: fromBase64Url(body) }
}

const base64Url = (bytes            ) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text        ) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

const SIV_BYTES = 16;

/** AES-256-SIV (RFC 5297) under the column's key: equal values have equal tokens, the key's holder gets the values back, a changed token is refused. Its length tells the value's. */
const aesSiv = defineMethod({
  id: 'aes-siv',
  title: 'Deterministic encryption (AES-SIV), two ways',
  reversible: true,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, file, keys, ciphers }) {
    const siv = ciphers.aesSiv(keys.of('aes-siv', domain ?? column, 64));
    return {
      apply: cell => writeToken('s', keys.id, siv.seal(new TextEncoder().encode(cell))),
      reverse(cell, { line }) {
        const refuse = (found        ) =>
          new UserError('tokenize.token', `Expected a token of ${column} but found ${found} (${file}:${line})`, {
            file,
            line,
            hint: 'Give the table as tokenize wrote it, with the key and the contract it was written by',
          });
        const token = readToken(cell);
        if (token?.kind !== 's') throw refuse('something else')
        if (token.keyId !== keys.id) throw refuse(`one of the key ${token.keyId}, which is not ${keys.id}`)
        const plain = siv.open(token.body);
        if (!plain) throw refuse('one that is changed or of another column')
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain)
      },
    }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 's' && token.body.length > SIV_BYTES
  },
});

const DATE$1 = /^(\d{4})-(\d{2})-(\d{2})([T ].*)?$/;
const DAY = 86_400_000;

/** All dates of one subject moved by the same number of days, at most `days` either way and never none: what lies between them stays. Time of day stays. */
const dateShift = defineMethod({
  id: 'date-shift',
  title: 'Date shift, the same for all dates of one subject',
  reversible: true,
  options: strictObject({ subject: string().min(1), days: int().min(1).max(3650), domain: Domain }),
  subject: ({ subject }) => subject,
  tokenizer({ subject, days, domain }, { column, file, keys, ciphers, cellOf }) {
    // The subject's domain, not the column's: all dates of one subject move together.
    const key = keys.of('date-shift', domain ?? subject, 32);
    const subjectOf = cellOf(subject);
    const refuse = (message        , { line }     ) =>
      new UserError('tokenize.date-shift', `${message} (${file}:${line})`, {
        file,
        line,
        hint: 'Mend the value or empty the cell, or choose another method for the column',
      });
    const shift = (row     ) => {
      const person = subjectOf?.(row) ?? '';
      if (person === '')
        throw refuse(`Expected ${subject}, by which ${column} is shifted, to have a value but found none`, row)
      const number =
        ciphers
          .hmac(key, person)
          .slice(0, 6)
          .reduce((sum, byte) => sum * 256 + byte, 0) %
        (2 * days);
      return number < days ? number - days : number - days + 1
    };
    const move = (cell        , by        , row     ) => {
      const [, year, month, day, time = ''] = DATE$1.exec(cell) ?? [];
      const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
      // An impossible day (31 June) would silently be another one.
      const moved = Number.isNaN(at) || !iso(at).endsWith(`${day}`) ? '' : iso(at + by * DAY);
      if (moved.length !== 10)
        throw refuse(`Expected ${column} to hold dates as YYYY-MM-DD but found something else`, row)
      return moved + time
    };
    return {
      apply: (cell, row) => move(cell, shift(row), row),
      reverse: (cell, row) => move(cell, -shift(row), row),
    }
  },
});

const iso = (at        ) => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '')
};

/** The column left out of the table. */
const drop = defineMethod({
  id: 'drop',
  title: 'The column is left out',
  reversible: false,
  options: strictObject({}),
  holds: () => false,
});

const ALPHABETS = {
  digits: '0123456789',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'mixed-case': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};         

/** Texts of one format there must be at least, or one can be found by trying (NIST SP 800-38G Rev. 1, 5.1). */
const SMALLEST_DOMAIN = 1_000_000;
/** Longest text, in characters of the alphabet. */
const LONGEST = 128;
/** What stays where it is: the marks that numbers are written with. */
const MARK = /[\s./()+-]/;

/** FF1 (NIST SP 800-38G) under the column's key: digits stay digits, marks stay in place. Nothing tells it from a raw value, the key's id least of all. */
const ff1 = defineMethod({
  id: 'ff1',
  title: 'Format-preserving encryption (FF1), two ways',
  reversible: true,
  options: strictObject({
    alphabet: _enum(['digits', 'letters', 'alphanumeric', 'mixed-case']).default('digits'),
    domain: Domain,
  }),
  tokenizer({ alphabet, domain = undefined }, { column, file, keys, ciphers }) {
    const letters = ALPHABETS[alphabet];
    const radix = letters.length;
    const name = domain ?? column;
    const cipher = ciphers.ff1(radix, keys.of('ff1', `${alphabet}\0${name}`, 32), new TextEncoder().encode(name));
    const run = (cell        , line        , permute                                  ) => {
      const chars = [...cell];
      const numerals = chars.filter(char => !MARK.test(char)).map(char => letters.indexOf(char));
      const refuse = (expected        , found        ) =>
        new UserError('tokenize.ff1', `Expected ${column} to ${expected} but found ${found} (${file}:${line})`, {
          file,
          line,
          hint: 'Set another alphabet (digits, letters, alphanumeric, mixed-case), or use aes-siv',
        });
      if (numerals.includes(-1)) throw refuse(`hold ${alphabet} and marks only`, 'another character')
      if (radix ** numerals.length < SMALLEST_DOMAIN)
        throw refuse('have at least 1 000 000 values of one length', `a value of ${numerals.length} ${alphabet}`)
      if (numerals.length > LONGEST) throw refuse(`have at most ${LONGEST} characters`, String(numerals.length))
      const permuted = permute(numerals);
      let next = 0;
      return chars.map(char => (MARK.test(char) ? char : letters[permuted[next++] ?? 0])).join('')
    };
    return {
      apply: (cell, { line }) => run(cell, line, cipher.encrypt),
      reverse: (cell, { line }) => run(cell, line, cipher.decrypt),
    }
  },
});

const Options = union(
  [
    strictObject({ bin: number().positive() }),
    strictObject({ to: _enum(['month', 'year']) }),
    strictObject({ characters: int().min(1).max(20) }),
  ],
  { error: 'Expected one of bin (a width), to (month or year), characters (how many stay)' },
);

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?$/;
/** Digits that bins of decimal width are written with: 0.3, and not 0.30000000000000004. */
const DIGITS = 12;

/** A number made the lower end of its bin, so that a column of numbers stays one; a date made its month or year; a text its first characters. */
const generalise = defineMethod({
  id: 'generalise',
  title: 'Generalisation: bins, months or years, first characters',
  reversible: false,
  options: Options,
  tokenizer: (options, { column, file }) => ({
    apply(cell, { line }) {
      if ('characters' in options) return [...cell].slice(0, options.characters).join('')
      const refuse = (what        ) =>
        new UserError(
          'tokenize.generalise',
          `Expected ${column} to hold ${what} but found something else (${file}:${line})`,
          {
            file,
            line,
            hint: 'Mend the value or empty the cell, or choose another method for the column',
          },
        );
      if ('bin' in options) {
        const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
        if (!Number.isFinite(value)) throw refuse('numbers')
        // The division may land a hair below a whole number: 0.3 / 0.1 is 2.9999999999999996.
        const step = Math.floor(Number((value / options.bin).toPrecision(DIGITS)));
        return String(Number((step * options.bin).toPrecision(DIGITS)))
      }
      const [, year, month] = DATE.exec(cell) ?? [];
      if (year === undefined || month === undefined) throw refuse('dates as YYYY-MM-DD')
      return options.to === 'year' ? year : `${year}-${month}`
    },
  }),
  holds(cell, options) {
    if ('characters' in options) return [...cell].length <= options.characters
    if ('to' in options) return options.to === 'year' ? /^\d{4}$/.test(cell) : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell)
    const steps = NUMBER.test(cell) ? Number(cell) / options.bin : Number.NaN;
    return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))
  },
});

/** HMAC-SHA-256 under the column's key: equal values have equal tokens, and nobody gets a value back, the key's holder by guessing only. */
const hmac = defineMethod({
  id: 'hmac',
  title: 'Keyed hash (HMAC-SHA-256), one way',
  reversible: false,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, keys, ciphers }) {
    const key = keys.of('hmac', domain ?? column, 32);
    return { apply: cell => writeToken('h', keys.id, ciphers.hmac(key, cell)) }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 'h' && token.body.length === 32
  },
});

const STARS = '****';
const shown = int().min(0).max(8).default(0);

/** All but the first and last characters made four stars, however many there were; a value that would hide fewer than four is stars only. */
const mask = defineMethod({
  id: 'mask',
  title: 'Masking: first and last characters stay',
  reversible: false,
  options: strictObject({ first: shown, last: shown }),
  tokenizer: ({ first, last }) => ({
    apply(cell) {
      const chars = [...cell];
      if (chars.length < first + last + STARS.length) return STARS
      return [...chars.slice(0, first), STARS, ...chars.slice(chars.length - last)].join('')
    },
  }),
  holds(cell, { first, last }) {
    const chars = [...cell];
    if (cell === STARS) return true
    return chars.length === first + last + STARS.length && chars.slice(first, first + STARS.length).join('') === STARS
  },
});

var methods = /*#__PURE__*/Object.freeze({
  __proto__: null,
  aesSiv: aesSiv,
  dateShift: dateShift,
  drop: drop,
  ff1: ff1,
  generalise: generalise,
  hmac: hmac,
  mask: mask
});

/** Name of the custom property of an ODCS column that says how it is pseudonymised. */
const PROPERTY = 'proofmarkTokenize';

const CustomProperties = array(looseObject({ property: string(), value: unknown() })).nullish();
const Declaration = union([string().transform(method => ({ method })), looseObject({ method: string() })]);

/** How the contract wants a column pseudonymised: a method's id, or a map of `method` and its options; undefined where it says nothing. `contract` names the file, for messages. */
function declaredMethod(property          , contract        )                          {
  const refuse = (expected        , found        ) =>
    new UserError(
      'tokenize.declaration',
      `Expected ${PROPERTY} of ${property.name} to ${expected} but found ${found} (${contract})`,
      {
        file: contract,
        hint: `Methods: ${Object.values(methods)
          .map(({ id }) => id)
          .join(', ')}`,
      },
    );
  const read = CustomProperties.safeParse(property.customProperties);
  if (!read.success) {
    // Another tool's properties are not ours to judge, unless ours is among them and would go unread.
    if (JSON.stringify(property.customProperties)?.includes(PROPERTY))
      throw refuse('be an item of a list, with property and value', 'another shape')
    return undefined
  }
  const ours = (read.data ?? []).filter(each => each.property === PROPERTY);
  const [declared] = ours;
  if (!declared) return undefined
  if (ours.length > 1) throw refuse('be given once', String(ours.length))
  const declaration = Declaration.safeParse(declared.value);
  if (!declaration.success) throw refuse('name a method', 'none')
  const { method: id, ...options } = declaration.data;
  const method = Object.values(methods).find(each => each.id === id);
  if (!method) throw refuse('name a method', `'${id}'`)
  const bound = method.bind(options);
  if ('faults' in bound) throw refuse(`have the options of ${id}`, bound.faults.join('; '))
  return bound
}

/** What tokenize says of the table it wrote, beside it: by which methods, under which key; never the key. */
const TokenManifest = strictObject({
  schema: literal(`${NAMESPACE}tokens/v1`),
  table: strictObject({ sha256: Sha256, bytes: int().nonnegative(), rows: int().nonnegative() }),
  keyId: string().regex(/^[\da-f]{8}$/),
  /** Pseudonymised data stays personal data (GDPR Art. 4(5), recital 26): whoever has the key, or enough other data, finds the person. */
  status: literal('pseudonymised'),
  columns: array(strictObject({ name: string(), method: string(), reversible: boolean() })).min(1),
});
                                                         

/** The manifest's path, beside its table. */
const manifestPath = (table        )         => `${table}.tokens.json`;

/** The manifest in a text; undefined where it is none. */
function parseManifest(text        )                            {
  try {
    return TokenManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const MAX_MANIFEST = 1024 * 1024;

                                
                                
                          
                                   
 

                      
                       
                                 
 

/** Reads every table that the settings name for sensitive data, each once. A table that cannot be read is inconclusive; the others are looked at all the same. */
async function scanTables(settings          , ports       )                         {
  const scanned                = { materials: [], checks: [], tables: [] };
  const tables = await namedTables(settings, ports, scanned.checks);
  const rule = ruleOf$1(settings);
  if (tables.length === 0 && scanned.checks.length === 0 && !rule) return scanned
  const contract = await readContract(settings, ports, scanned);
  if (contract === 'unreadable') return scanned
  let grouped = false;
  for (const table of tables) {
    try {
      grouped = (await scanTable(table, contract, rule, scanned, ports)) || grouped;
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      scanned.checks.push(unreadTableCheck(table.path, error));
    }
  }
  if (rule && !grouped) scanned.checks.push(noTableCheck(rule.quasiIdentifiers));
  return scanned
}

async function namedTables(
  { data, certify, drift }          ,
  { files }       ,
  checks         ,
)                        {
  const named               = [
    ...(data.files ?? []).map(path => ({ path, role: 'data'          })),
    ...(certify.predictions === undefined ? [] : [{ path: certify.predictions, role: 'predictions'          }]),
    ...(certify.champion === undefined ? [] : [{ path: certify.champion, role: 'champion'          }]),
    ...(drift.reference === undefined ? [] : [{ path: drift.reference, role: 'reference'          }]),
    ...(drift.current === undefined ? [] : [{ path: drift.current, role: 'current'          }]),
  ];
  const found = new Map                    ();
  for (const { path, role } of named) {
    try {
      for (const file of await files.list([path])) if (!found.has(file)) found.set(file, { path: file, role });
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push(unreadTableCheck(path, error));
    }
  }
  return [...found.values()]
}

/** A contract that cannot be read leaves every column unjudged, rather than unclassified. */
async function readContract(
  { data }          ,
  { files }       ,
  { materials, checks }               ,
)                                                   {
  if (data.contract === undefined) return undefined
  try {
    const { contract, material } = await openContract(data.contract, files);
    materials.push(material);
    return contract
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    checks.push(unreadTableCheck(data.contract, error));
    return 'unreadable'
  }
}

const ruleOf$1 = ({ security }          )                            =>
  security['quasi-identifiers'] && {
    quasiIdentifiers: security['quasi-identifiers'],
    minK: security['min-k'],
    minL: security['min-l'],
  };

/** Returns whether the rows could be grouped by the quasi-identifiers. */
async function scanTable(
  { path, role }            ,
  contract                          ,
  rule                           ,
  { materials, checks, tables }               ,
  ports       ,
)                   {
  ports.log.progress(`${path}: looking for sensitive data`);
  const { header, batches, material } = await ports.tables.open(path);
  const properties = contractColumns(contract, path);
  const methods = methodsOf(properties, contract, header, role);
  const missing = rule?.quasiIdentifiers.filter(name => !header.includes(name)) ?? [];
  const complete = rule !== undefined && missing.length === 0;
  const inspection = inspectTable(path, header, { properties, methods, rule: complete ? rule : undefined });
  for await (const batch of batches) inspection.add(batch);
  const read = material(role);
  materials.push(read);
  const found = await inspection.finish(loadValidators, await manifestOf(path, read.digest.sha256, ports));
  checks.push(...found.checks);
  tables.push(found.table);
  if (rule && missing.length > 0 && role === 'data') checks.push(missingColumnsCheck(path, missing, rule.minK));
  return complete
}

/** How the contract wants the table's columns pseudonymised; of columns that the table does not have, only those of a table of data that must be left out. */
function methodsOf(
  properties                               ,
  contract                          ,
  header                   ,
  role                  ,
)                           {
  const methods = new Map                     ();
  for (const property of new Set(properties.values())) {
    const method = contract && declaredMethod(property, contract.name);
    if (!method) continue
    const present = [property.name, property.physicalName].find(name => name !== undefined && header.includes(name));
    if (present !== undefined) methods.set(present, method);
    else if (method.id === 'drop' && role === 'data') methods.set(property.name, method);
  }
  return methods
}

/** The manifest beside a table, where it is of these very bytes. */
async function manifestOf(path        , sha256        , { files }       ) {
  const beside = manifestPath(path);
  if (!(await files.exists(beside))) return undefined
  const manifest = parseManifest(await files.readText(beside, { maxBytes: MAX_MANIFEST }));
  return manifest?.table.sha256 === sha256 ? manifest : undefined
}

/** Tells the size of a scanned file by its path from the folder of the file at `path`, as a model names the files of its weights. */
function sizeBeside(
  path        ,
  scanned                   ,
  files                       ,
)                                               {
  const folder = path.split('/').slice(0, -1);
  return async location => {
    const named = [...folder, ...location.split('/').filter(part => part !== '' && part !== '.')].join('/');
    return scanned.includes(named) ? (await files.digest(named)).bytes : undefined
  }
}

/** Files that are under way at once: as many as the processes may want, and not so many that what they hold adds up. */
const AHEAD = 64;

                
                                
                          
                                 
                                            
                                       
                           
                              
 

const NO_TABLES                = { materials: [], checks: [], tables: [] };

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version or with known vulnerabilities. */
const securityScan                               = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) =>
    [model.files, security.paths, security['quasi-identifiers']].some(setting => setting !== undefined) ||
    security['sensitive-data'],
  async find(settings, ports, out)                                     {
    const { model, security, policy } = settings;
    const waivers          = { list: policy.waivers ?? [], now: ports.now() };
    const paths = [...(model.files ?? []), ...(security.paths ?? [])];
    const asked = security['sensitive-data'] || security['quasi-identifiers'] !== undefined;
    const { materials, checks, tables } = asked ? await scanTables(settings, ports) : NO_TABLES;
    if (paths.length === 0 && checks.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files', 'security.paths' or 'security.sensitive-data' to be set (what to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const result                 = { files: [], secrets: [], dependencies: [], vulnerabilities: [] };
    const secrets = startSecretScan();
    const scan       = { materials: [], checks: [], result, dependencyFiles: [], workflows: [], waivers, secrets };
    const skipped            = [];
    if (paths.length > 0) await scanFiles(paths, out, settings, scan, skipped, ports);
    if (paths.length > 0 && scan.result.files.length === 0) scan.checks.push(nothingScanned(paths));
    const leaks = await judgeSecretScan(secrets, scan.materials, settings, ports, waivers);
    const dependencies = await scanDependencies(scan.dependencyFiles, result.files, settings, ports, waivers);
    const judged = [...scan.checks, ...leaks.checks, ...dependencies.checks, ...checks];
    return {
      materials: [
        ...scan.materials,
        ...[...leaks.materials, ...dependencies.materials, ...materials].filter(
          ({ name }) => !scan.materials.some(file => file.name === name),
        ),
      ],
      checks: [...judged, ...waiversCheck(waivers, judged)],
      result: {
        ...result,
        secrets: leaks.secrets,
        ...dependencies.result,
        ...(skipped.length > 0 && { skipped }),
        ...(tables.length > 0 && { tables }),
        ...(scan.workflows.length > 0 && { workflows: scan.workflows }),
      },
    }
  },
};

/** Scans every file that the paths name, in the order of their names, whatever the order in which the scans end. */
async function scanFiles(
  paths                   ,
  out        ,
  settings          ,
  scan      ,
  skipped           ,
  ports       ,
)                {
  const limits = scanLimits(settings);
  const scans = ports.scanner.open(limits);
  try {
    const found = await ports.files.list(paths, { leftOut: (path, reason) => skipped.push({ path, reason }) });
    const listed = found.filter(path => !path.startsWith(`${out}/`));
    for (const path of found) if (path.startsWith(`${out}/`)) skipped.push({ path, reason: 'written by Proofmark' });
    const files = inOrder(listed, AHEAD, path => scanFile(path, listed, scans, ports));
    for await (const { path, sha256, bytes, scanned } of files) {
      ports.log.progress(`${path}: scanned`);
      const isSame = scanned.sha256 === undefined || scanned.sha256 === sha256;
      note(path, { sha256, bytes }, isSame ? scanned : { inspected: stoppedScan({ limit: 'change' }, limits) }, scan);
    }
  } finally {
    scans.close();
  }
}

async function scanFile(path        , listed                   , scans           , { files }       ) {
  const [digest, scanned] = await Promise.all([files.digest(path), scans.scan(path, sizeBeside(path, listed, files))]);
  return { path, ...digest, scanned }
}

/** Adds what the scan of a file gave to that of all. */
function note(path        , digest                                   , scanned             , scan      )       {
  const { sha256, bytes } = digest;
  const { inspected, checks = [], secrets = [], searched, workflow, dependencies } = scanned;
  const { format } = inspected;
  const { inspection, waivers } = waiveFindings(inspected, sha256, scan.waivers);
  const { status, globals, findings, limit, reason } = inspection;
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
  scan.checks.push(artefactCheck(path, { ...inspected, inspection }, waivers), ...checks);
  scan.result.files.push({
    path,
    format,
    bytes,
    sha256,
    status,
    globals,
    findings: [...findings],
    ...(status === 'inconclusive' && { reason }),
    ...(limit && { limit }),
  });
  scan.secrets.found.push(...secrets);
  if (searched) scan.secrets.searched[searched]++;
  if (workflow) scan.workflows.push(workflow);
  if (dependencies) scan.dependencyFiles.push(dependencies);
}

const nothingScanned = (paths                   )        => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
});

/** The gates, in the order in which they run and are shown. */
const gateCommands                         = [dataValidate, modelCertify, securityScan, driftCompare];

/** Tables that are read in the dialects declared for them. */
const withDialects = (tables        , dialects                                               )         =>
  dialects === undefined
    ? tables
    : {
        open: path => tables.open(path, dialectFor(dialects, path)),
        measure: (path, job, options) => tables.measure(path, job, { ...options, dialect: dialectFor(dialects, path) }),
        find: (path, header) => tables.find(path, header, dialectFor(dialects, path)),
      };

/** A gate as a command: settings in, findings out. */
                                                                
                     
                                                           
                                           
                                                             
                                                                              
 

                           
                             
                              
                       
                                                                      
                          
 

/** Runs a gate and writes its evidence into the folder `out`, whatever happens: a gate that could not run leaves an inconclusive one. `notes` join its checks. */
async function produceEvidence(
  command             ,
  settings          ,
  ports       ,
  out        ,
  notes                   = [],
)                    {
  const startedAt = ports.now();
  const path = `${out}/${evidenceFile(command.gate)}`;
  let subject            = [];
  try {
    subject = await modelSubject(settings, ports.files, out);
    const tables = withDialects(ports.tables, settings.data.dialects);
    const findings = await command.find(settings, { ...ports, tables }, out);
    findings.checks.push(...notes);
    const evidence = dated(command.gate, startedAt, subject, findings, ports);
    await write(evidence);
    return { evidence, path }
  } catch (error) {
    const evidence = dated(command.gate, startedAt, subject, unable(error), ports);
    await write(evidence);
    return { evidence, path, error }
  }

  function write(evidence          ) {
    return ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`)
  }
}

/** Leaves the evidence of a gate that was never started, because its settings could not be read. */
async function produceRefusedEvidence(
  gate          ,
  error         ,
  ports       ,
  out        ,
)                    {
  const evidence = dated(gate, ports.now(), [], unable(error), ports);
  const path = `${out}/${evidenceFile(gate)}`;
  await ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`);
  return { evidence, path, error }
}

function dated(
  gate          ,
  startedAt      ,
  subject           ,
  found                             ,
  ports       ,
)           {
  const { repository, commit, ref, url, folder } = ports.context;
  return Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(found.checks.map(check => check.status)),
    subject,
    ...found,
    tool: { name: 'proofmark', version: VERSION },
    run: {
      repository,
      commit,
      ref,
      url,
      folder,
      startedAt: startedAt.toISOString(),
      finishedAt: ports.now().toISOString(),
    },
  })
}

                                                                   

function unable(error         )         {
  const known = error instanceof UserError;
  const check = {
    id: known ? error.code : 'internal.error',
    title: known ? 'The gate could not run' : 'Proofmark itself failed',
    status: 'inconclusive'         ,
    reason: error instanceof Error ? error.message : String(error),
    ...(known && error.hint !== undefined ? { hint: error.hint } : {}),
    ...(known && error.file !== undefined
      ? { locations: [{ file: error.file, ...(error.line === undefined ? {} : { line: error.line }) }] }
      : {}),
  };
  return { materials: [], checks: [check], result: null }
}

/** What a pull request would change about the waivers once merged, as a check of security-scan; none where nothing. */
function waiverChanges(base                    = [], head                    = [], file        )          {
  const [before, after] = [base, head].map(list => new Map(list.map(each => [JSON.stringify(each), each])));
  const added = [...(after ?? [])].filter(([key]) => !before?.has(key)).map(([, waiver]) => waiver);
  const removed = [...(before ?? [])].filter(([key]) => !after?.has(key)).map(([, waiver]) => waiver);
  if (added.length === 0 && removed.length === 0) return []
  const changes = [...added.map(each => `adds ${told(each)}`), ...removed.map(each => `takes away ${told(each)}`)];
  return [
    {
      id: 'waivers.changed',
      title: 'The waivers would change',
      status: 'warn',
      reason: `This pull request ${changes.join(', ')}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    },
  ]
}

const told = (waiver        ) =>
  `the waiver of ${describeWaiver(waiver)} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`;

/** Where nothing is to be merged the bar is what the settings say. */
const ownBar = (settings          )      => ({
  settings,
  claimChanges: [],
  policyChanges: [],
  waiverChanges: [],
});

/**
 * In a pull request, and in a merge queue, the bar is the base branch's: `policy` and `certify.claims` are taken from there, and a change to them is
 * listed and takes effect after the merge. A base branch without the file leaves the pull request's own, and says so.
 */
async function takeBar(head          , path        , forge       )               {
  const text = await forge.readBase(path);
  if (text === undefined) {
    const changes = [introduced(path)];
    const waiverChanges = head.policy.waivers ? changes : [];
    return { settings: head, claimChanges: changes, policyChanges: changes, waiverChanges }
  }
  const base = readBaseSettings(path, text);
  const { claims: _, ...certify } = head.certify;
  return {
    settings: {
      ...head,
      policy: base.policy,
      certify: base.certify.claims ? { ...certify, claims: base.certify.claims } : certify,
    },
    claimChanges: difference('claims', 'The claims', base.certify.claims, head.certify.claims, path),
    policyChanges: difference('policy', 'The policy', base.policy, head.policy, path),
    waiverChanges: waiverChanges(base.policy.waivers, head.policy.waivers, path),
  }
}

function readBaseSettings(path        , text        )           {
  try {
    return readSettings({
      command: 'gate',
      file: { name: path, text },
      inputs: new Map(),
      nameInput: input => input.name,
      rebase: name => name,
    })
  } catch (cause) {
    const why = cause instanceof UserError ? cause.message : String(cause);
    throw new UserError(
      'policy.base-unreadable',
      `The bar is the base branch's, and ${path} there cannot be read: ${why}`,
      {
        hint: 'Mend the file on the base branch first',
        cause,
      },
    )
  }
}

function difference(id        , title        , base         , head         , path        )          {
  if (JSON.stringify(base) === JSON.stringify(head)) return []
  return [
    {
      id: `${id}.changed`,
      title: `${title} would change`,
      status: 'warn',
      reason: `This pull request changes ${id} from ${JSON.stringify(base ?? null)} to ${JSON.stringify(head ?? null)}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file: path }],
    },
  ]
}

const introduced = (path        )        => ({
  id: 'policy.introduced',
  title: 'The policy is new',
  status: 'warn',
  reason: `The base branch has no ${path}, so this run was decided by the pull request's own`,
  hint: 'Merge the settings first, then certify against them',
  locations: [{ file: path }],
});

const DATA_ROLES = ['data', 'predictions', 'champion', 'reference', 'current'];

const fileRef = (name        )         => `file:${name}`;

/** The model: its one file, or a component that holds all its files and is known by the model id. */
function modelComponent(
  files                    ,
  sha256                          ,
  card                       ,
)                        {
  const [first, ...others] = files;
  if (!first) return undefined
  const id = idOf$1(files, sha256);
  return {
    type: 'machine-learning-model',
    'bom-ref': 'model',
    name: others.length === 0 ? first.name : commonFolder(files),
    ...(id !== undefined && { version: id }),
    ...(others.length === 0
      ? { hashes: hashes(first.digest.sha256) }
      : { components: files.map(({ name, digest }) => component('file', name, digest.sha256)) }),
    ...(card && { modelCard: card }),
  }
}

/** Every file that a gate has read and that is no part of the model: tables as data, with the columns that the contract calls sensitive. */
function fileComponents(evidence                     , model                     )              {
  const sensitive = new Map                           ();
  for (const each of evidence)
    if (each.gate === 'data-validate')
      for (const { file, columns } of each.result?.files ?? [])
        sensitive.set(
          file,
          columns.filter(column => column.sensitive).map(({ column }) => column),
        );
  const found = new Map                   ();
  for (const { name, role, digest } of evidence.flatMap(({ materials }) => materials)) {
    if (model.has(name) || found.get(name)?.type === 'data') continue
    const isData = DATA_ROLES.includes(role);
    found.set(name, component(isData ? 'data' : 'file', name, digest.sha256, sensitive.get(name)));
  }
  return [...found.values()]
}

function component(type                 , name        , sha256        , sensitive                    = [])            {
  return {
    type,
    'bom-ref': fileRef(name),
    name,
    hashes: hashes(sha256),
    ...(type === 'data' && {
      data: [
        {
          type: 'dataset',
          name,
          ...(sensitive.length > 0 && { sensitiveData: sensitive.map(column => `column ${column}`) }),
        },
      ],
    }),
  }
}

/** The model id; none where a file has a name that no certificate could state. */
function idOf$1(files                    , sha256                          )                     {
  try {
    return modelId(files, sha256)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const hashes = (content        ) => [{ alg: 'SHA-256', content }];         

function commonFolder(files                    )         {
  const [first = [], ...others] = files.map(({ name }) => name.split('/').slice(0, -1));
  const shared = first.filter((part, i) =>
    others.every(other => first.slice(0, i).every((p, j) => other[j] === p) && other[i] === part),
  );
  return shared.join('/') || 'model'
}

/** What the policy's waiver says of a vulnerability, as a VEX statement; without one nobody has said anything yet. */
function analysisOf(waiver                    , found        )           {
  if (waiver?.rule !== 'vulnerabilities') return { state: 'in_triage', detail: found }
  const { state, justification, reason, owner, expires } = waiver;
  return {
    state,
    ...(state === 'not_affected' && justification !== undefined && { justification }),
    // Who says that it can be exploited and waives it has decided to live with it.
    ...(state === 'exploitable' && { response: ['will_not_fix']          }),
    detail: `${reason} (waived by ${owner} until ${expires}; ${found})`,
  }
}

/** purl types by OSV's name of the ecosystem (github.com/package-url/purl-spec, PURL-TYPES). */
const PURL_TYPES                                   = { PyPI: 'pypi', npm: 'npm', conda: 'conda', Conda: 'conda' };

/** The libraries that the evidence names: those with an exact version, those without, and those that another tool has reported on. */
function libraries({ packages = [], dependencies, vulnerabilities }                )              {
  const found = new Map                   ();
  for (const { ecosystem, name, version } of [...packages, ...vulnerabilities]) {
    const ref = libraryRef(ecosystem, name, version);
    const purl = purlOf(ecosystem, name, version);
    found.set(ref, { type: 'library', 'bom-ref': ref, name, version, ...(purl !== undefined && { purl }) });
  }
  for (const { name, requirement, file, line } of dependencies) {
    const ref = `requirement:${file}:${line}:${name}`;
    const properties = [
      { name: 'proofmark:requirement', value: requirement },
      { name: 'proofmark:declared-in', value: `${file}:${line}` },
    ];
    found.set(ref, { type: 'library', 'bom-ref': ref, name, properties });
  }
  return [...found.values()]
}

/** Known vulnerabilities of them: what a waiver says of each, else it stands as in triage. */
function vulnerabilitiesOf({ vulnerabilities }                )                  {
  const found = new Map                       ();
  for (const { ecosystem, name, version, source, file, line, vulnerabilities: known } of vulnerabilities)
    for (const { ids, severity, fixed, waiver } of known) {
      const [id = 'unknown', ...aliases] = ids;
      const affected = libraryRef(ecosystem, name, version);
      const analysis = analysisOf(waiver, `${file}${line === undefined ? '' : `:${line}`} has ${name} ${version}`);
      const ref = `vulnerability:${id}:${affected}`;
      found.set(ref, {
        'bom-ref': ref,
        id,
        source: { name: source },
        ...(aliases.length > 0 && {
          references: [...new Set(aliases)].map(alias => ({ id: alias, source: { name: source } })),
        }),
        ratings: [{ severity }],
        ...(fixed !== undefined && { recommendation: `Update ${name} to ${fixed} or later` }),
        analysis,
        affects: [{ ref: affected, versions: [{ version, status: isAffected(analysis) ? 'affected' : 'unaffected' }] }],
      });
    }
  return [...found.values()]
}

const isAffected = ({ state }          ) => state !== 'not_affected' && state !== 'false_positive';

const libraryRef = (ecosystem        , name        , version        ) => `library:${ecosystem}:${name}@${version}`;

function purlOf(ecosystem        , name        , version        )                     {
  const type = PURL_TYPES[ecosystem];
  if (type === undefined) return undefined
  const plain = type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : name;
  return `pkg:${type}/${plain.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`
}

/** The model card that model-certify's evidence bears out: nothing in it is what somebody says of the model. */
function modelCard(evidence               , refOf                          )                        {
  const { result, materials } = evidence;
  if (!result) return undefined
  const performanceMetrics = result.metrics.flatMap(({ id, value, interval })                      =>
    value === null
      ? []
      : [
          {
            type: id,
            value: String(value),
            ...(interval && {
              confidenceInterval: { lowerBound: String(interval[0]), upperBound: String(interval[1]) },
            }),
          },
        ],
  );
  const datasets = materials.filter(({ role }) => role === 'predictions').map(({ name }) => ({ ref: refOf(name) }));
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      task: `${result.task} classification`,
      ...(datasets.length > 0 && { datasets }),
    },
    ...(performanceMetrics.length > 0 && { quantitativeAnalysis: { performanceMetrics } }),
  }
}

/** A UUID of version 8 (RFC 9562 §5.8) made of a SHA-256, as a URN: equal contents have equal numbers. */
function serialNumber(sha256        )         {
  const variant = ((Number.parseInt(sha256[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`;
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}

/**
 * The evidence of a run as a CycloneDX 1.6 bill of materials: the model with its card, the data, the other files that were read,
 * and the libraries that the scan names. Its serial number is a function of everything in it but the time.
 */
function cyclonedx(evidence                     , sha256                          )      {
  const subject = evidence.find(each => each.subject.length > 0)?.subject ?? [];
  const certified = evidence.find(each => each.gate === 'model-certify');
  const scanned = evidence.find(each => each.gate === 'security-scan')?.result;
  const card = certified?.gate === 'model-certify' ? modelCard(certified, fileRef) : undefined;
  const model = modelComponent(subject, sha256, card);
  const known = scanned ? vulnerabilitiesOf(scanned) : [];
  const components              = [
    ...fileComponents(evidence, new Set(subject.map(({ name }) => name))),
    ...(scanned ? libraries(scanned) : []),
  ];
  const content = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'proofmark', version: evidence[0]?.tool.version ?? '' }] },
      ...(model && { component: model }),
      properties: [
        ...evidence.map(({ gate, verdict }) => ({ name: `proofmark:verdict:${gate}`, value: verdict })),
        ...waived(evidence),
      ],
    },
    components,
    // What no gate has read, the evidence cannot name.
    compositions: [{ aggregate: 'unknown', assemblies: (model ? [model] : components).map(each => each['bom-ref']) }],
    ...(known.length > 0 && { vulnerabilities: known }),
  };         
  const timestamp =
    evidence
      .map(({ run }) => run.finishedAt)
      .toSorted()
      .at(-1) ?? new Date(0).toISOString();
  const { $schema, bomFormat, specVersion, metadata, ...rest } = content;
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: serialNumber(sha256(canonicalJson(content))),
    metadata: { timestamp, ...metadata },
    ...rest,
  }
}

/** The waivers that were applied, each once: what is said of a file or a credential has no other place in a bill of materials. */
function waived(evidence                     )             {
  const applied = evidence.flatMap(({ checks }) => checks.flatMap(({ waivers }) => waivers ?? []));
  const told = applied.map(
    waiver => `${describeWaiver(waiver)} until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason}`,
  );
  return [...new Set(told)].map(value => ({ name: 'proofmark:waiver', value }))
}

/** Lower-case hexadecimal SHA-256 of a text. */
                                             

/** Cells of a notebook and lines in them move, and a baseline comes and goes. */
const PLACE_OF_SECRET = / \(.*$|, of the baseline$/;

/**
 * What an alert is recognised by in the next run: the rule, the file and the name of what was found, but neither line nor byte, so
 * that neither an edit above it nor a model trained again opens it anew. The nth of equals has n.
 */
function fingerprints(sha256        )                                                         {
  const seen = new Map                ();
  return (ruleId, file, note) => {
    const [first = '', ...rest] = note.split('\0');
    const shown = ruleId === 'secrets' ? first.replace(PLACE_OF_SECRET, '') : first.replace(/^byte \d+: /, '');
    const name = [shown, ...rest].join('\0');
    const hash = sha256([ruleId, file, name].join('\0'));
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`
  }
}

/** The places of one check, at least one: where it names none, the file that its question was asked of. */
function located(check       , { materials, subject }          )                      {
  if (check.locations && check.locations.length > 0) return check.locations
  const asked = materials.find(({ role }) => ASKED_OF.includes(role)) ?? materials[0] ?? subject[0];
  return [{ file: asked?.name ?? 'proofmark.yml' }]
}

const ASKED_OF = ['data', 'predictions', 'current', 'artefact'];

const MAX_LENGTH = 2000;

/** A sentence as SARIF's plain text: control characters shown, and no `](`, which would be a link (SARIF 2.1.0 §3.11.6). */
function plainMessage(...parts                                 )         {
  const text = parts
    .filter(part => part !== undefined)
    .map(part => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
  return visible(text).replaceAll('](', '] (').slice(0, MAX_LENGTH)
}

/** What a kind of security check is about, for somebody who sees one alert of it. */
                           
                        
                              
                       
                                                                   
                           
 

/** Security checks by the beginning of their ids. */
const KINDS                                     = {
  artefact: {
    title: 'Loading the file would run only what is known to be harmless',
    description: 'A model file imports or calls what is not on the allow list, or cannot be read to its end.',
    help: 'Do not load the file. Train and save the model again from sources you trust, as skops, ONNX or safetensors, which run nothing.',
    severity: 9.8,
  },
  secrets: {
    title: 'Text files hold no credentials',
    description: 'A text holds what looks like a password, key or token.',
    help: 'Revoke the credential first, then take it out of the file and of its history, and read it from the environment instead.',
    severity: 8.8,
  },
  loader: {
    title: 'The pinned loaders load the scanned files safely',
    description:
      'A library is pinned at a version with a known fault in loading a kind of file that is among those scanned.',
    help: 'Update the library to the version that the alert names.',
    severity: 8.1,
  },
  waivers: {
    title: 'Every waiver is needed and in force',
    description: 'A waiver of the policy has expired or excepts nothing, or a pull request would change the waivers.',
    help: 'Take the waiver out of the policy, or have its owner renew it for what the file is now.',
    severity: 3,
  },
  'secrets-baseline': {
    title: 'The baseline of credentials does not grow',
    description: 'A pull request would add credentials to the baseline, of which every one only warns.',
    help: 'See that each of them was there before, and is being revoked.',
    severity: 6,
  },
  dependencies: {
    title: 'Every dependency has an exact version',
    description:
      'A dependency is declared without an exact version, so that the same commit can install something else tomorrow.',
    help: 'Pin each dependency with ==, or install from a lock file.',
    severity: 4,
  },
  vulnerabilities: {
    title: 'Dependencies have no known vulnerability',
    description: 'A version that is installed or allowed has a vulnerability that a database knows of.',
    help: 'Update the dependency to the version that the alert names, or replace it.',
    severity: 7.5,
  },
  sensitive: {
    title: 'The contract classifies every column of sensitive data',
    description:
      'A column seems to hold personal or otherwise sensitive data that the contract does not classify, or nobody could tell.',
    help: 'Set the classification of the column in the contract, or drop or pseudonymise the column.',
    severity: 6,
  },
  'sensitive-header': {
    title: 'The first line of a table names its columns',
    description: 'The first line of a table holds values, so that its columns have no names.',
    help: 'Put a line with the names of the columns before the first row.',
    severity: 4,
  },
  'k-anonymity': {
    title: 'No row of a table stands out by its quasi-identifiers',
    description:
      'Too few rows of a table share their quasi-identifiers, so that a person could be singled out, or nobody could tell.',
    help: 'Coarsen the quasi-identifiers, or drop the rows or columns that make rows stand out.',
    severity: 5,
  },
  'l-diversity': {
    title: 'Rows that share their quasi-identifiers differ in what is sensitive',
    description:
      'Rows that share their quasi-identifiers also share a sensitive value, so that it is known of whoever is among them.',
    help: 'Coarsen the quasi-identifiers, or drop the sensitive column.',
    severity: 5,
  },
  workflow: {
    title: 'Workflows leave no way around the gate',
    description:
      'A GitHub Actions workflow cannot be read, so that nobody can tell whether it leaves a way around the gate.',
    help: 'Mend the workflow file; GitHub would not run it as it is.',
    severity: 5,
  },
};

/** The rule a security check belongs to: its id without the file's name. */
function ruleIdOf(checkId        )         {
  const [kind = '', rule = ''] = checkId.split('.', 2);
  return kind === 'workflow' && /^[\w-]+(?:\/[\w-]+)?$/.test(rule) && isRule(rule) ? `${kind}.${rule}` : kind
}

const RULES = Object.values(rules);
const isRule = (id        ) =>
  id === 'report' || /^(?:zizmor|actionlint)(?:\/|$)/.test(id) || RULES.some(rule => rule.id === id);

/** What the rule is about; undefined where nobody has described it. */
function ruleKindOf(ruleId        )                       {
  const id = ruleId.replace(/^workflow\./, '');
  const rule = RULES.find(each => each.id === id);
  if (!rule) return ruleId.startsWith('workflow.') ? imported(id) : KINDS[ruleId]
  const severities = Object.values(rule.severities);
  return {
    title: rule.title,
    description: `Expected ${rule.expected}.`,
    help: severities.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' '),
    severity: severities.some(({ status }) => status === 'fail') ? 8 : 5,
  }
}

const imported = (id        )           => ({
  title: `No finding of ${id}`,
  description: `A report of another tool that was among the scanned files has findings of ${id}.`,
  help: 'See what that tool says of the rule, mend it, and write its report again.',
  severity: 5,
});

/**
 * A gate's evidence as SARIF 2.1.0 for GitHub code scanning, or any reader of it: every check that did not pass, at every place it
 * names. Inconclusive is an error, as it is for the gate.
 */
function sarif(evidence          , sha256        )           {
  const open = evidence.checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const rules = new Map                   ();
  for (const check of open) {
    const rule = ruleOf(check, evidence);
    if (!rules.has(rule.id) && rules.size < LIMITS.sarifRules) rules.set(rule.id, rule);
  }
  const ids = [...rules.keys()];
  const fingerprint = fingerprints(sha256);
  const results = open.flatMap(check => resultsOf(check, evidence, ids, fingerprint));
  const left = results.length - LIMITS.sarifResults;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Proofmark',
            version: evidence.tool.version,
            semanticVersion: evidence.tool.version,
            informationUri: NAMESPACE,
            rules: [...rules.values()],
          },
        },
        automationDetails: { id: `proofmark/${evidence.gate}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: evidence.result !== null,
            ...(left > 0 && {
              toolExecutionNotifications: [
                {
                  level: 'warning',
                  message: { text: `${count$2(left, 'more result')} left out: the evidence has them all.` },
                },
              ],
            }),
          },
        ],
        results: results.slice(0, LIMITS.sarifResults),
      },
    ],
  }
}

const LEVELS                        = { fail: 'error', inconclusive: 'error', warn: 'warning', pass: 'warning' };

/** What could not run at all is a rule by its whole id: it is no answer of the gate's. */
const idOf = (check       , { gate, result }          ) =>
  gate === 'security-scan' && result !== null ? ruleIdOf(check.id) : check.id;

function ruleOf(check       , evidence          )            {
  const id = idOf(check, evidence);
  const level = LEVELS[check.status];
  const kind = evidence.gate === 'security-scan' ? ruleKindOf(id) : undefined;
  const help = kind?.help ?? check.hint ?? 'See the evidence of the gate.';
  return {
    id,
    shortDescription: { text: plainMessage(kind?.title ?? check.title) },
    fullDescription: { text: plainMessage(kind?.description ?? check.title) },
    help: { text: plainMessage(help), markdown: escapeText(help) },
    defaultConfiguration: { level },
    properties: {
      tags: evidence.gate === 'security-scan' ? ['security', evidence.gate] : [evidence.gate],
      precision: id === 'secrets' ? 'medium' : 'high',
      ...(kind ? { 'security-severity': kind.severity.toFixed(1) } : { 'problem.severity': level }),
    },
  }
}

function resultsOf(
  check       ,
  evidence          ,
  ids                   ,
  fingerprint                                 ,
)                {
  const ruleId = idOf(check, evidence);
  const ruleIndex = ids.indexOf(ruleId);
  if (ruleIndex === -1) return []
  const places = located(check, evidence);
  return places.map((location, i) => {
    const { file, line, column, note, waiver, key = [] } = location;
    return {
      ruleId,
      ruleIndex,
      level: LEVELS[check.status],
      message: {
        text: plainMessage(
          places.length > 1 ? hereText(location) : undefined,
          check.reason,
          i === 0 ? check.hint : undefined,
        ),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: inRepository(evidence.run.folder, file).split('/').map(encodeURIComponent).join('/'),
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line ?? 1, startColumn: 1, endLine: line ?? 1, endColumn: 2 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: fingerprint(ruleId, file, [note, column, ...key.map(keyText)].join('\0')),
      },
      ...suppressed(check.waivers?.[waiver ?? -1]),
    }
  })
}

function hereText(location          )                     {
  const here = [
    ...(isRow(location) ? cellTexts(location) : []),
    ...(location.note === undefined ? [] : [location.note]),
  ];
  return here.length > 0 ? `Here: ${here.join(', ')}` : undefined
}

/** A waiver as SARIF has it (§3.35): kept outside the file, and accepted by its owner. */
function suppressed(waiver                    )                                    {
  if (!waiver) return {}
  const { reason, owner, expires } = waiver;
  const justification = plainMessage(reason, `Waived by ${owner} until ${expires}`);
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}

/** The bill of materials, inside the output folder. */
const BOM_FILE = 'bom.cdx.json';

const sarifFile = (gate          ) => `${gate}.sarif`;

/**
 * Writes beside the evidence what other programs read: SARIF for each gate, and with security-scan a bill of materials of all of
 * them. Of the gates that were `asked`, what an earlier run left is removed where there is nothing to write now.
 */
async function writeReports(
  evidence                     ,
  asked                     ,
  out        ,
  { files, sha256 }                                 ,
)                {
  for (const gate of GATES.filter(each => asked.includes(each))) {
    const found = evidence.find(each => each.gate === gate);
    if (found) await files.write(`${out}/${sarifFile(gate)}`, text(sarif(found, sha256)));
    else await files.remove(`${out}/${sarifFile(gate)}`);
  }
  if (!asked.includes('security-scan')) return
  if (evidence.some(({ gate }) => gate === 'security-scan'))
    await files.write(`${out}/${BOM_FILE}`, text(cyclonedx(evidence, sha256)));
  else await files.remove(`${out}/${BOM_FILE}`);
}

const text = (value        ) => `${JSON.stringify(value, null, 2)}\n`;

/** What the face of a command (an action, the program) has understood of what its user gave. */
                          
                               
                                                                         
                      
                                                      
                                     
                                                       
                                         
                                                         
                                 
                              
                                                                                                 
                                   
                                                                                 
                                        
 

                          
                               
                           
                             
                                        
                                                   
                                                        
                                      
 

/**
 * Runs one command from settings to evidence, and for `gate` and `audit-record` on to the certificate. What the user can mend
 * ends as evidence that says so; it is thrown only where there is no gate whose evidence could.
 */
async function run(request         , ports       )                   {
  const { command, out } = request;
  const gates = gateCommands.filter(({ gate }) => command === gate || command === 'gate');
  const records = command === 'gate' || command === 'audit-record';
  // First, because a scan of the folder they are in would take an old bill of materials for another tool's report.
  await writeReports(
    [],
    gates.map(({ gate }) => gate),
    out,
    ports,
  );
  const bar = await understood(request, ports);
  if ('error' in bar) {
    if (records) await removeRecord(out, ports);
    if (gates.length === 0) throw bar.error
    return conclude(command, await reported(await refuseAll(gates, bar.error, ports, out)), undefined, undefined)
  }
  const base = baseFiles(request.configPath, ports);
  const based = base ? { ...ports, base } : ports;
  const produced             = [];
  for (const gate of gates) {
    if (command !== 'gate' || isWanted(gate, bar.settings)) {
      ports.log.progress(`${gate.gate} …`);
      produced.push(await produceEvidence(gate, bar.settings, based, out, notesFor(gate, bar)));
    } else await ports.files.remove(`${out}/${evidenceFile(gate.gate)}`);
  }
  await reported(produced);
  const certification = records ? await certify(bar, request, ports) : undefined;
  return conclude(command, produced, certification, bar.settings.record.release)

  async function reported(produced                     ) {
    const evidence = produced.map(one => one.evidence);
    await writeReports(
      evidence,
      gates.map(({ gate }) => gate),
      out,
      ports,
    );
    return produced
  }
}

async function refuseAll(
  gates                        ,
  error         ,
  ports       ,
  out        ,
)                      {
  const produced             = [];
  for (const { gate } of gates) produced.push(await produceRefusedEvidence(gate, error, ports, out));
  return produced
}

function notesFor({ gate }             , { claimChanges, waiverChanges }     )                   {
  if (gate === 'model-certify') return claimChanges
  return gate === 'security-scan' ? waiverChanges : []
}

async function understood(request         , ports       )                                    {
  try {
    const file =
      request.config === undefined
        ? undefined
        : { name: request.config, text: await ports.files.readText(request.config) };
    const settings = readSettings({ ...request, ...(file ? { file } : {}) });
    const { forge, context } = ports;
    return context.base !== undefined && forge && request.configPath !== undefined
      ? await takeBar(settings, request.configPath, forge)
      : ownBar(settings)
  } catch (error) {
    return { error }
  }
}

async function certify(
  { settings, policyChanges }     ,
  { key = '', out, evidence, rebase }         ,
  ports       ,
)                         {
  const isText = key.includes('-----BEGIN');
  const record = key === '' || isText ? settings.record : { ...settings.record, key: rebase(key) };
  const options = { out, evidence, notes: policyChanges, privateKey: isText ? key : undefined };
  return auditRecord({ ...settings, record }, options, ports)
}

/** The gate runs what the policy requires, and whatever else has something to look at. */
const isWanted = (command             , settings          ) =>
  settings.policy.require.includes(command.gate) || command.isConfigured(settings);

function conclude(
  command             ,
  produced                     ,
  certification                           ,
  release                    ,
)          {
  const verdict = certification?.verdict ?? worstVerdict(produced.map(({ evidence }) => evidence.verdict));
  const errors = [...produced, ...(certification ? [certification] : [])].flatMap(({ error }) =>
    error === undefined ? [] : [error],
  );
  return { command, verdict, exitCode: exitCode(verdict, errors), produced, certification, release }
}

export { PROPERTY as P, rankByName as a, fileWords as b, counted as c, folderWords as d, evaluate as e, fromText as f, byClass as g, collectPredictions as h, inputsOf as i, formatNumber as j, auc as k, accuracy as l, readSettings as m, nameWords as n, hypergeometric as o, pairPredictions as p, openContract as q, run as r, contractColumns as s, declaredMethod as t, parseManifest as u, manifestPath as v, writeBaseline as w, listed$1 as x };
