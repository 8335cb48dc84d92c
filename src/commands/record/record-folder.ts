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

/** Removes what an earlier run recorded. */
export async function removeRecord(out: string, { files }: Ports): Promise<void> {
  for (const name of Object.keys(RECORD_FILES)) await files.remove(`${out}/${name}`)
}
