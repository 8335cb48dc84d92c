import { a as anomalies } from './index6.js';
import { s as strictObject, u as union, b as boolean } from './schemas2.js';

const RULES                     = Object.values(anomalies);

/** Rules by their ids: options for one, true to have one that is not usual, false to go without. */
const RuleSettings = strictObject(
    Object.fromEntries(
      RULES.map(({ id, title, options }) => [
        id,
        union([boolean(), options], { error: 'true, false, or a map of its options' })
          .optional()
          .meta({ description: title }),
      ]),
    ),
  )
  .prefault({})
  .meta({ description: 'Rules to add, to leave out, or to give options' });

/** Metrics that reference and current are compared by. */
const PERFORMANCE_METRIC_IDS = ['auc', 'accuracy', 'precision', 'recall', 'f1', 'brier', 'log-loss'];

export { PERFORMANCE_METRIC_IDS as P, RuleSettings as R, RULES as a };
