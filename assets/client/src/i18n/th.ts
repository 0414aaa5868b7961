/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/th/errors.ftl?raw'
import town from '../../../locales/th/town.ftl?raw'

export default `${town}\n${errors}`
