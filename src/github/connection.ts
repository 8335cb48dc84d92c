import type { Octokit } from 'octokit'
import { UserError } from '../core/user-error.ts'
import { VERSION } from '../core/version.ts'
import { explain } from './explain.ts'
import { bePatient } from './patience.ts'
import type { Task } from './task.ts'

export interface ConnectionOptions {
  /** Empty where there is none: public repositories can be read without. */
  readonly token: string
  /** Address of the REST API: `GITHUB_API_URL` on a runner, which is the server's own where it is not github.com. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  /** Milliseconds that a second of waiting takes; only tests shorten it. */
  readonly second?: number
}

/** A way to one repository's API. Nothing is loaded or sent before it is used. */
export interface Connection {
  readonly owner: string
  readonly repo: string
  readonly second: number
  /** Does one task; a failure becomes a `UserError` that says what could not be done, and why. */
  attempt<T>(task: Task, act: (octokit: Octokit) => Promise<T>): Promise<T>
}

export function connect({ token, apiUrl, repository, second = 1000 }: ConnectionOptions): Connection {
  const [owner = '', repo = '', ...rest] = repository.split('/')
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UserError('github.repository', `Expected a repository as 'owner/name' but found '${repository}'`, {
      hint: 'On a runner GITHUB_REPOSITORY holds it',
      kind: 'environment',
    })
  }
  if (!URL.canParse(apiUrl)) {
    throw new UserError('github.api-url', `Expected the address of GitHub's API but found '${apiUrl}'`, {
      hint: 'On a runner GITHUB_API_URL holds it',
      kind: 'environment',
    })
  }
  let octokit: Promise<Octokit> | undefined

  return {
    owner,
    repo,
    second,
    async attempt(task, act) {
      octokit ??= load(token, apiUrl.replace(/\/+$/, ''), second)
      try {
        return await act(await octokit)
      } catch (error) {
        throw explain(error, task, apiUrl)
      }
    },
  }
}

async function load(token: string, baseUrl: string, second: number): Promise<Octokit> {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
  const { default: http } = await import('node:http')
  http.setGlobalProxyFromEnv?.()
  const { Octokit } = await import('octokit')
  const octokit = new Octokit({
    ...(token === '' ? {} : { auth: token }),
    baseUrl,
    userAgent: `proofmark/${VERSION}`,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
  bePatient(octokit, second)
  return octokit
}
