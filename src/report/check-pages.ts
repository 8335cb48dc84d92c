import { GATES } from '../core/evidence.ts'
import { EXPLANATIONS } from '../core/explain/all-explanations.ts'
import type { ExplainedKind, Explanation } from '../core/explain/explanation.ts'
import { ROOMS } from '../core/explain/faults.ts'
import { findExplanations } from '../core/explain/find-explanations.ts'
import { explainLines } from './explain-lines.ts'
import { table } from './markdown/table.ts'

/** Headings of a page, in their order. */
const HEADINGS: Readonly<Record<ExplainedKind, string>> = {
  check: 'Checks',
  claim: 'Claims',
  metric: 'Metrics',
  behaviour: 'Behaviour',
  method: 'Methods',
  'rule over a series': 'Rules over series',
  'workflow rule': 'Rules for workflows',
  format: 'Formats',
  'kind of sensitive data': 'Sensitive data',
  degradation: 'Degradations of selftest',
  'token method': 'Methods of tokenize',
  'rule of a policy': 'Rules of every certification',
  'step of a verification': 'Steps of a verification',
  fault: 'Faults',
}
const KINDS = Object.keys(HEADINGS)

const PAGES = [
  ...GATES.map(gate => ({ name: gate, title: gate, own: (one: Explanation) => one.gate === gate })),
  { name: 'record', title: 'the record', own: (one: Explanation) => one.gate === undefined },
]

/** The pages of `docs/checks`: what `proofmark explain` says, as Markdown by path. They are made, never written by hand. */
export function checkPages(): Map<string, string> {
  const pages = PAGES.map(({ name, title, own }) => ({ name, title, explained: EXPLANATIONS.filter(own) }))
  const files = new Map(pages.map(page => [`docs/checks/${page.name}.md`, pageOf(page)]))
  files.set('docs/checks.md', index(pages))
  return files
}

interface Page {
  readonly name: string
  readonly title: string
  readonly explained: readonly Explanation[]
}

function pageOf({ title, explained }: Page): string {
  const groups = [...Map.groupBy(explained, ({ kind }) => kind)].toSorted(
    ([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b),
  )
  const parts = [
    `# What the checks of ${title} mean`,
    'Made from the code: `npm run generate`. The same by `proofmark explain ID`.',
    ...groups.flatMap(([kind, own]) => [`## ${HEADINGS[kind]}`, ...own.map(entry)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function entry(one: Explanation): string {
  const also = (one.also ?? []).filter(name => !name.startsWith('expect_'))
  return [
    `### \`${one.id}\`${one.of === undefined ? '' : ` (${one.of})`}`,
    plain(one.means),
    [
      `- Computed: ${plain(one.computed)}`,
      `- Source: ${plain(one.source)}`,
      `- To mend: ${plain(one.remedy)}`,
      ...(also.length > 0 ? [`- Also: ${also.map(name => `\`${name}\``).join(', ')}`] : []),
    ].join('\n'),
  ].join('\n\n')
}

/** Texts are ours; what Markdown would take for markup in them is only what formulas need. */
const plain = (text: string) => text.replace(/[<>]/g, found => (found === '<' ? '&lt;' : '&gt;')).replace(/\*/g, '\\*')

function index(pages: readonly Page[]): string {
  return `# What a check means

\`\`\`console
$ npx proofmark explain psi
${explainLines({ explanations: findExplanations('psi').found, standing: [] })
  .map(({ text }) => text.trimEnd())
  .join('\n')}
\`\`\`

The id of a check stands in the evidence and in every report. \`proofmark explain\` takes it as it is, with your own names of tables, columns
and files in it, and tells what it means, how it is computed, where that is from, and how to mend a failure. With evidence in \`.proofmark\`
it also tells how the check stands there. \`--json\` prints it for programs.

${table(
  ['Page', 'What is on it'],
  pages.map(({ name, explained }) => [
    `[${name}](checks/${name}.md)`,
    [...Map.groupBy(explained, ({ kind }) => kind)]
      .map(([kind, own]) => `${own.length} ${HEADINGS[kind].toLowerCase()}`)
      .join(', '),
  ]),
)}

## When a gate could not run

A gate that could not run leaves one check whose id is the code of the fault, such as \`file.missing\`. It is inconclusive. The code begins
with what was being done:

${table(
  ['Code', 'What was being done', 'Where to look'],
  Object.entries(ROOMS).map(([room, [doing, look]]) => [`\`${room}.…\``, doing, linked(look)]),
)}
`
}

const linked = (look: string) =>
  look.startsWith('docs/')
    ? `[${look.slice(5)}](${look.slice(5)})`
    : look.startsWith('actions/')
      ? `[${look}](../${look})`
      : look
