import { CST, Lexer } from 'yaml'

const DEEPER = new Set(['flow-map-start', 'flow-seq-start'])
const SHALLOWER = new Set(['flow-map-end', 'flow-seq-end', 'flow-error-end'])
const NESTS = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind'])
/** What may stand before or between indicators without being content. */
const EMPTY = new Set(['doc-mode', 'byte-order-mark', 'doc-start', 'anchor', 'tag'])

/** How much work a YAML text would make a parser. */
export interface YamlSize {
  /** The deepest that it could nest, never too low: brackets open, and of a line its leading spaces and its indicators. */
  readonly nesting: number
  /** Items of lists and entries of maps. */
  readonly entries: number
  /** Keys that are marked with `?`, and so could be anything. */
  readonly markedKeys: number
}

/** Lexes only: a parser's recursion and its time, quadratic for keys of one map and cubic for nested ones, must not be put to the test. */
export function yamlSize(text: string): YamlSize {
  let open = 0
  let column = 0
  let leads = true
  let deepest = 0
  let content = false
  let entries = 0
  let markedKeys = 0
  for (const source of new Lexer().lex(text)) {
    // After the lexer's mark of a scalar comes its text, of whatever characters.
    const type = content ? 'scalar' : (CST.tokenType(source) ?? 'scalar')
    content = !content && source === CST.SCALAR
    if (type === 'newline') {
      column = 0
      leads = true
    } else if (NESTS.has(type)) {
      column += open > 0 && type === 'map-value-ind' ? 0 : 1
      entries++
      if (type === 'explicit-key-ind') markedKeys++
    } else if (type === 'space') column += leads ? source.length : 0
    else if (!EMPTY.has(type)) leads = false
    if (DEEPER.has(type)) open++
    if (SHALLOWER.has(type)) open = Math.max(0, open - 1)
    deepest = Math.max(deepest, open + column)
  }
  return { nesting: deepest, entries, markedKeys }
}
