import { expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { decodeEscaped } from '../../../src/core/security/escaped-text.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const inspect = async (text: string) => (await inspectFile(bytes(text), nodeCodecs())).inspection

/** Left: what CPython's pickle.dumps(text, 0) writes between `V` and the line's end. */
it.each([
  ['', ''],
  ['os', 'os'],
  ['h\xe9\xff', 'hé\xff'],
  ['\\u20ac\\U0001f600\\U0010ffff', '€😀\u{10ffff}'],
  ['a\\u005cb\\u000ac\\u0000d\\u000de\\u001a', 'a\\b\nc\0d\re\x1a'],
  ['\\u005cu0041', '\\u0041'],
])('%j spells %j', (written, text) => {
  expect(decodeEscaped(bytes(written))).toBe(text)
})

it.each(['\\', 'a\\n', '\\u00', '\\u00AC', '\\x41', '\\U00110000', '\\U0001F600'])('no pickler writes %j', written => {
  expect(decodeEscaped(bytes(written))).toBeNull()
})

it('an odd spelling makes a file inconclusive, and a name spelt with escapes is still a name', async () => {
  expect((await inspect('(lp0\nVtext \\u20ac\np1\na.')).status).toBe('pass')
  expect(await inspect('c__builtin__\nset\n0Vtext \\x41\n.')).toMatchObject({
    status: 'inconclusive',
    reason: expect.stringContaining('a UNICODE is spelt oddly'),
  })
  expect(await inspect('\x80\x04V\\u006fs\nVgetcwd\n\x93)R.')).toMatchObject({
    status: 'fail',
    findings: [{ name: 'os.getcwd' }],
  })
})
