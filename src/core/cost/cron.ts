import { UserError } from '../user-error.ts'

/** A schedule as a workflow writes it: five fields of POSIX cron, in UTC. */
export interface Cron {
  readonly text: string
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  /** Whether a day counts: by day of the month, month (1–12) and day of the week (0 for Sunday). */
  runsOn(day: number, month: number, weekday: number): boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Reads `17 6 * * 1-5`. Where both days are restricted, either of them counts (POSIX crontab). */
export function readCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 5)
    throw new UserError('cost.schedule', `Expected five fields but found ${fields.length} in '${text}'`, {
      hint: "As in a workflow: '17 6 * * 1' is every Monday at 6:17 UTC",
    })
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields
  const read = (field: string, least: number, greatest: number, names: readonly string[] = []) =>
    readField(field, { least, greatest, names, text })
  const days = read(day, 1, 31)
  const months = read(month, 1, 12, MONTHS)
  const weekdays = new Set([...read(weekday, 0, 7, DAYS)].map(each => each % 7))
  const [anyDay, anyWeekday] = [day.startsWith('*'), weekday.startsWith('*')]
  return {
    text,
    minutes: read(minute, 0, 59),
    hours: read(hour, 0, 23),
    runsOn(on, inMonth, atWeekday) {
      if (!months.has(inMonth)) return false
      if (anyDay || anyWeekday) return days.has(on) && weekdays.has(atWeekday)
      return days.has(on) || weekdays.has(atWeekday)
    },
  }
}

interface Field {
  readonly least: number
  readonly greatest: number
  readonly names: readonly string[]
  readonly text: string
}

function readField(field: string, { least, greatest, names, text }: Field): Set<number> {
  const wrong = (): UserError =>
    new UserError('cost.schedule', `Expected numbers from ${least} to ${greatest} but found '${field}' in '${text}'`, {
      hint: 'A number, a range 1-5, a list 1,3, a step */15, or any of them joined by commas',
    })
  const number = (word: string): number => {
    const named = names.indexOf(word.toLowerCase())
    const value = named >= 0 ? named + (least === 1 ? 1 : 0) : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN
    if (!(value >= least && value <= greatest)) throw wrong()
    return value
  }
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step, ...others] = part.split('/')
    const every = step === undefined ? 1 : /^[1-9]\d?$/.test(step) ? Number(step) : Number.NaN
    if (others.length > 0 || Number.isNaN(every)) throw wrong()
    const [from = '', to, ...more] = range.split('-')
    if (more.length > 0) throw wrong()
    const first = range === '*' ? least : number(from)
    const last = range === '*' || (to === undefined && step !== undefined) ? greatest : number(to ?? from)
    if (last < first) throw wrong()
    for (let value = first; value <= last; value += every) found.add(value)
  }
  return found
}
