import { G as GATES, e as evidenceFile } from './evidence.js';
import { M as MAX_EVIDENCE_BYTES, r as readEvidence, i as isReadable } from './evidence-document.js';
import { U as UserError } from './user-error.js';
import { v as verdictOf } from './verdict.js';

/** The evidence in a folder that another run filled, perhaps a stranger's: read as data, strictly; a verdict its checks do not bear out is refused. */
async function readReport(folder        , { files, sha256 }       )                      {
  const found             = [];
  for (const gate of GATES) {
    const path = `${folder}/${evidenceFile(gate)}`;
    if (!(await files.exists(path))) continue
    const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
    const document = readEvidence(gate, content, sha256(content));
    if (!isReadable(document)) throw refused(path, document.unreadable)
    const { evidence } = document;
    const borneOut = verdictOf(evidence.checks.map(check => check.status));
    if (borneOut !== evidence.verdict) throw refused(path, `it says ${evidence.verdict} and its checks say ${borneOut}`)
    found.push(evidence);
  }
  if (found.length === 0) {
    throw new UserError('report.nothing', `Expected evidence files in ${folder} but found none`, {
      hint: 'Download the artifact of the certifying run into that folder first',
    })
  }
  return found
}

const refused = (path        , why        ) =>
  new UserError('report.unreadable', `Expected ${path} to be evidence but ${why}`, {
    file: path,
    hint: 'Look at the run that made it: it is not to be trusted',
  });

export { readReport as r };
