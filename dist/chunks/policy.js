import { G as GATES, W as Waiver } from './evidence.js';
import { s as strictObject, a as string, _ as _enum, e as array, j as url, n as number, i as int, r as record, u as union, l as literal } from './schemas2.js';
import { d as datetime, a as date } from './iso.js';
import { closestMatch } from './index5.js';

const pem = (label        ) =>
  string()
    .max(64 * 1024)
    .regex(new RegExp(`-----BEGIN ${label}-----`), `PEM that begins with -----BEGIN ${label}-----`);

const instant = datetime({ error: 'a time in UTC such as 2027-01-31T00:00:00Z' });

/** A key whose signatures count, from one time to another. */
const TrustedKey = strictObject({
  name: string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  key: pem('PUBLIC KEY').meta({ description: 'The public key itself, PEM (SPKI): P-256 or Ed25519' }),
  'not-before': instant.optional().meta({ description: 'Signatures of earlier count for nothing' }),
  'not-after': instant.optional().meta({ description: 'Signatures of later count for nothing' }),
});
                                                   

/** A workflow whose signatures count (keyless). Every field is compared as a whole: no pattern, no prefix. */
const TrustedIdentity = strictObject({
  name: string().min(1).max(200).meta({ description: 'What it is called in reports' }),
  issuer: url().default('https://token.actions.githubusercontent.com').meta({ description: 'Who vouches for it' }),
  workflow: string()
    .regex(/^[^\s@*?]+\/[^\s@*?]+\/\.github\/workflows\/[^\s@*?]+$/, 'owner/name/.github/workflows/file.yml')
    .meta({ description: 'The workflow that signs: owner/name/.github/workflows/file.yml' }),
  ref: string()
    .regex(/^(refs\/(heads|tags)\/[^\s*?]+|[0-9a-f]{40})$/, 'a whole ref such as refs/heads/main, or a commit')
    .meta({
      description: 'The ref the workflow is taken from, e.g. refs/heads/main; the commit, where it is called by one',
    }),
  server: url().default('https://github.com').meta({ description: 'The GitHub the workflow is on' }),
  'repository-ids': array(string().regex(/^\d+$/, 'the number of a repository')).min(1).optional().meta({
    description: 'Numbers of the repositories the workflow may run for',
  }),
  runner: _enum(['github-hosted', 'self-hosted']).optional().meta({ description: 'Where it must have run' }),
});
                                                             

/** A workflow whose runs give approvals: `proofmark approve`, started by hand by whoever approves. */
const TrustedApprovalWorkflow = TrustedIdentity.extend({
  keys: array(string().regex(/^[\w-]{43}$/, 'the thumbprint of a key, 43 characters'))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        "Thumbprints (RFC 7638, SHA-256) of the issuer's keys that count; without them those that it shows when the model is certified",
    }),
});
                                                                             

/** A log whose checkpoints count, and who must have co-signed them. */
const TrustedLog = strictObject({
  origin: string().min(1).max(255).meta({ description: 'The origin line of its checkpoints' }),
  key: string()
    .regex(/^[^\s+]+\+[0-9a-f]{8}\+\S+$/, 'a note verifier key')
    .meta({
      description: 'Its verifier key (C2SP signed-note), as `proofmark log init` prints it',
    }),
  witnesses: record(string().min(1), string()).optional().meta({
    description: 'Verifier keys of those who watch it, by name, as `proofmark witness` prints them',
  }),
  quorum: int().min(0).default(0).meta({ description: 'How many of them must have co-signed a checkpoint' }),
  'max-checkpoint-age-hours': number().positive().optional().meta({
    description: 'How old a checkpoint may be, by its co-signatures: older, and a revocation could be missing',
  }),
});
                                                   

/** Whom a verification believes. What is not named is not believed. */
const Trust = strictObject({
  keys: array(TrustedKey).max(100).optional().meta({ description: 'Keys of certifiers' }),
  identities: array(TrustedIdentity).max(100).optional().meta({ description: 'Workflows that certify (keyless)' }),
  'approval-workflows': array(TrustedApprovalWorkflow).max(20).optional().meta({
    description: 'Workflows whose runs give approvals (`proofmark approve`)',
  }),
  'timestamp-authorities': array(pem('CERTIFICATE')).max(20).optional().meta({
    description: 'Time-stamp authorities (RFC 3161): their certificates, PEM, leaf first',
  }),
  'trusted-root': string().min(1).max(4096).meta({ path: true }).optional().meta({
    description:
      'Path of a Sigstore trusted_root.json: certificate authorities, logs and time-stamp authorities for keyless',
  }),
  policies: array(string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'))
    .min(1)
    .max(1000)
    .optional()
    .meta({
      description:
        'Digests of the policies whose certificates count, as `proofmark policy explain` prints them; any, unless given',
    }),
  log: TrustedLog.optional().meta({ description: 'The log that a certificate must be in' }),
});

/** What policies call a role: `compliance`. */
const RoleName = string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. data-owner');

const Login = string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'the login of an account, without @');

/** Who holds a role: the members of a team of the forge, or the accounts that are named. */
const Role = union(
  [
    strictObject({
      team: string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a team such as acme/compliance')
        .meta({ description: 'The team whose members hold it, e.g. acme/compliance' }),
    }),
    strictObject({
      users: array(Login).min(1).max(100).meta({ description: 'The accounts that hold it' }),
    }),
  ],
  { error: 'a team, e.g. { team: acme/compliance }, or accounts, e.g. { users: [carol] }' },
);

/** Whom an approver must not be: the author of what is certified, who triggered the run, who asked for a waiver that was applied. */
const DISTINCT_FROM = ['author', 'trigger', 'waiver-requester'];         

/** How many people of a role must approve. */
const ApprovalRule = strictObject({
  role: RoleName.meta({ description: 'The role, one of policy.roles' }),
  count: int().min(1).max(20).default(1).meta({ description: 'How many people of it must approve' }),
  'distinct-from': array(_enum(DISTINCT_FROM))
    .default([...DISTINCT_FROM])
    .meta({ description: 'Whom an approver must not be' }),
});

/** Kinds of findings of security-scan that its own waivers except, one by one. */
const FINDING_KINDS = ['artefact', 'dependencies', 'secrets', 'vulnerabilities', 'workflow'];

/** What is wrong between the parts of a policy: nothing required, two rules of one name, a role or a rule that is named and does not exist. */
function policyFaults(policy        )          {
  const { from, require, rules = [], approvals = [], waivers = [], 'waiver-limits': limits = {} } = policy;
  const faults          = [];
  const expect = (holds         , found         , message        , ...path               ) => {
    if (!holds) faults.push({ path, message, found });
  };
  const ids = rules.map(({ id }) => id);
  const waivable                    = [...ids, ...FINDING_KINDS];
  const forbidden                    = [...waivable, ...GATES];
  const roles = Object.keys(policy.roles ?? {});
  const isRole = (name        , ...path               ) =>
    expect(roles.includes(name), name, `one of policy.roles${known(name, roles)}`, ...path);

  const something = from !== undefined || require.length > 0 || rules.length > 0;
  expect(something, require, "a list of at least one gate, or to stand beside 'rules'", 'require');
  rules.forEach(({ id }, i) => {
    expect(ids.indexOf(id) === i, id, 'a name that no other rule has', 'rules', i, 'id');
  });
  approvals.forEach(({ role }, i) => {
    isRole(role, 'approvals', i, 'role');
  });
  if (limits.approver !== undefined) isRole(limits.approver, 'waiver-limits', 'approver');
  waivers.forEach(({ rule }, i) => {
    const message = `the id of a rule of this policy${known(rule, ids)}`;
    expect(isCheck(rule) || waivable.includes(rule), rule, message, 'waivers', i, 'rule');
  });
  limits.forbid?.forEach((name, i) => {
    const message = `a rule of this policy, a gate, gate/check or a kind of finding${known(name, forbidden)}`;
    expect(isCheck(name) || forbidden.includes(name), name, message, 'waiver-limits', 'forbid', i);
  });
  return faults
}

const isCheck = (name        ) => GATES.some(gate => name.startsWith(`${gate}/`) && name.length > gate.length + 1);

function known(name        , names                   )         {
  const meant = closestMatch(name, [...names], { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  return names.length === 0 ? ', of which there are none' : ` (${names.slice(0, 10).join(', ')})`
}

/** Names that outcomes have which no rule of the policy stands behind. */
const RESERVED                    = [...GATES, ...FINDING_KINDS, 'materials', 'waivers', 'approvals', 'policy'];

                 
                                 
                                                        
                          
 

/** What keeps a rule from having one meaning: too little, or too much. */
function ruleFaults(rule            )          {
  const { id, gate, check, metric, slice, feature, comparator, threshold, require } = rule;
  const faults          = [];
  const fault = (key                              , message        ) =>
    faults.push(key === undefined ? { message } : { key, message });
  const compares = comparator !== undefined || threshold !== undefined;
  if (RESERVED.includes(id)) fault('id', `another name: '${id}' is one of Proofmark's own`);
  if (check !== undefined && metric !== undefined) fault(undefined, "about a 'check' or a 'metric', not both");
  if (require === undefined && !compares)
    fault(undefined, "a requirement: 'require: passed', or 'comparator' and 'threshold'");
  if (require !== undefined && compares) fault(undefined, "either 'require: passed', or 'comparator' and 'threshold'");
  if (compares && (comparator === undefined || threshold === undefined))
    fault(undefined, "complete: 'comparator' and 'threshold' belong together");
  if (compares && check === undefined && metric === undefined)
    fault(undefined, "about something measured: name its 'check' or 'metric'");
  if (require !== undefined && metric !== undefined)
    fault('require', "left out: a metric needs 'comparator' and 'threshold'");
  if (metric !== undefined && gate !== 'model-certify' && gate !== 'drift-compare')
    fault('metric', `left out: ${gate} measures no metrics, name one of its checks`);
  if (slice !== undefined && (metric === undefined || gate !== 'model-certify'))
    fault('slice', 'left out: only metrics of model-certify have slices');
  if (feature !== undefined && (metric === undefined || gate !== 'drift-compare'))
    fault('feature', 'left out: only metrics of drift-compare are of features');
  if (gate === 'drift-compare' && metric !== undefined && feature === undefined)
    fault(undefined, "about a column: name the 'feature', or '*' for every one");
  if (rule.by !== undefined && slice === undefined) fault('by', "left out: it belongs to a 'slice'");
  if (rule.bound !== undefined && !compares) fault('bound', "left out: it belongs to a 'threshold'");
  if (rule['min-level'] !== undefined && (!compares || rule.bound === 'point'))
    fault('min-level', 'left out: it belongs to an interval that is compared');
  if (rule['min-rows'] !== undefined && check === undefined && metric === undefined)
    fault('min-rows', "left out: it belongs to a 'check' or a 'metric'");
  return faults
}

/** What messages, waivers and certificates call a rule of the policy: lower-case letters, digits and hyphens. */
const RuleId = string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. auc-floor');

/** How a measured value is held against a threshold. */
const COMPARATORS = ['>=', '>', '<=', '<'];         

/** Which end of the interval is compared; `point`: the value itself. */
const BOUNDS = ['lower', 'upper', 'point'];         

/** One rule over the evidence of a gate. A closed vocabulary: every key says what must be there, none says when not to look. */
const PolicyRule = strictObject({
    id: RuleId.meta({ description: 'What the rule is called' }),
    gate: _enum(GATES).meta({ description: 'The gate whose evidence it is about' }),
    check: string().min(1).max(1024).optional().meta({
      description: 'A check of that evidence, by its whole id',
    }),
    metric: string().min(1).max(200).optional().meta({
      description: 'What was measured, by its id in the evidence: a metric of model-certify, a method of drift-compare',
    }),
    slice: string().min(1).max(1024).optional().meta({
      description: "A slice of model-certify, as the evidence names it; '*': every one of them",
    }),
    by: string().min(1).max(1024).optional().meta({
      description: 'Only slices made by these columns, as the evidence names them',
    }),
    feature: string().min(1).max(1024).optional().meta({
      description: "A column that drift-compare compared; '*': every one of them",
    }),
    comparator: _enum(COMPARATORS).optional().meta({ description: 'How it is held against the threshold' }),
    threshold: number().optional().meta({ description: 'The limit' }),
    bound: _enum(BOUNDS).optional().meta({
      description:
        'Which end of the interval is compared; point: the value. Default: the end that puts the burden of proof on the model',
    }),
    'min-rows': int().min(1).optional().meta({ description: 'Rows that the value must rest on, of every slice' }),
    'min-level': number().min(0.5).lt(1).optional().meta({
      description: 'Two-sided confidence level that the interval must have, at least, e.g. 0.95',
    }),
    'max-age-days': number().positive().max(3650).optional().meta({
      description: 'Days since the gate finished, at most',
    }),
    require: literal('passed').optional().meta({ description: 'passed: the check, or the whole gate, has passed' }),
  })
  .superRefine((rule, context) => {
    for (const { key, message } of ruleFaults(rule))
      context.addIssue({ code: 'custom', message, ...(key === undefined ? {} : { path: [key], input: rule[key] }) });
  });

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;

/** Where a policy is kept that is not in the settings: in a file beside them, or on a protected ref of another repository. */
const PolicySource = strictObject({
    file: string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ path: true, description: 'A file of this repository; in a pull request that of the base branch counts' }),
    repository: string().regex(REPOSITORY, 'owner/name').optional().meta({
      description: 'The repository that holds it, e.g. acme/ml-governance',
    }),
    path: string()
      .min(1)
      .max(4096)
      .regex(/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))/, "a path from the repository's root")
      .optional()
      .meta({ description: "Its path from that repository's root" }),
    ref: string()
      .regex(/^refs\/(heads|tags)\/[^\s*?~^:\\]+$/, 'a whole ref such as refs/heads/main')
      .optional()
      .meta({ description: 'The ref it is taken from, which should be protected: refs/heads/main' }),
  })
  .superRefine(({ file, repository, path, ref }, context) => {
    const remote = [repository, path, ref].filter(part => part !== undefined).length;
    if (file === undefined ? remote !== 3 : remote !== 0)
      context.addIssue({ code: 'custom', message: "either 'file', or all of 'repository', 'path' and 'ref'" });
  });

/** What a check of a gate is called where rules are: `drift-compare/income.distribution`. */
const CHECK = new RegExp(`^(${GATES.join('|')})/.+$`);
const RULE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An exception to one rule of the policy, or to one check of a gate, for one model, for which somebody answers until a day. */
const RuleWaiver = strictObject({
    rule: string()
      .min(1)
      .max(1200)
      .refine(rule => CHECK.test(rule) || RULE.test(rule), {
        error: 'the id of a rule, or gate/check as the evidence names it, e.g. drift-compare/income.distribution',
      })
      .meta({ description: 'Id of the rule, or gate/check as the evidence names it' }),
    model: string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'the id of one model, sha256: and 64 lower-case hexadecimal digits')
      .meta({ description: 'Model id: another model needs another waiver' }),
    reason: string().min(1).max(1000).meta({ description: 'Why it may stand' }),
    owner: string().min(1).max(200).meta({ description: 'Who answers for it' }),
    'requested-by': string().min(1).max(200).meta({ description: 'Login of who asked for it' }),
    from: date({ error: 'a day such as 2027-01-01' }).optional().meta({
      description: 'First day on which it holds, in UTC',
    }),
    expires: date({ error: 'a day such as 2027-01-31' }).meta({
      description: 'Last day on which it holds, in UTC, e.g. 2027-01-31',
    }),
  })
  .meta({ id: 'RuleWaiver' });

/** What waivers may and may not do. */
const WaiverLimits = strictObject({
  'max-days': int().min(1).max(3650).optional().meta({
    description:
      'Days a waiver may hold, its first and last included. One of a rule must then name its first day; one of a finding counts from now',
  }),
  forbid: array(string().min(1).max(1200)).max(1000).optional().meta({
    description:
      'What must not be waived: ids of rules, gates, single checks as gate/check, or kinds of findings such as artefact',
  }),
  approver: RoleName.optional().meta({
    description: 'The role, one of policy.roles, of which somebody must approve wherever a waiver was applied',
  }),
});

/** What must hold for a certificate. In a pull request it is read from the base branch. */
const Policy = strictObject({
    from: PolicySource.optional().meta({
      description: 'Where the policy is kept instead; then it is the whole policy, and nothing else may stand here',
    }),
    require: array(_enum(GATES))
      .default([...GATES])
      .meta({ description: 'Gates that must have passed' }),
    rules: array(PolicyRule).max(1000).optional().meta({
      description: 'What must hold besides: rules over what the gates have measured',
    }),
    approvals: array(ApprovalRule).max(100).optional().meta({
      description: 'Who must approve, by role',
    }),
    roles: record(RoleName, Role).optional().meta({ description: 'Who holds a role, by its name' }),
    'validity-days': int().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
    'review-days-before': int().min(1).max(3650).optional().meta({
      description: 'Days before its end on which a certificate is due for review',
    }),
    'known-vulnerabilities': _enum(['new', 'all']).optional().meta({
      description:
        'Which known vulnerabilities fail: new: in a pull request only those that its base branch does not have, all: every one. Malicious packages always do',
    }),
    waivers: array(union([Waiver, RuleWaiver]))
      .max(1000)
      .optional()
      .meta({
        description:
          'Exceptions: one rule or check for one model each, or one finding of security-scan in one content, with reason, owner and last day',
      }),
    'waiver-limits': WaiverLimits.optional().meta({ description: 'What waivers may and may not do' }),
    trust: Trust.optional().meta({ description: 'Whom a verification believes' }),
  })
  .superRefine((policy, context) => {
    for (const { path, message, found } of policyFaults(policy))
      context.addIssue({ code: 'custom', message, path: [...path], input: found });
  });

export { BOUNDS as B, Policy as P, RuleWaiver as R, TrustedLog as T };
