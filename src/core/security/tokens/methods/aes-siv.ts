import { z } from 'zod'
import { UserError } from '../../../user-error.ts'
import { Domain, defineMethod } from '../define-method.ts'
import { readToken, writeToken } from '../token-text.ts'

const SIV_BYTES = 16

/** AES-256-SIV (RFC 5297) under the column's key: equal values have equal tokens, the key's holder gets the values back, a changed token is refused. Its length tells the value's. */
export const aesSiv = defineMethod({
  id: 'aes-siv',
  title: 'Deterministic encryption (AES-SIV), two ways',
  reversible: true,
  options: z.strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, file, keys, ciphers }) {
    const siv = ciphers.aesSiv(keys.of('aes-siv', domain ?? column, 64))
    return {
      apply: cell => writeToken('s', keys.id, siv.seal(new TextEncoder().encode(cell))),
      reverse(cell, { line }) {
        const refuse = (found: string) =>
          new UserError('tokenize.token', `Expected a token of ${column} but found ${found} (${file}:${line})`, {
            file,
            line,
            hint: 'Give the table as tokenize wrote it, with the key and the contract it was written by',
          })
        const token = readToken(cell)
        if (token?.kind !== 's') throw refuse('something else')
        if (token.keyId !== keys.id) throw refuse(`one of the key ${token.keyId}, which is not ${keys.id}`)
        const plain = siv.open(token.body)
        if (!plain) throw refuse('one that is changed or of another column')
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain)
      },
    }
  },
  holds(cell) {
    const token = readToken(cell)
    return token?.kind === 's' && token.body.length > SIV_BYTES
  },
})
