import { allBut, type CodePoints, codePoints, DIGITS, LINE_ENDS, SPACE, WORD } from './code-points.ts'

/** A pattern that is a regular expression in the mathematical sense. */
export type Pattern =
  | { readonly is: 'points'; readonly points: CodePoints }
  | { readonly is: 'sequence' | 'choice'; readonly of: readonly Pattern[] }
  | { readonly is: 'repeat'; readonly of: Pattern; readonly least: number; readonly most: number }
  | { readonly is: 'start' | 'end' }

/** Thrown within this file where the pattern is more than regular, or of a form that is not read. */
class Unread extends Error {}

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 }
const CLASSES: Readonly<Record<string, CodePoints>> = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE),
}

/**
 * Reads a pattern of ECMA-262 that its Unicode mode takes. Undefined where it has what no finite automaton can do or does
 * easily: back references, look-around, `\b`, `\p{…}`; whether a quantifier is lazy makes no difference to a test.
 */
export function parsePattern(source: string): Pattern | undefined {
  const letters = Array.from(source)
  let next = 0
  try {
    const pattern = choice()
    return next === letters.length ? pattern : undefined
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }

  function choice(): Pattern {
    const of = [sequence()]
    while (take('|')) of.push(sequence())
    const [only] = of
    return of.length === 1 && only ? only : { is: 'choice', of }
  }

  function sequence(): Pattern {
    const of: Pattern[] = []
    while (next < letters.length && letters[next] !== '|' && letters[next] !== ')') of.push(quantified())
    return { is: 'sequence', of }
  }

  function quantified(): Pattern {
    const of = atom()
    const bounds = quantifier()
    if (!bounds) return of
    if (of.is === 'start' || of.is === 'end') throw new Unread()
    take('?')
    return { is: 'repeat', of, ...bounds }
  }

  function quantifier(): { least: number; most: number } | undefined {
    if (take('*')) return { least: 0, most: Number.POSITIVE_INFINITY }
    if (take('+')) return { least: 1, most: Number.POSITIVE_INFINITY }
    if (take('?')) return { least: 0, most: 1 }
    if (letters[next] !== '{') return undefined
    const end = letters.indexOf('}', next)
    const [, least, comma, most] = /^(\d+)(,?)(\d*)$/.exec(letters.slice(next + 1, end).join('')) ?? []
    if (least === undefined || end === -1) throw new Unread()
    next = end + 1
    return { least: Number(least), most: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least) }
  }

  function atom(): Pattern {
    const letter = letters[next++] ?? ''
    if (letter === '^') return { is: 'start' }
    if (letter === '$') return { is: 'end' }
    if (letter === '(') return group()
    if (letter === '[') return { is: 'points', points: characterClass() }
    if (letter === '.') return { is: 'points', points: allBut(LINE_ENDS) }
    if (letter === '\\') return { is: 'points', points: escaped() }
    return { is: 'points', points: one(letter.codePointAt(0) ?? 0) }
  }

  function group(): Pattern {
    if (take('?')) {
      const named = letters[next] === '<' && letters[next + 1] !== '=' && letters[next + 1] !== '!'
      if (named) next = letters.indexOf('>', next) + 1
      else if (!take(':')) throw new Unread()
    }
    const inner = choice()
    if (!take(')')) throw new Unread()
    return inner
  }

  function characterClass(): CodePoints {
    const negated = take('^')
    const ranges: (readonly [number, number])[] = []
    while (letters[next] !== ']') {
      if (next >= letters.length) throw new Unread()
      const from = member()
      const [first] = from
      if (letters[next] === '-' && letters[next + 1] !== ']' && from.length === 1 && first && first[0] === first[1]) {
        next += 1
        const to = member()[0]
        if (!to || to[0] !== to[1]) throw new Unread()
        ranges.push([first[0], to[1]])
      } else ranges.push(...from)
    }
    next += 1
    return negated ? allBut(ranges) : codePoints(ranges)
  }

  function member(): CodePoints {
    const letter = letters[next++] ?? ''
    if (letter !== '\\') return one(letter.codePointAt(0) ?? 0)
    return letters[next] === 'b' ? one(8, 1) : escaped()
  }

  function escaped(): CodePoints {
    const letter = letters[next++] ?? ''
    if (Object.hasOwn(CLASSES, letter)) return CLASSES[letter] ?? []
    if (letter === '0' && /\d/.test(letters[next] ?? '')) throw new Unread()
    if (Object.hasOwn(CONTROLS, letter)) return one(CONTROLS[letter] ?? 0)
    if (letter === 'x') return one(hexadecimal(2))
    if (letter === 'u') return one(unicode())
    if (/[\^$\\.*+?()[\]{}|/-]/.test(letter)) return one(letter.codePointAt(0) ?? 0)
    throw new Unread()
  }

  function unicode(): number {
    if (!take('{')) {
      const point = hexadecimal(4)
      if (point >= 0xd800 && point <= 0xdfff) throw new Unread()
      return point
    }
    const end = letters.indexOf('}', next)
    const point = Number.parseInt(letters.slice(next, end).join(''), 16)
    next = end + 1
    return point
  }

  function hexadecimal(digits: number): number {
    const text = letters.slice(next, next + digits).join('')
    if (!/^[0-9a-f]+$/i.test(text) || text.length < digits) throw new Unread()
    next += digits
    return Number.parseInt(text, 16)
  }

  function one(point: number, skip = 0): CodePoints {
    next += skip
    return [[point, point]]
  }

  function take(letter: string): boolean {
    if (letters[next] !== letter) return false
    next += 1
    return true
  }
}
