import { decrypt as decryptFile } from '../../commands/decrypt.ts'
import { compose } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  {
    name: 'identity',
    kind: 'list',
    description: 'Files of identities as age-keygen writes them, or keys in a key service',
  },
  { name: 'out', kind: 'value', description: 'Folder to write to. Default: called like the file, beside it' },
  { name: 'model-id', kind: 'value', description: 'What a key in a key service was bound to: the model id' },
]

export const decrypt: CliCommand = {
  name: 'decrypt',
  summary: 'Decrypt confidential evidence, as the age program does',
  synopsis: 'FILE --identity FILE [--out DIR]',
  examples: ['proofmark decrypt evidence.tar.age --identity escrow.key --out evidence'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const [file] = positionals
    if (file === undefined || positionals.length > 1)
      throw new UserError('decrypt.incomplete', `Expected one encrypted file but found ${positionals.length}`, {
        hint: 'proofmark decrypt FILE --identity FILE',
      })
    const written = await decryptFile(
      {
        file,
        identities: values.get('identity') ?? [],
        out: values.get('out')?.at(-1),
        context: values.get('model-id')?.at(-1),
      },
      compose(process.cwd(), terminalLog(process.stderr, { quiet: false }), {}),
    )
    process.stdout.write(written.map(path => `${path}\n`).join(''))
    return 0
  },
}
