import { i as instant } from './instant.js';

/** Whether `now` is within the certificate's validity, both ends included. */
function validityStep({ notBefore, notAfter }                                         , now      )       {
  const step = { id: 'validity', title: 'It is valid today' };         
  const at = now.getTime();
  if (!(at >= Date.parse(notBefore)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one starts at ${notBefore}`,
      hint: "Check this machine's clock",
    }
  if (!(at <= Date.parse(notAfter)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one ended at ${notAfter}`,
      hint: 'Certify the model again',
    }
  return { ...step, status: 'passed', reason: `Valid from ${notBefore} to ${notAfter}` }
}

export { validityStep as v };
