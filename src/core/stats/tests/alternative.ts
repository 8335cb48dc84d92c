/** The direction a test looks in. */
export type Alternative = 'two-sided' | 'less' | 'greater'
