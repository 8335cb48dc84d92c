import { G as GATES, e as evidenceFile } from './evidence.js';
import { M as MAX_EVIDENCE_BYTES, r as readEvidence } from './evidence-document.js';
import { U as UserError } from './user-error.js';

/** An evidence file as it was found: what it says, and its very bytes where they could be read. */
                                
                                     
                       
                               
 

/** The evidence files in a folder, in the order of their gates. What the user could mend about one makes it unreadable, not the rest. */
async function findEvidence(folder        , { files, sha256 }       )                           {
  const found                  = [];
  for (const gate of GATES) {
    const name = evidenceFile(gate);
    const path = `${folder}/${name}`;
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
      found.push({ document: readEvidence(gate, content, sha256(content)), name, content });
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` }, name });
    }
  }
  return found
}

export { findEvidence as f };
