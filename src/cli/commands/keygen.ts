import { keygen as makeKeys } from '../../commands/keygen.ts'
import { publicKeyOf } from '../../commands/public-key-of.ts'
import { compose } from '../../compose.ts'
import { KEY_KINDS, type KeyKind } from '../../core/record/key-pair.ts'
import { UserError } from '../../core/user-error.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'type', kind: 'value', description: 'p256 or ed25519. Default: p256, which every verifier knows' },
  {
    name: 'public-key-of',
    kind: 'value',
    description: 'Address of a key in a token or a key service: makes none, writes its public half',
  },
  { name: 'out', kind: 'value', description: 'Folder for what is written. Default: this folder' },
]

export const keygen: CliCommand = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--type p256|ed25519 | --public-key-of ADDRESS] [--out DIR]',
  examples: ['proofmark keygen --out keys', 'proofmark keygen --public-key-of awskms:///alias/proofmark'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const folder = values.get('out')?.at(-1) ?? '.'
    const at = (name: string) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`)
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') }
    const ports = compose(process.cwd(), terminalLog(process.stderr), {})
    const address = values.get('public-key-of')?.at(-1)
    if (address !== undefined) {
      const { publicKey, id } = await publicKeyOf(address, paths.publicKey, ports)
      process.stdout.write(`${publicLine(publicKey)}\n${idLine(id)}\n`)
      return 0
    }
    const made = await makeKeys(paths, ports, kindOf(values.get('type')?.at(-1) ?? 'p256'))
    process.stdout.write(
      [
        `private key  ${made.privateKey}   keep it secret: put its text into the secret PROOFMARK_KEY, commit it nowhere`,
        publicLine(made.publicKey),
        idLine(made.id),
        '',
      ].join('\n'),
    )
    return 0
  },
}

const publicLine = (path: string) => `public key   ${path}   commit it: whoever promotes a model verifies with it`
const idLine = (id: string) => `key id       ${id}`

function kindOf(text: string): KeyKind {
  const kind = KEY_KINDS.find(known => known === text)
  if (kind) return kind
  throw new UserError('flags.type', `Expected --type to be ${KEY_KINDS.join(' or ')} but found ${text}`, {
    hint: 'proofmark keygen --type ed25519',
  })
}
