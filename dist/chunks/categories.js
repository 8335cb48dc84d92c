/** A text column with this many different values or fewer is always categorical. */
const FEW_CATEGORIES = 20;

/** A column with more different values than this is never categorical. */
const MAX_CATEGORIES = 1000;

/** Between the two bounds, the reference must hold this many rows per category on average. */
const ROWS_PER_CATEGORY = 10;

/** Whether the reference's values repeat often enough to be categories rather than ids or free text. */
function hasCategories(reference             )          {
  const distinct = countDistinct(reference);
  if (distinct <= FEW_CATEGORIES) return true
  return distinct <= MAX_CATEGORIES && distinct * ROWS_PER_CATEGORY <= reference.rows - reference.missing
}

                             
                                         
                                                                          
                            
 

/**
 * Every value a categorical column holds with its rows, numbers among text being one category per value, however written.
 * Of numbers that are not `known` from the other side, only so many are told apart.
 */
function categoriesOf(cells             , known                               = new Map())             {
  const categories = new Map([...cells.categories].map(([name, { ...own }]) => [name, own]));
  let uncounted = cells.uncounted + (cells.drawn?.uncounted ?? 0);
  for (const [value, count] of valueCounts(cells)) {
    const name = String(value);
    if (known.has(name) || categories.size < 2 * MAX_CATEGORIES) categories.set(name, { count });
    else uncounted += count;
  }
  return { categories, uncounted }
}

/** How many different values a column holds, counted no further than matters here. */
function countDistinct(cells             )         {
  if (cells.uncounted + (cells.drawn?.uncounted ?? 0) > 0) return Number.POSITIVE_INFINITY
  let distinct = cells.categories.size;
  for (const _ of valueCounts(cells)) if (++distinct > MAX_CATEGORIES) break
  return distinct
}

/** Rows of each number, ascending. */
function* valueCounts({ numbers, drawn }             )                                                     {
  if (drawn) {
    yield* drawn.counts;
    return
  }
  for (let start = 0; start < numbers.length; ) {
    let end = start + 1;
    while (end < numbers.length && numbers[end] === numbers[start]) end++;
    yield [numbers[start] ?? 0, end - start];
    start = end;
  }
}

export { MAX_CATEGORIES as M, ROWS_PER_CATEGORY as R, categoriesOf as c, hasCategories as h };
