import type { Element } from 'hast'
import { h } from 'hastscript'

/** Characters that a narrow cell has room for. */
const SHORT = 16

/** A name, a path or an identifier that may be broken after each of its parts, so that none is broken within one. */
export function breakable(name: string): (Element | string)[] {
  if (name.length <= SHORT) return [name]
  return name.split(/(?<=[._/:-])(?=[^._/:-])/).flatMap((part, i) => (i === 0 ? [part] : [h('wbr'), part]))
}
