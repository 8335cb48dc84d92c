import { CATALOGUE } from '../core/controls/catalogue/index.ts'
import type { Control } from '../core/controls/control.ts'
import { controlsOf } from '../core/controls/controls-of.ts'
import { type Check, Evidence, evidenceFile, type Findings, type GateName, type Subject } from '../core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../core/identifiers.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import { verdictOf } from '../core/verdict.ts'
import { VERSION } from '../core/version.ts'
import type { Ports } from '../ports.ts'
import { catalogueOf } from './catalogue-of.ts'
import { modelSubject } from './model-subject.ts'
import { withDialects } from './with-dialects.ts'
import { withOrigins } from './with-origins.ts'

/** A gate as a command: settings in, findings out. */
export interface GateCommand<Gate extends GateName = GateName> {
  readonly gate: Gate
  /** `out` is the folder that Proofmark itself writes to. */
  find(settings: Settings, ports: Ports, out: string): Promise<Findings<Gate>>
}

export interface Produced {
  readonly evidence: Evidence
  /** Where it was written. */
  readonly path: string
  /** Why the gate could not do its work; the evidence says it too. */
  readonly error?: unknown
}

/** Runs a gate and writes its evidence into the folder `out`, whatever happens: a gate that could not run leaves an inconclusive one. `notes` join its checks. */
export async function produceEvidence(
  command: GateCommand,
  settings: Settings,
  ports: Ports,
  out: string,
  notes: readonly Check[] = [],
): Promise<Produced> {
  const startedAt = ports.now()
  const path = `${out}/${evidenceFile(command.gate)}`
  let subject: Subject[] = []
  let catalogue: readonly Control[] = CATALOGUE
  try {
    catalogue = await catalogueOf(settings.controls, ports.files)
    subject = await withOrigins(await modelSubject(settings, ports.files, out, ports.log), ports)
    const tables = withDialects(ports.tables, settings.data.dialects)
    const findings = await command.find(settings, { ...ports, tables }, out)
    findings.checks.push(...notes)
    const materials = await withOrigins(findings.materials, ports)
    const evidence = dated(command.gate, startedAt, subject, { ...findings, materials }, ports, catalogue)
    await write(evidence)
    return { evidence, path }
  } catch (error) {
    const evidence = dated(command.gate, startedAt, subject, unable(error), ports, catalogue)
    await write(evidence)
    return { evidence, path, error }
  }

  function write(evidence: Evidence) {
    return ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`)
  }
}

/** Leaves the evidence of a gate that was never started, because its settings could not be read. */
export async function produceRefusedEvidence(
  gate: GateName,
  error: unknown,
  ports: Ports,
  out: string,
): Promise<Produced> {
  const evidence = dated(gate, ports.now(), [], unable(error), ports)
  const path = `${out}/${evidenceFile(gate)}`
  await ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`)
  return { evidence, path, error }
}

function dated(
  gate: GateName,
  startedAt: Date,
  subject: Subject[],
  found: Unable | Findings<GateName>,
  ports: Ports,
  catalogue: readonly Control[] = CATALOGUE,
): Evidence {
  const bearing = controlsOf(catalogue)
  const { repository, commit, ref, url, folder } = ports.context
  return Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(found.checks.map(check => check.status)),
    subject,
    ...found,
    checks: found.checks.map(check => withControls(check, bearing(gate, check.id))),
    tool: { name: 'proofmark', version: VERSION },
    run: {
      repository,
      commit,
      ref,
      url,
      folder,
      startedAt: startedAt.toISOString(),
      finishedAt: ports.now().toISOString(),
    },
  })
}

const withControls = (check: Check, controls: readonly string[]): Check =>
  controls.length === 0 ? check : { ...check, controls: [...controls] }

type Unable = Omit<Findings<GateName>, 'result'> & { result: null }

function unable(error: unknown): Unable {
  const known = error instanceof UserError
  const check = {
    id: known ? error.code : 'internal.error',
    title: known ? 'The gate could not run' : 'Proofmark itself failed',
    status: 'inconclusive' as const,
    reason: error instanceof Error ? error.message : String(error),
    ...(known && error.hint !== undefined ? { hint: error.hint } : {}),
    ...(known && error.file !== undefined
      ? { locations: [{ file: error.file, ...(error.line === undefined ? {} : { line: error.line }) }] }
      : {}),
  }
  return { materials: [], checks: [check], result: null }
}
