"""Writes the cases of the tasks beside it: tables, settings, and what scikit-learn, SciPy and NumPy say about them.

    python make_task_cases.py

Needs numpy, scipy and scikit-learn. A table stands once in the task's folder and is shared by the cases of all its
metrics. What scikit-learn has no function for is written out here from its definition, in another way than Proofmark's.
An interval that is drawn at random is not written: the test holds it to contain the value.
"""

import json
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn import metrics as sk

HERE = Path(__file__).parent
EPS = np.finfo(float).eps
DRAWN = "drawn"


def clopper_pearson(k, n, level=0.95):
    interval = stats.binomtest(int(k), int(n)).proportion_ci(level, method="exact")
    return [interval.low, interval.high]


def student(values, level=0.95):
    return list(stats.t.interval(level, len(values) - 1, np.mean(values), stats.sem(values)))


def share(hits):
    return np.mean(hits), clopper_pearson(np.sum(hits), len(hits)), len(hits)


def write_table(path, columns):
    names = list(columns)
    cell = lambda v: repr(float(v)) if isinstance(v, (float, np.floating)) else str(v)
    rows = [",".join(cell(columns[name][row]) for name in names) for row in range(len(columns[names[0]]))]
    path.write_text("\n".join([",".join(names), *rows]) + "\n")


def with_ids(columns):
    n = len(next(iter(columns.values())))
    return {"id": [f"r{i}" for i in range(n)], **columns}


def write_case(task, metric, name, settings, found, claims=None, gain=None):
    folder = HERE / task / metric / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "proofmark.yml").write_text(
        "certify: " + json.dumps({"task": task, **settings}, default=float) + "\n"
    )
    value, interval, n = found
    expected = {"value": None if value is None or np.isnan(value) else value, "n": n}
    if interval is not DRAWN:
        expected["interval"] = interval
    if gain:
        expected["gain"] = {"value": gain[0], "n": gain[2], **({} if gain[1] is DRAWN else {"interval": gain[1]})}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1, default=float) + "\n")


# Binary ----------------------------------------------------------------------

COSTS = {"false-positive": 1, "false-negative": 5, "true-positive": -2}


def binary():
    rng = np.random.default_rng(10)
    n = 220
    truth = (rng.random(n) < 0.35).astype(int)
    common = rng.normal(size=n) + 1.5 * truth
    score = lambda: np.round(1 / (1 + np.exp(-(common + 0.5 * rng.normal(size=n) - 0.9))), 2)
    own, its = score(), score()
    weights = np.round(rng.gamma(2, 1, n) + 0.1, 3)
    columns = {"truth": np.where(truth == 1, "bad risk", "good"), "score": own, "weight": weights}
    write_table(HERE / "binary" / "loans.csv", with_ids(columns))
    write_table(HERE / "binary" / "champion.csv", with_ids({**columns, "score": its}))
    cost = lambda hat: np.select(
        [(hat == 1) & (truth == 0), (hat == 0) & (truth == 1), (hat == 1) & (truth == 1)], [1, 5, -2], 0
    )

    def values(p, w):
        hat = (p >= 0.5).astype(int)
        average = lambda v: np.average(v, weights=w)
        brier = sk.brier_score_loss(truth, p, sample_weight=w)
        area = sk.roc_auc_score(truth, p, sample_weight=w)
        fpr, tpr, _ = sk.roc_curve(truth, p, sample_weight=w, drop_intermediate=False)
        share = average(truth)
        return {
            "accuracy": sk.accuracy_score(truth, hat, sample_weight=w),
            "auc": area,
            "average-precision": sk.average_precision_score(truth, p, sample_weight=w),
            "balanced-accuracy": sk.balanced_accuracy_score(truth, hat, sample_weight=w),
            "brier": brier,
            "brier-skill": 1 - brier / average((truth - share) ** 2),
            "expected-cost": average(cost(hat)),
            "f-beta": sk.fbeta_score(truth, hat, beta=0.5, sample_weight=w),
            "f1": sk.f1_score(truth, hat, sample_weight=w),
            "false-negative-rate": 1 - sk.recall_score(truth, hat, sample_weight=w),
            "false-positive-rate": 1 - sk.recall_score(truth, hat, pos_label=0, sample_weight=w),
            "gini": 2 * area - 1,
            "kappa": sk.cohen_kappa_score(truth, hat, sample_weight=w),
            "ks": max(abs(tpr - fpr)),
            "lift": lift(p, w),
            "log-loss": sk.log_loss(truth, p, sample_weight=w),
            "mcc": sk.matthews_corrcoef(truth, hat, sample_weight=w),
            "precision": sk.precision_score(truth, hat, sample_weight=w),
            "recall": sk.recall_score(truth, hat, sample_weight=w),
            "specificity": sk.recall_score(truth, hat, pos_label=0, sample_weight=w),
        }

    def lift(p, w):
        """By adding up the shares of the rows of each score, the highest first, that find a seat."""
        w = np.ones(n) if w is None else w
        left, found = 0.15 * w.sum(), 0
        for value in sorted(set(p), reverse=True):
            tied = p == value
            seated = min(left, w[tied].sum())
            found += seated * np.average(truth[tied], weights=w[tied])
            left -= seated
        return found / (0.15 * w.sum()) / np.average(truth, weights=w)

    assert np.isclose(values(own, None)["ks"], stats.ks_2samp(own[truth == 1], own[truth == 0]).statistic, rtol=1e-12)
    named = {"predictions": "../../loans.csv", "label": "truth", "positive": "bad risk", "beta": 0.5, "top": 0.15, "costs": COSTS}
    of_class = {"false-negative-rate": 1, "recall": 1, "false-positive-rate": 0, "specificity": 0}
    for metric, value in values(own, weights).items():
        size = (truth == of_class[metric]).sum() if metric in of_class else n
        write_case("binary", metric, "with-weights", {**named, "weight": "weight"}, (value, DRAWN, size))
    new = ["average-precision", "brier-skill", "expected-cost", "f-beta", "gini", "kappa", "ks", "lift", "mcc"]
    plain, champion = values(own, None), values(its, None)
    against = {**named, "champion": "../../champion.csv"}
    hat, other = (own >= 0.5).astype(int), (its >= 0.5).astype(int)
    for metric in new:
        gain = plain[metric] - champion[metric]
        interval, gain_interval = DRAWN, DRAWN
        if metric == "expected-cost":
            gain, interval, gain_interval = -gain, student(cost(hat)), student(cost(other) - cost(hat))
        write_case("binary", metric, "against-a-champion", against, (plain[metric], interval, n), gain=(gain, gain_interval, n))
    for metric, label in [("false-positive-rate", 0), ("false-negative-rate", 1)]:
        rows = truth == label
        gain = (other != truth)[rows].mean() - (hat != truth)[rows].mean()
        write_case("binary", metric, "against-a-champion", against, share((hat != truth)[rows]), gain=(gain, DRAWN, rows.sum()))


# Multiclass ------------------------------------------------------------------


def multiclass():
    rng = np.random.default_rng(11)
    classes = ["ash", "Birch", "elm tree", "oak"]
    n = 200
    truth = rng.choice(4, n, p=[0.4, 0.3, 0.2, 0.1])
    logits = rng.normal(size=(n, 4)) + 1.2 * np.eye(4)[truth]
    p = np.exp(logits)
    # Multiples of 1/32 make ties, and sums of exactly 1.
    p = np.floor(32 * p / p.sum(1, keepdims=True)) / 32
    p[np.arange(n), p.argmax(1)] += 1 - p.sum(1)
    weights = np.round(rng.gamma(2, 1, n) + 0.1, 3)
    names = np.array(classes)
    predicted = p.argmax(1)
    table = {"truth": names[truth], **{f"p_{c}": p[:, i] for i, c in enumerate(classes)}, "weight": weights}
    write_table(HERE / "multiclass" / "trees.csv", with_ids(table))
    hard = {"truth": names[truth], "predicted": names[predicted]}
    write_table(HERE / "multiclass" / "trees-without-probabilities.csv", with_ids(hard))
    never = predicted.copy()
    never[never == 3] = 0
    write_table(HERE / "multiclass" / "never-oak.csv", with_ids({"truth": names[truth], "predicted": names[never]}))

    probabilities = [f"{c}=p_{c}" for c in classes]
    soft = {"predictions": "../../trees.csv", "label": "truth", "probabilities": probabilities}
    runs = {
        "with-ties": (soft, predicted, None, True),
        "weighted": ({**soft, "weight": "weight"}, predicted, weights, True),
        "without-probabilities": ({"predictions": "../../trees-without-probabilities.csv", "label": "truth"}, predicted, None, False),
        "class-never-predicted": ({"predictions": "../../never-oak.csv", "label": "truth"}, never, None, False),
    }
    for name, (settings, hat, w, has_p) in runs.items():
        one = lambda value: (value, DRAWN, n)
        prf = lambda function, average: one(function(truth, hat, average=average, sample_weight=w, zero_division=0))
        found = {
            "macro-precision": prf(sk.precision_score, "macro"),
            "macro-recall": prf(sk.recall_score, "macro"),
            "macro-f1": prf(sk.f1_score, "macro"),
            "weighted-precision": prf(sk.precision_score, "weighted"),
            "weighted-recall": prf(sk.recall_score, "weighted"),
            "weighted-f1": prf(sk.f1_score, "weighted"),
            "mcc": one(sk.matthews_corrcoef(truth, hat, sample_weight=w)),
            "kappa": one(sk.cohen_kappa_score(truth, hat, sample_weight=w)),
        }
        hits = truth == hat
        accuracy = sk.accuracy_score(truth, hat, sample_weight=w)
        found["accuracy"] = share(hits) if w is None else one(accuracy)
        recalls = sk.recall_score(truth, hat, average=None, sample_weight=w)
        support = np.bincount(truth)
        ends = lambda level, end: min(clopper_pearson(hits[truth == c].sum(), support[c], level)[end] for c in range(4))
        found["worst-class-recall"] = (
            min(recalls),
            [ends(0.95, 0), ends(1 - 0.05 / 4, 1)] if w is None else DRAWN,
            n,
        )
        if has_p:
            losses = -np.log(np.clip(p[np.arange(n), truth], EPS, 1 - EPS))
            loss = sk.log_loss(truth, p, sample_weight=w)
            assert np.isclose(loss, np.average(losses, weights=w), rtol=1e-12)
            found["log-loss"] = (loss, student(losses), n) if w is None else one(loss)
            found["macro-auc"] = one(sk.roc_auc_score(truth, p, multi_class="ovr", average="macro", sample_weight=w))
            found["top-k-accuracy"] = one(sk.top_k_accuracy_score(truth, p, k=2, sample_weight=w))
            if w is None:
                kept = np.argsort(p, axis=1, kind="mergesort")[:, ::-1][:, :2]
                found["top-k-accuracy"] = share((kept == truth[:, None]).any(1))
        for metric, result in found.items():
            write_case("multiclass", metric, name, {**settings, "k": 2}, result)
        costs = np.array([[-0.5, 1, 2, 4], [3, 0, 1, 1], [5, 1, 0, 2], [10, 4, 3, 0]])
        matrix = {a: {b: costs[i, j] for j, b in enumerate(classes) if costs[i, j] != 0 or i != j} for i, a in enumerate(classes)}
        paid = costs[truth, hat]
        result = (np.average(paid, weights=w), student(paid) if w is None else DRAWN, n)
        write_case("multiclass", "expected-cost", name, {**settings, "class-costs": matrix}, result)


# Multilabel ------------------------------------------------------------------


def multilabel():
    rng = np.random.default_rng(16)
    n, labels = 130, ["toxic", "insult", "threat of harm", "spam"]
    truth = (rng.random((n, 4)) < [0.5, 0.3, 0.15, 0.4]).astype(int)
    truth[:3] = [[0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 0, 0]]
    p = np.round(np.clip(0.3 * truth + 0.7 * rng.random((n, 4)), 0, 1), 1)
    weights = np.round(rng.gamma(2, 1, n) + 0.1, 3)
    columns = {name: truth[:, i] for i, name in enumerate(labels)}
    columns |= {f"p_{name}": p[:, i] for i, name in enumerate(labels)}
    write_table(HERE / "multilabel" / "comments.csv", with_ids({**columns, "weight": weights}))
    hat = (p >= 0.6).astype(int)
    named = {"predictions": "../../comments.csv", "probabilities": [f"{name}=p_{name}" for name in labels], "threshold": 0.6}
    for name, w in [("with-ties", None), ("weighted", weights)]:
        settings = named if w is None else {**named, "weight": "weight"}
        prf = lambda function, average: function(truth, hat, average=average, sample_weight=w, zero_division=0)
        values = {
            "subset-accuracy": sk.accuracy_score(truth, hat, sample_weight=w),
            "hamming-loss": sk.hamming_loss(truth, hat, sample_weight=w),
            "jaccard": prf(sk.jaccard_score, "samples"),
            "micro-f1": prf(sk.f1_score, "micro"),
            "macro-f1": prf(sk.f1_score, "macro"),
            "weighted-f1": prf(sk.f1_score, "weighted"),
            "micro-precision": prf(sk.precision_score, "micro"),
            "macro-precision": prf(sk.precision_score, "macro"),
            "micro-recall": prf(sk.recall_score, "micro"),
            "macro-recall": prf(sk.recall_score, "macro"),
            "macro-auc": sk.roc_auc_score(truth, p, average="macro", sample_weight=w),
            "macro-average-precision": sk.average_precision_score(truth, p, average="macro", sample_weight=w),
            "ranking-precision": sk.label_ranking_average_precision_score(truth, p, sample_weight=w),
            "ranking-loss": sk.label_ranking_loss(truth, p, sample_weight=w),
        }
        for metric, value in values.items():
            interval = clopper_pearson(round(value * n), n) if metric == "subset-accuracy" and w is None else DRAWN
            write_case("multilabel", metric, name, settings, (value, interval, n))


# Regression ------------------------------------------------------------------


def moment(values, power, weights):
    centred = values - np.average(values, weights=weights)
    found = np.average(centred**power, weights=weights) / np.average(centred**2, weights=weights) ** (power / 2)
    if weights is None:
        assert np.isclose(found, stats.skew(values) if power == 3 else stats.kurtosis(values) + 3, rtol=1e-12)
    return found


def regression():
    rng = np.random.default_rng(12)
    n = 151
    truth = np.round(rng.gamma(3, 2, n) + 0.5, 1)
    predicted = np.round(truth + rng.normal(0.1, 1, n), 1)
    other = np.round(truth + rng.normal(0, 1.2, n), 1)
    lower, upper = np.round(predicted - 1.5, 1), np.round(predicted + 1.5, 1)
    weights = np.round(rng.gamma(2, 1, n) + 0.1, 3)
    columns = {"y": truth, "yhat": predicted, "low": lower, "high": upper, "weight": weights}
    write_table(HERE / "regression" / "sizes.csv", with_ids(columns))
    write_table(HERE / "regression" / "champion.csv", with_ids({**columns, "yhat": other}))
    zero = truth.copy()
    zero[7] = 0
    write_table(HERE / "regression" / "a-truth-of-0.csv", with_ids({**columns, "y": zero}))
    named = {"label": "y", "predicted": "yhat", "lower": "low", "upper": "high", "tolerance": 1, "quantile": 0.3}
    runs = {
        "plain": ("sizes", truth, None),
        "weighted": ("sizes", truth, weights),
        "a-truth-of-0": ("a-truth-of-0", zero, None),
    }
    for name, (table, y, w) in runs.items():
        settings = {**named, "predictions": f"../../{table}.csv", **({} if w is None else {"weight": "weight"})}
        average = lambda values: np.average(values, weights=w)
        mean = lambda value, rows: (value, student(rows) if w is None else DRAWN, n)
        one = lambda value: (value, DRAWN, n)
        error = predicted - y
        pinball = np.where(y >= predicted, 0.3 * (y - predicted), 0.7 * (predicted - y))
        inside = (lower <= y) & (y <= upper)
        near = np.abs(error) <= 1
        found = {
            "mae": mean(sk.mean_absolute_error(y, predicted, sample_weight=w), np.abs(error)),
            "mse": mean(sk.mean_squared_error(y, predicted, sample_weight=w), error**2),
            "rmse": one(sk.root_mean_squared_error(y, predicted, sample_weight=w)),
            "median-absolute-error": one(sk.median_absolute_error(y, predicted, sample_weight=w)),
            "r2": one(sk.r2_score(y, predicted, sample_weight=w)),
            "wape": one(average(np.abs(error)) / average(np.abs(y))),
            "bias": mean(average(error), error),
            "systematic-error": one(average(error) / np.sqrt(average(error**2))),
            "error-skewness": one(moment(error, 3, w)),
            "error-kurtosis": one(moment(error, 4, w) - 3),
            "pinball": mean(sk.mean_pinball_loss(y, predicted, alpha=0.3, sample_weight=w), pinball),
            "coverage": share(inside) if w is None else one(average(inside)),
            "within-tolerance": share(near) if w is None else one(average(near)),
        }
        if name == "a-truth-of-0":
            found = {"mape": (None, None, 0), "wape": found["wape"]}
        else:
            relative = np.abs(error) / np.abs(y)
            found["mape"] = mean(sk.mean_absolute_percentage_error(y, predicted, sample_weight=w), relative)
        for metric, result in found.items():
            write_case("regression", metric, name, settings, result)

    gains = {
        "mae": np.abs(other - truth) - np.abs(predicted - truth),
        "mse": (other - truth) ** 2 - (predicted - truth) ** 2,
    }
    settings = {**named, "predictions": "../../sizes.csv", "champion": "../../champion.csv"}
    for metric, rows in gains.items():
        losses = np.abs(predicted - truth) if metric == "mae" else (predicted - truth) ** 2
        write_case(
            "regression", metric, "against-a-champion", settings,
            (losses.mean(), student(losses), n), gain=(rows.mean(), student(rows), n),
        )


# Ranking ---------------------------------------------------------------------


def ranking():
    rng = np.random.default_rng(13)
    queries, k = 60, 4
    sizes = rng.integers(3, 9, queries)
    query = np.repeat([f"q{i}" for i in range(queries)], sizes)
    relevance, score, other, weight = [], [], [], []
    for size in sizes:
        own = rng.choice([0, 1, 2, 3], size, p=[0.55, 0.2, 0.15, 0.1])
        own[rng.integers(size)] = 1
        relevance.append(own)
        score.append(np.round(own / 4 + rng.normal(0, 0.5, size), 1))
        other.append(np.round(own / 5 + rng.normal(0, 0.5, size), 1))
        weight.append(np.full(size, np.round(rng.gamma(2, 1) + 0.1, 3)))
    columns = {
        "query": query,
        "relevance": np.concatenate(relevance),
        "score": np.concatenate(score),
        "weight": np.concatenate(weight),
    }
    shuffled = rng.permutation(len(query))
    mix = lambda columns: {name: np.asarray(column)[shuffled] for name, column in columns.items()}
    write_table(HERE / "ranking" / "results.csv", with_ids(mix(columns)))
    write_table(HERE / "ranking" / "champion.csv", with_ids(mix({**columns, "score": np.concatenate(other)})))
    # Groups stand in the order in which they first occur.
    seen = [int(name[1:]) for name in dict.fromkeys(columns["query"][shuffled])]

    def ordered(i, scores):
        """Relevance by place: of results scored alike the least relevant first."""
        return np.array([r for _, r in sorted(zip(-scores[i], relevance[i]))])

    def values(metric, scores):
        if metric == "ndcg":
            return np.array([sk.ndcg_score([relevance[i]], [scores[i]], k=k) for i in seen])
        found = []
        for i in seen:
            hits = (ordered(i, scores) > 0).astype(int)
            places = np.flatnonzero(hits) + 1
            first = places[places <= k]
            found.append(
                {
                    "mrr": 1 / places[0],
                    "map": sum(hits[:p].mean() for p in first) / min(len(places), k),
                    "recall": len(first) / len(places),
                    "hit-rate": float(len(first) > 0),
                }[metric]
            )
        return np.array(found)

    named = {"predictions": "../../results.csv", "label": "relevance", "k": k}
    w = np.array([weight[i][0] for i in seen])
    for metric in ["ndcg", "mrr", "map", "recall", "hit-rate"]:
        own, its = values(metric, score), values(metric, other)
        is_share = metric == "hit-rate"
        interval = clopper_pearson(own.sum(), queries) if is_share else student(own)
        write_case("ranking", metric, "with-ties", named, (own.mean(), interval, queries))
        write_case("ranking", metric, "weighted", {**named, "weight": "weight"}, (np.average(own, weights=w), DRAWN, queries))
        gain = own - its
        write_case(
            "ranking", metric, "against-a-champion", {**named, "champion": "../../champion.csv"},
            (own.mean(), interval, queries), gain=(gain.mean(), DRAWN if is_share else student(gain), queries),
        )
    # Of MRR scikit-learn has a sibling: of one relevant result each, average precision of the labels is the reciprocal rank.
    apart = [np.arange(len(one)) / 10 for one in score]
    single = [np.eye(len(one))[[0]] for one in apart]
    assert np.allclose([sk.label_ranking_average_precision_score(y, [s]) for y, s in zip(single, apart)], 1 / sizes)


# Evaluation ------------------------------------------------------------------


def evaluation():
    rng = np.random.default_rng(14)
    items, times, k = 70, 6, 4
    ease = rng.beta(1, 1, items)
    right = (rng.random((items, times)) < ease[:, None]).astype(int)
    words = np.array(["Paris", "paris", "4", "", "a  b"])
    expected = words[rng.choice([0, 2, 4], items)]
    answers = np.where(right == 1, expected[:, None], np.where(rng.random((items, times)) < 0.3, "", "no"))
    grade = np.round(np.clip(right * 0.5 + rng.random((items, times)) * 0.5, 0, 1), 2)
    columns = {
        "item": np.repeat(np.arange(items), times),
        "expected": np.repeat(expected, times),
        "answer": answers.ravel(),
        "grade": grade.ravel(),
        "refused": np.where(rng.random(items * times) < 0.1, "true", "false"),
        "unsafe": (rng.random(items * times) < 0.02).astype(int),
        "seconds": np.round(rng.lognormal(0, 1, items * times), 3),
        "tokens": rng.integers(10, 400, items * times),
        "price": np.round(rng.gamma(2, 0.01, items * times), 5),
        "weight": np.repeat(np.round(rng.gamma(2, 1, items) + 0.1, 3), times),
    }
    write_table(HERE / "evaluation" / "answers.csv", with_ids(columns))
    once = {name: np.asarray(column)[::times] for name, column in columns.items()}
    write_table(HERE / "evaluation" / "answered-once.csv", with_ids(once))
    extra = {"refused": "refused", "unsafe": "unsafe", "latency": "seconds", "tokens": "tokens", "cost": "price"}
    compared = {"label": "expected", "predicted": "answer", **extra, "k": k}
    graded = {"score": "grade", "threshold": 0.6, **extra, "k": k}
    several = {"predictions": "../../answers.csv", "query": "item"}
    single = {"predictions": "../../answered-once.csv"}
    of_items = lambda values: np.asarray(values, float).reshape(items, times).mean(1)
    hits = (answers == expected[:, None]).astype(float)
    good = (grade >= 0.6).astype(float)

    def pass_at_k(hits):
        """The share of all choices of k answers that have a right one."""
        from itertools import combinations

        return np.array([np.mean([max(row[list(c)]) for c in combinations(range(times), k)]) for row in hits])

    mixed = lambda hits: ((hits.sum(1) > 0) & (hits.sum(1) < times)).astype(float)
    lists = {
        "exact-match": (compared, of_items(hits)),
        "mean-score": (graded, of_items(grade)),
        "pass-rate": (graded, of_items(good)),
        "pass-at-k": (graded, pass_at_k(good)),
        "refusal-rate": (compared, of_items(columns["refused"] == "true")),
        "unsafe-rate": (compared, of_items(columns["unsafe"])),
        "mean-latency": (compared, of_items(columns["seconds"])),
        "mean-tokens": (compared, of_items(columns["tokens"])),
        "mean-cost": (compared, of_items(columns["price"])),
        "flip-rate": (compared, mixed(hits)),
    }
    w = columns["weight"][::times]
    for metric, (settings, values) in lists.items():
        few = len(values) - np.unique(values, return_counts=True)[1].max() < 10
        interval = clopper_pearson(values.sum(), items) if metric == "flip-rate" else DRAWN if few else student(values)
        write_case("evaluation", metric, "several-answers", {**several, **settings}, (values.mean(), interval, items))
        weighted = {**several, **settings, "weight": "weight"}
        write_case("evaluation", metric, "weighted", weighted, (np.average(values, weights=w), DRAWN, items))
    shares = {
        "exact-match": (compared, hits[:, 0]),
        "pass-rate": (graded, good[:, 0]),
        "refusal-rate": (compared, once["refused"] == "true"),
        "unsafe-rate": (compared, once["unsafe"]),
    }
    for metric, (settings, values) in shares.items():
        write_case("evaluation", metric, "answered-once", {**single, **settings}, share(np.asarray(values, float)))

    # The ranks of order statistics that the binomial distribution allows.
    seconds = np.sort(once["seconds"])
    p95 = np.quantile(seconds, 0.95, method="inverted_cdf")
    write_case("evaluation", "p95-latency", "answered-once", {**single, **compared}, (p95, None, items))
    p95 = np.quantile(columns["seconds"], 0.95, method="inverted_cdf")
    write_case("evaluation", "p95-latency", "several-answers", {**several, **compared}, (p95, DRAWN, items))
    apart = {"predictions": "../../answers.csv", **compared}
    seconds = np.sort(columns["seconds"])
    n = len(seconds)
    lower = max(r for r in range(1, n + 1) if stats.binom.cdf(r - 1, n, 0.95) <= 0.025)
    upper = min(r for r in range(1, n + 1) if stats.binom.sf(r - 1, n, 0.95) <= 0.025)
    write_case("evaluation", "p95-latency", "every-answer-apart", apart, (p95, [seconds[lower - 1], seconds[upper - 1]], n))


# Forecasting -----------------------------------------------------------------


def forecasting():
    rng = np.random.default_rng(15)
    past, ahead, season = 48, 60, 12
    day = lambda t: str(np.datetime64("2024-01-01") + np.timedelta64(int(t), "D"))
    hold, history = [], []
    for series, level in [("Bern", 40.0), ("Köln", 15.0)]:
        t = np.arange(past + ahead)
        noise = np.zeros(len(t))
        for i in t[1:]:
            noise[i] = 0.6 * noise[i - 1] + rng.normal()
        values = np.round(level + 5 * np.sin(2 * np.pi * t / season) + noise, 2)
        hat = np.round(values[past:] + 0.3 + 0.8 * noise[past:] + rng.normal(0, 0.5, ahead), 2)
        other = np.round(values[past:] + 0.9 * noise[past:] + rng.normal(0, 0.9, ahead), 2)
        history += [(series, day(i), values[i]) for i in range(past)]
        hold += [
            (series, day(past + i), values[past + i], hat[i], other[i], hat[i] - 2, hat[i] + 2, np.round(rng.gamma(2, 1) + 0.1, 3))
            for i in range(ahead)
        ]
    hold = [hold[i] for i in rng.permutation(len(hold))]
    history = [history[i] for i in rng.permutation(len(history))]
    place, when, y, hat, other, low, high, w = map(np.array, zip(*hold))
    columns = {"place": place, "day": when, "y": y, "hat": hat, "low": low, "high": high, "w": w}
    write_table(HERE / "forecasting" / "hold-out.csv", with_ids(columns))
    write_table(HERE / "forecasting" / "champion.csv", with_ids({**columns, "hat": other}))
    write_table(HERE / "forecasting" / "history.csv", with_ids(dict(zip(["place", "day", "y"], map(np.array, zip(*history))))))

    size, square = {}, {}
    for series in np.unique(place):
        own = np.array([v for _, v in sorted((d, v) for s, d, v in history if s == series)])
        naive = own[season:] - own[:-season]
        size[series], square[series] = np.abs(naive).mean(), (naive**2).mean()
    sizes, squares = np.array([size[s] for s in place]), np.array([square[s] for s in place])

    def values(p, weights):
        average = lambda v: np.average(v, weights=weights)
        return {
            "mae": sk.mean_absolute_error(y, p, sample_weight=weights),
            "mase": average(np.abs(p - y) / sizes),
            "rmsse": np.sqrt(average((p - y) ** 2 / squares)),
            "wape": average(np.abs(p - y)) / average(np.abs(y)),
            "bias": average(p - y),
            "coverage": average((low <= y) & (y <= high)),
            "pinball": sk.mean_pinball_loss(y, p, alpha=0.7, sample_weight=weights),
        }

    named = {
        "predictions": "../../hold-out.csv", "history": "../../history.csv", "season": season, "series": "place",
        "time": "day", "label": "y", "predicted": "hat", "lower": "low", "upper": "high", "quantile": 0.7,
    }
    n = len(y)
    for name, settings, weights in [("two-series", named, None), ("weighted", {**named, "weight": "w"}, w)]:
        for metric, value in values(hat, weights).items():
            write_case("forecasting", metric, name, settings, (value, DRAWN, n))
    own, its = values(hat, None), values(other, None)
    for metric in ["mae", "mase", "rmsse", "wape", "pinball"]:
        gain = (its[metric] - own[metric], DRAWN, n)
        write_case("forecasting", metric, "against-a-champion", {**named, "champion": "../../champion.csv"}, (own[metric], DRAWN, n), gain=gain)


def main():
    binary()
    forecasting()
    multiclass()
    multilabel()
    regression()
    ranking()
    evaluation()


main()
