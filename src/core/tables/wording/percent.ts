/** A share of 1 for a sentence, to four digits; never rounded to all or nothing. */
export function percent(share: number): string {
  const rounded = Number((100 * share).toPrecision(4))
  if (rounded === 100 && share < 1) return 'more than 99.99 %'
  return `${rounded} %`
}
