import { describe, expect, test } from 'vitest'
import { judgeLogs } from './judge-files.ts'
import { aLog } from './logs.ts'

const log = aLog({ seed: 1, hours: 21 * 24 })
const lines = log.trimEnd().split('\n')
const volume = { name: 'requests', kind: 'volume', log: 'log.csv', count: 'requests' }
const judged = (text: string, series: Record<string, unknown> = volume) => judgeLogs([series], { 'log.csv': text })
const joined = (...parts: readonly (readonly string[])[]) => `${parts.flat().join('\n')}\n`

test('a log as it should be passes, its order told', async () => {
  const { verdict, check } = await judged(log)
  expect(verdict).toBe('passed')
  expect(check('requests.timestamps').reason).toBe(
    'Expected times in order and found 504 rows in order, from 2024-01-01T00:00Z to 2024-01-22T00:00Z',
  )
})

describe('what is wrong with the times is stated, and never passes', () => {
  test.each([
    [
      'rows out of order',
      joined(lines.slice(0, 100), lines.slice(150), lines.slice(100, 150)),
      /50 rows out of order, one of them by 404h/,
    ],
    [
      'a clock set back',
      joined(lines.slice(0, 300), lines.slice(250)),
      /49 rows out of order, one of them by 49h .*; 50 rows whose time was there before/,
    ],
    [
      'a row twice',
      joined(lines.slice(0, 300), lines.slice(299)),
      /1 rows whose time was there before, such as 2024-01-13T10:00Z/,
    ],
    ['no time', log.replace('2024-01-13T10:00:00Z', 'yesterday'), /1 rows without a readable time/],
    [
      'a clock that jumped to 2124',
      log.replace('2024-01-21T23:00:00Z', '2124-01-21T23:00:00Z'),
      /more than 100 000 buckets of 1h/,
    ],
    ['a clock at 1970', log.replace('2024-01-13T10:00:00Z', '1970-01-01T00:00:00Z'), /more than 100 000 buckets of 1h/],
  ])('%s', async (_, text, reason) => {
    const { verdict, check } = await judged(text)
    expect(verdict).toBe('inconclusive')
    expect(check('requests.timestamps')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringMatching(reason),
    })
    expect(check('requests.timestamps').locations?.[0]).toMatchObject({ file: 'log.csv', column: 'timestamp' })
  })

  test('rows out of order within what is allowed pass', async () => {
    const text = joined(lines.slice(0, 100), lines.slice(101, 102), lines.slice(100, 101), lines.slice(102))
    expect((await judged(text)).verdict).toBe('inconclusive')
    expect((await judged(text, { ...volume, disorder: '1h' })).verdict).toBe('passed')
  })
})

describe('what is wrong with the values is stated, and never passes', () => {
  const cell = (line: number, value: string) => {
    const [time, , ...rest] = (lines[line] ?? '').split(',')
    return joined(lines.slice(0, line), [[time, value, ...rest].join(',')], lines.slice(line + 1))
  }

  test.each([
    ['words', 'many', 'no number in 1 rows of requests'],
    ['less than none', '-5', 'a negative number in 1 rows of requests'],
    ['NaN', 'NaN', 'no number in 1 rows of requests'],
  ])('%s', async (_, value, found) => {
    const { verdict, check } = await judged(cell(400, value))
    expect(verdict).not.toBe('passed')
    expect(check('requests.values')).toMatchObject({
      status: 'inconclusive',
      reason: `Expected readable values but found ${found}`,
    })
    expect(check('requests.values').locations).toEqual([{ file: 'log.csv', line: 401, column: 'requests' }])
  })

  test('more events than requests', async () => {
    const errors = { name: 'errors', kind: 'error-rate', log: 'log.csv', count: 'requests', events: 'errors' }
    const { check } = await judged(cell(400, '0'), errors)
    expect(check('errors.values').reason).toBe(
      'Expected readable values but found more events than requests in 1 rows of errors',
    )
  })

  test('a quantile per row that would have to be joined', async () => {
    const latency = {
      name: 'latency',
      kind: 'latency',
      log: 'log.csv',
      count: 'requests',
      value: 'latency',
      every: '2h',
      baseline: '14d',
    }
    const { check } = await judged(log, latency)
    expect(check('latency.values')).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected readable values but found 252 rows that share a bucket of 2h with another',
    })
  })
})

describe('a series that can’t be judged is inconclusive', () => {
  test('without its column, while others are judged', async () => {
    const { check, verdict } = await judgeLogs([{ ...volume, name: 'orders', count: 'orders' }, volume], {
      'log.csv': log,
    })
    expect(verdict).toBe('inconclusive')
    expect(check('orders.source').reason).toBe(
      "Expected a column 'orders' in log.csv but found timestamp, requests, errors, latency",
    )
    expect(check('requests.seasonal-z').status).toBe('pass')
  })

  test('shorter than its baseline, or empty', async () => {
    const short = await judged(joined(lines.slice(0, 200)))
    expect(short.check('requests.judged').reason).toBe(
      'Expected buckets to judge but found none: the series is no longer than its baseline, 199 buckets',
    )
    const empty = await judged(joined(lines.slice(0, 1)))
    expect(empty.verdict).toBe('inconclusive')
  })
})

describe('logs of requests', () => {
  const requests = (minutes: (hour: number) => number) => {
    const rows = ['timestamp,ms']
    for (let hour = 0; hour < 20 * 24; hour++) {
      const every = minutes(hour)
      for (let minute = 0; minute < 60; minute += every)
        rows.push(`${new Date(Date.UTC(2024, 0, 1, hour, minute, 7)).toISOString()},${90 + ((hour * 7 + minute) % 20)}`)
    }
    return joined(rows)
  }

  test('are counted, an hour without any being one of zero', async () => {
    const { check, row } = await judged(
      requests(hour => (hour === 400 ? 100 : 1)).replaceAll(/2024-01-17T16:.*\n/g, ''),
      { name: 'requests', kind: 'volume', log: 'log.csv' },
    )
    expect(check('requests.seasonal-z')).toMatchObject({ status: 'fail', measured: { value: 0 } })
    expect(row('requests').flagged.map(({ at }) => at)).toEqual(['2024-01-17T16:00:00.000Z'])
  })

  test('give latencies by request: their quantile is judged, and the last hour may be cut off', async () => {
    const { verdict, check } = await judged(`${requests(() => 1)}2024-01-21T00:00:01Z,95\n`, {
      name: 'latency',
      kind: 'latency',
      log: 'log.csv',
      value: 'ms',
    })
    expect(check('latency.latency-quantiles')).toMatchObject({ status: 'pass', measured: { n: 8641 } })
    expect(verdict).toBe('passed')
  })
})
