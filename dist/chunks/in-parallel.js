/** Asks for each item, so many at once; answers stand in the items' order. */
async function inParallel              (
  items                 ,
  most        ,
  ask                                 ,
  progress                        ,
)                    {
  const answers = new Array        (items.length);
  let next = 0;
  let done = 0;
  const one = async () => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i];
      if (item !== undefined) answers[i] = await ask(item);
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, one));
  return answers
}

export { inParallel as i };
