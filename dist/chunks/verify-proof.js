import { F as readLeaf, N as openCheckpoint, k as leafHash, O as cosignersOf, P as quorumFault, Q as asOf } from './read-log.js';
import { l as logFault } from './log-fault.js';
import { r as readTlogProof, v as verifyInclusion } from './append-to-log.js';

/** That something is in a trusted log. */
                         
                        
                     
                                 
                                                                          
                                       
                                                                                 
                      
 

/** What must be in the log: a document by its SHA-256 as leaves write it, as one type of leaf where that matters. */
                         
                           
                              
 

/**
 * Verifies, offline, that a `.tlog-proof` file proves a document to be in a log under a checkpoint that we trust: signed by the log,
 * cosigned by the quorum, recently enough. The entry is taken from the proof's extra data and believed because the proof leads from
 * its hash to the signed root.
 */
function verifyLogProof(
  proofText        ,
  sought        ,
  trust          ,
  now      ,
  crypto           ,
)                    {
  const proof = readTlogProof(proofText);
  if (typeof proof === 'string') return logFault('unproven', lower(proof))
  const leaf = proof.extra === undefined ? undefined : readLeaf(proof.extra);
  if (proof.extra === undefined || leaf === undefined)
    return logFault('unproven', 'expected the entry in the extra data of the proof but found none')
  if (leaf.document !== sought.document)
    return logFault('unproven', `expected a proof about ${sought.document} but found one about ${leaf.document}`)
  if (sought.type !== undefined && leaf.type !== sought.type)
    return logFault('unproven', `expected a proof about a ${sought.type} but found one about a ${leaf.type}`)
  const checkpoint = openCheckpoint(proof.checkpoint, trust.origin, trust.key, crypto);
  if (typeof checkpoint === 'string') return logFault('unsigned', lower(checkpoint))
  const entry = leafHash(crypto.hash, proof.extra);
  if (!verifyInclusion(proof.index, entry, proof.hashes, checkpoint, crypto.hash))
    return logFault('unproven', `expected a proof of entry ${proof.index} but it does not lead to the root`)
  const cosigners = cosignersOf(checkpoint.note, trust, now, crypto);
  const fault = quorumFault(cosigners, trust, now);
  if (fault !== undefined) return fault
  const at = asOf(cosigners, trust.quorum);
  const { origin, size, root } = checkpoint;
  return {
    index: proof.index,
    leaf,
    checkpoint: { origin, size, root },
    witnesses: cosigners.map(({ name }) => name),
    ...(at === undefined ? {} : { asOf: at }),
  }
}

const lower = (sentence        ) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

export { verifyLogProof as v };
