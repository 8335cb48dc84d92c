import { a as approve$1, e as enterApproval, b as approvalLine } from './approval.js';
import { U as UserError } from './user-error.js';
import { L as LOG_KEY } from './log-flags.js';
import { p as parseFlags } from './parse-flags.js';
import { L as LOG_FLAGS, l as logOf } from './log-of.js';

const flags                      = [
  { name: 'role', kind: 'value', description: "The role to approve for, one of the policy's" },
  { name: 'issuer', kind: 'value', description: 'Who issues the identity tokens. Default: GitHub' },
  { name: 'out', kind: 'value', description: 'Folder for the receipt. Default: .proofmark' },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print the approval as JSON' },
];

const approve             = {
  name: 'approve',
  summary: 'Approve a model, in a workflow that the approver has started by hand',
  synopsis: 'MODEL-ID --role ROLE [--out DIR]',
  examples: ['proofmark approve sha256:bbf10acc… --role compliance'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const { values, positionals } = parsed;
    const [model] = positionals;
    const value = (name        ) => values.get(name)?.at(-1);
    const role = value('role');
    if (model === undefined || positionals.length > 1) throw missing(`one model id but found ${positionals.length}`)
    if (role === undefined) throw missing('--role to name a role but found nothing')
    const { ports, place, recordLog } = await logOf(parsed);
    const approved = await approve$1({ model, role, out: place.out(value('out')), issuer: value('issuer') }, ports);
    const { approval, path, key } = approved;
    if (recordLog && (process.env[LOG_KEY] || value('log-key') !== undefined)) await enterApproval(approved, recordLog);
    process.stdout.write(
      values.has('json')
        ? `${JSON.stringify({ approval, receipt: path, key }, null, 2)}\n`
        : `${approvalLine(approval)}\nreceipt  ${path}\nkey      ${key}\n`,
    );
    return 0
  },
};

const missing = (what        ) =>
  new UserError('approve.incomplete', `Expected ${what}`, { hint: 'proofmark approve MODEL-ID --role ROLE' });

export { approve };
