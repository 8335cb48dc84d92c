import { Writable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { terminalLog } from '../../src/terminal/terminal-log.ts'

function stream(isTTY: boolean) {
  const written: string[] = []
  const sink = new Writable({ write: (chunk, _, done) => void (written.push(String(chunk)) && done()) })
  return { written, sink: Object.assign(sink, { isTTY, columns: 40 }) as unknown as NodeJS.WriteStream }
}

it('shows progress in place on a terminal and clears it at the end', () => {
  const { written, sink } = stream(true)
  const log = terminalLog(sink)
  log.progress('big.csv: 1000 rows')
  log.progress('big.csv: 2000 rows, and a text that is longer than the terminal is wide')
  log.done()
  expect(written.join('')).toBe('big.csv: 1000 rows\r\u001b[2Kbig.csv: 2000 rows, and a text that is \r\u001b[2K')
})

it('says plain lines at intervals elsewhere', () => {
  vi.useFakeTimers()
  const { written, sink } = stream(false)
  const log = terminalLog(sink)
  log.progress('1000 rows')
  vi.advanceTimersByTime(6_000)
  log.progress('2000 rows')
  log.progress('3000 rows')
  expect(written).toEqual(['2000 rows\n'])
  vi.useRealTimers()
})

it('says warnings even when quiet, and nothing else', () => {
  const { written, sink } = stream(true)
  const log = terminalLog(sink, { quiet: true })
  log.info('hello')
  log.progress('1000 rows')
  log.warn('careful')
  expect(written).toEqual(['warning: careful\n'])
})
