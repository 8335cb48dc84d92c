import { m as mergeTarget, t as takeBar, o as ownBar, a as takePolicy } from './take-policy.js';
import { e as existingModel, d as decide, a as decisionDocument } from './existing-model.js';
import { s as sha256Sums } from './sha256-sums.js';
import { V as VERSION } from './version.js';
import { f as findEvidence } from './find-evidence.js';
import { e as exitCode } from './exit-code.js';
import { l as locate } from './compose.js';
import { p as policyDigest } from './policy-digest.js';
import { l as listed, c as counted } from './format2.js';
import { d as describeWaiver } from './waivers-check.js';
import { b as ruleSentence } from './rule-words.js';
import { r as readSettings, i as inputsOf } from './read-settings.js';
import { U as UserError } from './user-error.js';
import { v as visible } from './escape.js';
import { r as ruleLines } from './rule-lines.js';
import { R as RULE_ORDER } from './rule-text.js';
import { b as VERDICT_WORD } from './words.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { c as composeHere } from './compose-here.js';
import { a as inputValues, i as inputFlag } from './input-values.js';
import { p as parseFlags } from './parse-flags.js';

/** Decides by the policy on the evidence there is, without signing or writing anything. */
async function checkPolicy(
  settings          ,
  { evidence, out }                                                     ,
  ports       ,
)                         {
  const subject = await existingModel(settings, out, ports);
  const documents = (await findEvidence(evidence, ports)).map(({ document }) => document);
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
      : [`${counted(authorities.length, 'time-stamp authority', 'time-stamp authorities')} may say when.`]),
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
    ...(age === undefined ? [] : [`Its head must be at most ${counted(age, 'hour')} old.`]),
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
  return `${counted(count, 'person', 'people')} of ${role}${held ? ` (${holders(held)})` : ''} must approve${but}.`
}

const holders = (role      ) => ('team' in role ? `the members of ${role.team}` : listed(role.users, role.users.length));

function limits({ 'waiver-limits': limits = {} }        )           {
  const { 'max-days': days, forbid = [], approver } = limits;
  return [
    ...(days === undefined ? [] : [`A waiver may hold ${counted(days, 'day')} at most.`]),
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
    `A certificate is valid for ${counted(days, 'day')}${capped}.`,
    ...(review === undefined ? [] : [`It is due for review ${counted(review, 'day')} before its end.`]),
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

const inputs = inputsOf('audit-record').filter(({ name }) => name === 'model');

const flags                      = [
  { name: 'policy', kind: 'value', description: 'The policy: a file of its own. Default: what the settings say' },
  { name: 'evidence', kind: 'value', description: 'check: folder of the evidence. Default: the output folder' },
  ...inputs.map(inputFlag),
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print the policy, or the decision and what it rests on, as JSON' },
  { name: 'quiet', kind: 'switch', description: 'check: print the verdict only' },
];

const policy             = {
  name: 'policy',
  summary: 'Read the policy as sentences, or decide by it without signing',
  synopsis: 'explain|check [--policy FILE] [--evidence DIR]',
  examples: ['proofmark policy explain', 'proofmark policy check --evidence .proofmark'],
  flags,
  async run(args) {
    const given = parseFlags(args, flags);
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
      inputs: inputValues(inputs, { ...given, positionals: [] }),
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

export { policy };
