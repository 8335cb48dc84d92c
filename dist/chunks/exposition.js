/**
 * The text exposition format 0.0.4 of Prometheus: what a Pushgateway and a textfile collector read. A family without samples is left
 * out; a text that is no well-formed Unicode is made so, because no reader takes it otherwise.
 */
const exposition = (families                         )         =>
  families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, samples }) =>
      [
        `# HELP ${name} ${escaped(help)}`,
        `# TYPE ${name} gauge`,
        ...samples.map(sample => `${name}${labelled(sample.labels)} ${numberText(sample.value)}`),
        '',
      ].join('\n'),
    )
    .join('');

function labelled(labels                                  )         {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (text        )         => text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

/** As Go's ParseFloat reads it. */
const numberText = (value        )         =>
  value === Number.POSITIVE_INFINITY ? '+Inf' : value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);

export { exposition as e };
