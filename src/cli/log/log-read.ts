import type { ExitCode } from '../../commands/exit-code.ts'
import { logSigner, openLog, rememberSeen } from '../../commands/log/open-log.ts'
import { type ReadLog, readLog } from '../../commands/log/read-log.ts'
import { encodeBase64 } from '../../core/record/log/base64.ts'
import { faultVerdict, isFault, type LogFault } from '../../core/record/log/log-fault.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import { visible } from '../../report/markdown/escape.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { ParsedFlags } from '../parse-flags.ts'
import { type GivenLog, givenTrust, LOG_KEY } from './log-flags.ts'
import { policyLog } from './policy-log.ts'

/** A log that was read whole, and what it was read with. */
export interface TakenLog {
  readonly log: ReadLog
  readonly trust: LogTrust
}

/** Reads and verifies the log that is meant, and remembers what was seen of it. To list its entries no witness is needed. */
export async function takeLog(given: GivenLog, flags: ParsedFlags): Promise<TakenLog | LogFault> {
  const { settings, ports } = given
  const signer = await logSigner(settings, process.env[LOG_KEY], ports)
  const listing = flags.positionals[0] === 'entries'
  const trusted = givenTrust(flags, settings, ports) ?? (listing ? undefined : await policyLog(given))
  const opened = await openLog(settings, { trusted, signer }, ports)
  const log = await readLog(opened.branch, opened.trust, opened.seen, ports)
  if (isFault(log)) return log
  await rememberSeen(settings, log.note, ports)
  return { log, trust: opened.trust }
}

/** Says why a log is not believed. 1: something is wrong; 2: one cannot tell, for want of witnesses. */
export function tellFault({ fault, message, hint }: LogFault, json: boolean): ExitCode {
  const undecided = faultVerdict(fault) === 'inconclusive'
  if (json) process.stdout.write(`${JSON.stringify({ fault, message, hint }, null, 2)}\n`)
  else
    printLines(process.stdout, [
      { tone: undecided ? 'inconclusive' : 'failed', text: `${undecided ? '?' : '✘'} ${visible(message)}` },
      { tone: 'plain', text: `    → ${hint}` },
    ])
  return undecided ? 2 : 1
}

/** A log as JSON has it. */
export const logDocument = ({ log, trust }: TakenLog) => ({
  origin: trust.origin,
  commit: log.commit,
  size: log.checkpoint.size,
  root: encodeBase64(log.checkpoint.root),
  unsigned: log.unsigned,
  witnessed: {
    size: log.witnessed.size,
    ...(log.witnessed.asOf === undefined ? {} : { asOf: log.witnessed.asOf }),
    cosigned: log.witnessed.cosigned.map(({ name, at, checkpoint }) => ({ name, at, size: checkpoint.size })),
  },
})
