/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/th/errors.ftl?sentences'
import town from '../../../locales/th/town.ftl?sentences'

export default { ...town, ...errors }
