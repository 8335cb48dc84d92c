import { decodeStrictly, includes } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { defineFormat } from '../format.ts'
import { heldText } from '../held-text.ts'
import { heldWhole, MAX_HELD } from '../held-whole.ts'
import { isText } from '../is-text.ts'
import { judge } from '../judge.ts'
import { findPythonTags } from '../model-config/find-python-tags.ts'
import { findRiskyKeys, isUnreadable } from '../model-config/find-risky-keys.ts'
import { RISKY_KEYS } from '../model-config/risky-keys.ts'

const HINTS = {
  finding: 'Take the key out, and load the model with a class of the library itself',
  doubt: 'Write the configuration again',
}

/** JSON or YAML, a model card's front matter too, that has its loader run code; without such a key it is but text. */
export const modelConfig = defineFormat({
  id: 'model-config',
  title: 'a model configuration',
  within: 'text',
  recognise(source) {
    if (!isText(source)) return false
    if (source.size > MAX_HELD) return mayHold(source)
    const text = decodeStrictly(heldText(source)) ?? ''
    return findRiskyKeys(text).length > 0 || findPythonTags(text).length > 0 || isUnreadable(text)
  },
  inspect: heldWhole(bytes => {
    const text = decodeStrictly(bytes) ?? ''
    const doubts = isUnreadable(text) ? ['Expected a configuration that is not too long to be read but it is'] : []
    return judge({
      findings: [...findRiskyKeys(text), ...findPythonTags(text)],
      doubts,
      harmless: 'Plain settings',
      hints: HINTS,
    })
  }),
})

/** Whether a text too long to be read at once has such a key or tag somewhere, which may be spelt with escapes. */
const mayHold = (source: Source): boolean =>
  [...Object.keys(RISKY_KEYS), 'python/', '%TAG', '\\x', '\\u00', '\\U0000'].some(name => includes(source, name))
