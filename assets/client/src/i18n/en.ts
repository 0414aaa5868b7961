/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/en/errors.ftl?sentences'
import town from '../../../locales/en/town.ftl?sentences'

export default { ...town, ...errors }
