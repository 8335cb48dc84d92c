import { s as setSecret, g as getInput, a as summary, b as setOutput } from './chunks/toolkit.js';
import { a as approve, e as enterApproval, b as approvalLine, c as approvalSummary } from './chunks/approval.js';
import { s as settingsLog } from './chunks/settings-log.js';
import { l as locate, c as compose } from './chunks/compose.js';
import { a as atBoundary, r as refusePullRequestTarget, b as actionLog, w as workspace } from './chunks/face.js';
import { e as environmentContext } from './chunks/context.js';
import { o as optional, r as required } from './chunks/trusting.js';

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const log = actionLog();
  const place = locate(workspace(), optional('config'));
  const logKey = optional('log-key') ?? process.env.PROOFMARK_LOG_KEY;
  if (logKey !== undefined) setSecret(logKey);
  const ports = compose(place.root, log, environmentContext(process.env));
  const approved = await approve(
    {
      model: required('model-id'),
      role: required('role'),
      out: getInput('out') || '.proofmark',
      issuer: getInput('issuer') || undefined,
    },
    ports,
  );
  const { approval, path, key } = approved;
  const recordLog =
    logKey === undefined ? undefined : await settingsLog({ config: place.config, keyText: logKey }, ports);
  if (recordLog) {
    await enterApproval(approved, recordLog);
    log.info(`Entered in the log ${recordLog.name}`);
  }
  log.info(`${approvalLine(approval)}\nThe key that signed it: ${key}`);
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(approvalSummary(approval)).write();
  setOutput('receipt', path);
  setOutput('approval', approval.document);
  setOutput('approver', approval.actor);
  setOutput('model-id', 'model' in approval.of ? approval.of.model : '');
  setOutput('summary', approvalLine(approval));
  return 0
});
