import { keygen as makeKeys } from '../../commands/keygen.ts'
import { compose } from '../../compose.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'out', kind: 'value', description: 'Folder for the two files. Default: this folder' },
]

export const keygen: CliCommand = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--out DIR]',
  examples: ['proofmark keygen --out keys'],
  flags,
  async run(args) {
    const folder = parseFlags(args, flags).values.get('out')?.at(-1) ?? '.'
    const at = (name: string) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`)
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') }
    const made = await makeKeys(paths, compose(process.cwd(), terminalLog(process.stderr), {}))
    process.stdout.write(
      [
        `private key  ${made.privateKey}   keep it secret: put its text into the secret PROOFMARK_KEY, commit it nowhere`,
        `public key   ${made.publicKey}   commit it: whoever promotes a model verifies with it`,
        `key id       ${made.id}`,
        '',
      ].join('\n'),
    )
    return 0
  },
}
