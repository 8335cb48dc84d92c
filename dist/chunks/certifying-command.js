import { relative, resolve } from 'node:path';
import { r as run } from './run.js';
import { l as locate } from './compose.js';
import { i as inputsOf } from './read-settings.js';
import { t as terminalReport } from './terminal-report.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { C as COMMON_FLAGS } from './common-flags.js';
import { c as composeHere } from './compose-here.js';
import { i as inputFlag, a as inputValues } from './input-values.js';
import { U as UserError } from './user-error.js';
import { p as parseFlags } from './parse-flags.js';

/** Whether `--on-inconclusive` asks for exit code 0 where a gate could not tell. */
function reportsInconclusive(given = 'fail')          {
  if (given === 'fail' || given === 'report') return given === 'report'
  throw new UserError('flags.value', `Expected --on-inconclusive to be fail or report but found '${given}'`, {
    hint: 'report ends an inconclusive run with 0; its evidence, certificate and reports are as with fail',
  })
}

/** A run that did its work and could not tell; not one that could not do it. */
const undecided = ({ exitCode, verdict, produced, certification }         )          =>
  exitCode === 2 &&
  verdict === 'inconclusive' &&
  produced.every(({ error }) => error === undefined) &&
  certification?.error === undefined;

const KEY          = {
  name: 'key',
  kind: 'value',
  description:
    'What signs: the path of a private key (PEM), the address of a key, or keyless. Default: record.key, or the text in PROOFMARK_KEY',
};

const EVIDENCE          = {
  name: 'evidence',
  kind: 'value',
  description: 'Folder of the evidence to decide on. Default: the output folder',
};

const POLICY          = {
  name: 'policy',
  kind: 'value',
  description: 'The policy: a file of its own. Default: what the settings say',
};

const ON_INCONCLUSIVE          = {
  name: 'on-inconclusive',
  kind: 'value',
  description:
    'fail: end with exit code 2. report: end with 0, for shells that stop at any other; the verdict stays. Default: fail',
};

/** A command that ends in a verdict: its flags are the inputs of the action of the same name. */
function certifyingCommand(name             , about                                            )             {
  const inputs = inputsOf(name);
  const signs = name === 'gate' || name === 'audit-record';
  const flags = [
    ...inputs.map(inputFlag),
    ...(signs ? [KEY, POLICY] : []),
    ...(name === 'audit-record' ? [EVIDENCE] : []),
    ON_INCONCLUSIVE,
    ...COMMON_FLAGS,
  ];
  return { name, ...about, flags, run: args => execute(name, inputs, parseFlags(args, flags)) }
}

async function execute(command             , inputs                  , given             )                    {
  const last = (flag        ) => given.values.get(flag)?.at(-1);
  const cwd = process.cwd();
  const place = locate(cwd, last('config'));
  const quiet = given.values.has('quiet');
  const json = given.values.has('json');
  const lenient = reportsInconclusive(last('on-inconclusive'));
  const log = terminalLog(process.stderr, { quiet: quiet || json });
  const outcome = await run(
    {
      command,
      out: place.out(last('out')),
      config: place.config,
      configPath: place.configPath,
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
      key: last('key') ?? process.env.PROOFMARK_KEY,
      logKey: process.env.PROOFMARK_LOG_KEY,
      policy: last('policy') === undefined ? undefined : place.rebase(last('policy') ?? ''),
      evidence: last('evidence') === undefined ? undefined : place.rebase(last('evidence') ?? ''),
    },
    await composeHere(place, log),
  );
  log.done();
  if (json) process.stdout.write(`${JSON.stringify(document(outcome), null, 2)}\n`);
  else {
    const shown = (path        ) => relative(cwd, resolve(place.root, path));
    const lines = terminalReport(
      outcome.produced.map(({ evidence }) => evidence),
      outcome.certification,
      shown,
    );
    printLines(process.stdout, quiet ? lines.filter(line => !line.text.startsWith(' ') && line.text !== '') : lines);
  }
  return lenient && undecided(outcome) ? 0 : outcome.exitCode
}

/** One gate's evidence as it is; of several, all of them and what was signed. */
function document({ command, verdict, produced, certification }         )          {
  const evidence = produced.map(one => one.evidence);
  if (command !== 'gate' && command !== 'audit-record') return evidence[0]
  const { decision, model, path } = certification ?? {};
  return { verdict, modelId: model?.id, signed: path, rules: decision?.rules, evidence }
}

export { certifyingCommand as c };
