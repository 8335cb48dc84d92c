import { closestMatch } from './index5.js';
import { r as readContext, v as runInClone, e as environmentContext, c as compose, f as folderIn, l as locate, b as exitCode, a as composeTargets, w as localFiles, K as KEYLESS, o as isKeyReference, j as isFault$1, k as faultError, n as logFault, u as faultVerdict, d as exitCodeOf, x as checkedOutBranch, L as LogFaultError } from './exit-code.js';
import { U as UserError } from './user-error.js';
import { V as VERSION } from './version.js';
import { a as approve$1, e as enterApproval, b as approvalLine } from './approval.js';
import { r as readSettings, a6 as RecordLog, a7 as readVerifierKey, Y as Settings, i as inputsOf, m as loadKeyTrust, n as loadTrust, k as instant, z as figure, D as grouped, C as percent, a8 as Dialect, a9 as requireHead, aa as readHeads, b as readLog, u as utf8, h as hex, a as appendToLog, ab as isWitnessFile, ac as readSmallText, ad as MAX_NOTE_LENGTH, _ as openCheckpoint, ae as sameBytes, af as checkpointText, ag as emptyRoot, ah as writeNote, ai as CHECKPOINT_FILE, aj as STATE_FILE, l as logSigner, ak as newOrigin, al as noteVerifier, am as logPlace, an as writeSignerKey, g as rememberSeen, ao as writeVerifierKey, ap as proveEntries, o as openLog, v as encodeBase64, a4 as MAX_PROOF_LENGTH, a5 as logTrust, t as openLogToWrite, aq as LEAF_TYPES, ar as cosign, as as witnessFile, at as untilDone, au as trustOf$1, av as isKeyName, aw as readSignerKey } from './open-policy.js';
import { T as TrustedLog, f as frameworkOf } from './policy.js';
import { readFile, access, constants, statfs, stat, readdir, rm, realpath, rename, mkdir, open as open$1 } from 'node:fs/promises';
import { p as policyInForce, r as recordLogOf, b as recordLog, s as settingsLog } from './policy-in-force.js';
import { relative, resolve, dirname, sep, basename, join } from 'node:path';
import { r as run, a as readCertificate, f as findEvidence$1, B as BLOCK, N as NAME, c as checksum, b as resolveKeys, m as methodFor, l as limitFor, s as smallestRows$1, d as requireKnownMethods, e as measureDrift, g as columnOf, v as verifyDvc, h as rankByName, i as fileWords, n as nameWords, j as folderWords, k as requireColumns, o as rowsJob, p as checkPredictions, q as assembleRows, t as locateChecks, u as pairPredictions, w as namesOf$1, x as evaluate, y as scoresOf$1, z as binaryReading, A as auc, C as accuracy, D as existingModel, E as decide, F as ruleSentence, G as mergeTarget, H as takeBar, I as ownBar, J as takePolicy, K as decisionDocument, L as writeBaseline, M as numbersOf, O as selectRows, P as namedColumns, Q as mostProbable, R as isOnMetric, S as isComparison, T as defaultMargin, U as indexIds, V as claimedMetrics, W as putToTrial, X as checkClaims, Y as behaviourChecks, Z as shuffle, _ as seeded, $ as withDialects, a0 as prepareCertify, a1 as allFiles, a2 as hypergeometric, a3 as openContract, a4 as contractColumns, a5 as PROPERTY, a6 as declaredMethod, a7 as parseManifest, a8 as manifestPath } from './run.js';
import { t as terminalReport, r as ruleLines } from './terminal-report.js';
import { p as printLines } from './print-lines.js';
import { s as schemaAt, d as distExports, r as readYaml } from './validate.js';
import { f as filesMadeOf, e as entriesOfStatement, a as assessControls } from './files-made-of.js';
import { i as isReadable, M as MAX_EVIDENCE_BYTES, r as readEvidence } from './evidence-document.js';
import { m as modelId, s as sha256Sums } from './model-id.js';
import { a as catalogueOf, s as serialNumber } from './write-reports.js';
import { M as MAX_BUNDLE_BYTES, r as readBundle, p as payloadOf } from './bundle.js';
import { C as CERTIFICATE_FILE, b as REFUSAL_FILE, E as EVIDENCE_FILE } from './record-files.js';
import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { f as findRevocation, r as revocationsIn, a as readRevocation, b as revocationText, R as REVOCATION_SCHEMA } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { o as object, g as looseObject, a as string, r as record$1, f as unknown$1, e as array, b as boolean, u as union, n as number$1, i as int, l as literal$2, _ as _enum, s as strictObject } from './schemas2.js';
import { d as datetime, a as date } from './categories.js';
import { v as visible, e as escapeText, c as code } from './escape.js';
import { P as POINTER_SCHEMA, r as readPointer } from './pointer.js';
import { d as readStanding, e as repairLog$1, t as tellMoves, v as verifyAtTarget, f as promotionStep, g as revokedStep, h as flip$1, i as concludePromotion, c as promotionLine, a as promotionLines, r as readOnce$1, p as promote$1, m as messageOf$1, j as modelName, k as revocationLeaf, l as pointing, n as isMove, o as pointerLeaf, q as movesOf } from './promotion.js';
import { v as verify$2, a as verifyLogProof, s as statementStep, p as policyStep, b as aboutTheLog } from './verify.js';
import { w as whomToTrust } from './whom-to-trust.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { c as cacheFolder } from './cache-folder.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { i as isAddress } from './address.js';
import { i as isModelAddress } from './model-address.js';
import { constants as constants$1, existsSync, statSync, readFileSync } from 'node:fs';
import { l as locate$1 } from './regular-file.js';
import { i as parse } from './dependency-file.js';
import { v as verdictOf, V as Verdict, S as Status, w as worstVerdict } from './verdict.js';
import { t as table, b as VERDICT_WORD, V as VERDICT_SIGN } from './words.js';
import { G as GATES, E as Evidence, e as evidenceFile, T as TASK_IDS } from './evidence.js';
import { r as readReport } from './read-report.js';
import { av as strptimeFormat, aw as EXPECTATIONS, S as Implementation, ax as parseCondition, ay as isFault, T as argumentsOf, az as columnsOf, K as counted$1, ac as keptRows, L as formatNumber, N as listed, a9 as MOST_LOCATIONS, aA as noRowFaults, M as formatCount, Q as readContract, aB as startTable, aC as bindTable, V as tableForFile, C as requireSuccesses, f as clopperPearson, aD as percent$1, O as isSensitive } from './table-job.js';
import { t as textBatch } from './text-batch.js';
import { c as canonicalJson } from './canonical-json.js';
import { o as ownerLabels } from './owner-labels.js';
import { a as policyDigest, j as readEvidenceLines, E as EvidenceStatement, M as MAX_EVIDENCE_LINES_BYTES } from './validity-step.js';
import { d as describeWaiver } from './waivers-check.js';
import { R as RULE_ORDER } from './record-section.js';
import { E as EVIDENCE_SCHEMA, N as NAMESPACE } from './identifiers2.js';
import { r as readJson } from './read-json.js';
import { o as outsideWindow } from './key-window.js';
import { c as count } from './places.js';
import { r as review$1, e as enterReview, c as reviewLine, a as reviewLines } from './review.js';
import { t as tellRecipients } from './tell-recipients.js';
import { j as judgedObjects } from './certified-commits.js';
import { t as triangle, d as times, e as square, f as diamond, g as circle, S as Symbol, l as linear } from './d3-scale.js';
import { createHmac, hkdfSync, randomUUID, createHash } from 'node:crypto';
import { b as verificationLine, v as verificationLines } from './verification.js';
import { setTimeout as setTimeout$1 } from 'node:timers/promises';

/** Where a plain log has said something, how long it waits before it says how far the work has come. */
const INTERVAL_MS = 5_000;

/** Progress and warnings on standard error: in place on a terminal, as plain lines at intervals elsewhere, not at all when quiet. */
function terminalLog(stream                    , { quiet = false } = {})                         {
  let last = Date.now();
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  const line = (message        ) => {
    clear();
    stream.write(`${message}\n`);
  };
  return {
    info: message => (quiet ? undefined : line(message)),
    warn: message => line(`warning: ${message}`),
    progress(message) {
      if (quiet) return
      if (stream.isTTY) {
        clear();
        stream.write(message.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
        shown = true;
      } else if (Date.now() - last > INTERVAL_MS) line(message);
      else return
      last = Date.now();
    },
    done: clear,
  }
}

/** GitHub Actions, by its variables and the payload of the event. */
const github         = {
  id: 'github',
  recognises: env => env.GITHUB_ACTIONS === 'true',
  run: async ({ env, readFile }) => ({ context: await readContext(env, readFile), workspace: env.GITHUB_WORKSPACE }),
};

/** The number that a variable holds; undefined where it holds none. */
const numbered = (text                    )                     =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

/**
 * What evidence calls the repository behind an address of git's: `owner/name` on GitHub, `host/path` elsewhere, never with the
 * credentials that an address may hold; nothing of a folder. `GITHUB_SERVER_URL` names a GitHub Enterprise Server.
 */
function repositoryAt(
  address                    ,
  env             ,
)                                               {
  const [host, path] = partsOf(address ?? '');
  if (host === undefined || path === undefined || path === '') return {}
  if (githubHosts(env).includes(host) && /^[\w.-]+\/[\w.-]+$/.test(path)) return { repository: path }
  return { repository: `${host}/${path}`, elsewhere: true }
}

function partsOf(address        )                                          {
  const [, server, place] = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/)(\S+)$/.exec(address) ?? [];
  if (server !== undefined && place !== undefined) return [server.toLowerCase(), trimmed(place)]
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//.test(address) || !URL.canParse(address)) return []
  const { host, hostname, protocol, pathname } = new URL(address);
  return [protocol.startsWith('http') ? host : hostname, trimmed(pathname)]
}

const trimmed = (path        ) => path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');

function githubHosts({ GITHUB_SERVER_URL: server }             )                    {
  return server && URL.canParse(server) ? ['github.com', new URL(server).host] : ['github.com']
}

/** GitLab CI/CD, by its predefined variables (docs.gitlab.com, "Predefined CI/CD variables reference"). */
const gitlab         = {
  id: 'gitlab',
  recognises: env => env.GITLAB_CI === 'true',
  run: async ({ env }) => ({
    context: {
      ...repositoryAt(env.CI_PROJECT_URL || undefined, env),
      ...(env.CI_COMMIT_SHA && { commit: env.CI_COMMIT_SHA }),
      ...refOf$1(env),
      ...(env.CI_JOB_URL && { url: env.CI_JOB_URL }),
      ...mergeRequestOf(env),
    },
    workspace: env.CI_PROJECT_DIR,
  }),
};

function refOf$1(env             )                          {
  const { CI_COMMIT_TAG: tag, CI_MERGE_REQUEST_REF_PATH: merge, CI_COMMIT_BRANCH: branch } = env;
  if (tag) return { ref: `refs/tags/${tag}` }
  if (merge) return { ref: merge }
  return branch ? { ref: `refs/heads/${branch}` } : {}
}

/**
 * The target branch's head is told in pipelines for merged results only; elsewhere the commit that the merge request branched off at, and
 * the target by name, which is newer where the clone has it.
 */
function mergeRequestOf(env             )                                                            {
  const number = numbered(env.CI_MERGE_REQUEST_IID);
  if (number === undefined) return {}
  const head = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
  const known = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA;
  const base = known || env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  const target = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const fork = env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID !== env.CI_MERGE_REQUEST_PROJECT_ID;
  return {
    ...(base && { base }),
    ...(!known && target && { targetBranch: target }),
    pullRequest: { number, head: head ?? '', ...(base && { base }), fork },
  }
}

/** What is checked out in a folder, as far as git tells; empty of a folder that no repository holds, and where there is no git. */
                             
                          
                                                          
                       
                                                                                          
                          
                                                                                                            
                            
 

/** Asks git what is checked out. Nothing that it cannot tell is an error: it is display. */
async function checkedOut$1(
  folder        ,
  env                                              ,
  { changes = false }                                 = {},
)                      {
  const said = async (...words          ) => {
    const { code, output } = await runInClone(folder, env, words);
    return code === 0 ? output.toString().trim() : undefined
  };
  try {
    const [commit, ref, remote, changed] = await Promise.all([
      said('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
      said('symbolic-ref', '--quiet', 'HEAD'),
      said('config', '--get', 'remote.origin.url'),
      changes ? said('status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty') : undefined,
    ]);
    return {
      ...(commit && { commit }),
      ...(ref && { ref }),
      ...(remote && { remote }),
      ...(changes && { changed: changed !== '' }),
    }
  } catch (error) {
    if (error instanceof UserError) return {}
    throw error
  }
}

/**
 * Jenkins, by the variables of its core, of the git plugin and of multibranch jobs. `JENKINS_URL` and `BUILD_URL` are missing where nobody
 * has set the server's address, and `GIT_*` in a scripted pipeline: what was checked out is then asked of git.
 */
const jenkins         = {
  id: 'jenkins',
  recognises: env => Boolean(env.JENKINS_URL || (env.BUILD_TAG && env.JOB_NAME)),
  async run({ env, cwd }) {
    const { GIT_COMMIT, GIT_URL, GIT_URL_1, BUILD_URL: url } = env;
    const address = GIT_URL || GIT_URL_1;
    const found = GIT_COMMIT && address ? undefined : await checkedOut$1(cwd, env);
    const commit = GIT_COMMIT || found?.commit;
    const ref = refOf(env) ?? found?.ref;
    return {
      context: {
        ...repositoryAt(address || found?.remote, env),
        ...(commit && { commit }),
        ...(ref && { ref }),
        ...(url && { url }),
        ...changeOf(env, commit),
      },
      workspace: env.WORKSPACE,
    }
  },
};

/** A change's ref is named as the server of its page names it; elsewhere it is its branch. */
function refOf(env             )                     {
  const { TAG_NAME: tag, CHANGE_ID: change, CHANGE_URL: page = '', CHANGE_BRANCH, BRANCH_NAME, GIT_BRANCH } = env;
  if (tag) return `refs/tags/${tag}`
  if (change && /\/pull\/\d+$/.test(page)) return `refs/pull/${change}/head`
  if (change && /\/merge_requests\/\d+$/.test(page)) return `refs/merge-requests/${change}/head`
  const branch = (change ? CHANGE_BRANCH : BRANCH_NAME) || GIT_BRANCH?.replace(/^origin\//, '');
  return branch && branch !== 'detached' ? `refs/heads/${branch}` : undefined
}

/** The change of a multibranch job. Its target is known by name only; a change that names none is still one. */
function changeOf(env             , head                    )                                                   {
  const { CHANGE_ID: change, CHANGE_TARGET: target, CHANGE_FORK: fork } = env;
  if (!change) return {}
  return {
    targetBranch: target ?? '',
    pullRequest: { number: numbered(change) ?? 0, head: head ?? '', fork: Boolean(fork) },
  }
}

/**
 * No CI that is known: what git says of the working directory. A commit that the files are not as of is left out. Variables of GitHub's
 * that somebody has set by hand go before.
 */
const shell         = {
  id: 'shell',
  recognises: () => true,
  async run({ env, cwd }) {
    const given = environmentContext(env);
    if (given.repository !== undefined && given.commit !== undefined) return { context: given }
    const { remote, commit, ref, changed } = await checkedOut$1(cwd, env, { changes: true });
    const at = { ...(ref && { ref }), ...(commit && !changed && { commit }) };
    return { context: { ...repositoryAt(remote, env), ...at, ...given } }
  },
};

/** The CIs that are known, in the order in which they are asked: the shell recognises everything. */
const ciKinds                    = [github, gitlab, jenkins, shell];

/** The run as the CI that it is in tells it, or as git does of a folder where it is in none. */
async function readRun(env             , cwd        )                 {
  const kind = ciKinds.find(({ recognises }) => recognises(env));
  return kind === undefined ? { context: {} } : kind.run({ env, cwd, readFile: path => readFile(path, 'utf8') })
}

/** The ports of a run that takes place here: in whatever CI it is, or in a shell. */
async function composeHere({ root }       , log     )                 {
  const cwd = process.cwd();
  const { context, workspace } = await readRun(process.env, cwd);
  return compose(root, log, { ...context, ...folderIn(workspace ?? cwd, root) })
}

/** Variable whose text is the log's private key where no file is named. */
const LOG_KEY = 'PROOFMARK_LOG_KEY';

/** Flags that say which log is meant, each over the setting of its name in record.log. */
const PLACE_FLAGS                     = [
  { name: 'repository', kind: 'value', description: 'Repository on GitHub that keeps the log, as owner/name' },
  { name: 'remote', kind: 'value', description: 'Any other git repository that keeps it: an address, or a folder' },
  { name: 'branch', kind: 'value', description: 'Its branch. Default: proofmark-log' },
  { name: 'origin', kind: 'value', description: 'What the log is called. Default: after where it is kept' },
  { name: 'verifier-key', kind: 'value', description: 'Public key of the log, as `proofmark log init` prints it' },
  {
    name: 'last-seen',
    kind: 'value',
    description: 'File that remembers what was last seen. Default: .proofmark-last-seen',
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
];

/** Flags that say who must have cosigned. */
const TRUST_FLAGS                     = [
  { name: 'witness', kind: 'list', description: 'Verifier keys of witnesses, as `proofmark witness init` prints them' },
  { name: 'quorum', kind: 'value', description: 'How many of them must have cosigned. Default: all' },
  { name: 'max-age', kind: 'value', description: 'Hours since which they must have. Default: any time' },
];

/** The log's settings, with the flags laid over them. */
                           
                              
                                            
                                               
                       
                       
                                        
                                                               
              
 

const SETTINGS$1 = ['repository', 'remote', 'branch', 'origin', 'verifier-key', 'key', 'last-seen'];         
const PATHS                      = new Set(['key', 'last-seen']);

async function givenLog({ values }             )                    {
  const last = (flag        ) => values.get(flag)?.at(-1);
  const place = locate(process.cwd(), last('config'));
  const quiet = { quiet: values.has('json') || values.has('quiet') };
  const log = terminalLog(process.stderr, quiet);
  const ports = await composeHere(place, log);
  const file =
    place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) };
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
  const { record, connections = {} } = file ? readSettings({ ...source, file }) : {};
  const written = record?.log;
  const given = SETTINGS$1.flatMap(name => {
    const value = last(name);
    if (value === undefined) return []
    const isPath = PATHS.has(name) || (name === 'remote' && !/^[a-z][a-z0-9+.-]*:\/\/|^[^/\s]+@[^/\s]+:/i.test(value));
    return [[name, isPath ? place.rebase(value) : value]         ]
  });
  const moved = given.some(([name]) => name === 'repository' || name === 'remote');
  const kept = moved ? { ...written, repository: undefined, remote: undefined } : written;
  const read = RecordLog.safeParse({ ...kept, ...Object.fromEntries(given) });
  if (read.success) return { settings: read.data, connections, place, ports, last, done: log.done }
  const [issue] = read.error.issues;
  throw new UserError('flags.log', `Expected --${String(issue?.path[0])} to be ${issue?.message}`)
}

/** The trust that the flags say; undefined where they name no witness. */
function givenTrust({ values }             , settings           , ports       )                         {
  const witnesses = values.get('witness') ?? [];
  const quorum = values.get('quorum')?.at(-1);
  const age = values.get('max-age')?.at(-1);
  if (witnesses.length === 0 && quorum === undefined && age === undefined) return undefined
  const key = settings['verifier-key'];
  if (key === undefined)
    throw new UserError(
      'log.verifier-key',
      'Expected the verifier key of the log beside its witnesses but found none',
      {
        hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key',
      },
    )
  const named = witnesses.map(text => [readVerifierKey(text, 4, ports.noteKeys.hash)?.name ?? text, text]         );
  const read = TrustedLog.safeParse({
    origin: settings.origin ?? key.split('+')[0],
    key,
    witnesses: Object.fromEntries(named),
    quorum: quorum === undefined ? witnesses.length : Number(quorum),
    ...(age === undefined ? {} : { 'max-checkpoint-age-hours': Number(age) }),
  });
  if (read.success) return read.data
  throw new UserError(
    'flags.trust',
    `Expected a number of witnesses and of hours but found ${quorum ?? ''} ${age ?? ''}`.trim(),
  )
}

/** What the parser must know of a flag. */
                                                 

                              
                                                                           
                                                         
                                         
 

/** Reads `--name value`, `--name=value`, `--switch` and `--list a b`; `--` ends the flags. */
function parseFlags(args                   , flags                 )              {
  const values = new Map                  ();
  const positionals           = [];
  let open;                      
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      positionals.push(...args.slice(i + 1));
      break
    }
    if (!arg.startsWith('--')) {
(open ?? positionals).push(arg);
      continue
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const flag = flags.find(known => known.name === name) ?? unknown(name, flags);
    const given = values.get(name) ?? [];
    values.set(name, given);
    open = undefined;
    if (flag.kind === 'switch') given.push('true');
    else if (inline !== undefined) given.push(inline);
    else if (flag.kind === 'list') open = given;
    else {
      const value = args[++i];
      if (value === undefined)
        throw new UserError('flags.value-missing', `Expected a value after --${name} but found nothing`)
      given.push(value);
    }
  }
  return { values, positionals }
}

function unknown(name        , flags                 )        {
  const names = flags.map(flag => flag.name);
  const meant = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  throw new UserError(
    'flags.unknown',
    `Unknown flag --${name}${meant === undefined ? '' : `: did you mean --${meant}?`}`,
    {
      hint: `Flags here: ${names.map(known => `--${known}`).join(' ')}`,
    },
  )
}

/**
 * The log that the policy of the settings trusts, with its witnesses, where that is the log that is meant. A policy that is kept on GitHub
 * is not at hand here: then the flags have to name the witnesses.
 */
async function policyLog({ settings, place, ports }          )                                  {
  if (place.config === undefined) return undefined
  const { policy } = await policyInForce(place.config, ports).catch(withoutGitHub);
  const trusted = policy.trust?.log;
  return settings['verifier-key'] === undefined || trusted?.key === settings['verifier-key'] ? trusted : undefined
}

function withoutGitHub(error         )                                                      {
  if (error instanceof UserError && error.code === 'policy.no-github') return { policy: {} }
  throw error
}

/** Flags that name the log beside those of another command, whose `--key` is another. */
const LOG_FLAGS                     = [
  ...PLACE_FLAGS,
  {
    name: 'log-key',
    kind: 'value',
    description: `File with the private key of the log. Default: the text in ${LOG_KEY}`,
  },
  ...TRUST_FLAGS,
];

/** Where the settings and flags place a run, and the log they name; undefined where they name none. */
async function logOf(parsed             )                                                                    {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  return { ...given, recordLog: await namedLog(given, flags, undefined) }
}

/** The same log, read as its witnesses stand for it, those of the flags or of the policy; and without them, for who tells what it says. */
async function watchedLogOf(
  parsed             ,
)                                                                                                                 {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  const { settings, ports } = given;
  const trusted = givenTrust(flags, settings, ports) ?? (await policyLog(given));
  const recordLog = await namedLog(given, flags, trusted);
  const believed = trusted && { ...trusted, quorum: 0, 'max-checkpoint-age-hours': undefined };
  const unwitnessed =
    recordLog && believed ? await recordLogOf(settings, { trusted: believed }, process.env[LOG_KEY], ports) : undefined;
  return { ...given, recordLog, unwitnessed }
}

/** The flags as those of the log are read: `--key` is another command's, `--log-key` theirs. */
function besideKey(parsed             )              {
  const key = parsed.values.get('log-key');
  const others = [...parsed.values].filter(([name]) => name !== 'key');
  return { ...parsed, values: new Map(key === undefined ? others : [...others, ['key', key]         ]) }
}

/** The log that settings and flags name, or that a policy trusts if it is known where that is kept. */
async function namedLog(
  { settings, ports, last }          ,
  flags             ,
  trusted                        ,
)                                 {
  const named = last('repository') ?? last('remote') ?? settings['verifier-key'] ?? settings.key;
  const keyText = process.env[LOG_KEY];
  const kept = settings.repository ?? settings.remote ?? process.env.GITHUB_REPOSITORY;
  if (named === undefined && !keyText && (trusted === undefined || kept === undefined)) return undefined
  const given = givenTrust(flags, settings, ports) ?? trusted;
  return recordLogOf(settings, { trusted: given }, keyText, ports)
}

const flags$s                      = [
  { name: 'role', kind: 'value', description: "The role to approve for, one of the policy's" },
  { name: 'issuer', kind: 'value', description: 'Who issues the identity tokens. Default: GitHub' },
  { name: 'out', kind: 'value', description: 'Folder for the receipt. Default: .proofmark' },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print the approval as JSON' },
];

const approve             = {
  name: 'approve',
  summary: 'Approve a model, in a workflow that the approver has started by hand',
  synopsis: 'MODEL-ID --role ROLE [--out DIR]',
  examples: ['proofmark approve sha256:bbf10acc… --role compliance'],
  flags: flags$s,
  async run(args) {
    const parsed = parseFlags(args, flags$s);
    const { values, positionals } = parsed;
    const [model] = positionals;
    const value = (name        ) => values.get(name)?.at(-1);
    const role = value('role');
    if (model === undefined || positionals.length > 1) throw missing$4(`one model id but found ${positionals.length}`)
    if (role === undefined) throw missing$4('--role to name a role but found nothing')
    const { ports, place, recordLog } = await logOf(parsed);
    const approved = await approve$1({ model, role, out: place.out(value('out')), issuer: value('issuer') }, ports);
    const { approval, path, key } = approved;
    if (recordLog && (process.env[LOG_KEY] || value('log-key') !== undefined)) await enterApproval(approved, recordLog);
    process.stdout.write(
      values.has('json')
        ? `${JSON.stringify({ approval, receipt: path, key }, null, 2)}\n`
        : `${approvalLine(approval)}\nreceipt  ${path}\nkey      ${key}\n`,
    );
    return 0
  },
};

const missing$4 = (what        ) =>
  new UserError('approve.incomplete', `Expected ${what}`, { hint: 'proofmark approve MODEL-ID --role ROLE' });

/** Flags of every command that ends in a verdict. */
const COMMON_FLAGS                     = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  {
    name: 'out',
    kind: 'value',
    description: 'Folder for evidence and certificates. Default: .proofmark beside the settings',
  },
  { name: 'json', kind: 'switch', description: 'Print the evidence as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the verdict only' },
];

/** The flag that gives an input. */
function inputFlag(input       )          {
  const path = input.setting.split('.');
  const isList = schemaAt(Settings, path)?.def.type === 'array';
  return {
    name: input.flag ?? input.name,
    kind: isList ? 'list' : 'value',
    description: schemaAt(Settings, path)?.meta()?.description ?? '',
  }
}

/** Values of inputs by their names, as flags give them. */
function inputValues(
  inputs                  ,
  { values, positionals }             ,
)                                 {
  const open = inputs.find(input => input.positional);
  if (!open && positionals[0] !== undefined) {
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: 'Name every value by its flag',
    })
  }
  return new Map(
    inputs.map(input => [
      input.name,
      [...(values.get(input.flag ?? input.name) ?? []), ...(input === open ? positionals : [])],
    ]),
  )
}

/** Whether `--on-inconclusive` asks for exit code 0 where a gate could not tell. */
function reportsInconclusive(given = 'fail')          {
  if (given === 'fail' || given === 'report') return given === 'report'
  throw new UserError('flags.value', `Expected --on-inconclusive to be fail or report but found '${given}'`, {
    hint: 'report ends an inconclusive run with 0; its evidence, certificate and reports are as with fail',
  })
}

/** A run that did its work and could not tell; not one that could not do it. */
const undecided = ({ exitCode, verdict, produced, certification }         )          =>
  exitCode === 2 &&
  verdict === 'inconclusive' &&
  produced.every(({ error }) => error === undefined) &&
  certification?.error === undefined;

const KEY          = {
  name: 'key',
  kind: 'value',
  description:
    'What signs: the path of a private key (PEM), the address of a key, or keyless. Default: record.key, or the text in PROOFMARK_KEY',
};

const EVIDENCE          = {
  name: 'evidence',
  kind: 'value',
  description: 'Folder of the evidence to decide on. Default: the output folder',
};

const POLICY          = {
  name: 'policy',
  kind: 'value',
  description: 'The policy: a file of its own. Default: what the settings say',
};

const ON_INCONCLUSIVE          = {
  name: 'on-inconclusive',
  kind: 'value',
  description:
    'fail: end with exit code 2. report: end with 0, for shells that stop at any other; the verdict stays. Default: fail',
};

/** A command that ends in a verdict: its flags are the inputs of the action of the same name. */
function certifyingCommand(name             , about                                            )             {
  const inputs = inputsOf(name);
  const signs = name === 'gate' || name === 'audit-record';
  const flags = [
    ...inputs.map(inputFlag),
    ...(signs ? [KEY, POLICY] : []),
    ...(name === 'audit-record' ? [EVIDENCE] : []),
    ON_INCONCLUSIVE,
    ...COMMON_FLAGS,
  ];
  return { name, ...about, flags, run: args => execute$1(name, inputs, parseFlags(args, flags)) }
}

async function execute$1(command             , inputs                  , given             )                    {
  const last = (flag        ) => given.values.get(flag)?.at(-1);
  const cwd = process.cwd();
  const place = locate(cwd, last('config'));
  const quiet = given.values.has('quiet');
  const json = given.values.has('json');
  const lenient = reportsInconclusive(last('on-inconclusive'));
  const log = terminalLog(process.stderr, { quiet: quiet || json });
  const outcome = await run(
    {
      command,
      out: place.out(last('out')),
      config: place.config,
      configPath: place.configPath,
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
      key: last('key') ?? process.env.PROOFMARK_KEY,
      logKey: process.env.PROOFMARK_LOG_KEY,
      policy: last('policy') === undefined ? undefined : place.rebase(last('policy') ?? ''),
      evidence: last('evidence') === undefined ? undefined : place.rebase(last('evidence') ?? ''),
    },
    await composeHere(place, log),
  );
  log.done();
  if (json) process.stdout.write(`${JSON.stringify(document(outcome), null, 2)}\n`);
  else {
    const shown = (path        ) => relative(cwd, resolve(place.root, path));
    const lines = terminalReport(
      outcome.produced.map(({ evidence }) => evidence),
      outcome.certification,
      shown,
    );
    printLines(process.stdout, quiet ? lines.filter(line => !line.text.startsWith(' ') && line.text !== '') : lines);
  }
  return lenient && undecided(outcome) ? 0 : outcome.exitCode
}

/** One gate's evidence as it is; of several, all of them and what was signed. */
function document({ command, verdict, produced, certification }         )          {
  const evidence = produced.map(one => one.evidence);
  if (command !== 'gate' && command !== 'audit-record') return evidence[0]
  const { decision, model, path } = certification ?? {};
  return { verdict, modelId: model?.id, signed: path, rules: decision?.rules, evidence }
}

const auditRecord = certifyingCommand('audit-record', {
  summary: 'Decide by the policy from the evidence there is, and sign a certificate or a refusal',
  synopsis: '--model FILE… --key FILE [--evidence DIR]',
  examples: ['proofmark audit-record --model model.joblib --model-name credit --key proofmark.key'],
});

/** What the record holds in a folder: certificate or refusal with approvals and waivers, and the files that are made of evidence. */
async function entriesInFolder(
  out        ,
  documents                             ,
  { trust, notes }                                                                       ,
  ports       ,
)                         {
  return [
    ...(await inFolder(out, trust, ports, ports.now(), notes)),
    ...(await filesMadeOf(documents, out, ports.files)),
  ]
}

/** What certificate and refusal of the folder say. Where a signature does not hold, nothing of it counts. */
async function inFolder(
  out        ,
  trust                         ,
  { files, sha256, signing }       ,
  now      ,
  notes          ,
)                         {
  const entries                = [];
  for (const name of [CERTIFICATE_FILE, REFUSAL_FILE]) {
    const path = `${out}/${name}`;
    if (!(await files.exists(path))) continue
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const read = entriesOfStatement(name, text, sha256(text), now);
    if ('reason' in read) {
      notes.push(`${name} cannot be read: ${read.reason}`);
      continue
    }
    const signed = trust && (await signing.verify(text, trust, { logTimeComes: true }));
    if (!signed) notes.push(`The signature of ${name} was not verified: name the certifier's key with --key`);
    else if ('refused' in signed) notes.push(`${name} counts for nothing: ${signed.refused}`);
    const counts = !signed || !('refused' in signed);
    entries.push(...read.entries.map(entry => (counts ? entry : { ...entry, counts: false })));
  }
  return entries
}

/** When a certificate holds, and when somebody has to look at the model again. */
                           
                            
                           
                           
 

const Review$1 = object({ reviewBy: datetime().or(date()) });

/** What the log says of one certificate at a time. The log's word is taken for its signature: this is for showing, never for promoting. */
function certificateLife(
  leaf      ,
  leaves                 ,
  documents                             ,
  now      ,
  validityOf = validityIn,
  revocations = revocationsIn(leaves),
)                  {
  const text = documents.get(leaf.document);
  const sha256 = leaf.document.slice('sha256:'.length);
  const validity = text === undefined ? undefined : validityOf(text);
  const asked = {
    sha256,
    modelId: leaf.id?.slice('sha256:'.length) ?? '',
    key: text === undefined || revocations.length === 0 ? undefined : keyHint(text),
  };
  const found = findRevocation(leaves, documents, asked, revocations);
  const review = Review$1.safeParse(validity).data;
  const known = {
    sha256,
    at: leaf.at,
    ...(validity === undefined ? {} : { notBefore: validity.notBefore, notAfter: validity.notAfter }),
    ...(review === undefined ? {} : { reviewBy: review.reviewBy }),
  };
  if (found === 'unreadable') return { ...known, state: 'unknown' }
  if (found !== undefined) return { ...known, state: 'revoked', revocation: found }
  if (validity === undefined) return { ...known, state: 'unknown' }
  if (now.getTime() < Date.parse(validity.notBefore)) return { ...known, state: 'early' }
  return { ...known, state: now.getTime() > Date.parse(validity.notAfter) ? 'expired' : 'valid' }
}

/** From when until when a certificate's text says that it holds; undefined for what is none. */
function validityIn(text        )                       {
  return readCertificate(text)?.predicate[CERTIFICATE_EXTENSION].validity
}

/** Kinds of entries of the log, as controls ask for them. */
const KINDS                                                  = {
  certificate: ['decision', 'certificate'],
  refusal: ['decision'],
  approval: ['approval'],
  waiver: ['waiver'],
  promotion: ['promotion'],
  demotion: ['promotion'],
  review: ['review'],
};

/** What the log says for controls, of one model where its id is given; and the log itself. */
async function entriesOfLog(log           , model                    , now      )                         {
  const { leaves, documents } = await log.read(['certificate', 'revocation']);
  const last = leaves.at(-1);
  if (last === undefined) return []
  const own = leaves.filter(({ id }) => model === undefined || id === `sha256:${model}`);
  const itself              = {
    kind: 'log',
    text: `${leaves.length} ${leaves.length === 1 ? 'entry' : 'entries'} in ${log.name}`,
    at: last.at,
    counts: true,
    ...placeOf(last),
  };
  return [
    itself,
    ...own.flatMap(leaf => {
      const state =
        leaf.type === 'certificate' ? certificateLife(leaf, leaves, documents, now).state : ('valid'         );
      return (KINDS[leaf.type] ?? []).map(
        (kind)              => ({
          kind,
          text: `${leaf.type} of ${leaf.model ?? 'a model'}${state === 'valid' ? '' : ` (${state})`}`,
          at: leaf.at,
          counts: state === 'valid',
          ...placeOf(leaf),
        }),
      )
    }),
  ]
}

const placeOf = ({ document }      ) => ({ file: `log:${document}`, sha256: document.slice('sha256:'.length) });

/** Holds the controls of the catalogue against the evidence and the record in a folder, and against the log. */
async function controls$1(
  settings                                                 ,
  { out, key, frameworks = settings.controls.frameworks, log }                 ,
  ports       ,
)                          {
  const catalogue = await catalogueOf(settings.controls, ports.files);
  const known = [...new Set(catalogue.map(frameworkOf))];
  const strange = frameworks?.find(framework => !known.includes(framework));
  if (strange !== undefined)
    throw new UserError('controls.framework', `Expected a framework of the catalogue but found '${strange}'`, {
      hint: `It has ${known.join(', ')}`,
    })
  const found = await findEvidence$1(out, ports);
  const documents = found.map(({ document }) => document);
  const subject = documents
    .flatMap(each => (isReadable(each) ? [each.evidence.subject] : []))
    .find(files => files.length > 0);
  const id = subject && modelId(subject, ports.sha256);
  const now = ports.now();
  const notes           = documents.flatMap(document =>
    isReadable(document) ? [] : [`${document.gate}.evidence.json cannot be read: ${document.unreadable}`],
  );
  const entries = [
    ...(await entriesInFolder(out, documents, { trust: await trustOf(key, settings.policy, ports), notes }, ports)),
    ...(log ? await logged$2(log, id, now, notes) : []),
  ];
  if (!log) notes.push('No log was asked: approvals, promotions and reviews are known from the certificate alone');
  const wanted = frameworks ? catalogue.filter(control => frameworks.includes(frameworkOf(control))) : catalogue;
  const { name, version } = settings.model;
  const repository = ports.context.repository;
  return {
    at: now.toISOString(),
    model: { ...(name && { name }), ...(version && { version }), ...(id && { id }) },
    ...(repository && { repository }),
    statuses: assessControls(wanted, {
      documents,
      entries,
      at: now,
      freshDays: settings.controls['fresh-days'],
      owners: settings.controls.owners,
    }),
    evidence: found.map(
      ({ document, name: file })                => ({
        gate: document.gate,
        file,
        ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
        ...(isReadable(document) ? { evidence: document.evidence } : {}),
      }),
    ),
    notes,
  }
}

/** Whom signatures are verified by; undefined where nobody is named. */
async function trustOf(
  key                    ,
  { trust }                    ,
  { files }       ,
)                                   {
  if (key !== undefined) return loadKeyTrust(key, files)
  return trust && loadTrust(trust, files)
}

/** What the log says; one that cannot be read says nothing, and that is noted. */
async function logged$2(log           , id                    , now      , notes          )                         {
  try {
    return await entriesOfLog(log, id, now)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push(`The log ${log.name} cannot be read, and counts for nothing: ${error.message}`);
    return []
  }
}

const flags$r                      = [
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
  {
    name: 'framework',
    kind: 'list',
    description: 'Only these: iso27001, iso42001, gdpr, ai-act, or one of your own catalogue',
  },
  { name: 'markdown', kind: 'value', description: 'Write them as a page of Markdown' },
  { name: 'csv', kind: 'value', description: 'Write them as CSV, for a spreadsheet or a governance tool' },
  { name: 'oscal', kind: 'value', description: 'Write them as OSCAL 1.1 assessment results (JSON)' },
  { name: 'article-30', kind: 'value', description: 'Write an entry for the record of processing (GDPR, Art. 30)' },
  { name: 'dpia', kind: 'value', description: 'Write the input of an impact assessment (GDPR, Art. 35)' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier. Default: whom the policy trusts',
  },
  { name: 'offline', kind: 'switch', description: 'Do not ask the log' },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
];

const controls             = {
  name: 'controls',
  summary: 'Tell which evidence supports which control of ISO/IEC 27001, ISO/IEC 42001, the GDPR and the EU AI Act',
  synopsis: '[--framework ID…] [--markdown FILE] [--csv FILE] [--oscal FILE]',
  examples: [
    'proofmark controls',
    'proofmark controls --framework gdpr ai-act --markdown controls.md',
    'proofmark controls --oscal assessment-results.json --article-30 record.md --dpia dpia.md',
  ],
  flags: flags$r,
  async run(args) {
    const parsed = parseFlags(args, flags$r);
    const { values } = parsed;
    const one = (name        ) => values.get(name)?.at(-1);
    const { ports, place, recordLog } = await logOf(parsed);
    const file =
      place.config === undefined ? undefined : { name: place.config, text: await ports.files.readText(place.config) };
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
    const settings = readSettings({ ...source, ...(file ? { file } : {}) });
    const out = place.out(one('out'));
    const log = values.has('offline') ? undefined : recordLog;
    const key = one('key');
    const asked = { out, frameworks: values.get('framework'), log, key: key === undefined ? key : place.rebase(key) };
    const report = await controls$1(settings, asked, ports);
    for (const [flag, write] of await writers()) {
      const asked = one(flag);
      if (asked === undefined) continue
      const base =
        relative(dirname(resolve(asked)), resolve(place.root, out))
          .split(sep)
          .join('/') || '.';
      await ports.files.write(place.rebase(asked), write(report, base, ports.sha256));
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told(report), null, 2)}\n`);
    else {
      const { controlsLines } = await import('./terminal.js');
      printLines(process.stdout, controlsLines(report));
    }
    return exitOf(report)
  },
};

                                                                                               

async function writers()                                                              {
  const [{ controlsMarkdown }, { controlsCsv }, { assessmentResults }, { article30 }, { dpia }] = await Promise.all([
    import('./markdown.js'),
    import('./csv.js'),
    import('./assessment-results.js'),
    import('./article-30.js'),
    import('./dpia.js'),
  ]);
  return [
    ['markdown', controlsMarkdown],
    ['csv', controlsCsv],
    ['oscal', (report, _, sha256) => `${JSON.stringify(assessmentResults(report, sha256), null, 2)}\n`],
    ['article-30', article30],
    ['dpia', dpia],
  ]
}

/** The evidence itself is in its files. */
const told = (report                ) => ({
  ...report,
  evidence: report.evidence.map(({ evidence: _, ...named }) => named),
});

/** 1 where evidence speaks against a control, 2 where nothing could be decided of any. */
function exitOf({ statuses }                )           {
  if (statuses.some(({ status }) => status === 'not supported')) return 1
  return statuses.every(({ status }) => status === 'not evaluable') ? 2 : 0
}

/** A schedule as a workflow writes it: five fields of POSIX cron, in UTC. */
                       
                       
                                       
                                     
                                                                                                    
                                                              
 

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `17 6 * * 1-5`. Where both days are restricted, either of them counts (POSIX crontab). */
function readCron(text        )       {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5)
    throw new UserError('cost.schedule', `Expected five fields but found ${fields.length} in '${text}'`, {
      hint: "As in a workflow: '17 6 * * 1' is every Monday at 6:17 UTC",
    })
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const read = (field        , least        , greatest        , names                    = []) =>
    readField(field, { least, greatest, names, text });
  const days = read(day, 1, 31);
  const months = read(month, 1, 12, MONTHS);
  const weekdays = new Set([...read(weekday, 0, 7, DAYS)].map(each => each % 7));
  const [anyDay, anyWeekday] = [day.startsWith('*'), weekday.startsWith('*')];
  return {
    text,
    minutes: read(minute, 0, 59),
    hours: read(hour, 0, 23),
    runsOn(on, inMonth, atWeekday) {
      if (!months.has(inMonth)) return false
      if (anyDay || anyWeekday) return days.has(on) && weekdays.has(atWeekday)
      return days.has(on) || weekdays.has(atWeekday)
    },
  }
}

                 
                        
                           
                                   
                       
 

function readField(field        , { least, greatest, names, text }       )              {
  const wrong = ()            =>
    new UserError('cost.schedule', `Expected numbers from ${least} to ${greatest} but found '${field}' in '${text}'`, {
      hint: 'A number, a range 1-5, a list 1,3, a step */15, or any of them joined by commas',
    });
  const number = (word        )         => {
    const named = names.indexOf(word.toLowerCase());
    const value = named >= 0 ? named + (least === 1 ? 1 : 0) : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
    if (!(value >= least && value <= greatest)) throw wrong()
    return value
  };
  const found = new Set        ();
  for (const part of field.split(',')) {
    const [range = '', step, ...others] = part.split('/');
    const every = step === undefined ? 1 : /^[1-9]\d?$/.test(step) ? Number(step) : Number.NaN;
    if (others.length > 0 || Number.isNaN(every)) throw wrong()
    const [from = '', to, ...more] = range.split('-');
    if (more.length > 0) throw wrong()
    const first = range === '*' ? least : number(from);
    const last = range === '*' || (to === undefined && step !== undefined) ? greatest : number(to ?? from);
    if (last < first) throw wrong()
    for (let value = first; value <= last; value += every) found.add(value);
  }
  return found
}

/**
 * Minutes of standard runners that each plan includes for private repositories, a month (GitHub's documentation on the billing of Actions,
 * read in November 2026). Public repositories and self-hosted runners use none.
 */
const PLANS = {
  free: { title: 'GitHub Free', minutes: 2_000 },
  pro: { title: 'GitHub Pro', minutes: 3_000 },
  team: { title: 'GitHub Team', minutes: 3_000 },
  enterprise: { title: 'GitHub Enterprise Cloud', minutes: 50_000 },
};         
                                     

/**
 * Standard runners: how many of the included minutes one minute takes, and what a minute beyond them costs in US dollars since January 2026.
 * GitHub's price list counts.
 */
const RUNNERS = {
  linux: { title: 'Linux', multiplier: 1, price: 0.006 },
  windows: { title: 'Windows', multiplier: 2, price: 0.01 },
  macos: { title: 'macOS', multiplier: 10, price: 0.062 },
  'self-hosted': { title: 'self-hosted', multiplier: 0, price: 0 },
};         
                                         

/** GitHub starts no schedule more often, in minutes. */
const SHORTEST_INTERVAL = 5;

/** How often a schedule runs in the months of a year. */
                                
                                
                       
                           
                       
                                                                                                
                                       
 

const DAY_MS$3 = 86_400_000;

/** Counts the runs of a year, which is 2027: its months are as long as those of any year that is no leap year. */
function runsPerMonth(cron      )                {
  const perDay = cron.minutes.size * cron.hours.size;
  const months = Array.from({ length: 12 }, () => 0);
  for (let time = Date.UTC(2027, 0, 1); time < Date.UTC(2028, 0, 1); time += DAY_MS$3) {
    const day = new Date(time);
    const month = day.getUTCMonth();
    if (cron.runsOn(day.getUTCDate(), month + 1, day.getUTCDay())) months[month] = (months[month] ?? 0) + perDay;
  }
  const times = [...cron.hours]
    .flatMap(hour => [...cron.minutes].map(minute => hour * 60 + minute))
    .toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    mean: months.reduce((sum, runs) => sum + runs, 0) / 12,
    most: Math.max(...months),
    leastGap: gaps.length > 0 ? Math.min(...gaps) : undefined,
  }
}

/** What a month of runs is reckoned from. */
                        
                                     
                                                                        
                         
                                        
                                  
                         
                     
                                             
                            
 

/** A month of runs. */
                                 
                                                                            
                                                  
                       
                           
                                                                    
                                
                                           
                         
                                                                  
                         
                                                                                             
                       
                           
                                                                                      
                         
                          
 

/** Minutes of a month: GitHub bills each job by itself, its minutes and the part of one rounded up to a whole minute. */
function monthlyMinutes({ schedules, others, jobs, runner, plan, isPublic }       )                 {
  const scheduled = schedules.map(cron => ({ text: cron.text, ...runsPerMonth(cron) }));
  const runs = others + scheduled.reduce((sum, { mean }) => sum + mean, 0);
  const minutesPerRun = jobs.reduce((sum, seconds) => sum + Math.max(1, Math.ceil(seconds / 60)), 0);
  const billed = runs * minutesPerRun;
  const { multiplier, price } = RUNNERS[runner];
  const used = isPublic ? 0 : billed * multiplier;
  const included = PLANS[plan].minutes;
  const beyond = multiplier === 0 ? 0 : Math.max(0, used - included) / multiplier;
  return {
    schedules: scheduled,
    runs,
    mostRuns: others + scheduled.reduce((sum, { most }) => sum + most, 0),
    minutesPerRun,
    worked: (runs * jobs.reduce((sum, seconds) => sum + seconds, 0)) / 60,
    billed,
    used,
    included,
    beyond,
    dollars: beyond * price,
  }
}

/** A month of runs as lines of text. */
function costLines(month                , { jobs, runner, plan, isPublic }       )         {
  const lines = [
    ...month.schedules.map(({ text, mean, most }) =>
      row('scheduled', `${visible(text)}: ${number(mean)} runs a month, ${number(most)} at most`),
    ),
    row('runs a month', `${number(month.runs)}, ${number(month.mostRuns)} in the busiest month`),
    row(
      'billed a run',
      `${month.minutesPerRun} ${month.minutesPerRun === 1 ? 'minute' : 'minutes'}: ${jobs.map(seconds => `${number(seconds)} s`).join(' + ')}, each job rounded up`,
    ),
    row(
      'billed a month',
      `${number(month.billed)} minutes of ${RUNNERS[runner].title}, for ${number(month.worked)} minutes of work`,
    ),
    row('of the plan', ofPlan(month, runner, plan, isPublic)),
    ...(month.beyond > 0
      ? [row('beyond it', `${number(month.beyond)} minutes, about ${month.dollars.toFixed(2)} US dollars`)]
      : []),
  ];
  const often = month.schedules.filter(({ leastGap = SHORTEST_INTERVAL }) => leastGap < SHORTEST_INTERVAL);
  return [
    ...lines.map((text)       => ({ tone: 'plain', text })),
    ...often.map(
      ({ text, leastGap })       => ({
        tone: 'warn',
        text: visible(
          `'${text}' runs every ${leastGap} minutes; GitHub starts no schedule more often than every ${SHORTEST_INTERVAL}`,
        ),
      }),
    ),
  ]
}

function ofPlan({ used, included }                , runner                 , plan               , isPublic         ) {
  if (isPublic) return 'nothing: standard runners are free for public repositories'
  if (RUNNERS[runner].multiplier === 0) return 'nothing: self-hosted runners use no minutes of it'
  const share = ((100 * used) / included).toFixed(1);
  return `${number(used)} of the ${number(included)} minutes of ${PLANS[plan].title} (${share} %)`
}

const row = (name        , text        ) => `${name.padEnd(16)}  ${text}`;

const number = (value        ) =>
  (Number.isInteger(value) ? `${value}` : value.toFixed(1)).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ' ');

const flags$q                      = [
  { name: 'schedule', kind: 'list', description: "When it runs, as in a workflow: '17 6 * * 1'; several are added up" },
  { name: 'runs', kind: 'value', description: 'Runs a month that something else starts, such as pull requests' },
  { name: 'seconds', kind: 'list', description: 'Seconds that each job of a run takes, one number for each job' },
  { name: 'runner', kind: 'value', description: `${Object.keys(RUNNERS).join(', ')}. Default: linux` },
  { name: 'plan', kind: 'value', description: `${Object.keys(PLANS).join(', ')}. Default: free` },
  { name: 'public', kind: 'switch', description: 'The repository is public: its minutes are free' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
];

const cost             = {
  name: 'cost',
  summary: 'Work out the minutes of GitHub Actions that a schedule takes a month, as GitHub bills them',
  synopsis: '--seconds N… [--schedule CRON…] [--runs N]',
  examples: [
    "proofmark cost --schedule '17 6 * * 1-5' --seconds 40",
    'proofmark cost --runs 120 --seconds 40 95 --plan team',
  ],
  flags: flags$q,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$q);
    if (positionals.length > 0)
      throw new UserError('cost.what', `Expected flags only but found '${positionals[0]}'`, {
        hint: "Put a schedule into quotes: --schedule '17 6 * * 1'",
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const usage        = {
      schedules: (values.get('schedule') ?? []).map(readCron),
      others: amount('runs', one('runs') ?? '0'),
      jobs: (values.get('seconds') ?? []).map(text => amount('seconds', text)),
      runner: choice('runner', RUNNERS, one('runner') ?? 'linux'),
      plan: choice('plan', PLANS, one('plan') ?? 'free'),
      isPublic: values.has('public'),
    };
    if (usage.jobs.length === 0 || (usage.schedules.length === 0 && usage.others === 0))
      throw new UserError('cost.nothing', 'Expected --seconds, and --schedule or --runs, but found too little', {
        hint: "proofmark cost --schedule '17 6 * * 1-5' --seconds 40; a run's page on GitHub shows what its jobs took",
      })
    const month = monthlyMinutes(usage);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(month, null, 2)}\n`);
    else printLines(process.stdout, costLines(month, usage));
    return 0
  },
};

function amount(flag        , text        )         {
  const value = /^\d{1,7}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new UserError('cost.number', `Expected --${flag} to be a number but found '${text}'`)
  return value
}

function choice                  (flag        , known   , text        )          {
  const names = Object.keys(known);
  const isKnown = (name             )                  => names.some(each => each === name);
  if (isKnown(text)) return text
  throw new UserError('cost.choice', `Expected --${flag} to be one of ${names.join(', ')} but found '${text}'`)
}

/** One alert: PromQL in which `<…>` marks a selector, what it says, and for how long it must hold. */
                 
                       
                       
                      
                                                    
                          
                              
 

const ALERTS                   = [
  {
    name: 'ProofmarkGateFailed',
    expr: '<proofmark_gate_verdict{verdict="failed"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} failed for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} failed. Its report says which check, and why.',
  },
  {
    name: 'ProofmarkGateInconclusive',
    expr: '<proofmark_gate_verdict{verdict="inconclusive"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} could not tell for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} had too little to decide on. Its report says what it needs.',
  },
  {
    name: 'ProofmarkCertificationRefused',
    expr: '<proofmark_certification_passed> == 0',
    for: '0m',
    severity: 'warning',
    summary: 'No certificate for {{ $labels.model }}',
    description:
      'The last decision on {{ $labels.model }} in {{ $labels.repo }} was a refusal. An earlier certificate still stands.',
  },
  {
    name: 'ProofmarkCertificateExpiring',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> - time() < 14 * 86400 and <proofmark_certificate_expiry_timestamp_seconds> > time()',
    for: '0m',
    severity: 'warning',
    summary: 'The certificate of {{ $labels.model }} expires soon',
    description: 'It holds for less than 14 days. Certify {{ $labels.model }} of {{ $labels.repo }} again.',
  },
  {
    name: 'ProofmarkCertificateExpired',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> <= time()',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} has expired',
    description: 'Certify {{ $labels.model }} of {{ $labels.repo }} again, or take it out of production.',
  },
  {
    name: 'ProofmarkCertificateRevoked',
    expr: '<proofmark_certificate_revoked> == 1',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} was revoked',
    description:
      'Take {{ $labels.model }} of {{ $labels.repo }} out of production where it is, and certify a model that may be there.',
  },
  {
    name: 'ProofmarkProductionUncertified',
    expr: '<proofmark_production_certified> == 0',
    for: '0m',
    severity: 'critical',
    summary: '{{ $labels.target }} points at what is not certified',
    description:
      'Its certificate was revoked or has expired, somebody pointed it there by other means, or it could not be told. Run proofmark watch, or demote it.',
  },
  {
    name: 'ProofmarkWatchStopped',
    expr: 'time() - <proofmark_last_watch_timestamp_seconds> > 2 * 86400',
    for: '0m',
    severity: 'warning',
    summary: 'Nobody has looked at {{ $labels.target }} for two days',
    description: 'See whether proofmark watch still runs for {{ $labels.repo }}, and what it says.',
  },
  {
    name: 'ProofmarkNoRecentCertification',
    expr: 'time() - <proofmark_last_certified_timestamp_seconds> > 30 * 86400',
    for: '1h',
    severity: 'warning',
    summary: '{{ $labels.model }} was not certified for 30 days',
    description: 'See whether the workflow of {{ $labels.repo }} still runs.',
  },
  {
    name: 'ProofmarkMetricsMissing',
    expr: 'absent(<proofmark_gate_passed>)',
    for: '1h',
    severity: 'warning',
    summary: 'There are no metrics of Proofmark',
    description:
      'No gate has reported. Check that the Pushgateway runs, keeps what it has (--persistence.file), and is scraped.',
  },
];

/**
 * A rules file of Prometheus. What is scraped (a Pushgateway, a textfile) is there at any time; what is written by remote write has one
 * sample for each run, and is looked for as far back as `lookback` says: 31d.
 */
const alertRules = (lookback         )         =>
  `# Alerts on the metrics of Proofmark. Written by: proofmark dashboard\n${distExports.stringify(
    {
      groups: [
        {
          name: 'proofmark',
          rules: ALERTS.map(({ name, expr, for: held, severity, summary, description }) => ({
            alert: name,
            expr: expr.replaceAll(/<(\w+(?:\{[^}]*\})?)>/g, (_, selector) =>
              lookback === undefined ? selector : `last_over_time(${selector}[${lookback}])`,
            ),
            ...(held === '0m' ? {} : { for: held }),
            labels: { severity },
            annotations: { summary, description },
          })),
        },
      ],
    },
    { lineWidth: 0 },
  )}`;

ALERTS.map(({ name }) => name);

var timezone = "browser";
var editable = true;
var graphTooltip = 0;
var fiscalYearStartMonth = 0;
var schemaVersion = 42;
var templating = {
	list: [
		{
			type: "datasource",
			name: "DS",
			skipUrlSync: false,
			multi: false,
			allowCustomValue: true,
			includeAll: false,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Data source",
			query: "prometheus"
		},
		{
			type: "query",
			name: "repo",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Repository",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed, repo)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "query",
			name: "model",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Model",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed{repo=~\"$repo\"}, model)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "query",
			name: "gate",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Gate",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed{repo=~\"$repo\", model=~\"$model\"}, gate)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "custom",
			name: "lookback",
			skipUrlSync: false,
			multi: false,
			allowCustomValue: true,
			includeAll: false,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Last value within",
			description: "5m for what Prometheus scrapes; as long as runs are apart for what is written by remote write",
			query: "5m,1d,7d,31d,100d",
			current: {
				selected: true,
				text: "5m",
				value: "5m"
			},
			options: [
				{
					selected: true,
					text: "5m",
					value: "5m"
				},
				{
					selected: false,
					text: "1d",
					value: "1d"
				},
				{
					selected: false,
					text: "7d",
					value: "7d"
				},
				{
					selected: false,
					text: "31d",
					value: "31d"
				},
				{
					selected: false,
					text: "100d",
					value: "100d"
				}
			]
		}
	]
};
var annotations = {
	list: [
		{
			name: "Promotions",
			enable: true,
			hide: false,
			iconColor: "green",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_promotion_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Promoted",
			textFormat: "{{target}}",
			tagKeys: "repo,target"
		},
		{
			name: "Demotions",
			enable: true,
			hide: false,
			iconColor: "orange",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_demotion_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Demoted",
			textFormat: "{{target}}",
			tagKeys: "repo,target"
		},
		{
			name: "Revocations",
			enable: true,
			hide: false,
			iconColor: "red",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_revocation_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Revoked",
			textFormat: "{{model}}",
			tagKeys: "repo,model"
		}
	]
};
var title = "Proofmark";
var uid = "proofmark";
var description = "Which models are certified, until when, what their gates found, and what production points at";
var tags = [
	"proofmark",
	"machine-learning"
];
var refresh = "1m";
var time$1 = {
	from: "now-30d",
	to: "now"
};
var panels = [
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Certificates",
		gridPos: {
			x: 0,
			y: 0,
			h: 1,
			w: 24
		}
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Last decision",
		description: "Whether the last decision on the model was a certificate",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not passed",
								color: "red",
								index: 0
							},
							"1": {
								text: "passed",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 0,
			y: 1
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certification_passed{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Certificate expires in",
		description: "Days until the last certificate of the model no longer holds",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				unit: "d",
				decimals: 0,
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 0,
							color: "orange"
						},
						{
							value: 14,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 8,
			y: 1
		},
		targets: [
			{
				expr: "(last_over_time(proofmark_certificate_expiry_timestamp_seconds{repo=~\"$repo\", model=~\"$model\"}[$lookback]) - time()) / 86400",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Last certified",
		description: "Days since the model was last certified",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				unit: "d",
				decimals: 0,
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "green"
						},
						{
							value: 30,
							color: "orange"
						},
						{
							value: 90,
							color: "red"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 16,
			y: 1
		},
		targets: [
			{
				expr: "(time() - last_over_time(proofmark_last_certified_timestamp_seconds{repo=~\"$repo\", model=~\"$model\"}[$lookback])) / 86400",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "Certificates",
		description: "The last certificate of each model: digests of the model, the certificate and the policy",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certification_info{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 7,
			w: 14,
			x: 0,
			y: 6
		}
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "In production",
		description: "What each target points at, as promoted last",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_production_info{repo=~\"$repo\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 7,
			w: 10,
			x: 14,
			y: 6
		}
	},
	{
		type: "state-timeline",
		transparent: false,
		repeatDirection: "h",
		options: {
			showValue: "auto",
			rowHeight: 0.9,
			mergeValues: true,
			alignValue: "left",
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: false,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			},
			perPage: 20
		},
		fieldConfig: {
			defaults: {
				custom: {
					lineWidth: 0,
					fillOpacity: 70
				},
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not certified",
								color: "red",
								index: 0
							},
							"1": {
								text: "certified",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		title: "Production is certified",
		description: "Whether each target was last seen to point at a certified model: by a promotion, by proofmark watch, or by a revocation",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_production_certified{repo=~\"$repo\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{target}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 6,
			w: 14,
			x: 0,
			y: 13
		}
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Revoked",
		description: "Whether the last certificate of the model was revoked",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "holds",
								color: "green",
								index: 0
							},
							"1": {
								text: "revoked",
								color: "red",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "green"
						},
						{
							value: 1,
							color: "red"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 6,
			w: 10,
			x: 14,
			y: 13
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certificate_revoked{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Gates",
		gridPos: {
			x: 0,
			y: 19,
			h: 1,
			w: 24
		}
	},
	{
		type: "state-timeline",
		transparent: false,
		repeatDirection: "h",
		options: {
			showValue: "auto",
			rowHeight: 0.9,
			mergeValues: true,
			alignValue: "left",
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: false,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			},
			perPage: 20
		},
		fieldConfig: {
			defaults: {
				custom: {
					lineWidth: 0,
					fillOpacity: 70
				},
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not passed",
								color: "red",
								index: 0
							},
							"1": {
								text: "passed",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		title: "Gates",
		description: "Whether each gate passed. A gate that cannot tell has not passed",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_passed{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 8,
			w: 24,
			x: 0,
			y: 20
		}
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "Verdicts",
		description: "The verdict of the last run of each gate",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_verdict{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback]) == 1",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 8,
			w: 10,
			x: 0,
			y: 28
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				min: 0,
				decimals: 0
			},
			overrides: [
			]
		},
		title: "Checks by status",
		description: "Checks of all gates shown that failed, could not tell, or warned",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "sum by (status) (last_over_time(proofmark_gate_checks{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\", status!=\"pass\"}[$lookback]))",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{status}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 8,
			w: 14,
			x: 10,
			y: 28
		}
	},
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Numbers",
		gridPos: {
			x: 0,
			y: 36,
			h: 1,
			w: 24
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				}
			},
			overrides: [
			]
		},
		title: "Scores",
		description: "What the checks measured",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_score{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{metric}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 9,
			w: 12,
			x: 0,
			y: 37
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				}
			},
			overrides: [
			]
		},
		title: "Distance to the threshold",
		description: "Score less threshold: below zero fails a floor (>=), above zero a ceiling (<=)",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_score{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback]) - on (repo, model, gate, metric) group_right () last_over_time(proofmark_gate_threshold{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{metric}} {{comparator}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 9,
			w: 12,
			x: 12,
			y: 37
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				unit: "s",
				min: 0
			},
			overrides: [
			]
		},
		title: "Duration",
		description: "How long the last run of each gate took",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_duration_seconds{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 7,
			w: 12,
			x: 0,
			y: 46
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				unit: "s",
				min: 0
			},
			overrides: [
			]
		},
		title: "Time since the last run",
		description: "How long ago each gate last ran",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "time() - last_over_time(proofmark_gate_last_run_timestamp_seconds{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 7,
			w: 12,
			x: 12,
			y: 46
		}
	}
];
var dashboard$1 = {
	timezone: timezone,
	editable: editable,
	graphTooltip: graphTooltip,
	fiscalYearStartMonth: fiscalYearStartMonth,
	schemaVersion: schemaVersion,
	templating: templating,
	annotations: annotations,
	title: title,
	uid: uid,
	description: description,
	tags: tags,
	refresh: refresh,
	time: time$1,
	panels: panels
};

/** What a Prometheus and a Grafana are given, by path: rules, the dashboard, and the files by which Grafana finds both. */
const monitoringFiles = ({ lookback, prometheus, dashboards }                   )                      =>
  new Map([
    ['prometheus/proofmark.rules.yml', alertRules(lookback)],
    ['grafana/dashboards/proofmark.json', `${JSON.stringify(lookingBack(lookback), null, 2)}\n`],
    [
      'grafana/provisioning/dashboards/proofmark.yml',
      distExports.stringify({
        apiVersion: 1,
        providers: [
          {
            name: 'proofmark',
            folder: 'Proofmark',
            type: 'file',
            allowUiUpdates: false,
            options: { path: dashboards },
          },
        ],
      }),
    ],
    [
      'grafana/provisioning/datasources/prometheus.yml',
      distExports.stringify({
        apiVersion: 1,
        datasources: [{ name: 'Prometheus', type: 'prometheus', access: 'proxy', url: prometheus, isDefault: true }],
      }),
    ],
  ]);

/** The dashboard, its variable `lookback` set. */
function lookingBack(lookback                    ) {
  if (lookback === undefined) return dashboard$1
  const list = dashboard$1.templating.list.map(variable =>
    variable.name === 'lookback'
      ? { ...variable, query: lookback, current: { selected: true, text: lookback, value: lookback }, options: [] }
      : variable,
  );
  return { ...dashboard$1, templating: { list } }
}

const flags$p                      = [
  { name: 'dir', kind: 'value', description: 'Folder to write to. Default: monitoring' },
  {
    name: 'lookback',
    kind: 'value',
    description:
      'How far back a value counts, such as 31d: longer than runs are apart. Needed for remote write; what Prometheus scrapes needs none',
  },
  {
    name: 'prometheus-url',
    kind: 'value',
    description: 'Address by which Grafana reaches Prometheus. Default: http://localhost:9090',
  },
  {
    name: 'dashboards-path',
    kind: 'value',
    description: 'Folder in which Grafana will find the dashboard. Default: /var/lib/grafana/dashboards',
  },
  { name: 'force', kind: 'switch', description: 'Write over files that are there' },
];

const dashboard             = {
  name: 'dashboard',
  summary: 'Write alert rules for Prometheus, and a dashboard with its provisioning files for Grafana',
  synopsis: '[--dir FOLDER] [--lookback 31d]',
  examples: [
    'proofmark dashboard',
    'proofmark dashboard --dir ops --lookback 31d --prometheus-url http://prometheus:9090',
  ],
  flags: flags$p,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$p);
    if (positionals[0] !== undefined)
      throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
        hint: 'Name the folder by its flag: --dir monitoring',
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const lookback = one('lookback');
    if (lookback !== undefined && !/^[1-9]\d{0,5}[mhdwy]$/.test(lookback))
      throw new UserError('dashboard.lookback', `Expected a length of time in --lookback but found '${lookback}'`, {
        hint: 'Write it as Prometheus does, such as 31d or 12h',
      })
    const prometheus = one('prometheus-url') ?? 'http://localhost:9090';
    if (!URL.canParse(prometheus) || !/^https?:$/.test(new URL(prometheus).protocol))
      throw new UserError('dashboard.address', `Expected an address in --prometheus-url but found '${prometheus}'`, {
        hint: 'Write it with its scheme, e.g. http://prometheus:9090',
      })
    const dashboards = one('dashboards-path') ?? '/var/lib/grafana/dashboards';
    const dir = one('dir') ?? 'monitoring';
    const { files } = compose(resolve(dir), terminalLog(process.stderr), {});
    const lines         = [];
    for (const [path, content] of monitoringFiles({ lookback, prometheus, dashboards })) {
      const kept = !values.has('force') && (await files.exists(path));
      if (!kept) await files.write(path, content);
      const shown = locate(process.cwd(), undefined).rebase(resolve(dir, path));
      lines.push(
        kept
          ? { tone: 'muted', text: visible(`  kept          ${shown} (--force writes over it)`) }
          : { tone: 'pass', text: visible(`  wrote         ${shown}`) },
      );
    }
    printLines(process.stdout, lines);
    return 0
  },
};

const dataValidate = certifyingCommand('data-validate', {
  summary: 'Check tables against an ODCS data contract',
  synopsis: '--data FILE… --contract FILE',
  examples: ['proofmark data-validate --data applications.csv --contract contract.odcs.yaml'],
});

/**
 * The files of an archive as `writeTar` makes it; undefined where it is anything else: another kind of entry than a plain file, a name
 * with a folder in it, a name twice, a wrong checksum, bytes behind the end.
 */
function readTar(archive            )                                      {
  const files = new Map                      ();
  let at = 0;
  for (;;) {
    const block = archive.subarray(at, at + BLOCK);
    if (block.length < BLOCK) return undefined
    if (block.every(byte => byte === 0)) break
    const entry = readHeader(block);
    if (!entry || files.has(entry.name)) return undefined
    const start = at + BLOCK;
    const next = start + Math.ceil(entry.size / BLOCK) * BLOCK;
    if (next > archive.length) return undefined
    files.set(entry.name, { name: entry.name, content: archive.slice(start, start + entry.size) });
    at = next;
  }
  return archive.subarray(at).every(byte => byte === 0) ? [...files.values()] : undefined
}

function readHeader(block            )                                             {
  const text = (from        , length        ) =>
    new TextDecoder('latin1').decode(block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
  const number = (from        , length        ) => {
    const digits = text(from, length).trim();
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
  };
  const [name, size] = [text(0, 100), number(124, 12)];
  const plain = (text(156, 1) === '0' || block[156] === 0) && text(345, 155) === '';
  if (!plain || !NAME.test(name) || text(257, 5) !== 'ustar') return undefined
  return Number.isNaN(size) || number(148, 8) !== checksum(block) ? undefined : { name, size }
}

/** Largest encrypted file that is read, in bytes; it is decrypted in memory. */
const MAX_BYTES$2 = 512 * 1024 * 1024;

                                 
                            
                       
                                                                            
                                        
                                                                               
                                   
                                                                                
                                       
 

/**
 * Decrypts an age file: the files of an archive of ours into a folder, any other content into one file. Overwrites nothing, and writes
 * nothing unless the whole file is as it was encrypted. Returns the paths that were written.
 */
async function decrypt$1(options                , ports       )                             {
  const { files, encryption } = ports;
  const identities = await resolveKeys(options.identities, () => false, ports);
  if (identities.length === 0)
    throw new UserError('encryption.no-identity', 'Expected at least one identity but found none', {
      hint: 'Give the file that age-keygen wrote: it holds a line AGE-SECRET-KEY-…',
    })
  const content = await encryption.decrypt(
    await files.read(options.file, { maxBytes: MAX_BYTES$2 }),
    identities,
    options.context,
  );
  const archived = readTar(content);
  const bare = options.file.replace(/\.age$/, '');
  const written = archived
    ? archived.map(file => ({ ...file, path: `${options.out ?? bare.replace(/\.tar$/, '')}/${file.name}` }))
    : [{ content, path: `${folderPrefix(options.out)}${options.out === undefined ? bare : bare.split('/').at(-1)}` }];
  for (const { path } of written)
    if (path === options.file || (await files.exists(path)))
      throw new UserError('encryption.exists', `Expected no file at ${path} but found one`, {
        file: path,
        hint: 'Move it away, or name another folder with --out',
      })
  for (const { path, content } of written) await files.write(path, content, { secret: true });
  return written.map(({ path }) => path)
}

const folderPrefix = (out                    ) => (out === undefined ? '' : `${out}/`);

const flags$o                      = [
  {
    name: 'identity',
    kind: 'list',
    description: 'Files of identities as age-keygen writes them, or keys in a key service',
  },
  { name: 'out', kind: 'value', description: 'Folder to write to. Default: called like the file, beside it' },
  { name: 'model-id', kind: 'value', description: 'What a key in a key service was bound to: the model id' },
];

const decrypt             = {
  name: 'decrypt',
  summary: 'Decrypt confidential evidence, as the age program does',
  synopsis: 'FILE --identity FILE [--out DIR]',
  examples: ['proofmark decrypt evidence.tar.age --identity escrow.key --out evidence'],
  flags: flags$o,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$o);
    const [file] = positionals;
    if (file === undefined || positionals.length > 1)
      throw new UserError('decrypt.incomplete', `Expected one encrypted file but found ${positionals.length}`, {
        hint: 'proofmark decrypt FILE --identity FILE',
      })
    const written = await decrypt$1(
      {
        file,
        identities: values.get('identity') ?? [],
        out: values.get('out')?.at(-1),
        context: values.get('model-id')?.at(-1),
      },
      compose(process.cwd(), terminalLog(process.stderr, { quiet: false }), {}),
    );
    process.stdout.write(written.map(path => `${path}\n`).join(''));
    return 0
  },
};

/**
 * Points production back: at the model it pointed at before, which must still be certified, unrevoked, valid and whole at the target,
 * or at nothing. To take it back to a model that lies here, `promote` it with the kind `demotion`.
 */
async function demote$1(options               , world                )                     {
  const { target, recordLog, ports } = world;
  const steps                  = [];
  const notes           = [];
  const stop = (outcome                      , pointer          , ended        = { steps: [] }) =>
    concludePromotion({ ...ended, outcome, target: target.name, steps: [...steps, ...ended.steps], pointer, notes });
  const stood = await readStanding(target);
  steps.push(stood.step);
  if (stood.step.status !== 'passed') return stop('conflict')
  const log = await recordLog?.read(['revocation']);
  const repaired = await repairLog$1(stood.pointer, stood.standing.pointer, log?.leaves ?? [], undefined, world);
  if (repaired !== undefined) notes.push(repaired);
  const from = stood.pointer?.to ?? null;
  if (from === null) {
    const there = stood.pointer === undefined ? [] : [{ pointer: stood.pointer, certified: true, again: true }];
    return stop('already-there', stood.pointer, await tellMoves(there, world))
  }

  const to = options.back === 'nothing' ? null : (stood.pointer?.from ?? null);
  if (to === null && options.back === 'previous')
    throw new UserError(
      'promotion.no-previous',
      `Expected a model before ${from.name} at ${target.name} but found none`,
      {
        hint: 'Give the certificate and the files of another model, or --nothing to point production at no model',
      },
    )
  let aimed;                                                                
  if (to !== null) {
    const verified = await verifyAtTarget(to, world);
    if (!verified)
      throw new UserError(
        'promotion.previous-gone',
        `Expected ${target.name} to keep ${to.name} and its certificate, to verify them again, but it does not`,
        { hint: 'Give its certificate and its files, as for `proofmark promote`' },
      )
    const broken = verified.steps.find(({ status }) => status !== 'passed');
    const revoked =
      log &&
      findRevocation(log.leaves, log.documents, {
        sha256: to.certificate,
        modelId: to.id,
        key: keyHint((await target.certificate(to.certificate)) ?? ''),
      });
    steps.push(
      broken
        ? promotionStep('verify', broken.status, broken.reason, broken.hint)
        : promotionStep('verify', 'passed', `${to.name} was verified again, as it lies at ${target.name}`),
      ...(log ? [revokedStep(revoked, world)] : []),
    );
    if (steps.some(({ status }) => status !== 'passed'))
      return {
        ...stop(verified.outcome === 'unverifiable' ? 'unverifiable' : 'refused', stood.pointer),
        verification: verified,
      }
    aimed = { id: to.id, files: verified.files };
  }
  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to,
    from,
    reason: options.reason,
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const flipped = await flip$1(pointer, stood.standing, aimed, world);
  return stop(flipped.outcome, pointer, flipped)
}

/** Flags that say whom a verification believes, and of which model the certificate must be. */
const TRUSTING_FLAGS                     = [
  { name: 'key', kind: 'value', description: 'Public key (PEM) of the certifier. Default: whom the policy trusts' },
  { name: 'policy', kind: 'value', description: 'Policy whose trust counts: keys, workflows, log and witnesses' },
  { name: 'name', kind: 'value', description: 'Name of the model that it must be about, with or without its version' },
];

/** Flags that `promote` and `demote` have in common. */
const PROMOTION_FLAGS                     = [
  {
    name: 'to',
    kind: 'value',
    description:
      'The target: folder:PATH, s3://BUCKET/PREFIX, release:TAG, deployment:ENVIRONMENT, tag:ARTIFACT#STAGE or mlflow:MODEL@ALIAS',
  },
  ...TRUSTING_FLAGS,
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
];

const OUTPUT_FLAGS                     = [
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

/** Prints what came of a promotion as the flags want it, and says how the program ends. */
function printPromotion(promotion           , { values }                             )           {
  const { error, verification: _, ...told } = promotion;
  if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else if (values.has('quiet')) process.stdout.write(`${promotionLine(promotion)}\n`);
  else printLines(process.stdout, promotionLines(promotion));
  return exitCode(promotion.verdict, error === undefined ? [] : [error])
}

/** Where a run is placed, whom the flags or the policy of the settings trust, and the log that certificates must be in. */
                                           
                                      
                                           
 

async function trustedLogOf(parsed             )                   {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  const { place, ports } = given;
  const path = (flag        ) => {
    const typed = parsed.values.get(flag)?.at(-1);
    return typed === undefined ? undefined : place.rebase(typed)
  };
  const trust = await whomToTrust({ key: path('key'), policy: path('policy'), config: place.config }, ports);
  const recordLog = await namedLog(given, flags, typeof trust === 'string' ? undefined : trust.log);
  return { ...given, trust, recordLog }
}

/** The world as the flags of `promote` and `demote` name it, and how paths that were typed here are seen from the settings' folder. */
async function worldOf(
  parsed             ,
  usage        ,
)                                                                           {
  const one = (name        ) => parsed.values.get(name)?.at(-1);
  const to = one('to');
  if (to === undefined) throw incomplete('--to to name the target but found nothing', usage)
  const { ports, place, connections, recordLog: log, trust, done } = await trustedLogOf(parsed);
  const recordLog = log && readOnce$1(log);
  const target = await composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN).open(to);
  const name = one('name');
  return {
    ports,
    target,
    verify: (request, shown) => verify$2({ ...request, key: trust, name, log: recordLog }, shown),
    recordLog,
    connections,
    by: one('by') ?? whoAsks(),
    rebase: place.rebase,
    done,
  }
}

/** Variables that hold a login: GitHub's, GitLab's, that of Jenkins' plugin build-user-vars, the system's. */
const LOGINS = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME'];

/** The login that a CI knows, else the user's. */
const whoAsks = ()                     => LOGINS.map(name => process.env[name]).find(Boolean);

const incomplete = (what        , usage        )            =>
  new UserError('promotion.incomplete', `Expected ${what}`, { hint: usage });

const SYNOPSIS$6 = '[CERTIFICATE --model FILE…] --to TARGET --key FILE --reason TEXT [--nothing]';
const flags$n                      = [
  ...PROMOTION_FLAGS,
  { name: 'reason', kind: 'value', description: 'Why; it stands in the pointer and in the log' },
  { name: 'nothing', kind: 'switch', description: 'Point production at no model' },
  { name: 'model', kind: 'list', description: 'With a certificate: the model to go back to, as it lies here' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
];

const demote             = {
  name: 'demote',
  summary: 'Point production back at the certified model before, or at nothing',
  synopsis: SYNOPSIS$6,
  examples: [
    'proofmark demote --to folder:/srv/models/credit --key proofmark.pub --reason INC-42',
    'proofmark demote --to tag:credit-default#prod --key proofmark.pub --reason INC-42 --nothing',
  ],
  flags: flags$n,
  async run(args) {
    const parsed = parseFlags(args, flags$n);
    const usage = `proofmark demote ${SYNOPSIS$6}`;
    const { values, positionals } = parsed;
    const reason = values.get('reason')?.at(-1);
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const [certificate] = positionals;
    const model = values.get('model') ?? [];
    if (positionals.length > 1 || (certificate === undefined) !== (model.length === 0))
      throw incomplete('a certificate and --model together, or neither', usage)
    if (certificate !== undefined && values.has('nothing'))
      throw incomplete('a certificate or --nothing but found both', usage)
    const world = await worldOf(parsed, usage);
    const demotion =
      certificate === undefined
        ? await demote$1({ back: values.has('nothing') ? 'nothing' : 'previous', reason }, world)
        : await promote$1(
            { certificate: world.rebase(certificate), model: model.map(world.rebase), reason, kind: 'demotion' },
            world,
          );
    world.done();
    return printPromotion(demotion, parsed)
  },
};

/** What one connection answered. */
                           
                       
                                       
 

/** Everything that was asked, in the order of the probes. */
                            
                                    
                                        
 

                                
                                                                                             
                                                                                                  
                                                                       
                         
 

const LIMIT = 30_000;

/** Asks every connection that the settings and the environment configure whether it works, all at once, each for a limited time. */
async function doctor$1({ settings, limit = LIMIT }               , probes        )                     {
  const file = await readOnce(settings);
  const opened = await probes.open(file.settings);
  const asked = await Promise.all(opened.map(probe => askWithin(probe, limit)));
  const examined = [file.examined, ...asked];
  return { status: worst(examined.flatMap(({ findings }) => findings)), examined }
}

async function readOnce(
  given                           ,
)                                                                  {
  if (given === undefined) {
    const found = 'there is none here: only what the environment configures is asked';
    const finding          = {
      asked: 'settings',
      status: 'warn',
      found,
      remedy: 'Make one with proofmark init, or name it with --config',
    };
    return { settings: undefined, examined: { name: 'proofmark.yml', findings: [finding] } }
  }
  try {
    const settings = await given.read();
    return { settings, examined: { name: given.name, findings: [{ asked: 'settings', status: 'ok', found: 'read' }] } }
  } catch (error) {
    return { settings: undefined, examined: { name: given.name, findings: [failed('settings', error)] } }
  }
}

async function askWithin(probe       , limit        )                    {
  let timer;                                           
  const late = new Promise                    (resolve => {
    const finding          = {
      asked: 'answer',
      status: 'fail',
      found: `none in ${Math.round(limit / 1000)} seconds`,
      remedy: 'Check the address, the network between, and how busy the server is',
    };
    timer = setTimeout(() => resolve([finding]), limit);
  });
  try {
    const findings = await Promise.race([probe.ask(), late]);
    return { name: probe.name, findings: findings.length > 0 ? findings : [nothing] }
  } catch (error) {
    return { name: probe.name, findings: [failed('connection', error)] }
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing that was asked is nothing that works. */
const nothing          = { asked: 'connection', status: 'warn', found: 'nothing could be asked of it' };

function failed(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

const worst = (findings                    )                    =>
  (['fail', 'warn']         ).find(status => findings.some(finding => finding.status === status)) ?? 'ok';

const GB = 1_000_000_000;
/** Bytes that should be free, and that must be. */
const ENOUGH$1 = 5 * GB;
const LEAST$2 = 0.1 * GB;

/** Where fetched files are kept. */
const cacheProbe            = {
  async open({ environment }) {
    const folder = cacheFolder(environment);
    return [{ name: `Cache ${folder}`, ask: () => findings$8(folder) }]
  },
};

async function findings$8(folder        )                              {
  const there = await nearest(folder);
  const remedy = 'Name another folder in PROOFMARK_CACHE';
  try {
    await access(there, constants.W_OK);
  } catch (cause) {
    return [{ asked: 'may write', status: 'fail', found: `no (${systemCode(cause) ?? 'refused'})`, remedy }]
  }
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const status = free < LEAST$2 ? 'fail' : free < ENOUGH$1 ? 'warn' : 'ok';
  const space          = { asked: 'space', status, found: `${(free / GB).toFixed(1)} GB free` };
  return [
    { asked: 'may write', status: 'ok', found: 'yes' },
    status === 'ok' ? space : { ...space, remedy: `Free some space, or name another folder in PROOFMARK_CACHE` },
  ]
}

/** The folder, or the nearest above it that is there: the rest is made when it is needed. */
async function nearest(folder        )                  {
  try {
    await access(folder);
    return folder
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : nearest(above)
  }
}

const IDLE = 15_000;
const MAX_BYTES$1 = 1024 * 1024;

                           
                   
                                           
                                                     
              
                        
                                
                       
                                                                   
                                  
 

/** One question over HTTP, asked once: a doctor tells of a fault, it does not wait for it to pass. */
async function ask({ url, method = 'GET', headers = {}, body, what, ca }          ) {
  try {
    const answer = await send({
      url,
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : new TextEncoder().encode(body),
      idle: IDLE,
      ca,
    });
    const { text } = await textOf(answer, MAX_BYTES$1);
    const told                                                                 = { ...answer, text };
    return told
  } catch (cause) {
    const { found, hint } = connectionFault(cause);
    throw new UserError('doctor.unreachable', `Expected ${what} at ${url.host} to answer but found ${found}`, {
      hint,
      kind: 'environment',
      cause,
    })
  }
}

/** Seconds by which two clocks may differ; S3 refuses requests at 15 minutes, and time stamps are believed by the minute. */
const HARMLESS = 60;
const HARMFUL = 300;

/** This machine's clock beside that of a server, by the Date of its answer, which has whole seconds. None where it sent no date. */
function clock(date                    , now = new Date())                     {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return []
  const off = Math.trunc((now.getTime() - theirs) / 1000);
  const size = Math.abs(off);
  if (size <= HARMLESS) return [{ asked: 'clock', status: 'ok', found: `within ${HARMLESS} seconds of ours` }]
  const found = `ours is ${size} seconds ${off > 0 ? 'ahead' : 'behind'}`;
  const remedy = 'Set the clock of this machine, e.g. by NTP: signatures and requests carry its time';
  return [{ asked: 'clock', status: size <= HARMFUL ? 'warn' : 'fail', found, remedy }]
}

/** A server's clock beside ours, asked for without credentials; none where it is not HTTP, does not answer or sends no date: others ask whether it answers. */
async function clockOf(address                    , ca         )                              {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return []
  url.username = '';
  url.password = '';
  const answer = await ask({ url, method: 'HEAD', what: 'the server', ca }).catch(() => undefined);
  return clock(answer?.headers.date)
}

/** What was thrown where something was asked, as what was found; a bug of ours stays one. */
function failure(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

/** Remotes that are asked. */
const MOST$3 = 20;
/** Looked for in a store that tracks nothing yet: no file has it. */
const NOWHERE = { key: `files/md5/00/${'0'.repeat(30)}` };

/** Every remote of the DVC repository around: whether what the pointers name could be read there. */
const dvcProbe            = {
  async open(world) {
    const { findRoot, openRepository } = await import('./repository.js').then(function (n) { return n.d; });
    const root = findRoot(world.root);
    if (root === undefined) return world.settings?.data.dvc === undefined ? [] : [missing$3]
    const repository = openRepository(root);
    const config = await repository.config();
    const { remoteConfig } = await import('./remote-config.js');
    const named = [...config.keys()].flatMap(section => /^remote "(.*)"$/.exec(section)?.[1] ?? []);
    const asked = world.settings?.data.dvc?.remote;
    const standard = config.get('core')?.get('remote');
    const names = [...new Set([...named, ...(asked === undefined || asked === 'default' ? [] : [asked])])];
    return names.slice(0, MOST$3).map(
      (name)        => ({
        name: `DVC remote ${name}`,
        async ask() {
          const remote = remoteConfig(config, name);
          if (remote === undefined) return []
          const found = await findings$7(remote, root, world);
          // One that nobody reads from may be out of reach, such as a colleague's disk.
          return name === asked || name === standard ? found : found.map(lessened)
        },
      }),
    )
  },
};

const lessened = (finding         )          => (finding.status === 'fail' ? { ...finding, status: 'warn' } : finding);

const missing$3        = {
  name: 'DVC',
  ask: async () => [
    {
      asked: 'repository',
      status: 'fail',
      found: 'no folder .dvc, here or above',
      remedy: 'Run it where dvc init was run, with .dvc/config checked out',
    },
  ],
};

async function findings$7(remote              , root        , { environment }            )                              {
  const asked = 'may read';
  try {
    const { openRemote } = await import('./open-remote.js');
    const opened = await openRemote(remote, root, environment);
    // Of a store that lists nothing to us, only an object that is there tells a missing permission from a missing object.
    await opened.sizes([NOWHERE], () => {});
    return [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(clockAddress(remote, environment)))]
  } catch (error) {
    return [failure(asked, error)]
  }
}

function clockAddress({ url, settings }              , environment                           )                     {
  if (!url.startsWith('s3:')) return url
  return settings.get('endpointurl') ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL
}

const MAX_KEYS_BYTES = 64 * 1024;
/** What is encrypted to see that it can be, and thrown away. */
const SAMPLE$2 = new TextEncoder().encode('proofmark doctor');

/** Everyone whom `record.encrypt.recipients` names: whether something can be encrypted to them. */
const encryptionProbe            = {
  async open(world) {
    const recipients = world.settings?.record.encrypt?.recipients ?? [];
    return recipients.map(
      (recipient)        => ({
        name: `Recipient ${recipient.startsWith('age1') ? `${recipient.slice(0, 12)}…` : recipient}`,
        ask: () => findings$6(recipient, world),
      }),
    )
  },
};

async function findings$6(recipient        , { root, environment }            )                              {
  const asked = 'can encrypt';
  const { ageFiles } = await import('./exit-code.js').then(function (n) { return n.z; });
  const { keyServices } = await import('./key-services.js');
  const encryption = ageFiles(async () => keyServices(environment));
  try {
    const isOne = /^age1[^/]*$/.test(recipient) || encryption.isKeyService(recipient);
    const named = isOne
      ? [recipient]
      : linesOf(await localFiles(root).readText(recipient, { maxBytes: MAX_KEYS_BYTES }));
    await encryption.encrypt(SAMPLE$2, named, 'proofmark doctor');
    return [{ asked, status: 'ok', found: named.length === 1 ? 'yes' : `yes, to ${named.length} keys` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

const linesOf = (text        ) =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));

/** Requests that should be left of the hour's. */
const ENOUGH = 100;

/** What Proofmark reads there, by the permission that a job has to give: reading shows that, writing shows only when it is done. */
const READS = [
  ['contents', 'releases?per_page=1'],
  ['pull-requests', 'pulls?per_page=1'],
  ['issues', 'issues?per_page=1'],
];         

/** The repository of the run on GitHub, with the token of the environment. */
const githubProbe            = {
  async open(world) {
    const { repository } = world.context;
    if (repository === undefined) return []
    return [{ name: `GitHub ${repository}`, ask: () => findings$5(repository, world) }]
  },
};

async function findings$5(repository        , { environment, context }            )                              {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN;
  if (!token)
    return [
      {
        asked: 'token',
        status: 'warn',
        found: 'none: nothing is published on GitHub',
        remedy: 'Give the step the token of the job as the variable GITHUB_TOKEN',
      },
    ]
  const base = `${(environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')}/repos/${repository}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'user-agent': `proofmark/${VERSION}`,
    accept: 'application/vnd.github+json',
  };
  const read = (path        ) => ask({ url: new URL(`${base}${path}`), headers, what: 'GitHub' });
  const first = await read('');
  const timed = clock(first.headers.date);
  if (first.status !== 200) return [{ asked: 'token', status: 'fail', ...refusal(first.status, repository) }, ...timed]
  const checks =
    context.commit === undefined ? [] : ([['checks', `commits/${context.commit}/check-runs?per_page=1`]]         );
  const reads = await Promise.all(
    [...READS, ...checks].map(async ([permission, path])                   => {
      const { status } = await read(`/${path}`);
      if (status === 200)
        return { asked: permission, status: 'ok', found: 'can be read; writing shows when it is done' }
      return {
        asked: permission,
        status: 'warn',
        found: `HTTP status ${status}`,
        remedy: `Give the job permissions: { ${permission}: write } where it publishes there`,
      }
    }),
  );
  return [
    { asked: 'token', status: 'ok', found: scopes(first.headers['x-oauth-scopes']) },
    ...reads,
    ...left(first.headers),
    ...timed,
  ]
}

/** Classic tokens name their scopes; what a job's or a fine-grained token may do, GitHub does not say. */
const scopes = (header                               ) =>
  typeof header === 'string' && header !== '' ? `accepted, with the scopes ${header}` : 'accepted';

function refusal(status        , repository        )                                    {
  const found = `HTTP status ${status}`;
  if (status === 401) return { found, remedy: 'The token is wrong or has expired: set it anew' }
  if (status === 404) return { found, remedy: `Check the name ${repository}, and that the token may read it` }
  if (status === 403 || status === 429)
    return { found, remedy: 'Wait for the hour to pass, or give the token access to the repository' }
  return { found, remedy: 'See githubstatus.com, and GITHUB_API_URL' }
}

function left(headers                                   )                     {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  if (Number.isNaN(remaining)) return []
  const found = `${remaining} requests left this hour`;
  return remaining >= ENOUGH
    ? [{ asked: 'rate limit', status: 'ok', found }]
    : [{ asked: 'rate limit', status: 'warn', found, remedy: 'Wait for the hour to pass, or use another token' }]
}

/** Every address of a file that stands anywhere in the settings, each once, in their order. */
function addressesIn(value         )                    {
  const found = new Set        ();
  const look = (part         )       => {
    if (typeof part === 'string') {
      if (isAddress(part)) found.add(part);
    } else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return [...found]
}

/** Every file by https that the settings name: whether it is there, not what is in it. */
const httpsProbe            = {
  async open({ settings, root, environment }) {
    const addresses = addressesIn(settings?.data)
      .concat(addressesIn(settings?.certify), addressesIn(settings?.drift), addressesIn(settings?.model))
      .filter(address => /^https?:/.test(address) && address.includes('#'));
    return [...new Set(addresses)].map(address => ({
      name: address.replace(/#.*$/, ''),
      async ask() {
        const { httpsSource } = await import('./https-source.js');
        const [file] = (await httpsSource({ root, environment, progress: () => {} }).find(address)) ?? [];
        const opened = await file?.read(0);
        for await (const _ of opened?.bytes ?? []) break
        return [{ asked: 'file', status: 'ok', found: 'it is sent' }, ...(await clockOf(address))]
      },
    }))
  },
};

/** A probe that looks at the clock of the server it asks as well, where that answers. */
const withClock = (probe       , address                    )        => ({
  ...probe,
  async ask() {
    const [findings, clocks] = await Promise.all([probe.ask(), clockOf(address)]);
    return [...findings, ...clocks]
  },
});

/** lakeFS, where the settings or the environment name it. */
const lakefs            = {
  async open({ root, environment, settings }) {
    const { lakefs } = settings?.connections ?? {};
    const named = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL;
    if (lakefs === undefined && !named) return []
    const { lakefsProbe } = await import('./lakefs-probe.js');
    return [withClock(lakefsProbe(lakefs, { root, environment }), named)]
  },
};

/** The branch that keeps the log, where the settings name one. */
const logProbe            = {
  async open(world) {
    const log = world.settings?.record.log;
    if (log === undefined) return []
    const place = log.remote ?? log.repository ?? world.context.repository;
    return [{ name: `Log ${place === undefined ? '' : `${place}@`}${log.branch}`, ask: () => findings$4(world) }]
  },
};

async function findings$4(world            )                              {
  const written = await key$1(world);
  try {
    const branch = await openBranch(world);
    if (branch === undefined)
      return [
        {
          asked: 'branch',
          status: 'fail',
          found: 'nobody says where it is kept',
          remedy: 'Name record.log.repository or record.log.remote; on a runner GITHUB_REPOSITORY does',
        },
      ]
    const head = await branch.head();
    if (head !== undefined) return [{ asked: 'branch', status: 'ok', found: `at ${head.slice(0, 12)}` }, ...written]
    const remedy = 'Begin it with proofmark log init; or the token may not read it';
    return [{ asked: 'branch', status: 'fail', found: 'there is none', remedy }, ...written]
  } catch (error) {
    return [failure('branch', error), ...written]
  }
}

async function openBranch({ settings, root, environment, context }            )                                 {
  const log = settings?.record.log;
  if (log?.remote !== undefined) {
    const { gitLogBranch } = await import('./exit-code.js').then(function (n) { return n.B; });
    return gitLogBranch({ remote: log.remote, branch: log.branch }, { root, env: environment })
  }
  const repository = log?.repository ?? context.repository;
  if (log === undefined || repository === undefined) return undefined
  const [{ githubLogBranch }, { logConnection }] = await Promise.all([
    import('./exit-code.js').then(function (n) { return n.C; }),
    import('./exit-code.js').then(function (n) { return n.D; }),
  ]);
  return githubLogBranch(logConnection(environment, repository), log.branch)
}

/** Only who writes to the log needs its key. */
async function key$1({ settings, environment, root }            )                              {
  if (environment.PROOFMARK_LOG_KEY) return [{ asked: 'key', status: 'ok', found: 'in PROOFMARK_LOG_KEY' }]
  const path = settings?.record.log?.key;
  const { localFiles } = await import('./exit-code.js').then(function (n) { return n.A; });
  if (path !== undefined && (await localFiles(root).exists(path)))
    return [{ asked: 'key', status: 'ok', found: `in ${path}` }]
  const remedy = 'Set the secret PROOFMARK_LOG_KEY in jobs that write to the log';
  return [{ asked: 'key', status: 'warn', found: 'none: the log can only be read', remedy }]
}

/** Asks MLflow where the environment, the settings' connections or the model's files name it. */
const mlflow            = {
  async open({ environment, settings }) {
    const files = (settings?.model.files ?? []).filter(isModelAddress);
    const connection = settings?.connections.mlflow;
    if (!environment.MLFLOW_TRACKING_URI && connection === undefined && files.length === 0) return []
    const { mlflowProbe } = await import('./mlflow-probe.js');
    return [withClock(mlflowProbe({ connection, files }, environment), environment.MLFLOW_TRACKING_URI)]
  },
};

/** Whoever takes metrics and marks: Pushgateway, textfile collector, remote write, Grafana. Nothing is pushed. */
const monitoringProbe            = {
  async open(world) {
    const { pushgateway, textfile, 'remote-write': written, grafana } = world.settings?.connections ?? {};
    const probes                        = [
      pushgateway && { name: `Pushgateway ${pushgateway.url}`, ask: () => pushgatewayFindings(pushgateway, world) },
      textfile && { name: `Textfile collector ${textfile.folder}`, ask: () => textfileFindings(textfile, world) },
      written && { name: `Remote write ${written.url}`, ask: () => remoteWriteFindings(written, world) },
      grafana && { name: `Grafana ${grafana.url}`, ask: () => grafanaFindings(grafana, world) },
    ];
    return probes.filter(probe => probe !== undefined)
  },
};

async function pushgatewayFindings(settings                           , { environment }            ) {
  const { credentials } = await import('./credentials.js');
  const url = new URL(`${settings.url.replace(/\/+$/, '')}/api/v1/status`);
  return answered(url, credentials(settings, environment), 'the Pushgateway', {
    refused: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    other: 'Check connections.pushgateway.url: the address without /metrics',
  })
}

async function grafanaFindings({ url }                       , { environment }            ) {
  const { grafanaToken } = await import('./grafana-token.js');
  const headers = { authorization: `Bearer ${grafanaToken(environment)}` };
  // Reading is asked: a mark that was set to see whether one may would stay.
  return answered(new URL(`${url.replace(/\/+$/, '')}/api/annotations?limit=1`), headers, 'Grafana', {
    refused:
      'Give GRAFANA_TOKEN the token of a service account with the permissions annotations:read and annotations:create',
    other: 'Check connections.grafana.url: the address without /api',
  })
}

async function textfileFindings({ folder }                        , { root }            )                              {
  const asked = 'may write';
  return access(resolve(root, folder), constants$1.W_OK | constants$1.X_OK).then(
    ()            => [{ asked, status: 'ok', found: 'yes' }],
    ()            => [
      { asked, status: 'fail', found: 'no', remedy: 'Make the folder, and let the user of this run write into it' },
    ],
  )
}

async function remoteWriteFindings(settings                            , { environment }            ) {
  const { remoteWrite } = await import('./remote-write.js');
  const asked = 'may write';
  // A request without series writes nothing, and is refused as any other is.
  return remoteWrite(settings, environment)
    .write([], new Date())
    .then(
      async ()                     => [{ asked, status: 'ok', found: 'yes' }, ...(await clockOf(settings.url))],
      (error         )            => [failure(asked, error)],
    )
}

async function answered(
  url     ,
  headers                                  ,
  what        ,
  remedies                                    ,
)                              {
  const answer = await ask({ url, headers, what });
  const { status } = answer;
  if (status === 200 && /^\s*[[{]/.test(answer.text))
    return [{ asked: 'credentials', status: 'ok', found: 'accepted' }, ...clock(answer.headers.date)]
  if (status === 401 || status === 403)
    return [{ asked: 'credentials', status: 'fail', found: `HTTP status ${status}`, remedy: remedies.refused }]
  const { location } = answer.headers;
  const found =
    status === 200
      ? 'no JSON'
      : status >= 300 && status < 400
        ? `a redirect to ${location !== undefined && URL.canParse(location, url.href) ? new URL(location, url).host : 'elsewhere'}`
        : `HTTP status ${status}`;
  throw new UserError('doctor.answer', `Expected an answer of ${what} but found ${found}`, {
    kind: 'environment',
    hint:
      status >= 500 || status === 429
        ? 'It is overloaded, starting or broken: see its log, then run again'
        : remedies.other,
  })
}

const OLDEST = 24;

const nodeProbe            = {
  async open() {
    const { node } = process.versions;
    const isNew = Number(node.split('.')[0]) >= OLDEST;
    return [
      {
        name: `Node ${node}`,
        ask: async () => [
          isNew
            ? { asked: 'version', status: 'ok', found: `${OLDEST} or newer` }
            : { asked: 'version', status: 'fail', found: `older than ${OLDEST}`, remedy: `Install Node ${OLDEST}` },
        ],
      },
    ]
  },
};

const DAY$1 = 24 * 3600 * 1000;
/** Days after which an archive of advisories says little of what was found since. */
const OLD = 7;

/** Where known vulnerabilities are looked up. */
const osvProbe            = {
  async open({ settings, root }) {
    const { vulnerabilities = 'off', 'osv-url': url = '' } = settings?.security ?? {};
    if (vulnerabilities === 'off') return []
    if (vulnerabilities === 'api') return [{ name: `OSV ${url}`, ask: () => server(url) }]
    return [{ name: `OSV ${vulnerabilities}`, ask: () => archive(root, vulnerabilities) }]
  },
};

async function server(url        )                              {
  const query = JSON.stringify({ package: { name: 'pip', ecosystem: 'PyPI' }, version: '9999' });
  const to = new URL(`${url.replace(/\/+$/, '')}/v1/query`);
  const { status, headers, text } = await ask({ url: to, method: 'POST', body: query, what: 'OSV' });
  if (status === 200 && text.trimStart().startsWith('{'))
    return [{ asked: 'answer', status: 'ok', found: 'yes' }, ...clock(headers.date)]
  const found = status === 200 ? 'no JSON' : `HTTP status ${status}`;
  return [{ asked: 'answer', status: 'fail', found, remedy: "Check 'security.osv-url', or give the path of all.zip" }]
}

async function archive(root        , path        )                              {
  const stats = await stat(locate$1(root, path).absolute).catch((cause         ) => {
    throw new UserError('doctor.osv', `Expected ${path} but there is none`, {
      hint: "Download OSV's all.zip there first",
      cause,
    })
  });
  const days = Math.floor((Date.now() - stats.mtimeMs) / DAY$1);
  if (days <= OLD) return [{ asked: 'age', status: 'ok', found: `${days} days` }]
  return [{ asked: 'age', status: 'warn', found: `${days} days`, remedy: 'Download it again' }]
}

/** The repository that `policy.from` names: whether the token of the environment reads the file there. */
const policyProbe            = {
  async open(world) {
    const { repository, path, ref } = world.settings?.policy.from ?? {};
    if (repository === undefined || path === undefined || ref === undefined) return []
    return [{ name: `Policy ${repository}/${path}`, ask: () => findings$3({ repository, path, ref }, world) }]
  },
};

async function findings$3(
  { repository, path, ref }                                                   ,
  { environment }            ,
)                              {
  const token = environment.GITHUB_TOKEN || environment.INPUT_TOKEN || environment.GH_TOKEN;
  const api = (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
  const file = path.split('/').map(encodeURIComponent).join('/');
  const { status } = await ask({
    url: new URL(`${api}/repos/${repository}/contents/${file}?ref=${encodeURIComponent(ref)}`),
    headers: {
      'user-agent': `proofmark/${VERSION}`,
      accept: 'application/vnd.github+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    what: 'GitHub',
  });
  if (status === 200) return [{ asked: 'may read', status: 'ok', found: `yes, at ${ref}` }]
  const remedy = `Check the path and the ref, and give the job a token with contents: read on ${repository}`;
  return [{ asked: 'may read', status: 'fail', found: `HTTP status ${status} at ${ref}`, remedy }]
}

const HOUR = 3_600_000;

/** Every Prometheus query of `drift.series`. */
const prometheusProbe            = {
  async open(world) {
    const series = world.settings?.drift.series ?? [];
    return series.flatMap(({ name, prometheus })          =>
      prometheus === undefined
        ? []
        : [{ name: `Prometheus ${prometheus.url} (${name})`, ask: () => findings$2(prometheus, world) }],
    )
  },
};

async function findings$2(source                  , { environment, root }            )                              {
  const [{ prometheus }, { localFiles }] = await Promise.all([
    import('./exit-code.js').then(function (n) { return n.E; }),
    import('./exit-code.js').then(function (n) { return n.A; }),
  ]);
  const { range } = prometheus({ environment, readText: path => localFiles(root).readText(path) });
  const end = source.until === undefined ? Date.now() : Date.parse(source.until);
  const series = await range(source, source.query, { start: end - HOUR, end, step: HOUR / 60 });
  const ca = source.ca === undefined ? undefined : await localFiles(root).readText(source.ca);
  const timed = await clockOf(source.url, ca);
  if (series.length > 0)
    return [{ asked: 'query', status: 'ok', found: `${series.length} series in its last hour` }, ...timed]
  const remedy = 'Try the query in the page of the server; nothing would be judged';
  return [{ asked: 'query', status: 'warn', found: 'no series in its last hour', remedy }, ...timed]
}

/** Addresses of a bucket that are asked for. */
const MOST$2 = 20;

/** Every bucket that an address of the settings is in. */
const s3Probe            = {
  async open(world) {
    const addresses = addressesIn(world.settings).filter(address => address.startsWith('s3:'));
    const bucketOf = (address        ) => /^s3:\/\/([^/?#]*)/.exec(address)?.[1] ?? '';
    return [...new Set(addresses.map(bucketOf))].map((name)        => {
      const own = addresses.filter(address => bucketOf(address) === name).slice(0, MOST$2);
      return { name: `S3 ${name}`, ask: () => findings$1(name, own, world) }
    })
  },
};

async function findings$1(
  name        ,
  addresses                   ,
  { environment, root }            ,
)                              {
  const [{ bucket }, { s3Source }] = await Promise.all([
    import('./bucket.js'),
    import('./s3-source.js'),
  ]);
  const source = s3Source({ environment, root, progress: () => {}, tries: 2 });
  const found            = [];
  try {
    const store = bucket(name, environment, { tries: 2 });
    const query = { 'list-type': '2', 'max-keys': '1' };
    const { headers, body } = await store.send({ method: 'GET', query, doing: 'list it' });
    body.destroy();
    found.push(...clock(headers.date));
    found.push(
      headers['content-type']?.includes('html')
        ? { asked: 'answer', status: 'fail', found: 'a page of HTML', remedy: 'Check AWS_ENDPOINT_URL' }
        : {
            asked: 'credentials',
            status: 'ok',
            found: environment.AWS_NO_SIGN_REQUEST ? 'none are needed' : 'accepted',
          },
    );
  } catch (error) {
    // Who may not list may yet read what the settings name: each of that is asked for below.
    if (!(error instanceof UserError && error.code === 's3.denied')) return [failure('credentials', error)]
  }
  for (const address of addresses) {
    try {
      const files = (await source.find(address)) ?? [];
      const pinned = files.every(file => file.origin.pinned !== undefined);
      const many = files.length === 1 ? 'it is there' : `${files.length} objects`;
      found.push(
        pinned
          ? { asked: address, status: 'ok', found: many }
          : {
              asked: address,
              status: 'warn',
              found: `${many}, but the bucket keeps no versions`,
              remedy: 'Turn versioning on: then evidence names the very version',
            },
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      found.push(failure(address, error));
    }
  }
  return found
}

const MAX_KEY_BYTES$2 = 64 * 1024;
/** What is signed to see that it can be: no statement of any kind. */
const SAMPLE$1 = new TextEncoder().encode('proofmark doctor: nothing is stated');

/** What signs certificates: PROOFMARK_KEY, or what `record.key` names. */
const signingProbe            = {
  async open(world) {
    const text = world.environment.PROOFMARK_KEY?.trim();
    const reference = text || world.settings?.record.key;
    if (reference === undefined) return []
    const name = text ? 'Signing key in PROOFMARK_KEY' : `Signing key ${reference}`;
    return [{ name, ask: () => (reference === KEYLESS ? keyless(world) : key(reference, world)) }]
  },
};

/** A signature by a workflow would be published: only whether it could be had is looked at. */
async function keyless({ environment, settings }            )                              {
  const { 'fulcio-url': fulcio, 'rekor-url': rekor } = settings?.record.keyless ?? {};
  const own = await Promise.all([
    fulcio === undefined ? undefined : answers('certificate authority', fulcio, '/api/v2/configuration'),
    rekor === undefined ? undefined : answers('transparency log', rekor, '/api/v1/log'),
  ]);
  const remedy = 'Sign in a job with the permission id-token: write';
  return [
    environment.ACTIONS_ID_TOKEN_REQUEST_URL
      ? { asked: 'identity', status: 'ok', found: 'this job may ask for a token' }
      : { asked: 'identity', status: 'fail', found: 'this job may not ask for a token', remedy },
    ...own.flatMap(findings => findings ?? []),
  ]
}

/** Whether an authority, or a log, that the settings name answers what it answers to anybody. A log of version 2 has no such question. */
async function answers(asked        , url        , path        )                              {
  try {
    const { status, headers } = await ask({ url: new URL(`${url.replace(/\/+$/, '')}${path}`), what: `the ${asked}` });
    if (status < 500) return [{ asked, status: 'ok', found: `${url} answers` }, ...clock(headers.date)]
    return [{ asked, status: 'fail', found: `HTTP status ${status}`, remedy: `See what ${url} says, then run again` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

async function key(reference        , { root, environment }            )                              {
  const isFile = !isKeyReference(reference);
  const { sigstoreSigning } = await import('./exit-code.js').then(function (n) { return n.F; });
  try {
    const text = isFile ? await localFiles(root).readText(reference, { maxBytes: MAX_KEY_BYTES$2 }) : reference;
    const tokens = { token: () => Promise.reject(new Error('No token is asked for')) };
    const signing = sigstoreSigning(tokens, environment);
    const signer = await signing.open(text);
    await signer.sign(SAMPLE$1);
  } catch (error) {
    return [failure('can sign', error)]
  }
  return [{ asked: 'can sign', status: 'ok', found: 'yes' }, ...(isFile ? await permissions(root, reference) : [])]
}

async function permissions(root        , path        )                              {
  if (process.platform === 'win32') return []
  const { mode } = await stat(locate$1(root, path).absolute);
  if ((mode & 0o077) === 0) return [{ asked: 'permissions', status: 'ok', found: 'only its owner can read it' }]
  return [
    { asked: 'permissions', status: 'warn', found: 'others on this machine can read it', remedy: `chmod 600 ${path}` },
  ]
}

/** What is stamped to see that it can be: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark doctor: nothing is stated');

/** The time-stamp authority of `record.timestamp-authority`. */
const timestampProbe            = {
  async open({ settings }) {
    const url = settings?.record['timestamp-authority'];
    return url === undefined ? [] : [{ name: `Time-stamp authority ${url}`, ask: () => findings(url) }]
  },
};

async function findings(url        )                              {
  const asked = 'time-stamp';
  const [{ requestTimestamp }, { readTimestamp }] = await Promise.all([
    import('./request-timestamp.js'),
    import('./read-timestamp.js').then(function (n) { return n.c; }),
  ]);
  try {
    const timestamp = readTimestamp(await requestTimestamp(url, SAMPLE));
    const timed = 'at' in timestamp ? clock(timestamp.at.toUTCString()) : [];
    return [{ asked, status: 'ok', found: 'given' }, ...timed]
  } catch (error) {
    return [failure(asked, error)]
  }
}

/** Every kind of probe; each is loaded where the settings or the environment configure what it asks. */
const PROBES                       = [
  nodeProbe,
  cacheProbe,
  signingProbe,
  timestampProbe,
  encryptionProbe,
  githubProbe,
  policyProbe,
  logProbe,
  s3Probe,
  httpsProbe,
  dvcProbe,
  prometheusProbe,
  monitoringProbe,
  osvProbe,
  lakefs,
  mlflow,
];

/** Opens the probes of whatever the settings and the environment configure, in the order of their list. */
const allProbes = (world                              )         => ({
  open: async settings => (await Promise.all(PROBES.map(({ open }) => open({ ...world, settings })))).flat(),
});

const TONE$1 = { ok: 'pass', warn: 'warn', fail: 'fail' };         

/** One line for each thing that was asked, and one that sums them up. */
function doctorLines({ examined }      )         {
  const findings = examined.flatMap(({ name, findings }) => findings.map(finding => ({ name, ...finding })));
  const width = Math.max(...findings.map(({ name }) => visible(name).length));
  const count = (status                        ) => findings.filter(finding => finding.status === status).length;
  return [
    ...findings.map(({ name, asked, status, found, remedy }) => ({
      tone: TONE$1[status],
      text: visible(
        `${status.padEnd(4)}  ${name.padEnd(width)}  ${asked}: ${found}${remedy === undefined ? '' : ` → ${remedy}`}`,
      ),
    })),
    { tone: 'strong'         , text: `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} not working` },
  ]
}

const flags$m                      = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what was found as JSON' },
];

const doctor             = {
  name: 'doctor',
  summary: 'Check every configured connection, permission and clock, and say what to do. Nothing is changed',
  synopsis: '[--json]',
  examples: ['proofmark doctor', 'proofmark doctor --json'],
  flags: flags$m,
  async run(args) {
    const { values } = parseFlags(args, flags$m);
    const place = locate(process.cwd(), values.get('config')?.at(-1));
    const context = environmentContext(process.env);
    const { files } = compose(place.root, terminalLog(process.stderr, { quiet: true }), context);
    const { config: name } = place;
    const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
    const settings =
      name === undefined
        ? undefined
        : { name, read: async () => readSettings({ ...source, file: { name, text: await files.readText(name) } }) };
    const found = await doctor$1({ settings }, allProbes({ root: place.root, environment: process.env, context }));
    if (values.has('json')) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else printLines(process.stdout, doctorLines(found));
    return found.status === 'fail' ? 4 : 0
  },
};

/** How many current rows a column needs, given the rows of the reference; a number is absent where none is enough. */
                             
                         
                           
                          
                         
                          
                                                                   
                          
                                                             
                         
                                  
                             
 

/** Effects planned for lie this many times above the limit unless one is named. */
const ABOVE = 1.5;

const POWER = 0.9;

/** Plans each column by the method that would decide on it; both sides of the columns are the reference. */
function planColumns(
  columns                   ,
  settings                   ,
  asked                    ,
)               {
  const tests = columns.reduce((sum, column) => {
    return sum + (methodFor(column, settings.methods) ? 1 : 0) + (column.reference.missing > 0 ? 1 : 0)
  }, 0);
  return columns.map(column => {
    const { name, kind, reference } = column;
    const method = methodFor(column, settings.methods);
    if (!method) return { column: name, kind, unplanned: 'no method decides on columns of this kind' }
    const limit = limitFor({ column, method }, settings);
    const effect = asked ?? ABOVE * limit;
    const about = { column: name, kind, method: method.id, limit, effect };
    if (!method.plan) return { ...about, unplanned: 'the power of this method is not known' }
    if (effect <= limit) return { ...about, unplanned: 'an effect within the limit is not to be found' }
    const powers = method.plan(reference, { limit, effect, alpha: settings.alpha, tests, power: POWER });
    const passes = smallestRows$1(1, powers.passes);
    const finds = smallestRows$1(1, powers.finds);
    return { ...about, ...(passes === undefined ? {} : { passes }), ...(finds === undefined ? {} : { finds }) }
  })
}

/** Says how many rows a current table needs to be compared with the reference; reads the reference only. */
async function planDrift(
  { drift }          ,
  effect                    ,
  ports                               ,
)                     {
  const path = drift.reference;
  if (path === undefined) {
    throw new UserError(
      'settings.missing',
      "Expected 'drift.reference' to be set (the table to plan for) but found nothing",
      {
        hint: "Name a table under 'drift.reference' in proofmark.yml, or give it as the input 'reference'",
      },
    )
  }
  const { header, close } = await ports.tables.open(path);
  await close?.();
  requireKnownMethods(drift, header);
  const names = header.filter(name => (drift.columns?.includes(name) ?? true) && !drift.ignore?.includes(name));
  const { material, columns } = await measureDrift(path, 'reference', { columns: names.map(name => ({ name })) }, ports);
  const both = columns.map((cells, i) => columnOf(names[i] ?? '', cells, cells));
  return { reference: path, rows: material.rows ?? 0, columns: planColumns(both, drift, effect) }
}

/** Flags that only planning has. */
const PLAN_FLAGS                     = [
  {
    name: 'plan',
    kind: 'switch',
    description: 'Print how many current rows each column of the reference needs, and compare nothing',
  },
  {
    name: 'effect',
    kind: 'value',
    description: "With --plan: the change to find, on the scale of each column's method. Default: 1.5 times its limit",
  },
];

/** Prints the rows that a comparison with the reference needs, by the same flags and settings as the comparison. */
async function driftPlan(given             )                    {
  const { values } = given;
  const place = locate(process.cwd(), values.get('config')?.at(-1));
  const log = terminalLog(process.stderr, { quiet: values.has('quiet') || values.has('json') });
  const settings = readSettings({
    command: 'drift-compare',
    ...(place.config === undefined
      ? {}
      : { file: { name: place.config, text: await readFile(resolve(place.root, place.config), 'utf8') } }),
    inputs: new Map(inputsOf('drift-compare').map(({ name, flag }) => [name, values.get(flag ?? name) ?? []])),
    nameInput: input => `--${input.flag ?? input.name}`,
    rebase: place.rebase,
  });
  const plan = await planDrift(settings, effectOf(values.get('effect')?.at(-1)), compose(place.root, log, {}));
  log.done();
  if (values.has('json')) process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
  else printLines(process.stdout, report$4(plan));
  return 0
}

function effectOf(text                    )                     {
  if (text === undefined) return undefined
  const effect = Number(text);
  if (text.trim() !== '' && effect > 0 && Number.isFinite(effect)) return effect
  throw new UserError('flags.effect', `Expected --effect to be a number above 0 but found '${text}'`, {
    hint: "Give it on the scale of the columns' methods, e.g. 0.3",
  })
}

function report$4({ reference, rows, columns }           )         {
  const count = (rows                    ) => (rows === undefined ? 'never' : grouped(rows));
  const table = [
    ['column', 'method', 'limit', 'effect', 'rows to pass', 'rows to find'],
    ...columns.map(({ column, kind, method, limit, effect, passes, finds, unplanned }) => [
      column,
      method ?? kind,
      ...(unplanned === undefined
        ? [figure(limit ?? 0), figure(effect ?? 0), count(passes), count(finds)]
        : [unplanned]),
    ]),
  ];
  const width = (i        ) => Math.max(...table.filter(cells => cells.length > 3).map(cells => cells[i]?.length ?? 0));
  const padded = (cells                   ) =>
    cells.map((cell, i) =>
      i < 2 ? cell.padEnd(width(i)) : i === 2 && cells.length === 3 ? cell : cell.padStart(width(i)),
    );
  return [
    { tone: 'strong', text: visible(`${grouped(rows)} rows of ${reference}: current rows that each column needs`) },
    ...table.map(
      (cells, i)       => ({ tone: i === 0 ? 'muted' : 'plain', text: visible(`  ${padded(cells).join('  ')}`) }),
    ),
    { tone: 'plain', text: '' },
    {
      tone: 'muted',
      text: `rows to pass: an unchanged column passes with ${percent(POWER)} chance · rows to find: one that has changed by the effect fails with ${percent(POWER)} chance`,
    },
    ...(columns.some(one => one.unplanned === undefined && (one.passes === undefined || one.finds === undefined))
      ? [{ tone: 'warn'         , text: 'never: no number of current rows makes up for the few rows of the reference' }]
      : []),
  ]
}

const compare$1 = certifyingCommand('drift-compare', {
  summary: 'Compare a table with the one a model was built on, column by column',
  synopsis: '--reference FILE (--current FILE [--ignore COLUMN…] | --plan [--effect NUMBER])',
  examples: [
    'proofmark drift-compare --reference train.csv --current april.csv --ignore id',
    'proofmark drift-compare --plan --reference train.csv --effect 0.3 --ignore id',
  ],
});
const flags$l = [...compare$1.flags, ...PLAN_FLAGS];

const driftCompare             = {
  ...compare$1,
  flags: flags$l,
  run(args) {
    const given = parseFlags(args, flags$l);
    return given.values.has('plan') ? driftPlan(given) : compare$1.run(args)
  },
};

/** Whether a CI runs this: one that is known, or one that says so in `CI`, as all but all do. */
const isCi = (env             )          =>
  !['', '0', 'false'].includes(env.CI?.toLowerCase() ?? '') ||
  ciKinds.find(({ recognises }) => recognises(env))?.id !== 'shell';

/** Which change of a metric is for the worse: a fall, a rise, or any. */
                                                   

/** How far a metric may change for the worse: the larger of `absolute` and `relative` times what it was (as Python's `math.isclose`). */
                            
                           
                           
 

                                                        
                                                                  
                         
                                
 

/** Reads `auc=0.01`, `auc=2%`, `metrics.json:auc=0.01,2%`. */
function readTolerance(text        )             {
  const [, metric = '', limits = ''] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  const rule                                                           = { metric };
  for (const limit of limits.split(',')) {
    const [, number, percent] = /^\s*(\d+(?:\.\d+)?(?:e-?\d+)?)(%?)\s*$/i.exec(limit) ?? [];
    if (metric === '' || number === undefined)
      throw new UserError('dvc.tolerance', `Expected a tolerance such as auc=0.01 or auc=2% but found '${text}'`, {
        hint: 'Write the metric, =, then a number, a percentage, or both with a comma between',
      })
    if (percent === '%') rule.relative = Number(number) / 100;
    else rule.absolute = Number(number);
  }
  return rule
}

/** What holds of a metric: of several rules that name it, the last one that says something counts. */
function ruleFor(
  rules                       ,
  file        ,
  name        ,
)                                       {
  const own = rules.filter(({ metric }) => [name, `${file}:${name}`].some(candidate => isNamed$2(metric, candidate)));
  const last =                                                    (key     ) =>
    own.findLast(rule => rule[key] !== undefined)?.[key];
  return { absolute: last('absolute') ?? 0, relative: last('relative') ?? 0, direction: last('direction') ?? 'same' }
}

function isNamed$2(pattern        , name        )          {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name)
}

/** A metric before and after. */
                            
                       
                       
                                          
                                         
 

/** Metrics of both sides, by file and name, in their order. */
function pairMetrics(
  before                                                       ,
  after                                                       ,
)              {
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return files.flatMap(file => {
    const [old, now] = [before.get(file), after.get(file)];
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
    return names.map(name => ({ file, name, before: old?.get(name), after: now?.get(name) }))
  })
}

/** Holds a metric against what it was. What is missing or not finite on either side tells nothing, so it never passes. */
function compareMetric({ file, name, before, after }           , rules                       )        {
  const { absolute, relative, direction } = ruleFor(rules, file, name);
  const shared = { id: `metric.${file}:${name}`, title: `${name} (${file})`, locations: [{ file }] };
  const untold = (reason        , hint        )        => ({ ...shared, status: 'inconclusive', reason, hint });
  if (before === undefined || after === undefined)
    return untold(
      `Expected ${name} on both sides but it is missing ${before === undefined ? 'before' : 'after'}`,
      before === undefined
        ? 'A new metric has nothing to be held against: it counts from the next comparison on'
        : 'Write it again, or take it out of dvc.yaml',
    )
  if (typeof before === 'string' || typeof after === 'string') {
    if (before === after) return { ...shared, status: 'pass', reason: `${name} is still '${after}'` }
    return untold(`Expected numbers but ${name} went from '${before}' to '${after}'`, 'Write numbers as metrics')
  }
  if (!Number.isFinite(before) || !Number.isFinite(after))
    return untold(
      `Expected finite numbers but ${name} went from ${before} to ${after}`,
      'Find out why the metric is not finite',
    )
  const difference = after - before;
  const allowed = Math.max(absolute, relative * Math.abs(before));
  const worse = direction === 'higher' ? -difference : direction === 'lower' ? difference : Math.abs(difference);
  const passes = worse <= allowed;
  const changed = `${name} went from ${before} to ${after} (${difference > 0 ? '+' : ''}${Number(difference.toPrecision(6))})`;
  return {
    ...shared,
    status: passes ? 'pass' : 'fail',
    measured: { value: difference },
    required:
      direction === 'higher'
        ? { comparator: '>=', value: -allowed }
        : direction === 'lower'
          ? { comparator: '<=', value: allowed }
          : { comparator: 'between', value: [-allowed, allowed] },
    reason: passes
      ? changed
      : `Expected ${name} to change by at most ${Number(allowed.toPrecision(6))}${direction === 'same' ? '' : ' for the worse'} but ${changed}`,
    ...(passes ? {} : { hint: `Mend the model, or allow it: --tolerance ${name}=…` }),
  }
}

/** A metric's value: a number (perhaps not finite), or a text that is none. */
                                         

/** The metrics of a file, nested names joined by dots: JSON (Python's, with NaN and Infinity), YAML or TOML by the file's ending. */
function readMetrics(name        , text        )                           {
  const metrics = new Map                     ();
  flatten(parsed(name, text), '', metrics, 0);
  return metrics
}

const MAX_DEPTH = 50;

function flatten(value         , name        , into                          , depth        )       {
  if (typeof value === 'number') into.set(name, value);
  else if (typeof value === 'bigint') into.set(name, Number(value));
  else if (typeof value === 'string' || typeof value === 'boolean' || value === null) {
    const number = typeof value === 'string' ? numberIn(value) : undefined;
    into.set(name, number ?? String(value));
  } else if (typeof value === 'object' && depth < MAX_DEPTH)
    for (const [key, child] of Object.entries(value))
      flatten(child, name === '' ? key : `${name}.${key}`, into, depth + 1);
}

/** What Python writes for what JSON has no number for, wherever it stands as a text. */
const numberIn = (text        )                     =>
  ({
    NaN: Number.NaN,
    nan: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    inf: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
  })[text];

function parsed(name        , text        )          {
  if (/\.ya?ml$/i.test(name)) {
    readYaml(name, text);
    return distExports.parse(text)
  }
  try {
    if (/\.toml$/i.test(name)) return parse(text)
    // Outside of texts only.
    return JSON.parse(
      text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, token =>
        token.startsWith('"') ? token : `"${token}"`,
      ),
    )
  } catch (cause) {
    throw new UserError(
      'dvc.metrics',
      `Expected ${name} to hold metrics but it cannot be read: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`,
      {
        file: name,
        hint: 'Write JSON, YAML or TOML, by its ending',
        cause,
      },
    )
  }
}

/** Holds the metrics of two revisions against each other. */
async function compareMetrics(
  { before, after, files, rules }                 ,
  dvc         ,
)                         {
  const named =
    files.length > 0 ? files : [...new Set([...(await dvc.metricsFiles(before)), ...(await dvc.metricsFiles(after))])];
  if (named.length === 0)
    throw new UserError('dvc.no-metrics', 'Expected files of metrics but dvc.yaml names none', {
      hint: "List them under 'metrics' in dvc.yaml, or give them with --file",
    })
  const rows = pairMetrics(await side(before), await side(after));
  if (rows.length === 0)
    throw new UserError('dvc.no-metrics', `Expected metrics in ${named.join(', ')} but found none on either side`, {
      hint: 'Run the pipeline (dvc repro), and commit its metrics',
    })
  return { rows: rows.map(row => ({ ...row, check: compareMetric(row, rules) })) }

  async function side(revision                    )                                                 {
    const found = new Map                                  ();
    for (const file of named) {
      const text = await dvc.readAt(revision, file);
      if (text !== undefined) found.set(file, readMetrics(file, text));
    }
    return found
  }
}

/** Faults that are listed on a terminal. */
const MOST$1 = 50;

const TONE = { pass: 'passed', warn: 'passed', fail: 'failed', inconclusive: 'inconclusive' };         

/** Checks of DVC data for a terminal: the answer, then what is at fault, with its pointer. */
function dvcLines(checks                  )         {
  return checks.flatMap(({ status, title, reason, hint, locations = [] })         => [
    { tone: TONE[status], text: visible(`${status.toUpperCase()} ${title}: ${reason}`) },
    ...locations.slice(0, MOST$1).map(({ file, line, note }) => ({
      tone: 'plain'         ,
      text: visible(`    ${file}${line === undefined ? '' : `:${line}`}${note === undefined ? '' : `  ${note}`}`),
    })),
    ...(locations.length > MOST$1
      ? [{ tone: 'muted'         , text: `    and ${locations.length - MOST$1} more (--json lists them)` }]
      : []),
    ...(hint === undefined ? [] : [{ tone: 'plain'         , text: visible(`    → ${hint}`) }]),
  ])
}

const MARK = { pass: '✅ pass', warn: '⚠️ warn', fail: '❌ fail', inconclusive: '❔ inconclusive' };         

/** A metric before and after, and what was decided of it. */
                                  
                       
                       
                                              
                                             
                       
 

/** Metrics of two revisions side by side, as Markdown. */
function metricsTable(rows                            )         {
  const cell = (value                             ) => (value === undefined ? '–' : escapeText(String(value)));
  return table(
    ['Status', 'Metric', 'Before', 'After', 'Change', 'Allowed'],
    rows.map(({ file, name, before, after, check }) => [
      MARK[check.status],
      escapeText(`${name} (${file})`),
      cell(before),
      cell(after),
      typeof check.measured?.value === 'number' ? cell(Number(check.measured.value.toPrecision(6))) : '–',
      check.required === undefined
        ? '–'
        : escapeText(`${check.required.comparator} ${[check.required.value].flat().join(' and ')}`),
    ]),
    ['left', 'left', 'right', 'right', 'right', 'left'],
  )
}

const flags$k                      = [
  {
    name: 'workspace',
    kind: 'switch',
    description: 'verify: the files of the workspace; the default where no place is named',
  },
  { name: 'cache', kind: 'switch', description: 'verify: the objects of the local cache' },
  {
    name: 'remote',
    kind: 'list',
    description: "verify: that everything is in these remotes; 'default' is the default one",
  },
  { name: 'content', kind: 'switch', description: 'verify: read what is in the remotes, not only look for it' },
  {
    name: 'rehash',
    kind: 'switch',
    description:
      'verify: read every byte of the workspace, also of files whose times are as they were; always so in a CI',
  },
  {
    name: 'changed-since',
    kind: 'value',
    description: 'verify: only what this branch changed since it left that revision',
  },
  { name: 'file', kind: 'list', description: 'metrics-diff: files of metrics. Default: those that dvc.yaml names' },
  { name: 'higher', kind: 'list', description: 'metrics-diff: metrics of which more is better; only a fall counts' },
  { name: 'lower', kind: 'list', description: 'metrics-diff: metrics of which less is better; only a rise counts' },
  { name: 'tolerance', kind: 'list', description: 'metrics-diff: how much each may change: auc=0.01, loss=2%, *=0.5%' },
  { name: 'markdown', kind: 'value', description: 'metrics-diff: write the table to this file as well' },
  { name: 'json', kind: 'switch', description: 'Print the checks as JSON' },
];

const dvc             = {
  name: 'dvc',
  summary:
    'Verify that what DVC tracks is in workspace, cache or remote, and hold the metrics of two revisions against each other',
  synopsis: 'verify [PATH…] | metrics-diff [BEFORE [AFTER]]',
  examples: [
    'proofmark dvc verify',
    'proofmark dvc verify --remote default --changed-since origin/main',
    'proofmark dvc metrics-diff origin/main --higher auc --tolerance auc=0.01',
  ],
  flags: flags$k,
  async run(args) {
    const parsed = parseFlags(args, flags$k);
    const [subcommand = '', ...rest] = parsed.positionals;
    if (subcommand === 'verify') return verify$1(parsed, rest)
    if (subcommand === 'metrics-diff') return metricsDiff(parsed, rest)
    throw new UserError('dvc.subcommand', `Expected verify or metrics-diff but found '${subcommand}'`, {
      hint: "'proofmark help dvc' explains each",
    })
  },
};

async function open() {
  const { root, rebase } = locate(process.cwd(), undefined);
  const ports = compose(root, terminalLog(process.stderr), {});
  if (!ports.dvc) throw new Error('The program has no DVC')
  return { data: await ports.dvc(), ports, rebase }
}

async function verify$1({ values }             , paths                   )                    {
  const { data, rebase } = await open();
  const since = values.get('changed-since')?.at(-1);
  const content = values.has('content');
  const places             = [
    ...(values.has('cache') ? [{ kind: 'cache' }         ] : []),
    ...(values.get('remote') ?? []).map(
      name => ({ kind: 'remote', name: name === 'default' ? undefined : name, content })         ,
    ),
  ];
  if (values.has('workspace') || places.length === 0)
    places.unshift({
      kind: 'workspace',
      times: isCi(process.env) ? undefined : values.has('rehash') ? 'renew' : 'trust',
    });
  const question = {
    paths: paths.map(rebase),
    since: since === undefined ? undefined : { texts: data.since(since), told: since },
    places,
  };
  const checks = await verifyDvc(question, data);
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`);
  else printLines(process.stdout, dvcLines(checks));
  return conclude(checks)
}

async function metricsDiff({ values }             , [before = 'HEAD', after]                   )                    {
  const { data, ports, rebase } = await open();
  const directed = (direction                    )               =>
    (values.get(direction) ?? []).map(metric => ({ metric, direction }));
  const rules = [...(values.get('tolerance') ?? []).map(readTolerance), ...directed('higher'), ...directed('lower')];
  const { rows } = await compareMetrics({ before, after, files: (values.get('file') ?? []).map(rebase), rules }, data);
  const text = metricsTable(rows);
  const markdown = values.get('markdown')?.at(-1);
  if (markdown !== undefined) await ports.files.write(rebase(markdown), `${text}\n`);
  const checks = rows.map(({ check }) => check);
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`);
  else process.stdout.write(`${text}\n`);
  return conclude(checks)
}

const conclude = (checks                  ) => exitCode(verdictOf(checks.map(({ status }) => status)), []);

const SYNOPSIS$5 = 'ID [--gate GATE] [--json]';
const flags$j                      = [
  { name: 'gate', kind: 'value', description: `Of which gate: ${GATES.join(', ')}. Default: whichever has it` },
  { name: 'out', kind: 'value', description: 'Folder of evidence to look the id up in. Default: .proofmark' },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
];

const explain             = {
  name: 'explain',
  summary: 'Tell what a check, a metric, a method or a format means, how it is computed, and how to mend a failure',
  synopsis: SYNOPSIS$5,
  examples: ['proofmark explain auc', 'proofmark explain applications.age.range', 'proofmark explain psi --json'],
  flags: flags$j,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$j);
    const [asked, ...others] = positionals;
    if (asked === undefined || others.length > 0)
      throw new UserError('explain.one', `Expected one id but found ${positionals.length}`, {
        hint: `proofmark explain ${SYNOPSIS$5}`,
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const gate = GATES.find(each => each === one('gate'));
    if (gate === undefined && values.has('gate'))
      throw new UserError('explain.gate', `Expected --gate to be one of ${GATES.join(', ')} but found '${one('gate')}'`)
    const place = locate(process.cwd(), one('config'));
    const ports = compose(place.root, terminalLog(process.stderr, { quiet: true }), environmentContext(process.env));
    const { explain: explainId } = await import('./explain.js');
    const told = await explainId(asked, { out: place.out(one('out')), gate }, ports);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    else {
      const { explainLines } = await import('./explain-lines.js');
      printLines(process.stdout, explainLines(told));
    }
    return 0
  },
};

/** A metric and what it was found to be, as Evidently stores them. */
                  
                     
                         
                         
 

/**
 * What drift-compare found as a snapshot of Evidently 0.7, which its `Snapshot.load` and `evidently ui` read: by column the number that
 * decided with its limit, and the status as a test. Columns without a number are named in the metadata. Undefined without a comparison.
 */
function evidentlySnapshot(
  { result, run, tool, verdict, materials }               ,
  sha256        ,
)                     {
  if (!result || result.columns.length === 0) return undefined
  const { columns, profile } = result;
  const compared = columns.flatMap(row => columnMetric(row, profile?.id ?? 'proofmark', sha256) ?? []);
  const metrics = [datasetMetric(columns, sha256), ...compared];
  const missing = columns.filter(row => numberOf(row) === undefined).map(({ column }) => column);
  return {
    report: { items: [] },
    name: 'Proofmark drift-compare',
    // Evidently's own timestamps have no zone.
    timestamp: run.finishedAt.replace(/Z$/, ''),
    metadata: {
      'proofmark.version': tool.version,
      'proofmark.verdict': verdict,
      'proofmark.profile': profile?.id ?? 'proofmark',
      ...(missing.length > 0 && { 'proofmark.not-compared': missing.join(', ') }),
      ...Object.fromEntries(
        materials
          .filter(({ role }) => role === 'reference' || role === 'current')
          .map(({ role, digest }) => [`proofmark.${role}`, `sha256:${digest.sha256}`]),
      ),
    },
    tags: ['proofmark', verdict],
    metric_results: Object.fromEntries(metrics.map(({ id, result }) => [id, result])),
    top_level_metrics: metrics.map(({ id }) => id),
    widgets: metrics.map(({ widget }) => widget),
    tests_widgets: [],
  }
}

/** The number that decided on a column, and what it was held against. */
function numberOf({ tool, effect, limit }          )                                                          {
  const value = tool ? tool.score : effect;
  return value === undefined ? undefined : { value, threshold: (tool ? tool.threshold : limit) ?? null }
}

const TEST_STATUS                                   = {
  pass: 'SUCCESS',
  warn: 'WARNING',
  fail: 'FAIL',
  inconclusive: 'ERROR',
};

function columnMetric(row          , profile        , sha256        )                     {
  const number = numberOf(row);
  if (number === undefined) return undefined
  const { column } = row;
  const by = row.tool ? row.tool.method : `${profile} ${row.method ?? ''}`;
  const params = { type: 'evidently:metric_v2:ValueDrift', column, method: by, threshold: number.threshold };
  const status = row.tool?.drifted === undefined ? row.status : row.tool.drifted ? 'fail' : 'pass';
  const id = idOf(params, sha256);
  const said = `${by}: ${number.value.toPrecision(3)}${number.threshold === null ? '' : `, limit ${number.threshold}`}`;
  const test = {
    id: 'drift',
    name: `Value Drift for column ${column}`,
    description: `${said}: ${status}, decided by Proofmark`,
    metric_config: { metric_id: id, params },
    test_config: {},
    status: TEST_STATUS[status],
    bound_test: null,
  };
  const title = `Drift in column '${column}'`;
  return {
    id,
    result: singleValue(`Value drift for ${column}`, { metric_id: id, params }, {}, number.value, [test]),
    widget: counter(id, title, `${status}. ${said}`, sha256),
  }
}

/** Evidently's count of drifted columns; of ours, those that fail. */
function datasetMetric(columns                     , sha256        )         {
  const drifted = columns.filter(({ tool, status }) => (tool ? tool.drifted === true : status === 'fail')).length;
  const params = { type: 'evidently:metric_v2:DriftedColumnsCount', drift_share: 0.5 };
  const id = idOf(params, sha256);
  const metric = { metric_id: id, params };
  const share = drifted / columns.length;
  return {
    id,
    result: {
      type: 'evidently:metric_result_v2:CountValue',
      display_name: 'Count of Drifted Columns',
      metric_value_location: { metric, param: {} },
      widget: [],
      tests: [],
      count: singleValue('Count of Drifted Columns', metric, { value_type: 'count' }, drifted, []),
      share: singleValue('Share of Drifted Columns', metric, { value_type: 'share' }, share, []),
    },
    widget: counter(id, 'Drifted columns', `${drifted} of ${columns.length}`, sha256),
  }
}

const singleValue = (name        , metric        , param        , value        , tests                   ) => ({
  type: 'evidently:metric_result_v2:SingleValue',
  display_name: name,
  metric_value_location: { metric, param },
  widget: [],
  tests,
  value,
});

const counter = (id        , title        , label        , sha256        ) => ({
  type: 'counter',
  title: '',
  size: 2,
  id: sha256(`widget ${id}`).slice(0, 32),
  params: { counters: [{ value: title, label }] },
  linked_metrics: [id],
});

/** Of the length of Evidently's own fingerprints; it only tells metrics apart. */
const idOf = (params        , sha256        )         => sha256(JSON.stringify(params)).slice(0, 32);

/** Where a snapshot goes: a file, or a project of a workspace folder. */
                                                                                                                 

/** Writes what drift-compare found, from its evidence, as a snapshot of Evidently's. Gives the path of it. */
async function exportEvidently(evidence        , place                , ports       )                  {
  const { files, sha256 } = ports;
  const found = (await readReport(evidence, ports)).find(({ gate }) => gate === 'drift-compare');
  const snapshot = found?.gate === 'drift-compare' ? evidentlySnapshot(found, sha256) : undefined;
  if (!snapshot)
    throw new UserError('export.nothing', `Expected compared columns in the evidence of ${evidence} but found none`, {
      hint: 'Run proofmark drift-compare on a reference and a current table first',
    })
  const text = `${JSON.stringify(snapshot)}\n`;
  if ('file' in place) {
    await files.write(place.file, text);
    return place.file
  }
  const { workspace, project } = place;
  const folder = `${workspace}/${uuid(sha256(`proofmark project ${project}`))}`;
  if (!(await files.exists(`${folder}/metadata.json`))) {
    const metadata = {
      id: uuid(sha256(`proofmark project ${project}`)),
      name: project,
      description: null,
      org_id: null,
      version: '2',
    };
    await files.write(`${folder}/metadata.json`, `${JSON.stringify(metadata, null, 2)}\n`);
  }
  // The same result is the same snapshot, however often it is exported.
  const path = `${folder}/snapshots/${uuid(sha256(text))}.json`;
  await files.write(path, text);
  return path
}

const uuid = (digest        )         => serialNumber(digest).replace('urn:uuid:', '');

const flags$i                      = [
  { name: 'evidence', kind: 'value', description: 'Folder of the evidence of drift-compare. Default: .proofmark' },
  { name: 'out', kind: 'value', description: 'The snapshot to write' },
  { name: 'workspace', kind: 'value', description: 'Workspace folder of evidently ui to add it to, instead of --out' },
  { name: 'project', kind: 'value', description: 'Project of the workspace. Default: Proofmark' },
];

const exportResult             = {
  name: 'export',
  summary: 'Write what drift-compare found as a snapshot that Evidently loads',
  synopsis: 'evidently (--out FILE | --workspace DIR [--project NAME]) [--evidence DIR]',
  examples: ['proofmark export evidently --workspace workspace --project credit'],
  flags: flags$i,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$i);
    const value = (name        ) => values.get(name)?.at(-1);
    const [file, workspace] = [value('out'), value('workspace')];
    if (
      positionals.length !== 1 ||
      positionals[0] !== 'evidently' ||
      (file === undefined) === (workspace === undefined)
    )
      throw new UserError(
        'export.incomplete',
        'Expected the format evidently, and --out or --workspace, but found neither or both',
        {
          hint: 'proofmark export evidently --out snapshot.json',
        },
      )
    const place =
      file === undefined ? { workspace: workspace ?? '', project: value('project') ?? 'Proofmark' } : { file };
    const ports = compose(process.cwd(), terminalLog(process.stderr), {});
    const path = await exportEvidently(value('evidence') ?? '.proofmark', place, ports);
    printLines(process.stdout, [{ tone: 'pass', text: visible(`wrote ${path}`) }]);
    return 0
  },
};

const gate = certifyingCommand('gate', {
  summary: 'Run everything that proofmark.yml names, decide by the policy, and sign the certificate',
  synopsis: '[--config FILE] [--key FILE]',
  examples: ['proofmark gate', 'proofmark gate --config models/credit/proofmark.yml --key certifier.key'],
});

/** The draft as an ODCS v3.1 contract. What was left out is in it as rules of type text, so that it is not forgotten: each is a warning until it is dealt with. */
function contractText$1({ name, tables, left }               , purpose        )         {
  const contract = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: name,
    name,
    version: '1.0.0',
    status: 'draft',
    description: { purpose },
    schema: tables.map((table, i) => schemaObject(table, i === 0 ? left : [])),
  };
  return distExports.stringify(contract, { lineWidth: 120 })
}

const schemaObject = (table            , left                       ) => ({
  name: table.name,
  ...(table.physicalName === undefined ? {} : { physicalName: table.physicalName }),
  logicalType: 'object',
  ...(table.description === undefined ? {} : { description: table.description }),
  ...(table.properties.size > 0 ? { properties: [...table.properties.values()].map(property$1) } : {}),
  ...(table.relationships.length > 0
    ? {
        relationships: table.relationships.map(({ from, to }) => ({
          type: 'foreignKey',
          from: single(from),
          to: single(to),
        })),
      }
    : {}),
  ...(table.quality.length + left.length > 0
    ? {
        quality: [
          ...table.quality,
          ...left.map(({ rule, reason }) => ({ type: 'text', description: `Not imported: ${rule}: ${reason}` })),
        ],
      }
    : {}),
});

function property$1({ logicalTypeOptions, quality, ...rest }               ) {
  return {
    ...rest,
    ...(Object.keys(logicalTypeOptions).length > 0 ? { logicalTypeOptions } : {}),
    ...(quality.length > 0 ? { quality } : {}),
  }
}

const single = (names                   ) => (names.length === 1 ? names[0] : names);

/** A contract under construction: tables and their columns in the order in which they were met. */
                                
                                                               
                       
                               
                                                                                                           
                                              
                                                                                
                          
 

/** What of a dialect is not as RFC 4180 has it. */
                                                            

                             
                       
                       
                      
                                                 
                                  
                                             
 

/** A column, as ODCS has it; a key that is absent is left out. */
                                
                       
                                                                                                                
                      
                 
               
                   
                             
                         
                                                              
                                  
 

/** A rule under `quality`. */
                          
                                                                                                    
                             
      
     
                             
                                  
                                                                
                                
     

                                    
                                  
                             
                                
 

/** A rule that could not be taken over. */
                          
                                                       
                       
                         
                                       
                                       
 

/** A contract of no tables yet. */
const draftContract = (name        )                => ({ name, tables: [], dialects: new Map(), left: [] });

/** The draft's table of that name, begun where there is none. */
function tableOf(draft               , name        )             {
  const known = draft.tables.find(table => table.name === name);
  if (known) return known
  const table             = { name, properties: new Map(), quality: [], relationships: [] };
  draft.tables.push(table);
  return table
}

/** The table's column of that name, begun where there is none. */
function propertyOf(table            , name        )                {
  const known = table.properties.get(name);
  if (known) return known
  const property                = { name, logicalTypeOptions: {}, quality: [] };
  table.properties.set(name, property);
  return property
}

const Config = looseObject({
  severity: string().optional(),
  where: string().optional(),
  warn_if: string().optional(),
  error_if: string().optional(),
});
                                    

/** A generic test of dbt, as far as it is understood. */
                     
                               
     
                                            
                             
                                  
                         
                             
     
                                                    
                                                                                                           

                                             
                
             
                             
                                                                                               

/** Keys of a test that say how it runs or reports. */
const RUNNING$2 = [
  'name',
  'description',
  'config',
  'severity',
  'where',
  'warn_if',
  'error_if',
  'limit',
  'store_failures',
  'tags',
  'meta',
  'enabled',
  'arguments',
  'group_by_columns',
  'quote',
];

const plain$2 =
  (expectation        , args       = {})          =>
  () => ({ expectation, args });

/** Tests of dbt and dbt_utils as expectations. */
const TESTS                                    = {
  not_null: plain$2('expect_column_values_to_not_be_null'),
  unique: plain$2('expect_column_values_to_be_unique'),
  accepted_values: ({ values }) => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set: values } }),
  'dbt_utils.not_accepted_values': ({ values }) => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: values },
  }),
  'dbt_utils.not_null_proportion': ({ at_least = 0, at_most = 1 }) =>
    at_most === 1 ? { expectation: 'expect_column_values_to_not_be_null', args: { mostly: at_least } } : undefined,
  'dbt_utils.accepted_range': ({ min_value, max_value, inclusive = true }) => ({
    expectation: 'expect_column_values_to_be_between',
    args: {
      min_value,
      max_value,
      ...(inclusive === false && min_value !== undefined ? { strict_min: true } : {}),
      ...(inclusive === false && max_value !== undefined ? { strict_max: true } : {}),
    },
  }),
  'dbt_utils.not_empty_string': plain$2('expect_column_values_to_not_match_regex', { regex: '^\\s*$' }),
  'dbt_utils.not_constant': plain$2('expect_column_unique_value_count_to_be_between', { min_value: 2 }),
  'dbt_utils.unique_combination_of_columns': ({ combination_of_columns }) => ({
    expectation: 'expect_compound_columns_to_be_unique',
    args: { column_list: combination_of_columns },
    ofTable: true,
  }),
  'dbt_utils.expression_is_true': ({ expression }, column) =>
    typeof expression === 'string'
      ? {
          expectation: 'expect_rows_to_satisfy',
          args: { condition: column === undefined ? expression : `"${column}" ${expression}` },
          ofTable: true,
        }
      : undefined,
  'dbt_utils.sequential_values': ({ interval = 1, datepart }) =>
    datepart === undefined
      ? { expectation: 'expect_column_values_to_be_sequential', args: { step: interval } }
      : undefined,
};

const REFERENCE = /^\s*\{?\{?\s*(?:ref|source)\(\s*(?:(['"])[^'"]*\1\s*,\s*)?(['"])(?<table>[^'"]+)\2\s*\)\s*\}?\}?\s*$/;

/** A generic test by its name and what is written under it. */
function dbtTest(name        , given         , column                    )          {
  const written = record$1(string(), unknown$1()).safeParse(given ?? {}).data;
  if (!written) return { reason: 'its arguments are no map' }
  const config = Config.safeParse({ ...written, ...looseObject({}).safeParse(written.config).data }).data;
  if (!config) return { reason: 'its config is not understood' }
  if (JSON.stringify(written).includes('{{') && name !== 'relationships')
    return { reason: 'it holds Jinja, known only to dbt' }
  if (written.group_by_columns !== undefined) return { reason: 'it is of groups of rows' }
  const severity = config.severity?.toLowerCase() === 'warn' ? { severity: 'warning' } : {};
  const settled = { where: config.where, warn_if: config.warn_if, error_if: config.error_if, ...severity };
  const inner = record$1(string(), unknown$1()).safeParse(written.arguments).data;
  const args = Object.fromEntries(Object.entries({ ...written, ...inner }).filter(([key]) => !RUNNING$2.includes(key)));
  const bare = config.where === undefined && config.warn_if === undefined && config.error_if === undefined;

  if (name === 'relationships') {
    const table = REFERENCE.exec(String(args.to))?.groups?.table;
    if (table === undefined || typeof args.field !== 'string') return { reason: 'what it refers to is not understood' }
    return bare ? { to: `${table}.${args.field}`, config: settled } : { reason: 'a relationship has no conditions' }
  }
  const read = Object.hasOwn(TESTS, name) ? TESTS[name]?.(args, column) : sameName(name, args);
  if (!read) return { reason: 'Proofmark has no such check' }
  const native = name === 'not_null' ? 'required' : name === 'unique' ? 'unique' : undefined;
  return native && bare ? { ...read, native, config: settled } : { ...read, config: settled }
}

/** dbt_expectations has the names and arguments of Great Expectations. */
function sameName(name        , args      )                      {
  if (!name.startsWith('dbt_expectations.expect_')) return undefined
  const { row_condition, ...rest } = args;
  return {
    expectation: name.slice('dbt_expectations.'.length),
    args: { ...rest, ...(typeof row_condition === 'string' ? { where: row_condition } : {}) },
  }
}

/** `warn_if` and `error_if` of dbt, conditions on the number of failing rows, as numbers of rows that are tolerated. */
function tolerance(
  warn                    ,
  error                    ,
)                                                                                               {
  const [warns, fails] = [tolerated(warn), tolerated(error)];
  if (warns === 'unknown' || fails === 'unknown') {
    return { reason: `its ${warns === 'unknown' ? 'warn_if' : 'error_if'} is more than a number of rows` }
  }
  return {
    ...(warns === undefined ? {} : { warn_above: warns }),
    ...(fails === undefined ? {} : { fail_above: fails }),
  }
}

function tolerated(condition                    )                                 {
  if (condition === undefined) return undefined
  const [, operator, digits] = /^\s*(>=|>|!=)\s*(\d+)\s*$/.exec(condition) ?? [];
  const rows = Number(digits);
  if (operator === '>') return rows
  if (operator === '>=' && rows > 0) return rows - 1
  return operator === '!=' && rows === 0 ? 0 : 'unknown'
}

/** An expectation to be taken over. */
                         
                              
                                                  
                                           
                                   
                                        
                                               
                       
                                       
 

/** Adds an expectation to the table or column, or to what is left out where Proofmark does not check it. */
function expect$1(
  draft               ,
  table            ,
  { expectation, args, property, severity, rule, path }        ,
  known                   ,
)       {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== null));
  const read = known(expectation, given, property ? 'column' : 'table');
  if (typeof read === 'string') {
    draft.left.push({ rule, reason: read, path });
    return
  }
  for (const column of read.columns) propertyOf(table, column);
  const quality               = {
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...given },
    ...(severity === undefined ? {} : { severity }),
  }
  ;(property ?? table).quality.push(quality);
}

/** Reads the rules of another tool. Each rule ends in the draft's tables or among those left out, never nowhere. */
                           
                     
                                                              
                        
                                                     
                                    
                                                                 
                                                                                        
 

/** The columns that an expectation with these arguments speaks of beside its own; or the reason why Proofmark does not check it. */
                                 
                      
                                          
                            
                                                     

const defineImporter = (importer          )           => importer;

/** Names of types, in pandas, Spark, SQL and Arrow, for the logical type they come to; the first that fits counts. */
const TYPES$2                                                                            = [
  [
    /^(u?int(eger)?\d*(type)?|int_|(big|small|tiny|medium|byte)int|long(type)?|short(type)?|byte(type)?|serial|year)$/i,
    'integer',
  ],
  [/^(float\d*(type)?|float_|double(type|_precision)?|real|decimal(type)?|numeric|number)$/i, 'number'],
  [/^(bool(ean)?(type)?|bool_)$/i, 'boolean'],
  [/^(datetime\d*|timestamp(type)?(_?(tz|ntz|ltz))?|timestampntztype)$/i, 'timestamp'],
  [/^(date(type)?|date\d+)$/i, 'date'],
  [/^time$/i, 'time'],
  [
    /^(str(ing)?(type)?|object|object_|(n?var)?char(type)?|nchar|character|n?text|category|large_string|utf8|unicode)$/i,
    'string',
  ],
  [/^(list|array(type)?)$/i, 'array'],
  [/^(dict|struct(type)?|map(type)?|json|record)$/i, 'object'],
];

/** The logical type that a type of another tool comes to; its length, unit and zone are left aside. */
function logicalTypeFor(name        )                                           {
  const bare = name
    .replace(/^dtype\('O'\)$/, 'object')
    .replace(/[[(<].*$/, '')
    .replace(/^(numpy|np|pd|pandas|pyarrow|pa)\./, '')
    .trim()
    .replaceAll(' ', '_');
  return TYPES$2.find(([pattern]) => pattern.test(bare))?.[1]
}

/** Rules by their names: from a map, from a list of maps of one key each, or of bare names. */
function named$2(value         )                      {
  if (typeof value === 'string') return [[value, undefined]]
  if (Array.isArray(value)) return value.flatMap(named$2)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

const Tests = { tests: unknown$1().optional(), data_tests: unknown$1().optional() };
const Column$3 = looseObject({
  name: string(),
  data_type: string().nullish(),
  description: string().nullish(),
  constraints: array(looseObject({ type: string() })).nullish(),
  ...Tests,
});
const Model = looseObject({
  name: string(),
  description: string().nullish(),
  columns: array(Column$3).nullish(),
  ...Tests,
});
const Models = array(Model).nullish();
const Properties = looseObject({
    models: Models,
    seeds: Models,
    snapshots: Models,
    sources: array(looseObject({ tables: Models })).nullish(),
  })
  .refine(({ models, seeds, snapshots, sources }) => models ?? seeds ?? snapshots ?? sources);

                                  

/** Property files of dbt (`schema.yml`): columns, constraints and generic tests, of dbt itself, dbt_utils and dbt_expectations. */
const dbt = defineImporter({
  id: 'dbt',
  title: 'a dbt properties file',
  recognise: value => Properties.safeParse(value).success,
  read(document, name, known) {
    const read = Properties.parse(document.value);
    const draft = draftContract(name);
    for (const kind of ['models', 'seeds', 'snapshots']         ) {
      for (const [i, model] of (read[kind] ?? []).entries()) takeModel(draft, model, [kind, i], known);
    }
    for (const [i, source] of (read.sources ?? []).entries()) {
      for (const [j, table] of (source.tables ?? []).entries()) {
        takeModel(draft, table, ['sources', i, 'tables', j], known);
      }
    }
    return draft
  },
});

function takeModel(draft               , model                       , path      , known                   )       {
  const table = tableOf(draft, model.name);
  if (model.description) table.description = model.description;
  for (const [i, column] of (model.columns ?? []).entries()) {
    const property = propertyOf(table, column.name);
    const at = [...path, 'columns', i];
    if (column.description) property.description = column.description;
    takeType$1(draft, property, column.data_type ?? undefined, at);
    for (const { type } of column.constraints ?? []) takeConstraint(draft, property, type, [...at, 'constraints']);
    takeTests(draft, table, property, column, at, known);
  }
  takeTests(draft, table, undefined, model, path, known);
}

function takeType$1(draft               , property               , type                    , path      )       {
  if (type === undefined) return
  const logicalType = logicalTypeFor(type);
  if (logicalType !== undefined) property.logicalType = logicalType;
  else
    draft.left.push({ rule: `data_type ${type} of '${property.name}'`, reason: 'the standard has no such type', path });
}

function takeConstraint(draft               , property               , type        , path      )       {
  if (type === 'not_null') property.required = true;
  else if (type === 'unique') property.unique = true;
  else if (type === 'primary_key') property.primaryKey = true;
  else {
    const reason = 'it is SQL of one database';
    draft.left.push({ rule: `constraint ${type} of '${property.name}'`, reason, path });
  }
}

function takeTests(
  draft               ,
  table            ,
  property                           ,
  { tests, data_tests }                                                             ,
  path      ,
  known                   ,
)       {
  const all = [
    ...named$2(tests).map(test => ({ test, key: 'tests' })),
    ...named$2(data_tests).map(test => ({ test, key: 'data_tests' })),
  ];
  for (const {
    test: [name, given],
    key,
  } of all) {
    const rule = property ? `${name} of '${property.name}'` : name;
    const at = [...path, key];
    const leave = (reason        ) => draft.left.push({ rule, reason, path: at });
    const read = dbtTest(name, given, property?.name);
    if ('reason' in read) leave(read.reason);
    else if ('native' in read && property && read.config.severity === undefined) property[read.native] = true;
    else if ('to' in read && property) {
      table.relationships.push({ from: [`${table.name}.${property.name}`], to: [read.to] });
    } else if ('expectation' in read) {
      const { where, severity, warn_if, error_if } = read.config;
      const limits = tolerance(warn_if, error_if);
      if ('reason' in limits) leave(limits.reason);
      else {
        const conditions = [read.args.where, where].filter(each => each !== undefined);
        const both = conditions.length > 1 ? conditions.map(each => `(${each})`).join(' and ') : conditions[0];
        const args = { ...read.args, where: both, ...limits };
        const wanted = { expectation: read.expectation, args, severity, rule, path: at };
        expect$1(draft, table, { ...wanted, ...(property && !read.ofTable ? { property } : {}) }, known);
      }
    } else leave('it cannot be said of a table');
  }
}

/** How a resource says that its file is written: at the dialect itself (v1, v2) or under `csv` (the framework). */
const Written = looseObject({
  delimiter: string().optional(),
  quoteChar: string().nullish(),
  doubleQuote: boolean().optional(),
  escapeChar: string().nullish(),
  skipInitialSpace: boolean().optional(),
  lineTerminator: string().optional(),
  nullSequence: string().nullish(),
  header: boolean().optional(),
  commentChar: string().nullish(),
});
const WithCsv = Written.extend({ csv: Written.optional() });

/** What is said of the file beside its dialect. */
                                
                           
                                       
                                                                                                               
                                            
 

                              
                                                       
                                
                                                                   
                                     
                                                                                 
                                                                             
 

/** Names of the framework's encodings that the dialect has under another. */
const ENCODINGS                                   = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  'iso8859-15': 'iso-8859-15',
};
/** Said by their defaults, or of no meaning to a reader that takes every line end and knows names by their letters. */
const SILENT                    = [
  'csv',
  'csvddfVersion',
  '$schema',
  'caseSensitiveHeader',
  'type',
  'title',
  'description',
];

/** A resource's dialect as one of `data.dialects`. */
function dialectOf({ dialect, encoding, fields, missingValues }               )              {
  const read = WithCsv.safeParse(dialect ?? {});
  const { csv, ...outer } = read.success ? read.data : {};
  const written                                    = { ...outer, ...csv };
  const draft                          = {};
  const left                                    = read.success
    ? []
    : [{ key: 'dialect', reason: 'it is not understood' }];
  const taken = new Set        ();
  const noWay = 'data.dialects in proofmark.yml has no word for it';
  for (const [key, value] of Object.entries(written)) {
    if (value === undefined || value === null || SILENT.includes(key)) continue
    if (key === 'delimiter' && value !== ',') draft.delimiter = value;
    else if (key === 'quoteChar' && value !== '"') draft.quote = value;
    else if (key === 'escapeChar') draft.escape = value;
    else if (key === 'commentChar') draft.comment = value;
    else if (key === 'nullSequence') draft.nulls = [value];
    else if (key === 'header' && value === false) {
      draft.header = false;
      if (fields.length > 0) draft.columns = fields.map(({ name }) => name);
    } else if (key === 'doubleQuote' && value === false && written.escapeChar == null) left.push({ key, reason: noWay });
    else if (key === 'skipInitialSpace' && value === true) left.push({ key, reason: noWay });
    else if (key === 'lineTerminator' && !/^(\r\n|\n)$/.test(String(value))) left.push({ key, reason: noWay });
    else if (!(key in Written.shape)) left.push({ key, reason: noWay });
  }
  const name = encoding?.toLowerCase();
  if (name !== undefined && (ENCODINGS[name] ?? name) !== 'utf-8') draft.encoding = ENCODINGS[name] ?? name;

  const numbers = fields.filter(({ type }) => type === 'number');
  for (const [key, mark] of [
    ['decimalChar', 'decimal'],
    ['groupChar', 'thousands'],
  ]         ) {
    const [first, ...others] = new Set(numbers.map(field => field[key]));
    // Of the whole file, so only where all its numbers are written alike.
    if (first === undefined || others.length > 0) continue
    if (!(mark === 'decimal' && first === '.')) draft[mark] = first;
    taken.add(key);
  }
  const nulls = missingValues.filter((token)                  => typeof token === 'string' && token !== '');
  if (nulls.length > 0) {
    draft.nulls = [...new Set([...[draft.nulls ?? []].flat(), ...nulls])];
    taken.add('missingValues');
  }
  return fitting(draft, taken, left)
}

/** Without what the settings would refuse, such as a delimiter of two characters. */
function fitting(
  draft                         ,
  taken             ,
  left                                   ,
)              {
  const faults = Dialect.safeParse(draft).error?.issues ?? [];
  for (const { path, message } of faults) {
    const key = String(path[0]);
    delete draft[key];
    left.push({ key, reason: `data.dialects in proofmark.yml does not take it: ${message}` });
  }
  return { dialect: draft, taken, left }
}

const Scalar$1 = union([string(), number$1(), boolean()]);
const Constraints = looseObject({
  required: boolean().optional(),
  unique: boolean().optional(),
  minLength: int().optional(),
  maxLength: int().optional(),
  minimum: Scalar$1.optional(),
  maximum: Scalar$1.optional(),
  exclusiveMinimum: Scalar$1.optional(),
  exclusiveMaximum: Scalar$1.optional(),
  pattern: string().optional(),
  enum: array(Scalar$1).optional(),
});
const Field = looseObject({
  name: string(),
  type: string().default('any'),
  format: string().default('default'),
  description: string().optional(),
  constraints: Constraints.default({}),
});
const names$1 = union([string().transform(name => [name]), array(string())]);
const ForeignKey = looseObject({
  fields: names$1,
  reference: looseObject({ resource: string().default(''), fields: names$1 }),
});
const TableSchema = looseObject({
  fields: array(Field),
  primaryKey: names$1.optional(),
  uniqueKeys: array(names$1).optional(),
  foreignKeys: array(ForeignKey).optional(),
  missingValues: array(unknown$1()).optional(),
});
const Resource = looseObject({
  name: string(),
  path: union([string(), array(string())]).optional(),
  description: string().optional(),
  encoding: string().optional(),
  dialect: unknown$1().optional(),
  schema: unknown$1(),
});
const Package = looseObject({ name: string().optional(), resources: array(Resource).min(1) });

                                  
                                              
                                  

/** Logical types of the standard for the types of Table Schema that have one. */
const TYPES$1                                                         = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  list: 'array',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  year: 'integer',
};
/** Nothing is said of how a file is written. */
const NONE                      = new Set();
/** Formats of texts that both know. */
const FORMATS                      = new Set(['email', 'uri', 'uuid']);
/** Properties of a field that say how its cells are written; each would have to be undone before the cell is read. */
const WRITTEN = ['decimalChar', 'groupChar', 'bareNumber', 'trueValues', 'falseValues', 'missingValues'];         

/** Frictionless Table Schemas, and Data Packages of several tables, v1 and v2. */
const frictionless = defineImporter({
  id: 'frictionless',
  title: 'a Frictionless Table Schema or Data Package',
  recognise: value => TableSchema.safeParse(value).success || Package.safeParse(value).success,
  read(document, fallback) {
    const several = Package.safeParse(document.value);
    if (!several.success) {
      const draft = draftContract(fallback);
      takeSchema(draft, tableOf(draft, fallback), TableSchema.parse(document.value), [], NONE);
      return draft
    }
    const draft = draftContract(several.data.name ?? fallback);
    const folder = document.name.split('/').slice(0, -1);
    for (const [i, { name, path, description, schema, dialect, encoding }] of several.data.resources.entries()) {
      const table = tableOf(draft, name);
      const [file, ...others] = [path ?? []].flat();
      if (file !== undefined && others.length === 0) table.physicalName = file.split('/').at(-1) ?? file;
      if (description !== undefined) table.description = description;
      const read = TableSchema.safeParse(schema);
      const { fields = [], missingValues = [] } = read.data ?? {};
      const written = dialectOf({ dialect, encoding, fields, missingValues });
      const isTaken = file !== undefined && Object.keys(written.dialect).length > 0;
      if (isTaken)
        for (const each of [path ?? []].flat()) draft.dialects.set([...folder, each].join('/'), written.dialect);
      for (const { key, reason } of written.left)
        draft.left.push({ rule: `${key} of the dialect of '${name}'`, reason, path: ['resources', i, 'dialect', key] });
      const taken = file === undefined ? NONE : written.taken;
      if (read.success) takeSchema(draft, table, read.data, ['resources', i, 'schema'], taken);
      else {
        const reason = typeof schema === 'string' ? `it is in another file, ${schema}` : 'it lists no fields';
        draft.left.push({ rule: `the schema of '${name}'`, reason, path: ['resources', i, 'schema'] });
      }
    }
    return draft
  },
});

function takeSchema(
  draft               ,
  table            ,
  schema             ,
  path      ,
  taken                     ,
)       {
  for (const [i, field] of schema.fields.entries()) takeField(draft, table, field, [...path, 'fields', i], taken);
  for (const [i, name] of (schema.primaryKey ?? []).entries()) {
    Object.assign(propertyOf(table, name), { primaryKey: true, primaryKeyPosition: i + 1 });
  }
  for (const key of schema.uniqueKeys ?? []) {
    const [only, ...others] = key;
    if (only !== undefined && others.length === 0) propertyOf(table, only).unique = true;
    else table.quality.push({ metric: 'duplicateValues', arguments: { properties: key }, mustBe: 0 });
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const to = reference.fields.map(name => `${reference.resource || table.name}.${name}`);
    table.relationships.push({ from: fields.map(name => `${table.name}.${name}`), to });
  }
  const tokens = (schema.missingValues ?? ['']).filter(token => token !== '');
  if (tokens.length > 0 && !taken.has('missingValues')) {
    const reason = 'a contract has no words for null: declare them under data.dialects in proofmark.yml';
    draft.left.push({
      rule: `missingValues ${tokens.map(String).join(', ')}`,
      reason,
      path: [...path, 'missingValues'],
    });
  }
}

function takeField(
  draft               ,
  table            ,
  field       ,
  path      ,
  taken                     ,
)       {
  const { name, type, format, description, constraints } = field;
  const property = propertyOf(table, name);
  const leave = (rule        , reason        , at             ) =>
    draft.left.push({ rule: `${rule} of '${name}'`, reason, path: [...path, at] });
  const logicalType = TYPES$1[type];
  if (logicalType !== undefined) property.logicalType = logicalType;
  else if (type !== 'any') leave(`type ${type}`, 'the standard has no such type', 'type');
  if (description !== undefined) property.description = description;
  const options = property.logicalTypeOptions;

  if (format !== 'default' && format !== 'any') {
    const pattern = strptimeFormat(format);
    if (type === 'string' && FORMATS.has(format)) options.format = format;
    else if (/^(date|datetime|time)$/.test(type) && pattern !== undefined) options.format = pattern;
    else leave(`format ${format}`, 'the standard has no such format', 'format');
  }
  for (const key of WRITTEN) {
    const given = field[key];
    const reason = 'how cells are written is no matter of a contract: declare it under data.dialects in proofmark.yml';
    if (given !== undefined && !taken.has(key)) leave(key, reason, key);
  }
  if (constraints.required) property.required = true;
  if (constraints.unique) property.unique = true;
  const numeric = logicalType === 'integer' || logicalType === 'number';
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']         ) {
    const bound = constraints[key];
    if (bound === undefined) continue
    const value = numeric ? Number(bound) : String(bound);
    if (typeof bound === 'boolean' || Number.isNaN(value))
      leave(`${key} ${bound}`, 'it is no value of the type', 'constraints');
    else options[key] = value;
  }
  for (const key of ['minLength', 'maxLength']         ) {
    const bound = constraints[key];
    if (bound !== undefined && logicalType === 'string') options[key] = bound;
    else if (bound !== undefined) leave(`${key} ${bound}`, 'only a text has a length', 'constraints');
  }
  // A pattern of XML Schema is of the whole value.
  if (constraints.pattern !== undefined) {
    if (logicalType === 'string') options.pattern = `^(?:${constraints.pattern})$`;
    else {
      const pattern = `^(?:${constraints.pattern})$`;
      property.quality.push({ metric: 'invalidValues', arguments: { pattern }, mustBe: 0 });
    }
  }
  if (constraints.enum) {
    property.quality.push({ metric: 'invalidValues', arguments: { validValues: constraints.enum }, mustBe: 0 });
  }
  if (constraints.jsonSchema !== undefined) leave('jsonSchema', 'cells hold no structures', 'constraints');
}

/** One token of a condition: a text, a number, a column, a name, an operator. */
const TOKEN$1 =
  /\s*(?:(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|col\(\s*(?<column>"[^"]*"|'[^']*')\s*\)|(?<call>\.(?:notNull|isNull|notnull|isnull)\(\))|(?<name>`[^`]+`|[A-Za-z_]\w*)|(?<mark>==|!=|<=|>=|[<>&|~()[\],]))/y;

const MARKS                                   = {
  '==': '=',
  '!=': '<>',
  '&': 'and',
  '|': 'or',
  '~': 'not',
  '[': '(',
  ']': ')',
};
const CALLS                                   = { notnull: 'is not null', isnull: 'is null' };
const WORDS$1                      = new Set(['and', 'or', 'not', 'in']);
const VALUES                                   = { True: 'true', False: 'false', None: 'null' };

/**
 * A row condition of Great Expectations as one of ours: its own `col("x") > 5`, or what is alike in pandas and SQL.
 * Undefined where it holds anything else, as a condition that is half understood selects other rows.
 */
function rowCondition(text        )                     {
  const words           = [];
  TOKEN$1.lastIndex = 0;
  while (text.slice(TOKEN$1.lastIndex).trim() !== '') {
    const token = TOKEN$1.exec(text)?.groups;
    if (!token) return undefined
    words.push(wordOf(token));
  }
  return words.length > 0
    ? words.join(' ').replaceAll('( ', '(').replaceAll(' )', ')').replaceAll(' ,', ',')
    : undefined
}

function wordOf({ text, number, column, call, name, mark }                                    )         {
  if (text !== undefined) return quoteText(unquoted(text))
  if (number !== undefined) return number
  if (column !== undefined) return quoteName(unquoted(column))
  if (call !== undefined) return CALLS[call.slice(1, -2).toLowerCase()] ?? ''
  if (name !== undefined) {
    const word = name.toLowerCase();
    return WORDS$1.has(word) ? word : (VALUES[name] ?? quoteName(name.replaceAll('`', '')))
  }
  return MARKS[mark ?? ''] ?? mark ?? ''
}

const unquoted = (text        )         => text.slice(1, -1).replace(/\\(.)/g, '$1');

/** A text as a condition writes it. */
const quoteText = (text        )         => `'${text.replaceAll("'", "''")}'`;

/** A column's name as a condition writes it. */
const quoteName = (name        )         =>
  /^[A-Za-z_]\w*$/.test(name) && !/^(and|or|not|in|is|null|like|between|true|false)$/i.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;

const Column$2 = union([string(), looseObject({ name: string() }).transform(({ name }) => name)]);
const Scalar = union([string(), number$1(), boolean()]);
const Comparison = looseObject({
  type: literal$2('comparison'),
  column: Column$2,
  operator: string(),
  parameter: union([Scalar, array(Scalar)]),
});
const Nullity = looseObject({ type: literal$2('nullity'), column: Column$2, is_null: boolean() });
const Joined = looseObject({ type: _enum(['and', 'or']), conditions: array(unknown$1()).min(1) });

const OPERATORS$1                                   = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  IN: 'in',
  NOT_IN: 'not in',
  'NOT IN': 'not in',
};

/** A condition of Great Expectations 1.x, which is an object, as one of ours; undefined where it holds anything else. */
function conditionObject(value         )                     {
  const comparison = Comparison.safeParse(value).data;
  if (comparison) {
    const operator = OPERATORS$1[comparison.operator.toUpperCase()] ?? OPERATORS$1[comparison.operator];
    const parameter = literal$1(comparison.parameter);
    const list = Array.isArray(comparison.parameter);
    if (operator === undefined || list !== operator.endsWith('in')) return undefined
    return `${quoteName(comparison.column)} ${operator} ${parameter}`
  }
  const nullity = Nullity.safeParse(value).data;
  if (nullity) return `${quoteName(nullity.column)} is ${nullity.is_null ? '' : 'not '}null`
  const joined = Joined.safeParse(value).data;
  const parts = joined?.conditions.map(conditionObject);
  if (!joined || !parts || parts.includes(undefined)) return undefined
  return parts.map(part => `(${part})`).join(` ${joined.type} `)
}

const literal$1 = (value                                                   )         => {
  if (Array.isArray(value)) return `(${value.map(literal$1).join(', ')})`
  return typeof value === 'string' ? quoteText(value) : String(value)
};

const Expectation = looseObject({
    /** Since 1.0. */
    type: string().optional(),
    /** Up to 0.18. */
    expectation_type: string().optional(),
    kwargs: record$1(string(), unknown$1()).optional(),
    severity: string().nullish(),
  })
  .transform(({ type, expectation_type, kwargs, severity }) => ({
    name: type ?? expectation_type ?? '',
    kwargs: kwargs ?? {},
    severity,
  }));

/** What is read of a suite, of 0.18 and of 1.x. */
const Suite = looseObject({
    name: string().nullish(),
    expectation_suite_name: string().nullish(),
    expectations: array(Expectation),
  })
  .transform(({ name, expectation_suite_name, expectations }) => ({
    name: name ?? expectation_suite_name ?? undefined,
    expectations,
  }));

/** Arguments that say how Great Expectations runs or reports, and nothing about the data. */
const RUNNING$1                      = new Set([
  'auto',
  'batch_id',
  'catch_exceptions',
  'column',
  'condition_parser',
  'include_config',
  'meta',
  'mostly',
  'notes',
  'profiler_config',
  'result_format',
  'row_condition',
  'severity',
]);

/** Demands that the standard has a key of its own for, where nothing but the column is said. */
const NATIVE                                                  = {
  expect_column_values_to_not_be_null: 'required',
  expect_column_values_to_be_unique: 'unique',
};

/** Suites of Great Expectations 0.18 (`expectation_type`) and 1.x (`type`), in JSON or YAML. */
const greatExpectations = defineImporter({
  id: 'great-expectations',
  title: 'a Great Expectations suite',
  recognise: value =>
    typeof value === 'object' && value !== null && 'expectations' in value && Suite.safeParse(value).success,
  read(document, fallback, known) {
    const suite = Suite.parse(document.value);
    const draft = draftContract(suite.name ?? fallback);
    const table = tableOf(draft, suite.name ?? fallback);
    for (const [i, expectation] of suite.expectations.entries()) {
      take$1(draft, table, expectation, ['expectations', i], known);
    }
    return draft
  },
});

                                                

function take$1(
  draft               ,
  table            ,
  { name, kwargs, severity }             ,
  path                        ,
  known                   ,
)       {
  const column = typeof kwargs.column === 'string' ? kwargs.column : undefined;
  const rule = column === undefined ? name : `${name} of '${column}'`;
  const leave = (reason        ) => draft.left.push({ rule, reason, path });
  const parameter = Object.entries(kwargs).find(([, value]) => isParameter(value));
  if (parameter) return void leave(`its '${parameter[0]}' is an evaluation parameter, known only when the suite is run`)
  const where = conditionOf(kwargs.row_condition);
  if (where === undefined) return void leave('its row_condition is more than columns, values and comparisons')

  const property = column === undefined ? undefined : propertyOf(table, column);
  const args = Object.fromEntries(Object.entries(kwargs).filter(([key]) => !RUNNING$1.has(key)));
  const mostly = kwargs.mostly === 1 || kwargs.mostly === null ? undefined : kwargs.mostly;
  const bare = where === '' && mostly === undefined && (severity ?? 'critical') === 'critical';
  const empty = Object.keys(args).length === 0;
  if (property && name === 'expect_column_to_exist' && bare) return
  const native = NATIVE[name];
  if (property && native && bare && empty) {
    property[native] = true;
    return
  }
  if (property && name === 'expect_column_values_to_be_of_type' && bare) {
    const type = logicalTypeFor(String(args.type_));
    if (type === undefined) return void leave(`no logical type of the standard is a ${String(args.type_)}`)
    property.logicalType ??= type;
    return
  }
  if (property && name === 'expect_column_values_to_be_in_type_list') {
    const names = array(string()).min(1).safeParse(args.type_list).data ?? [];
    const listed = names.map(logicalTypeFor);
    const unknown = names.find((_, i) => listed[i] === undefined);
    if (names.length === 0) return void leave('its type_list is no list of types')
    if (unknown !== undefined) return void leave(`no logical type of the standard is a ${unknown}`)
    const [type, ...others] = new Set(listed.flatMap(one => (one === undefined ? [] : [one])));
    if (bare && type !== undefined && others.length === 0) {
      property.logicalType ??= type;
      return
    }
    args.type_list = [...new Set(listed)];
  }
  expect$1(
    draft,
    table,
    {
      expectation: name,
      args: { ...args, mostly, where: where || undefined },
      ...(property ? { property } : {}),
      severity: severityOf(severity),
      rule,
      path,
    },
    known,
  );
}

const isParameter = (value         )          =>
  typeof value === 'object' && value !== null && Object.keys(value).some(key => key.startsWith('$PARAMETER'));

/** The condition; '' where there is none, undefined where it is not understood. */
function conditionOf(value         )                     {
  if (value === undefined || value === null || value === '') return ''
  return typeof value === 'string' ? rowCondition(value) : conditionObject(value)
}

/** Critical, the default of Great Expectations, is the standard's error. */
const severityOf = (severity                           )                     =>
  severity === undefined || severity === null || severity === 'critical' ? undefined : severity;

/** An expectation that says the same as a check of another tool. */
                                  
                              
                                                  
                            
 

const Bound = union([number$1(), string()]);
const Values = array(union([string(), number$1(), boolean()]));
const Range = looseObject({
  min_value: Bound.nullish(),
  max_value: Bound.nullish(),
  include_min: boolean().default(true),
  include_max: boolean().default(true),
});
const Length = looseObject({
  min_value: int().nullish(),
  max_value: int().nullish(),
  exact_value: int().nullish(),
});

const between = (args                         ) => ({ expectation: 'expect_column_values_to_be_between', args });
const regex = (pattern        ) => ({ expectation: 'expect_column_values_to_match_regex', args: { regex: pattern } });
const literally = (text        ) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

                                                                 

/** A reading of one argument, where it is what the check takes. */
const reading =
                            (schema        , same                                                 )          =>
  argument => {
    const read = schema.safeParse(argument);
    return read.success ? same(read.data) : undefined
  };

const CHECKS$1                                    = {
  equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_be_in_set',
    args: { value_set: [value] },
  })),
  not_equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: [value] },
  })),
  greater_than: reading(Bound, min_value => between({ min_value, strict_min: true })),
  greater_than_or_equal_to: reading(Bound, min_value => between({ min_value })),
  less_than: reading(Bound, max_value => between({ max_value, strict_max: true })),
  less_than_or_equal_to: reading(Bound, max_value => between({ max_value })),
  in_range: reading(Range, ({ min_value, max_value, include_min, include_max }) =>
    between({
      min_value,
      max_value,
      ...(include_min ? {} : { strict_min: true }),
      ...(include_max ? {} : { strict_max: true }),
    }),
  ),
  isin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set } })),
  notin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_not_be_in_set', args: { value_set } })),
  // Python's re.match is anchored at the start alone.
  str_matches: reading(string(), pattern => regex(`^(?:${pattern})`)),
  str_contains: reading(string(), regex),
  str_startswith: reading(string(), text => regex(`^${literally(text)}`)),
  str_endswith: reading(string(), text => regex(`${literally(text)}$`)),
  str_length: reading(Length, ({ min_value, max_value, exact_value }) =>
    exact_value === null || exact_value === undefined
      ? { expectation: 'expect_column_value_lengths_to_be_between', args: { min_value, max_value } }
      : { expectation: 'expect_column_value_lengths_to_equal', args: { value: exact_value } },
  ),
  unique_values_eq: reading(Values, value_set => ({
    expectation: 'expect_column_distinct_values_to_equal_set',
    args: { value_set },
  })),
};

/** The only argument may stand bare, or as `value` or under its own name beside `options`. */
const Running = looseObject({ raise_warning: boolean().optional() });
const Wrapped = Running.extend({ options: Running.optional() });
/** Keys of a check that say how it runs or reports. */
const RUNNING                      = new Set([
  'options',
  'raise_warning',
  'ignore_na',
  'error',
  'name',
  'title',
  'description',
]);

/** A built-in check of Pandera as an expectation; undefined where it is none of them. */
function panderaCheck(check        , argument         )                              {
  const read = Object.hasOwn(CHECKS$1, check) ? CHECKS$1[check] : undefined;
  const wrapped = Wrapped.safeParse(argument).data ?? {};
  const rest = Object.fromEntries(Object.entries(wrapped).filter(([key]) => !RUNNING.has(key)));
  const [only, ...others] = Object.values(rest);
  const bare = read?.(argument) ?? read?.(rest) ?? (others.length === 0 ? read?.(only) : undefined);
  return bare && (wrapped.raise_warning || wrapped.options?.raise_warning) ? { ...bare, severity: 'warning' } : bare
}

/** Checks stand beside a column's other keys, or, in earlier files, under `checks`. */
const Column$1 = looseObject({
  dtype: string().nullish(),
  nullable: boolean().default(false),
  unique: boolean().default(false),
  required: boolean().default(true),
  regex: boolean().default(false),
  description: string().nullish(),
  checks: unknown$1().optional(),
});
const Schema = looseObject({
  schema_type: literal$2('dataframe'),
  columns: record$1(string(), Column$1),
  checks: unknown$1().optional(),
  index: array(Column$1.extend({ name: string().nullish() })).nullish(),
  strict: union([boolean(), string()]).nullish(),
  ordered: boolean().nullish(),
  unique: union([string().transform(name => [name]), array(string())]).nullish(),
});
                                    

/** Keys of a column that are no checks. */
const KEYS                      = new Set([
  ...Object.keys(Column$1.shape),
  'title',
  'coerce',
  'name',
  'metadata',
  'default',
  'parsers',
  'drop_invalid_rows',
  'report_duplicates',
]);
/** Keys of a schema that are no checks of the table. */
const SCHEMA_KEYS                      = new Set([
  ...Object.keys(Schema.shape),
  'version',
  'api',
  'dtype',
  'coerce',
  'name',
  'title',
  'description',
  'report_duplicates',
  'unique_column_names',
  'add_missing_columns',
  'metadata',
  'parsers',
  'drop_invalid_rows',
]);

/** Schemas that Pandera has written, as YAML or JSON. Checks in Python are lost when it writes them, so nothing can be said of those. */
const pandera = defineImporter({
  id: 'pandera',
  title: 'a Pandera schema',
  recognise: value => Schema.safeParse(value).success,
  read(document, name, known) {
    const schema = Schema.parse(document.value);
    const draft = draftContract(name);
    const table = tableOf(draft, name);
    for (const [column, definition] of Object.entries(schema.columns)) {
      takeColumn$1(draft, table, column, definition, ['columns', column], known);
    }
    for (const [i, definition] of (schema.index ?? []).entries()) {
      const reason = 'an index without a name is no column of a file';
      if (definition.name) takeColumn$1(draft, table, definition.name, definition, ['index', i], known);
      else draft.left.push({ rule: 'the index', reason, path: ['index', i] });
    }
    const add = (expectation        , args                         , key        ) =>
      expect$1(draft, table, { expectation, args, rule: key, path: [key] }, known);
    const columns = Object.keys(schema.columns);
    if (schema.strict === true)
      add('expect_table_columns_to_match_set', { column_set: columns, exact_match: true }, 'strict');
    if (schema.ordered) add('expect_table_columns_to_match_ordered_list', { column_list: columns }, 'ordered');
    if (schema.unique)
      table.quality.push({ metric: 'duplicateValues', arguments: { properties: schema.unique }, mustBe: 0 });
    const checks = [...named$2(schema.checks), ...Object.entries(schema).filter(([key]) => !SCHEMA_KEYS.has(key))];
    for (const [check] of checks) {
      draft.left.push({ rule: `check ${check}`, reason: 'checks of a whole table are Python', path: ['checks'] });
    }
    return draft
  },
});

function takeColumn$1(
  draft               ,
  table            ,
  name        ,
  column        ,
  path                        ,
  known                   ,
)       {
  if (column.regex) {
    const reason = 'it stands for all columns that match a pattern';
    draft.left.push({ rule: `column '${name}'`, reason, path });
    return
  }
  const property = propertyOf(table, name);
  takeType(draft, property, column, path);
  if (!column.nullable) property.required = true;
  if (column.unique) property.unique = true;
  if (column.description) property.description = column.description;
  if (!column.required) {
    draft.left.push({
      rule: `required: false of '${name}'`,
      reason: 'a column of a contract must be there',
      path: [...path, 'required'],
    });
  }
  const checks = [...named$2(column.checks), ...Object.entries(column).filter(([key]) => !KEYS.has(key))];
  for (const [check, argument] of checks) {
    const rule = `${check} of '${name}'`;
    const read = panderaCheck(check, argument);
    const at = [...path, check];
    if (read) expect$1(draft, table, { ...read, property, rule, path: at }, known);
    else draft.left.push({ rule, reason: 'it is no check of Pandera itself, or its arguments are not known', path: at });
  }
}

function takeType(
  draft               ,
  property               ,
  { dtype }        ,
  path                        ,
)       {
  if (!dtype) return
  const type = logicalTypeFor(dtype);
  if (type !== undefined) property.logicalType = type;
  else {
    const reason = 'the standard has no such type';
    draft.left.push({ rule: `dtype ${dtype} of '${property.name}'`, reason, path: [...path, 'dtype'] });
  }
}

const Ends = strictObject({
  greater_than: number$1().optional(),
  greater_than_or_equal: number$1().optional(),
  less_than: number$1().optional(),
  less_than_or_equal: number$1().optional(),
});

/** What a check of a Soda contract demands of its number. */
const Threshold = strictObject({
  metric: _enum(['count', 'percent']).default('count'),
  level: _enum(['fail', 'warn']).default('fail'),
  unit: _enum(['minute', 'hour', 'day']).optional(),
  must_be: number$1().optional(),
  must_not_be: number$1().optional(),
  must_be_greater_than: number$1().optional(),
  must_be_greater_than_or_equal: number$1().optional(),
  must_be_less_than: number$1().optional(),
  must_be_less_than_or_equal: number$1().optional(),
  must_be_between: Ends.optional(),
});
                                                 

const OPERATORS = {
  must_be: 'mustBe',
  must_not_be: 'mustNotBe',
  must_be_greater_than: 'mustBeGreaterThan',
  must_be_greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  must_be_less_than: 'mustBeLessThan',
  must_be_less_than_or_equal: 'mustBeLessOrEqualTo',
};         
const ENDS = {
  greater_than: 'mustBeGreaterThan',
  greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  less_than: 'mustBeLessThan',
  less_than_or_equal: 'mustBeLessOrEqualTo',
};         

/** The demands as operators of the standard's library, each for a rule of its own: all must hold. */
function operatorsOf(threshold           )                                {
  const single = keysOf(OPERATORS).map(key => [OPERATORS[key], threshold[key]]         );
  const ends = keysOf(ENDS).map(key => [ENDS[key], threshold.must_be_between?.[key]]         );
  return [...single, ...ends].flatMap(([operator, limit]) => (limit === undefined ? [] : [[operator, limit]         ]))
}

/** The demands as a number that is tolerated, for an expectation; undefined where they are more than that. */
function toleratedBy(threshold           )                              {
  const [only, ...others] = operatorsOf(threshold);
  if (!only || others.length > 0) return only ? undefined : 0
  const [operator, limit] = only;
  const percent = threshold.metric === 'percent';
  const most =
    operator === 'mustBeLessOrEqualTo' || (operator === 'mustBe' && limit === 0)
      ? limit
      : operator === 'mustBeLessThan' && !percent && Number.isInteger(limit)
        ? limit - 1
        : undefined;
  return most === undefined || !percent ? most : `${most} %`
}

/** The ends of the range that a number must be in, for an expectation; undefined where they are something else. */
function rangeBy(threshold           )                                                {
  const range                          = {};
  for (const [operator, limit] of operatorsOf(threshold)) {
    if (operator === 'mustBeGreaterThan') Object.assign(range, { min_value: limit, strict_min: true });
    else if (operator === 'mustBeGreaterOrEqualTo') range.min_value = limit;
    else if (operator === 'mustBeLessThan') Object.assign(range, { max_value: limit, strict_max: true });
    else if (operator === 'mustBeLessOrEqualTo') range.max_value = limit;
    else if (operator === 'mustBe') Object.assign(range, { min_value: limit, max_value: limit });
    else return undefined
  }
  return Object.keys(range).length > 0 ? range : undefined
}

const keysOf =                     (record                                )        =>
  Object.keys(record).filter((key)             => key in record);

const Scalars = array(union([string(), number$1(), boolean()]));
const Format = union([string(), looseObject({ regex: string() }).transform(({ regex }) => regex)]);
const Validity = looseObject({
  valid_values: Scalars.optional(),
  invalid_values: Scalars.optional(),
  valid_min: number$1().optional(),
  valid_max: number$1().optional(),
  valid_length: int().optional(),
  valid_min_length: int().optional(),
  valid_max_length: int().optional(),
  valid_format: Format.optional(),
  invalid_format: Format.optional(),
  missing_values: array(unknown$1()).optional(),
});

/** Keys that say what is valid, of a check or of all checks of a column. */
const VALIDITY                      = new Set(Object.keys(Validity.shape));

/** What a Soda check says is valid, as expectations that must all hold; undefined where it says more. */
function validity$1(given                                   ) {
  const said = Object.keys(given).filter(key => /^(in)?valid_/.test(key));
  const read = Validity.safeParse(given);
  if (said.length === 0 || !read.success || said.some(key => !VALIDITY.has(key))) return undefined
  const { data } = read;
  const expect = (expectation        , args                                   ) => ({ expectation, args });
  const has = (...keys                       ) => keys.some(key => data[key] !== undefined);
  return [
    ...(has('valid_values') ? [expect('expect_column_values_to_be_in_set', { value_set: data.valid_values })] : []),
    ...(has('invalid_values')
      ? [expect('expect_column_values_to_not_be_in_set', { value_set: data.invalid_values })]
      : []),
    ...(has('valid_min', 'valid_max')
      ? [expect('expect_column_values_to_be_between', { min_value: data.valid_min, max_value: data.valid_max })]
      : []),
    ...(has('valid_length') ? [expect('expect_column_value_lengths_to_equal', { value: data.valid_length })] : []),
    ...(has('valid_min_length', 'valid_max_length')
      ? [
          expect('expect_column_value_lengths_to_be_between', {
            min_value: data.valid_min_length,
            max_value: data.valid_max_length,
          }),
        ]
      : []),
    ...(has('valid_format') ? [expect('expect_column_values_to_match_regex', { regex: data.valid_format })] : []),
    ...(has('invalid_format')
      ? [expect('expect_column_values_to_not_match_regex', { regex: data.invalid_format })]
      : []),
  ]
}

const Column = looseObject({
  name: string(),
  data_type: string().nullish(),
  optional: boolean().default(false),
  checks: unknown$1().optional(),
});
const Contract = looseObject({
  dataset: string(),
  columns: array(Column).nullish(),
  checks: unknown$1().optional(),
  filter: unknown$1().optional(),
});

/** A check's own keys, whatever it asks. */
const Common = looseObject({
  threshold: looseObject({}).default({}).pipe(Threshold),
  filter: string().optional(),
  missing_values: array(unknown$1()).optional(),
  columns: array(string()).optional(),
  column: string().optional(),
  function: string().optional(),
  expression: string().optional(),
  allow_extra_columns: boolean().optional(),
  allow_other_column_order: boolean().optional(),
});
                                    

/** Aggregates that an expectation is about. */
const AGGREGATES                                   = {
  avg: 'expect_column_mean_to_be_between',
  sum: 'expect_column_sum_to_be_between',
  min: 'expect_column_min_to_be_between',
  max: 'expect_column_max_to_be_between',
  stddev: 'expect_column_stdev_to_be_between',
};

                 
                               
                            
                                              
                                   
                                   
                       
                                       
 

/** Takes a check over; gives the reason where it cannot. */
                                                                                                          

const CHECKS                                   = {
  missing: missing$2,
  duplicate,
  invalid,
  row_count: rowCount,
  aggregate,
  schema,
  freshness,
  failed_rows: failedRows,
};

/** Data contracts of Soda v4. */
const soda = defineImporter({
  id: 'soda',
  title: 'a Soda contract',
  recognise: value => Contract.safeParse(value).success,
  read(document, _, known) {
    const contract = Contract.parse(document.value);
    const name = contract.dataset.split('/').at(-1) ?? contract.dataset;
    const draft = draftContract(name);
    const table = tableOf(draft, name);
    if (contract.filter !== undefined) {
      const reason = 'it selects rows for every rule: filter the data, or repeat it as where';
      draft.left.push({ rule: 'the filter of the dataset', reason, path: ['filter'] });
    }
    for (const [i, column] of (contract.columns ?? []).entries()) {
      const property = propertyOf(table, column.name);
      const path = ['columns', i];
      const reason = takeColumn(property, column);
      if (reason !== undefined) draft.left.push({ rule: `column '${column.name}'`, reason, path });
      for (const [check, given] of named$2(column.checks)) {
        const rule = `${check} of '${column.name}'`;
        take(check, { ...validityOf(column), ...objectOf(given) }, { draft, table, property, known, rule, path });
      }
    }
    for (const [check, given] of named$2(contract.checks)) {
      take(check, objectOf(given), { draft, table, known, rule: check, path: ['checks'] });
    }
    return draft
  },
});

function takeColumn(property               , { data_type, optional }                        )                     {
  const type = data_type ? logicalTypeFor(data_type) : undefined;
  if (type !== undefined) property.logicalType = type;
  if (data_type && type === undefined) return `the standard has no type ${data_type}`
  return optional ? 'it is optional, and a column of a contract must be there' : undefined
}

function take(check        , given                                   , place       )       {
  const taking = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined;
  const read = Common.safeParse(given);
  const reason = !taking
    ? 'Proofmark has no such check'
    : read.success
      ? taking(read.data, place, given)
      : 'its arguments are not understood';
  if (reason !== undefined) place.draft.left.push({ rule: place.rule, reason, path: place.path });
}

function missing$2(args        , place       )                     {
  const { property } = place;
  if (!property) return 'it names no column'
  if (args.filter !== undefined) {
    if (args.missing_values) return 'it has tokens for null together with a filter'
    return cells({ expectation: 'expect_column_values_to_not_be_null', args: {} }, args, place)
  }
  const metric = args.missing_values
    ? { metric: 'missingValues', arguments: { missingValues: [null, ...args.missing_values] } }
    : { metric: 'nullValues' };
  property.quality.push(...demandsOf(args).map(demand => ({ ...metric, ...demand })));
  return undefined
}

function duplicate(args        , place       )                     {
  const { property, table } = place;
  const key = property ? [property.name] : (args.columns ?? []);
  if (key.length === 0) return 'it names no columns'
  if (args.filter !== undefined) {
    const expectation = property ? 'expect_column_values_to_be_unique' : 'expect_compound_columns_to_be_unique';
    return cells({ expectation, args: property ? {} : { column_list: key } }, args, place)
  }
  const metric = { metric: 'duplicateValues', ...(property ? {} : { arguments: { properties: key } }) };
  const rules = demandsOf(args).map(demand => ({ ...metric, ...demand }))
  ;(property ?? table).quality.push(...rules);
  return undefined
}

function invalid(args        , place       , given                                   )                     {
  const parts = validity$1(given);
  if (!parts) return 'what is valid is said in a way that Proofmark does not check'
  return parts.map(part => cells(part, args, place)).find(reason => reason !== undefined)
}

function rowCount(args        , { table }       )                     {
  if (args.filter !== undefined) return 'it counts some rows only'
  const demands = operatorsOf(args.threshold);
  const rules = demands.length > 0 ? demands : [['mustBeGreaterThan', 0]         ];
  table.quality.push(
    ...rules.map(([operator, limit]) => ({ metric: 'rowCount', [operator]: limit, ...severity(args) })),
  );
  return undefined
}

function aggregate(args        , place       )                     {
  const { function: name = '' } = args;
  const expectation = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined;
  const range = rangeBy(args.threshold);
  if (!expectation || !range) return `Proofmark has no such check of ${name}`
  add({ expectation, args: { ...range, where: args.filter } }, args, place);
  return undefined
}

function schema(args        , place       )                     {
  const columns = [...place.table.properties.keys()];
  const { allow_extra_columns: extra = false, allow_other_column_order: anyOrder = false } = args;
  if (!extra) {
    const demand = { column_set: columns, exact_match: true };
    add({ expectation: 'expect_table_columns_to_match_set', args: demand }, args, place);
  }
  if (anyOrder) return undefined
  if (extra) return 'it demands an order among columns of which there may be others'
  add({ expectation: 'expect_table_columns_to_match_ordered_list', args: { column_list: columns } }, args, place);
  return undefined
}

function freshness(args        , place       )                     {
  const { unit = 'hour', must_be_less_than, must_be_less_than_or_equal } = args.threshold;
  const most = must_be_less_than_or_equal ?? must_be_less_than;
  if (args.column === undefined || most === undefined) return 'its threshold is no greatest age of a column'
  const property = propertyOf(place.table, args.column);
  const demand = { max_age: most, unit: `${unit}s` };
  add({ expectation: 'expect_column_max_age_to_be_at_most', args: demand }, args, { ...place, property });
  return undefined
}

/** The expression says what fails. */
function failedRows(args        , place       )                     {
  if (args.expression === undefined) return 'it is a query'
  const { property: _, ...ofTable } = place;
  const demand = { condition: `not (${args.expression})` };
  return cells({ expectation: 'expect_rows_to_satisfy', args: demand }, args, ofTable)
}

                
                              
                                                  
 

/** An expectation on rows, with what is tolerated. */
function cells({ expectation, args }      , common        , place       )                     {
  const tolerated = toleratedBy(common.threshold);
  if (tolerated === undefined) return 'its threshold is more than a greatest number of rows'
  const limit = tolerated === 0 ? {} : { fail_above: tolerated };
  add({ expectation, args: { ...args, where: common.filter, ...limit } }, common, place);
  return undefined
}

function add({ expectation, args }      , common        , { draft, table, property, known, rule, path }       )       {
  const wanted = { expectation, args, ...(property ? { property } : {}), ...severity(common), rule, path };
  expect$1(draft, table, wanted, known);
}

const demandsOf = (args        ) => {
  const demands = operatorsOf(args.threshold);
  const unit = args.threshold.metric === 'percent' ? { unit: 'percent' } : {};
  return (demands.length > 0 ? demands : [['mustBe', 0]         ]).map(([operator, limit]) => ({
    [operator]: limit,
    ...unit,
    ...severity(args),
  }))
};

const severity = ({ threshold }        ) => (threshold.level === 'warn' ? { severity: 'warning' } : {});

/** What a column says of all its checks. */
const validityOf = (column                                   ) =>
  Object.fromEntries(Object.entries(column).filter(([key]) => VALIDITY.has(key)));

const objectOf = (value         )                          =>
  record$1(string(), unknown$1()).safeParse(value).data ?? {};

var all = /*#__PURE__*/Object.freeze({
  __proto__: null,
  dbt: dbt,
  frictionless: frictionless,
  greatExpectations: greatExpectations,
  pandera: pandera,
  soda: soda
});

/** Expectations that measure a column's numbers. */
const MEASURE_NUMBERS =
  /^expect_column_(max|mean|median|min|range|sum|stdev|variance|skewness|kurtosis|iqr|zeros_proportion|quantile_values|value_z_scores|parameterized_distribution)_/;
/** Expectations that measure numbers of several columns, which they name. */
const OF_SEVERAL                      = new Set([
  'expect_column_pair_correlation_to_be_between',
  'expect_multicolumn_sum_to_equal',
]);

/**
 * Takes columns that say no type for numbers where a rule measures theirs, as the source could only be run on such: a column
 * without a type is text to us, of which no mean can be told.
 */
function takeNumbers({ properties, quality }            )       {
  const named = new Set(quality.flatMap(namedNumbers));
  for (const property of properties.values()) {
    if (property.logicalType === undefined && (named.has(property.name) || isMeasured(property)))
      property.logicalType = 'number';
  }
}

const isMeasured = ({ quality }               )          =>
  quality.some(rule => {
    const { expectation, min_value, max_value } = implementationOf(rule);
    if (MEASURE_NUMBERS.test(String(expectation))) return true
    return (
      expectation === 'expect_column_values_to_be_between' &&
      [min_value, max_value].some(bound => typeof bound === 'number')
    )
  });

function namedNumbers(rule              )            {
  const { expectation, column_A, column_B, column_list } = implementationOf(rule);
  if (!OF_SEVERAL.has(String(expectation))) return []
  return [column_A, column_B, ...(Array.isArray(column_list) ? column_list : [])]
}

const implementationOf = (rule              )                                    =>
  'engine' in rule && typeof rule.implementation === 'object' && rule.implementation !== null
    ? { ...rule.implementation }
    : {};

const IMPORTERS                      = Object.values(all);

/** A contract made of another tool's rules. */
                                   
                         
                           
                                       
                        
                         
                          
                                                               
                        
                                                                                                              
                            
                                                                 
                           
                         
                           
                          
                          
     
 

/** Reads rules of another tool, JSON or YAML, told by its shape unless `format` names the tool; throws a `UserError` where it is none that is known. */
function importContract(
  name        ,
  text        ,
  known                   ,
  format         ,
)                   {
  const document = readYaml(name, text);
  const importer = format === undefined ? recognise(document) : named$1(format, document);
  const table = (name.split('/').at(-1) ?? name).replace(/(?<=.)\..*$/, '');
  const draft = importer.read(document, table, known);
  for (const drafted of draft.tables) takeNumbers(drafted);
  const columns = draft.tables.flatMap(({ properties }) => [...properties.values()]);
  const ofColumn = columns.flatMap(({ required, unique, primaryKey, logicalTypeOptions, quality }) => [
    ...[required, unique, primaryKey].filter(Boolean),
    ...Object.keys(logicalTypeOptions),
    ...quality,
  ]);
  const ofTable = draft.tables.flatMap(({ quality, relationships }) => [...quality, ...relationships]);
  return {
    contract: contractText$1(draft, `Imported from ${name}`),
    title: importer.title,
    tables: draft.tables.length,
    columns: columns.length,
    rules: ofColumn.length + ofTable.length,
    ...(draft.dialects.size > 0 && {
      dialects: distExports.stringify(
        { data: { dialects: Object.fromEntries(draft.dialects) } },
        { lineWidth: 120, aliasDuplicateObjects: false },
      ),
    }),
    left: draft.left.map(({ rule, reason, path }) => {
      const { text: place, line } = document.place(path);
      return { rule, reason, place, ...(line === undefined ? {} : { line }) }
    }),
  }
}

function recognise(document          )           {
  const fits = IMPORTERS.filter(importer => importer.recognise(document.value));
  const [only, ...others] = fits;
  if (only && others.length === 0) return only
  const found = only ? `what several may have written: ${fits.map(({ title }) => title).join(', ')}` : 'none of them';
  throw new UserError(
    'import.unknown',
    `Expected ${document.name} to be ${IMPORTERS.map(({ title }) => title).join(', ')} but found ${found}`,
    { file: document.name, hint: `Name what it is: --format ${IMPORTERS.map(({ id }) => id).join(', ')}` },
  )
}

function named$1(format        , document          )           {
  const importer = IMPORTERS.find(({ id }) => id === format);
  if (!importer) {
    const ids = IMPORTERS.map(({ id }) => id);
    const meant = closestMatch(format, ids, { maxDistance: 4 });
    throw new UserError('import.format', `Expected --format to be one of ${ids.join(', ')} but found '${format}'`, {
      ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
    })
  }
  if (importer.recognise(document.value)) return importer
  throw new UserError('import.shape', `Expected ${document.name} to be ${importer.title} but it has another shape`, {
    file: document.name,
    hint: 'Leave --format out to have it recognised',
  })
}

/** Held against every check there is. */
const knownExpectation                    = (name, args, level) => {
  const expectation = EXPECTATIONS.get(name);
  if (!expectation) return 'Proofmark has no such check'
  const read = Implementation.safeParse({ expectation: name, ...args });
  if (!read.success) return `its arguments are not understood: ${read.error.issues[0]?.path.join('.')}`
  const condition = read.data.where === undefined ? undefined : parseCondition(read.data.where);
  if (condition && isFault(condition)) return `its condition is not understood: ${condition.fault}`
  const { column, ...own } = argumentsOf(read.data);
  if (expectation.level === 'column' && level === 'table' && typeof column !== 'string') return 'it names no column'
  const options = expectation.options.safeParse(own);
  if (options.success) {
    const own = expectation.columns?.(options.data) ?? [];
    return { columns: [...own, ...(condition && !isFault(condition) ? columnsOf(condition) : [])] }
  }
  const [issue] = options.error.issues;
  const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
  return `Proofmark's check of that name does not take ${what}`
};

const MAX_BYTES = 8 * 1024 * 1024;

const flags$h                      = [
  {
    name: 'format',
    kind: 'value',
    description: 'great-expectations, frictionless, pandera, dbt or soda. Default: told by the file itself',
  },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
];

const importRules             = {
  name: 'import',
  summary:
    'Turn rules of Great Expectations, Frictionless, Pandera, dbt or Soda into a data contract, and list what was not taken over',
  synopsis: 'FILE [--format TOOL] [--out CONTRACT]',
  examples: ['proofmark import suite.json --out contract.odcs.yaml', 'proofmark import models/schema.yml --format dbt'],
  flags: flags$h,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$h);
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new UserError('flags.positional', `Expected one file to import but found ${positionals.length}`, {
        hint: 'proofmark import suite.json --out contract.odcs.yaml',
      })
    }
    const out = values.get('out')?.at(-1);
    const { files } = compose(process.cwd(), terminalLog(process.stderr), {});
    const text = await files.readText(file, { maxBytes: MAX_BYTES });
    const imported = importContract(file, text, knownExpectation, values.get('format')?.at(-1));
    if (out === undefined) process.stdout.write(imported.contract);
    else if (await files.exists(out)) {
      throw new UserError('import.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    } else await files.write(out, imported.contract);
    printLines(out === undefined ? process.stderr : process.stdout, report$3(imported, file, out));
    return 0
  },
};

function report$3(
  { title, tables, columns, rules, left, dialects }                  ,
  file        ,
  out         ,
)         {
  const what = `${counted$1(tables, 'table')}, ${counted$1(columns, 'column')}, ${counted$1(rules, 'rule')}`;
  return [
    { tone: 'strong', text: visible(`Read ${file}, ${title}: ${what}`) },
    ...left.flatMap(({ rule, reason, place })         => [
      { tone: 'warn', text: visible(`  not imported  ${rule} (${place})`) },
      { tone: 'muted', text: visible(`                ${reason}`) },
    ]),
    ...(left.length === 0
      ? []
      : [
          {
            tone: 'plain'         ,
            text: 'Each of these is in the contract as a rule of type text: a warning until you have dealt with it.',
          },
        ]),
    ...(dialects === undefined
      ? []
      : [
          {
            tone: 'plain'         ,
            text: 'How the files are written is no matter of a contract. Add to proofmark.yml:',
          },
          ...dialects
            .trimEnd()
            .split('\n')
            .map((line)       => ({ tone: 'plain', text: visible(`  ${line}`) })),
        ]),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`  wrote         ${out}`) }]),
  ]
}

/** Which table is the model under certification, which the one in production. */
                                    
                                 
                                     
                                                 
                                             
 

/** What the model in production is called. */
const CHAMPIONS = ['champion', 'baseline', 'prod', 'production', 'current', 'incumbent', 'deployed', 'live'];
/** What the candidate is called. */
const CHALLENGERS = ['challenger', 'candidate', 'new', 'latest'];

/** The champion by its name; the model by its name, by sharing a word of it with a model file, or as the first that is left. */
function choosePredictions(
  found                            ,
  modelFiles                   ,
)                                {
  const isChampion = ({ table }                 ) => Number.isFinite(rankByName(table.path, CHAMPIONS));
  const rank = (candidate                 ) => {
    if (isChampion(candidate)) return 3
    if (Number.isFinite(rankByName(candidate.table.path, CHALLENGERS))) return 0
    return modelFiles.some(file => ownWords(candidate, found).some(word => fileWords(file).includes(word))) ? 1 : 2
  };
  const [model, ...rest] = found.toSorted((a, b) => rank(a) - rank(b));
  if (!model) return undefined
  const alike = rest.filter(
    other => other.id === model.id && other.score === model.score && other.labels[0] === model.labels[0],
  );
  const champion = alike
    .filter(other => isChampion(other) && !isChampion(model))
    .toSorted((a, b) => rankByName(a.table.path, CHAMPIONS) - rankByName(b.table.path, CHAMPIONS))[0];
  return { model, ...(champion && { champion }), others: rest.filter(other => other !== champion) }
}

/** Words of a table's file name that not every table of predictions has in its own. */
function ownWords({ table }                 , all                            )           {
  const others = all.filter(other => other.table !== table);
  return fileWords(table.path).filter(
    word =>
      !/^\d+$/.test(word) && (others.length === 0 || others.some(other => !fileWords(other.table.path).includes(word))),
  )
}

/** The files of the model under certification, and those of other models. */
                              
                                      
                                       
 

/**
 * All model files but those named for another model: for the champion, or for predictions of another. Rather one too many: a file
 * that is left out is not certified.
 */
function chooseModel(
  found                      ,
  predictions                               ,
)                          {
  const files = outermost(found);
  if (files.length === 0) return undefined
  const { model, champion, others = [] } = predictions ?? {};
  const all = [...(model ? [model] : []), ...(champion ? [champion] : []), ...others];
  const own = new Set(model && ownWords(model, all));
  const foreign = all.filter(table => table !== model).flatMap(table => ownWords(table, all));
  const isOther = ({ path }           ) => {
    const words = fileWords(path);
    if (words.some(word => own.has(word))) return false
    return words.some(word => foreign.includes(word)) || Number.isFinite(rankByName(path, CHAMPIONS))
  };
  const kept = files.filter(file => !isOther(file));
  return kept.length === 0 ? { files, others: [] } : { files: kept, others: files.filter(isOther) }
}

/** Files inside a model that is a folder are named by the folder. */
function outermost(found                      )              {
  const unique = found.filter((file, i) => found.findIndex(({ path }) => path === file.path) === i);
  return unique.filter(({ path }) => !unique.some(other => path.startsWith(`${other.path}/`)))
}

const NAMED$1 = ['id', 'uuid', 'guid', 'identifier', 'key', 'pk'];
const NAMED_LAST = ['index', 'idx', 'row', 'nr', 'number', 'num', 'code', 'ref'];
/** Fewer rows may all differ by chance. */
const ENOUGH_ROWS = 100;

/** A whole number or a text in every row, no two alike: columns that can identify a row, the likeliest first. */
const identifiers = ({ columns }              )                  =>
  columns
    .filter(({ nulls, unique, kind }) => nulls === 0 && unique && (kind === 'integer' || kind === 'text'))
    .toSorted((a, b) => rank(a) - rank(b));

/** The column that identifies a row, as far as its name or its place says so too. */
function keyColumn(table              )                            {
  const [best] = identifiers(table);
  if (!best) return undefined
  const first = best === table.columns[0] && table.rows >= ENOUGH_ROWS;
  return Number.isFinite(rank(best)) || first ? best : undefined
}

function rank({ name }               )         {
  const words = nameWords(name);
  if (words.some(word => NAMED$1.includes(word))) return 0
  return NAMED_LAST.includes(words.at(-1) ?? '') ? 1 : Number.POSITIVE_INFINITY
}

/** What a cell's text is, by its form alone. */
                                                                                       

const INTEGER = /^-?(0|[1-9]\d*)$/;
const NUMBER = /^-?((0|[1-9]\d*)(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;

/**
 * The narrowest kind that holds the text. `007` is a text (a code, not a quantity), so are NaN and infinities; `true` and
 * `false` are booleans, days are ISO 8601 (2024-05-31), timestamps too (2024-05-31T08:15:00Z).
 */
function cellKind(text        )           {
  if (Number.isFinite(Number(text))) {
    if (INTEGER.test(text)) return 'integer'
    if (NUMBER.test(text)) return 'number'
  }
  if (text === 'true' || text === 'false') return 'boolean'
  if (isDay(text)) return 'date'
  return isTimestamp(text) ? 'timestamp' : 'text'
}

/** The kind of a column with cells of both kinds. */
function widerKind(one          , other          )           {
  if (one === other) return one
  const numeric = (kind          ) => kind === 'integer' || kind === 'number';
  return numeric(one) && numeric(other) ? 'number' : 'text'
}

function isDay(text        )          {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const isTimestamp = (text        )          => TIME.test(text.slice(10)) && isDay(text.slice(0, 10));

/** What the rows that were looked at say about one column. An empty cell is a null; nothing else is. */
                                
                       
                        
                                 
                         
                                                                
                                   
                                                                                     
                                               
                                                              
                          
                                
                         
                            
 

                                 
                         
                          
 

/** Characters that the values kept to see repetitions may take up, over all columns of a table. */
                         
              
 

/** Different values that are counted one by one. */
const MOST_VALUES = 50;
/** An identifier is no longer than this. */
const LONGEST_ID = 200;

function columnProfiler(name        , memory        )                 {
  let nulls = 0;
  let filled = 0;
  let kind;                      
  let values                                  = new Map();
  let seen                          = new Set();
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;

  return {
    add(cell) {
      if (cell === '') {
        nulls++;
        return
      }
      filled++;
      if (kind !== 'text') kind = kind === undefined ? cellKind(cell) : widerKind(kind, cellKind(cell));
      if (kind === 'integer' || kind === 'number') {
        const value = Number(cell);
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      count(cell);
      look(cell);
    },
    profile: () => ({
      name,
      nulls,
      filled,
      kind: kind ?? 'empty',
      ...(values && { values }),
      unique: filled > 0 && seen !== undefined,
      ...((kind === 'integer' || kind === 'number') && { least, greatest }),
    }),
  }

  function count(cell        )       {
    if (!values) return
    values.set(cell, (values.get(cell) ?? 0) + 1);
    if (values.size > MOST_VALUES) values = undefined;
  }

  /** Stops at the first repetition: then the column is no identifier, and nothing need be kept. */
  function look(cell        )       {
    if (!seen) return
    memory.left -= cell.length;
    if (cell.length > LONGEST_ID || memory.left < 0 || seen.has(cell)) seen = undefined;
    else seen.add(cell);
  }
}

/** All its cells are numbers from 0 to 1. */
const isShare = ({ least, greatest }               )          =>
  least !== undefined && greatest !== undefined && least >= 0 && greatest <= 1;

/** What the first rows of a table say about it. */
                               
                       
                        
                       
                                         
                            
                                            
 

/** Rows of one table that are looked at. */
const MOST_ROWS = 100_000;
/** Characters kept to see which columns are unique. */
const MEMORY = 64 * 1024 * 1024;

/** Rows of a table as they come, in batches. */
                       
                                    
                                                                                                          
 

/** Reads at most `MOST_ROWS` rows; `progress` hears how many, now and then. */
async function profileTable(
  path        ,
  { header, batches }      ,
  progress                        ,
)                        {
  const profiler = tableProfiler(path, header);
  let rows = 0;
  for await (const batch of batches) {
    const complete = rows + batch.length <= MOST_ROWS;
    profiler.add(complete ? batch : batch.slice(0, MOST_ROWS - rows));
    rows = Math.min(MOST_ROWS, rows + batch.length);
    progress(rows);
    if (!complete) return { ...profiler.profile(), complete }
  }
  return profiler.profile()
}

                                
                                                                   
                         
 

/** Looks at all rows it is given. */
function tableProfiler(path        , header                   )                {
  const memory = { left: MEMORY };
  const columns = header.map(name => columnProfiler(name, memory));
  let rows = 0;
  return {
    add(batch) {
      for (const { cells } of batch) for (const [i, column] of columns.entries()) column.add(cells[i] ?? '');
      rows += batch.length;
    },
    profile: () => ({ path, rows, complete: true, columns: columns.map(column => column.profile()) }),
  }
}

/** Same names in the same order. */
const sameHeader = (one              , other              )          =>
  one.columns.length === other.columns.length && one.columns.every(({ name }, i) => name === other.columns[i]?.name);

/** Two tables of one header, of which the names say that the model was built on one and meets the other. */
                                   
                                  
                                
                                                       
                                          
                                                                                                                              
                                    
 

const REFERENCES = ['train', 'training', 'reference', 'ref', 'baseline', 'fit'];
const CURRENTS = [
  'current',
  'live',
  'serving',
  'production',
  'prod',
  'recent',
  'latest',
  'holdout',
  'test',
  'validation',
  'valid',
  'val',
  'eval',
];

/** Whether a file is named for one side of a comparison. */
const isPart = ({ path }              )          =>
  Number.isFinite(rankByName(path, [...REFERENCES, ...CURRENTS]));

/** The best named pair; of several, the one with the most columns. */
function findComparison(tables                         )                               {
  const pairs = byRank(tables, REFERENCES).flatMap(reference => {
    const [current, ...others] = byRank(tables, CURRENTS).filter(
      other => other !== reference && sameHeader(other, reference) && !isNamed$1(other, REFERENCES),
    );
    return current ? [{ reference, current, others }] : []
  });
  const [best] = pairs.toSorted((a, b) => b.reference.columns.length - a.reference.columns.length);
  return best && { ...best, ignore: toIgnore(best.reference, best.current) }
}

function toIgnore(reference              , current              )           {
  const differing = new Set([...identifiers(reference), ...identifiers(current)].map(({ name }) => name));
  return reference.columns
    .filter(({ name, kind }, i) => {
      const kinds = [kind, current.columns[i]?.kind];
      return differing.has(name) || kind === 'date' || kind === 'timestamp' || kinds.includes('empty')
    })
    .map(({ name }) => name)
}

const isNamed$1 = ({ path }              , words                   )          => Number.isFinite(rankByName(path, words));

const byRank = (tables                         , words                   )                 =>
  tables
    .filter(table => isNamed$1(table, words))
    .toSorted((a, b) => rankByName(a.path, words) - rankByName(b.path, words));

/** The table that a contract is worth most for: whole rather than a part, of the header the model was built on, the largest. */
function findData(
  tables                         ,
  comparison                              ,
)                           {
  const rank = (table              ) =>
    (isPart(table) ? 2 : 0) + (comparison && !sameHeader(table, comparison.reference) ? 1 : 0);
  const [best] = tables
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || b.columns.length - a.columns.length);
  return best
}

/** A table that holds a model's row-level predictions. */
                                  
                              
                     
                        
                                                                   
                                                 
 

const SCORES = [
  'p',
  'prob',
  'probs',
  'proba',
  'probability',
  'score',
  'scores',
  'pd',
  'risk',
  'likelihood',
  'propensity',
  'confidence',
];
const PREDICTED$1 = [
  'pred',
  'preds',
  'prediction',
  'predictions',
  'predicted',
  'yhat',
  'hat',
  'decision',
  'forecast',
  'estimate',
];
const TRUTHS = [
  'label',
  'target',
  'truth',
  'true',
  'actual',
  'y',
  'outcome',
  'observed',
  'class',
  'status',
  'response',
  'default',
  'churn',
  'fraud',
];
const FILES = [...PREDICTED$1, ...SCORES, 'scored', 'scoring', 'inference', 'output', 'outputs', 'evaluation', 'eval'];

/** A table of predictions has few columns … */
const FEW_COLUMNS = 8;
/** … and with this many it can hardly be anything else. */
const BARE_COLUMNS = 3;

/** The table as predictions, where it has what it takes: an identifier, a label of two values, and a score from 0 to 1. */
function asPredictions(table              )                              {
  const [label, ...otherLabels] = labelsOf(table);
  const score = scoresOf(table)[0];
  const id = identifiers(table).find(({ name }) => name !== label && name !== score?.name);
  if (label === undefined || !score || !id) return undefined
  const namedScore = isNamed(nameWords(score.name), [...SCORES, ...PREDICTED$1]);
  const namedFile = isNamed([...fileWords(table.path), ...folderWords(table.path)], FILES);
  const { length } = table.columns;
  const is = length <= BARE_COLUMNS || (length <= FEW_COLUMNS ? namedScore || namedFile : namedScore && namedFile);
  return is ? { table, id: id.name, score: score.name, labels: [label, ...otherLabels] } : undefined
}

/** Columns of exactly two values, those named for the truth first, those named for a prediction last. */
function labelsOf({ columns }              )           {
  const rank = (name        ) => {
    const words = nameWords(name);
    if (isNamed(words, PREDICTED$1)) return 2
    return isNamed(words, TRUTHS) ? 0 : 1
  };
  return columns
    .filter(({ nulls, values }) => nulls === 0 && values?.size === 2)
    .map(({ name }) => name)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Columns of fractions from 0 to 1; those named for the rarer class come first (`p_bad` before `p_good`), then those named for a score. */
function scoresOf(table              )                  {
  const [label] = labelsOf(table);
  const counts = [...(table.columns.find(({ name }) => name === label)?.values ?? [])].toSorted((a, b) => a[1] - b[1]);
  const rarer = counts.length === 2 && counts[0]?.[1] !== counts[1]?.[1] ? nameWords(counts[0]?.[0] ?? '').join() : '';
  const rank = ({ name }               ) => {
    const words = nameWords(name);
    const named = isNamed(words, SCORES) ? 2 : isNamed(words, PREDICTED$1) ? 1 : 0;
    return named + (rarer !== '' && words.includes(rarer) ? 4 : 0)
  };
  return table.columns
    .filter(column => column.nulls === 0 && column.kind === 'number' && isShare(column) && column.values?.size !== 2)
    .toSorted((a, b) => rank(b) - rank(a))
}

const isNamed = (words                   , names                   )          =>
  words.some(word => names.includes(word));

/** Takes rows in file order, in batches. */
                                      
                                      
                                
 

/** Begins to read a file of predictions of which all rows are at hand; throws a `UserError` where a column is missing. Faults of rows become checks. */
function collectPredictions(source                  )                      {
  requireColumns(source);
  const measure = keptRows(rowsJob(source), source.header);
  const state = measure.init();
  const byLine = new Map                  ();
  return {
    add(rows) {
      for (const row of rows) byLine.set(row.line, row);
      measure.add(state, textBatch(rows));
    },
    finish() {
      const collected = checkPredictions(source, assembleRows(state, source));
      const show = (_                  , line        ) => byLine.get(line) ?? { line, cells: [] };
      return { ...collected, checks: locateChecks(collected.checks, show) }
    },
  }
}

/** What the rows of the predictions say beyond the columns. */
                                    
                        
                                                                     
                           
                           
                                                                          
                            
                                                                   
                                
 

/** The threshold that the settings have by default. */
const THRESHOLD = 0.5;

/** Reads the model's predictions, and the champion's; undefined where a row is unsound. */
async function judgePredictions(
  { model, champion }                   ,
  open                                 ,
)                                         {
  const candidates = await read$1(model, model.labels, open);
  const own = candidates.find(candidate => !isSeparated(candidate.scores)) ?? candidates[0];
  if (!own) return undefined
  const { label, positive } = own;
  const [its] = champion ? await read$1(champion, [label], open) : [];
  const paired = its && pairPredictions(own.predictions, its.predictions).rows;
  const turned = mean(own.scores.positives) < mean(own.scores.negatives);
  const turn = (scores        )         =>
    turned ? { positives: scores.negatives, negatives: scores.positives } : scores;
  const scores = turn(own.scores);
  const negative = namesOf$1(own.predictions.rows, 'label').names.find(name => name !== positive) ?? '';
  return {
    label,
    positive: turned ? negative : positive,
    negative: turned ? positive : negative,
    means: { positive: mean(scores.positives), negative: mean(scores.negatives) },
    model: evaluate(scores, THRESHOLD),
    ...(paired && { champion: evaluate(turn(scoresOf$1(paired, positive)), THRESHOLD) }),
  }
}

/** Predictions with one of the columns as the label. */
                     
                        
                           
                                   
                         
 

/** The table's predictions by each of these labels, in one pass; the first class to occur stands for the positive one. */
async function read$1(
  { table, id, score }                 ,
  labels                   ,
  open                                 ,
)                       {
  const { header, batches } = await open(table.path);
  const collectors = labels.flatMap(label => {
    const values = [...(table.columns.find(({ name }) => name === label)?.values?.keys() ?? [])].toSorted();
    const [positive] = values;
    if (positive === undefined) return []
    const reading = binaryReading({ label, score, positive });
    const collector = collectPredictions({ file: table.path, header, role: 'predictions', id, reading });
    return [{ label, positive, collector }]
  });
  let rows = 0;
  for await (const batch of batches) {
    for (const { collector } of collectors) collector.add(batch.slice(0, MOST_ROWS - rows));
    rows += batch.length;
    if (rows >= MOST_ROWS) break
  }
  return collectors.flatMap(({ label, positive, collector }) => {
    const { predictions } = collector.finish();
    return predictions ? [{ label, positive, predictions, scores: scoresOf$1(predictions.rows, positive) }] : []
  })
}

/** A column that a threshold on the score gives exactly is rather the predicted class than the true one. */
const isSeparated = ({ positives, negatives }        )          =>
  least(positives) > greatest(negatives) || least(negatives) > greatest(positives);

const least = (values              ) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (values              ) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const mean = (values              ) => values.reduce((a, b) => a + b, 0) / values.length;

/** Gives every table and model file the role it can play. Predictions are read once more, by `open`. */
async function chooseRoles(
  tables                         ,
  models                      ,
  open                                 ,
)                                                                        {
  const known = tables.flatMap(table => asPredictions(table) ?? []);
  const chosen = choosePredictions(
    known,
    models.map(({ path }) => path),
  );
  const judged = chosen && (await judgePredictions(chosen, open));
  const predictions = chosen && judged && { chosen: judged.champion ? chosen : withoutStranger(chosen), judged };
  const model = chooseModel(models, predictions?.chosen);
  const raw = tables.filter(table => !predictions || !known.some(prediction => prediction.table === table));
  const comparison = findComparison(raw);
  const data = findData(raw, comparison);
  return {
    ...(model && { model }),
    ...(predictions && { predictions }),
    ...(data && { data }),
    ...(comparison && { comparison }),
  }
}

/** A champion whose rows are known not to be the model's cannot be compared with it. */
function withoutStranger({ champion, ...chosen }                   )                    {
  if (!champion) return chosen
  const unsure = !champion.table.complete || !chosen.model.table.complete;
  return unsure ? { ...chosen, champion } : { ...chosen, others: [champion, ...chosen.others] }
}

/** Words that are enough by themselves (English, German, French, Spanish, Italian, Portuguese, Dutch). */
const WORDS = new Set(
  `name names surname forename nom prenom nombre apellido apellidos nome cognome sobrenome naam voornaam achternaam
  dob born geboren naissance nacimiento nascita nascimento geboorte age alter edad eta idade leeftijd
  sex gender geschlecht sexe genre sexo genero sesso genere geslacht
  mail email phone mobile tel fax telefon telephone telefono telefone telefoon handy mobil movil cellulare
  address adresse direccion indirizzo endereco adres street strasse rue calle via rua straat
  zip zipcode postcode plz postal postleitzahl cap cep city town stadt ville ciudad citta cidade
  iban bic ssn nin nie nif dni cpf bsn passport ausweis steuernummer ip imei mac lat lon latitude longitude
  salary income wage wages lohn gehalt einkommen salaire revenu salario sueldo ingresos stipendio reddito renda loon inkomen
  religion ethnicity ethnic race nationality citizenship nationalitat nationalite nacionalidad nazionalita nacionalidade nationaliteit
  marital spouse diagnosis diagnose disability biometric health patient`.split(/\s+/),
);

/** Parts that give a run-together name away: `firstname`, `DATEOFBIRTH`, `kundenadresse`. */
const PARTS$1 =
  /firstname|lastname|fullname|surname|username|vorname|nachname|birth|geburt|naissance|nacimiento|nascimento|gender|geschlecht|email|phone|telefon|address|adresse|strasse|postleitzahl|postcode|passport|iban$|salary|income|einkommen|gehalt|nationali|religion|ethnic|marital/;

/** Whether a column's name says that its cells are about a person. Rather one too many: it only hides values from reports. */
function isPersonal(column        )          {
  const words = nameWords(column);
  return words.some(word => WORDS.has(word)) || PARTS$1.test(words.join(''))
}

/** Texts that YAML 1.1 or 1.2 takes for something else. */
const SPECIAL = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PLAIN = /^[A-Za-z_][\w./-]*( [\w./>=-]+)*$/;
const PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** A text as a YAML scalar that every reader takes for just this text: plain where it is harmless, else quoted. */
function yamlScalar(text        )         {
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text
  if (PRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`
  const escaped = (character        ) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)
}

/** A sentence as comment lines of at most 118 characters; nothing in it can end the comment. */
function yamlComment(text        , indent = '')           {
  const lines           = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 118) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}# ${word}`);
  }
  return lines
}

/** A text without line breaks and control characters. */
const oneLine = (text        )         =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim();

/** A column with more values than this lists none … */
const MOST_CATEGORIES$1 = 20;
/** … and one whose values recur less often than this on average may have others yet. */
const ROWS_PER_CATEGORY = 10;

/** A starting ODCS v3.1 contract that this very table keeps: types, what is never empty, the key, categories, no negative numbers. */
function contractText(table              )         {
  const name = (table.path.split('/').at(-1) ?? table.path).replace(/(?<=.)\.[^.]*$/, '');
  const key = keyColumn(table);
  const about = table.complete
    ? `What ${table.path} must look like: an ODCS v3.1 contract that its ${counted$1(table.rows, 'row')} keep today.`
    : `What ${table.path} must look like: an ODCS v3.1 contract, from its first ${counted$1(table.rows, 'row')} alone.`;
  return `${[
    ...yamlComment(about),
    ...yamlComment(
      '`proofmark init` wrote it: loosen what held by chance, add what must hold. Values of columns whose',
    ),
    ...yamlComment('classification is restricted appear in no report.'),
    'apiVersion: v3.1.0',
    'kind: DataContract',
    `id: ${yamlScalar(`${name}-contract`)}`,
    `name: ${yamlScalar(name)}`,
    'version: 0.1.0',
    'status: draft',
    'schema:',
    `  - name: ${yamlScalar(name)}`,
    '    logicalType: object',
    '    physicalType: file',
    '    quality:',
    '      - metric: rowCount',
    '        mustBeGreaterThan: 0',
    '    properties:',
    ...table.columns.flatMap(column => property(column, column === key)),
  ].join('\n')}\n`
}

function property(column               , isKey         )           {
  const personal = isPersonal(column.name);
  const categories = personal || isKey ? [] : categoriesOf(column);
  return [
    `      - name: ${yamlScalar(column.name)}`,
    ...(column.kind === 'empty' ? [] : [`        logicalType: ${column.kind === 'text' ? 'string' : column.kind}`]),
    ...(column.nulls === 0 && column.filled > 0 ? ['        required: true'] : []),
    ...(isKey ? ['        unique: true', '        primaryKey: true', '        primaryKeyPosition: 1'] : []),
    ...(personal ? ['        classification: restricted'] : []),
    ...(column.least !== undefined && column.least >= 0 ? ['        logicalTypeOptions:', '          minimum: 0'] : []),
    ...(categories.length > 0
      ? [
          '        quality:',
          '          - metric: invalidValues',
          '            mustBe: 0',
          '            arguments:',
          '              validValues:',
          ...categories.map(value => `                - ${yamlScalar(value)}`),
        ]
      : []),
  ]
}

/** The values of a column of texts that recur. */
function categoriesOf({ kind, values, filled }               )           {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES$1 || filled < values.size * ROWS_PER_CATEGORY) return []
  return [...values.keys()].toSorted()
}

/** Files that pin what a model is built and served with, as far as they are read for known risks. */
const DEPENDENCIES = /^(requirements[^/]*\.txt|pyproject\.toml|environment\.ya?ml)$/i;
/** Further files of a large repository are more likely another project's. */
const MOST = 10;

const findDependencies = (paths                   )           =>
  paths.filter(path => DEPENDENCIES.test(path.split('/').at(-1) ?? '')).slice(0, MOST);

/** What must not be committed: evidence is made anew by every run, and a private key is a secret. */
const ENTRIES = ['.proofmark/', '*.key'];

/** The .gitignore with our entries added at its end; undefined where it has them all. */
function ignoreText(before                    )                     {
  const known = new Set(before?.split(/\r?\n/).map(line => line.trim().replace(/^\//, '').replace(/\/$/, '')));
  const missing = ENTRIES.filter(entry => !known.has(entry.replace(/\/$/, '')));
  if (missing.length === 0) return undefined
  const end = before?.includes('\r\n') ? '\r\n' : '\n';
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}${end}`;
  return `${start}${missing.map(entry => `${entry}${end}`).join('')}`
}

/** Folders that hold nothing of the user's own: environments, caches, what tools write, our output. */
const LEFT_OUT                      = new Set([
  '.git',
  '.github',
  '.hg',
  '.svn',
  '.dvc',
  '.idea',
  '.vscode',
  '.proofmark',
  '.venv',
  'venv',
  '.conda',
  'site-packages',
  'node_modules',
  '__pycache__',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  '.eggs',
  '.cache',
]);

/** Files that are looked at, at most. */
const MOST_FILES = 20_000;

/** The files that may be the user's own, those nearest the root first, at most `MOST_FILES`. */
const ownFiles = (paths                   )           =>
  paths
    .filter(path => !path.split('/').some(part => LEFT_OUT.has(part)))
    .toSorted((a, b) => depth(a) - depth(b))
    .slice(0, MOST_FILES);

const depth = (path        )         => path.split('/').length;

/** A format that models are kept in. */
                              
                        
                       
                                                                             
                                            
                                                
                           
 

const COMPRESSED = [
  'x\u0001',
  'x\u005e',
  'x\u009c',
  'x\u00da',
  '\u001f\u008b',
  'BZh',
  '\u00fd7zXZ',
  ']\u0000\u0000',
  '\u0004"M\u0018',
  '(\u00b5/\u00fd',
  'ZF',
];
const ZIP = 'PK\u0003\u0004';

const startsWith =
  (...signatures                   ) =>
  (text        ) =>
    signatures.some(signature => text.startsWith(signature));
const pickled = (text        ) => /^\u0080[\u0002-\u0005]/.test(text);
/** A pickled data frame or array is data. */
const holdsData = (text        ) => /^.{0,64}(pandas\.core|pandas\._libs|numpy\.?_?core\.multiarray)/s.test(text);

/** By their names and first bytes; a loose name (.bin, .json, .txt, .h5) counts only with the right bytes. */
const MODEL_FORMATS                         = [
  {
    title: 'joblib',
    name: /\.joblib(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED)(head)) && !holdsData(head),
  },
  {
    title: 'pickle',
    name: /\.(pkl|pickle|sav)(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED, '(', 'c')(head)) && !holdsData(head),
  },
  { title: 'skops', name: /\.skops$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'ONNX', name: /\.onnx$/i, telling: true, starts: startsWith('\u0008') },
  {
    title: 'PyTorch',
    name: /\.(pt|pth|ckpt)$/i,
    telling: true,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  {
    title: 'PyTorch',
    name: /(model|weights|adapter)[^/]*\.bin$/i,
    telling: false,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  { title: 'safetensors', name: /\.safetensors$/i, telling: true, starts: text => text[8] === '{' },
  { title: 'GGUF', name: /\.gguf$/i, telling: true, starts: startsWith('GGUF') },
  { title: 'XGBoost', name: /\.(ubj|bst|xgb)$/i, telling: true, starts: startsWith('{', 'binf') },
  {
    title: 'XGBoost JSON',
    name: /\.json$/i,
    telling: false,
    starts: text => /^\s*\{\s*"learner"\s*:/.test(text),
  },
  {
    title: 'LightGBM',
    name: /\.(txt|lgb|model)$/i,
    telling: false,
    starts: text => /^tree\r?\nversion=/.test(text),
  },
  { title: 'CatBoost', name: /\.cbm$/i, telling: true, starts: startsWith('CBM1') },
  { title: 'Keras', name: /\.keras$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'Keras HDF5', name: /(model|weights)[^/]*\.(h5|hdf5)$/i, telling: false, starts: startsWith('\u0089HDF') },
  { title: 'TensorFlow Lite', name: /\.tflite$/i, telling: true, starts: text => text.slice(4, 8) === 'TFL3' },
  { title: 'TensorFlow SavedModel', name: /(^|\/)saved_model\.pb$/, telling: true, starts: startsWith('\u0008') },
  {
    title: 'TensorFlow SavedModel',
    name: /(^|\/)variables\/variables\.(index|data-[^/]+)$/,
    telling: true,
    starts: () => true,
  },
  {
    title: 'MLflow model',
    name: /(^|\/)MLmodel$/,
    telling: true,
    starts: text => /^(\w+: |flavors:)/m.test(text),
  },
];

/** A file, or the folder, of a model. */
                            
                                                                                       
                       
                        
                                                         
                           
 

/** First bytes of a file that are looked at. */
const HEAD_BYTES = 4096;

/** Whether a name may be a model's, so that its bytes are worth reading. */
const maybeModel = (path        )          => MODEL_FORMATS.some(({ name }) => name.test(path));

/** The model this file is, by its name and its bytes; by a telling name alone where the bytes could not be read. */
function modelFile(path        , content                        )                        {
  const head = content && String.fromCharCode(...content.subarray(0, HEAD_BYTES));
  const pointer = head?.startsWith('version https://git-lfs.github.com/spec/') ?? false;
  const fits = ({ name, telling, starts }             ) =>
    name.test(path) && (head === undefined || pointer ? telling : starts(head));
  const format = MODEL_FORMATS.find(fits);
  if (!format) return undefined
  const folder = /^(.+)\/(saved_model\.pb|MLmodel)$/.exec(path)?.[1];
  return { path: folder ?? path, title: format.title, pointer }
}

/** A claim to start from, and the sentence that says where its number comes from. */
                                 
                        
                          
 

/** Two-sided level of the intervals: the settings' default. */
const LEVEL$1 = 0.95;
/** A margin wider than this allows more damage than a comparison should pass without a word. */
const WIDEST_MARGIN = 0.05;
const NARROWEST_MARGIN = 0.01;

/**
 * Floors just below what these rows show, and margins just wide enough for what they show of the champion. A floor that
 * guessing would meet is left out; a model that is worse than the champion gets the usual margin, and does not pass.
 */
function suggestClaims(model            , champion                        )                   {
  const guessing = { auc: 0.5, accuracy: Math.max(shareOfPositives(model), 1 - shareOfPositives(model)) };
  const floors = [floor(auc, guessing.auc, model), floor(accuracy, guessing.accuracy, model)];
  const margins = champion ? [margin(auc, model, champion), margin(accuracy, model, champion)] : [];
  return [...floors, ...margins].filter(suggestion => suggestion !== undefined)
}

function floor(metric                    , guessing        , model            )                             {
  const { value, interval, n } = metric.estimate(model, LEVEL$1);
  if (value === null || !interval) return undefined
  const least = Math.floor(interval[0] * 100) / 100;
  if (least <= guessing) return undefined
  return {
    claim: `${metric.id} >= ${least.toFixed(2)}`,
    because: `${metric.title} on these ${counted$1(n, 'row')} is ${formatNumber(value)}, 95 % interval ${range(interval)}: the floor is its lower end, rounded down`,
  }
}

function margin(
  metric                                                                    ,
  model            ,
  champion            ,
)                             {
  const { value, interval } = metric.compare(model, champion, LEVEL$1);
  if (value === null || !interval) return undefined
  const [lower, upper] = interval;
  const needed = Math.max(NARROWEST_MARGIN, Math.ceil(-lower * 100) / 100);
  const isHarmless = needed === NARROWEST_MARGIN || (upper >= 0 && needed <= WIDEST_MARGIN);
  const allowed = isHarmless ? needed : NARROWEST_MARGIN;
  const found = `${metric.title} minus the champion's is ${formatNumber(value)}, 95 % interval ${range(interval)}`;
  const so = isHarmless
    ? 'the margin covers its lower end'
    : `${upper < 0 ? 'it is worse' : 'too few rows'}, so this does not pass`;
  return { claim: `${metric.id} no worse than champion by ${allowed.toFixed(2)}`, because: `${found}: ${so}` }
}

const shareOfPositives = ({ positives, negatives }            ) =>
  positives.length / (positives.length + negatives.length);

const range = ([lower, upper]                           ) => `[${formatNumber(lower)}, ${formatNumber(upper)}]`;

/** What the settings need to know beyond what was found. */
                                
                                              
                       
                                          
                           
 

/** A section of proofmark.yml as lines: live where material for it was found, else commented out. */
                                                                      

/** A section to fill in, commented out, below what it is for. */
const example = (about        , yaml        )           => [
  ...yamlComment(about),
  ...yaml
    .trim()
    .split('\n')
    .map(line => `# ${line}`),
];

const ABOUT$5 = 'Row-level predictions on a hold-out, from which every metric is recomputed, and what must hold of them.';
const EXAMPLE$5 = `
certify:
  predictions: predictions.csv
  champion: predictions-champion.csv
  task: binary
  id: id
  label: status
  positive: bad
  score: p_bad
  claims:
    - auc >= 0.80
    - auc no worse than champion by 0.01`;

                                                    

const certify          = ({ predictions }) => {
  if (!predictions) return example(ABOUT$5, EXAMPLE$5)
  const { model, champion, others } = predictions.chosen;
  const { label, positive } = predictions.judged;
  const more = others.map(({ table }) => table.path).join(', ');
  return [
    ...yamlComment(ABOUT$5),
    'certify:',
    `  predictions: ${yamlScalar(model.table.path)}`,
    ...(champion ? [`  champion: ${yamlScalar(champion.table.path)}`] : []),
    ...(more === '' ? [] : yamlComment(`Further predictions: ${more}`, '  ')),
    '  task: binary',
    `  id: ${yamlScalar(model.id)}`,
    `  label: ${yamlScalar(label)}`,
    ...yamlComment(meansOf(predictions), '  '),
    `  positive: ${yamlScalar(positive)}`,
    `  score: ${yamlScalar(model.score)}`,
    ...claimsOf(predictions),
  ]
};

const meansOf = ({ judged: { means, positive, negative } }             )         =>
  `'${positive}' has the higher scores: ${formatNumber(means.positive)} on average, '${negative}' ${formatNumber(means.negative)}`;

function claimsOf({ chosen: { model }, judged }             )           {
  const suggested = suggestClaims(judged.model, judged.champion);
  if (suggested.length === 0)
    return [
      ...yamlComment('No floor is proposed: these rows show nothing that a guess would not. Say what must hold:', '  '),
      '  # claims:',
      '  #   - auc >= 0.80',
    ]
  const rows = model.table.complete ? '' : ` (their first ${counted$1(model.table.rows, 'row')})`;
  return [
    ...yamlComment(
      `A start, read off these very predictions${rows}: before you rely on it, say what must hold instead.`,
      '  ',
    ),
    '  claims:',
    ...suggested.flatMap(({ claim, because }) => [...yamlComment(because, '    '), `    - ${yamlScalar(claim)}`]),
  ]
}

const ABOUT$4 = 'Tables to validate, and the contract that says what they must look like (ODCS v3.1).';
const EXAMPLE$4 = `
data:
  files:
    - data/applications.csv
  contract: contract.odcs.yaml`;

const data          = ({ data }, { contract }) => {
  if (!data) return example(ABOUT$4, EXAMPLE$4)
  return [
    ...yamlComment(ABOUT$4),
    'data:',
    '  files:',
    `    - ${yamlScalar(data.path)}`,
    `  contract: ${yamlScalar(contract)}`,
  ]
};

const ABOUT$3 = 'The table the model was built on, and the one to compare with it.';
const EXAMPLE$3 = `
drift:
  reference: data/train.csv
  current: data/current.csv
  ignore: [id]`;

const drift          = ({ comparison }) => {
  if (!comparison) return example(ABOUT$3, EXAMPLE$3)
  const { reference, current, others, ignore } = comparison;
  const more = others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$3),
    'drift:',
    `  reference: ${yamlScalar(reference.path)}`,
    `  current: ${yamlScalar(current.path)}`,
    ...(more === '' ? [] : yamlComment(`Could be the current table too: ${more}`, '  ')),
    ...(ignore.length === 0
      ? []
      : [
          ...yamlComment('Identifiers, times and empty columns have no distribution to compare', '  '),
          '  ignore:',
          ...ignore.map(name => `    - ${yamlScalar(name)}`),
        ]),
  ]
};

const ABOUT$2 = 'The model under certification: every file that makes it up, by path, folder or * glob.';
const EXAMPLE$2 = `
model:
  name: credit-default
  version: '1'
  files:
    - models/model.joblib`;

const model          = ({ model }, { name }) => {
  if (!model) return example(ABOUT$2, EXAMPLE$2)
  const others = model.others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$2),
    'model:',
    `  name: ${yamlScalar(name)}`,
    "  version: '1'",
    '  files:',
    ...model.files.map(({ path }) => `    - ${yamlScalar(path)}`),
    ...(others === '' ? [] : yamlComment(`Left out, as they are named for other models: ${others}`, '    ')),
  ]
};

const ABOUT$1 = 'What a certificate requires. In a pull request it is read from the base branch.';
const EXAMPLE$1 = `
policy:
  require: [${GATES.join(', ')}]
  validity-days: 90`;

const policy$1          = found => {
  const isConfigured = configured(found);
  const gates = GATES.filter(gate => isConfigured[gate]);
  if (gates.length === 0) return example(`${ABOUT$1} Unless it says otherwise: all four gates.`, EXAMPLE$1)
  const missing = GATES.filter(gate => !isConfigured[gate]);
  return [
    ...yamlComment(ABOUT$1),
    'policy:',
    '  require:',
    ...gates.map(gate => `    - ${gate}`),
    ...missing.map(gate => `    # - ${gate}: fill in its section first`),
    '  validity-days: 90',
  ]
};

const configured = ({ data, predictions, model, dependencies, comparison }       )                            => ({
  'data-validate': data !== undefined,
  'model-certify': predictions !== undefined,
  'security-scan': model !== undefined || dependencies.length > 0,
  'drift-compare': comparison !== undefined,
});

const record          = () => [
  ...yamlComment(
    'The key that signs: make it with `proofmark keygen`, never commit it. The workflow takes it from a secret.',
  ),
  'record:',
  '  key: proofmark.key',
];

const ABOUT = 'What to scan besides the model files: dependencies, notebooks, folders of source.';
const EXAMPLE = `
security:
  paths:
    - requirements.txt`;

const security          = ({ dependencies }) => {
  if (dependencies.length === 0) return example(ABOUT, EXAMPLE)
  return [...yamlComment(ABOUT), 'security:', '  paths:', ...dependencies.map(path => `    - ${yamlScalar(path)}`)]
};

const SECTIONS = [model, data, certify, security, drift, record, policy$1];

/** A starting proofmark.yml: the sections that material was found for, the others as comments to fill in. `schema` is where its JSON Schema lies, for editors. */
function settingsText(found       , facts                                                          )         {
  const head = [
    ...(facts.schema === undefined ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    ...yamlComment('What Proofmark checks, and what must hold. Every path is relative to this file.'),
    ...yamlComment(
      '`proofmark init` wrote it from the files it found: read it once, and correct what it took wrongly.',
    ),
  ];
  return `${[head, ...SECTIONS.map(section => section(found, facts))].map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** A workflow that runs the gate on every pull request and on main. `config` is the settings' path in the repository where it is not the default; `lfs` fetches what Git LFS keeps. */
function workflowText({ config, lfs }                                               )         {
  return `# Decides on every pull request whether the model may be promoted, and signs the decision.
# Needs one secret, the private key: gh secret set PROOFMARK_KEY < proofmark.key
name: Proofmark
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  checks: write
  pull-requests: write
concurrency:
  group: proofmark-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false${lfs ? '\n          lfs: true' : ''}
      - uses: proofmark/proofmark@v1
        with:
          key: \${{ secrets.PROOFMARK_KEY }}${config === undefined ? '' : `\n          config: ${literal(config)}`}
`
}

/** A text that GitHub takes literally: no expression in it is evaluated. */
const literal = (text        )         => yamlScalar(text.replaceAll('${{', `\${{ '\${{' }}`));

const SETTINGS = 'proofmark.yml';
const CONTRACT = 'contract.odcs.yaml';
const WORKFLOW = '.github/workflows/proofmark.yml';
const IGNORE = '.gitignore';
/** Where the settings' JSON Schema is, where the program is installed beside the settings. */
const SCHEMA = 'node_modules/proofmark/schema/proofmark.schema.json';

const TABLE = /\.(csv|tsv|tab)$/i;
const MOST_TABLES = 50;
const MOST_MODELS = 200;
const MAX_MODEL_BYTES = 16 * 1024 * 1024;
const MAX_TEXT_BYTES = 1024 * 1024;

/** Looks at the user's files and writes a starting proofmark.yml, data contract and workflow from them. Overwrites nothing. */
async function init$1(ports       , options              = {})                   {
  const { files, context } = ports;
  const found = await lookAround(ports);
  const contract = found.contract ?? CONTRACT;
  const name = options.name ?? context.repository?.split('/').at(-1) ?? 'model';
  const schema = (await files.exists(SCHEMA)) ? SCHEMA : undefined;
  const config = options.folder === undefined ? undefined : `${options.folder}/${SETTINGS}`;
  const starting                 = [
    { path: SETTINGS, content: settingsText(found, { name, contract, schema }), extended: false },
    ...(found.data ? [{ path: contract, content: contractText(found.data), extended: false }] : []),
    { path: WORKFLOW, content: workflowText({ config, lfs: found.lfs }), extended: false },
  ];
  const kept           = [];
  const written                 = [];
  for (const file of starting) {
    if (await files.exists(file.path)) kept.push(file.path);
    else written.push(file);
  }
  const ignored = await readText(files, IGNORE);
  const ignore = ignoreText(ignored);
  if (ignore === undefined) kept.push(IGNORE);
  else written.push({ path: IGNORE, content: ignore, extended: ignored !== undefined });
  if (options.dryRun !== true) for (const { path, content } of written) await files.write(path, content);
  return { written: written.map(({ path }) => path), kept, found, files: written }
}

async function lookAround({ files, tables, log }       )                 {
  const paths = ownFiles(await listAll(files));
  const tablePaths = paths.filter(path => TABLE.test(path));
  const profiles                 = [];
  const skipped                                     = [];
  for (const path of tablePaths.slice(0, MOST_TABLES)) {
    try {
      profiles.push(
        await profileTable(path, await tables.open(path), rows => log.progress(`${path}: ${counted$1(rows, 'row')}`)),
      );
    } catch (error) {
      skipped.push({ path, reason: messageOf(error) });
    }
  }
  const models = await lookForModels(paths, files);
  const contract = paths.find(path => /\.odcs\.ya?ml$/i.test(path));
  const attributes = await readText(files, '.gitattributes');
  return {
    ...(await chooseRoles(profiles, models, path => tables.open(path))),
    ...(contract !== undefined && { contract }),
    dependencies: findDependencies(paths),
    lfs: models.some(({ pointer }) => pointer) || (attributes?.includes('filter=lfs') ?? false),
    looked: { files: paths.length, tables: profiles.length, tablesLeft: Math.max(0, tablePaths.length - MOST_TABLES) },
    skipped,
  }
}

async function lookForModels(paths                   , files       )                       {
  const found              = [];
  for (const path of paths.filter(maybeModel).slice(0, MOST_MODELS)) {
    const model = modelFile(path, await readModel(files, path));
    if (model) found.push(model);
  }
  return found
}

/** Undefined where the file is too large or cannot be read: then its name has to do. */
async function readModel(files       , path        )                                  {
  try {
    return await files.read(path, { maxBytes: MAX_MODEL_BYTES })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** All files of the folder; an empty folder has none. */
async function listAll(files       )                    {
  try {
    return await files.list(['.'])
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.no-match') return []
    throw error
  }
}

const readText = async (files       , path        )                              =>
  (await files.exists(path)) ? files.readText(path, { maxBytes: MAX_TEXT_BYTES }) : undefined;

/** Why a file is passed over; what is not the reader's to mend is our bug. */
function messageOf(error         )         {
  if (error instanceof UserError) return error.message
  throw error
}

/** What a part of the settings is made of, and why; without files, what was looked for. */
                       
                                                                                                         
                                   
                          
 

/** Every role in the order of the settings, found or not. */
function rolesOf(found       )         {
  const { dependencies } = found;
  return [
    modelRole(found),
    predictionsRole(found),
    championRole(found),
    dataRole(found),
    ...comparisonRoles(found),
    dependencies.length > 0
      ? { name: 'dependencies', files: dependencies, because: 'by name' }
      : none('dependencies', 'requirements*.txt, pyproject.toml or environment.yml'),
  ]
}

function modelRole({ model }       )       {
  if (!model)
    return none('model', 'joblib, pickle, ONNX, PyTorch, safetensors, GGUF, XGBoost, Keras and other model files')
  const titles = [...new Set(model.files.map(({ title }) => title))].join(', ');
  const left =
    model.others.length === 0 ? '' : `; named for other models: ${names(model.others.map(({ path }) => path))}`;
  const pointer = model.files.some(({ pointer }) => pointer) ? ', still a Git LFS pointer' : '';
  return { name: 'model', files: model.files.map(({ path }) => path), because: `${titles}${pointer}${left}` }
}

function predictionsRole({ predictions }       )       {
  if (!predictions)
    return none('predictions', 'a CSV file of few columns: a unique id, a label of two values, a score from 0 to 1')
  const { model, others } = predictions.chosen;
  const { label } = predictions.judged;
  const left = others.length === 0 ? '' : `; more of them: ${names(others.map(({ table }) => table.path))}`;
  return {
    name: 'predictions',
    files: [model.table.path],
    because: `'${model.id}' is unique, '${label}' has two values, '${model.score}' lies from 0 to 1${left}`,
  }
}

function championRole({ predictions }       )       {
  const champion = predictions?.chosen.champion;
  if (!champion)
    return none('champion', `predictions on the same rows, named ${CHAMPIONS.slice(0, 4).join(', ')} or the like`)
  const rows = predictions.judged.champion ? ', with the same rows and labels as the predictions' : '';
  return { name: 'champion', files: [champion.table.path], because: `named for the model in production${rows}` }
}

function dataRole({ data, contract }       )       {
  if (!data) return none('data', 'a CSV file that holds no predictions')
  const size = `${data.complete ? '' : 'more than '}${counted$1(data.rows, 'row')} of ${counted$1(data.columns.length, 'column')}`;
  return {
    name: 'data',
    files: [data.path],
    because: contract === undefined ? size : `${size}; its contract may be ${contract}`,
  }
}

function comparisonRoles({ comparison }       )         {
  if (!comparison) {
    const header = 'a CSV file with the header of another,';
    return [
      none('reference', `${header} named train or reference`),
      none('current', `${header} named current, live, holdout or test`),
    ]
  }
  const { reference, current, others } = comparison;
  const left = others.length === 0 ? '' : `; also possible: ${names(others.map(({ path }) => path))}`;
  return [
    { name: 'reference', files: [reference.path], because: 'named for what the model was built on' },
    { name: 'current', files: [current.path], because: `the same header, named for what the model meets${left}` },
  ]
}

const none = (name              , lookedFor        )       => ({
  name,
  files: [],
  because: `none found: looked for ${lookedFor}`,
});

const MOST_NAMED = 5;
const names = (paths                   )         =>
  paths.length > MOST_NAMED
    ? `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more`
    : paths.join(', ');

const FLAGS                     = [
  { name: 'dir', kind: 'value', description: 'Folder to look at and to write to. Default: .' },
  { name: 'dry-run', kind: 'switch', description: 'Print what would be written, and write nothing' },
];

const init             = {
  name: 'init',
  summary: 'Look at your files and write a first proofmark.yml, data contract and workflow',
  synopsis: '[--dir FOLDER] [--dry-run]',
  examples: ['proofmark init', 'proofmark init --dir models/credit --dry-run'],
  flags: FLAGS,
  run: execute,
};

async function execute(args                   )                    {
  const { values, positionals } = parseFlags(args, FLAGS);
  if (positionals[0] !== undefined)
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: `Name the folder by its flag: --dir ${positionals[0]}`,
    })
  const dir = values.get('dir')?.at(-1) ?? '.';
  const root = resolve(dir);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new UserError('init.no-folder', `Expected --dir to name a folder but found none at ${dir}`, {
      hint: 'Give the folder that holds your model, data and predictions',
    })
  const dryRun = values.has('dry-run');
  const folder = folderInRepository(root);
  const log = terminalLog(process.stderr);
  const ports = compose(root, log, environmentContext(process.env));
  const started = await init$1(
    { ...ports, files: { ...ports.files, list: () => survey(root) } },
    { name: basename(root).slice(0, 200) || 'model', dryRun, ...(folder !== undefined && { folder }) },
  );
  log.done();
  printLines(process.stdout, report$2(started, { dir, dryRun, folder }));
  return 0
}

/** The folder's path in its git repository; undefined where it is the root of one, or in none. */
function folderInRepository(root        )                     {
  for (let above = root; above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, '.git'))) return relative(above, root).split(sep).join('/') || undefined
  return undefined
}

/**
 * Files to look at, nearest first. Unlike a list that the settings name it is a search: what is not the user's own work is not
 * entered, links are not followed, and it ends after `MOST_FILES`.
 */
async function survey(root        )                    {
  const files           = [];
  let folders = [''];
  while (folders.length > 0 && files.length < MOST_FILES) {
    const below           = [];
    for (const folder of folders.toSorted()) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isFile()) files.push(`${folder}${entry.name}`);
        else if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) below.push(`${folder}${entry.name}/`);
      }
    }
    folders = below;
  }
  return files.toSorted()
}

                 
                      
                          
                                     
 

function report$2({ written, kept, found, files }         , { dir, dryRun, folder }       )         {
  const { looked, skipped } = found;
  const roles = rolesOf(found);
  const at = (path        ) => (dir === '.' ? path : join(dir, path));
  const left = looked.tablesLeft > 0 ? `; not looked at: ${counted$1(looked.tablesLeft, 'further table')}` : '';
  return [
    strong(`Looked at ${counted$1(looked.files, 'file')}, ${looked.tables} of them tables, in ${dir}${left}`),
    ...roles.map(({ name, files, because })       => {
      const text = `${name.padEnd(13)} ${files.length > 0 ? `${files.join(', ')}: ` : ''}${because}`;
      return { tone: files.length > 0 ? 'plain' : 'muted', text: visible(`  ${text}`) }
    }),
    ...skipped.map(({ path, reason })       => ({ tone: 'warn', text: visible(`  not read      ${path}: ${reason}`) })),
    blank,
    ...files.map(({ path, extended })       => {
      const verb = dryRun ? 'would write' : extended ? 'extended' : 'wrote';
      return { tone: 'pass', text: visible(`  ${verb.padEnd(13)} ${at(path)}`) }
    }),
    ...kept.map((path)       => ({ tone: 'muted', text: visible(`  kept          ${at(path)}`) })),
    ...(dryRun
      ? files.flatMap(({ path, content }) => [blank, strong(`--- ${at(path)}`), ...contentLines(content)])
      : []),
    ...(folder === undefined || !written.some(path => path.startsWith('.github/')) ? [] : [blank, atRoot(at)]),
    blank,
    strong('Next'),
    plain$1(`  proofmark keygen${dir === '.' ? '' : ` --out ${quoted(dir)}`}`),
    plain$1(`  proofmark gate${dir === '.' ? '' : ` --config ${quoted(at('proofmark.yml'))}`}`),
    plain$1(`  gh secret set PROOFMARK_KEY < ${quoted(at('proofmark.key'))}`),
  ]
}

const atRoot = (at                          )       => ({
  tone: 'warn',
  text: visible(
    `  GitHub runs workflows of the repository's root only: move ${at('.github/workflows/proofmark.yml')} there`,
  ),
});

const contentLines = (content        )         => content.trimEnd().split('\n').map(plain$1);
const plain$1 = (text        )       => ({ tone: 'plain', text: visible(text) });
const strong = (text        )       => ({ tone: 'strong', text: visible(text) });
const blank       = { tone: 'plain', text: '' };

/** A path as a shell takes it. */
const quoted = (path        )         => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** Makes a key pair for signing certificates. Overwrites nothing: a lost private key cannot be made again. Returns the id by which certificates name the key. */
async function keygen$1(
  paths          ,
  { files, signing }       ,
  kind          = 'p256',
)                                              {
  for (const path of [paths.privateKey, paths.publicKey])
    if (await files.exists(path))
      throw new UserError('keygen.exists', `Expected no file at ${path} but found one`, {
        file: path,
        hint: 'Move it away, or write the new pair somewhere else: keys are never overwritten',
      })
  const pair = await signing.generate(kind);
  const { sha256 } = await signing.publicKey(pair.privateKey);
  await files.write(paths.privateKey, pair.privateKey, { secret: true });
  await files.write(paths.publicKey, pair.publicKey);
  return { ...paths, id: sha256 }
}

/** Kinds of keys that sign: ECDSA on P-256 with SHA-256, which every verifier of Sigstore bundles takes, and Ed25519. */
const KEY_KINDS = ['p256', 'ed25519'];         
                                                

/** A key pair in PEM: PKCS#8 private key, SPKI public key. */

const flags$g                      = [
  { name: 'type', kind: 'value', description: 'p256 or ed25519. Default: p256, which every verifier knows' },
  { name: 'out', kind: 'value', description: 'Folder for the two files. Default: this folder' },
];

const keygen             = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--type p256|ed25519] [--out DIR]',
  examples: ['proofmark keygen --out keys'],
  flags: flags$g,
  async run(args) {
    const { values } = parseFlags(args, flags$g);
    const kind = kindOf(values.get('type')?.at(-1) ?? 'p256');
    const folder = values.get('out')?.at(-1) ?? '.';
    const at = (name        ) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`);
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') };
    const made = await keygen$1(paths, compose(process.cwd(), terminalLog(process.stderr), {}), kind);
    process.stdout.write(
      [
        `private key  ${made.privateKey}   keep it secret: put its text into the secret PROOFMARK_KEY, commit it nowhere`,
        `public key   ${made.publicKey}   commit it: whoever promotes a model verifies with it`,
        `key id       ${made.id}`,
        '',
      ].join('\n'),
    );
    return 0
  },
};

function kindOf(text        )          {
  const kind = KEY_KINDS.find(known => known === text);
  if (kind) return kind
  throw new UserError('flags.type', `Expected --type to be ${KEY_KINDS.join(' or ')} but found ${text}`, {
    hint: 'proofmark keygen --type ed25519',
  })
}

/** What to repair a log with. */
                         
                                            
                     
                                                
                         
 

/**
 * Restores the tree of the last good commit with a new commit on top, so that nothing has to be forced, and logs the incident. The good
 * commit is verified whole first, and refused where something larger was seen or is signed at the head: repairing must not be a way to
 * take back what was published.
 */
async function repairLog({ to, reason }        , writer           , ports          )                    {
  const { branch, origin, signer } = writer;
  const head = await requireHead(branch);
  const log = { origin, key: signer, witnesses: [], quorum: 0 };
  const broken = await readHeads(branch, head, log, ports);
  const witnessed = await witnessedCheckpoints(branch, head, log, ports);
  const seen             = [
    ...(writer.seen ?? []),
    ...(isFault$1(broken) ? [] : [broken.checkpoint]),
    ...witnessed.values(),
  ];
  const good = await readLog(at(branch, to), log, seen, ports);
  if (isFault$1(good)) throw faultError(good)
  const change = await changeTo(branch, head, to, new Set(witnessed.keys()));
  if (change.additions.length === 0 && change.deletions.length === 0)
    throw new UserError('log.nothing-to-repair', `Expected ${branch.name} to differ from ${to} but found it the same`, {
      hint: 'Give the last commit before the one that broke the log',
    })
  const restored = await branch.commit(head, change);
  if (typeof restored === 'string' && !(await isSame(branch, to, new Set(witnessed.keys()))))
    throw new UserError('log.busy', `Expected to repair ${branch.name} but somebody else wrote to it`, {
      kind: 'environment',
      hint: 'Stop the jobs that write to the log, then run the repair again',
    })
  const when = instant(ports.now());
  const document = utf8(canonicalJson({ incident: 'repair', origin, from: head, to, reason, at: when }));
  const leaf = { v: 1, type: 'incident', at: when, document: `sha256:${hex(ports.noteKeys.hash(document))}` };         
  return appendToLog([{ leaf, document }], { ...writer, seen }, ports)
}

/** The branch as it was at a commit. */
const at = (branch           , commit        )            => ({ ...branch, head: async () => commit });

/** What witnesses have left at a commit and this log has signed, by path: it was published, so it stays. */
async function witnessedCheckpoints(
  branch           ,
  commit        ,
  { origin, key }             ,
  { noteKeys }          ,
)                                 {
  const found = new Map                  ();
  for (const path of await branch.list(commit)) {
    if (!isWitnessFile(path)) continue
    const content = await readSmallText(branch, commit, path, MAX_NOTE_LENGTH);
    const checkpoint = content === undefined ? '' : openCheckpoint(content, origin, key, noteKeys);
    if (typeof checkpoint !== 'string') found.set(path, checkpoint);
  }
  return found
}

async function isSame(branch           , to        , kept                     )                   {
  const { additions, deletions } = await changeTo(branch, await requireHead(branch), to, kept);
  return additions.length === 0 && deletions.length === 0
}

/** The change from one commit's files to another's, some of them kept as they are. */
async function changeTo(branch           , from        , to        , kept                     )                        {
  const [now, then] = await Promise.all([branch.list(from), branch.list(to)]);
  const additions                                          = [];
  for (const path of then) {
    if (kept.has(path)) continue
    const content = await branch.read(to, path);
    const current = now.includes(path) ? await branch.read(from, path) : undefined;
    if (content !== undefined && (current === undefined || !sameBytes(content, current)))
      additions.push({ path, content });
  }
  const stays = new Set([...then, ...kept]);
  return {
    message: `Restore the log as of ${to}`,
    additions,
    deletions: now.filter(path => !stays.has(path)),
  }
}

/** What a report says of a log that was read and holds together. */
                          
                         
                       
                
                       
                           
                       
                         
                        
                                                           
   
                         
 

/** A verified log for a terminal. */
function logLines({ origin, size, root, unsigned, witnessed, quorum }         )         {
  const by = witnessed.cosigned.map(({ name }) => name).join(', ');
  return [
    { tone: 'passed', text: `✔ ${visible(origin)} holds together: ${size} ${size === 1 ? 'entry' : 'entries'}` },
    { tone: 'muted', text: `    root ${root}` },
    ...(unsigned === 0
      ? []
      : [{ tone: 'muted'         , text: `    ${unsigned} more are not signed yet: the next append signs them` }]),
    quorum === 0 && by === ''
      ? { tone: 'warn', text: '    no witness is asked for: only what was last seen here tells a rewritten log' }
      : {
          tone: 'muted',
          text: `    witnesses stand for ${witnessed.size} entries${witnessed.asOf === undefined ? '' : ` as of ${witnessed.asOf.toISOString()}`}${by === '' ? '' : ` (${visible(by)})`}`,
        },
  ]
}

/** One line for each entry. */
const entryLines = (leaves                                                            )         =>
  leaves.map(({ index, leaf }) => ({
    tone: 'plain',
    text: visible(
      [String(index).padStart(6), leaf.at, leaf.type.padEnd(11), leaf.model, leaf.target, leaf.document]
        .filter(part => part !== undefined)
        .join('  '),
    ),
  }));

/** Makes a log: a branch with the signed head of an empty tree. Returns its first commit. Touches no branch that is there. */
async function initLog(
  { branch, origin, signer }                                                                                      ,
  { noteKeys }                            ,
)                                                              {
  await requireNoLog(branch);
  const text = checkpointText({ origin, size: 0, root: emptyRoot(noteKeys.hash) });
  const signature = noteKeys.sign(signer.seed, utf8(text));
  const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] });
  const made = await branch.commit(undefined, {
    message: `Begin the log ${origin}`,
    additions: [
      { path: CHECKPOINT_FILE, content: utf8(note) },
      { path: STATE_FILE, content: utf8(text) },
    ],
    deletions: [],
  });
  if (typeof made !== 'string') return { ...made, note }
  const commit = await branch.head();
  const found = commit === undefined ? undefined : await readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH);
  if (commit !== undefined && found === note) return { commit, note }
  if (commit !== undefined) throw exists(branch)
  throw new UserError(
    'log.not-made',
    `Expected to make ${branch.name} but the answer was lost and there is no such branch`,
    {
      kind: 'environment',
      hint: 'Run `proofmark log init` again',
    },
  )
}

/** Refuses a branch that is there: what is in it was published. */
async function requireNoLog(branch           )                {
  if ((await branch.head()) !== undefined) throw exists(branch)
}

const exists = ({ name }           ) =>
  new UserError('log.exists', `Expected no branch at ${name} but found one`, {
    hint: 'A log is begun once. For another one, set record.log.branch to a name of its own',
  });

/** File that the private key of a new log is written to unless told otherwise. */
const DEFAULT_KEY$1 = 'proofmark-log.key';

/** Makes the log that the settings name, and its key pair unless there is one. */
async function logInit({ settings, ports }          )                    {
  const path = settings.key ?? DEFAULT_KEY$1;
  const there = await ports.files.exists(path);
  const given = process.env[LOG_KEY] || undefined;
  const known =
    there || settings.key === undefined
      ? await logSigner(there ? { ...settings, key: path } : settings, given, ports)
      : undefined;
  const origin = known?.name ?? newOrigin(settings, ports.context);
  if (settings.origin !== undefined && origin !== settings.origin)
    throw new UserError('log.key', `Expected the key of ${settings.origin} but found one of ${origin}`, {
      hint: 'Let `proofmark log init` make a key, or name the log as its key is called',
    })
  const seed = known?.seed ?? ports.noteKeys.generate();
  const signer = { ...noteVerifier(origin, 1, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed };
  const branch = ports.logs.open(logPlace(settings, ports.context));
  await requireNoLog(branch);
  if (known === undefined) await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true });
  const { commit, note } = await initLog({ branch, origin, signer }, ports);
  await rememberSeen(settings, note, ports);
  process.stdout.write(
    [
      `log          ${branch.name}, first commit ${commit.slice(0, 12)}`,
      known === undefined
        ? `private key  ${path}   keep it secret: put its line into the secret ${LOG_KEY}, commit it nowhere`
        : `private key  ${there ? path : LOG_KEY}, as it was`,
      `last seen    ${settings['last-seen']}   commit it: it tells when the log is rewritten`,
      '',
      'Put into proofmark.yml:',
      '',
      'record:',
      '  log:',
      ...('remote' in settings && settings.remote !== undefined ? [`    remote: ${settings.remote}`] : []),
      ...(settings.repository === undefined ? [] : [`    repository: ${settings.repository}`]),
      ...(settings.branch === 'proofmark-log' ? [] : [`    branch: ${settings.branch}`]),
      `    verifier-key: ${writeVerifierKey(signer)}`,
      '',
    ].join('\n'),
  );
  return 0
}

/** The entry to prove: by its place, or the newest that is about a document (`sha256:` and digits). */
                                                                                    

/**
 * The `.tlog-proof` file of an entry under the best checkpoint there is: the largest that as many trusted witnesses as the quorum have
 * cosigned alike, else the newest that is signed. Its cosignatures are in it.
 */
async function proveLogged(
  log         ,
  which             ,
  trust          ,
  ports          ,
)                                                                         {
  const found =
    'index' in which ? log.leaves[which.index] : log.leaves.findLast(({ leaf }) => leaf.document === which.document);
  if (found === undefined)
    throw new UserError(
      'log.no-entry',
      `Expected an entry ${'index' in which ? `at ${which.index}` : `about ${which.document}`} but the log of ${log.leaves.length} entries has none`,
      { hint: 'See what it holds with `proofmark log entries`' },
    )
  const { index } = found;
  const entry = log.entries[index] ?? new Uint8Array();
  const candidates = cosignedAlike(log, trust).filter(({ checkpoint }) => checkpoint.size > index);
  const best = candidates.find(({ cosigners }) => cosigners >= trust.quorum)?.checkpoint;
  if (best === undefined)
    return logFault(
      'unwitnessed',
      `expected ${trust.quorum} witnesses to have cosigned one checkpoint that has entry ${index} but found ${Math.max(0, ...candidates.map(one => one.cosigners))}`,
    )
  const proofs = await proveEntries([{ index, entry }], best, log.state.size, log.tiles, ports);
  return isFault$1(proofs) ? proofs : { index, proof: proofs[0] ?? '' }
}

/** Each signed checkpoint with all cosignatures of its text, by how many those are, and then by size, largest first. */
function cosignedAlike(log         , trust          )                                                        {
  const texts = new Map 
           
                                                                                                        
   ();
  for (const checkpoint of [log.checkpoint, ...log.witnessed.cosigned.map(one => one.checkpoint)]) {
    const { note } = checkpoint;
    const known = texts.get(note.text) ?? { checkpoint, lines: new Map() };
    texts.set(note.text, known);
    for (const line of note.signatures) known.lines.set(`${line.name} ${line.keyId} ${hex(line.signature)}`, line);
  }
  return [...texts.values()]
    .map(({ checkpoint, lines }) => {
      const signatures = [...lines.values()];
      const cosigners = trust.witnesses.filter(({ name, keyId }) =>
        signatures.some(line => line.name === name && line.keyId === keyId),
      ).length;
      return { checkpoint: { ...checkpoint, note: { text: checkpoint.note.text, signatures } }, cosigners }
    })
    .toSorted((a, b) => b.cosigners - a.cosigners || b.checkpoint.size - a.checkpoint.size)
}

/** A log that was read whole, and what it was read with. */
                           
                       
                          
 

/** Reads and verifies the log that is meant, and remembers what was seen of it. To list its entries no witness is needed. */
async function takeLog(given          , flags             )                               {
  const { settings, ports } = given;
  const signer = await logSigner(settings, process.env[LOG_KEY], ports);
  const listing = flags.positionals[0] === 'entries';
  const trusted = givenTrust(flags, settings, ports) ?? (listing ? undefined : await policyLog(given));
  const opened = await openLog(settings, { trusted, signer }, ports);
  const log = await readLog(opened.branch, opened.trust, opened.seen, ports);
  if (isFault$1(log)) return log
  await rememberSeen(settings, log.note, ports);
  return { log, trust: opened.trust }
}

/** Says why a log is not believed. 1: something is wrong; 2: one cannot tell, for want of witnesses. */
function tellFault({ fault, message, hint }          , json         )           {
  const undecided = faultVerdict(fault) === 'inconclusive';
  if (json) process.stdout.write(`${JSON.stringify({ fault, message, hint }, null, 2)}\n`);
  else
    printLines(process.stdout, [
      { tone: undecided ? 'inconclusive' : 'failed', text: `${undecided ? '?' : '✘'} ${visible(message)}` },
      { tone: 'plain', text: `    → ${hint}` },
    ]);
  return undecided ? 2 : 1
}

/** A log as JSON has it. */
const logDocument = ({ log, trust }          ) => ({
  origin: trust.origin,
  commit: log.commit,
  size: log.checkpoint.size,
  root: encodeBase64(log.checkpoint.root),
  unsigned: log.unsigned,
  witnessed: {
    size: log.witnessed.size,
    ...(log.witnessed.asOf === undefined ? {} : { asOf: log.witnessed.asOf }),
    cosigned: log.witnessed.cosigned.map(({ name, at, checkpoint }) => ({ name, at, size: checkpoint.size })),
  },
});

/** Writes the proof that an entry is in the log: by its number, or by the document it is about. */
async function logProve(given          , flags             )                    {
  const [, which, ...more] = flags.positionals;
  if (which === undefined || more.length > 0)
    throw new UserError(
      'log.prove',
      'Expected the number of an entry, or one document, but found another number of words',
      {
        hint: 'proofmark log prove certificate.sigstore.json',
      },
    )
  const json = flags.values.has('json');
  const taken = await takeLog(given, flags);
  if (isFault$1(taken)) return tellFault(taken, json)
  const { files } = given.ports;
  const path = given.place.rebase(which);
  const entry = /^\d{1,15}$/.test(which)
    ? { index: Number(which) }
    : { document: /^sha256:[0-9a-f]{64}$/.test(which) ? which : `sha256:${(await files.digest(path)).sha256}` };
  const made = await proveLogged(taken.log, entry, taken.trust, given.ports);
  if (isFault$1(made)) return tellFault(made, json)
  const asked = given.last('to-file');
  const to =
    asked === undefined
      ? `${'index' in entry || which.startsWith('sha256:') ? made.index : path}.tlog-proof`
      : given.place.rebase(asked);
  await files.write(to, made.proof);
  process.stdout.write(
    json ? `${JSON.stringify({ index: made.index, proof: to }, null, 2)}\n` : `${to}: proof of entry ${made.index}\n`,
  );
  return 0
}

/** Verifies such a proof, offline, about a document. */
async function logVerifyProof(given          , flags             , proof        )                    {
  const { settings, ports, place } = given;
  const json = flags.values.has('json');
  const document = given.last('document');
  const key = settings['verifier-key'];
  if (document === undefined || key === undefined)
    throw new UserError(
      'log.verify-proof',
      `Expected ${document === undefined ? '--document' : 'the verifier key of the log'} beside --proof but found nothing`,
      {
        hint: 'proofmark log verify --proof FILE --document FILE --verifier-key KEY',
      },
    )
  const trusted = givenTrust(flags, settings, ports) ?? {
    origin: settings.origin ?? key.split('+')[0] ?? '',
    key,
    quorum: 0,
  };
  const { sha256 } = await ports.files.digest(place.rebase(document));
  const text = await ports.files.readText(place.rebase(proof), { maxBytes: MAX_PROOF_LENGTH });
  const trust = logTrust(trusted, ports.noteKeys.hash);
  const logged = verifyLogProof(text, { document: `sha256:${sha256}` }, trust, ports.now(), ports.noteKeys);
  if (isFault$1(logged)) return tellFault(logged, json)
  const { index, leaf, checkpoint, witnesses, asOf } = logged;
  process.stdout.write(
    json
      ? `${JSON.stringify({ index, leaf, origin: checkpoint.origin, size: checkpoint.size, witnesses, asOf }, null, 2)}\n`
      : `✔ ${document} is entry ${index} of ${checkpoint.size} in ${checkpoint.origin}, as ${leaf.type} of ${leaf.at}${asOf === undefined ? '' : `, cosigned as of ${asOf.toISOString()}`}\n`,
  );
  return 0
}

const flags$f                      = [
  ...PLACE_FLAGS,
  { name: 'key', kind: 'value', description: `File with the private key of the log. Default: the text in ${LOG_KEY}` },
  ...TRUST_FLAGS,
  { name: 'type', kind: 'list', description: 'entries: only those of these types' },
  { name: 'to-file', kind: 'value', description: 'prove: file to write. Default: the document, .tlog-proof after it' },
  { name: 'proof', kind: 'value', description: 'verify: a proof to verify offline, instead of the whole log' },
  { name: 'document', kind: 'value', description: 'verify: the file that the proof is about' },
  { name: 'to', kind: 'value', description: 'repair: the last good commit of the branch' },
  { name: 'reason', kind: 'value', description: 'repair: why, as it will be logged' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
];

const log             = {
  name: 'log',
  summary: 'Begin, verify, list, prove or repair the log of certificates and what happened to them',
  synopsis: 'init|verify|entries|prove ENTRY|repair [--repository OWNER/NAME | --remote GIT]',
  examples: [
    'proofmark log init --repository acme/governance',
    'proofmark log verify',
    'proofmark log entries --type promotion revocation',
    'proofmark log prove certificate.sigstore.json',
    'proofmark log verify --proof certificate.sigstore.json.tlog-proof --document certificate.sigstore.json',
    'proofmark log repair --to 4f2a91c0 --reason "a job wrote to the branch"',
  ],
  flags: flags$f,
  async run(args) {
    const parsed = parseFlags(args, flags$f);
    const given = await givenLog(parsed);
    const json = parsed.values.has('json');
    const proof = given.last('proof');
    switch (parsed.positionals[0]) {
      case 'init':
        return logInit(given)
      case 'prove':
        return logProve(given, parsed)
      case 'verify':
      case 'entries': {
        if (proof !== undefined) return logVerifyProof(given, parsed, proof)
        const taken = await takeLog(given, parsed);
        if (isFault$1(taken)) return tellFault(taken, json)
        const { log: read, trust } = taken;
        const types = parsed.values.get('type');
        const leaves = read.leaves.filter(({ leaf }) => types === undefined || types.includes(leaf.type));
        const entries = parsed.positionals[0] === 'entries';
        if (json)
          process.stdout.write(
            `${JSON.stringify({ ...logDocument(taken), ...(entries ? { entries: leaves } : {}) }, null, 2)}\n`,
          );
        else
          printLines(
            process.stdout,
            entries
              ? entryLines(leaves)
              : logLines({ ...logDocument(taken), witnessed: read.witnessed, quorum: trust.quorum }),
          );
        return 0
      }
      case 'repair': {
        const [to, reason] = [given.last('to'), given.last('reason')];
        if (to === undefined || reason === undefined)
          throw new UserError(
            'log.repair',
            `Expected ${to === undefined ? '--to COMMIT' : '--reason TEXT'} but found nothing`,
            {
              hint: 'proofmark log repair --to COMMIT --reason TEXT',
            },
          )
        const writer = await openLogToWrite(given.settings, process.env[LOG_KEY], given.ports);
        const repaired = await repairLog({ to, reason }, writer, given.ports);
        await rememberSeen(given.settings, repaired.note, given.ports);
        process.stdout.write(
          `${writer.branch.name} is as of ${to} again; the incident is entry ${repaired.entries[0]?.index}\n`,
        );
        return 0
      }
      default:
        throw new UserError(
          'log.subcommand',
          `Expected init, verify, entries, prove or repair but found '${parsed.positionals[0] ?? ''}'`,
          {
            hint: "'proofmark help log' explains each",
          },
        )
    }
  },
};

/** data-validate's `--merge` by a name of its own, its files without a flag. */
const merge             = {
  name: 'merge',
  summary: 'Join what the shards of a data validation have measured, and judge it',
  synopsis: 'SHARD… [--data FILE… --contract FILE]',
  examples: ['proofmark merge .proofmark/shards/*.json --data big.csv --contract contract.odcs.yaml'],
  flags: dataValidate.flags,
  run(args) {
    const flag = args.findIndex(arg => arg.startsWith('--'));
    const shards = flag === -1 ? args : args.slice(0, flag);
    return dataValidate.run([...(shards.length > 0 ? ['--merge', ...shards] : []), ...args.slice(shards.length)])
  },
};

/** The groups that there may be of a model, for who deletes them. */
const modelGroups = (owner             )                                       => [
  ...GATES.map(gate => ({ key: { ...owner, gate }, about: gate })),
  { key: { ...owner }, about: 'certification' },
];

const SYNOPSIS$4 = 'clean [--model NAME] [--repo OWNER/NAME] [--target TARGET]';
const flags$e                      = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'model', kind: 'value', description: 'Label model of what is deleted. Default: the model of the settings' },
  { name: 'repo', kind: 'value', description: 'Label repo of what is deleted. Default: the repository of the run' },
  {
    name: 'target',
    kind: 'value',
    description: 'Delete what is told of this target of promotions, and nothing of the model',
  },
];

const metrics             = {
  name: 'metrics',
  summary: 'Delete the metrics of a model that is no more from the Pushgateway and the textfile collector',
  synopsis: SYNOPSIS$4,
  examples: ['proofmark metrics clean', 'proofmark metrics clean --model credit-default --repo acme/credit'],
  flags: flags$e,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$e);
    if (positionals.length !== 1 || positionals[0] !== 'clean')
      throw new UserError('metrics.what', `Expected 'clean' but found ${positionals.join(' ') || 'nothing'}`, {
        hint: `proofmark metrics ${SYNOPSIS$4}`,
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const place = locate(process.cwd(), one('config'));
    const { files, context } = await composeHere(place, terminalLog(process.stderr));
    const settings = readSettings({
      command: 'gate',
      ...(place.config === undefined ? {} : { file: { name: place.config, text: await files.readText(place.config) } }),
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: place.rebase,
    });
    const { pushgateway: gateway, textfile } = settings.connections;
    if (gateway === undefined && textfile === undefined)
      throw new UserError(
        'metrics.nowhere',
        'Expected a Pushgateway or a textfile collector but the settings name none',
        {
          hint: 'Name it in connections of proofmark.yml: pushgateway: { url: … }',
        },
      )
    const owner = ownerLabels(one('repo') ?? context.repository, one('model') ?? settings.model.name, context.folder);
    const target = one('target');
    const groups =
      target === undefined ? modelGroups(owner) : [{ key: { repo: owner.repo, target }, about: 'promotion' }];
    if (gateway !== undefined) {
      const { pushgateway } = await import('./pushgateway.js');
      const { remove, name } = pushgateway(gateway, process.env);
      for (const { key } of groups) await remove(key);
      say(name);
    }
    if (textfile !== undefined) {
      const { textfiles } = await import('./textfile.js');
      const { remove, name } = textfiles(place.root, textfile.folder);
      for (const { key, about } of groups) await remove(key, about);
      say(name);
    }
    return 0

    function say(name        )       {
      const what = target === undefined ? `model ${owner.model}` : `target ${target}`;
      printLines(process.stdout, [{ tone: 'pass', text: visible(`  deleted       ${name}: ${what} of ${owner.repo}`) }]);
    }
  },
};

const modelCertify = certifyingCommand('model-certify', {
  summary: "Recompute a model's metrics from its predictions and decide its claims by confidence intervals",
  synopsis: '--predictions FILE --label NAME --positive VALUE --score NAME [--champion FILE] --claim CLAIM…',
  examples: [
    'proofmark model-certify --predictions new.csv --champion old.csv --label status --positive bad --score p_bad --claim "auc >= 0.80" --claim "auc no worse than champion by 0.01"',
  ],
});

/** Decides by the policy on the evidence there is, without signing or writing anything. */
async function checkPolicy(
  settings          ,
  { evidence, out }                                                     ,
  ports       ,
)                         {
  const subject = await existingModel(settings, out, ports);
  const documents = (await findEvidence$1(evidence, ports)).map(({ document }) => document);
  const input = {
    documents,
    policy: settings.policy,
    modelId: ports.sha256(sha256Sums(subject)),
    subject,
    version: VERSION,
    commit: ports.context.commit,
    at: ports.now(),
  };
  return { input, decision: decide(input) }
}

/** Whom a verification believes, in sentences. */
function trustSentences({ keys = [], identities = [], log, ...others }        = {})           {
  const authorities = others['timestamp-authorities'] ?? [];
  const root = others['trusted-root'];
  return [
    ...keys.map(({ name, 'not-before': from, 'not-after': until }) => {
      const when = [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`until ${until}`])];
      return `Signatures by the key ${name} count${when.length === 0 ? '' : ` ${when.join(' ')}`}.`
    }),
    ...identities.map(({ name, workflow, ref, server, runner, issuer, 'repository-ids': ids }) => {
      const where = runner === undefined ? '' : `, on a ${runner} runner`;
      const of =
        ids === undefined
          ? ''
          : `, run for ${listed(
              ids.map(id => `repository ${id}`),
              ids.length,
            )}`;
      return `Signatures by the workflow ${workflow} at ${ref} of ${server} (${name}) count${of}${where}, vouched for by ${issuer}.`
    }),
    ...(authorities.length === 0
      ? []
      : [`${counted$1(authorities.length, 'time-stamp authority', 'time-stamp authorities')} may say when.`]),
    ...(root === undefined ? [] : [`Authorities and logs of keyless signatures are those in ${root}.`]),
    ...(log === undefined ? [] : logSentences(log)),
  ]
}

function logSentences(log                           )           {
  const { origin, quorum, witnesses = {}, 'max-checkpoint-age-hours': age } = log;
  const names = Object.keys(witnesses);
  return [
    `A certificate must be in the log ${origin}, whose key is ${log.key}.`,
    ...(names.length === 0
      ? []
      : [`${quorum} of its witnesses ${listed(names, names.length)} must have signed its head.`]),
    ...(age === undefined ? [] : [`Its head must be at most ${counted$1(age, 'hour')} old.`]),
  ]
}

/** A part of the policy in sentences. */
                             
                        
                                       
 

/** The policy as whoever answers for it reads it: nothing in it is left out. */
function policySentences(policy        )               {
  const parts = [
    { title: 'What must have passed', sentences: required(policy) },
    {
      title: 'Rules',
      sentences: (policy.rules ?? []).map(rule => `${rule.id}: ${ruleSentence(rule)}`),
    },
    { title: 'Approvals', sentences: (policy.approvals ?? []).map(rule => approval(rule, policy.roles)) },
    {
      title: 'Roles',
      sentences: Object.entries(policy.roles ?? {}).map(([name, role]) => `${name}: ${holders(role)}.`),
    },
    { title: 'Waivers', sentences: [...limits(policy), ...waivers(policy)] },
    { title: 'Validity', sentences: validity(policy) },
    { title: 'Trust', sentences: trustSentences(policy.trust) },
  ];
  return parts.filter(({ sentences }) => sentences.length > 0)
}

function required({ require, 'known-vulnerabilities': known }        )           {
  return [
    ...(require.length === 0 ? [] : [`${listed(require)} must have passed on exactly these model files.`]),
    'A gate that ran and did not pass counts, required or not.',
    'What is missing, unreadable or undecided counts as not passed.',
    ...(known === undefined
      ? []
      : [
          known === 'all'
            ? 'Every known vulnerability of a dependency counts.'
            : 'In a pull request known vulnerabilities count that its base branch does not have.',
        ]),
  ]
}

const WHOM                                                        = {
  author: 'an author of the change',
  trigger: 'who started the run',
  'waiver-requester': 'who asked for a waiver',
};

function approval({ role, count, 'distinct-from': distinct }              , roles                 )         {
  const held = roles?.[role];
  const whom = distinct.map(each => WHOM[each]);
  const but = whom.length === 0 ? '' : `; nobody counts who is ${whom.join(' or ')}`;
  return `${counted$1(count, 'person', 'people')} of ${role}${held ? ` (${holders(held)})` : ''} must approve${but}.`
}

const holders = (role      ) => ('team' in role ? `the members of ${role.team}` : listed(role.users, role.users.length));

function limits({ 'waiver-limits': limits = {} }        )           {
  const { 'max-days': days, forbid = [], approver } = limits;
  return [
    ...(days === undefined ? [] : [`A waiver may hold ${counted$1(days, 'day')} at most.`]),
    ...(forbid.length === 0 ? [] : [`Not to be waived: ${listed(forbid, forbid.length)}.`]),
    ...(approver === undefined ? [] : [`Where a waiver was applied, somebody of ${approver} must approve.`]),
  ]
}

function waivers({ waivers = [] }        )           {
  return waivers.map(waiver => {
    const { owner, reason, expires } = waiver;
    const asked = waiver['requested-by'] === undefined ? '' : `, asked for by ${waiver['requested-by']}`;
    const from = 'model' in waiver && waiver.from !== undefined ? `From ${waiver.from} until` : 'Until';
    const what =
      'model' in waiver
        ? `${waiver.rule} need not hold for model ${waiver.model}`
        : `${describeWaiver(waiver)} is let through (${waiver.rule})`;
    return `${from} the end of ${expires} (UTC) ${what}, by ${owner}${asked}, because: ${reason}`
  })
}

function validity({ 'validity-days': days, 'review-days-before': review, waivers = [] }        )           {
  const capped = waivers.length === 0 ? '' : ', but no longer than the waivers it rests on';
  return [
    `A certificate is valid for ${counted$1(days, 'day')}${capped}.`,
    ...(review === undefined ? [] : [`It is due for review ${counted$1(review, 'day')} before its end.`]),
  ]
}

/** A policy in sentences, for a terminal. */
function policyLines(parts                       , where        , digest        )         {
  return [
    ...parts.flatMap(({ title, sentences }) => [
      { tone: 'strong'         , text: title },
      ...sentences.map(text => ({ tone: 'plain'         , text: `  ${visible(text)}` })),
      { tone: 'plain'         , text: '' },
    ]),
    { tone: 'muted', text: `policy   ${visible(where)}` },
    { tone: 'muted', text: `sha256   ${digest}` },
  ]
}

/** A decision rule by rule, the verdict last, for a terminal. */
function decisionLines({ rules, verdict, notes }          )         {
  return [
    ...RULE_ORDER.toReversed().flatMap(status => rules.filter(rule => rule.status === status).flatMap(ruleLines)),
    ...notes.map(note => ({ tone: 'muted'         , text: `    ${visible(note)}` })),
    { tone: 'plain', text: '' },
    { tone: verdict, text: decisionLine({ rules, verdict }) },
  ]
}

/** `Failed: 2 of 9 rules do not hold`. */
function decisionLine({ rules, verdict }                                     )         {
  const open = rules.filter(({ status }) => status === 'failed' || status === 'inconclusive').length;
  const waived = rules.filter(({ status }) => status === 'waived').length;
  const but = waived === 0 ? '' : `, ${waived} of them waived`;
  return verdict === 'passed'
    ? `${VERDICT_WORD.passed}: ${rules.length} rules hold${but}. Nothing was signed`
    : `${VERDICT_WORD[verdict]}: ${open} of ${rules.length} rules do not hold. Nothing was signed`
}

const inputs$1 = inputsOf('audit-record').filter(({ name }) => name === 'model');

const flags$d                      = [
  { name: 'policy', kind: 'value', description: 'The policy: a file of its own. Default: what the settings say' },
  { name: 'evidence', kind: 'value', description: 'check: folder of the evidence. Default: the output folder' },
  ...inputs$1.map(inputFlag),
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print the policy, or the decision and what it rests on, as JSON' },
  { name: 'quiet', kind: 'switch', description: 'check: print the verdict only' },
];

const policy             = {
  name: 'policy',
  summary: 'Read the policy as sentences, or decide by it without signing',
  synopsis: 'explain|check [--policy FILE] [--evidence DIR]',
  examples: ['proofmark policy explain', 'proofmark policy check --evidence .proofmark'],
  flags: flags$d,
  async run(args) {
    const given = parseFlags(args, flags$d);
    const last = (flag        ) => given.values.get(flag)?.at(-1);
    const [what, ...others] = given.positionals;
    if ((what !== 'explain' && what !== 'check') || others.length > 0)
      throw new UserError(
        'policy.what',
        `Expected explain or check but found ${given.positionals.join(' ') || 'nothing'}`,
        {
          hint: 'proofmark policy explain, or proofmark policy check',
        },
      )
    const json = given.values.has('json');
    const place = locate(process.cwd(), last('config'));
    const log = terminalLog(process.stderr, { quiet: json || given.values.has('quiet') });
    const ports = await composeHere(place, log);
    const named = last('policy');
    const text = place.config === undefined ? undefined : await ports.files.readText(place.config);
    const here = readSettings({
      command: 'audit-record',
      ...(place.config === undefined || text === undefined ? {} : { file: { name: place.config, text } }),
      inputs: inputValues(inputs$1, { ...given, positionals: [] }),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
    });
    const { configPath } = place;
    const target = configPath === undefined ? undefined : mergeTarget(ports);
    const bar = target && configPath !== undefined ? await takeBar(here, configPath, target) : ownBar(here);
    const request = { command: 'audit-record', configPath, policy: named && place.rebase(named) };         
    const { settings, policyAt } = await takePolicy(bar, request, ports);
    if (what === 'explain') {
      const { policy } = settings;
      const where = policyAt?.uri ?? `${place.config ?? 'the default'}#policy`;
      if (json) process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);
      else printLines(process.stdout, policyLines(policySentences(policy), where, policyDigest(policy, ports.sha256)));
      return 0
    }
    const evidence = last('evidence');
    const out = place.out(undefined);
    const { input, decision } = await checkPolicy(
      settings,
      { evidence: evidence === undefined ? out : place.rebase(evidence), out },
      ports,
    );
    log.done();
    if (json) process.stdout.write(`${JSON.stringify(decisionDocument(input, decision), null, 2)}\n`);
    else if (given.values.has('quiet')) process.stdout.write(`${decisionLine(decision)}\n`);
    else printLines(process.stdout, decisionLines(decision));
    return exitCode(decision.verdict, [])
  },
};

/** What documents of the record say in common, each by one of these names; the rest of them is passed over. */
const Said = looseObject({
  role: string().optional().catch(undefined),
  rule: string().optional().catch(undefined),
  actor: string().optional().catch(undefined),
  by: string().optional().catch(undefined),
  requestedBy: string().optional().catch(undefined),
  owner: string().optional().catch(undefined),
  reason: string().optional().catch(undefined),
  expires: datetime().or(date()).optional().catch(undefined),
});

const TYPES = ['refusal', 'waiver', 'approval', 'review'];         
const isType = (type              )                            => TYPES.some(one => one === type);

/** An entry as an event of a model's life; undefined for entries of other kinds. */
function lifeEvent(leaf      , documents                             )                        {
  if (!isType(leaf.type)) return undefined
  const said = read(documents.get(leaf.document));
  const who = said?.actor ?? said?.by ?? said?.requestedBy ?? said?.owner;
  const words = [said?.role ?? said?.rule, who === undefined ? undefined : `by ${who}`, said?.reason];
  return {
    type: leaf.type,
    at: leaf.at,
    ...(said?.expires === undefined ? {} : { until: said.expires }),
    text: words.filter(word => word !== undefined && word !== '').join(', '),
  }
}

function read(text                    ) {
  try {
    return Said.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}

/**
 * The life of every model, from the log's entries in their order: certificates and whether they hold, what was refused, waived and
 * approved, and where production pointed when. `documents` are those the log keeps, by digest (`sha256:…`); what is not kept is left
 * open, never guessed. `validityOf` reads a certificate: whoever reads them all anyway need not do it twice.
 */
function lifeOf(
  leaves                 ,
  documents                             ,
  now      ,
  validityOf = validityIn,
)       {
  const revocations = revocationsIn(leaves);
  const models = new Map                    ();
  const standing = new Map              ();
  const draft = (leaf      ) => {
    if (leaf.id === undefined) return undefined
    const id = bare(leaf.id);
    const known = models.get(id) ?? { id, name: leaf.model ?? id, certificates: [], stays: [], events: [] };
    if (leaf.model !== undefined) known.name = leaf.model;
    models.set(id, known);
    return known
  };

  for (const leaf of leaves) {
    const model = leaf.type === 'revocation' ? undefined : draft(leaf);
    if (leaf.type === 'certificate')
      model?.certificates.push(certificateLife(leaf, leaves, documents, now, validityOf, revocations));
    else if (leaf.type === 'promotion' || leaf.type === 'demotion') move(leaf, leaf.type, model);
    else {
      const event = lifeEvent(leaf, documents);
      if (event) model?.events.push(event);
    }
  }
  return {
    models: [...models.values()],
    targets: [...standing].map(([target, open]) => targetLife(target, open)),
    revocations: leaves.flatMap(leaf =>
      leaf.type === 'revocation' ? (readRevocation(documents.get(leaf.document)) ?? []) : [],
    ),
    now: instant(now),
  }

  /** Production left what it pointed at, and points at `model` from then on. */
  function move(leaf      , kind              , model                        )       {
    const target = leaf.target ?? 'unknown';
    const left = models.get(standing.get(target)?.id ?? '');
    if (left)
      left.stays = left.stays.map(stay =>
        stay.target === target && stay.until === undefined ? { ...stay, until: leaf.at } : stay,
      );
    const read = readPointer(documents.get(leaf.document) ?? '');
    const said = 'pointer' in read ? read.pointer : undefined;
    model?.stays.push({
      target,
      kind,
      from: leaf.at,
      ...(said?.by === undefined ? {} : { by: said.by }),
      ...(said?.reason === undefined ? {} : { reason: said.reason }),
    });
    standing.set(target, { leaf, id: model?.id });
  }

  function targetLife(target        , { leaf, id }      )             {
    const model = models.get(id ?? '');
    const problem = model && problemOf(model.certificates);
    return {
      target,
      to: model ? { id: model.id, name: model.name } : null,
      at: leaf.at,
      pointer: bare(leaf.document),
      ...(problem === undefined ? {} : { problem }),
    }
  }
}

                   
                                                                                                              
 

/** Why a model should not be in production, by the certificates the log has for it; the best of them counts. */
function problemOf(certificates                            )                        {
  const states = certificates.map(({ state }) => state);
  if (states.length === 0) return 'uncertified'
  if (states.some(state => state === 'valid' || state === 'unknown')) return undefined
  if (states.includes('revoked')) return 'revoked'
  return states.includes('expired') ? 'expired' : 'uncertified'
}

const bare = (digest        ) => digest.slice('sha256:'.length);

/** What pages tell of a certificate: its text is many times as long. */
                                 
               
              
                                                                                                                       
     
                                   
                                      
                       
                    
                        
                           
                                       
                          
                                                   
                                     
   
                                        
                                     
                                                                     
                                      
 

function certificateFacts({ predicate }             )                   {
  const {
    serial,
    supersedes,
    model,
    source,
    gates,
    data,
    claims,
    holdout,
    rules,
    waivers,
    approvals,
    validity,
    policy,
  } = predicate[CERTIFICATE_EXTENSION];
  return {
    serial,
    supersedes,
    source,
    gates,
    data,
    claims,
    ...(holdout === undefined ? {} : { holdout }),
    waivers,
    approvals,
    validity,
    name: model.name,
    version: model.version,
    tool: Object.entries(predicate.verifier.version)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    policy: {
      uri: predicate.policy.uri,
      sha256: predicate.policy.digest.sha256,
      commit: predicate.policy.digest.gitCommit,
      rules: rules.length,
      roles: (policy.approvals ?? []).map(({ role }) => role),
    },
    waived: rules.filter(({ status }) => status === 'waived'),
    attested: predicate.inputAttestations.map(({ digest }) => digest.sha256),
  }
}

/** What a log says that is about no model: policies that came into force, periodic reviews, incidents, revoked keys. */
                            
                                                                                                                  
                                          
                                                                                             
 

                              
                     
                                  
                                                                                     
                 
       
                                     
                                
                                         
                                          
       
               
 

const Review = looseObject({
  certificates: int().nonnegative(),
  waivers: int().nonnegative(),
  ended: array(string()),
  ending: array(string()),
});
const PolicyDocument = looseObject({ uri: string() });
const Incident = looseObject({ reason: string() });

/** The newest first. */
function logEvents(leaves                 , documents                             )            {
  const of = (type              ) => leaves.filter(leaf => leaf.type === type).toReversed();
  const said =    (schema              , { document }      )                => {
    try {
      return schema.safeParse(JSON.parse(documents.get(document) ?? '')).data
    } catch {
      return undefined
    }
  };
  return {
    policies: of('policy').map(leaf => ({
      at: leaf.at,
      sha256: (leaf.policy ?? leaf.document).slice('sha256:'.length),
      uri: said(PolicyDocument, leaf)?.uri,
    })),
    reviews: of('review').map(leaf => {
      const found = said(Review, leaf);
      return {
        at: leaf.at,
        run: leaf.run,
        found: found && {
          certificates: found.certificates,
          waivers: found.waivers,
          ended: found.ended,
          ending: found.ending,
        },
      }
    }),
    incidents: of('incident').map(leaf => ({ at: leaf.at, reason: said(Incident, leaf)?.reason })),
  }
}

const DAY_MS$2 = 86_400_000;
/** Days before the end of a certificate or a waiver in which it is told. */
const NOTICE_DAYS = 30;

/** Something that somebody has to see to. */
                      
                        
                                                            
                       
                     
                                   
                           
 

/** What is due, soonest first: the review, the end of the certificate and of the waivers of each model that is in production. */
function duesOf$1({ models, targets, now }      )        {
  const live = new Set(targets.flatMap(({ to }) => to?.id ?? []));
  const at = Date.parse(now);
  const dues = models
    .filter(({ id }) => live.has(id))
    .flatMap(({ name, certificates, events }) => {
      const valid = certificates.filter(({ state }) => state === 'valid');
      const lasting = valid.toSorted((a, b) => Date.parse(b.notAfter ?? '') - Date.parse(a.notAfter ?? ''))[0];
      return [
        lasting?.reviewBy === undefined ? [] : [{ model: name, what: 'its review is due', at: lasting.reviewBy }],
        lasting?.notAfter === undefined ? [] : [{ model: name, what: 'its certificate ends', at: lasting.notAfter }],
        events.flatMap(({ type, until, text }) =>
          type === 'waiver' && until !== undefined ? [{ model: name, what: `a waiver ends (${text})`, at: until }] : [],
        ),
      ].flat()
    });
  return dues
    .map(due => ({ ...due, overdue: endOf(due.at) <= at }))
    .filter(due => Date.parse(due.at) <= at + NOTICE_DAYS * DAY_MS$2)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** A day is over when it ends, a time when it comes. */
const endOf = (at        ) => Date.parse(at) + (at.includes('T') ? 0 : DAY_MS$2);

/** Why a model was refused. */
                               
                                   
                                      
                                                   
                                     
                                               
                                  
 

/** The refusal that a signed text holds, its signature not looked at; undefined where it is none. */
function refusalFacts(text        )                           {
  const read = readBundle(text);
  if ('reason' in read) return undefined
  const { dsseEnvelope } = read.bundle;
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType);
  if (statement.kind !== 'refusal') return undefined
  const { verdict, rules, model, source } = statement.statement.predicate;
  return {
    name: model.name,
    version: model.version,
    verdict,
    rules: rules.filter(({ status }) => status !== 'passed' && status !== 'waived'),
    run: source.run,
  }
}

/** The models of a log: all versions of one name together, each with the evidence about its files. */
function modelsOf(known       )                {
  const { log, life, documents, factsOf, signatureOf, evidence, proofs } = known;
  const textOf = (sha256        ) => documents.get(`sha256:${sha256}`) ?? '';
  const refused = Map.groupBy(refusalsOf(known), ({ id }) => id);
  const versions = life.models.map(model => {
    const said = [
      ...model.certificates.map(({ sha256 }) => factsOf(textOf(sha256))),
      ...(refused.get(model.id) ?? []).map(({ facts }) => facts),
    ].findLast(facts => facts?.name !== undefined);
    return { model, ...named(model, said) }
  });
  const found = Map.groupBy(evidence, ({ model }) => model ?? '');
  const certified = new Map(
    life.models.flatMap(({ certificates }) =>
      certificates.flatMap(({ sha256 }) =>
        (factsOf(textOf(sha256))?.attested ?? []).map(digest => [digest, sha256]         ),
      ),
    ),
  );
  return [...Map.groupBy(versions, ({ name }) => name)].map(([name, group]) => portalModel(name, group))

  function portalModel(name        , group                    )              {
    const ids = new Set(group.map(({ model }) => model.id));
    const places = new Set(group.flatMap(({ model }) => model.stays.map(({ target }) => target)));
    const targets = life.targets.filter(({ to, target }) => ids.has(to?.id ?? '') || places.has(target));
    const own       = {
      ...life,
      models: group.map(({ model }) => model),
      targets: targets.filter(({ to }) => ids.has(to?.id ?? '')),
    };
    const certificates = group
      .flatMap(({ model, version }) =>
        model.certificates.map(certificate => {
          const facts = factsOf(textOf(certificate.sha256));
          const signature = signatureOf(`sha256:${certificate.sha256}`, facts?.policy.sha256);
          return { ...certificate, id: model.id, version, facts, signature }
        }),
      )
      .toSorted(newestFirst);
    return {
      name,
      slug: '',
      log,
      repository: certificates.find(({ facts }) => facts?.source.repository !== undefined)?.facts?.source.repository,
      life: own,
      versions: own.models,
      certificates,
      refusals: group
        .flatMap(({ model, version }) => (refused.get(model.id) ?? []).map(refusal => ({ ...refusal, version })))
        .toSorted(newestFirst),
      events: group
        .flatMap(({ model, version }) => model.events.map(event => ({ ...event, version })))
        .toSorted(newestFirst),
      evidence: group
        .flatMap(({ model, version }) => (found.get(model.id) ?? []).map(one => proven(one, version)))
        .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt)),
      targets,
      dues: duesOf$1(own),
    }
  }

  function proven(summary                 , version        )                 {
    const statement = proofs.get(summary.sha256);
    return { ...summary, version, certificate: statement === undefined ? undefined : certified.get(statement) }
  }
}

const newestFirst = (a                         , b                         ) => Date.parse(b.at) - Date.parse(a.at);

function refusalsOf({ leaves, documents, signatureOf }       ) {
  return leaves.flatMap(({ type, id, at, document }) => {
    if (type !== 'refusal' || id === undefined) return []
    const facts                           = refusalFacts(documents.get(document) ?? '');
    return [{ at, id: id.slice('sha256:'.length), facts, signature: signatureOf(document) }]
  })
}

/** What a model is called, and its version: by what was signed, else by the log's entry, whose last word is the version where it has one. */
function named(
  { name, id }           ,
  said                                                                                         ,
)                                    {
  if (said?.name !== undefined) return { name: said.name, version: said.version ?? id.slice(0, 12) }
  const cut = name.lastIndexOf(' ');
  return cut > 0 ? { name: name.slice(0, cut), version: name.slice(cut + 1) } : { name, version: id.slice(0, 12) }
}

/** Whether somebody trusted signed a document of the log; `not asked`: nobody is named whose signature counts. */
                            
                                                                                                     
                                                          
                                   

const NOT_ASKED                 = { state: 'not asked' };

/** The word of a verification, and what is to be held against the time of the log. */
const signatureFound = (verdict                  )                 =>
  'refused' in verdict
    ? { state: 'refused', reason: verdict.refused }
    : { state: 'verified', by: verdict.signedBy.name };

/** The same for a certificate that was decided by a policy: where policies are named, by one of those. */
function byTrustedPolicy(
  found                ,
  policy                    ,
  trusted                               ,
)                 {
  if (found.state !== 'verified' || trusted === undefined || policy === undefined || trusted.includes(policy))
    return found
  return { state: 'refused', reason: `Expected a policy that is trusted here but found ${policy}` }
}

const LONGEST = 60;
const DIGITS = 8;

/** Names of pages, one for each key: letters and digits of the name, and part of the key's digest where that alone is not clear. */
function slugs(
  models                                                            ,
  sha256                          ,
)           {
  const plain = models.map(({ name }) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST),
  );
  const times = new Map                ();
  for (const slug of plain) times.set(slug, (times.get(slug) ?? 0) + 1);
  return models.map(({ name, log }, i) => {
    const slug = plain[i] ?? '';
    if (times.get(slug) === 1 && /^[a-z0-9-]+$/i.test(name)) return slug
    return `${slug === '' ? 'model' : slug}-${sha256(JSON.stringify([log, name])).slice(0, DIGITS)}`
  })
}

/** A log as it was read, or why it is not believed. */
                               
                       
                                                                                          
 

/** Evidence that was found, whichever models it is about. */
                                
                                                
                                   
                                                                                      
                                              
 

                   
                                  
                                                 
                                                                                                                              
                                                                       
                                                                             
                                                   
                       
                         
                        
                                         
                                                                             
   
 

                              
                    
                                              
 

/** Everything that the pages show, from logs that were verified and evidence that was found. A log that is not believed shows nothing. */
function portalOf(sources                         , evidence               , world             )         {
  const read = sources.map(source => portalLog(source, evidence, world));
  const models = read
    .flatMap(({ models }) => models)
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.log, b.log));
  const known = new Set(models.flatMap(({ versions }) => versions.map(({ id }) => id)));
  const names = slugs(models, world.sha256);
  return {
    now: instant(world.now),
    logs: read.map(({ log }) => log),
    models: models.map((model, i) => ({ ...model, slug: names[i] ?? '' })),
    unread: evidence.unread,
    strangers: evidence.summaries.filter(({ model }) => model === undefined || !known.has(model)),
  }
}

const compare = (a        , b        ) => (a < b ? -1 : a > b ? 1 : 0);

function portalLog(
  { name, log }              ,
  { summaries, proofs }               ,
  { now }             ,
)                                                     {
  if ('message' in log)
    return { log: { ...NOTHING, name, fault: { message: log.message, hint: log.hint } }, models: [] }
  const { leaves, documents, witnessed, signatures, policies } = log;
  const facts = new Map                                      ();
  const factsOf = (text        ) => {
    if (!facts.has(text)) {
      const certificate = readCertificate(text);
      facts.set(text, certificate && certificateFacts(certificate));
    }
    return facts.get(text)
  };
  const signatureOf = (document        , policy         ) =>
    byTrustedPolicy(signatures?.get(document) ?? NOT_ASKED, policy, policies);
  const life = lifeOf(leaves, documents, now, text => factsOf(text)?.validity);
  return {
    log: {
      name,
      asksSignatures: signatures !== undefined,
      entries: leaves.length,
      size: witnessed.size,
      root: encodeBase64(witnessed.checkpoint.root),
      witnesses: witnessed.witnesses,
      ...(witnessed.asOf === undefined ? {} : { asOf: instant(witnessed.asOf) }),
      gaps: leaves
        .filter(({ document }) => !documents.has(document))
        .map(({ type, at, model, document }) => ({ type, at, model, document })),
      events: logEvents(leaves, documents),
    },
    models: modelsOf({ log: name, life, leaves, documents, factsOf, signatureOf, evidence: summaries, proofs }),
  }
}

const NOTHING = {
  asksSignatures: false,
  entries: 0,
  size: 0,
  root: '',
  witnesses: [],
  gaps: [],
  events: { policies: [], reviews: [], incidents: [] },
};

/**
 * From the digest of an evidence file to that of the signed statement about it, as an `evidence.intoto.jsonl` has them. What a certificate
 * names is the statement: so its digests lead to the bytes of the file. Undefined for a text that holds no statements.
 */
function evidenceProofs(
  text        ,
  sha256                                          ,
)                                          {
  const envelopes = readEvidenceLines(text);
  if ('reason' in envelopes) return undefined
  return new Map(
    envelopes.flatMap(envelope => {
      const payload = payloadOf(envelope);
      const digest = EvidenceStatement.safeParse(readJson(payload)).data?.predicate[EVIDENCE_SCHEMA].digest;
      return digest === undefined ? [] : [[digest.sha256, sha256(payload)]         ]
    }),
  )
}

/** Checks that did not pass that are told of one gate; the evidence has them all. */
const TOLD$2 = 20;

/** What pages tell of an evidence file. */
                                  
                       
                              
                         
                         
                           
                             
                       
                                                                  
                                    
                                         
                                  
                                                                                                   
                         
                                                                                                 
                                         
                                                   
                         
                                                                                      
                                         
                                          
                                          
                                                    
 

                               
                       
                       
                          
                                                           
                                       
 

                              
                         
                         
                                     
                         
                                                          
                                    
 

                                    
                        
                        
                                                          
                    
 

/** What every version has written at least. */
const Head = looseObject({
  schema: string().startsWith(EVIDENCE_SCHEMA.replace(/v\d+$/, '')),
  gate: _enum(GATES),
  verdict: Verdict,
  subject: array(looseObject({ name: string(), digest: looseObject({ sha256: string() }) })).catch([]),
  tool: looseObject({ name: string(), version: string() }).catch({ name: 'proofmark', version: 'unknown' }),
  run: looseObject({ finishedAt: datetime() }),
});

/** A file as evidence: whole, or by its head where another version wrote it; a sentence where it is neither. */
function evidenceSummary(
  path        ,
  bytes            ,
  sha256                                          ,
)                           {
  const value = readJson(bytes);
  const read = Evidence.safeParse(value);
  const digest = sha256(bytes);
  if (read.success) return summaryOf$1(path, digest, read.data, sha256)
  const head = Head.safeParse(value);
  const [issue] = read.error.issues;
  const why = value === undefined ? 'it is no JSON' : `${issue?.path.join('.') || 'its form'}: ${issue?.message}`;
  if (!head.success) return why
  const { gate, verdict, subject, tool, run } = head.data;
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    older: why,
  }
}

const EMPTY = {
  document: undefined,
  repository: undefined,
  run: undefined,
  counts: { pass: 0, warn: 0, inconclusive: 0, fail: 0 },
  open: [],
  materials: [],
  tables: [],
  columns: [],
  comparisons: [],
};

const ORDER                    = ['fail', 'inconclusive', 'warn', 'pass'];

function summaryOf$1(
  path        ,
  digest        ,
  evidence          ,
  sha256                          ,
)                  {
  const { gate, verdict, subject, materials, checks, tool, run } = evidence;
  const of = (wanted        ) => checks.filter(({ status }) => status === wanted).length;
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    repository: run.repository,
    run: run.url,
    document: {
      ...evidence,
      materials: [],
      checks: checks.map(({ id, title, status, reason }) => ({ id, title, status, reason })),
      result: null,
    },
    counts: { pass: of('pass'), warn: of('warn'), inconclusive: of('inconclusive'), fail: of('fail') },
    open: checks
      .filter(({ status }) => status !== 'pass')
      .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
      .slice(0, TOLD$2)
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
    materials,
    ...resultsOf(evidence),
  }
}

function resultsOf(evidence          )                                                                       {
  if (evidence.result === null) return {}
  switch (evidence.gate) {
    case 'data-validate':
      return {
        tables: evidence.result.files.map(({ file, rows, columns }) => ({
          file,
          rows,
          columns: columns.length,
          sensitive: columns.filter(({ sensitive }) => sensitive).map(({ column }) => column),
        })),
      }
    case 'drift-compare':
      return {
        columns: evidence.result.columns.flatMap(({ column, status, method, effect, interval, limit }) =>
          effect === undefined ? [] : [{ column, status, method, effect, interval, limit }],
        ),
      }
    case 'model-certify':
      return {
        comparisons: evidence.result.comparisons.flatMap(({ title, value, interval, n }) =>
          value === null ? [] : [{ title, value, interval, n }],
        ),
      }
    case 'security-scan':
      return {}
  }
}

const NAMES                      = new Set(GATES.map(evidenceFile));
const nameOf$1 = (path        ) => path.slice(path.lastIndexOf('/') + 1);

/**
 * Every evidence file in folders and below them, each content once, and the signed statements beside them that lead from a certificate
 * to a file. What cannot be read is said and passed over.
 */
async function findEvidence(
  paths                   ,
  { files, sha256, log }                                         ,
)                         {
  const summaries = new Map                         ();
  const proofs = new Map                ();
  const unread                                     = [];
  for (const [n, path] of (await listed()).entries()) {
    log.progress(`Reading evidence: ${n + 1}`);
    await attempt(path, () => readOne(path));
  }
  return { summaries: [...summaries.values()], proofs, unread }

  async function listed()                    {
    const found = new Set        ();
    for (const path of paths)
      await attempt(path, async () => {
        for (const file of await files.list([path]))
          if (NAMES.has(nameOf$1(file)) || nameOf$1(file) === EVIDENCE_FILE) found.add(file);
      });
    return [...found]
  }

  async function readOne(path        )                {
    if (nameOf$1(path) === EVIDENCE_FILE) {
      const read = evidenceProofs(await files.readText(path, { maxBytes: MAX_EVIDENCE_LINES_BYTES }), sha256);
      if (read === undefined) unread.push({ path, reason: 'it holds no signed statements' });
      for (const [file, statement] of read ?? []) proofs.set(file, statement);
      return
    }
    const summary = evidenceSummary(path, await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES }), sha256);
    if (typeof summary === 'string') unread.push({ path, reason: summary });
    else if (!summaries.has(summary.sha256)) summaries.set(summary.sha256, summary);
  }

  async function attempt(path        , act                     )                {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unread.push({ path, reason: messageOf$1(error) });
    }
  }
}

/** Signatures that are checked at once. */
const AT_ONCE = 64;

/**
 * Whether somebody trusted signed each certificate and refusal of a log, by the digest of its document; nothing of those that the log does
 * not keep. As `proofmark verify` asks it, but for the model's files, which are not here: a key with a window must have counted when the
 * log took the entry in.
 */
async function verifySignatures(
  { leaves, documents }                                          ,
  trust             ,
  { signing, log }                                ,
)                                       {
  const found = new Map                        ();
  const asked = logged$1(leaves, documents);
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    log.progress(`Verifying signatures: ${from + 1} of ${asked.length}`);
    const some = asked.slice(from, from + AT_ONCE);
    const verdicts = await Promise.all(some.map(({ text }) => signing.verify(text, trust, { logTimeComes: true })));
    for (const [n, { document, at }] of some.entries()) {
      const verdict = verdicts[n];
      if (!verdict) continue
      const late = 'refused' in verdict || verdict.window === undefined ? undefined : outsideWindow(verdict.window, at);
      found.set(document, late === undefined ? signatureFound(verdict) : { state: 'refused', reason: late });
    }
  }
  return found
}

/** Certificates and refusals whose text is kept, with the time at which the log took them in. */
function logged$1(leaves                 , documents                             ) {
  const texts = new Map                                                      ();
  let latest = 0;
  for (const { type, document, at } of leaves) {
    // Never before an entry that was there already, whatever time the entry names.
    latest = Math.max(latest, Date.parse(at));
    if (type !== 'certificate' && type !== 'refusal') continue
    const text = documents.get(document);
    if (text !== undefined && !texts.has(document)) texts.set(document, { document, text, at: new Date(latest) });
  }
  return [...texts.values()]
}

/** What the site holds, for programs, and so that a later build takes away what it no longer has. */
const MANIFEST = 'portal.json';
const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

const Manifest = looseObject({ files: array(string().regex(/^(models\/)?[a-z0-9-]+\.(html|xml|css|js)$/)) });

/** Writes the site into a folder; pages of an earlier build that are no more are taken away, nothing else there is touched. Returns the number of pages. */
async function writeSite(
  portal        ,
  { out, title, url }                                                                                     ,
  { files, sha256 }                                 ,
)                  {
  const { manifest, pages } = await import('./site.js');
  const before = await earlier(`${out}/${MANIFEST}`, files);
  const written = new Set        ();
  for (const [path, content] of pages(portal, { title, url, sha256 })) {
    await files.write(`${out}/${path}`, content);
    written.add(path);
  }
  for (const path of before) if (!written.has(path)) await files.remove(`${out}/${path}`);
  await files.write(`${out}/${MANIFEST}`, `${JSON.stringify({ ...manifest(portal), files: [...written] }, null, 2)}\n`);
  return [...written].filter(path => path.endsWith('.html')).length
}

async function earlier(path        , files                )                             {
  try {
    if (!(await files.exists(path))) return []
    const text = await files.readText(path, { maxBytes: MAX_MANIFEST_BYTES });
    return Manifest.safeParse(JSON.parse(text)).data?.files ?? []
  } catch (error) {
    if (error instanceof UserError || error instanceof SyntaxError) return []
    throw error
  }
}

/** A log, and whose signatures in it count: nobody's where nobody is named. */
                            
                               
                                          
 

/** What was built. */
                              
                         
                               
                           
                        
                                                                   
                                                                                
                       
                                                            
                                                                                                         
                             
 

/**
 * Builds the site from logs, each read whole and verified, and from evidence. A log that is not believed is stated on it, and ends the run
 * so. A certificate whose signature is refused is stated, too, and counts for nothing on any page.
 */
async function portal$1(
  options               ,
  logs                      ,
  ports                                                             ,
)                       {
  const { sources, exitCode } = await readLogs(logs, ports);
  const evidence                = await findEvidence(options.evidence, ports);
  const built = portalOf(sources, evidence, { now: ports.now(), sha256: ports.sha256 });
  const pages = await writeSite(built, options, ports);
  const states = built.models.flatMap(({ certificates }) => certificates.map(({ signature }) => signature.state));
  const counted = (state                         ) => states.filter(each => each === state).length;
  return {
    models: built.models.length,
    certificates: states.length,
    evidence: evidence.summaries.length,
    pages,
    faults: built.logs.flatMap(({ name, fault }) => (fault ? [{ log: name, message: fault.message }] : [])),
    gaps: built.logs.reduce((sum, { gaps }) => sum + gaps.length, 0),
    signatures: { verified: counted('verified'), refused: counted('refused'), notAsked: counted('not asked') },
    exitCode,
  }
}

async function readLogs(
  logs                      ,
  ports                                ,
)                                                           {
  const sources                 = [];
  let exitCode           = 0;
  for (const { recordLog: log, trust } of logs) {
    ports.log.progress(`Reading ${log.name}`);
    try {
      const read = await log.read(LEAF_TYPES);
      const signatures = trust && (await verifySignatures(read, trust, ports));
      sources.push({ name: log.name, log: { ...read, signatures, policies: trust?.policies } });
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      sources.push({ name: log.name, log: { message: messageOf$1(error), hint: error.hint } });
      if (exitCode === 0) exitCode = exitCodeOf(error);
    }
  }
  return { sources, exitCode }
}

/** Whose signatures count by the policy of a settings file; undefined where there is none, or it names nobody. */
async function trustHere(config        , ports       )                                   {
  if (!(await ports.files.exists(config))) return undefined
  const { trust } = (await policyInForce(config, ports)).policy;
  return trust?.keys === undefined && trust?.identities === undefined ? undefined : loadTrust(trust, ports.files)
}

/** Settings file that a clone is known by. */
const CONFIG = 'proofmark.yml';

                                  
                                                                          
                        
                                     
                                                        
                                  
                   
 

/** The log of one repository to be read, and the folder in which its evidence lies, where it has one. */
                                 
                               
                                                    
                                          
                                       
 

/**
 * Opens the log of a repository, whichever way it is at hand: a folder in which the log's branch is checked out, a clone whose settings name
 * its log, a clone that has the branch, `owner/name` on GitHub, or the address of a git remote.
 */
async function repositoryLog(repository                 )                          {
  const { asked, keys } = repository;
  const folder = resolve(asked);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (isFolder && existsSync(join(folder, 'checkpoint')) && existsSync(join(folder, 'tile')))
    return checkedOut(folder, repository)
  if (isFolder && existsSync(join(folder, CONFIG))) return clone(folder, repository)
  const address = /^[a-z][a-z0-9+.-]*:\/\/|^[^/\s]+@[^/\s]+:/i.test(asked);
  if (!isFolder && !address && !/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(asked))
    throw new UserError(
      'portal.repository',
      `Expected a folder, owner/name or the address of a git repository but found '${asked}'`,
      {
        hint: 'Name a clone, or a folder in which the branch of the log is checked out',
      },
    )
  const ports = portsAt(process.cwd(), repository.log);
  const place = isFolder || address ? { remote: isFolder ? folder : asked } : { repository: asked };
  const settings = settingsOf({ ...place, branch: repository.branch, 'verifier-key': onlyKey(keys, asked) });
  const opened = await openLog(settings, {}, ports);
  return { recordLog: recordLog({ ...opened, seen: [] }, ports), evidence: isFolder ? folder : undefined }
}

function portsAt(root        , log     )        {
  return compose(root, log, environmentContext(process.env))
}

async function checkedOut(folder        , { asked, keys, log }                 )                          {
  const ports = portsAt(folder, log);
  const [origin = ''] = readFileSync(join(folder, 'checkpoint'), 'utf8').slice(0, 1024).split('\n');
  const key = keys.find(text => readVerifierKey(text, 1, ports.noteKeys.hash)?.name === origin);
  if (key === undefined)
    throw new UserError('log.verifier-key', `Expected the verifier key of ${origin.slice(0, 200)} but found none`, {
      hint: `Give --verifier-key the line that \`proofmark log init\` printed for it`,
    })
  const trust = logTrust({ origin, key, quorum: 0 }, ports.noteKeys.hash);
  return { recordLog: recordLog({ branch: checkedOutBranch(folder, asked), trust }, ports), evidence: undefined }
}

/** The log that a clone's settings name, by whom its policy believes; what is seen of it is remembered there. */
async function clone(folder        , { asked, keys, branch, log }                 )                          {
  const ports = portsAt(folder, log);
  const file = { name: CONFIG, text: await ports.files.readText(CONFIG) };
  const source = { command: 'gate', inputs: new Map(), nameInput: () => '', rebase: (path        ) => path };         
  const { record, policy } = readSettings({ ...source, file });
  const trusted                         = policy?.trust?.log;
  const kept = record.log?.remote ?? record.log?.repository;
  const key = trusted?.key ?? record.log?.['verifier-key'] ?? onlyKey(keys, asked);
  const settings = settingsOf({
    ...record.log,
    ...(kept === undefined && ports.context.repository === undefined ? { remote: folder } : {}),
    ...(branch === undefined ? {} : { branch }),
    'verifier-key': key,
    key: undefined,
  });
  const opened = await openLog(settings, { trusted }, ports);
  const remember = (note        ) => rememberSeen(settings, note, ports);
  const out = locate(folder, CONFIG).out(undefined);
  return {
    recordLog: recordLog({ ...opened, remember }, ports),
    trust: await trustHere(CONFIG, ports),
    evidence: existsSync(join(folder, out)) ? join(folder, out) : undefined,
  }
}

function onlyKey(keys                   , asked        )         {
  const [key, ...others] = keys;
  if (key !== undefined && others.length === 0) return key
  throw new UserError(
    'log.verifier-key',
    `Expected one verifier key for the log of ${asked} but found ${keys.length === 0 ? 'none' : keys.length}`,
    {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key of its proofmark.yml, or give it as --verifier-key',
    },
  )
}

function settingsOf(given                                              )              {
  const read = RecordLog.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (read.success) return read.data
  const [issue] = read.error.issues;
  throw new UserError('flags.log', `Expected ${String(issue?.path[0])} of the log to be ${issue?.message}`)
}

const flags$c                      = [
  { name: 'out', kind: 'value', description: 'Folder to write the site into' },
  { name: 'evidence', kind: 'list', description: 'Folders to look for evidence in, beside .proofmark of each clone' },
  { name: 'title', kind: 'value', description: 'What the site is called. Default: Models and certificates' },
  { name: 'url', kind: 'value', description: 'Where the site will be read, for the links of its feed' },
  {
    name: 'verifier-key',
    kind: 'list',
    description: 'Public keys of logs whose repository has no proofmark.yml that names it',
  },
  {
    name: 'branch',
    kind: 'value',
    description: 'Branch of the logs. Default: what proofmark.yml says, else proofmark-log',
  },
  {
    name: 'key',
    kind: 'value',
    description:
      'Public key of the certifier: nobody else’s signature counts. Default: what policy.trust of each clone says, or of the folder you are in',
  },
  { name: 'policy', kind: 'value', description: 'A policy whose trust says whose signatures count, for every log' },
  { name: 'json', kind: 'switch', description: 'Print what was built as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const portal             = {
  name: 'portal',
  summary:
    'Build a static site of every model’s life from logs and evidence: for data owners, ML engineers and compliance officers',
  synopsis: '[REPOSITORY…] --out DIR [--evidence DIR…]',
  examples: [
    'proofmark portal --out site',
    'proofmark portal acme/governance --verifier-key "$LOG" --key proofmark.pub --out site',
    'proofmark portal credit fraud --out site --evidence evidence --url https://acme.github.io/models/',
  ],
  flags: flags$c,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$c);
    const last = (flag        ) => values.get(flag)?.at(-1);
    const out = last('out');
    if (out === undefined)
      throw new UserError('flags.incomplete', 'Expected --out and a folder but found none', {
        hint: 'proofmark portal [REPOSITORY…] --out DIR',
      })
    const url = last('url');
    if (url !== undefined && !/^https?:\/\/[^\s"<>]+$/i.test(url))
      throw new UserError('flags.url', `Expected --url to be an address of the web but found '${url}'`, {
        hint: 'For example https://acme.github.io/models/',
      })
    const log = terminalLog(process.stderr, { quiet: values.has('json') || values.has('quiet') });
    const repositories = positionals.length === 0 ? ['.'] : positionals;
    const keys = values.get('verifier-key') ?? [];
    const opened = [];
    for (const asked of repositories) opened.push(await repositoryLog({ asked, branch: last('branch'), keys, log }));
    const ports = compose(process.cwd(), log, environmentContext(process.env));
    const [key, policy] = [last('key'), last('policy')];
    const trust = key === undefined && policy === undefined ? undefined : await whomToTrust({ key, policy }, ports);
    const named = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust;
    const here = named ? undefined : await trustHere('proofmark.yml', ports);
    const evidence = [...opened.flatMap(({ evidence: folder }) => folder ?? []), ...(values.get('evidence') ?? [])];
    const built = await portal$1(
      { out, title: last('title') ?? 'Models and certificates', url, evidence },
      opened.map(({ recordLog, trust: own }) => ({ recordLog, trust: named ?? own ?? here })),
      ports,
    );
    log.done();
    if (values.has('json')) process.stdout.write(`${JSON.stringify(built, null, 2)}\n`);
    else {
      const { models, certificates, pages, faults, gaps, signatures } = built;
      for (const fault of faults) process.stdout.write(`✘ ${fault.log}: ${fault.message}\n`);
      const found = [count(models, 'model'), count(certificates, 'certificate'), count(built.evidence, 'evidence file')];
      const unsure = [
        ...(signatures.refused > 0 ? [`${signatures.refused} not verified`] : []),
        ...(signatures.notAsked > 0 ? [`${signatures.notAsked} not asked: name the certifier's key with --key`] : []),
      ];
      if (unsure.length > 0) process.stdout.write(`Signatures of certificates: ${unsure.join(', ')}\n`);
      const stated = gaps > 0 ? `; ${count(gaps, 'gap')} in the logs: see there` : '';
      process.stdout.write(`${found.join(', ')}: ${count(pages, 'page')} in ${out}${stated}\n`);
    }
    return built.exitCode
  },
};

const SYNOPSIS$3 = 'CERTIFICATE --to TARGET --model FILE… --key FILE';
const flags$b                      = [
  ...PROMOTION_FLAGS,
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  {
    name: 'from',
    kind: 'value',
    description: 'Model id that the target must point at now, nothing, or what stands there without a pointer',
  },
  { name: 'reason', kind: 'value', description: 'Why; it stands in the pointer and in the log' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
];

const promote             = {
  name: 'promote',
  summary: 'Point production at a certified model, after verifying it where it will be served from',
  synopsis: SYNOPSIS$3,
  examples: [
    'proofmark promote certificate.sigstore.json --to folder:/srv/models/credit --model model.joblib --key proofmark.pub',
  ],
  flags: flags$b,
  async run(args) {
    const parsed = parseFlags(args, flags$b);
    const usage = `proofmark promote ${SYNOPSIS$3}`;
    const [certificate] = parsed.positionals;
    const model = parsed.values.get('model') ?? [];
    if (certificate === undefined || parsed.positionals.length > 1)
      throw incomplete(`one certificate but found ${parsed.positionals.length}`, usage)
    if (model.length === 0) throw incomplete('--model to name the model but found nothing', usage)
    const world = await worldOf(parsed, usage);
    const [from, reason] = [parsed.values.get('from')?.at(-1), parsed.values.get('reason')?.at(-1)];
    const given = { certificate: world.rebase(certificate), model: model.map(world.rebase), from, reason };
    const promotion = await promote$1(given, world);
    world.done();
    return printPromotion(promotion, parsed)
  },
};

const flags$a                      = [
  { name: 'certificates', kind: 'list', description: 'Certificates: files, folders or * globs' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier: what it has not signed does not count',
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what is due as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const review             = {
  name: 'review',
  summary: 'Find certificates and waivers that have ended or end soon',
  synopsis: '[--certificates PATH…] [--key FILE]',
  examples: ['proofmark review --certificates certified --key proofmark.pub'],
  flags: flags$a,
  async run(args) {
    const { values } = parseFlags(args, flags$a);
    const value = (name        ) => values.get(name)?.at(-1);
    const place = locate(process.cwd(), value('config'));
    const ports = compose(place.root, terminalLog(process.stderr, {}), {});
    const key = value('key');
    const inForce = await policyInForce(place.config, ports);
    const keyText = process.env[LOG_KEY];
    const log = await settingsLog({ config: place.config, trusted: inForce.policy.trust?.log, keyText }, ports);
    const reviewed = await review$1(
      {
        ...inForce,
        log,
        files: (values.get('certificates') ?? []).map(place.rebase),
        releases: false,
        key: key === undefined ? undefined : place.rebase(key),
        issues: false,
      },
      ports,
    );
    if (log && keyText) await enterReview(reviewed, log, ports);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(reviewed, null, 2)}\n`);
    else if (values.has('quiet')) process.stdout.write(`${reviewLine(reviewed)}\n`);
    else printLines(process.stdout, reviewLines(reviewed));
    return exitCode(reviewed.verdict, [])
  },
};

/** A certificate that counts for nothing any more, and whose it was. */
                                     
                              
                         
                   
                                      
                                         
                       
   
                                        
                                          
                                                                                                                                    
                        
 

/** What is told of a revoked certificate. */
function revokedCertificate(sha256        , certificate             , last         )                     {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION];
  const { name, version, id } = model;
  return { sha256, model: { name, version, id }, repository: source.repository, last }
}

/** The certificates of a log that a revocation takes, in the log's order. One whose document is not kept cannot be told whose it was. */
function revokedCertificates(
  revocation            ,
  leaves                 ,
  documents                             ,
)                       {
  const same = revocationText(revocation);
  const last = new Map                ();
  const taken                                                 = [];
  for (const leaf of leaves) {
    if (leaf.type !== 'certificate') continue
    const text = documents.get(leaf.document);
    const certificate = text === undefined ? undefined : readCertificate(text);
    if (text === undefined || !certificate) continue
    const sha256 = leaf.document.slice('sha256:'.length);
    last.set(ownerOf(certificate), sha256);
    const asked = { sha256, modelId: certificate.subject[0].digest.sha256, key: keyHint(text) };
    const found = findRevocation(leaves, documents, asked);
    if (found !== undefined && found !== 'unreadable' && revocationText(found) === same)
      taken.push({ sha256, certificate });
  }
  return taken.map(({ sha256, certificate }) =>
    revokedCertificate(sha256, certificate, last.get(ownerOf(certificate)) === sha256),
  )
}

function ownerOf(certificate             )         {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION];
  return JSON.stringify([source.repository, model.name])
}

/** The DER of a public key in PEM (SPKI); undefined where the text holds none, or anything else besides. */
function derOf(pem        )                         {
  const [, body] = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem) ?? [];
  if (body === undefined) return undefined
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

const MAX_KEY_BYTES$1 = 64 * 1024;

/** Writes into the log that a certificate or a key counts for nothing any more. It does not touch production: `demote` does. Everybody is told. */
async function revoke$1(options               , recordLog           , ports       )                   {
  const { files, sha256 } = ports;
  const given = options.certificate === undefined ? undefined : await certificateOf(options.certificate);
  const what =
    given === undefined
      ? { key: await keyOf(options, ports) }
      : {
          certificate: given.sha256,
          model: { name: modelName(given.certificate), id: given.certificate.subject[0].digest.sha256 },
        };
  if (options.since !== undefined && !('key' in what && what.key !== undefined))
    throw new UserError('revoke.since', 'Expected --since with a key but found it with a certificate', {
      hint: 'A certificate is revoked as a whole',
    })
  const { leaves, documents } = await recordLog.read(['certificate', 'revocation']);
  const before = lifeOf(leaves, documents, ports.now());
  const known = before.revocations.find(one =>
    what.key === undefined ? one.certificate === what.certificate : one.key === what.key && one.since === options.since,
  );
  const revocation             = known ?? {
    schema: REVOCATION_SCHEMA,
    ...what,
    ...(options.since === undefined ? {} : { since: options.since }),
    reason: options.reason,
    ...(options.by === undefined ? {} : { by: options.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  if (!known) {
    const text = revocationText(revocation);
    await recordLog.append(revocationLeaf(revocation, sha256(text)), text);
  }
  const log = known ? { leaves, documents } : await recordLog.read(['certificate', 'revocation']);
  const after = lifeOf(log.leaves, log.documents, ports.now());
  const stillInProduction = after.targets.filter(({ problem }) => problem === 'revoked').map(({ target }) => target);
  const untold = await tellRecipients(options.connections ?? {}, told, ports);
  return {
    revocation,
    already: known !== undefined,
    untold,
    others: after.models
      .filter(({ id }) => id === revocation.model?.id)
      .flatMap(({ certificates }) => certificates.flatMap(one => (one.state === 'valid' ? [one.sha256] : []))),
    stillInProduction,
  }

  async function told()                          {
    const certificates = revokedCertificates(revocation, log.leaves, log.documents);
    // One that nobody logged is known by its own bytes.
    const unlogged = given && !certificates.some(({ sha256 }) => sha256 === given.sha256);
    return {
      kind: 'revocation',
      revocation,
      certificates: unlogged ? [revokedCertificate(given.sha256, given.certificate, true)] : certificates,
      targets: stillInProduction,
      again: known !== undefined,
      at: ports.now(),
    }
  }

  async function certificateOf(path        )                                                        {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const certificate = readCertificate(text);
    if (!certificate)
      throw new UserError('revoke.no-certificate', `Expected a certificate to revoke in ${path} but found none`, {
        file: path,
        hint: 'Give the certificate itself, a Sigstore bundle',
      })
    return { sha256: sha256(text), certificate }
  }
}

async function keyOf({ key = '' }               , { files, sha256 }       )                  {
  if (/^[0-9a-f]{64}$/.test(key)) return key
  if (key === '')
    throw new UserError('revoke.nothing', 'Expected a certificate or a key to revoke but found neither', {
      hint: 'proofmark revoke CERTIFICATE --reason TEXT, or proofmark revoke --revoked-key FILE --reason TEXT',
    })
  const der = derOf(await files.readText(key, { maxBytes: MAX_KEY_BYTES$1 }));
  if (der === undefined)
    throw new UserError('revoke.no-key', `Expected a public key in PEM in ${key} but found none`, {
      file: key,
      hint: 'Give the public half, e.g. proofmark.pub; a private key has no business here',
    })
  return sha256(der)
}

const SYNOPSIS$2 = '[CERTIFICATE | --revoked-key FILE] --reason TEXT';
const flags$9                      = [
  {
    name: 'revoked-key',
    kind: 'value',
    description: 'Public key (PEM, or SHA-256 of its DER) whose signatures count no more',
  },
  { name: 'since', kind: 'value', description: 'With a key: from that time on, e.g. 2027-01-31T00:00:00Z' },
  { name: 'reason', kind: 'value', description: 'Why; it stands in the log' },
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
  ...LOG_FLAGS,
];

const revoke             = {
  name: 'revoke',
  summary: 'Write into the log that a certificate, or a key, counts for nothing any more',
  synopsis: SYNOPSIS$2,
  examples: ['proofmark revoke certificate.sigstore.json --reason "wrong labels"'],
  flags: flags$9,
  async run(args) {
    const parsed = parseFlags(args, flags$9);
    const usage = `proofmark revoke ${SYNOPSIS$2}`;
    const one = (name        ) => parsed.values.get(name)?.at(-1);
    const [certificate] = parsed.positionals;
    const [key, since, reason] = [one('revoked-key'), one('since'), one('reason')];
    if (parsed.positionals.length > 1 || (certificate === undefined) === (key === undefined))
      throw incomplete('one certificate, or --revoked-key', usage)
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const { ports, place, connections, recordLog } = await logOf(parsed);
    if (!recordLog) throw incomplete('a log to write the revocation into but found none', usage)
    const by = one('by') ?? whoAsks();
    const isDigest = key !== undefined && /^[0-9a-f]{64}$/.test(key);
    const what = {
      certificate: certificate === undefined ? undefined : place.rebase(certificate),
      key: key === undefined || isDigest ? key : place.rebase(key),
    };
    const { already, stillInProduction, others, untold } = await revoke$1(
      { ...what, since, reason, by, connections },
      recordLog,
      ports,
    );
    process.stdout.write(`${already ? 'Revoked before' : 'Revoked'}: logged in ${recordLog.name}\n`);
    for (const target of stillInProduction)
      process.stdout.write(`! ${visible(target)} still points at it: proofmark demote --to '${visible(target)}' …\n`);
    for (const digest of others)
      process.stdout.write(
        `! Another certificate of the model still holds, sha256:${digest}: revoke it, too, if it is as wrong\n`,
      );
    if (untold.length > 0)
      process.stdout.write(
        '! Not everybody was told. The revocation stands; run the same command again: it tells them\n',
      );
    return exitCode('passed', untold)
  },
};

/** Writes every credential that the last security-scan found into a baseline, by place and fingerprint. */
async function secretsBaseline$1(
  { evidence, baseline }                                                          ,
  { files, sha256 }                                 ,
)                           {
  const path = `${evidence}/${evidenceFile('security-scan')}`;
  const hint = 'Run `proofmark security-scan` first';
  if (!(await files.exists(path)))
    throw new UserError('secrets-baseline.evidence', `Expected ${path} but found none`, { file: path, hint })
  const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
  const document = readEvidence('security-scan', content, sha256(content));
  const why = isReadable(document) ? undefined : document.unreadable;
  if (!isReadable(document) || document.evidence.gate !== 'security-scan' || document.evidence.result === null)
    throw new UserError(
      'secrets-baseline.evidence',
      `Expected ${path} to be evidence of a scan but ${why ?? 'the scan could not run'}`,
      { file: path, hint },
    )
  const { secrets } = document.evidence.result;
  await files.write(baseline, writeBaseline(secrets));
  return { path: baseline, secrets: secrets.length }
}

const DEFAULT_BASELINE = 'secrets-baseline.json';

const flags$8                      = [
  {
    name: 'baseline',
    kind: 'value',
    description: `File to write. Default: security.secrets.baseline, else ${DEFAULT_BASELINE}`,
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
];

const secretsBaseline             = {
  name: 'secrets-baseline',
  summary: 'Write the credentials that security-scan found into a baseline, so that only new ones fail',
  synopsis: '[--baseline FILE]',
  examples: ['proofmark secrets-baseline --baseline secrets-baseline.json'],
  flags: flags$8,
  async run(args) {
    const { values } = parseFlags(args, flags$8);
    const last = (flag        ) => values.get(flag)?.at(-1);
    const place = locate(process.cwd(), last('config'));
    const ports = compose(place.root, terminalLog(process.stderr), {});
    const asked = last('baseline');
    const named = asked === undefined ? await fromSettings() : place.rebase(asked);
    const { path, secrets } = await secretsBaseline$1(
      { evidence: place.out(last('out')), baseline: named ?? DEFAULT_BASELINE },
      ports,
    );
    const what = secrets === 1 ? '1 credential' : `${secrets} credentials`;
    process.stdout.write(
      `${path}: ${what}, by fingerprint. They only warn from now on: revoke them and take them out\n`,
    );
    return 0

    async function fromSettings()                              {
      if (place.config === undefined) return undefined
      const file = { name: place.config, text: await ports.files.readText(place.config) };
      const source = { command: 'gate', file, inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
      return readSettings(source).security.secrets.baseline
    }
  },
};

const securityScan = certifyingCommand('security-scan', {
  summary: 'Scan model files, secrets and dependencies; what is not known to be harmless does not pass',
  synopsis: 'PATH…',
  examples: ['proofmark security-scan model.joblib requirements.txt'],
});

/** A known way in which a model, or the file of its predictions, becomes worse. */
                              
                     
                        
                                                                                           
                                   
                                                                          
                                                           
                                                                                                    
                                                 
                                                                                             
                                                                     
                                                                                                                                                       
                                                              
 

/** A file of rows, before it is looked at for faults. */
                       
                     
                      
                               
 

/** What is degraded. */
                          
                     
                                        
                                   
                           
                                 
                                  
                             
                                                                   
                                 
 

const defineDegradation = (degradation             )              => degradation;

/** A column in which a model says what it predicts. */
                                  
                     
                               
 

/** Columns of what is predicted: not what a prediction costs, nor how long it takes. */
const predictedColumns = ({ rows, source }             )                    =>
  source.reading.needs.flatMap(need => {
    const column = rows.columns.get(need.role);
    return column && need.side === 'output' && PREDICTED.test(need.role) ? [{ need, column }] : []
  });

const PREDICTED = /^(score|predicted|lower|upper|probabilities\.\d+)$/;

/** Standard deviation of numbers, over all of them. */
function spreadOf(numbers              )         {
  const mean = meanOf(numbers);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length)
}

const meanOf = (numbers              ) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The file with other columns in place of its own of the same roles. */
const withColumns = (
  { rows, ids, places }             ,
  columns                                                            ,
)       => ({ rows: { n: rows.n, columns: new Map([...rows.columns, ...columns]) }, ids, places });

/** Predicts too much by the same number everywhere, measured in standard deviations of the truths. */
const biasedPredictions = defineDegradation({
  id: 'biased-predictions',
  title: 'Biased predictions',
  sizes: [0.1, 0.25, 0.5, 1],
  show: spread => `${formatNumber(spread)} sd`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'Predictions that are all a standard deviation too great pass',
    hint: 'Add a claim on a metric of errors, such as mae or rmse',
  },
  prepare({ own, task }) {
    if (task.id !== 'regression' && task.id !== 'forecasting') return 'No numbers are predicted that could be too great'
    const sd = spreadOf(numbersOf(own.rows, 'label'));
    return spread =>
      withColumns(
        own,
        predictedColumns(own).map(({ need, column }) => [
          need.role,
          'numbers' in column ? { numbers: column.numbers.map(number => number + spread * sd) } : column,
        ]),
      )
  },
});

/** Puts the champion in the challenger's place: it is not better than itself. */
const championAsChallenger = defineDegradation({
  id: 'champion-as-challenger',
  title: 'The champion once more',
  sizes: [1],
  show: () => '',
  mustCatch: () => 1,
  unseen: {
    reason: 'The champion once more passes, though it is not better than itself',
    hint: 'Look at the claim that asks for a better model: its champion may be another file than the settings name',
  },
  prepare({ own, champion, claims }) {
    if (!champion || !claims.some(({ kind }) => kind === 'better-than-champion'))
      return 'No claim asks for more than the champion reaches'
    const twins = new Uint32Array(own.rows.n);
    for (let row = 0; row < twins.length; row++) twins[row] = champion.ids.rowOf(own.ids, row) ?? 0;
    const its = selectRows(champion.rows, twins);
    return () =>
      withColumns(
        own,
        predictedColumns(own).map(({ need: { role }, column }) => [role, its.columns.get(role) ?? column]),
      )
  },
});

/** Whether rows hold grades: these say themselves how good an answer is, whatever row they stand in. */
const isGraded = ({ task, own }         )          => task.id === 'evaluation' && own.rows.columns.has('score');

/** Predicts the same for every row: the mean of the numbers, the commonest of the names. */
const constantPredictions = defineDegradation({
  id: 'constant-predictions',
  title: 'The same prediction for every row',
  sizes: [1],
  show: () => '',
  mustCatch: () => 1,
  unseen: {
    reason: 'A model that predicts the same for every row passes',
    hint: 'Ask for a floor on a metric that tells the rows apart, such as auc, mcc or r2',
  },
  prepare(subject) {
    const { own } = subject;
    if (isGraded(subject)) return 'A grade says by itself how good its answer is, whatever row has it'
    const columns = predictedColumns(own).map(({ need, column }) => [need.role, constant(column)]         );
    return () => withColumns(own, columns)
  },
});

function constant(column              )               {
  if ('numbers' in column) {
    const { numbers } = column;
    const mean = numbers.reduce((sum, number) => sum + number / numbers.length, 0);
    return { numbers: new Float64Array(numbers.length).fill(mean) }
  }
  const { codes, names } = column;
  const counts = new Uint32Array(names.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return { codes: new Uint32Array(codes.length).fill(counts.indexOf(Math.max(...counts))), names }
}

/** All rows, those first on which the model does worst; in random order where a task cannot say that of a row. */
function hardestRows(subject         )              {
  const { task, settings, own, order } = subject;
  const loss = lossOfRow();
  return loss ? order.toSorted((a, b) => loss(b) - loss(a)) : order

  function lossOfRow()                                        {
    const { rows } = own;
    if (task.twoClasses) {
      const { labels, scores } = task.twoClasses(rows, settings);
      return row => Math.abs((labels[row] ?? 0) - (scores[row] ?? 0))
    }
    if (task.rowErrors) {
      const errors = task.rowErrors(rows, settings);
      return row => errors[row] ?? 0
    }
    if (isGraded(subject)) {
      const grades = numbersOf(rows, 'score');
      return row => 1 - (grades[row] ?? 0)
    }
    const [label, predicted] = [rows.columns.get('label'), rows.columns.get('predicted')];
    if (!label || !predicted) return undefined
    if ('numbers' in label && 'numbers' in predicted)
      return row => Math.abs((label.numbers[row] ?? 0) - (predicted.numbers[row] ?? 0))
    if ('codes' in label && 'codes' in predicted)
      return row => Number(label.names[label.codes[row] ?? 0] !== predicted.names[predicted.codes[row] ?? 0])
    return undefined
  }
}

/** So many rows are a share of them: at least one. */
const shareOf$1 = (rows        , share        )         => Math.max(1, Math.round(rows * share));

/** `5 %`. */
const showShare = (share        )         => `${formatNumber(100 * share)} %`;

/** The file with these of its rows, in this order; a row may come twice. */
function someRows({ rows, ids, places }             , chosen             )       {
  const words = (of             ) => chosen.map(row => of[row] ?? 0);
  return {
    rows: selectRows(rows, chosen),
    ids: { a: words(ids.a), b: words(ids.b), c: words(ids.c) },
    places: Float64Array.from(chosen, row => places[row] ?? 0),
  }
}

/** Leaves out the rows that the model does worst on, which makes it look better. Only a second file with all rows can tell. */
const droppedRows = defineDegradation({
  id: 'dropped-rows',
  title: 'Hardest rows left out',
  sizes: [0.01, 0.05, 0.1],
  show: showShare,
  mustCatch: ({ champion }) => (champion ? 0.01 : undefined),
  unseen: {
    reason: 'A file without the rows that the model has wrong passes: no other file says which rows there are',
    hint: "Give 'champion', so that a row that is missing is told by its id",
  },
  prepare(subject) {
    const { own } = subject;
    const hardest = hardestRows(subject);
    // In file order, as such a file would be.
    return share => someRows(own, hardest.slice(shareOf$1(own.rows.n, share)).sort())
  },
});

/** Repeats the rows that the model does best on, which makes it look better and its intervals narrower. */
const duplicatedRows = defineDegradation({
  id: 'duplicated-rows',
  title: 'Easiest rows repeated',
  sizes: [0.01, 0.05, 0.1],
  show: showShare,
  mustCatch: () => 0.01,
  unseen: {
    reason: 'A file in which rows are repeated passes',
    hint: "Name the column that identifies a row in 'id'",
  },
  prepare(subject) {
    const { own } = subject;
    const hardest = hardestRows(subject);
    const all = Uint32Array.from({ length: own.rows.n }, (_, row) => row);
    return share => {
      const easiest = hardest.subarray(-shareOf$1(own.rows.n, share));
      const chosen = new Uint32Array(all.length + easiest.length);
      chosen.set(all);
      chosen.set(easiest, all.length);
      return someRows(own, chosen)
    }
  },
});

/** The predicted classes, of rows where other probabilities make another class the most probable that one. */
function followingClasses({ own: { rows }, settings }         , others                         )        {
  const classes = namedColumns(settings.probabilities ?? []).map(({ name }) => name);
  const own = classes.map((_, i) => numbersOf(rows, `probabilities.${i + 1}`));
  const [before, after] = [mostProbable(own, rows.n), mostProbable(others, rows.n)];
  const { codes, names } = namesOf$1(rows, 'predicted');
  const all = [...new Set([...names, ...classes])];
  const codeOf = classes.map(name => all.indexOf(name));
  return {
    codes: codes.map((code, row) => (before[row] === after[row] ? code : (codeOf[after[row] ?? 0] ?? code))),
    names: all,
  }
}

/** Keeps probabilities of 0 and 1 finite. */
const LEAST$1 = 1e-6;

/** Natural logarithm of the odds of a probability. */
function logOdds(probability        )         {
  const inside = Math.min(1 - LEAST$1, Math.max(LEAST$1, probability));
  return Math.log(inside / (1 - inside))
}

const logistic = (odds        )         => 1 / (1 + Math.exp(-odds));

/** Standard normal numbers (Box and Muller 1958). */
function normalDraws(random        , n        )               {
  const draws = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    draws[i] = radius * Math.cos(2 * Math.PI * random.uniform());
  }
  return draws
}

/** Adds normal noise, measured in standard deviations of the model's own output: to probabilities on the scale of log odds. */
const noisyScores = defineDegradation({
  id: 'noisy-scores',
  title: 'Noise on the scores',
  sizes: [0.25, 0.5, 1, 2],
  show: spread => `${formatNumber(spread)} sd`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'Scores that are mostly noise pass',
    hint: 'Ask for a floor on a metric of the scores, such as auc',
  },
  prepare(subject) {
    const { own, task } = subject;
    if (isGraded(subject)) return 'A grade is no score of a model'
    const columns = predictedColumns(own).filter((one)                 => 'numbers' in one.column);
    if (columns.length === 0) return 'Classes and answers are predicted without a score'
    const noisy = columns.map(one => [one.need.role, noise(one, columns[0] ?? one, subject)]         );
    return spread => {
      const disturbed = noisy.map(([role, at]) => [role, at(spread)]         );
      if (task.id !== 'multiclass') return withColumns(own, disturbed)
      const probabilities = summingToOne(disturbed);
      if (!own.rows.columns.has('predicted')) return withColumns(own, probabilities)
      const others = probabilities.map(([, { numbers }]) => numbers);
      return withColumns(own, [...probabilities, ['predicted', followingClasses(subject, others)]])
    }
  },
});

function noise(
  { need, column: { numbers } }         ,
  first         ,
  { random }         ,
)                                                {
  const isProbability = need.cells === 'probability';
  const scale = isProbability ? numbers.map(logOdds) : numbers;
  // The ends of an interval move with what lies between them.
  const sd = spreadOf(isProbability ? scale : first.column.numbers);
  const draws = normalDraws(random(isProbability ? `noise ${need.role}` : 'noise'), numbers.length);
  return spread => {
    const moved = scale.map((number, row) => number + spread * sd * (draws[row] ?? 0));
    return { numbers: isProbability ? moved.map(logistic) : moved }
  }
}

function summingToOne(
  columns                                                                    ,
)                      {
  const sums = new Float64Array(columns[0]?.[1].numbers.length ?? 0);
  for (const [, { numbers }] of columns)
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] ?? 0) + (numbers[row] ?? 0);
  return columns.map(([role, { numbers }]) => [role, { numbers: numbers.map((one, row) => one / (sums[row] ?? 1)) }])
}

/** Moves the scores, in the same order, so that the threshold decides as a higher one did. */
const shiftedThreshold = defineDegradation({
  id: 'shifted-threshold',
  title: 'Shifted threshold',
  sizes: [0.1, 0.25, 0.5, 1],
  show: (share, { threshold }) => `${threshold} → ${formatNumber(shifted(threshold, share))}`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'A model that decides by a very different threshold passes',
    hint: 'If decisions are what is used, add a strict claim on a metric of them, such as accuracy, f1 or recall',
  },
  prepare({ own, task, settings: { threshold } }) {
    const columns = predictedColumns(own);
    if (task.id === 'multiclass' || columns.some(({ need: { cells } }) => cells !== 'probability'))
      return 'The task decides without a threshold'
    return share => {
      const other = shifted(threshold, share);
      const moved = (score        ) =>
        score < other
          ? (score * threshold) / other
          : threshold + ((score - other) * (1 - threshold)) / Math.max(1 - other, Number.MIN_VALUE);
      return withColumns(
        own,
        columns.map(({ need, column }) => [
          need.role,
          'numbers' in column ? { numbers: column.numbers.map(moved) } : column,
        ]),
      )
    }
  },
});

/** A share of the way up to 1. */
const shifted = (threshold        , share        ) => threshold + share * (1 - threshold);

/** Gives a share of the rows each the prediction of another of them. Of all rows it leaves nothing that a model knows. */
const shuffledPredictions = defineDegradation({
  id: 'shuffled-predictions',
  title: 'Shuffled predictions',
  sizes: [0.1, 0.25, 0.5, 1],
  show: showShare,
  mustCatch: () => 1,
  unseen: {
    reason: 'A model that knows nothing of the row passes',
    hint: 'Ask for a floor or a ceiling near what the model reaches',
  },
  prepare(subject) {
    const { own, order } = subject;
    if (isGraded(subject)) return 'A grade says by itself how good its answer is, whatever row has it'
    const columns = predictedColumns(own);
    return share => {
      const count = shareOf$1(own.rows.n, share);
      const from = Uint32Array.from({ length: own.rows.n }, (_, row) => row);
      // The order is random, so that the next of it is any other row.
      for (let i = 0; i < count; i++) from[order[i] ?? 0] = order[(i + 1) % count] ?? 0;
      const shuffled = selectRows(own.rows, from);
      return withColumns(
        own,
        columns.map(({ need: { role }, column }) => [role, shuffled.columns.get(role) ?? column]),
      )
    }
  },
});

/** Probabilities of several classes by role, those of every row handed on so that another class is the most probable, and not the true one. */
function otherClasses({ own: { rows }, settings }         )                               {
  const classes = namedColumns(settings.probabilities ?? []).map(({ name }) => name);
  const roles = classes.map((_, i) => `probabilities.${i + 1}`);
  const own = roles.map(role => numbersOf(rows, role));
  const predicted = mostProbable(own, rows.n);
  const truths = namesOf$1(rows, 'label');
  const steps = Uint32Array.from({ length: rows.n }, (_, row) => {
    const before = ((predicted[row] ?? 0) + classes.length - 1) % classes.length;
    return classes[before] === truths.names[truths.codes[row] ?? 0] && classes.length > 2 ? 2 : 1
  });
  return new Map(
    roles.map((role, i) => [
      role,
      { numbers: Float64Array.from(steps, (step, row) => own[(i + step) % classes.length]?.[row] ?? 0) },
    ]),
  )
}

/** Flips what is predicted for a share of the rows, as if their labels had been: another class, the score on the other side of the threshold; of an answer, none, or the grade 0. */
const wrongPredictions = defineDegradation({
  id: 'wrong-predictions',
  title: 'Flipped predictions',
  sizes: [0.01, 0.02, 0.05, 0.1, 0.25],
  show: showShare,
  mustCatch: () => 0.1,
  unseen: {
    reason: 'A model that is wrong about a tenth of the rows more passes',
    hint: 'Make the claims stricter: what each lets through is said of it',
  },
  prepare(subject) {
    const { own, order } = subject;
    const columns = predictedColumns(own);
    if (columns.some(({ need: { cells } }) => cells === 'number'))
      return 'Predicted numbers have no other side to flip to'
    const others =
      columns.some(({ need }) => need.role === 'probabilities.1') && subject.task.id === 'multiclass'
        ? otherClasses(subject)
        : undefined;
    const flipped = columns.map(column => [column, flip(column, subject, others)]         );
    return share => {
      const some = order.subarray(0, shareOf$1(own.rows.n, share));
      return withColumns(
        own,
        flipped.map(([{ need, column }, other]) => [need.role, mixed(column, other, some)]),
      )
    }
  },
});

/** The column with every row flipped. */
function flip(
  { need, column }                 ,
  subject         ,
  others                                             ,
) {
  const { own, task, settings } = subject;
  if ('codes' in column)
    return need.cells === 'answer' ? noAnswers(column) : nextClass(column, namesOf$1(own.rows, 'label'))
  if (isGraded(subject)) return { numbers: new Float64Array(own.rows.n) }
  if (task.id === 'multiclass') return others?.get(need.role) ?? column
  const { threshold } = settings;
  const mirrored = (score        ) =>
    score >= threshold
      ? (threshold * (1 - score)) / Math.max(1 - threshold, Number.MIN_VALUE)
      : 1 - ((1 - threshold) * score) / threshold;
  return { numbers: column.numbers.map(score => Math.min(1, Math.max(0, mirrored(score)))) }
}

/** An empty answer is what no item expects. */
const noAnswers = ({ codes, names }       )        => ({
  codes: new Uint32Array(codes.length).fill(names.length),
  names: [...names, ''],
});

/** Of every row the class after the predicted one, in the order in which classes occur, but for the true one where there are others. */
function nextClass({ codes, names }       , labels       )        {
  const all = [...new Set([...names, ...labels.names])];
  const next = codes.map((code, row) => {
    const after = (code + 1) % all.length;
    const isTrue = all[after] === labels.names[labels.codes[row] ?? 0];
    return isTrue && all.length > 2 ? (code + 2) % all.length : after
  });
  return { codes: next, names: all }
}

/** A column with some rows of another one. */
function mixed(column                 , other                 , some             )                  {
  if ('numbers' in column && 'numbers' in other) {
    const numbers = column.numbers.slice();
    for (const row of some) numbers[row] = other.numbers[row] ?? 0;
    return { numbers }
  }
  if (!('codes' in column && 'codes' in other)) return column
  // The other's names begin with the column's own.
  const codes = column.codes.slice();
  for (const row of some) codes[row] = other.codes[row] ?? 0;
  return { codes, names: other.names }
}

var degradations = /*#__PURE__*/Object.freeze({
  __proto__: null,
  biasedPredictions: biasedPredictions,
  championAsChallenger: championAsChallenger,
  constantPredictions: constantPredictions,
  droppedRows: droppedRows,
  duplicatedRows: duplicatedRows,
  noisyScores: noisyScores,
  shiftedThreshold: shiftedThreshold,
  shuffledPredictions: shuffledPredictions,
  wrongPredictions: wrongPredictions
});

/** A loss of a metric between 0 and 1 that hardly anybody would promote a model with. */
const LARGE = 0.05;
/** The same as a share of a metric without such bounds. */
const LARGE_SHARE = 0.1;
/** A share of flipped predictions that a claim should see. */
const FLIPPED = 0.1;

                                                              
                        
                             
                                          
                         
 

/** Whether a claim on a metric lets through too much: said of a useless model first, then of flips, then of a large loss. */
function tooWide(claim       , own                   , found       )                        {
  if (!isOnMetric(claim) || own?.status !== 'pass') return undefined
  const subject = isComparison(claim) ? `the gain in ${claim.metric.title}` : claim.metric.title;
  const reason = reasonOf(subject, largeLoss(claim, found.own), found, own);
  if (reason === undefined) return undefined
  return { reason, hint: remedy(claim, own, found.own.values.get(claim.metric.id) ?? Number.NaN) }
}

/** A claim that the model itself would still pass, on the same rows, and that lets less through. */
function remedy(claim             , own       , value        )         {
  const { metric, text } = claim;
  const rest = BEHIND.exec(text)?.[0] ?? '';
  if (claim.kind === 'no-worse-than-champion' && (claim.margin ?? 0) > defaultMargin(metric, value)) {
    const by = metric.better === 'lower' ? '' : ` by ${defaultMargin(metric, value)}`;
    return `Make the margin of '${text}' smaller: ${metric.id} no worse than champion${by}${rest}`
  }
  const bound = tightest(own);
  if (bound === undefined || (isComparison(claim) && bound <= 0)) return `Ask for more than '${text}' does`
  const sign = claim.kind === 'ceiling' ? '<=' : '>=';
  const stricter = isComparison(claim) ? `better than champion by ${bound}` : `${sign} ${bound}`;
  return `The model itself would still pass '${metric.id} ${stricter}${rest}': ask for more than '${text}' does`
}

/** What a claim says of its rows and its alpha. */
const BEHIND = /\s(on|at alpha|with at least)\s.*$/i;

function reasonOf(
  subject        ,
  large        ,
  { check, by, notPassed, search, shuffled }       ,
  own       ,
)                     {
  if (shuffled?.claims.get(check)?.status === 'pass')
    return `Margin too wide: it still passes when every prediction is another row's`
  if (by === 'wrong-predictions') {
    const flipped = search.at(FLIPPED).claims.get(check);
    if (flipped?.status === 'pass')
      return `Margin too wide: it still passes with ${FLIPPED * 100} % of the predictions flipped, where ${subject} goes ${change(own, flipped)}`
  }
  if (notPassed && !(notPassed.drop > large)) return undefined
  return notPassed
    ? `Margin too wide: ${subject} can become ${round$1(notPassed.drop)} worse before it no longer passes`
    : 'Margin too wide: no degradation that was tried makes it not pass'
}

function largeLoss({ metric: { id, range } }             , { values }           )         {
  const [least, greatest] = range;
  return greatest - least <= 2 ? LARGE : LARGE_SHARE * Math.abs(values.get(id) ?? Number.NaN)
}

const change = (own       , other       )         => {
  const [from, to] = [own.measured?.value, other.measured?.value];
  return typeof from === 'number' && typeof to === 'number' ? `from ${round$1(from)} to ${round$1(to)}` : 'down'
};

const round$1 = (value        ) => formatNumber(Number(value.toFixed(4)));

/** The bound nearest to the model's interval that it still meets, to two decimals of its size. */
function tightest({ measured, required }       )                     {
  const [lower, upper] = measured?.interval ?? [];
  if (lower === undefined || upper === undefined) return undefined
  const isFloor = required?.comparator !== '<=';
  const end = isFloor ? lower : upper;
  const step = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(end), Number.MIN_VALUE))) - 1);
  const steps = isFloor ? Math.floor(end / step) : Math.ceil(end / step);
  return Number((steps * step).toPrecision(2))
}

/** An interval is narrower by the square root of how many times more rows there are. */
const TIMES_TO_HALVE = 4;

                     
                                   
                             
                            
                                                       
                                          
                         
                       
 

/** The smallest loss that a claim tells from the model as it is, along one degradation. */
function claimPower(claim       , id        , measuring           )             {
  const { degradation, search, show, own, rows } = measuring;
  const check = own.claims.get(id);
  const notPassed = detection(status => status !== 'pass');
  const failed = detection(status => status === 'fail');
  const greatest = degradation.sizes.at(-1) ?? 0;
  const last = search.at(greatest).claims.get(id);
  const atBest = reachOf(check, failed ? search.at(failed.size).claims.get(id) : last);
  const found = {
    claim: claim.text,
    check: id,
    by: degradation.id,
    upTo: show(greatest),
    notPassed,
    failed,
    atBest,
    rowsToHalve: atBest === null ? null : TIMES_TO_HALVE * rows,
  };
  const wide = tooWide(claim, check, { ...found, ...measuring });
  return { ...found, ...(wide ? { tooWide: wide } : {}) }

  function detection(is                                                  )                       {
    const size = search.smallest(({ claims }) => is(claims.get(id)?.status));
    if (size === undefined) return null
    const drop = lost(check, search.at(size).claims.get(id));
    return drop === undefined ? null : { size, shown: show(size), drop }
  }
}

/** How much worse the quantity of a check is. */
function lost(before                   , after                   )                     {
  const [from, to] = [before?.measured?.value, after?.measured?.value];
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  return before?.required?.comparator === '<=' ? to - from : from - to
}

/** From the end of the model's interval that must meet the requirement to its value, and on by the reach of another one's interval to its other end. */
function reachOf(own                   , other                   )                {
  const [mine, its] = [own?.measured, other?.measured];
  if (typeof mine?.value !== 'number' || typeof its?.value !== 'number' || !mine.interval || !its.interval) return null
  return own?.required?.comparator === '<='
    ? mine.interval[1] - mine.value + its.value - its.interval[0]
    : mine.value - mine.interval[0] + its.interval[1] - its.value
}

/** A copy as it would have been read from a file: its ids indexed anew, every cell sound. */
function reassemble({ rows, ids, places }      , { reading }                  )                {
  const first                                = [];
  let count = 0;
  const indexed = indexIds(ids, (row, of) => {
    count++;
    if (first.length < MOST_LOCATIONS) first.push({ row, of });
  });
  return {
    places,
    ids: indexed,
    rows,
    idFaults: noRowFaults(),
    repeated: { count, first },
    faults: reading.needs.map(() => noRowFaults()),
  }
}

/** What the policy says to a file of rows. */
                            
                           
                                 
                                             
                                           
                                   
                                                         
                                                     
 

/** Files of the model as it is that a copy is judged with: what another run of it gave is not among them, for that would be degraded too. */
                                                                                        

/** Judges a copy of the predictions as its file would be, from its ids to the claims. */
function judgeCopy(copy      , files             , demands         )            {
  const { source } = files.challenger;
  const challenger = checkPredictions(source, reassemble(copy, source));
  const metrics = claimedMetrics(demands.claims);
  const { checks, trial } = putToTrial({ ...files, challenger }, demands, { only: metrics });
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const answers = checkClaims(demands.claims, { model: demands.model, ...(trial ? { trial } : {}) });
  return {
    verdict: verdictOf([...checks, ...answers.checks].map(({ status }) => status)),
    claims: new Map(answers.checks.map(check => [check.id, check])),
    faults: checks.filter(({ status }) => status === 'fail' || status === 'inconclusive'),
    values: new Map(metrics.map(id => [id, judged?.challenger.get(id)?.value ?? null])),
  }
}

/** What the policy says to the model before anything is degraded, by all files there are. */
function modelAsItIs(collected           , demands         )                          {
  const { claims, model, task } = demands;
  const metrics = claimedMetrics(claims);
  const { checks, trial } = putToTrial(collected, demands, { only: metrics });
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const { train, repeat, perturbed = [] } = collected;
  const all = [
    ...checks,
    ...[train, repeat, ...perturbed].flatMap(file => file?.checks ?? []),
    ...checkClaims(claims, { model, ...(trial ? { trial } : {}) }).checks,
    ...(trial ? behaviourChecks(collected, trial, claims) : []),
  ];
  return {
    verdict: verdictOf(all.map(({ status }) => status)),
    metrics: task.metrics
      .filter(({ id }) => metrics.includes(id))
      .map(({ id, title }) => ({ id, title, value: judged?.challenger.get(id)?.value ?? null })),
    open: all
      .filter(({ status }) => status === 'fail' || status === 'inconclusive')
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
  }
}

const SELFTEST_SCHEMA = `${NAMESPACE}selftest/v1`;

/** A metric on degraded rows, and how much worse it is than on the model's own; null where there is none. */
const MetricChange = strictObject({ id: string(), value: number$1().nullable(), drop: number$1().nullable() });

/** A degradation of one size, and what the policy said to it. */
const Tried = strictObject({
  size: number$1(),
  shown: string(),
  verdict: Verdict,
  /** A policy must not pass it. */
  must: boolean(),
  /** Checks that did not pass, the failed ones where any has. */
  caughtBy: array(string()),
  metrics: array(MetricChange),
});
                                         

/** Sizes found by bisection up to the greatest, `upTo`; null where not even that one is caught so. */
const Smallest = strictObject({
  upTo: string(),
  notPassed: strictObject({ size: number$1(), shown: string() }).nullable(),
  failed: strictObject({ size: number$1(), shown: string() }).nullable(),
});
                                               

const Degraded = strictObject({
  id: string(),
  title: string(),
  tried: array(Tried),
  /** Absent where there is one size only, or faults of the file decide. */
  smallest: Smallest.optional(),
  /** Why it cannot be tried on these predictions, as a sentence. */
  inapplicable: string().optional(),
});
                                               

/** The first size of a degradation at which a claim no longer passes, and what its quantity has lost by then. */
const Detection = strictObject({ size: number$1(), shown: string(), drop: number$1() });

/** What a claim can tell. */
const ClaimPower = strictObject({
  claim: string(),
  check: string(),
  /** The degradation by which it was found. */
  by: string(),
  /** Its greatest size. */
  upTo: string(),
  notPassed: Detection.nullable(),
  failed: Detection.nullable(),
  /** By the widths of the intervals: the smallest loss that a claim on this quantity can fail if it is to pass the model, and the rows that halve it. */
  atBest: number$1().nullable(),
  rowsToHalve: int().nullable(),
  /** Why it lets through too much, and what to do, as sentences. */
  tooWide: strictObject({ reason: string(), hint: string() }).optional(),
});
                                                   

/** What `proofmark selftest` writes: a function of the files and the settings alone. */
const SelftestResult = strictObject({
  schema: literal$2(SELFTEST_SCHEMA),
  /** `passed`: all is caught that must be; `inconclusive`: the model does not pass as it is, so that nothing was tried. */
  verdict: Verdict,
  summary: string(),
  task: _enum(TASK_IDS),
  rows: int().nonnegative(),
  level: number$1(),
  files: array(strictObject({ name: string(), role: string(), sha256: string() })),
  /** The model as it is. */
  model: strictObject({
    verdict: Verdict,
    metrics: array(strictObject({ id: string(), title: string(), value: number$1().nullable() })),
    /** What did not pass. */
    open: array(
      strictObject({
        id: string(),
        title: string(),
        status: Status,
        reason: string(),
        hint: string().optional(),
      }),
    ),
  }),
  degradations: array(Degraded),
  claims: array(ClaimPower),
  /** What else the policy does not see. */
  notes: array(strictObject({ reason: string(), hint: string() })),
});

/** Parts into which the greatest size is divided for a search. */
const PARTS = 1024;

/** Judges sizes of one degradation, each once, and finds where an answer changes. */
                             
                             
                                                                                                                            
                                                                        
 

/** Takes what holds at one size to hold at every greater one. */
function sizeSearch(greatest        , judge                             )             {
  const known = new Map                   ();
  const at = (size        ) => {
    const before = known.get(size);
    if (before) return before
    const judgement = judge(size);
    known.set(size, judgement);
    return judgement
  };
  return {
    at,
    smallest(holds) {
      if (!holds(at(greatest))) return undefined
      let [without, within] = [0, PARTS];
      while (within - without > 1) {
        const middle = Math.floor((without + within) / 2);
        if (holds(at((greatest * middle) / PARTS))) within = middle;
        else without = middle;
      }
      return (greatest * within) / PARTS
    },
  }
}

/** The outcome in a sentence. */
function summaryOf(verdict         , model                         , degradations                     )         {
  if (verdict === 'inconclusive') {
    const first = model.open.find(({ status }) => status === 'fail') ?? model.open[0];
    const why = model.verdict === 'failed' ? 'fails' : 'is undecided';
    return `Nothing was tried: the model ${why} as it is${first ? ` (${first.title})` : ''}`
  }
  const tried = degradations.flatMap(({ title, tried }) => tried.map(one => ({ title, ...one })));
  const must = tried.filter(one => one.must);
  const missed = must.filter(one => one.verdict === 'passed');
  if (missed.length === 0) return `The policy catches all ${must.length} degradations that it must catch`
  const names = missed.map(({ title, shown }) => (shown === '' ? title : `${title} (${shown})`));
  return `The policy passes ${missed.length} of ${must.length} degradations that it must catch: ${listed(names)}`
}

/** The checks that caught a copy: faults of its file, else the claims that fail, else those that are undecided. */
function caughtBy({ verdict, faults, claims }           )           {
  if (verdict === 'passed') return []
  if (faults.length > 0) return faults.map(({ id }) => id)
  const wanted = verdict === 'failed' ? 'fail' : 'inconclusive';
  return [...claims.values()].filter(({ status }) => status === wanted).map(({ id }) => id)
}

/** Tries a degradation in all its sizes, and looks for the smallest that is caught. */
function tryOut(degradation             , subject         , search            , own           )           {
  const { id, title, sizes } = degradation;
  const show = (size        ) => degradation.show(size, subject.settings);
  const from = degradation.mustCatch(subject) ?? Number.POSITIVE_INFINITY;
  const { metrics } = subject.task;
  const tried = sizes.map((size)        => {
    const judgement = search.at(size);
    return {
      size,
      shown: show(size),
      verdict: judgement.verdict,
      must: size >= from,
      caughtBy: caughtBy(judgement),
      metrics: [...judgement.values].map(([metric, value]) => ({
        id: metric,
        value,
        drop: dropOf(
          metrics.find(one => one.id === metric),
          own.values.get(metric),
          value,
        ),
      })),
    }
  });
  const greatest = sizes.at(-1) ?? 0;
  const isSearched = sizes.length > 1 && search.at(greatest).faults.length === 0;
  return {
    id,
    title,
    tried,
    ...(isSearched ? { smallest: { upTo: show(greatest), ...smallestOf(search, show) } } : {}),
  }
}

function smallestOf({ smallest }            , show                          )                         {
  const found = (holds                                   ) => {
    const size = smallest(holds);
    return size === undefined ? null : { size, shown: show(size) }
  };
  return {
    notPassed: found(({ verdict }) => verdict !== 'passed'),
    failed: found(({ verdict }) => verdict === 'failed'),
  }
}

/** How much worse a metric has become. */
function dropOf(metric                                        , from                           , to               ) {
  if (typeof from !== 'number' || typeof to !== 'number') return null
  switch (metric?.better) {
    case 'higher':
      return from - to
    case 'lower':
      return to - from
    default:
      return Math.abs(to) - Math.abs(from)
  }
}

/** Degrades the predictions in known ways, and shows what the policy says to each. */
function selftest$2(collected           , demands        , { files, progress }         )                 {
  const { task, settings } = demands;
  const { challenger, champion, attributes, history } = collected;
  const model = modelAsItIs(collected, demands);
  const about = {
    schema: SELFTEST_SCHEMA,
    task: task.id,
    rows: challenger.rows,
    level: settings.level,
    files,
    model,
  };         
  const own = challenger.predictions;
  if (model.verdict !== 'passed' || !own) {
    const verdict = 'inconclusive';         
    return { ...about, verdict, summary: summaryOf(verdict, model, []), degradations: [], claims: [], notes: [] }
  }
  const judge = (copy      ) => judgeCopy(copy, { challenger, champion, attributes, history }, demands);
  const subject = subjectOf(own, champion?.predictions, demands);
  const asItIs = judge(own);
  const attempts = Object.values(degradations).map(degradation => {
    progress(degradation.title);
    return attempt(degradation, subject, judge, asItIs)
  });
  const degraded = attempts.map(({ degraded }) => degraded);
  const verdict = degraded.some(({ tried }) => tried.some(isMissed)) ? 'failed' : 'passed';
  progress('what each claim can tell');
  return {
    ...about,
    verdict,
    summary: summaryOf(verdict, model, degraded),
    degradations: degraded,
    claims: powersOf(attempts, subject, asItIs),
    notes: attempts
      .filter(({ degraded: { tried } }) => tried.some(isMissed) || tried.at(-1)?.verdict === 'passed')
      .map(({ degradation: { unseen } }) => unseen),
  }
}

const isMissed = ({ must, verdict }                           ) => must && verdict === 'passed';

function subjectOf(own             , champion                         , demands        )          {
  const { task, settings, claims, seed } = demands;
  const random = (purpose        ) => seeded(seed, `selftest ${purpose}`);
  const all = Uint32Array.from({ length: own.rows.n }, (_, row) => row);
  return {
    task,
    settings,
    claims,
    own,
    ...(champion ? { champion } : {}),
    order: shuffle(random('order'), all),
    random,
  }
}

                   
                                   
                             
                                              
                              
 

function attempt(
  degradation             ,
  subject         ,
  judge                           ,
  asItIs           ,
)          {
  const { id, title, sizes } = degradation;
  const prepared = degradation.prepare(subject);
  if (typeof prepared === 'string') return { degradation, degraded: { id, title, tried: [], inapplicable: prepared } }
  const search = sizeSearch(sizes.at(-1) ?? 1, size => judge(prepared(size)));
  return { degradation, degraded: tryOut(degradation, subject, search, asItIs), search }
}

/** Measured by flips, or where there is nothing to flip by shuffling more and more rows. */
function powersOf(attempts                    , subject         , own           )               {
  const of = (id        ) => attempts.find(({ degradation }) => degradation.id === id);
  const shuffled = of(shuffledPredictions.id);
  const flipped = of(wrongPredictions.id);
  const { degradation, search } = (flipped?.search ? flipped : shuffled) ?? {};
  if (!degradation || !search) return []
  const ids = [...own.claims.keys()];
  const measuring = {
    degradation,
    search,
    show: (size        ) => degradation.show(size, subject.settings),
    shuffled: shuffled?.search?.at(1),
    own,
    rows: subject.own.rows.n,
  };
  return subject.claims.map((claim, i) => claimPower(claim, ids[i] ?? '', measuring))
}

/** The model as it is, in a line. */
const modelLine = ({ rows, model: { metrics } }                )         =>
  `As it is, on ${counted$1(rows, 'row')}: ${metrics.map(({ title, value }) => `${title} ${numberText(value)}`).join(', ') || 'no metric is claimed'}`;

/** A head, then every degradation in every size: what the policy says, the metrics, and what caught it. */
function degradationRows({ model: { metrics }, degradations }                )        {
  return [
    {
      tone: 'strong',
      cells: ['degradation', 'how much', 'verdict', ...metrics.map(({ title }) => title), 'caught by'],
    },
    ...degradations.flatMap(({ title, tried }) => tried.map((one, i) => triedRow(i === 0 ? title : '', one, metrics))),
  ]
}

/** A head, then every degradation of which there is more and less, with the smallest that is caught. */
const smallestRows = ({ degradations }                )        => [
  { tone: 'strong', cells: ['degradation', 'not passed from', 'failed from'] },
  ...degradations.flatMap(({ title, smallest })        =>
    smallest
      ? [
          {
            tone: 'plain',
            cells: [title, smallest.notPassed?.shown ?? beyond(smallest), smallest.failed?.shown ?? beyond(smallest)],
          },
        ]
      : [],
  ),
];

function triedRow(
  title        ,
  { shown, verdict, must, metrics, caughtBy }       ,
  of                                    ,
)      {
  const missed = must && verdict === 'passed';
  const values = of.map(({ id }) => numberText(metrics.find(metric => metric.id === id)?.value ?? null));
  return {
    tone: missed ? 'fail' : verdict === 'passed' ? 'plain' : 'pass',
    cells: [title, shown, verdict, ...values, missed ? 'nothing, and must be caught' : shortened(caughtBy)],
  }
}

/** Checks named in a cell; the document has all of them. */
const NAMED = 2;

const shortened = (checks                   ) =>
  checks.length > NAMED + 1
    ? `${checks.slice(0, NAMED).join(', ')} and ${checks.length - NAMED} more`
    : checks.join(', ');

/** A head, then every claim with the smallest loss that it no longer passes and that it fails. */
const claimRows = ({ claims }                )        => [
  { tone: 'strong', cells: ['claim', 'not passed from', 'failed from', 'at best', 'rows to halve that'] },
  ...claims.map(
    ({ claim, notPassed, failed, upTo, atBest, rowsToHalve, tooWide })      => ({
      tone: tooWide ? 'warn' : 'plain',
      cells: [
        claim,
        lossText(notPassed, upTo),
        lossText(failed, upTo),
        atBest === null ? '—' : numberText(-atBest),
        rowsToHalve === null ? '—' : formatCount(rowsToHalve),
      ],
    }),
  ),
];

const lossText = (detection                                            , upTo        ) =>
  detection ? `${numberText(-detection.drop)} (${detection.shown})` : beyond({ upTo });

/** Where not even the greatest size that is tried is caught. */
const beyond = ({ upTo }                           ) => `not at ${upTo}`;

/** Four decimals of what is small, four digits of what is not; a true minus sign. */
const numberText = (value               )         =>
  value === null ? '—' : formatNumber(Math.abs(value) < 1 ? Number(value.toFixed(4)) : value).replace('-', '−');

/** A self-test as a Markdown document. */
function selftestMarkdown(result                )         {
  const { summary, model, degradations, claims, notes, files } = result;
  const told = (reason        , hint                    ) =>
    `- ${escapeText(reason)}${hint === undefined ? '' : `\n  → ${escapeText(hint)}`}`;
  const wide = claims.flatMap(({ claim, tooWide }) =>
    tooWide ? [told(`'${claim}': ${tooWide.reason}`, tooWide.hint)] : [],
  );
  const left = degradations.filter(one => one.inapplicable !== undefined);
  const parts = [
    '# Self-test',
    `**${escapeText(summary)}.**`,
    escapeText(modelLine(result)),
    model.open.map(({ title, reason, hint }) => told(`${title}: ${reason}`, hint)).join('\n'),
    ...(degradations.length > 0
      ? [
          '## Degradations',
          asTable(degradationRows(result)),
          asTable(smallestRows(result)),
          '## Claims',
          'The smallest loss along the flips (or shuffles) at which a claim no longer passes, and fails; at best, what a claim that passes the model could fail.',
          asTable(claimRows(result)),
          [...wide, ...notes.map(({ reason, hint }) => told(reason, hint))].join('\n'),
          left.map(({ title, inapplicable = '' }) => `- Not tried: ${title}. ${escapeText(inapplicable)}`).join('\n'),
        ]
      : []),
    '## Files',
    files.map(({ name, role, sha256 }) => `- ${role} ${code(name)}, sha256 ${code(sha256)}`).join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function asTable([head, ...rows]                                                  )         {
  return table(
    (head?.cells ?? []).map(cell => escapeText(cell)),
    rows.map(({ cells }) => cells.map(cell => escapeText(cell))),
  )
}

/** Degrades the predictions of a certification in known ways, and writes what its claims say to each: `selftest.json` and `selftest.md`. */
async function selftest$1(settings          , ports       , out        )                          {
  const tables = withDialects(ports.tables, settings.data.dialects);
  const { collected, files, demands } = await prepareCertify(settings, { ...ports, tables }, out);
  const result = SelftestResult.parse(
    selftest$2(collected, demands, {
      files: allFiles(files).map(({ material: { name, role, digest } }) => ({ name, role, sha256: digest.sha256 })),
      progress: doing => ports.log.progress(`selftest: ${doing} …`),
    }),
  );
  await ports.files.write(`${out}/selftest.json`, `${JSON.stringify(result, null, 2)}\n`);
  await ports.files.write(`${out}/selftest.md`, selftestMarkdown(result));
  return result
}

const SIGN$2 = { passed: '✔', failed: '✘', inconclusive: '?' };

/** A self-test for a terminal: the outcome, the table of degradations, then what each claim can tell, and what to do. */
function selftestLines(result                )         {
  const { verdict, summary, model, claims, degradations, notes } = result;
  const outcome         = [
    { tone: verdict, text: `${SIGN$2[verdict]} selftest       ${visible(summary)}` },
    { tone: 'muted', text: `    ${visible(modelLine(result))}` },
    ...model.open.flatMap(({ title, status, reason, hint })         => [
      { tone: status, text: `    ${status === 'fail' ? '✘' : '?'} ${visible(title)}` },
      { tone: 'plain', text: `      ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(hint)}` }]),
    ]),
  ];
  if (degradations.length === 0) return outcome
  const wide = claims.flatMap(({ claim, tooWide }) => (tooWide ? [{ claim, ...tooWide }] : []));
  return [
    ...outcome,
    { tone: 'plain', text: '' },
    ...columns(degradationRows(result)),
    { tone: 'plain', text: '' },
    ...columns(smallestRows(result)),
    { tone: 'plain', text: '' },
    ...columns(claimRows(result)),
    ...[...wide.map(({ claim, reason, hint }) => ({ reason: `'${claim}': ${reason}`, hint })), ...notes].flatMap(
      ({ reason, hint })         => [
        { tone: 'plain', text: '' },
        { tone: 'warn', text: `    ! ${visible(reason)}` },
        { tone: 'plain', text: `      → ${visible(hint)}` },
      ],
    ),
    ...inapplicable(result),
  ]
}

const inapplicable = ({ degradations }                )         => {
  const left = degradations.filter(one => one.inapplicable !== undefined);
  return left.length === 0
    ? []
    : [
        { tone: 'plain', text: '' },
        { tone: 'muted', text: `    ${counted$1(left.length, 'degradation')} not tried:` },
        ...left.map(
          ({ title, inapplicable = '' })       => ({ tone: 'muted', text: `      ${title}: ${visible(inapplicable)}` }),
        ),
      ]
};

/** Rows with their cells under each other. */
function columns(rows                                                                       )         {
  const widths = (rows[0]?.cells ?? []).map((_, i) => Math.max(...rows.map(({ cells }) => (cells[i] ?? '').length)));
  return rows.map(({ tone, cells }) => ({
    tone,
    text: visible(`    ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`).trimEnd(),
  }))
}

const inputs = inputsOf('model-certify');
const flags$7 = [...inputs.map(inputFlag), ...COMMON_FLAGS];

const selftest             = {
  name: 'selftest',
  summary:
    'Degrade the predictions in known ways and show which of it the claims catch, and the smallest loss they can tell',
  synopsis: '[the flags of model-certify]',
  examples: ['proofmark selftest --config proofmark.yml'],
  flags: flags$7,
  async run(args) {
    const given = parseFlags(args, flags$7);
    const last = (flag        ) => given.values.get(flag)?.at(-1);
    const place = locate(process.cwd(), last('config'));
    const [quiet, json] = [given.values.has('quiet'), given.values.has('json')];
    const log = terminalLog(process.stderr, { quiet: quiet || json });
    const ports = compose(place.root, log, {});
    const settings = readSettings({
      command: 'model-certify',
      ...(place.config === undefined
        ? {}
        : { file: { name: place.config, text: await ports.files.readText(place.config) } }),
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
    });
    const result = await selftest$1(settings, ports, place.out(last('out')));
    log.done();
    if (json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else printLines(process.stdout, quiet ? selftestLines(result).slice(0, 1) : selftestLines(result));
    return exitCode(result.verdict, [])
  },
};

/** What a certificate that holds says of data in lakeFS. */
                                
                                            
                              
                                                               
                        
                            
                           
                                           
 

function certifiedData(certificate        , { predicate }             )                {
  const { model, validity, data } = predicate[CERTIFICATE_EXTENSION];
  const { notBefore, notAfter } = validity;
  const called = [model.name, model.version].filter(part => part !== undefined).join(' ');
  return { certificate, model: called === '' ? model.id : called, notBefore, notAfter, objects: judgedObjects(data) }
}

/** Whether it holds at a time, both ends included. */
const holdsAt = ({ notBefore, notAfter }               , now      )          =>
  now.getTime() >= Date.parse(notBefore) && now.getTime() <= Date.parse(notAfter);

/** How a certificate is named in an answer. */
const certificateName = ({ certificate, model }               )         =>
  `certificate ${certificate.slice(0, 16)} of ${model}`;

/** Events that a certificate can answer. Before a commit nothing is there yet that could have been certified. */
const ANSWERED_EVENTS = ['pre-merge', 'pre-create-tag'];         

const text = string().max(4096).optional();

/** What lakeFS posts to a webhook (docs, "Actions and hooks"); what it adds later is passed over. */
const HookEvent = object({
  event_type: string().min(1).max(64),
  repository_id: string().regex(/^[a-z0-9][a-z0-9-]{2,62}$/),
  /** Of a merge: the commit that is merged. */
  source_ref: text,
  /** Of a merge: where it goes. */
  branch_id: text,
  /** Of a merge: the commit that would come of it, which can be read already; of a tag: the commit that is tagged. */
  commit_id: text,
  merge_source: text,
  tag_id: text,
});

/** Objects that are named in an answer. */
const SHOWN = 3;

/**
 * Whether every object below some prefixes, at a commit, is one that was certified: stored at the same place, with the same checksum and
 * size, as the object of its path in a commit that a certificate names. Bytes that were uploaded again are another object.
 */
async function uncoveredObjects(
  valid                          ,
  repository        ,
  commit        ,
  prefixes                   ,
  data                           ,
)                                                {
  if (!data)
    throw new UserError(
      'hook.lakefs',
      'Expected to be able to ask lakeFS for the objects below --path but found no access key',
      {
        kind: 'environment',
        hint: 'Set LAKEFS_ENDPOINT, LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY',
      },
    )
  const below = prefixes.map(prefix => `lakefs://${repository}/${commit.slice(0, 12)}/${prefix}`).join(', ');
  const commits = new Map                                    ();
  for (const certificate of valid)
    for (const object of certificate.objects.filter(each => each.repository === repository)) {
      const known = commits.get(object.path) ?? new Map                       ();
      commits.set(object.path, known.set(object.commit, certificate));
    }
  const listed = new Map                                              ();
  const uncovered           = [];
  const by = new Set        ();
  let count = 0;
  for (const prefix of prefixes)
    for (const { path, identity } of await data.objects(repository, commit, prefix)) {
      count++;
      const certificate = await certifying(prefix, path, identity);
      if (certificate) by.add(certificateName(certificate));
      else uncovered.push(path);
    }
  if (count === 0)
    return { covered: false, reason: `Expected objects below ${below} but found none: nothing can be covered` }
  if (uncovered.length === 0)
    return { covered: true, reason: `All ${count} objects below ${below} are covered by ${[...by].join(', ')}` }
  const shown = uncovered.slice(0, SHOWN).join(', ');
  const more = uncovered.length > SHOWN ? ` and ${uncovered.length - SHOWN} more` : '';
  return {
    covered: false,
    reason: `Expected every object below ${below} to be certified but found ${uncovered.length} of ${count} that are not: ${shown}${more}. Run the gate on them and try again`,
  }

  async function certifying(prefix        , path        , identity        )                                     {
    for (const [commit, certificate] of commits.get(path) ?? [])
      if ((await identities(commit, prefix)).get(path) === identity) return certificate
    return undefined
  }

  function identities(commit        , prefix        )                                       {
    const key = `${commit}/${prefix}`;
    const known = listed.get(key) ?? list(commit, prefix);
    listed.set(key, known);
    return known
  }

  async function list(commit        , prefix        ) {
    const objects = (await data?.objects(repository, commit, prefix)) ?? [];
    return new Map(objects.map(({ path, identity }) => [path, identity]))
  }
}

/** What lakeFS is answered: only 200 lets it go on. */
                             
                                  
                      
                         
                                                            
                        
 

/** What an answer rests on. */
                            
                                                                                         
                                                              
             
                                                                                                   
                                   
                                                                                
                                           
 

/** Answers one webhook from the certificates that there are. */
async function answerHook(body         , world           )                      {
  const read = HookEvent.safeParse(body);
  if (!read.success)
    return {
      status: 400,
      reason: `Expected an event of lakeFS's but its ${read.error.issues[0]?.path.join('.') || 'form'} is wrong`,
      about: '?',
    }
  const event = read.data;
  const { event_type: type, repository_id: repository, branch_id, tag_id, merge_source } = event;
  const about = `${type} ${repository} ${type === 'pre-merge' ? `${merge_source ?? event.source_ref ?? '?'} into ${branch_id ?? '?'}` : (tag_id ?? branch_id ?? '?')}`;
  if (!ANSWERED_EVENTS.some(known => known === type))
    return {
      status: 400,
      reason: `Expected one of the events ${ANSWERED_EVENTS.join(', ')} but found ${type.slice(0, 64)}: certificates say nothing of it`,
      about,
    }
  const commit = type === 'pre-merge' ? event.source_ref : (event.commit_id ?? event.source_ref);
  if (commit === undefined || !/^[0-9a-f]{64}$/.test(commit))
    return { status: 400, reason: `Expected the id of a commit in ${type} but found ${commit ?? 'none'}`, about }
  // What would come of the merge counts where objects are looked at: main may hold data that the branch has not.
  const result = /^[0-9a-f]{64}$/.test(event.commit_id ?? '') ? (event.commit_id ?? commit) : commit;
  const first = await judge(await world.certified(false), repository, { commit, result }, world);
  const answer = first.covered ? first : await judge(await world.certified(true), repository, { commit, result }, world);
  return { status: answer.covered ? 200 : 412, reason: answer.reason, about }
}

                  
                           
                         
 

async function judge(
  certified                          ,
  repository        ,
  { commit, result }                                    ,
  { paths, data, now }           ,
)                  {
  const here = certified.filter(({ objects }) => objects.some(object => object.repository === repository));
  const valid = here.filter(each => holdsAt(each, now()));
  if (paths.length > 0) return uncoveredObjects(valid, repository, result, paths, data)
  const covering = await covers(here, repository, commit, data);
  const [holding] = covering.filter(each => valid.includes(each));
  if (holding)
    return { covered: true, reason: `Commit ${commit.slice(0, 12)} is covered by ${certificateName(holding)}` }
  const [ended] = covering;
  const found =
    ended !== undefined
      ? `one that holds from ${ended.notBefore} to ${ended.notAfter}: ${certificateName(ended)}`
      : `none among ${here.length} certificates about data of ${repository}`;
  return {
    covered: false,
    reason: `Expected a certificate that covers commit ${commit} but found ${found}. Run the gate on lakefs://${repository}/${commit.slice(0, 12)}/ and try again`,
  }
}

/** Certificates about a commit: by its id or, where lakeFS can be asked, by its content. */
async function covers(
  certified                          ,
  repository        ,
  commit        ,
  data                           ,
) {
  const about = (wanted                             ) =>
    certified.filter(({ objects }) => objects.some(object => object.repository === repository && wanted(object.commit)));
  const byId = about(id => id === commit);
  if (byId.length > 0 || !data || certified.length === 0) return byId
  const tree = await data.tree(repository, commit);
  const same = new Set        ();
  for (const id of new Set(
    certified.flatMap(({ objects }) => objects.filter(each => each.repository === repository).map(each => each.commit)),
  ))
    if ((await data.tree(repository, id)) === tree) same.add(id);
  return about(id => same.has(id))
}

/**
 * The last reading of the certificates, or a new one where it is too old; `again`: one that begins after it was asked for, which all who
 * wait then share. Where nothing could be read, no certificate counts.
 */
function refreshed(read                         , { every, now, told }         ) {
  let last;                                                         
  let next;                               
  let known                      = new Set();

  return async (again         )                    => {
    if (next) return next
    if (last && !again && now() - last.at < every) return last.standing
    const before = last?.standing;
    next = (async () => {
      await before;
      const standing = attempt();
      last = { at: now(), standing };
      next = undefined;
      return standing
    })();
    return next
  }

  async function attempt()                    {
    const standing = await read().catch((error         )           => {
      if (error instanceof UserError) return { certified: [], problems: [error.message] }
      throw error
    });
    for (const problem of standing.problems) if (!known.has(problem)) told(problem);
    known = new Set(standing.problems);
    return standing
  }
}

/**
 * Reads certificates that are signed by somebody trusted, by a trusted policy, in the log and not revoked, as far as a log is trusted or
 * given. Each is verified once, but for what the log says of it; when it holds is for who asks.
 */
function standingCertificates({ files, trust, log }                , ports       )                          {
  const verified = new Map                           ();

  return async () => {
    const certified = new Map                       ();
    const problems           = [];
    const read = await log?.read(['certificate', 'revocation']);
    const readOnce = log && read && { ...log, read: async () => read };
    const texts = [...(await inFiles()), ...logged(read)];
    for (const [where, text] of texts) {
      const sha256 = ports.sha256(text);
      const known = verified.get(sha256) ?? verifyOne(text, sha256);
      verified.set(sha256, known);
      const found = await known;
      const fault = 'reason' in found ? found.reason : await logFault(found, `${where}`, readOnce);
      if (fault !== undefined) problems.push(`${where}: ${fault}`);
      else if ('data' in found) certified.set(sha256, found.data);
    }
    return { certified: [...certified.values()], problems }
  }

  async function inFiles()                              {
    const paths = files.length === 0 ? [] : await ports.files.list(files);
    const texts                     = [];
    for (const path of paths.filter(each => files.includes(each) || each.endsWith(CERTIFICATE_FILE)))
      texts.push([path, await ports.files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })]);
    return texts
  }

  async function verifyOne(text        , sha256        )                    {
    const logTimeComes = trust.log !== undefined || log !== undefined;
    const signed = await ports.signing.verify(text, trust, { logTimeComes });
    if ('refused' in signed) return { reason: signed.refused }
    const statement = readStatement(signed.payload, signed.payloadType);
    const steps = [statementStep(statement)];
    if (statement.kind !== 'certificate') return { reason: steps[0]?.reason ?? 'Expected a certificate' }
    if (trust.policies) steps.push(policyStep(statement.statement, trust.policies));
    const failed = steps.find(({ status }) => status !== 'passed');
    if (failed) return { reason: failed.reason }
    return {
      data: certifiedData(sha256, statement.statement),
      modelId: statement.statement.subject[0].digest.sha256,
      signed,
      seen: statement.statement.predicate[CERTIFICATE_EXTENSION].log,
    }
  }

  async function logFault({ data, modelId, signed, seen }      , where        , readOnce                       ) {
    const certificate = {
      sha256: data.certificate,
      modelId,
      key: signed.signedBy.kind === 'key' ? signed.signedBy.sha256 : undefined,
      window: signed.window,
      seen,
    };
    const proof = `${where.slice(0, where.lastIndexOf('/') + 1)}certificate.tlog-proof`;
    const steps = await aboutTheLog({ certificate, trusted: trust.log, log: readOnce, proof }, ports);
    return steps.find(({ status }) => status !== 'passed')?.reason
  }
}

                
                              
                          
                         
                                     
 
                                                  

/** The certificates that a log keeps, by the digests of their documents. */
function logged(read                                                    )                     {
  return (read?.leaves ?? []).flatMap(({ type, document })                     => {
    const text = type === 'certificate' ? read?.documents.get(document) : undefined;
    return text === undefined ? [] : [[document, text]]
  })
}

/** Variable that holds what lakeFS must say, and the least length of it: 128 bits in base64. */
const TOKEN = 'PROOFMARK_HOOK_TOKEN';
const LEAST_TOKEN = 22;
const DEFAULT_PORT = 8470;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** Seconds after which certificates are read again, in files and in a log; and at once where none covers what is asked. */
const EVERY = { files: 2, log: 30 };

const flags$6                      = [
  {
    name: 'certificates',
    kind: 'list',
    description: 'Certificates: files, folders or * globs; read again as they change',
  },
  {
    name: 'path',
    kind: 'list',
    description:
      'Prefixes in lakeFS whose every object must be certified. Default: the commit must hold what a gate has read',
  },
  { name: 'host', kind: 'value', description: 'Address to listen on. Default: 127.0.0.1' },
  { name: 'port', kind: 'value', description: `Port to listen on; 0 for any. Default: ${DEFAULT_PORT}` },
  ...TRUSTING_FLAGS.filter(({ name }) => name !== 'name'),
  ...PLACE_FLAGS,
  ...TRUST_FLAGS,
  { name: 'quiet', kind: 'switch', description: 'Print no line for each answer' },
];

const serveHook             = {
  name: 'serve-hook',
  summary: 'Answer webhooks of lakeFS from existing certificates: merges and tags of data that none covers are refused',
  synopsis: '--certificates PATH… [--key FILE | --policy FILE] [--path PREFIX…]',
  examples: ['proofmark serve-hook --certificates certificates/ --key proofmark.pub --path data/'],
  flags: flags$6,
  async run(args) {
    const parsed = parseFlags(args, flags$6);
    const one = (name        ) => parsed.values.get(name)?.at(-1);
    const { env } = process;
    const token = env[TOKEN] ?? '';
    if (token.length < LEAST_TOKEN)
      throw new UserError(
        'hook.token',
        `Expected at least ${LEAST_TOKEN} characters in ${TOKEN} but found ${token.length}`,
        {
          kind: 'environment',
          hint: `Make one with \`openssl rand -base64 24\`; give it to lakeFS as LAKEFSACTION_PROOFMARK_TOKEN`,
        },
      )
    const port = Number(one('port') ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UserError('flags.port', `Expected --port to be between 0 and 65535 but found ${one('port')}`)
    const host = one('host') ?? LOOPBACK[0] ?? '';
    const paths = parsed.values.get('path') ?? [];
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed);
    const files = (parsed.values.get('certificates') ?? []).map(place.rebase);
    if (files.length === 0 && recordLog === undefined)
      throw new UserError(
        'hook.certificates',
        'Expected --certificates or a log to find certificates in but found neither',
        {
          hint: 'proofmark serve-hook --certificates certificates/ --key proofmark.pub',
        },
      )
    const named = env.LAKEFS_ENDPOINT || env.LAKECTL_SERVER_ENDPOINT_URL;
    const data =
      named || paths.length > 0 ? (await import('./versioned-data.js')).versionedData(env) : undefined;
    const loaded = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust;
    const every = (recordLog ? EVERY.log : EVERY.files) * 1000;
    const read = refreshed(standingCertificates({ files, trust: loaded, log: recordLog }, ports), {
      every: 2 * every,
      now: () => performance.now(),
      told: problem => process.stderr.write(`not counted: ${problem}\n`),
    });
    const { certified } = await read(false);
    done();
    const { hookServer } = await import('./hook-server.js');
    const server = await hookServer({
      host,
      port,
      token,
      answer: body =>
        answerHook(body, { certified: async again => (await read(again)).certified, now: ports.now, paths, data }),
      health: async () => ({ status: 'ok', certificates: (await read(false)).certified.length }),
      log: line => (parsed.values.has('quiet') ? undefined : process.stdout.write(`${line}\n`)),
    });
    if (!LOOPBACK.includes(host))
      process.stderr.write(
        `warning: ${host} can be reached from other machines, and what is said is not encrypted: put a proxy with TLS before it\n`,
      );
    process.stdout.write(`listening on ${server.address}, ${certified.length} certificates\n`);
    // Between requests, so that none has to wait for it.
    const reading = setInterval(() => void read(true), every);
    await new Promise      (resolve => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
    clearInterval(reading);
    await server.close();
    return 0
  },
};

/** The life of those models that a text names: by name, by name and version, or by the beginning of the model id. */
function chooseModels(life      , asked        )       {
  const models = life.models.filter(
    ({ name, id }) =>
      name === asked || name.startsWith(`${asked} `) || (/^[0-9a-f]{6,64}$/.test(asked) && id.startsWith(asked)),
  );
  const ids = new Set(models.map(({ id }) => id));
  const places = new Set(models.flatMap(({ stays }) => stays.map(({ target }) => target)));
  return {
    ...life,
    models,
    targets: life.targets.filter(({ to, target }) => places.has(target) || ids.has(to?.id ?? '')),
  }
}

/** A target by the log, and as it was found. */
                                                  
                           
                                                         
                        
 

                         
                      
                                                                                                   
                               
                     
                                           
                               
                                                                                                                                        
                           
 

/** What the log says of every model, and whether each target still points where the log says, at the bytes that were certified. */
async function status$1(
  options               ,
  recordLog           ,
  targets                  ,
  ports       ,
)                  {
  const { leaves, documents, unwitnessed } = await readWatched(recordLog, options.unwitnessed);
  const whole = lifeOf(leaves, documents, ports.now());
  const life = options.model === undefined ? whole : chooseModels(whole, options.model);
  if (options.model !== undefined && life.models.length === 0)
    throw new UserError(
      'status.no-model',
      `Expected a model called '${options.model}' in ${recordLog.name} but found none`,
      {
        hint: whole.models.length === 0 ? 'The log has none yet' : `It has ${namesOf(whole)}`,
      },
    )
  const found                 = [];
  for (const target of life.targets) found.push(await lookAt(target, options, targets, ports));
  return {
    log: recordLog.name,
    life,
    targets: found,
    dues: duesOf$1(life),
    verdict: worstVerdict([unwitnessed === undefined ? 'passed' : 'inconclusive', ...found.map(each => each.verdict)]),
    ...(unwitnessed === undefined ? {} : { unwitnessed }),
  }
}

const TOLD$1                      = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'promotion',
  'demotion',
  'revocation',
  'review',
];

/** The log as its witnesses stand for it; without them, where that is all that is wrong with it, with what is wrong. */
async function readWatched(watched           , unwatched                       ) {
  try {
    return { ...(await watched.read(TOLD$1)), unwitnessed: undefined }
  } catch (error) {
    if (!unwatched || !(error instanceof LogFaultError) || faultVerdict(error.fault.fault) !== 'inconclusive')
      throw error
    return { ...(await unwatched.read(TOLD$1)), unwitnessed: error.message }
  }
}

async function lookAt(
  known            ,
  { offline }               ,
  targets                  ,
  { sha256 }       ,
)                        {
  const told = (verdict         , found        )               => ({ ...known, verdict, found });
  const wrong = known.problem === undefined ? undefined : PROBLEM[known.problem];
  if (offline) return wrong === undefined ? told('passed', 'not asked') : told('failed', wrong)
  try {
    const target = await targets.open(known.target);
    const { pointer } = await target.current();
    if (pointer === undefined)
      return told('failed', `drift: it points at nothing, the log says ${known.to?.name ?? 'nothing'}`)
    if (sha256(pointer) !== known.pointer) {
      const read = readPointer(pointer);
      const there = 'pointer' in read ? pointing(read.pointer) : 'what Proofmark did not write';
      return told('failed', `drift: it points at ${there}, which is not the log’s last word`)
    }
    if (wrong !== undefined) return told('failed', wrong)
    const stored = known.to === null ? undefined : await target.stored(known.to.id);
    if (stored === undefined) return told('passed', 'it points where the log says')
    const files = [...stored].map(([name, digest]) => ({ name, digest: { sha256: digest } }));
    return files.length > 0 && modelId(files, sha256) === known.to?.id
      ? told('passed', 'it points where the log says, at the certified bytes')
      : told('failed', 'drift: the bytes there are not the certified ones')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return wrong === undefined ? told('inconclusive', `cannot be read: ${messageOf$1(error)}`) : told('failed', wrong)
  }
}

const PROBLEM                                                     = {
  revoked: 'every certificate of its model is revoked',
  expired: 'the certificate of its model has expired',
  uncertified: 'the log has no certificate of its model that holds now',
};

const namesOf = ({ models }      ) => {
  const names = [...new Set(models.map(({ name }) => name))];
  return `${names.slice(-5).join(', ')}${names.length > 5 ? ', …' : ''}`
};

/** A time between two others; open towards now where it has no end. */
                       
                                                                                                
                                 
                       
                     
                        
 

/** A moment. */
                       
                                                 
                     
                        
 

/** One line of the picture. */
                       
                        
                                 
                                 
 

/** A model's lines: its certificates, the times it was in production, its waivers, and what was decided about it. */
                            
                        
                                 
 

/** What is drawn, model by model, in the order of the log. */
function lanesOf({ models, now }      )              {
  const today = Date.parse(now);
  return models.map(model => ({
    title: `${model.name} · ${model.id.slice(0, 12)}`,
    lanes: [
      ...model.certificates.map(certificate => certificateLane(certificate, today)),
      ...stayLanes(model.stays, today),
      ...model.events.filter(({ type, until }) => type === 'waiver' && until !== undefined).map(waiverLane),
      ...decisionLane(model),
    ],
  }))
}

const certificateLane = (certificate                 , today        )       => {
  const { sha256, at, notBefore = at, notAfter, state, revocation } = certificate;
  const from = Date.parse(notBefore);
  const end = notAfter === undefined ? Math.max(today, from) : Date.parse(notAfter);
  const revoked = revocation === undefined ? undefined : Date.parse(revocation.at);
  const span = (kind              , start        , to        , title        )       => ({
    kind,
    from: start,
    to,
    title,
  });
  const validity =
    notAfter === undefined ? 'its validity is not known' : `valid from ${day(notBefore)} to ${day(notAfter)}`;
  const spans =
    revoked === undefined
      ? [span(state, from, end, `Certificate ${short(sha256)}: ${state}, ${validity}`)]
      : [
          span('valid', from, Math.min(Math.max(revoked, from), end), `Certificate ${short(sha256)}: ${validity}`),
          span(
            'revoked',
            Math.max(revoked, from),
            Math.max(end, revoked),
            `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          ),
        ];
  const marks         =
    revoked === undefined
      ? []
      : [
          {
            kind: 'revocation',
            at: revoked,
            title: `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          },
        ];
  return { label: `Certificate ${short(sha256)}`, spans: spans.filter(({ from: a, to: b }) => b >= a), marks }
};

/** All stays at one target are one line. */
function stayLanes(stays                 , today        )         {
  const targets = [...new Set(stays.map(({ target }) => target))];
  return targets.map(target => ({
    label: target,
    spans: stays
      .filter(stay => stay.target === target)
      .map(({ from, until, by, kind, reason }) => ({
        kind: 'production',
        from: Date.parse(from),
        to: until === undefined ? Math.max(today, Date.parse(from)) : Date.parse(until),
        title: [
          `In production at ${target} from ${day(from)} ${until === undefined ? 'on' : `to ${day(until)}`}`,
          `${kind === 'promotion' ? 'promoted' : 'gone back to'}${by === undefined ? '' : ` by ${by}`}`,
          ...(reason === undefined ? [] : [reason]),
        ].join(', '),
      })),
    marks: [],
  }))
}

const waiverLane = ({ at, until = at, text }           )       => ({
  label: 'Waiver',
  spans: [
    {
      kind: 'waiver',
      from: Date.parse(at),
      to: Math.max(Date.parse(until), Date.parse(at)),
      title: `Waiver until ${day(until)}: ${text}`,
    },
  ],
  marks: [],
});

function decisionLane({ events }           )         {
  const marks = events
    .filter(({ type, until }) => type !== 'waiver' || until === undefined)
    .map(({ type, at, text }) => ({
      kind: type,
      at: Date.parse(at),
      title: `${capital(type)} on ${day(at)}${text === '' ? '' : `: ${text}`}`,
    }));
  return marks.length === 0 ? [] : [{ label: 'Decisions', spans: [], marks }]
}

/** A date as people write it, without its time. */
const day = (at        )         => at.slice(0, 10);
const short = (sha256        ) => sha256.slice(0, 8);
const capital = (word        ) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** The pattern of what is revoked, to be named `url(#ID-hatch)` in the same picture. */
const hatch = (id        )         =>
  `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>`;

const SYMBOL = {
  approval: [circle, 78],
  refusal: [times, 90],
  review: [diamond, 83],
  waiver: [square, 100],
  revocation: [times, 90],
  today: [triangle, 28],
};         

/** The path that marks a moment, around the point 0, 0: no two kinds look the same without their colours. */
function markShape(kind                        )         {
  const [type, size] = SYMBOL[kind];
  return Symbol(type, size).digits(1)() ?? ''
}

const BAR$1 = 12;

/** A text as HTML and SVG have it. */
const escapeHtml = (text        )         =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A time line as inline SVG. What looks how is said by classes, so that a page's style holds for light, dark and paper; shapes differ too. */
function svg(
  drawn        ,
  { id, title, description }                                                                               ,
)         {
  const { width, height, plot, today } = drawn;
  const head = `<svg class="life ${id}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-about">`;
  return [
    head,
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-about">${escapeHtml(description)}</desc>`,
    hatch(id),
    ...drawn.axis.map(
      ({ x, label }) =>
        `<line class="grid" x1="${x}" y1="${plot.top}" x2="${x}" y2="${plot.bottom}"/><text class="tick" x="${x}" y="${plot.top - 8}" text-anchor="${anchor(x, plot)}">${escapeHtml(label)}</text>`,
    ),
    ...drawn.lanes.flatMap(({ y, bars, marks }) => [
      ...bars.map(
        ({ kind, title: said, x, width: w }) =>
          `<rect class="bar ${kind}" x="${x}" y="${y - BAR$1 / 2}" width="${w}" height="${BAR$1}" rx="2"${kind === 'revoked' ? ` fill="url(#${id}-hatch)"` : ''}><title>${escapeHtml(said)}</title></rect>`,
      ),
      ...marks.map(
        ({ kind, title: said, x }) =>
          `<path class="mark ${kind}" transform="translate(${x} ${y})" d="${markShape(kind)}"><title>${escapeHtml(said)}</title></path>`,
      ),
    ]),
    `<line class="today" x1="${today}" y1="${plot.top - 2}" x2="${today}" y2="${plot.bottom}"/><path class="today-head" transform="translate(${today} ${plot.top - 4}) rotate(180)" d="${markShape('today')}"><title>Today</title></path>`,
    // Last, so that no line runs through a name.
    ...drawn.titles.map(({ y, text }) => `<text class="model" x="6" y="${y}">${escapeHtml(text)}</text>`),
    ...drawn.lanes.map(
      ({ label }) =>
        `<text class="label" x="${label.x}" y="${label.y}" text-anchor="${label.x < plot.left ? 'end' : 'start'}">${escapeHtml(label.text)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}

/** At the edges a label leans inwards. */
const anchor = (x        , { left, right }                ) =>
  x < left + 20 ? 'start' : x > right - 20 ? 'end' : 'middle';

/** A cell: `short` is never broken, `wide` has room for a sentence. */
                       
                       
                                  
 

const cell = (text        , kind               )       => ({ html: escapeHtml(text), ...(kind ? { kind } : {}) });

const dateCell = (at        )       => ({
  html: `<time datetime="${escapeHtml(at)}">${escapeHtml(day(at))}</time>`,
  kind: 'short',
});

/** A table whose rows become cards on a telephone; the roles stay what they are though the layout changes. */
function htmlTable(head                   , body                              )         {
  const titles = head.map(title => `<th role="columnheader" scope="col">${title}</th>`).join('');
  const cells = (row                 ) =>
    row
      .map(
        ({ html, kind }, i) =>
          `<td role="cell" data-title="${head[i] ?? ''}"${kind === undefined ? '' : ` class="${kind}"`}><span>${html}</span></td>`,
      )
      .join('');
  return `<div class="scroll"><table role="table"><thead role="rowgroup"><tr role="row">${titles}</tr></thead><tbody role="rowgroup">
${body.map(row => `<tr role="row">${cells(row)}</tr>`).join('\n')}
</tbody></table></div>`
}

const DAY_MS$1 = 86_400_000;
/** Steps of an axis: days within a month, then whole months. */
const STEPS = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { months: 24 },
  { months: 60 },
];         

/** Times to label on an axis, at most `most` of them: days from the first, or firsts of months, in UTC. */
function ticks(from        , to        , most        )                                                    {
  for (const step of STEPS) {
    const found = 'days' in step ? byDays(from, to, step.days) : byMonths(from, to, step.months);
    if (found.length <= most)
      return found.map(at => {
        const date = new Date(at).toISOString();
        return { at, label: 'days' in step ? date.slice(5, 10) : date.slice(0, 7) }
      })
  }
  return []
}

function byDays(from        , to        , days        )           {
  if ((to - from) / DAY_MS$1 > 400) return Array.from({ length: 401 }, () => 0)
  const first = Math.ceil(from / DAY_MS$1) * DAY_MS$1;
  const found           = [];
  for (let at = first; at <= to; at += days * DAY_MS$1) found.push(at);
  return found
}

function byMonths(from        , to        , months        )           {
  const start = new Date(from);
  const found           = [];
  const year = start.getUTCFullYear();
  for (let month = 0; ; month += months) {
    const at = Date.UTC(year, month, 1);
    if (at > to || found.length > 1000) return found
    if (at >= from) found.push(at);
  }
}

const DAY_MS = 86_400_000;
const AXIS = 26;
const TITLE = 30;
const LANE = 22;
const BAR = 12;
const GAP = 10;
/** What a date of an axis takes. */
const LABEL = 58;
/** Narrower than a finger, a bar can still be seen. */
const LEAST = 3;

/** Where everything is, in units of the picture. */
                         
                        
                         
                                                                          
                        
                        
                                         
                                                                                                                 
                                                                           
                            
                      
                                                                                     
                                                                                                             
                                                                                      
     
 

/**
 * Lays lives out on one time line of so many units of width. Where there is room labels stand left of their lanes, else above them.
 * The time goes from the first thing that happened to the last that will, with today in between.
 */
function layout(life      , width        )         {
  const groups = lanesOf(life);
  const beside = width >= 600;
  const plot = { left: beside ? 240 : 6, right: width - 12 };
  const { from, to } = domain(
    groups.flatMap(({ lanes }) => lanes),
    Date.parse(life.now),
  );
  const scale = linear([from, to], [plot.left, plot.right]);
  const x = (at        ) => round(scale(at));
  const titles                             = [];
  const placed                            = [];
  let y = AXIS;
  for (const { title, lanes } of groups) {
    titles.push({ y: y + TITLE - 10, text: cut(title, width - 12) });
    y += TITLE;
    for (const lane of lanes) {
      const text = cut(lane.label, beside ? plot.left - 20 : width - 12);
      const label = beside ? { x: plot.left - 12, y: y + LANE / 2 + 4, text } : { x: plot.left, y: y + 12, text };
      if (!beside) y += 16;
      placed.push({ y: y + LANE / 2, label, bars: lane.spans.map(bar), marks: marksOf(lane) });
      y += LANE;
    }
    y += GAP;
  }
  return {
    width,
    height: y + 4,
    axis: apart(ticks(from, to, beside ? 8 : 5).map(({ at, label }) => ({ x: x(at), label }))),
    today: x(Date.parse(life.now)),
    plot: { ...plot, top: AXIS, bottom: y - GAP / 2 },
    titles,
    lanes: placed,
  }

  function bar({ kind, title, from: start, to: end }      ) {
    const left = x(start);
    return { kind, title, x: left, width: round(Math.max(LEAST, x(end) - left)) }
  }

  /** Marks of nearly one moment stand side by side. */
  function marksOf({ marks }      ) {
    let free = Number.NEGATIVE_INFINITY;
    return marks
      .toSorted((a, b) => a.at - b.at)
      .map(({ kind, title, at }) => {
        const place = Math.max(x(at), free);
        free = place + BAR + 1;
        return { kind, title, x: Math.min(place, plot.right) }
      })
  }
}

function domain(lanes                 , today        )                               {
  const times = lanes.flatMap(({ spans, marks }) => [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at),
  ]);
  const known = [...times, today].filter(Number.isFinite);
  const [first, last] = known.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [today, today]);
  const margin = Math.max(DAY_MS, ((last ?? today) - (first ?? today)) * 0.02);
  return { from: (first ?? today) - margin, to: (last ?? today) + margin }
}

/** Without those whose label would run into the one before. */
const apart = (labels                                                           ) =>
  labels.filter(({ x }, i) => i === 0 || x - (labels[i - 1]?.x ?? 0) >= LABEL);

const round = (value        ) => Math.round(value * 10) / 10;
/** Cuts a text to what fits, at 6.6 units a letter: what a browser shows of a font that we cannot measure. */
const cut = (text        , room        ) => {
  const letters = Math.floor(room / 6.6);
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
};

const bar = (kind        , words        ) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true">${kind === 'revoked' ? hatch('legend') : ''}<rect class="bar ${kind}" x="1" y="4" width="14" height="8" rx="2"${kind === 'revoked' ? ' fill="url(#legend-hatch)"' : ''}/></svg>${words}</li>`;
const mark = (kind              , words        ) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true"><path class="mark ${kind}" transform="translate(8 8)" d="${markShape(kind)}"/></svg>${words}</li>`;

/** What the shapes of the time line mean. */
const LEGEND = `<ul class="legend">${[
  bar('valid', 'certificate, valid'),
  bar('revoked', 'revoked'),
  bar('expired', 'expired or unknown'),
  bar('production', 'in production'),
  bar('waiver', 'waiver'),
  mark('approval', 'approval'),
  mark('refusal', 'refusal, revocation'),
  mark('review', 'review'),
].join('')}</ul>`;

/** The style of the page: light and dark, narrow and wide, and on paper. */
const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--card:#f6f8fa;--good:#1a7f37;--use:#0969da;--warn:#9a6700;--bad:#cf222e;--past:#818b98}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#f0f6fc;--soft:#9198a1;--line:#3d444d;--card:#151b23;--good:#3fb950;--use:#4493f8;--warn:#d29922;--bad:#f85149;--past:#656c76}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:40px 0 12px}
p{margin:0 0 16px}
.soft{color:var(--soft)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--line)}
tr:last-child td{border-bottom:0}
th{background:var(--card);font-weight:600;white-space:nowrap}
td{overflow-wrap:anywhere;min-width:7rem}
td.short{white-space:nowrap;min-width:0}
td.wide{min-width:16rem}
code{font:.85em ui-monospace,SFMono-Regular,Menlo,monospace}
ul{margin:0;padding-left:20px}
.state{font-weight:600;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 0;padding:0;font-size:.85rem;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:7px}
.legend svg{width:16px;height:16px;flex:none}
figure{margin:0;padding:12px;border:1px solid var(--line);border-radius:8px}
svg.life{display:block;width:100%;height:auto;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
svg.narrow{display:none}
.grid{stroke:var(--line);stroke-width:1}
.tick{fill:var(--soft);font-size:11px}
.model{fill:var(--ink);font-size:13px;font-weight:600}
.label{fill:var(--soft)}
.model,.label{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.bar.valid{fill:var(--good)}.bar.production{fill:var(--use)}.bar.waiver{fill:var(--warn)}.bar.expired,.bar.unknown{fill:var(--past)}.bar.early{fill:none;stroke:var(--good);stroke-width:1.5}
.bar.revoked{stroke:var(--bad);stroke-width:1}
.hatch-ground{fill:var(--ground)}.hatch-line{stroke:var(--bad);stroke-width:3}
.mark{fill:var(--ink);stroke:var(--ground);stroke-width:1.5}
.mark.approval{fill:var(--good)}.mark.review{fill:var(--use)}.mark.waiver{fill:var(--warn)}
.mark.refusal,.mark.revocation{fill:none;stroke:var(--bad);stroke-width:3;stroke-linecap:round}
.today{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 3}.today-head{fill:var(--ink)}
@media (max-width:640px){main{padding:20px 14px 48px}h1{font-size:1.4rem}figure{padding:8px}svg.wide{display:none}svg.narrow{display:block}.scroll{border:0;overflow:visible}table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr,tr:last-child{border:1px solid var(--line);border-radius:8px;padding:6px 0;margin:0 0 10px}td,td.short,td.wide{display:grid;grid-template-columns:6.5rem 1fr;gap:8px;border:0;padding:4px 12px;min-width:0;white-space:normal}td::before{content:attr(data-title);color:var(--soft)}}
@media print{:root{--ground:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#f2f2f2}main{max-width:none;padding:0}body{font-size:11pt}.scroll{overflow:visible}h2{break-after:avoid}figure,tr{break-inside:avoid}svg.narrow{display:none}svg.wide{display:block}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** SHA-256 of the style as a content security policy names it; a test holds it to the text. */
const STYLE_HASH = 'sha256-wkXtEZHaNJtG+AQ4rWqb63VYFQ/AchLcxIso87juSsg=';

/** What a report of models' lives is made of. */
                             
                                  
                      
                                                                    
                               
                     
                                                                                                   
                               
 

/** One thing that happened, for a list in the order of time. */
                       
                     
                        
                       
                       
 

/** A model's certificate in a few words: the best of those it has. */
function certificateWords({ certificates }           )         {
  const [best] = certificates.toSorted(
    (a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || b.at.localeCompare(a.at),
  );
  if (!best) return 'none'
  const { state, notAfter, revocation } = best;
  if (state === 'revoked') return `revoked on ${day(revocation?.at ?? best.at)}: ${revocation?.reason ?? ''}`
  if (state === 'unknown') return 'its validity cannot be told: the log does not keep it'
  if (state === 'early') return `valid from ${day(best.notBefore ?? '')}`
  return `${state === 'valid' ? 'valid until' : 'expired on'} ${day(notAfter ?? '')}`
}

const RANK = ['valid', 'early', 'unknown', 'expired', 'revoked'];

/** Everything that happened to the models, oldest first. */
function story({ models }      )         {
  return models
    .flatMap(({ name, certificates, stays, events }) => [
      ...certificates.map(({ at, sha256, notAfter }) => ({
        at,
        model: name,
        what: 'Certificate',
        more: `${sha256.slice(0, 12)}${notAfter === undefined ? '' : `, valid until ${day(notAfter)}`}`,
      })),
      ...certificates.flatMap(({ revocation, sha256 }) =>
        revocation
          ? [
              {
                at: revocation.at,
                model: name,
                what: 'Revocation',
                more: `${sha256.slice(0, 12)}: ${revocation.reason}${by(revocation.by)}`,
              },
            ]
          : [],
      ),
      ...stays.map(({ from, target, kind, by: who, reason }) => ({
        at: from,
        model: name,
        what: kind === 'promotion' ? 'Promotion' : 'Back in production',
        more: `${target}${by(who)}${reason === undefined ? '' : `: ${reason}`}`,
      })),
      ...events.map(({ at, type, text, until }) => ({
        at,
        model: name,
        what: `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
        more: `${text}${until === undefined ? '' : ` (until ${day(until)})`}`,
      })),
    ])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

const by = (who                    ) => (who === undefined ? '' : `, by ${who}`);

/** The time line in a sentence, for who cannot see it. */
const inWords = ({ models, now }      )         =>
  `${models.length === 1 ? 'One model' : `${models.length} models`} as of ${day(now)}: ${models
    .map(model => `${model.name}, certificate ${certificateWords(model)}`)
    .join('; ')}. Every event is in the table below.`;

/** Units of the picture on a screen and on a telephone. */
const WIDE = 1000;
const NARROW = 340;

const STATE                                             = {
  passed: ['good', '✔ agrees'],
  failed: ['bad', '✘ wrong'],
  inconclusive: ['warn', '? unknown'],
};

/**
 * Models' lives as one page that stands alone: no script, no font, no picture from elsewhere, and a content security policy that
 * allows nothing but its own style, and the same sheet as a file beside it: a server such as Jenkins forbids what is in the page.
 */
function lifeHtml(report            , styleFile        )         {
  const { log, unwitnessed, life } = report;
  const shared = sharedName(life.models.map(({ name }) => name));
  const title = escapeHtml(shared === undefined ? `The life of ${life.models.length} models` : `The life of ${shared}`);
  const policy = `default-src 'none'; style-src '${STYLE_HASH}' 'self'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
<link rel="stylesheet" href="${escapeHtml(styleFile)}">
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">As the log ${escapeHtml(log)} tells it, on ${day(life.now)}.</p>
${unwitnessed === undefined ? '' : `<p>? ${escapeHtml(unwitnessed)}</p>\n`}${[now(report), targetsOf(report), duesOf(report), timeLine(report), happened(report)].filter(part => part !== '').join('\n')}
</main>
</body>
</html>
`
}

function now({ life, targets }            )         {
  const models = life.models.map((model)         => {
    const places = targets.filter(({ to }) => to?.id === model.id).map(({ target }) => target);
    return [
      cell(model.name, 'short'),
      { html: `<code>${escapeHtml(model.id.slice(0, 12))}</code>`, kind: 'short' },
      cell(certificateWords(model), 'wide'),
      cell(places.join(', ') || '–'),
    ]
  });
  return section('now', 'Now', htmlTable(['Model', 'Model id', 'Certificate', 'In production'], models))
}

function targetsOf({ targets }            )         {
  if (targets.length === 0) return ''
  const found = targets.map(({ target, to, at, verdict, found: said })         => [
    { html: `<span class="state ${STATE[verdict][0]}">${STATE[verdict][1]}</span>`, kind: 'short' },
    cell(target),
    cell(to?.name ?? 'nothing', 'short'),
    dateCell(at),
    cell(said, 'wide'),
  ]);
  return section('targets', 'Targets', htmlTable(['State', 'Target', 'Points at', 'Since', 'Found'], found))
}

function duesOf({ dues }            )         {
  if (dues.length === 0) return ''
  const items = dues.map(({ model, what, at, overdue }) => {
    const state = overdue ? '<span class="state bad">overdue</span>' : '<span class="state warn">soon</span>';
    return `<li>${state} ${escapeHtml(`${model}: ${what} on ${day(at)}`)}</li>`
  });
  return section('due', 'Due', `<ul>${items.join('')}</ul>`)
}

function timeLine({ life }            )         {
  const about = { title: 'Time line', description: inWords(life) };
  const figure = `<figure>
${svg(layout(life, WIDE), { id: 'wide', ...about })}
${svg(layout(life, NARROW), { id: 'narrow', ...about })}
<figcaption>${LEGEND}</figcaption>
</figure>`;
  return section('line', 'Time line', figure)
}

function happened({ life }            )         {
  const events = story(life).map(({ at, model, what, more }) => [
    dateCell(at),
    cell(model, 'short'),
    cell(what, 'short'),
    cell(more, 'wide'),
  ]);
  return section('story', 'What happened', htmlTable(['When', 'Model', 'What', 'More'], events))
}

const section = (id        , title        , body        ) =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${body}\n</section>`;

/** What all names begin with, word by word; undefined where they begin differently. */
function sharedName(names                   )                     {
  const [first = [], ...others] = names.map(name => name.split(' '));
  const begins = (words                   , count        ) => words.slice(0, count).join(' ');
  const shared = first.filter((_, i) => others.every(words => begins(words, i + 1) === begins(first, i + 1)));
  return shared.length === 0 ? undefined : shared.join(' ')
}

const MAX_LENGTH = 45_000;

const TAG                               = {
  valid: 'active, ',
  early: '',
  expired: 'done, ',
  revoked: 'crit, ',
  unknown: '',
  production: '',
  waiver: 'crit, done, ',
};

/** The time line as a Mermaid Gantt chart, which GitHub draws: the newest models, as many as it can show. */
function gantt(life      )         {
  const sections = lanesOf({ ...life, models: life.models.slice(-20) }).map(({ title, lanes }) => [
    `  section ${plain(title)}`,
    ...lanes.flatMap(({ label, spans, marks }) => [
      ...spans.map(
        ({ kind, from, to }) =>
          `  ${plain(nameOf(kind, label))} :${TAG[kind]}${time(from)}, ${time(Math.max(to, from + 3_600_000))}`,
      ),
      ...marks.map(
        ({ kind, title: said, at }) =>
          `  ${plain(kind === 'revocation' ? 'Revoked' : (said.split(' on ')[0] ?? ''))} :milestone, ${time(at)}, 0d`,
      ),
    ]),
  ]);
  while (sections.length > 1 && sections.flat().join('\n').length > MAX_LENGTH) sections.shift();
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %Y-%m-%d',
    ...sections.flat(),
    '```',
  ].join('\n')
}

const nameOf = (kind              , label        ) =>
  kind === 'production'
    ? `In production at ${label}`
    : kind === 'revoked'
      ? `${label}, revoked`
      : kind === 'expired'
        ? `${label}, expired`
        : label;

/** Mermaid takes colons, commas, semicolons and number signs for its own. */
const plain = (text        ) =>
  visible(text)
    .replace(/[:;,#%{}<>`"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
const time = (at        ) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Events that the page lists; the log has all of them. */
const TOLD = 500;

/** Models' lives as a page of Markdown: what is so now, the time line as a Mermaid chart, and everything that happened. */
function lifeMarkdown({ log, unwitnessed, life, targets, dues }            )         {
  const events = story(life);
  const left = events.length - TOLD;
  const parts = [
    `# Models in ${escapeText(log)}`,
    `As of ${day(life.now)}. The log is the record; this page tells what it says.`,
    unwitnessed === undefined ? '' : `${VERDICT_SIGN.inconclusive} ${escapeText(unwitnessed)}`,
    table(
      ['Model', 'Model id', 'Certificate', 'In production at'],
      life.models.map(model => [
        escapeText(model.name),
        code(model.id.slice(0, 12)),
        escapeText(certificateWords(model)),
        targets
          .filter(({ to }) => to?.id === model.id)
          .map(({ target }) => code(target))
          .join(', ') || '–',
      ]),
    ),
    targets.length === 0
      ? ''
      : `## Targets\n\n${table(
          ['Status', 'Target', 'Points at', 'Since', 'Found'],
          targets.map(({ target, to, at, verdict, found }) => [
            VERDICT_SIGN[verdict],
            code(target),
            escapeText(to?.name ?? 'nothing'),
            day(at),
            escapeText(found),
          ]),
        )}`,
    dues.length === 0
      ? ''
      : `## Due\n\n${dues.map(({ model, what, at, overdue }) => `- ${overdue ? '❌' : '⚠️'} ${escapeText(`${model}: ${what} on ${day(at)}`)}`).join('\n')}`,
    `## Time line\n\n${gantt(life)}`,
    `## What happened\n\n${table(
      ['When', 'Model', 'What', ''],
      events.slice(-TOLD).map(({ at, model, what, more }) => [day(at), escapeText(model), what, escapeText(more)]),
    )}`,
    left > 0 ? `_${left} earlier events were left out; the log has them._` : '',
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

const SIGN$1 = { passed: '✔', failed: '✘', inconclusive: '?' };         

/** Models with their certificates, targets with what is wrong, and what is due, for a terminal. */
function lifeLines({ log, unwitnessed, life, targets, dues }            )         {
  const rows = life.models.map(model => [
    model.name,
    model.id.slice(0, 12),
    certificateWords(model),
    targets
      .filter(({ to }) => to?.id === model.id)
      .map(({ target }) => target)
      .join(', ') || '–',
  ]);
  const head = ['MODEL', 'MODEL ID', 'CERTIFICATE', 'IN PRODUCTION AT'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => visible(row[i] ?? '').length)));
  const line = (cells                   ) =>
    cells.map((cell, i) => visible(cell).padEnd(i === cells.length - 1 ? 0 : (widths[i] ?? 0))).join('  ');
  return [
    ...(unwitnessed === undefined
      ? []
      : [
          { tone: 'inconclusive'         , text: `? ${visible(unwitnessed)}` },
          { tone: 'plain'         , text: '' },
        ]),
    { tone: 'strong', text: line(head) },
    ...rows.map(row => ({ tone: 'plain'         , text: line(row) })),
    ...(rows.length === 0 ? [{ tone: 'muted'         , text: `${log} has no model yet` }] : []),
    ...(targets.length > 0 ? [{ tone: 'plain'         , text: '' }] : []),
    ...targets.map(({ target, to, verdict, found }) => ({
      tone: verdict,
      text: `${SIGN$1[verdict]} ${visible(`${target} → ${to?.name ?? 'nothing'}: ${found}`)}`,
    })),
    ...(dues.length > 0 ? [{ tone: 'plain'         , text: '' }] : []),
    ...dues.map(({ model, what, at, overdue }) => ({
      tone: overdue ? ('fail'         ) : ('warn'         ),
      text: visible(`! ${model}: ${what} on ${day(at)}${overdue ? ', which is over' : ''}`),
    })),
  ]
}

const SYNOPSIS$1 = '[MODEL] [--markdown FILE] [--html FILE]';
const flags$5                      = [
  { name: 'offline', kind: 'switch', description: 'Do not ask the targets: tell what the log says' },
  {
    name: 'markdown',
    kind: 'value',
    description: 'Write the page of the models’ life as Markdown, with a Mermaid chart',
  },
  {
    name: 'html',
    kind: 'value',
    description: 'Write it as an HTML page without scripts, and its style sheet beside it',
  },
  ...LOG_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print everything as JSON' },
];

const status             = {
  name: 'status',
  summary:
    'Tell what each model’s certificate says today, where production points, and where that differs from the log',
  synopsis: SYNOPSIS$1,
  examples: ['proofmark status', 'proofmark status credit-default --html life.html'],
  flags: flags$5,
  async run(args) {
    const parsed = parseFlags(args, flags$5);
    const { values, positionals } = parsed;
    if (positionals.length > 1) throw incomplete('one model, or none for all', `proofmark status ${SYNOPSIS$1}`)
    const { ports, place, recordLog, unwitnessed } = await watchedLogOf(parsed);
    if (!recordLog)
      throw incomplete(
        'a log to read but found none',
        'Name it in record.log of proofmark.yml, or with --remote and --verifier-key',
      )
    const targets = composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN);
    const options = { model: positionals[0], offline: values.has('offline'), unwitnessed };
    const told = await status$1(options, recordLog, targets, ports);
    const [markdown, html] = [values.get('markdown')?.at(-1), values.get('html')?.at(-1)];
    if (markdown !== undefined) await ports.files.write(place.rebase(markdown), lifeMarkdown(told));
    if (html !== undefined) {
      const style = html.replace(/(\.html?)?$/i, '.css');
      await ports.files.write(
        place.rebase(html),
        lifeHtml(told, encodeURIComponent(style.split(/[\\/]/).at(-1) ?? style)),
      );
      await ports.files.write(place.rebase(style), STYLE);
    }
    if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    else printLines(process.stdout, lifeLines(told));
    return exitCode(told.verdict, [])
  },
};

/** A run of a suggested contract over rows under this header. */
function runOf(contract        , file        , header                   )           {
  const read = readContract(file, contract);
  return startTable(bindTable(read, tableForFile(read, file), file, header, 0))
}

const UNSEEN            = { at: () => ({ line: 1, cells: [] }), sha256: () => '0'.repeat(64) };

/** What a run over rows that the contract was not made from finds broken; lines of rows stay unknown. */
const brokenIn = (run          )          => run.answer(UNSEEN).checks.filter(({ status }) => status === 'fail');

/** What the contract finds broken in these rows. */
function checkRows(contract        , file        , header                   , rows                )          {
  const run = runOf(contract, file, header);
  run.add(textBatch(rows));
  return brokenIn(run)
}

/** Whether the row of that number is held out: the same rows on every machine, as if drawn by lot; `draw` gives another lot. */
function isHeldOut(row        , share        , draw = 0)          {
  let h = Math.imul(row ^ Math.imul(draw + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 < share
}

/**
 * After k events in n trials, the number of events that a further m trials exceed with a probability of at most `alpha`,
 * whatever the rate. Exact: given the events of all n + m trials, those among the first n are hypergeometric
 * (Thatcher 1964, Relationships between Bayesian and confidence limits for predictions).
 */
function predictionLimit(k        , n        , m        , alpha        )         {
  requireSuccesses(k, n);
  const exceeds = (limit        ) => hypergeometric(k + limit + 1, n + m - k - limit - 1, n).atMost(k) <= alpha;
  let low = -1;
  let high = m;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (exceeds(middle)) high = middle;
    else low = middle;
  }
  return high
}

/** A column with more values than this lists none. */
const MOST_CATEGORIES = 20;
/** Share of filled cells whose value occurs once, above which others may come (Good 1953: it estimates their share). */
const MOST_SINGLE = 0.001;
/** Confidence of the bounds that are printed. */
const LEVEL = 0.95;

/** What a contract is suggested for. */
                                 
                       
                                                                                      
                         
                                                         
                        
 

/** A rule that is suggested, and how sure one can be of it. */
                             
                         
                       
                                                        
                       
                    
                                                                        
                        
                                 
                            
 

/** A contract that holds what the rows seen show, with tolerances by which a batch like them seldom alarms. */
function suggestContract(
  table              ,
  options                ,
)                                                                                 {
  const draft = draftContract(options.name);
  const tableDraft = tableOf(draft, options.name);
  const key = keyColumn(table);
  const tolerant = table.columns.filter(column => column !== key && column.filled > 0).length * 3;
  const alpha = options.alarms / Math.max(1, tolerant);
  tableDraft.quality.push({ metric: 'rowCount', mustBeGreaterThan: 0 });
  const suggestions = table.columns.flatMap(column =>
    suggestColumn(tableDraft, column, { isKey: column === key, rows: table.rows, batch: options.batch, alpha }),
  );
  return { draft, suggestions }
}

                   
                         
                       
                        
                        
 

function suggestColumn(table            , column               , context         )               {
  const property = propertyOf(table, column.name);
  const { filled, kind } = column;
  if (kind === 'empty') return []
  const suggestions = [typed(property, column)];
  if (isPersonal(column.name)) property.classification = 'restricted';
  if (context.isKey) {
    Object.assign(property, { required: true, unique: true, primaryKey: true, primaryKeyPosition: 1 });
    return [...suggestions, seen(column.name, 'is never empty and never the same twice', 0, filled, 0)]
  }
  suggestions.push(...[filledCells(property, column, context), inSet(property, column, context)].flat());
  suggestions.push(...inRange(property, column, context));
  return suggestions
}

function typed(property               , { name, kind, filled }               , _         )             {
  property.logicalType = kind === 'text' || kind === 'empty' ? 'string' : kind;
  return seen(name, `is of type ${property.logicalType}`, 0, filled, 0)
}

/** Empty no more often than in a batch like this; where it never was, a single empty cell is a warning. */
function filledCells(property               , { name, nulls }               , { rows, batch, alpha }         ) {
  const tolerates = share(predictionLimit(nulls, rows, batch, alpha), batch);
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_not_be_null', {}, tolerates, nulls === 0);
  return [seen(name, 'is filled', nulls, rows, tolerates)]
}

/** One of the values that recur, where next to none occurs but once. */
function inSet(property               , { name, kind, values, filled }               , { batch, alpha }         ) {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES) return []
  const single = [...values.values()].filter(count => count === 1).length;
  if (single > filled * MOST_SINGLE) return []
  const tolerates = share(predictionLimit(single, filled, batch, alpha), batch);
  expect(property, 'expect_column_values_to_be_in_set', { value_set: [...values.keys()].toSorted() }, tolerates);
  return [seen(name, `is one of ${values.size} values`, single, filled, tolerates)]
}

/** Between the extremes: each end is passed by new values now and then, which is what the tolerance is for. */
function inRange(property               , { name, least, greatest, filled }               , { batch, alpha }         ) {
  if (least === undefined || greatest === undefined) return []
  if (least >= 0) property.logicalTypeOptions.minimum = 0;
  const tolerates = share(2 * predictionLimit(0, filled, batch, alpha / 2), batch);
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_be_between', { min_value: least, max_value: greatest }, tolerates);
  return [seen(name, `is from ${least} to ${greatest}`, 0, filled, tolerates)]
}

function expect(
  property               ,
  expectation        ,
  args                         ,
  tolerates        ,
  warns = false,
)       {
  const percent = `${Number((100 * tolerates).toPrecision(12))} %`;
  const limit = { ...(tolerates > 0 ? { fail_above: percent } : {}), ...(warns ? { warn_above: 0 } : {}) };
  property.quality.push({
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...args, ...limit },
  });
}

const seen = (column        , rule        , broken        , n        , tolerates        )             => ({
  column,
  rule,
  held: n - broken,
  n,
  bound: clopperPearson(broken, n, 2 * LEVEL - 1).upper,
  tolerates,
});

/** Rounded up to two digits, as nobody can tell 0.0317 from 0.032. */
function share(rows        , batch        )         {
  const exact = rows / batch;
  if (exact === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.min(1, Math.ceil(exact / unit - 1e-9) * unit)
}

/** How often a contract suggested from some rows of a table alarms on the others, in `draws` draws by lot. */
                                
                        
                          
                                                                                                       
                                              
                                                         
                                                        
 

/** Suggests a contract again and again from another part of the rows, and holds it against the rest. */
function estimateAlarms(
  header                   ,
  rows                ,
  options                                                                             ,
)                {
  const counts = new Map                ();
  let alarmed = 0;
  for (let draw = 1; draw <= options.draws; draw++) {
    const heldOut = rows.filter((_, i) => isHeldOut(i, options.share, draw));
    const seen = rows.filter((_, i) => !isHeldOut(i, options.share, draw));
    const { draft } = suggestContract(profileOf(header, seen), {
      name: 'table',
      alarms: options.alarms,
      batch: heldOut.length,
    });
    const broken = checkRows(contractText$1(draft, 'rows'), 'table', header, heldOut);
    if (broken.length > 0) alarmed += 1;
    for (const { id } of broken) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const { lower, upper } = clopperPearson(alarmed, options.draws, 0.95);
  return {
    draws: options.draws,
    alarmed,
    interval: [lower, upper],
    rules: [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  }
}

function profileOf(header                   , rows                )               {
  const profiler = tableProfiler('table', header);
  profiler.add(rows);
  return profiler.profile()
}

/** A lot of its own, as the rows held out are drawn by another. */
const DRAW = 2 ** 20;

/** Rows drawn by lot as they come, at most `most` and at least half as many where there are as many: each row as likely as another. */
function sampleRows(most        ) {
  let share = 1;
  let kept                                                   = [];
  return {
    add(row     , number        )       {
      if (!isHeldOut(number, share, DRAW)) return
      kept.push({ number, row });
      if (kept.length <= most) return
      share /= 2;
      kept = kept.filter(({ number }) => isHeldOut(number, share, DRAW));
    },
    rows: ()        => kept.map(({ row }) => row),
  }
}

/** What is asked of a suggestion. */
                                 
                       
                                                                               
                        
                                                                                                 
                         
 

/** A contract for a table, and how it did on rows it was not made from. */
                            
                           
                                             
                                                         
                       
                          
                                   
                                  
 

/** Rows by which it is estimated how often such a contract alarms, and how often that is tried. */
const KEPT = 20_000;
const DRAWS = 100;
/** Fewer rows show nothing that a contract could rest on. */
const FEWEST = 50;

/** Suggests an ODCS contract from most rows of a table, and holds it against the others. Reads the table twice; keeps few rows. */
async function suggest$1({ data, share, alarms }                , { tables, log }       )                     {
  const name = (data.split('/').at(-1) ?? data).replace(/(?<=.)\..*$/, '');
  const first = await tables.open(data);
  const profiler = tableProfiler(data, first.header);
  const sample = sampleRows(KEPT);
  let held = 0;
  await eachRow(first, (batch, from) => {
    const seen = batch.filter((_, i) => !isHeldOut(from + i, share));
    profiler.add(seen);
    held += batch.length - seen.length;
    for (const [i, row] of batch.entries()) sample.add(row, from + i);
    log.progress(`${data}: ${counted$1(from + batch.length, 'row')}`);
  });
  const profile = profiler.profile();
  if (profile.rows < FEWEST || held === 0) {
    throw new UserError(
      'suggest.few-rows',
      `Expected at least ${FEWEST} rows to suggest a contract from but found ${profile.rows + held} (${data})`,
      {
        file: data,
        hint: 'Write the contract by hand, or come back with more rows',
      },
    )
  }
  const { draft, suggestions } = suggestContract(profile, { name, alarms, batch: held });
  const contract = contractText$1(draft, `Suggested by ${counted$1(profile.rows, 'row')} of ${data}`);
  const second = await tables.open(data);
  const run = runOf(contract, name, second.header);
  await eachRow(second, (batch, from) => run.add(textBatch(batch.filter((_, i) => isHeldOut(from + i, share)))));
  log.progress(`${data}: trying the contract on ${DRAWS} draws`);
  const estimate = estimateAlarms(second.header, sample.rows(), { share, alarms, draws: DRAWS });
  return { contract, suggestions, rows: profile.rows, heldOut: held, broken: brokenIn(run), estimate }
}

async function eachRow(table       , take                                               )                {
  let rows = 0;
  for await (const batch of table.batches) {
    take(batch, rows);
    rows += batch.length;
  }
}

const flags$4                      = [
  { name: 'data', kind: 'value', description: 'The table to look at' },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
  { name: 'hold-out', kind: 'value', description: 'Share of the rows to try the contract on. Default: 0.2' },
  { name: 'alarms', kind: 'value', description: 'Tolerated probability of a false alarm per batch. Default: 0.05' },
];

const suggest             = {
  name: 'suggest',
  summary: 'Suggest a data contract from a table, with bounds, and show what it would have flagged on rows held out',
  synopsis: '--data FILE [--out CONTRACT] [--hold-out SHARE] [--alarms PROBABILITY]',
  examples: ['proofmark suggest --data train.csv --out contract.odcs.yaml'],
  flags: flags$4,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$4);
    const data = values.get('data')?.at(-1) ?? positionals[0];
    if (data === undefined) {
      throw new UserError('flags.missing', 'Expected --data (the table to look at) but found nothing', {
        hint: 'proofmark suggest --data train.csv',
      })
    }
    const number = (name        , standard        ) => shareOf(name, values.get(name)?.at(-1), standard);
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const out = values.get('out')?.at(-1);
    if (out !== undefined && (await ports.files.exists(out))) {
      throw new UserError('suggest.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    }
    const suggested = await suggest$1({ data, share: number('hold-out', 0.2), alarms: number('alarms', 0.05) }, ports);
    log.done();
    if (out === undefined) process.stdout.write(suggested.contract);
    else await ports.files.write(out, suggested.contract);
    printLines(out === undefined ? process.stderr : process.stdout, report$1(suggested, data, out));
    return 0
  },
};

function report$1({ suggestions, rows, heldOut, broken, estimate }           , data        , out         )         {
  const { draws, alarmed, interval, rules } = estimate;
  const width = Math.max(...suggestions.map(({ column }) => column.length));
  return [
    { tone: 'strong', text: visible(`Made from ${counted$1(rows, 'row')} of ${data}`) },
    ...suggestions.map(({ column, rule, held, n, bound, tolerates })       => {
      const seen = held === n ? `all ${n}` : `${held} of ${n}`;
      const tolerance = tolerates > 0 ? `, tolerates ${percent$1(tolerates)}` : '';
      return {
        tone: 'plain',
        text: visible(`  ${column.padEnd(width)}  ${rule}: ${seen}, at most ${percent$1(bound)} others${tolerance}`),
      }
    }),
    { tone: 'plain', text: '' },
    { tone: 'strong', text: `Tried on ${counted$1(heldOut, 'row')} held out: ${counted$1(broken.length, 'rule')} broken` },
    ...broken.map(({ title, reason })       => ({ tone: 'warn', text: visible(`  ${title}: ${reason}`) })),
    {
      tone: 'plain',
      text: `False alarms: ${alarmed} of ${draws} such draws (${percent$1(alarmed / draws)}, 95 % interval ${percent$1(interval[0])} to ${percent$1(interval[1])})`,
    },
    ...rules.slice(0, 5).map(([rule, count])       => ({ tone: 'muted', text: visible(`  ${count} times ${rule}`) })),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`wrote ${out}`) }]),
  ]
}

function shareOf(name        , text                    , standard        )         {
  const share = text === undefined ? standard : Number(text);
  if (share > 0 && share < 1) return share
  throw new UserError('flags.share', `Expected --${name} to be between 0 and 1 but found ${text}`, {
    hint: `Give a proportion, e.g. ${standard}`,
  })
}

/** HKDF and HMAC by Node's OpenSSL, AES-SIV and FF1 by noble, which is loaded with it. */
async function nodeCiphers()                   {
  const [{ aessiv }, { FF1 }] = await Promise.all([import('./ciphers.js').then(function (n) { return n.a; }), import('./ciphers.js').then(function (n) { return n.f; })]);
  return {
    hkdf: (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, length)),
    hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message, 'utf8').digest()),
    aesSiv: key => ({
      seal: (plain, associated = []) => aessiv(key, ...associated).encrypt(plain),
      open(sealed, associated = []) {
        try {
          return aessiv(key, ...associated).decrypt(sealed)
        } catch {
          return undefined
        }
      },
    }),
    ff1(radix, key, tweak) {
      const cipher = FF1(radix, key, tweak);
      return { encrypt: numerals => cipher.encrypt([...numerals]), decrypt: numerals => cipher.decrypt([...numerals]) }
    },
  }
}

/** A cell as CSV has it (RFC 4180): in quotes where it holds a separator, a quote or a line break, quotes doubled. */
const csvCell = (cell        , separator        )         =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A row as a line of CSV, its end included. */
const csvLine = (cells                   , separator        )         =>
  `${cells.map(cell => csvCell(cell, separator)).join(separator)}\n`;

const BYTES = 32;
/** A key of few different bytes was typed, not drawn. */
const FEWEST_DIFFERENT = 12;

/** The 256-bit secret that all keys are derived from, out of the text of a key file: 64 hexadecimal digits or base64. `place` names the file; the text is in no message. */
function readTokenKey(text        , place        )             {
  const written = text.trim();
  const key = /^[\da-f]{64}$/i.test(written) ? fromHex(written) : fromBase64(written);
  if (key?.length !== BYTES)
    throw new UserError('tokenize.key', `Expected ${place} to hold a key of 256 bits but found something else`, {
      file: place,
      hint: 'Make one with: openssl rand -hex 32; keep it in a secret, commit it nowhere',
    })
  if (new Set(key).size < FEWEST_DIFFERENT)
    throw new UserError('tokenize.weak-key', `Expected ${place} to hold random bytes but found few different ones`, {
      file: place,
      hint: 'Draw the key: openssl rand -hex 32',
    })
  return key
}

const fromHex = (text        ) =>
  Uint8Array.from({ length: BYTES }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

function fromBase64(text        )                         {
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace('=', ''));
  return Uint8Array.from(binary, char => char.charCodeAt(0))
}

/** Keys for columns, derived from one secret. */
                            
                                                                              
                     
                                                                                                                                  
                                                               
 

/** Derives every key by HKDF from the secret, each with a purpose of its own. */
function tokenKeys(secret            , { hkdf }         )            {
  const purpose = (...parts          ) => ['proofmark tokens v1', ...parts].join('\0');
  const id = [...hkdf(secret, purpose('id'), 4)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return { id, of: (method, domain, bytes) => hkdf(secret, purpose('key', method, domain), bytes) }
}

/** A table on its way to or from tokens. */
                                 
                               
                                    
                                                   
                         
                                                                              
                                      
                                  
 

                 
                       
                                    
                                                    
                          
                           
 

/** Makes tokens of the declared columns. An empty cell stays empty, and says so. */
function tokenizeTable(given       )                 {
  const { header, methods } = given;
  refuseSubjects(given);
  const stay = header.flatMap((name, at) =>
    methods.get(name)?.tokenizer === undefined && methods.has(name) ? [] : [at],
  );
  const tokenizers = header.map(name => bind(given, name));
  return {
    header: stay.map(at => header[at] ?? ''),
    row: row =>
      stay.map(at => {
        const cell = row.cells[at] ?? '';
        return cell === '' ? '' : (tokenizers[at]?.apply(cell, row) ?? cell)
      }),
    reversed: [],
    kept: [],
  }
}

/** Gives back the values of the columns whose method has a way back; the others stay as they are. */
function restoreTable(given       )                 {
  const { header, methods } = given;
  refuseSubjects({ ...given, methods: new Map([...methods].filter(([name]) => isReversible(name, methods))) });
  const backs = header.map(name => (isReversible(name, methods) ? bind(given, name)?.reverse : undefined));
  // What is shifted by a subject can be moved back only once the subject is what it was.
  const later = header.map(name => methods.get(name)?.subject !== undefined);
  const pass = (row     , dependent         )      => ({
    line: row.line,
    cells: row.cells.map((cell, at) =>
      cell === '' || later[at] !== dependent ? cell : (backs[at]?.(cell, row) ?? cell),
    ),
  });
  const declared = header.filter(name => methods.has(name));
  return {
    header,
    row: row => [...pass(pass(row, false), true).cells],
    reversed: declared.filter(name => isReversible(name, methods)),
    kept: declared.filter(name => !isReversible(name, methods)),
  }
}

/** Whether the key gives the column's values back: a date shift only where its subject is raw or comes back too. */
function isReversible(column        , methods                                  )          {
  const method = methods.get(column);
  if (!method?.reversible) return false
  const subject = method.subject === undefined ? undefined : methods.get(method.subject);
  return subject === undefined || (subject.reversible && subject.subject === undefined)
}

function bind({ file, header, methods, keys, ciphers }       , column        )                        {
  return methods.get(column)?.tokenizer?.({
    column,
    file,
    keys,
    ciphers,
    cellOf(name) {
      const index = header.indexOf(name);
      return index < 0 ? undefined : row => row.cells[index] ?? ''
    },
  })
}

function refuseSubjects({ file, header, methods }       )       {
  for (const [column, { subject }] of methods) {
    if (subject === undefined || !header.includes(column) || (header.includes(subject) && subject !== column)) continue
    throw new UserError(
      'tokenize.subject',
      `Expected the subject of ${column} to be another column of ${file} but found ${subject === column ? 'itself' : `no column ${subject}`}`,
      { file, hint: 'Name the column that says whose dates they are' },
    )
  }
}

/** Where the table goes: whole once `finish` returns, nothing of it before. */
                            
                                    
                                                      
 

                            
                        
                       
                                            
                                                                                   
                                      
                                  
                                                                          
                                 
                                                   
                                       
 

const MAX_MANIFEST = 1024 * 1024;
/** Rows between two reports of progress. */
const REPORT = 100_000;

/** Pseudonymises a table as its contract declares, or gives the values back; streams, so that no table is too long. */
async function tokenize$1(
  options                 ,
  sink           ,
  ciphers         ,
  ports       ,
)                     {
  const keys = tokenKeys(readTokenKey(options.key.text, options.key.place), ciphers);
  const { contract } = await openContract(options.contract, ports.files);
  const table = await ports.tables.open(options.data);
  try {
    return await tokenizeRows(table, options, { contract, keys, ciphers, sink }, ports)
  } finally {
    await table.close?.();
  }
}

                      
                                 
                          
                           
                          
 

async function tokenizeRows(
  table       ,
  options                 ,
  { contract, keys, ciphers, sink }            ,
  ports       ,
)                     {
  const properties = contractColumns(contract, options.data);
  refuseUnknown(options, table.header, properties);
  const methods = declaredMethods(properties, contract.name, table.header);
  if (methods.size === 0) throw nothingDeclared(contract.name, options.data)
  if (options.reverse) await refuseOtherKey(options, keys.id, methods, table.header, ports);
  else refuseMissing(options, methods, table.header);

  const given = { file: options.data, header: table.header, methods, keys, ciphers };
  const tokenized = options.reverse ? restoreTable(given) : tokenizeTable(given);
  const separator = /\.(tsv|tab)$/i.test(options.out) ? '\t' : ',';
  if (tokenized.header.length === 0) throw nothingLeft(options.data)
  await sink.write(csvLine(tokenized.header, separator));
  let rows = 0;
  let next = REPORT;
  for await (const batch of table.batches) {
    await sink.write(batch.map(row => csvLine(tokenized.row(row), separator)).join(''));
    rows += batch.length;
    if (rows < next) continue
    ports.log.progress(`${options.data}: ${rows} rows`);
    next = rows + REPORT;
  }
  if (rows === 0) throw noRows(options.data)
  const written = await sink.finish();

  const columns = [...methods].map(([name, { id }]) => ({ name, method: id, reversible: isReversible(name, methods) }));
  const { reversed, kept } = tokenized;
  const raw = [...properties].filter(
    ([name, property]) => table.header.includes(name) && isSensitive(property) && !methods.has(name),
  );
  const result = { keyId: keys.id, rows, columns, reversed, kept, raw: raw.map(([name]) => name) };
  if (options.reverse) return { ...result, manifest: undefined }
  const manifest = manifestPath(options.out);
  await ports.files.write(manifest, `${JSON.stringify(manifestOf(written, result), null, 2)}\n`);
  return { ...result, manifest }
}

const manifestOf = (
  written                                   ,
  { keyId, rows, columns }                                               ,
)                => ({
  schema: `${NAMESPACE}tokens/v1`,
  table: { ...written, rows },
  keyId,
  status: 'pseudonymised',
  columns,
});

/** By the name each column has in the file; a declared column that the file does not have keeps the contract's name. */
function declaredMethods(
  properties                               ,
  contract        ,
  header                   ,
)                           {
  const methods = new Map                     ();
  for (const property of new Set(properties.values())) {
    const method = declaredMethod(property, contract);
    const names = [property.name, ...(property.physicalName === undefined ? [] : [property.physicalName])];
    if (method) methods.set(names.find(name => header.includes(name)) ?? property.name, method);
  }
  return methods
}

/** A column that nobody described would leave raw. */
function refuseUnknown(
  { data, contract }                 ,
  header                   ,
  properties                               ,
)       {
  const unknown = header.filter(name => !properties.has(name));
  if (unknown.length === 0) return
  throw new UserError(
    'tokenize.unknown-column',
    `Expected ${contract} to describe every column of ${data} but it has no ${unknown.join(', ')}`,
    {
      file: data,
      hint: `Add them to the contract; with ${PROPERTY}: drop where they should be left out`,
    },
  )
}

function refuseMissing(
  { data }                 ,
  methods                                  ,
  header                   ,
)       {
  const missing = [...methods.keys()].filter(name => !header.includes(name));
  if (missing.length === 0) return
  throw new UserError(
    'tokenize.missing-column',
    `Expected ${data} to have the columns to pseudonymise but it has no ${missing.join(', ')}`,
    {
      file: data,
      hint: 'Correct the names in the contract: under another name a column would leave raw',
    },
  )
}

/** A wrong key gives other digits and dates, and no error: the manifest beside the table knows the right one. */
async function refuseOtherKey(
  { data }                 ,
  keyId        ,
  methods                                  ,
  header                   ,
  { files }       ,
)                {
  const silent = header.filter(name => methods.get(name)?.holds === undefined && isReversible(name, methods));
  if (silent.length === 0) return
  const path = manifestPath(data);
  const manifest = (await files.exists(path))
    ? parseManifest(await files.readText(path, { maxBytes: MAX_MANIFEST }))
    : undefined;
  const { sha256 } = await files.digest(data);
  const found =
    manifest === undefined
      ? 'none'
      : manifest.keyId !== keyId
        ? `the key ${manifest.keyId}, which is not ${keyId}`
        : manifest.table.sha256 !== sha256
          ? 'one of another table'
          : undefined;
  if (found === undefined) return
  throw new UserError(
    'tokenize.manifest',
    `Expected ${path} to say that this key made ${silent.join(', ')} of this table but found ${found}`,
    {
      file: path,
      hint: 'Give the table as tokenize wrote it, its manifest beside it, and the key it names',
    },
  )
}

const nothingDeclared = (contract        , data        ) =>
  new UserError(
    'tokenize.nothing-declared',
    `Expected ${contract} to declare a column of ${data} pseudonymised but found none`,
    {
      file: contract,
      hint: `Give a column the custom property ${PROPERTY}, e.g. with the value hmac`,
    },
  );

const nothingLeft = (data        ) =>
  new UserError('tokenize.nothing-left', `Expected a column of ${data} to stay but the contract drops all of them`, {
    file: data,
  });

const noRows = (data        ) =>
  new UserError('tokenize.no-rows', `Expected rows in ${data} but found none`, {
    file: data,
    hint: 'Check the step that writes it',
  });

const KEY_VARIABLE = 'PROOFMARK_TOKEN_KEY';
const MAX_KEY_BYTES = 4096;

const flags$3                      = [
  { name: 'data', kind: 'value', description: 'The table: a CSV file' },
  {
    name: 'contract',
    kind: 'value',
    description: 'ODCS contract whose columns say proofmarkTokenize: hmac, aes-siv, …',
  },
  {
    name: 'key',
    kind: 'value',
    description: `File with a key of 256 bits, as hex or base64. Default: the text in ${KEY_VARIABLE}`,
  },
  { name: 'out', kind: 'value', description: 'The table to write; a manifest is written beside it' },
  { name: 'reverse', kind: 'switch', description: 'Give the values back, where the method has a way back' },
];

const tokenize             = {
  name: 'tokenize',
  summary: 'Pseudonymise the columns of a table as its contract declares, or give their values back',
  synopsis: '--data FILE --contract FILE --key FILE --out FILE [--reverse]',
  examples: [
    'openssl rand -hex 32 > tokens.key',
    'proofmark tokenize --data raw.csv --contract contract.odcs.yaml --key tokens.key --out applications.csv',
  ],
  flags: flags$3,
  async run(args) {
    const { values } = parseFlags(args, flags$3);
    const required = (name        ) => values.get(name)?.at(-1) ?? missing$1(name);
    const [data, contract, out] = [required('data'), required('contract'), required('out')];
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const keyFile = values.get('key')?.at(-1);
    const text =
      keyFile === undefined
        ? process.env[KEY_VARIABLE]
        : await ports.files.readText(keyFile, { maxBytes: MAX_KEY_BYTES });
    if (text === undefined) missing$1('key');
    const reverse = values.has('reverse');
    await refuseOverwriting(out, [data, contract, ...(keyFile === undefined ? [] : [keyFile])]);
    const sink = fileSink(out, reverse);
    try {
      const key = { text, place: keyFile ?? KEY_VARIABLE };
      const done = await tokenize$1({ data, contract, out, key, reverse }, sink, await nodeCiphers(), ports);
      log.done();
      process.stdout.write(`${report(done, out, reverse).join('\n')}\n`);
    } finally {
      await sink.discard();
    }
    return 0
  },
};

function report(
  { keyId, rows, columns, reversed, kept, raw, manifest }           ,
  out        ,
  reverse         ,
)           {
  const lines = [`table     ${out}   ${counted$1(rows, 'row')}`, `key id    ${keyId}`];
  if (reverse)
    return [...lines, `restored  ${listed(reversed)}`, ...(kept.length > 0 ? [`no way back: ${listed(kept)}`] : [])]
  return [
    ...lines,
    ...columns.map(({ name, method }) => `column    ${name}: ${method}`),
    ...(raw.length > 0 ? [`left raw though classified as sensitive: ${listed(raw)}`] : []),
    `manifest  ${manifest}`,
    'The table is pseudonymised: it is still personal data, and whoever has the key can link it again',
  ]
}

/** By what the paths name, links followed: the table is read while the other is written. */
async function refuseOverwriting(out        , inputs                   )                {
  const target = await real(out);
  for (const input of inputs) {
    if ((await real(input)) !== target && (await real(manifestPath(out))) !== (await real(input))) continue
    throw new UserError('tokenize.overwrites', `Expected --out to name another file but it would overwrite ${input}`, {
      hint: 'Give the new table a name of its own',
    })
  }
}

const real = (path        ) => realpath(path).catch(() => resolve(path));

/** A file that takes its name once it is whole, and is not there before the first write; with `secret` it is readable by its owner only. */
function fileSink(out        , secret         )                                           {
  const target = resolve(out);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const sha256 = createHash('sha256');
  let bytes = 0;
  let file;                        
  return {
    async write(text) {
      const chunk = Buffer.from(text);
      sha256.update(chunk);
      bytes += chunk.length;
      await named(async () => {
        if (!file) await mkdir(dirname(target), { recursive: true });
        file ??= await open$1(temporary, 'wx', secret ? 0o600 : 0o666);
        await file.writeFile(chunk);
      });
    },
    async finish() {
      await named(async () => {
        await file?.sync();
        await file?.close();
        await rename(temporary, target);
      });
      return { sha256: sha256.digest('hex'), bytes }
    },
    async discard() {
      await file?.close().catch(() => {});
      await rm(temporary, { force: true }).catch(() => {});
    },
  }

  function named(work                     )                {
    return work().catch(cause => Promise.reject(fileError(out, 'write', cause)))
  }
}

function missing$1(flag        )        {
  throw new UserError('tokenize.incomplete', `Expected --${flag} but found nothing`, {
    hint: 'proofmark tokenize --data FILE --contract FILE --key FILE --out FILE',
  })
}

const flags$2                      = [
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  ...TRUSTING_FLAGS,
  {
    name: 'evidence',
    kind: 'value',
    description: 'Folder of the evidence, to be compared with what the certificate rests on',
  },
  {
    name: 'proof',
    kind: 'value',
    description: 'Proof that it is in the log. Default: certificate.tlog-proof beside the certificate',
  },
  ...PLACE_FLAGS,
  ...TRUST_FLAGS,
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const verify             = {
  name: 'verify',
  summary: 'Verify a certificate, offline, against the bytes of a model',
  synopsis: 'CERTIFICATE --model FILE… [--key FILE | --policy FILE]',
  examples: ['proofmark verify certificate.sigstore.json --model model.joblib --key proofmark.pub'],
  flags: flags$2,
  async run(args) {
    const parsed = parseFlags(args, flags$2);
    const { values, positionals } = parsed;
    const one = (name        ) => values.get(name)?.at(-1);
    const [certificate] = positionals;
    const model = values.get('model');
    if (certificate === undefined || positionals.length > 1)
      throw missing(`one certificate but found ${positionals.length}`)
    if (model === undefined || model.length === 0) throw missing('--model to name the model but found nothing')
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed);
    const path = (flag        ) => {
      const typed = one(flag);
      return typed === undefined ? undefined : place.rebase(typed)
    };
    const verification = await verify$2(
      {
        certificate: place.rebase(certificate),
        model: model.map(place.rebase),
        key: trust,
        evidence: path('evidence'),
        proof: path('proof'),
        name: one('name'),
        log: recordLog,
      },
      ports,
    );
    done();
    if (values.has('json'))
      process.stdout.write(`${JSON.stringify({ outcome: verification.outcome, steps: verification.steps }, null, 2)}\n`);
    else if (values.has('quiet')) process.stdout.write(`${verificationLine(verification)}\n`);
    else printLines(process.stdout, verificationLines(verification));
    return exitCode(verification.verdict, [])
  },
};

const missing = (what        ) =>
  new UserError('verify.incomplete', `Expected ${what}`, {
    hint: 'proofmark verify CERTIFICATE --model FILE… --key FILE',
  });

/** What a target points at, judged. */
                         
                             
                            
                           
                        
                        
 

/**
 * Whether a target points at a model whose certificate holds now: it is signed by somebody trusted, about the bytes as they lie there
 * now, neither expired nor revoked; and whether that is the log's last word on the target.
 */
async function judgeTarget(world                , log                        )                  {
  const { target, ports } = world;
  const standing = await target.current();
  const told = (verdict         , found        , hint         )         => ({
    standing,
    verdict,
    found,
    ...(hint === undefined ? {} : { hint }),
  });
  const last = log?.leaves.findLast(leaf => isMove(leaf) && leaf.target === target.name);
  if (standing.foreign) return told('failed', `it points at ${standing.foreign.words}`)
  if (standing.pointer === undefined)
    return last?.id === undefined
      ? told('passed', 'it points at nothing')
      : told('failed', `it points at nothing, the log says ${last.model ?? last.id}`)

  const read = readPointer(standing.pointer);
  if ('reason' in read) return told('failed', `it points at what Proofmark did not write: ${read.reason}`)
  const { pointer } = read;
  if (pointer.target !== target.name)
    return told('failed', `its pointer was written for ${pointer.target} and copied from there`)
  const at = (verdict         , found        , hint         )         => ({ ...told(verdict, found, hint), pointer });
  const { document } = pointerLeaf(pointer, ports.sha256(standing.pointer));
  const logged = log?.leaves.some(leaf => leaf.document === document) ?? true;
  if (logged && last && last.document !== document)
    return at('failed', `it points at ${pointing(pointer)}, which is not the log’s last word`)
  if (pointer.to === null)
    return logged
      ? at('passed', 'it points at nothing')
      : at('inconclusive', 'it points at nothing, and nobody logged that')

  const { name } = pointer.to;
  const verified = await verifyAtTarget(pointer.to, world);
  if (!verified) return at('failed', `it points at ${name}, whose certificate or files are not there`)
  const broken = verified.steps.find(({ status }) => status !== 'passed');
  if (broken) return at(broken.status, `it points at ${name}: ${broken.reason}`, broken.hint)
  if (verified.steps.length === 0)
    return at('inconclusive', `it points at ${name}: nothing was asked of its certificate`)
  if (log) {
    const key = keyHint((await target.certificate(pointer.to.certificate)) ?? '');
    const asked = { sha256: pointer.to.certificate, modelId: pointer.to.id, key };
    const revoked = revokedStep(findRevocation(log.leaves, log.documents, asked), world);
    if (revoked.status !== 'passed') return at(revoked.status, `it points at ${name}: ${revoked.reason}`, revoked.hint)
  }
  return logged
    ? at('passed', `it points at ${pointing(pointer)}, certified and unchanged`)
    : at(
        'inconclusive',
        `it points at ${name}, which is certified but not in the log`,
        'Promote it again: that logs it',
      )
}

/** Models of the log that are tried, the newest. */
const TRIED = 5;
const MAX_REASON = 500;

                
                                    
                                   
 

/**
 * Points a target back at the newest model that it pointed at by the log and that is certified now: its certificate, its bytes as they
 * lie there, its revocation are asked again. A tag of the target's is never asked what was there before. Undefined where there is none.
 */
async function revertTarget(
  { standing, pointer: stood, found }        ,
  log            ,
  world                ,
)                                 {
  const { target, ports, by } = world;
  const back = await findBack(standing.pointer, log, world);
  if (!back) return undefined
  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to: back.to,
    from: stood?.to ?? null,
    reason: `proofmark watch: ${found}`.slice(0, MAX_REASON),
    ...(by === undefined ? {} : { by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const verified = promotionStep(
    'verify',
    'passed',
    back.to === null
      ? 'By the log, nothing is to be there'
      : `${back.to.name}, which the log has before, was verified again, as it lies at ${target.name}`,
  );
  const { outcome, steps, error } = await flip$1(pointer, standing, back.aimed, world);
  return concludePromotion({
    outcome,
    target: target.name,
    steps: [verified, ...steps],
    pointer,
    notes: [],
    ...(error === undefined ? {} : { error }),
  })
}

async function findBack(
  standing                    ,
  { leaves, documents }            ,
  world                ,
)                            {
  const { target, ports } = world;
  const wrong = standing === undefined ? undefined : `sha256:${ports.sha256(standing)}`;
  const tried = new Set        ();
  for (const { leaf, pointer } of movesOf(target.name, leaves, documents)) {
    if (leaf.document === wrong || pointer === undefined || pointer.target !== target.name) continue
    const { to } = pointer;
    if (to === null) return tried.size === 0 ? { to, aimed: undefined } : undefined
    const key = `${to.id} ${to.certificate}`;
    if (tried.has(key)) continue
    if (tried.size === TRIED) return undefined
    tried.add(key);
    const verified = await verifyAtTarget(to, world);
    if (verified?.outcome !== 'verified' || verified.steps.length === 0) continue
    const signed = keyHint((await target.certificate(to.certificate)) ?? '');
    const asked = { sha256: to.certificate, modelId: to.id, key: signed };
    if (revokedStep(findRevocation(leaves, documents, asked), world).status !== 'passed') continue
    return { to, aimed: { id: to.id, files: verified.files } }
  }
  return undefined
}

/** What watching asks of the world: what promoting does, but for the target. */
                                                                                                

/**
 * Looks at where targets point, and whether that is certified now; on request points them back at the certified model before, by the log.
 * One that cannot be looked at keeps no other from being so. Returns what went wrong beside what was found, for the exit code.
 */
async function watch$1(
  { scheme, patterns, revert }              ,
  world            ,
)                                                           {
  const { targets, recordLog, connections = {}, ports } = world;
  if (revert && !recordLog)
    throw new UserError('watch.no-log', 'Expected a log, to know what was certified before, but found none', {
      hint: 'Name it in record.log of proofmark.yml: a tag of the registry is no proof of what was there',
    })
  const readLog = async () => recordLog?.read(['promotion', 'demotion', 'revocation']);
  const log = await readLog();
  const watched            = [];
  const errors            = [];
  for (const name of await targets.list(scheme, patterns)) {
    try {
      watched.push(await lookAt(name, log));
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      errors.push(error);
      watched.push({ target: name, verdict: 'inconclusive', found: error.message, hint: error.hint });
    }
  }
  errors.push(...watched.flatMap(({ reverted }) => reverted?.error ?? []));
  return {
    at: instant(ports.now()),
    log: recordLog?.name,
    targets: watched,
    verdict: worstVerdict(watched.map(({ verdict }) => verdict)),
    errors,
  }

  async function lookAt(name        , first                        )                   {
    const target = await targets.open(name);
    let read = first;
    // Every certificate is held against the log as it was read for all of them: it is large, and a forge counts requests.
    const here                 = {
      ...world,
      target,
      verify: (request, shown) =>
        world.verify(request, shown, recordLog && { ...recordLog, read: async kinds => read ?? recordLog.read(kinds) }),
    };
    let judged = await judgeTarget(here, read);
    if (judged.verdict !== 'passed') {
      // A promotion that was under way meanwhile looks like one that nobody logged: a second look tells them apart.
      read = await readLog();
      judged = await judgeTarget(here, read);
    }
    const { verdict, found, hint, pointer } = judged;
    const look = { kind: 'look', target: name, verdict, at: ports.now() };         
    errors.push(...(await tellRecipients(connections, async () => look, ports)));
    const reverted = revert && read && verdict === 'failed' ? await revertTarget(judged, read, here) : undefined;
    const left = revert && verdict === 'failed' && !reverted ? 'The log has no certified model before it' : hint;
    return { target: name, verdict, found, hint: left, pointer, reverted }
  }
}

/** What a report says of a look at all targets. */
                              
                     
                                  
                           
                              
                           
                             
                          
                                      
                                                                                             
     
 

const SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line. */
function watchLine({ targets, verdict }                                          )         {
  const count = (one         ) => targets.filter(target => target.verdict === one).length;
  if (targets.length === 0) return 'Expected targets to look at but found none: nothing was checked'
  if (verdict === 'passed') return `Certified: ${counted(targets.length)}`
  const reverted = targets.filter(target => target.reverted?.outcome === 'demoted').length;
  const parts = [
    ...(count('failed') > 0 ? [`${count('failed')} of ${counted(targets.length)} not certified`] : []),
    ...(reverted > 0 ? [`${reverted} pointed back`] : []),
    ...(count('inconclusive') > 0 ? [`${count('inconclusive')} could not be judged`] : []),
  ];
  return parts.join(', ')
}

/** Each target, and what was done about it, then the result, for a terminal. */
function watchLines(report             )         {
  return [
    ...report.targets.flatMap(({ target, verdict, found, hint, reverted }) => [
      { tone: verdict, text: `${SIGN[verdict]} ${visible(`${target}: ${found}`)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
      ...(reverted === undefined ? [] : [{ tone: reverted.verdict, text: `    ${promotionLine(reverted)}` }]),
    ]),
    { tone: report.verdict, text: watchLine(report) },
  ]
}

/** The same as Markdown, for a job summary or an issue. */
function watchMarkdown(report             )         {
  const rows = report.targets.map(({ target, verdict, found, hint, reverted }) => [
    VERDICT_SIGN[verdict],
    code(target),
    escapeText(hint === undefined ? found : `${found}. ${hint}`),
    reverted === undefined ? '' : escapeText(promotionLine(reverted)),
  ]);
  const head = `### ${escapeText(watchLine(report))}`;
  const as = `As of ${escapeText(report.at)}, by ${report.log === undefined ? 'no log' : code(report.log)}.`;
  return `${[head, as, ...(rows.length === 0 ? [] : [table(['Status', 'Target', 'Found', 'Done'], rows)])].join('\n\n')}\n`
}

const counted = (count        ) => (count === 1 ? '1 target' : `${count} targets`);

const SYNOPSIS = '--mlflow MODEL@ALIAS… --key FILE [--revert] [--every 60s]';
const flags$1                      = [
  { name: 'mlflow', kind: 'list', description: 'Aliases to look at: MODEL@ALIAS, with * for any, or all' },
  { name: 'revert', kind: 'switch', description: 'Point back at the certified model before, by the log' },
  { name: 'every', kind: 'value', description: 'Look again and again: 60s, 5m or 1h. Default: once' },
  { name: 'once', kind: 'switch', description: 'Look once; as without --every' },
  ...TRUSTING_FLAGS,
  { name: 'markdown', kind: 'value', description: 'Write what was found as Markdown' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
];

const watch             = {
  name: 'watch',
  summary: 'Find aliases of a model registry that point at what nobody certified, and point them back',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark watch --mlflow credit@champion --key proofmark.pub',
    "proofmark watch --mlflow '*@champion' --key proofmark.pub --revert --every 60s",
  ],
  flags: flags$1,
  async run(args) {
    const parsed = parseFlags(args, flags$1);
    const { values, positionals } = parsed;
    const patterns = values.get('mlflow') ?? [];
    if (patterns.length === 0 || positionals.length > 0)
      throw incomplete('--mlflow to name aliases but found nothing', `proofmark watch ${SYNOPSIS}`)
    const every = values.has('once') ? undefined : secondsOf(values.get('every')?.at(-1));
    const { ports, place, connections, recordLog, trust, done } = await trustedLogOf(parsed);
    const name = values.get('name')?.at(-1);
    const world             = {
      ports,
      targets: composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN),
      verify: (request, shown, log = recordLog) => verify$2({ ...request, key: trust, name, log }, shown),
      recordLog,
      connections,
      by: whoAsks(),
    };
    const look = async ()                    => {
      const { errors, ...seen } = await watch$1(
        { scheme: 'mlflow', patterns, revert: values.has('revert') },
        world,
      );
      done();
      const markdown = values.get('markdown')?.at(-1);
      if (markdown !== undefined) await ports.files.write(place.rebase(markdown), watchMarkdown(seen));
      if (values.has('json')) process.stdout.write(`${JSON.stringify(seen, null, every === undefined ? 2 : 0)}\n`);
      else if (values.has('quiet')) process.stdout.write(`${watchLine(seen)}\n`);
      else printLines(process.stdout, watchLines(seen));
      return exitCode(seen.verdict, errors)
    };
    return every === undefined ? look() : again(look, every, parsed)
  },
};

/** Looks until the program is asked to end; what goes wrong once is told, and may be mended by the next time. */
async function again(look                         , seconds        , { values }             )                    {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']         ) process.once(signal, () => end.abort());
  for (;;) {
    let code;          
    try {
      if (!values.has('json')) process.stdout.write(`${new Date().toISOString()}\n`);
      code = await look();
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      code = exitCodeOf(error);
      process.stderr.write(`${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}\n`);
    }
    if (end.signal.aborted) return code
    await setTimeout$1(seconds * 1000, undefined, { signal: end.signal }).catch(() => {});
    if (end.signal.aborted) return code
  }
}

const UNIT                                   = { s: 1, m: 60, h: 3600 };

function secondsOf(text                    )                     {
  if (text === undefined) return undefined
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([smh])$/.exec(text) ?? [];
  const seconds = Number(number) * (UNIT[unit] ?? 0);
  if (seconds > 0 && seconds <= 7 * 24 * 3600) return seconds
  throw new UserError('watch.every', `Expected --every to be a time such as 60s, 5m or 1h but found '${text}'`, {
    hint: 'At most a week',
  })
}

/** A witness and what it remembers. */
                          
                            
                             
                                                                                                                
                                     
 

/** What a witness has seen and signed. */
                            
                                                                                        
                       
                       
                   
                                                             
                          
 

/**
 * Reads the whole log, holds it against what the witness saw before, and cosigns its newest checkpoint at this time: also where nothing is
 * new, for that is what tells a quiet log from one that somebody keeps from its readers.
 */
async function witnessLog(
  branch           ,
  trust          ,
  { signer, stored }         ,
  ports          ,
)                                {
  const before = stored === undefined ? undefined : openCheckpoint(stored, trust.origin, trust.key, ports.noteKeys);
  if (typeof before === 'string')
    throw new UserError('witness.memory', `${before}, in what the witness has kept`, {
      hint: `Restore the file that it wrote last for ${trust.origin}`,
    })
  const log = await readLog(branch, { ...trust, quorum: 0, maxAgeHours: undefined }, before ? [before] : [], ports);
  if (isFault$1(log)) return log
  const { text, signatures } = log.checkpoint.note;
  const at = ports.now();
  const own = signatures.filter(({ name, keyId }) => name === trust.key.name && keyId === trust.key.keyId);
  const cosignature = cosign(text, at, signer, ports.noteKeys.sign);
  return {
    note: writeNote({ text, signatures: [...own, cosignature] }),
    size: log.checkpoint.size,
    at: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(before === undefined ? {} : { before: before.size }),
  }
}

/** Puts a cosigned checkpoint where readers of the log look for it, in the log's own branch. Never over one of a larger tree. */
async function mirrorCosignature(
  branch           ,
  trust          ,
  signer            ,
  { note, size }           ,
  ports          ,
)                {
  const path = witnessFile(signer.name);
  await untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const there = await branch.read(commit, path);
      const known =
        there === undefined
          ? ''
          : openCheckpoint(new TextDecoder().decode(there), trust.origin, trust.key, ports.noteKeys);
      if (typeof known !== 'string' && (known.size > size || writeNote(known.note) === note)) return 'done'
      await branch.commit(commit, {
        message: `Cosign the checkpoint of ${size} entries`,
        additions: [{ path, content: utf8(note) }],
        deletions: [],
      });
      return 'again'
    },
    ports,
  );
}

/** Variable whose text is the witness's private key where no file is named. */
const WITNESS_KEY = 'PROOFMARK_WITNESS_KEY';
const DEFAULT_KEY = 'proofmark-witness.key';
const DEFAULT_MEMORY = 'proofmark-witness.checkpoint';

const flags                      = [
  ...PLACE_FLAGS,
  {
    name: 'witness-key',
    kind: 'value',
    description: `File with the witness's private key. Default: the text in ${WITNESS_KEY}`,
  },
  {
    name: 'memory',
    kind: 'value',
    description: `File that the witness remembers the log by. Default: ${DEFAULT_MEMORY}`,
  },
  { name: 'mirror', kind: 'switch', description: "Put the cosignature into the log's branch, where its readers look" },
  { name: 'name', kind: 'value', description: 'init: what the witness is called, e.g. audit.acme.example/w1' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
];

const witness             = {
  name: 'witness',
  summary:
    "Hold a log against what was seen of it before, and cosign it; from a place that the log's owner cannot write to",
  synopsis: '[init --name NAME] [--repository OWNER/NAME | --remote GIT] --verifier-key KEY [--mirror]',
  examples: [
    'proofmark witness init --name audit.acme.example/w1',
    'proofmark witness --repository acme/governance --verifier-key KEY --mirror',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const given = await givenLog(parsed);
    const { ports, place, last } = given;
    const json = parsed.values.has('json');
    if (parsed.positionals[0] === 'init') return makeKey(given)
    const signer = await witnessSigner(given);
    const trust = trustOf$1(given.settings, {}, ports);
    const branch = ports.logs.open(logPlace(given.settings, ports.context));
    const memory = place.rebase(last('memory') ?? DEFAULT_MEMORY);
    const stored = (await ports.files.exists(memory))
      ? await ports.files.readText(memory, { maxBytes: MAX_NOTE_LENGTH })
      : undefined;
    const seen = await witnessLog(branch, trust, { signer, stored }, ports);
    if (isFault$1(seen)) return tellFault(seen, json)
    // What was signed is kept before anybody is shown it: a witness that forgets could cosign a fork.
    await ports.files.write(memory, seen.note);
    if (parsed.values.has('mirror')) await mirrorCosignature(branch, trust, signer, seen, ports);
    const { size, at, before } = seen;
    process.stdout.write(
      json
        ? `${JSON.stringify({ origin: trust.origin, size, before, at, note: seen.note }, null, 2)}\n`
        : `✔ ${trust.origin} continues ${before === undefined ? 'nothing: it was believed as it is' : `the ${before} entries seen before`}; ${size} cosigned at ${at.toISOString()}\n`,
    );
    return 0
  },
};

async function witnessSigner({ ports, place, last }          ) {
  const path = last('witness-key');
  const text =
    path === undefined ? process.env[WITNESS_KEY] : await ports.files.readText(place.rebase(path), { maxBytes: 4096 });
  const signer = readSignerKey(text ?? '', 4, ports.noteKeys.hash, ports.noteKeys.publicKey);
  if (signer !== undefined) return signer
  throw new UserError(
    'witness.key',
    `Expected the private key of a witness in ${path ?? WITNESS_KEY} but found ${text ? 'another text' : 'nothing'}`,
    {
      hint: 'Give the file that `proofmark witness init --name NAME` made by --witness-key, or its line in PROOFMARK_WITNESS_KEY',
    },
  )
}

async function makeKey({ ports, place, last }          ) {
  const name = last('name');
  const path = place.rebase(last('witness-key') ?? DEFAULT_KEY);
  if (name === undefined || !isKeyName(name))
    throw new UserError(
      'witness.name',
      `Expected --name to name the witness without spaces and + but found '${name ?? ''}'`,
      {
        hint: 'proofmark witness init --name audit.acme.example/w1',
      },
    )
  if (await ports.files.exists(path))
    throw new UserError('witness.exists', `Expected no file at ${path} but found one`, {
      file: path,
      hint: 'Move it away, or write the new key somewhere else: keys are never overwritten',
    })
  const seed = ports.noteKeys.generate();
  const signer = { ...noteVerifier(name, 4, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed };
  await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true });
  process.stdout.write(
    [
      `private key   ${path}   keep it secret: put its line into the secret ${WITNESS_KEY} of the witness's own repository`,
      `verifier key  ${writeVerifierKey(signer)}   put it into policy.trust.log.witnesses of those who read the log`,
      '',
    ].join('\n'),
  );
  return 0         
}

/** Every command of the program, in the order in which one meets them. */
const commands                        = [
  init,
  doctor,
  keygen,
  gate,
  dataValidate,
  modelCertify,
  selftest,
  securityScan,
  driftCompare,
  auditRecord,
  verify,
  decrypt,
  approve,
  review,
  promote,
  demote,
  revoke,
  status,
  controls,
  explain,
  portal,
  cost,
  dvc,
  serveHook,
  watch,
  log,
  witness,
  policy,
  suggest,
  importRules,
  exportResult,
  merge,
  tokenize,
  secretsBaseline,
  dashboard,
  metrics,
];

const EXIT_CODES =
  'Exit codes: 0 passed · 1 failed · 2 inconclusive · 3 settings or input are wrong · 4 the environment is';

/** What `proofmark --help` prints. */
function overview(commands                       )         {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Decide, with proof, whether a machine-learning model may be promoted.',
    '',
    'Usage: proofmark COMMAND [flags]',
    '',
    'Start here:',
    '  proofmark init       looks at your files and writes a first proofmark.yml, contract and workflow',
    '  proofmark gate       runs everything proofmark.yml names and signs the decision',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "'proofmark help COMMAND' explains a command, with an example.",
    EXIT_CODES,
  ].join('\n')
}

/** What `proofmark help COMMAND` prints. */
function usage({ name, summary, synopsis, examples, flags }            )         {
  const left = (flag                             ) =>
    `--${flag.name}${{ value: ' VALUE', list: ' VALUE…', switch: '' }[flag.kind]}`;
  const width = Math.max(...flags.map(flag => left(flag).length));
  return [
    `${summary}.`,
    '',
    `Usage: proofmark ${name} ${synopsis}`,
    '',
    'Flags:',
    ...flags.map(flag => `  ${left(flag).padEnd(width)}  ${flag.description}`),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map(example => `  ${example}`),
    '',
    EXIT_CODES,
  ].join('\n')
}

/** Runs one command line; the one boundary that turns what is thrown into a sentence and an exit code. */
async function program(args                   )                    {
  const [name = '--help', ...rest] = args;
  if (name === '--version' || name === '-v') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find(command => command.name === rest[0]);
    return say(asked ? usage(asked) : overview(commands))
  }
  try {
    const command = commands.find(candidate => candidate.name === name);
    if (!command) throw unknownCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usage(command))
    return await command.run(rest)
  } catch (error) {
    return complain(error)
  }
}

function say(text        )           {
  process.stdout.write(`${text}\n`);
  return 0
}

function complain(error         )           {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`);
    return exitCodeOf(error)
  }
  process.stderr.write(
    `Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2
}

function unknownCommand(name        )            {
  const names = commands.map(command => command.name);
  const meant = closestMatch(name, names, { maxDistance: 4 });
  return new UserError(
    'command.unknown',
    `Unknown command '${name}'${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
    {
      hint: `Commands: ${names.join(', ')}; 'proofmark help COMMAND' explains one`,
    },
  )
}

var program$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  program: program
});

export { LEGEND as L, day as a, svg as b, degradations as d, inWords as i, layout as l, program$1 as p, story as s };
