import { h, a as shown, f as folded, j as prose, k as grid, u as lines, g as badge, w as filter, b as breakable, m as dated, v as verdictBadge, t as table, n as controlsList, p as picture, s, l as line$1, r as round, c as path, d as dot, e as figure, o as toHtml } from './controls.js';
import { d as day, a as story, i as inWords, s as svg, l as layout, L as LEGEND, t as ticks } from './told.js';
import { f as formatNumber, c as count, g as formatInterval, d as formatLimit, a as formatBytes } from './numbers.js';
import { a as assessControls } from './assess-controls.js';
import { C as CATALOGUE } from './read-settings.js';
import { G as GATES, e as evidenceFile } from './evidence.js';
import { s as serialNumber } from './serial-number.js';
import { x as xmlText } from './xml.js';
import { c as comparatorSign } from './comparator-sign.js';
import { l as linear, a as line$2 } from './d3-shape.js';
import { V as VERSION } from './version.js';
import { STYLE } from './style.js';

/** A link to an address that a document names, where it is one of the web; nothing else becomes a link. */
function link(address                    , text        )                   {
  if (address === undefined || !/^https?:\/\/[^\s"<>]+$/i.test(address)) return ''
  return h('a', { href: address, rel: ['noopener', 'noreferrer'] }, text)
}

/** A link to a model's page, or to a part of it, from a page beside the index. */
const toModel = ({ slug, name }                                    , part          )          =>
  h('a', { href: `models/${slug}.html${part === undefined ? '' : `#${part}`}` }, shown(name, 120));

/** Columns of `approvalLines`. */
const APPROVALS                    = [
  { title: 'Model' },
  { title: 'Version' },
  { title: 'Role' },
  { title: 'Who' },
  { title: 'When' },
  { title: 'Of' },
  { title: 'Where' },
];

/** Approvals that certificates name. */
const approvalLines = ({ slug, name, certificates }             )         =>
  certificates.flatMap(({ version, facts }) =>
    (facts?.approvals ?? []).map(({ role, actor, at, of, url }) => ({
      cells: [
        toModel({ slug, name }, 'certificates'),
        shown(version, 40),
        shown(role, 80),
        shown(actor, 120),
        h('time', { dateTime: at }, day(at)),
        h('code', 'commit' in of ? of.commit.slice(0, 12) : of.model.slice(0, 12)),
        link(url, 'review'),
      ],
    })),
  );

/**
 * How far evidence goes for a control: `supported`: all that the catalogue asks for is there, holds and is fresh; `partial`: some of it,
 * or the rest always stays with the organisation; `not supported`: some of it speaks against the control; `not evaluable`: there is
 * nothing that decides.
 */
                                                                                  

/** The standings, the best first. */
const STANDINGS = [
  'supported',
  'partial',
  'not supported',
  'not evaluable',
];                                       

/** A place that can be opened: a file of the output folder or an entry of the log. */
                               
                                                                                                       
                       
                                                                                               
                          
                                                                    
                       
                                                         
                         
                                                
                          
 

/** How old the evidence is that a status rests on. */
                            
                                        
                         
                          
                       
                                        
                        
                         
 

/** One thing that could support the control, and what there is of it. */
                               
                                                   
                        
                                                         
                       
                                                            
                                    
                       
                                                                             
                                         
                        
 

/** A control and how far the evidence goes for it. */

/** How far a model's newest evidence and its entries of the log go for each control of the built-in catalogue. */
function controlsOfModel(model             , now        )                  {
  const documents = GATES.flatMap(gate => {
    const found = model.evidence.find(one => one.gate === gate);
    if (!found) return []
    const { sha256, document, older } = found;
    return [document ? { gate, sha256, evidence: document } : { gate, sha256, unreadable: older ?? 'it is older' }]
  });
  return assessControls(CATALOGUE, { documents, entries: entriesOf(model, now), at: new Date(now) })
}

/** The oldest first, as a log has them. */
function entriesOf({ name, log, certificates, refusals, events, versions }             , now        )                {
  const entry = (kind           , text        , at        , counts = true, sha256         )              => ({
    kind,
    text,
    at,
    counts,
    file: sha256 === undefined ? `log:${log}` : `log:sha256:${sha256}`,
    ...(sha256 === undefined ? {} : { sha256 }),
  });
  const newest = certificates[0]?.at ?? refusals[0]?.at;
  return [
    ...(newest === undefined ? [] : [entry('log', `entries in ${log}`, newest)]),
    ...certificates.flatMap(({ sha256, at, state, facts, signature }) => [
      ...(['decision', 'certificate']         ).map(kind =>
        entry(
          kind,
          `certificate of ${name}, ${at.slice(0, 10)} (${state})`,
          at,
          state === 'valid' && signature.state !== 'refused',
          sha256,
        ),
      ),
      ...(facts?.approvals ?? []).map(({ role, actor, at: given }) =>
        entry('approval', `an approval as ${role}, by ${actor}`, given, true, sha256),
      ),
      ...(facts?.waivers ?? []).map(({ name: excepted, owner, expires }) =>
        entry('waiver', `a waiver of ${excepted}, by ${owner}`, at, Date.parse(expires) > Date.parse(now), sha256),
      ),
    ]),
    ...refusals.map(({ at, signature }) =>
      entry('decision', `refusal of ${name} on ${at.slice(0, 10)}`, at, signature.state !== 'refused'),
    ),
    ...events.filter(({ type }) => type === 'review').map(({ at }) => entry('review', 'a review', at)),
    ...versions.flatMap(({ stays }) =>
      stays.map(({ target, from, kind }) => entry('promotion', `${kind} at ${target}`, from)),
    ),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Columns of `controlCounts`. */
const CONTROLS                    = [
  { title: 'Model' },
  { title: 'Supported', align: 'right' },
  { title: 'Partial', align: 'right' },
  { title: 'Not supported', align: 'right' },
  { title: 'Not evaluable', align: 'right' },
  { title: 'Too old', align: 'right' },
];

/** How many controls of the catalogue a model's evidence and record support; its page names each. */
function controlCounts(model             , now        )       {
  const statuses = controlsOfModel(model, now);
  return {
    cells: [
      toModel(model, 'controls'),
      ...STANDINGS.map(standing => formatNumber(statuses.filter(({ status }) => status === standing).length)),
      formatNumber(statuses.filter(({ freshness }) => freshness?.stale).length),
    ],
  }
}

/** What was refused and what was taken back, with the reasons that the log keeps. */
function decisionLines(model             ) {
  return [
    ...model.refusals.map(({ at, version, facts }) => ({
      at,
      cells: [
        toModel(model),
        `Refusal of version ${shown(version, 40)}`,
        shown(facts?.rules.map(({ title, reason }) => `${title}: ${reason}`).join('; ') ?? 'not kept in the log', 400),
      ],
    })),
    ...model.certificates.flatMap(({ revocation, version }) =>
      revocation
        ? [
            {
              at: revocation.at,
              cells: [
                toModel(model),
                `Revocation of a certificate of version ${shown(version, 40)}`,
                shown(`${revocation.reason}${revocation.by === undefined ? '' : `, by ${revocation.by}`}`, 400),
              ],
            },
          ]
        : [],
    ),
  ]
}

const LISTED$3 = 100;

/** Certificates whose signatures are not believed, and logs of which none was asked. */
function signatureNotices({ logs, models }        )            {
  const refused = models.flatMap(({ name, certificates }) =>
    certificates.flatMap(({ signature, version, at, sha256 }) =>
      signature.state === 'refused' ? [{ name, version, at, sha256, reason: signature.reason }] : [],
    ),
  );
  const silent = logs.filter(({ fault, asksSignatures, entries }) => !fault && !asksSignatures && entries > 0);
  return [
    ...(refused.length === 0
      ? []
      : [
          h('div.notice.fail', [
            h('p', [
              h('strong', `The signature of ${count(refused.length, 'certificate')} is not verified: `),
              'what such a certificate says counts for nothing here.',
            ]),
            folded(
              'Which certificates, and why',
              h(
                'ul.places',
                refused
                  .slice(0, LISTED$3)
                  .map(({ name, version, at, sha256, reason }) =>
                    h('li', [
                      `${shown(name, 120)} ${shown(version, 60)} of ${day(at)}, `,
                      h('code', sha256.slice(0, 12)),
                      `: ${shown(reason, 300)}`,
                    ]),
                  ),
              ),
              refused.length > LISTED$3 ? h('p.note', `and ${count(refused.length - LISTED$3, 'more')}`) : '',
            ),
          ]),
        ]),
    ...silent.map(({ name }) =>
      h('div.notice', [
        h('p', [
          h('strong', ['No signature in the log ', h('code', shown(name, 200)), ' was verified: ']),
          ...prose(
            'nobody is named whose signatures count. Name keys or workflows under `policy.trust` of its `proofmark.yml`, or give `--key` or `--policy`.',
          ),
        ]),
      ]),
    ),
  ]
}

const LISTED$2 = 100;

/** What a reader must know before believing what is shown: logs that are not believed, gaps in them, and evidence that could not be read. */
function logNotices(portal        )            {
  const { logs, unread, strangers, models } = portal;
  const older = models.flatMap(({ evidence }) => evidence.filter(one => one.older !== undefined));
  return [
    ...logs.flatMap(({ name, fault }) =>
      fault
        ? [
            h('div.notice.fail', [
              h('p', [h('strong', `The log ${shown(name, 200)} is not believed, and nothing of it is shown.`)]),
              h('p', shown(fault.message, 1000)),
              fault.hint === undefined ? '' : h('p.hint', `→ ${shown(fault.hint, 500)}`),
            ]),
          ]
        : [],
    ),
    ...logs.flatMap(({ name, gaps }) =>
      gaps.length === 0
        ? []
        : [
            h('div.notice', [
              h('p', [
                h('strong', `The log ${shown(name, 200)} has ${count(gaps.length, 'gap')}: `),
                'entries whose documents it does not keep. What they say is not known here, and nothing is made up for it.',
              ]),
              folded(
                'Which',
                h(
                  'ul.places',
                  gaps
                    .slice(0, LISTED$2)
                    .map(({ type, at, model, document }) =>
                      h('li', [
                        `${type} of ${day(at)}${model === undefined ? '' : `, ${shown(model, 120)}`}, `,
                        h('code', document),
                      ]),
                    ),
                ),
                gaps.length > LISTED$2 ? h('p.note', `and ${count(gaps.length - LISTED$2, 'more')}`) : '',
              ),
            ]),
          ],
    ),
    ...signatureNotices(portal),
    ...(older.length > 0
      ? [
          h('div.notice', [
            h(
              'p',
              `${count(older.length, 'evidence file')} of an older version: only the verdict is shown, on the page of the model.`,
            ),
          ]),
        ]
      : []),
    ...(unread.length > 0
      ? [
          h('div.notice', [
            h('p', [h('strong', `${count(unread.length, 'evidence file')} could not be read.`)]),
            folded(
              'Which evidence, and why',
              h(
                'ul.places',
                unread
                  .slice(0, LISTED$2)
                  .map(({ path, reason }) => h('li', [h('code', shown(path)), `: ${shown(reason, 300)}`])),
              ),
            ),
          ]),
        ]
      : []),
    ...(strangers.length > 0
      ? [
          h('div.notice', [
            h('p', `${count(strangers.length, 'evidence file')} about no model that a log knows: shown on no page.`),
            folded(
              'Which evidence is about none',
              h(
                'ul.places',
                strangers
                  .slice(0, LISTED$2)
                  .map(({ path, gate, verdict, finishedAt }) =>
                    h('li', [h('code', shown(path)), `: ${gate}, ${verdict}, ${day(finishedAt)}`]),
                  ),
              ),
            ),
          ]),
        ]
      : []),
  ]
}

/** Of certificates: `12 verified, 1 not`. */
function signatures(models                  )         {
  const states = models.flatMap(({ certificates }) => certificates.map(({ signature }) => signature.state));
  const told = [
    ['verified', 'verified'],
    ['refused', 'not verified'],
    ['not asked', 'not asked'],
  ];         
  return told
    .map(([state, text]) => [states.filter(each => each === state).length, text]         )
    .filter(([n]) => n > 0)
    .map(([n, text]) => `${formatNumber(n)} ${text}`)
    .join(', ')
}

/** Every log, its head, who has witnessed it, and what is missing. */
const logTable = ({ logs, models }        )          =>
  grid(
    count(logs.length, 'log'),
    [
      { title: 'Verified', hidden: true },
      { title: 'Log' },
      { title: 'Models', align: 'right' },
      { title: 'Entries', align: 'right' },
      { title: 'Gaps', align: 'right' },
      { title: 'Signatures' },
      { title: 'Witnessed' },
      { title: 'Root of its tree' },
    ],
    lines(
      logs.map(({ name, fault, entries, gaps, witnesses, asOf, root, size }) => [
        badge(fault ? 'fail' : gaps.length > 0 ? 'warn' : 'pass'),
        h('code', shown(name, 200)),
        fault ? '' : formatNumber(models.filter(({ log }) => log === name).length),
        fault ? '' : formatNumber(entries),
        fault ? '' : formatNumber(gaps.length),
        fault ? '' : signatures(models.filter(({ log }) => log === name)),
        fault
          ? 'not believed'
          : witnesses.length === 0
            ? 'by nobody else'
            : `${formatNumber(size)} entries by ${shown(witnesses.join(', '), 200)}${asOf === undefined ? '' : `, as of ${day(asOf)}`}`,
        fault ? '' : h('code', root),
      ]),
    ),
    { hideCaption: true },
  );

/** How a model stands today, in a few words and by a sign. */
                           
                                                                          
                         
                                         
                       
                              
                                                                           
                                  
                                                      
                                       
 

const PROBLEM = {
  revoked: 'whose certificate is revoked',
  expired: 'whose certificate has expired',
  uncertified: 'which has no certificate that holds',
};         

/** The certificate that counts: the one that holds longest, else the newest. One whose signature is refused only where there is no other. */
function bestCertificate({ certificates }                                   )                                {
  const believed = certificates.filter(({ signature }) => signature.state !== 'refused');
  const valid = believed.filter(({ state }) => state === 'valid');
  const [longest] = valid.toSorted((a, b) => Date.parse(b.notAfter ?? '') - Date.parse(a.notAfter ?? ''));
  return longest ?? believed[0] ?? certificates[0]
}

/** The newest evidence of a gate. */
const newest = (
  { evidence }                               ,
  gate                        ,
)                             => evidence.find(one => one.gate === gate);

/** What a certificate says today: `valid until 2027-01-13`. */
function certificateText({ state, notAfter, notBefore, revocation, at }                   )         {
  if (state === 'revoked') return `revoked on ${day(revocation?.at ?? at)}`
  if (state === 'unknown') return 'unknown: the log does not keep its text'
  if (state === 'early') return `valid from ${day(notBefore ?? at)}`
  return `${state === 'valid' ? 'valid until' : 'expired on'} ${day(notAfter ?? at)}`
}

const CERTIFICATE_STATUS                                             = {
  valid: 'pass',
  early: 'warn',
  unknown: 'inconclusive',
  expired: 'inconclusive',
  revoked: 'fail',
};

const statusOf$1 = ({ state, signature }                   )         =>
  signature.state === 'refused' ? 'fail' : CERTIFICATE_STATUS[state];

function standingOf(model             )           {
  const { targets, dues, refusals } = model;
  const ids = new Set(model.versions.map(({ id }) => id));
  const live = targets.filter(({ to }) => ids.has(to?.id ?? ''));
  const best = bestCertificate(model);
  const drift = newest(model, 'drift-compare');
  const isRefusedLast =
    refusals[0] !== undefined && (best === undefined || Date.parse(refusals[0].at) > Date.parse(best.at));
  const problems = live.flatMap(({ target, to, problem }) =>
    problem ? [`${target} points at ${to?.name}, ${PROBLEM[problem]}`] : [],
  );
  const overdue = dues
    .filter(due => due.overdue)
    .map(({ model: name, what, at }) => `${name}: ${what} on ${day(at)}, which is over`);
  const drifted =
    drift && drift.verdict !== 'passed'
      ? [`drift-compare ${drift.verdict === 'failed' ? 'failed' : 'was undecided'} on ${day(drift.finishedAt)}`]
      : [];
  const refused = model.certificates.filter(
    ({ state, signature }) => state === 'valid' && signature.state === 'refused',
  ).length;
  const unbelieved =
    refused === 0 ? [] : [`${count(refused, 'valid certificate')} without a signature that is verified`];
  const attention = [...problems, ...unbelieved, ...overdue, ...drifted];
  const certificate         = best === undefined ? (refusals.length > 0 ? 'fail' : 'inconclusive') : statusOf$1(best);
  return {
    status:
      problems.length + unbelieved.length > 0
        ? 'fail'
        : attention.length > 0 && certificate === 'pass'
          ? 'warn'
          : certificate,
    certificate,
    text:
      best === undefined
        ? refusedText(model)
        : `Version ${best.version}: certificate ${best.signature.state === 'refused' ? 'not verified' : certificateText(best)}`,
    attention,
    tags: [
      ...(attention.length > 0 ? ['attention'] : []),
      ...(best?.state === 'valid' && best.signature.state !== 'refused' ? ['certified'] : ['uncertified']),
      ...(live.length > 0 ? ['production'] : []),
      ...(isRefusedLast ? ['refused'] : []),
      ...(dues.length > 0 ? ['due'] : []),
    ],
  }
}

const refusedText = ({ refusals: [last] }             ) =>
  last === undefined ? 'Never certified' : `Refused on ${day(last.at)}`;

const SIGN = {
  valid: ['pass', '✓'],
  early: ['warn', '…'],
  unknown: ['inconclusive', '?'],
  expired: ['past', '–'],
  revoked: ['fail', '✗'],
};                                                                                                

/** A certificate's state as a coloured sign whose meaning is also there to be read aloud. */
function stateBadge(state                          )          {
  const [className, sign] = SIGN[state];
  return h('span.badge', { className: [className], role: 'img', ariaLabel: state, title: state }, sign)
}

/** Columns of `waiverLines`. */
const WAIVERS                    = [
  { title: 'Status', hidden: true },
  { title: 'Model' },
  { title: 'Excepted' },
  { title: 'Owner' },
  { title: 'Ends' },
  { title: 'Under certificate' },
];

/** Exceptions that certificates rest on, each once, with the newest of them; those of certificates that hold first. */
function waiverLines({ name, slug, certificates }             , now        )         {
  const seen = new Set        ();
  return certificates.flatMap(({ sha256, state, facts }) =>
    (facts?.waivers ?? []).flatMap(({ rule, name: excepted, owner, expires, waiver })         => {
      if (seen.has(waiver)) return []
      seen.add(waiver);
      const hasEnded = Date.parse(expires) <= Date.parse(now);
      return [
        {
          cells: [
            state === 'valid' && !hasEnded ? badge('warn') : stateBadge(hasEnded ? 'expired' : state),
            toModel({ slug, name }, 'certificates'),
            shown(excepted === rule ? rule : `${rule}: ${excepted}`, 200),
            shown(owner, 120),
            [...(hasEnded ? ['ended on '] : []), h('time', { dateTime: expires }, day(expires))],
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        },
      ]
    }),
  )
}

/** What to do about each kind of what needs attention. */
const REMEDY =
  'Where production points at a model whose certificate does not hold, certify the model again (`proofmark gate`), or point production back (`proofmark demote`). ' +
  'Where data drifted, the model’s page names the columns.';

/** Lines that nobody searches. */
const FEW = 5;

/** For who answers for the rules: what needs somebody, what is due, who approved, what is excepted until when, and what was taken back. */
function complianceOfficerPage(portal        )                   {
  const { models, logs, now } = portal;
  const attention = models.flatMap(model =>
    standingOf(model).attention.map(text => ({ cells: [badge('fail'), toModel(model), shown(text, 300)] })),
  );
  const dues = models
    .flatMap(model => model.dues.map(due => ({ model, due })))
    .toSorted((a, b) => Date.parse(a.due.at) - Date.parse(b.due.at));
  const section = (
    id        ,
    title        ,
    columns                   ,
    rows                 ,
    none        ,
    remedy         ,
  ) =>
    h('section', { ariaLabelledBy: `${id}-title` }, [
      h('h2', { id: `${id}-title` }, title),
      ...(rows.length === 0
        ? [h('p.lead', prose(none))]
        : [
            ...(remedy === undefined ? [] : [h('p.lead', prose(remedy))]),
            ...(rows.length > FEW ? [filter(id, title)] : []),
            grid(`${title}: ${count(rows.length, 'line')}`, columns, rows, { id, hideCaption: true }),
          ]),
    ]);
  return [
    h('h1', 'Approvals, waivers and reviews'),
    h(
      'p.lead',
      'For the compliance officer: what the logs and the signed documents in them say. It supports controls; whether they are met is for people to say.',
    ),
    ...logNotices(portal),
    section(
      'attention',
      'Needs attention',
      [{ title: 'Status', hidden: true }, { title: 'Model' }, { title: 'What' }],
      attention,
      'Nothing.',
      REMEDY,
    ),
    section(
      'due',
      'Reviews and ends that are due',
      [{ title: 'Status', hidden: true }, { title: 'Model' }, { title: 'What' }, { title: 'When' }],
      dues.map(({ model, due: { what, at, overdue, model: name } }) => ({
        cells: [
          badge(overdue ? 'fail' : 'warn'),
          toModel(model),
          shown(`${name}: ${what}`, 300),
          h('time', { dateTime: at }, day(at)),
        ],
      })),
      'Nothing within 30 days, of models in production.',
    ),
    section(
      'controls',
      'Controls',
      CONTROLS,
      models.map(model => controlCounts(model, now)),
      'No model, and so no evidence.',
    ),
    section(
      'waivers',
      'Waivers',
      WAIVERS,
      models.flatMap(model => waiverLines(model, now)),
      'No certificate rests on a waiver.',
    ),
    section('approvals', 'Approvals', APPROVALS, models.flatMap(approvalLines), 'No certificate names an approval.'),
    section(
      'reviews',
      'Periodic reviews',
      [
        { title: 'When' },
        { title: 'Log' },
        { title: 'Looked at' },
        { title: 'Had ended' },
        { title: 'End soon' },
        { title: 'Run' },
      ],
      logs.flatMap(({ name, events }) =>
        events.reviews.map(({ at, run, found }) => ({
          cells: [
            h('time', { dateTime: at }, day(at)),
            h('code', shown(name, 120)),
            found
              ? `${count(found.certificates, 'certificate')}, ${count(found.waivers, 'waiver')}`
              : 'not kept in the log',
            shown(found?.ended.join(', ') ?? '', 300),
            shown(found?.ending.join(', ') ?? '', 300),
            link(run, 'run'),
          ],
        })),
      ),
      'The logs hold none. `proofmark review` in a scheduled workflow enters them.',
    ),
    section(
      'decisions',
      'Refusals and revocations',
      [{ title: 'When' }, { title: 'Model' }, { title: 'What' }, { title: 'Why' }],
      models
        .flatMap(decisionLines)
        .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .map(({ at, cells }) => ({ cells: [h('time', { dateTime: at }, day(at)), ...cells] })),
      'None.',
    ),
    section(
      'policies',
      'Policies as they came into force',
      [{ title: 'When' }, { title: 'Log' }, { title: 'Read from' }, { title: 'SHA-256' }],
      logs.flatMap(({ name, events }) =>
        events.policies.map(({ at, sha256, uri }) => ({
          cells: [
            h('time', { dateTime: at }, day(at)),
            h('code', shown(name, 120)),
            shown(uri ?? 'not kept in the log', 200),
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        })),
      ),
      'The logs hold none.',
    ),
    h('section', { ariaLabelledBy: 'logs-title' }, [
      h('h2', { id: 'logs-title' }, 'The logs themselves'),
      logTable(portal),
      ...logs.flatMap(({ name, events }) =>
        events.incidents.map(({ at, reason }) =>
          h('p', [
            badge('warn'),
            ` ${shown(name, 120)} was repaired on ${day(at)}: ${shown(reason ?? 'the log does not keep why', 300)}`,
          ]),
        ),
      ),
      h('p.note', `${formatNumber(logs.reduce((sum, { entries }) => sum + entries, 0))} entries in all.`),
    ]),
  ]
}

/** What did not pass in a gate's evidence, why, and what to do: the worst, and how many more there are. */
function openChecks({ open, counts }                 )                   {
  const more = counts.fail + counts.inconclusive + counts.warn - open.length;
  return [
    ...open.map(({ title, status, reason, hint }) =>
      h('div.check', { className: [status] }, [
        h('p', [badge(status), ' ', h('strong', shown(title))]),
        h('p', shown(reason, 500)),
        hint === undefined ? '' : h('p.hint', `→ ${shown(hint, 500)}`),
      ]),
    ),
    ...(more > 0 ? [h('p.note', `${count(more, 'more check')} that did not pass stand in the evidence.`)] : []),
  ]
}

/** Characters of the names of a table's columns. */
const NAMES = 20_000;
/** Models whose open checks are told. */
const TOLD$3 = 20;

/** For who answers for data: which contract and which data each model rests on, what did not pass, and what is shared. */
function dataOwnerPage({ models }        )                   {
  const open = models.flatMap(model => {
    const evidence = newest(model, 'data-validate');
    return evidence && evidence.open.length > 0 ? [{ model, evidence }] : []
  });
  return [
    h('h1', 'Contracts and data'),
    h(
      'p.lead',
      'For the data owner: what each model was certified on, by which contract, and what the newest evidence says of it.',
    ),
    h('section', { ariaLabelledBy: 'open-title' }, [
      h('h2', { id: 'open-title' }, 'What did not pass'),
      ...(open.length === 0 ? [h('p.lead', 'Nothing, in the newest evidence of data-validate that was found.')] : []),
      ...open
        .slice(0, TOLD$3)
        .flatMap(({ model, evidence }) => [
          h('h3', [toModel(model, 'data'), ` on ${day(evidence.finishedAt)}`]),
          ...openChecks(evidence),
        ]),
      open.length > TOLD$3 ? h('p.note', `and ${count(open.length - TOLD$3, 'more model')}`) : '',
    ]),
    h('section', { ariaLabelledBy: 'data-title' }, [
      h('h2', { id: 'data-title' }, 'Data by model'),
      filter('data', 'Data', [
        {
          name: 'role',
          title: 'Role',
          answers: ['contract', 'data', 'train', 'reference', 'current', 'predictions'].map(
            role => [role, role]         ,
          ),
        },
      ]),
      grid(
        'What the certificate of each model was decided on',
        [
          { title: 'Model' },
          { title: 'Role' },
          { title: 'File' },
          { title: 'Rows', align: 'right' },
          { title: 'data-validate' },
          { title: 'Certified' },
          { title: 'SHA-256' },
        ],
        models.flatMap(dataLines),
        { id: 'data', hideCaption: true },
      ),
    ]),
    ...sensitive(models),
    ...shared(models),
  ]
}

function dataLines(model             )         {
  const certificate = bestCertificate(model);
  const gate = certificate?.facts?.gates.find(one => one.gate === 'data-validate');
  return (certificate?.facts?.data ?? []).map(({ role, name, rows, digest }) => ({
    tags: [role],
    cells: [
      toModel(model, 'data'),
      role,
      h('code', shown(name, 120)),
      rows === undefined ? '' : formatNumber(rows),
      gate
        ? h('span.state', [
            badge(gate.verdict === 'waived' ? 'warn' : 'pass'),
            `${gate.verdict}, ${count(gate.checks, 'check')}`,
          ])
        : 'not run',
      certificate ? h('time', { dateTime: certificate.at }, day(certificate.at)) : '',
      h('code', { title: digest.sha256 }, digest.sha256.slice(0, 12)),
    ],
  }))
}

function sensitive(models                        )                   {
  const rows = models.flatMap(model =>
    (newest(model, 'data-validate')?.tables ?? [])
      .filter(({ sensitive: columns }) => columns.length > 0)
      .map(({ file, sensitive: columns }) => ({
        cells: [
          toModel(model, 'data'),
          h('code', shown(file, 120)),
          formatNumber(columns.length),
          h('span.names', shown(columns.map(column => shown(column, 80)).join(', '), NAMES)),
        ],
      })),
  );
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'sensitive-title' }, [
      h('h2', { id: 'sensitive-title' }, 'Columns that contracts classify as sensitive'),
      grid(
        count(rows.length, 'table'),
        [{ title: 'Model' }, { title: 'Table' }, { title: 'Columns', align: 'right' }, { title: 'Names', wide: true }],
        rows,
        { hideCaption: true },
      ),
    ]),
  ]
}

/** Files, by their bytes, that more than one model rests on. */
function shared(models                        )                   {
  const uses = models.flatMap(model =>
    (bestCertificate(model)?.facts?.data ?? []).map(({ digest, name, role }) => ({
      model,
      sha256: digest.sha256,
      name,
      role,
    })),
  );
  const rows = [...Map.groupBy(uses, ({ sha256 }) => sha256)]
    .map(([sha256, all]) => ({ sha256, all, by: [...new Map(all.map(use => [use.model.slug, use.model])).values()] }))
    .filter(({ by }) => by.length > 1)
    .toSorted((a, b) => b.by.length - a.by.length)
    .slice(0, 200);
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'shared-title' }, [
      h('h2', { id: 'shared-title' }, 'Data that several models rest on'),
      grid(
        'A change to these touches every model named',
        [{ title: 'File' }, { title: 'Role' }, { title: 'Models' }, { title: 'SHA-256' }],
        rows.map(({ sha256, all, by }) => ({
          cells: [
            h('code', shown(all[0]?.name ?? '', 120)),
            [...new Set(all.map(({ role }) => role))].join(', '),
            [
              ...by
                .slice(0, 12)
                .flatMap((model, i) => (i === 0 ? [toModel(model, 'data')] : [', ', toModel(model, 'data')])),
              by.length > 12 ? ` and ${by.length - 12} more` : '',
            ],
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        })),
      ),
    ]),
  ]
}

/** Entries of the feed: the newest. */
const ENTRIES = 100;
const LONGEST$1 = 500;

                       
                        
                                                                                                         
                                  
                              
 

/** What happened to models, the newest first, as an Atom feed (RFC 4287). Ids follow from what happened, so a later build repeats them. */
function feed({ models, logs, now }        , { title, url, sha256 }             )         {
  const entries = models
    .flatMap(model => story(model.life).map(event => ({ ...event, page: model })))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, ENTRIES);
  const id = (value         ) => serialNumber(sha256(JSON.stringify(value)));
  const about = (page             ) => `${url ?? ''}models/${page.slug}.html`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${id(['feed', logs.map(({ name }) => name)])}</id>`,
    `  <title>${written(title)}</title>`,
    `  <updated>${entries[0]?.at ?? now}</updated>`,
    '  <author><name>Proofmark</name></author>',
    '  <generator uri="https://proofmark.dev/">proofmark</generator>',
    ...(url === undefined ? [] : [`  <link rel="self" type="application/atom+xml" href="${written(url)}feed.xml"/>`]),
    `  <link rel="alternate" type="text/html" href="${written(url ?? '')}index.html"/>`,
    ...entries.flatMap(({ at, model, what, more, page }) => [
      '  <entry>',
      `    <id>${id([page.log, page.name, at, model, what, more])}</id>`,
      `    <title>${written(`${model}: ${what.toLowerCase()}`)}</title>`,
      `    <updated>${at}</updated>`,
      `    <category term="${written(what.toLowerCase().replace(/\s+/g, '-'))}"/>`,
      `    <link rel="alternate" type="text/html" href="${written(about(page))}"/>`,
      `    <content type="text">${written(more === '' ? what : more)}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}

const written = (text        )         => xmlText(text.slice(0, LONGEST$1).toWellFormed().replace(/\s+/g, ' '));

/** The first page: how many models need somebody, then all of them, then the logs. */
function indexPage(portal        , site        )                   {
  const { models } = portal;
  const standings = models.map(model => ({ model, standing: standingOf(model) }));
  const tagged = (tag        ) => standings.filter(({ standing }) => standing.tags.includes(tag)).length;
  const several = portal.logs.length > 1;
  return [
    h('h1', shown(site, 200)),
    h('p.lead', 'Every model that the logs know, how it stands today, and what somebody has to see to.'),
    ...logNotices(portal),
    h(
      'ul.counts',
      [
        [models.length, models.length === 1 ? 'model' : 'models'],
        [tagged('attention'), 'need attention'],
        [tagged('certified'), 'with a valid certificate'],
        [tagged('production'), 'in production'],
        [tagged('due'), 'with something due'],
      ].map(([n, text]) => h('li', [h('b', formatNumber(Number(n))), h('span', text)])),
    ),
    h('section', { ariaLabelledBy: 'models-title' }, [
      h('h2', { id: 'models-title' }, 'Models'),
      filter('models', 'Models', [
        { name: 'state', title: 'State', answers: STATES },
        ...(several
          ? [
              {
                name: 'log',
                title: 'Log',
                answers: portal.logs.map(({ name }, i) => [`log-${i}`, shown(name, 60)]         ),
              },
            ]
          : []),
      ]),
      models.length === 0
        ? h('p.lead', 'None yet: the logs hold no certificate and no refusal.')
        : h('div.models', [
            grid(
              `${count(models.length, 'model')} by name`,
              [
                { title: 'Model' },
                { title: 'State' },
                { title: 'In production' },
                { title: 'Due' },
                { title: 'Drift' },
                { title: 'Newest' },
              ],
              standings.map(({ model, standing }) => line(model, standing, portal)),
              { id: 'models', hideCaption: true },
            ),
          ]),
    ]),
    h('section', { ariaLabelledBy: 'logs-title' }, [h('h2', { id: 'logs-title' }, 'Logs'), logTable(portal)]),
  ]
}

const STATES = [
  ['attention', 'needs attention'],
  ['certified', 'certified'],
  ['uncertified', 'not certified'],
  ['production', 'in production'],
  ['refused', 'refused last'],
  ['due', 'something due'],
];         

function line(model             , standing                               , { logs }        )       {
  const ids = new Set(model.versions.map(({ id }) => id));
  const live = model.targets.filter(({ to }) => ids.has(to?.id ?? ''));
  const drift = newest(model, 'drift-compare');
  const [due] = model.dues;
  const last = [model.certificates[0]?.at, model.refusals[0]?.at, ...model.targets.map(({ at }) => at)]
    .filter(at => at !== undefined)
    .toSorted()
    .at(-1);
  return {
    tags: [...standing.tags, `log-${logs.findIndex(({ name }) => name === model.log)}`],
    cells: [
      [
        h('a.to', { href: `models/${model.slug}.html` }, breakable(shown(model.name, 120))),
        h('span.sub', breakable(shown(model.repository ?? model.log, 120))),
      ],
      [
        h('span.state', [badge(standing.certificate), ...dated(shown(standing.text, 160))]),
        standing.attention.length === 0
          ? ''
          : h(
              'ul.todo',
              standing.attention.map(text => h('li', dated(shown(text, 240)))),
            ),
      ],
      live.length === 0
        ? ''
        : live.map(({ target, to }) =>
            h('div', [...breakable(shown(to?.name ?? '', 80)), h('span.sub', breakable(shown(target, 120)))]),
          ),
      due === undefined ? '' : [h('time', { dateTime: due.at }, day(due.at)), h('span.sub', shown(due.what, 120))],
      drift === undefined
        ? ''
        : h('span.state', [
            verdictBadge(drift.verdict),
            h('time', { dateTime: drift.finishedAt }, day(drift.finishedAt)),
          ]),
      last === undefined ? '' : h('time', { dateTime: last }, day(last)),
    ],
  }
}

/** Gains over the champion, model by model, folded under how many are sure. */
function comparisons(models                        )                   {
  const parts = models.flatMap(model => {
    const evidence = newest(model, 'model-certify');
    const all = evidence?.comparisons ?? [];
    if (!evidence || all.length === 0) return []
    const [worse, better] = [
      all.filter(({ interval }) => interval && interval[1] < 0),
      all.filter(({ interval }) => interval && interval[0] > 0),
    ];
    const title = `${shown(model.name, 120)} ${shown(evidence.version, 40)}, ${day(evidence.finishedAt)}`;
    return [
      folded(
        `${title}: better by ${better.length} of ${count(all.length, 'metric')}, worse by ${worse.length}`,
        table(
          title,
          [
            { title: 'Metric', keep: true },
            { title: 'Gain', align: 'right' },
            { title: 'Interval', align: 'right' },
            { title: 'Rows', align: 'right' },
          ],
          all.map(({ title: metric, value, interval, n }) => [
            shown(metric),
            formatNumber(value),
            interval ? formatInterval(interval) : '',
            formatNumber(n),
          ]),
          { hideCaption: true },
        ),
      ),
    ]
  });
  if (parts.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'comparisons-title' }, [
      h('h2', { id: 'comparisons-title' }, 'Against the champion, metric by metric'),
      h(
        'p.lead',
        'From the newest evidence of model-certify; above zero is better. Counted is what its interval leaves no doubt of.',
      ),
      ...parts,
    ]),
  ]
}

/** Hold-outs that several certificates rest on: each look at the same rows makes the next one worth less. */
function holdouts(models                        )                   {
  const looks = models.flatMap(model =>
    model.certificates.flatMap(({ facts }) => (facts?.holdout ? [{ model, ...facts.holdout }] : [])),
  );
  const rows = [...Map.groupBy(looks, ({ model, ids, rows: n }) => `${model.slug} ${ids} ${n}`).values()]
    .map(all => ({ all, predictions: new Set(all.map(({ predictions }) => predictions)).size }))
    .filter(({ predictions }) => predictions > 1)
    .toSorted((a, b) => b.predictions - a.predictions)
    .slice(0, 100);
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'holdouts-title' }, [
      h('h2', { id: 'holdouts-title' }, 'Hold-outs looked at more than once'),
      grid(
        'The same rows, with other predictions',
        [
          { title: 'Model' },
          { title: 'Rows', align: 'right' },
          { title: 'Certificates', align: 'right' },
          { title: 'Different predictions', align: 'right' },
        ],
        rows.flatMap(({ all, predictions }) => {
          const [first] = all;
          return first
            ? [
                {
                  cells: [
                    toModel(first.model, 'claims'),
                    formatNumber(first.rows),
                    count(all.length, 'certificate'),
                    formatNumber(predictions),
                  ],
                },
              ]
            : []
        }),
      ),
    ]),
  ]
}

/** Refusals told, and rules of each. */
const TOLD$2 = 10;
const RULES = 8;

/** When and why a model was refused, the newest first. */
function refusalList({ refusals }             )                   {
  return [
    ...refusals.slice(0, TOLD$2).map(({ at, version, facts, signature }) =>
      h('div.check', { className: [facts?.verdict === 'inconclusive' ? 'inconclusive' : 'fail'] }, [
        h('h3', [
          facts ? verdictBadge(facts.verdict) : badge('fail'),
          ` Version ${shown(version, 80)} on ${day(at)} `,
          link(facts?.run, 'run'),
        ]),
        signature.state === 'refused'
          ? h('p.note', `Its signature is not verified: ${shown(signature.reason, 200)}`)
          : '',
        facts
          ? h(
              'ul.places',
              facts.rules
                .slice(0, RULES)
                .map(({ title, reason, hint }) =>
                  h('li', [
                    h('strong', shown(title)),
                    `: ${shown(reason, 400)}`,
                    hint === undefined ? '' : ` → ${shown(hint, 300)}`,
                  ]),
                ),
            )
          : h('p', 'The log does not keep why.'),
      ]),
    ),
    ...(refusals.length > TOLD$2 ? [h('p.note', `${count(refusals.length - TOLD$2, 'older refusal')} in the log.`)] : []),
  ]
}

/** Models whose refusals are told. */
const TOLD$1 = 20;

/** For who makes models: what each certificate claims and by how much, how models compare with their champions, what was refused and why. */
function mlEngineerPage({ models }        )                   {
  const refused = models.filter(({ refusals, certificates }) => {
    const last = bestCertificate({ certificates });
    return refusals[0] !== undefined && (!last || Date.parse(refusals[0].at) > Date.parse(last.at))
  });
  return [
    h('h1', 'Claims and comparisons'),
    h(
      'p.lead',
      'For the ML engineer: what the certificate of each model claims, how close it is to its bar, and what stood in the way of the others.',
    ),
    h('section', { ariaLabelledBy: 'claims-title' }, [
      h('h2', { id: 'claims-title' }, 'Claims'),
      filter('claims', 'Claims', [{ name: 'kind', title: 'Kind', answers: KINDS }]),
      grid(
        'What the certificate of each model claims',
        [
          { title: 'Model' },
          { title: 'Status', hidden: true },
          { title: 'Claim' },
          { title: 'Found', align: 'right' },
          { title: 'Interval', align: 'right' },
          { title: 'Required' },
          { title: 'Room', align: 'right' },
          { title: 'Rows', align: 'right' },
        ],
        models.flatMap(claimLines),
        { id: 'claims', hideCaption: true },
      ),
      h(
        'p.note',
        'Room: from the end of the interval that decides to the bar. A negative room was let through with a warning or by a waiver.',
      ),
    ]),
    h('section', { ariaLabelledBy: 'refused-title' }, [
      h('h2', { id: 'refused-title' }, 'Refused since they were last certified'),
      ...(refused.length === 0 ? [h('p.lead', 'None.')] : []),
      ...refused
        .slice(0, TOLD$1)
        .flatMap(model => [
          h('h3', toModel(model, 'claims')),
          ...refusalList({ ...model, refusals: model.refusals.slice(0, 1) }),
        ]),
    ]),
    ...comparisons(models),
    ...holdouts(models),
  ]
}

const KINDS = [
  ['bar', 'against a bar'],
  ['champion', 'against the champion'],
];         

/** Claims that have an interval: what was estimated. The rest are questions of form. */
function claimLines(model             )         {
  const certificate = bestCertificate(model);
  return (certificate?.facts?.claims ?? []).flatMap((claim)         => {
    const { metric, title, status, value, interval, comparator, threshold, sampleSize } = claim;
    if (typeof value !== 'number' || !interval) return []
    const left = room(claim);
    return [
      {
        tags: [metric.includes('champion') ? 'champion' : 'bar'],
        cells: [
          toModel(model, 'claims'),
          badge(status),
          shown(title),
          formatNumber(value),
          formatInterval(interval),
          typeof threshold === 'number' ? `${comparatorSign(comparator)} ${formatLimit(threshold)}` : '',
          left === undefined ? '' : formatNumber(left),
          sampleSize === undefined ? '' : formatNumber(sampleSize),
        ],
      },
    ]
  })
}

function room({ interval, threshold, comparator }       )                     {
  if (!interval || typeof threshold !== 'number') return undefined
  if (comparator === '>=' || comparator === '>') return interval[0] - threshold
  return comparator === '<=' || comparator === '<' ? threshold - interval[1] : undefined
}

/** Lines that stand open of a long list. */
const OPEN = 10;

/** A list, the newest lines open and the older ones folded below them where they are many. */
function newestFirst      (
  caption        ,
  items                 ,
  draw                                                                           ,
)            {
  if (items.length <= OPEN + 2) return [draw(caption, items, false)]
  const older = `${count(items.length - OPEN, 'older one')}`;
  return [draw(caption, items.slice(0, OPEN), false), folded(older, draw(`${caption}: older`, items.slice(OPEN), true))]
}

/** Whether a signature was verified, by whose key or workflow, or why it was not. */
function signatureCell(signature                )                   {
  if (signature.state === 'verified')
    return [h('span.state', [badge('pass'), 'verified']), h('span.sub', `by ${shown(signature.by, 80)}`)]
  if (signature.state === 'refused')
    return [h('span.state', [badge('fail'), 'not verified']), h('span.sub', shown(signature.reason, 200))]
  return [h('span.state', [badge('inconclusive'), 'not asked'])]
}

/** Certificates told in full: the newest. */
const TOLD = 5;

/** The name of a certificate's line. */
const certificateAnchor = (sha256        )         => `certificate-${sha256.slice(0, 12)}`;

/** All certificates, then what each of the newest says. */
function certificatesPart({ certificates }             )                   {
  if (certificates.length === 0) return [h('p.lead', 'None.')]
  return [
    ...newestFirst(count(certificates.length, 'certificate'), certificates, (caption, some, hideCaption) =>
      grid(
        caption,
        [
          { title: 'State' },
          { title: 'Signature' },
          { title: 'Version' },
          { title: 'Logged' },
          { title: 'Gates' },
          { title: 'Rests on' },
          { title: 'Run' },
          { title: 'SHA-256' },
        ],
        some.map(certificate => {
          const { sha256, at, state, version, facts, revocation } = certificate;
          return {
            id: certificateAnchor(sha256),
            cells: [
              [
                h('span.state', [stateBadge(state), certificateText(certificate)]),
                revocation ? h('span.sub', shown(revocation.reason, 120)) : '',
              ],
              signatureCell(certificate.signature),
              shown(version, 40),
              h('time', { dateTime: at }, day(at)),
              facts ? gatesText(facts.gates) : 'not kept in the log',
              facts ? restsOn(facts) : '',
              link(facts?.source.run, 'run'),
              h('code', { title: sha256 }, sha256.slice(0, 12)),
            ],
          }
        }),
        { hideCaption },
      ),
    ),
    ...certificates.slice(0, TOLD).flatMap(told),
  ]
}

const gatesText = (gates                                                  ) => {
  const warnings = gates.reduce((sum, gate) => sum + gate.warnings, 0);
  const waived = gates.filter(({ verdict }) => verdict === 'waived').map(({ gate }) => gate);
  return [
    `${count(gates.length, 'gate')}, ${count(
      gates.reduce((sum, { checks }) => sum + checks, 0),
      'check',
    )}`,
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`waived: ${waived.join(', ')}`] : []),
  ].join(', ')
};

const restsOn = ({ waivers, approvals }                                         ) =>
  [
    waivers.length > 0 ? count(waivers.length, 'waiver') : '',
    approvals.length > 0
      ? `approved by ${shown(approvals.map(({ actor, role }) => `${actor} (${role})`).join(', '), 160)}`
      : '',
  ]
    .filter(text => text !== '')
    .join(', ');

/** One certificate in full: what was claimed, on which data, by which policy, after which certificate. */
function told({ sha256, version, facts, at, id }                   )                   {
  if (!facts) return []
  const { claims, policy, supersedes, source, serial, validity, tool } = facts;
  return [
    folded(
      `What certificate ${sha256.slice(0, 8)} of ${day(at)} says`,
      h('dl.facts', [
        ...Object.entries({
          Serial: serial,
          Version: shown(version, 80),
          'Model id': id,
          Valid: `${validity.notBefore} to ${validity.notAfter}, review by ${validity.reviewBy}`,
          Policy: `${shown(policy.uri, 160)}, ${count(policy.rules, 'rule')}, sha256 ${policy.sha256}`,
          Commit: source.commit === undefined ? '' : shown(source.commit),
          Replaces: supersedes === null ? '' : supersedes,
          'Certified by': shown(tool),
        }).flatMap(([name, value]) => (value === '' ? [] : [h('dt', name), h('dd', h('code', dated(value)))])),
      ]),
      claims.length > 0
        ? grid(
            `Claims of ${sha256.slice(0, 8)}`,
            [
              { title: 'Status', hidden: true },
              { title: 'Claim' },
              { title: 'Found', align: 'right' },
              { title: 'Interval', align: 'right' },
              { title: 'Required' },
              { title: 'Rows', align: 'right' },
            ],
            lines(
              claims.map(({ title, status, value, interval, comparator, threshold, sampleSize }) => [
                badge(status),
                shown(title),
                typeof value === 'number' ? formatNumber(value) : shown(String(value), 60),
                interval ? formatInterval(interval) : '',
                `${comparatorSign(comparator)} ${typeof threshold === 'number' ? formatLimit(threshold) : shown(String(threshold), 60)}`,
                sampleSize === undefined ? '' : formatNumber(sampleSize),
              ]),
            ),
            { hideCaption: true },
          )
        : h('p.note', 'It tells no claims: the evidence of model-certify is confidential, or there was none.'),
    ),
  ]
}

const LISTED$1 = 200;

/** Whether the digests lead from a certificate to this file, in words. */
const proofText = ({ certificate, older }                )         =>
  [
    certificate === undefined ? 'same model files' : `rests under certificate ${certificate.slice(0, 8)}`,
    ...(older === undefined ? [] : ['older form']),
  ].join(', ');

/** The name of the line of a gate's newest evidence. */
const evidenceAnchor = (gate          )         => `evidence-${gate}`;

/** Every evidence file about the model: what it found, and whether a certificate rests on these very bytes. */
function evidencePart({ evidence }             )                   {
  if (evidence.length === 0)
    return [h('p.lead', 'No evidence about this model was found; what is told here is what its certificates say.')]
  const older = evidence.filter(one => one.older !== undefined);
  const newest = new Set(GATES.map(gate => evidence.find(one => one.gate === gate)));
  return [
    ...older
      .slice(0, 5)
      .map(({ path, tool, older: why }) =>
        h('div.notice', [
          h('p', [
            h('code', shown(path)),
            ` was written by ${shown(tool, 60)} in a form that this version does not read (${shown(why ?? '', 160)}). Only its verdict is shown.`,
          ]),
        ]),
      ),
    folded(
      count(evidence.length, 'evidence file'),
      grid(
        `Evidence${evidence.length > LISTED$1 ? `, the newest ${LISTED$1}` : ''}`,
        [
          { title: 'Verdict', hidden: true },
          { title: 'Gate' },
          { title: 'When' },
          { title: 'Version' },
          { title: 'Checks', align: 'right' },
          { title: 'Proof' },
          { title: 'File' },
        ],
        evidence
          .filter((one, n) => n < LISTED$1 || newest.has(one))
          .map(one => ({
            id: newest.has(one) ? evidenceAnchor(one.gate) : undefined,
            cells: [
              verdictBadge(one.verdict),
              one.gate,
              h('time', { dateTime: one.finishedAt }, day(one.finishedAt)),
              shown(one.version, 40),
              one.older === undefined ? formatNumber(Object.values(one.counts).reduce((sum, n) => sum + n, 0)) : '',
              proofText(one),
              h('code', shown(one.path)),
            ],
          })),
        { hideCaption: true },
      ),
    ),
  ]
}

/** Which controls the model's evidence and record support, framework by framework; each leads to what supports it. */
const controlsPart = (model             , now               )                   =>
  controlsList(controlsOfModel(model, now), { hrefOf: link => hrefOf(link, model) });

/** The line of the evidence or of the certificate; of other entries of the log the list of what happened. */
function hrefOf({ file }              , { evidence, certificates }             )         {
  const gate = evidence.find(one => evidenceFile(one.gate) === file)?.gate;
  if (gate !== undefined) return `#${evidenceAnchor(gate)}`
  const sha256 = file.replace(/^log:sha256:/, '');
  return certificates.some(one => one.sha256 === sha256) ? `#${certificateAnchor(sha256)}` : '#story'
}

/** Sensitive columns that are named. */
const NAMED$1 = 12;

/** What the certificate that counts was decided on, and what the newest evidence says of it. */
function dataPart(model             )                   {
  const certificate = bestCertificate(model);
  const data = certificate?.facts?.data ?? [];
  const evidence = newest(model, 'data-validate');
  return [
    data.length > 0 && certificate
      ? grid(
          `What certificate ${certificate.sha256.slice(0, 8)} was decided on`,
          [
            { title: 'Role' },
            { title: 'File' },
            { title: 'Rows', align: 'right' },
            { title: 'Size', align: 'right' },
            { title: 'SHA-256' },
          ],
          lines(
            data.map(({ role, name, rows, bytes, digest }) => [
              role,
              h('code', shown(name, 120)),
              rows === undefined ? '' : formatNumber(rows),
              formatBytes(bytes),
              h('code', { title: digest.sha256 }, digest.sha256.slice(0, 12)),
            ]),
          ),
        )
      : h('p.lead', 'No certificate tells what data it was decided on.'),
    ...(evidence?.tables ?? []).map(({ file, rows, columns, sensitive }) =>
      h('p', [
        h('code', shown(file)),
        `: ${count(rows, 'row')}, ${count(columns, 'column')}, ${
          sensitive.length === 0 ? 'none classified as sensitive' : `sensitive: ${named(sensitive)}`
        } `,
        ...dated(`(data-validate of ${day(evidence?.finishedAt ?? '')})`),
      ]),
    ),
    ...(evidence ? openChecks(evidence) : []),
  ]
}

/** The first of many names, and how many more there are. */
function named(columns                   )         {
  const told = columns.slice(0, NAMED$1).map(column => shown(column, 80));
  const more = columns.length - told.length;
  return `${told.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
}

// Nothing is imported: its types make `raw` a kind of node that `toHtml` may be given.
                                        

/** Markup that a part of this report has made and escaped itself. */
const raw = (markup        )                 => ({ type: 'raw', value: markup });

/** Units of the picture on a screen and on a telephone, and certificates that it has room for: the newest. */
const WIDE = 1000;
const NARROW = 340;
const DRAWN$1 = 16;

/** The time line of a model: its certificates, where production pointed, its waivers and what was decided. */
function lifePart(model             )                   {
  const { life, left } = recent(model);
  const about = { title: 'Time line', description: inWords(life) };
  return [
    h('figure.life', [
      raw(svg(layout(life, WIDE), { id: 'wide', ...about })),
      raw(svg(layout(life, NARROW), { id: 'narrow', ...about })),
      h('figcaption', [
        raw(LEGEND),
        left > 0 ? h('p.note', `The newest ${DRAWN$1} certificates; ${left} older ones stand in the table below.`) : '',
      ]),
    ])           ,
  ]
}

/** A life with its newest certificates only, and how many were left out. */
function recent({ life, certificates }             )                               {
  const kept = new Set(certificates.slice(0, DRAWN$1).map(({ sha256 }) => sha256));
  const models = life.models
    .map(model => ({ ...model, certificates: model.certificates.filter(({ sha256 }) => kept.has(sha256)) }))
    .filter(
      model =>
        certificates.length <= DRAWN$1 ||
        model.certificates.length > 0 ||
        life.targets.some(({ to }) => to?.id === model.id),
    );
  return { life: { ...life, models }, left: certificates.length - kept.size }
}

/** What was found at a moment. */
                             
                                 
                     
                        
                                                           
                                       
                                     
                         
 

                 
                        
                                        
                                                    
                       
                     
 

const WIDTH = 330;
const HEIGHT = 150;
const LEFT = 48;
const RIGHT = 12;
const ABOVE = 26;
const BELOW = 24;
const LONGEST = 46;
const DAY_MS = 86_400_000;
/** What a date of the axis takes, and how many of them there are at most. */
const LABEL = 50;
const DATES = 5;

/** How a number went in time: each estimate with its interval, and what it was held against. */
function trendPlot({ title, points, from, to }       )          {
  const sorted = points.toSorted((a, b) => a.at - b.at);
  const margin = Math.max((to - from) * 0.04, DAY_MS);
  const x = linear([from - margin, to + margin], [LEFT, WIDTH - RIGHT]);
  const ends = sorted.flatMap(({ value, interval = [], limit }) => [
    value,
    ...interval,
    ...(limit === undefined ? [] : [limit]),
  ]);
  const y = linear(domainOf(ends), [HEIGHT - BELOW, ABOVE]).nice(4);
  const written = y.tickFormat(4);
  const dates = ticks(from - margin, to + margin, DATES).filter(({ at }) => x(at) <= WIDTH - LABEL / 2);
  const limits = sorted.flatMap(({ at, limit }) => (limit === undefined ? [] : [{ at, limit }]));
  const name = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).toWellFormed()}…` : title;
  const last = sorted.at(-1);
  return picture({ width: WIDTH, height: HEIGHT }, last ? `${title}: ${formatNumber(last.value)} at the end` : title, [
    s('text', { className: ['name'], x: 2, y: 14 }, name)           ,
    ...y
      .ticks(4)
      .flatMap(tick => [
        line$1([LEFT, y(tick)], [WIDTH - RIGHT, y(tick)], 'grid'),
        s(
          'text',
          { className: ['tick'], x: LEFT - 6, y: round(y(tick) + 4), textAnchor: 'end' },
          written(tick),
        )           ,
      ]),
    ...dates.map(
      ({ at, label }) =>
        s('text', { className: ['tick'], x: round(x(at)), y: HEIGHT - 6, textAnchor: 'middle' }, label)           ,
    ),
    ...(limits.length > 0
      ? [
          path(
            line$2                               ()
              .x(({ at }) => round(x(at)))
              .y(({ limit }) => round(y(limit)))(extended(limits, from - margin, to + margin)),
            'limit',
          ),
        ]
      : []),
    path(
      line$2            ()
        .x(({ at }) => round(x(at)))
        .y(({ value }) => round(y(value)))(sorted),
      'trace',
    ),
    ...sorted.flatMap(({ at, value, interval, status }) => [
      ...(interval ? [line$1([x(at), y(interval[0])], [x(at), y(interval[1])], `whisker ${status}`)] : []),
      dot([x(at), y(value)], `point ${status}`),
    ]),
  ])
}

function domainOf(ends                   )                   {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

/** What was required holds before the first and after the last time that it was asked. */
function extended(limits                                 , from        , to        ) {
  const [first, last] = [limits[0], limits.at(-1)];
  return first && last ? [{ ...first, at: from }, ...limits, { ...last, at: to }] : limits
}

/** Drawings of each kind, and runs listed: the rest is in the evidence. */
const DRAWN = 6;
const LISTED = 60;
/** Columns of a run that are named. */
const NAMED = 5;

/** What certificates claim, one drawing a claim, in time. */
function claimTrends({ certificates }             )                   {
  const points = new Map                      ();
  for (const { at, facts } of certificates)
    for (const { title, value, interval, threshold, status } of facts?.claims ?? []) {
      if (typeof value !== 'number' || !interval) continue
      const limit = typeof threshold === 'number' ? threshold : undefined;
      points.set(title, [...(points.get(title) ?? []), { at: Date.parse(at), value, interval, limit, status }]);
    }
  if (points.size === 0) return []
  return [
    ...drawings('Claims, certificate by certificate', [...points].slice(0, DRAWN), [
      'Dot: the estimate; line: its interval; dashed: what was required.',
      ...leftOut(points.size, 'claim'),
    ]),
  ]
}

/** How far each column drifted from its reference, in time: the worst columns, then every run. */
function driftTrends({ evidence }             )                   {
  const runs = evidence.filter(({ gate }) => gate === 'drift-compare');
  if (runs.length === 0)
    return [
      h(
        'p.lead',
        'No evidence of drift-compare was found. Keep the evidence of scheduled runs, and name its folder with --evidence.',
      ),
    ]
  const points = new Map                      ();
  for (const { finishedAt, columns } of runs)
    for (const { column, method, effect, interval, limit, status } of columns) {
      const key = method === undefined ? column : `${column} (${method})`;
      const point = {
        at: Date.parse(finishedAt),
        value: effect,
        interval,
        limit,
        status: statusOf(effect, interval, limit, status),
      };
      points.set(key, [...(points.get(key) ?? []), point]);
    }
  const worst = [...points].toSorted(([, a], [, b]) => furthest(b) - furthest(a)).slice(0, DRAWN);
  return [
    ...(worst.length > 0
      ? drawings('Drift, run by run: the columns that went furthest', worst, [
          'Dot: the effect; line: its interval; dashed: the largest harmless effect.',
          ...leftOut(points.size, 'column'),
        ])
      : []),
    ...newestFirst(
      `${count(runs.length, 'run')} of drift-compare${runs.length > LISTED ? `, the newest ${LISTED}` : ''}`,
      runs.slice(0, LISTED),
      (caption, some, hideCaption) =>
        grid(
          caption,
          [
            { title: 'Verdict', hidden: true },
            { title: 'When' },
            { title: 'Version' },
            { title: 'Columns', align: 'right' },
            { title: 'Columns that failed' },
            { title: 'Evidence' },
          ],
          lines(
            some.map(run => [
              verdictBadge(run.verdict),
              h('time', { dateTime: run.finishedAt }, day(run.finishedAt)),
              shown(run.version, 40),
              run.older === undefined ? formatNumber(run.columns.length) : 'not readable',
              failedColumns(run.columns),
              [link(run.run, 'run'), ' ', proofText(run)],
            ]),
          ),
          { hideCaption },
        ),
    ),
  ]
}

/** The columns that failed, those that went furthest first. */
function failedColumns(columns                           )         {
  const failed = columns
    .filter(({ status }) => status === 'fail')
    .toSorted((a, b) => b.effect / (b.limit || 1) - a.effect / (a.limit || 1));
  const told = failed
    .slice(0, NAMED)
    .map(({ column, effect, limit }) =>
      limit === undefined || effect <= limit
        ? shown(column, 60)
        : `${shown(column, 60)} ${formatNumber(effect)} > ${formatLimit(limit)}`,
    );
  const more = failed.length - told.length;
  return `${told.join(', ')}${more > 0 ? `, and ${formatNumber(more)} more` : ''}`
}

/** How the effect stands against its limit: the column may have failed for missing values or new categories. */
function statusOf(
  effect        ,
  interval                                       ,
  limit                    ,
  status        ,
)         {
  if (status === 'pass' || limit === undefined || effect > limit) return status
  return interval === undefined || interval[1] <= limit ? 'pass' : 'inconclusive'
}

/** The greatest effect in units of its limit. */
const furthest = (points                       ) =>
  Math.max(...points.map(({ value, limit }) => (limit === undefined || limit === 0 ? value : value / limit)));

function drawings(title        , all                                              , notes                   ) {
  const times = all.flatMap(([, points]) => points.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return [
    figure(
      title,
      all.map(([name, points]) => trendPlot({ title: shown(name, 80), points, from, to })),
      notes,
    ),
  ]
}

const leftOut = (all        , noun        ) => (all > DRAWN ? [`${count(all - DRAWN, `more ${noun}`)} not drawn.`] : []);

/** The parts of a model's page, by the name that links lead to, and what they are called. */
const SECTIONS = [
  ['life', 'Life'],
  ['claims', 'Claims'],
  ['drift', 'Drift'],
  ['certificates', 'Certificates'],
  ['refusals', 'Refusals'],
  ['data', 'Data'],
  ['evidence', 'Evidence'],
  ['controls', 'Controls'],
  ['story', 'What happened'],
];

/** Events listed: the newest. */
const EVENTS = 200;

/** Everything about one model: how it stands, its life, what it claims, how its data drifts, and what each of it rests on. */
function modelPage(model             , now               )                   {
  const standing = standingOf(model);
  const best = bestCertificate(model);
  const happened = story(model.life).toReversed();
  return [
    h('header.verdict', { className: [standing.status] }, [
      h('h1', [badge(standing.status), ' ', shown(model.name, 200)]),
      h('p', dated(shown(standing.text, 300))),
      ...(standing.attention.length > 0
        ? [
            h(
              'ul.todo',
              standing.attention.map(text => h('li', dated(shown(text, 400)))),
            ),
          ]
        : []),
      h('dl', [...facts(model, best?.version).flatMap(([name, value]) => [h('dt', name), h('dd', dated(value))])]),
      h('nav', { ariaLabel: 'Sections' }, [
        h(
          'ul',
          SECTIONS.map(([id, title]) => h('li', h('a', { href: `#${id}` }, title))),
        ),
      ]),
    ]),
    section('life', lifePart(model)),
    section('claims', claimTrends(model)),
    section('drift', driftTrends(model)),
    section('certificates', certificatesPart(model)),
    section('refusals', refusalList(model)),
    section('data', dataPart(model)),
    section('evidence', evidencePart(model)),
    section('controls', controlsPart(model, now)),
    section('story', [
      grid(
        happened.length > EVENTS ? `The newest ${EVENTS} of ${happened.length} events` : 'Everything, the newest first',
        [{ title: 'When' }, { title: 'Version' }, { title: 'What' }, { title: 'More' }],
        lines(
          happened
            .slice(0, EVENTS)
            .map(({ at, model: name, what, more }) => [
              h('time', { dateTime: at }, day(at)),
              shown(name, 80),
              what,
              dated(shown(more, 400)),
            ]),
        ),
      ),
    ]),
  ]
}

const section = (id         , content                           ) =>
  h('section', { id, ariaLabelledBy: `${id}-title` }, [
    h('h2', { id: `${id}-title` }, SECTIONS.find(([known]) => known === id)?.[1] ?? id),
    ...(content.length > 0 ? content : [h('p.lead', 'None.')]),
  ]);

function facts(model             , version                    )                                {
  const ids = new Set(model.versions.map(({ id }) => id));
  const live = model.targets.filter(({ to }) => ids.has(to?.id ?? ''));
  return [
    ['Version', version === undefined ? '' : shown(version, 80)],
    [
      'In production',
      live.map(({ target, at, to }) => shown(`${target}: ${to?.name}, since ${day(at)}`, 200)).join('; ') || 'nowhere',
    ],
    ['Due', model.dues.map(({ model: name, what, at }) => shown(`${name}: ${what} on ${day(at)}`, 200)).join('; ')],
    ['Repository', shown(model.repository ?? '', 200)],
    ['Log', shown(model.log, 200)],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, value]         ]))
}

/** Elements without content and end. */
const VOID                      = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const names = { html: new Map                (), svg: new Map                () };

/** How a property is written as an attribute: the library is asked once for each. */
function attributeOf(property        , space                )         {
  const known = names[space].get(property);
  if (known !== undefined) return known
  const written = toHtml(space === 'svg' ? s('g', { [property]: '1' }) : h('p', { [property]: '1' }), { space });
  const name = /^<\w+ ([\w:-]+)/.exec(written)?.[1] ?? property;
  names[space].set(property, name);
  return name
}

/**
 * Nodes as HTML: what `hast-util-to-html` writes, in a fraction of its time, for the trees of this report alone. Every text and every value is
 * escaped, whatever it holds; `raw` is markup that a part of the report has escaped itself.
 */
function toText(nodes                           , space                 = 'html')         {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += escapeContent(node.value);
    else if (node.type === 'raw') text += node.value;
    else if (node.type === 'element') {
      const { tagName, properties, children } = node;
      const inside = tagName === 'svg' ? 'svg' : space;
      text += `<${tagName}${attributes(properties, inside)}>`;
      if (inside === 'svg' || !VOID.has(tagName)) text += `${toText(children, inside)}</${tagName}>`;
    }
  }
  return text
}

function attributes(properties            , space                )         {
  let text = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === undefined || value === null || value === false) continue
    if (Array.isArray(value) && value.length === 0) continue
    const name = attributeOf(property, space);
    text += ` ${name}`;
    if (value !== true || name.startsWith('aria-'))
      text += `="${escapeValue(Array.isArray(value) ? value.join(' ') : String(value))}"`;
  }
  return text
}

const escapeContent = (text        ) =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

const escapeValue = (text        ) => (/[&<>"]/.test(text) ? escapeContent(text).replaceAll('"', '&quot;') : text);

/** Files beside the pages. */
const FILES = { style: 'portal.css', script: 'portal.js', feed: 'feed.xml' };         

/** The pages that are not about one model. */
const PAGES = [
  ['index.html', 'Overview'],
  ['data-owner.html', 'Data'],
  ['ml-engineer.html', 'Claims'],
  ['compliance-officer.html', 'Compliance'],
];         

                              
                                                             
                       
                        
                                 
                       
                             
 

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A page of the site: nothing inline, nothing from elsewhere, and a content security policy that holds the browser to it. */
function page({ path, title, site, now }             , main                           )         {
  const up = path.includes('/') ? '../' : '';
  const html = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', title === site ? shown(site) : `${shown(title)} · ${shown(site)}`),
      h('link', { rel: 'stylesheet', href: `${up}${FILES.style}` }),
      h('link', { rel: 'alternate', type: 'application/atom+xml', title: shown(site), href: `${up}${FILES.feed}` }),
      h('script', { src: `${up}${FILES.script}`, defer: true }),
    ]),
    h('body', [
      h('a.skip', { href: '#content' }, 'To the content'),
      h('header.site', [
        h('div', [
          h('a.name', { href: `${up}index.html` }, shown(site, 80)),
          h('nav', { ariaLabel: 'Site' }, [
            h(
              'ul',
              PAGES.map(([file, name]) =>
                h('li', h('a', { href: `${up}${file}`, ariaCurrent: file === path ? 'page' : undefined }, name)),
              ),
            ),
          ]),
        ]),
      ]),
      h('div.page', [h('main', { id: 'content' }, [...main]), footer(up, now)]),
    ]),
  ]);
  return `<!doctype html>\n${toText([html])}\n`
}

const footer = (up        , now        )          =>
  h('footer', [
    h('p', [
      `Built ${now} by proofmark ${VERSION} from logs that were read whole and verified. A certificate says that a model met a policy on this data. `,
      'Whether its signature was verified here stands with each; ',
      h('code', 'proofmark verify'),
      ' holds it against the model’s files, too. ',
      h('a', { href: `${up}${FILES.feed}` }, 'Feed'),
    ]),
  ]);

/**
 * The one script of the site, in a file of its own: shows the search that waits hidden beside each list, and hides lines that do not
 * match. Without it every list is whole. It makes no request, keeps nothing, and writes no markup.
 */
const PORTAL_SCRIPT = `'use strict'
for (const form of document.querySelectorAll('form.filter')) {
  const list = document.getElementById(form.dataset.list)
  if (!list) continue
  const lines = [...list.querySelectorAll('tbody > tr')].map(line => ({
    line,
    text: line.textContent.toLowerCase(),
    tags: (line.dataset.tags || '').split(' '),
  }))
  const [query, told] = [form.querySelector('input'), form.querySelector('output')]
  const choices = [...form.querySelectorAll('select')]
  const show = () => {
    const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const wanted = choices.map(choice => choice.value).filter(Boolean)
    let shown = 0
    for (const { line, text, tags } of lines) {
      const fits = words.every(word => text.includes(word)) && wanted.every(tag => tags.includes(tag))
      line.hidden = !fits
      if (fits) shown++
    }
    told.textContent = shown + ' of ' + lines.length
  }
  const asked = new URLSearchParams(location.search)
  if (asked.has('q')) query.value = asked.get('q')
  for (const choice of choices) {
    const value = asked.get(choice.name)
    if ([...choice.options].some(option => option.value === value)) choice.value = value
  }
  form.addEventListener('input', show)
  form.addEventListener('submit', event => event.preventDefault())
  form.hidden = false
  show()
}
`;

/** The site's style sheet: the report's, and what is the site's own. Light and dark, wide and narrow, and for paper. */
const PORTAL_STYLE = `${STYLE}
:root{--ink:var(--text);--card:var(--soft);--good:var(--pass);--bad:var(--fail);--use:var(--accent);--past:var(--reference)}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px 12px;z-index:1}
.site{border-bottom:1px solid var(--line);background:var(--soft)}
.site>div{max-width:1080px;margin:0 auto;padding:12px 20px;display:flex;flex-wrap:wrap;gap:6px 24px;align-items:baseline}
.site .name{font-weight:700;font-size:16px;color:var(--text);text-decoration:none}
.site ul{display:flex;flex-wrap:wrap;gap:2px 18px;list-style:none;margin:0;padding:0}
.site nav a{border:0;background:none;padding:4px 0;border-radius:0;color:var(--accent)}
.site nav a[aria-current]{color:var(--text);font-weight:600;border-bottom:2px solid var(--accent)}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;list-style:none;margin:20px 0 0;padding:0}
.counts li{border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:var(--soft)}
.counts b{display:block;font-size:24px;line-height:1.2;font-variant-numeric:tabular-nums}
.counts span{color:var(--muted);font-size:13px}
.notice{border:1px solid var(--line);border-left:4px solid var(--inconclusive);background:var(--soft);padding:10px 14px;margin:16px 0;border-radius:4px}
.notice.fail{border-left-color:var(--fail)}.notice p{margin:2px 0}
.filter{display:flex;flex-wrap:wrap;gap:10px 16px;align-items:end;margin:16px 0 8px}
.filter[hidden]{display:none}
.filter label{display:grid;gap:3px;font-size:13px;color:var(--muted)}
.filter input,.filter select{font:inherit;font-size:15px;color:var(--text);background:var(--ground);border:1px solid var(--muted);border-radius:6px;padding:6px 10px;min-width:min(260px,100%);height:38px}
.filter select{min-width:0}.filter output{color:var(--muted);font-size:13px;padding-bottom:9px}
.models td{vertical-align:top}.models a.to{font-weight:600}
.sub{display:block;color:var(--muted);font-size:12.5px}
.todo{list-style:none;margin:4px 0 0;padding:0}.todo li{padding-left:26px;position:relative}.todo li::before{content:'✗';position:absolute;left:6px;font-weight:700;color:var(--fail)}
time{white-space:nowrap}
td .badge{vertical-align:middle}
td.text{min-width:12rem;overflow-wrap:anywhere}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0 0}dl.facts dt{margin:0}
figure.life{border:1px solid var(--line);border-radius:6px;padding:12px}
svg.life{display:block;width:100%;max-width:none;height:auto;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
svg.life.narrow{display:none}
svg.life .tick{fill:var(--muted);font-size:11px}
svg.life .model{fill:var(--text);font-size:13px;font-weight:600}
svg.life .label{fill:var(--muted)}
svg.life .model,svg.life .label{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
svg.life .bar{stroke:none}
.bar.valid{fill:var(--good)}.bar.production{fill:var(--use)}.bar.waiver{fill:var(--warn)}.bar.expired,.bar.unknown{fill:var(--past)}
svg .bar.early{fill:none;stroke:var(--good);stroke-width:1.5}svg .bar.revoked{stroke:var(--bad);stroke-width:1}
.hatch-ground{fill:var(--ground)}.hatch-line{stroke:var(--bad);stroke-width:3}
.mark{fill:var(--text);stroke:var(--ground);stroke-width:1.5}
.mark.approval{fill:var(--good)}.mark.review{fill:var(--use)}.mark.waiver{fill:var(--warn)}
.mark.refusal,.mark.revocation{fill:none;stroke:var(--bad);stroke-width:3;stroke-linecap:round}
.today{stroke:var(--text);stroke-width:1.5;stroke-dasharray:3 3}.today-head{fill:var(--text)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 0;padding:0;font-size:13px;color:var(--muted);font-weight:400}
.legend li{display:flex;align-items:center;gap:7px}.legend .bar{stroke:none}.legend svg{width:16px;height:16px;flex:none}
svg .limit{stroke:var(--text);stroke-width:1.5;stroke-dasharray:5 3}svg .trace{stroke:var(--reference);stroke-width:1.5}
@media(max-width:640px){
svg.life.wide{display:none}svg.life.narrow{display:block}
.site>div{padding:10px 12px}
.filter label,.filter input,.filter select{width:100%}
}
@media(min-width:641px){.models td:nth-child(2){width:40%}}
@media print{.site nav,.filter{display:none}svg.life.narrow{display:none}svg.life.wide{display:block}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Every file of the site, one after the other: they are many, and need not be held all at once. */
function* pages(
  portal        ,
  { title, url, sha256 }             ,
)                                                      {
  const { now } = portal;
  const of = (path        , name        , main                            ) =>
    [path, page({ path, title: name, site: title, now }, main)];         
  yield of('index.html', title, indexPage(portal, title));
  yield of('data-owner.html', 'Contracts and data', dataOwnerPage(portal));
  yield of('ml-engineer.html', 'Claims and comparisons', mlEngineerPage(portal));
  yield of('compliance-officer.html', 'Approvals, waivers and reviews', complianceOfficerPage(portal));
  for (const model of portal.models) yield of(`models/${model.slug}.html`, model.name, modelPage(model, now));
  const base = url === undefined || url.endsWith('/') ? url : `${url}/`;
  yield [FILES.feed, feed(portal, { title, url: base, sha256 })];
  yield [FILES.style, PORTAL_STYLE];
  yield [FILES.script, PORTAL_SCRIPT];
}

/** What the site tells, for programs. */
const manifest = ({ now, logs, models }        )         => ({
  builtAt: now,
  logs: logs.map(({ name, entries, root, fault, gaps }) => ({
    name,
    entries,
    root,
    gaps: gaps.length,
    ...(fault ? { fault: fault.message } : {}),
  })),
  models: models.map(model => {
    const { status, text, tags, attention } = standingOf(model);
    return { name: model.name, log: model.log, page: `models/${model.slug}.html`, status, text, tags, attention }
  }),
});

export { manifest, pages };
