import { expect, it } from 'vitest'
import { readCron } from '../../../src/core/cost/cron.ts'
import { monthlyMinutes, type Usage } from '../../../src/core/cost/monthly-minutes.ts'
import { runsPerMonth } from '../../../src/core/cost/runs-per-month.ts'
import { costLines } from '../../../src/report/cost-lines.ts'

const usage = (given: Partial<Usage>): Usage => ({
  schedules: [],
  others: 0,
  jobs: [40],
  runner: 'linux',
  plan: 'free',
  isPublic: false,
  ...given,
})

it.each([
  ['17 6 * * *', 365, 31],
  ['17 6 * * 1', 52, 5],
  ['0 0 1 * *', 12, 1],
  ['*/10 * * * *', 365 * 144, 31 * 144],
  ['0 9-17/2 * * mon-fri', 261 * 5, 23 * 5],
  ['0 0 29 2 *', 0, 0],
  // Both days are restricted: the 13th of a month, or a Friday; of 2027 one Friday is a 13th.
  ['0 0 13 * 5', 12 + 53 - 1, 6],
  ['0 0 * * 7', 52, 5],
  ['5,35 0 * jan,jul 0', 2 * 9, 10],
])('counts the runs of %s', (text, year, most) => {
  const counted = runsPerMonth(readCron(text))
  expect(Math.round(counted.mean * 12)).toBe(year)
  expect(counted.most).toBe(most)
})

it.each([
  '',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '*/0 * * * *',
  '5-1 * * * *',
  '1-2-3 * * * *',
  '*/5/5 * * * *',
  'a * * * *',
  '@daily',
])('refuses %s', text => expect(() => readCron(text)).toThrow(/Expected/))

it('bills each job by itself, rounded up to a whole minute', () => {
  expect(monthlyMinutes(usage({ others: 100, jobs: [1, 60, 61] }))).toMatchObject({ minutesPerRun: 4, billed: 400 })
  expect(monthlyMinutes(usage({ others: 100, jobs: [0] })).minutesPerRun).toBe(1)
})

it('takes the multiplier of the runner, and the price of what is beyond the plan', () => {
  expect(monthlyMinutes(usage({ others: 1500, jobs: [59], runner: 'windows' }))).toMatchObject({
    billed: 1500,
    used: 3000,
    beyond: 500,
    dollars: 5,
  })
  expect(monthlyMinutes(usage({ others: 9000, runner: 'self-hosted' }))).toMatchObject({
    billed: 9000,
    used: 0,
    beyond: 0,
  })
  expect(monthlyMinutes(usage({ others: 9000, isPublic: true }))).toMatchObject({ billed: 9000, used: 0, dollars: 0 })
})

it('warns of a schedule that GitHub would not keep', () => {
  const often = usage({ schedules: [readCron('*/2 * * * *')] })
  expect(costLines(monthlyMinutes(often), often).at(-1)).toEqual({
    tone: 'warn',
    text: "'*/2 * * * *' runs every 2 minutes; GitHub starts no schedule more often than every 5",
  })
  const hourly = usage({ schedules: [readCron('0 * * * *')] })
  expect(costLines(monthlyMinutes(hourly), hourly).filter(({ tone }) => tone === 'warn')).toEqual([])
})
