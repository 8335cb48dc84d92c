import type { Check } from '../../evidence.ts'
import type { Status } from '../../verdict.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Fault, Gathered } from './bucket.ts'
import { timeText } from './duration.ts'
import { isRate } from './kinds.ts'
import { prepare } from './prepare.ts'
import type { Prepared } from './prepared.ts'
import type { SeriesResult, SeriesRow } from './result.ts'
import type { AnyRule, Finding } from './rule.ts'
import { RULES } from './rule-settings.ts'
import { seriesRow } from './series-row.ts'
import type { Series } from './settings.ts'
import { nothingJudged } from './wording.ts'

/** A series that was read, or why it could not be. */
export interface ReadSeries {
  readonly settings: Series
  /** The log, or the address of the server. */
  readonly source: string
  readonly gathered?: Gathered
  readonly failure?: { readonly reason: string; readonly hint?: string }
}

interface Asked {
  readonly rule: AnyRule
  readonly options: unknown
}

/** Places of a check's buckets that are told in its locations. */
const SHOWN = 20
const WORST_FIRST: readonly Status[] = ['fail', 'inconclusive', 'warn', 'pass']

/**
 * Judges every series by its rules. Each rule of each series has an equal part of alpha, and holds it over all buckets that it looks at: the
 * chance that any series fails though none has changed is at most alpha (Bonferroni), as far as a rule's own limit holds.
 */
export function judgeSeries(all: readonly ReadSeries[], alpha: number): { checks: Check[]; result: SeriesResult } {
  const tests = all.flatMap(({ settings }) => asked(settings).filter(({ rule }) => rule.inferential)).length
  const judged = all.map(one => judgeOne(one, alpha / Math.max(1, tests)))
  const used = RULES.filter(({ id }) => judged.some(({ rules }) => rules.has(id)))
  return {
    checks: judged.flatMap(({ checks }) => checks),
    result: {
      alpha,
      tests,
      rules: used.map(({ id, title, variant }) => ({ id, title, variant })),
      series: judged
        .map(({ row }) => row)
        .toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status)),
    },
  }
}

/** The rules of a series: the usual ones of its kind, with what the settings add, give options or leave out. */
const asked = ({ kind, rules }: Series): Asked[] =>
  RULES.flatMap(rule => {
    const said: unknown = rules[rule.id] ?? rule.usual.includes(kind)
    return said === false ? [] : [{ rule, options: said === true ? {} : said }]
  })

function judgeOne({ settings, source, gathered, failure }: ReadSeries, alpha: number) {
  const { name } = settings
  const series = prepare(gathered ?? NOTHING, settings)
  const flagged = new Map<number, string[]>()
  const checks: Check[] = []
  const rules = new Set<string>()
  if (failure || !gathered) checks.push(notRead(name, source, failure))
  else {
    checks.push(...faultChecks(name, source, gathered, settings.time))
    for (const { rule, options } of asked(settings)) {
      const finding = rule.judge(series, options, alpha)
      if (!finding) continue
      rules.add(rule.id)
      for (const place of finding.flagged ?? []) flagged.set(place, [...(flagged.get(place) ?? []), rule.id])
      checks.push(ruleCheck(series, source, rule, finding))
    }
    if (series.judged === 0) checks.push(notJudged(series, source))
  }
  const status = WORST_FIRST.find(one => checks.some(check => check.status === one)) ?? 'inconclusive'
  const row: SeriesRow = seriesRow(series, source, status, flagged, alpha)
  return { checks, row, rules }
}

const NOTHING: Gathered = { buckets: [], every: 1, rowsAreRequests: false, until: 0, rows: 0, faults: [] }

function ruleCheck(series: Prepared, source: string, rule: AnyRule, finding: Finding): Check {
  const { flagged = [], ...told } = finding
  const { name, log, value, events, count, time } = series.settings
  const column = (isRate(series.settings.kind) ? (events ?? value) : (value ?? count)) ?? time
  const locations = flagged.slice(0, SHOWN).map(place => {
    const line = series.buckets[place]?.line
    const note = timeText(series.first + place * series.every)
    return {
      file: log ?? source,
      ...(log === undefined ? {} : { column }),
      ...(line === undefined ? {} : { line }),
      note,
    }
  })
  const more =
    flagged.length > SHOWN ? [{ file: log ?? source, note: `and ${grouped(flagged.length - SHOWN)} more buckets` }] : []
  return {
    id: `${name}.${rule.id}`,
    title: `${name}: ${rule.claim}`,
    ...told,
    ...(locations.length > 0 ? { locations: [...locations, ...more] } : {}),
  }
}

/** What was wrong with times and values, each in one check; times are always told. */
function faultChecks(name: string, source: string, { faults, rows, buckets, every }: Gathered, time: string): Check[] {
  const [first, last] = [buckets[0], buckets.at(-1)]
  const span = first && last ? `, from ${timeText(first.start)} to ${timeText(last.start + every)}` : ''
  const about = (what: Fault['about']) => faults.filter(fault => fault.about === what)
  const title = { timestamps: 'times in order', values: 'readable values' }
  return (['timestamps', 'values'] as const).flatMap((what): Check[] => {
    const own = about(what)
    const [worst] = own
    if (!worst)
      return what === 'timestamps' && rows > 0
        ? [
            {
              id: `${name}.timestamps`,
              title: `${name}: ${title.timestamps}`,
              status: 'pass',
              reason: `Expected times in order and found ${grouped(rows)} rows in order${span}`,
            },
          ]
        : []
    return [
      {
        id: `${name}.${what}`,
        title: `${name}: ${title[what]}`,
        status: 'inconclusive',
        reason: `Expected ${title[what]} but found ${own.map(({ found }) => found).join('; ')}`,
        hint: worst.hint,
        locations: own.map(({ line, column }) => ({
          file: source,
          column: column ?? time,
          ...(line === undefined ? {} : { line }),
        })),
      },
    ]
  })
}

const notRead = (name: string, source: string, failure: ReadSeries['failure']): Check => ({
  id: `${name}.source`,
  title: `${name}: could be read`,
  status: 'inconclusive',
  reason: failure?.reason ?? 'Expected a series but found nothing',
  ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
  locations: [{ file: source }],
})

const notJudged = (series: Prepared, source: string): Check => ({
  id: `${series.settings.name}.judged`,
  title: `${series.settings.name}: has buckets to judge`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'buckets' },
  required: { comparator: '>=', value: 1, unit: 'buckets' },
  reason: nothingJudged(series),
  hint: "Give a longer log, or a shorter 'baseline'",
  locations: [{ file: source }],
})
