import { a as allMeasures } from './drift-job.js';
import { k as keptRows } from './kept-rows.js';
import { r as runMeasures, b as bindTables, s as startTable } from './table-run.js';
import { r as readContract } from './read-contract.js';

/** What to measure of a file, as plain data: every worker makes its own run of it. */
                                               

/** What a gate measures of a table that no contract asks. */
                        
                                                       
                                                            

/** All that a contract asks of a file. */
                              
                       
                                                                     
                                                              
                       
                                                                                       
                                        
 

/** Begins a run of the job over rows under this header. */
function startJob(job          , header                   )           {
  // Nothing is asked of the rows then, and so nothing answered.
  if (!('contract' in job))
    return { ...runMeasures(measuresOf(job, header)), answer: () => ({ checks: [], columns: [] }) }
  const { file, contract, asOf, others } = job;
  const read = readContract(contract.name, contract.text);
  const [table] = bindTables(read, [{ file, header }, ...others], asOf);
  if (!table) throw new Error(`${file} is no file of its own run`)
  return startTable(table)
}

const measuresOf = (job            , header                   )                     =>
  'drift' in job ? allMeasures(job.drift, header) : [keptRows(job.predictions, header)];

export { startJob as s };
