import { g as getInput, c as getMultilineInput, b as summary, s as setOutput, e as error } from './chunks/toolkit.js';
import { p as printLines, e as exitCode } from './chunks/print-lines.js';
import { v as verify, a as verificationLines, b as verificationSummary, c as verificationLine } from './chunks/verification.js';
import { c as compose } from './chunks/context.js';
import { U as UserError } from './chunks/validate.js';
import { a as atBoundary, r as refusePullRequestTarget, w as workspace, b as actionLog } from './chunks/face.js';

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const required = (name        ) => {
    const value = getInput(name);
    if (value === '')
      throw new UserError('inputs.missing', `Expected input '${name}' but found nothing`, {
        hint: `Add '${name}' under 'with:'`,
      })
    return value
  };
  const options = {
    certificate: required('certificate'),
    key: required('key'),
    model: [required('model'), ...getMultilineInput('model')].slice(1),
  };
  const verification = await verify(options, compose(workspace(), actionLog(), {}));
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
