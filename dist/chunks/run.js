import { G as GATES, e as evidenceFile, E as Evidence } from './evidence.js';
import { i as isKeyReference } from './key-reference.js';
import { C as CATALOGUE, a as isByGate, r as readSettings } from './read-settings.js';
import { v as verdictOf, w as worstVerdict } from './verdict.js';
import { b as baseFiles, m as mergeTarget, t as takeBar, o as ownBar, a as takePolicy } from './take-policy.js';
import { M as MAX_EVIDENCE_BYTES, r as readEvidence, i as isReadable } from './evidence-document.js';
import { e as exitCode } from './exit-code.js';
import { t as topicOf } from './topic-of.js';
import { E as EVIDENCE_SCHEMA } from './identifiers2.js';
import { U as UserError } from './user-error.js';
import { V as VERSION } from './version.js';
import { c as catalogueOf, w as writeReports } from './write-reports.js';
import { m as modelSubject } from './model-subject.js';
import { w as withDialects } from './with-dialects.js';
import { w as withOrigins } from './with-origins.js';
import { r as removeRecord } from './record-folder.js';
import { t as tellRecipients } from './tell-recipients.js';
import { p as policyDigest } from './policy-digest.js';
import { C as CERTIFICATE_FILE, R as REFUSAL_FILE, S as SUMS_FILE, D as DECISION_FILE } from './record-files.js';

/**
 * What earlier steps of the same run of a CI have written to a folder, in the order of the gates, and the evidence that was just produced
 * among it: together they are what the page shows. Where no run is known, files may be of any age, and none is taken.
 */
async function evidenceOfRun(
  produced                     ,
  out        ,
  { files, sha256, context }                                             ,
)                               {
  if (context.url === undefined) return produced
  const all             = [];
  for (const gate of GATES) {
    const own = produced.find(one => one.gate === gate);
    const path = `${out}/${evidenceFile(gate)}`;
    if (own) all.push(own);
    else if (await files.exists(path)) {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
      const document = readEvidence(gate, content, sha256(content));
      if (isReadable(document) && document.evidence.run.url === context.url) all.push(document.evidence);
    }
  }
  return all
}

/** A gate of which is known when it has something to do, before its code is loaded. */
                                                                                         
                                                           
                                           
 

const dataValidate                              = {
  gate: 'data-validate',
  isConfigured: ({ data: { files, contract, results, dvc } }) =>
    [files, contract, results, dvc].some(setting => setting !== undefined),
  find: async (...given) => (await import('./data-validate.js')).dataValidate.find(...given),
};

const modelCertify                              = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  find: async (...given) => (await import('./model-certify.js')).modelCertify.find(...given),
};

const securityScan                              = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) =>
    [model.files, security.paths, security['quasi-identifiers']].some(setting => setting !== undefined) ||
    security['sensitive-data'],
  find: async (...given) => (await import('./security-scan.js')).securityScan.find(...given),
};

const driftCompare                              = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) =>
    [drift.current, drift.series, drift.predictions, drift.results].some(setting => setting !== undefined),
  find: async (settings, ports) => (await import('./drift-compare.js')).driftCompare.find(settings, ports),
};

/** The gates, in the order in which they run and are shown. */
const gateCommands                        = [dataValidate, modelCertify, securityScan, driftCompare];

/** Finds the ids of the controls that a check bears on, in the order of the catalogue. */
                                                                             

/** The look-up of a catalogue; each topic is looked up once. */
function controlsOf(catalogue                     = CATALOGUE)             {
  const known = new Map                           ();
  return (gate, check) => {
    const topic = topicOf(gate, check);
    const key = `${gate} ${topic}`;
    const found = known.get(key) ?? bearingOn(catalogue, gate, topic);
    known.set(key, found);
    return found
  }
}

const bearingOn = (catalogue                    , gate          , topic        )           =>
  catalogue
    .filter(({ support }) =>
      support.some(
        each => isByGate(each) && each.gate === gate && (each.checks === undefined || each.checks.includes(topic)),
      ),
    )
    .map(({ id }) => id);

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
  let catalogue                     = CATALOGUE;
  try {
    catalogue = await catalogueOf(settings.controls, ports.files);
    subject = await withOrigins(await modelSubject(settings, ports.files, out, ports.log), ports);
    const tables = withDialects(ports.tables, settings.data.dialects);
    const findings = await command.find(settings, { ...ports, tables }, out);
    findings.checks.push(...notes);
    const materials = await withOrigins(findings.materials, ports);
    const evidence = dated(command.gate, startedAt, subject, { ...findings, materials }, ports, catalogue);
    await write(evidence);
    return { evidence, path }
  } catch (error) {
    const evidence = dated(command.gate, startedAt, subject, unable(error), ports, catalogue);
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
  catalogue                     = CATALOGUE,
)           {
  const bearing = controlsOf(catalogue);
  const { repository, commit, ref, url, folder } = ports.context;
  return Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(found.checks.map(check => check.status)),
    subject,
    ...found,
    checks: found.checks.map(check => withControls(check, bearing(gate, check.id))),
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

const withControls = (check       , controls                   )        =>
  controls.length === 0 ? check : { ...check, controls: [...controls] };

                                                                   

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

/** The page that shows everything of a run, inside the output folder. */
const HTML_REPORT_FILE = 'report.html';

/** Writes the page beside the evidence. What draws it is loaded here, so that nothing else waits for it. */
async function writeHtmlReport(
  evidence                     ,
  recorded                      ,
  out        ,
  { files, sha256 }                                 ,
)                {
  const [{ htmlReport }, { STYLE, STYLE_FILE }] = await Promise.all([
    import('./html-report.js'),
    import('./style.js'),
  ]);
  await files.write(`${out}/${STYLE_FILE}`, STYLE);
  await files.write(
    `${out}/${HTML_REPORT_FILE}`,
    htmlReport(evidence, recorded, text => base64(sha256(text))),
  );
}

/** Hexadecimal digits as base64. */
const base64 = (hex        ) =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16))));

/** What there is to tell of a run that has ended, with the files it has written. */
async function toldCertification(ended       , ports       )                             {
  const { command, verdict, evidence, certification, settings, out } = ended;
  const { name, version } = settings.model;
  const names = [
    ...(certification?.path === undefined ? [] : [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE, DECISION_FILE]),
    ...evidence.map(({ gate }) => evidenceFile(gate)),
    HTML_REPORT_FILE,
  ];
  const record                                          = [];
  for (const file of names)
    if (await ports.files.exists(`${out}/${file}`))
      record.push({ name: file, content: await ports.files.read(`${out}/${file}`) });
  const certificate = record.find(file => file.name === CERTIFICATE_FILE);
  return {
    kind: 'certification',
    command,
    verdict,
    evidence,
    model: { name, version, id: certification?.model.id },
    record,
    certificate: certificate && ports.sha256(certificate.content),
    notAfter: certification?.notAfter,
    policy: certification && policyDigest(settings.policy, ports.sha256),
    at: ports.now(),
  }
}

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
  await ports.files.remove(`${out}/${HTML_REPORT_FILE}`);
  const bar = await understood(request, ports);
  if ('error' in bar) {
    if (records) await removeRecord(out, ports);
    if (gates.length === 0) throw bar.error
    const refused = await reported(await refuseAll(gates, bar.error, ports, out));
    await shownAsPage(refused, undefined);
    return conclude(command, refused, undefined)
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
  await shownAsPage(produced, certification);
  const outcome = conclude(command, produced, certification, bar.settings.record);
  const { verdict } = outcome;
  const { settings } = bar;
  const told = { command, verdict, evidence: shownOf(produced, certification), certification, settings, out };
  const untold = await tellRecipients(settings.connections, () => toldCertification(told, ports), ports);
  return outcome.exitCode === 0 && untold.length > 0 ? { ...outcome, exitCode: exitCode(verdict, untold) } : outcome

  /** A gate that is a step of its own shows what the steps before it have found, too. */
  async function shownAsPage(produced                     , certification                           ) {
    const own = shownOf(produced, certification);
    const shown = records ? own : await evidenceOfRun(own, out, ports);
    return writeHtmlReport(shown, certification, out, ports)
  }

  /** audit-record has produced nothing itself: it shows what it decided on. */
  function shownOf(produced                     , certification                           ) {
    return gates.length > 0 ? produced.map(one => one.evidence) : (certification?.evidence ?? [])
  }

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

function notesFor({ gate }             , bar     )                   {
  const notes                                        = {
    'data-validate': bar.dataChanges,
    'model-certify': bar.claimChanges,
    'security-scan': bar.securityChanges,
    'drift-compare': bar.driftChanges,
  };
  return notes[gate]
}

async function understood(request         , ports       )                                    {
  try {
    const file =
      request.config === undefined
        ? undefined
        : { name: request.config, text: await ports.files.readText(request.config) };
    const settings = readSettings({ ...request, ...(file ? { file } : {}) });
    const target = mergeTarget(ports);
    const bar =
      target && request.configPath !== undefined
        ? await takeBar(settings, request.configPath, target)
        : ownBar(settings);
    return await takePolicy(bar, request, ports)
  } catch (error) {
    return { error }
  }
}

async function certify(
  { settings, policyChanges, policyAt }     ,
  { key = '', logKey, out, evidence, rebase }         ,
  ports       ,
)                         {
  const isReference = isKeyReference(key);
  const record = key === '' || isReference ? settings.record : { ...settings.record, key: rebase(key) };
  const options = {
    out,
    evidence,
    notes: policyChanges,
    policyUri: policyAt?.uri,
    policyCommit: policyAt?.commit,
    privateKey: isReference ? key : undefined,
    logKey,
  };
  const { auditRecord } = await import('./audit-record.js');
  return auditRecord({ ...settings, record }, options, ports)
}

/** The gate runs what the policy requires or has rules about, and whatever else has something to look at. */
const isWanted = (command            , settings          ) =>
  settings.policy.require.includes(command.gate) ||
  settings.policy.rules?.some(({ gate }) => gate === command.gate) ||
  command.isConfigured(settings);

function conclude(
  command             ,
  produced                     ,
  certification                           ,
  { release, attestations = false }                                                                             = {},
)          {
  const verdict = certification?.verdict ?? worstVerdict(produced.map(({ evidence }) => evidence.verdict));
  const errors = [...produced, ...(certification ? [certification] : [])].flatMap(({ error }) =>
    error === undefined ? [] : [error],
  );
  return { command, verdict, exitCode: exitCode(verdict, errors), produced, certification, release, attestations }
}

export { run as r };
