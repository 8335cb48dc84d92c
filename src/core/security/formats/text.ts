import { decodeStrictly, hasAt } from '../bytes.ts'
import { defineFormat, inconclusive, passed } from '../format.ts'
import { heldText } from '../held-text.ts'
import { isText } from '../is-text.ts'
import { mentionsPythonTags } from '../model-config/find-python-tags.ts'
import { mentionsRiskyKeys } from '../model-config/find-risky-keys.ts'
import { readConfig } from '../model-config/read-config.ts'

const CONFIGURATION = /\.(?:json|ya?ml)$/i
/** Endings of files that are never text: what stands there is no model, or is loaded as something else. */
const BINARY =
  /\.(?:pkl|pickle|joblib|dill|cloudpickle|pt|pth|ckpt|npy|npz|safetensors|onnx|gguf|h5|hdf5|keras|skops|tflite|ubj)$/i

/** UTF-8 text; what reads as a pickle besides is inspected as one too. */
export const text = defineFormat({
  id: 'text',
  title: 'UTF-8 text',
  recognise: source => isText(source) && !hasAt(source, 'version https://git-lfs.github.com/spec/'),
  inspect(source, { name = '' }) {
    if (BINARY.test(name))
      return inconclusive(
        'Expected what the ending of its name says, a binary file, but found UTF-8 text',
        'Write the file again, or give it the name of a text',
      )
    if (CONFIGURATION.test(name) && isUnreadConfig(decodeStrictly(heldText(source)) ?? ''))
      return inconclusive(
        'Expected a configuration that can be read, for it has a word by which some run code, but it is in error',
        'Write the configuration again, as plain JSON or YAML',
      )
    return passed('UTF-8 text, no serialised object')
  },
})

/** Other readers may take what is an error here. */
const isUnreadConfig = (text: string) =>
  (mentionsRiskyKeys(text) || mentionsPythonTags(text)) && readConfig(text).length === 0
