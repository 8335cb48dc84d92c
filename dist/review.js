import { g as getInput, c as getMultilineInput, a as summary, b as setOutput, e as error } from './chunks/toolkit.js';
import { r as review, e as enterReview, a as reviewLines, b as reviewSummary, c as reviewLine } from './chunks/review.js';
import { e as exitCode } from './chunks/exit-code.js';
import { s as settingsLog } from './chunks/settings-log.js';
import { p as policyInForce } from './chunks/policy-in-force.js';
import { l as locate, c as compose } from './chunks/compose.js';
import { U as UserError } from './chunks/user-error.js';
import { a as atBoundary, c as connectGithub, w as workspace, b as actionLog } from './chunks/face.js';
import { p as printLines } from './chunks/print-lines.js';

await atBoundary(async () => {
  const issues = flag('issues');
  const releases = flag('releases');
  const onFailure = choice('on-failure', ['fail', 'report']);
  const { context, forge } = await connectGithub();
  const place = locate(workspace(), getInput('config') || undefined);
  const ports = compose(place.root, actionLog(), context, forge);
  const key = getInput('key');
  const inForce = await policyInForce(place.config, ports);
  const keyText = process.env.PROOFMARK_LOG_KEY;
  const log = await settingsLog({ config: place.config, trusted: inForce.policy.trust?.log, keyText }, ports);
  const reviewed = await review(
    {
      ...inForce,
      log,
      files: getMultilineInput('certificates').map(place.rebase),
      releases,
      key: key === '' ? undefined : place.rebase(key),
      issues,
    },
    ports,
  );
  if (log && keyText) await enterReview(reviewed, log, ports);
  printLines(process.stdout, reviewLines(reviewed));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(reviewSummary(reviewed)).write();
  setOutput('verdict', reviewed.verdict);
  setOutput('summary', reviewLine(reviewed));
  setOutput('due', reviewed.ended.length + reviewed.ending.length);
  if (reviewed.verdict === 'passed' || onFailure === 'report') return 0
  error(reviewLine(reviewed));
  return exitCode(reviewed.verdict, [])
});

function flag(name        )          {
  return choice(name, ['true', 'false']) === 'true'
}

function choice                     (name        , words                            )       {
  const given = getInput(name) || words[0];
  const found = words.find(word => word === given);
  if (found !== undefined) return found
  throw new UserError('inputs.invalid', `Expected input '${name}' to be ${words.join(' or ')} but found '${given}'`)
}
