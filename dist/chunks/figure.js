/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent = (share        )         => `${figure(share * 100)} %`;

/** A count inside a sentence, thousands apart. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

export { figure as f, grouped as g, percent as p };
