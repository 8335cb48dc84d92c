import { U as UserError } from './user-error.js';
import { a as string, s as strictObject, i as int, _ as _enum, u as union, n as number } from './schemas2.js';

/** What a method works with, for one column of one table. */
                               
                         
                                        
                       
                          
                           
                                                                                     
                                                            
 

/** A column's cells made into tokens; no cell is empty. A `UserError` names file and line, never the value. */
                            
                                       
                                                           
                                                        
 

                               
                     
                        
                                      
                                                     
                              
                                             
                                                                             
                                                                                               
                                                              
                                                        
                                                 
 

/** A method with the options of one column. */
                              
                     
                              
                                      
                                                                        
                                                         
 

/** A way to pseudonymise a column. */
                         
                     
                        
                              
                                                                   
                                                                              
 

/** A way to pseudonymise a column, as its file states it. */
function defineMethod         (definition                     )         {
  const { id, title, reversible, options: schema, tokenizer, holds, subject } = definition;
  return {
    id,
    title,
    reversible,
    bind(given) {
      const read = schema.safeParse(given);
      if (!read.success) return { faults: read.error.issues.map(issue => faultOf(issue)) }
      const options = read.data;
      return {
        id,
        reversible,
        subject: subject?.(options),
        tokenizer: tokenizer && (context => tokenizer(options, context)),
        holds: holds && (cell => holds(cell, options)),
      }
    },
  }
}

const faultOf = (issue                  )         =>
  issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;

/** Name that a column's key is derived by: columns of one domain, in whatever table, have equal tokens for equal values. */
const Domain = string().min(1).max(200).optional();

/** What a token is made by: `h` HMAC, `s` AES-SIV. */
                                 

const TOKEN = /^pmt1\.([hs])\.([\da-f]{8})\.([\w-]{22,})$/;

/** A token as text, `pmt1.KIND.KEY-ID.BODY`: safe in a CSV cell, in a URL, and in a spreadsheet. */
const writeToken = (kind           , keyId        , body            )         =>
  `pmt1.${kind}.${keyId}.${base64Url(body)}`;

/** A token's parts; undefined where the text is none. */
function readToken(text        )                                                                   {
  const [, kind, keyId, body] = TOKEN.exec(text) ?? [];
  if ((kind !== 'h' && kind !== 's') || keyId === undefined || body === undefined || body.length % 4 === 1)
    return undefined
  return { kind, keyId, body: fromBase64Url(body) }
}

const base64Url = (bytes            ) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text        ) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

const SIV_BYTES = 16;

/** AES-256-SIV (RFC 5297) under the column's key: equal values have equal tokens, the key's holder gets the values back, a changed token is refused. Its length tells the value's. */
const aesSiv = defineMethod({
  id: 'aes-siv',
  title: 'Deterministic encryption (AES-SIV), two ways',
  reversible: true,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, file, keys, ciphers }) {
    const siv = ciphers.aesSiv(keys.of('aes-siv', domain ?? column, 64));
    return {
      apply: cell => writeToken('s', keys.id, siv.seal(new TextEncoder().encode(cell))),
      reverse(cell, { line }) {
        const refuse = (found        ) =>
          new UserError('tokenize.token', `Expected a token of ${column} but found ${found} (${file}:${line})`, {
            file,
            line,
            hint: 'Give the table as tokenize wrote it, with the key and the contract it was written by',
          });
        const token = readToken(cell);
        if (token?.kind !== 's') throw refuse('something else')
        if (token.keyId !== keys.id) throw refuse(`one of the key ${token.keyId}, which is not ${keys.id}`)
        const plain = siv.open(token.body);
        if (!plain) throw refuse('one that is changed or of another column')
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain)
      },
    }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 's' && token.body.length > SIV_BYTES
  },
});

const DATE$1 = /^(\d{4})-(\d{2})-(\d{2})([T ].*)?$/;
const DAY = 86_400_000;

/** All dates of one subject moved by the same number of days, at most `days` either way and never none: what lies between them stays. Time of day stays. */
const dateShift = defineMethod({
  id: 'date-shift',
  title: 'Date shift, the same for all dates of one subject',
  reversible: true,
  options: strictObject({ subject: string().min(1), days: int().min(1).max(3650), domain: Domain }),
  subject: ({ subject }) => subject,
  tokenizer({ subject, days, domain }, { column, file, keys, ciphers, cellOf }) {
    // The subject's domain, not the column's: all dates of one subject move together.
    const key = keys.of('date-shift', domain ?? subject, 32);
    const subjectOf = cellOf(subject);
    const refuse = (message        , { line }     ) =>
      new UserError('tokenize.date-shift', `${message} (${file}:${line})`, {
        file,
        line,
        hint: 'Mend the value or empty the cell, or choose another method for the column',
      });
    const shift = (row     ) => {
      const person = subjectOf?.(row) ?? '';
      if (person === '')
        throw refuse(`Expected ${subject}, by which ${column} is shifted, to have a value but found none`, row)
      const number =
        ciphers
          .hmac(key, person)
          .slice(0, 6)
          .reduce((sum, byte) => sum * 256 + byte, 0) %
        (2 * days);
      return number < days ? number - days : number - days + 1
    };
    const move = (cell        , by        , row     ) => {
      const [, year, month, day, time = ''] = DATE$1.exec(cell) ?? [];
      const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
      // An impossible day (31 June) would silently be another one.
      const moved = Number.isNaN(at) || !iso(at).endsWith(`${day}`) ? '' : iso(at + by * DAY);
      if (moved.length !== 10)
        throw refuse(`Expected ${column} to hold dates as YYYY-MM-DD but found something else`, row)
      return moved + time
    };
    return {
      apply: (cell, row) => move(cell, shift(row), row),
      reverse: (cell, row) => move(cell, -shift(row), row),
    }
  },
});

const iso = (at        ) => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '')
};

/** The column left out of the table. */
const drop = defineMethod({
  id: 'drop',
  title: 'The column is left out',
  reversible: false,
  options: strictObject({}),
  holds: () => false,
});

const ALPHABETS = {
  digits: '0123456789',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'mixed-case': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};         

/** Texts of one format there must be at least, or one can be found by trying (NIST SP 800-38G Rev. 1, 5.1). */
const SMALLEST_DOMAIN = 1_000_000;
/** Longest text, in characters of the alphabet. */
const LONGEST = 128;
/** What stays where it is: the marks that numbers are written with. */
const MARK = /[\s./()+-]/;

/** FF1 (NIST SP 800-38G) under the column's key: digits stay digits, marks stay in place. Nothing tells it from a raw value, the key's id least of all. */
const ff1 = defineMethod({
  id: 'ff1',
  title: 'Format-preserving encryption (FF1), two ways',
  reversible: true,
  options: strictObject({
    alphabet: _enum(['digits', 'letters', 'alphanumeric', 'mixed-case']).default('digits'),
    domain: Domain,
  }),
  tokenizer({ alphabet, domain = undefined }, { column, file, keys, ciphers }) {
    const letters = ALPHABETS[alphabet];
    const radix = letters.length;
    const name = domain ?? column;
    const cipher = ciphers.ff1(radix, keys.of('ff1', `${alphabet}\0${name}`, 32), new TextEncoder().encode(name));
    const run = (cell        , line        , permute                                  ) => {
      const chars = [...cell];
      const numerals = chars.filter(char => !MARK.test(char)).map(char => letters.indexOf(char));
      const refuse = (expected        , found        ) =>
        new UserError('tokenize.ff1', `Expected ${column} to ${expected} but found ${found} (${file}:${line})`, {
          file,
          line,
          hint: 'Set another alphabet (digits, letters, alphanumeric, mixed-case), or use aes-siv',
        });
      if (numerals.includes(-1)) throw refuse(`hold ${alphabet} and marks only`, 'another character')
      if (radix ** numerals.length < SMALLEST_DOMAIN)
        throw refuse('have at least 1 000 000 values of one length', `a value of ${numerals.length} ${alphabet}`)
      if (numerals.length > LONGEST) throw refuse(`have at most ${LONGEST} characters`, String(numerals.length))
      const permuted = permute(numerals);
      let next = 0;
      return chars.map(char => (MARK.test(char) ? char : letters[permuted[next++] ?? 0])).join('')
    };
    return {
      apply: (cell, { line }) => run(cell, line, cipher.encrypt),
      reverse: (cell, { line }) => run(cell, line, cipher.decrypt),
    }
  },
});

const Options = union(
  [
    strictObject({ bin: number().positive() }),
    strictObject({ to: _enum(['month', 'year']) }),
    strictObject({ characters: int().min(1).max(20) }),
  ],
  { error: 'Expected one of bin (a width), to (month or year), characters (how many stay)' },
);

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?$/;
/** Digits that bins of decimal width are written with: 0.3, and not 0.30000000000000004. */
const DIGITS = 12;

/** A number made the lower end of its bin, so that a column of numbers stays one; a date made its month or year; a text its first characters. */
const generalise = defineMethod({
  id: 'generalise',
  title: 'Generalisation: bins, months or years, first characters',
  reversible: false,
  options: Options,
  tokenizer: (options, { column, file }) => ({
    apply(cell, { line }) {
      if ('characters' in options) return [...cell].slice(0, options.characters).join('')
      const refuse = (what        ) =>
        new UserError(
          'tokenize.generalise',
          `Expected ${column} to hold ${what} but found something else (${file}:${line})`,
          {
            file,
            line,
            hint: 'Mend the value or empty the cell, or choose another method for the column',
          },
        );
      if ('bin' in options) {
        const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
        if (!Number.isFinite(value)) throw refuse('numbers')
        // The division may land a hair below a whole number: 0.3 / 0.1 is 2.9999999999999996.
        const step = Math.floor(Number((value / options.bin).toPrecision(DIGITS)));
        return String(Number((step * options.bin).toPrecision(DIGITS)))
      }
      const [, year, month] = DATE.exec(cell) ?? [];
      if (year === undefined || month === undefined) throw refuse('dates as YYYY-MM-DD')
      return options.to === 'year' ? year : `${year}-${month}`
    },
  }),
  holds(cell, options) {
    if ('characters' in options) return [...cell].length <= options.characters
    if ('to' in options) return options.to === 'year' ? /^\d{4}$/.test(cell) : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell)
    const steps = NUMBER.test(cell) ? Number(cell) / options.bin : Number.NaN;
    return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))
  },
});

/** HMAC-SHA-256 under the column's key: equal values have equal tokens, and nobody gets a value back, the key's holder by guessing only. */
const hmac = defineMethod({
  id: 'hmac',
  title: 'Keyed hash (HMAC-SHA-256), one way',
  reversible: false,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, keys, ciphers }) {
    const key = keys.of('hmac', domain ?? column, 32);
    return { apply: cell => writeToken('h', keys.id, ciphers.hmac(key, cell)) }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 'h' && token.body.length === 32
  },
});

const STARS = '****';
const shown = int().min(0).max(8).default(0);

/** All but the first and last characters made four stars, however many there were; a value that would hide fewer than four is stars only. */
const mask = defineMethod({
  id: 'mask',
  title: 'Masking: first and last characters stay',
  reversible: false,
  options: strictObject({ first: shown, last: shown }),
  tokenizer: ({ first, last }) => ({
    apply(cell) {
      const chars = [...cell];
      if (chars.length < first + last + STARS.length) return STARS
      return [...chars.slice(0, first), STARS, ...chars.slice(chars.length - last)].join('')
    },
  }),
  holds(cell, { first, last }) {
    const chars = [...cell];
    if (cell === STARS) return true
    return chars.length === first + last + STARS.length && chars.slice(first, first + STARS.length).join('') === STARS
  },
});

var tokenMethods = /*#__PURE__*/Object.freeze({
  __proto__: null,
  aesSiv: aesSiv,
  dateShift: dateShift,
  drop: drop,
  ff1: ff1,
  generalise: generalise,
  hmac: hmac,
  mask: mask
});

export { tokenMethods as t };
