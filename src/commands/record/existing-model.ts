import type { Subject } from '../../core/evidence.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'
import { modelSubject } from '../model-subject.ts'

/** The model's files by digest. Refuses settings that name none, and a model that is not there. */
export async function existingModel(settings: Settings, out: string, { files, log }: Ports): Promise<Subject[]> {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out, log)
  if (subject.length > 0) return subject
  throw new UserError(
    'record.no-model',
    `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
    { hint: 'Build or fetch the model before audit-record' },
  )
}
