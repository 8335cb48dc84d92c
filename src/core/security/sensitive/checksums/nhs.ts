/** Whether ten digits are an NHS number: 11 minus the sum weighted 10 to 2, modulo 11; 11 stands for 0, 10 for none (NHS Data Dictionary). */
export function nhs(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  if (digits.length !== 10) return false
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i)
  const check = (11 - (sum % 11)) % 11
  return check < 10 && check === Number(digits[9])
}
