/** Why there is no value, as a clause: `no row was predicted positive`. */
export interface Gap {
  readonly gap: string
  /** Nobody asked for it: a setting that it needs is not there. */
  readonly unasked?: true
}

/** The gap of a metric that needs a setting which is not given. */
export const unset = (setting: string): Gap => ({ gap: `'certify.${setting}' is not set`, unasked: true })

/** Whether there is a reason instead of a value. */
export const isGap = (found: object): found is Gap => 'gap' in found
