import { decodeStrictly, includes } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { heldText } from '../held-text.ts'
import { MAX_HELD } from '../held-whole.ts'
import { isText } from '../is-text.ts'
import { parseJson } from '../json-value.ts'
import { isJsonObject } from '../strict-json.ts'
import { unchecked } from '../unchecked-format.ts'

const TITLE = 'a model written as text'

/** What only such a text has: SavedModel and ONNX as protobuf text, ONNX in its own language. */
const SIGNS = [
  /(?<![.\w])meta_graphs(?=\s*[:{<[#])/,
  /(?<![.\w])op_type\s*:\s*["']/,
  /(?:^|[<\s])ir_version[ \t]*:[ \t]*\d/m,
]

/** Words of theirs, by which a text too long to be read at once is told. */
const WORDS = ['meta_graphs', 'op_type', 'ir_version', '<layers']

/** Loaders take these by the ending of the name (onnx/serialization.py, saved_model/loader_impl.py) as they take the binary form. */
export const modelAsText = defineFormat({
  id: 'model-as-text',
  title: TITLE,
  within: 'text',
  unread: true,
  recognise(source) {
    if (!isText(source)) return false
    if (source.size > MAX_HELD) return WORDS.some(word => includes(source, word))
    const text = decodeStrictly(heldText(source)) ?? ''
    return SIGNS.some(sign => sign.test(text)) || isOpenvino(text) || isOnnxJson(text)
  },
  inspect: () => unchecked(TITLE, 'Save the model in its binary form, or keep it out of the scanned paths'),
})

/** A graph of nodes, as protobuf's JSON of an ONNX model has it. */
function isOnnxJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  const model = parseJson(text)
  return isJsonObject(model) && isJsonObject(model.graph) && 'node' in model.graph
}

const isOpenvino = (text: string) => /<net\s/.test(text) && /<layers\b/.test(text)
