import { r as readSettings, a as appendToLog, u as utf8, b as readLog, d as documentFile, M as MAX_DOCUMENT_BYTES, h as hex, c as fromUtf8, e as rangeHash, l as logSigner, o as openLog, g as rememberSeen, j as openPolicy, p as policyFilesHere } from './open-policy.js';
import { j as isFault, k as faultError } from './exit-code.js';
import { U as UserError } from './user-error.js';

/** The settings as they are here, without inputs over them; undefined where there is no file of them. */
async function settingsHere(
  config                    ,
  { files }                      ,
)                                {
  if (config === undefined) return undefined
  const file = { name: config, text: await files.readText(config) };
  return readSettings({ command: 'gate', inputs: new Map(), nameInput: () => '', rebase: path => path, file })
}

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

/** The log that the settings name, to be read and, by who holds its key, written to. What is seen of it is remembered. */
async function recordLogOf(
  settings             ,
  { trusted }                                               ,
  keyText                    ,
  ports       ,
)                     {
  const signer = await logSigner(settings, keyText, ports);
  const opened = await openLog(settings, { trusted, signer }, ports);
  const remember = (note        ) => rememberSeen(settings, note, ports);
  return recordLog({ ...opened, signer, remember }, ports)
}

/** A settings file, and what is known of its log besides. */
                           
                                                                  
                                     
                                    
                                           
                                  
                                       
 

/** The log that a settings file names, where enough is known to read or write it; else undefined. */
async function settingsLog(
  { config, trusted, keyText }          ,
  ports       ,
)                                 {
  const settings = (await settingsHere(config, ports))?.record.log;
  const known = trusted ?? keyText ?? settings?.['verifier-key'] ?? settings?.key;
  return settings === undefined || known === undefined ? undefined : recordLogOf(settings, { trusted }, keyText, ports)
}

/** The policy as it is in force here, outside of any pull request, and where it is kept; the usual one where there are no settings. */
async function policyInForce(
  config                    ,
  ports       ,
)                                                                    {
  const file = config === undefined ? undefined : { name: config, text: await ports.files.readText(config) };
  const { policy } = readSettings({
    command: 'gate',
    ...(file ? { file } : {}),
    inputs: new Map(),
    nameInput: ({ name }) => name,
    rebase: path => path,
  });
  const opened = await openPolicy(policy, policyFilesHere(ports), ports);
  return opened ? { policy: opened.policy, policyName: opened.uri } : { policy, policyName: config ?? 'no settings' }
}

export { settingsHere as a, recordLog as b, policyInForce as p, recordLogOf as r, settingsLog as s };
