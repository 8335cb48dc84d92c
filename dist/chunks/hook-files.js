import { l as lakefsClient, c as connectionFrom } from './connection.js';
import { h as hookFileFault } from './hook-file.js';

/** The files of hooks of the lakeFS that the environment names. */
function hookFiles(environment             )            {
  const client = lakefsClient(connectionFrom(environment));
  return { fault: (hook, ref, sha256) => hookFileFault(client, hook, ref, sha256) }
}

export { hookFiles };
