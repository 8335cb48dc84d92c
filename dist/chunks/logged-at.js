/**
 * When the log took an entry in: the time it names, and never before an entry that was there already. Somebody who can only write to the
 * branch can name any time; the next who signs has put it after everything that was signed before.
 */
function loggedAt(leaves                             , index        )       {
  let latest = 0;
  for (const { at } of leaves.slice(0, index + 1)) latest = Math.max(latest, Date.parse(at));
  return new Date(latest)
}

export { loggedAt as l };
