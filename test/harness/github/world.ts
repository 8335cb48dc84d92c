import type { App } from './apps.ts'
import type { Deployments } from './behaviours/deployments.ts'
import type { Operation } from './contract.ts'
import type { Fault } from './faults.ts'
import type { Permissions } from './permissions.ts'
import type { Answer, Upstream } from './upstream.ts'

/** Who a token speaks for, and what it may do. */
export interface Caller {
  readonly app: App
  readonly permissions: Permissions
  /** Check suite that its check runs land in: GitHub has one for each workflow, and no caller can choose. */
  readonly suite: number
}

/** A request that has passed the contract. */
export interface Call {
  readonly operation: Operation
  /** Values in the path, decoded. */
  readonly values: Readonly<Record<string, string>>
  readonly path: string
  readonly query: URLSearchParams
  readonly contentType: string | undefined
  readonly accept: string | undefined
  readonly raw: Uint8Array
  readonly caller: Caller
  readonly fault: Fault | undefined
}

/** What the emulator does not keep, or keeps wrongly. */
export interface World {
  /** `/repos/owner/name`. */
  readonly repositoryPath: string
  readonly url: string
  readonly upstream: Upstream
  /** Who created each check run, by its id. */
  readonly creatorOfRun: Map<number, Caller>
  readonly annotationsOfRun: Map<number, readonly unknown[]>
  /** Ids of assets whose upload broke off. */
  readonly stumps: Set<number>
  readonly digestOfAsset: Map<number, string>
  readonly deployments: Deployments
  /** Acts on branches without another act in between, as GitHub's own storage does. */
  oneAtATime<T>(act: () => Promise<T>): Promise<T>
  readonly contentOfAsset: Map<number, Uint8Array>
  /** Commits that pull requests pass for merged as. */
  readonly mergedAs: Map<number, string>
}

/** Passes a call on to the emulator, changed where its `body` or `path` is given. */
export type Forward = (change?: { body?: string | Uint8Array; path?: string }) => Promise<Answer>

/** What GitHub does and the emulator does not, for one operation. */
export type Behaviour = (call: Call, world: World, forward: Forward) => Promise<Answer>

export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  text: JSON.stringify(body),
})

/** GitHub's 422. */
export const invalid = (message: string, errors?: readonly object[]): Answer =>
  answer(422, {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  })

/** The answer with its JSON changed; an answer that is no success stays as it is. */
export function mended<T>(given: Answer, mend: (body: T) => unknown): Answer {
  if (given.status >= 300) return given
  return { ...given, text: JSON.stringify(mend(JSON.parse(given.text))) }
}
