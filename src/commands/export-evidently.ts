import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { serialNumber } from '../report/cyclonedx/serial-number.ts'
import { evidentlySnapshot } from '../report/evidently/snapshot.ts'
import { readReport } from './read-report.ts'

/** Where a snapshot goes: a file, or a project of a workspace folder. */
export type EvidentlyPlace = { readonly file: string } | { readonly workspace: string; readonly project: string }

/** Writes what drift-compare found, from its evidence, as a snapshot of Evidently's. Gives the path of it. */
export async function exportEvidently(evidence: string, place: EvidentlyPlace, ports: Ports): Promise<string> {
  const { files, sha256 } = ports
  const found = (await readReport(evidence, ports)).find(({ gate }) => gate === 'drift-compare')
  const snapshot = found?.gate === 'drift-compare' ? evidentlySnapshot(found, sha256) : undefined
  if (!snapshot)
    throw new UserError('export.nothing', `Expected compared columns in the evidence of ${evidence} but found none`, {
      hint: 'Run proofmark drift-compare on a reference and a current table first',
    })
  const text = `${JSON.stringify(snapshot)}\n`
  if ('file' in place) {
    await files.write(place.file, text)
    return place.file
  }
  const { workspace, project } = place
  const folder = `${workspace}/${uuid(sha256(`proofmark project ${project}`))}`
  if (!(await files.exists(`${folder}/metadata.json`))) {
    const metadata = {
      id: uuid(sha256(`proofmark project ${project}`)),
      name: project,
      description: null,
      org_id: null,
      version: '2',
    }
    await files.write(`${folder}/metadata.json`, `${JSON.stringify(metadata, null, 2)}\n`)
  }
  // The same result is the same snapshot, however often it is exported.
  const path = `${folder}/snapshots/${uuid(sha256(text))}.json`
  await files.write(path, text)
  return path
}

const uuid = (digest: string): string => serialNumber(digest).replace('urn:uuid:', '')
