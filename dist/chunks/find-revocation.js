import { l as loggedAt } from './logged-at.js';
import { S as Sha256 } from './evidence.js';
import { N as NAMESPACE } from './identifiers2.js';
import { c as canonicalJson } from './canonical-json.js';
import { s as strictObject, a as string, l as literal } from './schemas2.js';
import { d as datetime } from './iso.js';

const REVOCATION_SCHEMA = `${NAMESPACE}revocation/v1`;         

/** That a certificate, or every signature of a key from a time on, counts for nothing any more. Nothing takes it back. */
const Revocation = strictObject({
    schema: literal(REVOCATION_SCHEMA),
    /** SHA-256 of the certificate's bytes. */
    certificate: Sha256.optional(),
    /** SHA-256 of the public key's DER (SPKI). */
    key: Sha256.optional(),
    /** For a key: signatures of this time and later are refused; all of them where it is left out. */
    since: datetime().optional(),
    model: strictObject({ name: string().min(1).max(401), id: Sha256 }).optional(),
    reason: string().min(1).max(2000),
    by: string().max(200).optional(),
    at: datetime(),
    run: string().max(2048).optional(),
  })
  .refine(({ certificate, key }) => (certificate === undefined) !== (key === undefined), {
    error: 'A revocation names a certificate or a key, and not both',
  });
                                                   

/** The bytes of a revocation: canonical JSON. */
const revocationText = (revocation            )         => canonicalJson(Revocation.parse(revocation));

/** A document of the log as a revocation; undefined where it is none. */
function readRevocation(text                    )                         {
  try {
    return Revocation.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}

/** What is asked of the log about one certificate. */
                                   
                              
                         
                          
                                                                      
                                  
 

/**
 * The entry that revokes a certificate, or its key, up to the end of the log. `unreadable`: an entry that may be about it, whose
 * document is not kept; nobody may take that for consent. A key revoked only from some time on leaves a certificate standing that the
 * log, whose clock the key's thief has not, took in before.
 */
function findRevocation(
  leaves                 ,
  documents                             ,
  asked                  ,
  revocations = revocationsIn(leaves),
)                                        {
  let unreadable = false;
  for (const leaf of revocations) {
    const revocation = readRevocation(documents.get(leaf.document));
    if (!revocation) unreadable ||= leaf.id === undefined || leaf.id === `sha256:${asked.modelId}`;
    else if (revocation.certificate === asked.sha256) return revocation
    else if (revocation.key !== undefined && revocation.key === asked.key && !before(revocation.since))
      return revocation
  }
  return unreadable ? 'unreadable' : undefined

  function before(since                    )          {
    const logged = leaves.findIndex(leaf => leaf.type === 'certificate' && leaf.document === `sha256:${asked.sha256}`);
    return since !== undefined && logged >= 0 && loggedAt(leaves, logged).getTime() < Date.parse(since)
  }
}

/** The entries that revoke something: whoever asks about many certificates looks for them once. */
const revocationsIn = (leaves                 )                  =>
  leaves.filter(({ type }) => type === 'revocation');

export { REVOCATION_SCHEMA as R, revocationsIn as a, readRevocation as b, findRevocation as f, revocationText as r };
