import { f as formatNumber } from './format2.js';
import { a as numbersOf, s as selectRows, n as namesOf } from './index10.js';
import { n as namedColumns, u as mostProbable } from './index9.js';

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
const shareOf = (rows        , share        )         => Math.max(1, Math.round(rows * share));

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
    return share => someRows(own, hardest.slice(shareOf(own.rows.n, share)).sort())
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
      const easiest = hardest.subarray(-shareOf(own.rows.n, share));
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
  const { codes, names } = namesOf(rows, 'predicted');
  const all = [...new Set([...names, ...classes])];
  const codeOf = classes.map(name => all.indexOf(name));
  return {
    codes: codes.map((code, row) => (before[row] === after[row] ? code : (codeOf[after[row] ?? 0] ?? code))),
    names: all,
  }
}

/** Keeps probabilities of 0 and 1 finite. */
const LEAST = 1e-6;

/** Natural logarithm of the odds of a probability. */
function logOdds(probability        )         {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
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
      const count = shareOf(own.rows.n, share);
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
  const truths = namesOf(rows, 'label');
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
      const some = order.subarray(0, shareOf(own.rows.n, share));
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
    return need.cells === 'answer' ? noAnswers(column) : nextClass(column, namesOf(own.rows, 'label'))
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

export { degradations as d, shuffledPredictions as s, wrongPredictions as w };
