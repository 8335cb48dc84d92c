import type { Control } from '../control.ts'
import { byEntry, byGate } from '../support.ts'

const SENSITIVE = ['sensitive', 'sensitive-header']

/** The duties of the GDPR that evidence of a model's certification bears on, in our words. */
export const gdpr: readonly Control[] = [
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
]
