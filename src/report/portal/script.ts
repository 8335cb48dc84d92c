/**
 * The one script of the site, in a file of its own: shows the search that waits hidden beside each list, and hides lines that do not
 * match. Without it every list is whole. It makes no request, keeps nothing, and writes no markup.
 */
export const PORTAL_SCRIPT = `'use strict'
for (const form of document.querySelectorAll('form.filter')) {
  const list = document.getElementById(form.dataset.list)
  if (!list) continue
  const lines = [...list.querySelectorAll('tbody > tr')].map(line => ({
    line,
    text: line.textContent.toLowerCase(),
    tags: (line.dataset.tags || '').split(' '),
  }))
  const [query, told] = [form.querySelector('input'), form.querySelector('output')]
  const choices = [...form.querySelectorAll('select')]
  const show = () => {
    const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const wanted = choices.map(choice => choice.value).filter(Boolean)
    let shown = 0
    for (const { line, text, tags } of lines) {
      const fits = words.every(word => text.includes(word)) && wanted.every(tag => tags.includes(tag))
      line.hidden = !fits
      if (fits) shown++
    }
    told.textContent = shown + ' of ' + lines.length
  }
  const asked = new URLSearchParams(location.search)
  if (asked.has('q')) query.value = asked.get('q')
  for (const choice of choices) {
    const value = asked.get(choice.name)
    if ([...choice.options].some(option => option.value === value)) choice.value = value
  }
  form.addEventListener('input', show)
  form.addEventListener('submit', event => event.preventDefault())
  form.hidden = false
  show()
}
`
