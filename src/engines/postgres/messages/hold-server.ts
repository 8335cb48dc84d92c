import { checkRow, columnsIn } from './check-rows.ts'
import { holdLogin } from './hold-login.ts'
import { protocolFault } from './protocol-fault.ts'
import { splitMessages } from './split-messages.ts'

/** By which a server knows a connection when it is asked to cancel its statement. */
export interface BackendKey {
  readonly process: number
  readonly secret: number
}

/** What goes to a server, and what comes from it. */
export interface HeldServer {
  /** Hears what was sent. */
  sent(chunk: Buffer): void
  /** The messages that are well in what came, one by one; an error where one is not. */
  heard(chunk: Buffer): Generator<Buffer>
  /** Told before the first statement, where the server can cancel. */
  key(): BackendKey | undefined
}

/** Bytes of a message that is no row. */
const MOST = 16_000_000
/** Bytes around the cells of a row. */
const AROUND = 16_384
/** Messages that a client need not hear, and others that may come. */
const UNHEARD: ReadonlySet<string> = new Set('NASK')
const KNOWN: ReadonlySet<string> = new Set('NASKRZETDCt12nI')

/**
 * Holds a server to the protocol, so that what reads its messages meets none that it has not asked for, that is cut off, or that says what is not
 * so. Statements alone are expected, without parameters: copies, cursors and notifications are never asked for.
 */
export function holdServer(bytes: number): HeldServer {
  const login = holdLogin()
  const split = splitMessages(mayCome)
  let isStarted = false
  let isIn = false
  /** Answers that are owed, each of which ends by ReadyForQuery. */
  let owed = 0
  let columns: number | undefined
  let key: BackendKey | undefined

  return {
    key: () => key,
    sent(chunk) {
      let left = chunk
      if (!isStarted) {
        isStarted = true
        owed = 1
        left = left.subarray(left.readUInt32BE(0))
      }
      for (; left.length > 4; left = left.subarray(1 + left.readUInt32BE(1))) {
        const type = String.fromCharCode(left[0] ?? 0)
        if (type === 'S' || type === 'Q') owed += 1
        if (type === 'p') login.sent(left.subarray(0, 1 + left.readUInt32BE(1)))
      }
    },
    *heard(chunk) {
      for (const message of split(chunk)) {
        const type = String.fromCharCode(message[0] ?? 0)
        check(type, message)
        if (!UNHEARD.has(type)) yield message
      }
    },
  }

  function mayCome(type: string, length: number): void {
    if (length < 5 || !KNOWN.has(type)) throw protocolFault('an answer that is no message of PostgreSQL')
    if (type === 'D' ? length > 2 * bytes + AROUND : length > MOST)
      throw type === 'D' ? new Error(`it gave more than ${bytes} bytes`) : protocolFault(`a message of ${length} bytes`)
  }

  function check(type: string, message: Buffer): void {
    if (type === 'N' || type === 'A' || type === 'S') return
    if (type === 'E') {
      needs(message.at(-1) === 0)
      return
    }
    if (owed === 0) throw protocolFault('an answer that nobody has asked for')
    if (!isIn) checkLogin(type, message)
    else if (type === 'T') columns = columnsIn(message)
    else if (type === 'D') checkRow(message, columns)
    else if (type === 'C') {
      needs(message.at(-1) === 0)
      columns = undefined
    } else if (type === 'Z') {
      needs(message.length === 6)
      owed -= 1
      columns = undefined
    } else if (type === 'R' || type === 'K') throw outOfOrder()
    else needs(message.length === (type === 't' ? 7 : 5))
  }

  function checkLogin(type: string, message: Buffer): void {
    if (type === 'R') login.heard(message)
    else if (type === 'K') {
      needs(message.length === 13)
      key = { process: message.readUInt32BE(5), secret: message.readUInt32BE(9) }
    } else if (type === 'Z' && login.isIn()) {
      needs(message.length === 6)
      isIn = true
      owed -= 1
    } else throw outOfOrder()
  }
}

function needs(isWell: boolean): void {
  if (!isWell) throw protocolFault('an answer that is cut off')
}

const outOfOrder = (): Error => protocolFault('an answer that is out of order')
