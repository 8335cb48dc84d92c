import { h as checks, c as crossChecks } from './index8.js';
import { a as anomalies } from './index6.js';
import { f as methods } from './index13.js';
import { b as behaviours, e as metrics$2, f as metrics$3, s as metrics$4, v as metrics$5, w as metrics$6, x as metrics$7 } from './index9.js';
import { d as degradations } from './index15.js';
import { F as metrics$1 } from './index10.js';
import { C as CHECK_KINDS } from './check-kinds.js';
import { h as formats } from './index.js';
import { k as kinds$1 } from './index11.js';
import { t as tokenMethods } from './index12.js';
import { r as rules } from './index2.js';
import { t as topicOf } from './topic-of.js';
import { G as GATES } from './evidence.js';
import { i as isReadable } from './evidence-document.js';
import { p as printable } from './printable.js';
import { U as UserError } from './user-error.js';
import { f as findEvidence } from './find-evidence.js';

var definitions = {
	"tables/checks/ascii": "Every value is of printable ASCII characters.",
	"tables/checks/casing": "Every value is in upper, lower or title case.",
	"tables/checks/class-shares": "The share of every class is within a range: of a target or a group that must not be too rare to learn or to judge.",
	"tables/checks/column-count": "The file has so many columns.",
	"tables/checks/column-entropy": "Shannon's entropy of the values, in nats.",
	"tables/checks/column-iqr": "The range between the quartiles; of more than 20 000 rows, from a sample of them, with an interval.",
	"tables/checks/column-kurtosis": "The excess kurtosis, as scipy.stats.kurtosis has it.",
	"tables/checks/column-max": "The greatest value.",
	"tables/checks/column-mean": "The mean of all values.",
	"tables/checks/column-median": "The median; of more than 20 000 rows, from a sample of them, with an interval.",
	"tables/checks/column-min": "The smallest value.",
	"tables/checks/column-order": "The columns of the file are these, in this order.",
	"tables/checks/column-range": "The greatest value less the smallest.",
	"tables/checks/column-set": "The columns of the file are these, in any order; or, not exactly, these and others.",
	"tables/checks/column-skewness": "The Fisher–Pearson coefficient of skewness, as scipy.stats.skew has it.",
	"tables/checks/column-stdev": "The standard deviation of the sample (n − 1).",
	"tables/checks/column-sum": "The sum of all values, rounded once.",
	"tables/checks/column-variance": "The variance of the sample (n − 1).",
	"tables/checks/column-zeros": "The share of filled cells that are zero.",
	"tables/checks/columns": "The file has every column of the contract.",
	"tables/checks/compound-unique": "No two rows have the same values in several columns together. Rows with an empty cell in them repeat nothing.",
	"tables/checks/condition": "A condition holds in every row; rows of which a null decides are left out, as SQL leaves them out of a CHECK.",
	"tables/checks/correlation": "Pearson's correlation of two columns, over the rows in which both have values.",
	"tables/checks/cramers-phi": "Cramér's φ (also called V) of two columns of few different values: 0 where they are independent, 1 where one tells the other.",
	"tables/checks/dateutil": "Every value is a date or time that python-dateutil parses. In the forms that are in use this is told exactly; any other text is undecided.",
	"tables/checks/decreasing": "Values do not rise from row to row; strictly, they fall.",
	"tables/checks/distinct-contain-set": "All values of a set occur.",
	"tables/checks/distinct-equal-set": "The different values are those of a set, all of them and no others.",
	"tables/checks/distinct-in-row": "In no row two of several columns hold the same; empty cells are left out.",
	"tables/checks/distinct-in-set": "All different values are among those of a set.",
	"tables/checks/distinct-share": "The number of different values over that of filled cells.",
	"tables/checks/distinct-values": "The number of different values: exact up to 100 000, then estimated with an error of 0.8 %.",
	"tables/checks/distribution": "The values of a column are distributed as the contract says, by the one-sample Kolmogorov–Smirnov test; of more than 20 000 rows, by a sample of them. To compare two tables, which are both samples, drift-compare is the tool.",
	"tables/checks/duplicate-rows": "No row is the same as another in every column of the file; empty cells are the same, too.",
	"tables/checks/duplicate-values": "The library's duplicateValues: rows that repeat the value, or the values of `arguments.properties`, of an earlier row. Rows with an empty cell in them repeat nothing.",
	"tables/checks/empty": "Every cell is empty: of a column that nobody fills any more.",
	"tables/checks/enum": "Every value is on the list `logicalTypeOptions.enum`, which ODCS v3.1 does not have but contracts in use do; the standard's own is `invalidValues`.",
	"tables/checks/finite": "No value is NaN or infinite, however a program writes them: in a column of texts that should be numbers they hide, in one of numbers they are no values.",
	"tables/checks/format": "Every value has the format: email, uuid, uri, hostname, ipv4, ipv6 for texts; i8 … u128, f32, f64 for numbers. That of date and time is part of the type.",
	"tables/checks/gaps": "Every hour, day, week, month or year from the first time of a column to its last has a row, in UTC.",
	"tables/checks/group-rates": "The share of a label's positive class differs by no more than so much between the groups of another column; smaller groups are passed over.",
	"tables/checks/increasing": "Values do not fall from row to row; strictly, they rise.",
	"tables/checks/invalid-values": "The library's invalidValues: values not on the list `validValues`, or that do not match `pattern`. Empty cells are null, not invalid; a cell too long for the pattern is invalid.",
	"tables/checks/is-multiple": "Every value is a multiple of a number, in exact decimal arithmetic.",
	"tables/checks/json-schema": "Every value is a JSON document that the schema (draft 4, 7, 2019-09 or 2020-12) holds for; `format` in it only describes.",
	"tables/checks/json": "Every value is JSON text (RFC 8259).",
	"tables/checks/length": "Every value has a length within minLength and maxLength, in Unicode code points.",
	"tables/checks/like-list": "Every value is like any or all of several patterns of SQL.",
	"tables/checks/like": "Every value is like a pattern of SQL: `%%` is any text, `_` any character.",
	"tables/checks/max-age": "The newest time of a column is no older than so much when the gate runs, and not in the future.",
	"tables/checks/mean-length": "The mean length of the filled cells, in Unicode code points.",
	"tables/checks/missing-values": "The library's missingValues: cells that hold one of `arguments.missingValues`; without them, empty cells. `null` and `''` both stand for an empty one.",
	"tables/checks/most-common-in-set": "The most common value is one of a set; where several are equally common, all of them are.",
	"tables/checks/moving-outliers": "Each value, in the order of the rows, lies within so many sample standard deviations of the mean of the values before it; the first of a table, which have no whole window before them, are not judged. After values that do not vary, any other is an outlier.",
	"tables/checks/multiple-of": "Every value is a multiple of a number, in exact decimal arithmetic: 0.3 is a multiple of 0.1.",
	"tables/checks/mutual-information": "The mutual information of two columns of few different values, in nats.",
	"tables/checks/named-format": "Every value has a named format.",
	"tables/checks/not-evaluated": "What the contract demands and Proofmark does not evaluate: a warning each, and inconclusive where its severity is error or a limit goes unchecked.",
	"tables/checks/not-in-set": "No value is on a list.",
	"tables/checks/not-like-list": "No value is like any of several patterns of SQL.",
	"tables/checks/not-like": "No value is like a pattern of SQL.",
	"tables/checks/not-pattern-list": "No value matches any of several patterns.",
	"tables/checks/not-pattern": "No value matches a pattern.",
	"tables/checks/null-values": "The library's nullValues: empty cells.",
	"tables/checks/outliers": "No value, or no more than a share of them, lies further from the mean than so many standard deviations. That none does is told exactly, by the extremes; how many do, of more than 20 000 rows, by a sample of them, with an interval.",
	"tables/checks/overlaps": "No row's range, lower end included and upper end not, overlaps another's of the same group; and none ends before it begins.",
	"tables/checks/pair-equal": "In every row two columns hold the same; rows where either is empty are left out.",
	"tables/checks/pair-greater": "In every row one column is greater than another; rows where either is empty are left out.",
	"tables/checks/pair-in-set": "In every row two columns hold one of the allowed pairs; rows where either is empty are left out.",
	"tables/checks/partition": "The categories of a column are distributed as the contract says: by Kullback–Leibler's divergence (nats), or by the χ² test of goodness of fit. To compare two tables, which are both samples, drift-compare is the tool.",
	"tables/checks/pattern-list": "Every value matches any or all of several patterns.",
	"tables/checks/pattern": "Every value matches the pattern.",
	"tables/checks/predictive-power": "No single column tells the label on its own nearly without error, which is what a column filled in after the fact does. Measured as the area under the ROC curve of the column against the label (of several classes, the greatest of each against the rest), on at most 20 000 rows drawn by lot: numbers as they are, texts by the label's rates in the other half of them.",
	"tables/checks/primary-key": "The columns of the primary key are never empty and, taken together, never the same twice.",
	"tables/checks/quantiles": "Quantiles of a column are within ranges, one rule for each; of more than 20 000 rows, from a sample of them, with an interval.",
	"tables/checks/range": "Every value is within minimum, maximum and their exclusive forms; numbers compare as IEEE 754 doubles, times in UTC.",
	"tables/checks/required": "No cell is null. A null is an empty cell; a blank is a text.",
	"tables/checks/row-count-between": "The file has so many rows; the standard's own rule of the kind is rowCount.",
	"tables/checks/row-count": "The library's rowCount.",
	"tables/checks/row-sum": "In every row several columns add up to a number, within a millionth of it; rows with an empty cell in them are left out.",
	"tables/checks/rows": "The file has rows: of an empty table nothing can be said.",
	"tables/checks/sequential": "Each value is the one before plus a step, within a billionth of it.",
	"tables/checks/service-frequency": "The contract's service level on frequency: from the first row to the last, in every so many days (hours, weeks …) one after another there is one at least. In periods of the calendar, in UTC, for rows that come daily do not come at the same minute.",
	"tables/checks/service-level": "The contract's service levels about age: latency or freshness of the newest row, retention of the oldest, when the gate runs.",
	"tables/checks/sql": "Rules of type sql that count rows: `SELECT COUNT(*) FROM ${table} WHERE …`, of a condition that holds for a row or does not.",
	"tables/checks/strftime": "Every value is a date or time in a format of C (`%%d.%%m.%%Y`), and one that exists.",
	"tables/checks/sum-ratio": "The sum of one column over that of another: totals that must agree, or one that is a part of the other.",
	"tables/checks/trimmed": "No value begins or ends with a blank.",
	"tables/checks/truncated": "No value has just the length at which databases and programs cut texts off.",
	"tables/checks/type": "Every cell is a value of the column's logical type. A text is anything, so a string column has no such check.",
	"tables/checks/unexpected-columns": "The file has no column that the contract does not name: a warning, as nobody has said what it holds.",
	"tables/checks/unique": "No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check.",
	"tables/cross-checks/other-row-count": "A table has as many rows as another, or so many times as many.",
	"tables/cross-checks/references": "Every key that a relationship of the contract refers to is there: referential integrity. Rows with an empty cell in the key refer to nothing.",
	"tables/cross-checks/row-overlap": "No row of a table, by some columns or by all that both have, occurs in another: a test set that the training set has seen, by id or by content.",
	"tables/cross-checks/same-rows": "A table has the rows of another, in any order, no more and no fewer; cells compare as texts.",
	"tables/cross-checks/time-order": "Every time of a column is later than all times of a column of another table: a test set that begins before the training set ends has seen the future.",
	"drift/methods/anderson-darling": "The KS distance, judged by the Anderson–Darling test of two samples.",
	"drift/methods/chi-squared": "Pearson's χ² test of homogeneity, with Cramér's V as effect.",
	"drift/methods/cramer-von-mises": "The KS distance, judged by the Cramér–von Mises test.",
	"drift/methods/domain-classifier": "How well rows of the two tables are told apart by all of their columns together.",
	"drift/methods/energy": "Energy distance over the square root of the reference's standard deviation, so that it has no unit.",
	"drift/methods/epps-singleton": "The KS distance, judged by the test of Epps and Singleton.",
	"drift/methods/fisher-exact": "Change of the share of one of two categories, by Fisher's exact test.",
	"drift/methods/g-test": "The likelihood-ratio test of homogeneity.",
	"drift/methods/hellinger": "Hellinger distance of binned shares.",
	"drift/methods/jensen-shannon-divergence": "Jensen–Shannon divergence: the square of the distance.",
	"drift/methods/jensen-shannon": "Jensen–Shannon distance: the square root of the divergence.",
	"drift/methods/kolmogorov-smirnov": "Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds.",
	"drift/methods/kullback-leibler": "Kullback–Leibler divergence of the current shares from those of the reference: Σ p ln(p / q).",
	"drift/methods/l-infinity": "The largest change of any category's share.",
	"drift/methods/le-cam": "Le Cam's distance of the shares of categories, less what chance makes of it, with test and confidence bounds.",
	"drift/methods/mann-whitney": "How much more often than half the time a current value exceeds one of the reference.",
	"drift/methods/missing-share": "Change of the share of missing values, either way, with test and confidence bounds.",
	"drift/methods/mmd": "Maximum mean discrepancy of embeddings.",
	"drift/methods/pca-reconstruction": "Whether rows fit the correlations of the reference as its own rows do.",
	"drift/methods/percentile-shift": "How far numbers have moved among the reference's percentiles, in the percentiles' standard deviations, with test and bounds.",
	"drift/methods/psi": "Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p).",
	"drift/methods/student-t": "Difference of the means, by Student's t test.",
	"drift/methods/text-classifier": "How well texts of the two tables are told apart by their words.",
	"drift/methods/text-length": "Whether texts are as long as they were.",
	"drift/methods/text-vocabulary": "Whether texts use words that the reference did not.",
	"drift/methods/total-variation": "Total variation distance of the shares of categories, with test and confidence bounds.",
	"drift/methods/two-proportions": "Change of the share of one of two categories, by the z test.",
	"drift/methods/unseen-categories": "Share of current rows whose category the reference never had; what a one-hot encoder ignores or fails on.",
	"drift/methods/wasserstein": "Wasserstein-1 distance in standard deviations of the reference.",
	"drift/methods/welch-t": "Difference of the means, by Welch's t test.",
	"drift/anomalies/cusum": "Small changes that last, by cumulative sums.",
	"drift/anomalies/ewma": "Small changes that last, by a moving average.",
	"drift/anomalies/generalised-esd": "Several outliers among the judged buckets, however they mask one another.",
	"drift/anomalies/label-maturity": "Cohorts old enough for their outcome to be known.",
	"drift/anomalies/latency-quantiles": "Quantiles of all judged latencies together against those of the baseline.",
	"drift/anomalies/minimum-traffic": "Buckets whose requests are too few for a rate or a quantile of them to say anything.",
	"drift/anomalies/missing-buckets": "Stretches of time of which nothing is known.",
	"drift/anomalies/page-hinkley": "Small changes that last, against the mean so far.",
	"drift/anomalies/rate": "Events among the requests of each bucket against the rate that the buckets before it had.",
	"drift/anomalies/seasonal-z": "Each bucket against the season that the ones before it had.",
	"drift/anomalies/stl-residuals": "What is left of each judged bucket once trend and season are taken off.",
	"model/behaviour/class-choice": "Whether it would cost less to predict the class that costs least by the model's own probabilities.",
	"model/behaviour/determinism": "Whether the model says the same of the same rows twice.",
	"model/behaviour/naive-baseline": "Whether the model does better than a guess that knows nothing of the row: no claim may ask for it, yet nobody would promote one that does not.",
	"model/behaviour/robustness": "Whether decisions stay when the inputs are disturbed a little: the user scores the disturbed rows, and here is counted what flips. Every disturbance must hold; what fails is adjusted for their number.",
	"model/behaviour/suspicious-perfection": "Whether the model is too good to be true: the usual cause is a label that leaked into the features, or hold-out rows that it was trained on.",
	"model/behaviour/threshold-choice": "Whether another threshold would cost less: each half of the rows is decided by the threshold that is cheapest on the other, so that the saving is not read off the rows that chose it.",
	"model/behaviour/train-overlap": "Whether no row of the hold-out, by id, is one that the model was trained on.",
	"model/behaviour/train-test-gap": "Whether the metrics that claims are about are as good on the hold-out as on the rows that the model was trained on.",
	"model/behaviour/weak-segments": "Looks for segments where the model is wrong more often than elsewhere: on one half of the rows the most suspicious are found, on the other they are judged, so that none is called weak by the chance that made it look so.",
	"model/degradations/biased-predictions": "Predicts too much by the same number everywhere, measured in standard deviations of the truths.",
	"model/degradations/champion-as-challenger": "Puts the champion in the challenger's place: it is not better than itself.",
	"model/degradations/constant-predictions": "Predicts the same for every row: the mean of the numbers, the commonest of the names.",
	"model/degradations/dropped-rows": "Leaves out the rows that the model does worst on, which makes it look better. Only a second file with all rows can tell.",
	"model/degradations/duplicated-rows": "Repeats the rows that the model does best on, which makes it look better and its intervals narrower.",
	"model/degradations/noisy-scores": "Adds normal noise, measured in standard deviations of the model's own output: to probabilities on the scale of log odds.",
	"model/degradations/shifted-threshold": "Moves the scores, in the same order, so that the threshold decides as a higher one did.",
	"model/degradations/shuffled-predictions": "Gives a share of the rows each the prediction of another of them. Of all rows it leaves nothing that a model knows.",
	"model/degradations/wrong-predictions": "Flips what is predicted for a share of the rows, as if their labels had been: another class, the score on the other side of the threshold; of an answer, none, or the grade 0.",
	"model/metrics/binary/accuracy": "Share of rows whose class was predicted.",
	"model/metrics/binary/auc": "Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half.",
	"model/metrics/binary/average-precision": "Area under the curve of precision over recall: the precision at every score, each weighing the recall that it adds.",
	"model/metrics/binary/balanced-accuracy": "Mean of recall and specificity.",
	"model/metrics/binary/brier-skill": "1 − Brier score over that of predicting the share of positive rows for every row: 0 where the scores say no more than that.",
	"model/metrics/binary/brier": "Mean squared distance between the score and the true class, 0 or 1 (Brier 1950).",
	"model/metrics/binary/expected-cost": "Mean of what the rows cost, by the costs of the settings.",
	"model/metrics/binary/f-beta": "Mean of precision and recall in which recall counts beta times as much.",
	"model/metrics/binary/f1": "Harmonic mean of precision and recall.",
	"model/metrics/binary/false-negative-rate": "Share of the positive rows that were predicted negative.",
	"model/metrics/binary/false-positive-rate": "Share of the negative rows that were predicted positive.",
	"model/metrics/binary/gini": "2 AUC − 1: how much more often a positive row scores above a negative one than below it.",
	"model/metrics/binary/kappa": "Agreement of the true and the predicted classes beyond chance.",
	"model/metrics/binary/ks": "Largest distance between the distributions of the positives' and the negatives' scores (Kolmogorov–Smirnov).",
	"model/metrics/binary/lift": "How many times as many positive rows there are among those with the highest scores as among all; of rows scored alike at the edge, each counts in part.",
	"model/metrics/binary/log-loss": "Mean of −ln of the probability given to the true class, in nats.",
	"model/metrics/binary/mcc": "Matthews' correlation of the true and the predicted classes.",
	"model/metrics/binary/precision": "Share of the rows predicted positive that are positive.",
	"model/metrics/binary/recall": "Share of the positive rows that were predicted positive.",
	"model/metrics/binary/specificity": "Share of the negative rows that were predicted negative.",
	"model/metrics/evaluation/exact-match": "Share of the answers that are, to the letter, the one expected.",
	"model/metrics/evaluation/flip-rate": "Share of the items that were answered rightly and wrongly: how much an evaluation of one answer each is a matter of luck.",
	"model/metrics/evaluation/mean-cost": "Mean cost of an answer, in the unit of its column.",
	"model/metrics/evaluation/mean-latency": "Mean time that an answer took, in the unit of its column.",
	"model/metrics/evaluation/mean-score": "Mean grade of the answers, every item counting the same.",
	"model/metrics/evaluation/mean-tokens": "Mean number of tokens that an answer took.",
	"model/metrics/evaluation/p95-latency": "Time within which 95 % of the answers came. Its interval is between two of the times, whatever their distribution.",
	"model/metrics/evaluation/pass-at-k": "Chance that of k answers to an item one is right: 1 − C(n − c, k) / C(n, k) for c right ones of n, which is unbiased (Chen et al. 2021).",
	"model/metrics/evaluation/pass-rate": "Chance that one answer to an item is right: the one expected, or of a grade that reaches the threshold.",
	"model/metrics/evaluation/refusal-rate": "Share of the answers that are refusals.",
	"model/metrics/evaluation/unsafe-rate": "Share of the answers that are unsafe.",
	"model/metrics/forecasting/bias": "Mean of predicted less true: above 0 the forecasts are too high.",
	"model/metrics/forecasting/coverage": "Share of rows whose truth lies in the forecast's interval.",
	"model/metrics/forecasting/mae": "Mean of the sizes of the errors.",
	"model/metrics/forecasting/mase": "Mean of the sizes of the errors over the mean size of those that the naive forecast makes on the history of the series (Hyndman & Koehler 2006).",
	"model/metrics/forecasting/pinball": "Mean loss of predicting the quantile of the settings.",
	"model/metrics/forecasting/rmsse": "Root of the mean of the squares of the errors, each over the mean square of those that the naive forecast makes on the history of the series.",
	"model/metrics/forecasting/wape": "Sum of the sizes of the errors over the sum of the sizes of the truths.",
	"model/metrics/multiclass/accuracy": "Share of rows whose class was predicted.",
	"model/metrics/multiclass/expected-cost": "Mean of what the rows cost, by the true class and the predicted one.",
	"model/metrics/multiclass/kappa": "Agreement of the true and the predicted classes beyond chance.",
	"model/metrics/multiclass/log-loss": "Mean of −ln of the probability given to the true class, in nats.",
	"model/metrics/multiclass/macro-auc": "Mean over the classes of the area under the ROC curve of each against the rest.",
	"model/metrics/multiclass/macro-f1": "Mean over the classes of the harmonic mean of precision and recall.",
	"model/metrics/multiclass/macro-precision": "Mean over the classes of the share of their predictions that are right; 0 for a class never predicted.",
	"model/metrics/multiclass/macro-recall": "Mean over the classes of the share of their rows that were predicted right.",
	"model/metrics/multiclass/mcc": "Matthews' correlation of the true and the predicted classes.",
	"model/metrics/multiclass/top-k-accuracy": "Share of rows whose class is among the k most probable; of classes as probable, those named last come first, as in scikit-learn.",
	"model/metrics/multiclass/weighted-f1": "Mean of the F1 of the classes, each counting as it has rows.",
	"model/metrics/multiclass/weighted-precision": "Mean of the precisions of the classes, each counting as it has rows.",
	"model/metrics/multiclass/weighted-recall": "Mean of the recalls of the classes, each counting as it has rows: the same as the accuracy.",
	"model/metrics/multiclass/worst-class-recall": "Recall of the class that is found least. That every class's is at least a value needs no correction for their number, so the lower end is the least of the classes' own; that some class's is below it does, so the upper end is the least of ends that hold for all classes at once (Bonferroni, the first step of Holm).",
	"model/metrics/multilabel/hamming-loss": "Share of the labels of a row that are wrong, given or not.",
	"model/metrics/multilabel/jaccard": "Mean over the rows of the labels both true and given over those that are either; 0 for a row with neither, as in scikit-learn.",
	"model/metrics/multilabel/macro-auc": "Mean over the labels of the area under the ROC curve.",
	"model/metrics/multilabel/macro-average-precision": "Mean over the labels of their average precision.",
	"model/metrics/multilabel/macro-f1": "Mean over the labels of their F1.",
	"model/metrics/multilabel/macro-precision": "Mean over the labels of the share of their rows that are right; 0 for a label never given.",
	"model/metrics/multilabel/macro-recall": "Mean over the labels of the share of their true rows that are given them.",
	"model/metrics/multilabel/micro-f1": "Harmonic mean of precision and recall over all labels of all rows.",
	"model/metrics/multilabel/micro-precision": "Share of the labels given that are right.",
	"model/metrics/multilabel/micro-recall": "Share of the true labels that are given.",
	"model/metrics/multilabel/ranking-loss": "Share of the pairs of a true and an untrue label of a row of which the untrue one is at least as probable; 0 where there are none.",
	"model/metrics/multilabel/ranking-precision": "Mean over the true labels of a row of the share of true ones among those at least as probable; 1 for a row of which all labels or none are true.",
	"model/metrics/multilabel/subset-accuracy": "Share of the rows whose labels are all right.",
	"model/metrics/multilabel/weighted-f1": "Mean over the labels of their F1, each counting as it has rows.",
	"model/metrics/ranking/hit-rate": "Share of the queries that have a relevant result among the first k.",
	"model/metrics/ranking/map": "Mean of the precisions at the relevant ones of the first k results, over as many as there could be: the relevant ones, at most k.",
	"model/metrics/ranking/mrr": "One over the place of the first relevant result; of a claim's k, 0 where none is among the first k.",
	"model/metrics/ranking/ndcg": "Discounted gain of the first k results over the most that any order of them would gain; the gain of a result is its relevance.",
	"model/metrics/ranking/recall": "Share of the relevant results that are among the first k.",
	"model/metrics/regression/bias": "Mean of predicted less true: above 0 the model predicts too much.",
	"model/metrics/regression/coverage": "Share of rows whose truth lies in the model's prediction interval.",
	"model/metrics/regression/error-kurtosis": "Kurtosis of the errors above that of a normal distribution: far above 0 a few errors are very large. scipy.stats.kurtosis.",
	"model/metrics/regression/error-skewness": "Skewness of the errors, predicted less true: above 0 the largest errors are of too high predictions. scipy.stats.skew.",
	"model/metrics/regression/mae": "Mean of the sizes of the errors.",
	"model/metrics/regression/mape": "Mean of the errors as shares of the truths; refused where a truth is 0 or next to it.",
	"model/metrics/regression/median-absolute-error": "Median of the sizes of the errors.",
	"model/metrics/regression/mse": "Mean of the squares of the errors.",
	"model/metrics/regression/pinball": "Mean loss of predicting the quantile of the settings.",
	"model/metrics/regression/r2": "Share of the truths' variance that the predictions explain: 1 − Σ e² / Σ (y − ȳ)². Below 0 the mean of the truths predicts better.",
	"model/metrics/regression/rmse": "Root of the mean of the squares of the errors.",
	"model/metrics/regression/systematic-error": "Mean error over the root mean squared error: what share of it is the same for every row. Above 0 the model predicts too much.",
	"model/metrics/regression/wape": "Sum of the sizes of the errors over the sum of the sizes of the truths.",
	"model/metrics/regression/within-tolerance": "Share of rows whose error is at most the tolerance of the settings.",
	"security/formats/binary": "Whatever no other format recognises: it recognises nothing itself.",
	"security/formats/bzip2": "Also a codec of joblib's.",
	"security/formats/catboost": "CatBoost's own binary: a signature, then a flatbuffer of trees, then what was counted of categories.",
	"security/formats/empty": "A file without a byte: nothing can be told of it, so it never passes.",
	"security/formats/gguf": "llama.cpp's models, which carry a chat template.",
	"security/formats/gzip": "A gzip stream (RFC 1952): what it decompresses to is inspected as a file of its own.",
	"security/formats/hdf5": "Keras models up to 2, weights of Keras 3, and much else.",
	"security/formats/joblib-zfile": "The form whose arrays are loaded from other files beside it (joblib/numpy_pickle_compat.py).",
	"security/formats/joblib": "joblib's pickle (0.10 and later), with the bytes of arrays between the instructions.",
	"security/formats/keras": "A zip archive of a configuration and weights.",
	"security/formats/lfs-pointer": "What stands in a checkout for a file that Git LFS keeps elsewhere (git-lfs docs/spec.md).",
	"security/formats/lightgbm": "LightGBM's model as text.",
	"security/formats/lz4": "Also a codec of joblib's.",
	"security/formats/lzma": "The format before xz, also a codec of joblib's, which writes the usual properties.",
	"security/formats/model-as-text": "Loaders take these by the ending of the name (onnx/serialization.py, saved_model/loader_impl.py) as they take the binary form.",
	"security/formats/model-config": "JSON or YAML, a model card's front matter too, that has its loader run code; without such a key it is but text.",
	"security/formats/npy": "One numpy array (NEP 1): plain bytes of exactly its shape and type, or for objects one pickle.",
	"security/formats/npz": "A zip archive of .npy files, as numpy.savez writes it.",
	"security/formats/onnx": "A protobuf without a magic number: its first field is a small `ir_version`, its second one of a few.",
	"security/formats/parquet": "Apache Parquet.",
	"security/formats/pickle": "Python pickle, protocols 0 to 5; those before 2 have no PROTO and are told by what a loader would do with them.",
	"security/formats/r-data": "R's serialisations, which may hold promises that run when they are read: .rds and .RData, uncompressed.",
	"security/formats/rar": "Used to hide pickles from scanners that do not open it.",
	"security/formats/safetensors": "Tensors as plain bytes after a JSON header of `u64` length; nothing in it is executed.",
	"security/formats/saved-model": "A protobuf without a magic number: schema version 1, then the graphs (saved_model.proto).",
	"security/formats/seven-zip": "Used to hide pickles from scanners that do not open it.",
	"security/formats/skops": "A zip archive of a schema and arrays.",
	"security/formats/tar": "POSIX.1-1988 and later, and Unix V7's, which has no magic number; also torch's oldest files and NeMo's. It is refused: nothing in a tar archive says whether it is whole.",
	"security/formats/text": "UTF-8 text; what reads as a pickle besides is inspected as one too.",
	"security/formats/tflite": "A flatbuffer, told by its file identifier, and an archive of labels that may follow.",
	"security/formats/torch-legacy": "Several pickles one after another, then raw storages.",
	"security/formats/torch": "PyTorch's zip archive since 1.6: a pickle and its storages.",
	"security/formats/torchscript": "PyTorch's zip archive with code of its own, which is the model: it cannot be loaded without it.",
	"security/formats/xgboost-binary": "XGBoost's binary from before 1.6, which no current version writes and 3.1 no longer reads.",
	"security/formats/xgboost-json": "XGBoost's model as JSON text.",
	"security/formats/xgboost-ubj": "XGBoost's usual file since 2.1: Universal Binary JSON, with its 64-bit key lengths.",
	"security/formats/xz": "Also a codec of joblib's.",
	"security/formats/zip": "Any other zip archive; what would run on loading one of its members is found all the same.",
	"security/formats/zlib": "joblib's usual compression; the header's check bits are those of RFC 1950, 2.2.",
	"security/formats/zstd": "Frames of Zstandard (RFC 8878).",
	"security/sensitive/kinds/age": "Age in years, by the column’s name; the cells must be numbers a person can be old.",
	"security/sensitive/kinds/at-vnr": "Austria’s Versicherungsnummer: serial with check digit, birth date.",
	"security/sensitive/kinds/be-nn": "Belgium’s national number: birth date, serial, and 97 minus the rest modulo 97.",
	"security/sensitive/kinds/biometrics": "Biometric data (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/birth-date": "Date, month or year of birth, by the column’s name; the cells must be dates.",
	"security/sensitive/kinds/ch-ahv": "Switzerland’s AHV number: 756 and an EAN-13 check digit.",
	"security/sensitive/kinds/coordinates": "Latitude or longitude in degrees, to four decimals (about ten metres) or more, or both with a comma.",
	"security/sensitive/kinds/credit-card": "A payment card number (ISO/IEC 7812): an issuer’s range, its length, and the Luhn digit.",
	"security/sensitive/kinds/criminal-record": "Criminal convictions and offences (Art. 10 GDPR), by the column’s name.",
	"security/sensitive/kinds/de-idnr": "Germany’s Steuer-IdNr: eleven digits, one of the first ten repeated, ISO 7064 mod 11,10 (§ 139b AO).",
	"security/sensitive/kinds/de-svnr": "Germany’s Versicherungsnummer: office, birth date, initial, serial and check digit (VKVV § 2).",
	"security/sensitive/kinds/dk-cpr": "Denmark’s CPR number: birth date and serial, without a check digit since 2007: a time in seconds can pass, so the name must say so.",
	"security/sensitive/kinds/email": "An address of RFC 5321, without quoted local parts.",
	"security/sensitive/kinds/es-dni": "Spain’s DNI and NIE: the letter is the number modulo 23 (R.D. 1553/2005).",
	"security/sensitive/kinds/es-nss": "Spain’s social security number: twelve digits, the last two modulo 97.",
	"security/sensitive/kinds/ethnicity": "Racial or ethnic origin (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/eu-vat": "A VAT number with its country’s prefix; a company’s, unless it is a sole trader’s.",
	"security/sensitive/kinds/fi-hetu": "Finland’s henkilötunnus: birth date, century, serial, modulo 31.",
	"security/sensitive/kinds/fr-nif": "France’s tax number (SPI): thirteen digits starting with 0 to 3, the last three modulo 511.",
	"security/sensitive/kinds/fr-nir": "France’s NIR: sex, year, month, place of birth, serial, and 97 minus the rest modulo 97.",
	"security/sensitive/kinds/genetic-data": "Genetic data (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/health": "Data concerning health (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/iban": "An international bank account number (ISO 13616): the country’s length and mod 97.",
	"security/sensitive/kinds/icd-10": "A diagnosis by its ICD-10 code; article numbers look alike, so the name must say so.",
	"security/sensitive/kinds/ie-pps": "Ireland’s PPS number: seven digits and a letter modulo 23.",
	"security/sensitive/kinds/imei": "A mobile device’s number (3GPP TS 23.003): fifteen digits, the last a Luhn digit.",
	"security/sensitive/kinds/ip-address": "An address of the internet protocol, version 4 or 6 (RFC 4291).",
	"security/sensitive/kinds/it-codice-fiscale": "Italy’s codice fiscale of a person: the last letter is a check over the other fifteen (D.M. 12 March 1974).",
	"security/sensitive/kinds/it-partita-iva": "Italy’s VAT number, held by the self-employed too: eleven digits, the last a Luhn digit, the office before it.",
	"security/sensitive/kinds/jwt": "A JSON Web Token (RFC 7519): whoever has it is let in.",
	"security/sensitive/kinds/mac-address": "A hardware address of a network card (IEEE 802), in pairs or in Cisco’s threes.",
	"security/sensitive/kinds/national-phone": "A number as dialled inside a country: any run of 7 to 13 digits could be one, so the name must say so.",
	"security/sensitive/kinds/nl-bsn": "The Netherlands’ burgerservicenummer: nine digits that pass the eleven test.",
	"security/sensitive/kinds/person-name": "The name of a person, by the column’s name only: nothing in a word says that it is one.",
	"security/sensitive/kinds/phone": "A number written internationally (E.164): with `+` and the country, valid by that country’s numbering plan.",
	"security/sensitive/kinds/pl-pesel": "Poland’s PESEL: birth date, serial, sex and a weighted check digit.",
	"security/sensitive/kinds/political-opinion": "Political opinions (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/postal-address": "Street and house number, by the column’s name only.",
	"security/sensitive/kinds/postcode": "A postal code, by the column’s name; the cells must look like one of Europe’s or a ZIP code.",
	"security/sensitive/kinds/pt-nif": "Portugal’s NIF: nine digits, a kind first, modulo 11.",
	"security/sensitive/kinds/religion": "Religious or philosophical belief (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/ro-cnp": "Romania’s CNP: sex and century, birth date, county, serial, and a weighted check digit.",
	"security/sensitive/kinds/se-personnummer": "Sweden’s personnummer: birth date, serial, Luhn digit (SFS 1991:481).",
	"security/sensitive/kinds/sex": "Sex or gender, by the column’s name; the cells must be its words or codes (ISO/IEC 5218).",
	"security/sensitive/kinds/sexual-orientation": "Sex life or sexual orientation (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/trade-union": "Trade union membership (Art. 9 GDPR), by the column’s name.",
	"security/sensitive/kinds/uk-nhs": "England’s NHS number: ten digits modulo 11 (NHS Data Dictionary).",
	"security/sensitive/kinds/uk-nino": "The United Kingdom’s National Insurance number: two letters of which many pairs are not used, six digits, A to D; no check digit.",
	"security/sensitive/kinds/uk-utr": "The United Kingdom’s Unique Taxpayer Reference: ten digits, the first modulo 11 over the others.",
	"security/sensitive/kinds/us-ein": "The United States’ employer number: most nine digits are one, so the name must say so.",
	"security/sensitive/kinds/us-ssn": "The United States’ social security number: nearly any nine digits are one, so the name must say so.",
	"security/sensitive/kinds/uuid": "A universally unique identifier (RFC 9562): a person’s, a device’s, or only a row’s.",
	"security/workflows/rules/artipacked": "A checkout that leaves its token behind, in a job that uploads files afterwards.",
	"security/workflows/rules/dangerous-triggers": "A trigger with this repository's rights, together with a checkout of the code that set it off.",
	"security/workflows/rules/excessive-permissions": "A token that may do everything, or whatever the repository's setting says.",
	"security/workflows/rules/gate-skippable": "A gate that can fail, or be left out, without anybody being stopped.",
	"security/workflows/rules/promoted-without-gate": "A promotion that neither its own steps nor the jobs it needs have certified or verified.",
	"security/workflows/rules/secrets-inherit": "A reusable workflow that is handed every secret.",
	"security/workflows/rules/template-injection": "Text that others write, put into a script before the shell reads it.",
	"security/workflows/rules/unpinned-uses": "An action, a reusable workflow or an image named by a tag or branch, ours too.",
	"security/tokens/methods/aes-siv": "AES-256-SIV (RFC 5297) under the column's key: equal values have equal tokens, the key's holder gets the values back, a changed token is refused. Its length tells the value's.",
	"security/tokens/methods/date-shift": "All dates of one subject moved by the same number of days, at most `days` either way and never none: what lies between them stays. Time of day stays.",
	"security/tokens/methods/drop": "The column left out of the table.",
	"security/tokens/methods/ff1": "FF1 (NIST SP 800-38G) under the column's key: digits stay digits, marks stay in place. Nothing tells it from a raw value, the key's id least of all.",
	"security/tokens/methods/generalise": "A number made the lower end of its bin, so that a column of numbers stays one; a date made its month or year; a text its first characters.",
	"security/tokens/methods/hmac": "HMAC-SHA-256 under the column's key: equal values have equal tokens, and nobody gets a value back, the key's holder by guessing only.",
	"security/tokens/methods/mask": "All but the first and last characters made four stars, however many there were; a value that would hide fewer than four is stars only."
};

const DEFINITIONS                                   = definitions;

/** How a file of a registry defines what it exports: its own doc comment, taken over by `scripts/generate.ts`. `path` is inside `src/core`, without its ending. */
const definition = (path        )         => DEFINITIONS[path] ?? '';

/** Where something stands in the code. */
const codeAt = (path        )         => `src/core/${path}.ts`;

/** What a folder's index exports, by id: the order of a module's exports is not everywhere the same. */
const registered =                                    (registry                             )               =>
  Object.values(registry).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What to do about a check of a table, by what kind of rule it is. */
const REMEDIES$1 = {
  cells:
    'Look at the lines that the report names. Mend the rows where they are made; where the value is right, widen the rule in the contract, or let it tolerate a share with `mustBeLessThan`.',
  rows: 'Look at the rows that the report names, by their keys. Drop what came twice, or add what is missing, where the table is made.',
  number:
    'Compare the number with that of earlier files. Where the world changed, change the range in the contract with a reason; where a load was cut or repeated, mend the load.',
  columns:
    'Compare the header of the file with the contract. Rename, add or drop the column where the table is made, or change the contract, and tell those who read the table.',
  time: 'Look at when the file was made, and at its newest times. Run the load again, or mend its schedule.',
  others:
    'Look at the rows that are named in both files. Make both from the same state, or mend the one that is behind.',
  contract:
    'Say in the contract what is meant, by a rule that Proofmark evaluates: `docs/data-contracts.md` lists them.',
};         

const KIND                                                  = {
  ...kinds(
    'rows',
    'compound-unique duplicate-rows duplicate-values primary-key unique overlaps rows sequential increasing decreasing distinct-in-row',
  ),
  ...kinds(
    'number',
    'class-shares column-entropy column-iqr column-kurtosis column-max column-mean column-median column-min column-range column-skewness column-stdev column-sum column-variance column-zeros correlation cramers-phi distinct-share distinct-values distribution group-rates most-common-in-set mutual-information partition predictive-power quantiles row-count row-count-between outliers sql distinct-contain-set distinct-equal-set distinct-in-set',
  ),
  ...kinds('columns', 'column-count column-order column-set columns unexpected-columns type'),
  ...kinds('time', 'gaps max-age service-frequency service-level'),
  ...kinds('others', 'other-row-count references row-overlap same-rows time-order'),
  ...kinds('contract', 'not-evaluated'),
};

function kinds(kind                       , ids        )                                        {
  return Object.fromEntries(ids.split(' ').map(id => [id, kind]))
}

/** Agreements of the contract (`slaProperties`) that checks are called by. */
const AGREED                                              = {
  'service-level': ['latency', 'freshness', 'retention'],
  'service-frequency': ['frequency'],
};

/** Where data of DVC's is looked for. */
const DVC = [
  ['dvc.workspace', 'the workspace', 'Get what the pointers name with dvc pull, or accept what is there with dvc add.'],
  ['dvc.remote', 'the remote', 'Push it from where the data is: dvc push.'],
];         

/** The checks of data-validate: those of the contract's standard, and those that are asked for by an expectation. */
const dataChecks                         = [
  ...[
    ...registered(checks).map(check => ({ check, folder: 'checks' })),
    ...registered(crossChecks).map(check => ({ check, folder: 'cross-checks' })),
  ].map(({ check: { id, title, expectations }, folder })              => {
    const path = `tables/${folder}/${id}`;
    const names = expectations.map(({ name }) => name);
    return {
      id,
      kind: 'check',
      gate: 'data-validate',
      also: [...names, ...names.map(slug), ...(AGREED[id] ?? [])],
      title,
      means: `${title}. The contract asks for it${names.length > 0 ? ` by ${names.join(', ')}, or as the standard has it` : ' as the standard has it'}.`,
      computed: definition(path),
      source:
        names.length > 0
          ? `Named as in Great Expectations; ODCS v3.1 carries it as a quality rule of engine proofmark. ${codeAt(path)}`
          : `ODCS v3.1, the Open Data Contract Standard. ${codeAt(path)}`,
      remedy: REMEDIES$1[KIND[id] ?? 'cells'],
    }
  }),
  written(
    'file',
    'Every table of the contract has a file',
    'A table of the contract had no file to be checked, and its rules were left out.',
    'Add the file to data.files, or move the table to a contract of its own.',
  ),
  written(
    'relationship',
    'A relationship of the contract can be evaluated',
    'The contract relates a column to another table, which no file was given for, or which the contract does not have: nothing was compared.',
    'Give the file of the other table, or mend the relationship.',
  ),
  written(
    'shard',
    'A part of the rows was measured',
    'This run measured a part of the rows only, and wrote what it measured: nothing is decided until the parts are joined.',
    'Run `proofmark merge` on the files of all parts.',
  ),
  written(
    'results',
    'The results of another tool can be taken over',
    'A file of another tool’s results holds no result, or none that is readable.',
    'Let that tool write its results again, in the format that `docs/imports.md` names.',
  ),
  written(
    'contract-rule',
    'A rule of the contract under a name of its own',
    'The contract gives this rule a name (`id`), and the check is called by it. Its title says what it asks.',
    REMEDIES$1.cells,
  ),
  ...DVC.map(([id, place, remedy]) =>
    written(
      id,
      `The data that DVC tracks is in ${place}`,
      `Every file that a pointer of DVC’s names was looked for in ${place}, and held against its md5 or size where that was asked; in a pull request, what that changes.`,
      remedy,
      ['DVC’s own formats', 'dvc/judge'],
    ),
  ),
  written(
    'lakefs.hooks',
    'The hooks of lakeFS are as known',
    'The file of hooks, by which lakeFS asks before it merges, is on its branch and in the commits that data was read at as it is known here. lakeFS reads it from the source of a merge, so that whoever may write to a branch can take it off.',
    'Find out who changed it, put the file back, then run again: `docs/lakefs.md`.',
    ['lakeFS’s actions', 'settings/connections/lakefs'],
  ),
  ...(['great-expectations', 'dbt', 'deequ', 'evidently']         ).map(
    (tool)              => ({
      id: `results-of-${tool}`,
      kind: 'check',
      also: [tool],
      title: `A result that was taken over from ${tool}`,
      means: `${tool} measured it, and its file of results says how. Proofmark did not compute it again; it judges the number where the file says what was required.`,
      computed:
        'The number is the tool’s own. What it called a success is only believed where the bound and the number agree.',
      source: `The tool’s file of results; ${codeAt('results/judge-item')}`,
      remedy: 'Mend the data or the test in that tool, run it again, and hand over its new file of results.',
    }),
  ),
];

function written(
  id        ,
  title        ,
  means        ,
  remedy        ,
  [source, path]                            = ['ODCS v3.1 and Proofmark’s settings', 'tables/compose-checks'],
)              {
  return {
    id,
    kind: 'check',
    gate: 'data-validate',
    title,
    means,
    computed: 'Nothing is estimated: it is there or it is not.',
    source: `${source}. ${codeAt(path)}`,
    remedy,
  }
}

/** `expect_column_values_to_be_in_set` as the end of a check's id: `values-to-be-in-set`. */
function slug(name        )         {
  return name.replace(/^expect_(column_|table_)?/, '').replaceAll('_', '-')
}

/** Where definitions come from, by the ids of methods, rules and metrics. */
const SOURCES                                   = {
  'anderson-darling': 'Scholz and Stephens 1987',
  'average-precision': 'the step-wise area under precision over recall, as scikit-learn has it',
  auc: 'Hanley and McNeil 1982; its interval DeLong, DeLong and Clarke-Pearson 1988, with one more row of each class as in Agresti and Coull 1998',
  brier: 'Brier 1950',
  'brier-skill': 'Brier 1950; Murphy 1973',
  'chi-squared': 'Pearson 1900; effect Cramér 1946',
  'cramer-von-mises': 'Anderson 1962',
  cusum: 'Page 1954',
  'domain-classifier': 'Lopez-Paz and Oquab 2017',
  energy: 'Székely and Rizzo 2013',
  'epps-singleton': 'Epps and Singleton 1986',
  ewma: 'Roberts 1959',
  'f-beta': 'van Rijsbergen 1979',
  f1: 'van Rijsbergen 1979',
  'fisher-exact': 'Fisher 1935',
  'g-test': 'Woolf 1957',
  'generalised-esd': 'Rosner 1983',
  gini: 'Somers 1962',
  hellinger: 'Hellinger 1909',
  jaccard: 'Jaccard 1901',
  'jensen-shannon': 'Lin 1991; Endres and Schindelin 2003',
  'jensen-shannon-divergence': 'Lin 1991',
  kappa: 'Cohen 1960',
  'kolmogorov-smirnov': 'Kolmogorov 1933; Smirnov 1948',
  'kullback-leibler': 'Kullback and Leibler 1951',
  'le-cam': 'Le Cam 1986',
  'log-loss': 'Good 1952',
  'mann-whitney': 'Mann and Whitney 1947',
  mase: 'Hyndman and Koehler 2006',
  mcc: 'Matthews 1975',
  mmd: 'Gretton et al. 2012',
  mrr: 'Voorhees 1999',
  ndcg: 'Järvelin and Kekäläinen 2002',
  'page-hinkley': 'Page 1954; Hinkley 1971',
  'pass-at-k': 'Chen et al. 2021',
  pinball: 'Koenker and Bassett 1978',
  psi: 'Yurdakul 2018',
  rmsse: 'Makridakis, Spiliotis and Assimakopoulos 2022',
  'stl-residuals': 'Cleveland et al. 1990',
  'student-t': 'Student 1908',
  wasserstein: 'Vallender 1974',
  'welch-t': 'Welch 1947',
};

/** Literature, where it is known, and the place in the code. */
const sourceOf = (id        , place        )         => {
  const known = SOURCES[id];
  return known === undefined ? place : `${known}. ${place}`
};

const GATE$4 = 'drift-compare';
const DECIDED =
  'It fails where the change exceeds its limit and is significant over all columns (Holm); it is inconclusive where it does not fail and the upper bound of its interval exceeds the limit; otherwise it passes, with a warning where columns differ harmlessly (Benjamini–Hochberg).';
const CHANGED =
  'Look at the bins or categories that the report names. Where the world changed, judge the model on new rows and certify it again; where a feed broke, mend it. What does not matter for the model goes into drift.ignore, with a reason.';

const ofMethods                         = registered(methods).map((method)              => {
  const { id, title, variant, accepts } = method;
  const path = `drift/methods/${id}`;
  const quantity = 'quantity' in method ? ` It measures ${method.quantity}.` : ' It is reported beside what decides.';
  return {
    id,
    kind: 'method',
    gate: GATE$4,
    title,
    means: `${title}, for ${accepts.join(', ')} columns.${quantity}`,
    computed: `${definition(path)} ${variant}.`,
    source: sourceOf(id, codeAt(path)),
    remedy: 'remedy' in method ? `${method.remedy}. ${CHANGED}` : CHANGED,
  }
});

const ofRules$1                         = registered(anomalies).map(
  ({ id, title, claim, variant })              => ({
    id,
    kind: 'rule over a series',
    gate: GATE$4,
    title,
    means: `${title}: ${claim} in a series of production, such as requests, errors or latencies.`,
    computed: `${definition(`drift/anomalies/${id}`)} ${variant}.`,
    source: sourceOf(id, codeAt(`drift/anomalies/${id}`)),
    remedy:
      'Look at the buckets that the report names, and at what was released or broken then. Where it is usual now, let the baseline move on, or name the day in the settings of the series.',
  }),
);

                                                                                                               

const QUESTIONS                 = [
  [
    'distribution',
    'A column has the same distribution',
    'The values of a column in the current table are distributed as in the reference, as far as it matters.',
    `By the method that the settings or the kind of the column choose; the check names it. ${DECIDED}`,
    CHANGED,
    'drift/decide',
  ],
  [
    'missing-share',
    'As many cells are missing',
    'The share of missing cells of a column has not changed by more than drift.max-missing-change.',
    DECIDED,
    'Look for the source that stopped to fill the column.',
    'drift/methods/missing-share',
  ],
  [
    'unseen-categories',
    'No new categories',
    'The share of rows with categories that the reference does not have is at most drift.max-unseen-share.',
    DECIDED,
    'Map new spellings to known ones, or train with the new categories.',
    'drift/methods/unseen-categories',
  ],
  [
    'present',
    'Both tables have the column',
    'A column of one table is missing in the other.',
    'The headers are compared.',
    'Mend the table that lacks the column, or list it in drift.ignore.',
    'drift/columns-to-compare',
  ],
  [
    'comparable',
    'The column can be compared',
    'A column of ids, of free text that no method takes, or of times that move on by themselves is not compared.',
    'By its kind and its values.',
    'List it in drift.ignore, or choose a method for it.',
    'drift/obstacles/not-comparable',
  ],
  [
    'type',
    'The column is of the same type',
    'Most cells of one table are numbers and of the other texts, or a column holds both.',
    'Cells are counted by their sort.',
    'Mend the export: decimal commas, units, or words for missing values are the usual causes.',
    'drift/obstacles/changed-type',
  ],
  [
    'finite',
    'The column has finite numbers',
    'A column holds NaN or infinite values, which no distance takes.',
    'Cells are counted.',
    'Write missing values as empty cells.',
    'drift/obstacles/non-finite',
  ],
  [
    'rows',
    'Both tables have rows',
    'A table without rows says nothing.',
    'Rows are counted.',
    'Check the path, and the query that made the file.',
    'drift/compare-tables',
  ],
  [
    'differ',
    'The tables are two',
    'Reference and current are the same bytes: no change could be found.',
    'Digests are compared.',
    'Name the table of production as current.',
    'drift/compare-tables',
  ],
  [
    'compared',
    'Columns were compared',
    'No column is in both tables and not ignored: nothing was asked.',
    'The columns that are left are counted.',
    'Check the headers, and drift.ignore.',
    'drift/compare-tables',
  ],
  [
    'weight',
    'Little of what matters has drifted',
    'The weights of the drifted columns together stay below drift.max-drifted-weight.',
    'Sum of the weights of the columns that drifted, over all weights.',
    CHANGED,
    'drift/drifted-weight',
  ],
  [
    'drift',
    'The table as a whole, as another tool judges it',
    'A profile (evidently, nannyml, tfdv) decides as that tool does, with its own defaults.',
    'The share of drifted columns, or a classifier over all columns, as that tool has it.',
    'Use the profile to compare with that tool; Proofmark’s own decision knows of rows and intervals.',
    'drift/compare-by-profile',
  ],
  [
    'sample',
    'Enough rows for a comparison of whole rows',
    'A method over several columns needs more rows than there are.',
    'Rows without a missing value are counted.',
    'Give more rows, or fewer columns.',
    'drift/compare-by-profile',
  ],
  [
    'chunks',
    'Limits could be calibrated',
    'The reference has too few chunks to learn what is usual from.',
    'Chunks are counted.',
    'Give a longer reference, or smaller chunks.',
    'drift/calibrated-limits',
  ],
  [
    'decisions',
    'As many rows are decided positive',
    'The share of rows that the model decides positive has not changed by more than allowed.',
    DECIDED,
    'Look for a changed population, a moved threshold, or a broken feature.',
    'drift/performance/decision-question',
  ],
  [
    'calibration',
    'Scores still mean what they meant',
    'Where labels are there, the scores of production are as calibrated as in the reference.',
    'Difference of calibration errors, with an interval.',
    'Calibrate anew on recent rows, or train again.',
    'drift/performance/calibration-change',
  ],
  [
    'score',
    'The scores can be compared',
    'The column of scores is missing in a table, or holds what is no probability.',
    'Cells are read.',
    'Write the score of each row beside its features.',
    'drift/performance/compare-performance',
  ],
  [
    'every-group',
    'Every group was judged',
    'A column that is to be judged by groups has more groups than are judged.',
    'Groups are counted.',
    'Name a column of fewer groups, or bins of it.',
    'drift/performance/performance-checks',
  ],
  [
    'timestamps',
    'Times of a series are in order',
    'Times that cannot be read, or that lie apart, would make buckets that never were.',
    'Each time is read.',
    'Write times as RFC 3339, with their zone.',
    'drift/series/judge-series',
  ],
  [
    'values',
    'Values of a series can be read',
    'Cells of a series are no numbers.',
    'Each value is read.',
    'Mend the lines that the report names.',
    'drift/series/judge-series',
  ],
  [
    'source',
    'The series could be read',
    'The log or the server of the series gave nothing that can be read.',
    'It is asked once, within limits.',
    'See what the report quotes; `proofmark doctor` asks the server again.',
    'drift/series/judge-series',
  ],
  [
    'judged',
    'The series has buckets to judge',
    'All buckets are needed to learn what is usual, and none is left to judge.',
    'Buckets after the baseline are counted.',
    'Give a longer log, or a shorter baseline.',
    'drift/series/judge-series',
  ],
];

/** Everything of drift-compare. */
const driftChecks                         = [
  ...QUESTIONS.map(
    ([id, title, means, computed, remedy, place])              => ({
      id,
      kind: 'check',
      gate: GATE$4,
      title,
      means,
      computed,
      source: codeAt(place),
      remedy,
    }),
  ),
  ...ofMethods,
  ...ofRules$1,
];

const REMEDIES                                   = {
  'class-choice':
    'Predict the class whose expected cost is least, or mend the costs in certify.class-costs if they are not what a mistake costs.',
  determinism:
    'Fix the seeds, and the number of threads where sums depend on it; say in certify.tolerance what difference is none.',
  'naive-baseline':
    'A model that no better than guesses is no use: look for swapped labels, a wrong positive class, or features that were lost.',
  robustness: 'Look at which rows change their decision under small disturbances, and train with such disturbances.',
  'suspicious-perfection': 'Look for the label among the features, and for rows of the hold-out in the training data.',
  'threshold-choice':
    'Choose the threshold by the costs, on rows that are not the hold-out, or say why another one is used.',
  'train-overlap': 'Take the rows out of the hold-out, and split by the unit (customer, patient, day) that repeats.',
  'train-test-gap':
    'The model has learnt its rows by heart: make it simpler, give it more rows, or stop training earlier.',
  'weak-segments':
    'Look at the segment: few rows, other data, a feature that is missing. Claim a floor on it once it is mended.',
};

/** Questions about how a model behaves. */
const ofBehaviour                         = registered(behaviours).map(({ id, title }) => ({
  id,
  kind: 'behaviour',
  gate: 'model-certify',
  title,
  means: `${title}: a question about how the model behaves that no metric of the hold-out answers.`,
  computed: definition(`model/behaviour/${id}`),
  source: codeAt(`model/behaviour/${id}`),
  remedy: REMEDIES[id] ?? '',
}));

/** Faults that selftest makes. */
const ofDegradations                         = registered(degradations).map(({ id, title }) => ({
  id,
  kind: 'degradation',
  title,
  means: `A fault that \`proofmark selftest\` puts into the predictions on purpose, to see whether the claims catch it.`,
  computed: definition(`model/degradations/${id}`),
  source: codeAt(`model/degradations/${id}`),
  remedy:
    'Where it is not caught, make a claim stricter, or add one on what it harms, until selftest shows that it is.',
}));

/** What to say where a claim is inconclusive. */
const ROWS_NEEDED =
  'Where it is inconclusive, the interval reaches over the bar: the report says about how many more labelled rows would settle it.';

/** How claims are decided. */
const INTERVAL =
  'The interval decides, never the value alone: exact or classical where there is such a one (Clopper–Pearson, DeLong, Tango, Student), else a BCa bootstrap (Efron 1987) whose random numbers come of the files’ digests.';

const GATE$3 = 'model-certify';

/** What claims ask: the part of a check's id after the metric, or before the groups. */
const CLAIMS                      
             
                
                
                   
                 
                 
     = [
  [
    'floor',
    'A metric of at least a value',
    '`auc >= 0.80`: the whole interval must lie at or above the value.',
    INTERVAL,
    'docs/claims.md',
    `Train a better model, or lower the bar on the base branch with a reason. ${ROWS_NEEDED}`,
  ],
  [
    'ceiling',
    'A metric of at most a value',
    '`brier <= 0.2`: the whole interval must lie at or below the value.',
    INTERVAL,
    'docs/claims.md',
    `Train a better model, or raise the bar on the base branch with a reason. ${ROWS_NEEDED}`,
  ],
  [
    'no-worse-than-champion',
    'No worse than the champion by more than a margin',
    '`auc no worse than champion by 0.01`: on the same rows, the interval of the difference must lie above the negative margin (non-inferiority).',
    'The difference is paired: both models on the same rows in the same order (DeLong for AUC, Tango for shares, a paired bootstrap for others).',
    'Non-inferiority as in clinical trials; Tango 1998, DeLong et al. 1988. docs/claims.md',
    `Compare the slices of both models. Give the margin that the use can bear. ${ROWS_NEEDED}`,
  ],
  [
    'better-than-champion',
    'Better than the champion',
    '`auc better than champion by 0.01`: the interval of the paired difference must lie above the margin (superiority).',
    'As for no-worse-than-champion, against the margin or 0.',
    'docs/claims.md',
    `Small gains need many rows. ${ROWS_NEEDED}`,
  ],
  [
    'no-worse-than-anchor',
    'No worse than what was once certified',
    'The claim on the champion once more, against the model of the oldest certificate that is still valid, with a budget in the margin’s place: small losses do not add up unseen.',
    'The same paired difference, on the same rows; the bar is the margin times certify.anchor.budget.',
    'docs/claims.md',
    'Win back what the models since have lost together, or let the old certificate end and say why.',
  ],
  [
    'fair',
    'Groups are selected alike (four-fifths rule)',
    '`fair by sex`: the share of favourable decisions of each group must be at least 0.8 of the highest.',
    'Ratio of selection rates of each pair of groups, decided by its interval; intersections too where several columns are named.',
    'The four-fifths rule (29 CFR 1607.4 D). docs/claims.md',
    'Look at which group stands apart, and at its errors and its data; choose thresholds or features so that the groups come nearer, with those who answer for it.',
  ],
  [
    'impact-ratio',
    'A ratio of selection rates between groups',
    '`impact ratio by sex >= 0.90`: each group’s share of favourable decisions over the highest one.',
    'As for fair, at a ratio of your own.',
    'docs/claims.md',
    'As for fair: look at which group stands apart, and at its errors and its data.',
  ],
  [
    'equal-opportunity',
    'Groups have like true positive rates',
    'The greatest difference of the true positive rates of any two groups must be at most the value.',
    'Difference of shares with its interval, over the rows that are positive.',
    'Hardt, Price and Srebro 2016. docs/claims.md',
    'Look at the rows of the group that is missed more often: few of them, worse data, another threshold.',
  ],
  [
    'equalized-odds',
    'Groups have like error rates',
    'The greatest difference of true and of false positive rates of any two groups must be at most the value.',
    'As for equal-opportunity, on both rates.',
    'Hardt, Price and Srebro 2016. docs/claims.md',
    'As for equal-opportunity: look at the rows of the group that the model errs on more often.',
  ],
  [
    'predictive-parity',
    'A positive prediction means the same in all groups',
    'The greatest difference of the precisions of any two groups must be at most the value.',
    'Difference of shares with its interval, over the rows that are predicted positive.',
    'Chouldechova 2017. docs/claims.md',
    'Calibrate within groups, or look for features that stand for the group.',
  ],
  [
    'calibrated',
    'Probabilities are what they say',
    '`calibrated within 0.03`: where the model says 0.7, about seven of ten must be so, on average over the rows.',
    'Calibration error over bins, with an interval; the definition stands in docs/claims.md.',
    'docs/claims.md',
    'Calibrate the scores on rows of their own (Platt, isotonic), never on the hold-out.',
  ],
  [
    'latency',
    'Predictions are made in time',
    'A quantile of the times that predictions took must be at most so many milliseconds.',
    'The quantile of the column of times, with an exact interval by order statistics (binomial).',
    'docs/claims.md',
    'Measure on the machine that serves; make the model smaller, or raise the budget with a reason.',
  ],
  [
    'model-size',
    'The model is small enough',
    'All files of the model together must be at most so large.',
    'The sum of their bytes.',
    'docs/claims.md',
    'Prune, quantise or compress the model, or raise the budget with a reason.',
  ],
];

/** The claims that may be made of a model. */
const claims                         = CLAIMS.map(([id, title, means, computed, source, remedy]) => ({
  id,
  kind: 'claim',
  gate: GATE$3,
  title,
  means,
  computed,
  source: `${source}. ${codeAt('model/claims/check-claims')}`,
  remedy,
}));

/** The metrics of every task, by the task's id. */

var metricsByTask = /*#__PURE__*/Object.freeze({
  __proto__: null,
  binary: metrics$1,
  evaluation: metrics$2,
  forecasting: metrics$3,
  multiclass: metrics$4,
  multilabel: metrics$5,
  ranking: metrics$6,
  regression: metrics$7
});

const GATE$2 = 'model-certify';

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  zero: 'nearer to 0 is better, whichever the sign',
};         

const BY_TASK                                                                 = metricsByTask;

/** The metrics of every task. */
const metrics                         = Object.entries(BY_TASK)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([task, own]) =>
    registered(own).map((metric)              => {
      const path = `model/metrics/${task}/${metric.id}`;
      const [least, greatest] = metric.range;
      const range =
        Number.isFinite(least) || Number.isFinite(greatest)
          ? ` It lies between ${bound(least)} and ${bound(greatest)}.`
          : '';
      return {
        id: metric.id,
        kind: 'metric',
        gate: GATE$2,
        of: task,
        also: metric.aliases ?? [],
        title: metric.title,
        means: `${metric.title}, for ${task} models: ${BETTER[metric.better]}.${range}${metric.naive === undefined ? '' : ` A guess that knows nothing of the row gets ${metric.naive}.`}`,
        computed: `${definition(path)} ${INTERVAL}`,
        source: sourceOf(metric.id, codeAt(path)),
        remedy: `A claim on it that fails: look at the slices and at the rows with the largest errors, train again, or lower the bar on the base branch with a reason. ${ROWS_NEEDED}`,
      }
    }),
  );

function bound(end        )         {
  if (Number.isFinite(end)) return `${Number(end.toPrecision(4))}`
  return end < 0 ? 'no bound below' : 'no bound above'
}

const GATE$1 = 'model-certify';

/** Questions about the files of rows: what stands after `predictions.`, `champion.` and the like. */
const ROWS                                                                                   = [
  [
    'rows',
    'The file has rows that can be read',
    'How many rows there are, each with an id of its own and with cells that can be read.',
    'Score the whole hold-out, and write a row for each of its rows.',
  ],
  [
    'id',
    'Every row has an id of its own',
    'A row without an id, or with one that occurs twice, cannot be told from another.',
    'Give every row of the hold-out an id of its own; do not join the tables so that rows repeat.',
  ],
  [
    'ids',
    'Both files have the same rows',
    'Rows of one file have no partner in the other, so that models would be compared on different rows.',
    'Score the same hold-out with both models.',
  ],
  [
    'labels',
    'Both files have the same truth',
    'The same row has another label in the other file: one of them was made from other data.',
    'Make both files from the same hold-out.',
  ],
  [
    'rows-match',
    'Two files belong together',
    'Whether rows and truths of both files are the same; a model compared with itself is told, too.',
    'Check that the settings name the files of two models on one hold-out.',
  ],
  [
    'classes',
    'The classes are those of the task',
    'There must be two classes or more, each with rows, under names that can be told apart.',
    'Name the positive class; check spelling and types of the labels.',
  ],
  [
    'probabilities',
    'Probabilities sum to one',
    'The probabilities of a row’s classes must sum to 1.',
    'Write the output of softmax itself, unrounded; do not leave out a class.',
  ],
  [
    'intervals',
    'Interval ends are in order',
    'The lower end of a predicted interval lies above the upper one.',
    'Swap the columns, or sort the quantiles of each row.',
  ],
  [
    'queries',
    'Queries have results to rank',
    'A query without a relevant result, or with one result only, says nothing of a ranking.',
    'Judge more results for each query, or leave out the queries that have none.',
  ],
  [
    'times',
    'Forecasts have times in order',
    'Times of a series repeat, or cannot be read.',
    'Write one row for each series and time, as RFC 3339 times or dates.',
  ],
  [
    'later',
    'History ends before the forecast',
    'The history holds times of the forecast: the scale of errors would be taken from what is to be predicted.',
    'Cut the history at the first forecast.',
  ],
  [
    'unused',
    'What is set is used',
    'A champion or an anchor is given, and no claim compares with it.',
    'Add a claim such as "auc no worse than champion by 0.01", or leave it out.',
  ],
  [
    'column',
    'The columns of the file can be read',
    'A column of the file holds cells that are not what the setting says: label, score, predicted class, weight, cluster, group, answer, time, cost …',
    'Look at the lines that the report names; write the column as docs/claims.md has it.',
  ],
];

const ofRows                         = ROWS.map(([id, title, means, remedy]) => ({
  id: `predictions.${id}`,
  kind: 'check',
  gate: GATE$1,
  also: ['predictions', 'champion', 'anchor', 'history', 'attributes', 'train', 'repeat', 'perturbed'].map(
    role => `${role}.${id}`,
  ),
  title,
  means: `${means} What cannot be read is inconclusive, and never counts as passed.`,
  computed: 'Every row is looked at; ids are compared by 96 bits of their hash.',
  source: codeAt('model/predictions/row-checks'),
  remedy,
}));

const REST$1                         = [
  {
    id: 'claims.none',
    kind: 'check',
    gate: GATE$1,
    title: 'Something is required of the model',
    means: 'There is no claim: nothing was required, so nothing can be met.',
    computed: 'The claims of the settings are counted.',
    source: codeAt('model/claims/check-claims'),
    remedy: 'Add a claim to certify.claims, e.g. "auc >= 0.80".',
  },
  {
    id: 'model-card.fields',
    kind: 'check',
    gate: GATE$1,
    title: 'The model card says what it must',
    means: 'model.card leaves out a field that model.card.required names.',
    computed: 'Declared fields are held against those required.',
    source: `Mitchell et al. 2019 (model cards). ${codeAt('model/card/card-check')}`,
    remedy: 'Write the field in model.card of proofmark.yml.',
  },
  {
    id: 'holdout.looks',
    kind: 'check',
    gate: GATE$1,
    title: 'The hold-out was not used too often',
    means: 'Every model that is judged on the same rows makes it likelier that one of them passes by luck.',
    computed:
      'Earlier evidence and certificates with the same rows are counted, models by their predictions; certify.looks.spend widens the intervals by Bonferroni.',
    source: `Dwork et al. 2015 (reusable hold-out). ${codeAt('model/holdout/looks-check')}`,
    remedy: 'Draw a new hold-out, or allow more looks in certify.looks.most with a reason.',
  },
  {
    id: 'anchor.unused',
    kind: 'check',
    gate: GATE$1,
    title: 'The anchor is used',
    means: 'An anchor is set, and no claim compares with a champion, so none is held against the anchor.',
    computed: 'The claims are looked through.',
    source: codeAt('model/anchor-checks'),
    remedy: 'Add a claim such as "auc no worse than champion by 0.01".',
  },
];

/** Everything of model-certify and of selftest. */
const modelChecks                         = [
  ...claims,
  ...metrics,
  ...ofBehaviour,
  ...ofRows,
  ...REST$1,
  ...ofDegradations,
];

/** What pull requests are told of the bar itself. */
const SETTINGS                 = [
  [
    'policy.changed',
    'The policy would change',
    'The pull request changes what must hold. The run was decided by the base branch’s policy.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'record/policy/changes/policy-changes',
  ],
  [
    'policy.introduced',
    'The policy is new',
    'The base branch has no settings yet, so that the run was decided by the pull request’s own.',
    'Merge the settings first, then certify against them.',
    'settings/read-settings',
  ],
  [
    'policy.broken',
    'The policy can be read',
    'The policy that decides cannot be read.',
    'Mend it on the base branch first.',
    'record/policy/read-policy',
  ],
  [
    'claims.changed',
    'The claims would change',
    'The pull request changes what is required of the model. The run was decided by the base branch’s claims.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'model/claims/check-claims',
  ],
  [
    'judging.changed',
    'How it is decided would change',
    'The pull request changes a setting that decides: of claims the level or the costs, of drift its limits, of a scan what it asks. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'settings/schema',
  ],
  [
    'judging.differs',
    'It is judged otherwise than on the base branch',
    'The pull request brings settings that come with the model, such as the names of columns, and the run was decided by them.',
    'See that the change belongs to the new model, and does not make the same rows easier.',
    'settings/schema',
  ],
  [
    'contract.differs',
    'The contract is another than on the base branch',
    'The pull request changes the data contract. It comes with the data, and the run was decided by it.',
    'See that the change belongs to the data, and does not let through what was refused before.',
    'tables/contract/read-contract',
  ],
  [
    'connections.changed',
    'Whom decisions are told to would change',
    'The pull request changes an address that decisions are sent to, with what an environment variable holds. The run told whom the base branch names.',
    'See where secrets would be sent; it takes effect after the merge.',
    'settings/connections',
  ],
  [
    'series.changed',
    'Prometheus was asked without credentials',
    'The pull request names a server that the base branch does not. It was asked, but what the environment holds was not sent to it.',
    'See whose server it is; credentials are sent after the merge.',
    'drift/series/settings',
  ],
  [
    'hooks.changed',
    'The hooks known of lakeFS would change',
    'The pull request changes which file of hooks lakeFS must have. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'settings/connections/lakefs',
  ],
  [
    'waivers.changed',
    'The waivers would change',
    'The pull request adds, widens or prolongs an exception. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'security/waivers/waiver-changes',
  ],
];

/** Rules that every certification is decided by, besides those of the policy. */
const RULES                 = [
  [
    'data-validate',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'model-certify',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'security-scan',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'drift-compare',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'materials',
    'The gates looked at the same files',
    'Two gates name the same file with other bytes: they ran on two states of the repository.',
    'Run all gates on one commit.',
    'record/decision/materials-rule',
  ],
  [
    'approvals',
    'Those whom the policy asks have approved',
    'The policy names roles that must consent, and who may not stand for two of them.',
    'Ask somebody of the role to approve: `docs/approvals.md`.',
    'record/approvals/approvals-rule',
  ],
  [
    'evidence',
    'There is evidence',
    'Nothing was checked, so nothing can be certified.',
    'Run a gate first.',
    'record/decision/nothing-checked',
  ],
  [
    'policy',
    'The policy requires something',
    'A policy without rules lets everything pass, and is refused.',
    'Name gates in policy.require.',
    'record/decision/nothing-checked',
  ],
];

/** What `proofmark verify` asks, in its order. */
const STEPS                 = [
  [
    'bundle',
    'It is a signed bundle',
    'The file is a Sigstore bundle v0.3 with one signature.',
    'Take the file that the run wrote, unchanged.',
    'record/statement/bundle',
  ],
  [
    'signature',
    'Its signature holds',
    'The signature verifies by the key or the identity that is trusted.',
    'Name the key of the certifier; a certificate by another key is none.',
    'record/trust/signed-by',
  ],
  [
    'statement',
    'It certifies a model',
    'The signed payload is a certificate, not a refusal.',
    'A refusal says why: mend that.',
    'record/verification/statement-step',
  ],
  [
    'model-name',
    'It is about the model that was asked for',
    'The certificate names the model that was asked for.',
    'Take the certificate of this model.',
    'record/verification/name-step',
  ],
  [
    'files',
    'Every certified file is there, unchanged',
    'The files have the certified bytes.',
    'Take the files that were certified, or certify these.',
    'record/verification/model-steps',
  ],
  [
    'no-extra-files',
    'There is no other file',
    'No file beside those that were certified.',
    'Name the model alone: every file that is used with it must have been certified with it.',
    'record/verification/model-steps',
  ],
  [
    'model-id',
    'The model id follows from the bytes',
    'The SHA-256 of SHA256SUMS of the files is the certified one.',
    'As for files.',
    'record/verification/model-steps',
  ],
  [
    'validity',
    'It is valid today',
    'Today lies between its beginning and its end.',
    'Certify the model again.',
    'record/verification/validity-step',
  ],
  [
    'log',
    'The log holds together',
    'The log’s head is signed, grew from what was last seen, and has its witnesses.',
    'Do not promote. Find out who rewrote the log: docs/threats.md.',
    'record/verification/logged-step',
  ],
  [
    'logged',
    'It is in the log',
    'The certificate is an entry of the log.',
    'Wait for the run that enters it, or certify again.',
    'record/verification/logged-step',
  ],
  [
    'key-window',
    'Its key counted when it was logged',
    'The key that signed was trusted at that time.',
    'Certify again with a key that counts.',
    'record/verification/window-step',
  ],
  [
    'not-revoked',
    'Nobody has revoked it',
    'The log has no revocation of the certificate, its model or its key.',
    'See who revoked it and why: `proofmark status`.',
    'record/verification/revocation-step',
  ],
];

const made = (kind                     , rows                , computed        )                =>
  rows.map(([id, title, means, remedy, place]) => ({ id, kind, title, means, computed, source: codeAt(place), remedy }));

/** Everything of settings in pull requests, of the decision, and of verification. */
const recordChecks                         = [
  ...made('check', SETTINGS, 'The settings of both branches are read by the same reader and compared value by value.'),
  ...made('rule of a policy', RULES, 'Digests and verdicts of the evidence are compared; nothing is estimated.'),
  ...made(
    'step of a verification',
    STEPS,
    'Digests and signatures are computed anew from the bytes; nothing that a file says of itself is believed.',
  ),
];

const GATE = 'security-scan';

/** How the checks of the scan are computed, and where. */
const COMPUTED                                                                       = {
  artefact: [
    'The file is read by its format, to its last byte; a pickle runs on a machine that imports and calls nothing, and each name that it would import is held against allow lists made from installed libraries. Nothing is loaded.',
    'security/artefact-check',
  ],
  secrets: [
    'Texts, and the metadata of model files, are searched by the rules of secretlint’s recommended preset; reports show places and kinds, never the credential.',
    'security/credentials/secrets-check',
  ],
  'secrets-baseline': [
    'The baseline’s entries are held against those of the base branch.',
    'security/credentials/baseline-check',
  ],
  loader: [
    'Pinned versions of libraries that load model files are held against a list of their known faults in loading.',
    'security/dependencies/loaders/loader-check',
  ],
  waivers: [
    'Each waiver is held against what was found, by digest and name, and against its date.',
    'security/waivers/waivers-check',
  ],
  dependencies: [
    'Files of dependencies are read as their tools read them; a name without one exact version is told.',
    'security/dependencies-check',
  ],
  vulnerabilities: [
    'Exact versions are looked up in OSV, or in its archive offline; another tool’s report (pip-audit, osv-scanner, CycloneDX) counts, too.',
    'security/vulnerabilities-check',
  ],
  sensitive: [
    'Names of columns in eight languages, and values by pattern and check digit, beyond what chance would give (binomial test); held against the contract’s classifications.',
    'security/sensitive/judge-column',
  ],
  'sensitive-header': ['The cells of the first line are looked at as values.', 'security/sensitive/table-check'],
  'k-anonymity': [
    'Rows are grouped by the quasi-identifiers; the smallest group must have security.min-k rows (Sweeney 2002).',
    'security/sensitive/anonymity',
  ],
  'l-diversity': [
    'Distinct values of each sensitive column within such groups are counted (Machanavajjhala et al. 2007).',
    'security/sensitive/anonymity',
  ],
  workflow: ['The workflow is read as GitHub reads it.', 'security/workflows/inspect-workflow'],
};

const ofKinds                         = Object.entries(CHECK_KINDS).map(
  ([id, { title, description, help }])              => {
    const [computed = '', place = 'security/scan-content'] = COMPUTED[id] ?? [];
    return { id, kind: 'check', gate: GATE, title, means: description, computed, source: codeAt(place), remedy: help }
  },
);

const REST                         = [
  rest(
    'secrets-unsearched',
    'Everything in a model file was searched for credentials',
    'A model file holds more texts than are searched, so that nobody can tell what the rest holds.',
    'Texts are counted.',
    'Keep texts out of the model file.',
    'security/credentials/secrets-check',
  ),
  rest(
    'tokens',
    'Columns that must be tokens are',
    'A column that the contract declares pseudonymised holds values that its method does not make, or nobody could tell.',
    'Each cell is held against what the method writes; `drop` wants the column to be gone.',
    'Write the table with `proofmark tokenize`, by the contract.',
    'security/tokens/token-check',
  ),
  rest(
    'workflow.report',
    'A report of a workflow linter can be read',
    'A SARIF file of zizmor or actionlint is among the scanned files, and cannot be read.',
    'It is read as SARIF 2.1.0.',
    'Let the linter write its report again.',
    'security/workflows/import-report',
  ),
  ...(['zizmor', 'actionlint']         ).map(tool =>
    rest(
      `workflow.${tool}`,
      `No finding of ${tool}`,
      `A report of ${tool} that was among the scanned files is taken over: one check for each of its rules and files.`,
      'Its findings are taken over, those that it suppressed left out.',
      `See what ${tool} says of the rule, mend it, and let it write its report again.`,
      'security/workflows/import-report',
    ),
  ),
];

function rest(id        , title        , means        , computed        , remedy        , place        )              {
  return { id, kind: 'check', gate: GATE, title, means, computed, source: codeAt(place), remedy }
}

const ofRules                         = registered(rules).map(({ id, title, expected, severities })              => {
  const levels                                                               = Object.values(severities);
  return {
    id: `workflow.${id}`,
    kind: 'workflow rule',
    gate: GATE,
    also: [id],
    title,
    means: `${title}: expected ${expected}.`,
    computed: `${definition(`security/workflows/rules/${id}`)} ${levels.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' ')}`,
    source: `Named as in zizmor, where it has the rule. ${codeAt(`security/workflows/rules/${id}`)}`,
    remedy: 'The check’s hint gives the exact change for each place.',
  }
});

const known                    = registered(formats);
const ofFormats                         = known.map(
  ({ id, title, unread })              => ({
    id,
    kind: 'format',
    gate: GATE,
    title: `The format ${title.replace(/^an? /, '')}`,
    means: `A file that is ${title}, told by its content and never by its name.${unread ? ' It is only identified: such a file is inconclusive.' : ' It is read to its last byte.'}`,
    computed: definition(`security/formats/${id}`),
    source: codeAt(`security/formats/${id}`),
    remedy: unread
      ? 'Save the model in a format that is read, best one that runs nothing: safetensors, ONNX or skops.'
      : 'Where it fails, do not load the file: make it again from sources you trust, best as safetensors, ONNX or skops.',
  }),
);

const ofSensitive                         = registered(kinds$1).map(
  ({ id, title, category, personal })              => ({
    id,
    kind: 'kind of sensitive data',
    gate: GATE,
    title: `A column of ${title.replace(/^an? /, '')}`,
    means: `A column seems to hold ${title} (${category}). ${personal === 'always' ? 'Without a classification in the contract the table fails.' : 'It only warns: it is about a person in some tables only.'}`,
    computed: definition(`security/sensitive/kinds/${id}`),
    source: codeAt(`security/sensitive/kinds/${id}`),
    remedy: 'Set the classification of the column in the contract, or drop or pseudonymise the column.',
  }),
);

const ofTokens                         = registered(tokenMethods).map(
  ({ id, title })              => ({
    id,
    kind: 'token method',
    title,
    means: `${title}: a way in which \`proofmark tokenize\` writes a column.`,
    computed: definition(`security/tokens/methods/${id}`),
    source: codeAt(`security/tokens/methods/${id}`),
    remedy: 'docs/tokenize.md says which method suits what.',
  }),
);

/** Everything of security-scan, and of tokenize. */
const securityChecks                         = [
  ...ofKinds,
  ...REST,
  ...ofRules,
  ...ofFormats,
  ...ofSensitive,
  ...ofTokens,
];

/** Everything that is explained. */
const EXPLANATIONS                         = [
  ...dataChecks,
  ...modelChecks,
  ...securityChecks,
  ...driftChecks,
  ...recordChecks,
];

/** Where a fault comes from, by the room that its code begins with: what was being done, and where to look. */
const ROOMS                                                                   = {
  age: ['Evidence was being encrypted or decrypted', 'docs/keys.md'],
  approvals: ['Approvals were being collected', 'docs/approvals.md'],
  approve: ['A model was being approved', 'docs/approvals.md'],
  cache: ['What was fetched before was being read', 'docs/storage.md'],
  certify: ['A model was being certified', 'docs/claims.md'],
  command: ['The command line was being read', 'proofmark --help'],
  contract: ['The contract was being read', 'docs/data-contracts.md'],
  controls: ['The catalogue of controls was being read', 'docs/controls.md'],
  cost: ['The cost of a schedule was being worked out', 'docs/cost.md'],
  dashboard: ['A dashboard was being written', 'docs/metrics.md'],
  decrypt: ['Evidence was being decrypted', 'docs/keys.md'],
  dependencies: ['Files of dependencies were being read', 'actions/security-scan/README.md'],
  doctor: ['Connections were being examined', 'docs/doctor.md'],
  drift: ['Two tables were being compared', 'actions/drift-compare/README.md'],
  dvc: ['Data that DVC tracks was being fetched', 'docs/dvc.md'],
  encryption: ['Something was being encrypted', 'docs/keys.md'],
  engine: ['A table was being measured on an engine', 'docs/pushdown.md'],
  explain: ['An explanation was looked for', 'docs/checks.md'],
  export: ['A result was being exported', 'docs/reference.md'],
  file: ['A file was being read or written', 'the path that the message names'],
  flags: ['The command line was being read', 'proofmark help COMMAND'],
  git: ['The repository was being read by git', 'docs/log-branch.md'],
  github: ['GitHub was being asked', 'the action’s README, for its permissions'],
  grafana: ['Grafana was being told', 'docs/metrics.md'],
  hook: ['A webhook was being answered', 'docs/lakefs.md'],
  https: ['A file was being fetched', 'docs/storage.md'],
  import: ['Rules of another tool were being read', 'docs/imports.md'],
  init: ['Settings were being made', 'proofmark help init'],
  internal: ['Proofmark itself failed', 'please report it, with the log of the run'],
  keygen: ['Keys were being made', 'docs/keys.md'],
  kms: ['A key service was being asked', 'docs/keys.md'],
  lakefs: ['lakeFS was being asked', 'docs/lakefs.md'],
  log: ['The log was being read or written', 'docs/log.md'],
  metrics: ['Metrics were being told', 'docs/metrics.md'],
  mlflow: ['MLflow was being asked', 'docs/mlflow.md'],
  model: ['The model’s files were being read', 'model.files of proofmark.yml'],
  oidc: ['An identity was being asked for', 'docs/signing.md'],
  onnx: ['An ONNX model was being asked', 'docs/claims.md'],
  osv: ['Known vulnerabilities were being looked up', 'actions/security-scan/README.md'],
  portal: ['A portal was being built', 'docs/portal.md'],
  policy: ['The policy was being read', 'docs/policy.md'],
  predict: ['A command of yours was being run', 'certify.predict of proofmark.yml'],
  predictions: ['Predictions were being read', 'docs/claims.md'],
  prometheus: ['Prometheus was being asked', 'docs/operational-series.md'],
  promotion: ['A model was being promoted', 'docs/promotion.md'],
  record: ['A certification was being recorded', 'docs/certificate.md'],
  report: ['Evidence of another run was being shown', 'actions/report/README.md'],
  results: ['Results of another tool were being read', 'docs/imports.md'],
  review: ['A certificate was being reviewed', 'docs/approvals.md'],
  revoke: ['A certificate was being revoked', 'docs/promotion.md'],
  s3: ['Object storage was being asked', 'docs/storage.md'],
  scan: ['A file was being scanned', 'actions/security-scan/README.md'],
  secrets: ['Credentials were being looked for', 'actions/security-scan/README.md'],
  'secrets-baseline': ['The baseline of credentials was being written', 'actions/security-scan/README.md'],
  series: ['A series was being read', 'docs/operational-series.md'],
  settings: ['The settings were being read', 'schema/proofmark.schema.json'],
  shard: ['Parts of a table were being joined', 'actions/data-validate/README.md'],
  signing: ['Something was being signed or verified', 'docs/signing.md'],
  source: ['A file that is kept elsewhere was being fetched', 'docs/storage.md'],
  status: ['The life of models was being told', 'docs/promotion.md'],
  suggest: ['A contract was being suggested', 'docs/data-contracts.md'],
  table: ['A table was being read', 'docs/data-contracts.md'],
  tokenize: ['A table was being pseudonymised', 'docs/tokenize.md'],
  verify: ['A certificate was being verified', 'docs/certificate.md'],
  watch: ['Certificates and targets were being watched', 'docs/promotion.md'],
  witness: ['A log was being witnessed', 'docs/log.md'],
  workflow: ['The run of a workflow was being looked at', 'actions/report/README.md'],
  yaml: ['A YAML file was being read', 'the line that the message names'],
};

/** What a fault's code says; undefined where nothing of ours begins so. A fault is what stopped a gate: it is inconclusive, never passed. */
function explainFault(code        )                          {
  const [room = '', what] = code.split('.');
  const known = ROOMS[room];
  if (known === undefined || what === undefined || !/^[a-z0-9-]+$/.test(what)) return undefined
  const [doing, look] = known;
  return {
    id: code,
    kind: 'fault',
    title: `The gate could not run: ${what.replaceAll('-', ' ')}`,
    means: `${doing}, and that could not be finished. The message says what was expected, what was found, and where. A gate that could not run is inconclusive, and never counts as passed.`,
    computed: 'Nothing was computed.',
    source: codeAt('user-error'),
    remedy: `Do what the message’s last line says. More: ${look}.`,
  }
}

/** What a check of a gate means, by its id in evidence; undefined where nobody has explained it. */
function explainCheck(gate          , id        )                          {
  const topic = topicOf(gate, id);
  return (
    pick(gate, topic) ??
    pick(gate, CONNECTED.exec(id)?.[1] ?? id) ??
    explainFault(id) ??
    pick(gate, wider(gate, topic)) ??
    (gate === 'data-validate' ? pick(gate, 'contract-rule') : undefined)
  )
}

/** Checks of a system outside, called after a remote or a repository there. */
const CONNECTED = /^(dvc\.remote|lakefs\.hooks)\./;

/** The topic's own explanation, that of the gate first; checks before methods and formats of the same name. */
const pick = (gate          , topic        )                          => {
  const found = EXPLANATIONS.filter(({ id, also }) => id === topic || also?.includes(topic));
  const named = (one             ) => (one.gate === gate ? 0 : one.gate === undefined ? 1 : 2);
  const [best] = found
    .filter(one => one.gate === gate || one.gate === undefined || (gate === 'drift-compare' && one.kind === 'metric'))
    .toSorted((a, b) => named(a) - named(b) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return best
};

const ORDER                                 = [
  'check',
  'claim',
  'behaviour',
  'workflow rule',
  'rule over a series',
  'metric',
];

/** What stands for a topic that has a name of the user's in it. */
function wider(gate          , topic        )         {
  if (gate === 'model-certify') return topic.startsWith('predictions.') ? rowsTopic(topic) : topic
  if (gate === 'security-scan')
    return /^workflow\.(zizmor|actionlint)(?:\/|$)/.exec(topic)?.[0].replace(/\/$/, '') ?? topic
  return topic
}

const rowsTopic = (topic        ) =>
  topic.endsWith('-classes')
    ? 'predictions.classes'
    : topic.endsWith('-of-query')
      ? 'predictions.queries'
      : 'predictions.column';

/** What was found for a word: explanations, or words that may be meant. */
                                    
                                        
                                   
 

/**
 * Everything that a word may mean: an id as reports write it with the user's own names in it, a check, method, metric, format or rule by its
 * id or another name, or the code of a fault. `gate` narrows it.
 */
function findExplanations(asked        , gate           )                    {
  const word = asked.trim();
  const lower = word.toLowerCase().replace(/[\s_]+/g, '-');
  const here = EXPLANATIONS.filter(one => gate === undefined || one.gate === gate || one.gate === undefined);
  const is = (name        ) => name === word || name.toLowerCase().replaceAll('_', '-') === lower;
  const byId = here.filter(({ id }) => is(id));
  const direct = byId.length > 0 ? byId : here.filter(({ also }) => also?.some(is));
  const named = direct.length > 0 ? direct : (gate === undefined ? GATES : [gate]).flatMap(each => inGate(each, word));
  const fault = explainFault(word);
  const found = named.length > 0 ? named : fault ? [fault] : [];
  return { found: [...new Set(found)], words: wordsOf(gate) }
}

/** What a gate would mean by it. The explanation for rules under a name of the user's own fits anything, and tells nothing. */
function inGate(gate          , word        )                {
  const explained = word.includes('.') ? explainCheck(gate, word) : undefined;
  return explained === undefined || explained.id === 'contract-rule' || explained.kind === 'fault' ? [] : [explained]
}

const wordsOf = (gate                      )           => [
  ...new Set(
    EXPLANATIONS.filter(one => gate === undefined || one.gate === gate).flatMap(({ id, also = [] }) => [id, ...also]),
  ),
];

/** How a check of that very id stands in the evidence at hand. */
                                
                         
                       
 

                            
                        
                                               
                                                  
                                             
 

/** What an id means, and how the checks of that id stand in the evidence of the folder `out`, where there are any. */
async function explain(
  asked        ,
  { out, gate }                                                                ,
  ports       ,
)                     {
  const documents = (await findEvidence(out, ports)).map(({ document }) => document).filter(isReadable);
  const standing = documents.flatMap(({ gate: from, evidence }) =>
    gate === undefined || gate === from
      ? evidence.checks.filter(({ id }) => id === asked).map(check => ({ gate: from, check }))
      : [],
  );
  const known = [...new Set(standing.flatMap(each => explainCheck(each.gate, each.check.id) ?? []))];
  if (known.length > 0) return { asked, explanations: known, standing }
  const { found, words } = findExplanations(asked, gate);
  if (found.length > 0) return { asked, explanations: found, standing }
  throw new UserError(
    'explain.unknown',
    `Expected the id of a check, a metric, a method or a format but found '${printable(asked.slice(0, 200))}'`,
    {
      hint: `${await meant(asked, words)}docs/checks.md lists them all; ids stand in the evidence, and in reports`,
    },
  )
}

/** Words that are near to what was asked. */
async function meant(asked        , words                   )                  {
  const { default: leven } = await import('./index5.js');
  const lower = asked.toLowerCase();
  const last = lower.slice(lower.lastIndexOf('.') + 1);
  const near = words
    .map(word => ({ word, far: Math.min(leven(word, lower), leven(word, last)) }))
    .filter(({ word, far }) => far <= Math.max(2, Math.floor(word.length / 3)))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ word }) => `'${word}'`);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}? `
}

export { explain };
