import { MATCH_JSON_SCHEMA } from './json-schema/expectation-name.ts'
import { loadLibrary } from './json-schema/library.ts'
import type { TableJob } from './table-job.ts'

/** Loads what the rules of a contract need and others do not; must have ended before its rules are planned, in every thread. */
export async function prepareChecks(contract: string): Promise<void> {
  if (contract.includes(MATCH_JSON_SCHEMA)) await loadLibrary()
}

/** The same of a job. */
export const prepareJob = async (job: TableJob): Promise<void> =>
  'contract' in job ? prepareChecks(job.contract.text) : undefined
