import { e as exitCode } from './exit-code.js';
import { v as verify$1 } from './verify.js';
import { U as UserError } from './user-error.js';
import { b as verificationLine, v as verificationLines } from './verification.js';
import { p as printLines } from './print-lines.js';
import { P as PLACE_FLAGS, T as TRUST_FLAGS } from './log-flags.js';
import { p as parseFlags } from './parse-flags.js';
import { t as trustedLogOf } from './trusted-log-of.js';
import { T as TRUSTING_FLAGS } from './verify-flags.js';

const flags                      = [
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
];

const verify             = {
  name: 'verify',
  summary: 'Verify a certificate, offline, against the bytes of a model',
  synopsis: 'CERTIFICATE --model FILE… [--key FILE | --policy FILE]',
  examples: ['proofmark verify certificate.sigstore.json --model model.joblib --key proofmark.pub'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const { values, positionals } = parsed;
    const one = (name        ) => values.get(name)?.at(-1);
    const [certificate] = positionals;
    const model = values.get('model');
    if (certificate === undefined || positionals.length > 1)
      throw missing(`one certificate but found ${positionals.length}`)
    if (model === undefined || model.length === 0) throw missing('--model to name the model but found nothing')
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed);
    const path = (flag        ) => {
      const typed = one(flag);
      return typed === undefined ? undefined : place.rebase(typed)
    };
    const verification = await verify$1(
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
    );
    done();
    if (values.has('json'))
      process.stdout.write(`${JSON.stringify({ outcome: verification.outcome, steps: verification.steps }, null, 2)}\n`);
    else if (values.has('quiet')) process.stdout.write(`${verificationLine(verification)}\n`);
    else printLines(process.stdout, verificationLines(verification));
    return exitCode(verification.verdict, [])
  },
};

const missing = (what        ) =>
  new UserError('verify.incomplete', `Expected ${what}`, {
    hint: 'proofmark verify CERTIFICATE --model FILE… --key FILE',
  });

export { verify };
