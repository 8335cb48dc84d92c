import type { Change, Effect } from './change.ts'

/** A value as a change tells it. */
export const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** How one setting differs; none where it does not. `effect` says what the new value makes of the policy. */
export function differs<Value>(
  name: string,
  from: Value | undefined,
  to: Value | undefined,
  effect: (from: Value | undefined, to: Value | undefined) => Effect,
): Change[] {
  if (told(from) === told(to)) return []
  const text =
    from === undefined
      ? `sets ${name} to ${told(to)}`
      : to === undefined
        ? `takes away ${name} (${told(from)})`
        : `changes ${name} from ${told(from)} to ${told(to)}`
  return [{ text, effect: effect(from, to) }]
}

/** A number that asks for more the higher it is; without one, nothing is asked. */
export const higherIsStronger = (from: number | undefined, to: number | undefined): Effect =>
  (to ?? Number.NEGATIVE_INFINITY) > (from ?? Number.NEGATIVE_INFINITY) ? 'stronger' : 'weaker'

/** A number that allows more the higher it is; without one, everything is allowed. */
export const lowerIsStronger = (from: number | undefined, to: number | undefined): Effect =>
  (to ?? Number.POSITIVE_INFINITY) < (from ?? Number.POSITIVE_INFINITY) ? 'stronger' : 'weaker'

export const cannotTell = (): Effect => 'unknown'

/** What a list has more and less, each of its items told by name. */
export function listChanges<Item>(
  from: readonly Item[],
  to: readonly Item[],
  name: (item: Item) => string,
  effects: { readonly added: Effect; readonly removed: Effect },
): Change[] {
  const [before, after] = [from, to].map(list => new Set(list.map(told)))
  return [
    ...to.filter(item => !before?.has(told(item))).map(item => ({ text: `adds ${name(item)}`, effect: effects.added })),
    ...from
      .filter(item => !after?.has(told(item)))
      .map(item => ({ text: `removes ${name(item)}`, effect: effects.removed })),
  ]
}
