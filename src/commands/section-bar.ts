import type { Check } from '../core/evidence.ts'

/** Which keys of a section of the settings a pull request may bring, and which wait for the merge. */
export interface SectionRules<Section> {
  /** Its name, as messages have it. */
  readonly name: string
  /** What is decided here, such as 'claims are'. */
  readonly decided: string
  /** What is judged, such as 'The model is'. */
  readonly judged: string
  /** What decides: the base branch's counts. */
  readonly bar: readonly (keyof Section & string)[]
  /** What the base branch looks at: a pull request may look at it in a file of its own, but not leave it out. */
  readonly kept: readonly (keyof Section & string)[]
  /** What is not told: files of rows, of which every model has its own, and what is told elsewhere. */
  readonly untold: readonly (keyof Section & string)[]
}

/** The pull request's section, decided by what the base branch decides by; not yet validated as a whole. */
export function sectionAsBase<Section extends object>(
  head: Section,
  base: Section,
  { bar, kept }: SectionRules<Section>,
): Record<string, unknown> {
  const among = (keys: readonly string[], section: Section) =>
    Object.entries(section).filter(([key]) => keys.includes(key))
  const own = Object.entries(head).filter(([key]) => !includes(bar, key))
  return Object.fromEntries([...among(kept, base), ...own, ...among(bar, base)])
}

/** Changes to how a section judges: those to the bar wait for the merge, those that come with the model take effect. */
export function sectionChanges<Section extends object>(
  base: Section,
  head: Section,
  { name, decided, judged, bar, untold }: SectionRules<Section>,
  file: string,
): Check[] {
  const changes = [...new Set([...Object.keys(base), ...Object.keys(head)])]
    .filter(key => !includes(untold, key))
    .toSorted()
    .flatMap(key => {
      const [from, to] = [written(base, key), written(head, key)]
      return from === to ? [] : [{ key, text: `${name}.${key} from ${from} to ${to}` }]
    })
  const listed = (some: typeof changes, rest: Pick<Check, 'id' | 'title' | 'hint'>, consequence: string): Check[] =>
    some.length === 0
      ? []
      : [
          {
            ...rest,
            status: 'warn',
            reason: `This pull request changes ${some.map(({ text }) => text).join(', ')}; ${consequence}`,
            locations: [{ file }],
          },
        ]
  return [
    ...listed(
      changes.filter(({ key }) => includes(bar, key)),
      {
        id: 'judging.changed',
        title: `How ${decided} decided would change`,
        hint: 'The change takes effect after the merge: have the owner of the policy review it',
      },
      "this run was decided by the base branch's",
    ),
    ...listed(
      changes.filter(({ key }) => !includes(bar, key)),
      {
        id: 'judging.differs',
        title: `${judged} judged otherwise than on the base branch`,
        hint: 'See that the change belongs to the new model, and does not make the same rows easier',
      },
      'this run was decided by it',
    ),
  ]
}

const includes = (keys: readonly string[], key: string) => keys.includes(key)

const written = (section: object, key: string) =>
  JSON.stringify(Object.entries(section).find(([name]) => name === key)?.[1] ?? null)
