import { openLogToWrite, rememberSeen } from '../../commands/log/open-log.ts'
import { repairLog } from '../../commands/log/repair-log.ts'
import { isFault } from '../../core/record/log/log-fault.ts'
import { UserError } from '../../core/user-error.ts'
import { entryLines, logLines } from '../../report/log-lines.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { CliCommand } from '../cli-command.ts'
import { givenLog, LOG_KEY, PLACE_FLAGS, TRUST_FLAGS } from '../log/log-flags.ts'
import { logInit } from '../log/log-init.ts'
import { logProve, logVerifyProof } from '../log/log-proof.ts'
import { logDocument, takeLog, tellFault } from '../log/log-read.ts'
import { parseFlags } from '../parse-flags.ts'

const flags: CliCommand['flags'] = [
  ...PLACE_FLAGS,
  { name: 'key', kind: 'value', description: `File with the private key of the log. Default: the text in ${LOG_KEY}` },
  ...TRUST_FLAGS,
  { name: 'type', kind: 'list', description: 'entries: only those of these types' },
  { name: 'to-file', kind: 'value', description: 'prove: file to write. Default: the document, .tlog-proof after it' },
  { name: 'proof', kind: 'value', description: 'verify: a proof to verify offline, instead of the whole log' },
  { name: 'document', kind: 'value', description: 'verify: the file that the proof is about' },
  { name: 'to', kind: 'value', description: 'repair: the last good commit of the branch' },
  { name: 'reason', kind: 'value', description: 'repair: why, as it will be logged' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
]

export const log: CliCommand = {
  name: 'log',
  summary: 'Begin, verify, list, prove or repair the log of certificates and what happened to them',
  synopsis: 'init|verify|entries|prove ENTRY|repair [--repository OWNER/NAME | --remote GIT]',
  examples: [
    'proofmark log init --repository acme/governance',
    'proofmark log verify',
    'proofmark log entries --type promotion revocation',
    'proofmark log prove certificate.sigstore.json',
    'proofmark log verify --proof certificate.sigstore.json.tlog-proof --document certificate.sigstore.json',
    'proofmark log repair --to 4f2a91c0 --reason "a job wrote to the branch"',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const given = await givenLog(parsed)
    const json = parsed.values.has('json')
    const proof = given.last('proof')
    switch (parsed.positionals[0]) {
      case 'init':
        return logInit(given)
      case 'prove':
        return logProve(given, parsed)
      case 'verify':
      case 'entries': {
        if (proof !== undefined) return logVerifyProof(given, parsed, proof)
        const taken = await takeLog(given, parsed)
        if (isFault(taken)) return tellFault(taken, json)
        const { log: read, trust } = taken
        const types = parsed.values.get('type')
        const leaves = read.leaves.filter(({ leaf }) => types === undefined || types.includes(leaf.type))
        const entries = parsed.positionals[0] === 'entries'
        if (json)
          process.stdout.write(
            `${JSON.stringify({ ...logDocument(taken), ...(entries ? { entries: leaves } : {}) }, null, 2)}\n`,
          )
        else
          printLines(
            process.stdout,
            entries
              ? entryLines(leaves)
              : logLines({ ...logDocument(taken), witnessed: read.witnessed, quorum: trust.quorum }),
          )
        return 0
      }
      case 'repair': {
        const [to, reason] = [given.last('to'), given.last('reason')]
        if (to === undefined || reason === undefined)
          throw new UserError(
            'log.repair',
            `Expected ${to === undefined ? '--to COMMIT' : '--reason TEXT'} but found nothing`,
            {
              hint: 'proofmark log repair --to COMMIT --reason TEXT',
            },
          )
        const writer = await openLogToWrite(given.settings, process.env[LOG_KEY], given.ports)
        const repaired = await repairLog({ to, reason }, writer, given.ports)
        await rememberSeen(given.settings, repaired.note, given.ports)
        process.stdout.write(
          `${writer.branch.name} is as of ${to} again; the incident is entry ${repaired.entries[0]?.index}\n`,
        )
        return 0
      }
      default:
        throw new UserError(
          'log.subcommand',
          `Expected init, verify, entries, prove or repair but found '${parsed.positionals[0] ?? ''}'`,
          {
            hint: "'proofmark help log' explains each",
          },
        )
    }
  },
}
