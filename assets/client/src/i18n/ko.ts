/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/ko/errors.ftl?sentences'
import town from '../../../locales/ko/town.ftl?sentences'

export default { ...town, ...errors }
