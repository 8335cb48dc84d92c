import { M as MATCH_JSON_SCHEMA, l as loadLibrary } from './index8.js';

/** Loads what the rules of a contract need and others do not; must have ended before its rules are planned, in every thread. */
async function prepareChecks(contract        )                {
  if (contract.includes(MATCH_JSON_SCHEMA)) await loadLibrary();
}

/** The same of a job. */
const prepareJob = async (job          )                =>
  'contract' in job ? prepareChecks(job.contract.text) : undefined;

export { prepareChecks as a, prepareJob as p };
