/** A number inside a sentence: three significant digits. */
export const figure = (value: number): string => String(Number(value.toPrecision(3)))

/** A share of one inside a sentence, as a percentage of three significant digits. */
export const percent = (share: number): string => `${figure(share * 100)} %`
