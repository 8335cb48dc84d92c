"""Writes test/fixtures/goldens/cbpe-vectors.json: isotonic regression by scikit-learn, estimates without labels by NannyML.

    python scripts/make-cbpe-vectors.py

Needs nannyml 0.13.1 with its scikit-learn and numpy. NannyML rounds expected counts to five digits before it takes the area.
"""

import json
from pathlib import Path

import numpy as np
from nannyml.performance_estimation.confidence_based import metrics as cbpe
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss, f1_score, log_loss, roc_auc_score

OUT = Path(__file__).parent.parent / "test/fixtures/goldens/cbpe-vectors.json"
THRESHOLD = 0.5


def case(name, scores, labels, current):
    scores, labels, current = np.asarray(scores, float), np.asarray(labels, int), np.asarray(current, float)
    model = IsotonicRegression(out_of_bounds="clip", increasing=True).fit(scores, labels)
    calibrated = model.predict(current)
    decided = (current >= THRESHOLD).astype(int)
    p = np.concatenate([calibrated, 1 - calibrated])
    doubled, truth = np.concatenate([current, current]), np.repeat([1, 0], len(current))
    return {
        "name": name,
        "threshold": THRESHOLD,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "current": current.tolist(),
        "calibrated": calibrated.tolist(),
        "nannyml": {
            "auc": float(cbpe.estimate_roc_auc(calibrated, current)),
            "accuracy": float(cbpe.estimate_accuracy(decided, calibrated)),
            "precision": float(cbpe.estimate_precision(decided, calibrated)),
            "recall": float(cbpe.estimate_recall(decided, calibrated)),
            "f1": float(cbpe.estimate_f1(decided, calibrated)),
        },
        # The same as metrics of every row twice, once of either class, weighted by how probable that is.
        "weighted": {
            "auc": float(roc_auc_score(truth, doubled, sample_weight=p)),
            "f1": float(f1_score(truth, doubled >= THRESHOLD, sample_weight=p)),
            "brier": float(brier_score_loss(truth, doubled, sample_weight=p)),
            "log-loss": float(log_loss(truth, doubled, sample_weight=p)),
        },
    }


def main():
    rng = np.random.default_rng(20240607)
    sigmoid = lambda x: 1 / (1 + np.exp(-x))
    odds = rng.normal(0, 1.6, 120)
    now = rng.normal(0.6, 1.6, 60)
    few = np.round(sigmoid(rng.normal(0, 1.5, 150)), 1).clip(0.05, 0.95)
    up = np.linspace(0.02, 0.98, 40)
    cases = [
        case("all different", sigmoid(odds), rng.uniform(size=120) < sigmoid(0.7 * odds - 0.3), sigmoid(now)),
        case("ties", few, rng.uniform(size=150) < few, np.round(sigmoid(now), 2).clip(0.01, 0.99)),
        case("never apart", up, np.arange(40) % 2 == 0, [0.001, 0.02, 0.5, 0.51, 0.98, 0.999]),
        case("apart", up, up > 0.4, [0.001, 0.39, 0.4, 0.41, 0.4125, 0.98, 0.999]),
    ]
    OUT.write_text(json.dumps({"made with": {"nannyml": "0.13.1", "numpy": np.__version__}, "cases": cases}, indent=None) + "\n")


main()
