import { expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { joined } from './corpus/make/bytes.ts'
import { arrayData, wrapper } from './corpus/make/numpy.ts'
import { short, stackGlobal, stream } from './corpus/make/pickle.ts'
import { jsonNode, listNode, objectNode, skops } from './corpus/make/skops.ts'

const statusOf = async (content: Uint8Array | string) =>
  (await inspectFile(typeof content === 'string' ? joined(content) : content, nodeCodecs())).inspection.status
const STACKING = ['sklearn.ensemble._stacking', 'StackingClassifier'] as const

it('passes a stack of the methods that scikit-learn calls, be it a pickle or of skops', async () => {
  const state = `}${short('stack_method_')}](${short('predict_proba')}${short('decision_function')}${short('predict')}es`
  expect(await statusOf(stream(4, `${stackGlobal(...STACKING)})\x81${state}b`))).toBe('pass')
  const methods = listNode([jsonNode('predict_proba'), jsonNode('predict')])
  expect(await statusOf(skops(objectNode(...STACKING, { stack_method_: methods })))).toBe('pass')
})

it('passes arrays that were mapped into memory when joblib saved them', async () => {
  const first = `\x80\x04(${wrapper(1, 'f8', `${stackGlobal('numpy', 'memmap')}\x94`)}`
  const second = `${first}${arrayData(first.length, '\0'.repeat(8))}${wrapper(1, 'f8', 'h\x00')}`
  expect(await statusOf(`${second}${arrayData(second.length, '\0'.repeat(8))}t.`)).toBe('pass')
})

it('takes a module of Python 2 for no member of an object, in joblib either', async () => {
  const start = `\x80\x02(${wrapper(1)}`
  const file = `${start}${arrayData(start.length, '\0'.repeat(8))}cconstructor\nprototype\n)Rt.`
  expect(await statusOf(file)).toBe('fail')
})
