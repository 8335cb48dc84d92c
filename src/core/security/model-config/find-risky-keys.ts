import type { Finding } from '../format.ts'
import { parseJson } from '../json-value.ts'
import { jsonValues } from '../strict-json.ts'
import { MAX_YAML, readConfig } from './read-config.ts'
import { RISKY_KEYS } from './risky-keys.ts'

const names = Object.keys(RISKY_KEYS)
/** What JSON and YAML take for one character, or, over the end of a line, for none. */
const ESCAPES = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*))/g

/** Whether the words occur at all, plainly or spelt with escapes. */
export const mentionsRiskyKeys = (text: string): boolean => has(text) || (text.includes('\\') && has(unescaped(text)))

const has = (text: string) => names.some(name => text.includes(name))

const unescaped = (text: string) =>
  text.replace(ESCAPES, (_, two?: string, four?: string, eight?: string) => {
    const code = Number.parseInt(two ?? four ?? eight ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

/** Whether the text has such keys and is too long to be parsed. */
export const isUnreadable = (text: string): boolean =>
  text.length > MAX_YAML && mentionsRiskyKeys(text) && parseJson(text) === undefined

/** Every key by which this configuration has code run, once per line; none where the text is no configuration. */
export function findRiskyKeys(text: string): readonly Finding[] {
  if (!mentionsRiskyKeys(text)) return []
  const found = new Set<string>()
  for (const config of readConfig(text))
    for (const { key, value } of jsonValues(config))
      if (Object.hasOwn(RISKY_KEYS, key) && RISKY_KEYS[key]?.runs(value)) found.add(key)
  return [...found].flatMap(key => placesOf(text, key)).toSorted((a, b) => a.offset - b.offset)
}

function placesOf(text: string, key: string): Finding[] {
  const spelt = [...text.matchAll(new RegExp(`(?<=^|[\\s{,?'"-])${key}(?=['"]?\\s*:)`, 'g'))].map(({ index }) => index)
  return (spelt.length > 0 ? spelt : [0]).map(index => {
    const before = text.slice(0, index)
    const line = before.split('\n').length
    return {
      offset: new TextEncoder().encode(before).length,
      name: key,
      reason: `${RISKY_KEYS[key]?.reason} (line ${line})`,
    }
  })
}
