import { f as findingWaivers } from './policy-waivers.js';
import { S as Settings, r as readSettings } from './read-settings.js';
import { U as UserError } from './user-error.js';
import { d as describeWaiver } from './waivers-check.js';
import { o as openPolicy, p as policyFilesHere } from './open-policy.js';
import { c as canonicalJson } from './canonical-json.js';
import { r as ruleTitle, a as requirementOf, s as strictBound } from './rule-words.js';

/** The repository as it stands where a change is to be merged, by the forge or by a clone; none where nothing is to be merged. */
const mergeTarget = ({ forge, context, baseRepository }         )                             =>
  baseRepository ?? (context.base === undefined ? undefined : forge);

/** Files of the base branch by paths from the settings' folder; none where nothing is to be merged. `configPath`: the settings file seen from the repository's root. */
function baseFiles(configPath                    , ports         )                        {
  const repository = mergeTarget(ports);
  if (!repository) return undefined
  const folder = configPath?.split('/').slice(0, -1) ?? [];
  return {
    async readText(path) {
      const inRepository = resolved([...folder, ...path.split('/')]);
      return inRepository === undefined ? undefined : repository.readBase(inRepository)
    },
    async list() {
      const start = folder.map(part => `${part}/`).join('');
      const paths = await repository.listBase();
      return paths.filter(path => path.startsWith(start)).map(path => path.slice(start.length))
    },
  }
}

/** Without `.` and `..`; undefined where it leads out of the repository. */
function resolved(parts                   )                     {
  const found           = [];
  for (const part of parts) {
    if (part === '..' && found.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') found.push(part);
  }
  return found.join('/')
}

/** What a pull request would change about the waivers once merged, as a check of security-scan; none where nothing. */
function waiverChanges$1(base                    = [], head                    = [], file        )          {
  const [before, after] = [base, head].map(list => new Map(list.map(each => [JSON.stringify(each), each])));
  const added = [...(after ?? [])].filter(([key]) => !before?.has(key)).map(([, waiver]) => waiver);
  const removed = [...(before ?? [])].filter(([key]) => !after?.has(key)).map(([, waiver]) => waiver);
  if (added.length === 0 && removed.length === 0) return []
  const changes = [...added.map(each => `adds ${told$1(each)}`), ...removed.map(each => `takes away ${told$1(each)}`)];
  return [
    {
      id: 'waivers.changed',
      title: 'The waivers would change',
      status: 'warn',
      reason: `This pull request ${changes.join(', ')}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    },
  ]
}

const told$1 = (waiver        ) =>
  `the waiver of ${describeWaiver(waiver)} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`;

/** Which keys of a section of the settings a pull request may bring, and which wait for the merge. */
                                        
                                       
                       
                                                    
                          
                                                
                         
                                                
                                                   
                                                                                                                 
                                                    
                                                                                                       
                                                      
 

/** The pull request's section, decided by what the base branch decides by; not yet validated as a whole. */
function sectionAsBase                        (
  head         ,
  base         ,
  { bar, kept }                       ,
)                          {
  const among = (keys                   , section         ) =>
    Object.entries(section).filter(([key]) => keys.includes(key));
  const own = Object.entries(head).filter(([key]) => !includes(bar, key));
  return Object.fromEntries([...among(kept, base), ...own, ...among(bar, base)])
}

/** Changes to how a section judges: those to the bar wait for the merge, those that come with the model take effect. */
function sectionChanges                        (
  base         ,
  head         ,
  { name, decided, judged, bar, untold }                       ,
  file        ,
)          {
  const changes = [...new Set([...Object.keys(base), ...Object.keys(head)])]
    .filter(key => !includes(untold, key))
    .toSorted()
    .flatMap(key => {
      const [from, to] = [written(base, key), written(head, key)];
      return from === to ? [] : [{ key, text: `${name}.${key} from ${from} to ${to}` }]
    });
  const listed = (some                , rest                                      , consequence        )          =>
    some.length === 0
      ? []
      : [
          {
            ...rest,
            status: 'warn',
            reason: `This pull request changes ${some.map(({ text }) => text).join(', ')}; ${consequence}`,
            locations: [{ file }],
          },
        ];
  return [
    ...listed(
      changes.filter(({ key }) => includes(bar, key)),
      {
        id: 'judging.changed',
        title: `How ${decided} decided would change`,
        hint: 'The change takes effect after the merge: have the owner of the policy review it',
      },
      "this run was decided by the base branch's",
    ),
    ...listed(
      changes.filter(({ key }) => !includes(bar, key)),
      {
        id: 'judging.differs',
        title: `${judged} judged otherwise than on the base branch`,
        hint: 'See that the change belongs to the new model, and does not make the same rows easier',
      },
      'this run was decided by it',
    ),
  ]
}

const includes = (keys                   , key        ) => keys.includes(key);

const written = (section        , key        ) =>
  JSON.stringify(Object.entries(section).find(([name]) => name === key)?.[1] ?? null);

const RULES$2                      = {
  name: 'drift',
  decided: 'drift is',
  judged: 'Drift is',
  bar: [
    'profile',
    'alpha',
    'max-effect',
    'methods',
    'limits',
    'calibrate',
    'critical',
    'weights',
    'max-drifted-weight',
    'on-inconclusive',
    'max-missing-change',
    'max-unseen-share',
    'result-thresholds',
  ],
  kept: ['results', 'series', 'predictions'],
  untold: ['reference', 'current', 'results', 'predictions'],
};

const PREDICTIONS                            = {
  name: 'drift.predictions',
  decided: 'a loss of performance is',
  judged: 'Performance is',
  bar: ['labels', 'metrics', 'slices', 'max-performance-drop', 'max-drops', 'max-decision-change'],
  kept: [],
  untold: ['reference', 'current'],
};

/** The pull request's comparison, by the base branch's thresholds; what that looks at is not left out, and its series stay its own. */
function comparedAsBase(head       , base       )        {
  const predictions =
    head.predictions && base.predictions
      ? sectionAsBase(head.predictions, base.predictions, PREDICTIONS)
      : (head.predictions ?? base.predictions);
  return Settings.shape.drift.parse({
    ...sectionAsBase(head, base, RULES$2),
    ...(predictions ? { predictions } : {}),
    series: base.series ?? head.series?.map(withoutCredentials),
  })
}

                                                  

/** A server that only the pull request names is asked, but is sent nothing that environment variables hold. */
function withoutCredentials({ prometheus, ...series }        )         {
  if (prometheus === undefined) return series
  const { 'token-env': _token, 'username-env': _name, 'password-env': _password, ...rest } = prometheus;
  return { ...series, prometheus: rest }
}

const isAuthenticated = ({ prometheus }        ) =>
  prometheus?.['token-env'] !== undefined || prometheus?.['username-env'] !== undefined;

/** That servers which only the pull request names were asked without credentials. */
function unauthenticated({ series = [] }       , file        )          {
  const names = series.filter(isAuthenticated).map(({ name }) => name);
  if (names.length === 0) return []
  return [
    {
      id: 'series.changed',
      title: 'Prometheus was asked without credentials',
      status: 'warn',
      reason: `This pull request names a server for ${names.join(', ')} that the base branch does not; what the environment holds was not sent to it`,
      hint: 'Credentials are sent after the merge: see first whose server it is',
      locations: [{ file }],
    },
  ]
}

/** What a pull request would change about how drift is judged, and what it changes. */
const comparingChanges = (base       , head       , path        )          => [
  ...sectionChanges(base, head, { ...RULES$2, bar: base.series ? [...RULES$2.bar, 'series'] : RULES$2.bar }, path),
  ...(base.series ? [] : unauthenticated(head, path)),
  ...(base.predictions && head.predictions
    ? sectionChanges(base.predictions, head.predictions, PREDICTIONS, path)
    : []),
];

/** What claims are decided by is as much a part of the bar as they are. */
const RULES$1                        = {
  name: 'certify',
  decided: 'claims are',
  judged: 'The model is',
  bar: [
    'claims',
    'level',
    'costs',
    'class-costs',
    'weight',
    'cluster',
    'slices',
    'groups',
    'favourable',
    'looks',
    'anchor',
    'tolerance',
    'k',
    'beta',
    'top',
    'quantile',
    'season',
    'horizon',
  ],
  kept: ['train', 'repeat', 'perturbed'],
  untold: ['claims', 'predictions', 'champion', 'predict', 'onnx', 'attributes', 'train', 'repeat', 'perturbed'],
};

/** The pull request's settings, judged by the base branch's bar. */
const judgedAsBase = (head         , base         )          =>
  Settings.shape.certify.parse(sectionAsBase(head, base, RULES$1));

/** Other changes to how a model is judged: those to the bar wait for the merge, those that come with the model take effect. */
const judgingChanges = (base         , head         , path        )          =>
  sectionChanges(base, head, RULES$1, path);

/** A value as a change tells it. */
const told = (value         )         => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** How one setting differs; none where it does not. `effect` says what the new value makes of the policy. */
function differs       (
  name        ,
  from                   ,
  to                   ,
  effect                                                            ,
)           {
  if (told(from) === told(to)) return []
  const text =
    from === undefined
      ? `sets ${name} to ${told(to)}`
      : to === undefined
        ? `takes away ${name} (${told(from)})`
        : `changes ${name} from ${told(from)} to ${told(to)}`;
  return [{ text, effect: effect(from, to) }]
}

/** A number that asks for more the higher it is; without one, nothing is asked. */
const higherIsStronger = (from                    , to                    )         =>
  (to ?? Number.NEGATIVE_INFINITY) > (from ?? Number.NEGATIVE_INFINITY) ? 'stronger' : 'weaker';

/** A number that allows more the higher it is; without one, everything is allowed. */
const lowerIsStronger = (from                    , to                    )         =>
  (to ?? Number.POSITIVE_INFINITY) < (from ?? Number.POSITIVE_INFINITY) ? 'stronger' : 'weaker';

const cannotTell = ()         => 'unknown';

/** What a list has more and less, each of its items told by name. */
function listChanges      (
  from                 ,
  to                 ,
  name                        ,
  effects                                                      ,
)           {
  const [before, after] = [from, to].map(list => new Set(list.map(told)));
  return [
    ...to.filter(item => !before?.has(told(item))).map(item => ({ text: `adds ${name(item)}`, effect: effects.added })),
    ...from
      .filter(item => !after?.has(told(item)))
      .map(item => ({ text: `removes ${name(item)}`, effect: effects.removed })),
  ]
}

/** How two policies differ in who must approve, and who holds which role. */
function approvalChanges(from        , to        )           {
  const roles = [...new Set([...(from.approvals ?? []), ...(to.approvals ?? [])].map(({ role }) => role))];
  const names = [...new Set([...Object.keys(from.roles ?? {}), ...Object.keys(to.roles ?? {})])];
  return [
    ...roles.flatMap(role => ofRole(role, of(from, role), of(to, role))),
    ...names.flatMap(name => holders(name, from.roles?.[name], to.roles?.[name])),
  ]
}

const of = ({ approvals = [] }        , role        ) => approvals.filter(approval => approval.role === role);

function ofRole(role        , from                         , to                         )           {
  const [before, ...others] = from;
  const [after, ...more] = to;
  if (!before) return [{ text: `adds approvals by ${role}`, effect: 'stronger' }]
  if (!after) return [{ text: `removes approvals by ${role}`, effect: 'weaker' }]
  if (others.length + more.length > 0) return differs(`approvals by ${role}`, from, to, cannotTell)
  return [
    ...differs(`count of approvals by ${role}`, before.count, after.count, higherIsStronger),
    ...listChanges(
      before['distinct-from'],
      after['distinct-from'],
      whom => `${whom} ${after['distinct-from'].includes(whom) ? 'to' : 'from'} those who must not approve as ${role}`,
      { added: 'stronger', removed: 'weaker' },
    ),
  ]
}

function holders(name        , from                  , to                  )           {
  if (from && to && 'users' in from && 'users' in to)
    return listChanges(
      from.users,
      to.users,
      login => `${login} ${to.users.includes(login) ? 'to' : 'from'} role ${name}`,
      {
        added: 'weaker',
        removed: 'stronger',
      },
    )
  return differs(`role ${name}`, from, to, cannotTell)
}

/** How the rules of two policies differ, rule by rule and key by key. */
function ruleChanges(from                        = [], to                        = [])           {
  const [before, after] = [from, to].map(rules => new Map(rules.map(rule => [rule.id, rule])));
  return [
    ...to
      .filter(({ id }) => !before?.has(id))
      .map(rule => ({ text: `adds rule ${rule.id} (${ruleTitle(rule)})`, effect: 'stronger'          })),
    ...from.flatMap(rule => {
      const now = after?.get(rule.id);
      if (now) return changesOf$1(rule, now)
      return [{ text: `removes rule ${rule.id} (${ruleTitle(rule)})`, effect: 'weaker'          }]
    }),
  ]
}

function changesOf$1(from            , to            )           {
  const of = (key                  ) => `${key} of rule ${from.id}`;
  const about = (['gate', 'check', 'metric', 'feature', 'require']         ).flatMap(key =>
    differs        (of(key), from[key], to[key], key === 'feature' ? widens : cannotTell),
  );
  const rows = (['min-rows', 'min-level']         ).flatMap(key =>
    differs(of(key), from[key], to[key], higherIsStronger),
  );
  return [
    ...about,
    ...differs(of('slice'), from.slice, to.slice, widens),
    ...differs(of('by'), from.by, to.by, (old, now) =>
      old === undefined ? 'weaker' : now === undefined ? 'stronger' : 'unknown',
    ),
    ...comparisonChanges(from, to),
    ...rows,
    ...differs(of('max-age-days'), from['max-age-days'], to['max-age-days'], lowerIsStronger),
  ]
}

function comparisonChanges(from            , to            )           {
  const { id, comparator = '' } = from;
  const upwards = (word = '') => word.startsWith('>');
  const sameWay = comparator !== '' && to.comparator !== undefined && upwards(comparator) === upwards(to.comparator);
  const threshold = upwards(comparator) ? higherIsStronger : lowerIsStronger;
  const leniency = (rule            ) => {
    const requirement = requirementOf(rule);
    if (!requirement) return 0
    return requirement.bound === 'point' ? 1 : requirement.bound === strictBound(requirement.comparator) ? 0 : 2
  };
  return [
    ...differs        (`comparator of rule ${id}`, from.comparator, to.comparator, (_, now) =>
      sameWay ? (now?.endsWith('=') ? 'weaker' : 'stronger') : 'unknown',
    ),
    ...differs(`threshold of rule ${id}`, from.threshold, to.threshold, sameWay ? threshold : cannotTell),
    ...differs        (`bound of rule ${id}`, from.bound, to.bound, () => {
      const [before, after] = [leniency(from), leniency(to)];
      return !sameWay || before === after ? 'unknown' : after > before ? 'weaker' : 'stronger'
    }),
  ]
}

/** From one slice or column to every one the rule asks for more, and the other way round for less. */
const widens = (from                    , to                    )         =>
  to === '*' && from !== undefined ? 'stronger' : from === '*' && to !== undefined ? 'weaker' : 'unknown';

const BELIEVED = { added: 'weaker', removed: 'stronger' };         

/** How two policies differ in whom they believe: to believe more is to ask for less. */
function trustChanges(from        = {}, to        = {})           {
  const { quorum, 'max-checkpoint-age-hours': age, ...log } = from.log ?? {};
  const { quorum: newQuorum, 'max-checkpoint-age-hours': newAge, ...newLog } = to.log ?? {};
  const authorities = 'timestamp-authorities';
  return [
    ...listChanges(from.keys ?? [], to.keys ?? [], ({ name }) => `trusted key ${name}`, BELIEVED),
    ...listChanges(from.identities ?? [], to.identities ?? [], ({ name }) => `trusted identity ${name}`, BELIEVED),
    ...listChanges(from[authorities] ?? [], to[authorities] ?? [], () => 'a trusted time-stamp authority', BELIEVED),
    ...differs('trust.trusted-root', from['trusted-root'], to['trusted-root'], cannotTell),
    ...differs('trust.log', from.log && log, to.log && newLog, (_, now) => (now === undefined ? 'weaker' : 'unknown')),
    ...differs('quorum of trust.log', quorum, newQuorum, higherIsStronger),
    ...differs('max-checkpoint-age-hours of trust.log', age, newAge, lowerIsStronger),
  ]
}

/** How the exceptions of two policies differ, and what exceptions may do. */
function waiverChanges(from        , to        )           {
  const [before, after] = [from['waiver-limits'] ?? {}, to['waiver-limits'] ?? {}];
  return [
    ...listChanges           (from.waivers ?? [], to.waivers ?? [], named, { added: 'weaker', removed: 'stronger' }),
    ...differs('waiver-limits.max-days', before['max-days'], after['max-days'], lowerIsStronger),
    ...listChanges(before.forbid ?? [], after.forbid ?? [], name => `${name} to what must not be waived`, {
      added: 'stronger',
      removed: 'weaker',
    }).map(({ text, effect }) => ({
      text: text.startsWith('removes') ? text.replace(' to ', ' from ') : text,
      effect,
    })),
    ...differs('waiver-limits.approver', before.approver, after.approver, (old, now) =>
      old === undefined ? 'stronger' : now === undefined ? 'weaker' : cannotTell(),
    ),
  ]
}

function named(waiver           )         {
  const what = 'model' in waiver ? `${waiver.rule} for model ${waiver.model.slice(7, 19)}` : describeWaiver(waiver);
  return `the waiver of ${what} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`
}

/** How two policies differ, key by key, and whether the new one asks for less or more where that can be known; weaker first. */
function policyChanges(from        , to        )           {
  const changes = [
    ...differs('where the policy is kept', from.from, to.from, cannotTell),
    ...listChanges(
      from.require,
      to.require,
      gate => `${gate} ${to.require.includes(gate) ? 'to' : 'from'} what is required`,
      {
        added: 'stronger',
        removed: 'weaker',
      },
    ),
    ...ruleChanges(from.rules, to.rules),
    ...approvalChanges(from, to),
    ...differs('validity-days', from['validity-days'], to['validity-days'], lowerIsStronger),
    ...differs('review-days-before', from['review-days-before'], to['review-days-before'], higherIsStronger),
    ...differs('known-vulnerabilities', from['known-vulnerabilities'], to['known-vulnerabilities'], (old, now) =>
      now === 'all' ? 'stronger' : old === 'all' ? 'weaker' : 'unknown',
    ),
    ...waiverChanges(from, to),
    ...trustChanges(from.trust, to.trust),
  ];
  if (changes.length === 0 && canonicalJson(from) !== canonicalJson(to))
    return [{ text: 'puts parts of it in another order', effect: 'unknown' }]
  return (['weaker', 'unknown', 'stronger']         ).flatMap(effect => changes.filter(each => each.effect === effect))
}

/** Changes that are told one by one. */
const TOLD = 30;

const EFFECT                         = {
  weaker: 'Weaker: this',
  stronger: 'Stronger: this',
  unknown: 'This',
};

/** What a pull request would change about the policy once merged, one check for each change; none where nothing. */
function policyChecks(base        , head        , file        )          {
  const changes = policyChanges(base, head);
  const weaker = changes.filter(({ effect }) => effect === 'weaker').length;
  const more = changes.length - TOLD;
  const told = changes.slice(0, TOLD).map(({ text, effect }) => `${EFFECT[effect]} pull request ${text}`);
  return [...told, ...(more > 0 ? [`This pull request changes ${more} more things about the policy`] : [])].map(
    (change)        => ({
      id: 'policy.changed',
      title: weaker > 0 ? 'The policy would be weaker' : 'The policy would change',
      status: 'warn',
      reason: `${change}; this run was decided by the base branch's policy`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    }),
  )
}

/** What decides, once the base branch has chosen it. */
const DECIDES                                       = [
  'vulnerabilities',
  'osv-url',
  'secrets',
  'sensitive-data',
  'quasi-identifiers',
  'min-k',
  'min-l',
  'max-seconds',
  'max-memory',
  'max-depth',
  'max-ratio',
];

/** What the base branch leaves as it usually is, a pull request may ask for by its own files and inputs: it can only look at more. */
function rulesOf(base          )                         {
  const usual = Settings.shape.security.parse({});
  const same = (key                ) => JSON.stringify(base[key]) === JSON.stringify(usual[key]);
  return {
    name: 'security',
    decided: 'a scan is',
    judged: 'Files are',
    bar: DECIDES.filter(key => !same(key)),
    kept: ['paths'],
    untold: ['paths'],
  }
}

/** The pull request's scan, by what the base branch has chosen; what that scans is not left out. */
function scannedAsBase(head          , base          )           {
  const paths = [...new Set([...(base.paths ?? []), ...(head.paths ?? [])])];
  return Settings.shape.security.parse({
    ...sectionAsBase(head, base, rulesOf(base)),
    ...(paths.length > 0 ? { paths } : {}),
  })
}

/** What a pull request would change about how files are scanned, and what it changes. */
const scanningChanges = (base          , head          , path        )          =>
  sectionChanges(base, head, rulesOf(base), path);

/** Those whose address stands in the settings: whoever names it is sent what an environment variable holds. */
const ADDRESSED = ['pushgateway', 'textfile', 'remote-write', 'grafana'];         

/**
 * Whom a pull request tells: of those whose address is in the settings, the ones that the base branch names, so that nobody sends a secret
 * to a server of their own by a change to a file. MLflow's and lakeFS's addresses are in the environment; hooks of lakeFS that the base branch
 * holds against what it knows are no other.
 */
function tellingAsBase(head             , base             )              {
  const { lakefs } = base;
  const among = (connections             , isAddressed         ) =>
    Object.entries(connections).filter(([key]) => ADDRESSED.some(one => one === key) === isAddressed);
  return Settings.shape.connections.parse({
    ...Object.fromEntries([...among(head, false), ...among(base, true)]),
    ...(lakefs === undefined || lakefs.hooks.length === 0
      ? {}
      : { lakefs: { ...lakefs, ...head.lakefs, hooks: lakefs.hooks } }),
  })
}

/** What a pull request would change about whom it tells. */
function tellingChanges(base             , head             , file        )          {
  const changed = ADDRESSED.filter(key => JSON.stringify(base[key]) !== JSON.stringify(head[key]));
  if (changed.length === 0) return []
  const texts = changed.map(
    key => `connections.${key} from ${JSON.stringify(base[key] ?? null)} to ${JSON.stringify(head[key] ?? null)}`,
  );
  return [
    {
      id: 'connections.changed',
      title: 'Whom decisions are told to would change',
      status: 'warn',
      reason: `This pull request changes ${texts.join(', ')}; this run told whom the base branch names`,
      hint: 'The change takes effect after the merge: see where secrets would be sent',
      locations: [{ file }],
    },
  ]
}

const RULES                     = {
  name: 'data',
  decided: 'results of other tools are',
  judged: 'Data is',
  bar: ['result-thresholds'],
  kept: ['results', 'dvc'],
  untold: ['files', 'results', 'shard', 'merge'],
};

/** The pull request's data, by the base branch's thresholds; the results, and the data of DVC's, that it looks at are not left out. */
const validatedAsBase = (head      , base      )       =>
  Settings.shape.data.parse(sectionAsBase(head, base, RULES));

/** What a pull request would change about how data is judged, and what it changes. */
const validatingChanges = (base      , head      , path        )          =>
  sectionChanges(base, head, RULES, path);

/** Where nothing is to be merged the bar is what the settings say. */
const ownBar = (settings          )      => ({
  settings,
  claimChanges: [],
  policyChanges: [],
  securityChanges: [],
  dataChanges: [],
  driftChanges: [],
});

/**
 * In a pull request, and in a merge queue, the bar is the base branch's: `policy`, `certify.claims` and what the claims are decided by, the
 * thresholds of drift and of other tools' results, what a scan asks, and where the record is kept and from whom, are taken from there, and a
 * change to them is listed and takes effect after the merge. What belongs to the model and its files may come with the pull request, and is
 * listed. A base branch without the file leaves the pull request's own, and says so.
 */
async function takeBar(head          , path        , target                )               {
  const text = await target.readBase(path);
  if (text === undefined) {
    const changes = [introduced(path)];
    return {
      settings: head,
      claimChanges: changes,
      policyChanges: changes,
      securityChanges: head.policy.waivers ? changes : [],
      dataChanges: [],
      driftChanges: [],
    }
  }
  const base = readBaseSettings(path, text);
  return {
    settings: {
      ...head,
      policy: base.policy,
      certify: judgedAsBase(head.certify, base.certify),
      data: validatedAsBase(head.data, base.data),
      drift: comparedAsBase(head.drift, base.drift),
      security: scannedAsBase(head.security, base.security),
      connections: tellingAsBase(head.connections, base.connections),
      record: { ...head.record, log: base.record.log, encrypt: base.record.encrypt },
    },
    claimChanges: [
      ...difference('claims', 'The claims', base.certify.claims, head.certify.claims, path),
      ...judgingChanges(base.certify, head.certify, path),
    ],
    policyChanges: [
      ...policyChecks(base.policy, head.policy, path),
      ...difference('record.log', 'The log', base.record.log, head.record.log, path),
      ...tellingChanges(base.connections, head.connections, path),
      ...difference('record.encrypt', 'What is encrypted', base.record.encrypt, head.record.encrypt, path),
    ],
    securityChanges: [
      ...waiverChanges$1(findingWaivers(base.policy), findingWaivers(head.policy), path),
      ...scanningChanges(base.security, head.security, path),
    ],
    dataChanges: [
      ...validatingChanges(base.data, head.data, path),
      ...difference('hooks', 'The hooks known of lakeFS', hooksOf(base), hooksOf(head), path),
    ],
    driftChanges: comparingChanges(base.drift, head.drift, path),
  }
}

const hooksOf = ({ connections }          ) => connections.lakefs?.hooks ?? [];

function readBaseSettings(path        , text        )           {
  try {
    return readSettings({
      command: 'gate',
      file: { name: path, text },
      inputs: new Map(),
      nameInput: input => input.name,
      rebase: name => name,
    })
  } catch (cause) {
    const why = cause instanceof UserError ? cause.message : String(cause);
    throw new UserError(
      'policy.base-unreadable',
      `The bar is the base branch's, and ${path} there cannot be read: ${why}`,
      {
        hint: 'Mend the file on the base branch first',
        cause,
      },
    )
  }
}

function difference(id        , title        , base         , head         , path        )          {
  if (JSON.stringify(base) === JSON.stringify(head)) return []
  return [
    {
      id: `${id}.changed`,
      title: `${title} would change`,
      status: 'warn',
      reason: `This pull request changes ${id} from ${JSON.stringify(base ?? null)} to ${JSON.stringify(head ?? null)}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file: path }],
    },
  ]
}

const introduced = (path        )        => ({
  id: 'policy.introduced',
  title: 'The policy is new',
  status: 'warn',
  reason: `The base branch has no ${path}, so this run was decided by the pull request's own`,
  hint: 'Merge the settings first, then certify against them',
  locations: [{ file: path }],
});

/** What is asked of whom, for the policy. */
                                
                               
                                                           
                                         
                                                                       
                                      
 

/** Commands that no policy has a part in: there is no need to fetch it for them. */
const WITHOUT                         = ['data-validate', 'model-certify', 'drift-compare'];

/**
 * The bar with the policy itself in it, wherever that is kept. In a pull request a file of the policy's is the base branch's, and what
 * the pull request would change about it is listed.
 */
async function takePolicy(bar     , request               , ports       )               {
  const { settings } = bar;
  const from = request.policy === undefined ? settings.policy.from : { file: request.policy };
  if (from === undefined || WITHOUT.includes(request.command)) return bar
  const base = baseFiles(request.configPath, ports);
  const opened = await openPolicy({ from }, base ?? policyFilesHere(ports), ports);
  if (!opened) return bar
  const head = base && from.file !== undefined ? await readHere(from.file, ports) : undefined;
  const changes = from.file === undefined ? [] : changesOf(opened.policy, head, from.file);
  return {
    ...bar,
    settings: { ...settings, policy: opened.policy },
    policyAt: { uri: opened.uri, commit: opened.commit },
    policyChanges: [...bar.policyChanges, ...changes],
    securityChanges: [
      ...bar.securityChanges,
      ...(head && 'policy' in head && from.file !== undefined
        ? waiverChanges$1(findingWaivers(opened.policy), findingWaivers(head.policy), from.file)
        : []),
    ],
  }
}

/** The file as the pull request has it, or why it would be none: that is to be listed, and stops nothing. */
async function readHere(file        , ports       )                                                      {
  try {
    const opened = await openPolicy({ from: { file } }, policyFilesHere(ports), ports);
    return opened ?? { broken: 'there is none' }
  } catch (error) {
    if (!(error instanceof UserError) || error.kind !== 'input') throw error
    return { broken: error.message }
  }
}

function changesOf(base        , head                                                        , file        )          {
  if (!head) return []
  if ('policy' in head) return policyChecks(base, head.policy, file)
  return [
    {
      id: 'policy.broken',
      title: 'The policy would be unreadable',
      status: 'warn',
      reason: `This pull request leaves no policy that can be read in ${file}: ${head.broken}; this run was decided by the base branch's policy`,
      hint: 'Mend the file before the merge: nothing can be certified without it',
      locations: [{ file }],
    },
  ]
}

export { takePolicy as a, baseFiles as b, mergeTarget as m, ownBar as o, takeBar as t };
