import { S as Status, V as Verdict } from './verdict.js';
import { o as ownerLabels } from './owner-labels.js';

/** Whether the last certificate of a model counts for nothing any more; the next one makes it 0 again. */
const certificateRevoked = (labels                                  , revoked         )               => ({
  name: 'proofmark_certificate_revoked',
  help: 'Whether the last certificate of the model was revoked: 1 if so.',
  samples: [{ labels, value: revoked ? 1 : 0 }],
});

/** What was decided on a model, and the certificate where one was signed. `labels` are those of its group: repo, model. */
function certificationFamilies(
  { verdict, model, certificate, notAfter, policy, evidence, at }         ,
  labels                                  ,
)                 {
  const one = (
    name        ,
    help        ,
    value        ,
    more                                   = {},
  )               => ({
    name,
    help,
    samples: [{ labels: { ...labels, ...more }, value }],
  });
  const seconds = at.getTime() / 1000;
  const decision = [
    one(
      'proofmark_certification_passed',
      'Whether the last decision on the model was a certificate: 1 if so, 0 if it was refused.',
      verdict === 'passed' && certificate !== undefined ? 1 : 0,
    ),
    one('proofmark_last_decision_timestamp_seconds', 'When the model was last decided on.', seconds),
  ];
  if (verdict !== 'passed' || certificate === undefined) return decision
  const expiry = notAfter === undefined ? Number.NaN : Date.parse(notAfter) / 1000;
  return [
    ...decision,
    one('proofmark_certification_info', 'The last certificate of the model; always 1.', 1, {
      version: model.version ?? '',
      digest: model.id ?? '',
      certificate,
      policy: policy ?? '',
      commit: evidence.find(({ run }) => run.commit !== undefined)?.run.commit ?? '',
    }),
    one('proofmark_last_certified_timestamp_seconds', 'When the model was last certified.', seconds),
    certificateRevoked(labels, false),
    ...(Number.isNaN(expiry)
      ? []
      : [
          one(
            'proofmark_certificate_expiry_timestamp_seconds',
            'Until when the last certificate of the model holds.',
            expiry,
          ),
        ]),
  ]
}

/** Checks of one gate whose numbers become series: a table of a thousand columns must not fill a shared Prometheus. */
const MOST_SCORES = 200;

const WORST_FIRST                                   = { fail: 0, inconclusive: 1, warn: 2, pass: 3 };

/** What a gate's checks measured and required, where these are numbers; those that hold the model up first, then by their order. */
function checkFamilies(checks                  , labels                                  )                 {
  const numbers = new Map               ();
  for (const check of checks)
    if (typeof check.measured?.value === 'number' && !numbers.has(check.id)) numbers.set(check.id, check);
  const shown = [...numbers.values()]
    .toSorted((a, b) => WORST_FIRST[a.status] - WORST_FIRST[b.status])
    .slice(0, MOST_SCORES);
  const scores = shown.flatMap(({ id, measured })                 =>
    typeof measured?.value === 'number' ? [{ labels: { ...labels, metric: id }, value: measured.value }] : [],
  );
  const thresholds = shown.flatMap(({ id, required })                 =>
    typeof required?.value === 'number'
      ? [{ labels: { ...labels, metric: id, comparator: required.comparator }, value: required.value }]
      : [],
  );
  return [
    {
      name: 'proofmark_gate_score',
      help: 'What a check of the gate measured, in the unit of the check.',
      samples: scores,
    },
    {
      name: 'proofmark_gate_threshold',
      help: 'What the check required, in the same unit; the comparator says on which side.',
      samples: thresholds,
    },
    {
      name: 'proofmark_gate_scores_left_out',
      help: `Checks with a number that are no series, because a gate shows ${MOST_SCORES} at most.`,
      samples: [{ labels, value: numbers.size - shown.length }],
    },
    {
      name: 'proofmark_gate_checks',
      help: 'Checks of the last run of the gate, by status.',
      samples: Status.options.map(status => ({
        labels: { ...labels, status },
        value: checks.filter(check => check.status === status).length,
      })),
    },
  ]
}

/** What one gate has found. `labels` are those of its group: repo, model, gate. */
function gateFamilies(evidence          , labels                                  )                 {
  const [started, finished] = [Date.parse(evidence.run.startedAt), Date.parse(evidence.run.finishedAt)];
  const one = (name        , help        , value        )               => ({
    name,
    help,
    samples: [{ labels, value }],
  });
  return [
    one(
      'proofmark_gate_passed',
      'Whether the gate passed in its last run: 1 if so, 0 if it failed or could not tell.',
      evidence.verdict === 'passed' ? 1 : 0,
    ),
    {
      name: 'proofmark_gate_verdict',
      help: 'Verdict of the last run of the gate: 1 for the one that it is, 0 for the others.',
      samples: Verdict.options.map(verdict => ({
        labels: { ...labels, verdict },
        value: verdict === evidence.verdict ? 1 : 0,
      })),
    },
    ...checkFamilies(evidence.checks, labels),
    one(
      'proofmark_gate_duration_seconds',
      'How long the last run of the gate took.',
      Math.max(0, finished - started) / 1000,
    ),
    one('proofmark_gate_last_run_timestamp_seconds', 'When the last run of the gate ended.', finished / 1000),
  ]
}

/** The metrics of a run: a group for each gate, and one for the model where it was decided on. */
function decisionGroups(decided         , repository         )                {
  const { evidence, model, command } = decided;
  const run = evidence[0]?.run;
  const owner = { ...ownerLabels(repository ?? run?.repository, model.name, run?.folder) };
  const gates = evidence.map((one)              => {
    const key = { ...owner, gate: one.gate };
    return { key, about: one.gate, whole: true, families: gateFamilies(one, key) }
  });
  if (command !== 'gate' && command !== 'audit-record') return gates
  return [
    ...gates,
    { key: owner, about: 'certification', whole: false, families: certificationFamilies(decided, owner) },
  ]
}

/** A group about one target of promotions; its other metrics stay as they are. */
function targetGroup(
  target        ,
  repository                    ,
  families                                                                       ,
)              {
  const key = { repo: repository || 'local', target };
  return { key, about: 'promotion', whole: false, families: families(key) }
}

/** Whether production points at what counts, as it was last seen: by a promotion, a look, or a revocation. */
const productionCertified = (labels                                  , certified         )               => ({
  name: 'proofmark_production_certified',
  help: 'Whether production was last seen to point at a certified model, or at nothing: 1 if so, 0 if not or if it could not be told.',
  samples: [{ labels, value: certified ? 1 : 0 }],
});

/** What a look at a target found. */
                
                         
                           
                   
 

/** Where production points, as somebody who looked has found it. */
const lookGroup = ({ target, verdict, at }      , repository                    )              =>
  targetGroup(target, repository, labels => [
    productionCertified(labels, verdict === 'passed'),
    {
      name: 'proofmark_last_watch_timestamp_seconds',
      help: 'When somebody last looked at where the target points.',
      samples: [{ labels, value: at.getTime() / 1000 }],
    },
  ]);

/** What is told of a promotion or demotion. */
                 
                           
                                                                                           
                                          
 

/**
 * Where production points, one group for each target. A time instead of a count: what ends with its run cannot count across runs, and
 * the changes of the time are the promotions.
 */
const promotionGroup = (
  { pointer: { kind, target, to, at }, certified }       ,
  repository                    ,
)              =>
  targetGroup(target, repository, (labels)                 => [
    {
      name: 'proofmark_production_info',
      help: 'The model that production points at, as promoted last; always 1. Empty labels: none.',
      samples: [
        {
          labels: { ...labels, name: to?.name ?? '', digest: to?.id ?? '', certificate: to?.certificate ?? '' },
          value: 1,
        },
      ],
    },
    ...(certified === undefined ? [] : [productionCertified(labels, certified)]),
    {
      name: `proofmark_last_${kind}_timestamp_seconds`,
      help: `When the target had its last ${kind}.`,
      samples: [{ labels, value: Date.parse(at) / 1000 }],
    },
  ]);

/** What a revocation takes. */
                   
                                                      
                                                     
                                     
                                       
                                              
 

/** The metrics of a revocation: a group for each model that it takes a certificate of, and for each target that still points at one. */
function revocationGroups(
  { certificates, targets, revocation }         ,
  repository                    ,
  folder                    ,
)                {
  const groups = new Map                     ();
  const seconds = Date.parse(revocation.at) / 1000;
  // Later ones replace earlier ones of the same model, and only the newest of all can be its last.
  for (const { model, repository: owner, last } of certificates.slice(-1e3)) {
    const key = { ...ownerLabels(owner ?? repository, model.name, folder) };
    const when               = {
      name: 'proofmark_last_revocation_timestamp_seconds',
      help: 'When a certificate of the model was last revoked.',
      samples: [{ labels: key, value: seconds }],
    };
    const families = last ? [certificateRevoked(key, true), when] : [when];
    groups.set(JSON.stringify(key), { key, about: 'certification', whole: false, families });
  }
  return [
    ...groups.values(),
    ...targets.map(target => targetGroup(target, repository, labels => [productionCertified(labels, false)])),
  ]
}

/** The metrics of whatever was decided, done or seen. */
function toldGroups(told      , { repository, folder }            )                         {
  switch (told.kind) {
    case 'certification':
      return decisionGroups(told, repository)
    case 'promotion':
      return [promotionGroup(told, repository)]
    case 'revocation':
      return revocationGroups(told, repository, folder)
    case 'look':
      return [lookGroup(told, repository)]
  }
}

export { toldGroups as t };
