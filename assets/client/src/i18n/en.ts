/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/en/errors.ftl?raw'
import town from '../../../locales/en/town.ftl?raw'

export default `${town}\n${errors}`
