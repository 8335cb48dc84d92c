/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent = (share        )         => `${figure(share * 100)} %`;

export { figure as f, percent as p };
