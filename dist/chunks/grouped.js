/** A count for a sentence, thousands apart: `2 100`. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

export { grouped as g };
