import { keygen as makeKeys } from '../../commands/keygen.ts'
import { compose } from '../../compose.ts'
import { KEY_KINDS, type KeyKind } from '../../core/record/key-pair.ts'
import { UserError } from '../../core/user-error.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'type', kind: 'value', description: 'p256 or ed25519. Default: p256, which every verifier knows' },
  { name: 'out', kind: 'value', description: 'Folder for the two files. Default: this folder' },
]

export const keygen: CliCommand = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--type p256|ed25519] [--out DIR]',
  examples: ['proofmark keygen --out keys'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const kind = kindOf(values.get('type')?.at(-1) ?? 'p256')
    const folder = values.get('out')?.at(-1) ?? '.'
    const at = (name: string) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`)
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') }
    const made = await makeKeys(paths, compose(process.cwd(), terminalLog(process.stderr), {}), kind)
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

function kindOf(text: string): KeyKind {
  const kind = KEY_KINDS.find(known => known === text)
  if (kind) return kind
  throw new UserError('flags.type', `Expected --type to be ${KEY_KINDS.join(' or ')} but found ${text}`, {
    hint: 'proofmark keygen --type ed25519',
  })
}
