/** `npm run ways`: writes assets/town/ways anew with the client's path finder; run it when the map or a tour changed. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const town = fileURLToPath(new URL('../../town/', import.meta.url))
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
try {
  const { pave } = await server.ssrLoadModule('/src/tour/pave.ts')
  const { readTour } = await server.ssrLoadModule('/src/tour/tour.ts')
  const { createGround } = await server.ssrLoadModule('/src/sim/ground.ts')
  const { PLACES } = await server.ssrLoadModule('/src/plan/data.ts')
  const places = new Set(PLACES.map(({ id }) => id))
  // A tour climbs the stairs it tells of; and the world, which walks these ways, has no lift.
  const ground = createGround({ hasLifts: false })
  for (const name of (await readdir(`${town}tours`)).sort()) {
    const tour = readTour(JSON.parse(await readFile(`${town}tours/${name}`, 'utf8')), places)
    const ways = pave(tour, ground)
    const lines = ways.legs.map((leg) => `  ${JSON.stringify(leg)}`).join(',\n')
    const text = `{"version": 1, "tour": "${tour.id}", "legs": [\n${lines}\n]}\n`
    await writeFile(`${town}ways/${name}`, text)
    console.log(tour.id, ways.legs.map((leg) => leg.length).join(' '))
  }
} finally {
  await server.close()
}
