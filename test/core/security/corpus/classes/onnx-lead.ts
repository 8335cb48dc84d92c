import { bad, bytes, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { message, number, text } from '../make/protobuf.ts'

const node = (op: string, domain = '', attributes = '') =>
  message(1, `${text(4, op)}${domain && text(7, domain)}${attributes}`)
const opset = (domain: string) => message(8, `${domain && text(1, domain)}${number(2, 20)}`)
const model = (graph: string, more = '') =>
  bytes(`${number(1, 10)}${message(7, `${graph}${text(2, 'g')}`)}${opset('')}${more}`)
const entry = (key: string, value: string) => message(13, `${text(1, key)}${text(2, value)}`)
const external = (location: string, more = '') =>
  model(message(5, `${number(1, 2)}${number(2, 1)}${entry('location', location)}${more}${number(14, 1)}`))
const WEIGHTS = { 'weights.bin': bytes('\0\0\0\0') }

/** Weights in other files, operators of other libraries. */
export const onnxLead = defineClass({
  id: 'onnx-lead',
  title: 'ONNX external data and custom operators',
  source: 'CVE-2024-27318, CVE-2025-51480, CVE-2026-27489, CVE-2026-34446, CVE-2026-34447',
  samples: () => [
    bad('above.onnx', external('../../secret')),
    bad('above-later.onnx', external('a/../../secret')),
    bad('absolute.onnx', external('/etc/hostname')),
    bad('on-a-drive.onnx', external('C:\\secret')),
    bad('on-a-share.onnx', external('\\\\server\\secret')),
    bad('with-backslashes.onnx', external('a\\..\\..\\secret')),
    bad('with-nul.onnx', external('weights.bin\0.txt'), WEIGHTS),
    bad('address.onnx', external('file:///etc/hostname')),
    unclear('not-scanned.onnx', external('nowhere.bin')),
    unclear('address-in-memory.onnx', external('*/_ORT_MEM_ADDR_/*', entry('offset', '4096'))),
    unclear('past-the-end.onnx', external('weights.bin', entry('length', '4096')), WEIGHTS),
    unclear('offset-negative.onnx', external('weights.bin', entry('offset', '-4')), WEIGHTS),
    unclear('offset-is-no-number.onnx', external('weights.bin', entry('offset', '0x10')), WEIGHTS),
    unclear('without-location.onnx', model(message(5, `${number(1, 2)}${number(2, 1)}${number(14, 1)}`))),
    bad('location-twice.onnx', external('weights.bin', entry('location', '../secret')), WEIGHTS),
    bad(
      'in-an-attribute.onnx',
      model(
        node(
          'Constant',
          '',
          message(
            5,
            `${text(1, 'value')}${message(5, `${entry('location', '../x')}${number(14, 1)}`)}${number(20, 4)}`,
          ),
        ),
      ),
    ),
    bad('unmarked.onnx', model(message(5, `${number(1, 2)}${number(2, 1)}${entry('location', '../x')}`))),
    bad('custom-operator.onnx', model(node('RunThis', 'mine'), opset('mine'))),
    bad('custom-domain.onnx', model(node('Relu'), opset('mine'))),
    bad('unknown-operator.onnx', model(node('PyFunc'))),
    bad('operator-twice.onnx', model(message(1, `${text(4, 'Relu')}${text(4, 'RunThis')}`))),
    bad('operator-of-python.onnx', model(node('PythonOp', 'com.microsoft'), opset('com.microsoft'))),
    bad('compiled-context.onnx', model(node('EPContext', 'com.microsoft'), opset('com.microsoft'))),
    bad(
      'inside-a-branch.onnx',
      model(
        node('If', '', message(5, `${text(1, 'then_branch')}${message(6, node('RunThis', 'mine'))}${number(20, 5)}`)),
      ),
    ),
    bad(
      'inside-a-function.onnx',
      model(
        node('F', 'own'),
        `${message(25, `${text(1, 'F')}${text(10, 'own')}${message(7, `${text(4, 'RunThis')}${text(7, 'mine')}`)}`)}${opset('own')}`,
      ),
    ),
    bad('inside-training.onnx', model('', message(20, message(1, node('RunThis', 'mine'))))),
    unclear('unknown-field.onnx', model(node('Relu'), text(60, 'x'))),
    unclear('graph-first.onnx', bytes(`${message(7, node('RunThis', 'mine'))}${number(1, 10)}`)),
    bad('cut-off-later.onnx', model(node('RunThis', 'mine')).subarray(0, -3)),
    bad('of-a-library.onnx', fixture('onnx/custom-operator')),
  ],
})
