import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { logOrigin } from '../../core/record/log/log-origin.ts'
import { type LogTrust, logTrust } from '../../core/record/log/log-trust.ts'
import { MAX_NOTE_LENGTH } from '../../core/record/log/note.ts'
import { type NoteSigner, readSignerKey, writeVerifierKey } from '../../core/record/log/note-key.ts'
import { openCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import type { TrustedLog } from '../../core/record/trust/trust.ts'
import type { RecordLog } from '../../core/settings/record-log.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogBranch, LogPlace } from '../../ports/log-branch.ts'
import type { Ports } from '../../ports.ts'
import { githubRepository } from '../github-repository.ts'
import type { LogWriter } from './log-writer.ts'

const MAX_KEY_BYTES = 4096

/** A log as the settings name it, opened. */
export interface OpenLog {
  readonly branch: LogBranch
  readonly trust: LogTrust
  /** The head that was last seen here, where one was. */
  readonly seen: readonly TreeHead[]
}

type OpenPorts = Pick<Ports, 'files' | 'logs' | 'noteKeys' | 'context'>

/** Where the settings say that the log is kept. */
export function logPlace(settings: RecordLog, context: Ports['context']): LogPlace {
  const { branch, remote, repository } = settings
  if (remote !== undefined && repository !== undefined)
    throw new UserError('log.place', 'Expected record.log.repository or record.log.remote but found both', {
      hint: 'Keep the one that the log is kept in',
    })
  if (remote !== undefined) return { remote, branch }
  const name = repository ?? githubRepository(context)
  if (name !== undefined) return { repository: name, branch }
  throw new UserError(
    'log.place',
    'Expected to know where the log is kept but found neither record.log.repository nor record.log.remote',
    {
      hint: 'Name the repository, as owner/name, or any git remote',
    },
  )
}

/** The private key of a log, from the file that the settings name or from a text; undefined without either. */
export async function logSigner(
  settings: RecordLog,
  keyText: string | undefined,
  { files, noteKeys }: Pick<Ports, 'files' | 'noteKeys'>,
): Promise<NoteSigner | undefined> {
  const text = settings.key === undefined ? keyText : await files.readText(settings.key, { maxBytes: MAX_KEY_BYTES })
  if (text === undefined || text.trim() === '') return undefined
  const signer = readSignerKey(text, 1, noteKeys.hash, noteKeys.publicKey)
  if (signer !== undefined) return signer
  throw new UserError(
    'log.key',
    `Expected the private key of a log in ${settings.key ?? 'PROOFMARK_LOG_KEY'} but found another text`,
    {
      hint: 'It is one line that begins with PRIVATE+KEY+, as `proofmark log init` wrote it',
    },
  )
}

/** Who reads it: whom they believe, or whose key they hold. */
export interface LogReader {
  /** A policy's `trust.log`; without it, the log's own key is believed, and no witness is asked for. */
  readonly trusted?: TrustedLog | undefined
  readonly signer?: NoteSigner | undefined
}

/** The trust in the log that the settings name. */
export function trustOf(
  settings: RecordLog,
  { trusted, signer }: LogReader,
  { noteKeys }: Pick<Ports, 'noteKeys'>,
): LogTrust {
  const key = trusted?.key ?? settings['verifier-key'] ?? (signer && writeVerifierKey(signer))
  if (key === undefined)
    throw new UserError('log.verifier-key', 'Expected the verifier key of the log but found none', {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key',
    })
  const origin = settings.origin ?? key.slice(0, Math.max(key.indexOf('+'), 0))
  return logTrust(trusted ?? { origin, key, quorum: 0 }, noteKeys.hash)
}

/** Opens the log that the settings name to read it. */
export async function openLog(settings: RecordLog, reader: LogReader, ports: OpenPorts): Promise<OpenLog> {
  const trust = trustOf(settings, reader, ports)
  const branch = ports.logs.open(logPlace(settings, ports.context))
  return { branch, trust, seen: await lastSeen(settings, trust, ports) }
}

/** The same to write to it: the key must be there. */
export async function openLogToWrite(
  settings: RecordLog,
  keyText: string | undefined,
  ports: OpenPorts,
): Promise<LogWriter & OpenLog> {
  const signer = await logSigner(settings, keyText, ports)
  if (signer === undefined)
    throw new UserError('log.key-missing', 'Expected the private key of the log but found none', {
      hint: 'Put the text of the file that `proofmark log init` wrote into the secret PROOFMARK_LOG_KEY',
    })
  const log = await openLog(settings, { signer }, ports)
  if (log.trust.key.keyId === signer.keyId) return { ...log, origin: log.trust.origin, signer }
  throw new UserError('log.key', 'Expected the private key that belongs to record.log.verifier-key but found another', {
    hint: 'Give the key that was made with this log',
  })
}

/** What a log is to be called that the settings name and that is yet to be made. */
export const newOrigin = (settings: RecordLog, context: Ports['context']): string =>
  settings.origin ?? logOrigin(logPlace(settings, context), context.url?.match(/^https?:\/\/[^/]+/)?.[0])

/** Remembers a checkpoint that was verified, so that nobody can take it back unseen. */
export const rememberSeen = (settings: RecordLog, note: string, { files }: Pick<Ports, 'files'>): Promise<void> =>
  files.write(settings['last-seen'], note)

async function lastSeen(settings: RecordLog, trust: LogTrust, { files, noteKeys }: OpenPorts): Promise<TreeHead[]> {
  const path = settings['last-seen']
  if (!(await files.exists(path))) return []
  const note = await files.readText(path, { maxBytes: MAX_NOTE_LENGTH })
  const seen = openCheckpoint(note, trust.origin, trust.key, noteKeys)
  if (typeof seen !== 'string') return [seen]
  throw new UserError('log.last-seen', `${seen}, in what was last seen of the log (${path})`, {
    file: path,
    hint: 'Restore the file; delete it only if this is another log than before',
  })
}
