import { recordLog } from '../../commands/log/record-log.ts'
import { logTrust } from '../../core/record/log/log-trust.ts'
import { readSignerKey } from '../../core/record/log/note-key.ts'
import { TrustedLog } from '../../core/record/trust/trust.ts'
import { UserError } from '../../core/user-error.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import type { CliFlag } from '../cli-command.ts'
import type { ParsedFlags } from '../parse-flags.ts'

const KEY_VARIABLE = 'PROOFMARK_LOG_KEY'
const DEFAULT_BRANCH = 'proofmark-log'
const MAX_KEY_BYTES = 4096

/** Flags that name the log. */
export const LOG_FLAGS: readonly CliFlag[] = [
  { name: 'log', kind: 'value', description: 'The log: a git remote or folder, or github:OWNER/NAME' },
  { name: 'log-branch', kind: 'value', description: `Its branch. Default: ${DEFAULT_BRANCH}` },
  {
    name: 'log-verifier',
    kind: 'value',
    description: 'Its verifier key, as `proofmark log init` prints it, or a file that holds it',
  },
  {
    name: 'log-key',
    kind: 'value',
    description: `File with its signer key, to write to it. Default: the text in ${KEY_VARIABLE}`,
  },
]

/** The log that the flags name; undefined where they name none. */
export async function logOf({ values }: Pick<ParsedFlags, 'values'>, ports: Ports): Promise<RecordLog | undefined> {
  const one = (name: string) => values.get(name)?.at(-1)
  const place = one('log')
  if (place === undefined) return undefined
  const given = one('log-verifier')
  if (given === undefined)
    throw new UserError('log.verifier-missing', 'Expected --log-verifier beside --log but found nothing', {
      hint: 'Give the verifier key that `proofmark log init` printed: it says which log is meant',
    })
  const key = (given.includes('+') ? given : await ports.files.readText(given, { maxBytes: MAX_KEY_BYTES })).trim()
  const origin = key.split('+')[0] ?? ''
  const trust = logTrust(TrustedLog.parse({ origin, key }), ports.noteKeys.hash)
  const branch = one('log-branch') ?? DEFAULT_BRANCH
  const [, repository] = /^github:(.+)$/.exec(place) ?? []
  const log = ports.logs.open(repository === undefined ? { remote: place, branch } : { repository, branch })
  return recordLog({ branch: log, trust, signer: await signerOf(one('log-key'), ports) }, ports)
}

async function signerOf(file: string | undefined, { files, noteKeys }: Ports) {
  const text = file === undefined ? process.env[KEY_VARIABLE] : await files.readText(file, { maxBytes: MAX_KEY_BYTES })
  if (text === undefined || text.trim() === '') return undefined
  const signer = readSignerKey(text.trim(), 1, noteKeys.hash, noteKeys.publicKey)
  if (!signer)
    throw new UserError(
      'log.key',
      `Expected the signer key of a log in ${file ?? KEY_VARIABLE} but found another text`,
      {
        hint: 'It begins with PRIVATE+KEY+',
      },
    )
  return signer
}
