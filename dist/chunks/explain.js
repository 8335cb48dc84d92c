import { l as locate, c as compose } from './compose.js';
import { G as GATES } from './evidence.js';
import { U as UserError } from './user-error.js';
import { e as environmentContext } from './context.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

const SYNOPSIS = 'ID [--gate GATE] [--json]';
const flags                      = [
  { name: 'gate', kind: 'value', description: `Of which gate: ${GATES.join(', ')}. Default: whichever has it` },
  { name: 'out', kind: 'value', description: 'Folder of evidence to look the id up in. Default: .proofmark' },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
];

const explain             = {
  name: 'explain',
  summary: 'Tell what a check, a metric, a method or a format means, how it is computed, and how to mend a failure',
  synopsis: SYNOPSIS,
  examples: ['proofmark explain auc', 'proofmark explain applications.age.range', 'proofmark explain psi --json'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const [asked, ...others] = positionals;
    if (asked === undefined || others.length > 0)
      throw new UserError('explain.one', `Expected one id but found ${positionals.length}`, {
        hint: `proofmark explain ${SYNOPSIS}`,
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const gate = GATES.find(each => each === one('gate'));
    if (gate === undefined && values.has('gate'))
      throw new UserError('explain.gate', `Expected --gate to be one of ${GATES.join(', ')} but found '${one('gate')}'`)
    const place = locate(process.cwd(), one('config'));
    const ports = compose(place.root, terminalLog(process.stderr, { quiet: true }), environmentContext(process.env));
    const { explain: explainId } = await import('./explain2.js');
    const told = await explainId(asked, { out: place.out(one('out')), gate }, ports);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    else {
      const { explainLines } = await import('./explain-lines.js');
      printLines(process.stdout, explainLines(told));
    }
    return 0
  },
};

export { explain };
