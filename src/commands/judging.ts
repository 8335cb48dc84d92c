import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'

type Certify = Settings['certify']

/** What claims are decided by: as much a part of the bar as they are. */
const OF_THE_BAR: readonly string[] = [
  'claims',
  'level',
  'costs',
  'class-costs',
  'weight',
  'cluster',
  'slices',
  'groups',
  'favourable',
  'looks',
  'anchor',
  'tolerance',
  'k',
  'beta',
  'top',
  'quantile',
  'season',
  'horizon',
] as const satisfies readonly (keyof Certify)[]

/** What the base branch looks at, a pull request may look at in a file of its own, but not leave out. */
const NOT_LEFT_OUT: readonly string[] = ['train', 'repeat', 'perturbed'] as const satisfies readonly (keyof Certify)[]

/** Files of rows, of which every model has its own. */
const FILES: ReadonlySet<string> = new Set<keyof Certify>([
  'predictions',
  'champion',
  'predict',
  'onnx',
  'attributes',
  'train',
  'repeat',
  'perturbed',
])

/** The pull request's settings, judged by the base branch's bar. */
export function judgedAsBase(head: Certify, base: Certify): Certify {
  const own = Object.entries(head).filter(([key]) => !OF_THE_BAR.includes(key))
  const bar = Object.entries(base).filter(([key]) => OF_THE_BAR.includes(key))
  const looked = Object.entries(base).filter(([key]) => NOT_LEFT_OUT.includes(key))
  return Settings.shape.certify.parse(Object.fromEntries([...looked, ...own, ...bar]))
}

/** Other changes to how a model is judged: those to the bar wait for the merge, those that come with the model take effect. */
export function judgingChanges(base: Certify, head: Certify, path: string): Check[] {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])]
    .filter(key => key !== 'claims' && !FILES.has(key))
    .toSorted()
  const changes = keys.flatMap(key => {
    const [from, to] = [written(base, key), written(head, key)]
    return from === to ? [] : [{ key, from, to }]
  })
  return [
    ...listed(
      changes.filter(({ key }) => OF_THE_BAR.includes(key)),
      {
        id: 'judging.changed',
        title: 'How claims are decided would change',
        consequence: "this run was decided by the base branch's",
        hint: 'The change takes effect after the merge: have the owner of the policy review it',
      },
      path,
    ),
    ...listed(
      changes.filter(({ key }) => !OF_THE_BAR.includes(key)),
      {
        id: 'judging.differs',
        title: 'The model is judged otherwise than on the base branch',
        consequence: 'this run was decided by it',
        hint: 'See that the change belongs to the new model, and does not make the same rows easier',
      },
      path,
    ),
  ]
}

interface Change {
  readonly key: string
  readonly from: string
  readonly to: string
}

function listed(
  changes: readonly Change[],
  { id, title, consequence, hint }: { id: string; title: string; consequence: string; hint: string },
  file: string,
): Check[] {
  if (changes.length === 0) return []
  const told = changes.map(({ key, from, to }) => `certify.${key} from ${from} to ${to}`).join(', ')
  return [
    {
      id,
      title,
      status: 'warn',
      reason: `This pull request changes ${told}; ${consequence}`,
      hint,
      locations: [{ file }],
    },
  ]
}

const written = (certify: Certify, key: string) =>
  JSON.stringify(Object.entries(certify).find(([name]) => name === key)?.[1] ?? null)
