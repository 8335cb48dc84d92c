import { closestMatch } from './index5.js';
import { a as exitCodeOf } from './exit-code.js';
import { U as UserError } from './user-error.js';
import { V as VERSION } from './version.js';

/** Every command of the program by its name, in the order in which one meets them. Each is loaded when it is asked for. */
const commands                                                      = {
  init: async () => (await import('./init.js')).init,
  doctor: async () => (await import('./doctor.js')).doctor,
  keygen: async () => (await import('./keygen.js')).keygen,
  gate: async () => (await import('./gate.js')).gate,
  'data-validate': async () => (await import('./data-validate2.js')).dataValidate,
  'model-certify': async () => (await import('./model-certify2.js')).modelCertify,
  selftest: async () => (await import('./selftest.js')).selftest,
  'security-scan': async () => (await import('./security-scan2.js')).securityScan,
  'drift-compare': async () => (await import('./drift-compare2.js')).driftCompare,
  'audit-record': async () => (await import('./audit-record2.js')).auditRecord,
  verify: async () => (await import('./verify2.js')).verify,
  decrypt: async () => (await import('./decrypt.js')).decrypt,
  approve: async () => (await import('./approve.js')).approve,
  review: async () => (await import('./review2.js')).review,
  promote: async () => (await import('./promote2.js')).promote,
  demote: async () => (await import('./demote.js')).demote,
  revoke: async () => (await import('./revoke.js')).revoke,
  status: async () => (await import('./status.js')).status,
  controls: async () => (await import('./controls2.js')).controls,
  explain: async () => (await import('./explain.js')).explain,
  portal: async () => (await import('./portal.js')).portal,
  cost: async () => (await import('./cost.js')).cost,
  dvc: async () => (await import('./dvc.js')).dvc,
  'serve-hook': async () => (await import('./serve-hook.js')).serveHook,
  watch: async () => (await import('./watch.js')).watch,
  log: async () => (await import('./log.js')).log,
  witness: async () => (await import('./witness.js')).witness,
  policy: async () => (await import('./policy2.js')).policy,
  suggest: async () => (await import('./suggest.js')).suggest,
  import: async () => (await import('./import.js')).importRules,
  export: async () => (await import('./export.js')).exportResult,
  merge: async () => (await import('./merge.js')).merge,
  tokenize: async () => (await import('./tokenize.js')).tokenize,
  'secrets-baseline': async () => (await import('./secrets-baseline.js')).secretsBaseline,
  dashboard: async () => (await import('./dashboard.js')).dashboard,
  metrics: async () => (await import('./metrics.js')).metrics,
};

const EXIT_CODES =
  'Exit codes: 0 passed · 1 failed · 2 inconclusive · 3 settings or input are wrong · 4 the environment is';

/** What `proofmark --help` prints. */
function overview(commands                       )         {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Decide, with proof, whether a machine-learning model may be promoted.',
    '',
    'Usage: proofmark COMMAND [flags]',
    '',
    'Start here:',
    '  proofmark init       looks at your files and writes a first proofmark.yml, contract and workflow',
    '  proofmark gate       runs everything proofmark.yml names and signs the decision',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "'proofmark help COMMAND' explains a command, with an example.",
    EXIT_CODES,
  ].join('\n')
}

/** What `proofmark help COMMAND` prints. */
function usage({ name, summary, synopsis, examples, flags }            )         {
  const left = (flag                             ) =>
    `--${flag.name}${{ value: ' VALUE', list: ' VALUE…', switch: '' }[flag.kind]}`;
  const width = Math.max(...flags.map(flag => left(flag).length));
  return [
    `${summary}.`,
    '',
    `Usage: proofmark ${name} ${synopsis}`,
    '',
    'Flags:',
    ...flags.map(flag => `  ${left(flag).padEnd(width)}  ${flag.description}`),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map(example => `  ${example}`),
    '',
    EXIT_CODES,
  ].join('\n')
}

/** Runs one command line; the one boundary that turns what is thrown into a sentence and an exit code. */
async function program(args                   )                    {
  const [name = '--help', ...rest] = args;
  if (name === '--version' || name === '-v') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = await commandOf(rest[0] ?? '');
    return say(asked ? usage(asked) : overview(await Promise.all(Object.values(commands).map(load => load()))))
  }
  try {
    const command = await commandOf(name);
    if (!command) throw unknownCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usage(command))
    return await command.run(rest)
  } catch (error) {
    return complain(error)
  }
}

const commandOf = async (name        ) => (Object.hasOwn(commands, name) ? commands[name]?.() : undefined);

function say(text        )           {
  process.stdout.write(`${text}\n`);
  return 0
}

function complain(error         )           {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`);
    return exitCodeOf(error)
  }
  process.stderr.write(
    `Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2
}

function unknownCommand(name        )            {
  const names = Object.keys(commands);
  const meant = closestMatch(name, names, { maxDistance: 4 });
  return new UserError(
    'command.unknown',
    `Unknown command '${name}'${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
    {
      hint: `Commands: ${names.join(', ')}; 'proofmark help COMMAND' explains one`,
    },
  )
}

export { program };
