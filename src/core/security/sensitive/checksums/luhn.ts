/** Whether the last digit is the Luhn digit of those before it (ISO/IEC 7812-1 Annex B); anything but digits is passed over. */
export function luhn(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return digits !== '' && sum % 10 === 0
}
