import type { ExitCode } from '../../commands/exit-code.ts'
import { initLog, requireNoLog } from '../../commands/log/init-log.ts'
import { logPlace, logSigner, newOrigin, rememberSeen } from '../../commands/log/open-log.ts'
import { noteVerifier, writeSignerKey, writeVerifierKey } from '../../core/record/log/note-key.ts'
import { UserError } from '../../core/user-error.ts'
import { type GivenLog, LOG_KEY } from './log-flags.ts'

/** File that the private key of a new log is written to unless told otherwise. */
const DEFAULT_KEY = 'proofmark-log.key'

/** Makes the log that the settings name, and its key pair unless there is one. */
export async function logInit({ settings, ports }: GivenLog): Promise<ExitCode> {
  const path = settings.key ?? DEFAULT_KEY
  const there = await ports.files.exists(path)
  const given = process.env[LOG_KEY] || undefined
  const known =
    there || settings.key === undefined
      ? await logSigner(there ? { ...settings, key: path } : settings, given, ports)
      : undefined
  const origin = known?.name ?? newOrigin(settings, ports.context)
  if (settings.origin !== undefined && origin !== settings.origin)
    throw new UserError('log.key', `Expected the key of ${settings.origin} but found one of ${origin}`, {
      hint: 'Let `proofmark log init` make a key, or name the log as its key is called',
    })
  const seed = known?.seed ?? ports.noteKeys.generate()
  const signer = { ...noteVerifier(origin, 1, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed }
  const branch = ports.logs.open(logPlace(settings, ports.context))
  await requireNoLog(branch)
  if (known === undefined) await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true })
  const { commit, note } = await initLog({ branch, origin, signer }, ports)
  await rememberSeen(settings, note, ports)
  process.stdout.write(
    [
      `log          ${branch.name}, first commit ${commit.slice(0, 12)}`,
      known === undefined
        ? `private key  ${path}   keep it secret: put its line into the secret ${LOG_KEY}, commit it nowhere`
        : `private key  ${there ? path : LOG_KEY}, as it was`,
      `last seen    ${settings['last-seen']}   commit it: it tells when the log is rewritten`,
      '',
      'Put into proofmark.yml:',
      '',
      'record:',
      '  log:',
      ...('remote' in settings && settings.remote !== undefined ? [`    remote: ${settings.remote}`] : []),
      ...(settings.repository === undefined ? [] : [`    repository: ${settings.repository}`]),
      ...(settings.branch === 'proofmark-log' ? [] : [`    branch: ${settings.branch}`]),
      `    verifier-key: ${writeVerifierKey(signer)}`,
      '',
    ].join('\n'),
  )
  return 0
}
