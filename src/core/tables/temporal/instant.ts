const DAY = 86_400_000
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Milliseconds since 1970-01-01T00:00Z that a match's fields name, a text without an offset read as UTC; NaN for a day or hour that does not exist. */
export function instant(fields: Readonly<Record<string, string | undefined>>): number {
  const year = Number(fields.year ?? 1970)
  const month = Number(fields.month ?? 1)
  const day = Number(fields.day ?? 1)
  const [hour, minute, second] = [fields.hour, fields.minute, fields.second].map(text => Number(text ?? 0))
  if (hour === undefined || minute === undefined || second === undefined) return Number.NaN
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN
  const fraction = fields.fraction === undefined ? 0 : Number(`0.${fields.fraction}`)
  const ofDay = ((hour * 60 + minute) * 60 + second + fraction) * 1000
  return daysSince1970(year, month, day) * DAY + ofDay - offset(fields.offset)
}

/** Milliseconds that local time is ahead of UTC. */
function offset(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0
  const digits = text.replace(':', '')
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3, 5))]
  if (hours > 18 || minutes > 59) return Number.NaN
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; the Gregorian calendar repeats every 400 years of 146097 days. */
const daysSince1970 = (year: number, month: number, day: number): number =>
  Date.UTC(year + 400, month - 1, day) / DAY - 146_097
