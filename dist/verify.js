import { readFile } from 'node:fs/promises';
import { c as getMultilineInput, a as summary, b as setOutput, e as error } from './chunks/toolkit.js';
import { e as exitCode } from './chunks/exit-code.js';
import { v as verify } from './chunks/verify.js';
import { l as locate, c as compose } from './chunks/compose.js';
import { a as atBoundary, r as refusePullRequestTarget, w as workspace, b as actionLog } from './chunks/face.js';
import { r as readContext } from './chunks/context.js';
import { v as verificationLines, a as verificationSummary, b as verificationLine } from './chunks/verification.js';
import { p as printLines } from './chunks/print-lines.js';
import { o as optional, t as trusting, r as required } from './chunks/trusting.js';

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const place = locate(workspace(), optional('config'));
  const context = await readContext(process.env, path => readFile(path, 'utf8'));
  const ports = compose(place.root, actionLog(), context);
  const { trust, recordLog } = await trusting(place, undefined, ports);
  const proof = optional('proof');
  const options = {
    certificate: place.rebase(required('certificate')),
    key: trust,
    model: [required('model'), ...getMultilineInput('model')].slice(1).map(place.rebase),
    name: optional('name'),
    proof: proof === undefined ? undefined : place.rebase(proof),
    log: recordLog,
  };
  const verification = await verify(options, ports);
  printLines(process.stdout, verificationLines(verification));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(verificationSummary(verification)).write();
  setOutput('verdict', verification.verdict);
  setOutput('summary', verificationLine(verification));
  setOutput(
    'model-id',
    verification.outcome === 'verified' ? (verification.statement?.subject[0]?.digest.sha256 ?? '') : '',
  );
  if (verification.outcome !== 'verified') error(verificationLine(verification));
  return exitCode(verification.verdict, [])
});
