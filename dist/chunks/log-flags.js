import { l as locate } from './compose.js';
import { V as readVerifierKey } from './read-log.js';
import { T as TrustedLog } from './policy.js';
import { r as readSettings, R as RecordLog } from './read-settings.js';
import { U as UserError } from './user-error.js';
import { t as terminalLog } from './terminal-log.js';
import { c as composeHere } from './compose-here.js';

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
                           
                              
                                            
                                               
                       
                       
                                        
                                                               
              
 

const SETTINGS = ['repository', 'remote', 'branch', 'origin', 'verifier-key', 'key', 'last-seen'];         
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
  const given = SETTINGS.flatMap(name => {
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

export { LOG_KEY as L, PLACE_FLAGS as P, TRUST_FLAGS as T, givenTrust as a, givenLog as g };
