import { U as UserError } from './user-error.js';
import { resolve, join } from 'node:path';
import { spawn } from 'node:child_process';
import { rm, readdir, stat } from 'node:fs/promises';
import { s as systemCode } from './file-error.js';
import { homedir } from 'node:os';

/** The address that git is given for a remote: an address of https, http, ssh or file as it stands, `host:path` too, a folder in full. */
function remoteAddress(root        , remote        )         {
  if (remote === '' || remote.startsWith('-') || /[\x00-\x1f\x7f]/.test(remote) || /^[\w+.-]*::/.test(remote)) {
    throw refused(remote)
  }
  if (/^[A-Za-z][\w+.-]*:\/\//.test(remote)) {
    if (!/^(?:(?:https?|ssh|git\+ssh):\/\/[^-]|file:\/\/\/)/i.test(remote)) throw refused(remote)
    return remote
  }
  // As git reads it: a colon before any slash parts host from path, but for a drive of Windows.
  if (/^[^/\\]*:/.test(remote) && !/^[A-Za-z]:[/\\]/.test(remote)) return remote
  return resolve(root, remote)
}

/** The text without passwords in the addresses it names. */
const withoutSecrets = (text        )         => text.replace(/(\w:\/\/)[^/@\s'"]*@/g, '$1');

const refused = (remote        ) =>
  new UserError(
    'git.remote',
    `Expected the address of a git remote (https, ssh, file) or a folder but found '${withoutSecrets(remote)}'`,
    { hint: 'Name it like git does: https://git.example.com/governance.git, git@host:governance.git, or a path' },
  );

/** What git says (in English, see `gitEnvironment`) where trying again is of no use, and nothing was carried out. */
const PERMANENT                         = [
  [
    /Authentication failed|could not read (?:Username|Password)|Permission denied|terminal prompts disabled|returned error: 40[13]|Permission to \S+ denied|access denied|insufficient permission|not allowed to push/i,
    'git.access',
    'the server does not let us',
    'Give the run a key or a token that may write to the repository of the log, as git itself would use it',
  ],
  [
    /does not appear to be a git repository|repository (?:'[^']*' )?not found|returned error: 404|does not exist/i,
    'git.no-repository',
    'there is no such repository',
    'Check the address of the log; a private repository also answers so to who may not see it',
  ],
  [
    /Could not resolve host|Connection refused|Failed to connect|Couldn't connect|Network is unreachable|Connection timed out|No route to host|certificate|Host key verification failed|Name or service not known|unable to look up/i,
    'git.unreachable',
    'found no way to it',
    "Check the runner's network and proxy, and for ssh that the host's key is known",
  ],
  [
    /transport '[^']*' not allowed/,
    'git.transport',
    'that way of reaching a repository is not allowed',
    'Use https, ssh, or a folder',
  ],
  [
    /dubious ownership/,
    'git.ownership',
    'the folder belongs to somebody else',
    'Own the folder, or name it in your `safe.directory` setting of git',
  ],
];

/** The error for what git said; undefined where it may have been an accident of the network. */
function permanentFailure(doing        , said        )                        {
  const found = PERMANENT.find(([pattern]) => pattern.test(said));
  if (found === undefined) return undefined
  const [, code, what, hint] = found;
  return new UserError(code, `Expected to ${doing} but ${what}: ${firstWords(said)}`, { hint, kind: 'environment' })
}

/** The error for whatever else went wrong. */
const otherFailure = (doing        , { code, said }                                            )            =>
  new UserError(
    'git.failed',
    code === 'stopped'
      ? `Expected to ${doing} but git did not finish in time`
      : `Expected to ${doing} but git ended with code ${code}: ${firstWords(said)}`,
    { hint: 'See whether the server is up, then run it again', kind: 'environment' },
  );

/** What matters of git's complaint, on one line, without passwords. */
const firstWords = (said        )         => {
  const lines = said.split('\n').map(line => line.trim().replace(/^remote: /, ''));
  const telling = lines.filter(line => /^(?:fatal|error|ERROR)\b/.test(line) && !/failed to push some refs/.test(line));
  return withoutSecrets((telling[0] ?? lines.find(line => line !== '') ?? 'nothing said').slice(0, 300))
};

const running = new Set              ();

/** Has a process end when this program does, for it may be too busy to hear that nobody waits for it any more. */
function endWithProgram(child              )       {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll()       {
  for (const child of running) child.kill('SIGKILL');
}

/** Settings that no configuration of the user's may change: no hooks of ours, no signing that asks, no housekeeping, checked objects. */
const FIXED = {
  'core.hooksPath': 'no-hooks',
  'core.fsmonitor': 'false',
  'commit.gpgSign': 'false',
  'push.gpgSign': 'false',
  'push.followTags': 'false',
  'push.recurseSubmodules': 'no',
  'fetch.fsckObjects': 'true',
  'fetch.recurseSubmodules': 'no',
  'fetch.writeCommitGraph': 'false',
  'fetch.output': 'full',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'core.fsync': 'none',
};
/** Most that git may write, in bytes. */
const MAX_OUTPUT = 1024 * 1024 * 1024;

                         
                                           
                                   
                         
                       
 

/** Runs git, without a shell; its failure is in its code. Its time over, it is ended with all that it has started. */
function runGit(
  words                   ,
  env                        ,
  { folder, seconds, input = '' }                                                                  ,
)                  {
  const settings = Object.entries(FIXED).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return new Promise((resolve, reject) => {
    // In a session of its own it has no terminal: ssh cannot ask either.
    const git = spawn('git', [...settings, ...words], { cwd: folder, env, detached: process.platform !== 'win32' });
    endWithProgram(git);
    let stopped = false;
    const stop = () => {
      stopped = true;
      endGroup(git);
    };
    const clock = setTimeout(stop, seconds * 1000);
    const output           = [];
    let bytes = 0;
    let said = '';
    git.stdout.on('data', (chunk        ) => {
      bytes += chunk.length;
      if (bytes <= MAX_OUTPUT) output.push(chunk);
      else stop();
    });
    git.stderr.setEncoding('utf8').on('data', text => {
      said = (said + text).slice(-2e4);
    });
    // It may end before it has read everything; its code says so.
    git.stdin.on('error', () => {});
    git.stdin.end(input);
    git.on('error', cause => {
      clearTimeout(clock);
      reject(
        new UserError('git.missing', `Expected the program git but could not start it: ${cause.message}`, {
          hint: 'Install git 2.32 or later, or keep the log in a repository on GitHub',
          kind: 'environment',
          cause,
        }),
      );
    });
    git.on('close', code => {
      clearTimeout(clock);
      resolve({ code: stopped ? 'stopped' : (code ?? 'stopped'), output: Buffer.concat(output), said });
    });
  })
}

function endGroup(git              )       {
  if (git.pid === undefined || process.platform === 'win32') git.kill('SIGKILL');
  else {
    try {
      process.kill(-git.pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

const DAY = 24 * 3600 * 1000;

                              
                                                   
                        
                                                             
                      
                                                                                                                 
                       
 

const USUAL              = { bytes: 20 * 1024 ** 3, age: 30 * DAY, rest: DAY };

/** Deletes what has not been used for long, then the longest unused until the rest is small enough; never `kept`, nor what was used today. */
async function prune(
  folder        ,
  kept        ,
  limits              = USUAL,
  now = Date.now(),
)                {
  const files = await filesIn(folder);
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of files.toSorted((a, b) => a.used - b.used)) {
    const unused = now - file.used;
    if (file.path === kept || unused < limits.rest || (unused < limits.age && bytes <= limits.bytes)) continue
    await rm(file.path, { force: true });
    bytes -= file.bytes;
  }
}

/** Every file of the cache: what is kept, what is known, and what a process that died was fetching. */
async function filesIn(folder        ) {
  const files                                                  = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name);
    try {
      const { size, mtimeMs } = await stat(path);
      files.push({ path, bytes: size, used: mtimeMs });
    } catch (cause) {
      // Another process was faster.
      if (systemCode(cause) !== 'ENOENT') throw cause
    }
  }
  return files
}

/** Where fetched files are kept: as told, else in the runner's tool cache, which outlives a job on machines of one's own, else in the user's cache. */
function cacheFolder({ PROOFMARK_CACHE, RUNNER_TOOL_CACHE, XDG_CACHE_HOME }             )         {
  if (PROOFMARK_CACHE) return resolve(PROOFMARK_CACHE)
  if (RUNNER_TOOL_CACHE) return join(RUNNER_TOOL_CACHE, 'proofmark')
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'proofmark', 'files')
}

export { permanentFailure as a, remoteAddress as b, cacheFolder as c, endWithProgram as e, firstWords as f, otherFailure as o, prune as p, runGit as r, withoutSecrets as w };
