/** A column's name as ids and titles carry it, shortened where it is very long. */
export const columnLabel = (name: string): string => (name.length > 200 ? `${name.slice(0, 199)}…` : name)
