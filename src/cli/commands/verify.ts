import { exitCode } from '../../commands/exit-code.ts'
import { verify as verifyCertificate } from '../../commands/verify.ts'
import { UserError } from '../../core/user-error.ts'
import { verificationLine, verificationLines } from '../../report/verification.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { PLACE_FLAGS, TRUST_FLAGS } from '../log/log-flags.ts'
import { parseFlags } from '../parse-flags.ts'
import { trustedLogOf } from '../promotion/trusted-log-of.ts'
import { TRUSTING_FLAGS } from '../verify-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  ...TRUSTING_FLAGS,
  {
    name: 'evidence',
    kind: 'value',
    description: 'Folder of the evidence, to be compared with what the certificate rests on',
  },
  {
    name: 'proof',
    kind: 'value',
    description: 'Proof that it is in the log. Default: certificate.tlog-proof beside the certificate',
  },
  ...PLACE_FLAGS,
  ...TRUST_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
]

export const verify: CliCommand = {
  name: 'verify',
  summary: 'Verify a certificate, offline, against the bytes of a model',
  synopsis: 'CERTIFICATE --model FILE… [--key FILE | --policy FILE]',
  examples: ['proofmark verify certificate.sigstore.json --model model.joblib --key proofmark.pub'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const { values, positionals } = parsed
    const one = (name: string) => values.get(name)?.at(-1)
    const [certificate] = positionals
    const model = values.get('model')
    if (certificate === undefined || positionals.length > 1)
      throw missing(`one certificate but found ${positionals.length}`)
    if (model === undefined || model.length === 0) throw missing('--model to name the model but found nothing')
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed)
    const path = (flag: string) => {
      const typed = one(flag)
      return typed === undefined ? undefined : place.rebase(typed)
    }
    const verification = await verifyCertificate(
      {
        certificate: place.rebase(certificate),
        model: model.map(place.rebase),
        key: trust,
        evidence: path('evidence'),
        proof: path('proof'),
        name: one('name'),
        log: recordLog,
      },
      ports,
    )
    done()
    if (values.has('json'))
      process.stdout.write(`${JSON.stringify({ outcome: verification.outcome, steps: verification.steps }, null, 2)}\n`)
    else if (values.has('quiet')) process.stdout.write(`${verificationLine(verification)}\n`)
    else printLines(process.stdout, verificationLines(verification))
    return exitCode(verification.verdict, [])
  },
}

const missing = (what: string) =>
  new UserError('verify.incomplete', `Expected ${what}`, {
    hint: 'proofmark verify CERTIFICATE --model FILE… --key FILE',
  })
