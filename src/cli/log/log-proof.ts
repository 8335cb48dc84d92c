import type { ExitCode } from '../../commands/exit-code.ts'
import { proveLogged } from '../../commands/log/prove-logged.ts'
import { isFault } from '../../core/record/log/log-fault.ts'
import { logTrust } from '../../core/record/log/log-trust.ts'
import { MAX_PROOF_LENGTH } from '../../core/record/log/tlog-proof.ts'
import { verifyLogProof } from '../../core/record/log/verify-proof.ts'
import { UserError } from '../../core/user-error.ts'
import type { ParsedFlags } from '../parse-flags.ts'
import { type GivenLog, givenTrust } from './log-flags.ts'
import { takeLog, tellFault } from './log-read.ts'

/** Writes the proof that an entry is in the log: by its number, or by the document it is about. */
export async function logProve(given: GivenLog, flags: ParsedFlags): Promise<ExitCode> {
  const [, which, ...more] = flags.positionals
  if (which === undefined || more.length > 0)
    throw new UserError(
      'log.prove',
      'Expected the number of an entry, or one document, but found another number of words',
      {
        hint: 'proofmark log prove certificate.sigstore.json',
      },
    )
  const json = flags.values.has('json')
  const taken = await takeLog(given, flags)
  if (isFault(taken)) return tellFault(taken, json)
  const { files } = given.ports
  const path = given.place.rebase(which)
  const entry = /^\d{1,15}$/.test(which)
    ? { index: Number(which) }
    : { document: /^sha256:[0-9a-f]{64}$/.test(which) ? which : `sha256:${(await files.digest(path)).sha256}` }
  const made = await proveLogged(taken.log, entry, taken.trust, given.ports)
  if (isFault(made)) return tellFault(made, json)
  const asked = given.last('to-file')
  const to =
    asked === undefined
      ? `${'index' in entry || which.startsWith('sha256:') ? made.index : path}.tlog-proof`
      : given.place.rebase(asked)
  await files.write(to, made.proof)
  process.stdout.write(
    json ? `${JSON.stringify({ index: made.index, proof: to }, null, 2)}\n` : `${to}: proof of entry ${made.index}\n`,
  )
  return 0
}

/** Verifies such a proof, offline, about a document. */
export async function logVerifyProof(given: GivenLog, flags: ParsedFlags, proof: string): Promise<ExitCode> {
  const { settings, ports, place } = given
  const json = flags.values.has('json')
  const document = given.last('document')
  const key = settings['verifier-key']
  if (document === undefined || key === undefined)
    throw new UserError(
      'log.verify-proof',
      `Expected ${document === undefined ? '--document' : 'the verifier key of the log'} beside --proof but found nothing`,
      {
        hint: 'proofmark log verify --proof FILE --document FILE --verifier-key KEY',
      },
    )
  const trusted = givenTrust(flags, settings, ports) ?? {
    origin: settings.origin ?? key.split('+')[0] ?? '',
    key,
    quorum: 0,
  }
  const { sha256 } = await ports.files.digest(place.rebase(document))
  const text = await ports.files.readText(place.rebase(proof), { maxBytes: MAX_PROOF_LENGTH })
  const trust = logTrust(trusted, ports.noteKeys.hash)
  const logged = verifyLogProof(text, { document: `sha256:${sha256}` }, trust, ports.now(), ports.noteKeys)
  if (isFault(logged)) return tellFault(logged, json)
  const { index, leaf, checkpoint, witnesses, asOf } = logged
  process.stdout.write(
    json
      ? `${JSON.stringify({ index, leaf, origin: checkpoint.origin, size: checkpoint.size, witnesses, asOf }, null, 2)}\n`
      : `✔ ${document} is entry ${index} of ${checkpoint.size} in ${checkpoint.origin}, as ${leaf.type} of ${leaf.at}${asOf === undefined ? '' : `, cosigned as of ${asOf.toISOString()}`}\n`,
  )
  return 0
}
