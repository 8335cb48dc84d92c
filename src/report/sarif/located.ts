import type { Check, Evidence, Location } from '../../core/evidence.ts'

/** The places of one check, at least one: where it names none, the file that its question was asked of. */
export function located(check: Check, { materials, subject }: Evidence): readonly Location[] {
  if (check.locations && check.locations.length > 0) return check.locations
  const asked = materials.find(({ role }) => ASKED_OF.includes(role)) ?? materials[0] ?? subject[0]
  return [{ file: asked?.name ?? 'proofmark.yml' }]
}

const ASKED_OF = ['data', 'predictions', 'current', 'artefact']
