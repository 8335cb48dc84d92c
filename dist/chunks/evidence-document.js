import { E as Evidence, e as evidenceFile } from './evidence.js';
import { r as readJson } from './read-json.js';

/** Largest evidence that is read, in bytes. */
const MAX_EVIDENCE_BYTES = 32 * 1024 * 1024;

/** An evidence file as it was found: its digest and what it says, or why it says nothing. */
                                                    

                    
                                                                                     
                         
                                     
                         
                             
 

                      
                         
                          
                                                     
                             
 

/** Reads a gate's evidence from the file's bytes, strictly: anything unknown, missing or misspelt makes it unreadable. */
function readEvidence(gate          , bytes            , sha256        )                   {
  const value = readJson(bytes);
  if (value === undefined) return { gate, sha256, unreadable: bytes.length === 0 ? 'it is empty' : 'it is no JSON' }
  const read = Evidence.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { gate, sha256, unreadable: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
  }
  if (read.data.gate !== gate) return { gate, sha256, unreadable: `it is evidence of ${read.data.gate}` }
  return { gate, sha256, evidence: read.data }
}

const isReadable = (document                  )                       => 'evidence' in document;

/** How messages and statements name the document. */
const documentName = (document                  )         => evidenceFile(document.gate);

export { MAX_EVIDENCE_BYTES as M, documentName as d, isReadable as i, readEvidence as r };
