/** Places that a check lists. */
const MOST_LOCATIONS = 1000;

const REMEDY                                   = {
  workspace: 'dvc pull or dvc checkout gives the committed data; dvc add or dvc commit accepts what is there',
  cache: 'dvc fetch brings what is missing; delete what is damaged first',
  remote: 'Push it from where the data is: dvc push',
};

/** What was found in one place, as a check. Nothing to look for is no pass, unless nothing was asked for. */
function judgeDvc(id        , checked            , scope        )        {
  const { place, outputs, files, content, reading, findings, passedOver } = checked;
  const status = statusOf(checked);
  const kind = id.split('.')[1] ?? '';
  const what = `${files} ${files === 1 ? 'file' : 'files'} of ${outputs} DVC ${outputs === 1 ? 'output' : 'outputs'}${scope}`;
  const skipped = passedOver.length === 0 ? '' : `; ${passedOver.length} not kept there (${passedOver[0]?.why ?? ''})`;
  const by =
    reading === undefined
      ? ''
      : ` (${reading.read} read, ${reading.trusted} with the times of when they were read before)`;
  return {
    id,
    title: `DVC data in ${place}`,
    status,
    measured: { value: findings.length, unit: 'files at fault', n: files + findings.length },
    required: { comparator: '=', value: 0, unit: 'files at fault' },
    reason:
      findings.length > 0
        ? `Expected all DVC data${scope} in ${place} to be what its pointers say but found ${counted(findings)}${by}`
        : status === 'inconclusive'
          ? `Expected DVC outputs to look for in ${place} but found none${skipped}`
          : `${what} ${files === 1 ? 'is' : 'are'} in ${place}${content ? ' with the right content' : ''}${by}${skipped}`,
    ...(status === 'pass' ? {} : { hint: findings.length > 0 ? (REMEDY[kind] ?? '') : 'Track data with dvc add' }),
    ...(findings.length === 0
      ? {}
      : {
          locations: findings
            .slice(0, MOST_LOCATIONS)
            .map(({ pointer, line, reason }) => ({ file: pointer, line, note: reason })),
        }),
  }
}

function statusOf({ findings, files, passedOver }            )         {
  if (findings.some(({ status }) => status !== 'unknown')) return 'fail'
  if (findings.length > 0) return 'inconclusive'
  return files === 0 && passedOver.length === 0 ? 'inconclusive' : 'pass'
}

function counted(findings                       )         {
  const counts = (['missing', 'changed', 'untracked', 'unknown']         ).flatMap(status => {
    const count = findings.filter(finding => finding.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`]
  });
  return `${counts.join(', ')}: ${findings[0]?.path ?? ''}${findings.length > 1 ? ' …' : ''}`
}

/** Holds DVC's data against its pointers, place by place: one check each. */
async function verifyDvc({ paths, since, places }             , dvc         )                   {
  const all = await dvc.outputs(paths);
  const outputs = since === undefined ? all : await dvc.changed(all, since.texts);
  const scope = since === undefined ? '' : ` changed since ${since.told}`;
  const checks          = [];
  for (const place of places) {
    const id = `dvc.${place.kind}${place.kind === 'remote' ? `.${place.name ?? 'default'}` : ''}`;
    // A pull request that changes no pointer has nothing that could be missing.
    if (since !== undefined && outputs.length === 0 && all.length > 0)
      checks.push(unchanged(id, all.length, since.told));
    else checks.push(judgeDvc(id, await dvc.verify(outputs, place), scope));
  }
  return checks
}

const unchanged = (id        , count        , told        )        => ({
  id,
  title: 'DVC data',
  status: 'pass',
  measured: { value: 0, unit: 'files at fault', n: 0 },
  required: { comparator: '=', value: 0, unit: 'files at fault' },
  reason: `None of ${count} DVC outputs has changed since ${told}`,
});

export { verifyDvc as v };
