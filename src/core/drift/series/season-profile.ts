import { medianOf } from '../../stats/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What repeats, as learnt from values by their time. */
export interface Profile {
  readonly name: string
  /** What is expected at a time; undefined where nothing like it was seen. */
  expected(time: number): number | undefined
  /** How far each value lies from what the others would have had expected of it, in the order of the values. */
  readonly left: readonly number[]
  /** Numbers that were learnt. */
  readonly parameters: number
}

interface Timed {
  readonly time: number
  readonly y: number
}

/** Weekday in UTC, Monday 0. */
const weekday = (time: number) => (Math.floor(time / DAY) + 3) % 7
const ofDay = (time: number) => time - Math.floor(time / DAY) * DAY
const ofWeek = (time: number) => weekday(time) * DAY + ofDay(time)
const ofMonth = (time: number) => (new Date(time).getUTCDate() - 1) * DAY + ofDay(time)

/** Values that each slot of a season must have on average before it is believed. */
const SUPPORT = 4
/** Rounds of the median polish. */
const ROUNDS = 10

/** The profiles that so many values allow, for the season that the settings want. */
export function profilesOf(
  values: readonly Timed[],
  every: number,
  season: 'auto' | 'none' | 'day' | 'week' | 'month',
): Profile[] {
  const within = every < DAY
  const candidates = {
    none: [() => slots('no season', values, () => 0)],
    day: within ? [() => slots('time of day', values, ofDay)] : [],
    week: [
      () => slots(within ? 'time of the week' : 'day of the week', values, ofWeek),
      ...(within ? [() => crossed(values)] : []),
    ],
    month: [() => slots('day of the month', values, ofMonth)],
  }
  const asked = season === 'auto' ? [...candidates.none, ...candidates.day, ...candidates.week] : candidates[season]
  return asked.flatMap(make => make() ?? [])
}

/** The median of each slot. */
function slots(name: string, values: readonly Timed[], slotOf: (time: number) => number): Profile | undefined {
  const bySlot = Map.groupBy(values, ({ time }) => slotOf(time))
  if (values.length < SUPPORT * bySlot.size) return undefined
  const medians = new Map<number, number>()
  const sorted = new Map<number, Float64Array>()
  for (const [slot, own] of bySlot) {
    if (own.length < 2) return undefined
    const all = Float64Array.from(own, ({ y }) => y).sort()
    sorted.set(slot, all)
    medians.set(slot, medianOf(all))
  }
  return {
    name,
    expected: time => medians.get(slotOf(time)),
    left: values.map(({ time, y }) => y - medianWithout(sorted.get(slotOf(time)) ?? new Float64Array(), y)),
    parameters: bySlot.size,
  }
}

/** The median of sorted values, one of them taken out. */
function medianWithout(sorted: Float64Array, y: number): number {
  const at = sorted.indexOf(y)
  const rest = (i: number) => sorted[i < at ? i : i + 1] ?? Number.NaN
  const n = sorted.length - 1
  return n % 2 === 1 ? rest((n - 1) / 2) : (rest(n / 2 - 1) + rest(n / 2)) / 2
}

/** Parts of a log that are left out in turn, each of whole weeks. */
const FOLDS = 4

/** Time of day and day of the week, added up: for as long as hours of the week were seen too rarely. */
function crossed(values: readonly Timed[]): Profile | undefined {
  const hours = new Set(values.map(({ time }) => ofDay(time))).size
  const parameters = hours + 6
  const weeks = new Set(values.map(({ time }) => weekOf(time)))
  if (weeks.size < 2 || values.length < SUPPORT * parameters || values.length < 14 * hours * 0.9) return undefined
  const all = polished(values)
  // Weeks left out in turn, lest a day that is high as a whole should seem to be as expected.
  const folds = Math.min(FOLDS, weeks.size)
  const foldOf = (time: number) => weekOf(time) % folds
  const others = Array.from({ length: folds }, (_, fold) =>
    polished(values.filter(({ time }) => foldOf(time) !== fold)),
  )
  return {
    name: 'time of day and day of the week',
    expected: all,
    left: values.map(({ time, y }) => y - (others[foldOf(time)]?.(time) ?? all(time) ?? y)),
    parameters,
  }
}

/** Weeks from Monday, counted from 1970. */
const weekOf = (time: number) => Math.floor((time / DAY + 3) / 7)

/** Median polish (Tukey 1977): what is expected at a time of day on a day of the week. */
function polished(values: readonly Timed[]): (time: number) => number | undefined {
  const hours = new Map(values.map(({ time }) => [ofDay(time), 0]))
  const days = new Map(values.map(({ time }) => [weekday(time), 0]))
  const byHour = Map.groupBy(values, ({ time }) => ofDay(time))
  const byDay = Map.groupBy(values, ({ time }) => weekday(time))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0
    for (const [hour, own] of byHour) {
      const level = medianOf(own.map(({ time, y }) => y - (days.get(weekday(time)) ?? 0)))
      moved = Math.max(moved, Math.abs(level - (hours.get(hour) ?? 0)))
      hours.set(hour, level)
    }
    for (const [day, own] of byDay) days.set(day, medianOf(own.map(({ time, y }) => y - (hours.get(ofDay(time)) ?? 0))))
    if (moved < 1e-4) break
  }
  return time => {
    const [hour, day] = [hours.get(ofDay(time)), days.get(weekday(time))]
    return hour === undefined || day === undefined ? undefined : hour + day
  }
}
