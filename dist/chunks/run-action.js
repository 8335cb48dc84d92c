import { relative, resolve } from 'node:path';
import { g as getInput, s as setSecret, e as error, a as summary, b as setOutput } from './toolkit.js';
import { s as section, f as fullReport, a as artifactsOf, b as fullReportLine, p as publish } from './publish.js';
import { r as run } from './run.js';
import { l as locate, c as compose, f as folderIn } from './compose.js';
import { s as schemaAt, v as validate } from './validate.js';
import { i as inputsOf, f as fromText } from './read-settings.js';
import { s as strictObject, b as boolean, _ as _enum, a as string } from './schemas2.js';
import { a as atBoundary, c as connectGithub, w as workspace, b as actionLog, i as inputDocument, f as fail } from './face.js';
import { v as visible } from './escape.js';
import { S as STATUS_ORDER } from './words.js';
import { L as LIMITS } from './row-cells.js';
import { r as recordSection, w as withinLimit } from './record-section.js';
import { o as oneLine, t as terminalReport } from './terminal-report.js';
import { p as printLines } from './print-lines.js';

/** How a command runs, rather than what it checks: inputs that every action has. */
const Options = strictObject({
  config: string().optional().meta({ description: 'Settings file. Default: proofmark.yml, where there is one' }),
  out: string().optional().meta({
    description: 'Folder that evidence and certificates are written to. Default: .proofmark beside the settings file',
  }),
  'on-failure': _enum(['fail', 'report']).default('fail').meta({
    description: 'fail: a verdict other than passed fails the step. report: the step succeeds and only reports it',
  }),
  publish: boolean().default(true).meta({
    description:
      'true: show the result as a check run and in the pull request comment. false: only in the log, the job summary and the evidence',
  }),
});

/** Why a gate did not pass, in a line: the check that decided, and how many more there are. */
function failureLine({ gate, verdict, checks }          )         {
  const open = checks.filter(({ status }) => status === 'fail' || status === 'inconclusive');
  const [worst] = open.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  if (!worst) return `${gate} ${verdict}`
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : '';
  return visible(`${gate} ${verdict}: ${worst.reason}${worst.hint === undefined ? '' : `. ${worst.hint}`}${more}`)
}

/** Bytes that are left for the lines on the full report and on what the step took. */
const SPENT_ROOM = 4096;

/** UTF-8 bytes one UTF-16 unit can take. */
const BYTES_PER_UNIT = 3;

/** What a step writes to its job's summary, with where the full report is by the address of the run's page. */
function jobSummary(evidence                     , recorded                      , run         )         {
  const limit = Math.floor((LIMITS.stepSummary - SPENT_ROOM) / BYTES_PER_UNIT);
  const sections = evidence.map(
    document => `${section(document, Math.floor(limit / 10))}\n\n${fullReport(document, Math.floor(limit / 10))}`,
  );
  const blocks = recorded ? [recordSection(recorded, Math.floor(limit / 5)), ...sections] : sections;
  const place = artifactsOf(run);
  const report = place === undefined ? '' : `\n\n${fullReportLine([place])}`;
  return `${withinLimit('', blocks, limit)}${report}\n`
}

/** Runs one action from its inputs to its outputs; the step ends with the exit code of the program. */
const runAction = (command             )                =>
  atBoundary(async told => {
    told.output = true;
    const key = getInput('key');
    if (key.includes('-----BEGIN')) setSecret(key);
    const options = readOptions();
    const github = await connectGithub();
    const place = locate(workspace(), options.config);
    const { context, forge } = github;
    const ports = compose(place.root, actionLog(), { ...context, ...folderIn(workspace(), place.root) }, forge);
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
        logKey: process.env.PROOFMARK_LOG_KEY,
        evidence:
          command === 'audit-record' && getInput('evidence') !== '' ? place.rebase(getInput('evidence')) : undefined,
      },
      ports,
    );
    told.read = bytesOf(evidenceOf(outcome));
    const shown = (path        ) => relative(workspace(), resolve(place.root, path));
    await tell(outcome, shown, { out: place.out(options.out), run: context.url });
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
async function tell(
  outcome         ,
  shown                          ,
  { out, run }                                          ,
)                {
  const { produced, certification, verdict } = outcome;
  const evidence = evidenceOf(outcome);
  printLines(process.stdout, terminalReport(evidence, certification, shown));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(jobSummary(evidence, certification, run)).write();
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
    const { certification: recorded, release, attestations } = outcome;
    await publish({ evidence: evidenceOf(outcome), recorded, release, attestations }, forge, context);
    return 0
  } catch (problem) {
    return fail(problem)
  }
}

/** Bytes of the files that the gates read, each once. */
function bytesOf(evidence                     )         {
  const read = new Map(evidence.flatMap(({ materials }) => materials.map(({ name, bytes }) => [name, bytes]         )));
  return [...read.values()].reduce((sum, bytes) => sum + bytes, 0)
}

const evidenceOf = ({ produced }         ) => produced.map(one => one.evidence);

export { runAction as r };
