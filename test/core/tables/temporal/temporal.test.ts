import { describe, expect, it } from 'vitest'
import { ISO } from '../../../../src/core/tables/temporal/format.ts'
import { temporalReader } from '../../../../src/core/tables/temporal/temporal-reader.ts'

function read(iso: RegExp, text: string, options: { format?: string; timezone?: boolean } = {}): number | string {
  const reader = temporalReader(iso, options)
  return 'read' in reader ? reader.read(text) : reader.unsupported
}

describe('dates and times are read as milliseconds of UTC', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '2024-02-29T23:59:59.999Z',
    '2000-02-29T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
    '0099-12-31T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2024-03-10T14:22:35+05:30',
    '2024-03-10T14:22:35-11:00',
  ])('as Date.parse does: %s', text => {
    expect(read(ISO.timestamp, text)).toBe(Date.parse(text))
  })

  it.each([
    ['2024-03-10 14:22', Date.UTC(2024, 2, 10, 14, 22)],
    ['2024-03-10T14:22:35,5+02', Date.UTC(2024, 2, 10, 12, 22, 35, 500)],
    ['2024-03-10T14:22:35.123456+0200', Date.UTC(2024, 2, 10, 12, 22, 35) + 123.456],
  ])('in other forms of ISO 8601: %s', (text, value) => {
    expect(read(ISO.timestamp, text)).toBeCloseTo(value, 6)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-00-10',
    '2024-13-10',
    '2024-04-31',
    '2024-1-1',
    '20240101',
    '2024-01-01 ',
    '+2024-01-01',
    '2024-01-00',
  ])('but not %s, which is no day', text => expect(read(ISO.date, text)).toBeNaN())

  it.each(['24:00', '23:60', '23:59:60', '7:05', '12', '12:00+19:00', '12:00+01:60'])(
    'nor %s, which is no time',
    text => expect(read(ISO.time, text)).toBeNaN(),
  )
})

describe('a format in letters of the JDK', () => {
  const day = Date.UTC(2024, 1, 9)
  it.each([
    ['yyyy-MM-dd', '2024-02-09', day],
    ['dd.MM.uuuu', '09.02.2024', day],
    ['d/M/yyyy', '9/2/2024', day],
    ['yyyyMMdd', '20240209', day],
    ['yyyy-MM', '2024-02', Date.UTC(2024, 1, 1)],
    ["yyyy-MM-dd'T'HH:mm:ss", '2024-02-09T01:02:03', day + 3_723_000],
    ['yyyy-MM-ddTHH:mm:ssZ', '2024-02-09T01:02:03Z', day + 3_723_000],
    ['yyyy-MM-ddTHH:mm:ssZ', '2024-02-09T01:02:03+01:00', day + 123_000],
    ['yyyy-MM-dd HH:mm:ss.SSSXXX', '2024-02-09 01:02:03.250+01:00', day + 123_250],
    ["dd 'o''clock' HH", "01 o'clock 05", 5 * 3_600_000],
    ['HH:mm:ss', '00:00:01', 1000],
  ])('%s reads %s', (format, text, value) => {
    expect(read(ISO.date, text, { format })).toBe(value)
  })

  it.each([
    ['yyyy-MM-dd', '2024-2-9'],
    ['d.M.yyyy', '9.2.24'],
    ['yyyy.MM', '2024-02'],
    ['yyyy-MM-dd', '2024-02-09T00:00'],
  ])('%s does not read %s', (format, text) => expect(read(ISO.date, text, { format })).toBeNaN())

  it.each(['dd MMM yyyy', 'hh:mm a', 'yy-MM-dd', 'yyyy-DDD', '[yyyy]', "yyyy'open", 'yyyy yyyy', 'G', 'EEEE'])(
    '%s is said not to be read',
    format => expect(read(ISO.date, '2024', { format })).toContain('uses letters that Proofmark does not read'),
  )
})

it('an offset is there or not there as the contract says', () => {
  expect(read(ISO.time, '12:00', { timezone: true })).toBeNaN()
  expect(read(ISO.time, '12:00Z', { timezone: true })).toBe(43_200_000)
  expect(read(ISO.time, '12:00Z', { timezone: false })).toBeNaN()
  expect(read(ISO.time, '12:00', { timezone: false })).toBe(43_200_000)
})
