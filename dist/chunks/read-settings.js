import { r as readYaml } from './read-yaml.js';
import { v as validate, s as schemaAt } from './validate.js';
import { U as UserError } from './user-error.js';
import { Z as ZodArray, k as ZodType, m as ZodNumber, p as ZodBoolean, q as ZodUnion, v as ZodEnum, a as string, s as strictObject, e as array, _ as _enum, u as union, i as int, r as record, n as number, j as url$1, b as boolean, w as partialRecord, l as literal, t as tuple } from './schemas2.js';
import { G as GATES, S as Sha256, C as Card, T as TASK_IDS } from './evidence.js';
import { P as Policy } from './policy.js';
import { R as ResultThreshold } from './thresholds.js';
import { U as USUAL_LIMITS } from './limits.js';
import { D as Dialect } from './dialect.js';
import { D as Duration } from './index6.js';
import { S as SeriesKind } from './kinds.js';
import { R as RuleSettings, P as PERFORMANCE_METRIC_IDS } from './metric-ids.js';
import { d as datetime } from './iso.js';
import { a as isTime, E as ENGINES, e as engineAddress, i as isEngineAddress, r as readEngineAddress } from './engine-table.js';

/** A policy kept elsewhere is the whole policy: what stands beside `policy.from` would be passed over, so it is refused. */
function refuseBesideFrom(settings          )       {
  const policy = isMap$1(settings.value) ? settings.value.policy : undefined;
  if (!isMap$1(policy) || policy.from === undefined) return
  const beside = Object.keys(policy).filter(key => key !== 'from');
  const [first] = beside;
  if (first === undefined) return
  const place = settings.place(['policy', first]);
  throw new UserError(
    'policy.beside-from',
    `Expected nothing beside 'policy.from' but found ${beside.map(key => `'${key}'`).join(', ')} (${place.text})`,
    {
      hint: 'Move it to where the policy is kept: that is the whole policy',
      ...(place.file === undefined ? {} : { file: place.file }),
      ...(place.line === undefined ? {} : { line: place.line }),
    },
  )
}

const isMap$1 = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    { name: 'results', setting: 'data.results' },
    model,
  ],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'predicted', setting: 'certify.predicted' },
    { name: 'probabilities', setting: 'certify.probabilities' },
    { name: 'lower', setting: 'certify.lower' },
    { name: 'upper', setting: 'certify.upper' },
    { name: 'query', setting: 'certify.query' },
    { name: 'series', setting: 'certify.series' },
    { name: 'time', setting: 'certify.time' },
    { name: 'history', setting: 'certify.history' },
    { name: 'season', setting: 'certify.season' },
    { name: 'horizon', setting: 'certify.horizon' },
    { name: 'latency', setting: 'certify.latency' },
    { name: 'tokens', setting: 'certify.tokens' },
    { name: 'cost', setting: 'certify.cost' },
    { name: 'refused', setting: 'certify.refused' },
    { name: 'unsafe', setting: 'certify.unsafe' },
    { name: 'k', setting: 'certify.k' },
    { name: 'beta', setting: 'certify.beta' },
    { name: 'top', setting: 'certify.top' },
    { name: 'tolerance', setting: 'certify.tolerance' },
    { name: 'quantile', setting: 'certify.quantile' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'weight', setting: 'certify.weight' },
    { name: 'cluster', setting: 'certify.cluster' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    { name: 'attributes', setting: 'certify.attributes' },
    { name: 'slices', setting: 'certify.slices', flag: 'slice' },
    { name: 'groups', setting: 'certify.groups', flag: 'group' },
    { name: 'favourable', setting: 'certify.favourable' },
    { name: 'train', setting: 'certify.train' },
    { name: 'repeat', setting: 'certify.repeat' },
    { name: 'perturbed', setting: 'certify.perturbed' },
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
    { name: 'profile', setting: 'drift.profile' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'calibrate', setting: 'drift.calibrate' },
    { name: 'critical', setting: 'drift.critical' },
    { name: 'max-drifted-weight', setting: 'drift.max-drifted-weight' },
    { name: 'on-inconclusive', setting: 'drift.on-inconclusive' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    { name: 'results', setting: 'drift.results' },
    model,
  ],
  'audit-record': [
    model,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'timestamp-authority', setting: 'record.timestamp-authority' },
    { name: 'attestations', setting: 'record.attestations' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
};                                                    

                                             

const inputsOf = (command             )                   => INPUTS[command];

/** What the record and the output folder hold besides evidence. `decision`: a certificate or a refusal. */
const ENTRY_KINDS = [
  'decision',
  'certificate',
  'approval',
  'waiver',
  'promotion',
  'review',
  'log',
  'model-card',
  'bill-of-materials',
];         
                                                    

const shows = string().trim().min(1).max(500).meta({ description: 'What it shows of the control, as a clause' });

/** What a gate's checks can show of a control. */
const GateSupport = strictObject({
  gate: _enum(GATES).meta({ description: 'The gate whose evidence it is' }),
  checks: array(string().min(1).max(200))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Which of its checks, by what `proofmark explain` calls them; all of them unless given' }),
  shows,
});

/** What an entry of the record can show of a control. */
const EntrySupport = strictObject({
  entry: _enum(ENTRY_KINDS).meta({ description: 'The kind of entry of the record, or of file in the output folder' }),
  shows,
});

const Support = union([GateSupport, EntrySupport], {
  error: 'Expected a gate with what it shows, or an entry with what it shows',
});
                                             

/** Support by a gate's checks; by all of them where none is named. */
const byGate = (gate                                     , shows        , checks           )          => ({
  gate,
  ...(checks ? { checks } : {}),
  shows,
});

/** Support by an entry of the record. */
const byEntry = (entry           , shows        )          => ({ entry, shows });

const isByGate = (support         )                                         => 'gate' in support;

const PARITIES = ['fair', 'impact-ratio', 'equal-opportunity', 'equalized-odds', 'predictive-parity'];

/** The duties of the EU's AI Act for high-risk systems that evidence of a model's certification bears on, in our words. */
const aiAct                     = [
  {
    id: 'ai-act:Art.9(6)',
    title: 'High-risk systems are tested, so that the right measures against risks are found',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Manage the risks, of which tests are a part',
    support: [byGate('model-certify', 'the model was tested on a hold-out')],
  },
  {
    id: 'ai-act:Art.9(8)',
    title: 'Tests use measures and thresholds that were set beforehand and fit the purpose',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Choose measures and thresholds that fit the purpose',
    support: [
      byGate('model-certify', 'each claim was decided by an interval against its threshold', [
        'floor',
        'ceiling',
        'no-worse-than-champion',
        'better-than-champion',
        ...PARITIES,
        'calibrated',
        'latency',
        'model-size',
      ]),
      byEntry('decision', 'the thresholds were those of the protected branch'),
    ],
  },
  {
    id: 'ai-act:Art.10(2)(f)',
    title: 'Data is looked at for biases that can harm people',
    reach: 'part',
    owner: 'data owner',
    duty: 'Say which biases can harm here',
    support: [
      byGate('model-certify', 'differences between groups are measured with their uncertainty', PARITIES),
      byGate('data-validate', 'rates and shares of groups are within what the contract allows', [
        'group-rates-to-differ-by-at-most',
        'class-shares-to-be-between',
      ]),
    ],
  },
  {
    id: 'ai-act:Art.10(2)(g)',
    title: 'Biases that were found are prevented or lessened',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Choose the means, and say why they are enough',
    support: [byGate('model-certify', 'the differences that are left are within the claims', PARITIES)],
  },
  {
    id: 'ai-act:Art.10(3)',
    title: 'Data sets fit the purpose, stand for the people concerned, and have as few errors and gaps as can be',
    reach: 'part',
    owner: 'data owner',
    duty: 'Say whom the data must stand for',
    support: [
      byGate('data-validate', 'errors and gaps were counted and held against the contract'),
      byGate('drift-compare', 'the data was held against the reference'),
    ],
  },
  {
    id: 'ai-act:Art.11',
    title: 'Technical documentation is there before the system is put on the market, and is kept up to date',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Write what cannot be measured, and keep the whole up to date',
    support: [
      byEntry('model-card', 'purpose, data, measured quality and limits'),
      byEntry('decision', 'signed, dated results'),
    ],
  },
  {
    id: 'ai-act:AnnexIV.2(g)',
    title: 'Reports of validation and tests are dated and signed, and say which data and measures were used',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Have those who answer for it sign, where a key is not enough',
    support: [
      byGate('model-certify', 'measures, intervals, rows and methods of each test'),
      byEntry('decision', 'the report is dated and signed'),
    ],
  },
  {
    id: 'ai-act:Art.12',
    title: 'The system records what happens while it is used',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Let the system in use write its logs: those of a certification do not stand for them',
    support: [byEntry('log', 'certifications and promotions are recorded')],
  },
  {
    id: 'ai-act:Art.13(3)(b)(ii)',
    title: 'The instructions say how accurate, robust and secure the system is, and what bears on that',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Write the instructions, and take the numbers over',
    support: [byEntry('model-card', 'measured accuracy with its uncertainty, and declared limits')],
  },
  {
    id: 'ai-act:Art.14',
    title: 'People can oversee the system while it is used',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Name who oversees it, and give them the means to stop it',
    support: [byEntry('approval', 'a named person approved what went into production')],
  },
  {
    id: 'ai-act:Art.15(1)',
    title: 'Accuracy, robustness and security are as the purpose needs, throughout its life',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Say what the purpose needs',
    support: [
      byGate('model-certify', 'claims on accuracy, and how the model behaves'),
      byGate('drift-compare', 'what changed since, in production'),
    ],
  },
  {
    id: 'ai-act:Art.15(3)',
    title: 'Levels of accuracy and their measures are declared in the instructions',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Take the numbers over into the instructions',
    support: [
      byEntry('certificate', 'each claim with its measure, value and interval'),
      byEntry('model-card', 'the same, for readers'),
    ],
  },
  {
    id: 'ai-act:Art.15(4)',
    title: 'The system withstands errors and faults, and does not learn from its own biased answers',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Plan what happens when the system fails',
    support: [
      byGate('model-certify', 'decisions stay when inputs are disturbed', ['robustness']),
      byGate('model-certify', 'the same rows get the same answers', ['determinism']),
    ],
  },
  {
    id: 'ai-act:Art.15(5)',
    title: 'The system withstands attempts to change its use or its results',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Protect the system in use',
    support: [
      byGate('security-scan', 'the model’s files run nothing that is not allowed when they are loaded', ['artefact']),
      byGate('security-scan', 'dependencies were held against known vulnerabilities', ['vulnerabilities']),
      byEntry('decision', 'model and data are named by digest: what was swapped shows'),
    ],
  },
  {
    id: 'ai-act:Art.17(1)(d)',
    title: 'A quality system says what is examined and tested before, during and after development, and how often',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Run the quality system',
    support: [byEntry('decision', 'the policy that decided is known by digest')],
  },
  {
    id: 'ai-act:Art.18',
    title: 'Documentation is kept for ten years after the system came onto the market',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Archive the record for as long: what a forge keeps for 90 days is not enough',
    support: [
      byEntry('log', 'the log keeps what was signed'),
      byEntry('decision', 'the record is a file that can be archived'),
    ],
  },
  {
    id: 'ai-act:Art.19',
    title: 'Logs that the system writes are kept for six months at least',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Keep the logs of the system in use',
    support: [byEntry('log', 'the log of certifications loses nothing')],
  },
  {
    id: 'ai-act:Art.43(4)',
    title: 'A changed system is assessed anew, unless the change was planned from the beginning',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Say which changes are planned, and have the others assessed',
    support: [byEntry('decision', 'each new model was decided on by the policy that was set before')],
  },
  {
    id: 'ai-act:Art.72',
    title: 'How the system does after it came onto the market is watched by a plan',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Make the plan, and gather what users report',
    support: [byGate('drift-compare', 'production was held against the reference, when it last was')],
  },
];

const SENSITIVE = ['sensitive', 'sensitive-header'];

/** The duties of the GDPR that evidence of a model's certification bears on, in our words. */
const gdpr                     = [
  {
    id: 'gdpr:Art.5(1)(c)',
    title: 'No more personal data than the purpose needs',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Say which columns the purpose needs, and leave out the others',
    support: [
      byGate('security-scan', 'columns with personal data are known, and named by the contract', SENSITIVE),
      byGate('data-validate', 'there is no column that the contract does not name', ['unexpected-columns', 'columns']),
    ],
  },
  {
    id: 'gdpr:Art.5(1)(d)',
    title: 'Personal data is right and up to date',
    reach: 'part',
    owner: 'data owner',
    duty: 'Mend what people say is wrong',
    support: [byGate('data-validate', 'values were held against the contract')],
  },
  {
    id: 'gdpr:Art.5(1)(f)',
    title: 'Personal data is safe from loss, change and strangers',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Protect where the data lies, and who can reach it',
    support: [
      byGate('security-scan', 'no credentials that open it lie about', ['secrets']),
      byGate('security-scan', 'no personal data stands where nobody expects it', SENSITIVE),
      byEntry('decision', 'what was used is named by digest: a change shows'),
    ],
  },
  {
    id: 'gdpr:Art.5(2)',
    title: 'That the principles are kept can be shown',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Keep what shows the other principles',
    support: [byEntry('decision', 'what was checked, and how it was decided, is signed')],
  },
  {
    id: 'gdpr:Art.22',
    title: 'Decisions by machine alone leave people their rights',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Say which decisions a person makes, and let people object',
    support: [
      byGate('model-certify', 'what the model is meant for, and not, is declared', ['model-card.fields']),
      byEntry('approval', 'a named person approved the model'),
    ],
  },
  {
    id: 'gdpr:Art.25',
    title: 'Data protection is built in, and is the default',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Decide what protection the purpose needs, before data is used',
    support: [
      byGate('security-scan', 'personal data is found before it is used', SENSITIVE),
      byGate('security-scan', 'columns that must be tokens are', ['tokens']),
      byGate('security-scan', 'groups that people could be told apart by are large enough', [
        'k-anonymity',
        'l-diversity',
      ]),
    ],
  },
  {
    id: 'gdpr:Art.30',
    title: 'What is done with personal data is recorded',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Add purpose, recipients and times to what is measured, and keep the record',
    support: [byGate('security-scan', 'which kinds of personal data there are is known, by column', SENSITIVE)],
  },
  {
    id: 'gdpr:Art.32(1)(a)',
    title: 'Personal data is pseudonymised and encrypted where that is called for',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Keep the keys apart, and encrypt where data lies and travels',
    support: [byGate('security-scan', 'columns that must be tokens are', ['tokens'])],
  },
  {
    id: 'gdpr:Art.32(1)(b)',
    title: 'Systems that handle personal data stay sound and confidential',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Run the systems, and restore them',
    support: [
      byGate('security-scan', 'loading the model’s files runs nothing that is not allowed', ['artefact']),
      byGate('security-scan', 'dependencies were held against known vulnerabilities', ['vulnerabilities']),
      byGate('security-scan', 'no credentials lie in the files', ['secrets']),
    ],
  },
  {
    id: 'gdpr:Art.32(1)(d)',
    title: 'Whether the protection works is tested regularly',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Test what is outside of the repository, too',
    support: [byGate('security-scan', 'the scan runs at each change, and when it last did is known')],
  },
  {
    id: 'gdpr:Art.35(7)',
    title: 'Where the risk is high, its effects on people are assessed beforehand',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Decide whether an assessment is needed, make it, and ask the authority where that is called for',
    support: [
      byGate('security-scan', 'how easily people can be told apart is measured', ['k-anonymity', 'l-diversity']),
      byGate('model-certify', 'differences between groups are measured', [
        'fair',
        'impact-ratio',
        'equal-opportunity',
        'equalized-odds',
        'predictive-parity',
      ]),
    ],
  },
];

const SCAN$1 = 'security-scan';

/** ISO/IEC 27001:2022, Annex A.5. The words are ours, not the standard's. */
const organisational                     = [
  {
    id: 'iso27001:A.5.3',
    title: 'Nobody decides alone on what they made themselves',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Decide which duties must not be in one hand, and keep the roles in the policy true',
    support: [byEntry('approval', 'people other than the author approved, by role')],
  },
  {
    id: 'iso27001:A.5.12',
    title: 'Information has a class that says how it must be protected',
    reach: 'part',
    owner: 'data owner',
    duty: 'Choose the classes and what each of them demands',
    support: [
      byGate(SCAN$1, 'columns that hold personal data are classified in the contract', ['sensitive', 'sensitive-header']),
    ],
  },
  {
    id: 'iso27001:A.5.13',
    title: 'The class of information is written where the information is',
    reach: 'part',
    owner: 'data owner',
    duty: 'Label what is kept outside of tables under contract',
    support: [
      byGate(SCAN$1, 'the contract labels the columns that need it', ['sensitive', 'sensitive-header']),
      byGate('data-validate', 'the files are those that the contract labels', ['columns', 'unexpected-columns']),
    ],
  },
  {
    id: 'iso27001:A.5.15',
    title: 'Access follows rules that were decided beforehand',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Decide who may do what, and set it in the repository and on the runners',
    support: [
      byGate(SCAN$1, 'workflows name few permissions', ['workflow.excessive-permissions', 'workflow.secrets-inherit']),
      byEntry('approval', 'those who approved hold the role that the policy asks for'),
    ],
  },
  {
    id: 'iso27001:A.5.21',
    title: 'Risks that come with what suppliers deliver are known and managed',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Choose suppliers, agree on security with them, and follow up',
    support: [
      byGate(SCAN$1, 'dependencies have exact versions', ['dependencies']),
      byGate(SCAN$1, 'dependencies were held against known vulnerabilities', ['vulnerabilities']),
      byGate(SCAN$1, 'actions are pinned to commits', ['workflow.unpinned-uses']),
      byEntry('bill-of-materials', 'what the model is made of is listed by digest'),
    ],
  },
  {
    id: 'iso27001:A.5.28',
    title: 'Evidence is collected so that it counts later',
    reach: 'whole',
    owner: 'compliance officer',
    duty: 'Say how long evidence is kept, and who may ask for it',
    support: [
      byEntry('decision', 'what was decided, on which evidence by digest, is signed'),
      byEntry('log', 'what was signed stands in an append-only log'),
    ],
  },
  {
    id: 'iso27001:A.5.33',
    title: 'Records are protected from loss, change and strangers',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Keep the keys, the backups and the time for which records are kept',
    support: [
      byEntry('decision', 'the record is signed: a change shows'),
      byEntry('log', 'the log shows what was left out or changed'),
    ],
  },
  {
    id: 'iso27001:A.5.34',
    title: 'Personal data is protected as law and contracts demand',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Know the law that applies, and answer the people whom the data is about',
    support: [
      byGate(SCAN$1, 'personal data is where the contract says, and nowhere else', ['sensitive', 'sensitive-header']),
      byGate(SCAN$1, 'groups that people could be told apart by are large enough', ['k-anonymity', 'l-diversity']),
    ],
  },
  {
    id: 'iso27001:A.5.36',
    title: 'Whether rules are kept is looked at again and again',
    reach: 'whole',
    owner: 'compliance officer',
    duty: 'Act on what is found, and look at the rules themselves',
    support: [byEntry('decision', 'each certification was decided by a policy that is known by digest')],
  },
  {
    id: 'iso27001:A.5.37',
    title: 'How things are run is written down where those who run them find it',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Write down what people do by hand',
    support: [byEntry('decision', 'settings and policy that were run are in the repository, and named in the record')],
  },
];

const SCAN = 'security-scan';

/** ISO/IEC 27001:2022, Annex A.8. The words are ours, not the standard's. */
const technological                     = [
  {
    id: 'iso27001:A.8.2',
    title: 'Powerful rights are few and watched',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Give out administrators’ rights sparingly, and review them',
    support: [
      byGate(SCAN, 'workflows run with few rights, and hand on no more than needed', [
        'workflow.excessive-permissions',
        'workflow.dangerous-triggers',
        'workflow.secrets-inherit',
      ]),
    ],
  },
  {
    id: 'iso27001:A.8.4',
    title: 'Who can read and change source code is decided',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Set the rights of the repository and the protection of its branches',
    support: [
      byGate(SCAN, 'workflows run no code of strangers with the rights of the repository', [
        'workflow.dangerous-triggers',
        'workflow.template-injection',
        'workflow.artipacked',
      ]),
    ],
  },
  {
    id: 'iso27001:A.8.8',
    title: 'Known vulnerabilities are looked for, weighed and mended',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Watch what is in operation, too, and set the times within which it is mended',
    support: [
      byGate(SCAN, 'dependencies were held against known vulnerabilities', ['vulnerabilities']),
      byGate(SCAN, 'loading the model’s files runs nothing that is not allowed', ['artefact']),
    ],
  },
  {
    id: 'iso27001:A.8.9',
    title: 'What is configured is written down, and changes to it are controlled',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Configure what runs the model with the same care',
    support: [byEntry('decision', 'model, data, settings and policy are named by digest')],
  },
  {
    id: 'iso27001:A.8.11',
    title: 'Data is masked where it need not be seen',
    reach: 'part',
    owner: 'data owner',
    duty: 'Decide what must be masked, for whom and how',
    support: [
      byGate(SCAN, 'columns that must be tokens are', ['tokens']),
      byGate(SCAN, 'groups that people could be told apart by are large enough', ['k-anonymity', 'l-diversity']),
    ],
  },
  {
    id: 'iso27001:A.8.12',
    title: 'Data does not leak to where it must not be',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Watch the other ways out: mail, devices, clouds',
    support: [
      byGate(SCAN, 'no credentials lie in the files', ['secrets']),
      byGate(SCAN, 'no personal data stands where nobody expects it', ['sensitive', 'sensitive-header']),
    ],
  },
  {
    id: 'iso27001:A.8.15',
    title: 'What happens is logged, and the logs are protected',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Log what the systems in operation do, and read it',
    support: [byEntry('log', 'certificates, approvals, promotions and revocations stand in an append-only log')],
  },
  {
    id: 'iso27001:A.8.16',
    title: 'What runs is watched for what is unusual',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Watch networks and systems, and act on alarms',
    support: [byGate('drift-compare', 'production was held against the reference')],
  },
  {
    id: 'iso27001:A.8.24',
    title: 'Cryptography is used by rules, keys included',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Say which keys there are, who holds them and when they change',
    support: [byEntry('decision', 'the record is signed with the key that the settings name')],
  },
  {
    id: 'iso27001:A.8.25',
    title: 'Security is part of development from its beginning',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Train people, and plan security before code',
    support: [byGate(SCAN, 'files, dependencies and workflows are scanned at each change')],
  },
  {
    id: 'iso27001:A.8.26',
    title: 'What an application must withstand is demanded before it is built or bought',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Find the demands, and agree on them',
    support: [byEntry('decision', 'the policy that was set beforehand names what must hold')],
  },
  {
    id: 'iso27001:A.8.28',
    title: 'Code is written so that it brings few weaknesses',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Review code, and keep rules for writing it',
    support: [
      byGate(SCAN, 'no credentials lie in the code', ['secrets']),
      byGate(SCAN, 'no workflow runs what strangers wrote', ['workflow.template-injection']),
    ],
  },
  {
    id: 'iso27001:A.8.29',
    title: 'Security is tested before something is accepted',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Test the systems around the model',
    support: [
      byGate(SCAN, 'the model’s files and what they need were scanned'),
      byEntry('decision', 'the scan was part of what the acceptance was decided on'),
    ],
  },
  {
    id: 'iso27001:A.8.30',
    title: 'What others develop for us is directed and checked',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Agree with suppliers on what they must deliver',
    support: [
      byGate('model-certify', 'the model was measured here, whoever made it'),
      byGate(SCAN, 'its files were scanned here', ['artefact']),
    ],
  },
  {
    id: 'iso27001:A.8.31',
    title: 'Development, test and production are kept apart',
    reach: 'part',
    owner: 'platform owner',
    duty: 'Keep the environments apart, and who may reach them',
    support: [byEntry('promotion', 'production was pointed at a model only after its certificate had been verified')],
  },
  {
    id: 'iso27001:A.8.32',
    title: 'Changes go through a procedure that controls them',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Use the procedure for every change, urgent ones too',
    support: [
      byEntry('decision', 'each change of the model was decided by the policy of the protected branch'),
      byEntry('approval', 'those whom the policy asks have approved'),
    ],
  },
  {
    id: 'iso27001:A.8.33',
    title: 'Data for tests is chosen, protected and managed',
    reach: 'part',
    owner: 'data owner',
    duty: 'Approve the use of real data for tests, and delete it in time',
    support: [
      byGate('data-validate', 'the data was held against its contract, and is known by digest'),
      byGate('model-certify', 'hold-out and training rows are apart', ['train-overlap']),
      byGate('model-certify', 'how often the hold-out was used is counted', ['holdout.looks']),
    ],
  },
];

/** ISO/IEC 27001:2022, Annex A: the controls that evidence of a model's certification bears on. */
const iso27001                     = [...organisational, ...technological];

/** ISO/IEC 42001:2023, Annex A: the controls that evidence of a model's certification bears on. The words are ours, not the standard's. */
const iso42001                     = [
  {
    id: 'iso42001:A.4.3',
    title: 'The data that an AI system uses is documented',
    reach: 'part',
    owner: 'data owner',
    duty: 'Document where the data comes from, and what it may be used for',
    support: [byGate('data-validate', 'each file is described by a contract, and known by digest')],
  },
  {
    id: 'iso42001:A.5.2',
    title: 'How an AI system may affect people and society is assessed',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Make the assessment, and decide on what it finds',
    support: [
      byGate('model-certify', 'differences between groups are measured with their uncertainty', [
        'fair',
        'impact-ratio',
        'equal-opportunity',
        'equalized-odds',
        'predictive-parity',
      ]),
    ],
  },
  {
    id: 'iso42001:A.5.4',
    title: 'Effects on single people and on groups are assessed and documented',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Say which groups count, and talk to those concerned',
    support: [
      byGate('model-certify', 'groups and weak segments were looked at', [
        'fair',
        'impact-ratio',
        'equal-opportunity',
        'equalized-odds',
        'predictive-parity',
        'weak-segments',
      ]),
    ],
  },
  {
    id: 'iso42001:A.6.2.2',
    title: 'What an AI system must do is specified and documented',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Find the requirements, those that cannot be measured too',
    support: [byEntry('decision', 'measurable requirements stand in the policy that decided')],
  },
  {
    id: 'iso42001:A.6.2.3',
    title: 'How an AI system was designed and made is documented',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Write down the choices of design, and why',
    support: [
      byEntry('model-card', 'the model card says what the model is for, what it was trained on and where it fails'),
      byGate('model-certify', 'the card has the fields that are required', ['model-card.fields']),
    ],
  },
  {
    id: 'iso42001:A.6.2.4',
    title: 'An AI system is verified and validated by measures and criteria set beforehand',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Choose criteria and hold-out so that they stand for the use',
    support: [
      byGate('model-certify', 'claims were decided by intervals on a hold-out'),
      byEntry('decision', 'the criteria were those of the protected branch'),
    ],
  },
  {
    id: 'iso42001:A.6.2.5',
    title: 'An AI system is put into use by a plan, once its requirements are met',
    reach: 'whole',
    owner: 'ML engineer',
    duty: 'Plan how it comes into use, and how it is taken back',
    support: [
      byEntry('certificate', 'the model met the policy'),
      byEntry('promotion', 'only a model whose certificate had been verified was promoted'),
    ],
  },
  {
    id: 'iso42001:A.6.2.6',
    title: 'An AI system in use is watched, repaired and updated',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Act on what is found, and support those who use it',
    support: [
      byGate('drift-compare', 'what comes in and goes out in production was held against the reference'),
      byEntry('review', 'certificates are reviewed when that is due'),
    ],
  },
  {
    id: 'iso42001:A.6.2.7',
    title: 'Those who need it get technical documentation of an AI system',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Say who needs which documentation, and hand it over',
    support: [byEntry('model-card', 'measured numbers and declared limits in one document')],
  },
  {
    id: 'iso42001:A.6.2.8',
    title: 'Events in the life of an AI system are recorded',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Keep the logs of the system in use',
    support: [byEntry('log', 'certifications, promotions and revocations stand in an append-only log')],
  },
  {
    id: 'iso42001:A.7.2',
    title: 'Data for development is managed by a process',
    reach: 'part',
    owner: 'data owner',
    duty: 'Keep the process, from acquisition to deletion',
    support: [byGate('data-validate', 'data was held against its contract before it was used')],
  },
  {
    id: 'iso42001:A.7.3',
    title: 'How data is acquired and chosen is documented',
    reach: 'part',
    owner: 'data owner',
    duty: 'Say why this data, and by which right',
    support: [byEntry('model-card', 'the card says what the model was trained on')],
  },
  {
    id: 'iso42001:A.7.4',
    title: 'What quality data must have is defined, and data has it',
    reach: 'whole',
    owner: 'data owner',
    duty: 'Define what quality the use demands',
    support: [byGate('data-validate', 'each rule of the contract was checked on every row')],
  },
  {
    id: 'iso42001:A.7.5',
    title: 'Where data comes from can be told',
    reach: 'part',
    owner: 'data owner',
    duty: 'Record what happened to the data before it came here',
    support: [byGate('data-validate', 'each file that was read is named, by digest and by origin')],
  },
  {
    id: 'iso42001:A.7.6',
    title: 'How data is prepared is decided by criteria',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Say how data is prepared, and why so',
    support: [byGate('data-validate', 'prepared data was held against its contract')],
  },
  {
    id: 'iso42001:A.8.2',
    title: 'Users get what they must know to use the system',
    reach: 'part',
    owner: 'ML engineer',
    duty: 'Hand it to the users, in words that they understand',
    support: [byEntry('model-card', 'purpose, limits and measured quality in one document')],
  },
  {
    id: 'iso42001:A.9.4',
    title: 'The system is used for what it is meant for',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Watch that it is used so',
    support: [byGate('model-certify', 'what it is meant for is declared', ['model-card.fields'])],
  },
  {
    id: 'iso42001:A.10.3',
    title: 'What suppliers deliver is used as the organisation’s own rules demand',
    reach: 'part',
    owner: 'compliance officer',
    duty: 'Choose suppliers, and agree with them',
    support: [
      byGate('model-certify', 'the model was measured here, whoever made it'),
      byGate('security-scan', 'its files were scanned here', ['artefact']),
    ],
  },
];

/** Every control that is built in. */
const CATALOGUE                     = [...iso27001, ...iso42001, ...gdpr, ...aiAct];

/** `iso27001:A.8.8`: the framework, and the clause as its text numbers it. */
const ControlId = string()
  .max(100)
  .regex(
    /^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9.(),-]*$/,
    'Expected a framework and a clause, such as iso27001:A.8.8 or own:3.1',
  );

/**
 * A control or a duty, in our own words, and what can support it. `reach` says how far evidence of a machine can go: `whole`, or
 * `part`, where something else of the control always stays with the organisation.
 */
const Control = strictObject({
  id: ControlId,
  title: string().trim().min(1).max(300).meta({ description: 'What it asks for, in your own words' }),
  reach: _enum(['whole', 'part']).default('part').meta({
    description: 'whole: such evidence can support all of it; part: something stays with the organisation in any case',
  }),
  duty: string().trim().min(1).max(1000).meta({ description: 'What stays with the organisation' }),
  owner: string().trim().min(1).max(200).default('compliance officer').meta({ description: 'Who answers for it' }),
  'fresh-days': int().min(1).max(3650).optional().meta({
    description: 'Days after which evidence for it is too old; those of the settings unless given',
  }),
  support: array(Support).min(1).max(20).meta({ description: 'What can support it' }),
});
                                             

/** `iso27001` of `iso27001:A.8.8`. */
const frameworkOf = ({ id }                     )         => id.slice(0, id.indexOf(':'));

/** `A.8.8` of `iso27001:A.8.8`. */
const clauseOf = ({ id }                     )         => id.slice(id.indexOf(':') + 1);

/** A catalogue file of a user's own: YAML or JSON. */
const CatalogueFile = strictObject({ controls: array(Control).min(1).max(2000) });

const controls = array(Control).max(500);

/** The section `controls` of proofmark.yml. */
const ControlSettings = strictObject({
  catalogue: string().min(1).max(4096).optional().meta({
    description: 'A file of further controls (YAML or JSON); one with the id of a built-in control takes its place',
    path: true,
  }),
  add: controls.optional().meta({ description: 'Further controls, written here' }),
  frameworks: array(
      string()
        .max(50)
        .regex(/^[a-z][a-z0-9-]*$/),
    )
    .min(1)
    .optional()
    .meta({
      description: 'Frameworks that are shown: iso27001, iso42001, gdpr, ai-act, or of your own; all if absent',
    }),
  owners: record(ControlId, string().trim().min(1).max(200))
    .default({})
    .meta({ description: "Who answers for a control, by its id: { 'iso27001:A.8.8': Carol }" }),
  'fresh-days': int()
    .min(1)
    .max(3650)
    .default(90)
    .meta({ description: 'Days after which evidence for a control is too old' }),
});
                                                              

/** The built-in catalogue with a user's controls in place of those of the same id, and after it those with new ones. */
function extendCatalogue(
  added                    ,
  catalogue                     = CATALOGUE,
)                     {
  if (added.length === 0) return catalogue
  const byId = new Map([...catalogue, ...added].map(control => [control.id, control]));
  return [...byId.values()]
}

const path$2 = (description        ) => string().min(1).max(4096).meta({ description, path: true });

/** What the settings of model-certify name beside the predictions: slices, groups and how the model behaves. */
const CERTIFY_BEHAVIOUR = {
  attributes: path$2(
    'Table with the columns of slices and groups, by the same id: a CSV file. The predictions unless given',
  ).optional(),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose every value is shown as a slice, and searched for weak segments',
  }),
  groups: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose groups are compared for fairness, e.g. "sex" or "sex and age-band"',
  }),
  train: path$2('Predictions on the rows that the model was trained on: a CSV file with the same columns').optional(),
  repeat: path$2(
    'Predictions of the same model on the same rows once more, which must be the same: a CSV file',
  ).optional(),
  perturbed: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Predictions on the same rows with their inputs disturbed: CSV files' }),
  favourable: string().min(1).optional().meta({
    description: "Class that it is to a person's advantage to be predicted. Default: the positive class",
  }),
};

const column$2 = (description        ) => string().min(1).meta({ description });
const cost = (description        ) => number().default(0).meta({ description });

/** What the settings of model-certify name for some kinds of prediction. */
const CERTIFY_BY_TASK = {
  predicted: column$2(
    "Column that holds the model's class, number or answer. Default: the most probable class (multiclass), predicted (regression, forecasting)",
  ).optional(),
  probabilities: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of the probability of every class (multiclass) or label (multilabel): class, or class=column',
  }),
  lower: column$2("Column that holds the lower end of the model's prediction interval").optional(),
  upper: column$2("Column that holds the upper end of the model's prediction interval").optional(),
  query: column$2(
    'Column of the query a result belongs to (ranking), of the item that several rows answer (evaluation). Default: query (ranking)',
  ).optional(),
  series: column$2('Column of the series a row belongs to (forecasting); one series unless given').optional(),
  time: column$2('Column that holds the time of a row: a number or a date (forecasting)').default('time'),
  history: string().min(1).max(4096).optional().meta({
    description:
      'Ids, series, times and truths from before the hold-out, which errors are scaled by: a CSV file (forecasting)',
    path: true,
  }),
  season: int()
    .min(1)
    .default(1)
    .meta({ description: 'Steps after which the naive forecast repeats what was (forecasting)' }),
  horizon: int().min(1).max(10_000).optional().meta({
    description:
      'Steps ahead that the forecasts were made: gains over the champion are then decided by Diebold and Mariano, else by blocks of time (forecasting)',
  }),
  refused: column$2('Column that holds whether the model refused: 1 or 0, true or false (evaluation)').optional(),
  unsafe: column$2('Column that holds whether the answer was unsafe: 1 or 0, true or false (evaluation)').optional(),
  latency: column$2('Column that holds how many milliseconds a prediction or an answer took').optional(),
  tokens: column$2('Column that holds how many tokens an answer took (evaluation)').optional(),
  cost: column$2('Column that holds what an answer cost (evaluation)').optional(),
  k: int().min(1).optional().meta({
    description:
      'How many of the first count. Default: 3 classes (multiclass), 10 results (ranking), 5 answers (evaluation)',
  }),
  beta: number()
    .gt(0)
    .max(100)
    .default(2)
    .meta({ description: 'How many times as much recall counts as precision in f-beta' }),
  top: number()
    .gt(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'Share of the rows, those with the highest scores, that lift looks at' }),
  costs: strictObject({
      'false-positive': cost('Cost of a negative row predicted positive'),
      'false-negative': cost('Cost of a positive row predicted negative'),
      'true-positive': cost('Cost of a positive row predicted positive, below 0 for a gain'),
      'true-negative': cost('Cost of a negative row predicted negative, below 0 for a gain'),
    })
    .optional()
    .meta({ description: 'What a row costs, by its true and predicted class, for expected-cost (binary)' }),
  'class-costs': record(string().min(1).max(200), record(string().min(1).max(200), number()))
    .optional()
    .meta({
      description:
        'What a row costs by its true class and, below that, the predicted one, below 0 for a gain; nothing where both are the same, unless given. For expected-cost (multiclass)',
    }),
  tolerance: number().gt(0).optional().meta({ description: 'Largest error that is within tolerance (regression)' }),
  quantile: number()
    .gt(0)
    .lt(1)
    .default(0.5)
    .meta({ description: 'Quantile that is predicted, for the pinball loss (regression, forecasting)' }),
};

const variable$1 = (description        ) =>
  string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description });

/** Where what a server asks for is found: names of environment variables, never a secret. */
const CREDENTIAL_NAMES = {
  'username-env': variable$1('Environment variable that holds the user name').optional(),
  'password-env': variable$1('Environment variable that holds the password').optional(),
  'token-env': variable$1('Environment variable that holds a bearer token').optional(),
};

/** Address of a server, without user and password. */
const serverAddress = (description        ) =>
  url$1({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description });

/** A Grafana that promotions are marked in. */
const GrafanaConnection = strictObject({
  url: serverAddress('Address of Grafana, with the path that it is served below'),
  dashboard: string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'the uid of a dashboard')
    .optional()
    .meta({
      description: 'uid of the one dashboard to mark; every dashboard of the organisation may show it unless given',
    }),
});

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
const path$1 = (description        ) => string().min(1).max(4096).meta({ description, path: true });

/** A file of hooks that must be in lakeFS as it is known here. */
const LakefsHook = strictObject({
    repository: string()
      .regex(/^[a-z0-9][a-z0-9-]{2,62}$/)
      .meta({ description: 'Repository in lakeFS' }),
    branch: string()
      .min(1)
      .max(1024)
      .default('main')
      .meta({ description: 'Branch that certified data is merged to' }),
    path: string()
      .regex(/^_lakefs_actions\/[^/]+\.ya?ml$/, { error: 'lakeFS reads hooks from _lakefs_actions/*.yaml alone' })
      .default('_lakefs_actions/proofmark.yaml')
      .meta({ description: 'The file of hooks in lakeFS' }),
    file: path$1('The same file in this repository').optional(),
    sha256: Sha256.optional().meta({ description: 'Or the SHA-256 of its bytes' }),
  })
  .refine(({ file, sha256 }) => (file === undefined) !== (sha256 === undefined), {
    error: "Give 'file' or 'sha256', one of them",
  });
                                                   

/** What is marked in lakeFS where data that was read from there was certified. Where lakeFS is, and who asks, the environment says. */
const LakefsConnection = strictObject({
  tag: boolean()
    .default(true)
    .meta({ description: 'Tag certified commits: certified-… can be set once, never moved' }),
  commit: boolean().default(false).meta({
    description:
      'Also add a commit without changes to the branch that was read, with certificate and model as metadata',
  }),
  hooks: array(LakefsHook).max(20).default([]).meta({
    description: 'Files of hooks that must be there unchanged, on their branch and in the certified commits',
  }),
});

/** What is recorded on in MLflow. Where MLflow is, and who asks, its own environment variables say: a settings file that a pull request may change must not send credentials anywhere. */
const MlflowConnection = strictObject({
  model: string()
    .regex(/^models:\/[^/].*$/, { error: 'Write models:/NAME/7, models:/NAME@ALIAS or models:/m-ID' })
    .max(1024)
    .optional()
    .meta({ description: 'Version or logged model that is judged, where `model.files` names files of the workspace' }),
  run: string().min(1).max(64).optional().meta({
    description: 'Id of the run that evidence is kept on; else the run that made the version, else MLFLOW_RUN_ID',
  }),
});

/** A Pushgateway that Prometheus scrapes. */
const PushgatewayConnection = strictObject({
  url: serverAddress('Address of the Pushgateway, such as https://push.example.com:9091'),
  job: string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every group' }),
  ...CREDENTIAL_NAMES,
});

/** A server that takes remote write 1.0: Prometheus, Mimir, Thanos, VictoriaMetrics, Grafana Cloud. */
const RemoteWriteConnection = strictObject({
  url: serverAddress('Address to write to, with its path: https://mimir.example.com/api/v1/push'),
  job: string().min(1).max(200).default('proofmark').meta({ description: 'Label job of every series' }),
  tenant: string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ...CREDENTIAL_NAMES,
});

/** A folder that the textfile collector of a node exporter reads. */
const TextfileConnection = strictObject({
  folder: path$1('Folder that node_exporter was given as --collector.textfile.directory'),
});

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
const Connections = strictObject({
  pushgateway: PushgatewayConnection.optional().meta({ description: 'Metrics go to a Pushgateway' }),
  textfile: TextfileConnection.optional().meta({ description: 'Metrics go to a folder of the textfile collector' }),
  'remote-write': RemoteWriteConnection.optional().meta({ description: 'Metrics go to a server by remote write' }),
  grafana: GrafanaConnection.optional().meta({
    description: 'Promotions are marked in Grafana, by the service account whose token is in GRAFANA_TOKEN',
  }),
  lakefs: LakefsConnection.optional().meta({
    description: 'Certified data is tagged in lakeFS; LAKEFS_ENDPOINT says where',
  }),
  mlflow: MlflowConnection.optional().meta({
    description:
      'Evidence, certificate, tags and metrics go to the run and the version; MLFLOW_TRACKING_URI says where',
  }),
});

/** Methods that settings may choose; written by scripts/generate.ts. */
const METHOD_IDS = [
  'anderson-darling',
  'chi-squared',
  'cramer-von-mises',
  'domain-classifier',
  'energy',
  'epps-singleton',
  'fisher-exact',
  'g-test',
  'hellinger',
  'jensen-shannon',
  'jensen-shannon-divergence',
  'kolmogorov-smirnov',
  'kullback-leibler',
  'l-infinity',
  'le-cam',
  'mann-whitney',
  'mmd',
  'pca-reconstruction',
  'percentile-shift',
  'psi',
  'student-t',
  'text-classifier',
  'text-length',
  'text-vocabulary',
  'total-variation',
  'two-proportions',
  'wasserstein',
  'welch-t',
];

const path = (description        ) => string().min(1).max(4096).meta({ description, path: true });
const column$1 = (description        ) => string().min(1).max(1000).meta({ description });
const variable = (description        ) =>
  string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description });
const query = (description        ) => string().min(1).max(10_000).meta({ description });

/** Where a Prometheus server is asked. No secret stands here: only the names of environment variables that hold one. */
const PrometheusSource = strictObject({
  url: url$1({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description: 'Address of the server, or of what speaks its HTTP API' }),
  query: query('PromQL of one series: one value per bucket. Of a rate: the events'),
  traffic: query(
    'PromQL of the requests in each bucket: what a rate is of, and what the minimum traffic is held against',
  ).optional(),
  quantile: number().gt(0).lt(1).optional().meta({
    description:
      'The query gives counts by le, such as sum by (le) (increase(x_bucket[1h])): judge this quantile of them',
  }),
  range: Duration.default('28d').meta({ description: 'How far back the series goes' }),
  until: datetime({ offset: true }).optional().meta({ description: 'Time at which it ends; now unless given' }),
  'username-env': variable('Environment variable that holds the user name').optional(),
  'password-env': variable('Environment variable that holds the password').optional(),
  'token-env': variable('Environment variable that holds a bearer token').optional(),
  tenant: string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ca: path('Certificate authority of the server, PEM').optional(),
});
                                                                

const Exception = strictObject({
    from: datetime({ offset: true }).meta({ description: 'Begin, inclusive' }),
    until: datetime({ offset: true }).meta({ description: 'End, exclusive' }),
    why: string().min(1).max(500).meta({ description: 'Reason, as the evidence tells it' }),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: 'a stretch whose end is after its begin',
  });

/** One operational series: where it comes from, what it is, and by which rules it is judged. */
const Series = strictObject({
    name: string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'a name of letters, digits, dots, dashes and underscores')
      .meta({ description: 'Name, as checks have it' }),
    kind: SeriesKind.meta({ description: 'What the series is of' }),
    log: path('A log: CSV, JSON Lines or Parquet').optional(),
    prometheus: PrometheusSource.optional().meta({ description: 'A range query instead of a log' }),
    time: column$1("Column that holds a row's time: ISO 8601, or seconds or milliseconds since 1970").default(
      'timestamp',
    ),
    count: column$1('Column that holds how many requests a row stands for; each row is one unless given').optional(),
    events: column$1(
      'Of a rate: column that holds the events among them: a count, or 0 and 1, or true and false',
    ).optional(),
    value: column$1('Column that holds the value: a latency, a gauge, or a rate that is already one').optional(),
    quantile: number().gt(0).lt(1).default(0.95).meta({ description: 'Of latencies: the quantile that is judged' }),
    every: Duration.default('1h').meta({ description: 'Length of a bucket' }),
    baseline: Duration.default('14d').meta({
      description: 'What is at least known before anything is judged: everything after it is, unless judge is given',
    }),
    judge: Duration.optional().meta({ description: 'Judge only so much at the end, such as 7d' }),
    season: _enum(['auto', 'none', 'day', 'week', 'month']).default('auto').meta({
      description: 'What repeats: the hours of a day, of a week, the days of a month; auto takes what predicts best',
    }),
    direction: _enum(['both', 'up', 'down']).optional().meta({
      description: 'Which way is harmful: up for latencies and rates, both otherwise, unless given',
    }),
    'min-change': number().min(0).max(100).optional().meta({
      description:
        'Smallest change from what is expected that matters, as a share of it: 0.1, or 0.25 of a rate, unless given',
    }),
    'min-absolute-change': number().min(0).default(0).meta({
      description: 'Smallest change that matters, in the unit of the series',
    }),
    'min-traffic': int().min(0).default(30).meta({
      description: 'Requests below which the rate or the latency of a bucket says nothing, where requests are counted',
    }),
    'max-missing': number().min(0).max(1).default(0.01).meta({
      description: 'Largest share of judged buckets that may be missing',
    }),
    maturity: Duration.optional().meta({
      description: 'Of a default rate: age at which the outcome of a cohort is known; younger ones are not counted',
    }),
    disorder: Duration.optional().meta({
      description:
        'How far a row may stand before its time; one bucket, and not at all where rows are buckets, unless given',
    }),
    except: array(Exception).max(1000).default([]).meta({
      description: 'Stretches that are neither judged nor learnt from, such as planned maintenance',
    }),
    rules: RuleSettings,
  })
  .superRefine((series, context) => {
    const fault = (key                                         , message        ) =>
      context.addIssue({ code: 'custom', path: [key], message, input: series[key] });
    if ((series.log === undefined) === (series.prometheus === undefined))
      fault(
        'log',
        series.log === undefined
          ? "the path of a log, unless 'prometheus' is given,"
          : "left out where 'prometheus' is given,",
      );
    if (series.log !== undefined) {
      if ((series.kind === 'latency' || series.kind === 'gauge') && series.value === undefined)
        fault('value', 'the name of a column');
      if (
        (series.kind === 'error-rate' || series.kind === 'default-rate') &&
        (series.events === undefined) === (series.value === undefined)
      )
        fault('events', `the name of a column, or 'value' instead`);
    }
    if ((series.maturity !== undefined) !== (series.kind === 'default-rate'))
      fault(
        'maturity',
        series.maturity ? 'given for a default-rate only' : 'given for a default-rate: a length of time such as 90d',
      );
  });
                                            

/** The series of the settings, each name once. */
const SeriesList = array(Series)
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const names = new Set        ();
    for (const [i, { name }] of list.entries()) {
      if (names.has(name))
        context.addIssue({ code: 'custom', path: [i, 'name'], message: 'a name of its own', input: name });
      names.add(name);
    }
  });

const drop = number().gt(0);

/** Predictions that drift-compare holds against each other; what their columns mean stands under `certify`. */
const DriftPredictions = strictObject({
  reference: path$1('Predictions with labels from when the model was good, such as those of its hold-out: a CSV file'),
  current: path$1('Predictions of production, with labels or without: a CSV file'),
  labels: _enum(['auto', 'required', 'none']).default('auto').meta({
    description:
      'Whether the current file has labels: as its header says, or by all means, or none; without them performance is estimated (CBPE)',
  }),
  metrics: array(_enum(PERFORMANCE_METRIC_IDS))
    .min(1)
    .default(['auc', 'accuracy'])
    .meta({ description: 'Metrics that may stop the gate; the others are reported' }),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of both files whose every value is judged by the same metrics, from 30 rows on',
  }),
  'max-performance-drop': drop.lt(1).default(0.05).meta({
    description: 'Largest harmless loss of a metric, absolute: a fall, or of brier and log-loss a rise',
  }),
  'max-drops': partialRecord(_enum(PERFORMANCE_METRIC_IDS), drop)
    .default({})
    .meta({ description: 'The same by metric: { recall: 0.1 }' }),
  'max-decision-change': number().gt(0).lt(1).default(0.1).meta({
    description: 'Largest harmless change of the share of rows whose score reaches the threshold, up or down',
  }),
});

/** A table on an engine. */
const EngineTable = strictObject({
    engine: _enum(ENGINES).meta({ description: 'What holds the table' }),
    url: string()
      .min(1)
      .max(2048)
      .regex(/^[^?#\s]+$/, { error: 'an address or a path without ? and #' })
      .meta({
        description: 'Address of the server, or the file of a DuckDB database',
      }),
    table: string()
      .min(1)
      .max(1000)
      .meta({ description: 'The table, with its catalog and schema: hive.risk.credit' }),
    key: string().min(1).max(1000).optional().meta({
      description:
        'A column of whole numbers, no two alike, none missing: by it rows are drawn, put in order and pointed at',
    }),
    snapshot: union([string().min(1).max(200), int().nonnegative().transform(String)], {
        error: 'the id of a snapshot, in quotes where it has more than 15 digits; a version, a branch or a tag',
      })
      .optional()
      .meta({
        description:
          'The state of the table to measure: the id of a snapshot, in quotes; a version; a branch or a tag. The current one where nothing is said',
      }),
    'as-of': string()
      .refine(isTime, { error: 'a time with its zone, such as 2026-01-31T00:00:00Z' })
      .optional()
      .meta({ description: 'Or the state the table was in at this time: 2026-01-31T00:00:00Z' }),
    partition: string().min(1).max(1000).optional().meta({
      description:
        'A column by whose values the table is measured part by part, each once as long as it stays as it is',
    }),
    states: string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ description: 'The file that keeps what was measured of the partitions, from run to run' }),
    limits: strictObject({
        rows: int().positive().optional().meta({ description: 'Rows to be read, as the engine estimates them' }),
        bytes: int().positive().optional().meta({ description: 'Bytes to be read, as the engine estimates them' }),
      })
      .optional()
      .meta({
        description: 'A table that the engine estimates to be larger is not measured: its checks are inconclusive',
      }),
  })
  .refine(({ snapshot, 'as-of': asOf }) => snapshot === undefined || asOf === undefined, {
    error: 'snapshot or as-of, not both',
  })
  .refine(({ partition, states }) => (partition === undefined) === (states === undefined), {
    error: 'partition together with states, the file that keeps what was measured of it',
  })
  .transform(({ 'as-of': asOf, limits: { rows: maxRows, bytes: maxBytes } = {}, ...table }) =>
    engineAddress({ ...table, asOf, maxRows, maxBytes }),
  );

/** A table: a file by its path or address, or a table on an engine, which becomes an address of its own. */
const table = (description        ) =>
  union(
      [
        EngineTable,
        string()
          .min(1)
          .max(4096)
          .refine(text => !isEngineAddress(text) || readEngineAddress(text) !== undefined, {
            error: 'of the form engine:url?table=name&key=column',
          })
          .meta({ description, path: true }),
      ],
      { error: wanted },
    )
    .meta({ description });

/** What is expected: of what reads like a table, what is wrong with it. */
function wanted({
  input,
  errors,
}   
                          
                                                                                                               
 )         {
  const [issue] = errors?.[0] ?? [];
  const isTable = typeof input === 'object' && input !== null && 'engine' in input && 'url' in input && 'table' in input;
  if (!isTable || !issue || issue.path[0] === 'engine')
    return 'a path, or a table on an engine: { engine, url, table, key }'
  return [...issue.path.map(String), issue.message].join(': ')
}

/** The section `drift`: what drift-compare reads and requires. */
const Drift = strictObject({
  reference: table(
    'The table the model was built on: a CSV, JSON Lines or Parquet file, or a table on an engine',
  ).optional(),
  current: table('The table to compare with it: a CSV, JSON Lines or Parquet file, or a table on an engine').optional(),
  columns: array(string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: array(string().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  profile: _enum(['proofmark', 'evidently', 'nannyml', 'tfdv']).default('proofmark').meta({
    description: "Whose rules decide: proofmark, or another tool's with its defaults: evidently, nannyml, tfdv",
  }),
  alpha: number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': number().gt(0).max(1).default(0.1).meta({
    description:
      'Largest harmless change of a distribution, for methods without a limit of their own, such as kolmogorov-smirnov and total-variation',
  }),
  methods: record(string().min(1), _enum(METHOD_IDS)).default({}).meta({
    description:
      'Method that decides on the distribution, by column, or by kind of column: numeric, categorical, boolean, datetime, text, embedding; rows: of all columns together',
  }),
  embeddings: record(string().min(1), array(string().min(1)).min(1))
    .default({})
    .meta({
      description: 'Columns of numbers that are one vector, by a name for it: compared together, not one by one',
    }),
  limits: record(string().min(1), number().gt(0)).default({}).meta({
    description:
      'Largest harmless effect, by column or by method, on the scale of the method; max-effect or that of the method unless given',
  }),
  calibrate: boolean().default(false).meta({
    description:
      'true: raise the limit of a column whose reference differs from itself by more, chunk by chunk of as many rows as the current table',
  }),
  critical: array(string().min(1)).min(1).optional().meta({
    description: 'Columns that stop the gate where they have drifted; all without a weight unless given',
  }),
  weights: record(string().min(1), number().min(0)).optional().meta({
    description: 'Importance of columns that do not stop the gate by themselves, but together',
  }),
  'max-drifted-weight': number().min(0).lt(1).default(0.2).meta({
    description: 'Largest share of all weights that columns which drifted may hold',
  }),
  'on-inconclusive': _enum(['block', 'warn']).default('block').meta({
    description: 'What a column that is undecided for want of rows does: block, or warn and let it pass',
  }),
  'max-missing-change': number()
    .gt(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Largest harmless change of the missing share' }),
  'max-unseen-share': number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'Largest harmless share of rows whose category the reference never had' }),
  predictions: DriftPredictions.optional().meta({
    description: 'Predictions to compare: scores, decisions, and performance with labels or without',
  }),
  results: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Reports of another tool to take over: the JSON files that Evidently writes' }),
  'result-thresholds': record(string().min(1), ResultThreshold).default({}).meta({
    description: 'Thresholds in place of those in the results, by check, column or method: { psi: 0.2 }',
  }),
  series: SeriesList.optional().meta({
    description: 'Operational series of production: volume, rates, latencies, from logs or Prometheus',
  }),
});

/** What data-validate asks of the data that DVC tracks. */
const Dvc = strictObject({
  remote: string().min(1).max(200).optional().meta({
    description: "DVC remote in which everything that pointers name must be: its name, or 'default'",
  }),
  content: boolean().default(false).meta({
    description: 'true: read every byte in the remote and hold it against its md5, not only look whether it is there',
  }),
  workspace: boolean().default(false).meta({
    description: 'true: every tracked file of the workspace must be there, and be what its pointer names',
  }),
  all: boolean().default(false).meta({
    description: 'true: in a pull request everything is asked for, not only what it changes',
  }),
});

/** Branch that a log is kept in unless told otherwise. */
const DEFAULT_LOG_BRANCH = 'proofmark-log';

/** The log that certificates and whatever happens to them are entered in: where it is, and the keys to it. */
const RecordLog = strictObject({
  repository: string()
    .regex(/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/, 'owner/name')
    .optional()
    .meta({ description: 'Repository on GitHub that keeps the log, as owner/name. Default: the one of the run' }),
  remote: string()
    .min(1)
    .max(4096)
    .optional()
    .meta({ description: 'Any other git repository that keeps it, instead: an address, or a folder' }),
  branch: string().min(1).max(200).default(DEFAULT_LOG_BRANCH).meta({ description: 'Its branch' }),
  origin: string().min(1).max(255).optional().meta({
    description: 'What the log is called in its checkpoints. Default: host/owner/name/branch, or as its key is called',
  }),
  'verifier-key': string()
    .min(1)
    .max(1024)
    .optional()
    .meta({ description: 'Public key of the log, in one line, as `proofmark log init` prints it' }),
  key: path$1('File with the private key of the log; else the text in PROOFMARK_LOG_KEY is taken').optional(),
  'last-seen': path$1('File that remembers the newest checkpoint that was seen of the log').default(
    '.proofmark-last-seen',
  ),
});

const url = (description        ) =>
  url$1({ protocol: /^https?$/ })
    .max(2048)
    .meta({ description });

/** How a running workflow signs without a key of its own. */
const KeylessSettings = strictObject({
  instance: _enum(['github', 'public']).default('github').meta({
    description:
      "github: GitHub's own certificate authority, which publishes nothing. public: Sigstore's, which publishes repository, workflow and ref for good",
  }),
  'fulcio-url': url("Another certificate authority (Fulcio) than the instance's").optional(),
  'rekor-url': url("Another transparency log (Rekor) than the instance's; github has none").optional(),
  'rekor-api': literal([1, 2]).default(1).meta({ description: 'Version of its API: 1 or 2' }),
  audience: string().min(1).max(255).default('sigstore').meta({ description: 'Whom the identity token is for' }),
  'may-publish': boolean().default(false).meta({
    description: "true: the name of a private repository may appear in Sigstore's public logs",
  }),
});
                                                             

/** What is encrypted of a certification, and who can read it. */
const Encrypt = strictObject({
  recipients: array(string().min(1).max(4096)).min(1).max(20).meta({
    description: 'At least two who can each read it: age1…, the path of a file of such lines, the URI of a key service',
  }),
  evidence: union([literal('confidential'), array(_enum(GATES)).min(1)], {
      error: `Expected to be confidential, or a list of ${GATES.join(', ')}`,
    })
    .default('confidential')
    .meta({
      description:
        'Whose evidence: confidential: of the gates that name a column which the contract classifies; or a list of gates',
    }),
});

/** How a certificate is signed and kept. */
const Record = strictObject({
  key: string().min(1).max(4096).optional().meta({
    description:
      'What signs: the path of a private key (P-256 or Ed25519, PEM; make one with `proofmark keygen`), the address of a key such as awskms:///alias/proofmark, or keyless',
  }),
  'timestamp-authority': url(
    'A time-stamp authority (RFC 3161) that says when it was signed; it sees a hash of the signature, nothing else',
  ).optional(),
  keyless: KeylessSettings.prefault({}).meta({ description: 'Where a certificate comes from when key is keyless' }),
  release: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
  supersedes: path$1('Certificate of this model that the new one replaces').optional(),
  encrypt: Encrypt.optional().meta({
    description: 'Evidence that is published encrypted only (age v1), as evidence.tar.age',
  }),
  attestations: boolean().default(false).meta({
    description:
      "true: put certificates in GitHub's attestation store too; private repositories need Enterprise Cloud for that",
  }),
  receipts: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Receipts of approvals (`proofmark approve`): files, folders or * globs' }),
  log: RecordLog.optional().meta({ description: 'The log of certificates and of what happens to them' }),
});

const paths = (description        ) =>
  array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .meta({ description });
const column = (description        ) => string().min(1).meta({ description });

const Model = strictObject({
  name: string().min(1).max(200).optional().meta({ description: 'Name of the model, as the certificate states it' }),
  version: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Version of the model, as the certificate states it' }),
  files: paths('The model: files, folders or * globs').optional(),
  card: Card.optional().meta({
    description: 'What only people can say of the model: makes a model card of it and what is measured',
  }),
});

const Data = strictObject({
  files: array(table('A CSV, JSON Lines or Parquet file, or a table on an engine'))
    .min(1)
    .optional()
    .meta({ description: 'Tables to validate: CSV, JSON Lines or Parquet files, or tables on an engine' }),
  contract: path$1('What the data must look like: an ODCS v3.1 YAML file').optional(),
  shard: string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .refine(text => Number(text.split('/')[0]) <= Number(text.split('/')[1]), {
      error: 'a part of as many, such as 2/4',
    })
    .optional()
    .meta({ description: 'Measure a part of the rows only, e.g. 2/4, and write what was measured for merge' }),
  results: paths('Results of another tool to take over: JSON files of Great Expectations, dbt or Deequ').optional(),
  'result-thresholds': record(string().min(1), ResultThreshold).default({}).meta({
    description: "Thresholds in place of those in the results, by check or column: { Completeness.age: '>= 0.95' }",
  }),
  merge: paths('Join what all shards have measured, and judge it: the files they wrote').optional(),
  dialects: record(string().min(1), Dialect).optional().meta({
    description: 'CSV files not written as RFC 4180 has it, by path or pattern: delimiter, quote, decimal, encoding …',
  }),
  dvc: Dvc.optional().meta({ description: 'Where the data that DVC tracks must be' }),
});

/** A command of the user's that scores the hold-out. */
const Predict = strictObject({
  command: tuple([string().min(1)], string()).meta({
    description:
      "The program and its arguments, e.g. [python, predict.py]; no shell reads it. It writes the file 'predictions'",
  }),
  folder: path$1('Where it works').default('.'),
  'max-seconds': int().min(1).max(86_400).default(600).meta({
    description: 'Seconds after which it is ended, and all that it has started',
  }),
  environment: array(string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
    .default([])
    .meta({ description: 'Variables of the environment that it is told, besides PATH, HOME and the like' }),
  inputs: paths('What it reads, such as the hold-out and its own code: their digests stand in the evidence').optional(),
});

/** A model that is asked here. */
const Onnx = strictObject({
  model: path$1('The model, an ONNX file'),
  data: path$1('The hold-out: a table with the ids, the truth and the features'),
  features: array(string().min(1)).min(1).optional().meta({
    description: "Columns that make the model's one matrix, in its order; an input for each column goes by name",
  }),
  output: string().min(1).optional().meta({
    description: 'Name of the output that holds the predictions; needed where several hold numbers',
  }),
  columns: record(string().min(1), int().nonnegative()).meta({
    description: 'Columns to write, and where in a row of the output each stands, from 0: { p_bad: 0 }',
  }),
});

/** How often a hold-out may be used. */
const Looks = strictObject({
  most: int().min(1).max(10_000).default(20).meta({ description: 'Models that may be judged on the same rows' }),
  earlier: paths('Evidence of earlier runs, or certificates: what was judged before').optional(),
  spend: boolean().default(false).meta({
    description: 'true: every interval is as wide as its share of that many looks asks for (Bonferroni)',
  }),
});

/** What a model is held against besides the champion, so that small losses do not add up unseen. */
const Anchor = strictObject({
  certificates: paths('Certificates of this model so far: the oldest that is still valid counts'),
  key: path$1('Public key (PEM) that signed them'),
  predictions: path$1(
    'Predictions of the model of that certificate, on the same rows; their digest must be the certified one',
  ),
  budget: number().min(1).max(100).default(2).meta({
    description: 'How many times the margin of a claim on the champion may be lost since then',
  }),
});

const Certify = strictObject({
  predictions: path$1('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path$1('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  onnx: Onnx.optional().meta({
    description: "An ONNX model that is asked here, and whose answers are written as 'predictions'",
  }),
  task: _enum(TASK_IDS).default('binary').meta({ description: 'Kind of prediction' }),
  predict: Predict.optional().meta({ description: 'A command that makes the predictions before they are read' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column(
    'Column that holds the truth: a class, a number, how relevant a result is, the answer expected',
  ).default('label'),
  score: column(
    'Column that holds the probability of the positive class, what results are ranked by, the grade of an answer',
  ).default('score'),
  positive: string().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  weight: column('Column that holds how much a row counts; every row once unless given').optional(),
  cluster: column(
    'Column of what rows belong together by, such as the customer; every row apart unless given',
  ).optional(),
  threshold: number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  ...CERTIFY_BY_TASK,
  level: number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  anchor: Anchor.optional().meta({
    description: 'Holds every claim on the champion against the oldest valid certificate, too',
  }),
  looks: Looks.optional().meta({ description: 'Counts the models that were judged on this hold-out' }),
  claims: array(string().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
  ...CERTIFY_BEHAVIOUR,
});

const Security = strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
  vulnerabilities: union([_enum(['off', 'api']), path$1("OSV's all.zip, or a folder of them")], {
      error: "Expected to be off, api, or the path of OSV's all.zip",
    })
    .default('off')
    .meta({
      description:
        "Where known vulnerabilities are looked up: off, api (sends names and versions to osv-url), or the path of OSV's all.zip",
    }),
  'osv-url': url$1({ protocol: /^https?$/ })
    .default('https://api.osv.dev')
    .meta({ description: 'Address of the OSV server that vulnerabilities: api asks' }),
  secrets: strictObject({
      baseline: path$1(
        'Credentials that were there before and only warn; write it with proofmark secrets-baseline',
      ).optional(),
    })
    .prefault({})
    .meta({ description: 'How credentials are looked for' }),
  'sensitive-data': boolean().default(false).meta({
    description: 'true: look for personal data in every table that the settings name, and hold it against the contract',
  }),
  'quasi-identifiers': array(string().min(1)).min(1).optional().meta({
    description: 'Columns by which people could be told apart together, such as age, sex and postcode',
  }),
  'min-k': int().min(2).default(5).meta({
    description: 'Rows that must share each combination of the quasi-identifiers (k-anonymity)',
  }),
  'min-l': int().min(2).optional().meta({
    description: 'Distinct values that each sensitive column must have among such rows (l-diversity)',
  }),
  'max-seconds': int().min(1).max(3600).default(USUAL_LIMITS.seconds).meta({
    description: 'Seconds that reading one file may take, and one more for every 10 MB of it',
  }),
  'max-memory': int().min(256).max(65536).default(USUAL_LIMITS.memory).meta({
    description: 'Memory that reading one file may take, in MiB',
  }),
  'max-depth': int().min(0).max(100).default(USUAL_LIMITS.depth).meta({
    description: 'Archives and compressed streams inside one another that are opened',
  }),
  'max-ratio': int().min(1).max(100_000).default(USUAL_LIMITS.ratio).meta({
    description: 'How many times its own size a file may decompress to; 64 MiB are allowed in any case',
  }),
});

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
const Settings = strictObject({
    model: Model.prefault({}).meta({ description: 'The model under certification' }),
    data: Data.prefault({}).meta({ description: 'What data-validate reads' }),
    certify: Certify.prefault({}).meta({ description: 'What model-certify reads and requires' }),
    drift: Drift.prefault({}).meta({ description: 'What drift-compare reads and requires' }),
    security: Security.prefault({}).meta({ description: 'What security-scan reads' }),
    record: Record.prefault({}).meta({ description: 'How the certificate is signed and kept' }),
    connections: Connections.prefault({}).meta({ description: 'Systems outside that are told of every decision' }),
    controls: ControlSettings.prefault({}).meta({
      description: 'Controls of standards and law that evidence is held against, for `proofmark controls`',
    }),
    policy: Policy.prefault({}).meta({ description: 'What must hold for a certificate' }),
  })
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' });

/** The settings of one run: the file's, with the command's inputs laid over them. */
function readSettings(source                )           {
  const file = source.file && readYaml(source.file.name, source.file.text);
  const document = file
    ? overlay(file, source)
    : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source);
  const settings = validate(Settings, document, 'settings.invalid');
  refuseBesideFrom(document);
  return settings
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

export { CATALOGUE as C, RecordLog as R, Settings as S, isByGate as a, CatalogueFile as b, frameworkOf as c, clauseOf as d, extendCatalogue as e, fromText as f, inputsOf as i, readSettings as r };
