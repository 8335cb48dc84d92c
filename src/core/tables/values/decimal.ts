/** Digits that exact arithmetic is done with; `1e999999` would fill the memory. */
const MAX_DIGITS = 2000

/** Whether the number that `text` writes (`value` as a double) is a multiple of `step`, exactly. */
export function isMultiple(text: string, value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step) && /^[+-]?[0-9]+$/.test(text)) return value % step === 0
  const [a, b] = [decimal(text), decimal(String(step))]
  const exponent = Math.min(a.exponent, b.exponent)
  if (Math.max(a.exponent, b.exponent) - exponent > MAX_DIGITS) return false
  return scaled(a, exponent) % scaled(b, exponent) === 0n
}

/** `digits` × 10^`exponent`. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

function decimal(text: string): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.')
  return { digits: BigInt(`${whole}${fraction}` || '0'), exponent: Number(power) - fraction.length }
}

const scaled = ({ digits, exponent }: Decimal, to: number): bigint => digits * 10n ** BigInt(exponent - to)
