import type { Document } from '../../documents/document.ts'
import { UserError } from '../../user-error.ts'

/** A policy kept elsewhere is the whole policy: what stands beside `policy.from` would be passed over, so it is refused. */
export function refuseBesideFrom(settings: Document): void {
  const policy = isMap(settings.value) ? settings.value.policy : undefined
  if (!isMap(policy) || policy.from === undefined) return
  const beside = Object.keys(policy).filter(key => key !== 'from')
  const [first] = beside
  if (first === undefined) return
  const place = settings.place(['policy', first])
  throw new UserError(
    'policy.beside-from',
    `Expected nothing beside 'policy.from' but found ${beside.map(key => `'${key}'`).join(', ')} (${place.text})`,
    {
      hint: 'Move it to where the policy is kept: that is the whole policy',
      ...(place.file === undefined ? {} : { file: place.file }),
      ...(place.line === undefined ? {} : { line: place.line }),
    },
  )
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
