import { U as UserError } from './user-error.js';
import { m as mlflowClient, n as connectionFrom, w as findVersion, q as getRun, o as openArtifacts } from './find-model.js';
import { m as mayAsk } from './experiments.js';
import { i as isModelAddress, m as modelAddress } from './model-address.js';
import { _ as _enum, o as object, e as array, a as string, b as boolean } from './schemas2.js';

/** What a permission is on. */
                      
                                                        
                                                              

/** What a user may do: a permission of MLflow's, `default` where the server has no word of it and does as it is configured, `unknown` where it tells no one. */
                                                                                                      

const Level = _enum(['READ', 'USE', 'EDIT', 'MANAGE', 'NO_PERMISSIONS']);
const Granted = object({ permission: Level }).optional();

const Listed = object({
    user: object({
      is_admin: boolean().default(false),
      experiment_permissions: array(object({ experiment_id: string(), permission: Level })).default([]),
      registered_model_permissions: array(object({ name: string(), permission: Level })).default([]),
    }),
  })
  .optional();

/** What a user may do with a resource, as the user itself may ask: newer servers answer for one resource, older ones list all. */
async function permissionOf(client        , username        , resource          )                      {
  const none = { means: undefined };
  const doing = `ask what ${username} may do`;
  const granted = await client.ask({
    method: 'GET',
    api: '3.0',
    path: 'mlflow/users/permissions/get',
    query: { username, resource_type: resource.type, resource_id: resource.id },
    answer: Granted,
    refusal: () => none,
    doing,
  });
  if (granted !== undefined) return granted.permission
  const listed = await client.ask({
    method: 'GET',
    path: 'mlflow/users/get',
    query: { username },
    answer: Listed,
    refusal: () => none,
    doing,
  });
  if (listed === undefined) return 'unknown'
  const { user } = listed;
  if (user.is_admin) return 'MANAGE'
  const own =
    resource.type === 'experiment'
      ? user.experiment_permissions.find(each => each.experiment_id === resource.id)
      : user.registered_model_permissions.find(each => each.name === resource.id);
  return own?.permission ?? 'default'
}

/** What of the settings says which model and which run are asked about. */
                         
                                                   
                                                               
                                   
 

/** Asks a tracking server for its version, with the credentials, and what they may do with the model and the run that the settings name. */
function mlflowProbe({ connection = {}, files }        , environment             )        {
  return {
    name: `MLflow ${environment.MLFLOW_TRACKING_URI ? shown(environment.MLFLOW_TRACKING_URI) : '(no address)'}`,

    async ask() {
      const findings            = [];
      const asked = async (what        , ask                                             ) => {
        const found = await ask().catch((error         )          => failed(what, error));
        findings.push(...[found].flat());
        return findings.every(({ status }) => status !== 'fail')
      };
      let client;                    
      await asked('address', async () => {
        client = mlflowClient(await connectionFrom(environment));
        return addressFinding(await client.version(), client.server, environment)
      });
      const server = client;
      if (!server || findings.some(({ status }) => status === 'fail')) return findings
      if (!(await asked('credentials', () => credentialsFinding(server, environment)))) return findings
      const { MLFLOW_TRACKING_USERNAME: username } = environment;
      const addresses = [connection.model, ...files].filter(each => each !== undefined).filter(isModelAddress);
      for (const address of addresses)
        await asked('model', () => modelFindings(server, modelAddress(address), username));
      const run = connection.run ?? environment.MLFLOW_RUN_ID;
      if (run) await asked('run', () => runFindings(server, run, username, environment));
      return findings
    },
  }
}

function addressFinding(version                    , server        , environment             )            {
  const plain = /^http:\/\/(?!localhost|127\.|\[::1\])/.test(server);
  const secret = environment.MLFLOW_TRACKING_PASSWORD || environment.MLFLOW_TRACKING_TOKEN;
  const old = version !== undefined && Number.parseInt(version, 10) < 2;
  return [
    version === undefined
      ? {
          asked: 'version',
          status: 'warn',
          found: 'It does not say its version',
          remedy: 'Check that it is MLflow: look-alikes may lack aliases',
        }
      : {
          asked: 'version',
          status: old ? 'warn' : 'ok',
          found: `MLflow ${version}`,
          ...(old ? { remedy: 'Update it: Proofmark is tested with 2.22 and 3.x' } : {}),
        },
    ...(plain && secret
      ? [
          {
            asked: 'encryption',
            status: 'warn',
            found: 'The credentials go to it unencrypted',
            remedy: 'Put it behind https',
          }         ,
        ]
      : []),
  ]
}

async function credentialsFinding(client        , environment             )                   {
  await mayAsk(client);
  const { MLFLOW_TRACKING_USERNAME: username, MLFLOW_TRACKING_TOKEN: token } = environment;
  const who = username ? `as ${username}` : token ? 'by token' : 'without credentials';
  return { asked: 'credentials', status: 'ok', found: `It answers ${who}` }
}

async function modelFindings(client        , address              , username                    )                     {
  if (address.of !== 'version' && address.of !== 'alias') return []
  const { name, version } = await findVersion(client, address);
  const found          = { asked: 'model', status: 'ok', found: `${name} has version ${version}` };
  return [found, ...(await permissionFinding(client, username, { type: 'registered_model', id: name }))]
}

async function runFindings(
  client        ,
  id        ,
  username                    ,
  environment             ,
)                     {
  const run = await getRun(client, id);
  const of = `the run ${run.id}`;
  const folder = await openArtifacts(client, run.artifacts, { environment, of, experiment: run.experiment });
  await folder.list('');
  const found          = { asked: 'run', status: 'ok', found: `The run ${run.id} and its files can be read` };
  return [found, ...(await permissionFinding(client, username, { type: 'experiment', id: run.experiment }))]
}

/** Whether the user may record there. Nothing is found where no user is named: then it is not the server itself that decides. */
async function permissionFinding(client        , username                    , resource          )                     {
  if (!username) return []
  const permission = await permissionOf(client, username, resource);
  const what = `the ${resource.type.replace('_', ' ')} ${resource.id}`;
  const remedy = `Give ${username} EDIT on ${what}`;
  const asked = 'may write';
  if (MAY_WRITE.has(permission)) return [{ asked, status: 'ok', found: `${username} has ${permission} on ${what}` }]
  if (permission === 'default')
    return [{ asked, status: 'warn', found: `${username} has no permission of its own on ${what}`, remedy }]
  if (permission === 'unknown')
    return [{ asked, status: 'warn', found: `It does not say what ${username} may do with ${what}`, remedy }]
  return [{ asked, status: 'fail', found: `${username} has ${permission} on ${what}`, remedy }]
}

const MAY_WRITE                          = new Set            (['EDIT', 'MANAGE']);

function failed(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

/** An address without what it may hold of a name and password. */
const shown = (address        ) => address.replace(/\/\/[^/@]*@/, '//');

export { mlflowProbe };
