import { i as instant } from './instant.js';
import { a as string, i as int, o as object } from './schemas2.js';

/** The one audience of a token that approves a model: no service accepts it, so that the token serves for nothing else. */
const approvalAudience = (modelId        )         => `proofmark:approve:sha256:${modelId}`;

const text = string().min(1).max(2048);
const number = string().regex(/^\d{1,20}$/);
/** Seconds since 1970 (RFC 7519, NumericDate). */
const seconds = int().min(0).max(253_402_300_799);

/**
 * What GitHub's token says of the run that asked for it (docs.github.com, "OpenID Connect reference"). It says more, which is passed
 * over. `actor` is who started the first attempt of the run; who started a later one, no claim says.
 */
const ReceiptClaims = object({
  iss: text,
  aud: text,
  iat: seconds,
  exp: seconds,
  actor: text,
  actor_id: number,
  repository: text,
  repository_id: number,
  workflow_ref: text,
  /** The workflow that the job itself is written in: another one than `workflow_ref` where that calls it. */
  job_workflow_ref: text.optional(),
  event_name: text,
  run_id: number,
  run_attempt: number,
  runner_environment: text.optional(),
});

/**
 * Why the kept keys are believed to be the issuer's: their thumbprints stand in the policy; or the issuer itself, asked over TLS,
 * shows them now; or only that the log has the receipt, which then rests on who may write there and on those who watched it come in.
 */
                                                  

/** Whether the key that signed counts, and why. What the policy pins decides alone; an issuer that was asked is not overruled by the log. */
function keyTrustOf(
  key        ,
  { keys, issuer }                         ,
  { shownKeys, loggedAt }                                            ,
)                                                                {
  if (keys !== undefined)
    return keys.includes(key)
      ? { restsOn: 'policy' }
      : { refused: `the policy does not name the key that signed it (${key})` }
  const shown = shownKeys?.get(issuer);
  if (shown !== undefined)
    return shown.includes(key)
      ? { restsOn: 'issuer' }
      : { refused: `${issuer} does not show the key that signed it (${key}); pin it in the policy if it once did` }
  if (loggedAt !== undefined) return { restsOn: 'log' }
  return { refused: `nothing says that the key that signed it (${key}) is one of ${issuer}` }
}

const MINUTE_MS = 60_000;

/** How late after it was issued a token may come into the log: a stolen one is of no use later. */
const WINDOW_MS = 60 * MINUTE_MS;

/** How far two clocks may be apart. */
const SKEW_MS = 5 * MINUTE_MS;

/** What is wrong with the time of a token: the issuer's clock counts, never the runner's own. */
function timeProblem(
  { iat, exp }                                    ,
  { loggedAt, now }                                      ,
)                     {
  const issued = iat * 1000;
  const said = instant(new Date(issued));
  if (exp <= iat) return `it expired when it was issued (${said})`
  if (issued > now.getTime() + SKEW_MS) return `it was issued at ${said}, which is yet to come`
  if (loggedAt === undefined) return undefined
  const late = loggedAt.getTime() - issued;
  if (late < -SKEW_MS) return `it came into the log at ${instant(loggedAt)}, before it was issued (${said})`
  if (late > WINDOW_MS + SKEW_MS)
    return `it came into the log at ${instant(loggedAt)}, more than an hour after it was issued (${said})`
  return undefined
}

/** A receipt whose token was signed by one of the keys kept with it; nothing else about it is known to be true. */
                                
                       
                                        
                           
                          
                                           
                      
 

/** What a receipt is held against. */
                             
                                                   
                        
                                                        
                                                                  
                                      
                                                                                                    
                                                                         
                    
 

/** The approval that a receipt proves and what its proof rests on, or why it proves none; a phrase. */
                                                                                                                      

/** GitHub's own bots, and apps: a workflow may start another in their name. */
const BOT = /\[bot\]$/;

/**
 * Whether a receipt proves that somebody approved this very model: the token is of a trusted workflow that somebody has started by
 * hand, of its first attempt, for this model id alone, and came into the log while it was fresh. Nothing is compared by prefix.
 */
function judgeReceipt({ role, document, claims: told, key }               , bar            )                {
  const read = ReceiptClaims.safeParse(told);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { refused: `its claim ${issue?.path.join('.') || 'set'} is wrong: ${issue?.message}` }
  }
  const claims = read.data;
  const workflow = bar.workflows.find(each => `${each.workflow}@${each.ref}` === claims.workflow_ref);
  const problem =
    audienceProblem(claims, bar.model) ??
    (workflow === undefined
      ? `it is of the workflow ${claims.workflow_ref}, which the policy does not trust with approvals`
      : workflowProblem(claims, workflow)) ??
    personProblem(claims) ??
    timeProblem(claims, bar);
  if (problem !== undefined || workflow === undefined) return { refused: problem ?? 'no workflow is trusted' }
  const trust = keyTrustOf(key, workflow, bar);
  if ('refused' in trust) return trust
  return {
    restsOn: trust.restsOn,
    approval: {
      role,
      actor: claims.actor,
      actorId: claims.actor_id,
      at: instant(new Date(claims.iat * 1000)),
      of: { model: bar.model },
      document,
      url: `${workflow.server.replace(/\/+$/, '')}/${claims.repository}/actions/runs/${claims.run_id}`,
    },
  }
}

function audienceProblem({ aud }               , model        )                     {
  return aud === approvalAudience(model) ? undefined : `it is for ${aud}, not for this model`
}

function workflowProblem(claims               , workflow                         )                     {
  const { iss, job_workflow_ref: job, repository_id: id, runner_environment: runner } = claims;
  const ids = workflow['repository-ids'];
  if (iss !== workflow.issuer) return `it was issued by ${iss}, not by ${workflow.issuer}`
  if (job !== undefined && job !== claims.workflow_ref) return `its job is written in another workflow (${job})`
  if (ids !== undefined && !ids.includes(id))
    return `it is of the repository with the number ${id}, not ${ids.join(' or ')}`
  if (workflow.runner !== undefined && runner !== workflow.runner)
    return `it ran on a runner that is ${runner ?? 'of no known kind'}, not ${workflow.runner}`
  return undefined
}

function personProblem({ actor, event_name: event, run_attempt: attempt }               )                     {
  if (event !== 'workflow_dispatch') return `its run was started by ${event}, not by a person (workflow_dispatch)`
  if (attempt !== '1')
    return `it is of attempt ${attempt} of the run, which somebody else than ${actor} may have started`
  return BOT.test(actor) ? `${actor} is no person` : undefined
}

/** The log's entry for an approval: what was approved, and the digest of what proves it. Who approved stands in the document alone. */
const approvalLeaf = ({ at, of, document, url }          )       => ({
  v: 1,
  type: 'approval',
  at,
  ...('model' in of ? { id: `sha256:${of.model}` } : {}),
  document: `sha256:${document}`,
  ...(url === undefined ? {} : { run: url }),
});

export { ReceiptClaims as R, approvalAudience as a, approvalLeaf as b, judgeReceipt as j };
