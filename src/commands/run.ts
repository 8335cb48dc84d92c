import { type Check, evidenceFile } from '../core/evidence.ts'
import { isKeyReference } from '../core/record/key-reference.ts'
import type { CommandName, Input } from '../core/settings/inputs.ts'
import { readSettings } from '../core/settings/read-settings.ts'
import type { Settings } from '../core/settings/schema.ts'
import { type Verdict, worstVerdict } from '../core/verdict.ts'
import type { Ports } from '../ports.ts'
import type { Certification } from './audit-record.ts'
import { baseFiles, mergeTarget } from './base-files.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { gateCommands, type ListedGate } from './gate-commands.ts'
import { type GateCommand, type Produced, produceEvidence, produceRefusedEvidence } from './produce-evidence.ts'
import { removeRecord } from './record/record-folder.ts'
import { type Bar, ownBar, takeBar } from './take-bar.ts'
import { takePolicy } from './take-policy.ts'
import { tellRecipients } from './tell-recipients.ts'
import { toldCertification } from './told-certification.ts'
import { HTML_REPORT_FILE, writeHtmlReport } from './write-html-report.ts'
import { writeReports } from './write-reports.ts'

/** What the face of a command (an action, the program) has understood of what its user gave. */
export interface Request {
  readonly command: CommandName
  /** Folder for evidence and certificates, seen from the root folder. */
  readonly out: string
  /** Name of the settings file in the root folder. */
  readonly config: string | undefined
  /** The same file seen from the repository's root. */
  readonly configPath: string | undefined
  readonly inputs: ReadonlyMap<string, readonly string[]>
  nameInput(input: Input): string
  rebase(path: string): string
  /** What signs, as the user gave it: PEM text, the address of a key, `keyless`, or a path typed in the working directory. */
  readonly key?: string | undefined
  /** The private key of the log, as text. */
  readonly logKey?: string | undefined
  /** A file that is the policy, in place of what the settings have. */
  readonly policy?: string | undefined
  /** Folder of the evidence that audit-record decides on; `out` unless given. */
  readonly evidence?: string | undefined
}

export interface Outcome {
  readonly command: CommandName
  readonly verdict: Verdict
  readonly exitCode: ExitCode
  readonly produced: readonly Produced[]
  readonly certification: Certification | undefined
  /** Tag of the release to publish a certificate in. */
  readonly release: string | undefined
  /** Whether a certificate goes to the forge's store of attestations too. */
  readonly attestations: boolean
}

/**
 * Runs one command from settings to evidence, and for `gate` and `audit-record` on to the certificate. What the user can mend
 * ends as evidence that says so; it is thrown only where there is no gate whose evidence could.
 */
export async function run(request: Request, ports: Ports): Promise<Outcome> {
  const { command, out } = request
  const gates = gateCommands.filter(({ gate }) => command === gate || command === 'gate')
  const records = command === 'gate' || command === 'audit-record'
  // First, because a scan of the folder they are in would take an old bill of materials for another tool's report.
  await writeReports(
    [],
    gates.map(({ gate }) => gate),
    out,
    ports,
  )
  await ports.files.remove(`${out}/${HTML_REPORT_FILE}`)
  const bar = await understood(request, ports)
  if ('error' in bar) {
    if (records) await removeRecord(out, ports)
    if (gates.length === 0) throw bar.error
    const refused = await reported(await refuseAll(gates, bar.error, ports, out))
    await shownAsPage(refused, undefined)
    return conclude(command, refused, undefined)
  }
  const base = baseFiles(request.configPath, ports)
  const based = base ? { ...ports, base } : ports
  const produced: Produced[] = []
  for (const gate of gates) {
    if (command !== 'gate' || isWanted(gate, bar.settings)) {
      ports.log.progress(`${gate.gate} …`)
      produced.push(await produceEvidence(gate, bar.settings, based, out, notesFor(gate, bar)))
    } else await ports.files.remove(`${out}/${evidenceFile(gate.gate)}`)
  }
  await reported(produced)
  const certification = records ? await certify(bar, request, ports) : undefined
  await shownAsPage(produced, certification)
  const outcome = conclude(command, produced, certification, bar.settings.record)
  const { verdict } = outcome
  const { settings } = bar
  const told = { command, verdict, evidence: shownOf(produced, certification), certification, settings, out }
  const untold = await tellRecipients(settings.connections, () => toldCertification(told, ports), ports)
  return outcome.exitCode === 0 && untold.length > 0 ? { ...outcome, exitCode: exitCode(verdict, untold) } : outcome

  function shownAsPage(produced: readonly Produced[], certification: Certification | undefined) {
    return writeHtmlReport(shownOf(produced, certification), certification, out, ports)
  }

  /** audit-record has produced nothing itself: it shows what it decided on. */
  function shownOf(produced: readonly Produced[], certification: Certification | undefined) {
    return gates.length > 0 ? produced.map(one => one.evidence) : (certification?.evidence ?? [])
  }

  async function reported(produced: readonly Produced[]) {
    const evidence = produced.map(one => one.evidence)
    await writeReports(
      evidence,
      gates.map(({ gate }) => gate),
      out,
      ports,
    )
    return produced
  }
}

async function refuseAll(
  gates: readonly GateCommand[],
  error: unknown,
  ports: Ports,
  out: string,
): Promise<Produced[]> {
  const produced: Produced[] = []
  for (const { gate } of gates) produced.push(await produceRefusedEvidence(gate, error, ports, out))
  return produced
}

function notesFor({ gate }: GateCommand, bar: Bar): readonly Check[] {
  const notes: Record<typeof gate, readonly Check[]> = {
    'data-validate': bar.dataChanges,
    'model-certify': bar.claimChanges,
    'security-scan': bar.securityChanges,
    'drift-compare': bar.driftChanges,
  }
  return notes[gate]
}

async function understood(request: Request, ports: Ports): Promise<Bar | { error: unknown }> {
  try {
    const file =
      request.config === undefined
        ? undefined
        : { name: request.config, text: await ports.files.readText(request.config) }
    const settings = readSettings({ ...request, ...(file ? { file } : {}) })
    const target = mergeTarget(ports)
    const bar =
      target && request.configPath !== undefined
        ? await takeBar(settings, request.configPath, target)
        : ownBar(settings)
    return await takePolicy(bar, request, ports)
  } catch (error) {
    return { error }
  }
}

async function certify(
  { settings, policyChanges, policyAt }: Bar,
  { key = '', logKey, out, evidence, rebase }: Request,
  ports: Ports,
): Promise<Certification> {
  const isReference = isKeyReference(key)
  const record = key === '' || isReference ? settings.record : { ...settings.record, key: rebase(key) }
  const options = {
    out,
    evidence,
    notes: policyChanges,
    policyUri: policyAt?.uri,
    policyCommit: policyAt?.commit,
    privateKey: isReference ? key : undefined,
    logKey,
  }
  const { auditRecord } = await import('./audit-record.ts')
  return auditRecord({ ...settings, record }, options, ports)
}

/** The gate runs what the policy requires or has rules about, and whatever else has something to look at. */
const isWanted = (command: ListedGate, settings: Settings) =>
  settings.policy.require.includes(command.gate) ||
  settings.policy.rules?.some(({ gate }) => gate === command.gate) ||
  command.isConfigured(settings)

function conclude(
  command: CommandName,
  produced: readonly Produced[],
  certification: Certification | undefined,
  { release, attestations = false }: { readonly release?: string | undefined; readonly attestations?: boolean } = {},
): Outcome {
  const verdict = certification?.verdict ?? worstVerdict(produced.map(({ evidence }) => evidence.verdict))
  const errors = [...produced, ...(certification ? [certification] : [])].flatMap(({ error }) =>
    error === undefined ? [] : [error],
  )
  return { command, verdict, exitCode: exitCode(verdict, errors), produced, certification, release, attestations }
}
