import type { Check } from '../core/evidence.ts'
import { counted } from '../core/model/format.ts'
import { tableProfiler } from '../core/starting/table-profile.ts'
import { contractText } from '../core/tables/drafts/contract-text.ts'
import type { Row } from '../core/tables/row.ts'
import { brokenIn, runOf } from '../core/tables/suggest/check-rows.ts'
import { type AlarmEstimate, estimateAlarms } from '../core/tables/suggest/estimate-alarms.ts'
import { isHeldOut } from '../core/tables/suggest/is-held-out.ts'
import { sampleRows } from '../core/tables/suggest/sample-rows.ts'
import { type Suggestion, suggestContract } from '../core/tables/suggest/suggest-contract.ts'
import { textBatch } from '../core/tables/text-batch.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports, Table } from '../ports.ts'

/** What is asked of a suggestion. */
export interface SuggestRequest {
  readonly data: string
  /** Share of the rows that the contract is not made from, and is tried on. */
  readonly share: number
  /** Greatest probability that a batch like the held-out rows breaks a rule with a tolerance. */
  readonly alarms: number
}

/** A contract for a table, and how it did on rows it was not made from. */
export interface Suggested {
  readonly contract: string
  readonly suggestions: readonly Suggestion[]
  /** Rows it was made from, and rows it was tried on. */
  readonly rows: number
  readonly heldOut: number
  readonly broken: readonly Check[]
  readonly estimate: AlarmEstimate
}

/** Rows by which it is estimated how often such a contract alarms, and how often that is tried. */
const KEPT = 20_000
const DRAWS = 100
/** Fewer rows show nothing that a contract could rest on. */
const FEWEST = 50

/** Suggests an ODCS contract from most rows of a table, and holds it against the others. Reads the table twice; keeps few rows. */
export async function suggest({ data, share, alarms }: SuggestRequest, { tables, log }: Ports): Promise<Suggested> {
  const name = (data.split('/').at(-1) ?? data).replace(/(?<=.)\..*$/, '')
  const first = await tables.open(data)
  const profiler = tableProfiler(data, first.header)
  const sample = sampleRows(KEPT)
  let held = 0
  await eachRow(first, (batch, from) => {
    const seen = batch.filter((_, i) => !isHeldOut(from + i, share))
    profiler.add(seen)
    held += batch.length - seen.length
    for (const [i, row] of batch.entries()) sample.add(row, from + i)
    log.progress(`${data}: ${counted(from + batch.length, 'row')}`)
  })
  const profile = profiler.profile()
  if (profile.rows < FEWEST || held === 0) {
    throw new UserError(
      'suggest.few-rows',
      `Expected at least ${FEWEST} rows to suggest a contract from but found ${profile.rows + held} (${data})`,
      {
        file: data,
        hint: 'Write the contract by hand, or come back with more rows',
      },
    )
  }
  const { draft, suggestions } = suggestContract(profile, { name, alarms, batch: held })
  const contract = contractText(draft, `Suggested by ${counted(profile.rows, 'row')} of ${data}`)
  const second = await tables.open(data)
  const run = runOf(contract, name, second.header)
  await eachRow(second, (batch, from) => run.add(textBatch(batch.filter((_, i) => isHeldOut(from + i, share)))))
  log.progress(`${data}: trying the contract on ${DRAWS} draws`)
  const estimate = estimateAlarms(second.header, sample.rows(), { share, alarms, draws: DRAWS })
  return { contract, suggestions, rows: profile.rows, heldOut: held, broken: brokenIn(run), estimate }
}

async function eachRow(table: Table, take: (batch: readonly Row[], from: number) => void): Promise<void> {
  let rows = 0
  for await (const batch of table.batches) {
    take(batch, rows)
    rows += batch.length
  }
}
