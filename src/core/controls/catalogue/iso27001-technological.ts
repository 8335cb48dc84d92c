import type { Control } from '../control.ts'
import { byEntry, byGate } from '../support.ts'

const SCAN = 'security-scan'

/** ISO/IEC 27001:2022, Annex A.8. The words are ours, not the standard's. */
export const technological: readonly Control[] = [
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
]
