import { e as extendCatalogue, b as CatalogueFile } from './read-settings.js';
import { r as readYaml } from './read-yaml.js';
import { v as validate } from './validate.js';
import { a as CARD_FIELDS, G as GATES } from './evidence.js';
import { c as cyclonedx } from './cyclonedx.js';
import { i as isAddress } from './regular-file.js';
import { k as keyText, b as isRow, c as cellTexts, L as LIMITS, a as places, f as found, w as wanted, p as place } from './row-cells.js';
import { i as inRepository } from './in-repository.js';
import { v as visible, e as escapeText, c as code } from './escape.js';
import { C as CHECK_KINDS } from './check-kinds.js';
import { r as rules } from './index2.js';
import { S as STATUS_ORDER, b as VERDICT_WORD, a as STATUS_SIGN } from './words.js';
import { a as attribute, x as xmlText } from './xml.js';
import { t as table } from './table.js';
import { f as formatNumber, g as formatInterval, b as formatShare, a as formatBytes, c as count } from './numbers.js';
import { N as NAMESPACE } from './identifiers2.js';

/** Largest catalogue that is read, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The controls that count: the built-in ones, and those of the settings and of the file that they name. */
async function catalogueOf(
  { add = [], catalogue }                 ,
  files                         ,
)                              {
  if (catalogue === undefined) return extendCatalogue(add)
  const text = await files.readText(catalogue, { maxBytes: MAX_BYTES });
  const { controls } = validate(CatalogueFile, readYaml(catalogue, text), 'controls.catalogue');
  return extendCatalogue([...controls, ...add])
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

/** The rule a security check belongs to: its id without the file's name. */
function ruleIdOf(checkId        )         {
  const [kind = '', rule = ''] = checkId.split('.', 2);
  return kind === 'workflow' && /^[\w-]+(?:\/[\w-]+)?$/.test(rule) && isRule(rule) ? `${kind}.${rule}` : kind
}

const RULES = Object.values(rules);
const isRule = (id        ) =>
  id === 'report' || /^(?:zizmor|actionlint)(?:\/|$)/.test(id) || RULES.some(rule => rule.id === id);

/** What the rule is about; undefined where nobody has described it. */
function ruleKindOf(ruleId        )                        {
  const id = ruleId.replace(/^workflow\./, '');
  const rule = RULES.find(each => each.id === id);
  if (!rule) return ruleId.startsWith('workflow.') ? imported(id) : CHECK_KINDS[ruleId]
  const severities = Object.values(rule.severities);
  return {
    title: rule.title,
    description: `Expected ${rule.expected}.`,
    help: severities.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' '),
    severity: severities.some(({ status }) => status === 'fail') ? 8 : 5,
  }
}

const imported = (id        )            => ({
  title: `No finding of ${id}`,
  description: `A report of another tool that was among the scanned files has findings of ${id}.`,
  help: 'See what that tool says of the rule, mend it, and write its report again.',
  severity: 5,
});

/** A check that did not pass, at one of the places it names, as readers of findings want it. */
                          
                       
                       
                                         
                       
                                                 
                                   
                                
                          
                                                                                    
                              
                                                                  
                                     
 

/** Readers of findings open files of the repository: what is kept elsewhere is shown where it is named. */
const SETTINGS_FILE = 'proofmark.yml';

/** Checks that did not pass, the worst first. */
const openChecks = ({ checks }          )          =>
  checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));

/** What could not run at all is a rule by its whole id: it is no answer of the gate's. */
const ruleOfCheck = (check       , { gate, result }          )         =>
  gate === 'security-scan' && result !== null ? ruleIdOf(check.id) : check.id;

/** Every place of every check that did not pass, the worst first. */
function findings(evidence          , sha256        )            {
  const fingerprint = fingerprints(sha256);
  return openChecks(evidence).flatMap(check => {
    const rule = ruleOfCheck(check, evidence);
    const places = located(check, evidence);
    return places.map((location, i)          => {
      const { file, line, column, note, waiver, key = [] } = location;
      const elsewhere = isAddress(file);
      return {
        rule,
        check,
        path: inRepository(evidence.run.folder, elsewhere ? SETTINGS_FILE : file),
        line: elsewhere ? undefined : line,
        message: plainMessage(
          elsewhere ? `In ${file}${line === undefined ? '' : `, line ${line}`}` : undefined,
          places.length > 1 ? hereText(location) : undefined,
          check.reason,
          i === 0 ? check.hint : undefined,
        ),
        fingerprint: fingerprint(rule, file, [note, column, ...key.map(keyText)].join('\0')),
        waiver: check.waivers?.[waiver ?? -1],
      }
    })
  })
}

function hereText(location          )                     {
  const here = [
    ...(isRow(location) ? cellTexts(location) : []),
    ...(location.note === undefined ? [] : [location.note]),
  ];
  return here.length > 0 ? `Here: ${here.join(', ')}` : undefined
}

const SEVERITIES$1 = { fail: 'critical', inconclusive: 'major', warn: 'minor', pass: 'info' };         

/** One entry of GitLab's code quality report (docs.gitlab.com, "Code Quality report format"). */
                                     
                                                                                                                            
                        
                                                         
                              
                             
                                                                
                              
                                                                 
                                                                                          
 

/** A run's evidence as GitLab's code quality report: every check that did not pass, at every place it names, without what is waived. */
const codeQuality = (evidence                     , sha256        )                       =>
  evidence
    .flatMap(each =>
      findings(each, sha256)
        .filter(({ waiver }) => waiver === undefined)
        .map(({ rule, check, path, line, message, fingerprint }) => ({
          type: 'issue'         ,
          categories: [each.gate === 'security-scan' ? 'Security' : 'Bug Risk']         ,
          description: message,
          check_name: `${each.gate}/${rule}`,
          fingerprint: sha256(`${each.gate}\0${fingerprint}`),
          severity: SEVERITIES$1[check.status],
          location: { path, lines: { begin: line ?? 1 } },
        })),
    )
    .slice(0, LIMITS.sarifResults);

/** What Jenkins' warnings plugin calls a problem of each status. Only these files can say ERROR: a finding of SARIF is HIGH at most. */
const SEVERITIES = { fail: 'ERROR', inconclusive: 'HIGH', warn: 'NORMAL', pass: 'LOW' };         

/** The native report of Jenkins' warnings plugin (`issues`): its `ReportApi`, of which only what is read is written. */
                                
                                                                       
                       
                                          
 

                        
                           
                                                                 
                             
                           
                           
                       
                             
                          
              
                              
                              
 

/** A gate's evidence as Jenkins' own JSON: every check that did not pass, at every place it names, without what is waived. */
function jenkinsIssues(evidence          , sha256        )                {
  const issues = findings(evidence, sha256)
    .filter(({ waiver }) => waiver === undefined)
    .map(finding => issueOf(finding, evidence.gate));
  return { _class: 'io.jenkins.plugins.analysis.core.restapi.ReportApi', size: issues.length, issues }
}

function issueOf({ rule, check, path, line, message, fingerprint }         , gate        )               {
  const { title, reason, hint, status } = check;
  const paragraphs = [`<strong>${html(title)}</strong>`, html(reason), ...(hint === undefined ? [] : [html(hint)])];
  return {
    fileName: path,
    severity: SEVERITIES[status],
    ...(line !== undefined && { lineStart: line, lineEnd: line }),
    category: gate,
    type: rule,
    moduleName: 'proofmark',
    message,
    description: paragraphs.map(text => `<p>${text}</p>`).join(''),
    fingerprint,
  }
}

const html = (text        ) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Places of a check that are told; the evidence has them all. */
const PLACES = 20;

/**
 * A gate's evidence as JUnit XML, a test case for each check. What failed is a failure, and what nobody could tell an error: Jenkins and
 * GitLab count both as not passed. A warning passes, and is told in the output of its test case.
 */
function junit(evidence          )         {
  const { gate, checks, run, tool } = evidence;
  const count = (status                 ) => checks.filter(check => check.status === status).length;
  const seconds = Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  const totals = `${attribute('tests', checks.length)}${attribute('failures', count('fail'))}${attribute('errors', count('inconclusive'))}`;
  const time = attribute('time', seconds.toFixed(3));
  const properties = Object.entries({
    verdict: evidence.verdict,
    version: tool.version,
    repository: run.repository,
    commit: run.commit,
    ref: run.ref,
    url: run.url,
  }).flatMap(([name, value]) =>
    value === undefined ? [] : [`      <property${attribute('name', name)}${attribute('value', value)}/>\n`],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attribute('name', 'proofmark')}${totals}${time}>
  <testsuite${attribute('name', gate)}${attribute('package', 'proofmark')}${totals}${attribute('skipped', 0)}${time}${attribute('timestamp', run.startedAt.slice(0, 19))}>
    <properties>
${properties.join('')}    </properties>
${checks.map(check => testCase(check, gate)).join('')}  </testsuite>
</testsuites>
`
}

function testCase(check       , gate        )         {
  const { id, status, title, reason } = check;
  const open = `    <testcase${attribute('classname', `proofmark.${gate}`)}${attribute('name', id)}${attribute('time', 0)}`;
  if (status === 'pass') return `${open}/>\n`
  const text = xmlText(told(check));
  if (status === 'warn') return `${open}>\n      <system-out>${text}</system-out>\n    </testcase>\n`
  const kind = status === 'fail' ? 'failure' : 'error';
  const message = attribute('message', `${title}: ${reason}`);
  return `${open}>\n      <${kind}${message}${attribute('type', status)}>${text}</${kind}>\n    </testcase>\n`
}

/** The check in full, a line for each thing there is to know. */
function told(check       )         {
  const all = places(check);
  const lines = [
    `${check.title} (${check.status})`,
    check.reason,
    check.hint === undefined ? '' : `→ ${check.hint}`,
    check.measured ? `found    ${found(check)}` : '',
    check.required ? `required ${wanted(check)}` : '',
    check.controls ? `bears on ${check.controls.join(', ')}` : '',
    ...all.slice(0, PLACES).map(location => `at ${place(location)}`),
    all.length > PLACES ? `and ${all.length - PLACES} more places: the evidence has them all` : '',
  ];
  return lines.filter(line => line !== '').join('\n')
}

const HEADINGS                            = {
  description: 'What it does',
  owner: 'Owner',
  contact: 'Contact',
  licence: 'Licence',
  'intended-use': 'Intended use',
  'out-of-scope': 'Out of scope',
  users: 'Users',
  'training-data': 'Training data',
  limitations: 'Limitations',
  'ethical-considerations': 'Ethical considerations',
};

/** A model card for people. What is declared is its owner's word; what is measured stands in the evidence with the same digests. */
function modelCardMarkdown(card                   )         {
  const { model, verdict, declared } = card;
  const title = [model.name ?? 'Model', model.version].filter(part => part !== undefined).join(' ');
  const parts = [
    `# ${escapeText(title)}`,
    `${VERDICT_WORD[verdict]} by model-certify; its evidence says what was asked and found.`,
    ...CARD_FIELDS.flatMap(field => section(HEADINGS[field], declared[field])),
    claims(card),
    metrics(card),
    files('Data it was judged on', card.data),
    files('Model files', card.files),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function section(heading        , said                                        )           {
  if (said === undefined) return []
  const body =
    typeof said === 'string' ? escapeText(said, 4000) : said.map(item => `- ${escapeText(item, 1000)}`).join('\n');
  return [`## ${heading}`, body]
}

function claims({ claims }                   )         {
  if (claims.length === 0) return ''
  const rows = claims.map(({ claim, status, measured }) => [
    STATUS_SIGN[status],
    escapeText(claim),
    typeof measured?.value === 'number' ? formatNumber(measured.value) : '',
    measured?.interval ? formatInterval(measured.interval) : '',
  ]);
  return `## Claims\n\n${table(['Status', 'Claim', 'Found', 'Interval'], rows, ['left', 'left', 'right', 'right'])}`
}

function metrics({ metrics }                   )         {
  if (metrics.length === 0) return ''
  const rows = metrics.map(({ title, value, interval, level, n }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber(value),
    interval && level !== undefined ? `${formatInterval(interval)} at ${formatShare(level)}` : '',
    formatNumber(n),
  ]);
  return `## Metrics\n\n${table(['Metric', 'Value', 'Interval', 'Rows'], rows, ['left', 'right', 'right', 'right'])}`
}

function files(
  heading        ,
  all                                                                                                            ,
)         {
  if (all.length === 0) return ''
  const rows = all.map(({ name, bytes, digest }) => [code(name), formatBytes(bytes), code(digest.sha256)]);
  return `## ${heading}\n\n${table(['File', 'Size', 'SHA-256'], rows, ['left', 'right', 'left'])}`
}

/** What is declared of a model, and what was measured of it: the same as JSON and as Markdown. */
                                    
                         
                                                                                               
                                                                               
                       
                                       
                                          
                                     
                                    
                                    
 

                                                                                      
                        
 

/** The card of a model whose settings declare one. */
function modelCardOf({
  result,
  checks,
  verdict,
  materials,
  subject,
}                 )                                {
  if (!result?.card) return undefined
  const { name, version, ...declared } = result.card;
  return {
    schema: `${NAMESPACE}model-card/v1`,
    model: { name, version },
    declared,
    task: result.task,
    verdict,
    metrics: result.metrics,
    claims: result.claims.flatMap(({ claim, check }) => {
      const answer = checks.find(({ id }) => id === check);
      if (!answer) return []
      const { status, measured, required, reason } = answer;
      return [{ claim, status, ...(measured ? { measured } : {}), ...(required ? { required } : {}), reason }]
    }),
    data: materials,
    files: subject,
  }
}

/**
 * A gate's evidence as SARIF 2.1.0 for GitHub code scanning, or any reader of it: every check that did not pass, at every place it
 * names. Inconclusive is an error, as it is for the gate.
 */
function sarif(evidence          , sha256        )           {
  const open = openChecks(evidence);
  const rules = new Map                   ();
  for (const check of open) {
    const rule = ruleOf(check, evidence);
    if (!rules.has(rule.id) && rules.size < LIMITS.sarifRules) rules.set(rule.id, rule);
  }
  const ids = [...rules.keys()];
  const results = findings(evidence, sha256).flatMap(finding => resultOf(finding, ids));
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
                  message: { text: `${count(left, 'more result')} left out: the evidence has them all.` },
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

function ruleOf(check       , evidence          )            {
  const id = ruleOfCheck(check, evidence);
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
      ...(check.controls && { controls: check.controls }),
      precision: id === 'secrets' ? 'medium' : 'high',
      ...(kind ? { 'security-severity': kind.severity.toFixed(1) } : { 'problem.severity': level }),
    },
  }
}

function resultOf(
  { rule, check, path, line, message, fingerprint, waiver }         ,
  ids                   ,
)                {
  const ruleIndex = ids.indexOf(rule);
  if (ruleIndex === -1) return []
  return [
    {
      ruleId: rule,
      ruleIndex,
      level: LEVELS[check.status],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: path.split('/').map(encodeURIComponent).join('/'),
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line ?? 1, startColumn: 1, endLine: line ?? 1, endColumn: 2 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: fingerprint },
      ...suppressed(waiver),
    },
  ]
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

/** The model card, without its ending. */
const CARD_FILE = 'model-card';

/** What GitLab reads of all gates at once, under the name that its own job gives it. */
const CODE_QUALITY_FILE = 'gl-code-quality-report.json';

/** What is written of each gate, by the ending of `<gate>.…`. */
const OF_GATE                                                                                                = [
  ['sarif', (evidence, sha256) => text(sarif(evidence, sha256))],
  ['junit.xml', junit],
  ['issues.json', (evidence, sha256) => text(jenkinsIssues(evidence, sha256))],
];

/**
 * Writes beside the evidence what other programs and people read: SARIF, JUnit and Jenkins' issues for each gate, GitLab's code quality
 * report of all of them, with model-certify the model card that the settings declare, and with security-scan a bill of materials. Of the
 * gates that were `asked`, what an earlier run left is removed where there is nothing to write now.
 */
async function writeReports(
  evidence                     ,
  asked                     ,
  out        ,
  { files, sha256 }                                 ,
)                {
  const put = (path        , content                    ) =>
    content === undefined ? files.remove(path) : files.write(path, content);
  for (const gate of GATES.filter(each => asked.includes(each))) {
    const found = evidence.find(each => each.gate === gate);
    for (const [ending, write] of OF_GATE) await put(`${out}/${gate}.${ending}`, found && write(found, sha256));
  }
  if (asked.length > 0)
    await put(`${out}/${CODE_QUALITY_FILE}`, evidence.length > 0 ? text(codeQuality(evidence, sha256)) : undefined);
  if (asked.includes('model-certify')) await writeCard(evidence, out, files);
  if (!asked.includes('security-scan')) return
  const scanned = evidence.some(({ gate }) => gate === 'security-scan');
  await put(`${out}/${BOM_FILE}`, scanned ? text(cyclonedx(evidence, sha256)) : undefined);
}

/** The model card, where one is declared. */
async function writeCard(evidence                     , out        , files                )                {
  const certified = evidence.find(each => each.gate === 'model-certify');
  const card = certified?.gate === 'model-certify' ? modelCardOf(certified) : undefined;
  for (const [name, write] of [
    [`${CARD_FILE}.json`, text],
    [`${CARD_FILE}.md`, modelCardMarkdown],
  ]         ) {
    if (card) await files.write(`${out}/${name}`, write(card));
    else await files.remove(`${out}/${name}`);
  }
}

const text = (value        ) => `${JSON.stringify(value, null, 2)}\n`;

export { BOM_FILE as B, CARD_FILE as C, catalogueOf as c, writeReports as w };
