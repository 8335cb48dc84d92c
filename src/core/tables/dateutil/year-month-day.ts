/** A number, or a month by name, of a date; `label` where it says itself what it is. */
export interface Part {
  readonly value: number
  readonly label?: 'year' | 'month'
}

export interface ResolvedDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** Which of up to three parts is what, as dateutil finds it (American order where a date may be read in two ways); undefined where it refuses. */
export function resolveDate(parts: readonly Part[]): ResolvedDate | undefined {
  const year = parts.findIndex(({ label }) => label === 'year')
  const month = parts.findIndex(({ label }) => label === 'month')
  if (parts.filter(({ label }) => label === 'year').length > 1) return undefined
  const [a = 0, b = 0, c = 0] = parts.map(({ value }) => value)
  if (parts.length === 1) return month === 0 ? { month: a } : year === 0 || a > 31 ? { year: a } : { day: a }
  if (parts.length === 2) {
    if (month === -1) return a > 31 ? { year: a, month: b } : b > 31 ? { month: a, year: b } : { month: a, day: b }
    const [named, other] = month === 0 ? [a, b] : [b, a]
    return year !== -1 || other > 31 ? { month: named, year: other } : { month: named, day: other }
  }
  if (month !== -1 && year !== -1) {
    const day = parts.findIndex((_, i) => i !== month && i !== year)
    return { year: parts[year]?.value ?? 0, month: parts[month]?.value ?? 0, day: parts[day]?.value ?? 0 }
  }
  if (month === 0) return b > 31 ? { month: a, year: b, day: c } : { month: a, day: b, year: c }
  if (month === 1) return a > 31 ? { year: a, month: b, day: c } : { day: a, month: b, year: c }
  if (month === 2) return b > 31 ? { day: a, year: b, month: c } : { year: a, day: b, month: c }
  if (a > 31 || year === 0) return { year: a, month: b, day: c }
  return a > 12 ? { day: a, month: b, year: c } : { month: a, day: b, year: c }
}
