import { l as lakefsClient, c as connectionFrom } from './connection.js';

/** Commits, and listings, that are remembered: what a commit holds never changes. */
const MOST_REMEMBERED = 200;

/** lakeFS as who answers its hooks reads it; what stands at a commit is asked once. */
function versionedData(environment             )                {
  const client = lakefsClient(connectionFrom(environment));
  const trees = new Map                         ();
  const listings = new Map                                             ();
  return {
    tree: (repository, commit) =>
      once(trees, `${repository}/${commit}`, async () => (await client.commit(repository, commit)).meta_range_id),
    objects: (repository, commit, prefix) =>
      once(listings, `${repository}/${commit}/${prefix}`, async () =>
        (await client.list(repository, commit, prefix)).map(identified),
      ),
  }
}

const identified = ({ path, physical_address, checksum, size_bytes }              )                  => ({
  path,
  identity: JSON.stringify([physical_address, checksum, size_bytes]),
});

function once       (known                             , key        , make                      )                 {
  const there = known.get(key);
  if (there) return there
  if (known.size >= MOST_REMEMBERED) known.clear();
  const value = make();
  known.set(key, value);
  value.catch(() => known.delete(key));
  return value
}

export { versionedData };
