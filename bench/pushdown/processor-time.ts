import { readdirSync, readFileSync } from 'node:fs'

/** Of Linux' clock, in a second. */
const TICKS = 100

/** Seconds of the processor that this process and all below it have used, those that have ended among them. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childrenOf(process.pid).reduce((sum, child) => sum + timeBelow(child), 0)
}

function timeBelow(pid: number): number {
  const own = ofProcess(pid)
  return own + childrenOf(pid).reduce((sum, child) => sum + timeBelow(child), 0)
}

/** Its own time, and that of its children that have ended: proc(5). */
function ofProcess(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
  } catch {
    return 0
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap(task => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '))
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}
