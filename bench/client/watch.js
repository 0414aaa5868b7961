// Runs before the page: notes when things happen, what keeps the page from answering, and what is drawn.
;(() => {
  const seen = { marks: {}, long: [], paint: null, frames: 0, calls: 0, triangles: 0, drawnAt: null }
  window.seen = seen
  const mark = (name) => (seen.marks[name] ??= performance.now())
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.long.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') seen.paint = startTime
  }).observe({ type: 'paint', buffered: true })
  const look = () => {
    const { ready, line } = document.body?.dataset ?? {}
    if (ready) mark(ready)
    if (line) mark(line)
    if ((ready === 'walking' || ready === 'flat') && line === 'here') mark('usable')
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-ready', 'data-line'],
  })
  addEventListener('click', () => mark('pressed'), { capture: true, once: false })
  let calls = 0
  let triangles = 0
  const per = { 4: (n) => n / 3, 5: (n) => n - 2, 6: (n) => n - 2 }
  const count = (mode, n, times) => {
    calls += 1
    triangles += Math.max(0, (per[mode]?.(n) ?? 0) * times)
  }
  const gl = WebGL2RenderingContext.prototype
  for (const [name, at, times] of [
    ['drawElements', 1, null],
    ['drawArrays', 2, null],
    ['drawElementsInstanced', 1, 4],
    ['drawArraysInstanced', 2, 3],
  ]) {
    const draw = gl[name]
    gl[name] = function (...given) {
      count(given[0], given[at], times === null ? 1 : given[times])
      return draw.apply(this, given)
    }
  }
  const frame = () => {
    if (calls > 0) {
      seen.frames += 1
      seen.calls = Math.max(seen.calls, calls)
      seen.triangles = Math.max(seen.triangles, triangles)
      seen.drawnAt ??= performance.now()
    }
    calls = 0
    triangles = 0
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})()
