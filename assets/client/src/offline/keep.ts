/** Keeps the page for times without a network; only for someone who agreed to be remembered. */

const WORKER = '/sw.js'
const CACHES = 'kashima-offline-'

/** Have the browser keep it. */
export async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register(WORKER)
  } catch {
    // A browser that keeps nothing shows its own page when there is no network.
  }
}

/** Leave nothing behind. */
export async function forgetOffline(): Promise<void> {
  try {
    const workers = await navigator.serviceWorker.getRegistrations()
    const names = await caches.keys()
    await Promise.all([
      ...workers.map((worker) => worker.unregister()),
      ...names.filter((name) => name.startsWith(CACHES)).map((name) => caches.delete(name)),
    ])
  } catch {
    // What was never kept need not be removed.
  }
}
