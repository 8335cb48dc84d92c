import { isAscii } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { hashBytes, hashed } from '../../../src/core/tables/hash-bytes.ts'
import type { Reader } from '../../../src/core/tables/types/define-type.ts'
import { logicalTypeOf } from '../../../src/core/tables/types/logical-type-of.ts'
import { scanInKernel } from '../../../src/tables/csv/scan-in-kernel.ts'
import { scanRows } from '../../../src/tables/csv/scan-rows.ts'
import { undouble } from '../../../src/tables/csv/undouble.ts'
import { textBatches } from '../../../src/tables/text/batches.ts'
import { cellText } from '../../../src/tables/text/cell-text.ts'
import { BEYOND, type Kernel, startKernel } from '../../../src/tables/text/kernel/kernel.ts'
import { startScanner } from '../../../src/tables/text/kernel/scanner.ts'
import { oddQuotes } from '../../../src/tables/text/odd-quotes.ts'
import { roomFor } from '../../../src/tables/text/scanned-rows.ts'
import type { Segment } from '../../../src/tables/text/segments.ts'
import { random } from '../../core/drift/random.ts'

const COMMA = 0x2c

/** Text as a segment of a file in a kernel's memory, the byte after its end a line break as the reader of segments leaves it. */
function segmentIn(kernel: Kernel, text: string): Segment {
  const written = Buffer.from(`${text}\n`)
  const size = written.length + BEYOND
  const address = kernel.take(size)
  const bytes = Buffer.from(kernel.bufferTo(address, size), address, written.length)
  bytes.set(written)
  return { bytes, base: 0, start: 0, end: bytes.length - 1, ascii: isAscii(written) }
}

/** The batch of a table of one column. */
function columnOf(texts: readonly string[]) {
  const kernel = startKernel()
  const scanner = startScanner(kernel, 1, scanInKernel(kernel, COMMA))
  const segment = segmentIn(kernel, `${texts.join('\n')}\n`)
  scanner.scan(segment, 0)
  expect(scanner.found.rows).toBe(texts.length)
  return textBatches(kernel, scanner, undouble, undefined)(segment).cells(0)
}

/** Rows of a table, some of them wrong. */
function rowsOf(uniform: () => number, width: number): string {
  const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
  const quotes = pick('none', 'some', 'many')
  const faults = uniform() < 0.3 ? 0.02 : 0
  const cell = () => {
    const plain = pick('', 'a', 'grün', 'x'.repeat(Math.floor(uniform() * 150)), 'a\rb', '12', '2024-02-29')
    if (uniform() < faults) return pick('"', 'a"b', '"a"b', 'a,b')
    if (quotes === 'none' || uniform() < (quotes === 'some' ? 0.9 : 0.2)) return plain
    return `"${plain}${pick('', ',', '""', '\n', '\r\n', '"",""\n', ','.repeat(70))}"`
  }
  const rows = Array.from({ length: 1 + Math.floor(uniform() * 40) }, () => {
    const cells = Array.from({ length: width }, cell).join(',')
    return uniform() < faults ? '' : cells
  })
  const end = pick('\n', '\r\n')
  return rows.join(end) + pick('', end)
}

describe('the compiled scanner', () => {
  it('finds the rows, cells and faults that the other one does', () => {
    let faults = 0
    const kernel = startKernel()
    const scanners = [1, 2, 3, 4, 5].map(width => startScanner(kernel, width, scanInKernel(kernel, COMMA)))
    for (let seed = 1; seed <= 4000; seed++) {
      const { uniform } = random(seed)
      const width = 1 + Math.floor(uniform() * scanners.length)
      const scanner = scanners[width - 1] ?? startScanner(kernel, width, scanInKernel(kernel, COMMA))
      const text = rowsOf(uniform, width)
      const segment = segmentIn(kernel, text)
      const other = roomFor(width, 8192)
      const expected = scanRows(segment.bytes, 0, segment.end, COMMA, other)
      const rows: { begin: number | undefined; starts: number[]; ends: number[] }[] = []
      let at: ReturnType<typeof scanner.scan> = 0
      do {
        at = scanner.scan(segment, at)
        rows.push(...found(scanner.found))
      } while (typeof at === 'number' && at < segment.end && scanner.found.blank === -1)
      expect(rows, JSON.stringify(text)).toEqual(found(other))
      expect({ at, blank: scanner.found.blank }, JSON.stringify(text)).toEqual({ at: expected, blank: other.blank })
      if (typeof expected !== 'number') faults += 1
    }
    expect(faults).toBeGreaterThan(300)
  })

  it('goes on where there was no more room, in rows longer than its blocks', () => {
    const table = Array.from({ length: 10_000 }, (_, i) => [`${i}`, 'y'.repeat(i % 200), i % 3 ? 'z' : 'z"z'])
    const rows = table.map(([a, b, c]) => `${a},"${b}",${c === 'z' ? c : '"z""z"'}`)
    const kernel = startKernel()
    const scanner = startScanner(kernel, 3, scanInKernel(kernel, COMMA))
    const segment = segmentIn(kernel, rows.join('\r\n'))
    const texts: string[] = []
    for (let at: ReturnType<typeof scanner.scan> = 0; at !== segment.end; ) {
      at = scanner.scan(segment, Number(at))
      const { starts, ends, rows, width } = scanner.found
      for (let row = 0; row < rows; row++) {
        texts.push(
          `${[0, 1, 2].map(i => cellText(segment, starts[row * width + i] ?? 0, ends[row * width + i] ?? 0, undouble))}`,
        )
      }
    }
    expect(texts).toEqual(table.map(String))
  })

  const found = ({ rows, width, starts, ends, begins }: ReturnType<typeof roomFor>) =>
    Array.from({ length: rows }, (_, row) => ({
      begin: begins[row],
      starts: [...starts.subarray(row * width, (row + 1) * width)],
      ends: [...ends.subarray(row * width, (row + 1) * width)],
    }))
})

it('quotes are odd where the other counter says so', () => {
  const { uniform } = random(3)
  const kernel = startKernel()
  const address = kernel.take(4096)
  const bytes = Buffer.from(kernel.bufferTo(address, 4096), address, 4096)
  for (let round = 0; round < 20; round++) {
    for (let i = 0; i < bytes.length; i++) bytes[i] = uniform() < 0.3 ? 0x22 : Math.floor(uniform() * 256)
    for (let i = 0; i < 500; i++) {
      const start = Math.floor(uniform() * 200)
      const end = start + Math.floor(uniform() * (i < 250 ? 40 : 3000))
      expect(kernel.oddQuotes(address + start, address + end) !== 0).toBe(oddQuotes(bytes, start, end))
    }
  }
})

describe('cells of a column', () => {
  it.each(['number', 'integer', 'date', 'timestamp'] as const)('are read as their text is: %s', name => {
    const { uniform } = random(11)
    for (const options of [{}, { timezone: true }, { timezone: false }]) {
      const reader = logicalTypeOf(name).reader(options)
      if (!reader || !('read' in reader) || !reader.form) throw new Error(`${name} has no form`)
      for (let batch = 0; batch < 12; batch++) {
        const texts = Array.from({ length: 680 }, () => nearlyValues(uniform))
          .flat()
          .slice(0, 4000)
        const unread = texts.map(text => text || 'x')
        const values = columnOf(unread).values(reader)
        for (const [row, text] of unread.entries()) {
          expect(values[row], `${text} as ${name}`).toBe(reader.read(text))
        }
      }
    }
  })

  it('are read by the kernel itself where their form is common', () => {
    const never = (form: 'decimal' | 'whole' | 'day' | 'time') => ({
      form: { is: form },
      read: (text: string) => {
        throw new Error(`${text} was left to JavaScript`)
      },
    })
    expect([...columnOf(['-12.5', '"7"', '+.5', '3.', '123456789012345']).values(never('decimal'))]).toEqual([
      -12.5, 7, 0.5, 3, 123456789012345,
    ])
    expect([...columnOf(['-12', '"7"', '007']).values(never('whole'))]).toEqual([-12, 7, 7])
    expect([...columnOf(['2024-02-29', '0001-01-01']).values(never('day'))]).toEqual([
      Date.UTC(2024, 1, 29),
      Date.parse('0001-01-01T00:00:00Z'),
    ])
    expect([...columnOf(['2024-02-29T23:59:59.125', '2024-02-29 00:00Z']).values(never('time'))]).toEqual([
      Date.UTC(2024, 1, 29, 23, 59, 59, 125),
      Date.UTC(2024, 1, 29),
    ])
  })

  it('round as Number does, however many digits they have', () => {
    const { uniform } = random(8)
    const below = (n: number) => Math.floor(uniform() * n)
    const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('')
    const made = Array.from({ length: 20_000 }, () => {
      const [before, after] = [below(6), 1 + below(14)]
      const text = `${uniform() < 0.5 ? '-' : ''}${digits(before)}.${before === 0 ? '000000' : ''}${digits(after)}`
      return uniform() < 0.2 ? `${text}${uniform() < 0.5 ? 'e-' : 'E-0'}${below(4)}` : text
    })
    const written = Array.from({ length: 20_000 }, () => String((uniform() - 0.5) * 10 ** (below(16) - 5)))
    // Between two doubles, and just beside.
    const between = [0n, 1n, 2n, 3n].flatMap(places =>
      Array.from({ length: 2000 }, () => {
        const odd = 2n * ((1n << 52n) + BigInt(Math.floor(uniform() * 2 ** 40))) + 1n
        const whole = odd * 5n ** places + BigInt(below(3) - 1)
        const text = String(whole)
        return places === 0n ? text : `${text.slice(0, -Number(places))}.${text.slice(-Number(places))}`
      }),
    )
    const texts = [
      ...made,
      ...written,
      ...between,
      '-0',
      '-0.0e5',
      '1e5',
      '1e22',
      '00000000000000000000000.5',
      '18446744073709551615',
      '9999999999999999999',
      '0.0000000000000000000000000012345678901234567',
    ]
    let left = 0
    const reader: Reader = {
      form: { is: 'decimal' },
      read(text) {
        left += 1
        return Number(text)
      },
    }
    for (let from = 0; from < texts.length; from += 1000) {
      const part = texts.slice(from, from + 1000)
      expect([...columnOf(part).values(reader)]).toEqual(part.map(Number))
    }
    expect(left).toBeLessThan(10)
  })

  it('hash as their text does, are empty, and have the number of their text', () => {
    const { uniform } = random(5)
    const letters = ['a', 'é', '😀', '"', ',', '\n', '12']
    const word = () =>
      Array.from({ length: Math.floor(uniform() * 30) }, () => letters[Math.floor(uniform() * letters.length)]).join('')
    const words = Array.from({ length: 200 }, word)
    const texts = Array.from({ length: 3000 }, () => words[Math.floor(uniform() * uniform() * words.length)] ?? '')
    const cells = columnOf(texts.map(text => `"${text.replaceAll('"', '""')}"`))
    const { a, b, c } = cells.hashes
    for (const [row, text] of texts.entries()) {
      const bytes = Buffer.from(text)
      hashBytes(bytes, 0, bytes.length)
      expect([a[row], b[row], c[row]], text).toEqual([...hashed])
      expect(cells.empty[row], text).toBe(text === '' ? 1 : 0)
      expect(cells.text(row)).toBe(text)
    }
  })

  it('have the number of their text until there are too many texts', () => {
    const { uniform } = random(6)
    const words = [
      '',
      'a',
      'b',
      'ok',
      'approved',
      'approved!',
      'approved?',
      'refused and sent back to the bank',
      'ä'.repeat(32),
    ]
    const texts = Array.from({ length: 3000 }, () => words[Math.floor(uniform() * words.length)] ?? '')
    const { codes } = columnOf(texts.map(text => `"${text}"`))
    expect(Array.from(codes?.of ?? [], code => codes?.texts[code])).toEqual(texts)
    expect(columnOf(Array.from({ length: 3000 }, (_, i) => `v${i}`)).codes).toBeUndefined()
    expect(columnOf(['a', 'z'.repeat(65)]).codes).toBeUndefined()
  })

  it('are numbered rightly in memory that a column given up has left', () => {
    const kernel = startKernel()
    const scanner = startScanner(kernel, 4, scanInKernel(kernel, COMMA))
    const few = ['a', 'abcdefgh', 'abcdefghi', 'b', '']
    const rows = Array.from({ length: 600 }, (_, i) => {
      const text = few[i % few.length] ?? ''
      return [`abcdefghijklmnopqrstuvw${i}`, text, `${i}-`.repeat(10), text]
    })
    const segment = segmentIn(kernel, `${rows.map(cells => cells.join(',')).join('\n')}\n`)
    scanner.scan(segment, 0)
    const batch = textBatches(kernel, scanner, undouble, undefined)(segment)
    const memory = () => kernel.memory.buffer.byteLength
    expect(batch.cells(0).codes).toBeUndefined()
    const before = memory()
    for (const column of [1, 2, 3]) {
      const { codes } = batch.cells(column)
      if (column === 2) expect(codes).toBeUndefined()
      else
        expect(Array.from(codes?.of ?? [], code => codes?.texts[code])).toEqual(rows.map(cells => cells[column] ?? ''))
    }
    // Of three columns, one had to take tables of its own (84 KB).
    expect(memory() - before).toBeLessThan(200_000)
  })
})

/** Texts that are values, or nearly. */
function nearlyValues(uniform: () => number): string[] {
  const pick = (letters: string) => letters[Math.floor(uniform() * letters.length)] ?? ''
  const some = (letters: string, most: number) =>
    Array.from({ length: Math.floor(uniform() * most) }, () => pick(letters)).join('')
  const two = (limit: number) => String(Math.floor(uniform() * limit)).padStart(2, '0')
  const day = `${1900 + Math.floor(uniform() * 200)}-${two(14)}-${two(33)}`
  const time = `${two(26)}:${two(62)}${pick(' ')}`.trim() + (uniform() < 0.5 ? `:${two(62)}` : '')
  return [
    `${pick('+-  ')}${some('0123456789', 18)}${uniform() < 0.5 ? `.${some('0123456789', 12)}` : ''}`.trim(),
    some('0123456789.-+eE', 8),
    String((uniform() - 0.5) * 10 ** Math.floor(uniform() * 40 - 20)),
    day,
    `${day}${pick('T _')}${time}${uniform() < 0.3 ? `.${some('0123456789', 11)}` : ''}${pick('Z  ')}`.trim(),
    `${day}T${time}+02:00`,
  ]
}
