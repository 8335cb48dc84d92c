import { r as readYaml } from './read-yaml.js';
import { v as validate } from './validate.js';
import { U as UserError } from './user-error.js';
import { P as Policy } from './policy.js';

/** Largest policy that is read, in bytes. */
const MAX_POLICY_BYTES = 1024 * 1024;

/** A policy that is a document of its own. It must name the gates it requires, or rules: nothing is required by leaving it out. */
function readPolicy(name        , text        )         {
  if (text.length > MAX_POLICY_BYTES)
    throw new UserError(
      'policy.too-large',
      `Expected ${name} to have at most ${MAX_POLICY_BYTES} bytes but found more`,
      {
        file: name,
      },
    )
  const document = readYaml(name, text);
  const value = document.value ?? {};
  const policy = validate(Policy, { ...document, value }, 'policy.invalid');
  if (policy.from !== undefined)
    throw new UserError(
      'policy.from-again',
      `Expected ${name} to be the policy but it only names another ('from', ${document.place(['from']).text})`,
      { file: name, hint: "Name that one in the settings' policy.from" },
    )
  if (!names(value))
    throw new UserError(
      'policy.names-nothing',
      `Expected ${name} to say what must hold but found neither 'require' nor 'rules'`,
      {
        file: name,
        hint: 'Write at least: require: [data-validate, model-certify, security-scan, drift-compare]',
      },
    )
  return policy
}

const names = (value         )          =>
  typeof value === 'object' && value !== null && ('require' in value || 'rules' in value);

/** A policy, and where it was read, as a certificate states it. */
                               
                         
                      
                                                    
                                      
 

/** Where a file of the policy's is read: here, or in a pull request as it stands on the base branch. */
                                                     

/** Reads the policy from where `policy.from` says that it is kept; undefined where the settings themselves have it. */
async function openPolicy(
  { from }                      ,
  files             ,
  { forge }                      ,
)                                    {
  if (from === undefined) return undefined
  const { file, repository, path, ref } = from;
  if (file !== undefined) {
    const text = await files.readText(file);
    if (text === undefined)
      throw new UserError(
        'policy.missing',
        `Expected the policy in ${file} on the base branch but found no such file`,
        {
          file,
          hint: 'Merge the file first: in a pull request the policy of the base branch counts',
        },
      )
    return { policy: readPolicy(file, text), uri: file }
  }
  if (repository === undefined || path === undefined || ref === undefined)
    throw new Error('The schema wants a file, or repository, path and ref')
  if (!forge)
    throw new UserError(
      'policy.no-github',
      `Expected a way to GitHub to read the policy from ${repository} (${path} at ${ref}) but found none`,
      { hint: 'Give a copy of it: --policy FILE', kind: 'environment' },
    )
  const found = await forge.readFile(repository, ref, path);
  return {
    policy: readPolicy(`${repository}/${path}`, found.text),
    uri: `git+${found.address}@${found.commit}#${path}`,
    commit: found.commit,
  }
}

/** The files of the settings' folder as they lie here. */
const policyFilesHere = ({ files }                      )              => ({
  readText: path => files.readText(path, { maxBytes: MAX_POLICY_BYTES }),
});

export { openPolicy as o, policyFilesHere as p };
