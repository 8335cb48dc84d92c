import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';
import { u as union, n as number, a as string } from './schemas2.js';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const BOUND = new RegExp(`^(>=|>|<=|<|=|!=)\\s*(${NUMBER})$`, 'i');

/** What settings put in place of a threshold in the results: a number, or a comparator and a number. */
const ResultThreshold = union([number(), string().regex(BOUND)], {
  error: 'Expected a number, or a comparator and a number such as ">= 0.95"',
});
                                                             
                                                                        

/** By its id, by its column, by its method: the first that the settings name. */
const keysOf = ({ id, column, method }            ) => [id, column, method].filter(key => key !== undefined);

/** The bounds of an item as the settings have them. */
function boundsOf(item            , thresholds                  )                                             {
  const key = keysOf(item).find(each => Object.hasOwn(thresholds, each));
  const given = key === undefined ? undefined : thresholds[key];
  if (key === undefined || given === undefined) return { bounds: item.bounds }
  const breach = item.bounds[0]?.breach ?? 'fail';
  const [, comparator = '=', number = ''] = typeof given === 'string' ? (BOUND.exec(given) ?? []) : [];
  if (typeof given === 'string')
    return { bounds: [{ comparator: comparatorOf(comparator), value: Number(number), breach }], key }
  const [only, ...others] = item.bounds;
  if (!only || others.length > 0)
    throw new UserError(
      'settings.threshold',
      `Expected a comparator before the threshold of '${key}' but found ${given}`,
      {
        hint: `Write it as a text such as ">= ${given}"`,
      },
    )
  return { bounds: [{ ...only, value: given }], key }
}

const COMPARATORS = ['>=', '>', '<=', '<', '=', '!='];         
const comparatorOf = (text        ) => COMPARATORS.find(each => each === text) ?? '=';

/** Refuses a threshold that nothing in the results answers to: it was meant for something. */
function requireKnownThresholds(
  setting        ,
  thresholds                  ,
  items                       ,
)       {
  const known = new Set(items.flatMap(keysOf));
  for (const key of Object.keys(thresholds)) {
    if (known.has(key)) continue
    const meant = closestMatch(key, [...known], { maxDistance: 4 });
    throw new UserError(
      'settings.threshold',
      `Expected '${setting}.${key}' to name a check, column or method of the results but none of them has it`,
      {
        hint:
          meant === undefined
            ? `Known checks: ${items
                .slice(0, 5)
                .map(({ id }) => id)
                .join(', ')}`
            : `Did you mean ${meant}?`,
      },
    )
  }
}

export { ResultThreshold as R, boundsOf as b, requireKnownThresholds as r };
