import generations from './generations.json' with { type: 'json' }

type Library = Exclude<keyof (typeof generations)[number], undefined>

/** The versions of a library that the lists were made from and checked against, oldest first. */
export function versionsOf(library: Library): string[] {
  const found = generations.flatMap(generation => generation[library] ?? [])
  return [...new Set(found)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
