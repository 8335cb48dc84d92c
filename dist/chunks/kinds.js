import { h as hasCategories } from './categories.js';
import { _ as _enum } from './schemas2.js';

const WORDS = new Map([
  ['true', 'true'],
  ['True', 'true'],
  ['TRUE', 'true'],
  ['false', 'false'],
  ['False', 'false'],
  ['FALSE', 'false'],
]);

/** `true` or `false` for the ways programs write them; undefined for anything else. */
const truthValue = (text        )                     => WORDS.get(text);

/**
 * What a column can be compared as; the reference decides, for the model was built on it.
 * `numeric`: all its cells are numbers. `boolean`: true and false, as words. `datetime`: dates or time stamps, ISO 8601.
 * `categorical`: texts that repeat. `text`: ids or free text, too many different values to be categories. `mixed`: the same with
 * numbers among them. `empty`: no value. Two are no columns of the table, but compared as if they were: an `embedding`, which is several
 * of them as one vector, and its `rows`, which are all of them together.
 */
const ColumnKind = _enum([
  'numeric',
  'categorical',
  'boolean',
  'datetime',
  'text',
  'mixed',
  'empty',
  'embedding',
  'rows',
]);
                                                   

function kindOf(reference             )             {
  if (reference.rows === reference.missing) return 'empty'
  if (reference.text.count === 0) return 'numeric'
  if (reference.text.count === reference.dates && reference.numbers.length === 0) return 'datetime'
  if (isBoolean(reference)) return 'boolean'
  if (hasCategories(reference)) return 'categorical'
  return reference.numbers.length > 0 ? 'mixed' : 'text'
}

const isBoolean = ({ categories, numbers, uncounted }             )          =>
  numbers.length === 0 && uncounted === 0 && [...categories.keys()].every(name => truthValue(name) !== undefined);

/** What a series is of: it decides how rows are gathered into buckets, and which rules look at them unless told otherwise. */
const SeriesKind = _enum(['volume', 'error-rate', 'default-rate', 'latency', 'gauge']);
                                                   

/** Whether it is a share of events. */
const isRate = (kind            )          => kind === 'error-rate' || kind === 'default-rate';

export { ColumnKind as C, SeriesKind as S, isRate as i, kindOf as k, truthValue as t };
