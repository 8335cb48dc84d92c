import { modelId } from '../model/model-id.ts'
import { subjectDifference } from '../model/subject-difference.ts'
import { type PromotionStep, promotionStep } from './promotion-step.ts'

/**
 * Whether the bytes that a target keeps are the certified model: the model id is computed from what was read there, under the names
 * the certificate has. `limits` says what a target leaves open.
 */
export function storedStep(
  id: 'stored' | 'read-back',
  stored: ReadonlyMap<string, string> | undefined,
  certified: { readonly id: string; readonly files: ReadonlyMap<string, string> },
  target: { readonly name: string; readonly limits: string | undefined },
  sha256: (text: string) => string,
): PromotionStep {
  if (stored === undefined)
    return promotionStep(id, 'passed', target.limits ?? `${target.name} keeps no bytes of the model`)
  const files = digests(stored)
  if (files.length > 0 && modelId(files, sha256) === certified.id)
    return promotionStep(
      id,
      'passed',
      `Hashed ${counted(stored.size)} at ${target.name}: the model id is ${certified.id}${
        id === 'stored' && target.limits !== undefined ? `. ${target.limits}` : ''
      }`,
    )
  const difference = subjectDifference(digests(certified.files), files)
  return promotionStep(
    id,
    'failed',
    `Expected the certified bytes at ${target.name} but found that ${difference ?? 'they make another model id'}`,
    'Find out who can write there, remove what is wrong, and promote again',
  )
}

const digests = (files: ReadonlyMap<string, string>) =>
  [...files].map(([name, sha256]) => ({ name, digest: { sha256 } }))
const counted = (files: number) => (files === 1 ? '1 file' : `${files} files`)
