const DAY_MS = 86_400_000;
/** Days before the end of a certificate or a waiver in which it is told. */
const NOTICE_DAYS = 30;

/** Something that somebody has to see to. */
                      
                        
                                                            
                       
                     
                                   
                           
 

/** What is due, soonest first: the review, the end of the certificate and of the waivers of each model that is in production. */
function duesOf({ models, targets, now }      )        {
  const live = new Set(targets.flatMap(({ to }) => to?.id ?? []));
  const at = Date.parse(now);
  const dues = models
    .filter(({ id }) => live.has(id))
    .flatMap(({ name, certificates, events }) => {
      const valid = certificates.filter(({ state }) => state === 'valid');
      const lasting = valid.toSorted((a, b) => Date.parse(b.notAfter ?? '') - Date.parse(a.notAfter ?? ''))[0];
      return [
        lasting?.reviewBy === undefined ? [] : [{ model: name, what: 'its review is due', at: lasting.reviewBy }],
        lasting?.notAfter === undefined ? [] : [{ model: name, what: 'its certificate ends', at: lasting.notAfter }],
        events.flatMap(({ type, until, text }) =>
          type === 'waiver' && until !== undefined ? [{ model: name, what: `a waiver ends (${text})`, at: until }] : [],
        ),
      ].flat()
    });
  return dues
    .map(due => ({ ...due, overdue: endOf(due.at) <= at }))
    .filter(due => Date.parse(due.at) <= at + NOTICE_DAYS * DAY_MS)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** A day is over when it ends, a time when it comes. */
const endOf = (at        ) => Date.parse(at) + (at.includes('T') ? 0 : DAY_MS);

export { duesOf as d };
