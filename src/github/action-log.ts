import { info, warning } from '@actions/core'
import type { Log } from '../ports.ts'

/** How long a step may be silent before it says how far it has come, milliseconds. */
const INTERVAL = 10_000

/** A step's log: warnings become annotations of the run, progress a line now and then. */
export function actionLog(): Log {
  let last = Date.now()
  return {
    info,
    warn: message => warning(message),
    progress(message) {
      if (Date.now() - last < INTERVAL) return
      last = Date.now()
      info(message)
    },
  }
}
