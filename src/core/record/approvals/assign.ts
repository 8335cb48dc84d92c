/**
 * Gives each place one of its candidates, nobody two places, and as many places as can be filled (augmenting paths, Kuhn 1955); of
 * equal choices the first. A place that stays empty is undefined.
 */
export function assign(places: readonly (readonly string[])[]): (string | undefined)[] {
  const placeOf = new Map<string, number>()
  const fill = (place: number, asked: Set<string>): boolean => {
    const people = places[place] ?? []
    const free = people.find(person => !placeOf.has(person))
    for (const person of free === undefined ? people : [free]) {
      if (asked.has(person)) continue
      asked.add(person)
      const held = placeOf.get(person)
      if (held === undefined || fill(held, asked)) {
        placeOf.set(person, place)
        return true
      }
    }
    return false
  }
  places.forEach((_, place) => {
    fill(place, new Set())
  })
  const personAt = new Map([...placeOf].map(([person, place]) => [place, person]))
  return places.map((_, place) => personAt.get(place))
}
