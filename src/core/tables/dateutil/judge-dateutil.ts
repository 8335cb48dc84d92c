import type { Judgement } from '../measures/judged-cells.ts'
import { type Part, type ResolvedDate, resolveDate } from './year-month-day.ts'

/** Longest text that is judged. */
const MAX_TEXT = 100
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = `(?:${MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)`
const DAYS = [
  'mon',
  'monday',
  'tue',
  'tuesday',
  'wed',
  'wednesday',
  'thu',
  'thursday',
  'fri',
  'friday',
  'sat',
  'saturday',
  'sun',
  'sunday',
]

/** Words that dateutil knows somewhere in a date, besides names of months and days (dateutil 2.7 to 4.0, `parserinfo`). */
const WORDS = new Set(
  'at on and ad m t of st nd rd th h hour hours minute minutes s second seconds am a pm p utc gmt z'.split(' '),
)
/** Marks that never stand in a date. */
const STRANGE = /[!"#$%&*<=>?@[\\\]^_`{|}~]/
const WORD = /(?<![A-Za-z.])[A-Za-z]+(?![A-Za-z.])/g

const expression = (source: string) => new RegExp(`^${source}$`, 'i')
const WITH_DAY = expression(`(${DAYS.join('|')}),? (.+)`)
const WITH_TIME = /^(.+?)(?:[Tt]|,? )(\d{1,2}:\d{2}.*|\d{4}|\d{6}(?:\.\d+)?)$/
const TIME = expression(
  '(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:\\.\\d+)?)? ?([ap]m?)?(?:(?<![apm]) ?(?:z|utc|gmt)|(?<=[apm]) (?:z|utc|gmt)| ?[+-](?:\\d{4}|\\d{1,2}(?::\\d{2})?))?',
)
const PACKED_TIME = /^(\d\d)(\d\d)(?:(\d\d)(?:\.\d+)?)?$/
const NUMBERS = /^(\d{1,4})([-/.])(\d{1,4})(?:\2(\d{1,4}))?$/
const PACKED = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/
const SHORT = /^(\d\d)(\d\d)(\d\d)$/
const NAMED = [
  expression(`(?<day>\\d{1,2})(?<gap>[-/ ])(?<month>${MONTH})(?:\\k<gap>(?<year>\\d{2}|\\d{4}))?`),
  expression(`(?<month>${MONTH}) (?<day>\\d{1,2})(?:,? (?<year>\\d{2}|\\d{4}))?`),
  expression(`(?<month>${MONTH})(?: (?<year>\\d{4}))?`),
]

/**
 * Whether python-dateutil's parser takes a text for a date or time. What it takes cannot be told in a few rules, so only the forms that
 * are in use are followed (ISO 8601, numbers divided by - / or ., names of months, times of day with zones; and texts that hold what no
 * date holds): any other text is undecided, and so is one for which it depends on the day on which it is read.
 */
export function judgeDateutil(text: string): Judgement {
  if (text.length > MAX_TEXT || /[^ -~]|^ | $|\d{21}/.test(text)) return 'undecided'
  if (isStrange(text)) return 'fail'
  if (/^\d+$/.test(text) && !SHORT.test(text) && !PACKED.test(text)) return judgeNumber(text)
  if (TIME.test(text)) return judgeTime(text)
  const [, weekday, written = text] = WITH_DAY.exec(text) ?? []
  const [, before = written, time] = readDate(written) === undefined ? (WITH_TIME.exec(written) ?? []) : []
  // Of two times, the second counts.
  if (time !== undefined && /^\d{12,}$/.test(before)) return 'undecided'
  const date = readDate(before)
  if (date === undefined) return 'undecided'
  if (date === 'refused') return 'fail'
  const isWhole = date.year !== undefined && date.month !== undefined && date.day !== undefined
  if ((weekday !== undefined || time !== undefined) && !isWhole) return 'undecided'
  const judged = judgeDate(date)
  return judged === 'pass' && time !== undefined ? judgeTime(time) : judged
}

/** Whether a mark or a word stands in it that dateutil takes nowhere; after `of` it takes anything. */
function isStrange(text: string): boolean {
  const words = text.match(WORD) ?? []
  if (words.some(word => word.toLowerCase() === 'of')) return false
  if (STRANGE.test(text)) return true
  return words.some(word => {
    const lower = word.toLowerCase()
    // Any short word in capitals may be the name of a zone.
    const isZone = word.length <= 5 && word === word.toUpperCase()
    return !isZone && !WORDS.has(lower) && !isMonth(lower) && !DAYS.includes(lower)
  })
}

const isMonth = (word: string) => expression(MONTH).test(word)

/** A number alone is a day up to 31, else a year. */
function judgeNumber(text: string): Judgement {
  const value = Number(text)
  if (value > 31) return value <= 9999 ? 'pass' : 'fail'
  if (value === 0) return 'fail'
  return value <= 28 ? 'pass' : 'undecided'
}

function readDate(text: string): ResolvedDate | 'refused' | undefined {
  const short = SHORT.exec(text)
  const numbers = short ?? NUMBERS.exec(text)
  if (numbers) {
    const parts = (short ? numbers.slice(1) : [numbers[1], numbers[3], numbers[4]]).flatMap(each => each ?? [])
    // A decimal, to dateutil.
    if (!short && numbers[2] === '.' && parts.length === 2) return undefined
    return resolved(parts.map(partOf))
  }
  const packed = PACKED.exec(text)
  if (packed) {
    const [, year, month, day, hour = '00', minute = '00', second = '00'] = packed
    if (judgeClock(hour, minute, second) === 'fail') return 'refused'
    return { year: Number(year), month: Number(month), day: Number(day) }
  }
  for (const form of NAMED) {
    const { day, gap = ' ', month, year } = form.exec(text)?.groups ?? {}
    if (month === undefined) continue
    const named: Part = {
      value: MONTHS.findIndex(name => name.startsWith(month.slice(0, 3).toLowerCase())) + 1,
      label: 'month',
    }
    const given = [day, year].map(each => (each === undefined ? [] : [gap === ' ' ? numberPart(each) : partOf(each)]))
    const [ofDay = [], ofYear = []] = given
    return resolved(form === NAMED[0] ? [...ofDay, named, ...ofYear] : [named, ...ofDay, ...ofYear])
  }
  return undefined
}

const resolved = (parts: readonly Part[]) => withCentury(resolveDate(parts), parts) ?? 'refused'

/** Written between marks, three digits and more are a year; standing alone, what is above 100. */
const partOf = (text: string): Part => ({ value: Number(text), ...(text.length > 2 && { label: 'year' }) })
const numberPart = (text: string): Part => ({ value: Number(text), ...(Number(text) > 100 && { label: 'year' }) })

/** Two digits are a year of these decades: of which century matters to 29 February only, and 2000 had one. */
function withCentury(date: ResolvedDate | undefined, parts: readonly Part[]): ResolvedDate | undefined {
  const isFull = parts.some(({ label }) => label === 'year')
  return date?.year !== undefined && date.year < 100 && !isFull ? { ...date, year: 2000 + date.year } : date
}

function judgeDate({ year, month, day }: ResolvedDate): Judgement {
  if (year !== undefined && (year < 1 || year > 9999)) return 'fail'
  if (month !== undefined && (month < 1 || month > 12)) return 'fail'
  if (day === undefined) return 'pass'
  // Without a year or a month it is one of those in which it is read.
  const longest = month === undefined ? 31 : daysIn(year ?? 2000, month)
  if (day < 1 || day > longest) return 'fail'
  const shortest = month === undefined ? 28 : daysIn(year ?? 2001, month)
  return day <= shortest ? 'pass' : 'undecided'
}

const daysIn = (year: number, month: number) => {
  const date = new Date(Date.UTC(2000, month, 0))
  date.setUTCFullYear(year, month, 0)
  return date.getUTCDate()
}

function judgeTime(text: string): Judgement {
  const packed = PACKED_TIME.exec(text)
  if (packed) return judgeClock(packed[1], packed[2], packed[3])
  const found = TIME.exec(text)
  if (!found) return 'undecided'
  const [, hour, minute, second, half] = found
  if (half !== undefined && Number(hour) > 12) return 'fail'
  return judgeClock(hour, minute, second)
}

const judgeClock = (hour = '0', minute = '0', second = '0'): Judgement =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 ? 'pass' : 'fail'
