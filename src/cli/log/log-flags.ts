import { locate, type Place } from '../../compose.ts'
import { readVerifierKey } from '../../core/record/log/note-key.ts'
import { TrustedLog } from '../../core/record/trust/trust.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import { RecordLog } from '../../core/settings/record-log.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliFlag } from '../cli-command.ts'
import { composeHere } from '../compose-here.ts'
import type { ParsedFlags } from '../parse-flags.ts'

/** Variable whose text is the log's private key where no file is named. */
export const LOG_KEY = 'PROOFMARK_LOG_KEY'

/** Flags that say which log is meant, each over the setting of its name in record.log. */
export const PLACE_FLAGS: readonly CliFlag[] = [
  { name: 'repository', kind: 'value', description: 'Repository on GitHub that keeps the log, as owner/name' },
  { name: 'remote', kind: 'value', description: 'Any other git repository that keeps it: an address, or a folder' },
  { name: 'branch', kind: 'value', description: 'Its branch. Default: proofmark-log' },
  { name: 'origin', kind: 'value', description: 'What the log is called. Default: after where it is kept' },
  { name: 'verifier-key', kind: 'value', description: 'Public key of the log, as `proofmark log init` prints it' },
  {
    name: 'last-seen',
    kind: 'value',
    description: 'File that remembers what was last seen. Default: .proofmark-last-seen',
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
]

/** Flags that say who must have cosigned. */
export const TRUST_FLAGS: readonly CliFlag[] = [
  { name: 'witness', kind: 'list', description: 'Verifier keys of witnesses, as `proofmark witness init` prints them' },
  { name: 'quorum', kind: 'value', description: 'How many of them must have cosigned. Default: all' },
  { name: 'max-age', kind: 'value', description: 'Hours since which they must have. Default: any time' },
]

/** The log's settings, with the flags laid over them. */
export interface GivenLog {
  readonly settings: RecordLog
  /** Whom the settings name, to be told. */
  readonly connections: Settings['connections']
  readonly place: Place
  readonly ports: Ports
  last(flag: string): string | undefined
  /** Takes what was shown of the progress off the terminal. */
  done(): void
}

const SETTINGS = ['repository', 'remote', 'branch', 'origin', 'verifier-key', 'key', 'last-seen'] as const
const PATHS: ReadonlySet<string> = new Set(['key', 'last-seen'])

export async function givenLog({ values }: ParsedFlags): Promise<GivenLog> {
  const last = (flag: string) => values.get(flag)?.at(-1)
  const place = locate(process.cwd(), last('config'))
  const quiet = { quiet: values.has('json') || values.has('quiet') }
  const log = terminalLog(process.stderr, quiet)
  const ports = await composeHere(place, log)
  const file =
    place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) }
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase } as const
  const { record, connections = {} } = file ? readSettings({ ...source, file }) : {}
  const written = record?.log
  const given = SETTINGS.flatMap(name => {
    const value = last(name)
    if (value === undefined) return []
    const isPath = PATHS.has(name) || (name === 'remote' && !/^[a-z][a-z0-9+.-]*:\/\/|^[^/\s]+@[^/\s]+:/i.test(value))
    return [[name, isPath ? place.rebase(value) : value] as const]
  })
  const moved = given.some(([name]) => name === 'repository' || name === 'remote')
  const kept = moved ? { ...written, repository: undefined, remote: undefined } : written
  const read = RecordLog.safeParse({ ...kept, ...Object.fromEntries(given) })
  if (read.success) return { settings: read.data, connections, place, ports, last, done: log.done }
  const [issue] = read.error.issues
  throw new UserError('flags.log', `Expected --${String(issue?.path[0])} to be ${issue?.message}`)
}

/** The trust that the flags say; undefined where they name no witness. */
export function givenTrust({ values }: ParsedFlags, settings: RecordLog, ports: Ports): TrustedLog | undefined {
  const witnesses = values.get('witness') ?? []
  const quorum = values.get('quorum')?.at(-1)
  const age = values.get('max-age')?.at(-1)
  if (witnesses.length === 0 && quorum === undefined && age === undefined) return undefined
  const key = settings['verifier-key']
  if (key === undefined)
    throw new UserError(
      'log.verifier-key',
      'Expected the verifier key of the log beside its witnesses but found none',
      {
        hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key',
      },
    )
  const named = witnesses.map(text => [readVerifierKey(text, 4, ports.noteKeys.hash)?.name ?? text, text] as const)
  const read = TrustedLog.safeParse({
    origin: settings.origin ?? key.split('+')[0],
    key,
    witnesses: Object.fromEntries(named),
    quorum: quorum === undefined ? witnesses.length : Number(quorum),
    ...(age === undefined ? {} : { 'max-checkpoint-age-hours': Number(age) }),
  })
  if (read.success) return read.data
  throw new UserError(
    'flags.trust',
    `Expected a number of witnesses and of hours but found ${quorum ?? ''} ${age ?? ''}`.trim(),
  )
}
