/** Standard deviation of numbers, over all of them. */
export function spreadOf(numbers: Float64Array): number {
  const mean = meanOf(numbers)
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length)
}

const meanOf = (numbers: Float64Array) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
