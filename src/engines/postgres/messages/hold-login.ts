import { protocolFault } from './protocol-fault.ts'

/** Rounds of a password's hash at most: more would keep this process from doing anything else. PostgreSQL has 4096 unless told otherwise. */
const MOST_ROUNDS = 1_000_000
const BODY = 9
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** What a server asks for before it lets in, by the number of the message: AuthenticationOk, …CleartextPassword, …MD5Password, …SASL and what follows. */
const OK = 0
const PASSWORD = 3
const MD5 = 5
const SASL = 10
const CHALLENGE = 11
const PROOF = 12

/** Holds a server's side of a login to the order and the form of RFC 5802, with whatever proof it owes. */
export function holdLogin() {
  let before: number | undefined
  let nonce: string | undefined
  return {
    isIn: () => before === OK,
    /** Hears what was sent to the server in its course. */
    sent(message: Buffer): void {
      nonce ??= /,r=([^,]+)$/.exec(message.toString('latin1'))?.[1]
    },
    heard(message: Buffer): void {
      if (message.length < BODY) throw protocolFault('a login that cannot be read')
      const asked = message.readUInt32BE(BODY - 4)
      const body = message.toString('latin1', BODY)
      const isInOrder =
        asked === CHALLENGE
          ? before === SASL
          : asked === PROOF
            ? before === CHALLENGE
            : asked === OK
              ? // Who has not shown that it knows the password, too, may be anybody.
                before !== SASL && before !== CHALLENGE && before !== OK
              : before === undefined
      if (!isInOrder) throw protocolFault('a login that is out of order')
      if (asked === SASL && !body.split('\0').includes('SCRAM-SHA-256'))
        throw protocolFault(`a login that is not known: ${printed(body)}`)
      if (asked === CHALLENGE) checkChallenge(body, nonce)
      if ((asked === MD5 && body.length !== 4) || (asked === PROOF && !/^v=./.test(body)))
        throw protocolFault('a login that cannot be read')
      if (![OK, PASSWORD, MD5, SASL, CHALLENGE, PROOF].includes(asked))
        throw protocolFault(`a login that is not known: number ${asked}`)
      before = asked
    },
  }
}

/** `r=nonce,s=salt,i=rounds`: https://www.rfc-editor.org/rfc/rfc5802#section-5.1 */
function checkChallenge(body: string, nonce: string | undefined): void {
  const [, whole = '', salt = '', rounds = ''] = /^r=([!-+\--~]{1,200}),s=([^,]{1,1000}),i=(\d{1,10})$/.exec(body) ?? []
  if (nonce === undefined || whole.length <= nonce.length || !whole.startsWith(nonce) || !BASE64.test(salt))
    throw protocolFault('a SCRAM challenge that is none')
  if (!(Number(rounds) >= 1 && Number(rounds) <= MOST_ROUNDS))
    throw protocolFault(`a SCRAM challenge of ${rounds} rounds, where ${MOST_ROUNDS} are the most`)
}

const printed = (text: string): string =>
  text
    .replace(/[^ -~]+/g, ' ')
    .trim()
    .slice(0, 100)
