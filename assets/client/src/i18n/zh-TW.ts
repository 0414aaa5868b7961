/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/zh-TW/errors.ftl?sentences'
import town from '../../../locales/zh-TW/town.ftl?sentences'

export default { ...town, ...errors }
