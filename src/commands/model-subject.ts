import type { Subject } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Files } from '../ports.ts'

/** The model's files by digest, in `SHA256SUMS` order; none where no model is named. */
export async function modelSubject(settings: Settings, files: Files): Promise<Subject[]> {
  const names = settings.model.files ? await files.list(settings.model.files) : []
  const subjects: Subject[] = []
  for (const name of names) {
    const { sha256, bytes } = await files.digest(name)
    subjects.push({ name, digest: { sha256 }, bytes })
  }
  return subjects
}
