import { defineClass, unclear } from '../define-class.ts'

const ONNX_JSON = {
  irVersion: '10',
  graph: { node: [{ opType: 'RunThis', domain: 'mine' }], name: 'g' },
  opsetImport: [{ domain: 'mine', version: '1' }],
}
const ONNX_TEXT =
  'ir_version: 10\ngraph {\n  node { op_type: "RunThis" domain: "mine" }\n}\nopset_import { domain: "mine" version: 1 }\n'
const IR =
  '<?xml version="1.0"?>\n<net name="m" version="11">\n<layers><layer id="0" name="a" type="RunThis" version="extension"/></layers>\n<edges/>\n</net>\n'

/** Models that a loader takes as text, by the ending of the name. */
export const textForm = defineClass({
  id: 'text-form',
  title: 'Models written as text',
  source: 'onnx/serialization.py; tensorflow/python/saved_model/loader_impl.py; OpenVINO IR',
  samples: () => [
    unclear('model.json', JSON.stringify(ONNX_JSON)),
    unclear('model.textproto', ONNX_TEXT),
    unclear(
      'model.onnxtxt',
      '<\n  ir_version: 10,\n  opset_import: ["mine" : 1]\n>\ng (float[1] x) => (float[1] y) {\n  y = mine.RunThis(x)\n}\n',
    ),
    unclear('saved_model.pbtxt', 'meta_graphs { graph_def { node { op: "PyFunc" } } }\n'),
    unclear('model.xml', IR),
  ],
})
