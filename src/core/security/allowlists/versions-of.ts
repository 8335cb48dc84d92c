import generations from './generations.json' with { type: 'json' }

type Library = Exclude<keyof (typeof generations)[number], undefined>

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** The versions of a library, from `first` on, that the lists were made from and checked against, oldest first. */
export function versionsOf(library: Library, first = '0'): string[] {
  const found = generations.flatMap(generation => generation[library] ?? [])
  return [...new Set(found)].filter(version => byNumber(version, first) >= 0).toSorted(byNumber)
}
