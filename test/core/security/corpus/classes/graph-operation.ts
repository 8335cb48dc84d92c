import { bad, bytes, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { message, number, text } from '../make/protobuf.ts'

const node = (name: string, op: string, inputs: readonly string[] = [], attributes = '') =>
  message(1, `${text(1, name)}${text(2, op)}${inputs.map(input => text(3, input)).join('')}${attributes}`)
const saved = (graph: string, more = '') => bytes(`${number(1, 1)}${message(2, `${message(2, graph)}${more}`)}`)
const CONSTANT = node('path', 'Const')
const lambda = JSON.stringify({
  class_name: 'Sequential',
  config: { layers: [{ class_name: 'Lambda', config: { function_type: 'lambda', function: ['4wAA', null, null] } }] },
})
const TEXT = `saved_model_schema_version: 1\nmeta_graphs {\n  graph_def {\n    node { name: "f" op: "PyFunc" }\n  }\n}\n`

/** A graph has operations that read, write and run. */
export const graphOperation = defineClass({
  id: 'graph-operation',
  title: 'Operations of TensorFlow that touch files or run code',
  source: 'modelscan settings, TensorFlow SECURITY.md',
  samples: () => [
    bad('read-file.pb', saved(`${CONSTANT}${node('f', 'ReadFile', ['path'])}`)),
    bad('write-file.pb', saved(`${CONSTANT}${node('f', 'WriteFile', ['path', 'path'])}`)),
    bad('python.pb', saved(node('f', 'PyFunc'))),
    bad('eager-python.pb', saved(node('f', 'EagerPyFunc'))),
    bad('matching-files.pb', saved(`${CONSTANT}${node('f', 'MatchingFiles', ['path'])}`)),
    bad('custom.pb', saved(node('f', 'MyOwnOp'))),
    bad('dataset.pb', saved(`${CONSTANT}${node('f', 'TextLineDataset', ['path', 'path', 'path'])}`)),
    bad('rpc.pb', saved(node('f', 'RpcCall'))),
    bad('restore-of-a-constant.pb', saved(`${CONSTANT}${node('f', 'RestoreV2', ['path', 'path', 'path'])}`)),
    bad('save-to-a-constant.pb', saved(`${CONSTANT}${node('f', 'SaveV2', ['path', 'path', 'path'])}`)),
    bad('merge-of-constants.pb', saved(`${CONSTANT}${node('f', 'MergeV2Checkpoints', ['path', 'path'])}`)),
    bad('table-of-a-constant.pb', saved(`${CONSTANT}${node('f', 'InitializeTableFromTextFileV2', ['path', 'path'])}`)),
    bad(
      'in-a-function.pb',
      saved(
        `${node('c', 'PartitionedCall')}${message(2, message(1, `${message(1, text(1, 'f'))}${message(3, `${text(1, 'n')}${text(2, 'WriteFile')}`)}`))}`,
      ),
    ),
    bad(
      'in-a-second-graph.pb',
      bytes(
        `${number(1, 1)}${message(2, message(2, node('a', 'Identity')))}${message(2, message(2, node('f', 'PyFunc')))}`,
      ),
    ),
    bad('operation-twice.pb', saved(message(1, `${text(1, 'f')}${text(2, 'Identity')}${text(2, 'PyFunc')}`))),
    bad(
      'name-twice.pb',
      saved(
        `${node('path', 'Placeholder')}${node('path', 'Const')}${node('f', 'RestoreV2', ['path', 'path', 'path'])}${node('g', 'ReadFile', ['path'])}`,
      ),
    ),
    bad(
      'asset-outside.pb',
      saved(node('a', 'Identity'), message(6, `${message(1, text(1, 'a'))}${text(2, '../../secret')}`)),
    ),
    bad('python-of-a-fixture.pb', fixture('saved-model/python')),
    unclear('cut-off.pb', fixture('saved-model/cut-off')),
    unclear('version-last.pb', bytes(`${message(2, message(2, node('f', 'PyFunc')))}${number(1, 1)}`)),
    bad(
      'lambda-of-keras.pb',
      saved(
        node('a', 'Identity'),
        message(7, message(1, message(4, `${text(1, '_tf_keras_sequential')}${text(3, lambda)}`))),
      ),
    ),
    unclear(
      'keras_metadata.pb',
      bytes(message(1, `${text(3, 'root')}${text(4, '_tf_keras_sequential')}${text(5, lambda)}`)),
    ),
    unclear('saved_model.pbtxt', TEXT),
    unclear(
      'saved_model_flat.pbtxt',
      TEXT.replaceAll('\n', ' ').replace('meta_graphs {', 'meta_graphs:<').replace(/\} $/, '> '),
    ),
    bad('custom.tflite', fixture('tflite/custom')),
  ],
})
