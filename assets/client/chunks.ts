/** Which modules travel together: a file for each step into the town, for every request costs its headers. */

/** What the bundler tells about the modules. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** The steps: where each begins, and of whom it also holds what they share. */
const FIRST = '/src/main.ts'
const WALK = '/src/walk.ts'
const VIEWS = ['/src/flat-view.ts', '/src/solid-view.ts'] as const

const reached = new WeakMap<Graph, ReadonlyMap<string, ReadonlySet<string>>>()

/** The name of the file the module belongs in, or null where the bundler may choose. */
export function chunkOf(id: string, graph: Graph, root: string): string | null {
  if (/node_modules[\\/]three[\\/]/.test(id)) return 'three'
  const steps = reached.get(graph) ?? reachedFrom(graph, root)
  reached.set(graph, steps)
  const has = (entry: string): boolean => steps.get(entry)?.has(id) === true
  // An entry is run by whoever loads its file, so it stays in one of its own.
  if (id === root + FIRST) return null
  if (has(FIRST) || /rolldown[\\/]runtime|vite[\\/]preload-helper/.test(id)) return 'first'
  if (has(WALK) || VIEWS.every(has)) return 'walk'
  return has(VIEWS[0]) ? 'flat' : null
}

/** All that a module pulls in by itself, without being asked for it later. */
function reachedFrom(graph: Graph, root: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [FIRST, WALK, ...VIEWS].map((entry) => {
      const seen = new Set<string>()
      const waiting = [root + entry]
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (seen.has(id)) continue
        seen.add(id)
        waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
      }
      return [entry, seen]
    }),
  )
}
