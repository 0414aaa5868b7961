// Makes the staff pages more comfortable; without it every page still works.

/** Buttons that copy the text of an element by id. */
function offerCopies() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const source = document.getElementById(button.dataset.copy)
    const said = button.parentElement.querySelector('[data-copied]')
    if (!source || !navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent)
        said.textContent = button.dataset.done
      } catch {
        // The browser refused; mark the text so that it can be copied by hand.
        getSelection().selectAllChildren(source)
      }
    })
  }
}

/** Keep the list of who is here up to date, while the page can be seen. */
function followPresence(section) {
  const find = (name) => section.querySelector(`[data-${name}]`)
  const [rows, row, table, nobody] = ['rows', 'row', 'table', 'nobody'].map(find)
  const [count, asOf, trouble] = ['count', 'as-of', 'trouble'].map(find)
  const waiting = document.querySelector('[data-waiting]')
  const pause = Number(section.dataset.every) * 1000
  let drawn = ''

  const draw = (present) => {
    const wanted = JSON.stringify(present)
    // Redrawing only what changed keeps the focus of whoever is about to press a button.
    if (wanted === drawn) return
    drawn = wanted
    const focused = rows.contains(document.activeElement) ? document.activeElement.href : null
    rows.replaceChildren(...present.map((one) => drawRow(row, one)))
    if (focused) [...rows.querySelectorAll('a')].find((link) => link.href === focused)?.focus()
    count.textContent = String(present.length)
    table.hidden = present.length === 0
    nobody.hidden = present.length > 0
  }

  const complain = (sentence) => {
    trouble.hidden = sentence === ''
    if (trouble.textContent !== sentence) trouble.textContent = sentence
  }

  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(section.dataset.present, {
          headers: { Accept: 'application/json' },
          signal: AbortSignal.timeout(10_000),
        })
        if (answer.status === 401) return location.reload()
        if (!answer.ok) throw new Error(String(answer.status))
        const told = await answer.json()
        draw(told.present)
        if (waiting) waiting.textContent = told.waiting
        asOf.textContent = told.as_of
        complain(told.open ? '' : section.dataset.ended)
      } catch {
        complain(section.dataset.lost)
      }
    }
    setTimeout(look, pause)
  }

  find('refresh').addEventListener('click', (click) => {
    click.preventDefault()
    location.reload()
  })
  setTimeout(look, pause)
}

/** One visitor's row; names are text, never markup. */
function drawRow(template, one) {
  const drawn = template.content.cloneNode(true)
  const [who, where, long] = drawn.querySelectorAll('th, td')
  who.textContent = one.nickname
  where.textContent = one.place
  long.textContent = one.minutes
  const remove = drawn.querySelector('a')
  if (remove) {
    remove.href = one.remove
    remove.setAttribute('aria-label', one.remove_label)
  }
  return drawn
}

/** The button that prints, which only a script can. */
function offerPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}

offerCopies()
offerPrinting()
for (const section of document.querySelectorAll('[data-present]')) followPresence(section)
document.querySelector('[data-focus]')?.focus()
document.querySelector('[aria-invalid="true"]')?.focus()
