import { relative, dirname, resolve, sep } from 'node:path';
import { a as assessControls } from './assess-controls.js';
import { c as frameworkOf, r as readSettings } from './read-settings.js';
import { i as isReadable } from './evidence-document.js';
import { m as modelId } from './model-id.js';
import { U as UserError } from './user-error.js';
import { c as catalogueOf } from './write-reports.js';
import { l as loadKeyTrust, a as loadTrust } from './load-trust.js';
import { f as findEvidence } from './find-evidence.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE, R as REFUSAL_FILE } from './record-files.js';
import { f as filesMadeOf, e as entriesOfStatement } from './files-made-of.js';
import { c as certificateLife } from './certificate-life.js';
import { p as printLines } from './print-lines.js';
import { p as parseFlags } from './parse-flags.js';
import { L as LOG_FLAGS, l as logOf } from './log-of.js';

/** What the record holds in a folder: certificate or refusal with approvals and waivers, and the files that are made of evidence. */
async function entriesInFolder(
  out        ,
  documents                             ,
  { trust, notes }                                                                       ,
  ports       ,
)                         {
  return [
    ...(await inFolder(out, trust, ports, ports.now(), notes)),
    ...(await filesMadeOf(documents, out, ports.files)),
  ]
}

/** What certificate and refusal of the folder say. Where a signature does not hold, nothing of it counts. */
async function inFolder(
  out        ,
  trust                         ,
  { files, sha256, signing }       ,
  now      ,
  notes          ,
)                         {
  const entries                = [];
  for (const name of [CERTIFICATE_FILE, REFUSAL_FILE]) {
    const path = `${out}/${name}`;
    if (!(await files.exists(path))) continue
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const read = entriesOfStatement(name, text, sha256(text), now);
    if ('reason' in read) {
      notes.push(`${name} cannot be read: ${read.reason}`);
      continue
    }
    const signed = trust && (await signing.verify(text, trust, { logTimeComes: true }));
    if (!signed) notes.push(`The signature of ${name} was not verified: name the certifier's key with --key`);
    else if ('refused' in signed) notes.push(`${name} counts for nothing: ${signed.refused}`);
    const counts = !signed || !('refused' in signed);
    entries.push(...read.entries.map(entry => (counts ? entry : { ...entry, counts: false })));
  }
  return entries
}

/** Kinds of entries of the log, as controls ask for them. */
const KINDS                                                  = {
  certificate: ['decision', 'certificate'],
  refusal: ['decision'],
  approval: ['approval'],
  waiver: ['waiver'],
  promotion: ['promotion'],
  demotion: ['promotion'],
  review: ['review'],
};

/** What the log says for controls, of one model where its id is given; and the log itself. */
async function entriesOfLog(log           , model                    , now      )                         {
  const { leaves, documents } = await log.read(['certificate', 'revocation']);
  const last = leaves.at(-1);
  if (last === undefined) return []
  const own = leaves.filter(({ id }) => model === undefined || id === `sha256:${model}`);
  const itself              = {
    kind: 'log',
    text: `${leaves.length} ${leaves.length === 1 ? 'entry' : 'entries'} in ${log.name}`,
    at: last.at,
    counts: true,
    ...placeOf(last),
  };
  return [
    itself,
    ...own.flatMap(leaf => {
      const state =
        leaf.type === 'certificate' ? certificateLife(leaf, leaves, documents, now).state : ('valid'         );
      return (KINDS[leaf.type] ?? []).map(
        (kind)              => ({
          kind,
          text: `${leaf.type} of ${leaf.model ?? 'a model'}${state === 'valid' ? '' : ` (${state})`}`,
          at: leaf.at,
          counts: state === 'valid',
          ...placeOf(leaf),
        }),
      )
    }),
  ]
}

const placeOf = ({ document }      ) => ({ file: `log:${document}`, sha256: document.slice('sha256:'.length) });

/** Holds the controls of the catalogue against the evidence and the record in a folder, and against the log. */
async function controls$1(
  settings                                                 ,
  { out, key, frameworks = settings.controls.frameworks, log }                 ,
  ports       ,
)                          {
  const catalogue = await catalogueOf(settings.controls, ports.files);
  const known = [...new Set(catalogue.map(frameworkOf))];
  const strange = frameworks?.find(framework => !known.includes(framework));
  if (strange !== undefined)
    throw new UserError('controls.framework', `Expected a framework of the catalogue but found '${strange}'`, {
      hint: `It has ${known.join(', ')}`,
    })
  const found = await findEvidence(out, ports);
  const documents = found.map(({ document }) => document);
  const subject = documents
    .flatMap(each => (isReadable(each) ? [each.evidence.subject] : []))
    .find(files => files.length > 0);
  const id = subject && modelId(subject, ports.sha256);
  const now = ports.now();
  const notes           = documents.flatMap(document =>
    isReadable(document) ? [] : [`${document.gate}.evidence.json cannot be read: ${document.unreadable}`],
  );
  const entries = [
    ...(await entriesInFolder(out, documents, { trust: await trustOf(key, settings.policy, ports), notes }, ports)),
    ...(log ? await logged(log, id, now, notes) : []),
  ];
  if (!log) notes.push('No log was asked: approvals, promotions and reviews are known from the certificate alone');
  const wanted = frameworks ? catalogue.filter(control => frameworks.includes(frameworkOf(control))) : catalogue;
  const { name, version } = settings.model;
  const repository = ports.context.repository;
  return {
    at: now.toISOString(),
    model: { ...(name && { name }), ...(version && { version }), ...(id && { id }) },
    ...(repository && { repository }),
    statuses: assessControls(wanted, {
      documents,
      entries,
      at: now,
      freshDays: settings.controls['fresh-days'],
      owners: settings.controls.owners,
    }),
    evidence: found.map(
      ({ document, name: file })                => ({
        gate: document.gate,
        file,
        ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
        ...(isReadable(document) ? { evidence: document.evidence } : {}),
      }),
    ),
    notes,
  }
}

/** Whom signatures are verified by; undefined where nobody is named. */
async function trustOf(
  key                    ,
  { trust }                    ,
  { files }       ,
)                                   {
  if (key !== undefined) return loadKeyTrust(key, files)
  return trust && loadTrust(trust, files)
}

/** What the log says; one that cannot be read says nothing, and that is noted. */
async function logged(log           , id                    , now      , notes          )                         {
  try {
    return await entriesOfLog(log, id, now)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push(`The log ${log.name} cannot be read, and counts for nothing: ${error.message}`);
    return []
  }
}

const flags                      = [
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
  {
    name: 'framework',
    kind: 'list',
    description: 'Only these: iso27001, iso42001, gdpr, ai-act, or one of your own catalogue',
  },
  { name: 'markdown', kind: 'value', description: 'Write them as a page of Markdown' },
  { name: 'csv', kind: 'value', description: 'Write them as CSV, for a spreadsheet or a governance tool' },
  { name: 'oscal', kind: 'value', description: 'Write them as OSCAL 1.1 assessment results (JSON)' },
  { name: 'article-30', kind: 'value', description: 'Write an entry for the record of processing (GDPR, Art. 30)' },
  { name: 'dpia', kind: 'value', description: 'Write the input of an impact assessment (GDPR, Art. 35)' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier. Default: whom the policy trusts',
  },
  { name: 'offline', kind: 'switch', description: 'Do not ask the log' },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
];

const controls             = {
  name: 'controls',
  summary: 'Tell which evidence supports which control of ISO/IEC 27001, ISO/IEC 42001, the GDPR and the EU AI Act',
  synopsis: '[--framework ID…] [--markdown FILE] [--csv FILE] [--oscal FILE]',
  examples: [
    'proofmark controls',
    'proofmark controls --framework gdpr ai-act --markdown controls.md',
    'proofmark controls --oscal assessment-results.json --article-30 record.md --dpia dpia.md',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const { values } = parsed;
    const one = (name        ) => values.get(name)?.at(-1);
    const { ports, place, recordLog } = await logOf(parsed);
    const file =
      place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) };
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
    const settings = readSettings({ ...source, ...(file ? { file } : {}) });
    const out = place.out(one('out'));
    const log = values.has('offline') ? undefined : recordLog;
    const key = one('key');
    const asked = { out, frameworks: values.get('framework'), log, key: key === undefined ? key : place.rebase(key) };
    const report = await controls$1(settings, asked, ports);
    for (const [flag, write] of await writers()) {
      const asked = one(flag);
      if (asked === undefined) continue
      const base =
        relative(dirname(resolve(asked)), resolve(place.root, out))
          .split(sep)
          .join('/') || '.';
      await ports.files.write(place.rebase(asked), write(report, base, ports.sha256));
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told(report), null, 2)}\n`);
    else {
      const { controlsLines } = await import('./terminal.js');
      printLines(process.stdout, controlsLines(report));
    }
    return exitOf(report)
  },
};

                                                                                               

async function writers()                                                              {
  const [{ controlsMarkdown }, { controlsCsv }, { assessmentResults }, { article30 }, { dpia }] = await Promise.all([
    import('./markdown.js'),
    import('./csv.js'),
    import('./assessment-results.js'),
    import('./article-30.js'),
    import('./dpia.js'),
  ]);
  return [
    ['markdown', controlsMarkdown],
    ['csv', controlsCsv],
    ['oscal', (report, base, sha256) => `${JSON.stringify(assessmentResults(report, sha256, base), null, 2)}\n`],
    ['article-30', article30],
    ['dpia', dpia],
  ]
}

/** The evidence itself is in its files. */
const told = (report                ) => ({
  ...report,
  evidence: report.evidence.map(({ evidence: _, ...named }) => named),
});

/** 1 where evidence speaks against a control, 2 where nothing could be decided of any. */
function exitOf({ statuses }                )           {
  if (statuses.some(({ status }) => status === 'not supported')) return 1
  return statuses.every(({ status }) => status === 'not evaluable') ? 2 : 0
}

export { controls };
