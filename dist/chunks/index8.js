import { p as plan, n as newcombe } from './planned.js';
import { u as union, i as int, a as string$1, h as looseObject, n as number$1, t as tuple, s as strictObject, e as array$1, f as unknown, _ as _enum, b as boolean$1, E as _null, r as record, M as email, N as guid, j as url, O as hostname, P as ipv4, Q as ipv6 } from './schemas2.js';
import { g as grouped } from './grouped.js';
import { e as binomial, g as gammainc, j as beta, n as normal, c as clopperPearson } from './clopper-pearson.js';
import { s as sorted, k as kolmogorov, t as temporalExpression, I as ISO, i as instant, a as addSum, b as addTo, n as noSum, c as centralMoments, d as sumOf, e as integerOf, r as ratio } from './central-moments.js';
import { closestMatch } from './index5.js';
import { p as powerAbove } from './power-above.js';
import { c as chiSquared } from './chi-squared.js';
import { d as datetime, a as date$1 } from './iso.js';

/**
 * The two-sided one-sample Kolmogorov–Smirnov test against a continuous distribution, whose parameters must not come from
 * the same values; the p-value is that of the exact distribution of the statistic.
 */
function ks1samp(x                   , cdf                           )             {
  const values = sorted(x, 'x');
  const n = values.length;
  let statistic = 0;
  for (const [i, value] of values.entries()) {
    const expected = cdf(value);
    statistic = Math.max(statistic, (i + 1) / n - expected, expected - i / n);
  }
  return { statistic, pValue: kolmogorov(n).sf(statistic) }
}

/** Great Expectations' name of it. */
const MATCH_JSON_SCHEMA = 'expect_column_values_to_match_json_schema';

let library;                     

/** Loads the library, an interpreter of schemas that makes no code of them. Must have ended before a rule that needs it is planned. */
async function loadLibrary()                {
  if (library) return
  const loaded = await import('./schemas.js');
  // `format` only describes (JSON Schema 2020-12, 7.2.1), and so does python-jsonschema take it, which Great Expectations uses.
  for (const name of Object.keys(loaded.format)) delete loaded.format[name];
  library = loaded;
}

/** A validator of a schema; loading must have ended. */
function validatorOf(schema                  , draft             )            {
  if (!library) throw new Error('A JSON Schema was asked for before its library was loaded')
  return new library.Validator(schema, draft)
}

/** How the text of a cell is read as a value of one ODCS logical type. Cells are never trimmed; an empty one is null and is not read. */
                              
                                   
                     
                                                           
                       
                                                              
                                              
                                                                              
                                                         
                                                                                           
                                                                                            
 

/** Reads the cells of one column. */
                         
                                                                                                                   
                                         
                                                                                                                           
                            
                                                   
                                            
 

/** Decimals (`-12.5`, `1e-5`) or whole numbers of up to 19 digits, as `Number` reads them; or ISO 8601. */
                        
                                        
                                                      
                                                                         

/** A logical type. */
const defineType = (type             )              => type;

/** Lists, which the cells of a CSV file do not hold. */
const array = defineType({
  id: 'array',
  noun: 'a list',
  written: () => 'nothing that a CSV file can hold',
  options: ['minItems', 'maxItems', 'uniqueItems'],
  reader: () => ({ unsupported: 'a CSV file has no lists' }),
});

const VALUES                                   = {
  true: 1,
  True: 1,
  TRUE: 1,
  1: 1,
  false: 0,
  False: 0,
  FALSE: 0,
  0: 0,
};

/** Truth values as XML Schema writes xsd:boolean (Part 2, 3.3.2), and as Python and spreadsheets do. */
const boolean = defineType({
  id: 'boolean',
  noun: 'true or false',
  written: () => 'true, false, True, False, TRUE, FALSE, 1 or 0',
  options: [],
  reader: () => ({ read: text => (Object.hasOwn(VALUES, text) ? (VALUES[text] ?? Number.NaN) : Number.NaN) }),
});

/** Reads date and time by the contract's format, else by ISO 8601; `timezone` says whether an offset must or must not be there. */
function temporalReader(iso        , options                    )                                            {
  const expression = options.format === undefined ? iso : temporalExpression(options.format);
  if (!expression) return { unsupported: `the format '${options.format}' uses letters that Proofmark does not read` }
  return {
    read(text) {
      const fields = expression.exec(text)?.groups;
      if (!fields) return Number.NaN
      if (options.timezone !== undefined && options.timezone !== (fields.offset !== undefined)) return Number.NaN
      return instant(fields)
    },
    ...(expression === ISO.date || expression === ISO.timestamp
      ? { form: { is: expression === ISO.timestamp ? 'time' : 'day', zoned: options.timezone } }
      : {}),
    zoned: text => expression.exec(text)?.groups?.offset !== undefined,
  }
}

/** How a date or a time is written: in the contract's format, else like the ISO 8601 example; with an offset or without where the contract says so. */
function writtenAs(what        , { format, timezone }                    , iso        )         {
  const offset = timezone === undefined ? '' : timezone ? ', with an offset from UTC' : ', without an offset from UTC';
  return `${what}, ${format === undefined ? `such as ${iso}` : `written ${format}`}${offset}`
}

/** Days of the Gregorian calendar. */
const date = defineType({
  id: 'date',
  noun: 'a date',
  written: options => writtenAs('a day that exists', options, '2024-02-29'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  reader: options => temporalReader(ISO.date, options),
});

const LEXICAL$1 = /^[+-]?[0-9]+$/;

/** Whole numbers as XML Schema writes xsd:integer (Part 2, 3.4.13). */
const integer = defineType({
  id: 'integer',
  noun: 'an integer',
  written: () => 'digits, with a sign or without, such as 42 or -7; not 42.0, 4e2 or 1,000',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    form: { is: 'whole' },
    read(text) {
      const value = LEXICAL$1.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
});

const LEXICAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/;

/** Decimal numbers as XML Schema writes xsd:double (Part 2, 3.3.5) without INF and NaN: neither is a measurement. */
const number = defineType({
  id: 'number',
  noun: 'a finite number',
  written: () => 'a decimal with a point, such as 3.14, .5 or 1e-3; not NaN, inf, 3,14 or 5 %',
  options: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  reader: () => ({
    form: { is: 'decimal' },
    read(text) {
      const value = LEXICAL.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : Number.NaN
    },
  }),
});

/** Structures, which the cells of a CSV file do not hold. */
const object = defineType({
  id: 'object',
  noun: 'a structure',
  written: () => 'nothing that a CSV file can hold',
  options: ['minProperties', 'maxProperties', 'required'],
  reader: () => ({ unsupported: 'a CSV file has no structures inside a cell' }),
});

/** Any text: there is nothing to read. */
const string = defineType({
  id: 'string',
  noun: 'a text',
  written: () => 'anything',
  options: ['minLength', 'maxLength', 'pattern', 'format'],
  reader: () => undefined,
});

/** Times of the day; without an offset, in UTC. */
const time = defineType({
  id: 'time',
  noun: 'a time of day',
  written: options => writtenAs('a time that exists', options, '14:22:35 or 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.time, options),
});

/** Points in time; without an offset, in UTC. */
const timestamp = defineType({
  id: 'timestamp',
  noun: 'a timestamp',
  written: options => writtenAs('a time that exists', options, '2024-03-10T14:22:35Z or 2024-03-10 14:22'),
  options: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'timezone', 'defaultTimezone'],
  reader: options => temporalReader(ISO.timestamp, options),
});

var types = /*#__PURE__*/Object.freeze({
  __proto__: null,
  array: array,
  boolean: boolean,
  date: date,
  integer: integer,
  number: number,
  object: object,
  string: string,
  time: time,
  timestamp: timestamp
});

const BY_ID                                   = new Map(Object.values(types).map(type => [type.id, type]));

/** The logical type of that name; of no name, a text. */
const logicalTypeOf = (name                    )              => BY_ID.get(name ?? 'string') ?? string;

/** Some rows of a batch, by their numbers, ascending, as a batch of their own. */
function selectRows(batch       , chosen             )        {
  if (chosen.length === batch.rows) return batch
  const known = new Map               ();
  return {
    rows: chosen.length,
    overflow: batch.overflow,
    places: Float64Array.from(chosen, row => batch.places[row] ?? 0),
    cells(index) {
      const cells = known.get(index) ?? selectCells(batch.cells(index), chosen);
      known.set(index, cells);
      return cells
    },
  }
}

function selectCells(cells       , chosen             )        {
  const words = (all             ) => Uint32Array.from(chosen, row => all[row] ?? 0);
  return {
    empty: Uint8Array.from(chosen, row => cells.empty[row] ?? 0),
    text: row => cells.text(chosen[row] ?? 0),
    values(reader) {
      const values = cells.values(reader);
      return Float64Array.from(chosen, row => values[row] ?? Number.NaN)
    },
    get codes() {
      const { codes } = cells;
      return codes && { of: words(codes.of), texts: codes.texts }
    },
    get hashes() {
      const { a, b, c } = cells.hashes;
      return { a: words(a), b: words(b), c: words(c) }
    },
  }
}

/** A pattern of SQL's LIKE, `%` for any text and `_` for any character, as an expression that matches the whole text. */
function likeExpression(pattern        )         {
  const source = pattern
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]');
  return new RegExp(`^${source}$`, 'u')
}

/** For each row: true, false, or unknown because a null decides. */
                               
const FALSE = 0;
const TRUE = 1;
const UNKNOWN$2 = 2;

/** Finds the column of a name. Its caller has made sure that there is one. */
                                                              

/** Answers a condition for every row of a batch, in the three-valued logic of SQL. */
function evaluate(condition           , batch       , named             )         {
  switch (condition.is) {
    case 'and':
    case 'or':
      return joined(condition.is, evaluate(condition.left, batch, named), evaluate(condition.right, batch, named))
    case 'not':
      return evaluate(condition.of, batch, named).map(truth => (truth === UNKNOWN$2 ? UNKNOWN$2 : 1 - truth))
    case 'compare':
      return compare(condition.operator, condition.left, condition.right, batch, named)
    case 'in':
      return condition.list
        .map(item => compare('=', condition.value, item, batch, named))
        .reduce((left, right) => joined('or', left, right))
    case 'like': {
      const text = textsOf(condition.value, batch, named);
      const expression = likeExpression(condition.pattern);
      return eachRow(batch, row => {
        const found = text(row);
        return found === '' ? UNKNOWN$2 : expression.test(found) ? TRUE : FALSE
      })
    }
    case 'null':
      return nulls(condition.value, batch, named)
    case 'true': {
      const values = numbersOf(condition.value, batch, named, boolean.reader({}));
      return eachRow(batch, row => {
        const value = values(row);
        return Number.isNaN(value) ? UNKNOWN$2 : value === 1 ? TRUE : FALSE
      })
    }
  }
}

function joined(is              , left        , right        )         {
  const decides = is === 'and' ? FALSE : TRUE;
  return left.map((truth, row) => {
    const other = right[row] ?? UNKNOWN$2;
    if (truth === decides || other === decides) return decides
    return truth === UNKNOWN$2 || other === UNKNOWN$2 ? UNKNOWN$2 : truth
  })
}

/** Values compare as what their columns' types make of them, texts as texts where neither side is anything else. */
function compare(operator            , left         , right         , batch       , named             )         {
  const holds = HOLDS[operator];
  if (isText(left, named) && isText(right, named)) {
    const [a, b] = [textsOf(left, batch, named), textsOf(right, batch, named)];
    const [noA, noB] = [nulls(left, batch, named), nulls(right, batch, named)];
    return eachRow(batch, row =>
      noA[row] === TRUE || noB[row] === TRUE ? UNKNOWN$2 : holds(order(a(row), b(row))) ? TRUE : FALSE,
    )
  }
  const reader = readerOf$1(left, named) ?? readerOf$1(right, named) ?? number.reader({});
  const [a, b] = [numbersOf(left, batch, named, reader), numbersOf(right, batch, named, reader)];
  return eachRow(batch, row => {
    const [x, y] = [a(row), b(row)];
    return Number.isNaN(x) || Number.isNaN(y) ? UNKNOWN$2 : holds(x - y) ? TRUE : FALSE
  })
}

const HOLDS                                                           = {
  '=': order => order === 0,
  '<>': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

const order = (a        , b        )         => (a === b ? 0 : a < b ? -1 : 1);

function isText(operand         , named             )          {
  return operand.is === 'text' || (operand.is === 'column' && named(operand.name)?.reader === undefined)
}

const readerOf$1 = (operand         , named             )                     =>
  operand.is === 'column' ? named(operand.name)?.reader : undefined;

/** The operand's text in each row; '' for a null. */
function textsOf(operand         , batch       , named             )                          {
  if (operand.is === 'text') return () => operand.value
  if (operand.is === 'number' || operand.is === 'boolean') return () => String(operand.value)
  const column = operand.is === 'column' ? named(operand.name) : undefined;
  if (column) return batch.cells(column.index).text
  const numbers = numbersOf(operand, batch, named, undefined);
  return row => (Number.isNaN(numbers(row)) ? '' : String(numbers(row)))
}

/** The operand's value in each row; NaN for a null and for what is no value. */
function numbersOf(
  operand         ,
  batch       ,
  named             ,
  reader                                        ,
)                          {
  switch (operand.is) {
    case 'number':
      return () => operand.value
    case 'boolean':
      return () => (operand.value ? 1 : 0)
    case 'text': {
      const value = reader && 'read' in reader ? reader.read(operand.value) : Number.NaN;
      return () => value
    }
    case 'column': {
      const column = named(operand.name);
      const own = column?.reader ?? (reader && 'read' in reader ? reader : undefined);
      if (!column || !own) return () => Number.NaN
      const values = batch.cells(column.index).values(own);
      return row => values[row] ?? Number.NaN
    }
    case 'arithmetic': {
      const left = numbersOf(operand.left, batch, named, undefined);
      const right = numbersOf(operand.right, batch, named, undefined);
      const calculate = CALCULATE[operand.operator];
      return row => finite$1(calculate(left(row), right(row)))
    }
  }
}

const CALCULATE                                                                                  = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** What divides by zero or overflows is no value. */
const finite$1 = (value        )         => (Number.isFinite(value) ? value : Number.NaN);

function nulls(operand         , batch       , named             )         {
  if (operand.is === 'column') {
    const column = named(operand.name);
    return column ? batch.cells(column.index).empty : new Uint8Array(batch.rows).fill(TRUE)
  }
  if (operand.is !== 'arithmetic') return new Uint8Array(batch.rows)
  const numbers = numbersOf(operand, batch, named, undefined);
  return eachRow(batch, row => (Number.isNaN(numbers(row)) ? TRUE : FALSE))
}

function eachRow(batch       , truth                         )         {
  const truths = new Uint8Array(batch.rows);
  for (let row = 0; row < batch.rows; row++) truths[row] = truth(row);
  return truths
}

/** The rows that a rule speaks of. */
                            
                                              
                         
                               
                             
                             
 

/** Selects the rows for which the condition is true: neither those for which it is false, nor those of which it cannot be said. */
function rowFilter(source        , condition           , table                             )            {
  const named = (name        ) => table.columns.find(({ property }) => property.name === name);
  const known = new WeakMap              ();
  return {
    source,
    condition,
    named,
    select(batch) {
      const selected = known.get(batch) ?? select(batch);
      known.set(batch, selected);
      return selected
    },
  }

  function select(batch       )        {
    const truths = evaluate(condition, batch, named);
    const chosen = new Uint32Array(batch.rows);
    let count = 0;
    for (let row = 0; row < batch.rows; row++) if (truths[row] === TRUE) chosen[count++] = row;
    return selectRows(batch, chosen.subarray(0, count))
  }
}

/** The key of a measure of some rows only. */
const filteredKey = (key        , { source }           )         => `${key} where ${source}`;

/** A measure of some rows only. */
function filtered       (measure                , filter           )                 {
  const { init, merge } = measure;
  return {
    key: filteredKey(measure.key, filter),
    asks: { is: 'filtered', filter, measure },
    init,
    add: (state, batch) => measure.add(state, filter.select(batch)),
    merge,
  }
}

/** One thing a contract demands of a file, planned before its rows are read. */
                       
                            
                          
                                                                 
                                      
                                     
                     
                        
                        
                                              
                       
                                                         
                            
                                                           
                                
                                                                              
                            
 

/** A kind of check: what a contract demands of this kind, what is measured for it, and what the numbers say. */
                                                                      
                     
                        
                                                                             
                                                
                                        
                      
                                                        
                                                          
 

/** A kind of check as the engine sees it: its rules planned, their states hidden. */
                             
                     
                        
                                               
                                         
 

/** One rule to be checked. */
                                                      
                     
 

/** A kind of check. */
const defineCheck =                                     (definition                       )             => ({
  id: definition.id,
  title: definition.title,
  expectations: definition.expectations ?? [],
  plan: table =>
    definition.rules(table).map(rule => {
      const planned = plan(definition.measures(rule), (found, rows) => definition.finish(rule, found, rows));
      return { rule, ...(rule.where ? asked(planned, rule.where) : planned) }
    }),
});

/** The same, measured and said of some rows only. */
function asked({ measures, finish }                , where           )                 {
  return {
    measures: measures.map(measure => filtered(measure, where)),
    finish(stateOf, rows) {
      const check = finish(key => stateOf(filteredKey(key, where)), rows);
      return { ...check, title: `${check.title}, where ${where.source}` }
    },
  }
}

/** A rule that a contract may ask for by name, under `engine: proofmark`. */
                                                 
                                                     
                       
                                                                                                           
                                    
                           
                                      
                                                                          
                                               
 

/** An expectation on one column. */
const ofColumn$1 =          (
  name        ,
  options                    ,
  columns                                          ,
)                       => ({ name, level: 'column', options, ...({}) });

/** An expectation on a table. */
const ofTable =          (
  name        ,
  options                    ,
  columns                                          ,
)                       => ({ name, level: 'table', options, ...(columns ? { columns } : {}) });

/** A word of a condition, and where it begins. */
                        
                                                                       
                                               
                       
                          
                          
                     
 

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|"(?<column>(?:[^"]|"")+)"|'(?<text>(?:[^']|'')*)'|(?<mark><=|>=|<>|!=|==|[-+*/%(),=<>]))/uy;

/** The words of a condition; the place at which something is none, where there is such a place. */
function tokens(source        )                            {
  const found          = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match?.groups) return start + (/^\s*/.exec(source.slice(start))?.[0].length ?? 0)
    const { number, word, column, text, mark } = match.groups;
    const written = match[0].trimStart();
    const at = match.index + match[0].length - written.length;
    if (number !== undefined) found.push({ kind: 'number', text: number, written, at });
    else if (word !== undefined) found.push({ kind: 'word', text: word.toLowerCase(), written, at });
    else if (column !== undefined) found.push({ kind: 'column', text: column.replaceAll('""', '"'), written, at });
    else if (text !== undefined) found.push({ kind: 'text', text: text.replaceAll("''", "'"), written, at });
    else found.push({ kind: 'mark', text: mark ?? '', written, at });
  }
  found.push({ kind: 'end', text: '', written: 'its end', at: source.length });
  return found
}

/** Levels of brackets and negations that a condition may have. */
const MAX_DEPTH = 100;

const COMPARISONS                                       = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const RESERVED                      = new Set([
  'and',
  'or',
  'not',
  'in',
  'is',
  'null',
  'like',
  'between',
  'true',
  'false',
]);

/** What is wrong with a condition, as the end of a sentence, and at which character (from 1). */
                                 
                        
                     
 

/**
 * Reads a condition on a row, in the words of SQL: comparisons, `and`, `or`, `not`, `in`, `between`, `like`, `is null`,
 * arithmetic, brackets; columns bare or in double quotes, texts in single quotes.
 */
function parseCondition(source        )                             {
  const read = tokens(source);
  if (typeof read === 'number')
    return { fault: `expected a word, a number or a mark but found ${source[read]}`, at: read + 1 }
  try {
    return parse(read)
  } catch (error) {
    if (error instanceof Unexpected) return { fault: error.message, at: error.at + 1 }
    throw error
  }
}

/** Whether there was a fault. */
const isFault = (read                            )                         => 'fault' in read;

class Unexpected extends Error {
           at        

  constructor(expected        , { written, at }       ) {
    super(`expected ${expected} but found ${written}`);
    this.at = at;
  }
}

function parse(all                  )            {
  const end = all.at(-1);
  let next = 0;
  let depth = 0;
  const peek = ()        => all[next] ?? end ?? { kind: 'end', text: '', written: 'its end', at: 0 };
  const isNext = (...texts          ) =>
    (peek().kind === 'word' || peek().kind === 'mark') && texts.includes(peek().text);
  const take = (...texts          )          => {
    if (!isNext(...texts)) return false
    next += 1;
    return true
  };
  const require = (text        )       => {
    if (!take(text)) throw new Unexpected(text, peek())
  };

  const condition = either();
  if (peek().kind !== 'end') throw new Unexpected('and, or, or the end', peek())
  return condition

  function either()            {
    let left = both();
    while (take('or')) left = { is: 'or', left, right: both() };
    return left
  }

  function both()            {
    let left = negated();
    while (take('and')) left = { is: 'and', left, right: negated() };
    return left
  }

  function negated()            {
    if (!take('not')) return predicate()
    return deeper(() => ({ is: 'not', of: negated() }))
  }

  function deeper       (read             )        {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Unexpected(`at most ${MAX_DEPTH} levels`, peek())
    const value = read();
    depth -= 1;
    return value
  }

  /** A bracket may hold a condition or a sum: it is read as a sum first, and again where none comes of it. */
  function predicate()            {
    if (isNext('(')) {
      const start = next;
      try {
        return comparison()
      } catch (error) {
        if (!(error instanceof Unexpected)) throw error
        next = start;
      }
      require('(');
      const inner = deeper(either);
      require(')');
      return inner
    }
    return comparison()
  }

  function comparison()            {
    const left = sum();
    const operator = peek().kind === 'mark' ? COMPARISONS[peek().text] : undefined;
    if (operator !== undefined) {
      next += 1;
      return { is: 'compare', operator, left, right: sum() }
    }
    if (take('is')) {
      const not = take('not');
      require('null');
      return not ? { is: 'not', of: { is: 'null', value: left } } : { is: 'null', value: left }
    }
    const not = take('not');
    const found = membership(left);
    if (found) return not ? { is: 'not', of: found } : found
    if (not) throw new Unexpected('in, between or like', peek())
    if (left.is === 'column' || left.is === 'boolean') return { is: 'true', value: left }
    throw new Unexpected('a comparison', peek())
  }

  function membership(value         )                        {
    if (take('in')) {
      require('(');
      const list = [sum()];
      while (take(',')) list.push(sum());
      require(')');
      return { is: 'in', value, list }
    }
    if (take('between')) {
      const low = sum();
      require('and');
      const high = sum();
      return {
        is: 'and',
        left: { is: 'compare', operator: '>=', left: value, right: low },
        right: { is: 'compare', operator: '<=', left: value, right: high },
      }
    }
    if (!take('like')) return undefined
    const pattern = peek();
    if (pattern.kind !== 'text') throw new Unexpected('a text in single quotes', pattern)
    next += 1;
    return { is: 'like', value, pattern: pattern.text }
  }

  function sum()          {
    let left = product();
    while (isNext('+', '-')) {
      const operator = peek().text === '+' ? '+' : '-';
      next += 1;
      left = { is: 'arithmetic', operator, left, right: product() };
    }
    return left
  }

  function product()          {
    let left = single();
    while (isNext('*', '/', '%')) {
      const { text } = peek();
      next += 1;
      left = { is: 'arithmetic', operator: text === '*' ? '*' : text === '/' ? '/' : '%', left, right: single() };
    }
    return left
  }

  function single()          {
    const token = peek();
    if (take('-'))
      return deeper(() => ({ is: 'arithmetic', operator: '-', left: { is: 'number', value: 0 }, right: single() }))
    if (take('(')) {
      const inner = deeper(sum);
      require(')');
      return inner
    }
    if (take('true', 'false')) return { is: 'boolean', value: token.text === 'true' }
    if (token.kind === 'number') {
      next += 1;
      return { is: 'number', value: Number(token.text) }
    }
    if (token.kind === 'text') {
      next += 1;
      return { is: 'text', value: token.text }
    }
    const bare = token.kind === 'word' && !RESERVED.has(token.text);
    if (!bare && token.kind !== 'column') throw new Unexpected('a column, a number or a text', token)
    next += 1;
    return { is: 'column', name: bare ? token.written : token.text }
  }
}

/** Rows that may break a rule: a number of them, or a share of those it is asked of. */
                                                                          

/** What a rule tolerates: beyond `warn` it warns, beyond `fail` it fails. */
                            
                      
                       
 

/** Nothing is tolerated. */
const NONE = { rows: 0 };                         

const error = "a number of rows, or a share such as '1 %'";

/** A limit as a contract writes it: `10`, `1 %`. */
const LimitText = union([int().nonnegative(), string$1().regex(/^\s*\d+(\.\d+)?\s*%\s*$/)], { error });

/** Reads a limit. */
function readLimit(text                 )        {
  return typeof text === 'number' ? { rows: text } : { share: Number(text.replace('%', '')) / 100 }
}

/** Whether more than the limit is broken; exact at the limit, where the product of a share may round either way. */
function exceeds(limit       , broken        , n        )          {
  return 'rows' in limit ? broken > limit.rows : broken > limit.share * n * (1 + 1e-12)
}

/** The limit for a sentence: `10 rows`, `1 %`. */
const limitWords = (limit       )         =>
  'rows' in limit
    ? `${grouped(limit.rows)} row${limit.rows === 1 ? '' : 's'}`
    : `${Number((100 * limit.share).toPrecision(12))} %`;

/** What every expectation under `engine: proofmark` may say beside its own arguments. */
const Implementation = looseObject({
  /** Its name, that of Great Expectations where it has one. */
  expectation: string$1({ error: 'the name of an expectation' }),
  /** Rows it is asked of. */
  where: string$1({ error: 'a condition as text' }).min(1).optional(),
  /** Great Expectations' word: least share of rows that must keep it. */
  mostly: number$1().min(0).max(1).optional(),
  fail_above: LimitText.optional(),
  warn_above: LimitText.optional(),
});
                                                           

/** Its own arguments. */
const argumentsOf = (implementation                )                          =>
  Object.fromEntries(Object.entries(implementation).filter(([key]) => !(key in Implementation.shape)));

/** What it tolerates. */
function toleranceOf({ mostly, fail_above, warn_above }                )            {
  const least = mostly === undefined ? NONE : { share: 1 - mostly };
  return {
    fail: fail_above === undefined ? least : readLimit(fail_above),
    ...(warn_above === undefined ? {} : { warn: readLimit(warn_above) }),
  }
}

/** What a rule can demand of its number. */
                           
                                             
                                                                
                                          
                                                          
 

/** One number, or the two ends of a range. */
                                                      

/** The operators of the standard's library. `mustBeBetween` leaves both ends out: the text makes it equal to `mustBeGreaterThan` with `mustBeLessThan`. */
const OPERATORS = {
  mustBe: single('=', 'exactly', (value, limit) => value === limit),
  mustNotBe: single('!=', 'anything but', (value, limit) => value !== limit),
  mustBeGreaterThan: single('>', 'more than', (value, limit) => value > limit),
  mustBeGreaterOrEqualTo: single('>=', 'at least', (value, limit) => value >= limit),
  mustBeLessThan: single('<', 'less than', (value, limit) => value < limit),
  mustBeLessOrEqualTo: single('<=', 'at most', (value, limit) => value <= limit),
  mustBeBetween: range$1('between', 'between', (value, low, high) => value > low && value < high),
  mustNotBeBetween: range$1('not in', 'not between', (value, low, high) => value <= low || value >= high),
};                                            

/** Name of an operator, as the contract has it. */
                                                 

function single(
  comparator                        ,
  words        ,
  holds                                           ,
)           {
  return {
    comparator,
    words: limit => (typeof limit === 'number' ? `${words} ${written(limit)}` : ''),
    holds: (value, limit) => typeof limit === 'number' && holds(value, limit),
  }
}

function range$1(
  comparator                        ,
  words        ,
  holds                                                       ,
)           {
  return {
    comparator,
    words: limit =>
      typeof limit === 'number' ? '' : `${words} ${written(limit[0])} and ${written(limit[1])}, both excluded`,
    holds: (value, limit) => typeof limit !== 'number' && holds(value, limit[0], limit[1]),
  }
}

/** A number of rows, or a percentage. */
const written = (limit        )         => (Number.isInteger(limit) ? grouped(limit) : String(limit));

/**
 * A pattern of the contract as ECMA-262 has it: a search, anchored only where the pattern says so with `^` and `$`.
 * Unicode mode; where that refuses it (an escape such as `\-`, legal in the 5.1 edition that ODCS names), without.
 */
function patternExpression(source        )         {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

/** Whether the pattern is a regular expression at all. */
function isPattern(source        )          {
  try {
    patternExpression(source);
    return true
  } catch {
    return false
  }
}

const Scalar$2 = union([string$1(), number$1(), boolean$1(), _null()], {
  error: 'a text, a number, true, false or null',
});
const Between = tuple([number$1(), number$1()], { error: 'a list of two numbers' })
  .refine(([low, high]) => low < high, { error: 'a list of two numbers, the smaller first' });

/** The metrics of the standard's library. */
const METRICS = ['rowCount', 'nullValues', 'missingValues', 'invalidValues', 'duplicateValues'];         
/** Name of a metric of the library. */
                                             

const Arguments = strictObject({
  missingValues: array$1(Scalar$2).min(1).optional(),
  validValues: array$1(Scalar$2).min(1).optional(),
  pattern: string$1().optional(),
  properties: array$1(string$1()).min(1).optional(),
});

/** One rule under `quality`, ODCS v3.1. */
const QualityRule = strictObject({
    id: string$1().optional(),
    name: string$1().optional(),
    description: string$1().nullish(),
    type: _enum(['library', 'text', 'sql', 'custom']).optional(),
    metric: _enum(METRICS).optional(),
    rule: string$1().optional(),
    arguments: Arguments.nullish(),
    mustBe: union([number$1(), string$1(), boolean$1()], { error: 'a number, a text, true or false' }).optional(),
    mustNotBe: union([number$1(), string$1(), boolean$1()], { error: 'a number, a text, true or false' }).optional(),
    mustBeGreaterThan: number$1().optional(),
    mustBeGreaterOrEqualTo: number$1().optional(),
    mustBeLessThan: number$1().optional(),
    mustBeLessOrEqualTo: number$1().optional(),
    mustBeBetween: Between.optional(),
    mustNotBeBetween: Between.optional(),
    unit: string$1().optional(),
    severity: string$1().optional(),
    query: string$1().optional(),
    engine: string$1().optional(),
    implementation: unknown().optional(),
    authoritativeDefinitions: unknown().optional(),
    businessImpact: unknown().optional(),
    customProperties: unknown().optional(),
    dimension: unknown().optional(),
    method: unknown().optional(),
    schedule: unknown().optional(),
    scheduler: unknown().optional(),
    tags: unknown().optional(),
  })
  .check(({ value, issues }) => {
    const metric = metricOf(value);
    const refuse = (key        , message        ) =>
      issues.push({ code: 'custom', path: [key], message, input: Reflect.get(value, key) });
    if (value.type === 'library' && metric === undefined && value.rule === undefined) {
      refuse('metric', `one of ${METRICS.join(', ')}`);
    }
    if (metric === undefined) return
    if (operatorsOf(value).length === 0) {
      issues.push({
        code: 'custom',
        path: [],
        message: `a rule with one of ${Object.keys(OPERATORS).join(', ')}`,
        input: undefined,
      });
    }
    for (const key of ['mustBe', 'mustNotBe']         ) {
      if (value[key] !== undefined && typeof value[key] !== 'number') refuse(key, 'a number');
    }
    const units = metric === 'rowCount' ? ['rows'] : ['rows', 'percent'];
    if (value.unit !== undefined && !units.includes(value.unit)) refuse('unit', units.join(' or '));
    const { pattern, validValues } = value.arguments ?? {};
    if (pattern !== undefined && !isPattern(pattern)) {
      issues.push({
        code: 'custom',
        path: ['arguments', 'pattern'],
        message: 'a regular expression of ECMA-262',
        input: pattern,
      });
    }
    if (metric === 'invalidValues' && pattern === undefined && validValues === undefined) {
      issues.push({ code: 'custom', path: ['arguments'], message: 'validValues or a pattern', input: value.arguments });
    }
  });
                                                     

/** The metric a rule of the library asks for; `rule` is its name before v3.1. */
function metricOf({ type, metric, rule }                                               )                     {
  if (type !== undefined && type !== 'library') return undefined
  return metric ?? METRICS.find(known => known === rule)
}

/** What the rule demands of its number; all of it must hold. */
function operatorsOf(rule             )                                                             {
  const named = Object.keys(OPERATORS).filter((key)                      => key in OPERATORS);
  return named.flatMap(name => {
    const limit = rule[name];
    return typeof limit === 'number' || Array.isArray(limit) ? [{ name, limit }] : []
  })
}

/** A rule of the standard's library, for one operator of it. */
                                          
                               
                             
                       
                                   
                                                             
                                     
 

/** A rule under `quality`, with the column it stands under. */
                             
                               
                          
                       
 

/** All rules of the table and of the columns that the file has. */
function placedRules(table            )               {
  const ofTable = (table.object.quality ?? []).map((quality, i) => ({ quality, line: table.lineOf('quality', i) }));
  const ofColumns = table.columns.flatMap(column =>
    (column.property.quality ?? []).map((quality, i) => ({ quality, column, line: column.lineOf('quality', i) })),
  );
  return [...ofTable, ...ofColumns]
}

/** The rules that ask for this metric; `subject` begins the title, which the operator ends. */
function metricRules(table            , metric        , subject                              )               {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === metric)
    .flatMap(placed => {
      const columns = columnsOf$1(table, placed);
      const unit = placed.quality.unit === 'percent' ? 'percent' : 'rows';
      if (!columns) return []
      return operatorsOf(placed.quality).map(({ name, limit }) => ({
        ...placed,
        id: [placed.column?.name, placed.quality.id ?? kebab(metric)].filter(part => part !== undefined).join('.'),
        title: `${subject(placed)}: ${OPERATORS[name].words(limit)}${unit === 'percent' ? ' percent' : ''}`,
        table,
        operator: OPERATORS[name],
        limit,
        unit,
        columns,
        ...(placed.quality.severity === undefined ? {} : { severity: placed.quality.severity }),
      }))
    })
}

/** Undefined where one is missing from the file, which the check of columns tells. */
function columnsOf$1(table            , { quality, column }            )                       {
  if (column) return [column]
  const names = quality.arguments?.properties ?? [];
  const found = names.flatMap(name => table.columns.find(({ property }) => property.name === name) ?? []);
  return found.length === names.length ? found : undefined
}

const kebab = (name        )         => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** A rule that the contract asks for by an expectation. */
                                                                    
                           
                                                             
                                     
 

/** The rules of the table that ask for this expectation, and whose columns are all in the file. */
function expected         (table            , expectation                      )                          {
  return placedRules(table).flatMap(({ quality, column: under, line }) => {
    const read = quality.engine === 'proofmark' ? Implementation.safeParse(quality.implementation) : undefined;
    if (!read?.success || read.data.expectation !== expectation.name) return []
    const { column: name, ...args } = argumentsOf(read.data);
    const options = expectation.options.safeParse(args);
    if (!options.success) return []
    const column = expectation.level === 'table' ? undefined : (under ?? named(table, String(name)));
    const names = expectation.columns?.(options.data) ?? [];
    const columns = names.flatMap(each => named(table, each) ?? []);
    const where = filterOf(table, read.data.where);
    if (columns.length < names.length || where === 'absent') return []
    if (expectation.level === 'column' && !column) return []
    return [
      {
        id: [column?.name, quality.id ?? idOf(expectation.name)].filter(part => part !== undefined).join('.'),
        table,
        ...(column ? { column } : {}),
        line,
        options: options.data,
        columns,
        tolerance: toleranceOf(read.data),
        ...(quality.severity === undefined ? {} : { severity: quality.severity }),
        ...(where ? { where } : {}),
      },
    ]
  })
}

/** The same, of expectations on one column. */
const expectedOf =          (
  table            ,
  expectation                      ,
)                                                          =>
  expected(table, expectation).flatMap(rule => (rule.column ? [{ ...rule, column: rule.column }] : []));

const named = (table            , name        )                     =>
  table.columns.find(({ property }) => property.name === name);

/** `absent`: it speaks of a column that the file lacks, which the check of columns tells. */
function filterOf(table            , source                    )                                   {
  if (source === undefined) return undefined
  const condition = parseCondition(source);
  return isFault(condition) ? 'absent' : rowFilter(source, condition, table)
}

/** `expect_column_values_to_be_increasing` as the end of a check's id: `values-to-be-increasing`. */
const idOf = (name        )         => name.replace(/^expect_(column_|table_)?/, '').replaceAll('_', '-');

/** Characters of a cell or a name that a message shows. */
const MAX_LENGTH$3 = 40;

/** A text from the data, fit for a sentence: in quotes, on one line, nothing invisible in it, cut where long. */
function shown(text        )         {
  const cut = Array.from(text.slice(0, 2 * MAX_LENGTH$3))
    .slice(0, MAX_LENGTH$3)
    .join('');
  const safe = cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, mark => ESCAPES[mark] ?? `\\u{${hex(mark)}}`);
  return `'${safe}${cut.length < text.length ? '…' : ''}'`
}

const ESCAPES                                   = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (mark        )         => (mark.codePointAt(0) ?? 0).toString(16);

/** Rows at fault that a check points at. */
const MAX_PLACES = 5;
/** Distinct failing values whose counts are kept. */
const MAX_VALUES$1 = 100;
/** Of those, how many evidence lists, and how many a sentence names. */
const LISTED_VALUES = 10;
const NAMED_VALUES = 3;
/** Characters by which values are told apart: more than are ever shown. */
const MAX_LENGTH$2 = 100;

/** Rows that fail a rule. */
                           
               
                                      
                  
                                                                                                          
                             
                                             
                              
 

/** Nothing has failed yet. */
const noFailures = ()           => ({ count: 0, places: [], values: new Map(), greatest: undefined });

/** Counts a failing row; `text` only where its value may be shown. */
function addFailure(failures          , place        , text         )       {
  failures.count += 1;
  keepPlace(failures, place);
  if (text !== undefined) addValue(failures, text.slice(0, MAX_LENGTH$2), 1);
}

function keepPlace({ places }          , place        )       {
  const last = places.at(-1);
  if (places.length === MAX_PLACES && last !== undefined && last < place) return
  const at = places.findIndex(other => other > place);
  places.splice(at === -1 ? places.length : at, 0, place);
  places.length = Math.min(places.length, MAX_PLACES);
}

/**
 * Keeping the smallest keys, not the first met, makes their counts exact in bounded memory, in any order and any shards:
 * a key among the smallest of all is among the smallest wherever it occurs, so it is never dropped.
 */
function addValue(failures          , key        , count        )       {
  const { values } = failures;
  const known = values.get(key);
  if (known === undefined && failures.greatest !== undefined) {
    if (key > failures.greatest) return
    values.delete(failures.greatest);
  }
  values.set(key, (known ?? 0) + count);
  if (known === undefined && values.size === MAX_VALUES$1) failures.greatest = greatest(values.keys());
}

const greatest = (keys                  )         => {
  let last = '';
  for (const key of keys) if (key > last) last = key;
  return last
};

/** Takes in failures of other rows. */
function mergeFailures(failures          , other          )       {
  failures.count += other.count;
  for (const place of other.places) keepPlace(failures, place);
  for (const [key, count] of other.values) addValue(failures, key, count);
}

                      
                                              
 

const ranked = ({ values }            ) => [...values].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

/** The most frequent failing values, for evidence. */
function failingValues(failures            )                                                  {
  const values = ranked(failures).slice(0, LISTED_VALUES);
  return values.length > 0 ? { values: values.map(([value, count]) => ({ value, count })) } : {}
}

/** The most frequent failing values, as the end of a sentence: `: 'n/a' (12), '-' (3) and 4 others`. */
function namedValues({ values }            )         {
  if (values.size === 0) return ''
  const named = ranked({ values })
    .slice(0, NAMED_VALUES)
    .map(([value, count]) => `${shown(value)} (${grouped(count)})`);
  const others = values.size - named.length;
  const rest =
    others === 0 ? '' : ` and ${values.size === MAX_VALUES$1 ? 'many' : others} other${others === 1 ? '' : 's'}`;
  return `: ${named.join(', ')}${rest}`
}

/** `undecided`: the cell cannot be judged, and so cannot pass. */
                                                     

/** How single cells are judged. */
                            
                                                                                                                             
                                   
                                                                                     
                                                        
                                                                             
                            
                                                                                             
                                                       
                                                                                                               
                                                            
                                                                         
                                               
                                                                   
                                                                       
                                                                                                     
                                              
 

/** The cells of a column, judged one by one; empty ones left out. */
                              
              
                      
           
                                                     
             
              
                           
                              
 

/** Judges every filled cell of a column; `key` names the rule. */
function judgedCells(key        , column        , judge           )                       {
  let memo       = { texts: [], judgements: [] };
  const asks = { is: 'cells', column, judge };         
  return { key: `judged-cells ${JSON.stringify([column.name, key])}`, asks, init, add, merge }

  function add(state             , batch       )       {
    state.rows += batch.rows;
    const { codes } = batch.cells(column.index);
    if (codes) addCoded(state, batch, codes);
    else addCells(state, batch);
  }

  /** A text that is met again is not judged again. */
  function addCoded(state             , batch       , { of, texts }       )       {
    if (memo.texts !== texts) memo = { texts, judgements: [] };
    const { judgements } = memo;
    const { empty } = batch.cells(column.index);
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1;
      const code = of[row] ?? 0;
      let judgement = judgements[code];
      if (judgement === undefined) {
        judgement = judgeText(texts[code] ?? '');
        judgements[code] = judgement;
      }
      if (judgement.low < state.low) state.low = judgement.low;
      if (judgement.high > state.high) state.high = judgement.high;
      if (judgement.is !== 'pass') keep(state, judgement.is, batch.places[row] ?? 0, texts[code] ?? '');
    }
  }

  function judgeText(text        )        {
    const value = column.reader ? column.reader.read(text) : Number.NaN;
    const is = judge.judge(text, value);
    const extent = judge.extent && is !== 'undecided' ? judge.extent(text, value) : Number.NaN;
    return Number.isNaN(extent)
      ? { is, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
      : { is, low: extent, high: extent }
  }

  function addCells(state             , batch       )       {
    const cells = batch.cells(column.index);
    const { empty } = cells;
    if (judge.passes && column.reader && (!judge.extent || judge.reads === 'value')) {
      addValues(state, batch, cells.values(column.reader), judge.passes);
      return
    }
    const { utf8 } = cells;
    if (judge.judgeBytes && utf8 && !judge.extent) {
      addBytes(state, batch, utf8, (bytes, start, end) => judge.judgeBytes?.(bytes, start, end) ?? 'undecided');
      return
    }
    const values = judge.reads !== 'text' && column.reader ? cells.values(column.reader) : undefined;
    const reads = judge.reads !== 'value';
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1;
      const text = reads ? cells.text(row) : '';
      const value = values ? (values[row] ?? Number.NaN) : Number.NaN;
      const is = judge.judge(text, value);
      if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, reads ? text : cells.text(row));
      if (judge.extent && is !== 'undecided') {
        const extent = judge.extent(text, value);
        if (extent < state.low) state.low = extent;
        if (extent > state.high) state.high = extent;
      }
    }
  }

  function addBytes(
    state             ,
    batch       ,
    { bytes, start, end }           ,
    judgeBytes                                      ,
  )       {
    const cells = batch.cells(column.index);
    const { empty } = cells;
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1;
      const stop = end(row);
      const is = stop === undefined ? judge.judge(cells.text(row), Number.NaN) : judgeBytes(bytes, start(row), stop);
      if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, cells.text(row));
    }
  }

  function addValues(
    state             ,
    batch       ,
    values              ,
    [from, to]                           ,
  )       {
    const cells = batch.cells(column.index);
    const { empty } = cells;
    let { n, low, high } = state;
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN;
      if (value >= from && value <= to) {
        n += 1;
        if (value < low) low = value;
        if (value > high) high = value;
      } else if (empty[row] !== 1) {
        n += 1;
        const is = judge.judge(judge.reads === 'value' ? '' : cells.text(row), value);
        if (is !== 'pass') keep(state, is, batch.places[row] ?? 0, cells.text(row));
        if (is !== 'undecided' && value < low) low = value;
        if (is !== 'undecided' && value > high) high = value;
      }
    }
    state.n = n;
    if (!judge.extent) return
    state.low = low;
    state.high = high;
  }

  function keep(state             , is                      , place        , text        )       {
    addFailure(is === 'fail' ? state.failed : state.undecided, place, column.sensitive ? undefined : text);
  }
}

                
                                   
                              
 

                 
                        
                      
                       
 

const init = ()              => ({
  rows: 0,
  n: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  failed: noFailures(),
  undecided: noFailures(),
});

function merge(state             , other             )       {
  state.rows += other.rows;
  state.n += other.n;
  state.low = Math.min(state.low, other.low);
  state.high = Math.max(state.high, other.high);
  mergeFailures(state.failed, other.failed);
  mergeFailures(state.undecided, other.undecided);
}

/** A number of things: `1 row`, `2 rows`. */
const count = (n        , noun        )         => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;

/** All of them, one by one: `the only row`, `each of 2 rows`. */
const each = (n        , noun        )         =>
  n === 1 ? `the only ${noun}` : `each of ${grouped(n)} ${noun}s`;

/** The columns of the primary key by `primaryKeyPosition`; those without one last, in the contract's order. */
function primaryKeyOf({ columns, object }            )           {
  const order = (object.properties ?? []).map(property => property.name);
  const position = ({ property }        ) => {
    const given = property.primaryKeyPosition ?? -1;
    return given > 0 ? given : Number.MAX_SAFE_INTEGER
  };
  return columns
    .filter(column => column.property.primaryKey)
    .toSorted((a, b) => position(a) - position(b) || order.indexOf(a.property.name) - order.indexOf(b.property.name))
}

/** The columns by which a reader finds a row again: the primary key, else the first column that is unique. */
function rowKeyOf(table            )           {
  const key = primaryKeyOf(table);
  return key.length > 0 ? key : table.columns.filter(({ property }) => property.unique).slice(0, 1)
}

/** Characters of a cell that evidence keeps. */
const MAX_LENGTH$1 = 100;
/** Cells of a row that are shown beside its key. */
const MAX_OTHERS = 4;
/** Hexadecimal digits by which hidden keys are told apart. */
const HASH_DIGITS = 12;

/** Where the first rows at fault are: line, key, and the cells the rule is about, as far as these may be shown. */
function rowsAt(rule      , places                   , rows           )             {
  const keys = rowKeyOf(rule.table);
  const others = othersOf(rule, keys);
  return places.map(place => {
    const row = rows.at(place);
    const key = keys.map(({ name, index, sensitive })          => {
      const cell = row.cells[index] ?? '';
      return sensitive && cell !== ''
        ? { column: name, hash: rows.sha256(cell).slice(0, HASH_DIGITS) }
        : { column: name, value: cut(cell) }
    });
    return {
      file: rule.table.file,
      line: row.line,
      ...(rule.column ? { column: rule.column.name, ...valueIn(row, rule.column) } : {}),
      ...(key.length > 0 ? { key } : {}),
      ...(others.length > 0
        ? { cells: others.map(({ name, index }) => ({ column: name, value: cut(row.cells[index] ?? '') })) }
        : {}),
    }
  })
}

/** Columns that the rule speaks of beside its own, none of many: a row of them all would tell nothing. */
function othersOf({ column, columns = [] }      , keys                   )                    {
  const others = columns.filter(other => other !== column && !keys.includes(other) && !other.sensitive);
  return others.length > MAX_OTHERS ? [] : others
}

function valueIn({ cells }          , { index, sensitive }                             )                          {
  const cell = cells[index] ?? '';
  return sensitive || cell === '' ? {} : { value: cut(cell) }
}

const cut = (cell        )         => (cell.length > MAX_LENGTH$1 ? `${cell.slice(0, MAX_LENGTH$1).toWellFormed()}…` : cell);

/** Where to look: the first rows at fault, then the rule in the contract. */
const locations = ({ table, line }      , rows                      = [])             => [
  ...rows,
  { file: table.contract, line, note: 'the rule' },
];

/** What to do about rows at fault. */
const mendOr = ({ table, line }      , rows                     )         =>
  rows[0] === undefined
    ? `Change the data, or the rule at ${table.contract}:${line}`
    : `Look at ${table.file}:${rows[0].line}; mend the rows, or the rule at ${table.contract}:${line}`;

/** A share of 1 for a sentence, to four digits; never rounded to all or nothing. */
function percent(share        )         {
  const rounded = Number((100 * share).toPrecision(4));
  if (rounded === 100 && share < 1) return 'more than 99.99 %'
  return `${rounded} %`
}

/** Rows of one kind. */
                           
                        
                                      
                                    
                                                               
                                              
 

/** No rows. */
const NO_ROWS           = { count: 0, places: [], values: new Map() };

/** What was found of the rows that a rule was asked of. */
                            
                     
                       
                                                             
                    
                           
                                                                       
                               
 

/** What a sentence says of them. */
                            
                                                            
                          
                                          
                       
                                                      
                          
                                                                                                    
                                                          
                                               
                             
                                        
                           
                                                                                          
                        
                                                               
                        
 

/** Severities under which a broken rule warns. The standard leaves the word free; any other fails. */
const MILD                      = new Set(['info', 'warning']);

/** What becomes of a broken rule. */
const broken = ({ severity }                        )                  =>
  MILD.has(severity?.toLowerCase() ?? '') ? 'warn' : 'fail';

/** The verdict on rows that keep a rule or break it, within what it tolerates. */
function finishRows(rule      , found           , words           , shown           )        {
  const { n, failed, undecided = NO_ROWS } = found;
  const fail = rule.tolerance?.fail ?? NONE;
  const base = { id: rule.id, title: rule.title, ...numbers(fail, failed.count, n) };
  const open = (reason        , hint         )        => ({
    ...base,
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
    locations: locations(rule),
  });
  if (found.rows === 0) return open(`${rule.table.file} has no rows${rule.where ? ` where ${rule.where.source}` : ''}`)
  if (n === 0) return open(words.none ?? `${words.subject} is empty in ${each(found.rows, 'row')}`, mendOr(rule, []))

  const status = statusOf(rule, found, fail);
  const kept = failed.count > 0 ? failed : undecided;
  if (kept.count === 0) {
    const { holding, subject, noun, near = '' } = words;
    const reason = typeof holding === 'string' ? `${subject} ${holding} in ${each(n, noun)}${near}` : holding.sentence;
    return { ...base, status, reason, locations: locations(rule) }
  }
  const faulty = rowsAt(rule, kept.places, shown);
  const what = failed.count > 0 ? words.failing : (words.undecided ?? 'cannot be judged');
  const share = `${grouped(kept.count)} of ${count(n, words.noun)} (${percent(kept.count / n)})`;
  const tolerated = toleratedWords(rule.tolerance, status);
  const reason = `${words.subject} ${what} in ${share}${namedValues(kept)}${failed.count > 0 ? (words.near ?? '') : ''}${tolerated}`;
  const hint = `${mendOr(rule, faulty)}${words.written ? `. Expected is ${words.written}` : ''}`;
  return {
    ...base,
    status,
    reason,
    ...(status === 'pass' ? {} : { hint }),
    locations: locations(rule, faulty),
    ...failingValues(kept),
  }
}

/** Undecided rows count against a rule only as far as they could break it. */
function statusOf(rule      , { n, failed, undecided = NO_ROWS }           , fail       )         {
  if (exceeds(fail, failed.count, n)) return broken(rule)
  if (exceeds(fail, failed.count + undecided.count, n)) return 'inconclusive'
  const warn = rule.tolerance?.warn;
  return warn && exceeds(warn, failed.count + undecided.count, n) ? 'warn' : 'pass'
}

function toleratedWords(tolerance                   , status        )         {
  if (!tolerance) return ''
  const { fail, warn } = tolerance;
  if (status === 'warn' && warn)
    return `; tolerated up to ${limitWords(fail)}, without a warning up to ${limitWords(warn)}`
  return 'rows' in fail && fail.rows === 0 ? '' : `; tolerated up to ${limitWords(fail)}`
}

function numbers(fail       , failed        , n        )                                       {
  const share = n > 0 ? { share: failed / n } : {};
  if ('rows' in fail) {
    return {
      measured: { value: failed, unit: 'rows', n, ...share },
      required: { comparator: fail.rows === 0 ? '=' : '<=', value: fail.rows, unit: 'rows' },
    }
  }
  return {
    measured: { value: n > 0 ? (100 * failed) / n : 0, unit: 'percent', n, ...share },
    required: { comparator: '<=', value: Number((100 * fail.share).toPrecision(12)), unit: 'percent' },
  }
}

/** A demand on every filled cell of a column, one by one. */
                                                   
                         
                                                      
                          
                                           
                           
                                           
                             
                                                          
                          
                                                                                                     
                                                                        
 

/** The measure and the verdict that all checks of single cells share. */
const perCell = {
  measures: (rule          ) => ({ cells: judgedCells(`${rule.id}:${rule.line}`, rule.column, rule) }),
  finish: (rule          , { cells }                                 , rows           ) =>
    finishCells(rule, cells, rows),
};

/** The verdict on the cells of a column. */
function finishCells(
  rule                         ,
  { rows, n, failed, undecided, low, high }             ,
  shownRows           ,
)        {
  const near = rule.column.sensitive || n === 0 ? undefined : rule.near?.({ low, high });
  const { failing, holding, written, undecided: open } = rule;
  return finishRows(
    rule,
    { rows, n, failed, undecided },
    {
      subject: shown(rule.column.name),
      noun: 'cell',
      failing,
      holding,
      ...(open === undefined ? {} : { undecided: open }),
      ...(written === undefined ? {} : { written }),
      ...(near === undefined ? {} : { near }),
    },
    shownRows,
  )
}

/** What a rule on single cells says and how it judges; the rest of the rule comes with the expectation. */
                              
           
           
           
            
             
                
            
          
             
             
               
             
 

/** A demand on every filled cell of a column, asked for by an expectation alone. */
                                           
                     
                                 
                        
                              
                                                   
                                                      
 

/** A check of single cells. */
function defineCells         (cells                          )             {
  const expectation = ofColumn$1(cells.expectation, cells.options);
  return defineCheck({
    id: cells.id,
    title: cells.title,
    expectations: [expectation],
    rules: table => cellRules(table, expectation, cells.demand),
    ...perCell,
  })
}

/** The rules that an expectation on single cells makes. */
const cellRules =          (
  table                                   ,
  expectation                      ,
  demand                                                  ,
)             =>
  expectedOf(table, expectation).map(({ options, columns: _, ...rule }) => {
    const demanded = demand(rule.column, options);
    return { ...rule, ...demanded, title: `Every value of ${shown(rule.column.name)} ${demanded.holding}` }
  });

/** Every value is of printable ASCII characters. */
const ascii = defineCells({
  id: 'ascii',
  title: 'Every value is of printable ASCII characters',
  expectation: 'expect_column_values_to_be_ascii',
  options: strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: text => (/^[\x20-\x7e]*$/.test(text) ? 'pass' : 'fail'),
    failing: 'has a character that is not printable ASCII',
    holding: 'is of printable ASCII characters',
  }),
});

const CASES = {
  upper: (text        ) => text.toUpperCase(),
  lower: (text        ) => text.toLowerCase(),
  title: (text        ) => text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase()),
};         

/** Every value is in upper, lower or title case. */
const casing = defineCells({
  id: 'casing',
  title: 'Every value is in upper, lower or title case',
  expectation: 'expect_column_values_to_have_casing',
  options: strictObject({ casing: _enum(['upper', 'lower', 'title']) }),
  demand: (_, { casing }) => ({
    reads: 'text',
    judge: text => (CASES[casing](text) === text ? 'pass' : 'fail'),
    failing: `is not in ${casing} case`,
    holding: `is in ${casing} case`,
  }),
});

/** The ends of a range, as Great Expectations names them; at least one. */
const RangeOptions = strictObject({
    min_value: number$1().optional(),
    max_value: number$1().optional(),
    strict_min: boolean$1().optional(),
    strict_max: boolean$1().optional(),
  })
  .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
    error: 'min_value or max_value',
  })
  .refine(({ min_value = Number.NEGATIVE_INFINITY, max_value = Number.POSITIVE_INFINITY }) => min_value <= max_value, {
    error: 'a min_value that is at most max_value',
  });

/** How often each text of a column occurs; undefined where it has more different ones than `MAX_CATEGORIES`. */
                             
                                         
 

/** Different texts whose counts are kept. */
const MAX_CATEGORIES = 1000;

/** Counts the texts of a column, empty cells left out. */
const categories = ({ name, index }                                )                      => ({
  key: `categories ${JSON.stringify(name)}`,
  asks: { is: 'categories', column: { name, index } },
  init: () => ({ counts: new Map() }),
  add(state, batch) {
    if (!state.counts) return
    const cells = batch.cells(index);
    const { codes, empty } = cells;
    if (codes) {
      const counts = new Uint32Array(codes.texts.length);
      for (let row = 0; row < batch.rows; row++) {
        const code = codes.of[row] ?? 0;
        if (empty[row] !== 1) counts[code] = (counts[code] ?? 0) + 1;
      }
      for (const [code, count] of counts.entries()) if (count > 0) addCount(state, codes.texts[code] ?? '', count);
      return
    }
    for (let row = 0; row < batch.rows && state.counts; row++) if (empty[row] !== 1) addCount(state, cells.text(row), 1);
  },
  merge(state, other) {
    if (!other.counts) state.counts = undefined;
    for (const [text, count] of other.counts ?? []) addCount(state, text, count);
  },
});

function addCount(state            , text        , count        )       {
  const { counts } = state;
  if (!counts) return
  counts.set(text, (counts.get(text) ?? 0) + count);
  if (counts.size > MAX_CATEGORIES) state.counts = undefined;
}

/** Ends that a number must be between; each included unless it is strict. */
                        
                                         
                                         
                                           
                                           
 

/** A number that was measured. Of an estimate, `interval` holds the true one at `level`. */
                              
                        
                    
                        
                                               
                         
                          
                                                                          
                         
 

/** The ends as the end of a sentence: `at least 3 and less than 5`; those of a count of rows are `grouped`. */
function rangeWords(
  { min_value: low, max_value: high, strict_min, strict_max }       ,
  written                          = String,
)         {
  if (low !== undefined && low === high && !strict_min && !strict_max) return `exactly ${written(low)}`
  const words = [
    low === undefined ? [] : [`${strict_min ? 'more than' : 'at least'} ${written(low)}`],
    high === undefined ? [] : [`${strict_max ? 'less than' : 'at most'} ${written(high)}`],
  ];
  return words.flat().join(' and ')
}

/** Whether a number is between the ends. */
const isWithin = (value        , { min_value: low, max_value: high, strict_min, strict_max }       )          =>
  (low === undefined || (strict_min ? value > low : value >= low)) &&
  (high === undefined || (strict_max ? value < high : value <= high));

/** The verdict on one number. An estimate decides only where its whole interval is on one side. */
function finishBetween(
  rule                                    ,
  subject        ,
  measurement                      ,
)        {
  const { options, id, title } = rule;
  const base = { id, title, required: requiredOf(options) };
  if (typeof measurement === 'string') {
    return { ...base, status: 'inconclusive', reason: measurement, hint: mendOr(rule, []), locations: locations(rule) }
  }
  const { value, n, interval, unit, level, method, words } = measurement;
  const measured           = {
    value,
    n,
    ...(unit === undefined ? {} : { unit }),
    ...(interval ? { interval: [interval[0], interval[1]] } : {}),
    ...(level === undefined ? {} : { level }),
    ...(method === undefined ? {} : { method }),
  };
  const digits = interval ? `about ${value} [${interval[0]}, ${interval[1]}]` : `${value}`;
  const found = words ?? (unit === undefined ? digits : `${digits} ${unit}`);
  const reason = `${subject} is ${found}; required: ${rangeWords(options, unit === 'rows' ? grouped : String)}`;
  const [low, high] = interval ?? [value, value];
  const decided =
    isWithin(low, options) === isWithin(high, options) && isWithin(value, options) === isWithin(low, options);
  // An interval with both ends outside may still hold the whole range.
  const across = interval !== undefined && !isWithin(low, options) && spans(low, high, options);
  if (!decided || across) {
    const hint = 'It is an estimate, and too near the limit to tell';
    return { ...base, measured, status: 'inconclusive', reason, hint, locations: locations(rule) }
  }
  const holds = isWithin(value, options);
  return {
    ...base,
    measured,
    status: holds ? 'pass' : broken(rule),
    reason,
    ...(holds ? {} : { hint: mendOr(rule, []) }),
    locations: locations(rule),
  }
}

const spans = (low        , high        , { min_value, max_value }       )          =>
  [min_value, max_value].some(end => end !== undefined && low <= end && end <= high);

function requiredOf({
  min_value: low,
  max_value: high,
  strict_min,
  strict_max,
}       )                                 {
  if (low !== undefined && high !== undefined) {
    return low === high ? { comparator: '=', value: low } : { comparator: 'between', value: [low, high] }
  }
  if (low !== undefined) return { comparator: strict_min ? '>' : '>=', value: low }
  return { comparator: strict_max ? '<' : '<=', value: high ?? 0 }
}

const expectation$k = ofColumn$1('expect_column_class_shares_to_be_between', RangeOptions);

/** The share of every class is within a range: of a target or a group that must not be too rare to learn or to judge. */
const classShares = defineCheck({
  id: 'class-shares',
  title: 'The share of every class of a column is within a range',
  expectations: [expectation$k],
  rules: table =>
    expectedOf(table, expectation$k).map(rule => ({
      ...rule,
      title: `The share of every class of ${shown(rule.column.name)} is ${rangeWords(rule.options)}`,
    })),
  measures: ({ column }) => ({ texts: categories(column) }),
  finish(rule, { texts: { counts } }) {
    const name = shown(rule.column.name);
    if (!counts) return finishBetween(rule, name, `${name} has more than ${MAX_CATEGORIES} classes`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (n === 0) return finishBetween(rule, name, `${name} has no values`)
    const ranked = [...counts].toSorted(([a, m], [b, k]) => m - k || (a < b ? -1 : 1));
    const outside = ranked.find(([, count]) => !isWithin(count / n, rule.options)) ?? ranked[0];
    const [text = '', count = 0] = outside ?? [];
    const named = rule.column.sensitive ? 'one of its classes' : shown(text);
    return finishBetween(rule, `The share of ${named} in ${name}`, { value: count / n, n })
  },
});

/** A demand on the header of a file. */
                                             
                     
                        
                              
                                                   
                                 
                                                                  
                                                                
 

/** A check of the header alone. */
function defineHeader         (header                            )             {
  const expectation = ofTable(header.expectation, header.options);
  return defineCheck({
    id: header.id,
    title: header.title,
    expectations: [expectation],
    rules: table => expected(table, expectation).map(rule => ({ ...rule, title: header.words(rule.options) })),
    measures: () => ({}),
    finish(rule) {
      const { table, line, id, title, options } = rule;
      const fault = header.fault(table, options);
      const at = { file: table.contract, line, note: 'the rule' };
      if (fault === undefined) {
        return { id, title, status: 'pass', reason: `${title}: the file keeps it`, locations: [at] }
      }
      return {
        id,
        title,
        status: broken(rule),
        reason: fault,
        hint: `Mend the step that writes ${table.file}, or the rule at ${table.contract}:${line}`,
        locations: [{ file: table.file, line: 1 }, at],
      }
    },
  })
}

/** The file has so many columns. */
const columnCount = defineHeader({
  id: 'column-count',
  title: 'The file has a number of columns',
  expectation: 'expect_table_column_count_to_be_between',
  options: strictObject({ min_value: int().optional(), max_value: int().optional() })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
  words: ({ min_value = 0, max_value }) =>
    max_value === undefined
      ? `There are at least ${min_value} columns`
      : `There are ${min_value} to ${max_value} columns`,
  fault({ header }, { min_value = 0, max_value = Number.POSITIVE_INFINITY }) {
    if (header.length >= min_value && header.length <= max_value) return undefined
    return `Expected ${min_value} to ${max_value} columns but found ${header.length}`
  },
});

/** One number about a column, which must be within a range. */
                                                
                     
                                            
                        
                              
                                                                                      
                            
                             
                                                                         
                                                               
 

/** A check of a number about a column. */
function defineAggregate                    (aggregate              )             {
  const expectation = ofColumn$1(aggregate.expectation, RangeOptions);
  return defineCheck({
    id: aggregate.id,
    title: `${aggregate.title} of a column is within a range`,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => ({
        ...rule,
        title: `${aggregate.title} of ${shown(rule.column.name)} is ${rangeWords(rule.options)}`,
      })),
    measures: ({ column }) => aggregate.measures(column),
    finish(rule, found) {
      const { column } = rule;
      const subject = `${aggregate.title} of ${shown(column.name)}`;
      if (aggregate.ofValues && !column.reader) {
        return finishBetween(rule, subject, noMeasure(column))
      }
      return finishBetween(rule, subject, aggregate.finish(found, column))
    },
  })
}

/** Why there is no number of a column without values. */
const noValues = ({ name }        )         => `${shown(name)} has no values`;

/** The same of a column whose cells must be read as numbers or times, which those of a text are not. */
const noMeasure = (column        )         =>
  column.reader ? noValues(column) : `${shown(column.name)} is ${column.type.noun}, and has no values to measure`;

/** Why there is no measure of spread or shape. */
const noSpread = ({ name }        )         => `${shown(name)} has too few different values`;

/** Shannon's entropy of the values, in nats. */
const columnEntropy = defineAggregate({
  id: 'column-entropy',
  title: 'Entropy (nats)',
  expectation: 'expect_column_entropy_to_be_between',
  ofValues: false,
  measures: column => ({ texts: categories(column) }),
  finish: ({ texts: { counts } }, column) => {
    if (!counts) return `${shown(column.name)} has more than ${grouped(MAX_CATEGORIES)} different values`
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (n === 0) return noValues(column)
    const terms = [...counts.values()].toSorted((a, b) => a - b).map(count => -(count / n) * Math.log(count / n));
    return { value: terms.reduce((sum, term) => sum + term, 0), n }
  },
});

/** Rows that a sample keeps, unless it is to be smaller. */
const SAMPLE = 20_000;

/**
 * The rows of a sample with the values that some columns have in them: all rows, where there are no more than its size, else
 * as many, drawn by lot. A row's lot is a hash of its place, so the same rows are drawn on every machine and in any shards,
 * and all columns of a table have the same rows in their samples.
 */
                            
              
                                                     
                
                                                                                                                                      
                    
               
 

/** Draws rows and keeps their values in the columns. */
const rowSample = (
  columns                                                      ,
  size = SAMPLE,
)                     => ({
  key: `row-sample ${size} ${JSON.stringify(columns.map(({ name }) => name))}`,
  asks: { is: 'sample', columns, size },
  init: () => ({ rows: 0, lots: [], values: [], limit: Number.POSITIVE_INFINITY }),
  add(state, batch) {
    const all = columns.map(({ index, reader }) =>
      reader ? batch.cells(index).values(reader) : standIns(batch.cells(index)),
    );
    const { rows, places } = batch;
    state.rows += rows;
    let { limit } = state;
    for (let row = 0; row < rows; row++) {
      const lot = lotOf(places[row] ?? 0);
      if (lot > limit) continue
      state.lots.push(lot);
      state.values.push(rowOf(all, row));
      if (state.lots.length < 2 * size) continue
      shrink(state, size);
      limit = state.limit;
    }
  },
  merge(state, other) {
    state.rows += other.rows;
    state.limit = Math.min(state.limit, other.limit);
    for (const lot of other.lots) state.lots.push(lot);
    for (const values of other.values) state.values.push(values);
    shrink(state, size);
  },
});

/** Apart from the loop, whose every turn would else be kept for the closure. */
const rowOf = (columns                         , row        )           =>
  columns.map(values => values[row] ?? Number.NaN);

/** The rows of the sample, in the order of their lots: a function of the rows alone. */
function sampled(state           , size = SAMPLE)                                 {
  shrink(state, size);
  const order = [...state.lots.keys()].sort((a, b) => (state.lots[a] ?? 0) - (state.lots[b] ?? 0));
  return order.map(i => state.values[i] ?? [])
}

/** 53 bits of a text's hash. */
function standIns({ empty, hashes: { a, b } }       )               {
  const numbers = new Float64Array(empty.length);
  for (let row = 0; row < empty.length; row++) {
    numbers[row] = empty[row] === 1 ? Number.NaN : (a[row] ?? 0) * 2 ** 21 + ((b[row] ?? 0) >>> 11);
  }
  return numbers
}

/** Keeps the smallest lots. */
function shrink(state           , size        )       {
  if (state.lots.length > size) {
    const sorted = Float64Array.from(state.lots).sort();
    state.limit = Math.min(state.limit, sorted[size - 1] ?? 0);
  }
  const keep = [...state.lots.keys()].filter(i => (state.lots[i] ?? 0) <= state.limit);
  if (keep.length === state.lots.length) return
  state.values = keep.map(i => state.values[i] ?? []);
  state.lots = keep.map(i => state.lots[i] ?? 0);
}

/** 53 bits of a hash of the place, from 0 to 1: two rows share one hardly ever. */
function lotOf(place        )         {
  const a = halfLotOf(place | 0, (place / 2 ** 32) | 0);
  let b = Math.imul(a ^ place, 0x165667b1);
  b = Math.imul(b ^ (b >>> 15), 0x85ebca77);
  return (((a ^ (a >>> 16)) >>> 0) * 2 ** 21 + ((b ^ (b >>> 16)) >>> 11)) / 2 ** 53
}

/** Of the lower and the upper 32 bits of a place, what the lot is made of: its first 16 bits are those of the lot. */
function halfLotOf(low        , high        )         {
  let a = Math.imul(low ^ 0x9e3779b9, 0x85ebca6b) ^ high;
  a = Math.imul(a ^ (a >>> 15), 0xc2b2ae35);
  return Math.imul(a ^ (a >>> 13), 0x27d4eb2f)
}

/** Level of the intervals of what is estimated from a sample. */
const LEVEL$2 = 0.99;

/**
 * A quantile of a column's values (numpy's linear interpolation). Exact where the sample holds all rows; else with the
 * interval that order statistics give, distribution-free (David and Nagaraja 2003, 7.1). Undefined without values.
 */
function quantileOf(sample           , quantile        )                          {
  const values = Float64Array.from(
    sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value])),
  ).sort();
  const n = values.length;
  if (n === 0) return undefined
  const at = (n - 1) * quantile;
  const low = values[Math.floor(at)] ?? Number.NaN;
  const value = low + ((values[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
  if (sample.rows <= SAMPLE) return { value, n }
  const ranks = binomial(n, quantile);
  const lower = values[Math.max(0, ranks.ppf((1 - LEVEL$2) / 2) - 1)] ?? low;
  const upper = values[Math.min(n - 1, ranks.isf((1 - LEVEL$2) / 2))] ?? low;
  return { value, n, interval: [lower, upper], level: LEVEL$2, method: `order statistics of ${SAMPLE} sampled rows` }
}

/** The range between the quartiles; of more than 20 000 rows, from a sample of them, with an interval. */
const columnIqr = defineAggregate({
  id: 'column-iqr',
  title: 'Interquartile range',
  expectation: 'expect_column_iqr_to_be_between',
  ofValues: true,
  measures: column => ({ sample: rowSample([column]) }),
  finish: ({ sample }, column) => {
    const [lower, upper] = [quantileOf(sample, 0.25), quantileOf(sample, 0.75)];
    if (!lower || !upper) return noValues(column)
    const value = upper.value - lower.value;
    const [low, high] = [lower.interval, upper.interval];
    return { ...upper, value, ...(low && high ? { interval: [high[0] - low[1], high[1] - low[0]]          } : {}) }
  },
});

/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729;

/** The product of two doubles without error, as its nearest double and what that leaves (Dekker 1971); exact unless a part under- or overflows. */
function exactProduct(a        , b        )                                       {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  const low = a2 * b2 - (high - a1 * b1 - a2 * b1 - a1 * b2);
  return Number.isFinite(low) ? [high, low] : [high, 0]
}

function halves(value        )                            {
  const scaled = SPLITTER * value;
  const high = scaled - (scaled - value);
  return [high, value - high]
}

/** Number of values and the sums of their powers, without rounding: mean, variance and shape come of them in any order. */
                            
           
                                                        
                           
 

/** Sums of powers up to `highest` of a column's values. */
const powerSums = (column        , highest       )                     => ({
  key: `power-sums ${highest} ${JSON.stringify(column.name)}`,
  asks: { is: 'powers', column, highest },
  init: () => ({ n: 0, sums: Array.from({ length: highest }, noSum) }),
  add(state, batch) {
    const { index, reader } = column;
    if (!reader) return
    const [first, second, third, fourth] = state.sums;
    if (!first || !second) return
    const values = batch.cells(index).values(reader);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue
      state.n += 1;
      addTo(first, value);
      const square = exactProduct(value, value);
      for (const part of square) addTo(second, part);
      if (!third || !fourth) continue
      for (const part of square) for (const each of exactProduct(part, value)) addTo(third, each);
      for (const one of square)
        for (const other of square) for (const each of exactProduct(one, other)) addTo(fourth, each);
    }
  },
  merge(state, other) {
    state.n += other.n;
    for (const [i, sum] of state.sums.entries()) {
      const more = other.sums[i];
      if (more) addSum(sum, more);
    }
  },
});

/** The excess kurtosis, as scipy.stats.kurtosis has it. */
const columnKurtosis = defineAggregate({
  id: 'column-kurtosis',
  title: 'Kurtosis',
  expectation: 'expect_column_kurtosis_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 4) }),
  finish: ({ powers }, column) => {
    const { kurtosis } = centralMoments(powers) ?? { kurtosis: undefined };
    const value = kurtosis;
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
});

/** The smallest and the greatest value of a column, and how many cells have one. */
                         
           
             
              
 

/** Finds the extent of a column's values. */
const extent = (column        )                  => ({
  key: `extent ${JSON.stringify(column.name)}`,
  asks: { is: 'extent', column },
  init: () => ({ n: 0, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }),
  add(state, batch) {
    const { index, reader } = column;
    if (!reader) return
    let { n, low, high } = state;
    const values = batch.cells(index).values(reader);
    // By number: an iterator would make an object of every value.
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN;
      if (value < low) low = value;
      if (value > high) high = value;
      if (!Number.isNaN(value)) n += 1;
    }
    Object.assign(state, { n, low, high });
  },
  merge(state, other) {
    state.n += other.n;
    state.low = Math.min(state.low, other.low);
    state.high = Math.max(state.high, other.high);
  },
});

/** The greatest value. */
const columnMax = defineAggregate({
  id: 'column-max',
  title: 'Greatest value',
  expectation: 'expect_column_max_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, high } }, column) => (n > 0 ? { value: high, n } : noValues(column)),
});

/** How many values a column has, and their sum, without rounding. */
                      
           
                        
 

/** Adds up a column's values. */
const sum = (column        )               => ({
  key: `sum ${JSON.stringify(column.name)}`,
  asks: { is: 'sum', column },
  init: () => ({ n: 0, sum: noSum() }),
  add(state, batch) {
    const { index, reader } = column;
    if (!reader) return
    const values = batch.cells(index).values(reader);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue
      state.n += 1;
      addTo(state.sum, value);
    }
  },
  merge(state, other) {
    state.n += other.n;
    addSum(state.sum, other.sum);
  },
});

/** The mean of all values. */
const columnMean = defineAggregate({
  id: 'column-mean',
  title: 'Mean',
  expectation: 'expect_column_mean_to_be_between',
  ofValues: true,
  measures: column => ({ total: sum(column) }),
  finish: ({ total }, column) => (total.n > 0 ? { value: sumOf(total.sum) / total.n, n: total.n } : noValues(column)),
});

/** The median; of more than 20 000 rows, from a sample of them, with an interval. */
const columnMedian = defineAggregate({
  id: 'column-median',
  title: 'Median',
  expectation: 'expect_column_median_to_be_between',
  ofValues: true,
  measures: column => ({ sample: rowSample([column]) }),
  finish: ({ sample }, column) => quantileOf(sample, 0.5) ?? noValues(column),
});

/** The smallest value. */
const columnMin = defineAggregate({
  id: 'column-min',
  title: 'Smallest value',
  expectation: 'expect_column_min_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, low } }, column) => (n > 0 ? { value: low, n } : noValues(column)),
});

/** Names that a sentence lists. */
const LISTED = 4;

/** Names for a sentence: `'a', 'b' and 3 more`. */
function listed(names                   )         {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).map(shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** The columns of the file are these, in this order. */
const columnOrder = defineHeader({
  id: 'column-order',
  title: 'The columns of the file are those of a list, in its order',
  expectation: 'expect_table_columns_to_match_ordered_list',
  options: strictObject({ column_list: array$1(string$1()).min(1) }),
  words: ({ column_list }) => `The columns are ${listed(column_list)}, in this order`,
  fault({ header }, { column_list }) {
    const at = column_list.findIndex((name, i) => header[i] !== name);
    if (at !== -1) {
      const found = header[at] === undefined ? 'none' : shown(header[at]);
      return `Expected column ${at + 1} to be ${shown(column_list[at] ?? '')} but found ${found}`
    }
    if (header.length === column_list.length) return undefined
    return `Expected ${column_list.length} columns but found ${header.length}`
  },
});

/** The greatest value less the smallest. */
const columnRange = defineAggregate({
  id: 'column-range',
  title: 'Range',
  expectation: 'expect_column_range_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, low, high } }, column) => (n > 0 ? { value: high - low, n } : noValues(column)),
});

/** The columns of the file are these, in any order; or, not exactly, these and others. */
const columnSet = defineHeader({
  id: 'column-set',
  title: 'The columns of the file are those of a set, in any order',
  expectation: 'expect_table_columns_to_match_set',
  options: strictObject({ column_set: array$1(string$1()).min(1), exact_match: boolean$1().default(true) }),
  words: ({ column_set, exact_match }) =>
    `The columns are ${exact_match ? '' : 'among others '}${listed(column_set)}, in any order`,
  fault({ header }, { column_set, exact_match }) {
    const missing = column_set.filter(name => !header.includes(name));
    const others = exact_match ? header.filter(name => !column_set.includes(name)) : [];
    const parts = [
      ...(missing.length > 0 ? [`it lacks ${listed(missing)}`] : []),
      ...(others.length > 0 ? [`it has ${listed(others)} beside`] : []),
    ];
    return parts.length > 0 ? `Of the columns of the set, ${parts.join(', and ')}` : undefined
  },
});

/** The Fisher–Pearson coefficient of skewness, as scipy.stats.skew has it. */
const columnSkewness = defineAggregate({
  id: 'column-skewness',
  title: 'Skewness',
  expectation: 'expect_column_skewness_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 4) }),
  finish: ({ powers }, column) => {
    const { skewness } = centralMoments(powers) ?? { skewness: undefined };
    const value = skewness;
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
});

/** The standard deviation of the sample (n − 1). */
const columnStdev = defineAggregate({
  id: 'column-stdev',
  title: 'Standard deviation',
  expectation: 'expect_column_stdev_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 2) }),
  finish: ({ powers }, column) => {
    const { variance } = centralMoments(powers) ?? { variance: undefined };
    const value = variance === undefined ? undefined : Math.sqrt(variance);
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
});

/** The sum of all values, rounded once. */
const columnSum = defineAggregate({
  id: 'column-sum',
  title: 'Sum',
  expectation: 'expect_column_sum_to_be_between',
  ofValues: true,
  measures: column => ({ total: sum(column) }),
  finish: ({ total }, column) => (total.n > 0 ? { value: sumOf(total.sum), n: total.n } : noValues(column)),
});

/** The variance of the sample (n − 1). */
const columnVariance = defineAggregate({
  id: 'column-variance',
  title: 'Variance',
  expectation: 'expect_column_variance_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 2) }),
  finish: ({ powers }, column) => {
    const { variance } = centralMoments(powers) ?? { variance: undefined };
    const value = variance;
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
});

/** The share of filled cells that are zero. */
const columnZeros = defineAggregate({
  id: 'column-zeros',
  title: 'Share of zeros',
  expectation: 'expect_column_zeros_proportion_to_be_between',
  ofValues: true,
  measures: column => ({
    cells: judgedCells('zero', column, {
      reads: 'value',
      fails: [0, 0],
      judge: (_, value) => (value === 0 ? 'fail' : 'pass'),
    }),
  }),
  finish: ({ cells: { n, failed } }, column) => (n > 0 ? { value: failed.count / n, n } : noValues(column)),
});

/** Share of the contract's columns below which the file is taken for another table. */
const RELATED = 0.25;

/** What to say where almost nothing of the contract is in the file: it is about another table, or the file has no header. */
function looksUnrelated(table            )                                               {
  const { columns, missing, file, contract, object, others } = table;
  const total = columns.length + missing.length;
  if (columns.length >= total * RELATED || (total < 3 && columns.length > 0)) return undefined
  const reason = `${columns.length === 0 ? 'None' : `Only ${columns.length}`} of the ${count(total, 'column')} of ${shown(object.name)} ${columns.length > 1 ? 'are' : 'is'} in ${file}: the contract seems to be about another table`;
  const best = others.toSorted((a, b) => b.matching - a.matching)[0];
  if (best && best.matching > columns.length) {
    const hint = `${shown(best.name)} of the contract fits best, with ${best.matching} of ${best.total} columns; name the file or the table so that they match`;
    return { reason, hint }
  }
  const header = columns.length === 0 ? `, and that ${file}:1 is a header` : '';
  return { reason, hint: `Check that ${contract} is the contract of ${file}${header}` }
}

/** The file has every column of the contract. */
const columns = defineCheck({
  id: 'columns',
  title: 'Every column of the contract is there',
  rules: (table)         => [
    { id: 'columns', title: 'Every column of the contract is there', table, line: table.lineOf('properties') },
  ],
  measures: () => ({}),
  finish({ id, title, table }) {
    const { missing, columns: found, file, contract, object } = table;
    const total = missing.length + found.length;
    const base = {
      id,
      title,
      measured: { value: missing.length, unit: 'columns', n: total },
      required: { comparator: '='         , value: 0, unit: 'columns' },
    };
    if (total === 0) {
      const reason = `The contract names no column of ${shown(object.name)}`;
      const hint = `List its columns under properties, at ${contract}:${table.lineOf()}`;
      return { ...base, status: 'inconclusive', reason, hint, locations: [{ file: contract, line: table.lineOf() }] }
    }
    const rules = missing.map(({ line }) => ({ file: contract, line, note: 'the rule' }));
    const locations =
      missing.length > 0 ? [{ file, line: 1 }, ...rules] : [{ file: contract, line: table.lineOf('properties') }];
    if (missing.length === 0) {
      return {
        ...base,
        status: 'pass',
        reason: `The file has ${each(total, 'column')} of the contract`,
        locations,
      }
    }
    const unrelated = looksUnrelated(table);
    if (unrelated) return { ...base, status: 'fail', ...unrelated, locations }
    const names = listed(missing.map(({ property }) => property.physicalName ?? property.name));
    const reason = `The file lacks ${grouped(missing.length)} of ${count(total, 'column')} of the contract, whose rules were not evaluated: ${names}`;
    return { ...base, status: 'fail', reason, hint: hint(table), locations }
  },
});

/** Names the column that each missing one may be. */
function hint({ missing, unexpected, contract }            )         {
  const meant = missing.flatMap(({ property, line }) => {
    const name = property.physicalName ?? property.name;
    const near = unexpected.find(other => fold(other) === fold(name)) ?? close(name, unexpected);
    return near === undefined ? [] : [`${shown(name)} (${contract}:${line}) may be ${shown(near)} in the file`]
  });
  return meant.length > 0 ? meant.join('; ') : 'Add them to the file, or take them out of the contract'
}

const close = (name        , others                   ) =>
  closestMatch(name, [...others], { maxDistance: Math.max(1, Math.floor(name.length / 3)) });

/** Without case, blanks and punctuation. */
const fold = (name        )         => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Partitions of a log, by the first bits of a key: each is small enough to be looked through at once. */
const PARTITIONS = 256;
/** Words of a key: its three, and the place's high and low. */
const WORDS$1 = 5;
/** Keys that are kept in memory where there is other room. */
const MAX_IN_MEMORY = 500_000;
/** Keys of the first piece of a partition's memory, and of the largest. */
const FIRST_PIECE = 32;
const LARGEST_PIECE = 1024;
const BASE = 2 ** 32;

/** Keys (96 bits) and the places of their rows, in partitions by the key's first eight bits. A multiset: their order says nothing. */
                         
                                                                                 
                                 
                                
                            
                                                                   
                                  
                                                                                                                          
                           
                           
                                                      
                             
 

/** A log of no keys. */
const noKeys = ()         => ({
  sizes: new Int32Array(PARTITIONS),
  pieces: Array.from({ length: PARTITIONS }, () => []),
  open: new Int32Array(PARTITIONS),
  used: new Int32Array(PARTITIONS),
  stored: Array.from({ length: PARTITIONS }, () => []),
});

/** Number of keys, repeated ones too. */
const keysIn = ({ sizes, counted }        )         =>
  counted ? counted.distinct + counted.repeats : sizes.reduce((sum, size) => sum + size, 0);

/** Adds the keys of rows, but for those left out. */
function logKeys(log        , { a, b, c }        , places              , leftOut            )       {
  const { sizes, used } = log;
  for (let row = 0; row < places.length; row++) {
    if (leftOut[row] === 1) continue
    const first = a[row] ?? 0;
    const place = places[row] ?? 0;
    const partition = first >>> 24;
    const piece = pieceWithRoom(log, partition);
    let at = used[partition] ?? 0;
    piece[at++] = first;
    piece[at++] = b[row] ?? 0;
    piece[at++] = c[row] ?? 0;
    piece[at++] = place / BASE;
    piece[at++] = place;
    used[partition] = at;
    sizes[partition] = (sizes[partition] ?? 0) + 1;
  }
}

function pieceWithRoom({ pieces, open, used, sizes }        , partition        )              {
  const all = pieces[partition] ?? [];
  const at = open[partition] ?? 0;
  const current = all[at];
  if (current && (used[partition] ?? 0) < current.length) return current
  const next = current ? at + 1 : at;
  const piece =
    all[next] ?? new Uint32Array(WORDS$1 * Math.min(LARGEST_PIECE, Math.max(FIRST_PIECE, sizes[partition] ?? 0)));
  all[next] = piece;
  open[partition] = next;
  used[partition] = 0;
  return piece
}

/** The used parts of a partition's pieces. */
function partsOf$1({ pieces, open, used }        , partition        )                {
  const at = open[partition] ?? 0;
  const all = pieces[partition] ?? [];
  return [...all.slice(0, at), ...all.slice(at, at + 1).map(piece => piece.subarray(0, used[partition]))]
}

/** Puts the keys out of memory, once they are more than so many. */
function relieve(log        , overflow                      , most = MAX_IN_MEMORY)       {
  if (!overflow || keysIn(log) - log.stored.reduce((sum, all) => sum + wordsIn(all), 0) / WORDS$1 <= most) return
  for (let i = 0; i < PARTITIONS; i++) {
    const stored = overflow.put(partsOf$1(log, i));
    if (stored.words > 0) log.stored[i]?.push(stored);
    log.open[i] = 0;
    log.used[i] = 0;
  }
}

/** Adds the keys of another log, whose memory it takes over. */
function mergeKeys(log        , other        )       {
  if (other.counted && keysIn(log) === 0) log.counted = other.counted;
  for (let i = 0; i < PARTITIONS; i++) {
    log.stored[i]?.push(...(other.stored[i] ?? []));
    log.sizes[i] = (log.sizes[i] ?? 0) + (other.sizes[i] ?? 0);
    const parts = [...partsOf$1(log, i), ...partsOf$1(other, i)];
    log.pieces[i] = parts;
    log.open[i] = Math.max(0, parts.length - 1);
    log.used[i] = parts.at(-1)?.length ?? 0;
  }
}

const wordsIn = (stored                   )         => stored.reduce((sum, { words }) => sum + words, 0);

/** A partition's keys in one piece, in memory that is given where there is some. */
function wordsOf(
  log        ,
  partition        ,
  read                        ,
  room = new Uint32Array(WORDS$1 * (log.sizes[partition] ?? 0)),
)              {
  const words = room.subarray(0, WORDS$1 * (log.sizes[partition] ?? 0));
  let at = 0;
  for (const part of partsOf$1(log, partition)) {
    words.set(part, at);
    at += part.length;
  }
  for (const stored of log.stored[partition] ?? []) {
    if (!read) throw new Error('Keys were put out of memory, and nothing was given to read them with')
    read(stored, words.subarray(at));
    at += stored.words;
  }
  return words
}

/** The place of the row whose key begins at that word. */
const placeOf = (words             , at        )         => (words[at + 3] ?? 0) * BASE + (words[at + 4] ?? 0);

/** The keys of all rows: what some columns hold, taken together. Texts compare as they are: `1` and `1.0` differ. */
                               
              
                       
                                                                  
                          
 

/** Keeps the key of every row; of whole ones only, unless an empty cell is a value like any other. */
const repeatedKeys = (
  columns                                           ,
  { emptyIsValue = false } = {},
)                        => ({
  key: `repeated-keys ${JSON.stringify([...columns.map(({ name }) => name), ...(emptyIsValue ? [true] : [])])}`,
  asks: { is: 'keys', columns: columns.map(({ name, index }) => ({ name, index })), emptyIsValue },
  init: () => ({ rows: 0, keys: noKeys(), empty: noFailures() }),
  add(state, batch) {
    const all = columns.map(({ index }) => batch.cells(index));
    const hashes = together(
      all.map(cells => cells.hashes),
      batch.rows,
    );
    state.rows += batch.rows;
    const incomplete = emptyIsValue ? new Uint8Array(batch.rows) : eitherEmpty(all);
    for (let row = incomplete.indexOf(1); row !== -1; row = incomplete.indexOf(1, row + 1)) {
      addFailure(state.empty, batch.places[row] ?? 0);
    }
    logKeys(state.keys, hashes, batch.places, incomplete);
    relieve(state.keys, batch.overflow);
  },
  merge(state, other) {
    state.rows += other.rows;
    mergeKeys(state.keys, other.keys);
    mergeFailures(state.empty, other.empty);
  },
});

/** 1 for the rows of which a cell is empty. */
function eitherEmpty([first, ...others]                  )             {
  if (!first || others.length === 0) return first?.empty ?? new Uint8Array(0)
  const either = first.empty.slice();
  for (const { empty } of others)
    for (let row = 0; row < either.length; row++) either[row] = (either[row] ?? 0) | (empty[row] ?? 0);
  return either
}

/** One hash of several cells: the order of the columns counts, and where a cell ends too. */
function together(all                   , rows               )         {
  const [first, ...others] = all;
  if (!first || others.length === 0)
    return first ?? { a: new Uint32Array(rows), b: new Uint32Array(rows), c: new Uint32Array(rows) }
  const [a, b, c] = [first.a.slice(), first.b.slice(), first.c.slice()];
  for (const next of others) {
    mix(a, next.a);
    mix(b, next.b);
    mix(c, next.c);
  }
  return { a, b, c }
}

function mix(words             , next             )       {
  for (let row = 0; row < words.length; row++) {
    const word = Math.imul(words[row] ?? 0, 0x9e3779b1) ^ (next[row] ?? 0);
    words[row] = Math.imul(word ^ (word >>> 15), 0x85ebca6b);
  }
}

/** A key that several rows have. */
                              
                                            
               
                                                       
                           
                                                  
               
 

/** What the keys are, all partitions looked through. */
                            
                           
                                                    
                          
                                           
 

/** Repeated keys that are told of: those that occur most often, and those whose repetitions come first. */
const MAX_REPEATED = 200;

const remarkable = (repeated                        )                => [
  ...new Set([
    ...repeated.toSorted((a, b) => b.count - a.count || a.first - b.first).slice(0, MAX_REPEATED),
    ...repeated.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0)).slice(0, MAX_REPEATED),
  ]),
];

/** What was counted of a log of so many keys: several rules ask, and answers are composed more than once. */
const counted = new WeakMap                                                                                      ();

/** Finds the keys that occur more than once; of each, `keep` places beside the first. */
function countKeys(log        , keep        , read             )            {
  if (log.counted) return log.counted
  const keys = keysIn(log);
  const before = counted.get(log);
  if (before?.keys === keys && before.keep === keep) return before.counts
  const counts = countAll(log, keep, read);
  counted.set(log, { keys, keep, counts });
  return counts
}

function countAll(log        , keep        , read                        )            {
  let distinct = 0;
  let repeated                = [];
  const largest = log.sizes.reduce((most, size) => Math.max(most, size), 0);
  const room = new Uint32Array(WORDS$1 * largest);
  const slots = new Int32Array(slotsFor(largest));
  for (let i = 0; i < PARTITIONS; i++) {
    const size = log.sizes[i] ?? 0;
    const own = slots.subarray(0, slotsFor(size)).fill(-1);
    distinct += countPartition(wordsOf(log, i, read, room), size, own, keep, repeated);
    if (repeated.length > 4 * MAX_REPEATED) repeated = remarkable(repeated);
  }
  return { distinct, repeats: keysIn(log) - distinct, repeated }
}

/** Slots of a table of so many keys, at most half of them taken: a power of two. */
const slotsFor = (keys        )         => 2 ** Math.ceil(Math.log2(2 * keys + 2));

/** An open-addressing table of row numbers; a repeated key's slot holds the row with its smallest place. */
function countPartition(
  words             ,
  size        ,
  slots            ,
  keep        ,
  repeated               ,
)         {
  const mask = slots.length - 1;
  const known = new Map                     ();
  let distinct = 0;
  for (let row = 0; row < size; row++) {
    const at = row * WORDS$1;
    let slot = (words[at + 1] ?? 0) & mask;
    for (;;) {
      const other = slots[slot] ?? -1;
      if (other === -1) {
        slots[slot] = row;
        distinct += 1;
        break
      }
      const before = other * WORDS$1;
      if (words[before] === words[at] && words[before + 1] === words[at + 1] && words[before + 2] === words[at + 2]) {
        repeat(slot, placeOf(words, before), placeOf(words, at));
        break
      }
      slot = (slot + 1) & mask;
    }
  }
  repeated.push(...known.values());
  return distinct

  function repeat(slot        , first        , place        )       {
    const key = known.get(slot) ?? { first, places: [], count: 0 };
    known.set(slot, key);
    key.count += 1;
    let later = place;
    if (place < key.first) {
      later = key.first;
      key.first = place;
    }
    const at = key.places.findIndex(other => other > later);
    if (at !== -1) key.places.splice(at, 0, later);
    else if (key.places.length < keep) key.places.push(later);
    if (key.places.length > keep) key.places.length = keep;
  }
}

/** Gives the place of every key of a log, and whether the other log has the key. */
function eachKey(
  log        ,
  other        ,
  read                        ,
  take                                            ,
)       {
  for (let i = 0; i < PARTITIONS; i++) {
    const words = wordsOf(log, i, read);
    const known = tableOf(wordsOf(other, i, read), other.sizes[i] ?? 0);
    for (let row = 0; row < (log.sizes[i] ?? 0); row++) {
      const at = row * WORDS$1;
      take(placeOf(words, at), known(words, at));
    }
  }
}

/** Whether a key is among those of a partition. */
function tableOf(words             , size        )                                             {
  const slots = new Int32Array(slotsFor(size)).fill(-1);
  const mask = slots.length - 1;
  for (let row = 0; row < size; row++) {
    let slot = (words[row * WORDS$1 + 1] ?? 0) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = row * WORDS$1;
  }
  return (keys, at) => {
    for (let slot = (keys[at + 1] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] ?? -1;
      if (found === -1) return false
      if (words[found] === keys[at] && words[found + 1] === keys[at + 1] && words[found + 2] === keys[at + 2])
        return true
    }
  }
}

/** Repeated values whose texts are looked up. */
const MAX_VALUES = 100;

/** Rows that repeat the values of an earlier one. */
                          
                           
                                             
                        
                           
                                    
                                                                                               
                                              
 

/** Counts the rows that repeat an earlier one, and names the values they repeat where these may be shown. */
function repeatsOf({ keys }              , columns                   , rows           )          {
  const { distinct, repeats, repeated } = countKeys(keys, MAX_PLACES, rows.read);
  const places = repeated
    .flatMap(key => key.places)
    .toSorted((a, b) => a - b)
    .slice(0, MAX_PLACES);
  const hidden = columns.some(column => column.sensitive);
  const named = hidden ? [] : repeated.toSorted(byCount).slice(0, MAX_VALUES);
  return {
    distinct,
    count: repeats,
    places,
    values: new Map(named.map(({ first, count }) => [textOf(first, columns, rows), count])),
  }
}

const byCount = (a             , b             )         => b.count - a.count || a.first - b.first;

const textOf = (place        , columns                   , rows           )         => {
  const { cells } = rows.at(place);
  return columns.map(({ index }) => cells[index] ?? '').join(', ')
};

/** The verdict on columns whose values must differ from row to row. */
function finishRepeated(
  rule                                                ,
  found              ,
  shown           ,
  { subject, emptyFails }                                                            ,
)        {
  const { rows, keys } = found;
  const empty = emptyFails ? found.empty : noFailures();
  const repeated = repeatsOf(found, rule.columns, shown);
  const n = emptyFails ? rows : keysIn(keys);
  const both = repeated.count > 0 && empty.count > 0;
  const of = (some        ) => `${grouped(some)} (${percent(some / n)})`;
  const failing =
    repeated.count === 0
      ? 'is empty'
      : both
        ? `repeats an earlier row ${of(repeated.count)} or is empty ${of(empty.count)}`
        : 'repeats an earlier row';
  const places = [...repeated.places, ...empty.places].toSorted((a, b) => a - b).slice(0, MAX_PLACES);
  const failed = { count: repeated.count + empty.count, places, values: repeated.values };
  const holding = { sentence: `${count(repeated.distinct, 'distinct value')} in ${count(n, 'row')}` };
  return finishRows(rule, { rows, n, failed }, { subject, noun: 'row', failing, holding }, shown)
}

const expectation$j = ofTable(
  'expect_compound_columns_to_be_unique',
  strictObject({ column_list: array$1(string$1()).min(2) }),
  ({ column_list }) => column_list,
);

/** No two rows have the same values in several columns together. Rows with an empty cell in them repeat nothing. */
const compoundUnique = defineCheck({
  id: 'compound-unique',
  title: 'No two rows have the same values in several columns together',
  expectations: [expectation$j],
  rules: table =>
    expected(table, expectation$j).map(rule => ({
      ...rule,
      title: `No two rows have the same ${listed(rule.options.column_list)}`,
    })),
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) =>
    finishRepeated(rule, keys, rows, { subject: listed(rule.options.column_list), emptyFails: false }),
});

/** Names of the columns that a condition speaks of, each once. */
const columnsOf = (condition           )           => [...new Set(inCondition(condition))];

function inCondition(condition           )           {
  switch (condition.is) {
    case 'and':
    case 'or':
      return [...inCondition(condition.left), ...inCondition(condition.right)]
    case 'not':
      return inCondition(condition.of)
    case 'compare':
      return [...inOperand(condition.left), ...inOperand(condition.right)]
    case 'in':
      return [condition.value, ...condition.list].flatMap(inOperand)
    default:
      return inOperand(condition.value)
  }
}

function inOperand(operand         )           {
  if (operand.is === 'column') return [operand.name]
  return operand.is === 'arithmetic' ? [...inOperand(operand.left), ...inOperand(operand.right)] : []
}

/** A condition over a table's columns, by the names the contract gives them. */
function conditionTruths(condition           , { columns }                             )            {
  const named              = name => columns.find(({ property }) => property.name === name);
  return Object.assign((batch                          ) => evaluate(condition, batch, named), {
    says: { condition, named, counts: false },
  })
}

/** What is true of each row of a batch; and the condition that says so, where it is one. */
                            
                            
                                                                       
 

/** Rows, judged one by one; those that cannot be judged, for want of a value, left out. */
                             
              
           
                           
 

/** Judges rows: `truths` gives 1 for each that passes, 0 for each that fails, anything else for those left out. */
const judgedRows = (key        , truths           )                      => ({
  key: `judged-rows ${key}`,
  ...(truths.says ? { asks: { is: 'truths', ...truths.says } } : {}),
  init: () => ({ rows: 0, n: 0, failed: noFailures() }),
  add(state, batch) {
    const found = truths(batch);
    state.rows += batch.rows;
    for (let row = 0; row < batch.rows; row++) {
      const truth = found[row];
      if (truth !== 0 && truth !== 1) continue
      state.n += 1;
      if (truth === 0) addFailure(state.failed, batch.places[row] ?? 0);
    }
  },
  merge(state, other) {
    state.rows += other.rows;
    state.n += other.n;
    mergeFailures(state.failed, other.failed);
  },
});

/** A demand on every row, of several columns, asked for by an expectation. */
                                          
                     
                        
                              
                                                   
                                              
                                                      
                                 
                                                                                                             
                                                                                    
 

/** A check of whole rows. */
function defineRows         (rows                         )             {
  const expectation = ofTable(rows.expectation, rows.options, options => rows.columns(options));
  return defineCheck({
    id: rows.id,
    title: rows.title,
    expectations: [expectation],
    rules: table =>
      expected(table, expectation).map(rule => ({ ...rule, title: `Every row ${rows.words(rule.options)}` })),
    measures: ({ id, line, options, columns, table }) => ({
      rows: judgedRows(`${id}:${line}`, rows.truths(options, columns, table)),
    }),
    finish: (rule, { rows: { rows: all, n, failed } }, shown) => {
      const words = {
        subject: `The rule that a row ${rows.words(rule.options)}`,
        noun: 'row',
        failing: 'is broken',
        holding: 'is kept',
        none: 'No row has the values that the rule speaks of',
      };
      return finishRows(rule, { rows: all, n, failed }, words, shown)
    },
  })
}

/** A condition holds in every row; rows of which a null decides are left out, as SQL leaves them out of a CHECK. */
const condition = defineRows({
  id: 'condition',
  title: 'A condition holds in every row',
  expectation: 'expect_rows_to_satisfy',
  options: strictObject({
    condition: string$1().refine(source => !isFault(parseCondition(source)), { error: 'a condition on a row' }),
  }),
  columns: ({ condition: source }) => {
    const read = parseCondition(source);
    return isFault(read) ? [] : columnsOf(read)
  },
  words: ({ condition: source }) => `satisfies ${source}`,
  truths: ({ condition: source }, _, table) => {
    const read = parseCondition(source);
    return isFault(read) ? batch => new Uint8Array(batch.rows).fill(2) : conditionTruths(read, table)
  },
});

/** Over the rows in which two columns have values: Σx, Σy, Σx², Σy², Σxy, without rounding. */
                            
           
                           
 

/** The sums that a correlation comes of. */
const crossSums = (one        , other        )                     => ({
  key: `cross-sums ${JSON.stringify([one.name, other.name])}`,
  asks: { is: 'cross', columns: [one, other] },
  init: () => ({ n: 0, sums: Array.from({ length: 5 }, noSum) }),
  add(state, batch) {
    const [x, y, xx, yy, xy] = state.sums;
    if (!one.reader || !other.reader || !x || !y || !xx || !yy || !xy) return
    const [left, right] = [batch.cells(one.index).values(one.reader), batch.cells(other.index).values(other.reader)];
    for (let row = 0; row < batch.rows; row++) {
      const [a, b] = [left[row] ?? Number.NaN, right[row] ?? Number.NaN];
      if (Number.isNaN(a) || Number.isNaN(b)) continue
      state.n += 1;
      addTo(x, a);
      addTo(y, b);
      for (const part of exactProduct(a, a)) addTo(xx, part);
      for (const part of exactProduct(b, b)) addTo(yy, part);
      for (const part of exactProduct(a, b)) addTo(xy, part);
    }
  },
  merge(state, other) {
    state.n += other.n;
    for (const [i, sum] of state.sums.entries()) {
      const more = other.sums[i];
      if (more) addSum(sum, more);
    }
  },
});

const expectation$i = ofTable(
  'expect_column_pair_correlation_to_be_between',
  strictObject({
    column_A: string$1(),
    column_B: string$1(),
    min_value: number$1().min(-1).max(1).default(-1),
    max_value: number$1().min(-1).max(1).default(1),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
);

/** Pearson's correlation of two columns, over the rows in which both have values. */
const correlation = defineCheck({
  id: 'correlation',
  title: 'The correlation of two columns is within a range',
  expectations: [expectation$i],
  rules: table =>
    expected(table, expectation$i).flatMap(rule => {
      const [one, other] = rule.columns;
      if (!one || !other) return []
      const subject = `The correlation of ${shown(one.name)} and ${shown(other.name)}`;
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ sums: crossSums(one, other) }),
  finish(rule, { sums }) {
    const value = pearson(sums);
    return finishBetween(
      rule,
      rule.subject,
      value === undefined
        ? 'One of the two columns has too few different values'
        : { value, n: sums.n, method: 'pearson' },
    )
  },
});

/** In exact integers until the last division and root. */
function pearson({ n: count, sums }           )                     {
  const n = BigInt(count);
  const [x = 0n, y = 0n, xx = 0n, yy = 0n, xy = 0n] = sums.map(integerOf);
  const scaled = (sum        ) => n * (sum << 1074n);
  const [varianceX, varianceY, covariance] = [scaled(xx) - x * x, scaled(yy) - y * y, scaled(xy) - x * y];
  if (varianceX <= 0n || varianceY <= 0n) return undefined
  const size = Math.sqrt(ratio(covariance * covariance, varianceX * varianceY));
  return Math.min(1, size) * (covariance < 0n ? -1 : 1)
}

/** Pairs of texts whose counts are kept. */
const MAX_PAIRS = 10_000;

/** How often each pair of texts occurs in two columns; undefined where there are more pairs than `MAX_PAIRS`. */
                             
                                         
 

/** Counts pairs of texts, rows with an empty cell left out. A pair's key is a list in JSON. */
const pairCounts = (
  one                                ,
  other                                ,
)                      => ({
  key: `pair-counts ${JSON.stringify([one.name, other.name])}`,
  init: () => ({ counts: new Map() }),
  add(state, batch) {
    if (!state.counts) return
    const [left, right] = [batch.cells(one.index), batch.cells(other.index)];
    for (let row = 0; row < batch.rows && state.counts; row++) {
      if (left.empty[row] === 1 || right.empty[row] === 1) continue
      addPair(state, JSON.stringify([left.text(row), right.text(row)]), 1);
    }
  },
  merge(state, other) {
    if (!other.counts) state.counts = undefined;
    for (const [key, count] of other.counts ?? []) addPair(state, key, count);
  },
});

function addPair(state            , key        , count        )       {
  const { counts } = state;
  if (!counts) return
  counts.set(key, (counts.get(key) ?? 0) + count);
  if (counts.size > MAX_PAIRS) state.counts = undefined;
}

/** The pairs as a table: for each text of the first column, how often each text of the second goes with it. */
function crossTable(counts                             )                                   {
  const table = new Map                             ();
  for (const [key, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [one, other]            = JSON.parse(key);
    const row = table.get(String(one)) ?? new Map                ();
    table.set(String(one), row.set(String(other), count));
  }
  return table
}

const expectation$h = ofTable(
  'expect_column_pair_cramers_phi_value_to_be_less_than',
  strictObject({
    column_A: string$1(),
    column_B: string$1(),
    threshold: number$1().gt(0).max(1).default(0.1),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
);

/** Cramér's φ (also called V) of two columns of few different values: 0 where they are independent, 1 where one tells the other. */
const cramersPhi = defineCheck({
  id: 'cramers-phi',
  title: 'The association of two columns (Cramér’s φ) is below a limit',
  expectations: [expectation$h],
  rules: table =>
    expected(table, expectation$h).flatMap(rule => {
      const [one, other] = rule.columns;
      if (!one || !other) return []
      const subject = `Cramér's φ of ${shown(one.name)} and ${shown(other.name)}`;
      const options = { max_value: rule.options.threshold, strict_max: true };
      return [{ ...rule, one, other, subject, options, title: `${subject} is ${rangeWords(options)}` }]
    }),
  measures: ({ one, other }) => ({ pairs: pairCounts(one, other) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `The two columns have more than ${grouped(MAX_PAIRS)} different pairs`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const value = n === 0 ? undefined : phiOf(counts);
    if (value === undefined)
      return finishBetween(rule, rule.subject, 'One of the two columns has fewer than two values where both have one')
    return finishBetween(rule, rule.subject, { value, n, method: 'cramer, without correction' })
  },
});

/** √(χ² / (n (k − 1))), k being the smaller number of different values (Cramér 1946, 21.9); undefined where that is 1. */
function phiOf(counts                             )                     {
  const table = crossTable(counts);
  const columns = new Map                ();
  for (const row of table.values()) for (const [key, count] of row) columns.set(key, (columns.get(key) ?? 0) + count);
  const fewer = Math.min(table.size, columns.size);
  if (fewer < 2) return undefined
  // χ² / n = Σ observed² / (row × column) − 1: pairs that do not occur add nothing.
  let sum = 0;
  for (const row of table.values()) {
    const total = [...row.values()].reduce((all, count) => all + count, 0);
    for (const [key, count] of row) sum += (count / total) * (count / (columns.get(key) ?? 1));
  }
  return Math.min(1, Math.sqrt(Math.max(0, sum - 1) / (fewer - 1)))
}

/** A number, or a month by name, of a date; `label` where it says itself what it is. */
                       
                        
                                   
 

                               
                        
                         
                       
 

/** Which of up to three parts is what, as dateutil finds it (American order where a date may be read in two ways); undefined where it refuses. */
function resolveDate(parts                 )                           {
  const year = parts.findIndex(({ label }) => label === 'year');
  const month = parts.findIndex(({ label }) => label === 'month');
  if (parts.filter(({ label }) => label === 'year').length > 1) return undefined
  const [a = 0, b = 0, c = 0] = parts.map(({ value }) => value);
  if (parts.length === 1) return month === 0 ? { month: a } : year === 0 || a > 31 ? { year: a } : { day: a }
  if (parts.length === 2) {
    if (month === -1) return a > 31 ? { year: a, month: b } : b > 31 ? { month: a, year: b } : { month: a, day: b }
    const [named, other] = month === 0 ? [a, b] : [b, a];
    return year !== -1 || other > 31 ? { month: named, year: other } : { month: named, day: other }
  }
  if (month !== -1 && year !== -1) {
    const day = parts.findIndex((_, i) => i !== month && i !== year);
    return { year: parts[year]?.value ?? 0, month: parts[month]?.value ?? 0, day: parts[day]?.value ?? 0 }
  }
  if (month === 0) return b > 31 ? { month: a, year: b, day: c } : { month: a, day: b, year: c }
  if (month === 1) return a > 31 ? { year: a, month: b, day: c } : { day: a, month: b, year: c }
  if (month === 2) return b > 31 ? { day: a, year: b, month: c } : { year: a, day: b, month: c }
  if (a > 31 || year === 0) return { year: a, month: b, day: c }
  return a > 12 ? { day: a, month: b, year: c } : { month: a, day: b, year: c }
}

/** Longest text that is judged. */
const MAX_TEXT$2 = 100;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(?:${MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)`;
const DAYS = [
  'mon',
  'monday',
  'tue',
  'tuesday',
  'wed',
  'wednesday',
  'thu',
  'thursday',
  'fri',
  'friday',
  'sat',
  'saturday',
  'sun',
  'sunday',
];

/** Words that dateutil knows somewhere in a date, besides names of months and days (dateutil 2.7 to 4.0, `parserinfo`). */
const WORDS = new Set(
  'at on and ad m t of st nd rd th h hour hours minute minutes s second seconds am a pm p utc gmt z'.split(' '),
);
/** Marks that never stand in a date. */
const STRANGE = /[!"#$%&*<=>?@[\\\]^_`{|}~]/;
const WORD$1 = /(?<![A-Za-z.])[A-Za-z]+(?![A-Za-z.])/g;

const expression = (source        ) => new RegExp(`^${source}$`, 'i');
const WITH_DAY = expression(`(${DAYS.join('|')}),? (.+)`);
const WITH_TIME = /^(.+?)(?:[Tt]|,? )(\d{1,2}:\d{2}.*|\d{4}|\d{6}(?:\.\d+)?)$/;
const TIME = expression(
  '(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:\\.\\d+)?)? ?([ap]m?)?(?:(?<![apm]) ?(?:z|utc|gmt)|(?<=[apm]) (?:z|utc|gmt)| ?[+-](?:\\d{4}|\\d{1,2}(?::\\d{2})?))?',
);
const PACKED_TIME = /^(\d\d)(\d\d)(?:(\d\d)(?:\.\d+)?)?$/;
const NUMBERS = /^(\d{1,4})([-/.])(\d{1,4})(?:\2(\d{1,4}))?$/;
const PACKED = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/;
const SHORT = /^(\d\d)(\d\d)(\d\d)$/;
const NAMED$1 = [
  expression(`(?<day>\\d{1,2})(?<gap>[-/ ])(?<month>${MONTH})(?:\\k<gap>(?<year>\\d{2}|\\d{4}))?`),
  expression(`(?<month>${MONTH}) (?<day>\\d{1,2})(?:,? (?<year>\\d{2}|\\d{4}))?`),
  expression(`(?<month>${MONTH})(?: (?<year>\\d{4}))?`),
];

/**
 * Whether python-dateutil's parser takes a text for a date or time. What it takes cannot be told in a few rules, so only the forms that
 * are in use are followed (ISO 8601, numbers divided by - / or ., names of months, times of day with zones; and texts that hold what no
 * date holds): any other text is undecided, and so is one for which it depends on the day on which it is read.
 */
function judgeDateutil(text        )            {
  if (text.length > MAX_TEXT$2 || /[^ -~]|^ | $|\d{21}/.test(text)) return 'undecided'
  if (isStrange(text)) return 'fail'
  if (/^\d+$/.test(text) && !SHORT.test(text) && !PACKED.test(text)) return judgeNumber(text)
  if (TIME.test(text)) return judgeTime(text)
  const [, weekday, written = text] = WITH_DAY.exec(text) ?? [];
  const [, before = written, time] = readDate(written) === undefined ? (WITH_TIME.exec(written) ?? []) : [];
  // Of two times, the second counts.
  if (time !== undefined && /^\d{12,}$/.test(before)) return 'undecided'
  const date = readDate(before);
  if (date === undefined) return 'undecided'
  if (date === 'refused') return 'fail'
  const isWhole = date.year !== undefined && date.month !== undefined && date.day !== undefined;
  if ((weekday !== undefined || time !== undefined) && !isWhole) return 'undecided'
  const judged = judgeDate(date);
  return judged === 'pass' && time !== undefined ? judgeTime(time) : judged
}

/** Whether a mark or a word stands in it that dateutil takes nowhere; after `of` it takes anything. */
function isStrange(text        )          {
  const words = text.match(WORD$1) ?? [];
  if (words.some(word => word.toLowerCase() === 'of')) return false
  if (STRANGE.test(text)) return true
  return words.some(word => {
    const lower = word.toLowerCase();
    // Any short word in capitals may be the name of a zone.
    const isZone = word.length <= 5 && word === word.toUpperCase();
    return !isZone && !WORDS.has(lower) && !isMonth(lower) && !DAYS.includes(lower)
  })
}

const isMonth = (word        ) => expression(MONTH).test(word);

/** A number alone is a day up to 31, else a year. */
function judgeNumber(text        )            {
  const value = Number(text);
  if (value > 31) return value <= 9999 ? 'pass' : 'fail'
  if (value === 0) return 'fail'
  return value <= 28 ? 'pass' : 'undecided'
}

function readDate(text        )                                       {
  const short = SHORT.exec(text);
  const numbers = short ?? NUMBERS.exec(text);
  if (numbers) {
    const parts = (short ? numbers.slice(1) : [numbers[1], numbers[3], numbers[4]]).flatMap(each => each ?? []);
    // A decimal, to dateutil.
    if (!short && numbers[2] === '.' && parts.length === 2) return undefined
    return resolved(parts.map(partOf))
  }
  const packed = PACKED.exec(text);
  if (packed) {
    const [, year, month, day, hour = '00', minute = '00', second = '00'] = packed;
    if (judgeClock(hour, minute, second) === 'fail') return 'refused'
    return { year: Number(year), month: Number(month), day: Number(day) }
  }
  for (const form of NAMED$1) {
    const { day, gap = ' ', month, year } = form.exec(text)?.groups ?? {};
    if (month === undefined) continue
    const named       = {
      value: MONTHS.findIndex(name => name.startsWith(month.slice(0, 3).toLowerCase())) + 1,
      label: 'month',
    };
    const given = [day, year].map(each => (each === undefined ? [] : [gap === ' ' ? numberPart(each) : partOf(each)]));
    const [ofDay = [], ofYear = []] = given;
    return resolved(form === NAMED$1[0] ? [...ofDay, named, ...ofYear] : [named, ...ofDay, ...ofYear])
  }
  return undefined
}

const resolved = (parts                 ) => withCentury(resolveDate(parts), parts) ?? 'refused';

/** Written between marks, three digits and more are a year; standing alone, what is above 100. */
const partOf = (text        )       => ({ value: Number(text), ...(text.length > 2 && { label: 'year' }) });
const numberPart = (text        )       => ({ value: Number(text), ...(Number(text) > 100 && { label: 'year' }) });

/** Two digits are a year of these decades: of which century matters to 29 February only, and 2000 had one. */
function withCentury(date                          , parts                 )                           {
  const isFull = parts.some(({ label }) => label === 'year');
  return date?.year !== undefined && date.year < 100 && !isFull ? { ...date, year: 2000 + date.year } : date
}

function judgeDate({ year, month, day }              )            {
  if (year !== undefined && (year < 1 || year > 9999)) return 'fail'
  if (month !== undefined && (month < 1 || month > 12)) return 'fail'
  if (day === undefined) return 'pass'
  // Without a year or a month it is one of those in which it is read.
  const longest = month === undefined ? 31 : daysIn(year ?? 2000, month);
  if (day < 1 || day > longest) return 'fail'
  const shortest = month === undefined ? 28 : daysIn(year ?? 2001, month);
  return day <= shortest ? 'pass' : 'undecided'
}

const daysIn = (year        , month        ) => {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate()
};

function judgeTime(text        )            {
  const packed = PACKED_TIME.exec(text);
  if (packed) return judgeClock(packed[1], packed[2], packed[3])
  const found = TIME.exec(text);
  if (!found) return 'undecided'
  const [, hour, minute, second, half] = found;
  if (half !== undefined && Number(hour) > 12) return 'fail'
  return judgeClock(hour, minute, second)
}

const judgeClock = (hour = '0', minute = '0', second = '0')            =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 ? 'pass' : 'fail';

/** Every value is a date or time that python-dateutil parses. In the forms that are in use this is told exactly; any other text is undecided. */
const dateutil = defineCells({
  id: 'dateutil',
  title: 'Every value is a date or time that dateutil parses',
  expectation: 'expect_column_values_to_be_dateutil_parseable',
  options: strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: judgeDateutil,
    failing: 'is no date or time that dateutil parses',
    holding: 'is a date or time that dateutil parses',
    undecided: 'is written in no form that is followed here',
  }),
});

/** Whether a value may follow another. */
                                                                   

/** A stretch of rows without a gap between them. */
                   
                        
                             
              
                   
 

/** How the values of a column follow one another, from row to row; rows without a value left out. */
                                
              
           
                                                                          
                           
                                                                                    
                               
 

/** Holds each value of a column against the one before it. */
const orderedValues = (
  key        ,
  { name, index, reader }        ,
  may           ,
)                         => ({
  key: `ordered-values ${JSON.stringify([name, key])}`,
  asks: { is: 'order', columns: [{ name, index }] },
  init: () => ({ rows: 0, n: 0, failed: noFailures(), stretches: [] }),
  add(state, batch) {
    state.rows += batch.rows;
    if (!reader) return
    const values = batch.cells(index).values(reader);
    let stretch;                     
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue
      const place = batch.places[row] ?? 0;
      state.n += 1;
      if (!stretch) {
        stretch = { first: value, firstPlace: place, last: value, lastPlace: place };
        state.stretches.push(stretch);
        continue
      }
      if (!may(stretch.last, value)) addFailure(state.failed, place);
      stretch.last = value;
      stretch.lastPlace = place;
    }
  },
  merge(state, other) {
    state.rows += other.rows;
    state.n += other.n;
    mergeFailures(state.failed, other.failed);
    state.stretches.push(...other.stretches);
  },
});

/** The rows at fault, those between stretches too. */
function outOfOrder({ failed, stretches }               , may           )           {
  const all = noFailures();
  mergeFailures(all, failed);
  const inOrder = stretches.toSorted((a, b) => a.firstPlace - b.firstPlace);
  for (const [i, stretch] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (before && !may(before.last, stretch.first)) addFailure(all, stretch.firstPlace);
  }
  return all
}

/** A demand on how the values of a column follow one another. */
                                            
                     
                        
                              
                                                   
                                  
                                                                                                     
                                 
 

/** A check of the order of a column's values, from row to row; rows without a value are passed over. */
function defineOrder         (order                           )             {
  const expectation = ofColumn$1(order.expectation, order.options);
  return defineCheck({
    id: order.id,
    title: order.title,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => ({
        ...rule,
        title: `Every value of ${shown(rule.column.name)} ${order.words(rule.options)}`,
        may: order.may(rule.options),
      })),
    measures: ({ id, line, column, may }) => ({ values: orderedValues(`${id}:${line}`, column, may) }),
    finish(rule, { values }, shownRows) {
      const subject = `The rule that ${shown(rule.column.name)} ${order.words(rule.options)}`;
      return finishRows(
        rule,
        { rows: values.rows, n: values.n, failed: outOfOrder(values, rule.may) },
        { subject, noun: 'value', failing: 'is broken', holding: 'is kept', none: noValues(rule.column) },
        shownRows,
      )
    },
  })
}

/** Values do not rise from row to row; strictly, they fall. */
const decreasing = defineOrder({
  id: 'decreasing',
  title: 'Values fall from row to row',
  expectation: 'expect_column_values_to_be_decreasing',
  options: strictObject({ strictly: boolean$1().default(false) }),
  may: ({ strictly }) => (strictly ? (a, b) => b < a : (a, b) => b <= a),
  words: ({ strictly }) => (strictly ? 'is less than the one before' : 'is no greater than the one before'),
});

/** A value, as a contract writes it. */
const Scalar$1 = union([string$1(), number$1(), boolean$1(), _null()], {
  error: 'a text, a number, true, false or null',
});

/** Allowed values that a title names. */
const NAMED = 6;

/** A list of allowed values of a column. */
                              
                                                         
                        
                                           
 

/** A list of allowed values: numbers in a numeric column compare as numbers, all else as the text of the cell. */
function validValues(column        , values                                   )              {
  const texts = new Set(values.map(value => (value === null ? '' : String(value))));
  const numeric = column.type.id === 'integer' || column.type.id === 'number';
  const numbers = new Set(numeric ? values.filter(value => typeof value === 'number') : []);
  const named = [...texts].slice(0, NAMED).map(text => (text === '' ? 'an empty cell' : text));
  const more = texts.size - named.length;
  return {
    words: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    has: (text, value) => texts.has(text) || numbers.has(value),
  }
}

/** A demand on the set of a column's different values. */
                                      
                     
                        
                              
                                      
                        
                                                                                                                 
                                                                                                          
 

/** The values that a rule names. */
                         
                                   
                            
                                 
                                   
 

/** A check of a column's different values as a set. */
function defineValueSet(set                     )             {
  const expectation = ofColumn$1(set.expectation, strictObject({ value_set: array$1(Scalar$1).min(1) }));
  return defineCheck({
    id: set.id,
    title: set.title,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => {
        const values = validValues(rule.column, rule.options.value_set);
        const title = `The different values of ${shown(rule.column.name)} ${set.words}: ${values.words}`;
        return { ...rule, title, wanted: wantedBy(rule.column, rule.options.value_set) }
      }),
    measures: ({ column }) => ({ texts: categories(column) }),
    finish(rule, { texts: { counts } }) {
      const { id, title, column, wanted } = rule;
      const name = shown(column.name);
      const open = (reason        ) => ({
        id,
        title,
        status: 'inconclusive'         ,
        reason,
        hint: mendOr(rule, []),
        locations: locations(rule),
      });
      if (!counts) return open(`${name} has more than ${grouped(MAX_CATEGORIES)} different values, too many to keep`)
      if (counts.size === 0) return open(`${name} has no values`)
      const names = (values                   ) =>
        column.sensitive ? `${grouped(values.length)} of its values` : listed(values.toSorted());
      const fault = set.fault(counts, wanted, names);
      const measured = { value: counts.size, unit: 'values' };
      if (fault === undefined) {
        const reason = `${name} has ${grouped(counts.size)} different ${counts.size === 1 ? 'value, which keeps' : 'values, which keep'} the rule`;
        return { id, title, status: 'pass', measured, reason, locations: locations(rule) }
      }
      const reason = `${name} ${fault}`;
      return { id, title, status: broken(rule), measured, reason, hint: mendOr(rule, []), locations: locations(rule) }
    },
  })
}

function wantedBy(column        , values                                   )         {
  const { has } = validValues(column, values);
  const numberOf = (text        ) => (column.reader ? column.reader.read(text) : Number.NaN);
  return {
    texts: values.map(value => String(value ?? '')),
    has: text => has(text, numberOf(text)),
    missing(counts) {
      const present = [...counts.keys()];
      const absent = values.filter(
        value => !present.some(text => validValues(column, [value]).has(text, numberOf(text))),
      );
      return absent.map(value => String(value ?? ''))
    },
  }
}

/** All values of a set occur. */
const distinctContainSet = defineValueSet({
  id: 'distinct-contain-set',
  title: 'All values of a set occur',
  expectation: 'expect_column_distinct_values_to_contain_set',
  words: 'contain',
  fault: (counts, { texts, missing }, listed) => {
    const absent = missing(counts);
    return absent.length > 0 ? `lacks ${listed(absent)} of ${texts.length} values` : undefined
  },
});

/** The different values are those of a set, all of them and no others. */
const distinctEqualSet = defineValueSet({
  id: 'distinct-equal-set',
  title: 'The different values are just those of a set',
  expectation: 'expect_column_distinct_values_to_equal_set',
  words: 'are just',
  fault: (counts, { has, missing }, listed) => {
    const absent = missing(counts);
    const others = [...counts.keys()].filter(text => !has(text));
    if (absent.length > 0) return `lacks ${listed(absent)}`
    return others.length > 0 ? `holds ${listed(others)} beside those of the set` : undefined
  },
});

/** In no row two of several columns hold the same; empty cells are left out. */
const distinctInRow = defineRows({
  id: 'distinct-in-row',
  title: 'No two of several columns hold the same in a row',
  expectation: 'expect_select_column_values_to_be_unique_within_record',
  options: strictObject({ column_list: array$1(string$1()).min(2) }),
  columns: ({ column_list }) => column_list,
  words: ({ column_list }) => `has different values in ${listed(column_list)}`,
  truths: (_, columns) => batch => {
    const all = columns.map(({ index }) => batch.cells(index));
    const truths = new Uint8Array(batch.rows);
    for (let row = 0; row < batch.rows; row++) {
      const texts = all.map(cells => cells.text(row)).filter(text => text !== '');
      truths[row] = texts.length < 2 ? 2 : new Set(texts).size === texts.length ? 1 : 0;
    }
    return truths
  },
});

/** All different values are among those of a set. */
const distinctInSet = defineValueSet({
  id: 'distinct-in-set',
  title: 'All different values are among those of a set',
  expectation: 'expect_column_distinct_values_to_be_in_set',
  words: 'are all among',
  fault: (counts, { has }, listed) => {
    const others = [...counts.keys()].filter(text => !has(text));
    return others.length > 0 ? `holds ${listed(others)} beside those of the set` : undefined
  },
});

/** Different texts that are counted one by one; more are estimated. */
const MAX_EXACT = 100_000;
/** Registers of the sketch: 2¹⁴. */
const BITS = 14;
const REGISTERS = 2 ** BITS;
/** Its standard error, relative: 1.04 / √(2¹⁴). */
const SKETCH_ERROR = 1.04 / Math.sqrt(REGISTERS);

/** How many different texts a column has: their hashes, until there are too many of them, and a sketch throughout. */
                                
                                          
                              
           
                                                                                                           
                                
                                                                            
                                
 

/** Counts the different texts of a column, empty cells left out. */
const distinctCount = ({ name, index }                                )                         => ({
  key: `distinct-count ${JSON.stringify(name)}`,
  asks: { is: 'distinct', column: { name, index } },
  init: () => ({ n: 0, exact: new Set(), registers: new Uint8Array(REGISTERS) }),
  add(state, batch) {
    const { empty, hashes } = batch.cells(index);
    for (let row = 0; row < batch.rows; row++) {
      if (empty[row] === 1) continue
      state.n += 1;
      const [a, b, c] = [hashes.a[row] ?? 0, hashes.b[row] ?? 0, hashes.c[row] ?? 0];
      if (state.exact) addExact(state, a * 2 ** 21 + (b >>> 11));
      const register = c >>> (32 - BITS);
      const rank = Math.clz32((b << BITS) | (c & (2 ** BITS - 1))) + 1;
      if (rank > (state.registers[register] ?? 0)) state.registers[register] = rank;
    }
  },
  merge(state, other) {
    state.n += other.n;
    if (other.counted !== undefined && state.n === other.n) state.counted = other.counted;
    if (!other.exact) state.exact = undefined;
    for (const hash of other.exact ?? []) addExact(state, hash);
    for (const [i, rank] of other.registers.entries()) state.registers[i] = Math.max(state.registers[i] ?? 0, rank);
  },
});

function addExact(state               , hash        )       {
  state.exact?.add(hash);
  if (state.exact && state.exact.size > MAX_EXACT) state.exact = undefined;
}

/** The number of different texts; with an interval (three standard errors either way) where it is estimated. */
function distinctIn(state               )                                                 {
  const { exact, registers, n, counted } = state;
  if (counted !== undefined) return { value: counted }
  if (exact) return { value: exact.size }
  let sum = 0;
  let zeros = 0;
  for (const rank of registers) {
    sum += 2 ** -rank;
    if (rank === 0) zeros += 1;
  }
  const raw = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum;
  const estimate = raw <= 2.5 * REGISTERS && zeros > 0 ? REGISTERS * Math.log(REGISTERS / zeros) : raw;
  const value = Math.min(n, Math.round(estimate));
  const margin = 3 * SKETCH_ERROR * value;
  return { value, interval: [Math.max(MAX_EXACT, Math.floor(value - margin)), Math.min(n, Math.ceil(value + margin))] }
}

/** The number of different values over that of filled cells. */
const distinctShare = defineAggregate({
  id: 'distinct-share',
  title: 'Share of different values',
  expectation: 'expect_column_proportion_of_unique_values_to_be_between',
  ofValues: false,
  measures: column => ({ distinct: distinctCount(column) }),
  finish: ({ distinct }, column) => {
    const { n } = distinct;
    if (n === 0) return noValues(column)
    const { value, interval } = distinctIn(distinct);
    return { value: value / n, n, ...(interval ? { interval: [interval[0] / n, interval[1] / n]          } : {}) }
  },
});

/** The number of different values: exact up to 100 000, then estimated with an error of 0.8 %. */
const distinctValues = defineAggregate({
  id: 'distinct-values',
  title: 'Number of different values',
  expectation: 'expect_column_unique_value_count_to_be_between',
  ofValues: false,
  measures: column => ({ distinct: distinctCount(column) }),
  finish: ({ distinct }, column) => {
    if (distinct.n === 0) return noValues(column)
    return { ...distinctIn(distinct), n: distinct.n }
  },
});

const positive = number$1().positive();
const placed = { loc: number$1().default(0), scale: positive.default(1) };

/** Distributions with the parameters that Great Expectations gives them; `loc` and `scale` are SciPy's. */
const DISTRIBUTIONS                                           = {
  norm: strictObject({ mean: number$1(), std_dev: positive }).transform(({ mean, std_dev })      => {
    const { cdf } = normal;
    return x => cdf((x - mean) / std_dev)
  }),
  uniform: strictObject({ min: number$1(), max: number$1() })
    .refine(({ min, max }) => min < max)
    .transform(
      ({ min, max })      =>
        x =>
          within$4((x - min) / (max - min)),
    ),
  expon: strictObject(placed).transform(
    ({ loc, scale })      =>
      x =>
        within$4(-Math.expm1(-(x - loc) / scale)),
  ),
  beta: strictObject({ alpha: positive, beta: positive, ...placed })
    .transform(({ alpha, beta: other, loc, scale })      => {
      const { cdf } = beta(alpha, other);
      return x => cdf(within$4((x - loc) / scale))
    }),
  gamma: strictObject({ alpha: positive, ...placed }).transform(
    ({ alpha, loc, scale })      =>
      x =>
        x <= loc ? 0 : gammainc(alpha, (x - loc) / scale),
  ),
  chi2: strictObject({ df: positive, ...placed }).transform(({ df, loc, scale })      => {
    const { cdf } = chiSquared(df);
    return x => (x <= loc ? 0 : cdf((x - loc) / scale))
  }),
};

const within$4 = (share        )         => Math.min(1, Math.max(0, share));

/** Their names. */
const DISTRIBUTION_NAMES = ['norm', 'uniform', 'expon', 'beta', 'gamma', 'chi2'];         

/** The distribution function of a name and its parameters; undefined where they are not its parameters. */
const namedDistribution = (name                                     , params         )                  =>
  DISTRIBUTIONS[name]?.safeParse(params).data;

/** Of fewer values nearly every distribution would pass. */
const FEWEST$1 = 20;

const expectation$g = ofColumn$1(
  'expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than',
  strictObject({
      distribution: _enum(DISTRIBUTION_NAMES, { error: `one of ${DISTRIBUTION_NAMES.join(', ')}` }),
      params: record(string$1(), number$1()),
      p_value: number$1().gt(0).lt(1).default(0.05),
    })
    .refine(({ distribution, params }) => namedDistribution(distribution, params) !== undefined, {
      error: 'the parameters of its distribution',
      path: ['params'],
    }),
);

/**
 * The values of a column are distributed as the contract says, by the one-sample Kolmogorov–Smirnov test; of more than
 * 20 000 rows, by a sample of them. To compare two tables, which are both samples, drift-compare is the tool.
 */
const distribution = defineCheck({
  id: 'distribution',
  title: 'The values of a column are distributed as the contract says (Kolmogorov–Smirnov)',
  expectations: [expectation$g],
  rules: table =>
    expectedOf(table, expectation$g).map(rule => {
      const { distribution: name, params, p_value } = rule.options;
      const words = `${name}(${Object.entries(params)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')})`;
      return {
        ...rule,
        title: `${shown(rule.column.name)} is distributed as ${words}, p above ${p_value}`,
        subject: `The p-value of ${shown(rule.column.name)} against ${words}`,
        cdf: namedDistribution(name, params),
        options: { min_value: p_value, strict_min: true },
      }
    }),
  measures: ({ column }) => ({ sample: rowSample([column]) }),
  finish(rule, { sample }) {
    const { column, cdf, subject } = rule;
    const values = sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value]));
    const n = values.length;
    if (n === 0 || !cdf || !column.reader) return finishBetween(rule, subject, noMeasure(column))
    if (n < FEWEST$1)
      return finishBetween(rule, subject, `${shown(column.name)} has ${count(n, 'value')}, too few for the test`)
    const { statistic, pValue } = ks1samp(values, cdf);
    const isDrawn = sample.rows > SAMPLE;
    const p = pValue < 0.001 ? `below ${powerAbove(pValue)}` : Number(pValue.toPrecision(4));
    const drawn = isDrawn ? `, of ${grouped(SAMPLE)} sampled rows` : '';
    return finishBetween(rule, subject, {
      value: pValue,
      n,
      method: `kolmogorov-smirnov${isDrawn ? `, of ${SAMPLE} sampled rows` : ''}`,
      words: `${p} (distance ${Number(statistic.toPrecision(4))}${drawn})`,
    })
  },
});

const expectation$f = ofTable('expect_table_rows_to_be_unique', strictObject({}));

/** No row is the same as another in every column of the file; empty cells are the same, too. */
const duplicateRows = defineCheck({
  id: 'duplicate-rows',
  title: 'No row is the same as another in every column',
  expectations: [expectation$f],
  rules: table =>
    expected(table, expectation$f).map(rule => ({
      ...rule,
      title: 'No row is the same as another in every column',
      columns: table.columns,
    })),
  measures: ({ table }) => ({
    keys: repeatedKeys(
      table.header.map((name, index) => ({ name, index })),
      { emptyIsValue: true },
    ),
  }),
  finish: (rule, { keys }, rows) => finishRepeated(rule, keys, rows, { subject: 'The row', emptyFails: false }),
});

/** Rows that a metric has counted, of all. */
                          
                       
                     
                          
                             
                                      
                                                
   
                                          
                        
 

/** The verdict on a number of rows out of all. */
function finishMetric(rule            , { rows, counted, words }         , shown           )        {
  const { operator, limit, unit } = rule;
  if (rows === 0) return noRows(rule)
  const share = counted.count / rows;
  const value = unit === 'percent' ? (100 * counted.count) / rows : counted.count;
  const holds = operator.holds(value, limit);
  const faulty = holds ? [] : rowsAt(rule, counted.places, shown);
  const named = rule.columns.length > 0 ? listed(rule.columns.map(({ name }) => name)) : 'The row';
  const found = `${named} ${words} in ${grouped(counted.count)} of ${count(rows, 'row')} (${percent(share)})`;
  return {
    ...head(rule),
    status: holds ? 'pass' : broken(rule),
    measured: { value, unit, share, n: rows },
    reason: `${found}${holds ? '' : namedValues(counted)}; required: ${demand(rule)}`,
    ...(holds ? {} : { hint: mendOr(rule, faulty) }),
    locations: locations(rule, faulty),
    ...(holds ? {} : failingValues(counted)),
  }
}

/** The verdict on the number of rows itself. None at all can break the rule but not keep it. */
function finishCount(rule            , rows        )        {
  const holds = rule.operator.holds(rows, rule.limit);
  if (rows === 0 && holds) return noRows(rule)
  return {
    ...head(rule),
    status: holds ? 'pass' : broken(rule),
    measured: { value: rows, unit: 'rows', n: rows },
    reason: `${rule.table.file} has ${count(rows, 'row')}; required: ${demand(rule)}`,
    ...(holds
      ? {}
      : { hint: `Check the step that writes it, or change the rule at ${rule.table.contract}:${rule.line}` }),
    locations: locations(rule),
  }
}

const noRows = (rule            )        => ({
  ...head(rule),
  status: 'inconclusive',
  reason: `${rule.table.file} has no rows`,
  locations: locations(rule),
});

const head = ({ id, title, operator, limit, unit }            ) => ({
  id,
  title,
  required: { comparator: operator.comparator, value: typeof limit === 'number' ? limit : [...limit], unit },
});

const demand = ({ operator, limit, unit }            )         =>
  `${operator.words(limit)}${unit === 'percent' ? ' percent' : ''}`;

/** The library's duplicateValues: rows that repeat the value, or the values of `arguments.properties`, of an earlier row. Rows with an empty cell in them repeat nothing. */
const duplicateValues = defineCheck({
  id: 'duplicate-values',
  title: 'Number or percentage of rows that repeat an earlier one in a column or in several together',
  rules: table =>
    metricRules(table, 'duplicateValues', ({ column, quality }) => {
      const names = column ? [column.name] : (quality.arguments?.properties ?? []);
      return `Duplicates in ${listed(names)}`
    }),
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish(rule, { keys }, rows) {
    const counted = repeatsOf(keys, rule.columns, rows);
    return finishMetric(rule, { rows: keys.rows, counted, words: 'repeats an earlier row' }, rows)
  },
});

const isNull = ofColumn$1('expect_column_values_to_be_null', strictObject({}));

/** Every cell is empty: of a column that nobody fills any more. */
const empty = defineCheck({
  id: 'empty',
  title: 'Every cell of a column is empty',
  expectations: [isNull],
  rules: table =>
    expectedOf(table, isNull).map(rule => ({ ...rule, title: `Every cell of ${shown(rule.column.name)} is empty` })),
  measures: ({ id, line, column }) => ({
    cells: judgedCells(`${id}:${line}`, column, { reads: 'text', judge: () => 'fail' }),
  }),
  finish: (rule, { cells: { rows, failed } }, shownRows) =>
    finishRows(
      rule,
      { rows, n: rows, failed },
      { subject: shown(rule.column.name), noun: 'cell', failing: 'is filled', holding: 'is empty' },
      shownRows,
    ),
});

const inSet = ofColumn$1('expect_column_values_to_be_in_set', strictObject({ value_set: array$1(Scalar$1).min(1) }));

/** Every value is on the list `logicalTypeOptions.enum`, which ODCS v3.1 does not have but contracts in use do; the standard's own is `invalidValues`. */
const enumeration = defineCheck({
  id: 'enum',
  title: 'Every value is one of a list',
  expectations: [inSet],
  rules: table => [
    ...table.columns.flatMap((column)             => {
      const list = column.options.enum;
      if (!list) return []
      return [
        {
          id: `${column.name}.enum`,
          title: `Every value of ${shown(column.name)} is one of: ${validValues(column, list).words}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'enum'),
          ...onList(column, list),
        },
      ]
    }),
    ...cellRules(table, inSet, (column, { value_set }) => onList(column, value_set)),
  ],
  ...perCell,
});

function onList(column        , list                                   )             {
  const allowed = validValues(column, list);
  return {
    judge: (text, value) => (allowed.has(text, value) ? 'pass' : 'fail'),
    failing: 'is none of the allowed values',
    holding: `is one of the ${list.length} allowed values`,
  }
}

const NOT_FINITE = /^\s*([+-]?nan|[+-]?inf(inity)?|#num!|#div\/0!|[+-]?1\.#(inf|ind|qnan).*)\s*$/i;

/** No value is NaN or infinite, however a program writes them: in a column of texts that should be numbers they hide, in one of numbers they are no values. */
const finite = defineCells({
  id: 'finite',
  title: 'No value is NaN or infinite',
  expectation: 'expect_column_values_to_be_finite',
  options: strictObject({}),
  demand: () => ({
    reads: 'text',
    // What is read as a value is finite.
    passes: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    judge: text => (NOT_FINITE.test(text) ? 'fail' : 'pass'),
    failing: 'is NaN or infinite',
    holding: 'is neither NaN nor infinite',
  }),
});

/** Texts longer than any of the formats allows (RFC 5321, RFC 3986 in practice). */
const MAX_TEXT$1 = 2048;

                                                       

const TEXTS                                 = new Map                   ([
  ['email', email()],
  ['uuid', guid()],
  ['uri', url()],
  ['hostname', hostname()],
  ['ipv4', ipv4()],
  ['ipv6', ipv6()],
]);

/** How a column's `format` is judged; undefined where there is none, or it is one of date and time, or not known. */
function formatJudge({ type, options: { format = '' } }        )                    {
  if (type.id === 'integer') return integerJudge(format)
  if (type.id === 'number') return FLOATS.get(format)
  const schema = type.id === 'string' ? TEXTS.get(format) : undefined;
  return schema && (text => (text.length <= MAX_TEXT$1 && schema.safeParse(text).success ? 'pass' : 'fail'))
}

const FLOATS                             = new Map               ([
  ['f32', (_, value) => within$3(Number.isFinite(Math.fround(value)), value)],
  ['f64', (_, value) => within$3(Number.isFinite(value), value)],
]);

/** Rust's integers: `i8` to `i128` signed, `u8` to `u128` unsigned. */
function integerJudge(format        )                    {
  const [, sign, bits] = /^([iu])(8|16|32|64|128)$/.exec(format) ?? [];
  if (sign === undefined || bits === undefined) return undefined
  const size = 2n ** BigInt(Number(bits) - (sign === 'i' ? 1 : 0));
  const low = sign === 'i' ? -size : 0n;
  return (text, value) => {
    if (Number.isNaN(value)) return 'undecided'
    const exact = BigInt(text.replace(/^\+/, ''));
    return exact >= low && exact < size ? 'pass' : 'fail'
  }
}

const within$3 = (fits         , value        )            => (Number.isNaN(value) ? 'undecided' : fits ? 'pass' : 'fail');

/** Every value has the format: email, uuid, uri, hostname, ipv4, ipv6 for texts; i8 … u128, f32, f64 for numbers. That of date and time is part of the type. */
const format = defineCheck({
  id: 'format',
  title: 'Every value has the format',
  rules: table =>
    table.columns.flatMap((column)             => {
      const judge = formatJudge(column);
      const name = column.options.format;
      if (!judge || name === undefined) return []
      return [
        {
          id: `${column.name}.format`,
          title: `Every value of ${shown(column.name)} has the format ${name}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'format'),
          judge,
          failing: `does not have the format ${name}`,
          undecided: `is not ${column.type.noun}`,
          holding: `has the format ${name}`,
        },
      ]
    }),
  ...perCell,
});

/** Periods that are kept. */
const MAX_PERIODS = 100_000;
const DAY = 86_400_000;

/** Number of the period in which a time lies, in UTC, counted from 1970. Weeks begin on Monday. */
const PERIODS = {
  minute: (time        ) => Math.floor(time / 60_000),
  hour: (time        ) => Math.floor(time / 3_600_000),
  day: (time        ) => Math.floor(time / DAY),
  week: (time        ) => Math.floor((time / DAY + 3) / 7),
  month: (time        ) => monthOf(new Date(time)),
  year: (time        ) => new Date(time).getUTCFullYear() - 1970,
};         
/** Name of a kind of period. */
                                             

const monthOf = (date      )         => (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();

/** The periods in which a column has a time; undefined where there are more than `MAX_PERIODS`. */
                          
           
                               
 

/** Keeps the periods in which a column's times lie. */
const periods = (column        , period            )                   => ({
  key: `periods ${period} ${JSON.stringify(column.name)}`,
  asks: { is: 'periods', column, period },
  init: () => ({ n: 0, seen: new Set() }),
  add(state, batch) {
    const { index, reader } = column;
    if (!reader) return
    const number = PERIODS[period];
    const values = batch.cells(index).values(reader);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue
      state.n += 1;
      addPeriod(state, number(value));
    }
  },
  merge(state, other) {
    state.n += other.n;
    if (!other.seen) state.seen = undefined;
    for (const number of other.seen ?? []) addPeriod(state, number);
  },
});

function addPeriod(state         , number        )       {
  state.seen?.add(number);
  if (state.seen && state.seen.size > MAX_PERIODS) state.seen = undefined;
}

const expectation$e = ofColumn$1(
  'expect_column_values_to_have_no_gaps',
  strictObject({ datepart: _enum(['hour', 'day', 'week', 'month', 'year']) }),
);

/** Every hour, day, week, month or year from the first time of a column to its last has a row, in UTC. */
const gaps = defineCheck({
  id: 'gaps',
  title: 'Every period from the first time to the last has a row',
  expectations: [expectation$e],
  rules: table =>
    expectedOf(table, expectation$e).map(rule => ({
      ...rule,
      title: `Every ${rule.options.datepart} of ${shown(rule.column.name)} has a row`,
    })),
  measures: ({ column, options }) => ({ found: periods(column, options.datepart) }),
  finish(rule, { found: { n, seen } }, rows) {
    const { datepart } = rule.options;
    const words = { subject: shown(rule.column.name), noun: datepart, failing: 'has no row', holding: 'has a row' };
    if (!seen) {
      const undecided = { count: n, places: [], values: new Map                () };
      const many = `lies in more than ${MAX_PERIODS} ${datepart}s, too many to keep`;
      return finishRows(
        rule,
        { rows: n, n, failed: { ...undecided, count: 0 }, undecided },
        { ...words, undecided: many },
        rows,
      )
    }
    const numbers = [...seen].sort((a, b) => a - b);
    const all = numbers.length === 0 ? 0 : (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1;
    const failed = { count: all - numbers.length, places: [], values: new Map                () };
    return finishRows(rule, { rows: n, n: all, failed }, words, rows)
  },
});

const LEVEL$1 = 0.95;
const Scalar = union([string$1(), number$1(), boolean$1()]);
const expectation$d = ofTable(
  'expect_group_rates_to_differ_by_at_most',
  strictObject({
    group: string$1(),
    label: string$1(),
    positive: Scalar,
    max_value: number$1().min(0).max(1),
    min_rows: int().positive().default(30),
  }),
  ({ group, label }) => [group, label],
);

/** The share of a label's positive class differs by no more than so much between the groups of another column; smaller groups are passed over. */
const groupRates = defineCheck({
  id: 'group-rates',
  title: 'The share of a class differs little between groups',
  expectations: [expectation$d],
  rules: table =>
    expected(table, expectation$d).flatMap(rule => {
      const [group, label] = rule.columns;
      if (!group || !label) return []
      const { positive, max_value } = rule.options;
      const subject = `The difference of the shares of ${shown(String(positive))} between groups of ${shown(group.name)}`;
      return [{ ...rule, group, label, subject, title: `${subject} is at most ${max_value}` }]
    }),
  measures: ({ group, label }) => ({ pairs: pairCounts(group, label) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `There are more than ${grouped(MAX_PAIRS)} pairs of group and label`)
    return finishBetween(rule, rule.subject, widest(counts, rule.options))
  },
});

/** The difference between the groups with the highest and the lowest rate, with Newcombe's interval. */
function widest(
  counts                             ,
  { positive, min_rows }                                                           ,
)                       {
  const groups = [...crossTable(counts).values()]
    .map(row => {
      const n = [...row.values()].reduce((sum, count) => sum + count, 0);
      const k = row.get(String(positive)) ?? 0;
      return { n, k, rate: k / n }
    })
    .filter(({ n }) => n >= min_rows)
    .toSorted((a, b) => a.rate - b.rate);
  const [low, high] = [groups[0], groups.at(-1)];
  if (!low || !high || groups.length < 2) return `Fewer than two groups have ${grouped(min_rows)} rows`
  if (groups.every(({ k }) => k === 0)) return `No row has the label ${shown(String(positive))}`
  const { lower, upper } = newcombe(high.k, high.n, low.k, low.n, LEVEL$1);
  const interval = [Math.max(0, lower), upper];         
  return { value: high.rate - low.rate, n: high.n + low.n, interval, level: LEVEL$1, method: 'newcombe' }
}

/** Values do not fall from row to row; strictly, they rise. */
const increasing = defineOrder({
  id: 'increasing',
  title: 'Values rise from row to row',
  expectation: 'expect_column_values_to_be_increasing',
  options: strictObject({ strictly: boolean$1().default(false) }),
  may: ({ strictly }) => (strictly ? (a, b) => b > a : (a, b) => b >= a),
  words: ({ strictly }) => (strictly ? 'is greater than the one before' : 'is no less than the one before'),
});

/** Bytes that may follow one another, each in a range. */
                                                                            

/** Last code points of one, two and three bytes in UTF-8. */
const LENGTHS$1 = [0x7f, 0x7ff, 0xffff];         
/** First byte by the number of bytes that follow it. */
const LEADS = [0, 0xc0, 0xe0, 0xf0];         

/** Code points as the bytes that UTF-8 has for them: each range cut until every byte of it runs through a range of its own. */
const byteSequences = (points            )                 =>
  points.flatMap(([low, high]) => sequences(low, high));

function sequences(low        , high        )                 {
  for (const last of LENGTHS$1)
    if (low <= last && last < high) return [...sequences(low, last), ...sequences(last + 1, high)]
  if (high <= 0x7f) return [[[low, high]]]
  const trailing = high <= 0x7ff ? 1 : high <= 0xffff ? 2 : 3;
  for (let i = 1; i <= trailing; i++) {
    const mask = (1 << (6 * i)) - 1;
    if (low >> (6 * i) === high >> (6 * i)) continue
    if ((low & mask) !== 0) return [...sequences(low, low | mask), ...sequences((low | mask) + 1, high)]
    if ((high & mask) !== mask) return [...sequences(low, (high & ~mask) - 1), ...sequences(high & ~mask, high)]
  }
  const [from, to] = [utf8(low, trailing), utf8(high, trailing)];
  return [from.map((byte, i) => [byte, to[i] ?? byte]         )]
}

function utf8(point        , trailing        )           {
  const bytes           = [];
  let rest = point;
  for (let i = 0; i < trailing; i++) {
    bytes.unshift(0x80 | (rest & 0x3f));
    rest >>= 6;
  }
  return [(LEADS[trailing] ?? 0) | rest, ...bytes]
}

/** States of the non-deterministic automaton; a pattern that needs more, by counting far, is left alone. */
const MAX_STATES = 4000;
/** States of the deterministic one that are kept; it is begun anew where there are more. */
const MAX_KNOWN = 256;

/** Where a byte leads, or what must hold to go on without one. */
           
                                                                                             
                                                                     

/** Tests whether a pattern occurs in the bytes of a text, in time linear in their number. */
                                                                                 

/**
 * A pattern as an automaton over UTF-8 bytes (Thompson 1968), its deterministic states made as texts lead to them (Aho,
 * Sethi and Ullman 1986, 3.7). Undefined where it would be too large.
 */
function byteTest(pattern         )                       {
  const edges           = [[]];
  const state = ()         => edges.push([]) - 1;
  const accepting = state();
  if (!build(pattern, 0, accepting)) return undefined

  // Of each known state: its members, whether it accepts where the text ends, and what each byte leads to.
  const members             = [];
  const byMembers = new Map                ();
  const acceptsAtEnd = new Uint8Array(MAX_KNOWN);
  const after = new Int32Array(MAX_KNOWN * STATE).fill(UNKNOWN$1);
  const first = closure([0], true);
  let initial = stateOf(first);
  const ofNothing = closure([0], true, true).includes(accepting);

  return (bytes, start, end) => {
    if (start === end) return ofNothing
    let current = initial;
    if (current < 0) return current === ACCEPTED
    for (let at = start; at < end; at++) {
      let next = after[current | (bytes[at]          )];          
      if (next === UNKNOWN$1) next = step(current, bytes[at]          );
      if (next < 0) return next === ACCEPTED
      current = next;
    }
    return acceptsAtEnd[current / STATE] === 1
  }

  function build(part         , from        , to        )          {
    if (edges.length > MAX_STATES) return false
    switch (part.is) {
      case 'start':
      case 'end':
        edges[from]?.push({ by: part.is, to });
        return true
      case 'choice':
        return part.of.every(each => build(each, from, to))
      case 'sequence': {
        let at = from;
        for (const each of part.of) {
          const after = state();
          if (!build(each, at, after)) return false
          at = after;
        }
        edges[at]?.push({ by: 'nothing', to });
        return true
      }
      case 'points':
        for (const sequence of byteSequences(part.points)) {
          let at = from;
          for (const [i, [low, high]] of sequence.entries()) {
            const after = i === sequence.length - 1 ? to : state();
            edges[at]?.push({ by: 'byte', low, high, to: after });
            at = after;
          }
        }
        return true
      case 'repeat':
        return repeat(part, from, to)
    }
  }

  function repeat({ of, least, most }                                    , from        , to        )          {
    let at = from;
    for (let i = 0; i < least; i++) {
      const after = state();
      if (!build(of, at, after)) return false
      at = after;
    }
    if (most === Number.POSITIVE_INFINITY) {
      const loop = state();
      edges[at]?.push({ by: 'nothing', to: loop });
      const after = state();
      if (!build(of, loop, after)) return false
      edges[after]?.push({ by: 'nothing', to: loop });
      edges[loop]?.push({ by: 'nothing', to });
      return true
    }
    for (let i = least; i < most; i++) {
      edges[at]?.push({ by: 'nothing', to });
      const after = state();
      if (!build(of, at, after)) return false
      at = after;
    }
    edges[at]?.push({ by: 'nothing', to });
    return true
  }

  /** All states that can be reached without a byte. */
  function closure(from                   , atStart         , atEnd = false)           {
    const seen = new Set(from);
    const open = [...from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of edges[at] ?? []) {
        const passes = edge.by === 'nothing' || (edge.by === 'start' && atStart) || (edge.by === 'end' && atEnd);
        if (!passes || seen.has(edge.to)) continue
        seen.add(edge.to);
        open.push(edge.to);
      }
    }
    return [...seen].sort((a, b) => a - b)
  }

  /** A match may begin at every byte, so the first state is always among those one may be in. */
  function step(current        , byte        )         {
    const reached = (members[current / STATE] ?? []).flatMap(member =>
      (edges[member] ?? []).flatMap(edge =>
        edge.by === 'byte' && byte >= edge.low && byte <= edge.high ? [edge.to] : [],
      ),
    );
    const known = members.length;
    const next = stateOf(closure([...new Set([...reached, 0])], false));
    // Where all were forgotten meanwhile, the number of the current one means nothing any more.
    if (members.length >= known) after[current | byte] = next;
    return next
  }

  /** A state as it stands in `after`: its number by `STATE`, or the verdict where no byte can change it any more. */
  function stateOf(set          )         {
    if (set.includes(accepting)) return ACCEPTED
    const atEnd = closure(set, false, true).includes(accepting);
    // Nothing but starting again is left, and starting again needs the start of the text.
    if (!atEnd && set.every(member => (edges[member] ?? []).every(edge => edge.by === 'start'))) return REFUSED
    const key = set.join();
    const found = byMembers.get(key);
    if (found !== undefined) return found
    if (members.length === MAX_KNOWN) {
      members.length = 0;
      byMembers.clear();
      after.fill(UNKNOWN$1);
      initial = stateOf(first);
    }
    const made = (members.push(set) - 1) * STATE;
    byMembers.set(key, made);
    acceptsAtEnd[made / STATE] = atEnd ? 1 : 0;
    return made
  }
}

/** Places of a state in the table: one for each byte. */
const STATE = 256;
/** What stands for no state. */
const UNKNOWN$1 = -1;
const ACCEPTED = -2;
const REFUSED = -3;

/** Code points in ranges, ends included; in order, none touching another. */
                                                                          

/** The last code point there is, and those that stand for none by themselves. */
const LAST = 0x10ffff;
const SURROGATES = [0xd800, 0xdfff];         

/** Ranges in order, those that touch made one, surrogates left out. */
function codePoints$1(ranges            )             {
  const found                     = [];
  for (const [low, high] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else found.push([low, high]);
  }
  return found.flatMap(([low, high]) => {
    const before = [low, Math.min(high, SURROGATES[0] - 1)];         
    const after = [Math.max(low, SURROGATES[1] + 1), high];         
    return [before, after].filter(([a, b]) => a <= b)
  })
}

/** All code points but these. */
function allBut(ranges            )             {
  const found                     = [];
  let next = 0;
  for (const [low, high] of codePoints$1(ranges)) {
    if (low > next) found.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= LAST) found.push([next, LAST]);
  return codePoints$1(found)
}

/** The classes of ECMA-262, 22.2.2.9, in Unicode mode without ignoring case. */
const DIGITS             = [[0x30, 0x39]];
const WORD             = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACE             = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS             = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** A pattern that is a regular expression in the mathematical sense. */
                     
                                                          
                                                                           
                                                                                                  
                                    

/** Thrown within this file where the pattern is more than regular, or of a form that is not read. */
class Unread extends Error {}

const CONTROLS                                   = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };
const CLASSES                                       = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE),
};

/**
 * Reads a pattern of ECMA-262 that its Unicode mode takes. Undefined where it has what no finite automaton can do or does
 * easily: back references, look-around, `\b`, `\p{…}`; whether a quantifier is lazy makes no difference to a test.
 */
function parsePattern(source        )                      {
  const letters = Array.from(source);
  let next = 0;
  try {
    const pattern = choice();
    return next === letters.length ? pattern : undefined
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }

  function choice()          {
    const of = [sequence()];
    while (take('|')) of.push(sequence());
    const [only] = of;
    return of.length === 1 && only ? only : { is: 'choice', of }
  }

  function sequence()          {
    const of            = [];
    while (next < letters.length && letters[next] !== '|' && letters[next] !== ')') of.push(quantified());
    return { is: 'sequence', of }
  }

  function quantified()          {
    const of = atom();
    const bounds = quantifier();
    if (!bounds) return of
    if (of.is === 'start' || of.is === 'end') throw new Unread()
    take('?');
    return { is: 'repeat', of, ...bounds }
  }

  function quantifier()                                              {
    if (take('*')) return { least: 0, most: Number.POSITIVE_INFINITY }
    if (take('+')) return { least: 1, most: Number.POSITIVE_INFINITY }
    if (take('?')) return { least: 0, most: 1 }
    if (letters[next] !== '{') return undefined
    const end = letters.indexOf('}', next);
    const [, least, comma, most] = /^(\d+)(,?)(\d*)$/.exec(letters.slice(next + 1, end).join('')) ?? [];
    if (least === undefined || end === -1) throw new Unread()
    next = end + 1;
    return { least: Number(least), most: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least) }
  }

  function atom()          {
    const letter = letters[next++] ?? '';
    if (letter === '^') return { is: 'start' }
    if (letter === '$') return { is: 'end' }
    if (letter === '(') return group()
    if (letter === '[') return { is: 'points', points: characterClass() }
    if (letter === '.') return { is: 'points', points: allBut(LINE_ENDS) }
    if (letter === '\\') return { is: 'points', points: escaped() }
    return { is: 'points', points: one(letter.codePointAt(0) ?? 0) }
  }

  function group()          {
    if (take('?')) {
      const named = letters[next] === '<' && letters[next + 1] !== '=' && letters[next + 1] !== '!';
      if (named) next = letters.indexOf('>', next) + 1;
      else if (!take(':')) throw new Unread()
    }
    const inner = choice();
    if (!take(')')) throw new Unread()
    return inner
  }

  function characterClass()             {
    const negated = take('^');
    const ranges                                = [];
    while (letters[next] !== ']') {
      if (next >= letters.length) throw new Unread()
      const from = member();
      const [first] = from;
      if (letters[next] === '-' && letters[next + 1] !== ']' && from.length === 1 && first && first[0] === first[1]) {
        next += 1;
        const to = member()[0];
        if (!to || to[0] !== to[1]) throw new Unread()
        ranges.push([first[0], to[1]]);
      } else ranges.push(...from);
    }
    next += 1;
    return negated ? allBut(ranges) : codePoints$1(ranges)
  }

  function member()             {
    const letter = letters[next++] ?? '';
    if (letter !== '\\') return one(letter.codePointAt(0) ?? 0)
    return letters[next] === 'b' ? one(8, 1) : escaped()
  }

  function escaped()             {
    const letter = letters[next++] ?? '';
    if (Object.hasOwn(CLASSES, letter)) return CLASSES[letter] ?? []
    if (letter === '0' && /\d/.test(letters[next] ?? '')) throw new Unread()
    if (Object.hasOwn(CONTROLS, letter)) return one(CONTROLS[letter] ?? 0)
    if (letter === 'x') return one(hexadecimal(2))
    if (letter === 'u') return one(unicode())
    if (/[\^$\\.*+?()[\]{}|/-]/.test(letter)) return one(letter.codePointAt(0) ?? 0)
    throw new Unread()
  }

  function unicode()         {
    if (!take('{')) {
      const point = hexadecimal(4);
      if (point >= 0xd800 && point <= 0xdfff) throw new Unread()
      return point
    }
    const end = letters.indexOf('}', next);
    const point = Number.parseInt(letters.slice(next, end).join(''), 16);
    next = end + 1;
    return point
  }

  function hexadecimal(digits        )         {
    const text = letters.slice(next, next + digits).join('');
    if (!/^[0-9a-f]+$/i.test(text) || text.length < digits) throw new Unread()
    next += digits;
    return Number.parseInt(text, 16)
  }

  function one(point        , skip = 0)             {
    next += skip;
    return [[point, point]]
  }

  function take(letter        )          {
    if (letters[next] !== letter) return false
    next += 1;
    return true
  }
}

/**
 * Characters of a cell that a pattern is tried on which only backtracking can follow (back references, look-around, `\b`):
 * its time may grow with a power of the length, so a longer cell is left undecided.
 */
const MAX_LENGTH = 1000;

const encoder = new TextEncoder();

/** Judges cells by a pattern of the contract: by an automaton in linear time where the pattern is regular, and by backtracking in short cells where it is not. */
function matcher(source        ) {
  const expression = patternExpression(source);
  const parsed = expression.unicode ? parsePattern(source) : undefined;
  const test = parsed && byteTest(parsed);
  const base = {
    reads: 'text'         ,
    failing: 'does not match',
    undecided: `is longer than the ${MAX_LENGTH} characters such a pattern is tried on`,
  };
  if (!test) {
    const judge = (text        )            =>
      text.length > MAX_LENGTH ? 'undecided' : expression.test(text) ? 'pass' : 'fail';
    return { ...base, judge }
  }
  return {
    ...base,
    judge(text        )            {
      const bytes = encoder.encode(text);
      return test(bytes, 0, bytes.length) ? 'pass' : 'fail'
    },
    judgeBytes: (bytes            , start        , end        )            =>
      test(bytes, start, end) ? 'pass' : 'fail',
  }
}

/** What a pattern's judgement is of a rule that it must not match. */
const OPPOSITE                                         = { pass: 'fail', fail: 'pass', undecided: 'undecided' };

/** The library's invalidValues: values not on the list `validValues`, or that do not match `pattern`. Empty cells are null, not invalid; a cell too long for the pattern is invalid. */
const invalidValues = defineCheck({
  id: 'invalid-values',
  title: 'Number or percentage of values that are not on a list or do not match a pattern',
  rules: table =>
    metricRules(table, 'invalidValues', ({ column }) => `Invalid values of ${shown(column?.name ?? '')}`).flatMap(
      rule => rule.columns.map(column => ({ ...rule, column, ...judge$1(column, rule.quality) })),
    ),
  measures: rule => ({ cells: judgedCells(rule.id, rule.column, rule) }),
  finish: (rule, { cells: { rows, failed } }, shownRows) =>
    finishMetric(rule, { rows, counted: failed, words: rule.words }, shownRows),
});

function judge$1(column        , { arguments: given }             ) {
  const list = given?.validValues && validValues(column, given.validValues);
  const pattern = given?.pattern === undefined ? undefined : matcher(given.pattern);
  const valid = (text        , value        ) =>
    (!list || list.has(text, value)) && (!pattern || pattern.judge(text) === 'pass');
  return {
    judge: (text        , value        ) => (valid(text, value) ? ('pass'         ) : ('fail'         )),
    words: [list && `is none of ${list.words}`, pattern?.failing].filter(words => words !== undefined).join(' or '),
  }
}

/** Digits that exact arithmetic is done with; `1e999999` would fill the memory. */
const MAX_DIGITS = 2000;

/** Whether the number that `text` writes (`value` as a double) is a multiple of `step`, exactly. */
function isMultiple$1(text        , value        , step        )          {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step) && /^[+-]?[0-9]+$/.test(text)) return value % step === 0
  const [a, b] = [decimal(text), decimal(String(step))];
  const exponent = Math.min(a.exponent, b.exponent);
  if (Math.max(a.exponent, b.exponent) - exponent > MAX_DIGITS) return false
  return scaled(a, exponent) % scaled(b, exponent) === 0n
}

/** `digits` × 10^`exponent`. */
                   
                         
                           
 

function decimal(text        )          {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  return { digits: BigInt(`${whole}${fraction}` || '0'), exponent: Number(power) - fraction.length }
}

const scaled = ({ digits, exponent }         , to        )         => digits * 10n ** BigInt(exponent - to);

/** Every value is a multiple of a number, in exact decimal arithmetic. */
const isMultiple = defineCells({
  id: 'is-multiple',
  title: 'Every value is a multiple of a number',
  expectation: 'expect_column_values_to_be_multiple_of',
  options: strictObject({ value: number$1().positive() }),
  demand: (column, { value: step }) => ({
    judge(text, value) {
      if (Number.isNaN(value)) return 'undecided'
      return isMultiple$1(text, value, step) ? 'pass' : 'fail'
    },
    failing: `is no multiple of ${step}`,
    undecided: column.reader ? `is not ${column.type.noun}` : 'is no number, as the contract gives its column no type',
    holding: `is a multiple of ${step}`,
  }),
});

function judge(text        )            {
  try {
    JSON.parse(text);
    return 'pass'
  } catch {
    return 'fail'
  }
}

/** Every value is JSON text (RFC 8259). */
const json = defineCells({
  id: 'json',
  title: 'Every value is JSON',
  expectation: 'expect_column_values_to_be_json_parseable',
  options: strictObject({}),
  demand: () => ({ reads: 'text', judge, failing: 'is not JSON', holding: 'is JSON' }),
});

const DRAFTS                                              = [
  [/^https?:\/\/json-schema\.org\/draft-04\/schema#?$/, '4'],
  [/^https?:\/\/json-schema\.org\/draft-07\/schema#?$/, '7'],
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, '2019-09'],
  [/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, '2020-12'],
];

/** The draft that a schema says it is written in, the newest where it says nothing; undefined of any other. */
function draftOf(schema                  )                          {
  const written          = typeof schema === 'object' && '$schema' in schema ? schema.$schema : undefined;
  if (written === undefined) return '2020-12'
  return DRAFTS.find(([pattern]) => pattern.test(String(written)))?.[1]
}

/** Longest document that is judged, in characters. */
const MAX_DOCUMENT = 1024 * 1024;
/** Longest text in it that a pattern is tried on, as of cells: a pattern's time may grow with a power of the length. */
const MAX_MATCHED = 1000;

/** Judges JSON documents by a schema; one that the schema cannot be held against exactly is undecided. */
function documentJudge(schema                  )                              {
  const validator = validatorOf(schema, draftOf(schema) ?? '2020-12');
  const hasPatterns = /"pattern(?:Properties)?":/.test(JSON.stringify(schema));
  return text => {
    if (text.length > MAX_DOCUMENT) return 'undecided'
    try {
      const document          = JSON.parse(text);
      if (!isExact(document, hasPatterns ? MAX_MATCHED : MAX_DOCUMENT)) return 'undecided'
      return validator.validate(document).valid ? 'pass' : 'fail'
    } catch (error) {
      // No JSON is no match; a schema that leads nowhere, or in circles, answers nothing.
      return error instanceof SyntaxError ? 'fail' : 'undecided'
    }
  }
}

/** Whether every number of the document is the one that is written, and every text short enough. */
function isExact(document         , longest        )          {
  const open            = [document];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'number' && Math.abs(next) > Number.MAX_SAFE_INTEGER) return false
    if (typeof next === 'string' && next.length > longest) return false
    if (typeof next !== 'object' || next === null) continue
    for (const [key, value] of Object.entries(next)) {
      if (key.length > longest) return false
      open.push(value);
    }
  }
  return true
}

/** Values that a schema holds as they are: nothing in them is a keyword. */
const DATA                    = ['const', 'enum', 'default', 'examples'];
/** Keywords that the library does not follow. */
const UNKNOWN                    = ['$dynamicRef', '$vocabulary'];
const MAX_NODES = 100_000;

/** Why a schema cannot be held against anything here; continues `Expected`. Undefined where it can. */
function schemaFault(schema         )                     {
  if (typeof schema !== 'boolean' && !isObject(schema)) return 'a JSON Schema, or the path of one from the contract'
  if (draftOf(schema) === undefined) return 'a JSON Schema of draft 4, 7, 2019-09 or 2020-12'
  const open            = [schema];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++nodes > MAX_NODES) return `a JSON Schema of at most ${MAX_NODES} parts`
    if (Array.isArray(next)) open.push(...next);
    if (!isObject(next)) continue
    for (const [key, value] of Object.entries(next)) {
      if (key === '$ref' && typeof value === 'string' && !value.startsWith('#'))
        return `a JSON Schema whose $ref lead to parts of itself, but one leads to ${value.slice(0, 100)}`
      if (UNKNOWN.includes(key)) return `a JSON Schema without ${key}`
      const patterns =
        key === 'pattern' && typeof value === 'string' ? [value] : key === 'patternProperties' ? keysOf(value) : [];
      const wrong = patterns.find(pattern => !isExpression(pattern));
      if (wrong !== undefined) return `patterns of ECMAScript in the JSON Schema, but one is ${wrong.slice(0, 100)}`
      if (!DATA.includes(key)) open.push(value);
    }
  }
  return undefined
}

const isObject = (value         )                  =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (value         )           => (isObject(value) ? Object.keys(value) : []);

function isExpression(pattern        )          {
  try {
    new RegExp(pattern, 'u');
    return true
  } catch {
    return false
  }
}

const Schema = union([record(string$1(), unknown()), boolean$1()], {
    error: 'a JSON Schema, or the path of one from the contract',
  })
  .superRefine((schema, { addIssue }) => {
    const message = schemaFault(schema);
    if (message !== undefined) addIssue({ code: 'custom', message });
  })
  .meta({ description: 'A JSON Schema' });

/** Every value is a JSON document that the schema (draft 4, 7, 2019-09 or 2020-12) holds for; `format` in it only describes. */
const jsonSchema = defineCells({
  id: 'json-schema',
  title: 'Every value is JSON that matches a JSON Schema',
  expectation: MATCH_JSON_SCHEMA,
  options: strictObject({ json_schema: Schema }),
  demand: (_, { json_schema }) => ({
    reads: 'text',
    judge: documentJudge(json_schema),
    failing: 'does not match the JSON Schema',
    holding: 'matches the JSON Schema',
    undecided: 'is too long, or holds numbers too large, for the JSON Schema',
  }),
});

/** How many cells of a column are filled, and their lengths together, in Unicode code points. */
                              
           
               
 

/** Adds up the lengths of a column's texts. */
const textLengths = ({ name, index }        )                       => ({
  key: `text-lengths ${JSON.stringify(name)}`,
  init: () => ({ n: 0, total: 0 }),
  add(state, batch) {
    const cells = batch.cells(index);
    for (let row = 0; row < batch.rows; row++) {
      if (cells.empty[row]) continue
      state.n += 1;
      state.total += codePoints(cells.text(row));
    }
  },
  merge(state, other) {
    state.n += other.n;
    state.total += other.total;
  },
});

/** Characters of a text: a pair of surrogates is one. */
function codePoints(text        )         {
  let points = text.length;
  for (let i = 1; i < text.length; i++) {
    const pair = text.charCodeAt(i - 1) >>> 10 === 0x36 && text.charCodeAt(i) >>> 10 === 0x37;
    if (pair) points -= 1;
  }
  return points
}

const Length = int().nonnegative();
const between$2 = ofColumn$1(
  'expect_column_value_lengths_to_be_between',
  strictObject({ min_value: Length.optional(), max_value: Length.optional() })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
);
const equal$1 = ofColumn$1('expect_column_value_lengths_to_equal', strictObject({ value: Length }));

/** Every value has a length within minLength and maxLength, in Unicode code points. */
const length = defineCheck({
  id: 'length',
  title: 'Every value has an allowed length (in characters)',
  expectations: [between$2, equal$1],
  rules: table => [
    ...table.columns.flatMap((column)             => {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = column.options;
      if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return []
      return [
        {
          id: `${column.name}.length`,
          title: `Every value of ${shown(column.name)} has ${words$3(minLength, maxLength)} characters`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', minLength > 0 ? 'minLength' : 'maxLength'),
          ...within$2(minLength, maxLength),
        },
      ]
    }),
    ...cellRules(table, between$2, (_, { min_value = 0, max_value = Number.POSITIVE_INFINITY }) =>
      within$2(min_value, max_value),
    ),
    ...cellRules(table, equal$1, (_, { value }) => within$2(value, value)),
  ],
  ...perCell,
});

function within$2(low        , high        )             {
  const limits = words$3(low, high);
  return {
    reads: 'text',
    judge(text) {
      const points = codePoints(text);
      return points >= low && points <= high ? 'pass' : 'fail'
    },
    failing: `does not have ${limits} characters`,
    extent: codePoints,
    characters: [low, high],
    holding: `has ${limits} characters`,
    near: extent => `; it has ${extent.low} to ${extent.high}`,
  }
}

function words$3(low        , high        )         {
  if (low === high) return `exactly ${low}`
  if (low === 0) return `at most ${high}`
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`
}

/** Every value is like a pattern of SQL: `%%` is any text, `_` any character. */
const like = defineCells({
  id: 'like',
  title: 'Every value is like a pattern of SQL',
  expectation: 'expect_column_values_to_match_like_pattern',
  options: strictObject({ like_pattern: string$1() }),
  demand: (_, { like_pattern }) => {
    const expression = likeExpression(like_pattern);
    return {
      reads: 'text',
      judge: text => (expression.test(text) ? 'pass' : 'fail'),
      failing: `is not like ${shown(like_pattern)}`,
      holding: `is like ${shown(like_pattern)}`,
    }
  },
});

/** Every value is like any or all of several patterns of SQL. */
const likeList = defineCells({
  id: 'like-list',
  title: 'Every value is like any, or all, of several patterns of SQL',
  expectation: 'expect_column_values_to_match_like_pattern_list',
  options: strictObject({
    like_pattern_list: array$1(string$1()).min(1),
    match_on: _enum(['any', 'all']).default('any'),
  }),
  demand: (_, { like_pattern_list, match_on }) => {
    const expressions = like_pattern_list.map(likeExpression);
    const holds = (text        ) =>
      match_on === 'any'
        ? expressions.some(expression => expression.test(text))
        : expressions.every(expression => expression.test(text));
    return {
      reads: 'text',
      judge: text => (holds(text) ? 'pass' : 'fail'),
      failing: `is not like ${match_on === 'any' ? 'any' : 'all'} of ${like_pattern_list.length} patterns`,
      holding: `is like ${match_on} of: ${listed(like_pattern_list)}`,
    }
  },
});

const UNITS$1 = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };         
const expectation$c = ofColumn$1(
  'expect_column_max_age_to_be_at_most',
  strictObject({ max_age: number$1().positive(), unit: _enum(['minutes', 'hours', 'days']).default('hours') }),
);

/** The newest time of a column is no older than so much when the gate runs, and not in the future. */
const maxAge = defineCheck({
  id: 'max-age',
  title: 'The newest time of a column is fresh',
  expectations: [expectation$c],
  rules: table =>
    expectedOf(table, expectation$c).map(rule => {
      const { max_age, unit } = rule.options;
      return {
        ...rule,
        unit,
        options: { min_value: 0, max_value: max_age },
        title: `The newest ${shown(rule.column.name)} is at most ${max_age} ${unit} old`,
      }
    }),
  measures: ({ column }) => ({ times: extent(column) }),
  finish(rule, { times: { n, high } }) {
    const { table, column, unit } = rule;
    const subject = `The age of the newest ${shown(column.name)} at ${new Date(table.asOf).toISOString()}`;
    if (n === 0) return finishBetween(rule, subject, noMeasure(column))
    const value = (table.asOf - high) / UNITS$1[unit];
    return finishBetween(rule, subject, { value, n, unit })
  },
});

/** The mean length of the filled cells, in Unicode code points. */
const meanLength = defineAggregate({
  id: 'mean-length',
  title: 'Mean length',
  expectation: 'expect_column_value_lengths_mean_to_be_between',
  ofValues: false,
  measures: column => ({ lengths: textLengths(column) }),
  finish: ({ lengths: { n, total } }, column) => (n > 0 ? { value: total / n, n } : noValues(column)),
});

/** How many cells of a column are empty, of how many rows, and where the first are. */
                             
              
                          
 

/** Counts the empty cells of a column. */
const emptyCells = ({ name, index }                                )                      => ({
  key: `empty-cells ${JSON.stringify(name)}`,
  asks: { is: 'empty', column: { name, index } },
  init: () => ({ rows: 0, empty: noFailures() }),
  add(state, batch) {
    const { empty } = batch.cells(index);
    state.rows += batch.rows;
    // Most columns have none, and their search is faster than a turn for each row.
    if (!empty.includes(1)) return
    for (let row = 0; row < batch.rows; row++) if (empty[row] === 1) addFailure(state.empty, batch.places[row] ?? 0);
  },
  merge(state, other) {
    state.rows += other.rows;
    mergeFailures(state.empty, other.empty);
  },
});

/** The library's missingValues: cells that hold one of `arguments.missingValues`; without them, empty cells. `null` and `''` both stand for an empty one. */
const missingValues = defineCheck({
  id: 'missing-values',
  title: 'Number or percentage of cells that stand for a missing value',
  rules: table =>
    metricRules(table, 'missingValues', ({ column }) => `Missing values of ${shown(column?.name ?? '')}`).flatMap(
      rule =>
        rule.columns.map(column => {
          const missing = validValues(column, rule.quality.arguments?.missingValues ?? [null]);
          return { ...rule, column, missing }
        }),
    ),
  measures: ({ id, column, missing }) => ({
    cells: emptyCells(column),
    tokens: judgedCells(id, column, { judge: (text, value) => (missing.has(text, value) ? 'fail' : 'pass') }),
  }),
  finish(rule, { cells, tokens }, rows) {
    const counted = noFailures();
    mergeFailures(counted, tokens.failed);
    if (rule.missing.has('', Number.NaN)) mergeFailures(counted, cells.empty);
    return finishMetric(rule, { rows: cells.rows, counted, words: `is missing (${rule.missing.words})` }, rows)
  },
});

/** The most common value is one of a set; where several are equally common, all of them are. */
const mostCommonInSet = defineValueSet({
  id: 'most-common-in-set',
  title: 'The most common value is one of a set',
  expectation: 'expect_column_most_common_value_to_be_in_set',
  words: 'have their most common among',
  fault: (counts, { has }, listed) => {
    const most = Math.max(...counts.values());
    const commonest = [...counts].filter(([, count]) => count === most).map(([text]) => text);
    return commonest.every(has) ? undefined : `holds ${listed(commonest)} most often`
  },
});

/** Whether a value may follow those of a window, the oldest first. */
                                                                              

/** A stretch of rows without a gap between them. */
                   
                                                                             
                         
                           
                                                  
                
           
 

/** How each value of a column fits those before it, from row to row; rows without a value left out. */
                               
              
           
                                                                                                  
                           
                                                                                    
                               
 

/** Holds each value of a column against the `window` values before it. */
const movingValues = (
  key        ,
  { name, index, reader }        ,
  window        ,
  fits            ,
)                        => ({
  key: `moving-values ${JSON.stringify([name, key])}`,
  asks: { is: 'order', columns: [{ name, index }] },
  init: () => ({ rows: 0, n: 0, failed: noFailures(), stretches: [] }),
  add(state, batch) {
    state.rows += batch.rows;
    if (!reader) return
    const values = batch.cells(index).values(reader);
    const stretch          = { head: [], places: [], tail: [], n: 0 };
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue
      const place = batch.places[row] ?? 0;
      stretch.n += 1;
      if (stretch.tail.length < window) {
        stretch.head.push(value);
        stretch.places.push(place);
      } else if (!fits(stretch.tail, value)) addFailure(state.failed, place);
      stretch.tail.push(value);
      if (stretch.tail.length > window) stretch.tail.shift();
    }
    state.n += stretch.n;
    if (stretch.n > 0) state.stretches.push(stretch);
  },
  merge(state, other) {
    state.rows += other.rows;
    state.n += other.n;
    mergeFailures(state.failed, other.failed);
    state.stretches.push(...other.stretches);
  },
});

/** The rows at fault, those at the beginnings of stretches too; the first `window` values of all have too few before them. */
function unfit({ failed, stretches }              , window        , fits            )           {
  const all = noFailures();
  mergeFailures(all, failed);
  let before           = [];
  for (const { head, places, tail, n } of stretches.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))) {
    for (const [i, value] of head.entries()) {
      if (before.length === window && !fits(before, value)) addFailure(all, places[i] ?? 0);
      before = [...before, value].slice(-window);
    }
    if (n > window) before = tail;
  }
  return all
}

const expectation$b = ofColumn$1(
  'expect_column_values_to_be_within_n_moving_stdevs',
  strictObject({ window: int().min(2).max(1000).default(20), threshold: number$1().positive().default(3) }),
);

/**
 * Each value, in the order of the rows, lies within so many sample standard deviations of the mean of the values before it; the
 * first of a table, which have no whole window before them, are not judged. After values that do not vary, any other is an outlier.
 */
const movingOutliers = defineCheck({
  id: 'moving-outliers',
  title: 'Values lie within so many standard deviations of the mean of the values before them',
  expectations: [expectation$b],
  rules: table =>
    expectedOf(table, expectation$b).map(rule => ({
      ...rule,
      title: `Values of ${shown(rule.column.name)} lie within ${words$2(rule.options)}`,
      fits: within$1(rule.options.threshold),
    })),
  measures: ({ id, line, column, options, fits }) => ({
    values: movingValues(`${id}:${line}`, column, options.window, fits),
  }),
  finish(rule, { values }, shownRows) {
    const { column, options, fits } = rule;
    const judged = Math.max(0, values.n - options.window);
    return finishRows(
      rule,
      { rows: values.rows, n: judged, failed: unfit(values, options.window, fits) },
      {
        subject: shown(column.name),
        noun: 'value',
        failing: `is not within ${words$2(options)}`,
        holding: `is within ${words$2(options)}`,
        none: column.reader
          ? `${shown(column.name)} has ${grouped(values.n)} ${values.n === 1 ? 'value' : 'values'}, too few for a window of ${options.window} and one after it`
          : noMeasure(column),
      },
      shownRows,
    )
  },
});

const words$2 = ({ window, threshold }                                                         ) =>
  `${threshold} standard deviations of the mean of the ${window} values before`;

/** Sums anew for every value, so that nothing depends on where a stretch began. */
const within$1 =
  (threshold        )             =>
  (before, value) => {
    const mean = before.reduce((sum, one) => sum + one, 0) / before.length;
    const squares = before.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return Math.abs(value - mean) <= threshold * Math.sqrt(squares / (before.length - 1))
  };

/** Every value is a multiple of a number, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
const multipleOf = defineCheck({
  id: 'multiple-of',
  title: 'Every value is a multiple of a number',
  rules: table =>
    table.columns.flatMap((column)             => {
      const step = column.options.multipleOf;
      if (step === undefined) return []
      return [
        {
          id: `${column.name}.multiple-of`,
          title: `Every value of ${shown(column.name)} is a multiple of ${step}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'multipleOf'),
          judge(text, value) {
            if (Number.isNaN(value)) return 'undecided'
            return isMultiple$1(text, value, step) ? 'pass' : 'fail'
          },
          failing: `is no multiple of ${step}`,
          undecided: `is not ${column.type.noun}`,
          holding: `is a multiple of ${step}`,
        },
      ]
    }),
  ...perCell,
});

const expectation$a = ofTable(
  'expect_column_pair_mutual_information_to_be_between',
  strictObject({
    column_A: string$1(),
    column_B: string$1(),
    min_value: number$1().min(0).default(0),
    max_value: number$1().min(0).optional(),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
);

/** The mutual information of two columns of few different values, in nats. */
const mutualInformation = defineCheck({
  id: 'mutual-information',
  title: 'The mutual information of two columns is within a range',
  expectations: [expectation$a],
  rules: table =>
    expected(table, expectation$a).flatMap(rule => {
      const [one, other] = rule.columns;
      if (!one || !other) return []
      const subject = `The mutual information of ${shown(one.name)} and ${shown(other.name)} (nats)`;
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ pairs: pairCounts(one, other) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `The two columns have more than ${grouped(MAX_PAIRS)} different pairs`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (n === 0) return finishBetween(rule, rule.subject, 'No row has both values')
    return finishBetween(rule, rule.subject, { value: informationIn(counts, n), n })
  },
});

function informationIn(counts                             , n        )         {
  const table = crossTable(counts);
  const columns = new Map                ();
  for (const row of table.values()) for (const [key, count] of row) columns.set(key, (columns.get(key) ?? 0) + count);
  let sum = 0;
  for (const row of table.values()) {
    const total = [...row.values()].reduce((all, count) => all + count, 0);
    for (const [key, count] of row) sum += (count / n) * Math.log((count * n) / (total * (columns.get(key) ?? 1)));
  }
  return Math.max(0, sum)
}

/** Whether the last digit is the Luhn digit of those before it (ISO/IEC 7812-1 Annex B); anything but digits is passed over. */
function luhn(value        )          {
  const digits = value.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return digits !== '' && sum % 10 === 0
}

/** A text longer than any of them. */
const MAX_TEXT = 2048;

const matches$1 = (schema           ) => (text        ) => schema.safeParse(text).success;

/** Formats that texts may have, by name. */
const FORMATS = {
  email: matches$1(email()),
  uuid: matches$1(guid()),
  uri: matches$1(url()),
  hostname: matches$1(hostname()),
  ipv4: matches$1(ipv4()),
  ipv6: matches$1(ipv6()),
  mac: (text        ) => /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|[0-9a-f]{10})$/i.test(text),
  iban,
  'credit-card': (text        ) =>
    /^\d{4}[ -]?\d{4,6}[ -]?\d{4,5}[ -]?\d{0,4}$/.test(text) && luhn(text.replace(/[ -]/g, '')),
  /** E.164: a plus and up to 15 digits, blanks and hyphens between them left out. */
  phone: (text        ) => /^\+[1-9]\d{6,14}$/.test(text.replace(/(?<=\d)[ -](?=\d)/g, '')),
  date: matches$1(date$1()),
  datetime: matches$1(datetime({ offset: true, local: true })),
};         

/** Name of a format. */
                                             

/** All of them. */
const FORMAT_NAMES               = [
  'email',
  'uuid',
  'uri',
  'hostname',
  'ipv4',
  'ipv6',
  'mac',
  'iban',
  'credit-card',
  'phone',
  'date',
  'datetime',
];

/** Whether a text has the format. */
const hasFormat = (format            , text        )          => text.length <= MAX_TEXT && FORMATS[format](text);

/** ISO 13616: letters count as 10 to 35, and the number they make leaves 1 when divided by 97. */
function iban(text        )          {
  const compact = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false
  let rest = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1
}

/** Every value has a named format. */
const namedFormat = defineCells({
  id: 'named-format',
  title:
    'Every value has a named format: email, uuid, uri, hostname, ipv4, ipv6, mac, iban, credit-card, phone, date, datetime',
  expectation: 'expect_column_values_to_have_format',
  options: strictObject({ format: _enum(FORMAT_NAMES, { error: `one of ${FORMAT_NAMES.join(', ')}` }) }),
  demand: (_, { format }) => ({
    reads: 'text',
    judge: text => (hasFormat(format, text) ? 'pass' : 'fail'),
    failing: `does not have the format ${format}`,
    holding: `has the format ${format}`,
  }),
});

/** Zones that are UTC by other names. */
const UTC                      = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Z']);

/**
 * The `defaultTimezone` without which the column's limits cannot be compared with its values, where it is not UTC: only
 * then does it matter, and Proofmark keeps no table of the world's offsets.
 */
function unknownOffset({ options, reader }        )                     {
  const zone = options.defaultTimezone;
  if (zone === undefined || UTC.has(zone)) return undefined
  const bounds = [options.minimum, options.maximum, options.exclusiveMinimum, options.exclusiveMaximum];
  const texts = bounds.filter(bound => typeof bound === 'string');
  const alike = texts.every(text => reader?.zoned?.(text) === options.timezone);
  return texts.length === 0 || alike ? undefined : zone
}

/** The files of the table of that name. */
const filesOf = (all                       , name        )               =>
  all.filter(({ object }) => object.name === name);

/** The columns of these names, by the names the contract gives them; undefined where one is missing. */
function columnsNamed({ columns }            , names                   )                       {
  const found = names.flatMap(name => columns.find(({ property }) => property.name === name) ?? []);
  return found.length === names.length ? found : undefined
}

const Name = string$1().min(1);
const Names = union([Name.transform(name => [name]), array$1(Name).min(1)], {
  error: 'table.column, or a list of such',
});

/** A relationship to another table, ODCS v3.1; `from` only where it stands under a table. */
const Relationship = strictObject({
    type: string$1().optional(),
    from: Names.optional(),
    to: Names,
    customProperties: unknown().optional(),
  })
  .check(({ value, issues }) => {
    const { from, to } = value;
    if (from && from.length !== to.length) {
      issues.push({ code: 'custom', path: ['to'], message: `as many columns as from, ${from.length},`, input: to });
    }
  });
                                                       

/** `table.column` in its parts; undefined where it is written in another way. */
function partsOf(reference        )                                                                  {
  const [table, column, ...rest] = reference.split('.');
  return table && column && rest.length === 0 ? { table, column } : undefined
}

/** A relationship of a file, with where it stands in the contract. */
                                     
                                  
                                
                       
                          
 

/** A relationship whose both sides are files of the run. */
                                                                  
                                     
                                                                                                  
                                             
                        
 

/** The relationships that the contract declares for a table and its columns. */
function relationshipsOf(table            )                       {
  const own = (name        ) => `${table.object.name}.${name}`;
  return [
    ...(table.object.relationships ?? []).map((relationship, i) => ({
      from: relationship.from ?? [],
      to: relationship.to,
      line: table.lineOf('relationships', i),
    })),
    ...table.columns.flatMap(column =>
      (column.property.relationships ?? []).map((relationship              , i        ) => ({
        from: [own(column.property.name)],
        to: relationship.to,
        line: column.lineOf('relationships', i),
        column,
      })),
    ),
  ]
}

/** Both sides of a relationship; or why it cannot be evaluated. */
function resolve(
  relationship                    ,
  table            ,
  all                       ,
)                                {
  const from = relationship.from.map(reference => partsOf(reference) ?? { table: table.object.name, column: reference });
  const to = relationship.to.map(partsOf);
  const [first] = to;
  if (!first || to.some(part => part?.table !== first.table))
    return 'what it refers to is not written table.column, of one table'
  if (from.length === 0 || from.some(part => part.table !== table.object.name))
    return 'it does not start from this table'
  const columns = columnsNamed(
    table,
    from.map(({ column }) => column),
  );
  if (!columns) return 'the file lacks a column that it starts from'
  const names = to.flatMap(part => part?.column ?? []);
  const files = filesOf(all, first.table);
  if (files.length === 0) return `no file was given for ${first.table}`
  const parents = files.flatMap(parent => {
    const found = columnsNamed(parent, names);
    return found ? [{ table: parent, columns: found }] : []
  });
  if (parents.length < files.length) return `a file of ${first.table} lacks ${listed(names)}`
  return { ...relationship, columns, parents, words: `${listed(names)} of ${first.table}` }
}

/** A rule of type sql that counts the rows of this table for which a condition holds. */
                                             
                                         
                                           
 

/** `SELECT COUNT(*) FROM …`, with a condition or without. */
const QUERY = /^\s*select\s+count\s*\(\s*\*\s*\)\s+from\s+(?<from>\S+?)(?:\s+where\s+(?<where>[\s\S]+?))?\s*;?\s*$/i;
/** What stands for the table and for the column, in the standard's examples and in datacontract-cli. */
const TABLE = /\$?\{(?:table|object|model|schema)\}/gi;
const COLUMN = /\$?\{(?:column|property|field)\}/gi;

/** The rules of type sql that can be evaluated on a file: counts of rows of this table by a condition on each. */
const sqlRules = (table            )            =>
  placedRules(table).flatMap(placed => {
    const read = readQuery(table, placed);
    if (!read) return []
    const { quality, column, line } = placed;
    const unit = quality.unit === 'percent' ? 'percent' : 'rows';
    return operatorsOf(quality).map(
      ({ name, limit })          => ({
        ...placed,
        id: [column?.name, quality.id ?? 'sql'].filter(part => part !== undefined).join('.'),
        title: `${quality.name ?? quality.description ?? 'Rows counted by SQL'}: ${OPERATORS[name].words(limit)}${unit === 'percent' ? ' percent' : ''}`,
        table,
        line,
        operator: OPERATORS[name],
        limit: limit                ,
        unit,
        columns: column ? [column] : [],
        condition: read.condition,
        ...(quality.severity === undefined ? {} : { severity: quality.severity }),
      }),
    )
  });

/** Whether a rule is one of these. */
const isEvaluable = (table            , placed            )          => readQuery(table, placed) !== undefined;

function readQuery(
  table            ,
  { quality, column }            ,
)                                                            {
  if (quality.type !== 'sql' || operatorsOf(quality).length === 0) return undefined
  const { from, where } = QUERY.exec(withNames(quality, table, column?.property.name))?.groups ?? {};
  if (from?.replaceAll('"', '') !== table.object.name) return undefined
  if (where === undefined) return { condition: undefined }
  const condition = parseCondition(where);
  return isFault(condition) || !columnsNamed(table, columnsOf(condition)) ? undefined : { condition }
}

const withNames = ({ query = '' }             , { object }            , column                    )         =>
  query
    .replace(TABLE, `"${object.name}"`)
    .replace(COLUMN, column === undefined ? '' : `"${column.replaceAll('"', '""')}"`);

/** A demand of the contract that no check takes up, and why. */
                                               
                         
                       
                                                  
                          
 

/** Everything the contract demands of the file that no check takes up. */
function unevaluatedRules(table            )                    {
  return [
    ...qualityRules(table),
    ...table.columns.flatMap(column => ofColumn(table, column)),
    ...relationships(table),
    ...missingOthers(table),
  ]
}

function qualityRules(table            )                    {
  return placedRules(table)
    .filter(({ quality }) => metricOf(quality) === undefined && quality.engine !== 'proofmark')
    .filter(placed => !isEvaluable(table, placed))
    .map(({ quality, column, line }) => {
      const kind = quality.type ?? 'library';
      const name = nameOf(quality);
      return {
        id: [column?.name, quality.id ?? `${kind}-rule`].filter(part => part !== undefined).join('.'),
        title: `Rule ${shown(name)} holds`,
        table,
        ...(column ? { column } : {}),
        line,
        reason: `The rule ${shown(name)} of type ${kind} was not evaluated`,
        hint: 'Write it as a rule of the library (rowCount, nullValues, invalidValues …), or check it elsewhere',
        blocks: quality.severity?.toLowerCase() === 'error',
      }
    })
}

const nameOf = ({ name, id, description, rule, query, engine, type }             )         =>
  name ?? id ?? description ?? rule ?? query ?? engine ?? type ?? 'without a name';

function ofColumn(table            , column        )                    {
  const base = { table, column, hint: 'Say it in a way Proofmark reads, or check it elsewhere' };
  const name = shown(column.name);
  const { format } = column.options;
  const zone = unknownOffset(column);
  return [
    ...(column.unsupported === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.type`,
            title: `Every value of ${name} is ${column.type.noun}`,
            line: column.lineOf('logicalType'),
            reason: `Type and limits of ${name} were not evaluated: ${column.unsupported}`,
            blocks: true,
          },
        ]),
    ...(zone === undefined
      ? []
      : [
          {
            ...base,
            id: `${column.name}.range`,
            title: `Every value of ${name} is within the limits`,
            line: column.lineOf('logicalTypeOptions', 'defaultTimezone'),
            reason: `The limits of ${name} were not evaluated: they need the offset of ${shown(zone)} from UTC`,
            hint: 'Write values and limits with their offset, and set timezone: true',
            blocks: true,
          },
        ]),
    ...(format === undefined || column.reader?.zoned || column.unsupported !== undefined || formatJudge(column)
      ? []
      : [
          {
            ...base,
            id: `${column.name}.format`,
            title: `Every value of ${name} has the format ${shown(format)}`,
            line: column.lineOf('logicalTypeOptions', 'format'),
            reason: `The format ${shown(format)} of ${name} was not evaluated`,
            hint: 'Use email, uuid, uri, hostname, ipv4 or ipv6 for a text, i8 to u128 for an integer, f32 or f64 for a number',
            blocks: false,
          },
        ]),
  ]
}

function relationships(table            )                    {
  return relationshipsOf(table).flatMap(placed => {
    const resolved = resolve(placed, table, table.all);
    if (typeof resolved !== 'string') return []
    const { column, line } = placed;
    return [
      {
        id: column ? `${column.name}.relationship` : 'relationship',
        title: 'The relationship to another table holds',
        table,
        line,
        ...(column ? { column } : {}),
        reason: `The relationship to ${placed.to.join(', ')} was not evaluated: ${resolved}`,
        hint: 'Give the files of both tables under data.files, and write the keys as table.column',
        blocks: true,
      },
    ]
  })
}

/** Rules that hold a table against another that no file was given for. */
function missingOthers(table            )                    {
  return placedRules(table).flatMap(({ quality, column, line }) => {
    const read = quality.engine === 'proofmark' ? Implementation.safeParse(quality.implementation) : undefined;
    const other = read?.success ? argumentsOf(read.data).other_table : undefined;
    if (typeof other !== 'string' || filesOf(table.all, other).length > 0) return []
    const name = read?.data?.expectation ?? '';
    return [
      {
        id: [column?.name, quality.id ?? 'other-table'].filter(part => part !== undefined).join('.'),
        title: `Rule ${shown(name)} holds`,
        table,
        ...(column ? { column } : {}),
        line,
        reason: `The rule ${shown(name)} was not evaluated: no file was given for ${shown(other)}`,
        hint: 'Give the files of both tables under data.files',
        blocks: true,
      },
    ]
  })
}

/** What the contract demands and Proofmark does not evaluate: a warning each, and inconclusive where its severity is error or a limit goes unchecked. */
const notEvaluated = defineCheck({
  id: 'not-evaluated',
  title: 'Every rule of the contract was evaluated',
  rules: (table)                    => unevaluatedRules(table),
  measures: () => ({}),
  finish: ({ id, title, reason, blocks, table, line, column, hint }) => ({
    id,
    title,
    status: blocks ? 'inconclusive' : 'warn',
    reason: `${reason} (${table.contract}:${line})`,
    hint,
    locations: [{ file: table.contract, line, ...(column ? { column: column.name } : {}), note: 'the rule' }],
  }),
});

/** No value is on a list. */
const notInSet = defineCells({
  id: 'not-in-set',
  title: 'No value is one of a list',
  expectation: 'expect_column_values_to_not_be_in_set',
  options: strictObject({ value_set: array$1(Scalar$1).min(1) }),
  demand: (column, { value_set }) => {
    const refused = validValues(column, value_set);
    const words = column.sensitive ? `${value_set.length} refused values` : refused.words;
    return {
      judge: (text, value) => (refused.has(text, value) ? 'fail' : 'pass'),
      failing: `is one of: ${words}`,
      holding: `is none of: ${words}`,
    }
  },
});

/** No value is like a pattern of SQL. */
const notLike = defineCells({
  id: 'not-like',
  title: 'No value is like a pattern of SQL',
  expectation: 'expect_column_values_to_not_match_like_pattern',
  options: strictObject({ like_pattern: string$1() }),
  demand: (_, { like_pattern }) => {
    const expression = likeExpression(like_pattern);
    return {
      reads: 'text',
      judge: text => (expression.test(text) ? 'fail' : 'pass'),
      failing: `is like ${shown(like_pattern)}`,
      holding: `is not like ${shown(like_pattern)}`,
    }
  },
});

/** No value is like any of several patterns of SQL. */
const notLikeList = defineCells({
  id: 'not-like-list',
  title: 'No value is like any of several patterns of SQL',
  expectation: 'expect_column_values_to_not_match_like_pattern_list',
  options: strictObject({ like_pattern_list: array$1(string$1()).min(1) }),
  demand: (_, { like_pattern_list }) => {
    const expressions = like_pattern_list.map(likeExpression);
    return {
      reads: 'text',
      judge: text => (expressions.some(expression => expression.test(text)) ? 'fail' : 'pass'),
      failing: `is like one of ${like_pattern_list.length} patterns`,
      holding: `is like none of: ${listed(like_pattern_list)}`,
    }
  },
});

/** A regular expression, as an argument. */
const Pattern = string$1().refine(isPattern, { error: 'a regular expression of ECMA-262' });

/** No value matches a pattern. */
const notPattern = defineCells({
  id: 'not-pattern',
  title: 'No value matches the pattern',
  expectation: 'expect_column_values_to_not_match_regex',
  options: strictObject({ regex: Pattern }),
  demand: (_, { regex }) => {
    const { judge, undecided } = matcher(regex);
    return {
      reads: 'text',
      judge: text => OPPOSITE[judge(text)],
      failing: `matches ${shown(regex)}`,
      holding: `does not match ${shown(regex)}`,
      undecided,
    }
  },
});

/** No value matches any of several patterns. */
const notPatternList = defineCells({
  id: 'not-pattern-list',
  title: 'No value matches any of several patterns',
  expectation: 'expect_column_values_to_not_match_regex_list',
  options: strictObject({ regex_list: array$1(Pattern).min(1) }),
  demand: (_, { regex_list }) => {
    const matchers = regex_list.map(matcher);
    return {
      reads: 'text',
      judge(text) {
        const all = matchers.map(({ judge }) => judge(text));
        if (all.includes('pass')) return 'fail'
        return all.includes('undecided') ? 'undecided' : 'pass'
      },
      failing: `matches one of ${regex_list.length} patterns`,
      holding: `matches none of: ${listed(regex_list)}`,
      undecided: matchers[0]?.undecided ?? '',
    }
  },
});

/** The library's nullValues: empty cells. */
const nullValues = defineCheck({
  id: 'null-values',
  title: 'Number or percentage of empty cells in a column',
  rules: table =>
    metricRules(table, 'nullValues', ({ column }) => `Empty cells of ${shown(column?.name ?? '')}`).flatMap(rule =>
      rule.columns.map(column => ({ ...rule, column })),
    ),
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish: (rule, { cells: { rows, empty } }, shownRows) =>
    finishMetric(rule, { rows, counted: empty, words: 'is empty' }, shownRows),
});

const expectation$9 = ofColumn$1(
  'expect_column_value_z_scores_to_be_less_than',
  strictObject({ threshold: number$1().positive(), double_sided: boolean$1().default(true) }),
);

/**
 * No value, or no more than a share of them, lies further from the mean than so many standard deviations. That none does is
 * told exactly, by the extremes; how many do, of more than 20 000 rows, by a sample of them, with an interval.
 */
const outliers = defineCheck({
  id: 'outliers',
  title: 'Values lie within so many standard deviations of the mean',
  expectations: [expectation$9],
  rules: table =>
    expectedOf(table, expectation$9).map(rule => ({
      ...rule,
      title: `Values of ${shown(rule.column.name)} lie ${rule.options.double_sided ? 'within' : 'less than'} ${rule.options.threshold} standard deviations ${rule.options.double_sided ? 'of' : 'above'} the mean`,
    })),
  measures: ({ column }) => ({
    powers: powerSums(column, 2),
    values: extent(column),
    sample: rowSample([column]),
  }),
  finish(rule, { powers, values, sample }) {
    const { column, options, tolerance } = rule;
    const fail = tolerance?.fail ?? NONE;
    const most = 'share' in fail ? fail.share : fail.rows / Math.max(1, powers.n);
    const asked = { ...rule, options: { max_value: most } };
    const subject = `The share of outliers of ${shown(column.name)} (tolerated: ${limitWords(fail)})`;
    const moments = centralMoments(powers);
    const deviation = moments?.variance === undefined ? 0 : Math.sqrt(moments.variance);
    if (!moments || deviation === 0) return finishBetween(asked, subject, noSpread(column))
    const isOutlier = (value        ) => {
      const score = (value - moments.mean) / deviation;
      return (options.double_sided ? Math.abs(score) : score) >= options.threshold
    };
    if (!isOutlier(values.low) && !isOutlier(values.high))
      return finishBetween(asked, subject, { value: 0, n: powers.n })
    const drawn = sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value]));
    const found = drawn.filter(isOutlier).length;
    const share = { value: found / Math.max(1, drawn.length), n: drawn.length };
    if (sample.rows <= SAMPLE) return finishBetween(asked, subject, share)
    // At least one there is: the extremes have shown it.
    const { lower, upper } = clopperPearson(found, drawn.length, LEVEL$2);
    const interval = [Math.max(lower, 1 / powers.n), upper];         
    return finishBetween(asked, subject, {
      ...share,
      value: Math.max(share.value, interval[0]),
      interval,
      level: LEVEL$2,
      method: 'clopper-pearson',
    })
  },
});

/** Intervals that are kept. */
const MAX_INTERVALS = 2_000_000;

/** Where the intervals of rows begin and end, and whose they are; undefined where there are more than `MAX_INTERVALS`. */
                            
              
           
       
                                                                                                             
               
 

/** Keeps the interval of every row that has both ends. Without a group, all are of one. */
const intervals = (low        , high        , group                    )                     => ({
  key: `intervals ${JSON.stringify([low.name, high.name, group?.name])}`,
  asks: { is: 'intervals', columns: [low, high, ...(group ? [group] : [])] },
  init: () => ({ rows: 0, n: 0, kept: { low: [], high: [], group: [], place: [] } }),
  add(state, batch) {
    state.rows += batch.rows;
    if (!low.reader || !high.reader) return
    const [lows, highs] = [batch.cells(low.index).values(low.reader), batch.cells(high.index).values(high.reader)];
    const groups = group && batch.cells(group.index).hashes;
    for (let row = 0; row < batch.rows; row++) {
      const [from, to] = [lows[row] ?? Number.NaN, highs[row] ?? Number.NaN];
      if (Number.isNaN(from) || Number.isNaN(to)) continue
      state.n += 1;
      if (!state.kept) continue
      state.kept.low.push(from);
      state.kept.high.push(to);
      state.kept.group.push(groups ? (groups.a[row] ?? 0) * 2 ** 21 + ((groups.b[row] ?? 0) >>> 11) : 0);
      state.kept.place.push(batch.places[row] ?? 0);
      if (state.kept.low.length > MAX_INTERVALS) state.kept = undefined;
    }
  },
  merge(state, other) {
    state.rows += other.rows;
    state.n += other.n;
    if (!other.kept || !state.kept || state.kept.low.length + other.kept.low.length > MAX_INTERVALS) {
      state.kept = undefined;
      return
    }
    for (const key of ['low', 'high', 'group', 'place']         )
      for (const value of other.kept[key]) state.kept[key].push(value);
  },
});

const expectation$8 = ofTable(
  'expect_ranges_to_not_overlap',
  strictObject({
    lower_bound_column: string$1(),
    upper_bound_column: string$1(),
    partition_by: string$1().optional(),
  }),
  ({ lower_bound_column, upper_bound_column, partition_by }) => [
    lower_bound_column,
    upper_bound_column,
    ...(partition_by === undefined ? [] : [partition_by]),
  ],
);

/** No row's range, lower end included and upper end not, overlaps another's of the same group; and none ends before it begins. */
const overlaps = defineCheck({
  id: 'overlaps',
  title: 'No two ranges of a group overlap',
  expectations: [expectation$8],
  rules: table =>
    expected(table, expectation$8).flatMap(rule => {
      const [low, high, group] = rule.columns;
      if (!low || !high) return []
      const of = group ? ` of one ${shown(group.name)}` : '';
      return [
        {
          ...rule,
          low,
          high,
          group,
          title: `No two ranges from ${shown(low.name)} to ${shown(high.name)}${of} overlap`,
        },
      ]
    }),
  measures: ({ low, high, group }) => ({ ranges: intervals(low, high, group) }),
  finish(rule, { ranges }, rows) {
    const words = {
      subject: 'The range',
      noun: 'row',
      failing: 'overlaps an earlier one',
      holding: 'overlaps no other',
    };
    const { kept, n } = ranges;
    if (kept) return finishRows(rule, { rows: ranges.rows, n, failed: overlapping(kept) }, words, rows)
    const undecided = `is one of more than ${MAX_INTERVALS}, too many to keep`;
    const found = { rows: ranges.rows, n, failed: NO_ROWS, undecided: { ...NO_ROWS, count: n } };
    return finishRows(rule, found, { ...words, undecided }, rows)
  },
});

function overlapping({ low, high, group, place }                                ) {
  const at = (list                   , i        ) => list[i] ?? 0;
  const order = [...low.keys()].sort(
    (a, b) =>
      at(group, a) - at(group, b) ||
      at(low, a) - at(low, b) ||
      at(high, a) - at(high, b) ||
      at(place, a) - at(place, b),
  );
  const failed = noFailures();
  let [last, reached] = [Number.NaN, Number.NEGATIVE_INFINITY];
  for (const i of order) {
    if (at(group, i) !== last) reached = Number.NEGATIVE_INFINITY;
    last = at(group, i);
    if (at(low, i) < reached || at(high, i) < at(low, i)) addFailure(failed, at(place, i));
    reached = Math.max(reached, at(high, i));
  }
  return failed
}

/** In every row two columns hold the same; rows where either is empty are left out. */
const pairEqual = defineRows({
  id: 'pair-equal',
  title: 'Two columns hold the same in every row',
  expectation: 'expect_column_pair_values_to_be_equal',
  options: strictObject({ column_A: string$1(), column_B: string$1() }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B }) => `has the same in ${shown(column_A)} and ${shown(column_B)}`,
  truths: ({ column_A, column_B }, _, table) =>
    conditionTruths(
      { is: 'compare', operator: '=', left: { is: 'column', name: column_A }, right: { is: 'column', name: column_B } },
      table,
    ),
});

/** In every row one column is greater than another; rows where either is empty are left out. */
const pairGreater = defineRows({
  id: 'pair-greater',
  title: 'One column is greater than another in every row',
  expectation: 'expect_column_pair_values_a_to_be_greater_than_b',
  options: strictObject({ column_A: string$1(), column_B: string$1(), or_equal: boolean$1().default(false) }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B, or_equal }) =>
    `has ${shown(column_A)} ${or_equal ? 'at least' : 'above'} ${shown(column_B)}`,
  truths: ({ column_A, column_B, or_equal }, _, table) =>
    conditionTruths(
      {
        is: 'compare',
        operator: or_equal ? '>=' : '>',
        left: { is: 'column', name: column_A },
        right: { is: 'column', name: column_B },
      },
      table,
    ),
});

/** In every row two columns hold one of the allowed pairs; rows where either is empty are left out. */
const pairInSet = defineRows({
  id: 'pair-in-set',
  title: 'Two columns hold one of the allowed pairs in every row',
  expectation: 'expect_column_pair_values_to_be_in_set',
  options: strictObject({
    column_A: string$1(),
    column_B: string$1(),
    value_pairs_set: array$1(tuple([Scalar$1, Scalar$1])).min(1),
  }),
  columns: ({ column_A, column_B }) => [column_A, column_B],
  words: ({ column_A, column_B, value_pairs_set }) =>
    `has one of ${value_pairs_set.length} pairs in ${shown(column_A)} and ${shown(column_B)}`,
  truths: ({ value_pairs_set }, [a, b]) => {
    const pairs = new Set(value_pairs_set.map(pair => JSON.stringify(pair.map(value => String(value ?? '')))));
    return batch => {
      const truths = new Uint8Array(batch.rows).fill(2);
      if (!a || !b) return truths
      const [left, right] = [batch.cells(a.index), batch.cells(b.index)];
      for (let row = 0; row < batch.rows; row++) {
        if (left.empty[row] === 1 || right.empty[row] === 1) continue
        truths[row] = pairs.has(JSON.stringify([left.text(row), right.text(row)])) ? 1 : 0;
      }
      return truths
    }
  },
});

const Partition = strictObject({
    values: array$1(union([string$1(), number$1(), boolean$1()])).min(2),
    weights: array$1(number$1().positive()).min(2),
  })
  .refine(({ values, weights }) => values.length === weights.length, { error: 'as many weights as values' })
  .refine(({ weights }) => Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-6, {
    error: 'weights that add up to 1',
  });
const divergence = ofColumn$1(
  'expect_column_kl_divergence_to_be_less_than',
  strictObject({ partition_object: Partition, threshold: number$1().positive() }),
);
const chiSquare = ofColumn$1(
  'expect_column_chisquare_test_p_value_to_be_greater_than',
  strictObject({ partition_object: Partition, p: number$1().gt(0).lt(1).default(0.05) }),
);

/**
 * The categories of a column are distributed as the contract says: by Kullback–Leibler's divergence (nats), or by the χ² test
 * of goodness of fit. To compare two tables, which are both samples, drift-compare is the tool.
 */
const partition = defineCheck({
  id: 'partition',
  title: 'The categories of a column are distributed as the contract says',
  expectations: [divergence, chiSquare],
  rules: table => [
    ...expectedOf(table, divergence).map(rule => ({
      ...rule,
      title: `The divergence of ${shown(rule.column.name)} from its partition is less than ${rule.options.threshold}`,
      subject: `The divergence of ${shown(rule.column.name)} from its partition (Kullback–Leibler, nats)`,
      parts: rule.options.partition_object,
      options: { max_value: rule.options.threshold, strict_max: true },
      measured: kullbackLeibler,
    })),
    ...expectedOf(table, chiSquare).map(rule => ({
      ...rule,
      title: `${shown(rule.column.name)} fits its partition, p above ${rule.options.p}`,
      subject: `The p-value of ${shown(rule.column.name)} against its partition (χ²)`,
      parts: rule.options.partition_object,
      options: { min_value: rule.options.p, strict_min: true },
      measured: goodnessOfFit,
    })),
  ],
  measures: ({ column }) => ({ texts: categories(column) }),
  finish(rule, { texts: { counts } }) {
    const name = shown(rule.column.name);
    if (!counts)
      return finishBetween(rule, rule.subject, `${name} has more than ${grouped(MAX_CATEGORIES)} different values`)
    const known = new Map(rule.parts.values.map((value, i) => [String(value), rule.parts.weights[i] ?? 0]));
    const others = [...counts].filter(([text]) => !known.has(text)).reduce((sum, [, count]) => sum + count, 0);
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (n === 0) return finishBetween(rule, rule.subject, `${name} has no values`)
    const cells = [...known].map(([text, weight]) => ({ observed: counts.get(text) ?? 0, weight }));
    return finishBetween(rule, rule.subject, rule.measured(cells, others, n))
  },
});

                                                                              

/** Infinite where a value occurs that the partition does not have. */
function kullbackLeibler(cells       , others        , n        )              {
  if (others > 0)
    return {
      value: Number.MAX_VALUE,
      n,
      method: 'kl',
      words: `infinite: it holds ${count(others, 'value')} outside the partition`,
    }
  const terms = cells.map(({ observed, weight }) =>
    observed === 0 ? 0 : (observed / n) * Math.log(observed / n / weight),
  );
  return { value: terms.reduce((sum, term) => sum + term, 0), n, method: 'kl' }
}

function goodnessOfFit(cells       , others        , n        )                       {
  if (others > 0)
    return {
      value: 0,
      n,
      method: 'chi-squared goodness of fit',
      words: `0: it holds ${count(others, 'value')} outside the partition`,
    }
  if (cells.some(({ weight }) => n * weight < 5)) return 'A part of the partition is expected fewer than five times'
  const statistic = cells.reduce((sum, { observed, weight }) => sum + (observed - n * weight) ** 2 / (n * weight), 0);
  return { value: chiSquared(cells.length - 1).sf(statistic), n, method: 'chi-squared goodness of fit' }
}

const matches = ofColumn$1('expect_column_values_to_match_regex', strictObject({ regex: Pattern }));

/** Every value matches the pattern. */
const pattern = defineCheck({
  id: 'pattern',
  title: 'Every value matches the pattern (ECMA-262, a search unless it has ^ and $)',
  expectations: [matches],
  rules: table => [
    ...table.columns.flatMap((column)             => {
      const source = column.options.pattern;
      if (source === undefined) return []
      return [
        {
          id: `${column.name}.pattern`,
          title: `Every value of ${shown(column.name)} matches ${shown(source)}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'pattern'),
          ...matcher(source),
          holding: 'matches',
        },
      ]
    }),
    ...cellRules(table, matches, (_, { regex }) => ({ ...matcher(regex), holding: `matches ${shown(regex)}` })),
  ],
  ...perCell,
});

/** Every value matches any or all of several patterns. */
const patternList = defineCells({
  id: 'pattern-list',
  title: 'Every value matches any, or all, of several patterns',
  expectation: 'expect_column_values_to_match_regex_list',
  options: strictObject({ regex_list: array$1(Pattern).min(1), match_on: _enum(['any', 'all']).default('any') }),
  demand: (_, { regex_list, match_on }) => {
    const matchers = regex_list.map(matcher);
    const decisive = match_on === 'any' ? 'pass' : 'fail';
    return {
      reads: 'text',
      judge(text) {
        const all = matchers.map(({ judge }) => judge(text));
        if (all.includes(decisive)) return decisive
        return all.includes('undecided') ? 'undecided' : match_on === 'any' ? 'fail' : 'pass'
      },
      failing: `does not match ${match_on === 'any' ? 'any' : 'all'} of ${regex_list.length} patterns`,
      holding: `matches ${match_on} of: ${listed(regex_list)}`,
    }
  },
});

/** Level of the interval. */
const LEVEL = 0.95;
/** Classes a label may have; a label of more is a number. */
const MAX_CLASSES = 20;
/** Fewer rows of a class say nothing. */
const FEWEST = 20;

/** How well a column tells a label, from pairs of label and value in the order of their lots; or why that cannot be told. */
function powerOf(pairs                                , numeric         )                       {
  const known = pairs.filter(([label = Number.NaN, value = Number.NaN]) => !Number.isNaN(label) && !Number.isNaN(value));
  const classes = [...new Set(known.map(([label]) => label))];
  if (classes.length < 2) return 'The label has fewer than two classes where both have values'
  if (classes.length > MAX_CLASSES) return `The label has more than ${MAX_CLASSES} classes`
  const found = classes
    .map(positive => auc(known, positive, numeric))
    .filter(measurement => measurement !== undefined)
    .toSorted((a, b) => b.value - a.value);
  return found[0] ?? `No class of the label has ${FEWEST} rows in which both have values`
}

function auc(
  pairs                                ,
  positive                    ,
  numeric         ,
)                          {
  const scored = numeric ? pairs.map(([label, value = 0]) => ({ label, score: value })) : byRates(pairs, positive);
  const rows = scored.toSorted((a, b) => a.score - b.score);
  let [positives, ranks] = [0, 0];
  for (let first = 0; first < rows.length; ) {
    let next = first;
    while (next < rows.length && rows[next]?.score === rows[first]?.score) next++;
    const tied = rows.slice(first, next).filter(({ label }) => label === positive).length;
    positives += tied;
    ranks += (tied * (first + 1 + next)) / 2;
    first = next;
  }
  const negatives = rows.length - positives;
  if (positives < FEWEST || negatives < FEWEST) return undefined
  const area = (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
  const value = Math.max(area, 1 - area);
  const margin = normal.isf((1 - LEVEL) / 2) * hanleyMcNeil(value, positives, negatives);
  const interval = [Math.max(0.5, value - margin), Math.min(1, value + margin)];         
  return { value, n: rows.length, interval, level: LEVEL, method: 'auc, hanley-mcneil' }
}

/** Texts of one half of the rows, scored by the label's rate among the same texts of the other: rates of the same rows would tell any label. */
function byRates(pairs                                , positive                    ) {
  const half = Math.floor(pairs.length / 2);
  const seen = new Map                                  ();
  for (const [label, value = 0] of pairs.slice(0, half)) {
    const rate = seen.get(value) ?? { n: 0, k: 0 };
    seen.set(value, { n: rate.n + 1, k: rate.k + (label === positive ? 1 : 0) });
  }
  return pairs.slice(half).map(([label, value = 0]) => {
    const { n, k } = seen.get(value) ?? { n: 0, k: 0 };
    return { label, score: (k + 0.5) / (n + 1) }
  })
}

/** Standard error of an area under the ROC curve (Hanley and McNeil 1982). */
function hanleyMcNeil(area        , positives        , negatives        )         {
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const variance = area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area);
  return Math.sqrt(Math.max(0, variance) / (positives * negatives))
}

const expectation$7 = ofTable(
  'expect_no_column_to_predict_label',
  strictObject({
    label: string$1(),
    max_value: number$1().gt(0.5).lte(1).default(0.98),
    columns: array$1(string$1()).optional(),
  }),
  ({ label, columns = [] }) => [label, ...columns],
);

/**
 * No single column tells the label on its own nearly without error, which is what a column filled in after the fact does.
 * Measured as the area under the ROC curve of the column against the label (of several classes, the greatest of each against
 * the rest), on at most 20 000 rows drawn by lot: numbers as they are, texts by the label's rates in the other half of them.
 */
const predictivePower = defineCheck({
  id: 'predictive-power',
  title: 'No single column tells the label: a sign of leakage',
  expectations: [expectation$7],
  rules: table =>
    expected(table, expectation$7).flatMap(rule => {
      const [label, ...named] = rule.columns;
      if (!label) return []
      const judged = (named.length > 0 ? named : table.columns).filter(column => column !== label);
      return judged.map(column => ({
        ...rule,
        id: `${column.name}.${rule.id}`,
        column,
        label,
        title: `${shown(column.name)} alone does not tell ${shown(label.name)} (AUC at most ${rule.options.max_value})`,
      }))
    }),
  measures: ({ label, column }) => ({ sample: rowSample([label, column]) }),
  finish(rule, { sample }) {
    const subject = `The AUC of ${shown(rule.column.name)} for ${shown(rule.label.name)}`;
    return finishBetween(rule, subject, powerOf(sampled(sample), rule.column.reader !== undefined))
  },
});

/** The columns of the primary key are never empty and, taken together, never the same twice. */
const primaryKey = defineCheck({
  id: 'primary-key',
  title: 'The primary key is never empty and never the same twice',
  rules: (table)                                   => {
    const columns = primaryKeyOf(table);
    const [first] = columns;
    const incomplete = table.missing.some(({ property }) => property.primaryKey);
    if (!first || incomplete) return []
    return [
      {
        id: 'primary-key',
        title: `The primary key ${listed(columns.map(({ name }) => name))} is never empty and never the same twice`,
        table,
        columns,
        line: first.lineOf('primaryKey'),
        ...(columns.length === 1 ? { column: first } : {}),
      },
    ]
  },
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) => finishRepeated(rule, keys, rows, { subject: 'The primary key', emptyFails: true }),
});

const Ends = tuple([number$1().nullable(), number$1().nullable()])
  .refine(([low, high]) => low !== null || high !== null, { error: 'a range with an end' });
const expectation$6 = ofColumn$1(
  'expect_column_quantile_values_to_be_between',
  strictObject({
      quantile_ranges: strictObject({
        quantiles: array$1(number$1().min(0).max(1)).min(1),
        value_ranges: array$1(Ends).min(1),
      }),
    })
    .refine(({ quantile_ranges: { quantiles, value_ranges } }) => quantiles.length === value_ranges.length, {
      error: 'as many value_ranges as quantiles',
    }),
);

/** Quantiles of a column are within ranges, one rule for each; of more than 20 000 rows, from a sample of them, with an interval. */
const quantiles = defineCheck({
  id: 'quantiles',
  title: 'Quantiles of a column are within ranges',
  expectations: [expectation$6],
  rules: table =>
    expectedOf(table, expectation$6).flatMap(rule =>
      rule.options.quantile_ranges.quantiles.map((quantile, i) => {
        const [low, high] = rule.options.quantile_ranges.value_ranges[i] ?? [null, null];
        const options = RangeOptions.parse({ min_value: low ?? undefined, max_value: high ?? undefined });
        const title = `Quantile ${quantile} of ${shown(rule.column.name)} is ${rangeWords(options)}`;
        return { ...rule, id: `${rule.id}-${quantile}`, title, quantile, options }
      }),
    ),
  measures: ({ column }) => ({ sample: rowSample([column]) }),
  finish: (rule, { sample }) =>
    finishBetween(
      rule,
      `Quantile ${rule.quantile} of ${shown(rule.column.name)}`,
      (rule.column.reader && quantileOf(sample, rule.quantile)) ?? noMeasure(rule.column),
    ),
});

/** A limit of date or time, written in the column's own format or in ISO 8601, as the column's values are; NaN where it is neither. */
function readBound(type             , options                    , bound                 )         {
  if (typeof bound === 'number') return bound
  for (const reader of [type.reader(options), type.reader({})]) {
    const value = reader && 'read' in reader ? reader.read(bound) : Number.NaN;
    if (!Number.isNaN(value)) return value
  }
  return Number.NaN
}

const Bound = union([number$1(), string$1()], { error: 'a number, or a date as text' });
const between$1 = ofColumn$1(
  'expect_column_values_to_be_between',
  strictObject({
      min_value: Bound.optional(),
      max_value: Bound.optional(),
      strict_min: boolean$1().default(false),
      strict_max: boolean$1().default(false),
    })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
);

/** The four limits of the standard: how they are said, and when a value keeps one. */
const BOUNDS = [
  { key: 'minimum', words: 'at least', broken: 'below', holds: (value        , bound        ) => value >= bound },
  {
    key: 'exclusiveMinimum',
    words: 'more than',
    broken: 'not above',
    holds: (value        , bound        ) => value > bound,
  },
  { key: 'maximum', words: 'at most', broken: 'above', holds: (value        , bound        ) => value <= bound },
  {
    key: 'exclusiveMaximum',
    words: 'less than',
    broken: 'not below',
    holds: (value        , bound        ) => value < bound,
  },
];         

/** Every value is within minimum, maximum and their exclusive forms; numbers compare as IEEE 754 doubles, times in UTC. */
const range = defineCheck({
  id: 'range',
  title: 'Every value is within the limits',
  expectations: [between$1],
  rules: table => [
    ...table.columns.flatMap((column)             => {
      const bounds = boundsOf(column, column.options);
      const [first] = bounds;
      if (!first || !column.reader || unknownOffset(column)) return []
      return [
        {
          id: `${column.name}.range`,
          title: `Every value of ${shown(column.name)} is ${words$1(bounds)}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', first.key),
          ...within(column, bounds),
        },
      ]
    }),
    ...cellRules(table, between$1, (column, { min_value, max_value, strict_min, strict_max }) => {
      const bounds = boundsOf(column, {
        ...(min_value === undefined ? {} : { [strict_min ? 'exclusiveMinimum' : 'minimum']: min_value }),
        ...(max_value === undefined ? {} : { [strict_max ? 'exclusiveMaximum' : 'maximum']: max_value }),
      });
      return { ...within(column, bounds), holding: `is ${words$1(bounds)}` }
    }),
  ],
  ...perCell,
});

                                         

const words$1 = (bounds        )         => bounds.map(({ words, limit }) => `${words} ${limit}`).join(' and ');

/** How values are judged by bounds; of a column without values, and by bounds that are none, nothing can be told. */
function within(column        , bounds        )             {
  const readable = bounds.every(({ bound }) => !Number.isNaN(bound));
  const numeric = typeof bounds[0]?.limit === 'number';
  return {
    reads: 'value',
    ...closed(bounds),
    isExact: true,
    judge(_, value) {
      if (Number.isNaN(value) || !readable) return 'undecided'
      return bounds.every(({ holds, bound }) => holds(value, bound)) ? 'pass' : 'fail'
    },
    failing: `is ${bounds.map(({ broken, limit }) => `${broken} ${limit}`).join(' or ')}`,
    undecided: column.reader ? `is not ${column.type.noun}` : 'has no order, as the contract gives its column no type',
    holding: 'is within the limits',
    ...(numeric ? fromTo : {}),
  }
}

function boundsOf({ type, options }        , limits                                                          ) {
  return BOUNDS.flatMap(known => {
    const limit = limits[known.key];
    return limit === undefined ? [] : [{ ...known, limit, bound: readBound(type, options, limit) }]
  })
}

/** What is within for certain: both ends, where neither is excluded. */
function closed(bounds        ) {
  const end = (key        , open        ) => bounds.find(bound => bound.key === key)?.bound ?? open;
  const exclusive = bounds.some(({ key, bound }) => key.startsWith('exclusive') || Number.isNaN(bound));
  if (exclusive) return {}
  return { passes: [end('minimum', Number.NEGATIVE_INFINITY), end('maximum', Number.POSITIVE_INFINITY)]          }
}

const fromTo = {
  extent: (_        , value        ) => value,
  near: ({ low, high }                                                 ) => `; it goes from ${low} to ${high}`,
};

const notNull = ofColumn$1('expect_column_values_to_not_be_null', strictObject({}));

/** No cell is null. A null is an empty cell; a blank is a text. */
const required = defineCheck({
  id: 'required',
  title: 'No cell of a required column is empty',
  expectations: [notNull],
  rules: table => [
    ...table.columns
      .filter(column => column.property.required)
      .map(column => titled({ id: `${column.name}.required`, table, column, line: column.lineOf('required') })),
    ...expectedOf(table, notNull).map(titled),
  ],
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish: (rule, { cells: { rows, empty } }, shownRows) =>
    finishRows(
      rule,
      { rows, n: rows, failed: empty },
      { subject: shown(rule.column.name), noun: 'cell', failing: 'is empty', holding: 'is filled' },
      shownRows,
    ),
});

const titled =                                                              (rule   ) => ({
  ...rule,
  title: `No cell of ${shown(rule.column.name)} is empty`,
});

/** Counts the rows. */
const rowCount$1                            = {
  key: 'row-count',
  asks: { is: 'rows' },
  init: () => ({ rows: 0 }),
  add(state, batch) {
    state.rows += batch.rows;
  },
  merge(state, other) {
    state.rows += other.rows;
  },
};

/** The library's rowCount. */
const rowCount = defineCheck({
  id: 'row-count',
  title: 'Number of rows',
  rules: table => metricRules(table, 'rowCount', () => 'Number of rows'),
  measures: () => ({ counted: rowCount$1 }),
  finish: (rule, { counted }) => finishCount(rule, counted.rows),
});

const between = ofTable('expect_table_row_count_to_be_between', RangeOptions);
const equal = ofTable('expect_table_row_count_to_equal', strictObject({ value: int().nonnegative() }));

/** The file has so many rows; the standard's own rule of the kind is rowCount. */
const rowCountBetween = defineCheck({
  id: 'row-count-between',
  title: 'The number of rows is within a range',
  expectations: [between, equal],
  rules: table =>
    [
      ...expected(table, between),
      ...expected(table, equal).map(rule => ({
        ...rule,
        options: { min_value: rule.options.value, max_value: rule.options.value },
      })),
    ].map(rule => ({ ...rule, title: `The number of rows is ${rangeWords(rule.options, grouped)}` })),
  measures: () => ({ counted: rowCount$1 }),
  finish: (rule, { counted: { rows } }) =>
    finishBetween(rule, 'The number of rows', { value: rows, n: rows, unit: 'rows', words: grouped(rows) }),
});

/** In every row several columns add up to a number, within a millionth of it; rows with an empty cell in them are left out. */
const rowSum = defineRows({
  id: 'row-sum',
  title: 'Several columns add up to a number in every row',
  expectation: 'expect_multicolumn_sum_to_equal',
  options: strictObject({ column_list: array$1(string$1()).min(2), sum_total: number$1() }),
  columns: ({ column_list }) => column_list,
  words: ({ column_list, sum_total }) => `has ${listed(column_list)} add up to ${sum_total}`,
  truths: ({ sum_total }, columns) => {
    const near = Math.max(Math.abs(sum_total), 1) * 1e-6;
    return batch => {
      const all = columns.map(({ index, reader }) => reader && batch.cells(index).values(reader));
      const truths = new Uint8Array(batch.rows);
      for (let row = 0; row < batch.rows; row++) {
        let sum = 0;
        for (const values of all) sum += values?.[row] ?? Number.NaN;
        truths[row] = Number.isNaN(sum) ? 2 : Math.abs(sum - sum_total) <= near ? 1 : 0;
      }
      return truths
    }
  },
});

/** The file has rows: of an empty table nothing can be said. */
const rows = defineCheck({
  id: 'rows',
  title: 'The file has rows',
  rules: (table)         => [{ id: 'rows', title: 'The file has rows', table, line: table.lineOf() }],
  measures: () => ({ counted: rowCount$1 }),
  finish({ id, title, table: { file } }, { counted: { rows } }) {
    const base = {
      id,
      title,
      measured: { value: rows, unit: 'rows', n: rows },
      required: { comparator: '>'         , value: 0, unit: 'rows' },
      locations: [{ file }],
    };
    if (rows > 0) return { ...base, status: 'pass', reason: `${file} has ${count(rows, 'row')}` }
    return {
      ...base,
      status: 'inconclusive',
      reason: `${file} has a header but no rows`,
      hint: 'Check the step that writes it',
    }
  },
});

/** Each value is the one before plus a step, within a billionth of it. */
const sequential = defineOrder({
  id: 'sequential',
  title: 'Each value is the one before plus a step',
  expectation: 'expect_column_values_to_be_sequential',
  options: strictObject({ step: number$1().default(1) }),
  may:
    ({ step }) =>
    (a, b) =>
      Math.abs(b - a - step) <= 1e-9 * Math.max(1, Math.abs(step)),
  words: ({ step }) => `is the one before plus ${step}`,
});

/** One agreement of `slaProperties`, ODCS v3.1; those about the age of rows are evaluated. */
const ServiceLevel = looseObject({
  property: string$1().optional(),
  value: union([string$1(), number$1(), boolean$1(), _null()]).optional(),
  unit: string$1().optional(),
  element: string$1().optional(),
});
                                                       

/** Milliseconds of the units that the standard names. */
const UNITS                                   = {
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  w: 7 * 86_400_000,
  week: 7 * 86_400_000,
  y: 365.25 * 86_400_000,
  yr: 365.25 * 86_400_000,
  year: 365.25 * 86_400_000,
};

/** What a unit counts in, in milliseconds; undefined where it is none of time. */
const millisecondsOf = (unit        )                     => UNITS[unit.toLowerCase().replace(/(?<=..)s$/, '')];

/** Periods in which a frequency may count, the longest first, in milliseconds; a year is counted by the calendar. */
const LENGTHS                                             = [
  ['year', 365.25 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A frequency as a whole number of periods; undefined where it is none. */
function spanOf(value        , unit        )                                                                      {
  const length = value * (millisecondsOf(unit) ?? Number.NaN);
  const fit = LENGTHS.find(([, each]) => length >= each && Number.isInteger(length / each));
  return fit && { count: length / fit[1], period: fit[0] }
}

/**
 * The contract's service level on frequency: from the first row to the last, in every so many days (hours, weeks …) one after another
 * there is one at least. In periods of the calendar, in UTC, for rows that come daily do not come at the same minute.
 */
const serviceFrequency = defineCheck({
  id: 'service-frequency',
  title: 'Rows come as often as agreed (slaProperties: frequency)',
  rules: table =>
    table.serviceLevels.flatMap(({ property, column: name, value, unit, line }) => {
      const span = spanOf(value, unit);
      const [column] = columnsNamed(table, [name]) ?? [];
      if (property !== 'frequency' || !span || !column) return []
      const { count, period } = span;
      const often = count === 1 ? `every ${period}` : `every ${count} ${period}s`;
      return [
        {
          id: `${column.name}.frequency`,
          title: `${shown(column.name)} has a row in ${often} (frequency)`,
          table,
          column,
          line,
          count,
          period,
        },
      ]
    }),
  measures: ({ column, period }) => ({ found: periods(column, period) }),
  finish(rule, { found: { n, seen } }, rows) {
    const { count, period, column } = rule;
    const noun = count === 1 ? period : `${count}-${period} span`;
    const words = { subject: shown(column.name), noun, failing: 'has no row', holding: 'has a row' };
    const none = { count: 0, places: [], values: new Map                () };
    if (!seen) {
      const many = `lies in more than ${MAX_PERIODS} ${period}s, too many to keep`;
      return finishRows(
        rule,
        { rows: n, n, failed: none, undecided: { ...none, count: n } },
        { ...words, undecided: many },
        rows,
      )
    }
    const numbers = [...seen].toSorted((a, b) => a - b);
    const all = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1;
    const empty = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0) - 1);
    const missed = empty.reduce((sum, run) => sum + Math.max(0, run - count + 1), 0);
    if (numbers.length > 0 && all < count) {
      const beyond = 'reaches beyond the first row and the last';
      return finishRows(
        rule,
        { rows: n, n: 1, failed: none, undecided: { ...none, count: 1 } },
        { ...words, undecided: beyond },
        rows,
      )
    }
    const spans = numbers.length === 0 ? 0 : all - count + 1;
    return finishRows(rule, { rows: n, n: spans, failed: { ...none, count: missed } }, words, rows)
  },
});

/** Agreements of `slaProperties` about the age of rows, and which row's age each is about. */
const AGES                                                = {
  latency: 'newest',
  freshness: 'newest',
  retention: 'oldest',
};

/** The contract's service levels about age: latency or freshness of the newest row, retention of the oldest, when the gate runs. */
const serviceLevel = defineCheck({
  id: 'service-level',
  title: 'The age of the newest and the oldest row is as agreed (slaProperties: latency, freshness, retention)',
  rules: table =>
    table.serviceLevels.flatMap(({ property, column: name, value, unit, line }) => {
      const row = AGES[property];
      const milliseconds = millisecondsOf(unit);
      const [column] = columnsNamed(table, [name]) ?? [];
      if (!row || !milliseconds || !column) return []
      return [
        {
          id: `${column.name}.${property}`,
          title: `The ${row} ${shown(column.name)} is at most ${value} ${unit} old (${property})`,
          table,
          column,
          line,
          row,
          unit,
          milliseconds,
          options: { max_value: value },
        },
      ]
    }),
  measures: ({ column }) => ({ times: extent(column) }),
  finish(rule, { times: { n, low, high } }) {
    const { table, column, unit, milliseconds, row } = rule;
    const subject = `The age of the ${row} ${shown(column.name)} at ${new Date(table.asOf).toISOString()}`;
    if (n === 0) return finishBetween(rule, subject, noMeasure(column))
    return finishBetween(rule, subject, {
      value: (table.asOf - (row === 'newest' ? high : low)) / milliseconds,
      n,
      unit,
    })
  },
});

/** Rules of type sql that count rows: `SELECT COUNT(*) FROM ${table} WHERE …`, of a condition that holds for a row or does not. */
const sql = defineCheck({
  id: 'sql',
  title: 'Number of rows that a query of SQL counts',
  rules: sqlRules,
  measures({ id, line, condition, table }) {
    const truths = condition && conditionTruths(condition, table);
    // A row is at fault here where the condition holds.
    const faults = (batch       ) =>
      truths ? truths(batch).map(truth => (truth === TRUE ? FALSE : TRUE)) : new Uint8Array(batch.rows);
    const says = truths?.says && { ...truths.says, counts: true };
    const counted = judgedRows(`${id}:${line}`, says ? Object.assign(faults, { says }) : faults);
    return { all: rowCount$1, counted }
  },
  finish(rule, { all, counted: { failed } }, rows) {
    if (!rule.condition) return finishCount(rule, all.rows)
    return finishMetric(rule, { rows: all.rows, counted: failed, words: 'is counted' }, rows)
  },
});

/** Directives of C's strptime, which Table Schema and pandas use, as letters of the JDK, which the standard uses. */
const DIRECTIVES                                   = {
  Y: 'yyyy',
  m: 'MM',
  d: 'dd',
  H: 'HH',
  M: 'mm',
  S: 'ss',
  f: 'SSSSSS',
  z: 'Z',
  '%': '%',
  F: 'yyyy-MM-dd',
  T: 'HH:mm:ss',
};

/** A format of strptime (`%d.%m.%Y`) as a JDK pattern (`dd.MM.yyyy`); undefined where a directive has no counterpart. */
function strptimeFormat(format        )                     {
  let known = true;
  const pattern = format.replace(/%(.)|([A-Za-z]+)/g, (_, directive                    , letters        ) => {
    if (directive === undefined) return letters === 'T' ? letters : `'${letters}'`
    const letter = DIRECTIVES[directive];
    if (letter === undefined) known = false;
    return letter ?? ''
  });
  return known && format.includes('%') ? pattern : undefined
}

function readerOf(format        )                                         {
  const pattern = strptimeFormat(format);
  const reader = pattern === undefined ? undefined : temporalReader(ISO.timestamp, { format: pattern });
  return reader && 'read' in reader ? reader.read : undefined
}

/** Every value is a date or time in a format of C (`%%d.%%m.%%Y`), and one that exists. */
const strftime = defineCells({
  id: 'strftime',
  title: 'Every value is a date or time in a format of strftime',
  expectation: 'expect_column_values_to_match_strftime_format',
  options: strictObject({
    strftime_format: string$1().refine(format => readerOf(format) !== undefined, {
      error: 'a format of strftime made of %Y %m %d %H %M %S %f %z',
    }),
  }),
  demand: (_, { strftime_format }) => {
    const read = readerOf(strftime_format);
    return {
      reads: 'text',
      judge: text => (Number.isNaN(read?.(text) ?? Number.NaN) ? 'fail' : 'pass'),
      failing: `is no time written ${shown(strftime_format)}`,
      holding: `is a time written ${shown(strftime_format)}`,
    }
  },
});

const expectation$5 = ofTable(
  'expect_column_pair_ratio_of_sums_to_be_between',
  strictObject({
      column_A: string$1(),
      column_B: string$1(),
      min_value: number$1().optional(),
      max_value: number$1().optional(),
    })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
  ({ column_A, column_B }) => [column_A, column_B],
);

/** The sum of one column over that of another: totals that must agree, or one that is a part of the other. */
const sumRatio = defineCheck({
  id: 'sum-ratio',
  title: 'The ratio of the sums of two columns is within a range',
  expectations: [expectation$5],
  rules: table =>
    expected(table, expectation$5).flatMap(rule => {
      const [one, other] = rule.columns;
      if (!one || !other) return []
      const subject = `The ratio of the sums of ${shown(one.name)} and ${shown(other.name)}`;
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ above: sum(one), below: sum(other) }),
  finish(rule, { above, below }) {
    const { one, other, subject } = rule;
    if (above.n === 0) return finishBetween(rule, subject, noMeasure(one))
    if (below.n === 0) return finishBetween(rule, subject, noMeasure(other))
    const value = sumOf(above.sum) / sumOf(below.sum);
    return finishBetween(
      rule,
      subject,
      Number.isFinite(value) ? { value, n: above.n } : `The sum of ${shown(other.name)} is 0`,
    )
  },
});

/** No value begins or ends with a blank. */
const trimmed = defineCells({
  id: 'trimmed',
  title: 'No value begins or ends with a blank',
  expectation: 'expect_column_values_to_be_trimmed',
  options: strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: text => (text === text.trim() ? 'pass' : 'fail'),
    failing: 'begins or ends with a blank',
    holding: 'neither begins nor ends with a blank',
  }),
});

/** No value has just the length at which databases and programs cut texts off. */
const truncated = defineCells({
  id: 'truncated',
  title: 'No value has a length at which texts are cut off',
  expectation: 'expect_column_values_to_not_be_truncated',
  options: strictObject({
    lengths: array$1(int().positive()).min(1).default([255, 256, 1023, 1024, 4000, 32_767, 65_535]),
  }),
  demand: (_, { lengths }) => ({
    reads: 'text',
    judge: text => (lengths.includes(text.length) ? 'fail' : 'pass'),
    failing: `has just ${lengths.join(', ')} characters, as if it were cut off`,
    holding: `has none of the lengths ${lengths.join(', ')}`,
  }),
});

const ofType = ofColumn$1(
  'expect_column_values_to_be_of_type',
  strictObject({
    type_: _enum(
      Object.values(types).map(({ id }) => id),
      { error: 'a logical type of the standard' },
    ),
  }),
);

const ofTypes = ofColumn$1(
  'expect_column_values_to_be_in_type_list',
  strictObject({
    type_list: array$1(
        _enum(
          Object.values(types).map(({ id }) => id),
          { error: 'a logical type of the standard' },
        ),
      )
      .min(1),
  }),
);

/** Every cell is a value of the column's logical type. A text is anything, so a string column has no such check. */
const type = defineCheck({
  id: 'type',
  title: 'Every value is of the logical type',
  expectations: [ofType, ofTypes],
  rules: table => [
    ...table.columns.flatMap((column)             => {
      if (!column.reader) return []
      return [
        {
          id: `${column.name}.type`,
          title: `Every value of ${shown(column.name)} is ${column.type.noun}`,
          table,
          column,
          line: column.lineOf('logicalType'),
          reads: 'value',
          passes: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
          isExact: true,
          judge: (_, value) => (Number.isNaN(value) ? 'fail' : 'pass'),
          ...words(column.type, column),
        },
      ]
    }),
    ...cellRules(table, ofType, (column, { type_ }) => readsAs(column, [type_])),
    ...cellRules(table, ofTypes, (column, { type_list }) => readsAs(column, type_list)),
  ],
  ...perCell,
});

/** Whether each text is of one of some types, none of which need be the column's own. */
function readsAs({ options }        , names                   )             {
  const all = names.map(logicalTypeOf);
  const tests = all.map(({ reader: readerOf }) => {
    const reader = readerOf({});
    return reader && 'read' in reader ? reader.read : () => (reader ? Number.NaN : 0)
  });
  const nouns = all.map(({ noun }) => noun).join(' or ');
  return {
    reads: 'text',
    judge: text => (tests.every(read => Number.isNaN(read(text))) ? 'fail' : 'pass'),
    failing: `is not ${nouns}`,
    written: all.map(type => type.written(options)).join(' or '),
    holding: `is ${nouns}`,
  }
}

const words = (type             , { options }        ) => ({
  failing: `is not ${type.noun}`,
  written: type.written(options),
  holding: `is ${type.noun}`,
});

/** The file has no column that the contract does not name: a warning, as nobody has said what it holds. */
const unexpectedColumns = defineCheck({
  id: 'unexpected-columns',
  title: 'Every column of the file is in the contract',
  rules: (table)         => [
    {
      id: 'unexpected-columns',
      title: 'Every column of the file is in the contract',
      table,
      line: table.lineOf('properties'),
    },
  ],
  measures: () => ({}),
  finish({ id, title, table, line }) {
    const { unexpected, file, contract, header, columns } = table;
    const base = {
      id,
      title,
      measured: { value: unexpected.length, unit: 'columns', n: header.length },
      required: { comparator: '='         , value: 0, unit: 'columns' },
      locations: [...(unexpected.length > 0 ? [{ file, line: 1 }] : []), { file: contract, line, note: 'the rule' }],
    };
    if (unexpected.length === 0) {
      return { ...base, status: 'pass', reason: `The contract names ${each(header.length, 'column')} of the file` }
    }
    // Where no column is known the first line may be a row of data, whose values must not be shown.
    const named = columns.length > 0 ? `: ${listed(unexpected)}` : '';
    return {
      ...base,
      status: 'warn',
      reason: `The contract lacks ${grouped(unexpected.length)} of ${count(header.length, 'column')} of the file${named}`,
      hint: `Add them at ${contract}:${line}, with a type and a classification, or drop them from the file`,
    }
  },
});

const expectation$4 = ofColumn$1('expect_column_values_to_be_unique', strictObject({}));

/** No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check. */
const unique = defineCheck({
  id: 'unique',
  title: 'No value of a unique column occurs twice',
  expectations: [expectation$4],
  rules(table) {
    const [key, ...others] = primaryKeyOf(table);
    return [
      ...table.columns
        .filter(column => column.property.unique && (column !== key || others.length > 0))
        .map(column => ({ id: `${column.name}.unique`, table, column, line: column.lineOf('unique') })),
      ...expectedOf(table, expectation$4),
    ].map((rule)                                                                          => ({
      ...rule,
      title: `No value of ${shown(rule.column.name)} occurs twice`,
      columns: [rule.column],
    }))
  },
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) =>
    finishRepeated(rule, keys, rows, { subject: shown(rule.column.name), emptyFails: false }),
});

var checks = /*#__PURE__*/Object.freeze({
  __proto__: null,
  ascii: ascii,
  casing: casing,
  classShares: classShares,
  columnCount: columnCount,
  columnEntropy: columnEntropy,
  columnIqr: columnIqr,
  columnKurtosis: columnKurtosis,
  columnMax: columnMax,
  columnMean: columnMean,
  columnMedian: columnMedian,
  columnMin: columnMin,
  columnOrder: columnOrder,
  columnRange: columnRange,
  columnSet: columnSet,
  columnSkewness: columnSkewness,
  columnStdev: columnStdev,
  columnSum: columnSum,
  columnVariance: columnVariance,
  columnZeros: columnZeros,
  columns: columns,
  compoundUnique: compoundUnique,
  condition: condition,
  correlation: correlation,
  cramersPhi: cramersPhi,
  dateutil: dateutil,
  decreasing: decreasing,
  distinctContainSet: distinctContainSet,
  distinctEqualSet: distinctEqualSet,
  distinctInRow: distinctInRow,
  distinctInSet: distinctInSet,
  distinctShare: distinctShare,
  distinctValues: distinctValues,
  distribution: distribution,
  duplicateRows: duplicateRows,
  duplicateValues: duplicateValues,
  empty: empty,
  enumeration: enumeration,
  finite: finite,
  format: format,
  gaps: gaps,
  groupRates: groupRates,
  increasing: increasing,
  invalidValues: invalidValues,
  isMultiple: isMultiple,
  json: json,
  jsonSchema: jsonSchema,
  length: length,
  like: like,
  likeList: likeList,
  maxAge: maxAge,
  meanLength: meanLength,
  missingValues: missingValues,
  mostCommonInSet: mostCommonInSet,
  movingOutliers: movingOutliers,
  multipleOf: multipleOf,
  mutualInformation: mutualInformation,
  namedFormat: namedFormat,
  notEvaluated: notEvaluated,
  notInSet: notInSet,
  notLike: notLike,
  notLikeList: notLikeList,
  notPattern: notPattern,
  notPatternList: notPatternList,
  nullValues: nullValues,
  outliers: outliers,
  overlaps: overlaps,
  pairEqual: pairEqual,
  pairGreater: pairGreater,
  pairInSet: pairInSet,
  partition: partition,
  pattern: pattern,
  patternList: patternList,
  predictivePower: predictivePower,
  primaryKey: primaryKey,
  quantiles: quantiles,
  range: range,
  required: required,
  rowCount: rowCount,
  rowCountBetween: rowCountBetween,
  rowSum: rowSum,
  rows: rows,
  sequential: sequential,
  serviceFrequency: serviceFrequency,
  serviceLevel: serviceLevel,
  sql: sql,
  strftime: strftime,
  sumRatio: sumRatio,
  trimmed: trimmed,
  truncated: truncated,
  type: type,
  unexpectedColumns: unexpectedColumns,
  unique: unique
});

/** A rule that holds one table against another. `table` is the one it is a rule of, whose rows are at fault. */
                                         
                            
 

/** A kind of check over two tables, each measured in its own pass. */
                                                                                                    
                     
                        
                                                
                                                      
                                                                    
                      
                             
                                                                           
 

/** A kind of cross-check as the engine sees it. */
                             
                     
                        
                                               
                                                                          
 

/** One rule over two tables. */
                                    
                          
                                                
                                                       
                                                        
                                                                               
 

                                          

/** A kind of check over two tables. */
const defineCrossCheck =                                                              (
  definition                               ,
)             => ({
  id: definition.id,
  title: definition.title,
  expectations: definition.expectations ?? [],
  plan: (table, all) =>
    definition.rules(table, all).map(rule => {
      const own = plan(definition.measures(rule), found => found);
      const other = plan(definition.measuresOfOther(rule), found => found);
      return {
        rule,
        measures: own.measures,
        measuresOfOther: other.measures,
        finish: (stateOf, stateOfOther, rows) =>
          definition.finish(rule, own.finish(stateOf, rows), other.finish(stateOfOther, rows), rows),
      }
    }),
});

const expectation$3 = ofTable(
  'expect_table_row_count_to_equal_other_table',
  strictObject({ other_table: string$1(), factor: number$1().positive().default(1) }),
);

/** A table has as many rows as another, or so many times as many. */
const otherRowCount = defineCrossCheck({
  id: 'other-row-count',
  title: 'A table has as many rows as another',
  expectations: [expectation$3],
  rules: (table, all) =>
    expected(table, expectation$3).flatMap(rule =>
      filesOf(all, rule.options.other_table).map(other => {
        const times = rule.options.factor === 1 ? '' : `${rule.options.factor} times `;
        return { ...rule, other, title: `The number of rows is ${times}that of ${shown(other.file)}` }
      }),
    ),
  measures: () => ({ counted: rowCount$1 }),
  measuresOfOther: () => ({ counted: rowCount$1 }),
  finish(rule, { counted }, other) {
    const wanted = other.counted.rows * rule.options.factor;
    const asked = { ...rule, options: { min_value: wanted, max_value: wanted } };
    if (other.counted.rows === 0) return finishBetween(asked, 'The number of rows', `${rule.other.file} has no rows`)
    return finishBetween(asked, 'The number of rows', {
      value: counted.rows,
      n: counted.rows,
      unit: 'rows',
      words: grouped(counted.rows),
    })
  },
});

/** Keys of one log by whether another has them too. */
                               
                        
                        
                                    
 

/** The rows of a log whose keys another log has, or has not. */
function compareKeys(log        , other        , wanted                      , read             )               {
  let count = 0;
  let places           = [];
  eachKey(log, other, read, (place, isShared) => {
    if (isShared !== (wanted === 'shared')) return
    count += 1;
    places.push(place);
    if (places.length > 64) places = first(places);
  });
  return { count, places: first(places) }
}

const first = (places                   )           => places.toSorted((a, b) => a - b).slice(0, MAX_PLACES);

/** Every key that a relationship of the contract refers to is there: referential integrity. Rows with an empty cell in the key refer to nothing. */
const references = defineCrossCheck({
  id: 'references',
  title: 'Every key that a relationship refers to is there',
  rules: (table, all) =>
    relationshipsOf(table).flatMap(placed => {
      const resolved = resolve(placed, table, all);
      if (typeof resolved === 'string') return []
      const { columns, words, line, column } = resolved;
      const names = listed(columns.map(({ name }) => name));
      return resolved.parents.map(parent => ({
        id: `${column?.name ?? columns.map(({ name }) => name).join('-')}.references`,
        title: `Every ${names} is among ${words}`,
        table,
        line,
        ...(column ? { column } : {}),
        columns,
        other: parent.table,
        keys: parent.columns,
      }))
    }),
  measures: ({ columns }) => ({ own: repeatedKeys(columns) }),
  measuresOfOther: ({ keys }) => ({ parent: repeatedKeys(keys) }),
  finish(rule, { own }, { parent }, rows) {
    const missing = compareKeys(own.keys, parent.keys, 'missing', rows.read);
    return finishRows(
      rule,
      { rows: own.rows, n: keysIn(own.keys), failed: { ...missing, values: new Map() } },
      {
        subject: listed(rule.columns.map(({ name }) => name)),
        noun: 'row',
        failing: `is not in ${rule.other.file}`,
        holding: `is in ${rule.other.file}`,
      },
      rows,
    )
  },
});

const expectation$2 = ofTable(
  'expect_rows_to_not_occur_in',
  strictObject({ other_table: string$1(), column_list: array$1(string$1()).min(1).optional() }),
  ({ column_list = [] }) => column_list,
);

/** No row of a table, by some columns or by all that both have, occurs in another: a test set that the training set has seen, by id or by content. */
const rowOverlap = defineCrossCheck({
  id: 'row-overlap',
  title: 'No row, by its id or by its content, occurs in another table',
  expectations: [expectation$2],
  rules: (table, all) =>
    expected(table, expectation$2).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const common = table.columns.map(({ property }) => property.name).filter(name => columnsNamed(other, [name]));
        const names = rule.options.column_list ?? common;
        const [own, theirs] = [columnsNamed(table, names), columnsNamed(other, names)];
        if (!own || !theirs || names.length === 0) return []
        const by = rule.options.column_list ? `, by ${listed(names)}` : `, by its ${names.length} columns`;
        return [{ ...rule, other, own, theirs, title: `No row occurs in ${shown(other.file)}${by}` }]
      }),
    ),
  measures: ({ own }) => ({ keys: repeatedKeys(own, { emptyIsValue: own.length > 1 }) }),
  measuresOfOther: ({ theirs }) => ({ keys: repeatedKeys(theirs, { emptyIsValue: theirs.length > 1 }) }),
  finish(rule, { keys }, other, rows) {
    const shared = compareKeys(keys.keys, other.keys.keys, 'shared', rows.read);
    return finishRows(
      rule,
      { rows: keys.rows, n: keysIn(keys.keys), failed: { ...shared, values: new Map() } },
      {
        subject: 'The row',
        noun: 'row',
        failing: `occurs in ${rule.other.file}`,
        holding: `does not occur in ${rule.other.file}`,
      },
      rows,
    )
  },
});

const expectation$1 = ofTable('expect_table_to_equal_other_table', strictObject({ other_table: string$1() }));

/** A table has the rows of another, in any order, no more and no fewer; cells compare as texts. */
const sameRows = defineCrossCheck({
  id: 'same-rows',
  title: 'A table has the rows of another, in any order',
  expectations: [expectation$1],
  rules: (table, all) =>
    expected(table, expectation$1).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const names = table.columns.map(({ property }) => property.name);
        const theirs = columnsNamed(other, names);
        return theirs ? [{ ...rule, other, theirs, title: `The rows are those of ${shown(other.file)}` }] : []
      }),
    ),
  measures: ({ table }) => ({ keys: repeatedKeys(table.columns, { emptyIsValue: true }) }),
  measuresOfOther: ({ theirs }) => ({ keys: repeatedKeys(theirs, { emptyIsValue: true }) }),
  finish(rule, { keys }, { keys: theirs }, rows) {
    const added = compareKeys(keys.keys, theirs.keys, 'missing', rows.read);
    const lacking = compareKeys(theirs.keys, keys.keys, 'missing', rows.read);
    const unequal = Math.abs(keys.rows - theirs.rows);
    const count = Math.max(added.count + lacking.count, unequal);
    const failing =
      lacking.count > 0 || unequal > 0
        ? `differ (${grouped(added.count)} are not in ${rule.other.file}, ${grouped(lacking.count)} of its are lacking, ${grouped(keys.rows)} against ${grouped(theirs.rows)} in all)`
        : `differ: they are not in ${rule.other.file}`;
    const failed = { count, places: added.places, values: new Map                () };
    return finishRows(
      rule,
      { rows: keys.rows, n: Math.max(keys.rows, theirs.rows), failed },
      { subject: 'The rows', noun: 'row', failing, holding: `are those of ${rule.other.file}` },
      rows,
    )
  },
});

const expectation = ofColumn$1(
  'expect_column_values_to_follow_those_of',
  strictObject({ other_table: string$1(), other_column: string$1().optional() }),
);

/** Every time of a column is later than all times of a column of another table: a test set that begins before the training set ends has seen the future. */
const timeOrder = defineCrossCheck({
  id: 'time-order',
  title: 'All times of a table are later than those of another',
  expectations: [expectation],
  rules: (table, all) =>
    expectedOf(table, expectation).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const [theirs] = columnsNamed(other, [rule.options.other_column ?? rule.column.property.name]) ?? [];
        if (!theirs) return []
        const title = `Every ${shown(rule.column.name)} is later than all ${shown(theirs.name)} of ${shown(other.file)}`;
        return [{ ...rule, other, theirs, title }]
      }),
    ),
  measures: ({ column }) => ({ times: extent(column) }),
  measuresOfOther: ({ theirs }) => ({ times: extent(theirs) }),
  finish(rule, { times }, { times: before }) {
    const base = { id: rule.id, title: rule.title, locations: locations(rule) };
    if (times.n === 0 || before.n === 0) {
      const reason = `${times.n === 0 ? rule.table.file : rule.other.file} has no times to compare`;
      return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []) }
    }
    const [first, last] = [new Date(times.low).toISOString(), new Date(before.high).toISOString()];
    const reason = `${rule.table.file} begins at ${first} and ${rule.other.file} ends at ${last}`;
    if (times.low > before.high) return { ...base, status: 'pass', reason }
    const hint = 'Split the data by time, or say why the past may know the future';
    return { ...base, status: broken(rule), reason, hint }
  },
});

var crossChecks = /*#__PURE__*/Object.freeze({
  __proto__: null,
  otherRowCount: otherRowCount,
  references: references,
  rowOverlap: rowOverlap,
  sameRows: sameRows,
  timeOrder: timeOrder
});

export { mergeFailures as A, shown as B, luhn as C, percent as D, strptimeFormat as E, Implementation as I, MATCH_JSON_SCHEMA as M, QualityRule as Q, Relationship as R, ServiceLevel as S, logicalTypeOf as a, categories as b, crossChecks as c, extent as d, emptyCells as e, sampled as f, locations as g, checks as h, readBound as i, isPattern as j, argumentsOf as k, loadLibrary as l, isFault as m, columnsOf as n, partsOf as o, parseCondition as p, distinctIn as q, rowSample as r, sum as s, halfLotOf as t, lotOf as u, MAX_PLACES as v, MAX_CATEGORIES as w, noFailures as x, distinctCount as y, noKeys as z };
