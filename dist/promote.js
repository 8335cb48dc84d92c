import { readFile } from 'node:fs/promises';
import { s as setSecret, c as getMultilineInput, a as summary, b as setOutput, e as error } from './chunks/toolkit.js';
import { e as exitCode } from './chunks/exit-code.js';
import { r as readOnce } from './chunks/read-once.js';
import { p as promote } from './chunks/promote.js';
import { a as settingsHere } from './chunks/settings-log.js';
import { v as verify } from './chunks/verify.js';
import { l as locate, c as compose, a as composeTargets } from './chunks/compose.js';
import { a as atBoundary, r as refusePullRequestTarget, w as workspace, b as actionLog } from './chunks/face.js';
import { r as readContext } from './chunks/context.js';
import { p as promotionLines, a as promotionSummary, b as promotionLine } from './chunks/promotion.js';
import { p as printLines } from './chunks/print-lines.js';
import { o as optional, t as trusting, r as required } from './chunks/trusting.js';

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const context = await readContext(process.env, path => readFile(path, 'utf8'));
  const place = locate(workspace(), optional('config'));
  const ports = compose(place.root, actionLog(), context);
  const token = optional('token');
  const logKey = optional('log-key') ?? process.env.PROOFMARK_LOG_KEY;
  if (logKey !== undefined) setSecret(logKey);
  const { trust, recordLog: log } = await trusting(place, logKey, ports);
  const recordLog = log && readOnce(log);
  const name = optional('name');
  const world                 = {
    ports,
    target: await composeTargets(place.root, context, token).open(required('to')),
    verify: (request, shown) => verify({ ...request, key: trust, name, log: recordLog }, shown),
    recordLog,
    connections: (await settingsHere(place.config, ports))?.connections,
    by: process.env.GITHUB_ACTOR,
  };
  const promotion = await promote(
    {
      certificate: place.rebase(required('certificate')),
      model: [required('model'), ...getMultilineInput('model')].slice(1).map(place.rebase),
      from: optional('from'),
      reason: optional('reason'),
    },
    world,
  );
  printLines(process.stdout, promotionLines(promotion));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(promotionSummary(promotion)).write();
  setOutput('verdict', promotion.verdict);
  setOutput('outcome', promotion.outcome);
  setOutput('summary', promotionLine(promotion));
  const there = ['promoted', 'already-there', 'not-logged'].includes(promotion.outcome);
  setOutput('model-id', there ? (promotion.pointer?.to?.id ?? '') : '');
  if (promotion.verdict !== 'passed') error(promotionLine(promotion));
  return exitCode(promotion.verdict, promotion.error === undefined ? [] : [promotion.error])
});
