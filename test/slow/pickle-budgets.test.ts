import { expect, it } from 'vitest'
import { decompress } from '../../src/core/security/decompress.ts'
import { inspectFile } from '../../src/core/security/inspect-file.ts'
import { cpuSeconds } from '../harness/cpu-seconds.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const inspect = async (content: Uint8Array) => (await inspectFile(content, { decompress })).inspection

it.each([
  ['marks', `\x80\x02${'('.repeat(20_000_001)}`, /more than 20000000 instructions/],
  ['a tall stack', `\x80\x02${'N'.repeat(5_000_001)}.`, /more than 5000000 items on the stack/],
])('stops at a budget: %s', async (_, stream, says) => {
  const before = process.cpuUsage()
  const { status, reason } = await inspect(bytes(stream))
  expect(status).toBe('inconclusive')
  expect(reason).toMatch(says)
  expect(cpuSeconds(before)).toBeLessThan(15)
})

it('text that outlasts the budget is never called text only', async () => {
  const { format } = await inspectFile(bytes(`${'N0'.repeat(10_000_001)}cos\ngetcwd\n(tR.`), { decompress })
  expect(format).toBe('pickle+text')
})
