import { g as getInput, c as setOutput } from './chunks/toolkit.js';
import { U as UserError, b as compose, k as readReport, l as locate, h as publish, w as worstVerdict, o as oneLine } from './chunks/core.js';
import { a as atBoundary, c as connectGithub, w as workspace, b as actionLog } from './chunks/action.js';

await atBoundary(async () => {
  const { context, forge } = await connectGithub();
  if (!forge)
    throw new UserError('report.no-github', 'Expected a token and a commit to report on but found none', {
      hint: 'Run on workflow_run, with the default token',
    })
  const ports = compose(workspace(), actionLog(), context, forge);
  const evidence = await readReport(locate(workspace(), undefined).rebase(getInput('evidence')), ports);
  await publish({ evidence }, forge, context);
  setOutput('verdict', worstVerdict(evidence.map(({ verdict }) => verdict)));
  setOutput('summary', oneLine(evidence, undefined));
  return 0
});
