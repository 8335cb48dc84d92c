import { N as NAMESPACE } from './identifiers2.js';
import { a as approvalAudience, j as judgeReceipt, R as ReceiptClaims, b as approvalLeaf } from './approval-leaf.js';
import { r as readReceipt } from './key-reference.js';
import { U as UserError } from './user-error.js';
import { e as escapeText } from './escape.js';

/** GitHub's own issuer; an enterprise server is one itself: `https://HOST/_services/token`. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

                                 
                                                 
                        
                                               
                       
                                                              
                      
                                      
 

                           
                             
                             
                       
                                                               
                              
                                                                          
                      
 

/**
 * Approves a model in the name of whoever started this run: asks GitHub for a token that is good for this alone, and keeps it with the
 * keys that prove it. Refuses at once what a certification would refuse later. Whether the approver holds the role, the policy says then.
 */
async function approve(options                , ports       )                    {
  const { role, out, issuer = GITHUB_ISSUER } = options;
  const model = modelId(options.model);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(role) || role.length > 100)
    throw new UserError('approve.role', `Expected the name of a role but found '${role}'`, {
      hint: 'Name one of policy.roles, e.g. --role compliance',
    })
  const token = await ports.identityTokens.token(approvalAudience(model));
  const keys = await ports.issuers.keys(issuer);
  const receipt          = { schema: `${NAMESPACE}receipt/v1`, role, token, keys };
  const content = new TextEncoder().encode(JSON.stringify(receipt));
  const read = readReceipt(content);
  if ('refused' in read) throw refused(read.refused)
  const signed = await ports.issuers.verify(token, keys);
  if ('refused' in signed) throw refused(signed.refused)
  const judged = judgeReceipt(
    { role, document: ports.sha256(content), ...signed },
    {
      model,
      workflows: [ownWorkflow(signed.claims, issuer)],
      shownKeys: new Map([[issuer, await ports.issuers.thumbprints(keys)]]),
      now: ports.now(),
    },
  );
  if ('refused' in judged) throw refused(judged.refused)
  const approval           = { ...judged.approval, url: ports.context.url };
  const path = `${out}/approvals/${model.slice(0, 12)}-${approval.actorId}-${approval.document.slice(0, 12)}.receipt.json`;
  await ports.files.write(path, content);
  return { approval, path, content, key: signed.key }
}

function modelId(given        )         {
  const [, id] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(given.trim()) ?? [];
  if (id !== undefined) return id
  throw new UserError('approve.model', `Expected a model id, 64 lower-case hexadecimal digits, but found '${given}'`, {
    hint: 'The gate shows it in the summary and in the comment, and as its output `model-id`',
  })
}

/** The workflow that runs, as a policy would name it: which workflows it trusts is not asked here. */
function ownWorkflow(claims         , issuer        ) {
  const [workflow = '', ref = ''] = ReceiptClaims.safeParse(claims).data?.workflow_ref.split('@') ?? [];
  return { name: 'this workflow', issuer, server: 'https://github.com', workflow, ref }
}

const refused = (why        ) =>
  new UserError('approve.refused', `Expected a token that approves the model but ${why}`, {
    hint: 'Start the workflow by hand (workflow_dispatch), each time a new run: a run that is started again proves nothing',
  });

/** Enters an approval in the log with its receipt: from then on the log says when it was given. */
const enterApproval = ({ approval, content }          , log           )                =>
  log.append(approvalLeaf(approval), new TextDecoder().decode(content));

const modelOf = ({ of }          ) => ('model' in of ? `model ${of.model}` : `commit ${of.commit}`);

/** What an approval says, in one line. */
const approvalLine = (approval          )         =>
  `${approval.actor} approved ${modelOf(approval)} for ${approval.role}`;

/** The same for the summary of the job, with what becomes of it. */
const approvalSummary = (approval          )         =>
  [
    '## Approved',
    '',
    `**${escapeText(approval.actor)}** approved \`${'model' in approval.of ? approval.of.model : approval.of.commit}\` for the role **${escapeText(approval.role)}**.`,
    '',
    `The receipt is \`sha256:${approval.document}\`. It counts when the model is certified, if the policy gives ${escapeText(approval.actor)} that role and trusts this workflow with approvals.`,
    '',
  ].join('\n');

export { approve as a, approvalLine as b, approvalSummary as c, enterApproval as e };
