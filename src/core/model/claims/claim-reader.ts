import leven from 'leven'
import { UserError } from '../../user-error.ts'
import { type Token, tokens } from './tokens.ts'

const EXAMPLES = 'Write a claim like "auc >= 0.80" or "auc no worse than champion by 0.01"'

/** A claim being read from left to right. */
export interface ClaimReader {
  /** The token `ahead` of the next one; the next one unless given. */
  peek(ahead?: number): Token
  take(): Token
  /** Takes the word if it is next. */
  has(word: string): boolean
  /** Takes the word, or throws. */
  word(word: string): void
  /** Takes the name or value that stands next, bare up to a space or in quotes, as it was written; or throws. */
  name(expected: string): string
  /** Takes what stands next where the pattern, which is sticky, matches it as it was written. */
  match(pattern: RegExp): RegExpExecArray | undefined
  /** Takes a number, or throws. */
  number(after: string): { value: number; token: Token }
  /** Throws unless everything was read. */
  end(): void
  /** An error at the next token. */
  unexpected(expected: string, meant?: string): UserError
  error(code: `claims.${string}`, message: string, details: ClaimErrorDetails): UserError
}

interface ClaimErrorDetails {
  /** Where the claim goes wrong. */
  readonly token: Token
  /** What was probably meant. */
  readonly meant?: string | undefined
  readonly hint?: string
}

/** A name or value: in quotes anything but them, bare without spaces and signs. */
const NAME = /"([^"]+)"|'([^']+)'|([^\s=<>!≤≥"',]+)/y

export function readClaim(claim: string): ClaimReader {
  const all = tokens(claim)
  const end: Token = { kind: 'end', text: '', column: claim.length + 1 }
  let position = 0

  const peek = (ahead = 0) => all[position + ahead] ?? end
  const take = () => {
    const token = peek()
    position++
    return token
  }
  const has = (word: string) => {
    const found = peek().text.toLowerCase() === word
    if (found) position++
    return found
  }
  const match = (pattern: RegExp) => {
    pattern.lastIndex = peek().column - 1
    const found = pattern.exec(claim)
    if (!found) return undefined
    const past = found.index + found[0].length
    while (peek().kind !== 'end' && peek().column <= past) take()
    return found
  }
  const error: ClaimReader['error'] = (code, message, { token, meant, hint = EXAMPLES }) => {
    const place = `(claim "${claim}", column ${token.column})`
    return new UserError(code, `${message} ${place}${meant === undefined ? '' : `: did you mean '${meant}'?`}`, {
      hint,
    })
  }
  const unexpected: ClaimReader['unexpected'] = (expected, meant) => {
    const token = peek()
    const found = token.kind === 'end' ? 'nothing' : `'${token.text}'`
    const hint = HINTS[token.text.charAt(0)]
    return error('claims.syntax', `Expected ${expected} but found ${found}`, {
      token,
      meant,
      ...(hint ? { hint } : {}),
    })
  }
  return {
    peek,
    take,
    has,
    match,
    error,
    unexpected,
    word(word) {
      if (has(word)) return
      const close = peek().kind === 'word' && leven(peek().text.toLowerCase(), word) <= word.length / 2
      throw unexpected(`'${word}'`, close ? word : undefined)
    },
    name(expected) {
      const found = match(NAME)
      if (!found) throw unexpected(expected)
      return found[1] ?? found[2] ?? found[3] ?? ''
    },
    number(after) {
      if (peek().kind !== 'number') throw unexpected(`a number after '${after}'`)
      const token = take()
      return { value: Number(token.text), token }
    },
    end() {
      if (peek().kind !== 'end') throw unexpected('the claim to end')
    },
  }
}

const HINTS: Record<string, string> = {
  ',': 'Write decimals with a point, e.g. 0.80',
  '%': 'Give a proportion, e.g. 0.80 for 80 %',
}
