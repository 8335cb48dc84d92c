import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Finding, Probe, Probes } from '../ports/probe.ts'

/** What one connection answered. */
export interface Examined {
  readonly name: string
  readonly findings: readonly Finding[]
}

/** Everything that was asked, in the order of the probes. */
export interface Diagnosis {
  readonly status: Finding['status']
  readonly examined: readonly Examined[]
}

export interface DoctorOptions {
  /** The settings, or why they cannot be read; undefined where there is no settings file. */
  readonly settings: { readonly name: string; readonly read: () => Promise<Settings> } | undefined
  /** Milliseconds after which a connection counts as not answering. */
  readonly limit?: number
}

const LIMIT = 30_000

/** Asks every connection that the settings and the environment configure whether it works, all at once, each for a limited time. */
export async function doctor({ settings, limit = LIMIT }: DoctorOptions, probes: Probes): Promise<Diagnosis> {
  const file = await readOnce(settings)
  const opened = await probes.open(file.settings)
  const asked = await Promise.all(opened.map(probe => askWithin(probe, limit)))
  const examined = [file.examined, ...asked]
  return { status: worst(examined.flatMap(({ findings }) => findings)), examined }
}

async function readOnce(
  given: DoctorOptions['settings'],
): Promise<{ settings: Settings | undefined; examined: Examined }> {
  if (given === undefined) {
    const found = 'there is none here: only what the environment configures is asked'
    const finding: Finding = {
      asked: 'settings',
      status: 'warn',
      found,
      remedy: 'Make one with proofmark init, or name it with --config',
    }
    return { settings: undefined, examined: { name: 'proofmark.yml', findings: [finding] } }
  }
  try {
    const settings = await given.read()
    return { settings, examined: { name: given.name, findings: [{ asked: 'settings', status: 'ok', found: 'read' }] } }
  } catch (error) {
    return { settings: undefined, examined: { name: given.name, findings: [failed('settings', error)] } }
  }
}

async function askWithin(probe: Probe, limit: number): Promise<Examined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<readonly Finding[]>(resolve => {
    const finding: Finding = {
      asked: 'answer',
      status: 'fail',
      found: `none in ${Math.round(limit / 1000)} seconds`,
      remedy: 'Check the address, the network between, and how busy the server is',
    }
    timer = setTimeout(() => resolve([finding]), limit)
  })
  try {
    const findings = await Promise.race([probe.ask(), late])
    return { name: probe.name, findings: findings.length > 0 ? findings : [nothing] }
  } catch (error) {
    return { name: probe.name, findings: [failed('connection', error)] }
  } finally {
    clearTimeout(timer)
  }
}

/** Nothing that was asked is nothing that works. */
const nothing: Finding = { asked: 'connection', status: 'warn', found: 'nothing could be asked of it' }

function failed(asked: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

const worst = (findings: readonly Finding[]): Finding['status'] =>
  (['fail', 'warn'] as const).find(status => findings.some(finding => finding.status === status)) ?? 'ok'
