import { expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/core/record/statement/canonical-json.ts'

it('is one text for one value, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'é' }], a: { z: null, y: true } })).toBe(
    '{"a":{"y":true,"z":null},"b":[{"c":"é","d":1}]}',
  )
})
