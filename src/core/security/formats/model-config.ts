import { decodeStrictly } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { isText } from '../is-text.ts'
import { judge } from '../judge.ts'
import { findPythonTags } from '../model-config/find-python-tags.ts'
import { findRiskyKeys, isUnreadable } from '../model-config/find-risky-keys.ts'

const HINTS = {
  finding: 'Take the key out, and load the model with a class of the library itself',
  doubt: 'Write the configuration again',
}

/** JSON or YAML, a model card's front matter too, that has its loader run code; without such a key it is but text. */
export const modelConfig = defineFormat({
  id: 'model-config',
  title: 'a model configuration',
  within: 'text',
  recognise(bytes) {
    if (!isText(bytes)) return false
    const text = decodeStrictly(bytes) ?? ''
    return findRiskyKeys(text).length > 0 || findPythonTags(text).length > 0 || isUnreadable(text)
  },
  inspect(bytes) {
    const text = decodeStrictly(bytes) ?? ''
    const doubts = isUnreadable(text) ? ['Expected a configuration that is not too long to be read but it is'] : []
    return judge({
      findings: [...findRiskyKeys(text), ...findPythonTags(text)],
      doubts,
      harmless: 'Plain settings',
      hints: HINTS,
    })
  },
})
