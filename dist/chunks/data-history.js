import { l as lakefsClient, c as connectionFrom } from './connection.js';

/** The history of the lakeFS that the environment names. */
function dataHistory(environment             , second         )              {
  const client = lakefsClient(connectionFrom(environment), second);
  return {
    changes: async (repository, before, now) =>
      (await client.diff(repository, before, now)).map(({ path, type }) => ({ path, kind: KIND[type] })),
  }
}

/** The last two come of three-sided comparisons and of folders; neither is asked for. */
const KIND                                                           = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  conflict: 'changed',
  prefix_changed: 'changed',
};

export { dataHistory };
