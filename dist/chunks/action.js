import { relative, resolve } from 'node:path';
import { i as info, w as warning, s as setFailed, g as getInput, a as setSecret, e as error, b as summary, c as setOutput } from './toolkit.js';
import { U as UserError, r as refusePullRequestTarget, a as readContext, c as completeContext, g as githubForge, l as locate, b as compose, d as run, i as inputsOf, f as failureLine, o as oneLine, O as Options, e as fromText, s as schemaAt, v as validate, p as printLines, t as terminalReport, j as jobSummary, h as publish } from './core.js';
import { readFile } from 'node:fs/promises';

/** How long a step may be silent before it says how far it has come, milliseconds. */
const INTERVAL = 10_000;

/** A step's log: warnings become annotations of the run, progress a line now and then. */
function actionLog()      {
  let last = Date.now();
  return {
    info,
    warn: message => warning(message),
    progress(message) {
      if (Date.now() - last < INTERVAL) return
      last = Date.now();
      info(message);
    },
  }
}

/** The folder the step works in. */
const workspace = ()         => process.env.GITHUB_WORKSPACE ?? process.cwd();

/** The one boundary of an action: what is thrown becomes a sentence in the log, and an exit code. */
async function atBoundary(act                         )                {
  try {
    process.exitCode = await act();
  } catch (error) {
    process.exitCode = fail(error);
  }
}

/** Says why a step fails; the exit code is that of the program for the same fault. */
function fail(error         )           {
  if (error instanceof UserError) {
    setFailed(error.hint === undefined ? error.message : `${error.message}\n→ ${error.hint}`);
    return error.kind === 'environment' ? 4 : 3
  }
  setFailed(`Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}`);
  return 2
}

/** Inputs as a document whose places are `input NAME`; an empty input is one that was not given. */
function inputDocument(values                                   )           {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return { name: 'the inputs', value: given, place: path => ({ text: `input ${String(path[0] ?? '')}` }) }
}

                         
                                 
                                                                             
                                   
 

/** The run's event and the forge it may write to. Refuses pull_request_target. */
async function connectGithub()                  {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const read = await readContext(process.env, path => readFile(path, 'utf8'));
  const token = getInput('token');
  const apiUrl = process.env.GITHUB_API_URL;
  if (token === '' || !apiUrl || read.repository === undefined) return { context: read, forge: undefined }
  const connection = { token, apiUrl, repository: read.repository };
  const context = await completeContext(read, connection);
  const head = context.pullRequest?.head ?? context.commit;
  if (head === undefined) return { context, forge: undefined }
  return {
    context,
    forge: githubForge({ ...connection, head, base: context.base, pullRequest: context.pullRequest?.number }),
  }
}

/** Runs one action from its inputs to its outputs; the step ends with the exit code of the program. */
const runAction = (command             )                =>
  atBoundary(async () => {
    const key = getInput('key');
    if (key.includes('-----BEGIN')) setSecret(key);
    const options = readOptions();
    const github = await connectGithub();
    const place = locate(workspace(), options.config);
    const { context, forge } = github;
    const ports = compose(place.root, actionLog(), context, forge);
    const outcome = await run(
      {
        command,
        out: place.out(options.out),
        config: place.config,
        configPath: place.configPath,
        inputs: new Map(inputsOf(command).map(({ name }) => [name, [getInput(name)]])),
        nameInput: ({ name }) => `input ${name}`,
        rebase: place.rebase,
        key,
        evidence:
          command === 'audit-record' && getInput('evidence') !== '' ? place.rebase(getInput('evidence')) : undefined,
      },
      ports,
    );
    const shown = (path        ) => relative(workspace(), resolve(place.root, path));
    await tell(outcome, shown, place.out(options.out));
    const published = options.publish ? await show(outcome, github, ports) : 0;
    if (published !== 0) return published
    if (
      outcome.exitCode === 0 ||
      (options['on-failure'] === 'report' && outcome.verdict !== 'passed' && outcome.exitCode <= 2)
    )
      return 0
    for (const evidence of evidenceOf(outcome).filter(({ verdict }) => verdict !== 'passed'))
      error(failureLine(evidence));
    if (outcome.certification) error(oneLine([], outcome.certification));
    return outcome.exitCode
  });

function readOptions()          {
  const names = Object.keys(Options.shape);
  const values = Object.fromEntries(
    names.map(name => [name, fromText(schemaAt(Options, [name]), [getInput(name)], path => path)]),
  );
  return validate(Options, inputDocument(values), 'inputs.invalid')
}

/** The log, the job summary and the outputs. */
async function tell(outcome         , shown                          , out        )                {
  const { produced, certification, verdict } = outcome;
  const evidence = evidenceOf(outcome);
  printLines(process.stdout, terminalReport(evidence, certification, shown));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(jobSummary(evidence, certification)).write();
  setOutput('verdict', verdict);
  setOutput('summary', oneLine(evidence, certification));
  const [first] = produced;
  setOutput('evidence', shown(certification || !first ? out : first.path));
  if (!certification) return
  setOutput('certificate', certification.path === undefined ? '' : shown(certification.path));
  setOutput('model-id', certification.model.id ?? '');
}

/** The release, the check runs and the comment. A fork's run may not write them: a second workflow reports for it. */
async function show(outcome         , { context, forge }        , { log }       )                    {
  if (!forge) return 0
  if (context.pullRequest?.fork) {
    log.info(
      "A fork's token cannot write: the result is in the summary, and the report action shows it from a second workflow",
    );
    return 0
  }
  try {
    const { certification: recorded, release } = outcome;
    await publish({ evidence: evidenceOf(outcome), recorded, release }, forge, context);
    return 0
  } catch (problem) {
    return fail(problem)
  }
}

const evidenceOf = ({ produced }         ) => produced.map(one => one.evidence);

export { atBoundary as a, actionLog as b, connectGithub as c, runAction as r, workspace as w };
