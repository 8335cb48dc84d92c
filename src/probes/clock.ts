import type { Finding } from '../ports/probe.ts'

/** Seconds by which two clocks may differ; S3 refuses requests at 15 minutes, and time stamps are believed by the minute. */
const HARMLESS = 60
const HARMFUL = 300

/** This machine's clock beside that of a server, by the Date of its answer, which has whole seconds. None where it sent no date. */
export function clock(date: string | undefined, now = new Date()): readonly Finding[] {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return []
  const off = Math.trunc((now.getTime() - theirs) / 1000)
  const size = Math.abs(off)
  if (size <= HARMLESS) return [{ asked: 'clock', status: 'ok', found: `within ${HARMLESS} seconds of ours` }]
  const found = `ours is ${size} seconds ${off > 0 ? 'ahead' : 'behind'}`
  const remedy = 'Set the clock of this machine, e.g. by NTP: signatures and requests carry its time'
  return [{ asked: 'clock', status: size <= HARMFUL ? 'warn' : 'fail', found, remedy }]
}
