import { r as readSettings } from './read-settings.js';
import { o as openPolicy, p as policyFilesHere } from './open-policy.js';

/** The policy as it is in force here, outside of any pull request, and where it is kept; the usual one where there are no settings. */
async function policyInForce(
  config                    ,
  ports       ,
)                                                                    {
  const file = config === undefined ? undefined : { name: config, text: await ports.files.readText(config) };
  const { policy } = readSettings({
    command: 'gate',
    ...(file ? { file } : {}),
    inputs: new Map(),
    nameInput: ({ name }) => name,
    rebase: path => path,
  });
  const opened = await openPolicy(policy, policyFilesHere(ports), ports);
  return opened ? { policy: opened.policy, policyName: opened.uri } : { policy, policyName: config ?? 'no settings' }
}

export { policyInForce as p };
