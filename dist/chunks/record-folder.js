import { a as RECORD_FILES } from './record-files.js';

/** The files of one certification, as they are written. */
                               
                                                                      
                                                            
                                             
 

/** Writes a record's files into the folder `out`. */
function recordFolder(out        , { files }       )               {
  const published                 = [];
  return {
    published,
    async write(name, content) {
      await files.write(`${out}/${name}`, content);
      if (!RECORD_FILES[name].published) return
      published.push({ name, content: typeof content === 'string' ? new TextEncoder().encode(content) : content });
    },
  }
}

/** Folder of what proves the approvals that were counted, each called by its digest. */
const approvalsFolder = (out        )         => `${out}/approvals`;

const BY_DIGEST = /\/[0-9a-f]{64}\.json$/;

/** Removes what an earlier run recorded. */
async function removeRecord(out        , { files }       )                {
  for (const name of Object.keys(RECORD_FILES)) await files.remove(`${out}/${name}`);
}

/** Removes the approvals that an earlier run has counted, but for what this one is to read. Receipts that `approve` wrote have other names. */
async function removeApprovals(out        , inputs                   , { files }       )                {
  const folder = approvalsFolder(out);
  if (!(await files.exists(folder))) return
  for (const path of await files.list([folder]))
    if (BY_DIGEST.test(path) && !inputs.includes(path)) await files.remove(path);
}

export { removeApprovals as a, approvalsFolder as b, recordFolder as c, removeRecord as r };
