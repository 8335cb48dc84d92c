/** How a status and a verdict look, everywhere the same. */
const STATUS_SIGN                         = { fail: '❌', inconclusive: '🟡', warn: '⚠️', pass: '✅' };
const VERDICT_SIGN                          = { failed: '❌', inconclusive: '🟡', passed: '✅' };

const VERDICT_WORD                          = {
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  passed: 'Passed',
};

/** The order in which people want to read. */
const STATUS_ORDER                    = ['fail', 'inconclusive', 'warn', 'pass'];

const STATUS_PLURAL                         = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
};

export { STATUS_ORDER as S, VERDICT_SIGN as V, STATUS_SIGN as a, VERDICT_WORD as b, STATUS_PLURAL as c };
