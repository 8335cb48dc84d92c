/** What `work` makes of each item, in their order; as many as `ahead` are under way at once. */
async function* inOrder              (
  items                 ,
  ahead        ,
  work                                 ,
)                         {
  const open                    = [];
  let next = 0;
  while (next < items.length || open.length > 0) {
    for (const item of items.slice(next, next + ahead - open.length)) {
      next++;
      const result = work(item);
      // Whoever takes it hears of it; until then it is no unheard failure.
      result.catch(() => {});
      open.push(result);
    }
    const first = open.shift();
    if (first) yield await first;
  }
}

export { inOrder as i };
