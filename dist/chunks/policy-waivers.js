/** The waivers of rules and checks, each for one model. */
const ruleWaivers = ({ waivers = [] }        )               => waivers.filter(waiver => isRuleWaiver(waiver));

/** The waivers of single findings of security-scan, which the gate itself holds against what it finds. */
const findingWaivers = ({ waivers = [] }        )           =>
  waivers.filter((waiver)                   => !isRuleWaiver(waiver));

const isRuleWaiver = (waiver                     )                       => 'model' in waiver;

export { findingWaivers as f, ruleWaivers as r };
