import { approve as approveModel } from '../../commands/approve.ts'
import { compose } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import { approvalLine } from '../../report/approval.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'role', kind: 'value', description: "The role to approve for, one of the policy's" },
  { name: 'issuer', kind: 'value', description: 'Who issues the identity tokens. Default: GitHub' },
  { name: 'out', kind: 'value', description: 'Folder for the receipt. Default: .proofmark' },
  { name: 'json', kind: 'switch', description: 'Print the approval as JSON' },
]

export const approve: CliCommand = {
  name: 'approve',
  summary: 'Approve a model, in a workflow that the approver has started by hand',
  synopsis: 'MODEL-ID --role ROLE [--out DIR]',
  examples: ['proofmark approve sha256:bbf10acc… --role compliance'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const [model] = positionals
    const value = (name: string) => values.get(name)?.at(-1)
    const role = value('role')
    if (model === undefined || positionals.length > 1) throw missing(`one model id but found ${positionals.length}`)
    if (role === undefined) throw missing('--role to name a role but found nothing')
    const ports = compose(process.cwd(), terminalLog(process.stderr, {}), environmentContext(process.env))
    const options = { model, role, out: value('out') ?? '.proofmark', issuer: value('issuer') }
    const { approval, path, key } = await approveModel(options, ports)
    process.stdout.write(
      values.has('json')
        ? `${JSON.stringify({ approval, receipt: path, key }, null, 2)}\n`
        : `${approvalLine(approval)}\nreceipt  ${path}\nkey      ${key}\n`,
    )
    return 0
  },
}

const missing = (what: string) =>
  new UserError('approve.incomplete', `Expected ${what}`, { hint: 'proofmark approve MODEL-ID --role ROLE' })
