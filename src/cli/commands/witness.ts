import { logPlace, trustOf } from '../../commands/log/open-log.ts'
import { mirrorCosignature, witnessLog } from '../../commands/log/witness-log.ts'
import { isFault } from '../../core/record/log/log-fault.ts'
import { isKeyName, MAX_NOTE_LENGTH } from '../../core/record/log/note.ts'
import { noteVerifier, readSignerKey, writeSignerKey, writeVerifierKey } from '../../core/record/log/note-key.ts'
import { UserError } from '../../core/user-error.ts'
import type { CliCommand } from '../cli-command.ts'
import { type GivenLog, givenLog, PLACE_FLAGS } from '../log/log-flags.ts'
import { tellFault } from '../log/log-read.ts'
import { parseFlags } from '../parse-flags.ts'

/** Variable whose text is the witness's private key where no file is named. */
const WITNESS_KEY = 'PROOFMARK_WITNESS_KEY'
const DEFAULT_KEY = 'proofmark-witness.key'
const DEFAULT_MEMORY = 'proofmark-witness.checkpoint'

const flags: CliCommand['flags'] = [
  ...PLACE_FLAGS,
  {
    name: 'witness-key',
    kind: 'value',
    description: `File with the witness's private key. Default: the text in ${WITNESS_KEY}`,
  },
  {
    name: 'memory',
    kind: 'value',
    description: `File that the witness remembers the log by. Default: ${DEFAULT_MEMORY}`,
  },
  { name: 'mirror', kind: 'switch', description: "Put the cosignature into the log's branch, where its readers look" },
  { name: 'name', kind: 'value', description: 'init: what the witness is called, e.g. audit.acme.example/w1' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
]

export const witness: CliCommand = {
  name: 'witness',
  summary:
    "Hold a log against what was seen of it before, and cosign it; from a place that the log's owner cannot write to",
  synopsis: '[init --name NAME] [--repository OWNER/NAME | --remote GIT] --verifier-key KEY [--mirror]',
  examples: [
    'proofmark witness init --name audit.acme.example/w1',
    'proofmark witness --repository acme/governance --verifier-key KEY --mirror',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const given = await givenLog(parsed)
    const { ports, place, last } = given
    const json = parsed.values.has('json')
    if (parsed.positionals[0] === 'init') return makeKey(given)
    const signer = await witnessSigner(given)
    const trust = trustOf(given.settings, {}, ports)
    const branch = ports.logs.open(logPlace(given.settings, ports.context))
    const memory = place.rebase(last('memory') ?? DEFAULT_MEMORY)
    const stored = (await ports.files.exists(memory))
      ? await ports.files.readText(memory, { maxBytes: MAX_NOTE_LENGTH })
      : undefined
    const seen = await witnessLog(branch, trust, { signer, stored }, ports)
    if (isFault(seen)) return tellFault(seen, json)
    // What was signed is kept before anybody is shown it: a witness that forgets could cosign a fork.
    await ports.files.write(memory, seen.note)
    if (parsed.values.has('mirror')) await mirrorCosignature(branch, trust, signer, seen, ports)
    const { size, at, before } = seen
    process.stdout.write(
      json
        ? `${JSON.stringify({ origin: trust.origin, size, before, at, note: seen.note }, null, 2)}\n`
        : `✔ ${trust.origin} continues ${before === undefined ? 'nothing: it was believed as it is' : `the ${before} entries seen before`}; ${size} cosigned at ${at.toISOString()}\n`,
    )
    return 0
  },
}

async function witnessSigner({ ports, place, last }: GivenLog) {
  const path = last('witness-key')
  const text =
    path === undefined ? process.env[WITNESS_KEY] : await ports.files.readText(place.rebase(path), { maxBytes: 4096 })
  const signer = readSignerKey(text ?? '', 4, ports.noteKeys.hash, ports.noteKeys.publicKey)
  if (signer !== undefined) return signer
  throw new UserError(
    'witness.key',
    `Expected the private key of a witness in ${path ?? WITNESS_KEY} but found ${text ? 'another text' : 'nothing'}`,
    {
      hint: 'Give the file that `proofmark witness init --name NAME` made by --witness-key, or its line in PROOFMARK_WITNESS_KEY',
    },
  )
}

async function makeKey({ ports, place, last }: GivenLog) {
  const name = last('name')
  const path = place.rebase(last('witness-key') ?? DEFAULT_KEY)
  if (name === undefined || !isKeyName(name))
    throw new UserError(
      'witness.name',
      `Expected --name to name the witness without spaces and + but found '${name ?? ''}'`,
      {
        hint: 'proofmark witness init --name audit.acme.example/w1',
      },
    )
  if (await ports.files.exists(path))
    throw new UserError('witness.exists', `Expected no file at ${path} but found one`, {
      file: path,
      hint: 'Move it away, or write the new key somewhere else: keys are never overwritten',
    })
  const seed = ports.noteKeys.generate()
  const signer = { ...noteVerifier(name, 4, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed }
  await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true })
  process.stdout.write(
    [
      `private key   ${path}   keep it secret: put its line into the secret ${WITNESS_KEY} of the witness's own repository`,
      `verifier key  ${writeVerifierKey(signer)}   put it into policy.trust.log.witnesses of those who read the log`,
      '',
    ].join('\n'),
  )
  return 0 as const
}
