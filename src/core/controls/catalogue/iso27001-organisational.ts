import type { Control } from '../control.ts'
import { byEntry, byGate } from '../support.ts'

const SCAN = 'security-scan'

/** ISO/IEC 27001:2022, Annex A.5. The words are ours, not the standard's. */
export const organisational: readonly Control[] = [
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
      byGate(SCAN, 'dependencies have exact versions', ['dependencies']),
      byGate(SCAN, 'dependencies were held against known vulnerabilities', ['vulnerabilities']),
      byGate(SCAN, 'actions are pinned to commits', ['workflow.unpinned-uses']),
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
      byGate(SCAN, 'personal data is where the contract says, and nowhere else', ['sensitive', 'sensitive-header']),
      byGate(SCAN, 'groups that people could be told apart by are large enough', ['k-anonymity', 'l-diversity']),
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
]
