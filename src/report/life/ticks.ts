const DAY_MS = 86_400_000
/** Steps of an axis: days within a month, then whole months. */
const STEPS = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { months: 24 },
  { months: 60 },
] as const

/** Times to label on an axis, at most `most` of them: days from the first, or firsts of months, in UTC. */
export function ticks(from: number, to: number, most: number): { readonly at: number; readonly label: string }[] {
  for (const step of STEPS) {
    const found = 'days' in step ? byDays(from, to, step.days) : byMonths(from, to, step.months)
    if (found.length <= most)
      return found.map(at => {
        const date = new Date(at).toISOString()
        return { at, label: 'days' in step ? date.slice(5, 10) : date.slice(0, 7) }
      })
  }
  return []
}

function byDays(from: number, to: number, days: number): number[] {
  if ((to - from) / DAY_MS > 400) return Array.from({ length: 401 }, () => 0)
  const first = Math.ceil(from / DAY_MS) * DAY_MS
  const found: number[] = []
  for (let at = first; at <= to; at += days * DAY_MS) found.push(at)
  return found
}

function byMonths(from: number, to: number, months: number): number[] {
  const start = new Date(from)
  const found: number[] = []
  const year = start.getUTCFullYear()
  for (let month = 0; ; month += months) {
    const at = Date.UTC(year, month, 1)
    if (at > to || found.length > 1000) return found
    if (at >= from) found.push(at)
  }
}
