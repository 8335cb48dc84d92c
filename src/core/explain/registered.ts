/** What a folder's index exports, by id: the order of a module's exports is not everywhere the same. */
export const registered = <T extends { readonly id: string }>(registry: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(registry).toSorted((a, b) => (a.id < b.id ? -1 : 1))
