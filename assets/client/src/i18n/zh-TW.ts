/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/zh-TW/errors.ftl?raw'
import town from '../../../locales/zh-TW/town.ftl?raw'

export default `${town}\n${errors}`
