import { readContract } from '../core/tables/contract/read-contract.ts'
import { tableForFile } from '../core/tables/table-for-file.ts'
import type { TableJob } from '../core/tables/table-job.ts'

/** The columns that a job names. */
export function namesIn(job: TableJob): string[] {
  if ('drift' in job) return job.drift.columns.map(({ name }) => name)
  if (!('contract' in job)) return []
  const { object } = tableForFile(readContract(job.contract.name, job.contract.text), job.file)
  return (object.properties ?? []).flatMap(({ name, physicalName }) => [name, ...(physicalName ? [physicalName] : [])])
}
