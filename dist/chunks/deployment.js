import { r as readPointer, M as MAX_POINTER_BYTES } from './pointer.js';
import { U as UserError } from './user-error.js';
import { s as sendOnce } from './send-once.js';
import { r as requireGithub, a as requireCommit } from './require-github.js';

/** By which our deployments are told from others of the environment. */
const TASK = 'proofmark:promote';
/** States in which a deployment counts for nothing. */
const WITHDRAWN = new Set(['inactive', 'error', 'failure']);
/** A deployment that has no status for so long was left behind by a run that broke off. */
const STALE_MS = 15 * 60_000;
const READ = { doing: 'read the deployments', permission: 'deployments: read' };         
const WRITE = { doing: 'record the deployment', permission: 'deployments: write' };         

                      
                     
                           
                            
                                            
                        
 

/**
 * A GitHub deployment to an environment, whose payload is the pointer. GitHub compares and swaps nothing here, but numbers
 * deployments in their order: of those made after the one that stood, the first has won, and every other withdraws before it calls
 * itself successful.
 */
function deployment(name        , environment        , world             )                  {
  const github = requireGithub(name, world);
  const { owner, repo, second } = github;
  if (environment.length > 255 || /[\x00-\x1f]/.test(environment))
    throw new UserError('promotion.environment', `Expected the name of an environment but found '${environment}'`)

  /** Ours, newest first. */
  async function ours(octokit         )                        {
    const { data } = await octokit.rest.repos.listDeployments({ owner, repo, environment, task: TASK, per_page: 50 });
    const found               = [];
    for (const { id, payload, created_at: createdAt } of data.toSorted((a, b) => b.id - a.id)) {
      const { data: statuses } = await octokit.rest.repos.listDeploymentStatuses({
        owner,
        repo,
        deployment_id: id,
        per_page: 100,
      });
      const state = statuses.toSorted((a, b) => b.id - a.id)[0]?.state ?? 'pending';
      found.push({ id, payload, createdAt, state });
      if (state === 'success') break
    }
    return found
  }

  return {
    name,
    limits: `A deployment is bound to a commit and names a model id; it keeps no bytes of the model: what ${environment} serves must be verified there`,

    current: () =>
      github.attempt(READ, async octokit => {
        const found = await ours(octokit);
        const standing = found.find(({ state }) => state === 'success');
        return {
          pointer: standing === undefined ? undefined : payloadOf(standing),
          mark: String(found[0]?.id ?? 0),
        }
      }),
    place: async () => {},
    stored: async () => undefined,
    certificate: async () => undefined,

    point: (pointer, { mark }) =>
      github.attempt(WRITE, async octokit => {
        const ref = requireCommit(name, github.commit);
        const before = await ours(octokit);
        if (before.some(({ id, state }) => id > Number(mark) && !WITHDRAWN.has(state))) return 'conflict'
        if (before.some(one => one.state === 'pending' && Date.now() - Date.parse(one.createdAt) < STALE_MS))
          return 'conflict'
        const made = await sendOnce(
          second,
          async () => {
            const { data } = await octokit.rest.repos.createDeployment({
              owner,
              repo,
              ref,
              task: TASK,
              auto_merge: false,
              // Our own job is a check of this commit that is not green yet. The certificate is the control.
              required_contexts: [],
              payload: pointer,
              environment,
              description: descriptionOf(pointer),
            });
            if (!('id' in data)) throw new Error(`Expected a deployment but found: ${JSON.stringify(data)}`)
            return data.id
          },
          async () => (await ours(octokit)).find(one => one.payload === pointer)?.id,
        );
        const rivals = (await ours(octokit)).filter(
          ({ id, state }) => id > Number(mark) && id < made && !WITHDRAWN.has(state),
        );
        await setState(octokit, made, rivals.length === 0 ? 'success' : 'inactive', pointer);
        return rivals.length === 0 ? 'done' : 'conflict'
      }),
  }

  async function setState(octokit         , deployment_id        , state                        , pointer        ) {
    const read = readPointer(pointer);
    const run = 'pointer' in read ? read.pointer.run : undefined;
    await sendOnce(
      second,
      async () => {
        await octokit.rest.repos.createDeploymentStatus({
          owner,
          repo,
          deployment_id,
          state,
          description: state === 'success' ? descriptionOf(pointer) : 'Somebody else was faster',
          ...(run === undefined ? {} : { log_url: run }),
        });
        return true
      },
      async () => {
        const { data } = await octokit.rest.repos.listDeploymentStatuses({ owner, repo, deployment_id });
        return data.some(status => status.state === state) || undefined
      },
    );
  }
}

const payloadOf = ({ payload }            )         =>
  typeof payload === 'string' && payload.length <= MAX_POINTER_BYTES ? payload : '';

/** At most 140 characters, GitHub's limit for a status. */
function descriptionOf(text        )         {
  const read = readPointer(text);
  const to = 'pointer' in read ? read.pointer.to : null;
  return to === null ? 'Points at no model' : `Model ${to.id.slice(0, 16)}… by certificate sha256:${to.certificate}`
}

export { deployment };
