import { type Inspection, inconclusive, passed } from '../format.ts'
import { parseJson } from '../json-value.ts'
import { CATEGORIES, FLAGS, HEADER, IMPORTANCE, PARAMETER, TREE, TREE_START, TREES_END } from './grammar.ts'

const HINT = 'Save the model again with save_model of a current LightGBM'

interface Cursor {
  readonly lines: readonly string[]
  at: number
}

/** Reads a LightGBM model line by line to its end: only numbers and names stand where the grammar has them. */
export function inspectLightgbm(text: string): Inspection {
  const cursor = { lines: text.split('\n'), at: 1 }
  const trees = readSections(cursor)
  if (trees !== undefined) return passed(`${trees} plain trees of a LightGBM model`)
  const found = cursor.lines[cursor.at] === undefined ? 'breaks off' : 'has something else'
  return inconclusive(`Expected a LightGBM model but it ${found} at line ${cursor.at + 1}`, HINT)
}

/** How many trees there are; undefined where a line is not what must come. */
function readSections(cursor: Cursor): number | undefined {
  const header = readPairs(cursor, HEADER, FLAGS)
  if (header?.version === undefined) return undefined
  skipBlank(cursor)
  const features = Number(header.max_feature_idx ?? -1) + 1
  let trees = 0
  for (; TREE_START.test(line(cursor)); trees++) {
    const start = cursor.at++
    const forms = Object.fromEntries(Object.entries(TREE).map(([key, { form }]) => [key, form]))
    const tree = readPairs(cursor, forms, [])
    if (tree === undefined) return undefined
    if (!isTree(tree, features)) {
      cursor.at = start
      return undefined
    }
    skipBlank(cursor)
  }
  if (line(cursor) !== TREES_END) return undefined
  cursor.at++
  return readRest(cursor) ? trees : undefined
}

/** Feature importances, parameters and categories, each of which may be missing. */
function readRest(cursor: Cursor): boolean {
  skipBlank(cursor)
  if (line(cursor) === 'feature_importances:') readWhile(cursor, IMPORTANCE)
  if (line(cursor) === 'parameters:') {
    readWhile(cursor, PARAMETER)
    if (line(cursor) !== 'end of parameters') return false
    cursor.at++
    skipBlank(cursor)
  }
  const [, categories] = CATEGORIES.exec(line(cursor)) ?? []
  if (categories !== undefined) {
    if (parseJson(categories) === undefined) return false
    cursor.at++
  }
  skipBlank(cursor)
  return cursor.at === cursor.lines.length
}

function readWhile(cursor: Cursor, form: RegExp): void {
  cursor.at++
  while (form.test(line(cursor))) cursor.at++
  skipBlank(cursor)
}

/** Pairs up to the next blank line, each key once and with a value of its form. */
function readPairs(
  cursor: Cursor,
  forms: Readonly<Record<string, RegExp>>,
  flags: readonly string[],
): Record<string, string> | undefined {
  const pairs = new Map<string, string>()
  for (; line(cursor) !== ''; cursor.at++) {
    const text = line(cursor)
    const [key = '', value] = split(text)
    const isKnown = value === undefined ? flags.includes(key) : Object.hasOwn(forms, key) && forms[key]?.test(value)
    if (!isKnown || pairs.has(key)) return undefined
    pairs.set(key, value ?? '')
  }
  return Object.fromEntries(pairs)
}

function split(text: string): readonly [string, string?] {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** As many numbers as there are leaves or nodes, and children that are nodes or leaves of this tree. */
function isTree(tree: Readonly<Record<string, string>>, features: number): boolean {
  const leaves = Number(tree.num_leaves)
  const counts = { leaf: leaves, node: leaves - 1 }
  if (!(leaves >= 1)) return false
  for (const [key, { per }] of Object.entries(TREE))
    if (per && numbersOf(tree[key]).length !== counts[per]) return false
  const children = [...numbersOf(tree.left_child), ...numbersOf(tree.right_child)]
  const isChild = (child: number) => Number.isInteger(child) && (child >= 0 ? child < leaves - 1 : -child <= leaves)
  return children.every(isChild) && numbersOf(tree.split_feature).every(feature => feature >= 0 && feature < features)
}

const numbersOf = (text = ''): number[] => text.split(' ').filter(Boolean).map(Number)
const line = ({ lines, at }: Cursor): string => lines[at] ?? ''

function skipBlank(cursor: Cursor): void {
  while (cursor.lines[cursor.at] === '') cursor.at++
}
