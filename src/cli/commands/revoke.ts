import { exitCode } from '../../commands/exit-code.ts'
import { revoke as revokeCertificate } from '../../commands/revoke.ts'
import { visible } from '../../report/markdown/escape.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'
import { LOG_FLAGS, logOf } from '../promotion/log-of.ts'
import { incomplete, whoAsks } from '../promotion/world-of.ts'

const SYNOPSIS = '[CERTIFICATE | --revoked-key FILE] --reason TEXT'
const flags: CliCommand['flags'] = [
  {
    name: 'revoked-key',
    kind: 'value',
    description: 'Public key (PEM, or SHA-256 of its DER) whose signatures count no more',
  },
  { name: 'since', kind: 'value', description: 'With a key: from that time on, e.g. 2027-01-31T00:00:00Z' },
  { name: 'reason', kind: 'value', description: 'Why; it stands in the log' },
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
  ...LOG_FLAGS,
]

export const revoke: CliCommand = {
  name: 'revoke',
  summary: 'Write into the log that a certificate, or a key, counts for nothing any more',
  synopsis: SYNOPSIS,
  examples: ['proofmark revoke certificate.sigstore.json --reason "wrong labels"'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const usage = `proofmark revoke ${SYNOPSIS}`
    const one = (name: string) => parsed.values.get(name)?.at(-1)
    const [certificate] = parsed.positionals
    const [key, since, reason] = [one('revoked-key'), one('since'), one('reason')]
    if (parsed.positionals.length > 1 || (certificate === undefined) === (key === undefined))
      throw incomplete('one certificate, or --revoked-key', usage)
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const { ports, place, connections, recordLog } = await logOf(parsed)
    if (!recordLog) throw incomplete('a log to write the revocation into but found none', usage)
    const by = one('by') ?? whoAsks()
    const isDigest = key !== undefined && /^[0-9a-f]{64}$/.test(key)
    const what = {
      certificate: certificate === undefined ? undefined : place.rebase(certificate),
      key: key === undefined || isDigest ? key : place.rebase(key),
    }
    const { already, stillInProduction, others, untold } = await revokeCertificate(
      { ...what, since, reason, by, connections },
      recordLog,
      ports,
    )
    process.stdout.write(`${already ? 'Revoked before' : 'Revoked'}: logged in ${recordLog.name}\n`)
    for (const target of stillInProduction)
      process.stdout.write(`! ${visible(target)} still points at it: proofmark demote --to '${visible(target)}' …\n`)
    for (const digest of others)
      process.stdout.write(
        `! Another certificate of the model still holds, sha256:${digest}: revoke it, too, if it is as wrong\n`,
      )
    if (untold.length > 0)
      process.stdout.write(
        '! Not everybody was told. The revocation stands; run the same command again: it tells them\n',
      )
    return exitCode('passed', untold)
  },
}
