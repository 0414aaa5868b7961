/** The sentences of one language, as one file to fetch. */
import errors from '../../../locales/ja/errors.ftl?sentences'
import town from '../../../locales/ja/town.ftl?sentences'

export default { ...town, ...errors }
