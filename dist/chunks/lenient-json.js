import { U as UserError } from './user-error.js';

/** Brackets inside one another; what the tools write has less than twenty. */
const MAX_DEPTH = 200;

/** A string; or a number without digits, which Python writes and JSON has not. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[{]|[\]}]|-?\bInfinity\b|\bNaN\b/gs;

/** JSON as Python writes it, with bare NaN (read as null) and ±Infinity. Throws a `UserError` for anything else, and for what is nested too deeply. */
function lenientJson(file        , text        )          {
  let depth = 0;
  const strict = text.replace(/^\uFEFF/, '').replaceAll(TOKEN, token => {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) throw refused(file, `nested at most ${MAX_DEPTH} deep but it is nested deeper`)
    // Too large for a double, so that parsing it gives infinity.
    if (token.endsWith('Infinity')) return token.replace('Infinity', '1e999')
    return token === 'NaN' ? 'null' : token
  });
  try {
    return JSON.parse(strict)
  } catch (cause) {
    throw refused(file, 'JSON but it is not', cause)
  }
}

const refused = (file        , what        , cause          ) =>
  new UserError('results.syntax', `Expected ${file} to be ${what}`, {
    file,
    hint: 'Let the tool write its results again',
    ...(cause === undefined ? {} : { cause }),
  });

export { lenientJson };
