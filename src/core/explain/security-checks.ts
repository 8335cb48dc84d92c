import { CHECK_KINDS } from '../security/check-kinds.ts'
import type { Format } from '../security/format.ts'
import * as formats from '../security/formats/index.ts'
import * as kinds from '../security/sensitive/kinds/index.ts'
import * as tokenMethods from '../security/tokens/methods/index.ts'
import * as rules from '../security/workflows/rules/index.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { registered } from './registered.ts'

const GATE = 'security-scan'

/** How the checks of the scan are computed, and where. */
const COMPUTED: Readonly<Record<string, readonly [computed: string, place: string]>> = {
  artefact: [
    'The file is read by its format, to its last byte; a pickle runs on a machine that imports and calls nothing, and each name that it would import is held against allow lists made from installed libraries. Nothing is loaded.',
    'security/artefact-check',
  ],
  secrets: [
    'Texts, and the metadata of model files, are searched by the rules of secretlint’s recommended preset; reports show places and kinds, never the credential.',
    'security/credentials/secrets-check',
  ],
  'secrets-baseline': [
    'The baseline’s entries are held against those of the base branch.',
    'security/credentials/baseline-check',
  ],
  loader: [
    'Pinned versions of libraries that load model files are held against a list of their known faults in loading.',
    'security/dependencies/loaders/loader-check',
  ],
  waivers: [
    'Each waiver is held against what was found, by digest and name, and against its date.',
    'security/waivers/waivers-check',
  ],
  dependencies: [
    'Files of dependencies are read as their tools read them; a name without one exact version is told.',
    'security/dependencies-check',
  ],
  vulnerabilities: [
    'Exact versions are looked up in OSV, or in its archive offline; another tool’s report (pip-audit, osv-scanner, CycloneDX) counts, too.',
    'security/vulnerabilities-check',
  ],
  sensitive: [
    'Names of columns in eight languages, and values by pattern and check digit, beyond what chance would give (binomial test); held against the contract’s classifications.',
    'security/sensitive/judge-column',
  ],
  'sensitive-header': ['The cells of the first line are looked at as values.', 'security/sensitive/table-check'],
  'k-anonymity': [
    'Rows are grouped by the quasi-identifiers; the smallest group must have security.min-k rows (Sweeney 2002).',
    'security/sensitive/anonymity',
  ],
  'l-diversity': [
    'Distinct values of each sensitive column within such groups are counted (Machanavajjhala et al. 2007).',
    'security/sensitive/anonymity',
  ],
  workflow: ['The workflow is read as GitHub reads it.', 'security/workflows/inspect-workflow'],
}

const ofKinds: readonly Explanation[] = Object.entries(CHECK_KINDS).map(
  ([id, { title, description, help }]): Explanation => {
    const [computed = '', place = 'security/scan-content'] = COMPUTED[id] ?? []
    return { id, kind: 'check', gate: GATE, title, means: description, computed, source: codeAt(place), remedy: help }
  },
)

const REST: readonly Explanation[] = [
  rest(
    'secrets-unsearched',
    'Everything in a model file was searched for credentials',
    'A model file holds more texts than are searched, so that nobody can tell what the rest holds.',
    'Texts are counted.',
    'Keep texts out of the model file.',
    'security/credentials/secrets-check',
  ),
  rest(
    'tokens',
    'Columns that must be tokens are',
    'A column that the contract declares pseudonymised holds values that its method does not make, or nobody could tell.',
    'Each cell is held against what the method writes; `drop` wants the column to be gone.',
    'Write the table with `proofmark tokenize`, by the contract.',
    'security/tokens/token-check',
  ),
  rest(
    'workflow.report',
    'A report of a workflow linter can be read',
    'A SARIF file of zizmor or actionlint is among the scanned files, and cannot be read.',
    'It is read as SARIF 2.1.0.',
    'Let the linter write its report again.',
    'security/workflows/import-report',
  ),
  ...(['zizmor', 'actionlint'] as const).map(tool =>
    rest(
      `workflow.${tool}`,
      `No finding of ${tool}`,
      `A report of ${tool} that was among the scanned files is taken over: one check for each of its rules and files.`,
      'Its findings are taken over, those that it suppressed left out.',
      `See what ${tool} says of the rule, mend it, and let it write its report again.`,
      'security/workflows/import-report',
    ),
  ),
]

function rest(id: string, title: string, means: string, computed: string, remedy: string, place: string): Explanation {
  return { id, kind: 'check', gate: GATE, title, means, computed, source: codeAt(place), remedy }
}

const ofRules: readonly Explanation[] = registered(rules).map(({ id, title, expected, severities }): Explanation => {
  const levels: readonly { readonly status: string; readonly why: string }[] = Object.values(severities)
  return {
    id: `workflow.${id}`,
    kind: 'workflow rule',
    gate: GATE,
    also: [id],
    title,
    means: `${title}: expected ${expected}.`,
    computed: `${definition(`security/workflows/rules/${id}`)} ${levels.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' ')}`,
    source: `Named as in zizmor, where it has the rule. ${codeAt(`security/workflows/rules/${id}`)}`,
    remedy: 'The check’s hint gives the exact change for each place.',
  }
})

const known: readonly Format[] = registered(formats)
const ofFormats: readonly Explanation[] = known.map(
  ({ id, title, unread }): Explanation => ({
    id,
    kind: 'format',
    gate: GATE,
    title: `The format ${title.replace(/^an? /, '')}`,
    means: `A file that is ${title}, told by its content and never by its name.${unread ? ' It is only identified: such a file is inconclusive.' : ' It is read to its last byte.'}`,
    computed: definition(`security/formats/${id}`),
    source: codeAt(`security/formats/${id}`),
    remedy: unread
      ? 'Save the model in a format that is read, best one that runs nothing: safetensors, ONNX or skops.'
      : 'Where it fails, do not load the file: make it again from sources you trust, best as safetensors, ONNX or skops.',
  }),
)

const ofSensitive: readonly Explanation[] = registered(kinds).map(
  ({ id, title, category, personal }): Explanation => ({
    id,
    kind: 'kind of sensitive data',
    gate: GATE,
    title: `A column of ${title.replace(/^an? /, '')}`,
    means: `A column seems to hold ${title} (${category}). ${personal === 'always' ? 'Without a classification in the contract the table fails.' : 'It only warns: it is about a person in some tables only.'}`,
    computed: definition(`security/sensitive/kinds/${id}`),
    source: codeAt(`security/sensitive/kinds/${id}`),
    remedy: 'Set the classification of the column in the contract, or drop or pseudonymise the column.',
  }),
)

const ofTokens: readonly Explanation[] = registered(tokenMethods).map(
  ({ id, title }): Explanation => ({
    id,
    kind: 'token method',
    title,
    means: `${title}: a way in which \`proofmark tokenize\` writes a column.`,
    computed: definition(`security/tokens/methods/${id}`),
    source: codeAt(`security/tokens/methods/${id}`),
    remedy: 'docs/tokenize.md says which method suits what.',
  }),
)

/** Everything of security-scan, and of tokenize. */
export const securityChecks: readonly Explanation[] = [
  ...ofKinds,
  ...REST,
  ...ofRules,
  ...ofFormats,
  ...ofSensitive,
  ...ofTokens,
]
