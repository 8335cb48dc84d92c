/** Rules by their names: from a map, from a list of maps of one key each, or of bare names. */
export function named(value: unknown): [string, unknown][] {
  if (typeof value === 'string') return [[value, undefined]]
  if (Array.isArray(value)) return value.flatMap(named)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
