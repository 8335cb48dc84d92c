import { RECORD_FILES, type RecordFile } from '../../core/record/statement/record-files.ts'
import type { Ports, ReleaseAsset } from '../../ports.ts'

/** The files of one certification, as they are written. */
export interface RecordFolder {
  write(name: RecordFile, content: string | Uint8Array): Promise<void>
  /** What was written and is published beside the model. */
  readonly published: readonly ReleaseAsset[]
}

/** Writes a record's files into the folder `out`. */
export function recordFolder(out: string, { files }: Ports): RecordFolder {
  const published: ReleaseAsset[] = []
  return {
    published,
    async write(name, content) {
      await files.write(`${out}/${name}`, content)
      if (!RECORD_FILES[name].published) return
      published.push({ name, content: typeof content === 'string' ? new TextEncoder().encode(content) : content })
    },
  }
}

/** Folder of what proves the approvals that were counted, each called by its digest. */
export const approvalsFolder = (out: string): string => `${out}/approvals`

const BY_DIGEST = /\/[0-9a-f]{64}\.json$/

/** Removes what an earlier run recorded. */
export async function removeRecord(out: string, { files }: Ports): Promise<void> {
  for (const name of Object.keys(RECORD_FILES)) await files.remove(`${out}/${name}`)
}

/** Removes the approvals that an earlier run has counted, but for what this one is to read. Receipts that `approve` wrote have other names. */
export async function removeApprovals(out: string, inputs: readonly string[], { files }: Ports): Promise<void> {
  const folder = approvalsFolder(out)
  if (!(await files.exists(folder))) return
  for (const path of await files.list([folder]))
    if (BY_DIGEST.test(path) && !inputs.includes(path)) await files.remove(path)
}
