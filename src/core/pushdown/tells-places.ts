/** Whether a state says where a row stands, of groups of which that is not known: it holds NaN there. */
export function tellsPlaces(state: unknown): boolean {
  if (typeof state === 'number') return Number.isNaN(state)
  if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return false
  if (state instanceof Map) return [...state.values()].some(tellsPlaces)
  return (Array.isArray(state) || state instanceof Set ? [...state] : Object.values(state)).some(tellsPlaces)
}
