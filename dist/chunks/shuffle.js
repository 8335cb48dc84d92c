/** The sum of a sequence with Neumaier's compensation, so that its error does not grow with the number of terms. */
function sum(values                  )         {
  // Indexed, because ten million values take half as long as by an iterator.
  if (values instanceof Float64Array) return sumOf(values)
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

function sumOf(values              )         {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

/** Brings the first `taken` numbers of a list into random order, drawn from all of it (Fisher and Yates). */
function shuffleFirst(
  list                                         ,
  { below }        ,
  taken = list.length,
)       {
  for (let i = 0; i < taken; i++) {
    const j = i + below(list.length - i);
    const kept = list[i] ?? 0;
    list[i] = list[j] ?? 0;
    list[j] = kept;
  }
}

const TWO_26 = 2 ** 26;
const TWO_MINUS_53 = 2 ** -53;

/**
 * The generator xoshiro128** 1.1 with 128 bits of state, which must not all be zero.
 *
 * Source: D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators (2021), prng.di.unimi.it/xoshiro128starstar.c
 */
function xoshiro128(state                                           )         {
  let [a, b, c, d] = state;
  function word()         {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result
  }
  const uniform = () => ((word() >>> 5) * TWO_26 + (word() >>> 6)) * TWO_MINUS_53;
  // 53 bits leave a bias below n / 2⁵³, and rounding never reaches n.
  return { word, uniform, below: n => Math.floor(uniform() * n) }
}

/**
 * A generator seeded by a text: digests of the inputs, so that the same inputs draw the same numbers. Each `purpose`
 * has a sequence of its own, so that what one draws does not depend on what else was drawn.
 */
function seeded(seed        , purpose = '')         {
  const state                                   = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const absorb = (word        ) => {
    for (const lane of [0, 1, 2, 3]         ) state[lane] = mixed(state[lane] ^ (word + Math.imul(lane, 0x9e3779b9)));
  };
  for (const word of wordsOf(seed)) absorb(word);
  absorb(seed.length);
  for (let i = 0; i < purpose.length; i++) absorb(purpose.charCodeAt(i));
  return xoshiro128(state.every(word => word === 0) ? [1, 2, 3, 4] : state)
}

/** Eight hexadecimal digits are a word; of any other text each UTF-16 unit is. */
function wordsOf(text        )           {
  if (!/^[0-9a-f]+$/i.test(text)) return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  return Array.from({ length: Math.ceil(text.length / 8) }, (_, i) => Number.parseInt(text.slice(8 * i, 8 * i + 8), 16))
}

/** The finaliser of MurmurHash3, a bijection of 32-bit words (A. Appleby, public domain). */
function mixed(word        )         {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16)
}

/** Puts the values in a random order, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
function shuffle(random        , values             )              {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const value = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = value;
  }
  return values
}

export { seeded as a, shuffle as b, shuffleFirst as c, sum as s };
