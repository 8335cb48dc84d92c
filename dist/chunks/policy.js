import { G as GATES, W as Waiver } from './evidence.js';
import { a as string, s as strictObject, e as array, _ as _enum, u as union, i as int, r as record, h as url, n as number, l as literal } from './schemas2.js';
import { d as datetime, a as date } from './categories.js';
import { closestMatch } from './index5.js';

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

const pem = (label        ) =>
  string()
    .max(64 * 1024)
    .regex(new RegExp(`-----BEGIN ${label}-----`), `PEM that begins with -----BEGIN ${label}-----`);

const instant = datetime({ error: 'a time in UTC such as 2027-01-31T00:00:00Z' });

/** A key whose signatures count, from one time to another. */
const TrustedKey = strictObject({
  name: string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  key: pem('PUBLIC KEY').meta({ description: 'The public key itself, PEM (SPKI): P-256 or Ed25519' }),
  'not-before': instant.optional().meta({ description: 'Signatures of earlier count for nothing' }),
  'not-after': instant.optional().meta({ description: 'Signatures of later count for nothing' }),
});
                                                   

/** A workflow whose signatures count (keyless). Every field is compared as a whole: no pattern, no prefix. */
const TrustedIdentity = strictObject({
  name: string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  issuer: url().default('https://token.actions.githubusercontent.com').meta({ description: 'Who vouches for it' }),
  workflow: string()
    .regex(/^[^\s@*?]+\/[^\s@*?]+\/\.github\/workflows\/[^\s@*?]+$/, 'owner/name/.github/workflows/file.yml')
    .meta({ description: 'The workflow that signs: owner/name/.github/workflows/file.yml' }),
  ref: string()
    .regex(/^(refs\/(heads|tags)\/[^\s*?]+|[0-9a-f]{40})$/, 'a whole ref such as refs/heads/main, or a commit')
    .meta({
      description: 'The ref the workflow is taken from, e.g. refs/heads/main; the commit, where it is called by one',
    }),
  server: url().default('https://github.com').meta({ description: 'The GitHub the workflow is on' }),
  'repository-ids': array(string().regex(/^\d+$/, 'the number of a repository')).min(1).optional().meta({
    description: 'Numbers of the repositories the workflow may run for',
  }),
  runner: _enum(['github-hosted', 'self-hosted']).optional().meta({ description: 'Where it must have run' }),
});
                                                             

/** A workflow whose runs give approvals: `proofmark approve`, started by hand by whoever approves. */
const TrustedApprovalWorkflow = TrustedIdentity.extend({
  keys: array(string().regex(/^[\w-]{43}$/, 'the thumbprint of a key, 43 characters'))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        "Thumbprints (RFC 7638, SHA-256) of the issuer's keys that count; without them those that it shows when the model is certified",
    }),
});
                                                                             

/** A log whose checkpoints count, and who must have co-signed them. */
const TrustedLog = strictObject({
  origin: string().min(1).max(255).meta({ description: 'The origin line of its checkpoints' }),
  key: string()
    .regex(/^[^\s+]+\+[0-9a-f]{8}\+\S+$/, 'a note verifier key')
    .meta({
      description: 'Its verifier key (C2SP signed-note), as `proofmark log init` prints it',
    }),
  witnesses: record(string().min(1), string()).optional().meta({
    description: 'Verifier keys of those who watch it, by name, as `proofmark witness` prints them',
  }),
  quorum: int().min(0).default(0).meta({ description: 'How many of them must have co-signed a checkpoint' }),
  'max-checkpoint-age-hours': number().positive().optional().meta({
    description: 'How old a checkpoint may be, by its co-signatures: older, and a revocation could be missing',
  }),
});
                                                   

/** Whom a verification believes. What is not named is not believed. */
const Trust = strictObject({
  keys: array(TrustedKey).max(100).optional().meta({ description: 'Keys of certifiers' }),
  identities: array(TrustedIdentity).max(100).optional().meta({ description: 'Workflows that certify (keyless)' }),
  'approval-workflows': array(TrustedApprovalWorkflow).max(20).optional().meta({
    description: 'Workflows whose runs give approvals (`proofmark approve`)',
  }),
  'timestamp-authorities': array(pem('CERTIFICATE')).max(20).optional().meta({
    description: 'Time-stamp authorities (RFC 3161): their certificates, PEM, leaf first',
  }),
  'trusted-root': string().min(1).max(4096).meta({ path: true }).optional().meta({
    description:
      'Path of a Sigstore trusted_root.json: certificate authorities, logs and time-stamp authorities for keyless',
  }),
  policies: array(string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'))
    .min(1)
    .max(1000)
    .optional()
    .meta({
      description:
        'Digests of the policies whose certificates count, as `proofmark policy explain` prints them; any, unless given',
    }),
  log: TrustedLog.optional().meta({ description: 'The log that a certificate must be in' }),
});

/** What policies call a role: `compliance`. */
const RoleName = string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. data-owner');

const Login = string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'the login of an account, without @');

/** Who holds a role: the members of a team of the forge, or the accounts that are named. */
const Role = union(
  [
    strictObject({
      team: string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a team such as acme/compliance')
        .meta({ description: 'The team whose members hold it, e.g. acme/compliance' }),
    }),
    strictObject({
      users: array(Login).min(1).max(100).meta({ description: 'The accounts that hold it' }),
    }),
  ],
  { error: 'a team, e.g. { team: acme/compliance }, or accounts, e.g. { users: [carol] }' },
);

/** Whom an approver must not be: the author of what is certified, who triggered the run, who asked for a waiver that was applied. */
const DISTINCT_FROM = ['author', 'trigger', 'waiver-requester'];         

/** How many people of a role must approve. */
const ApprovalRule = strictObject({
  role: RoleName.meta({ description: 'The role, one of policy.roles' }),
  count: int().min(1).max(20).default(1).meta({ description: 'How many people of it must approve' }),
  'distinct-from': array(_enum(DISTINCT_FROM))
    .default([...DISTINCT_FROM])
    .meta({ description: 'Whom an approver must not be' }),
});

/** Kinds of findings of security-scan that its own waivers except, one by one. */
const FINDING_KINDS = ['artefact', 'dependencies', 'secrets', 'vulnerabilities', 'workflow'];

/** What is wrong between the parts of a policy: nothing required, two rules of one name, a role or a rule that is named and does not exist. */
function policyFaults(policy        )          {
  const { from, require, rules = [], approvals = [], waivers = [], 'waiver-limits': limits = {} } = policy;
  const faults          = [];
  const expect = (holds         , found         , message        , ...path               ) => {
    if (!holds) faults.push({ path, message, found });
  };
  const ids = rules.map(({ id }) => id);
  const waivable                    = [...ids, ...FINDING_KINDS];
  const forbidden                    = [...waivable, ...GATES];
  const roles = Object.keys(policy.roles ?? {});
  const isRole = (name        , ...path               ) =>
    expect(roles.includes(name), name, `one of policy.roles${known(name, roles)}`, ...path);

  const something = from !== undefined || require.length > 0 || rules.length > 0;
  expect(something, require, "a list of at least one gate, or to stand beside 'rules'", 'require');
  rules.forEach(({ id }, i) => {
    expect(ids.indexOf(id) === i, id, 'a name that no other rule has', 'rules', i, 'id');
  });
  approvals.forEach(({ role }, i) => {
    isRole(role, 'approvals', i, 'role');
  });
  if (limits.approver !== undefined) isRole(limits.approver, 'waiver-limits', 'approver');
  waivers.forEach(({ rule }, i) => {
    const message = `the id of a rule of this policy${known(rule, ids)}`;
    expect(isCheck(rule) || waivable.includes(rule), rule, message, 'waivers', i, 'rule');
  });
  limits.forbid?.forEach((name, i) => {
    const message = `a rule of this policy, a gate, gate/check or a kind of finding${known(name, forbidden)}`;
    expect(isCheck(name) || forbidden.includes(name), name, message, 'waiver-limits', 'forbid', i);
  });
  return faults
}

const isCheck = (name        ) => GATES.some(gate => name.startsWith(`${gate}/`) && name.length > gate.length + 1);

function known(name        , names                   )         {
  const meant = closestMatch(name, [...names], { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  return names.length === 0 ? ', of which there are none' : ` (${names.slice(0, 10).join(', ')})`
}

/** Names that outcomes have which no rule of the policy stands behind. */
const RESERVED                    = [...GATES, ...FINDING_KINDS, 'materials', 'waivers', 'approvals', 'policy'];

                 
                                 
                                                        
                          
 

/** What keeps a rule from having one meaning: too little, or too much. */
function ruleFaults(rule            )          {
  const { id, gate, check, metric, slice, feature, comparator, threshold, require } = rule;
  const faults          = [];
  const fault = (key                              , message        ) =>
    faults.push(key === undefined ? { message } : { key, message });
  const compares = comparator !== undefined || threshold !== undefined;
  if (RESERVED.includes(id)) fault('id', `another name: '${id}' is one of Proofmark's own`);
  if (check !== undefined && metric !== undefined) fault(undefined, "about a 'check' or a 'metric', not both");
  if (require === undefined && !compares)
    fault(undefined, "a requirement: 'require: passed', or 'comparator' and 'threshold'");
  if (require !== undefined && compares) fault(undefined, "either 'require: passed', or 'comparator' and 'threshold'");
  if (compares && (comparator === undefined || threshold === undefined))
    fault(undefined, "complete: 'comparator' and 'threshold' belong together");
  if (compares && check === undefined && metric === undefined)
    fault(undefined, "about something measured: name its 'check' or 'metric'");
  if (require !== undefined && metric !== undefined)
    fault('require', "left out: a metric needs 'comparator' and 'threshold'");
  if (metric !== undefined && gate !== 'model-certify' && gate !== 'drift-compare')
    fault('metric', `left out: ${gate} measures no metrics, name one of its checks`);
  if (slice !== undefined && (metric === undefined || gate !== 'model-certify'))
    fault('slice', 'left out: only metrics of model-certify have slices');
  if (feature !== undefined && (metric === undefined || gate !== 'drift-compare'))
    fault('feature', 'left out: only metrics of drift-compare are of features');
  if (gate === 'drift-compare' && metric !== undefined && feature === undefined)
    fault(undefined, "about a column: name the 'feature', or '*' for every one");
  if (rule.by !== undefined && slice === undefined) fault('by', "left out: it belongs to a 'slice'");
  if (rule.bound !== undefined && !compares) fault('bound', "left out: it belongs to a 'threshold'");
  if (rule['min-level'] !== undefined && (!compares || rule.bound === 'point'))
    fault('min-level', 'left out: it belongs to an interval that is compared');
  if (rule['min-rows'] !== undefined && check === undefined && metric === undefined)
    fault('min-rows', "left out: it belongs to a 'check' or a 'metric'");
  return faults
}

/** What messages, waivers and certificates call a rule of the policy: lower-case letters, digits and hyphens. */
const RuleId = string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. auc-floor');

/** How a measured value is held against a threshold. */
const COMPARATORS = ['>=', '>', '<=', '<'];         

/** Which end of the interval is compared; `point`: the value itself. */
const BOUNDS = ['lower', 'upper', 'point'];         

/** One rule over the evidence of a gate. A closed vocabulary: every key says what must be there, none says when not to look. */
const PolicyRule = strictObject({
    id: RuleId.meta({ description: 'What the rule is called' }),
    gate: _enum(GATES).meta({ description: 'The gate whose evidence it is about' }),
    check: string().min(1).max(1024).optional().meta({
      description: 'A check of that evidence, by its whole id',
    }),
    metric: string().min(1).max(200).optional().meta({
      description: 'What was measured, by its id in the evidence: a metric of model-certify, a method of drift-compare',
    }),
    slice: string().min(1).max(1024).optional().meta({
      description: "A slice of model-certify, as the evidence names it; '*': every one of them",
    }),
    by: string().min(1).max(1024).optional().meta({
      description: 'Only slices made by these columns, as the evidence names them',
    }),
    feature: string().min(1).max(1024).optional().meta({
      description: "A column that drift-compare compared; '*': every one of them",
    }),
    comparator: _enum(COMPARATORS).optional().meta({ description: 'How it is held against the threshold' }),
    threshold: number().optional().meta({ description: 'The limit' }),
    bound: _enum(BOUNDS).optional().meta({
      description:
        'Which end of the interval is compared; point: the value. Default: the end that puts the burden of proof on the model',
    }),
    'min-rows': int().min(1).optional().meta({ description: 'Rows that the value must rest on, of every slice' }),
    'min-level': number().min(0.5).lt(1).optional().meta({
      description: 'Two-sided confidence level that the interval must have, at least, e.g. 0.95',
    }),
    'max-age-days': number().positive().max(3650).optional().meta({
      description: 'Days since the gate finished, at most',
    }),
    require: literal('passed').optional().meta({ description: 'passed: the check, or the whole gate, has passed' }),
  })
  .superRefine((rule, context) => {
    for (const { key, message } of ruleFaults(rule))
      context.addIssue({ code: 'custom', message, ...(key === undefined ? {} : { path: [key], input: rule[key] }) });
  });

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;

/** Where a policy is kept that is not in the settings: in a file beside them, or on a protected ref of another repository. */
const PolicySource = strictObject({
    file: string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ path: true, description: 'A file of this repository; in a pull request that of the base branch counts' }),
    repository: string().regex(REPOSITORY, 'owner/name').optional().meta({
      description: 'The repository that holds it, e.g. acme/ml-governance',
    }),
    path: string()
      .min(1)
      .max(4096)
      .regex(/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))/, "a path from the repository's root")
      .optional()
      .meta({ description: "Its path from that repository's root" }),
    ref: string()
      .regex(/^refs\/(heads|tags)\/[^\s*?~^:\\]+$/, 'a whole ref such as refs/heads/main')
      .optional()
      .meta({ description: 'The ref it is taken from, which should be protected: refs/heads/main' }),
  })
  .superRefine(({ file, repository, path, ref }, context) => {
    const remote = [repository, path, ref].filter(part => part !== undefined).length;
    if (file === undefined ? remote !== 3 : remote !== 0)
      context.addIssue({ code: 'custom', message: "either 'file', or all of 'repository', 'path' and 'ref'" });
  });

/** What a check of a gate is called where rules are: `drift-compare/income.distribution`. */
const CHECK = new RegExp(`^(${GATES.join('|')})/.+$`);
const RULE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An exception to one rule of the policy, or to one check of a gate, for one model, for which somebody answers until a day. */
const RuleWaiver = strictObject({
    rule: string()
      .min(1)
      .max(1200)
      .refine(rule => CHECK.test(rule) || RULE.test(rule), {
        error: 'the id of a rule, or gate/check as the evidence names it, e.g. drift-compare/income.distribution',
      })
      .meta({ description: 'Id of the rule, or gate/check as the evidence names it' }),
    model: string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'the id of one model, sha256: and 64 lower-case hexadecimal digits')
      .meta({ description: 'Model id: another model needs another waiver' }),
    reason: string().min(1).max(1000).meta({ description: 'Why it may stand' }),
    owner: string().min(1).max(200).meta({ description: 'Who answers for it' }),
    'requested-by': string().min(1).max(200).meta({ description: 'Login of who asked for it' }),
    from: date({ error: 'a day such as 2027-01-01' }).optional().meta({
      description: 'First day on which it holds, in UTC',
    }),
    expires: date({ error: 'a day such as 2027-01-31' }).meta({
      description: 'Last day on which it holds, in UTC, e.g. 2027-01-31',
    }),
  })
  .meta({ id: 'RuleWaiver' });

/** What waivers may and may not do. */
const WaiverLimits = strictObject({
  'max-days': int().min(1).max(3650).optional().meta({
    description:
      'Days a waiver may hold, its first and last included. One of a rule must then name its first day; one of a finding counts from now',
  }),
  forbid: array(string().min(1).max(1200)).max(1000).optional().meta({
    description:
      'What must not be waived: ids of rules, gates, single checks as gate/check, or kinds of findings such as artefact',
  }),
  approver: RoleName.optional().meta({
    description: 'The role, one of policy.roles, of which somebody must approve wherever a waiver was applied',
  }),
});

/** What must hold for a certificate. In a pull request it is read from the base branch. */
const Policy = strictObject({
    from: PolicySource.optional().meta({
      description: 'Where the policy is kept instead; then it is the whole policy, and nothing else may stand here',
    }),
    require: array(_enum(GATES))
      .default([...GATES])
      .meta({ description: 'Gates that must have passed' }),
    rules: array(PolicyRule).max(1000).optional().meta({
      description: 'What must hold besides: rules over what the gates have measured',
    }),
    approvals: array(ApprovalRule).max(100).optional().meta({
      description: 'Who must approve, by role',
    }),
    roles: record(RoleName, Role).optional().meta({ description: 'Who holds a role, by its name' }),
    'validity-days': int().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
    'review-days-before': int().min(1).max(3650).optional().meta({
      description: 'Days before its end on which a certificate is due for review',
    }),
    'known-vulnerabilities': _enum(['new', 'all']).optional().meta({
      description:
        'Which known vulnerabilities fail: new: in a pull request only those that its base branch does not have, all: every one. Malicious packages always do',
    }),
    waivers: array(union([Waiver, RuleWaiver]))
      .max(1000)
      .optional()
      .meta({
        description:
          'Exceptions: one rule or check for one model each, or one finding of security-scan in one content, with reason, owner and last day',
      }),
    'waiver-limits': WaiverLimits.optional().meta({ description: 'What waivers may and may not do' }),
    trust: Trust.optional().meta({ description: 'Whom a verification believes' }),
  })
  .superRefine((policy, context) => {
    for (const { path, message, found } of policyFaults(policy))
      context.addIssue({ code: 'custom', message, path: [...path], input: found });
  });

export { BOUNDS as B, ControlSettings as C, Policy as P, RuleWaiver as R, TrustedLog as T, CATALOGUE as a, CatalogueFile as b, clauseOf as c, extendCatalogue as e, frameworkOf as f, isByGate as i };
