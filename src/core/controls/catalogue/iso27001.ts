import type { Control } from '../control.ts'
import { byEntry, byGate } from '../support.ts'

const SCAN = 'security-scan'

/** ISO/IEC 27001:2022, Annex A: the controls that evidence of a model's certification bears on. The words are ours, not the standard's. */
export const iso27001: readonly Control[] = [
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
      byGate(SCAN, 'columns that hold personal data are classified in the contract', ['sensitive', 'sensitive-header']),
    ],
  },
  {
    id: 'iso27001:A.5.13',
    title: 'The class of information is written where the information is',
    reach: 'part',
    owner: 'data owner',
    duty: 'Label what is kept outside of tables under contract',
    support: [
      byGate(SCAN, 'the contract labels the columns that need it', ['sensitive', 'sensitive-header']),
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
      byGate(SCAN, 'workflows name few permissions', ['workflow.excessive-permissions', 'workflow.secrets-inherit']),
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
      byGate(SCAN, 'dependencies are pinned and without known vulnerabilities; actions are pinned to commits', [
        'dependencies',
        'vulnerabilities',
        'workflow.unpinned-uses',
        'loader',
      ]),
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
      byGate(SCAN, 'personal data is where the contract says, and nowhere else', [
        'sensitive',
        'sensitive-header',
        'k-anonymity',
        'l-diversity',
        'tokens',
      ]),
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
      byGate(SCAN, 'dependencies were held against known vulnerabilities', ['vulnerabilities', 'dependencies']),
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
      byGate(SCAN, 'columns that must be tokens are; groups of people are large enough', [
        'tokens',
        'k-anonymity',
        'l-diversity',
      ]),
    ],
  },
  {
    id: 'iso27001:A.8.12',
    title: 'Data does not leak to where it must not be',
    reach: 'part',
    owner: 'data protection officer',
    duty: 'Watch the other ways out: mail, devices, clouds',
    support: [
      byGate(SCAN, 'no credentials in files, no personal data in unexpected columns', [
        'secrets',
        'secrets-baseline',
        'sensitive',
        'workflow.artipacked',
      ]),
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
      byGate(SCAN, 'no credentials in the code, no workflow that runs what strangers wrote', [
        'secrets',
        'workflow.template-injection',
      ]),
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
      byGate('model-certify', 'hold-out and training rows are apart, and how often a hold-out was used is counted', [
        'train-overlap',
        'holdout.looks',
      ]),
    ],
  },
]
