import { exitCode } from '../../commands/exit-code.ts'
import { verify as verifyCertificate } from '../../commands/verify.ts'
import { compose } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { verificationLine, verificationLines } from '../../report/verification.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  { name: 'key', kind: 'value', description: 'Public key (PEM) of the certifier' },
  {
    name: 'evidence',
    kind: 'value',
    description: 'Folder of the evidence, to be compared with what the certificate rests on',
  },
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
]

export const verify: CliCommand = {
  name: 'verify',
  summary: 'Verify a certificate, offline, against the bytes of a model',
  synopsis: 'CERTIFICATE --model FILE… --key FILE',
  examples: ['proofmark verify certificate.sigstore.json --model model.joblib --key proofmark.pub'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags)
    const [certificate] = positionals
    const key = values.get('key')?.at(-1)
    const model = values.get('model')
    if (certificate === undefined || positionals.length > 1)
      throw missing(`one certificate but found ${positionals.length}`)
    if (model === undefined || model.length === 0) throw missing('--model to name the model but found nothing')
    if (key === undefined) throw missing('--key to name the public key but found nothing')
    const log = terminalLog(process.stderr, { quiet: values.has('quiet') || values.has('json') })
    const evidence = values.get('evidence')?.at(-1)
    const verification = await verifyCertificate({ certificate, model, key, evidence }, compose(process.cwd(), log, {}))
    log.done()
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
