import { byteSequences } from './byte-sequences.ts'
import type { Pattern } from './parse-pattern.ts'

/** States of the non-deterministic automaton; a pattern that needs more, by counting far, is left alone. */
const MAX_STATES = 4000
/** States of the deterministic one that are kept; it is begun anew where there are more. */
const MAX_KNOWN = 256

/** Where a byte leads, or what must hold to go on without one. */
type Edge =
  | { readonly by: 'byte'; readonly low: number; readonly high: number; readonly to: number }
  | { readonly by: 'nothing' | 'start' | 'end'; readonly to: number }

/** Tests whether a pattern occurs in the bytes of a text, in time linear in their number. */
export type ByteTest = (bytes: Uint8Array, start: number, end: number) => boolean

/**
 * A pattern as an automaton over UTF-8 bytes (Thompson 1968), its deterministic states made as texts lead to them (Aho,
 * Sethi and Ullman 1986, 3.7). Undefined where it would be too large.
 */
export function byteTest(pattern: Pattern): ByteTest | undefined {
  const edges: Edge[][] = [[]]
  const state = (): number => edges.push([]) - 1
  const accepting = state()
  if (!build(pattern, 0, accepting)) return undefined

  // Of each known state: its members, whether it accepts where the text ends, and what each byte leads to.
  const members: number[][] = []
  const byMembers = new Map<string, number>()
  const acceptsAtEnd = new Uint8Array(MAX_KNOWN)
  const after = new Int32Array(MAX_KNOWN * STATE).fill(UNKNOWN)
  const first = closure([0], true)
  let initial = stateOf(first)
  const ofNothing = closure([0], true, true).includes(accepting)

  return (bytes, start, end) => {
    if (start === end) return ofNothing
    let current = initial
    if (current < 0) return current === ACCEPTED
    for (let at = start; at < end; at++) {
      let next = after[current | (bytes[at] as number)] as number
      if (next === UNKNOWN) next = step(current, bytes[at] as number)
      if (next < 0) return next === ACCEPTED
      current = next
    }
    return acceptsAtEnd[current / STATE] === 1
  }

  function build(part: Pattern, from: number, to: number): boolean {
    if (edges.length > MAX_STATES) return false
    switch (part.is) {
      case 'start':
      case 'end':
        edges[from]?.push({ by: part.is, to })
        return true
      case 'choice':
        return part.of.every(each => build(each, from, to))
      case 'sequence': {
        let at = from
        for (const each of part.of) {
          const after = state()
          if (!build(each, at, after)) return false
          at = after
        }
        edges[at]?.push({ by: 'nothing', to })
        return true
      }
      case 'points':
        for (const sequence of byteSequences(part.points)) {
          let at = from
          for (const [i, [low, high]] of sequence.entries()) {
            const after = i === sequence.length - 1 ? to : state()
            edges[at]?.push({ by: 'byte', low, high, to: after })
            at = after
          }
        }
        return true
      case 'repeat':
        return repeat(part, from, to)
    }
  }

  function repeat({ of, least, most }: Extract<Pattern, { is: 'repeat' }>, from: number, to: number): boolean {
    let at = from
    for (let i = 0; i < least; i++) {
      const after = state()
      if (!build(of, at, after)) return false
      at = after
    }
    if (most === Number.POSITIVE_INFINITY) {
      const loop = state()
      edges[at]?.push({ by: 'nothing', to: loop })
      const after = state()
      if (!build(of, loop, after)) return false
      edges[after]?.push({ by: 'nothing', to: loop })
      edges[loop]?.push({ by: 'nothing', to })
      return true
    }
    for (let i = least; i < most; i++) {
      edges[at]?.push({ by: 'nothing', to })
      const after = state()
      if (!build(of, at, after)) return false
      at = after
    }
    edges[at]?.push({ by: 'nothing', to })
    return true
  }

  /** All states that can be reached without a byte. */
  function closure(from: readonly number[], atStart: boolean, atEnd = false): number[] {
    const seen = new Set(from)
    const open = [...from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of edges[at] ?? []) {
        const passes = edge.by === 'nothing' || (edge.by === 'start' && atStart) || (edge.by === 'end' && atEnd)
        if (!passes || seen.has(edge.to)) continue
        seen.add(edge.to)
        open.push(edge.to)
      }
    }
    return [...seen].sort((a, b) => a - b)
  }

  /** A match may begin at every byte, so the first state is always among those one may be in. */
  function step(current: number, byte: number): number {
    const reached = (members[current / STATE] ?? []).flatMap(member =>
      (edges[member] ?? []).flatMap(edge =>
        edge.by === 'byte' && byte >= edge.low && byte <= edge.high ? [edge.to] : [],
      ),
    )
    const known = members.length
    const next = stateOf(closure([...new Set([...reached, 0])], false))
    // Where all were forgotten meanwhile, the number of the current one means nothing any more.
    if (members.length >= known) after[current | byte] = next
    return next
  }

  /** A state as it stands in `after`: its number by `STATE`, or the verdict where no byte can change it any more. */
  function stateOf(set: number[]): number {
    if (set.includes(accepting)) return ACCEPTED
    const atEnd = closure(set, false, true).includes(accepting)
    // Nothing but starting again is left, and starting again needs the start of the text.
    if (!atEnd && set.every(member => (edges[member] ?? []).every(edge => edge.by === 'start'))) return REFUSED
    const key = set.join()
    const found = byMembers.get(key)
    if (found !== undefined) return found
    if (members.length === MAX_KNOWN) {
      members.length = 0
      byMembers.clear()
      after.fill(UNKNOWN)
      initial = stateOf(first)
    }
    const made = (members.push(set) - 1) * STATE
    byMembers.set(key, made)
    acceptsAtEnd[made / STATE] = atEnd ? 1 : 0
    return made
  }
}

/** Places of a state in the table: one for each byte. */
const STATE = 256
/** What stands for no state. */
const UNKNOWN = -1
const ACCEPTED = -2
const REFUSED = -3
