/**
 * The service worker: shows an honest page when there is no network, and does nothing else.
 *
 * The town itself is never answered from a cache: an old town that looks alive would be a lie.
 * Imports nothing, so that it is one file.
 */

/** Changes with the page it keeps, which makes browsers fetch both anew. */
declare const __OFFLINE_VERSION__: string

// The compiler's own types of workers exclude those of pages, so the few names used stand here.
interface WaitingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface AskedEvent extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** What a worker has that a page has not. */
const scope = globalThis as unknown as { readonly clients: { claim(): Promise<void> } }

const KEPT = `kashima-offline-${__OFFLINE_VERSION__}`
const PAGE = '/offline.html'
/** Addresses whose pages a visitor opens; staff pages, proofs and files speak for themselves. */
const VISITORS = /^\/(?:(?:e|p|c)\/.*)?$/

addEventListener('install', (event) => {
  ;(event as WaitingEvent).waitUntil(keep())
})

addEventListener('activate', (event) => {
  ;(event as WaitingEvent).waitUntil(Promise.all([forgetOthers(), scope.clients.claim()]))
})

addEventListener('fetch', (event) => {
  const { request } = event as AskedEvent
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && VISITORS.test(pathname)) {
    ;(event as AskedEvent).respondWith(orElse(request, PAGE))
  } else if (pathname.startsWith('/assets/')) {
    ;(event as AskedEvent).respondWith(orElse(request, pathname))
  }
})

/** Put the page away with every file it names. */
async function keep(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'reload' })
  const text = await page.clone().text()
  const names = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, name]) => name ?? '')
  const cache = await caches.open(KEPT)
  await Promise.all([cache.put(PAGE, page), cache.addAll([...new Set(names)])])
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('kashima-offline-') && name !== KEPT)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** What the network answers, else what was put away. */
async function orElse(request: Request, kept: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (fault) {
    const found = await caches.match(kept)
    if (found === undefined) throw fault
    return found
  }
}
