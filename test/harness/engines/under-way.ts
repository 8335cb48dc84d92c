import { setTimeout as wait } from 'node:timers/promises'
import { tablesOf } from './tables-of.ts'

/** Tables of a folder and on engines, and the moment when an engine has been at a statement that reads a whole table for a second. */
export function underWay(folder: string) {
  let begin = () => {}
  const heard = new Promise<void>(resolve => {
    begin = resolve
  })
  const told = (text: string) => {
    if (/: ranges/.test(text)) begin()
  }
  return { tables: tablesOf(folder, { rows: 0, groups: 1400 }, { told }), begun: heard.then(() => wait(1000)) }
}
