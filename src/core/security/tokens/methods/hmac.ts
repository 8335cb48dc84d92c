import { z } from 'zod'
import { Domain, defineMethod } from '../define-method.ts'
import { readToken, writeToken } from '../token-text.ts'

/** HMAC-SHA-256 under the column's key: equal values have equal tokens, and nobody gets a value back, the key's holder by guessing only. */
export const hmac = defineMethod({
  id: 'hmac',
  title: 'Keyed hash (HMAC-SHA-256), one way',
  reversible: false,
  options: z.strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, keys, ciphers }) {
    const key = keys.of('hmac', domain ?? column, 32)
    return { apply: cell => writeToken('h', keys.id, ciphers.hmac(key, cell)) }
  },
  holds(cell) {
    const token = readToken(cell)
    return token?.kind === 'h' && token.body.length === 32
  },
})
