/** Builds the client into dist/: hashed files, three in a chunk of its own, compressed siblings. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { chunkOf } from './chunks.ts'
import { compileSentences } from './src/i18n/compile.ts'

/** The service worker's entry, and its name in an address. */
const WORKER = 'sw'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Bytes below which a compressed sibling costs more than it saves. */
const WORTH_COMPRESSING = 512

/** Writes `x.br` and `x.gz` beside each text file, so that the server only has to pick one. */
function compressedSiblings(): Plugin {
  return {
    name: 'compressed-siblings',
    apply: 'build',
    async writeBundle(options) {
      const folder = options.dir ?? join(here, 'dist')
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(js|css|html|svg|json|webmanifest)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const path = join(folder, name)
          const bytes = await readFile(path)
          if (bytes.length < WORTH_COMPRESSING) return
          const [br, gz] = await Promise.all([
            promisify(brotliCompress)(bytes, {
              params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
            }),
            promisify(gzip)(bytes, { level: 9 }),
          ])
          await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
        }),
      )
    },
  }
}

/** Gives `x.ftl?sentences` to the client already read; what it could not say stops the build. */
function sentences(): Plugin {
  const asked = /\.ftl\?sentences$/
  return {
    name: 'sentences',
    enforce: 'pre',
    async load(id) {
      if (!asked.test(id)) return null
      const path = id.replace(asked, '.ftl')
      this.addWatchFile(path)
      const read = compileSentences(await readFile(path, 'utf-8'))
      return { code: `export default ${JSON.stringify(read)}`, moduleType: 'js' }
    },
  }
}

/** Refuses a build whose first page would download three: the welcome must not wait for it. */
function lightWelcome(): Plugin {
  return {
    name: 'light-welcome',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const seen = new Set<string>()
      const walk = (name: string): void => {
        if (seen.has(name)) return
        seen.add(name)
        for (const next of byName.get(name)?.imports ?? []) walk(next)
      }
      for (const chunk of chunks) if (chunk.isEntry) walk(chunk.fileName)
      const heavy = [...seen].filter((name) => /\/(three|scene)-/.test(`/${name}`))
      if (heavy.length > 0) this.error(`the welcome page would load ${heavy.join(', ')}`)
    },
  }
}

/** A name that changes whenever the page for times without a network does. */
function offlineVersion(): string {
  const sources = ['offline.html', 'src/offline', 'src/i18n/language.ts', 'src/i18n/sentence.ts']
  const sentences = readdirSync(join(here, '../locales')).map(
    (language) => `../locales/${language}/offline.ftl`,
  )
  const files = [...sources, ...sentences].flatMap((name) =>
    statSync(join(here, name)).isDirectory()
      ? readdirSync(join(here, name)).map((file) => join(name, file))
      : [name],
  )
  const read = createHash('sha256')
  for (const name of files.toSorted()) read.update(readFileSync(join(here, name)))
  return read.digest('hex').slice(0, 12)
}

export default defineConfig({
  base: '/',
  plugins: [sentences(), lightWelcome(), compressedSiblings()],
  define: { __OFFLINE_VERSION__: JSON.stringify(offlineVersion()) },
  // Fluent files live beside the client, in assets/locales, because Python reads them too.
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsDir: 'assets',
    // The content security policy allows no data: or inline code; every file is fetched by name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What belongs to which step, for .ci/client_size.py; the server does not serve it.
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: {
        index: 'index.html',
        claim: 'claim.html',
        screen: 'screen.html',
        offline: 'offline.html',
        [WORKER]: 'src/offline/worker.ts',
      },
      output: {
        // A service worker looks after what lies below its own address, so it lies at the top.
        entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // Else what steps share would follow whoever is captured first.
          includeDependenciesRecursively: false,
          groups: [{ name: (id, graph) => chunkOf(id, graph, here.replace(/[\\/]$/, '')) }],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
