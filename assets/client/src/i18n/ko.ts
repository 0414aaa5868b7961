/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/ko/errors.ftl?raw'
import town from '../../../locales/ko/town.ftl?raw'

export default `${town}\n${errors}`
