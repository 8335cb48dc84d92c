import { z } from 'zod'
import type { Column } from '../column.ts'
import type { Judgement } from '../measures/judged-cells.ts'

/** Texts longer than any of the formats allows (RFC 5321, RFC 3986 in practice). */
const MAX_TEXT = 2048

type Judge = (text: string, value: number) => Judgement

const TEXTS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['email', z.email()],
  ['uuid', z.guid()],
  ['uri', z.url()],
  ['hostname', z.hostname()],
  ['ipv4', z.ipv4()],
  ['ipv6', z.ipv6()],
])

/** How a column's `format` is judged; undefined where there is none, or it is one of date and time, or not known. */
export function formatJudge({ type, options: { format = '' } }: Column): Judge | undefined {
  if (type.id === 'integer') return integerJudge(format)
  if (type.id === 'number') return FLOATS.get(format)
  const schema = type.id === 'string' ? TEXTS.get(format) : undefined
  return schema && (text => (text.length <= MAX_TEXT && schema.safeParse(text).success ? 'pass' : 'fail'))
}

const FLOATS: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['f32', (_, value) => within(Number.isFinite(Math.fround(value)), value)],
  ['f64', (_, value) => within(Number.isFinite(value), value)],
])

/** Rust's integers: `i8` to `i128` signed, `u8` to `u128` unsigned. */
function integerJudge(format: string): Judge | undefined {
  const [, sign, bits] = /^([iu])(8|16|32|64|128)$/.exec(format) ?? []
  if (sign === undefined || bits === undefined) return undefined
  const size = 2n ** BigInt(Number(bits) - (sign === 'i' ? 1 : 0))
  const low = sign === 'i' ? -size : 0n
  return (text, value) => {
    if (Number.isNaN(value)) return 'undecided'
    const exact = BigInt(text.replace(/^\+/, ''))
    return exact >= low && exact < size ? 'pass' : 'fail'
  }
}

const within = (fits: boolean, value: number): Judgement => (Number.isNaN(value) ? 'undecided' : fits ? 'pass' : 'fail')
