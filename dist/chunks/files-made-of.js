import { a as readBundle } from './bundle.js';
import { r as readStatement, C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { i as isReadable } from './evidence-document.js';
import { C as CARD_FILE, B as BOM_FILE } from './write-reports.js';

/** What a certificate or a refusal says for controls, or why it says nothing. The caller verifies its signature. */
function entriesOfStatement(
  file        ,
  text        ,
  sha256        ,
  now      ,
)                                                                             {
  const read = readBundle(text);
  if ('reason' in read) return read
  const { payload, payloadType } = read.bundle.dsseEnvelope;
  const bytes = Uint8Array.from(atob(payload), character => character.charCodeAt(0));
  const signed = readStatement(bytes, payloadType);
  if (signed.kind === 'unknown') return { reason: signed.reason }
  const place = { file, sha256 };
  const { predicate } = signed.statement;
  const at = predicate.timeVerified;
  if (signed.kind === 'refusal')
    return { entries: [{ kind: 'decision', text: 'a refusal', at, counts: true, ...place }] }
  const { validity, approvals, waivers } = signed.statement.predicate[CERTIFICATE_EXTENSION];
  const counts = Date.parse(validity.notAfter) > now.getTime();
  const words = `a certificate, ${counts ? 'valid' : 'over'} ${counts ? 'until' : 'since'} ${validity.notAfter.slice(0, 10)}`;
  return {
    entries: [
      { kind: 'decision', text: words, at, counts, ...place },
      { kind: 'certificate', text: words, at, counts, ...place },
      ...approvals.map(
        ({ role, actor, at: given })              => ({
          kind: 'approval',
          text: `an approval as ${role}, by ${actor}`,
          at: given,
          counts: true,
          ...place,
        }),
      ),
      ...waivers.map(
        ({ name, owner, expires })              => ({
          kind: 'waiver',
          text: `a waiver of ${name}, by ${owner}`,
          at,
          counts: Date.parse(expires) > now.getTime(),
          ...place,
        }),
      ),
    ],
  }
}

/** Files that are made of evidence, and of which gate's. */
const MADE = [
  { kind: 'model-card', file: `${CARD_FILE}.json`, gate: 'model-certify', text: 'the model card' },
  { kind: 'bill-of-materials', file: BOM_FILE, gate: 'security-scan', text: 'the bill of materials' },
];         

/** Card and bill of materials in a folder, which are as old as the evidence that they are made of. */
async function filesMadeOf(
  documents                             ,
  out        ,
  files                                  ,
)                         {
  const entries                = [];
  for (const { kind, file, gate, text } of MADE) {
    const from = documents.filter(isReadable).find(each => each.gate === gate);
    if (!from || !(await files.exists(`${out}/${file}`))) continue
    const { sha256 } = await files.digest(`${out}/${file}`);
    entries.push({ kind, text, at: from.evidence.run.finishedAt, counts: true, file, sha256 });
  }
  return entries
}

export { entriesOfStatement as e, filesMadeOf as f };
