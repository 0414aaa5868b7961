/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/ja/errors.ftl?raw'
import town from '../../../locales/ja/town.ftl?raw'

export default `${town}\n${errors}`
