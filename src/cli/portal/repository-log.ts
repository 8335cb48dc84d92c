import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadTrust } from '../../commands/load-trust.ts'
import { openLog, rememberSeen } from '../../commands/log/open-log.ts'
import { recordLog } from '../../commands/log/record-log.ts'
import { checkedOutBranch, compose, locate } from '../../compose.ts'
import { logTrust } from '../../core/record/log/log-trust.ts'
import { readVerifierKey } from '../../core/record/log/note-key.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { TrustedLog } from '../../core/record/trust/trust.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { RecordLog as LogSettings } from '../../core/settings/record-log.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Log, Ports } from '../../ports.ts'

/** Settings file that a clone is known by. */
const CONFIG = 'proofmark.yml'

export interface AskedRepository {
  /** As it was typed: a folder, `owner/name` on GitHub, or an address. */
  readonly asked: string
  readonly branch: string | undefined
  /** Verifier keys of logs, by what they are called. */
  readonly keys: readonly string[]
  readonly log: Log
}

/** The log of one repository to be read, and the folder in which its evidence lies, where it has one. */
export interface OpenRepository {
  readonly recordLog: RecordLog
  /** Whose signatures count by its own settings. */
  readonly trust?: LoadedTrust | undefined
  readonly evidence: string | undefined
}

/**
 * Opens the log of a repository, whichever way it is at hand: a folder in which the log's branch is checked out, a clone whose settings name
 * its log, a clone that has the branch, `owner/name` on GitHub, or the address of a git remote.
 */
export async function repositoryLog(repository: AskedRepository): Promise<OpenRepository> {
  const { asked, keys } = repository
  const folder = resolve(asked)
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  if (isFolder && existsSync(join(folder, 'checkpoint')) && existsSync(join(folder, 'tile')))
    return checkedOut(folder, repository)
  if (isFolder && existsSync(join(folder, CONFIG))) return clone(folder, repository)
  const address = /^[a-z][a-z0-9+.-]*:\/\/|^[^/\s]+@[^/\s]+:/i.test(asked)
  if (!isFolder && !address && !/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(asked))
    throw new UserError(
      'portal.repository',
      `Expected a folder, owner/name or the address of a git repository but found '${asked}'`,
      {
        hint: 'Name a clone, or a folder in which the branch of the log is checked out',
      },
    )
  const ports = portsAt(process.cwd(), repository.log)
  const place = isFolder || address ? { remote: isFolder ? folder : asked } : { repository: asked }
  const settings = settingsOf({ ...place, branch: repository.branch, 'verifier-key': onlyKey(keys, asked) })
  const opened = await openLog(settings, {}, ports)
  return { recordLog: recordLog({ ...opened, seen: [] }, ports), evidence: isFolder ? folder : undefined }
}

function portsAt(root: string, log: Log): Ports {
  return compose(root, log, environmentContext(process.env))
}

async function checkedOut(folder: string, { asked, keys, log }: AskedRepository): Promise<OpenRepository> {
  const ports = portsAt(folder, log)
  const [origin = ''] = readFileSync(join(folder, 'checkpoint'), 'utf8').slice(0, 1024).split('\n')
  const key = keys.find(text => readVerifierKey(text, 1, ports.noteKeys.hash)?.name === origin)
  if (key === undefined)
    throw new UserError('log.verifier-key', `Expected the verifier key of ${origin.slice(0, 200)} but found none`, {
      hint: `Give --verifier-key the line that \`proofmark log init\` printed for it`,
    })
  const trust = logTrust({ origin, key, quorum: 0 }, ports.noteKeys.hash)
  return { recordLog: recordLog({ branch: checkedOutBranch(folder, asked), trust }, ports), evidence: undefined }
}

/** The log that a clone's settings name, by whom its policy believes; what is seen of it is remembered there. */
async function clone(folder: string, { asked, keys, branch, log }: AskedRepository): Promise<OpenRepository> {
  const ports = portsAt(folder, log)
  const file = { name: CONFIG, text: await ports.files.readText(CONFIG) }
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: (path: string) => path } as const
  const { record, policy } = readSettings({ ...source, file })
  const trusted: TrustedLog | undefined = policy?.trust?.log
  const kept = record.log?.remote ?? record.log?.repository
  const key = trusted?.key ?? record.log?.['verifier-key'] ?? onlyKey(keys, asked)
  const settings = settingsOf({
    ...record.log,
    ...(kept === undefined && ports.context.repository === undefined ? { remote: folder } : {}),
    ...(branch === undefined ? {} : { branch }),
    'verifier-key': key,
    key: undefined,
  })
  const opened = await openLog(settings, { trusted }, ports)
  const remember = (note: string) => rememberSeen(settings, note, ports)
  const out = locate(folder, CONFIG).out(undefined)
  return {
    recordLog: recordLog({ ...opened, remember }, ports),
    trust:
      policy.trust && (policy.trust.keys ?? policy.trust.identities)
        ? await loadTrust(policy.trust, ports.files)
        : undefined,
    evidence: existsSync(join(folder, out)) ? join(folder, out) : undefined,
  }
}

function onlyKey(keys: readonly string[], asked: string): string {
  const [key, ...others] = keys
  if (key !== undefined && others.length === 0) return key
  throw new UserError(
    'log.verifier-key',
    `Expected one verifier key for the log of ${asked} but found ${keys.length === 0 ? 'none' : keys.length}`,
    {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key of its proofmark.yml, or give it as --verifier-key',
    },
  )
}

function settingsOf(given: Readonly<Record<string, string | undefined>>): LogSettings {
  const read = LogSettings.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  )
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UserError('flags.log', `Expected ${String(issue?.path[0])} of the log to be ${issue?.message}`)
}
