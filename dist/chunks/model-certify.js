import { l as listed, c as counted, f as formatNumber } from './format2.js';
import { c as countOutcomes, l as largeGroups, r as rowsOf, R as RATES, a as rateInDesign, b as contrasts, s as shownEstimate, d as sliceRow, e as claimedMetrics, p as putToTrial, f as checkClaims, g as behaviourChecks, h as parseGrouping, i as calibrate, j as checkClaim, k as prepareCertify, m as allFiles } from './prepare-certify.js';
import { i as isOnMetric, d as dependence, a as isComparison } from './index9.js';
import { c as clopperPearson } from './clopper-pearson.js';
import { M as MANY_ROWS, d as defaultMargin } from './binary.js';
import { g as groupRows, r as readPredictions } from './read-predictions.js';
import { E as Evidence } from './evidence.js';
import { C as CERTIFICATE_EXTENSION, r as readStatement } from './read-statement.js';
import { r as readJson } from './read-json.js';
import { o as object, R as base64, a as string, i as int } from './schemas2.js';
import { p as pairPredictions } from './pair-predictions.js';
import { M as MAX_BUNDLE_BYTES, a as readBundle } from './bundle.js';
import { v as validityStep } from './validity-step.js';
import { l as loadKeyTrust } from './load-trust.js';
import { l as locateRows } from './locate-rows.js';

/** Whether everything is said that must be; no card ships with a gap that somebody is asked to fill in. */
function cardCheck({ required, ...fields }      )        {
  const missing = required.filter(field => fields[field] === undefined);
  const check = {
    id: 'model-card.fields',
    title: 'The model card is complete',
    measured: { value: missing.length, unit: 'fields missing' },
    required: { comparator: '='         , value: 0, unit: 'fields missing' },
  };
  return missing.length > 0
    ? {
        ...check,
        status: 'fail',
        reason: `Expected ${listed(required)} in 'model.card' but found no ${listed(missing)}`,
        hint: "Write what is missing, or take it off 'model.card.required'",
      }
    : {
        ...check,
        status: 'pass',
        reason: required.length === 0 ? 'No field is required' : `${listed(required)} are there`,
      }
}

/** What is declared of a model, as the evidence keeps it. */
function declaredCard(
  { required: _, ...fields }      ,
  { name, version }                   ,
)                                   {
  return { ...fields, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) }
}

/** Every group's rates, and its selection over that of the group chosen most often; undefined where they cannot be told. */
function fairnessTable(trial       , by                   )                            {
  const found = countOutcomes(trial, by);
  if ('gap' in found) return undefined
  const { level, positive, favourable = positive } = trial.settings;
  const { large, small } = largeGroups(found.groups, ['selection']);
  const { facts } = found;
  const shares = new Map(large.map(outcomes => [outcomes, rate(outcomes, 'selection', level, facts).selection?.value]));
  const share = (outcomes          ) => shares.get(outcomes) ?? 0;
  const most = large.reduce                      ((a, b) => (a && share(a) >= share(b) ? a : b), undefined);
  return {
    by: by.join(' and '),
    favourable,
    level,
    ...(facts ? { method: 'mover'          } : {}),
    groups: found.groups.map(outcomes => ({
      group: outcomes.group.name,
      rows: rowsOf(outcomes),
      ...(small.includes(outcomes) ? { few: true          } : {}),
      ...rate(outcomes, 'selection', level, facts),
      ...rate(outcomes, 'truePositive', level, facts),
      ...rate(outcomes, 'falsePositive', level, facts),
      ...rate(outcomes, 'precision', level, facts),
      ...(most && most !== outcomes && large.includes(outcomes) ? ratio(outcomes, most, level, facts) : {}),
    })),
  }
}

                                                   

function rate(outcomes          , name          , level        , facts        )      {
  const { k, n } = RATES[name](outcomes);
  if (n === 0) return {}
  if (facts) {
    const { value, interval } = rateInDesign(outcomes, name, facts, level).estimate;
    return value === null || !interval ? {} : { [name]: { value, interval: [...interval], n } }
  }
  const { lower, upper } = clopperPearson(k, n, level);
  return { [name]: { value: k / n, interval: [lower, upper], n } }
}

function ratio(outcomes          , most          , level        , facts        )      {
  if (RATES.selection(most).k === 0) return {}
  const found = contrasts([outcomes, most], ['selection'], 'ratio', level, facts).find(
    ({ first }) => first === outcomes,
  );
  return found ? { ratio: { value: found.value, interval: [...found.interval], pValue: found.pValue } } : {}
}

/** The gate's tables. */
function resultOf({ task, rows, threshold, judged, answered, ...parts }          )              {
  return {
    task: task.id,
    n: rows,
    positives: null,
    threshold,
    confusion: null,
    ...judged?.figures,
    metrics: task.metrics.flatMap(({ id, title, better }) => {
      const estimate = judged?.challenger.get(id);
      const its = judged?.champion?.get(id);
      if (!judged || !estimate || estimate.unasked) return []
      return [{ id, title, better, ...shownEstimate(estimate, judged.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: task.metrics.flatMap(({ id, title }) => {
      const gain = judged?.gains.get(id);
      if (!judged || !gain || gain.unasked) return []
      const { equality } = gain;
      return [{ id, title, ...shownEstimate(gain, judged.level), ...(equality ? { equality } : {}) }]
    }),
    claims: [...answered],
    ...parts,
  }
}

/** The metrics that claims are about, on every slice of the columns that the settings name, where no claim has asked for them already. */
function declaredSlices(trial       , claims                  , known                     )             {
  const { task, settings } = trial;
  const claimed = claims.filter(isOnMetric).map(({ metric }) => metric.id);
  const first = task.metrics.find(({ comparable }) => comparable) ?? task.metrics[0];
  const metrics = task.metrics.filter(({ id }) => (claimed.length > 0 ? claimed.includes(id) : id === first?.id));
  return (settings.slices ?? []).flatMap(column =>
    (groupRows(trial.rows, [column]) ?? []).flatMap(({ name, chosen }) => {
      const judged = trial.judge(
        chosen,
        settings.level,
        metrics.map(({ id }) => id),
      );
      return metrics
        .map(metric =>
          sliceRow({ columns: column, slice: name, metric, judged, estimate: judged.challenger.get(metric.id) }),
        )
        .filter(row => !known.some(other => isSame(other, row)))
    }),
  )
}

const isSame = (a          , b          ) =>
  a.by === b.by && a.slice === b.slice && a.metric === b.metric && a.gain === undefined;

/** What is asked of the predictions. */
                          
                     
                                   
                                        
                           
                                    
                                                                       
                        
 

/** The files of rows as they were read. */
                            
                                           
                                                      
                                                                    
                                                     
                                                                                           
                                                        
                                                               
                                                   
                                               
                                                    
                                                               
                                                      
 

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
function certify(
  collected           ,
  { task, claims, settings, model, seed }         ,
)                                               {
  const { challenger, champion } = collected;
  const wanted = claimedMetrics(claims);
  const { checks: faults, trial } = putToTrial(
    collected,
    { task, settings, ...(seed === undefined ? {} : { seed }) },
    { wanted },
  );
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const { checks, answered, slices } = checkClaims(claims, { model, ...(trial ? { trial } : {}) });
  return {
    checks: [
      ...faults,
      ...(champion ? unused(champion, claims) : []),
      ...besides(collected),
      ...checks,
      ...(trial ? behaviourChecks(collected, trial, claims) : []),
    ],
    result: resultOf({
      task,
      rows: challenger.rows,
      threshold: settings.threshold,
      judged,
      answered,
      ...(trial ? partsOf(trial, claims, slices) : {}),
    }),
  }
}

/** What is wrong with files of rows that say how the model behaves. */
const besides = ({ train, repeat, perturbed = [] }           )          =>
  [train, repeat, ...perturbed].flatMap(file => file?.checks.filter(({ status }) => status !== 'pass') ?? []);

                                                                                             

function partsOf(trial       , claims                  , claimed                     )        {
  const { task, rows, settings } = trial;
  const slices = [...claimed, ...declaredSlices(trial, claims, claimed)];
  const groupings = [
    ...claims.flatMap(claim => ('by' in claim ? [claim.by] : [])),
    ...(settings.groups ?? []).map(parseGrouping),
  ];
  const distinct = new Map(groupings.map(by => [JSON.stringify(by), by]));
  const isWanted = rows.n <= MANY_ROWS || claims.some(({ kind }) => kind === 'calibrated');
  const fairness = [...distinct.values()].flatMap(by => fairnessTable(trial, by) ?? []);
  return {
    ...(slices.length > 0 ? { slices } : {}),
    ...(fairness.length > 0 ? { fairness } : {}),
    ...(task.twoClasses && dependence(settings) === undefined && isWanted
      ? { calibration: calibrate(task.twoClasses(rows, settings), settings.level) }
      : {}),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }                      , claims                  )          {
  if (claims.some(isComparison)) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}

/** A set of ids, whatever their order: how many, and the sum modulo 2⁹⁶ of their hashes, in hexadecimal. */
                          
                       
                      
 

/**
 * Tells one hold-out from another, for whoever counts how often each was used. It is no digest: who wants two hold-outs to have the same
 * fingerprint can find some, and who gives the same rows other ids has another hold-out.
 */
function fingerprint({ a, b, c }        )          {
  // Words of 32 bits: a sum of two million of them is still exact.
  const sums = [0n, 0n, 0n];
  const step = 2 ** 20;
  for (let start = 0; start < a.length; start += step) {
    const end = Math.min(a.length, start + step);
    for (const [i, words] of [a, b, c].entries()) {
      let sum = 0;
      for (let row = start; row < end; row++) sum += words[row] ?? 0;
      sums[i] = (sums[i] ?? 0n) + BigInt(sum);
    }
  }
  const [x = 0n, y = 0n, z = 0n] = sums;
  const total = ((x << 64n) + (y << 32n) + z) % (1n << 96n);
  return { rows: a.length, ids: total.toString(16).padStart(24, '0') }
}

/** From that share of the looks on it is time to think of new rows. */
const FEW_LEFT = 0.8;

                 
                                                    
                              
                                          
                                     
                       
 

/**
 * How many different models were judged on this hold-out, this one included. The same predictions judged again are no further look: they
 * tell nothing new.
 */
function looksCheck({ rows, ids }         , { predictions, earlier, most }       )        {
  const same = earlier.filter(look => look.ids === ids && look.rows === rows);
  const look = new Set([...same.map(look => look.predictions), predictions]).size;
  const check = {
    id: 'holdout.looks',
    title: 'The hold-out is not used up',
    measured: { value: look, unit: 'looks' },
    required: { comparator: '<='         , value: most, unit: 'looks' },
  };
  const found = `Look ${look} of ${most} at these ${counted(rows, 'row')}`;
  if (look > most)
    return {
      ...check,
      status: 'inconclusive',
      reason: `${found}: the better of many models on the same rows is better by chance, too`,
      hint: 'Label new rows for the hold-out',
    }
  return look > FEW_LEFT * most
    ? { ...check, status: 'warn', reason: found, hint: `Label new rows before ${most - look} more models are judged` }
    : { ...check, status: 'pass', reason: found }
}

/** A model that was judged on a hold-out before: by the digest of its predictions. */
                                              
                              
 

/** A signed bundle, as far as its statement goes. */
const Signed = object({ dsseEnvelope: object({ payload: base64() }) });
const HoldoutAndPredictions = object({ rows: int(), ids: string(), predictions: string() });
const Statement = object({
  predicate: object({ [CERTIFICATE_EXTENSION]: object({ holdout: HoldoutAndPredictions.optional() }) }),
});

/**
 * What an earlier document says: evidence of model-certify, or a certificate. Undefined where it is neither, or tells of no hold-out.
 * Its signature is not asked for: a document that somebody made up only makes the count higher.
 */
function earlierLook(bytes            )                          {
  const document = readJson(bytes);
  const evidence = Evidence.safeParse(document).data;
  if (evidence?.gate === 'model-certify' && evidence.result?.holdout) {
    const predictions = evidence.materials.find(({ role }) => role === 'predictions');
    return predictions && { ...evidence.result.holdout, predictions: predictions.digest.sha256 }
  }
  const signed = Signed.safeParse(document).data;
  const payload = signed && readJson(Uint8Array.from(atob(signed.dsseEnvelope.payload), char => char.charCodeAt(0)));
  return Statement.safeParse(payload).data?.predicate[CERTIFICATE_EXTENSION].holdout
}

/** Largest document that is read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What earlier evidence and certificates say of the hold-outs that they rest on; other documents among them say nothing. */
async function earlierLooks(paths                   , files       )                         {
  const looks                = [];
  for (const path of await files.list(paths)) {
    const look = earlierLook(await files.read(path, { maxBytes: MAX_BYTES }));
    if (look) looks.push(look);
  }
  return looks
}

/**
 * Every claim on the champion once more, on the model of the oldest certificate that is still valid, with a budget in the margin's place:
 * a champion that gave way a little each time cannot lead far from what was once certified.
 */
function anchorChecks({ task, model, anchor, claims, budget, settings }          )          {
  const judged = task.judge(model, anchor, settings, {
    wanted: claims.flatMap(claim => ('metric' in claim ? [claim.metric.id] : [])),
  });
  const comparisons = claims.flatMap(claim => (claim.kind === 'no-worse-than-champion' && !claim.scope ? [claim] : []));
  if (comparisons.length === 0) return [NOTHING_COMPARED]
  const ids = new Set        ();
  return comparisons.flatMap(claim => {
    const { metric } = claim;
    const id = `${metric.id}.no-worse-than-anchor`;
    if (ids.has(id)) return []
    ids.add(id);
    const its = judged.champion?.get(metric.id)?.value ?? Number.NaN;
    const allowed = budget * (claim.margin ?? defaultMargin(metric, its));
    const { title: _, ...answer } = checkClaim({ ...claim, margin: allowed }, judged);
    return [
      {
        id,
        title: `${metric.title} within the budget since the oldest valid certificate (${formatNumber(allowed)})`,
        ...answer,
      },
    ]
  })
}

const NOTHING_COMPARED        = {
  id: 'anchor.unused',
  title: 'Claims on the anchor',
  status: 'warn',
  reason: 'An anchor is set but no claim compares with a champion, so none is held against the anchor',
  hint: 'Add a claim such as "auc no worse than champion by 0.01"',
};

/** The oldest certificate that is still valid. */
                         
                                 
                       
                        
                                                                                       
                                          
 

/** Looks through the certificates that this key has signed, for those of a model of this name where it has one. */
async function findAnchor(
  { certificates, key }                                            ,
  model                    ,
  ports       ,
)                              {
  const trust = await loadKeyTrust(key, ports.files);
  const found           = [];
  for (const path of await ports.files.list(certificates)) {
    const certificate = await readCertificate(path, trust, ports);
    if (!certificate) continue
    const { validity, model: its, data } = certificate.predicate[CERTIFICATE_EXTENSION];
    if (model !== undefined && its.name !== undefined && its.name !== model) continue
    if (validityStep(validity, ports.now()).status !== 'passed') continue
    const predictions = data.find(({ role }) => role === 'predictions')?.digest.sha256;
    found.push({ path, since: validity.notBefore, predictions });
  }
  return found.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))[0]
}

/** A file as a certificate that the key has signed; undefined where it is anything else. */
async function readCertificate(
  path        ,
  trust             ,
  { files, signing }       ,
)                                   {
  const { bytes } = await files.digest(path);
  if (bytes > MAX_BUNDLE_BYTES) return undefined
  const text = new TextDecoder().decode(await files.read(path, { maxBytes: MAX_BUNDLE_BYTES }));
  if ('reason' in readBundle(text)) return undefined
  const signed = await signing.verify(text, trust);
  if ('refused' in signed) return undefined
  const statement = readStatement(signed.payload, signed.payloadType);
  return statement.kind === 'certificate' ? statement.statement : undefined
}

/** Holds the model against the one of the oldest certificate that is still valid. */
async function judgeAnchor(
  own                 ,
  { task, claims, settings, reading }         ,
  ports       ,
)                                                                           {
  const { anchor: wanted } = settings.certify;
  if (!wanted) return { checks: [], files: [] }
  const anchor = await findAnchor(wanted, settings.model.name, ports);
  if (!anchor)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected a certificate that is valid and signed by the key in ${wanted.key} among ${wanted.certificates.join(', ')} but found none`,
          hint: "Before there is a first certificate, leave 'certify.anchor' out",
        },
      ],
      files: [],
    }
  const { sha256 } = await ports.files.digest(wanted.predictions);
  if (sha256 !== anchor.predictions)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected ${wanted.predictions} to be the predictions that ${anchor.path} certifies but it has other bytes`,
          hint: `Keep the predictions of the model certified on ${anchor.since.slice(0, 10)} and name them under 'certify.anchor.predictions'`,
          locations: [{ file: wanted.predictions }],
        },
      ],
      files: [],
    }
  const its = await readPredictions(
    { id: settings.certify.id, reading, file: wanted.predictions, role: 'anchor' },
    ports,
  );
  const [model, other] = [own.collected.predictions, its.collected.predictions];
  const pairing = model && other ? pairPredictions(model, other) : undefined;
  const { budget } = wanted;
  return {
    checks: [
      { ...FOUND, status: 'pass', reason: `${anchor.path}, valid since ${anchor.since.slice(0, 10)}` },
      ...its.collected.checks.filter(({ status }) => status !== 'pass'),
      ...(pairing?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(model && pairing?.rows
        ? anchorChecks({ task, model: model.rows, anchor: pairing.rows, claims, budget, settings: settings.certify })
        : []),
    ],
    files: [its],
  }
}

const FOUND = { id: 'anchor.certificate', title: 'The oldest certificate that is still valid' };

/** Decides by row-level predictions whether the model meets what is claimed of it. */
const modelCertify = {
  gate: 'model-certify',
  async find(given, ports, out) {
    const { settings, certifying, readings, prepared, files, collected, demands } = await prepareCertify(
      given,
      ports,
      out,
    );
    const { task, claims } = demands;
    const { checks, result } = certify(collected, demands);
    const { challenger } = files;
    const anchored = await judgeAnchor(challenger, { task, claims, settings, reading: readings.task }, ports);
    const rows = challenger.collected.predictions;
    const holdout = rows && fingerprint(rows.ids);
    const { card } = given.model;
    const read = [...allFiles(files), ...anchored.files];
    return {
      materials: [...read.map(({ material }) => material), ...prepared.materials],
      checks: [
        ...(await locateRows([...checks, ...anchored.checks], read)),
        ...(holdout ? await looksChecks(holdout, challenger.material.digest.sha256, certifying, ports) : []),
        ...(card ? [cardCheck(card)] : []),
      ],
      result: {
        ...result,
        ...(card ? { card: declaredCard(card, given.model) } : {}),
        ...(holdout ? { holdout } : {}),
        ...(prepared.predicting ? { predicting: prepared.predicting } : {}),
      },
    }
  },
};                                       

async function looksChecks(
  holdout         ,
  predictions        ,
  { looks }                     ,
  { files }       ,
)                   {
  if (!looks) return []
  const earlier = await earlierLooks(looks.earlier ?? [], files);
  return [looksCheck(holdout, { predictions, earlier, most: looks.most })]
}

export { modelCertify };
