import { g as getInput, b as setOutput } from './chunks/toolkit.js';
import { p as publish } from './chunks/publish.js';
import { r as readReport } from './chunks/read-report.js';
import { c as compose, l as locate } from './chunks/compose.js';
import { U as UserError } from './chunks/user-error.js';
import { w as worstVerdict } from './chunks/verdict.js';
import { a as atBoundary, c as connectGithub, w as workspace, b as actionLog } from './chunks/face.js';
import { o as oneLine } from './chunks/terminal-report.js';

await atBoundary(async () => {
  const { context, forge } = await connectGithub();
  if (!forge)
    throw new UserError('report.no-github', 'Expected a token and a commit to report on but found none', {
      hint: 'Run on workflow_run, with the default token',
    })
  const ports = compose(workspace(), actionLog(), context, forge);
  const evidence = await readReport(locate(workspace(), undefined).rebase(getInput('evidence')), ports);
  // The artifacts are those of the run that made the evidence.
  await publish({ evidence }, forge, { ...context, ...(context.answers !== undefined && { url: context.answers }) });
  setOutput('verdict', worstVerdict(evidence.map(({ verdict }) => verdict)));
  setOutput('summary', oneLine(evidence, undefined));
  return 0
});
