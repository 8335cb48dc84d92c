import { expect, it } from 'vitest'
import { logicalTypeOf } from '../../../../src/core/tables/types/logical-type-of.ts'
import { random } from '../../drift/random.ts'

const encoder = new TextEncoder()

/** Texts that are nearly values. */
function texts(uniform: () => number): string[] {
  const pick = (letters: string) => letters[Math.floor(uniform() * letters.length)] ?? ''
  const some = (letters: string, most: number) =>
    Array.from({ length: Math.floor(uniform() * most) }, () => pick(letters)).join('')
  const two = (limit: number) => String(Math.floor(uniform() * limit)).padStart(2, '0')
  const day = `${1900 + Math.floor(uniform() * 200)}-${two(14)}-${two(33)}`
  const time = `${two(26)}:${two(62)}${pick(' ')}`.trim() + (uniform() < 0.5 ? `:${two(62)}` : '')
  return [
    `${pick('+-  ')}${some('0123456789', 18)}${uniform() < 0.5 ? `.${some('0123456789', 12)}` : ''}`.trim(),
    some('0123456789.-+eE', 8),
    String((uniform() - 0.5) * 10 ** Math.floor(uniform() * 40 - 20)),
    day,
    `${day}${pick('T _')}${time}${uniform() < 0.3 ? `.${some('0123456789', 11)}` : ''}${pick('Z  ')}`.trim(),
    `${day}T${time}+02:00`,
  ]
}

it.each(['number', 'integer', 'date', 'timestamp'] as const)('bytes are read as their text is: %s', name => {
  const { uniform } = random(11)
  for (const options of [{}, { timezone: true }, { timezone: false }]) {
    const reader = logicalTypeOf(name).reader(options)
    if (!reader || !('read' in reader) || !reader.readBytes) throw new Error(`${name} reads no bytes`)
    let known = 0
    for (let i = 0; i < 20_000; i++) {
      for (const text of texts(uniform)) {
        const bytes = encoder.encode(`"${text}"`)
        const value = reader.readBytes(bytes, 1, bytes.length - 1)
        if (value === undefined) continue
        known += 1
        expect(value, `${text} as ${name}`).toBe(reader.read(text))
      }
      if (name !== 'number' && i > 5000) break
    }
    expect(known).toBeGreaterThan(2000)
  }
})
