import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ageFiles } from './ciphers/age-files.ts'
import { githubRepository } from './commands/github-repository.ts'
import { isAddress } from './core/address.ts'
import { isEngineAddress } from './core/pushdown/engine-table.ts'
import { allEngines } from './engines/all-engines.ts'
import { engineTables } from './engines/engine-tables.ts'
import { tablesLater } from './engines/tables-later.ts'
import { localFiles } from './files/local-files.ts'
import { checkedOutLog } from './git/checked-out-log.ts'
import { gitBase } from './git/git-base.ts'
import { gitLogBranch } from './git/git-log-branch.ts'
import { githubTeams } from './github/github-teams.ts'
import { githubIdentityTokens } from './github/identity-tokens.ts'
import { githubLogBranch } from './github/log/github-log-branch.ts'
import { logConnection } from './github/log/log-connection.ts'
import { oidcIssuers } from './oidc/token-issuers.ts'
import { onnxModels } from './onnxruntime/onnx-models.ts'
import { osvAdvisories } from './osv/osv-advisories.ts'
import type { LogBranch } from './ports/log-branch.ts'
import type { PromotionTargets } from './ports/promotion-target.ts'
import type { Forge, Log, Ports, RunContext } from './ports.ts'
import { localPrograms } from './programs/local-programs.ts'
import { prometheus } from './prometheus/prometheus.ts'
import { allRecipients } from './recipients/all-recipients.ts'
import { scanProcesses } from './scanning/scan-processes.ts'
import { noteKeys } from './signing/note-keys.ts'
import { sigstoreSigning } from './signing/sigstore-signing.ts'
import { allSources } from './sources/all-sources.ts'
import { promotionTargets } from './targets/promotion-targets.ts'

/** The settings file that is looked for, and the output folder beside it that is used, where none is named. */
const DEFAULT_CONFIG = 'proofmark.yml'
const DEFAULT_OUT = '.proofmark'

export interface Place {
  /** Folder that every path of the settings is relative to. */
  readonly root: string
  /** Name of the settings file in it; undefined where there is none and none was asked for. */
  readonly config: string | undefined
  /** The settings file seen from the working directory. */
  readonly configPath: string | undefined
  /** A path typed in the working directory, seen from `root`; an address as it is. */
  rebase(path: string): string
  /** The output folder asked for, or the default one, seen from `root`. */
  out(asked: string | undefined): string
}

/** Where a run takes place: the folder of its settings file, or the working directory. */
export function locate(cwd: string, config: string | undefined): Place {
  const path = config ?? (existsSync(resolve(cwd, DEFAULT_CONFIG)) ? DEFAULT_CONFIG : undefined)
  const root = path === undefined ? cwd : dirname(resolve(cwd, path))
  const rebase = (name: string) =>
    isAddress(name) || isEngineAddress(name) ? name : slashed(relative(root, resolve(cwd, name))) || '.'
  const slashed = (name: string) => name.split(sep).join('/')
  return {
    root,
    config: path === undefined ? undefined : basename(path),
    configPath: path === undefined ? undefined : slashed(relative(cwd, resolve(cwd, path))),
    rebase,
    out: asked => (asked === undefined ? DEFAULT_OUT : rebase(asked)),
  }
}

/** Where a folder is in the repository that holds it: nothing of its root, and of one outside. */
export function folderIn(repository: string, root: string): { folder?: string } {
  const folder = relative(repository, root).split(sep).join('/')
  return folder === '' || folder === '..' || folder.startsWith('../') ? {} : { folder }
}

/** The targets of promotions, as seen from a folder; those on GitHub where there is a token for the repository of the run. */
export function composeTargets(root: string, context: RunContext, token: string | undefined): PromotionTargets {
  const apiUrl = process.env.GITHUB_API_URL || 'https://api.github.com'
  const repository = githubRepository(context)
  const github = token && repository ? { token, apiUrl, repository, commit: context.commit } : undefined
  return promotionTargets({ root, environment: process.env, github })
}

/** A log whose branch is checked out in a folder, to be read. */
export const checkedOutBranch = (folder: string, name: string): LogBranch => checkedOutLog(folder, name)

/** Hands the adapters to the ports: the one place that knows them all. */
export function compose(root: string, log: Log, context: RunContext, forge?: Forge): Ports {
  const { env: environment } = process
  const sources = allSources({ root, environment, progress: log.progress })
  const files = localFiles(root, sources)
  const local = tablesLater(async () =>
    (await import('./tables/local-tables.ts')).localTables(root, undefined, sources),
  )
  const identityTokens = githubIdentityTokens({ environment: process.env, hide: masked })
  return {
    files,
    sources,
    recipients: allRecipients({ root, environment, context }),
    tables: engineTables(local, {
      engines: allEngines({ root, sources }, environment),
      files,
      progress: log.progress,
    }),
    advisories: osvAdvisories(),
    metrics: prometheus({ environment: process.env, readText: path => files.readText(path) }),
    scanner: scanProcesses(root, { sources }),
    programs: localPrograms(root),
    onnx: onnxModels(root, sources),
    logs: {
      open: place =>
        'remote' in place
          ? gitLogBranch(place, { root })
          : githubLogBranch(logConnection(process.env, place.repository), place.branch),
    },
    dvc: async () => (await import('./dvc/dvc-data.ts')).dvcData({ root, environment, progress: log.progress }),
    hookFiles: async () => (await import('./lakefs/hook-files.ts')).hookFiles(environment),
    dataHistory: async () => (await import('./lakefs/data-history.ts')).dataHistory(environment),
    noteKeys,
    signing: sigstoreSigning(identityTokens, process.env),
    identityTokens,
    encryption: ageFiles(async () => (await import('./ciphers/age-kms/key-services.ts')).keyServices(process.env)),
    log,
    context,
    ...(forge === undefined ? targetOf(context) : { forge }),
    now: () => new Date(),
    pause: atMost => wait(Math.random() * atMost),
    issuers: oidcIssuers(),
    ...teamsOf(context),
    sha256: content => createHash('sha256').update(content).digest('hex'),
  }
}

/** Where there is no forge to ask, a clone says what a change is to be merged into. */
function targetOf(context: RunContext): Pick<Ports, 'baseRepository'> {
  const { base, targetBranch, pullRequest } = context
  if (base === undefined && targetBranch === undefined && pullRequest === undefined) return {}
  return { baseRepository: gitBase(process.cwd(), process.env, context) }
}

/** Asks the runner to mask it; on standard error, which it reads as well, so that standard output stays the user's. */
function masked(secret: string): void {
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(`::add-mask::${secret}\n`)
}

/** Teams are read by a token of their own, which no job has by itself. */
function teamsOf(context: RunContext): Pick<Ports, 'teams'> {
  const repository = githubRepository(context)
  const { PROOFMARK_TEAM_TOKEN: token, GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env
  return token && repository !== undefined ? { teams: githubTeams({ token, apiUrl, repository }) } : {}
}
