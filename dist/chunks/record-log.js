import { u as utf8, a as readLog, d as documentFile, M as MAX_DOCUMENT_BYTES, h as hex, f as fromUtf8, b as rangeHash } from './read-log.js';
import { i as isFault, a as faultError } from './log-fault.js';
import { U as UserError } from './user-error.js';
import { a as appendToLog } from './append-to-log.js';

/** Documents that are asked for in one turn: a forge is asked for many in one request. */
const AT_ONCE = 100;

                                   
                            
                          
                                           
                                          
                                                
                                     
                                                                                           
                                                     
 

/** A log by its branch and its keys: read whole and verified each time, appended to by whoever holds its key. */
function recordLog(
  { branch, trust, signer, seen = [], remember = async () => {} }                  ,
  ports          ,
)            {
  return {
    name: branch.name,

    async read(documentsOf) {
      const log = await readLog(branch, trust, seen, ports);
      if (isFault(log)) throw faultError(log)
      await remember(log.note);
      const leaves = log.leaves.map(({ leaf }) => leaf);
      const wanted = [
        ...new Set(leaves.flatMap(({ type, document }) => (documentsOf.includes(type) ? [document] : []))),
      ];
      const documents = new Map                ();
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        const batch = wanted.slice(from, from + AT_ONCE);
        const contents = await Promise.all(batch.map(digest => branch.read(log.commit, documentFile(digest))));
        for (const [n, digest] of batch.entries()) {
          const content = contents[n];
          // Whoever writes to the branch can put anything there: only what has the digest is the document.
          if (content === undefined || content.length > MAX_DOCUMENT_BYTES) continue
          if (`sha256:${hex(ports.noteKeys.hash(content))}` !== digest) continue
          const text = fromUtf8(content);
          if (text !== undefined) documents.set(digest, text);
        }
      }
      const { size, asOf, cosigned } = log.witnessed;
      const { origin, root } = log.checkpoint;
      return {
        leaves,
        documents,
        witnessed: {
          size,
          witnesses: cosigned.map(({ name }) => name),
          checkpoint: { origin, size: log.checkpoint.size, root },
          ...(asOf === undefined ? {} : { asOf }),
        },
        rootOf: size => rangeHash({ from: 0, to: size }, log.state.size, log.tiles.get, ports.noteKeys.hash),
      }
    },

    async append(leaf, document) {
      if (!signer)
        throw new UserError(
          'log.key-missing',
          `Expected the private key of ${branch.name}, to log what was done, but found none`,
          {
            hint: 'Put the text of the file that `proofmark log init` wrote into the secret PROOFMARK_LOG_KEY',
          },
        )
      const writer = { branch, origin: trust.origin, signer, seen };
      await remember((await appendToLog([{ leaf, document: utf8(document) }], writer, ports)).note);
    },
  }
}

export { recordLog as r };
