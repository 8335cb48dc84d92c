import { i as inconclusive } from './format.js';

const KEEP_OUT = 'keep the file out of the scanned paths';

/** Why the reading of a file was ended, and what to do; `memory` in MiB, `it` as the sentence calls the file. */
function stopReason(stop      , memory        , it = 'it')                                   {
  switch (stop.limit) {
    case 'time':
      return {
        reason: `Expected to read ${it} within ${stop.seconds} seconds but that was not enough, so reading was stopped`,
        hint: `Raise security.max-seconds, or ${KEEP_OUT}`,
      }
    case 'memory':
      return {
        reason: `Expected to read ${it} within ${memory} MiB of memory but it takes more, so reading was stopped`,
        hint: `Raise security.max-memory, or ${KEEP_OUT}`,
      }
    case 'change':
      return {
        reason: `Expected ${it} to stay as it is while it is read but it changed`,
        hint: 'Scan it after the last step that writes it',
      }
    case 'crash':
      return {
        reason: `Expected to read ${it} to its end but the process that read it ${stop.how}`,
        hint: `Report it as a fault of Proofmark, and ${KEEP_OUT} until it is mended`,
      }
  }
}

/** What is known of a file whose scan was stopped: that one cannot tell. */
function stoppedScan(stop      , { memory }                            )                {
  const { reason, hint } = stopReason(stop, memory);
  return { format: 'unread', title: 'not read', inspection: { ...inconclusive(reason, hint), limit: stop.limit } }
}

export { stoppedScan as a, stopReason as s };
