import type { Comparison, Condition, Operand } from './condition.ts'
import { type Token, tokens } from './tokens.ts'

/** Levels of brackets and negations that a condition may have. */
const MAX_DEPTH = 100

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}
const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'is',
  'null',
  'like',
  'between',
  'true',
  'false',
])

/** What is wrong with a condition, as the end of a sentence, and at which character (from 1). */
export interface ConditionFault {
  readonly fault: string
  readonly at: number
}

/**
 * Reads a condition on a row, in the words of SQL: comparisons, `and`, `or`, `not`, `in`, `between`, `like`, `is null`,
 * arithmetic, brackets; columns bare or in double quotes, texts in single quotes.
 */
export function parseCondition(source: string): Condition | ConditionFault {
  const read = tokens(source)
  if (typeof read === 'number')
    return { fault: `expected a word, a number or a mark but found ${source[read]}`, at: read + 1 }
  try {
    return parse(read)
  } catch (error) {
    if (error instanceof Unexpected) return { fault: error.message, at: error.at + 1 }
    throw error
  }
}

/** Whether there was a fault. */
export const isFault = (read: Condition | ConditionFault): read is ConditionFault => 'fault' in read

class Unexpected extends Error {
  readonly at: number

  constructor(expected: string, { written, at }: Token) {
    super(`expected ${expected} but found ${written}`)
    this.at = at
  }
}

function parse(all: readonly Token[]): Condition {
  const end = all.at(-1)
  let next = 0
  let depth = 0
  const peek = (): Token => all[next] ?? end ?? { kind: 'end', text: '', written: 'its end', at: 0 }
  const isNext = (...texts: string[]) =>
    (peek().kind === 'word' || peek().kind === 'mark') && texts.includes(peek().text)
  const take = (...texts: string[]): boolean => {
    if (!isNext(...texts)) return false
    next += 1
    return true
  }
  const require = (text: string): void => {
    if (!take(text)) throw new Unexpected(text, peek())
  }

  const condition = either()
  if (peek().kind !== 'end') throw new Unexpected('and, or, or the end', peek())
  return condition

  function either(): Condition {
    let left = both()
    while (take('or')) left = { is: 'or', left, right: both() }
    return left
  }

  function both(): Condition {
    let left = negated()
    while (take('and')) left = { is: 'and', left, right: negated() }
    return left
  }

  function negated(): Condition {
    if (!take('not')) return predicate()
    return deeper(() => ({ is: 'not', of: negated() }))
  }

  function deeper<Value>(read: () => Value): Value {
    depth += 1
    if (depth > MAX_DEPTH) throw new Unexpected(`at most ${MAX_DEPTH} levels`, peek())
    const value = read()
    depth -= 1
    return value
  }

  /** A bracket may hold a condition or a sum: it is read as a sum first, and again where none comes of it. */
  function predicate(): Condition {
    if (isNext('(')) {
      const start = next
      try {
        return comparison()
      } catch (error) {
        if (!(error instanceof Unexpected)) throw error
        next = start
      }
      require('(')
      const inner = deeper(either)
      require(')')
      return inner
    }
    return comparison()
  }

  function comparison(): Condition {
    const left = sum()
    const operator = peek().kind === 'mark' ? COMPARISONS[peek().text] : undefined
    if (operator !== undefined) {
      next += 1
      return { is: 'compare', operator, left, right: sum() }
    }
    if (take('is')) {
      const not = take('not')
      require('null')
      return not ? { is: 'not', of: { is: 'null', value: left } } : { is: 'null', value: left }
    }
    const not = take('not')
    const found = membership(left)
    if (found) return not ? { is: 'not', of: found } : found
    if (not) throw new Unexpected('in, between or like', peek())
    if (left.is === 'column' || left.is === 'boolean') return { is: 'true', value: left }
    throw new Unexpected('a comparison', peek())
  }

  function membership(value: Operand): Condition | undefined {
    if (take('in')) {
      require('(')
      const list = [sum()]
      while (take(',')) list.push(sum())
      require(')')
      return { is: 'in', value, list }
    }
    if (take('between')) {
      const low = sum()
      require('and')
      const high = sum()
      return {
        is: 'and',
        left: { is: 'compare', operator: '>=', left: value, right: low },
        right: { is: 'compare', operator: '<=', left: value, right: high },
      }
    }
    if (!take('like')) return undefined
    const pattern = peek()
    if (pattern.kind !== 'text') throw new Unexpected('a text in single quotes', pattern)
    next += 1
    return { is: 'like', value, pattern: pattern.text }
  }

  function sum(): Operand {
    let left = product()
    while (isNext('+', '-')) {
      const operator = peek().text === '+' ? '+' : '-'
      next += 1
      left = { is: 'arithmetic', operator, left, right: product() }
    }
    return left
  }

  function product(): Operand {
    let left = single()
    while (isNext('*', '/', '%')) {
      const { text } = peek()
      next += 1
      left = { is: 'arithmetic', operator: text === '*' ? '*' : text === '/' ? '/' : '%', left, right: single() }
    }
    return left
  }

  function single(): Operand {
    const token = peek()
    if (take('-'))
      return deeper(() => ({ is: 'arithmetic', operator: '-', left: { is: 'number', value: 0 }, right: single() }))
    if (take('(')) {
      const inner = deeper(sum)
      require(')')
      return inner
    }
    if (take('true', 'false')) return { is: 'boolean', value: token.text === 'true' }
    if (token.kind === 'number') {
      next += 1
      return { is: 'number', value: Number(token.text) }
    }
    if (token.kind === 'text') {
      next += 1
      return { is: 'text', value: token.text }
    }
    const bare = token.kind === 'word' && !RESERVED.has(token.text)
    if (!bare && token.kind !== 'column') throw new Unexpected('a column, a number or a text', token)
    next += 1
    return { is: 'column', name: bare ? token.written : token.text }
  }
}
