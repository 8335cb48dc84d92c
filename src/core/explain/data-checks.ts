import * as checks from '../tables/checks/index.ts'
import * as crossChecks from '../tables/cross-checks/index.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { registered } from './registered.ts'

/** What to do about a check of a table, by what kind of rule it is. */
const REMEDIES = {
  cells:
    'Look at the lines that the report names. Mend the rows where they are made; where the value is right, widen the rule in the contract, or let it tolerate a share with `mustBeLessThan`.',
  rows: 'Look at the rows that the report names, by their keys. Drop what came twice, or add what is missing, where the table is made.',
  number:
    'Compare the number with that of earlier files. Where the world changed, change the range in the contract with a reason; where a load was cut or repeated, mend the load.',
  columns:
    'Compare the header of the file with the contract. Rename, add or drop the column where the table is made, or change the contract, and tell those who read the table.',
  time: 'Look at when the file was made, and at its newest times. Run the load again, or mend its schedule.',
  others:
    'Look at the rows that are named in both files. Make both from the same state, or mend the one that is behind.',
  contract:
    'Say in the contract what is meant, by a rule that Proofmark evaluates: `docs/data-contracts.md` lists them.',
} as const

const KIND: Readonly<Record<string, keyof typeof REMEDIES>> = {
  ...kinds(
    'rows',
    'compound-unique duplicate-rows duplicate-values primary-key unique overlaps rows sequential increasing decreasing distinct-in-row',
  ),
  ...kinds(
    'number',
    'class-shares column-entropy column-iqr column-kurtosis column-max column-mean column-median column-min column-range column-skewness column-stdev column-sum column-variance column-zeros correlation cramers-phi distinct-share distinct-values distribution group-rates most-common-in-set mutual-information partition predictive-power quantiles row-count row-count-between outliers sql distinct-contain-set distinct-equal-set distinct-in-set',
  ),
  ...kinds('columns', 'column-count column-order column-set columns unexpected-columns type'),
  ...kinds('time', 'gaps max-age service-frequency service-level'),
  ...kinds('others', 'other-row-count references row-overlap same-rows time-order'),
  ...kinds('contract', 'not-evaluated'),
}

function kinds(kind: keyof typeof REMEDIES, ids: string): Record<string, keyof typeof REMEDIES> {
  return Object.fromEntries(ids.split(' ').map(id => [id, kind]))
}

/** Agreements of the contract (`slaProperties`) that checks are called by. */
const AGREED: Readonly<Record<string, readonly string[]>> = {
  'service-level': ['latency', 'freshness', 'retention'],
  'service-frequency': ['frequency'],
}

/** Where data of DVC's is looked for. */
const DVC = [
  ['dvc.workspace', 'the workspace', 'Get what the pointers name with dvc pull, or accept what is there with dvc add.'],
  ['dvc.remote', 'the remote', 'Push it from where the data is: dvc push.'],
] as const

/** The checks of data-validate: those of the contract's standard, and those that are asked for by an expectation. */
export const dataChecks: readonly Explanation[] = [
  ...[
    ...registered(checks).map(check => ({ check, folder: 'checks' })),
    ...registered(crossChecks).map(check => ({ check, folder: 'cross-checks' })),
  ].map(({ check: { id, title, expectations }, folder }): Explanation => {
    const path = `tables/${folder}/${id}`
    const names = expectations.map(({ name }) => name)
    return {
      id,
      kind: 'check',
      gate: 'data-validate',
      also: [...names, ...names.map(slug), ...(AGREED[id] ?? [])],
      title,
      means: `${title}. The contract asks for it${names.length > 0 ? ` by ${names.join(', ')}, or as the standard has it` : ' as the standard has it'}.`,
      computed: definition(path),
      source:
        names.length > 0
          ? `Named as in Great Expectations; ODCS v3.1 carries it as a quality rule of engine proofmark. ${codeAt(path)}`
          : `ODCS v3.1, the Open Data Contract Standard. ${codeAt(path)}`,
      remedy: REMEDIES[KIND[id] ?? 'cells'],
    }
  }),
  written(
    'file',
    'Every table of the contract has a file',
    'A table of the contract had no file to be checked, and its rules were left out.',
    'Add the file to data.files, or move the table to a contract of its own.',
  ),
  written(
    'relationship',
    'A relationship of the contract can be evaluated',
    'The contract relates a column to another table, which no file was given for, or which the contract does not have: nothing was compared.',
    'Give the file of the other table, or mend the relationship.',
  ),
  written(
    'shard',
    'A part of the rows was measured',
    'This run measured a part of the rows only, and wrote what it measured: nothing is decided until the parts are joined.',
    'Run `proofmark merge` on the files of all parts.',
  ),
  written(
    'results',
    'The results of another tool can be taken over',
    'A file of another tool’s results holds no result, or none that is readable.',
    'Let that tool write its results again, in the format that `docs/imports.md` names.',
  ),
  written(
    'contract-rule',
    'A rule of the contract under a name of its own',
    'The contract gives this rule a name (`id`), and the check is called by it. Its title says what it asks.',
    REMEDIES.cells,
  ),
  ...DVC.map(([id, place, remedy]) =>
    written(
      id,
      `The data that DVC tracks is in ${place}`,
      `Every file that a pointer of DVC’s names was looked for in ${place}, and held against its md5 or size where that was asked; in a pull request, what that changes.`,
      remedy,
      ['DVC’s own formats', 'dvc/judge'],
    ),
  ),
  written(
    'lakefs.hooks',
    'The hooks of lakeFS are as known',
    'The file of hooks, by which lakeFS asks before it merges, is on its branch and in the commits that data was read at as it is known here. lakeFS reads it from the source of a merge, so that whoever may write to a branch can take it off.',
    'Find out who changed it, put the file back, then run again: `docs/lakefs.md`.',
    ['lakeFS’s actions', 'settings/connections/lakefs'],
  ),
  ...(['great-expectations', 'dbt', 'deequ', 'evidently'] as const).map(
    (tool): Explanation => ({
      id: `results-of-${tool}`,
      kind: 'check',
      also: [tool],
      title: `A result that was taken over from ${tool}`,
      means: `${tool} measured it, and its file of results says how. Proofmark did not compute it again; it judges the number where the file says what was required.`,
      computed:
        'The number is the tool’s own. What it called a success is only believed where the bound and the number agree.',
      source: `The tool’s file of results; ${codeAt('results/judge-item')}`,
      remedy: 'Mend the data or the test in that tool, run it again, and hand over its new file of results.',
    }),
  ),
]

function written(
  id: string,
  title: string,
  means: string,
  remedy: string,
  [source, path]: readonly [string, string] = ['ODCS v3.1 and Proofmark’s settings', 'tables/compose-checks'],
): Explanation {
  return {
    id,
    kind: 'check',
    gate: 'data-validate',
    title,
    means,
    computed: 'Nothing is estimated: it is there or it is not.',
    source: `${source}. ${codeAt(path)}`,
    remedy,
  }
}

/** `expect_column_values_to_be_in_set` as the end of a check's id: `values-to-be-in-set`. */
function slug(name: string): string {
  return name.replace(/^expect_(column_|table_)?/, '').replaceAll('_', '-')
}
