import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { r as readCertificate } from './read-certificate.js';
import { f as findRevocation, a as revocationsIn } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { o as object } from './schemas2.js';
import { d as datetime, a as date } from './iso.js';

/** When a certificate holds, and when somebody has to look at the model again. */
                           
                            
                           
                           
 

const Review = object({ reviewBy: datetime().or(date()) });

/** What the log says of one certificate at a time. The log's word is taken for its signature: this is for showing, never for promoting. */
function certificateLife(
  leaf      ,
  leaves                 ,
  documents                             ,
  now      ,
  validityOf = validityIn,
  revocations = revocationsIn(leaves),
)                  {
  const text = documents.get(leaf.document);
  const sha256 = leaf.document.slice('sha256:'.length);
  const validity = text === undefined ? undefined : validityOf(text);
  const asked = {
    sha256,
    modelId: leaf.id?.slice('sha256:'.length) ?? '',
    key: text === undefined || revocations.length === 0 ? undefined : keyHint(text),
  };
  const found = findRevocation(leaves, documents, asked, revocations);
  const review = Review.safeParse(validity).data;
  const known = {
    sha256,
    at: leaf.at,
    ...(validity === undefined ? {} : { notBefore: validity.notBefore, notAfter: validity.notAfter }),
    ...(review === undefined ? {} : { reviewBy: review.reviewBy }),
  };
  if (found === 'unreadable') return { ...known, state: 'unknown' }
  if (found !== undefined) return { ...known, state: 'revoked', revocation: found }
  if (validity === undefined) return { ...known, state: 'unknown' }
  if (now.getTime() < Date.parse(validity.notBefore)) return { ...known, state: 'early' }
  return { ...known, state: now.getTime() > Date.parse(validity.notAfter) ? 'expired' : 'valid' }
}

/** From when until when a certificate's text says that it holds; undefined for what is none. */
function validityIn(text        )                       {
  return readCertificate(text)?.predicate[CERTIFICATE_EXTENSION].validity
}

export { certificateLife as c, validityIn as v };
